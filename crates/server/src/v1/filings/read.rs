// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/filings/{id}`

use crate::access::{Access, FILING_READERS};
use crate::app::App;
use crate::consultations;
use crate::filings::{assemble, find};
use crate::input::path::Id;
use crate::problem::Outcome;
use crate::session::Caller;
use crate::v1::consent_records::read::etag;
use axum::Json;
use axum::extract::State;
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::Consulted;
use samenspraak_contract::filing::Filing;
use samenspraak_contract::id::FilingId;
use samenspraak_rules::filing::FilingFacts;

/// Who may call it.
pub const ACCESS: Access = FILING_READERS;

/// Reads one request, objection or complaint (verzoek, bezwaar of klacht).
///
/// A person reads their own; of what another filed about somebody they represent,
/// they see that it is there and not what it says. When staff read it, the person
/// sees that they did. A system sees what it has to act on and no
/// person.
#[utoipa::path(
    get, path = "/filings/{id}", operation_id = "readFiling", tag = "filings",
    params(("id" = FilingId, Path, description = "The filing (verzoek, bezwaar of klacht).")),
    responses((status = 200, description = "The filing.", body = Filing,
        headers(("ETag" = String, description = "Its version; send it as `If-Match` with an event.")))),
)]
pub async fn handler(State(app): State<App>, caller: Caller, Id(id): Id<FilingId>) -> Outcome<Response> {
    let facts = find(&app, &caller, id).await?;
    note(&app, &caller, &facts).await?;
    let seen = assemble::read(&app, &caller, &facts).await?;
    Ok(([(ETAG, etag(seen.version))], Json(seen)).into_response())
}

/// Notes for the person that staff looked at their filing. A system sees nothing of
/// the person, so there is nothing to note.
pub async fn note(app: &App, caller: &Caller, facts: &FilingFacts) -> Outcome<()> {
    if caller.role == Role::System {
        return Ok(());
    }
    let subject = facts.subject.iter().map(|subject| subject.id.clone());
    consultations::note(app, caller, subject.map(|subject| (subject, Consulted::Filing(facts.id)))).await
}
