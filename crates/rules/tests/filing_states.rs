// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The states of a filing, exhaustively: the table in `docs/states.md`, and any
//! sequence of events that anybody tries.

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use chrono::{Days, NaiveDate};
use fixture::filings::{Desk, filing, forward, new_event};
use fixture::*;
use proptest::prelude::*;
use samenspraak_contract::filing::{
    DeadlineStanding, FilingEventType as E, FilingKind, FilingStatus as S, NewFilingEvent, Outcome, Track,
};
use samenspraak_contract::id::PersonId;
use samenspraak_rules::filing::clock::{filing_deadline, place};
use samenspraak_rules::filing::event::{Actor, EventRefusal, allowed_events};
use samenspraak_rules::filing::state::{is_allowed, state};
use std::collections::BTreeSet;

#[test]
fn the_documented_table_is_the_code() {
    fixture::documented::assert_table("filing", &S::ALL, &E::ALL, is_allowed);
}

// Every way to one of the statuses, told independently of the code.
fn ways() -> Vec<(S, Vec<NewFilingEvent>)> {
    let event = |event_type| new_event(event_type, today());
    vec![
        (S::Received, vec![]),
        (S::Received, vec![event(E::Acknowledged), forward(FilingKind::Restriction)]),
        (S::InProgress, vec![event(E::Acknowledged)]),
        (S::InProgress, vec![event(E::InformationRequested), event(E::InformationGiven)]),
        (S::AwaitingInformation, vec![event(E::InformationRequested)]),
        (S::AwaitingInformation, vec![event(E::Acknowledged), event(E::InformationRequested)]),
        (S::Decided, vec![event(E::Decided)]),
        (S::Withdrawn, vec![event(E::Acknowledged), event(E::Withdrawn)]),
        (S::SentOn, vec![event(E::SentOn)]),
    ]
}

/// Every event in every status, by everybody: taken exactly where the table and the
/// law say, and refused without a trace everywhere else.
#[test]
fn every_event_in_every_status() {
    for (status, way) in ways() {
        for event_type in E::ALL {
            let mut desk = Desk::new(filing(FilingKind::Rectification), today());
            for step in &way {
                desk.act(step).unwrap();
            }
            assert_eq!(state(&desk.facts).status, status, "{way:?}");
            let before = desk.facts.clone();
            let taken = desk.act(&new_event(event_type, today())).is_ok();
            // The kind in these ways is a rectification that was granted; nobody was told yet.
            let expected = is_allowed(status, event_type) && event_type != E::RecipientAcknowledged;
            assert_eq!(taken, expected, "{status:?} {event_type:?}");
            if !taken {
                assert_eq!(desk.facts, before);
            }
        }
    }
}

/// What the view offers is what will be taken.
#[test]
fn what_is_offered_is_taken_and_nothing_else() {
    for (_, way) in ways() {
        let mut desk = Desk::new(filing(FilingKind::Erasure), today());
        for step in &way {
            desk.act(step).unwrap();
        }
        let person = PersonId::from("noor");
        for actor in [Actor::Person(&person), Actor::Handler, Actor::System, Actor::Reader] {
            let offered = allowed_events(&desk.facts, actor, desk.law(), today());
            for event_type in E::ALL {
                let mut copy = desk.clone();
                let result = copy.act_as(&new_event(event_type, today()), actor);
                let taken = !matches!(result, Err(EventRefusal::NotYours | EventRefusal::NotAllowed));
                assert_eq!(offered.contains(&event_type), taken, "{actor:?} {event_type:?} {way:?}");
            }
        }
        let stranger = PersonId::from("stranger");
        assert!(allowed_events(&desk.facts, Actor::Person(&stranger), desk.law(), today()).is_empty());
    }
}

/// GDPR 19: only a correction that was granted is told, and each recipient once.
#[test]
fn recipients_are_told_once_and_only_of_what_changed() {
    for kind in FilingKind::ALL {
        for outcome in Outcome::ALL {
            let mut desk = Desk::new(filing(kind), today());
            desk.act(&NewFilingEvent { outcome: Some(outcome), ..new_event(E::Decided, today()) }).unwrap();
            let changed =
                matches!(kind, FilingKind::Rectification | FilingKind::Erasure | FilingKind::Restriction);
            let expected = changed && outcome != Outcome::Refused;
            let told = desk.act(&new_event(E::RecipientTold, today()));
            assert_eq!(told.is_ok(), expected, "{kind:?} {outcome:?}");
            if expected {
                assert!(desk.act(&new_event(E::RecipientTold, today())).is_err(), "twice");
                desk.act(&new_event(E::RecipientAcknowledged, today())).unwrap();
                assert!(desk.act(&new_event(E::RecipientAcknowledged, today())).is_err(), "twice");
            }
        }
    }
}

/// Awb 7:10(2): only an objection to a decision stands still, and not for ever.
#[test]
fn only_an_objection_to_a_decision_is_suspended() {
    for kind in FilingKind::ALL {
        let mut desk = Desk::new(filing(kind), today());
        let before = desk.deadline();
        // Six weeks and more later, so that the term to decide runs.
        desk.pass(50);
        let asked = NewFilingEvent {
            respond_before: Some(desk.today + Days::new(14)),
            ..new_event(E::InformationRequested, desk.today)
        };
        desk.act(&asked).unwrap();
        desk.pass(3);
        let suspended = desk.deadline().standing == DeadlineStanding::Suspended;
        assert_eq!(suspended, kind == FilingKind::AdministrativeObjection, "{kind:?}");
        if suspended {
            let place = place(&desk.facts, desk.law());
            desk.pass(20);
            let after = desk.deadline();
            assert!(after.answer_before > before.answer_before, "the days it stood still are added");
            assert_eq!(after.answer_before, Some(place.due), "the queue knew this day from the start");
        } else {
            assert_eq!(desk.deadline().answer_before, before.answer_before);
        }
    }
}

