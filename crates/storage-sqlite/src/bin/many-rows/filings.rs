// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Filings for one desk: one every minute up to now, of every kind, most of them open.

use super::id;
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use samenspraak_contract::filing::{FilingContent, FilingEvent, FilingEventType, FilingKind};
use samenspraak_contract::id::{EventId, FilingId};
use samenspraak_contract::person::Person;
use samenspraak_contract::text::Language;
use samenspraak_rules::filing::FilingFacts;
use samenspraak_rules::filing::clock::Place;
use samenspraak_rules::term::local_date;

/// One in so many is answered.
const CLOSED: u64 = 3;
/// Days between receipt and the last day to answer: about what the law says.
const TERM: u64 = 31;

/// The filing with this number, and its place in the queue.
pub fn filing(number: u64, now: DateTime<Utc>) -> (FilingFacts, Place) {
    let received_at = now - TimeDelta::minutes(i64::try_from(number).unwrap_or_default());
    let received_on = local_date(received_at);
    let turn = usize::try_from(number).unwrap_or_default() % FilingKind::ALL.len();
    let kind = FilingKind::ALL[turn];
    let name = format!("person-{number}");
    let person = Person { id: name.as_str().into(), display_name: name };
    let content = FilingContent { explanation: Some("Waarom dit?".to_owned()), ..FilingContent::default() };
    let facts = FilingFacts {
        id: FilingId(id(received_at, number)),
        kind,
        subject: Some(person.clone()),
        filed_by: Some(person.clone()),
        capacity: None,
        received_at,
        received_on,
        content,
        origin: None,
        topic: None,
        language: Language::dutch(),
        recipients: Vec::new(),
        committee_request: None,
        events: vec![filed(number, received_at, person)],
    };
    (facts, Place { kind, open: !number.is_multiple_of(CLOSED), due: due(received_on) })
}

fn due(received_on: NaiveDate) -> NaiveDate {
    received_on + Days::new(TERM)
}

fn filed(number: u64, occurred_at: DateTime<Utc>, by: Person) -> FilingEvent {
    FilingEvent {
        id: EventId(id(occurred_at, number)),
        event_type: FilingEventType::Filed,
        occurred_at,
        by: Some(by),
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
