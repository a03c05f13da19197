// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/consent-records/{id}/events`

use crate::access::{ANSWERERS, Access};
use crate::app::App;
use crate::counts::said;
use crate::input::body::{Refusal, Submission};
use crate::input::header::{ExpectedVersion, IdempotencyKey, outdated};
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once};
use crate::v1::consent_records::read::{etag, find};
use axum::extract::State;
use axum::response::Response;
use chrono::NaiveDate;
use samenspraak_contract::id::{ConsentRecordId, EventId};
use samenspraak_contract::person::Signatory;
use samenspraak_contract::problem::ProblemType;
use samenspraak_contract::record::{Assistance, ConsentEvent, ConsentRecord, ExpressionMethod, NewEvent};
use samenspraak_rules::decision::EnteredBy;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::record::{EventPlan, EventRefusal, plan_event, plan_missing};
use samenspraak_rules::view;
use samenspraak_storage::change::{Append, Change};
use samenspraak_storage::facts::StoredResponse;

/// Who may call it.
pub const ACCESS: Access = ANSWERERS;

/// Stops or extends a consent (intrekken of verlengen), all of it or part.
///
/// Staff say that somebody who has to sign cannot be reached, and nothing else.
#[utoipa::path(
    post, path = "/consent-records/{id}/events", operation_id = "createConsentRecordEvent",
    tag = "consent-records",
    params(("id" = ConsentRecordId, Path, description = "The record (toestemmingsregistratie)."),
        ("If-Match" = String, Header, pattern = r#"^"[0-9]{1,9}"$"#,
            description = "The `ETag` of the record as it was read.")),
    request_body = NewEvent,
    responses((status = 201, description = "It is recorded; the record as it stands now.", body = ConsentRecord,
        headers(("Location" = String, description = "Where the record is."),
            ("ETag" = String, description = "Its new version."))),
        (status = 412, description = "The record changed since it was read. Nothing was recorded."),
        (status = 428, description = "`If-Match` is required.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<ConsentRecordId>,
    // First what is wrong with the request itself, then whether it comes too late.
    _: IdempotencyKey,
    expected: ExpectedVersion,
    submission: Submission<NewEvent>,
) -> Outcome<Response> {
    once(&app, &caller, &submission, || Box::pin(add(&app, &caller, id, expected, &submission))).await
}

async fn add(
    app: &App,
    caller: &Caller,
    id: ConsentRecordId,
    ExpectedVersion(expected_version): ExpectedVersion,
    submission: &Submission<NewEvent>,
) -> Outcome<(Change, StoredResponse)> {
    let (request, mut record) = find(app, caller, id).await?;
    if view::version(&request, &record, caller.viewer()) != expected_version {
        return Err(outdated());
    }
    let stored_version = record.version();
    let (new, plan) =
        submission.judged(|new| plan(caller, &request, &record, new, app.today()).map_err(refusal))?;
    let event = event(app, caller, plan, request.signatory(&caller.person.id), new);
    record.events.push(event.clone());
    let seen = view::record(&request, &record, caller.viewer(), app.today())
        .ok_or_else(|| Failure::internal("a record without its item"))?;
    let answer = created(Some(format!("/consent-records/{id}")), Some(etag(seen.version)), &seen)?;

    let mut change = Change::new(caller.controller.clone());
    change.counts = said(app.today(), [&event]);
    change.appends = vec![Append { record_id: id, expected_version: stored_version, events: vec![event] }];
    Ok((change, answer))
}

fn plan(
    caller: &Caller,
    request: &RequestFacts,
    record: &RecordFacts,
    new: &NewEvent,
    today: NaiveDate,
) -> Result<EventPlan, EventRefusal> {
    match caller.enters() {
        EnteredBy::Person(person) => plan_event(request, record, person, new, today),
        EnteredBy::Staff(..) => plan_missing(request, record, new, today),
    }
}

// `signatory` is the caller, when it is a person who says it.
fn event(
    app: &App,
    caller: &Caller,
    plan: EventPlan,
    signatory: Option<&Signatory>,
    new: &NewEvent,
) -> ConsentEvent {
    let now = app.now();
    let by_staff = plan.concerns.is_some();
    let signatory = signatory.filter(|_| !by_staff);
    ConsentEvent {
        id: EventId(app.ids.next()),
        event_type: plan.event_type,
        occurred_at: now,
        recorded_at: now,
        expressed_by: signatory.map(|signatory| signatory.person.clone()),
        capacity: signatory.map(|signatory| signatory.capacity),
        method: signatory.map(|_| ExpressionMethod::Digital),
        data_types: plan.data_types,
        end_date: plan.end_date,
        presentation_id: None,
        notice_hash: None,
        language: Some(new.language.clone()),
        decision_id: None,
        assistance: by_staff.then(|| Assistance {
            role: caller.role,
            entered_by: Some(caller.person.clone()),
            present: Vec::new(),
            conversation_reference: None,
            signed_on: None,
            attachment_id: None,
        }),
        concerns: plan.concerns,
    }
}

fn refusal(refusal: EventRefusal) -> Refusal {
    let (problem, detail) = match refusal {
        EventRefusal::Invalid(errors) => return Refusal::Invalid(errors),
        EventRefusal::WrongSignatory => {
            (ProblemType::WrongSignatory, "This person does not sign for this record.")
        }
        EventRefusal::NotAllowed => {
            (ProblemType::TransitionNotAllowed, "Not possible for this person in the present status.")
        }
    };
    Refusal::Failure(Failure::new(problem, detail))
}
