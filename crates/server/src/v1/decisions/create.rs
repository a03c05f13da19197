// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/consent-requests/{id}/decisions`

use crate::access::{ANSWERERS, Access};
use crate::app::App;
use crate::claimed::claimed;
use crate::counts::said;
use crate::input::body::{Refusal, Submission};
use crate::input::header::{DeviceTime, DeviceTimeParameter};
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once};
use crate::v1::decisions::read::decision_view;
use crate::v1::decisions::scan;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::decision::{Decision, NewDecision};
use samenspraak_contract::id::{ConsentRequestId, DecisionId, EventId};
use samenspraak_contract::presentation::NoticePresentation;
use samenspraak_contract::problem::{InvalidParam, ProblemType};
use samenspraak_rules::decision::{DecisionRefusal, Moment, RecordAnswer, Stamp, check};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_storage::change::{Append, Change};
use samenspraak_storage::facts::{DecisionFacts, StoredResponse};

/// Who may call it.
pub const ACCESS: Access = ANSWERERS;

/// Records the answers of one confirmation (bevestiging): all of them, or none.
///
/// Staff enter what a person said, signed, or pressed on their device: `expression`
/// says who expressed it and how. It is held against the day it was expressed.
#[utoipa::path(
    post, path = "/consent-requests/{id}/decisions", operation_id = "createDecision", tag = "decisions",
    params(("id" = ConsentRequestId, Path, description = "The request that is answered (toestemmingsvraag)."),
        DeviceTimeParameter),
    request_body = NewDecision,
    responses((status = 201, description = "It is recorded.", body = Decision,
        headers(("Location" = String, description = "Where the decision is.")))),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<ConsentRequestId>,
    device: DeviceTime,
    submission: Submission<NewDecision>,
) -> Outcome<Response> {
    store(&app, &caller, id, device, &submission).await
}

/// Records the confirmation that was submitted, once.
///
/// # Errors
/// When the answers cannot be taken, or cannot be stored.
pub async fn store(
    app: &App,
    caller: &Caller,
    id: ConsentRequestId,
    device: DeviceTime,
    submission: &Submission<NewDecision>,
) -> Outcome<Response> {
    once(app, caller, submission, || Box::pin(decide(app, caller, id, device, submission))).await
}

async fn decide(
    app: &App,
    caller: &Caller,
    id: ConsentRequestId,
    device: DeviceTime,
    submission: &Submission<NewDecision>,
) -> Outcome<(Change, StoredResponse)> {
    let request = app.request(caller, id).await?;
    let mut records = app.records(caller, &request).await?;
    let shown = presentation(app, caller, submission).await?;
    let (moment, unknown) = moment(app, caller, device, submission)?;
    let scan = scan::check(app, caller, &request, submission.value()).await?;
    let (new, answers) = submission.judged(|new| {
        let answers = check(&request, &records, caller.enters(), new, shown.as_ref(), moment);
        together(answers, unknown, scan)
    })?;
    let decision_id = new.id.unwrap_or_else(|| DecisionId(app.ids.next()));
    let stamp = Stamp::new(&request, caller.enters(), new, decision_id, moment);
    let stamp = stamp.ok_or_else(|| Failure::internal("an answer of nobody"))?;
    let appends: Vec<Append> = answers.iter().map(|answer| append(app, answer, &stamp)).collect();
    for append in &appends {
        let record = records.iter_mut().find(|record| record.id == append.record_id);
        record.into_iter().for_each(|record| record.events.extend(append.events.iter().cloned()));
    }
    let decision = DecisionFacts {
        id: decision_id,
        request_id: id,
        person: stamp.signatory.person.id.clone(),
        entered_by: new.expression.is_some().then(|| caller.person.id.clone()),
        scan: new.expression.as_ref().and_then(|expression| expression.attachment_id),
        recorded_at: moment.recorded_at,
        records: answers.iter().map(|answer| answer.record_id).collect(),
    };
    let answer = answer(app, caller, &request, &records, &decision)?;

    let mut change = Change::new(caller.controller.clone());
    change.still_current = Some(id);
    change.counts = said(app.today(), appends.iter().flat_map(|append| &append.events));
    change.appends = appends;
    change.decision = Some(decision);
    Ok((change, answer))
}

// When it was expressed, and what is wrong with the claim.
fn moment(
    app: &App,
    caller: &Caller,
    device: DeviceTime,
    submission: &Submission<NewDecision>,
) -> Outcome<(Moment, Option<InvalidParam>)> {
    let catalogue = app.catalogue(&caller.controller)?;
    let recorded_at = app.now();
    let expression = submission.value().and_then(|new| new.expression.as_ref());
    let claim = expression.and_then(|expression| expression.expressed_at);
    Ok(match claimed(app, catalogue, device, "/expression/expressedAt", claim) {
        Ok(expressed_at) => (Moment { expressed_at, recorded_at }, None),
        Err(error) => (Moment::now(recorded_at), Some(error)),
    })
}

// What the rules say of it, together with what is wrong with its moment or its scan. Of a
// moment that is not known, nobody can say that it was too late.
fn together(
    answers: Result<Vec<RecordAnswer>, DecisionRefusal>,
    unknown: Option<InvalidParam>,
    scan: Option<InvalidParam>,
) -> Result<Vec<RecordAnswer>, Refusal> {
    let dated = unknown.is_none();
    let mut errors: Vec<InvalidParam> = unknown.into_iter().chain(scan).collect();
    match answers {
        Ok(answers) if errors.is_empty() => return Ok(answers),
        Err(DecisionRefusal::Invalid(more)) => errors.extend(more),
        Err(other) if dated => return Err(refusal(other)),
        Ok(_) | Err(_) => {}
    }
    Err(Refusal::Invalid(errors))
}

// Somebody else's presentation is no presentation.
async fn presentation(
    app: &App,
    caller: &Caller,
    submission: &Submission<NewDecision>,
) -> Outcome<Option<NoticePresentation>> {
    let Some(new) = submission.value() else { return Ok(None) };
    let shown = app.store.presentation(&caller.controller, new.presentation_id).await?;
    let expressed_by = caller.enters().expressed_by(new);
    Ok(shown.filter(|shown| Some(&shown.person) == expressed_by).map(|shown| shown.presentation))
}

fn append(app: &App, answer: &RecordAnswer, stamp: &Stamp<'_>) -> Append {
    let event = answer.event(EventId(app.ids.next()), stamp);
    Append { record_id: answer.record_id, expected_version: answer.version, events: vec![event] }
}

fn answer(
    app: &App,
    caller: &Caller,
    request: &RequestFacts,
    records: &[RecordFacts],
    decision: &DecisionFacts,
) -> Outcome<StoredResponse> {
    let seen = decision_view(request, records, decision, caller, app.today());
    created(Some(format!("/decisions/{}", decision.id)), None, &seen)
}

fn refusal(refusal: DecisionRefusal) -> Refusal {
    let (problem, detail) = match refusal {
        DecisionRefusal::Invalid(errors) => return Refusal::Invalid(errors),
        DecisionRefusal::WrongSignatory => {
            (ProblemType::WrongSignatory, "This person's answer is not asked in this request.")
        }
        DecisionRefusal::NoticeOutdated => {
            (ProblemType::NoticeOutdated, "The text or the scope changed since it was shown.")
        }
        DecisionRefusal::RequestLapsed => (ProblemType::RequestLapsed, "The last day to answer has passed."),
        DecisionRefusal::AlreadyDecided => {
            (ProblemType::AlreadyDecided, "This person answered at least one of these items before.")
        }
    };
    Refusal::Failure(Failure::new(problem, detail))
}
