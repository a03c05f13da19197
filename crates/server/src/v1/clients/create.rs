// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/clients`

use crate::access::{Access, RECORDERS};
use crate::app::App;
use crate::input::body::{Refusal, Submission};
use crate::problem::Outcome;
use crate::session::Caller;
use crate::submit::{created, once};
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::client::{Client, NewClient};
use samenspraak_contract::id::EventId;
use samenspraak_rules::intake::client::{check, view};
use samenspraak_rules::intake::facts::ClientFacts;
use samenspraak_storage::change::Change;
use samenspraak_storage::facts::StoredResponse;

/// Who may call it.
pub const ACCESS: Access = RECORDERS;

/// Records a client with those who represent them (cliënt en vertegenwoordigers; profile 2).
///
/// The same person again replaces what was known; what was recorded before stays in
/// the store. A representation needs its source, and one that has ended is refused
/// (F6). Who signs follows from the date of birth (F2). The answer is without their
/// requests: to record is not to look (I3), and a system does not read them (M1).
#[utoipa::path(
    post, path = "/clients", operation_id = "createClient", tag = "clients",
    request_body = NewClient,
    responses((status = 201, description = "The client is recorded.", body = Client)),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    submission: Submission<NewClient>,
) -> Outcome<Response> {
    store(&app, &caller, &submission).await
}

/// Records the client that was submitted, once.
///
/// # Errors
/// When a rule refuses it, or it cannot be stored.
pub async fn store(app: &App, caller: &Caller, submission: &Submission<NewClient>) -> Outcome<Response> {
    once(app, caller, submission, || Box::pin(record(app, caller, submission))).await
}

async fn record(
    app: &App,
    caller: &Caller,
    submission: &Submission<NewClient>,
) -> Outcome<(Change, StoredResponse)> {
    let rule = &app.catalogue(&caller.controller)?.age_rule;
    let (new, ()) = submission.judged(|new| {
        let errors = check(new, rule, &caller.person.id, app.today());
        if errors.is_empty() { Ok(()) } else { Err(Refusal::Invalid(errors)) }
    })?;
    let facts = ClientFacts {
        id: EventId(app.ids.next()),
        person: new.person.clone(),
        birth_date: new.birth_date,
        representatives: new.representatives.clone(),
        household: new.household.clone(),
        case_reference: new.case_reference.clone(),
        recorded_by: caller.person.id.clone(),
        recorded_at: app.now(),
    };
    // No address: nothing about a person may stand in a URL.
    let answer = created(None, None, &view(&facts, Vec::new(), rule, app.today()))?;
    let mut change = Change::new(caller.controller.clone());
    change.intake.clients = vec![facts];
    Ok((change, answer))
}
