// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/filings/{id}/events`

use crate::access::{Access, FILING_ACTORS};
use crate::app::App;
use crate::filings::{assemble, committee, counts, find, law};
use crate::input::body::{Refusal, Submission};
use crate::input::header::{ExpectedVersion, IdempotencyKey, outdated};
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once};
use crate::v1::consent_records::read::etag;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::filing::{Filing, FilingEvent, NewFilingEvent};
use samenspraak_contract::id::{AttachmentId, EventId, FilingId};
use samenspraak_contract::problem::{InvalidParam, ProblemType};
use samenspraak_rules::filing::check;
use samenspraak_rules::filing::clock::place;
use samenspraak_rules::filing::event::{Around, EventRefusal, plan_event};
use samenspraak_rules::filing::state::state;
use samenspraak_storage::change::Change;
use samenspraak_storage::facts::StoredResponse;
use samenspraak_storage::filing::FilingAppend;
use samenspraak_storage::ids::Ids;

/// Who may call it.
pub const ACCESS: Access = FILING_ACTORS;

/// Adds what the person or the municipality does with a filing (aanvullen, intrekken, behandelen, beslissen).
///
/// `allowedEvents` of the filing says what the caller may add now. Two who work on
/// one filing never overwrite each other: who comes second reads again.
#[utoipa::path(
    post, path = "/filings/{id}/events", operation_id = "createFilingEvent", tag = "filings",
    params(("id" = FilingId, Path, description = "The filing (verzoek, bezwaar of klacht)."),
        ("If-Match" = String, Header, pattern = r#"^"[0-9]{1,9}"$"#,
            description = "The `ETag` of the filing as it was read.")),
    request_body = NewFilingEvent,
    responses((status = 201, description = "It is recorded; the filing as it stands now.", body = Filing,
        headers(("Location" = String, description = "Where the filing is."),
            ("ETag" = String, description = "Its new version."))),
        (status = 412, description = "The filing changed since it was read. Nothing was recorded."),
        (status = 428, description = "`If-Match` is required.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<FilingId>,
    // First what is wrong with the request itself, then whether it comes too late.
    _: IdempotencyKey,
    expected: ExpectedVersion,
    submission: Submission<NewFilingEvent>,
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
    id: FilingId,
    expected: ExpectedVersion,
    submission: &Submission<NewFilingEvent>,
) -> Outcome<Response> {
    once(app, caller, submission, || Box::pin(add(app, caller, id, expected, submission))).await
}

async fn add(
    app: &App,
    caller: &Caller,
    id: FilingId,
    ExpectedVersion(expected_version): ExpectedVersion,
    submission: &Submission<NewFilingEvent>,
) -> Outcome<(Change, StoredResponse)> {
    let before = find(app, caller, id).await?;
    if before.version() != expected_version {
        return Err(outdated());
    }
    let catalogue = app.catalogue(&caller.controller)?;
    let (law, today) = (law(catalogue), app.today());
    let unknown = match submission.value() {
        Some(new) => unknown_attachments(app, caller, new).await?,
        None => Vec::new(),
    };
    let (new, ()) = submission.judged(|new| {
        let parties = catalogue.parties.iter().map(|party| party.id.clone()).collect();
        let around = Around { law, parties: &parties, today };
        refused(plan_event(&before, new, caller.actor(), around), unknown)
    })?;

    let event = event(&app.ids, caller, new);
    let mut after = before.clone();
    after.events.push(event.clone());
    let earlier = committee::of(app, caller, &before).await?;
    let asked = committee::ask(app, caller, &after, today).await?;
    let committee_request = asked.as_ref().map(|(request, _)| request.id);
    after.committee_request = committee_request.or(before.committee_request);

    let mut change = Change::new(caller.controller.clone());
    change.counts = counts::event(&before, &event, law, today);
    change.appends = committee::end(catalogue, &app.ids, &state(&after), earlier.as_ref(), today);
    let question = asked.or_else(|| {
        earlier.map(|(request, mut records)| {
            for append in &change.appends {
                let ended = records.iter_mut().find(|record| record.id == append.record_id);
                ended.into_iter().for_each(|record| record.events.extend(append.events.clone()));
            }
            (request, records)
        })
    });
    let seen = assemble::seen(app, caller, &after, question.as_ref(), today).await?;
    let answer = created(Some(format!("/filings/{id}")), Some(etag(seen.version)), &seen)?;
    if committee_request.is_some()
        && let Some((request, records)) = question
    {
        change.request = Some(request);
        change.records = records;
    }
    let place = place(&after, law);
    change.filings.append =
        Some(FilingAppend { filing_id: id, expected_version, event, place, committee_request });
    Ok((change, answer))
}

async fn unknown_attachments(app: &App, caller: &Caller, new: &NewFilingEvent) -> Outcome<Vec<InvalidParam>> {
    let named: Vec<AttachmentId> = new.attachments.iter().map(|attachment| attachment.id).collect();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let owned = app.store.attachments_of(&caller.controller, &caller.person.id, &named).await?;
    Ok(check::attachments(&new.attachments, &owned.into_iter().collect()))
}

fn refused(plan: Result<(), EventRefusal>, unknown: Vec<InvalidParam>) -> Result<(), Refusal> {
    let failure = |problem, detail| Err(Refusal::Failure(Failure::new(problem, detail)));
    match plan {
        Ok(()) if unknown.is_empty() => Ok(()),
        Ok(()) => Err(Refusal::Invalid(unknown)),
        Err(EventRefusal::Invalid(errors)) => Err(Refusal::Invalid([errors, unknown].concat())),
        Err(EventRefusal::NotYours) => failure(ProblemType::NotAllowed, "This is for somebody else to do."),
        Err(EventRefusal::NotAllowed) => {
            failure(ProblemType::TransitionNotAllowed, "Not possible for this filing now.")
        }
    }
}

fn event(ids: &Ids, caller: &Caller, new: &NewFilingEvent) -> FilingEvent {
    FilingEvent {
        id: EventId(ids.next()),
        event_type: new.event_type,
        occurred_at: ids.now(),
        by: Some(caller.person.clone()),
        by_staff: caller.role != Role::Citizen,
        text: new.text.clone(),
        respond_before: new.respond_before,
        kind: new.kind,
        decision_notified_on: new.decision_notified_on,
        authority: new.authority.clone(),
        outcome: new.outcome,
        party_id: new.party_id.clone(),
        attachments: new.attachments.clone(),
    }
}
