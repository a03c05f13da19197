// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Filings and documents: kept whole, changed by events alone, and in their order.

use crate::change::{Applied, Change};
use crate::facts::DecisionFacts;
use crate::filing::{AttachmentFacts, Due, FilingAppend, MAX_QUEUE, Selection};
use crate::store::{Part, Store, StoreError};
use crate::suite::samples::{asked, decision, here, id, now, record, request};
use chrono::{Days, NaiveDate};
use samenspraak_contract::attachment::{Attachment, AttachmentType, NamedAttachment};
use samenspraak_contract::filing::{FilingContent, FilingEvent, FilingEventType, FilingKind};
use samenspraak_contract::id::{
    AttachmentId, ConsentRequestId, DecisionId, EventId, FilingId, PersonId, Sha256Hex,
};
use samenspraak_contract::person::Person;
use samenspraak_contract::text::Language;
use samenspraak_rules::filing::FilingFacts;
use samenspraak_rules::filing::clock::Place;

const ALL: Part = Part { before: None, limit: 100 };
const EVERYTHING: Selection = Selection { open: None, kinds: Vec::new() };

fn person(name: &str) -> Person {
    Person { id: name.into(), display_name: name.to_owned() }
}

/// A day, counted from the day of the samples.
pub fn day(number: u64) -> NaiveDate {
    now().date_naive() + Days::new(number)
}

fn event(number: u128, event_type: FilingEventType) -> FilingEvent {
    FilingEvent {
        id: EventId(id(number)),
        event_type,
        occurred_at: now(),
        by: Some(person("somebody")),
        by_staff: false,
        text: Some("Woorden ë".to_owned()),
        respond_before: None,
        kind: None,
        decision_notified_on: None,
        authority: None,
        outcome: None,
        party_id: None,
        attachments: Vec::new(),
    }
}

/// A filing about `subject` that `filed_by` filed.
pub fn filing(number: u128, subject: &str, filed_by: &str) -> FilingFacts {
    FilingFacts {
        id: FilingId(id(number)),
        kind: FilingKind::Access,
        subject: Some(person(subject)),
        filed_by: Some(person(filed_by)),
        capacity: None,
        received_at: now(),
        received_on: day(0),
        content: FilingContent { explanation: Some("Waarom ë".to_owned()), ..FilingContent::default() },
        origin: None,
        topic: None,
        language: Language::dutch(),
        recipients: vec!["gp".into()],
        committee_request: None,
        events: vec![event(number * 1000, FilingEventType::Filed)],
    }
}

/// A place in the queue.
pub fn place(kind: FilingKind, open: bool, due: u64) -> Place {
    Place { kind, open, due: day(due) }
}

/// A change that takes a filing.
pub fn filed(facts: FilingFacts, place: Place) -> Change {
    let mut change = Change::new(here());
    change.filings.filed = vec![(facts, place)];
    change
}

/// A change that adds an event to a filing.
pub fn added(filing: u128, expected_version: u32, number: u128, place: Place) -> Change {
    let mut change = Change::new(here());
    change.filings.append = Some(FilingAppend {
        filing_id: FilingId(id(filing)),
        expected_version,
        event: event(number, FilingEventType::Acknowledged),
        place,
        committee_request: None,
    });
    change
}

/// A document that somebody uploaded.
pub fn document(number: u128, uploaded_by: &str) -> AttachmentFacts {
    AttachmentFacts {
        attachment: Attachment {
            id: AttachmentId(id(number)),
            media_type: AttachmentType::Pdf,
            size: 5,
            sha256: Sha256Hex("0".repeat(64)),
        },
        uploaded_by: uploaded_by.into(),
        scan_of: None,
        uploaded_at: now(),
        bytes: vec![b'%', b'P', 0, 255, 7],
    }
}

/// A scan of somebody's signed form, that a worker uploaded.
pub fn scan(number: u128, of: &str) -> AttachmentFacts {
    AttachmentFacts { scan_of: Some(of.into()), ..document(number, "worker") }
}

/// A change that takes a document.
pub fn uploaded(facts: AttachmentFacts) -> Change {
    let mut change = Change::new(here());
    change.filings.attachment = Some(facts);
    change
}

async fn store(it: &dyn Store, change: Change) {
    assert_eq!(it.apply(change).await.expect("a store that works"), Applied::Stored);
}

async fn refused(it: &dyn Store, change: Change) -> StoreError {
    it.apply(change).await.expect_err("it may not be stored")
}

async fn found(it: &dyn Store, number: u128) -> Option<FilingFacts> {
    it.filing(&here(), FilingId(id(number))).await.expect("read")
}

