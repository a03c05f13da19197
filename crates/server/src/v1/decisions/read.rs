// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/decisions/{id}`

use crate::access::{ANSWERERS, Access};
use crate::app::App;
use crate::consultations::note;
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::decision::Decision;
use samenspraak_contract::disclosure::Consulted;
use samenspraak_contract::id::DecisionId;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::view;
use samenspraak_storage::facts::DecisionFacts;

/// Who may call it.
pub const ACCESS: Access = ANSWERERS;

/// Reads one confirmation (bevestiging), with its records as they stand now.
///
/// For who made it, and for the member of staff who entered it.
#[utoipa::path(
    get, path = "/decisions/{id}", operation_id = "readDecision", tag = "decisions",
    params(("id" = DecisionId, Path, description = "The decision (bevestiging).")),
    responses((status = 200, description = "The decision.", body = Decision)),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<DecisionId>,
) -> Outcome<Json<Decision>> {
    let (request, records, decision) = find(&app, &caller, id).await?;
    Ok(Json(decision_view(&request, &records, &decision, &caller, app.today())))
}

/// A decision that the caller made or entered, with its request and records. That
/// staff read it is written down.
pub async fn find(
    app: &App,
    caller: &Caller,
    id: DecisionId,
) -> Outcome<(RequestFacts, Vec<RecordFacts>, DecisionFacts)> {
    let decision = app.store.decision(&caller.controller, id).await?;
    let own = decision.filter(|decision| match caller.role {
        Role::Citizen => decision.person == caller.person.id,
        _ => decision.entered_by.as_ref() == Some(&caller.person.id),
    });
    let decision = own.ok_or_else(Failure::not_found)?;
    let request = app.request(caller, decision.request_id).await?;
    let records = app.store.records_by_id(&caller.controller, &decision.records).await?;
    let seen = records.iter().map(|record| (request.subject.id.clone(), Consulted::ConsentRecord(record.id)));
    note(app, caller, seen).await?;
    Ok((request, records, decision))
}

/// A decision as the caller sees it.
pub fn decision_view(
    request: &RequestFacts,
    records: &[RecordFacts],
    decision: &DecisionFacts,
    caller: &Caller,
    today: NaiveDate,
) -> Decision {
    let changed = decision.records.iter().filter_map(|id| records.iter().find(|record| record.id == *id));
    Decision {
        id: decision.id,
        consent_request_id: decision.request_id,
        recorded_at: decision.recorded_at,
        records: changed.filter_map(|record| view::record(request, record, caller.viewer(), today)).collect(),
    }
}
