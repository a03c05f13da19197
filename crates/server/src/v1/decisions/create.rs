// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/consent-requests/{id}/decisions`

use crate::access::{Access, CITIZENS};
use crate::app::App;
use crate::counts::said;
use crate::input::body::{Refusal, Submission};
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once};
use crate::v1::decisions::read::decision_view;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::decision::{Decision, NewDecision};
use samenspraak_contract::id::{ConsentRequestId, DecisionId, EventId};
use samenspraak_contract::presentation::NoticePresentation;
use samenspraak_contract::problem::ProblemType;
use samenspraak_contract::record::ExpressionMethod;
use samenspraak_rules::decision::{DecisionRefusal, RecordAnswer, Stamp, check};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_storage::change::{Append, Change};
use samenspraak_storage::facts::{DecisionFacts, StoredResponse};

/// Who may call it: nobody decides for somebody else's session.
pub const ACCESS: Access = CITIZENS;

/// Records the answers of one confirmation (bevestiging): all of them, or none.
#[utoipa::path(
    post, path = "/consent-requests/{id}/decisions", operation_id = "createDecision", tag = "decisions",
    params(("id" = ConsentRequestId, Path, description = "The request that is answered (toestemmingsvraag).")),
    request_body = NewDecision,
    responses((status = 201, description = "It is recorded.", body = Decision,
        headers(("Location" = String, description = "Where the decision is.")))),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<ConsentRequestId>,
    submission: Submission<NewDecision>,
) -> Outcome<Response> {
    store(&app, &caller, id, &submission).await
}

/// Records the confirmation that was submitted, once.
///
/// # Errors
/// When the answers cannot be taken, or cannot be stored.
pub async fn store(
    app: &App,
    caller: &Caller,
    id: ConsentRequestId,
    submission: &Submission<NewDecision>,
) -> Outcome<Response> {
    once(app, caller, submission, || Box::pin(decide(app, caller, id, submission))).await
}

async fn decide(
    app: &App,
    caller: &Caller,
    id: ConsentRequestId,
    submission: &Submission<NewDecision>,
) -> Outcome<(Change, StoredResponse)> {
    let request = app.request(caller, id).await?;
    let mut records = app.records(caller, &request).await?;
    let shown = presentation(app, caller, submission).await?;
    let (new, answers) = submission.judged(|new| {
        check(&request, &records, &caller.person.id, new, shown.as_ref(), app.today()).map_err(refusal)
    })?;
    let signatory = request.signatory(&caller.person.id).ok_or_else(Failure::not_found)?;
    let decision_id = DecisionId(app.ids.next());
    let now = app.now();
    let stamp = Stamp { signatory, decision: new, decision_id, method: ExpressionMethod::Digital, now };
    let appends: Vec<Append> = answers.iter().map(|answer| append(app, answer, &stamp)).collect();
    for append in &appends {
        let record = records.iter_mut().find(|record| record.id == append.record_id);
        record.into_iter().for_each(|record| record.events.extend(append.events.iter().cloned()));
    }
    let decision = DecisionFacts {
        id: decision_id,
        request_id: id,
        person: caller.person.id.clone(),
        recorded_at: now,
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

// Somebody else's presentation is no presentation.
async fn presentation(
    app: &App,
    caller: &Caller,
    submission: &Submission<NewDecision>,
) -> Outcome<Option<NoticePresentation>> {
    let Some(new) = submission.value() else { return Ok(None) };
    let shown = app.store.presentation(&caller.controller, new.presentation_id).await?;
    Ok(shown.filter(|shown| shown.person == caller.person.id).map(|shown| shown.presentation))
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
