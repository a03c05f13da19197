// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/disclosures/{id}/events`

use crate::access::{Access, WITHHOLDERS};
use crate::app::App;
use crate::input::body::{Refusal, Submission};
use crate::input::header::{ExpectedVersion, IdempotencyKey, outdated};
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once};
use crate::v1::consent_records::read::etag;
use crate::v1::disclosures::read::{facts, resolve};
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::disclosure::{Disclosure, DisclosureEvent, NewDisclosureEvent};
use samenspraak_contract::id::{DisclosureId, EventId};
use samenspraak_contract::problem::ProblemType;
use samenspraak_rules::disclosure::event::{EventRefusal, check};
use samenspraak_rules::disclosure::view::version;
use samenspraak_storage::change::Change;
use samenspraak_storage::disclosure::DisclosureAppend;
use samenspraak_storage::facts::StoredResponse;

/// Who may call it.
pub const ACCESS: Access = WITHHOLDERS;

/// Releases a withheld line, withholds it longer, or says that it was read (vrijgeven, langer achterhouden, gelezen).
///
/// Staff release and withhold; the person, or who represents them, says that it
/// was read. A line with a `disclosureDecisionId` is released and withheld longer
/// with all the others of its decision: `POST /v1/disclosure-decisions/{id}/events`.
#[utoipa::path(
    post, path = "/disclosures/{id}/events", operation_id = "createDisclosureEvent", tag = "disclosures",
    params(("id" = DisclosureId, Path, description = "The line (verstrekking of inzage)."),
        ("If-Match" = String, Header, pattern = r#"^"[0-9]{1,9}"$"#,
            description = "The `ETag` of the line as it was read.")),
    request_body = NewDisclosureEvent,
    responses((status = 201, description = "It is recorded; the line as it stands now.", body = Disclosure,
        headers(("Location" = String, description = "Where the line is."),
            ("ETag" = String, description = "Its new version."))),
        (status = 412, description = "The line changed since it was read. Nothing was recorded."),
        (status = 428, description = "`If-Match` is required.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<DisclosureId>,
    // First what is wrong with the request itself, then whether it comes too late.
    _: IdempotencyKey,
    expected: ExpectedVersion,
    submission: Submission<NewDisclosureEvent>,
) -> Outcome<Response> {
    store(&app, &caller, id, expected, &submission).await
}

/// Adds the event that was submitted, once.
///
/// # Errors
/// When it may not be added, or cannot be stored.
pub async fn store(
    app: &App,
    caller: &Caller,
    id: DisclosureId,
    expected: ExpectedVersion,
    submission: &Submission<NewDisclosureEvent>,
) -> Outcome<Response> {
    once(app, caller, submission, || Box::pin(add(app, caller, id, expected, submission))).await
}

async fn add(
    app: &App,
    caller: &Caller,
    id: DisclosureId,
    ExpectedVersion(expected_version): ExpectedVersion,
    submission: &Submission<NewDisclosureEvent>,
) -> Outcome<(Change, StoredResponse)> {
    let mut facts = facts(app, caller, id).await?;
    if version(&facts, caller.viewer()) != expected_version {
        return Err(outdated());
    }
    let stored_version = facts.version();
    let catalogue = app.catalogue(&caller.controller)?;
    let (new, ()) =
        submission.judged(|new| check(&facts, caller.role, new, catalogue, app.today()).map_err(refusal))?;
    let event = DisclosureEvent {
        id: EventId(app.ids.next()),
        event_type: new.event_type,
        occurred_at: app.now(),
        by: Some(caller.person.clone()),
        role: caller.role,
        review_date: new.review_date,
    };
    facts.events.push(event.clone());
    let seen = resolve(app, &caller.controller, &facts, caller.viewer())?;
    let answer = created(Some(format!("/disclosures/{id}")), Some(etag(seen.version)), &seen)?;
    let mut change = Change::new(caller.controller.clone());
    change.disclosures.appends =
        vec![DisclosureAppend { id, expected_version: stored_version, events: vec![event] }];
    Ok((change, answer))
}

fn refusal(refusal: EventRefusal) -> Refusal {
    let (problem, detail) = match refusal {
        EventRefusal::Invalid(errors) => return Refusal::Invalid(errors),
        EventRefusal::WrongRole => (ProblemType::NotAllowed, "This event is for other roles."),
        EventRefusal::NotAllowed => {
            (ProblemType::TransitionNotAllowed, "Not possible in the present status of the line.")
        }
        EventRefusal::OfDecision => (
            ProblemType::TransitionNotAllowed,
            "The line belongs to a decision to share: add the event to that decision, for all of its lines.",
        ),
    };
    Refusal::Failure(Failure::new(problem, detail))
}
