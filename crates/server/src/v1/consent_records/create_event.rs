// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/consent-records/{id}/events`

use crate::access::{Access, CITIZENS};
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
use samenspraak_contract::id::{ConsentRecordId, EventId};
use samenspraak_contract::person::Signatory;
use samenspraak_contract::problem::ProblemType;
use samenspraak_contract::record::{ConsentEvent, ConsentRecord, ExpressionMethod, NewEvent};
use samenspraak_rules::record::{EventPlan, EventRefusal, plan_event};
use samenspraak_rules::view;
use samenspraak_storage::change::{Append, Change};
use samenspraak_storage::facts::StoredResponse;

/// Who may call it.
pub const ACCESS: Access = CITIZENS;

/// Stops or extends a consent (intrekken of verlengen), all of it or part.
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
    let (new, plan) = submission
        .judged(|new| plan_event(&request, &record, &caller.person.id, new, app.today()).map_err(refusal))?;
    let signatory = request.signatory(&caller.person.id).ok_or_else(Failure::not_found)?;
    let event = event(app, plan, signatory, new);
    record.events.push(event.clone());
    let seen = view::record(&request, &record, caller.viewer(), app.today())
        .ok_or_else(|| Failure::internal("a record without its item"))?;
    let answer = created(Some(format!("/consent-records/{id}")), Some(etag(seen.version)), &seen)?;

    let mut change = Change::new(caller.controller.clone());
    change.counts = said(app.today(), [&event]);
    change.appends = vec![Append { record_id: id, expected_version: stored_version, events: vec![event] }];
    Ok((change, answer))
}

fn event(app: &App, plan: EventPlan, signatory: &Signatory, new: &NewEvent) -> ConsentEvent {
    let now = app.now();
    ConsentEvent {
        id: EventId(app.ids.next()),
        event_type: plan.event_type,
        occurred_at: now,
        recorded_at: now,
        expressed_by: Some(signatory.person.clone()),
        capacity: Some(signatory.capacity),
        method: Some(ExpressionMethod::Digital),
        data_types: plan.data_types,
        end_date: plan.end_date,
        presentation_id: None,
        notice_hash: None,
        language: Some(new.language.clone()),
        decision_id: None,
        assistance: None,
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
