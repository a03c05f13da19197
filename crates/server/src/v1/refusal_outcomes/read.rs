// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/refusal-outcomes/{id}`

use crate::access::{Access, READERS};
use crate::app::App;
use crate::consultations::note;
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::representations::represented;
use crate::session::Caller;
use axum::Json;
use axum::extract::State;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::Consulted;
use samenspraak_contract::id::{PersonId, RefusalOutcomeId};
use samenspraak_contract::refusal::RefusalOutcome;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::intake::refusal::{may_read, view};

/// Who may call it.
pub const ACCESS: Access = READERS;

/// Reads what followed a no (uitkomst na een nee).
///
/// A person reads their own and those of whom they represent, without the names of
/// staff. It is not there for them before everybody has answered what it follows, or the
/// last day to answer has passed: it would tell whose no it is. That staff read it is
/// written down (raadpleging), for the person to see.
#[utoipa::path(
    get, path = "/refusal-outcomes/{id}", operation_id = "readRefusalOutcome", tag = "refusal-outcomes",
    params(("id" = RefusalOutcomeId, Path, description = "The outcome (uitkomst na een nee).")),
    responses((status = 200, description = "The outcome.", body = RefusalOutcome)),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<RefusalOutcomeId>,
) -> Outcome<Json<RefusalOutcome>> {
    let found = find(&app, &caller, id).await?;
    Ok(Json(view(&found.outcome, caller.viewer())))
}

/// An outcome, with what it follows.
pub struct Found {
    /// The outcome.
    pub outcome: RefusalOutcome,
    /// The request that was answered.
    pub request: RequestFacts,
    /// Its records.
    pub records: Vec<RecordFacts>,
}

/// An outcome that the caller may know of; that staff looked is written down.
///
/// # Errors
/// Not found when it is not there, of somebody whom the caller does not represent, or
/// not to be read yet.
pub async fn find(app: &App, caller: &Caller, id: RefusalOutcomeId) -> Outcome<Found> {
    let outcome = app.store.outcome(&caller.controller, id).await?.ok_or_else(Failure::not_found)?;
    let subject = &outcome.subject.id;
    if caller.role == Role::Citizen && *subject != caller.person.id {
        let people = represented(app, caller).await?;
        if !people.iter().any(|person| person.person.id == *subject) {
            return Err(Failure::not_found());
        }
    }
    let found = readable(app, caller, outcome).await?.ok_or_else(Failure::not_found)?;
    note(app, caller, [looked(&found.outcome)]).await?;
    Ok(found)
}

/// The outcome with what it follows; `None` while the caller may not know of it (F7).
pub(super) async fn readable(app: &App, caller: &Caller, outcome: RefusalOutcome) -> Outcome<Option<Found>> {
    let request = app.store.request(&caller.controller, outcome.consent_request_id).await?;
    let request = request.ok_or_else(|| Failure::internal("an outcome without its request"))?;
    let records = app.records(caller, &request).await?;
    let may_read = may_read(&outcome, &request, &records, caller.viewer(), app.today());
    Ok(may_read.then_some(Found { outcome, request, records }))
}

/// What somebody looks at who reads an outcome: the request it is about.
pub(super) fn looked(outcome: &RefusalOutcome) -> (PersonId, Consulted) {
    (outcome.subject.id.clone(), Consulted::ConsentRequest(outcome.consent_request_id))
}