fn access(due: u64) -> Place {
    place(FilingKind::Access, true, due)
}

/// It comes back as it went in, with everything that was added.
pub async fn a_filing_reads_back_with_its_events(it: &dyn Store) {
    assert_eq!(found(it, 1).await, None);
    let facts = filing(1, "child", "mother");
    store(it, filed(facts.clone(), access(30))).await;
    assert_eq!(found(it, 1).await, Some(facts.clone()));
    store(it, added(1, 1, 7, access(30))).await;
    let mut grown = facts;
    grown.events.push(event(7, FilingEventType::Acknowledged));
    assert_eq!(found(it, 1).await, Some(grown.clone()));
    assert_eq!(grown.version(), 2);
    refused(it, filed(filing(1, "x", "x"), access(1))).await;
    assert_eq!(found(it, 1).await, Some(grown), "an id is used once");
    let there = "there".into();
    assert_eq!(it.filing(&there, FilingId(id(1))).await.expect("read"), None);
    assert!(it.filing_queue(&there, &EVERYTHING, None, 10).await.expect("read").is_empty());
}

/// Two who work on one filing: who comes second is told, and nothing is lost.
pub async fn an_event_expects_a_version(it: &dyn Store) {
    store(it, filed(filing(1, "a", "a"), access(30))).await;
    for wrong in [0, 2] {
        let error = refused(it, added(1, wrong, 7, access(9))).await;
        assert!(matches!(error, StoreError::Conflict), "version {wrong}");
    }
    assert!(matches!(refused(it, added(99, 1, 7, access(9))).await, StoreError::Conflict));
    let one = it.apply(added(1, 1, 8, access(9)));
    let two = it.apply(added(1, 1, 9, access(10)));
    let both = tokio::join!(one, two);
    let stored = [&both.0, &both.1].into_iter().filter(|result| result.is_ok()).count();
    assert_eq!(stored, 1);
    assert_eq!(found(it, 1).await.expect("there").version(), 2);
}

/// The question for the committee is noted with the filing, once.
pub async fn the_question_of_a_filing_is_filled_in_once(it: &dyn Store) {
    for number in [5, 6] {
        store(it, asked(request(number, "a", &["a"]), record(number + 10, number))).await;
    }
    store(it, filed(filing(1, "a", "a"), access(30))).await;
    let ask = |version: u32, request: u128| {
        let mut change = added(1, version, u128::from(version) + 20, access(30));
        if let Some(append) = &mut change.filings.append {
            append.committee_request = Some(ConsentRequestId(id(request)));
        }
        change
    };
    store(it, ask(1, 5)).await;
    assert!(matches!(refused(it, ask(2, 6)).await, StoreError::Conflict));
    let asked = found(it, 1).await.expect("there").committee_request;
    assert_eq!(asked, Some(ConsentRequestId(id(5))));
}

/// The subject and who filed it; nobody else, and nobody twice; in parts, newest first.
pub async fn a_person_finds_what_concerns_them(it: &dyn Store) {
    for number in 1..=5 {
        store(it, filed(filing(number, "child", "mother"), access(30))).await;
    }
    store(it, filed(filing(6, "mother", "mother"), access(30))).await;
    let numbers = async |people: &[&str], part: Part| -> Vec<u128> {
        let people: Vec<PersonId> = people.iter().map(|name| (*name).into()).collect();
        let filings = it.filings(&here(), &people, part).await.expect("read");
        filings.iter().map(|filing| filing.id.0.as_u128()).collect()
    };
    assert_eq!(numbers(&["child"], ALL).await, [5, 4, 3, 2, 1]);
    assert_eq!(numbers(&["mother", "child"], ALL).await, [6, 5, 4, 3, 2, 1]);
    assert!(numbers(&["stranger"], ALL).await.is_empty() && numbers(&[""], ALL).await.is_empty());
    let part = Part { before: Some(id(5)), limit: 2 };
    assert_eq!(numbers(&["mother", "child"], part).await, [4, 3]);
}

