// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The record's states, exhaustively: the table in `docs/states.md`, and every
//! way in which three people can answer.

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use chrono::{Days, NaiveDate};
use fixture::*;
use samenspraak_contract::id::{DataTypeId, PersonId};
use samenspraak_contract::person::Capacity;
use samenspraak_contract::record::{EventType, NewEvent, NewEventType, RecordStatus as S};
use samenspraak_contract::text::Language;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::record::{EventRefusal, is_allowed, plan_event, standing};
use std::collections::BTreeSet;

#[test]
fn the_documented_table_is_the_code() {
    fixture::documented::assert_table("status", &S::ALL, &EventType::ALL, is_allowed);
}

const SIGNERS: [&str; 3] = ["sem", "mother", "father"];

fn joint() -> (RequestFacts, Vec<RecordFacts>) {
    let resolved = resolved(&joint_request(), None);
    (resolved.request, resolved.records)
}

// What must come out, told independently of the code: by sets, not by folding.
fn expected(choices: &[Option<Choice>]) -> (S, BTreeSet<DataTypeId>) {
    let allows = |choice: &Option<Choice>| -> BTreeSet<&str> {
        match choice {
            Some(Choice::All) => ["needs", "that-help-runs"].into(),
            Some(Choice::First) => ["needs"].into(),
            Some(Choice::Last) => ["that-help-runs"].into(),
            _ => BTreeSet::new(),
        }
    };
    if choices.contains(&Some(Choice::Nothing)) {
        return (S::Refused, BTreeSet::new());
    }
    if choices.contains(&None) || choices.contains(&Some(Choice::Later)) {
        let status = if choices.iter().any(|choice| !allows(choice).is_empty()) {
            S::Pending
        } else if choices.contains(&Some(Choice::Later)) {
            S::Deferred
        } else {
            S::Requested
        };
        return (status, BTreeSet::new());
    }
    let shared: BTreeSet<DataTypeId> = ["needs", "that-help-runs"]
        .into_iter()
        .filter(|datum| choices.iter().all(|choice| allows(choice).contains(datum)))
        .map(DataTypeId::from)
        .collect();
    (if shared.is_empty() { S::Refused } else { S::Given }, shared)
}

/// F2, F7: every combination of answers of three people, in every order.
#[test]
fn three_people_answer_in_every_way_and_order() {
    let options: Vec<Option<Choice>> = std::iter::once(None).chain(Choice::EVERY.map(Some)).collect();
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    for a in &options {
        for b in &options {
            for c in &options {
                let choices = [*a, *b, *c];
                for order in orders {
                    let (request, mut records) = joint();
                    for index in order {
                        if let Some(choice) = choices[index] {
                            decide(&request, &mut records, SIGNERS[index], choice).unwrap();
                        }
                    }
                    let standing = standing(&request, &records[0], today());
                    let (status, shared) = expected(&choices);
                    assert_eq!((standing.status, standing.shared), (status, shared), "{choices:?} {order:?}");
                }
            }
        }
    }
}

fn stop(data: &[&str]) -> NewEvent {
    NewEvent {
        event_type: NewEventType::Withdrawn,
        data_types: data.iter().map(|id| DataTypeId::from(*id)).collect(),
        end_date: None,
        person_id: None,
        language: Language::dutch(),
    }
}

fn extend(end: NaiveDate) -> NewEvent {
    NewEvent { event_type: NewEventType::Renewed, end_date: Some(end), ..stop(&[]) }
}

fn add(
    request: &RequestFacts,
    record: &mut RecordFacts,
    who: &str,
    new: &NewEvent,
) -> Result<(), EventRefusal> {
    let plan = plan_event(request, record, &PersonId::from(who), new, today())?;
    let mut stored = event(plan.event_type, Some((who, Capacity::DataSubject)), &[]);
    stored.data_types = plan.data_types;
    stored.end_date = plan.end_date;
    record.events.push(stored);
    Ok(())
}

/// A10: whoever said yes can stop, all of it or part of it.
#[test]
fn stopping_part_leaves_the_rest_and_stopping_all_ends_it() {
    let resolved = resolved(&new_request(), None);
    let (request, mut records) = (resolved.request, resolved.records);
    decide(&request, &mut records, "noor", Choice::All).unwrap();
    add(&request, &mut records[0], "noor", &stop(&["needs"])).unwrap();
    let part = standing(&request, &records[0], today());
    assert_eq!((part.status, part.shared), (S::Given, BTreeSet::from(["that-help-runs".into()])));
    add(&request, &mut records[0], "noor", &stop(&[])).unwrap();
    assert_eq!(standing(&request, &records[0], today()).status, S::Withdrawn);
    assert_eq!(add(&request, &mut records[0], "noor", &stop(&[])), Err(EventRefusal::NotAllowed));
}

