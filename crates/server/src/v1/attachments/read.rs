// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/attachments/{id}`

use crate::access::{Access, UPLOADERS};
use crate::app::App;
use crate::filings::about::there;
use crate::filings::find_readable;
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::v1::decisions::scan::is_readable;
use crate::v1::filings::read::note;
use axum::extract::State;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};
use samenspraak_contract::id::AttachmentId;

/// Who may call it.
pub const ACCESS: Access = UPLOADERS;

/// Reads a document (bijlage), always as a file and never inside a page.
///
/// For who uploaded it, and for whoever may read the filing, or the words, that name it.
#[utoipa::path(
    get, path = "/attachments/{id}", operation_id = "readAttachment", tag = "attachments",
    params(("id" = AttachmentId, Path, description = "The document (bijlage).")),
    responses((status = 200, description = "The document.", content(
        (Vec<u8> = "application/pdf"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png")),
        headers(("Content-Disposition" = String, description = "Always `attachment`.")))),
)]
pub async fn handler(State(app): State<App>, caller: Caller, Id(id): Id<AttachmentId>) -> Outcome<Response> {
    let found = app.store.attachment(&caller.controller, id).await?;
    let found = found.ok_or_else(Failure::not_found)?;
    let may_read = found.uploaded_by == caller.person.id
        || match found.scan_of {
            Some(_) => is_readable(&app, &caller, id).await?,
            None => named(&app, &caller, id).await?,
        };
    if !may_read {
        return Err(Failure::not_found());
    }
    let kind = found.attachment.media_type;
    // The name is ours: nothing that somebody typed stands in a header.
    let name = format!("attachment; filename=\"{}.{}\"", id, kind.extension());
    let name = HeaderValue::try_from(name).map_err(|error| Failure::internal(&error.to_string()))?;
    let mut response = ([(CONTENT_TYPE, kind.media_type())], found.bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_DISPOSITION, name);
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

// Whether a filing that the caller may read names it.
async fn named(app: &App, caller: &Caller, id: AttachmentId) -> Outcome<bool> {
    for filing in app.store.filings_with(&caller.controller, id).await? {
        if let Some(facts) = there(find_readable(app, caller, filing).await)? {
            note(app, caller, &facts).await?;
            return Ok(true);
        }
    }
    Ok(false)
}