/// What is due first stands in front, an event moves it, and parts leave no gap.
pub async fn the_queue_goes_by_what_is_due(it: &dyn Store) {
    for (number, kind, open, due) in [
        (1, FilingKind::Access, true, 30),
        (2, FilingKind::Complaint, true, 10),
        (3, FilingKind::Access, true, 10),
        (4, FilingKind::Erasure, false, 5),
        (5, FilingKind::Complaint, false, 20),
    ] {
        store(it, filed(filing(number, "a", "a"), place(kind, open, due))).await;
    }
    let queue = async |open: Option<bool>, kinds: &[FilingKind]| -> Vec<u128> {
        let selection = Selection { open, kinds: kinds.to_vec() };
        let (mut all, mut after): (Vec<u128>, Option<Due>) = (Vec::new(), None);
        loop {
            let part = it.filing_queue(&here(), &selection, after, 2).await.expect("read");
            assert!(part.len() <= 2 && part.iter().all(|(due, facts)| due.id == facts.id.0));
            let Some((last, _)) = part.last() else { break all };
            after = Some(*last);
            all.extend(part.iter().map(|(due, _)| due.id.as_u128()));
        }
    };
    assert_eq!(queue(None, &[]).await, [4, 2, 3, 5, 1]);
    assert_eq!(queue(Some(true), &[]).await, [2, 3, 1]);
    assert_eq!(queue(Some(false), &[]).await, [4, 5]);
    assert_eq!(queue(Some(true), &[FilingKind::Access]).await, [3, 1]);
    assert_eq!(queue(None, &[FilingKind::Complaint, FilingKind::Erasure]).await, [4, 2, 5]);
    store(it, added(2, 1, 77, place(FilingKind::Erasure, false, 40))).await;
    assert_eq!(queue(Some(true), &[]).await, [3, 1]);
    assert_eq!(queue(None, &[FilingKind::Erasure]).await, [4, 2]);
    let most = it.filing_queue(&here(), &EVERYTHING, None, MAX_QUEUE + 1).await.expect("read");
    assert_eq!(most.len(), 5);
}

/// A scan is known by whose it is, and one decision rests on it.
pub async fn one_decision_rests_on_a_scan(it: &dyn Store) {
    let known = AttachmentId(id(3));
    store(it, uploaded(scan(3, "a"))).await;
    store(it, uploaded(document(4, "a"))).await;
    assert_eq!(it.attachment(&here(), known).await.expect("read"), Some(scan(3, "a")));
    store(it, asked(request(1, "a", &["a"]), record(2, 1))).await;
    let on = |number: u128, scan: u128| {
        let mut change = Change::new(here());
        let scan = Some(AttachmentId(id(scan)));
        change.decision = Some(DecisionFacts { scan, ..decision(number, 1, 2) });
        change
    };
    assert!(matches!(refused(it, on(5, 4)).await, StoreError::Conflict), "a document of another kind");
    assert!(matches!(refused(it, on(5, 9)).await, StoreError::Conflict), "nothing at all");
    store(it, on(5, 3)).await;
    assert!(matches!(refused(it, on(6, 3)).await, StoreError::Conflict), "another decision rests on it");
    let resting = it.decision_on(&here(), known).await.expect("read");
    assert_eq!(resting.map(|facts| facts.id), Some(DecisionId(id(5))));
    assert_eq!(it.decision_on(&here(), AttachmentId(id(4))).await.expect("read"), None);
    assert_eq!(it.decision_on(&"there".into(), known).await.expect("read"), None);
}

/// A document is kept byte for byte, and known by who uploaded it and who names it.
pub async fn a_document_is_kept_byte_for_byte(it: &dyn Store) {
    let facts = document(3, "a");
    store(it, uploaded(facts.clone())).await;
    store(it, uploaded(document(4, "b"))).await;
    refused(it, uploaded(document(3, "b"))).await;
    let read = it.attachment(&here(), AttachmentId(id(3))).await.expect("read");
    assert_eq!(read, Some(facts));
    assert_eq!(it.attachment(&"there".into(), AttachmentId(id(3))).await.expect("read"), None);
    let ids = [AttachmentId(id(3)), AttachmentId(id(4)), AttachmentId(id(9))];
    let of = it.attachments_of(&here(), &"a".into(), &ids).await.expect("read");
    assert_eq!(of, [AttachmentId(id(3))]);

    let mut facts = filing(1, "a", "a");
    facts.content.attachments = vec![NamedAttachment { id: AttachmentId(id(3)), title: "Brief".to_owned() }];
    store(it, filed(facts, access(30))).await;
    store(it, filed(filing(2, "a", "a"), access(30))).await;
    let mut change = added(2, 1, 7, access(30));
    if let Some(append) = &mut change.filings.append {
        append.event.attachments =
            vec![NamedAttachment { id: AttachmentId(id(3)), title: "Weer".to_owned() }];
    }
    store(it, change).await;
    let naming = it.filings_with(&here(), AttachmentId(id(3))).await.expect("read");
    assert_eq!(naming, [FilingId(id(1)), FilingId(id(2))]);
    assert!(it.filings_with(&here(), AttachmentId(id(4))).await.expect("read").is_empty());
}
