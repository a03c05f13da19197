// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/consent-records/{id}`

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
use samenspraak_contract::id::ConsentRecordId;
use samenspraak_contract::record::ConsentRecord;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::view;

/// Who may call it.
pub const ACCESS: Access = READERS;

/// Reads one consent record (toestemmingsregistratie) as the person signed in may see it.
///
/// That staff read it is written down (raadpleging), for the person to see.
#[utoipa::path(
    get, path = "/consent-records/{id}", operation_id = "readConsentRecord", tag = "consent-records",
    params(("id" = ConsentRecordId, Path, description = "The record (toestemmingsregistratie).")),
    responses((status = 200, description = "The record.", body = ConsentRecord,
        headers(("ETag" = String, description = "Its version; send it as `If-Match` with an event.")))),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<ConsentRecordId>,
) -> Outcome<Response> {
    let (request, record) = find(&app, &caller, id).await?;
    let seen = view::record(&request, &record, caller.viewer(), app.today())
        .ok_or_else(|| Failure::internal("a record without its item"))?;
    note(&app, &caller, [(request.subject.id, Consulted::ConsentRecord(id))]).await?;
    Ok(([(ETAG, etag(seen.version))], Json(seen)).into_response())
}

/// The entity tag of a record: its version.
pub fn etag(version: u32) -> String {
    format!("\"{version}\"")
}

/// A record that the caller may know of, with the request it was asked in.
pub async fn find(app: &App, caller: &Caller, id: ConsentRecordId) -> Outcome<(RequestFacts, RecordFacts)> {
    let found = app.store.records_by_id(&caller.controller, &[id]).await?.pop();
    let record = found.ok_or_else(Failure::not_found)?;
    let request = app.request(caller, record.request_id).await?;
    Ok((request, record))
}
