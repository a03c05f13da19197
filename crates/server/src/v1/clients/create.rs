// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/clients`

use crate::access::{Access, RECORDERS};
use crate::app::{App, day_of};
use crate::claimed::claimed;
use crate::input::body::{Refusal, Submission};
use crate::input::header::{DeviceTime, DeviceTimeParameter};
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once};
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::client::{Client, NewClient};
use samenspraak_contract::id::EventId;
use samenspraak_contract::problem::ProblemType;
use samenspraak_rules::intake::client::{check, is_overtaken, view};
use samenspraak_rules::intake::facts::ClientFacts;
use samenspraak_storage::change::Change;
use samenspraak_storage::facts::StoredResponse;

/// Who may call it.
pub const ACCESS: Access = RECORDERS;

/// Records a client with those who represent them (cliënt en vertegenwoordigers; profile 2).
///
/// The same person again replaces what was known; what was recorded before stays in
/// the store. A representation needs its source, and one that has ended is refused
/// (F6), on the day it was recorded. Who is not in the last recording represents the
/// client no more, also in what was asked before. What a colleague recorded since a visit
/// began is not replaced by it. Who signs follows from the date of birth (F2). The answer
/// is without their requests: to record is not to look (I3), and a system does not read them (M1).
#[utoipa::path(
    post, path = "/clients", operation_id = "createClient", tag = "clients",
    params(DeviceTimeParameter),
    request_body = NewClient,
    responses(
        (status = 201, description = "The client is recorded.", body = Client),
        (status = 412, description = "A colleague recorded them meanwhile. Nothing was recorded."),
    ),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    device: DeviceTime,
    submission: Submission<NewClient>,
) -> Outcome<Response> {
    store(&app, &caller, device, &submission).await
}

/// Records the client that was submitted, once.
///
/// # Errors
/// When a rule refuses it, or it cannot be stored.
pub async fn store(
    app: &App,
    caller: &Caller,
    device: DeviceTime,
    submission: &Submission<NewClient>,
) -> Outcome<Response> {
    once(app, caller, submission, || Box::pin(record(app, caller, device, submission))).await
}

async fn record(
    app: &App,
    caller: &Caller,
    device: DeviceTime,
    submission: &Submission<NewClient>,
) -> Outcome<(Change, StoredResponse)> {
    let catalogue = app.catalogue(&caller.controller)?;
    let rule = &catalogue.age_rule;
    let newest = match submission.value() {
        Some(new) => app.store.client(&caller.controller, &new.person.id).await?,
        None => None,
    };
    let (new, ()) = submission.judged(|new| {
        let moment = claimed(app, catalogue, device, "/recordedAt", new.recorded_at);
        let day = day_of(moment.as_ref().map_or_else(|_| app.now(), |moment| *moment));
        let mut errors = check(new, rule, &caller.person.id, day);
        errors.extend(moment.err());
        if !errors.is_empty() {
            return Err(Refusal::Invalid(errors));
        }
        if is_overtaken(new, newest.as_ref(), &caller.person.id) {
            let detail = "A colleague recorded this client meanwhile; read the client again.";
            return Err(Refusal::Failure(Failure::new(ProblemType::PreconditionFailed, detail)));
        }
        Ok(())
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
