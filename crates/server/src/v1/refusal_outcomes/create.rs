// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/refusal-outcomes`

use crate::access::{ASKERS, Access};
use crate::app::{App, day_of};
use crate::claimed::claimed;
use crate::input::body::{Refusal, Submission};
use crate::input::header::{DeviceTime, DeviceTimeParameter};
use crate::problem::Outcome;
use crate::session::Caller;
use crate::submit::{created, once};
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::id::{ConsentRequestId, RefusalOutcomeId};
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::refusal::{NewRefusalOutcome, RefusalOutcome};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::intake::refusal::{Stamp, check, outcome, view};
use samenspraak_storage::change::Change;
use samenspraak_storage::facts::StoredResponse;

/// Who may call it.
pub const ACCESS: Access = ASKERS;

/// Records what follows when the answer is no (uitkomst na een nee; profile 2).
///
/// Exactly one of three for each item: the help stops, goes on as far as it can, or
/// goes on although the person did not ask for it. Needed are what the person was
/// told, a second person who is not the one who decides, and the reasons. It is taken
/// once everybody has answered the items, or the last day to answer has passed. The
/// person reads it, without the names of staff.
#[utoipa::path(
    post, path = "/refusal-outcomes", operation_id = "createRefusalOutcome", tag = "refusal-outcomes",
    params(DeviceTimeParameter),
    request_body = NewRefusalOutcome,
    responses((status = 201, description = "It is recorded.", body = RefusalOutcome, headers(
        ("Location" = String, description = "Where the outcome is."),
    ))),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    device: DeviceTime,
    submission: Submission<NewRefusalOutcome>,
) -> Outcome<Response> {
    once(&app, &caller, &submission, || Box::pin(record(&app, &caller, device, &submission))).await
}

// A request with everything an outcome is held against.
struct Answered {
    request: RequestFacts,
    records: Vec<RecordFacts>,
    existing: Vec<RefusalOutcome>,
}

async fn record(
    app: &App,
    caller: &Caller,
    device: DeviceTime,
    submission: &Submission<NewRefusalOutcome>,
) -> Outcome<(Change, StoredResponse)> {
    let catalogue = app.catalogue(&caller.controller)?;
    let answered = match submission.value() {
        Some(new) => answered(app, caller, new.consent_request_id).await?,
        None => None,
    };
    let (new, (answered, decided_at)) = submission.judged(|new| {
        let answered = answered.as_ref().ok_or_else(|| Refusal::Invalid(vec![no_such_request()]))?;
        let claim = claimed(app, catalogue, device, "/decidedAt", new.decided_at);
        let decided_at = claim.as_ref().map_or_else(|_| app.now(), |moment| *moment);
        let Answered { request, records, existing } = answered;
        let decider = &caller.person.id;
        let mut errors = check(new, request, records, existing, catalogue, decider, day_of(decided_at));
        errors.extend(claim.err());
        if errors.is_empty() { Ok((answered, decided_at)) } else { Err(Refusal::Invalid(errors)) }
    })?;
    let stamp = Stamp {
        id: new.id.unwrap_or_else(|| RefusalOutcomeId(app.ids.next())),
        decided_by: caller.person.clone(),
        decided_at,
        recorded_at: app.now(),
    };
    let outcome = outcome(new, &answered.request, stamp);
    let seen = view(&outcome, caller.viewer());
    let answer = created(Some(format!("/refusal-outcomes/{}", seen.id)), None, &seen)?;
    let mut change = Change::new(caller.controller.clone());
    change.intake.outcomes = vec![outcome];
    Ok((change, answer))
}

async fn answered(app: &App, caller: &Caller, id: ConsentRequestId) -> Outcome<Option<Answered>> {
    let Some(request) = app.store.request(&caller.controller, id).await? else { return Ok(None) };
    let records = app.records(caller, &request).await?;
    let existing = app.store.outcomes_of_request(&caller.controller, id).await?;
    Ok(Some(Answered { request, records, existing }))
}

fn no_such_request() -> InvalidParam {
    InvalidParam {
        name: "/consentRequestId".to_owned(),
        reason: InvalidReason::UnknownReference,
        detail: "there is no such request".to_owned(),
    }
}