/// The standing follows the day: time, seven days, and too late.
#[test]
fn the_standing_follows_the_day() {
    let mut desk = Desk::new(filing(FilingKind::Access), day("2026-11-02"));
    assert_eq!(desk.deadline().answer_before, Some(day("2026-12-02")));
    for (on, standing) in [
        ("2026-11-24", DeadlineStanding::OnTime),
        ("2026-11-25", DeadlineStanding::Approaching),
        ("2026-12-02", DeadlineStanding::Approaching),
        ("2026-12-03", DeadlineStanding::Missed),
    ] {
        desk.today = day(on);
        assert_eq!(desk.deadline().standing, standing, "{on}");
    }
    desk.act(&new_event(E::Decided, desk.today)).unwrap();
    assert_eq!(desk.deadline().standing, DeadlineStanding::Closed);
}

/// An objection of which the day of the decision is not known has no day yet; the
/// handler who finds it out says so.
#[test]
fn an_unknown_day_is_filled_in_by_the_handler() {
    let mut facts = filing(FilingKind::AdministrativeObjection);
    facts.content.decision.as_mut().unwrap().notified_on = None;
    let mut desk = Desk::new(facts, today());
    assert_eq!(desk.deadline().answer_before, None);
    assert_eq!(place(&desk.facts, desk.law()).due, today(), "it stands in front until then");
    let found = NewFilingEvent {
        decision_notified_on: Some(today() - Days::new(10)),
        ..new_event(E::Acknowledged, today())
    };
    desk.act(&found).unwrap();
    assert!(desk.deadline().answer_before > Some(today()));
}

fn any_step() -> impl Strategy<Value = (usize, usize, u64, u64)> {
    (0..E::ALL.len(), 0..FilingKind::ALL.len(), 0_u64..40, 1_u64..60)
}

proptest! {
    /// Whatever anybody tries, in whatever order and on whatever day.
    #[test]
    fn no_sequence_of_events_breaks_a_promise(
        kind in 0..FilingKind::ALL.len(),
        received in 0_u64..15_000,
        steps in prop::collection::vec(any_step(), 0..24),
    ) {
        let start = day("2020-01-01") + Days::new(received);
        let mut desk = Desk::new(filing(FilingKind::ALL[kind]), start);
        let (mut closed, mut kinds, mut extended) = (false, vec![FilingKind::ALL[kind]], Vec::new());
        for (event, kind, days, respond) in steps {
            desk.pass(days);
            let event_type = E::ALL[event];
            let new = NewFilingEvent {
                kind: (event_type == E::Forwarded).then_some(FilingKind::ALL[kind]),
                respond_before: (event_type == E::InformationRequested)
                    .then_some(desk.today + Days::new(respond)),
                ..new_event(event_type, desk.today)
            };
            let (before, clock) = (desk.facts.clone(), desk.deadline());
            let taken = desk.act(&new).is_ok();
            let now = state(&desk.facts);
            let late = clock.extend_until.is_none_or(|last| last < desk.today)
                && clock.standing != DeadlineStanding::Suspended;
            if taken {
                prop_assert!(!closed || matches!(event_type, E::RecipientTold | E::RecipientAcknowledged));
                prop_assert!(event_type != E::Extended || !late, "extended after the term");
                if event_type == E::Extended {
                    prop_assert!(!extended.contains(&now.kind.track()), "extended twice");
                    extended.push(now.kind.track());
                }
                if event_type == E::Forwarded {
                    prop_assert!(!kinds.contains(&now.kind), "a circle");
                    if kinds.last().map(|last| last.track()) != Some(now.kind.track()) {
                        // Another track is another term, with an extension of its own.
                        extended.retain(|track| *track != now.kind.track());
                    }
                    kinds.push(now.kind);
                }
            } else {
                prop_assert_eq!(&desk.facts, &before);
            }
            closed |= !now.status.is_open();
            invariants(&desk, start)?;
        }
    }
}

fn invariants(desk: &Desk, start: NaiveDate) -> Result<(), TestCaseError> {
    let (facts, now) = (&desk.facts, state(&desk.facts));
    prop_assert_eq!(facts.received_on, start, "forwarding never changes it");
    let clock = filing_deadline(facts, &now, desk.law(), desk.today);
    let place = place(facts, desk.law());
    prop_assert_eq!(clock.standing == DeadlineStanding::Closed, !now.status.is_open());
    prop_assert_eq!(place.open, now.status.is_open());
    prop_assert_eq!(place.kind, now.kind);
    prop_assert_eq!(now.outcome.is_some(), now.status == S::Decided);
    if let Some(last) = clock.answer_before {
        prop_assert!(start < last);
        prop_assert_eq!(Some(place.due), Some(last), "a day that is known is the day of the queue");
    }
    let silent = clock.answer_before.is_none();
    prop_assert!(!silent || now.kind.track() == Track::AdministrativeObjection);
    let kinds: BTreeSet<_> = now.was.iter().collect();
    prop_assert!(kinds.len() == now.was.len() && !now.was.contains(&now.kind));
    Ok(())
}
