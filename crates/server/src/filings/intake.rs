// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A filing comes in, through one way for all three doors.

use crate::app::App;
use crate::filings::door::{Door, Measure};
use crate::filings::{about, assemble, committee, counts, law};
use crate::input::body::{Refusal, Submission};
use crate::problem::Outcome;
use crate::representations::represented;
use crate::session::Caller;
use crate::submit::created;
use crate::v1::consent_records::read::etag;
use samenspraak_contract::filing::{FilingEvent, FilingEventType};
use samenspraak_contract::id::{AttachmentId, EventId, FilingId};
use samenspraak_contract::person::{Capacity, Person};
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_rules::filing::clock::place;
use samenspraak_rules::filing::{FilingFacts, check};
use samenspraak_storage::change::Change;
use samenspraak_storage::facts::StoredResponse;
use std::collections::BTreeSet;

/// What the store knows about a body.
#[derive(Default)]
struct Found {
    /// Whom it is about, and what the caller is to them.
    subject: Option<(Person, Capacity)>,
    line: Option<about::Line>,
    owned: BTreeSet<AttachmentId>,
}

/// Takes what was submitted: the change that stores it, and the answer.
pub async fn file<T: Door>(
    app: &App,
    caller: &Caller,
    submission: &Submission<T>,
) -> Outcome<(Change, StoredResponse)> {
    let (now, today) = (app.now(), app.today());
    let catalogue = app.catalogue(&caller.controller)?;
    let found = match submission.value() {
        Some(new) => found(app, caller, new).await?,
        None => Found::default(),
    };
    let measure = Measure { catalogue, signed_in: caller.is_somebody(), today };
    let (new, ()) = submission.judged(|new| {
        let mut errors = new.check(measure);
        if caller.is_somebody() {
            references(new, &found, &mut errors);
        }
        if errors.is_empty() { Ok(()) } else { Err(Refusal::Invalid(errors)) }
    })?;

    let content = new.content();
    let (line, corrections) = (found.line.as_ref(), &content.corrections);
    let filed_by = caller.is_somebody().then(|| caller.person.clone());
    let recipients = match &found.subject {
        Some((subject, _)) => about::recipients(app, caller, &subject.id, line, corrections).await?,
        None => Vec::new(),
    };
    let (subject, capacity) = found.subject.clone().unzip();
    let mut facts = FilingFacts {
        id: FilingId(app.ids.next()),
        kind: new.kind(),
        subject,
        filed_by: filed_by.clone(),
        capacity,
        received_at: now,
        received_on: today,
        topic: about::topic(catalogue, line, corrections),
        origin: new.origin(),
        language: new.language().clone(),
        recipients,
        committee_request: None,
        events: vec![filed(EventId(app.ids.next()), now, filed_by)],
        content,
    };
    let question = committee::ask(app, caller, &facts, today).await?;
    facts.committee_request = question.as_ref().map(|(request, _)| request.id);

    let seen = assemble::seen(app, caller, &facts, question.as_ref(), today).await?;
    let answer = created(Some(format!("/filings/{}", seen.id)), Some(etag(seen.version)), &seen)?;
    let mut change = Change::new(caller.controller.clone());
    change.counts = counts::filed(&facts);
    let place = place(&facts, law(catalogue));
    change.filings.filed = vec![(facts, place)];
    if let Some((request, records)) = question {
        change.request = Some(request);
        change.records = records;
    }
    Ok((change, answer))
}

async fn found<T: Door>(app: &App, caller: &Caller, new: &T) -> Outcome<Found> {
    if !caller.is_somebody() {
        return Ok(Found::default());
    }
    let subject = match new.subject_id().filter(|id| **id != caller.person.id) {
        None => Some((caller.person.clone(), Capacity::DataSubject)),
        Some(id) => {
            let people = represented(app, caller).await?;
            let one = people.into_iter().find(|person| person.person.id == *id);
            one.map(|person| (person.person, person.capacity))
        }
    };
    let line = match new.origin() {
        Some(origin) => about::line(app, caller, origin).await?,
        None => None,
    };
    let named: Vec<AttachmentId> = new.attachments().iter().map(|attachment| attachment.id).collect();
    let owned = match named.is_empty() {
        true => Vec::new(),
        false => app.store.attachments_of(&caller.controller, &caller.person.id, &named).await?,
    };
    Ok(Found { subject, line, owned: owned.into_iter().collect() })
}

fn references<T: Door>(new: &T, found: &Found, errors: &mut Vec<InvalidParam>) {
    let mut refuse = |name: &str, reason, detail: &str| {
        errors.push(InvalidParam { name: name.to_owned(), reason, detail: detail.to_owned() });
    };
    let subject = found.subject.as_ref().map(|(subject, _)| &subject.id);
    if subject.is_none() {
        refuse("/subjectId", InvalidReason::NotRepresented, "the caller does not represent this person");
    }
    let about_subject = found.line.as_ref().is_some_and(|line| Some(&line.subject) == subject);
    if new.origin().is_some() && !about_subject {
        refuse("/origin", InvalidReason::UnknownReference, "no such line or consent of this person");
    }
    errors.extend(check::attachments(new.attachments(), &found.owned));
}

fn filed(id: EventId, occurred_at: chrono::DateTime<chrono::Utc>, by: Option<Person>) -> FilingEvent {
    FilingEvent {
        id,
        event_type: FilingEventType::Filed,
        occurred_at,
        by,
        by_staff: false,
        text: None,
        respond_before: None,
        kind: None,
        decision_notified_on: None,
        authority: None,
        outcome: None,
        party_id: None,
        attachments: Vec::new(),
    }
}
