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
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::record::{EventType, NewEvent, NewEventType, RecordStatus as S};
use samenspraak_contract::sorted::SortedSet;
use samenspraak_contract::text::Language;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::record::{EventRefusal, allowed_events, is_allowed, plan_event, standing};

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
fn expected(choices: &[Option<Choice>]) -> (S, SortedSet<DataTypeId>) {
    let allows = |choice: &Option<Choice>| -> SortedSet<&str> {
        match choice {
            Some(Choice::All) => ["needs", "that-help-runs"].into(),
            Some(Choice::First) => ["needs"].into(),
            Some(Choice::Last) => ["that-help-runs"].into(),
            _ => SortedSet::new(),
        }
    };
    if choices.contains(&Some(Choice::Nothing)) {
        return (S::Refused, SortedSet::new());
    }
    if choices.contains(&None) || choices.contains(&Some(Choice::Later)) {
        let status = if choices.iter().any(|choice| !allows(choice).is_empty()) {
            S::Pending
        } else if choices.contains(&Some(Choice::Later)) {
            S::Deferred
        } else {
            S::Requested
        };
        return (status, SortedSet::new());
    }
    let shared: SortedSet<DataTypeId> = ["needs", "that-help-runs"]
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
    assert_eq!((part.status, part.shared), (S::Given, SortedSet::from(["that-help-runs".into()])));
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
    let errors: Vec<(&str, R)> = errors.iter().map(|error| (error.name.as_str(), error.reason)).collect();
    assert_eq!(errors, [("/dataTypes/0", R::UnknownDatum), ("/dataTypes/1", R::UnknownDatum)]);
    assert_eq!(records[0], before);
    let dated = NewEvent { end_date: Some(today()), ..stop(&[]) };
    let refused = add(&request, &mut records[0], "noor", &dated);
    assert!(
        matches!(refused, Err(EventRefusal::Invalid(errors)) if errors[0].name == "/endDate" && errors[0].reason == R::DateOutOfRange)
    );
}

/// A10: the person can always stop; extending is for what was asked that way, and both
/// are for those who sign.
#[test]
fn what_cannot_be_extended_can_be_stopped() {
    let mut asked = resolved(&new_request(), None);
    asked.request.items[0].extendable_months = None;
    decide(&asked.request, &mut asked.records, "noor", Choice::All).unwrap();
    let noor = PersonId::from("noor");
    assert_eq!(allowed_events(&asked.request, &asked.records[0], &noor, today()), [EventType::Withdrawn]);
    let later = extend(today() + Days::new(310));
    let record = &mut asked.records[0];
    assert_eq!(add(&asked.request, record, "noor", &later), Err(EventRefusal::NotAllowed));
    assert_eq!(add(&asked.request, record, "stranger", &stop(&[])), Err(EventRefusal::WrongSignatory));
    assert_eq!(add(&asked.request, record, "noor", &stop(&[])), Ok(()));
}

/// F2: who extends, extends for themselves: it ends when the first yes ends.
#[test]
fn the_earliest_end_counts_for_all() {
    let (request, mut records) = joint();
    for who in SIGNERS {
        decide(&request, &mut records, who, Choice::All).unwrap();
    }
    let last = today() + Days::new(300);
    add(&request, &mut records[0], "mother", &extend(last + Days::new(30))).unwrap();
    for (on, status) in [(last, S::Given), (last + Days::new(1), S::Expired)] {
        let stands = standing(&request, &records[0], on);
        assert_eq!((stands.status, stands.end_date), (status, Some(last)), "{on}");
    }
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

/// Every event that ends a record, in every status that allows it, ends it for good.
#[test]
fn what_ended_stays_ended() {
    for (ending, status) in [
        (EventType::Revoked, S::Revoked),
        (EventType::Invalidated, S::Invalidated),
        (EventType::Superseded, S::Superseded),
        (EventType::Expired, S::Expired),
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
