// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/assessments`

use crate::access::{ASKERS, Access};
use crate::app::{App, day_of};
use crate::claimed::claimed;
use crate::counts::count;
use crate::input::body::{Refusal, Submission};
use crate::input::header::{DeviceTime, DeviceTimeParameter};
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once};
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::assessment::{Assessment, NewAssessment};
use samenspraak_contract::id::AssessmentId;
use samenspraak_contract::statistics::ConversationEnd;
use samenspraak_rules::intake::assessment::{assessed, check};
use samenspraak_rules::intake::client;
use samenspraak_rules::statistics::Tally;
use samenspraak_storage::change::Change;
use samenspraak_storage::facts::StoredResponse;

/// Who may call it.
pub const ACCESS: Access = ASKERS;

/// Keeps the six steps that go before a question (stappenplan, afweging; profile 2).
///
/// No step can be skipped: every gap and every error comes at once, and the pointer
/// of each says to which step it belongs (E1). What is kept stays as it is, beside
/// the request that it produced (E16).
#[utoipa::path(
    post, path = "/assessments", operation_id = "createAssessment", tag = "assessments",
    params(DeviceTimeParameter), request_body = NewAssessment,
    responses((status = 201, description = "It is kept.", body = Assessment, headers(
        ("Location" = String, description = "Where the assessment is."),
    ))),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    device: DeviceTime,
    submission: Submission<NewAssessment>,
) -> Outcome<Response> {
    once(&app, &caller, &submission, || Box::pin(keep(&app, &caller, device, &submission))).await
}

async fn keep(
    app: &App,
    caller: &Caller,
    device: DeviceTime,
    submission: &Submission<NewAssessment>,
) -> Outcome<(Change, StoredResponse)> {
    let catalogue = app.catalogue(&caller.controller)?;
    let client = match submission.value() {
        Some(new) => app.store.client(&caller.controller, &new.subject.person.id).await?,
        None => None,
    };
    let (new, completed_at) = submission.judged(|new| {
        let moment = claimed(app, catalogue, device, "/completedAt", new.completed_at);
        let day = day_of(moment.as_ref().map_or_else(|_| app.now(), |moment| *moment));
        let mut errors = check(new, catalogue, &caller.person.id, day);
        if let Some(client) = &client {
            let client = client::view(client, Vec::new(), &catalogue.age_rule, day);
            errors.extend(client::check_subject(&new.subject, &client));
        }
        errors.extend(moment.as_ref().err().cloned());
        moment.ok().filter(|_| errors.is_empty()).ok_or(Refusal::Invalid(errors))
    })?;
    let new = NewAssessment { completed_at: Some(completed_at), ..new.clone() };
    let id = AssessmentId(app.ids.next());
    let assessment = assessed(&new, catalogue, &caller.person, id, app.now())
        .ok_or_else(|| Failure::internal("a checked assessment lacks a step"))?;
    let answer = created(Some(format!("/assessments/{}", assessment.id)), None, &assessment)?;
    let mut change = Change::new(caller.controller.clone());
    change.intake.assessments = vec![assessment];
    change.counts = vec![count(app.today(), Tally::Conversation(ConversationEnd::Started))];
    Ok((change, answer))
}
