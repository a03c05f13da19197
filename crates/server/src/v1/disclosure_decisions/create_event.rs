// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/disclosure-decisions/{id}/events`

use crate::access::{Access, SHARING_READERS};
use crate::app::App;
use crate::input::body::{Refusal, Submission};
use crate::input::header::{ExpectedVersion, IdempotencyKey, outdated};
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once};
use crate::v1::consent_records::read::etag;
use crate::v1::disclosure_decisions::read::find;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::disclosure_decision::{DecisionEvent, DisclosureDecision, NewDecisionEvent};
use samenspraak_contract::id::{DisclosureDecisionId, EventId};
use samenspraak_contract::problem::ProblemType;
use samenspraak_rules::intake::facts::DisclosureDecisionFacts;
use samenspraak_rules::intake::sharing::event::{EventRefusal, check, on_line};
use samenspraak_rules::intake::sharing::view;
use samenspraak_storage::change::Change;
use samenspraak_storage::disclosure::DisclosureAppend;
use samenspraak_storage::facts::StoredResponse;
use samenspraak_storage::intake::DecisionAppend;

/// Who may call it.
pub const ACCESS: Access = SHARING_READERS;

/// Tells the person of a decision to share, or waits longer (vrijgeven of langer achterhouden).
///
/// It is done to the decision and to all of its lines in one change. Waiting longer
/// needs a reason and a new day to look again. It is for who decided, the coordinator
/// and the data protection officer.
#[utoipa::path(
    post, path = "/disclosure-decisions/{id}/events", operation_id = "createDisclosureDecisionEvent",
    tag = "disclosure-decisions",
    params(("id" = DisclosureDecisionId, Path, description = "The decision (besluit)."),
        ("If-Match" = String, Header, pattern = r#"^"[0-9]{1,9}"$"#,
            description = "The `ETag` of the decision as it was read.")),
    request_body = NewDecisionEvent,
    responses((status = 201, description = "It is recorded; the decision as it stands now.",
        body = DisclosureDecision,
        headers(("Location" = String, description = "Where the decision is."),
            ("ETag" = String, description = "Its new version."))),
        (status = 412, description = "The decision changed since it was read. Nothing was recorded."),
        (status = 428, description = "`If-Match` is required.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<DisclosureDecisionId>,
    // First what is wrong with the request itself, then whether it comes too late.
    _: IdempotencyKey,
    expected: ExpectedVersion,
    submission: Submission<NewDecisionEvent>,
) -> Outcome<Response> {
    once(&app, &caller, &submission, || Box::pin(add(&app, &caller, id, expected, &submission))).await
}

async fn add(
    app: &App,
    caller: &Caller,
    id: DisclosureDecisionId,
    ExpectedVersion(expected_version): ExpectedVersion,
    submission: &Submission<NewDecisionEvent>,
) -> Outcome<(Change, StoredResponse)> {
    let mut facts = find(app, caller, id).await?;
    if facts.version() != expected_version {
        return Err(outdated());
    }
    let actor = (&caller.person.id, caller.role);
    let catalogue = app.catalogue(&caller.controller)?;
    let (new, ()) =
        submission.judged(|new| check(&facts, actor, new, catalogue, app.today()).map_err(refusal))?;
    let event = DecisionEvent {
        id: EventId(app.ids.next()),
        event_type: new.event_type,
        occurred_at: app.now(),
        by: caller.person.clone(),
        reason: new.reason.clone(),
        review_date: new.review_date,
    };
    facts.events.push(event.clone());
    let seen = view(&facts, app.today());
    let place = format!("/disclosure-decisions/{id}");
    let answer = created(Some(place), Some(etag(seen.version)), &seen)?;
    let mut change = Change::new(caller.controller.clone());
    change.disclosures.appends = on_all_lines(app, caller, &facts, &event).await?;
    change.intake.appends = vec![DecisionAppend { id, expected_version, events: vec![event] }];
    Ok((change, answer))
}

async fn on_all_lines(
    app: &App,
    caller: &Caller,
    facts: &DisclosureDecisionFacts,
    event: &DecisionEvent,
) -> Outcome<Vec<DisclosureAppend>> {
    let mut appends = Vec::with_capacity(facts.disclosure_ids.len());
    for id in &facts.disclosure_ids {
        let line = app.store.disclosure(&caller.controller, *id).await?;
        let line = line.ok_or_else(|| Failure::internal("a decision without its line"))?;
        let events = vec![on_line(event, caller.role, EventId(app.ids.next()))];
        appends.push(DisclosureAppend { id: *id, expected_version: line.version(), events });
    }
    Ok(appends)
}

fn refusal(refusal: EventRefusal) -> Refusal {
    let (problem, detail) = match refusal {
        EventRefusal::Invalid(errors) => return Refusal::Invalid(errors),
        EventRefusal::NotYours => (ProblemType::NotAllowed, "This is for somebody else to do."),
        EventRefusal::NotAllowed => {
            (ProblemType::TransitionNotAllowed, "The person knows of this already; nothing is withheld.")
        }
    };
    Refusal::Failure(Failure::new(problem, detail))
}
