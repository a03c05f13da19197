// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/disclosure-decisions/{id}`

use crate::access::{Access, SHARING_READERS};
use crate::app::App;
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::v1::consent_records::read::etag;
use axum::Json;
use axum::extract::State;
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure_decision::DisclosureDecision;
use samenspraak_contract::id::DisclosureDecisionId;
use samenspraak_rules::intake::facts::DisclosureDecisionFacts;
use samenspraak_rules::intake::sharing::view;

/// Who may call it.
pub const ACCESS: Access = SHARING_READERS;

/// Reads a decision to share without consent (besluit tot verstrekken zonder toestemming).
///
/// An intake worker reads their own, the coordinator and the data protection officer
/// all of them. The person reads its lines, on the time line.
#[utoipa::path(
    get, path = "/disclosure-decisions/{id}", operation_id = "readDisclosureDecision",
    tag = "disclosure-decisions",
    params(("id" = DisclosureDecisionId, Path, description = "The decision (besluit).")),
    responses((status = 200, description = "The decision.", body = DisclosureDecision,
        headers(("ETag" = String, description = "Its version; send it as `If-Match` with an event.")))),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<DisclosureDecisionId>,
) -> Outcome<Response> {
    let facts = find(&app, &caller, id).await?;
    let seen = view(&facts, app.today());
    Ok(([(ETAG, etag(seen.version))], Json(seen)).into_response())
}

/// A decision that the caller may know of.
///
/// # Errors
/// Not found when it is not there, or when an intake worker asks for that of another.
pub async fn find(app: &App, caller: &Caller, id: DisclosureDecisionId) -> Outcome<DisclosureDecisionFacts> {
    let found = app.store.disclosure_decision(&caller.controller, id).await?;
    let may = |facts: &DisclosureDecisionFacts| {
        caller.role != Role::IntakeWorker || facts.decided_by.id == caller.person.id
    };
    found.filter(may).ok_or_else(Failure::not_found)
}
