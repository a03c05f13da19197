// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/consent-requests/{id}`

use crate::access::{Access, READERS};
use crate::app::App;
use crate::consultations::note;
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use axum::Json;
use axum::extract::State;
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use samenspraak_contract::disclosure::Consulted;
use samenspraak_contract::id::ConsentRequestId;
use samenspraak_contract::request::ConsentRequest;
use samenspraak_rules::view;
use sha2::{Digest, Sha256};

/// Who may call it.
pub const ACCESS: Access = READERS;

/// Reads one consent request (toestemmingsvraag) as the person signed in may see it.
///
/// That staff read it is written down (raadpleging), for the person to see.
#[utoipa::path(
    get, path = "/consent-requests/{id}", operation_id = "readConsentRequest", tag = "consent-requests",
    params(("id" = ConsentRequestId, Path, description = "The request (toestemmingsvraag).")),
    responses((status = 200, description = "The request.", body = ConsentRequest,
        headers(("ETag" = String, description = "Changes with anything the viewer can see.")))),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<ConsentRequestId>,
) -> Outcome<Response> {
    let request = app.request(&caller, id).await?;
    let records = app.records(&caller, &request).await?;
    let seen = view::request(&request, &records, caller.viewer(), app.today());
    note(&app, &caller, [(request.subject.id, Consulted::ConsentRequest(id))]).await?;
    Ok(([(ETAG, etag(&seen)?)], Json(seen)).into_response())
}

/// The entity tag of a request as one viewer sees it.
pub fn etag(request: &ConsentRequest) -> Outcome<String> {
    let bytes = serde_json::to_vec(request).map_err(|error| Failure::internal(&error.to_string()))?;
    let hash = Sha256::digest(&bytes);
    let short: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("\"{short}\""))
}
