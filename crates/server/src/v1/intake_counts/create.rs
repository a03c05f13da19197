// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/intake-counts`

use crate::access::{ASKERS, Access};
use crate::app::App;
use crate::counts::count;
use crate::input::body::{Refusal, Submission};
use crate::problem::Outcome;
use crate::session::Caller;
use crate::submit::{created, once};
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::statistics::{ConversationEnd, IntakeCount};
use samenspraak_rules::statistics::Tally;
use samenspraak_storage::change::Change;
use samenspraak_storage::facts::StoredResponse;

/// Who may call it.
pub const ACCESS: Access = ASKERS;

/// Counts a conversation after which nothing was started (gesprek zonder vervolg; E7).
///
/// It is a count of the municipality in a quarter and nothing else: no person, no
/// subject. What was started is counted with its assessment.
#[utoipa::path(
    post, path = "/intake-counts", operation_id = "createIntakeCount", tag = "statistics",
    request_body = IntakeCount,
    responses((status = 201, description = "It is counted.", body = IntakeCount)),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    submission: Submission<IntakeCount>,
) -> Outcome<Response> {
    once(&app, &caller, &submission, || Box::pin(add(&app, &caller, &submission))).await
}

async fn add(
    app: &App,
    caller: &Caller,
    submission: &Submission<IntakeCount>,
) -> Outcome<(Change, StoredResponse)> {
    let (new, ()) = submission.judged(|new| match new.outcome {
        ConversationEnd::Abandoned => Ok(()),
        ConversationEnd::Started => Err(Refusal::Invalid(vec![InvalidParam {
            name: "/outcome".to_owned(),
            reason: InvalidReason::NotApplicable,
            detail: "what was started is counted with its assessment".to_owned(),
        }])),
    })?;
    let answer = created(None, None, new)?;
    let mut change = Change::new(caller.controller.clone());
    change.counts = vec![count(app.today(), Tally::Conversation(new.outcome))];
    Ok((change, answer))
}