/// One of several who stops, stops it for all.
#[test]
fn one_signatory_can_stop_for_all() {
    let (request, mut records) = joint();
    for who in SIGNERS {
        decide(&request, &mut records, who, Choice::All).unwrap();
    }
    add(&request, &mut records[0], "father", &stop(&[])).unwrap();
    assert_eq!(standing(&request, &records[0], today()).status, S::Withdrawn);
}

/// What was not allowed cannot be stopped; the answer names every such datum.
#[test]
fn stopping_what_was_not_allowed_is_refused() {
    let resolved = resolved(&new_request(), None);
    let (request, mut records) = (resolved.request, resolved.records);
    decide(&request, &mut records, "noor", Choice::First).unwrap();
    let before = records[0].clone();
    let Err(EventRefusal::Invalid(errors)) =
        add(&request, &mut records[0], "noor", &stop(&["that-help-runs", "x"]))
    else {
        panic!("accepted")
    };
    assert_eq!(errors.len(), 2);
    assert_eq!(records[0], before);
}

/// The last day counts; the day after, nothing may be shared. Extending moves it.
#[test]
fn validity_ends_after_its_last_day_and_can_be_extended_within_limits() {
    let resolved = resolved(&new_request(), None);
    let (request, mut records) = (resolved.request, resolved.records);
    decide(&request, &mut records, "noor", Choice::All).unwrap();
    let last = today() + Days::new(300);
    assert_eq!(standing(&request, &records[0], last).status, S::Given);
    assert_eq!(standing(&request, &records[0], last + Days::new(1)).status, S::Expired);
    assert!(standing(&request, &records[0], last + Days::new(1)).shared.is_empty());
    let latest = day("2027-11-22");
    for refused in [last, latest + Days::new(1)] {
        assert!(matches!(
            add(&request, &mut records[0], "noor", &extend(refused)),
            Err(EventRefusal::Invalid(_))
        ));
    }
    add(&request, &mut records[0], "noor", &extend(latest)).unwrap();
    assert_eq!(standing(&request, &records[0], latest).status, S::Given);
    assert_eq!(standing(&request, &records[0], latest + Days::new(1)).status, S::Expired);
}

/// A question nobody answered in time lapses, and a stranger's event changes nothing.
#[test]
fn an_unanswered_question_lapses() {
    let (request, mut records) = joint();
    let after = request.answer_before_date + Days::new(1);
    assert_eq!(standing(&request, &records[0], request.answer_before_date).status, S::Requested);
    assert_eq!(standing(&request, &records[0], after).status, S::Lapsed);
    decide(&request, &mut records, "sem", Choice::All).unwrap();
    assert_eq!(standing(&request, &records[0], after).status, S::Lapsed);
    records[0].events.push(event(EventType::Given, Some(("stranger", Capacity::DataSubject)), &["needs"]));
    assert_eq!(standing(&request, &records[0], today()).status, S::Pending);
}

/// F2: a birthday at an age limit, or the end of a representation, puts a record
/// in review; sharing goes on only on the yes of those who must sign from then on.
#[test]
fn an_age_limit_or_an_ended_representation_asks_for_review() {
    let (mut request, mut records) = joint();
    request.items[0].end_date = day("2035-01-01");
    for who in SIGNERS {
        decide(&request, &mut records, who, Choice::First).unwrap();
    }
    let sixteen = day("2028-06-01");
    assert_eq!(standing(&request, &records[0], sixteen - Days::new(1)).status, S::Given);
    let at_sixteen = standing(&request, &records[0], sixteen);
    assert_eq!(at_sixteen.status, S::Review);
    assert_eq!(at_sixteen.shared, BTreeSet::from(["needs".into()]), "his own yes still stands");
    assert_eq!(standing(&request, &records[0], day("2030-06-01")).status, S::Review);

    request.signatories[1].representation.as_mut().unwrap().end_date = Some(day("2027-01-01"));
    assert_eq!(standing(&request, &records[0], day("2027-01-01")).status, S::Given);
    assert_eq!(standing(&request, &records[0], day("2027-01-02")).status, S::Review);
}

/// Every event that ends a record, in every status that allows it, ends it for good.
#[test]
fn what_ended_stays_ended() {
    for (ending, status) in [
        (EventType::Revoked, S::Revoked),
        (EventType::Invalidated, S::Invalidated),
        (EventType::Superseded, S::Superseded),
    ] {
        let (request, mut records) = joint();
        for who in SIGNERS {
            decide(&request, &mut records, who, Choice::All).unwrap();
        }
        records[0].events.push(event(ending, None, &[]));
        assert_eq!(standing(&request, &records[0], today()).status, status);
        assert!(standing(&request, &records[0], today()).shared.is_empty());
        records[0].events.push(event(EventType::Given, Some(("sem", Capacity::DataSubject)), &["needs"]));
        assert_eq!(standing(&request, &records[0], today()).status, status);
        assert_eq!(add(&request, &mut records[0], "sem", &stop(&[])), Err(EventRefusal::NotAllowed));
    }
}
