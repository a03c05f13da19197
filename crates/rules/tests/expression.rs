// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a client expressed and staff entered (A6, A7, E11, F7): the person
//! expresses, the worker enters, and the two are never one.

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use chrono::{Days, TimeDelta};
use fixture::entry::{after, enter, said, signed};
use fixture::*;
use proptest::prelude::*;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::decision::NewExpression;
use samenspraak_contract::id::PersonId;
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::record::{EventType, ExpressionMethod as M, RecordStatus as S};
use samenspraak_rules::decision::{DecisionRefusal, EnteredBy, Moment};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::view::{self, Viewer};
use samenspraak_rules::{receipt, record};

const SIGNERS: [&str; 3] = ["sem", "mother", "father"];
const PEOPLE: [&str; 5] = ["sem", "mother", "father", "wendy", "stranger"];

fn joint() -> (RequestFacts, Vec<RecordFacts>) {
    let resolved = resolved(&joint_request(), None);
    (resolved.request, resolved.records)
}

fn now() -> Moment {
    after(0, 0)
}

fn pointers(refusal: Result<impl Sized, DecisionRefusal>) -> Vec<(String, R)> {
    match refusal.err() {
        Some(DecisionRefusal::Invalid(errors)) => {
            errors.into_iter().map(|error| (error.name.replace("/expression", ""), error.reason)).collect()
        }
        other => panic!("{other:?}"),
    }
}

/// Everybody enters for everybody: it is taken exactly when somebody who signs
/// expressed it and somebody who does not sign entered it.
#[test]
fn who_may_enter_what_for_whom() {
    for worker in PEOPLE {
        for person in PEOPLE {
            let (request, mut records) = joint();
            let taken = enter(&request, &mut records, worker, Some(said(person)), Choice::All, now());
            if !SIGNERS.contains(&person) || SIGNERS.contains(&worker) {
                let expected = [("/personId".to_owned(), R::WrongSignatories)];
                assert_eq!(pointers(taken), expected, "{worker} for {person}");
                assert_eq!(records[0].version(), 1, "nothing was added");
                continue;
            }
            let event = records[0].events.last().unwrap();
            let assistance = event.assistance.as_ref().unwrap();
            assert_eq!(event.expressed_by.as_ref().unwrap().id, person.into());
            assert_eq!(assistance.entered_by.as_ref().unwrap().id, worker.into());
            assert_eq!((event.method, assistance.role), (Some(M::OralInConversation), Role::IntakeWorker));
            assert_eq!(taken.unwrap().len(), 1);
        }
    }
}

/// Staff say who expressed it; a person never says that of themselves.
#[test]
fn an_expression_is_for_staff_and_for_nobody_else() {
    let (request, mut records) = joint();
    let unsaid = enter(&request, &mut records, "wendy", None, Choice::All, now());
    assert_eq!(pointers(unsaid), [(String::new(), R::Missing)]);
    let (mut decision, presentation) = confirmation(&request, Choice::All);
    decision.expression = Some(said("mother"));
    for person in ["sem", "mother"] {
        let own = PersonId::from(person);
        let own = take(&request, &mut records, EnteredBy::Person(&own), &decision, &presentation, now());
        assert_eq!(pointers(own), [(String::new(), R::NotApplicable)]);
    }
}

/// Every method with and without every piece of evidence.
#[test]
fn each_method_has_its_evidence_and_no_other() {
    let scan = signed("sem", today());
    for method in [M::Digital, M::Assisted, M::OralInConversation, M::Paper] {
        for bits in 0..8_u8 {
            let has = |bit: u8| bits & bit != 0;
            let expression = NewExpression {
                method,
                conversation_reference: Some(if has(1) { "G-1" } else { " " }.to_owned()),
                signed_on: scan.signed_on.filter(|_| has(2)),
                attachment_id: scan.attachment_id.filter(|_| has(4)),
                ..said("sem")
            };
            let mut expected = Vec::new();
            if method == M::OralInConversation && !has(1) {
                expected.push(("/conversationReference".to_owned(), R::Missing));
            }
            for (bit, name) in [(2, "/signedOn"), (4, "/attachmentId")] {
                match method == M::Paper {
                    true if !has(bit) => expected.push((name.to_owned(), R::Missing)),
                    false if has(bit) => expected.push((name.to_owned(), R::NotApplicable)),
                    _ => {}
                }
            }
            let (request, mut records) = joint();
            let taken = enter(&request, &mut records, "wendy", Some(expression), Choice::All, now());
            match expected.is_empty() {
                true => assert!(taken.is_ok(), "{method:?} {bits:b}"),
                false => assert_eq!(pointers(taken), expected, "{method:?} {bits:b}"),
            }
        }
    }
}

#[test]
fn a_reference_holds_no_bsn() {
    let (request, mut records) = joint();
    let expression = NewExpression { conversation_reference: Some("G 111222333".into()), ..said("sem") };
    let refused = enter(&request, &mut records, "wendy", Some(expression), Choice::All, now());
    assert_eq!(pointers(refused), [("/conversationReference".to_owned(), R::BsnInText)]);
}

/// The day it was expressed counts: what lapsed or ended on its way does not undo
/// what was said, and what had ended before stays ended.
#[test]
fn it_is_held_against_the_day_it_was_expressed() {
    let (mut request, records) = joint();
    let last = request.answer_before_date;
    let late = (last - today()).num_days() as u64 + 3;
    let entered = |request: &RequestFacts, hours| {
        let said = Some(said("mother"));
        enter(request, &mut records.clone(), "wendy", said, Choice::All, after(late, hours)).map(|_| ())
    };
    assert_eq!(entered(&request, 72), Ok(()), "it lapsed while it was on its way");
    assert_eq!(entered(&request, 48), Err(DecisionRefusal::RequestLapsed));

    let ended = today() + Days::new(5);
    request.signatories[1].representation.as_mut().unwrap().end_date = Some(ended);
    let entered = |days, hours| {
        let said = Some(said("mother"));
        enter(&request, &mut records.clone(), "wendy", said, Choice::All, after(days, hours)).map(|_| ())
    };
    assert_eq!(entered(8, 72), Ok(()), "it ended while it was on its way");
    assert_eq!(entered(8, 48), Err(DecisionRefusal::WrongSignatory));
}

/// Of paper the day is known: it is neither tomorrow's nor older than the question.
#[test]
fn paper_counts_on_its_day() {
    let (request, records) = joint();
    let entered = |on, days| {
        let mut records = records.clone();
        let taken =
            enter(&request, &mut records, "wendy", Some(signed("mother", on)), Choice::All, after(days, 0));
        taken.map(|_| records[0].events.last().unwrap().clone())
    };
    let last = request.answer_before_date;
    let event = entered(last, 40).unwrap();
    assert_eq!(event.occurred_at.date_naive(), last, "signed in time, entered later");
    assert_eq!(event.recorded_at, noon(today() + Days::new(40)));
    assert_eq!(event.assistance.unwrap().signed_on, Some(last));
    assert_eq!(entered(last + Days::new(1), 40), Err(DecisionRefusal::RequestLapsed));
    let tomorrow = pointers(entered(today() + Days::new(1), 0));
    assert_eq!(tomorrow, [("/signedOn".to_owned(), R::DateInFuture)]);
    let yesterday = pointers(entered(today() - Days::new(1), 0));
    assert_eq!(yesterday, [("/signedOn".to_owned(), R::DateOutOfRange)]);
    let (request, mut records) = joint();
    let early = enter(&request, &mut records, "wendy", Some(said("mother")), Choice::All, after(0, 48));
    assert_eq!(pointers(early), [("/expressedAt".to_owned(), R::DateOutOfRange)]);
}

/// The day is the one on the clock in the Netherlands: half past eleven at night UTC is
/// the next day there. Paper of the same day has the hour at which it came in.
#[test]
fn the_day_is_the_day_of_the_kitchen_table() {
    let (mut request, records) = joint();
    request.answer_before_date = today();
    let moment = |hours: &str| Moment::now(format!("2026-11-22T{hours}:30:00Z").parse().unwrap());
    let entered = |expression, hours| {
        let mut records = records.clone();
        let taken = enter(&request, &mut records, "wendy", Some(expression), Choice::All, moment(hours));
        taken.map(|_| records[0].events.last().unwrap().occurred_at)
    };
    assert_eq!(entered(said("mother"), "22"), Ok(moment("22").expressed_at));
    assert_eq!(entered(said("mother"), "23"), Err(DecisionRefusal::RequestLapsed));
    assert_eq!(entered(signed("mother", today()), "22"), Ok(moment("22").expressed_at));
    assert_eq!(
        entered(signed("mother", today()), "23"),
        Ok(noon(today())),
        "signed in time, in after midnight"
    );
}

/// F7: that somebody could not be reached is no word of theirs. What they had signed
/// before still counts when it comes in.
#[test]
fn who_was_not_reached_had_answered_already() {
    let (request, mut records) = joint();
    let mut missed = event(EventType::SignatoryMissing, None, &[]);
    missed.concerns = Some(person("father"));
    missed.occurred_at = after(3, 0).recorded_at;
    records[0].events.push(missed);
    let paper = signed("father", today() + Days::new(2));
    let taken = enter(&request, &mut records, "wendy", Some(paper), Choice::All, after(4, 0));
    assert_eq!(taken.unwrap().len(), 1);
}

/// What arrives late, or twice, never takes the place of a later word.
#[test]
fn a_late_arrival_never_overwrites() {
    for (first, late) in [
        (Choice::Later, Choice::All),
        (Choice::Later, Choice::Later),
        (Choice::Nothing, Choice::All),
        (Choice::All, Choice::Nothing),
        (Choice::All, Choice::All),
    ] {
        let (request, mut records) = joint();
        // At home on the third day; at the table on the second, in on the fourth.
        let (decision, presentation) = confirmation(&request, first);
        let mother = PersonId::from("mother");
        let home = EnteredBy::Person(&mother);
        take(&request, &mut records, home, &decision, &presentation, after(3, 0)).unwrap();
        let before = records.clone();
        for expression in [said("mother"), signed("mother", today() + Days::new(2))] {
            let again = enter(&request, &mut records, "wendy", Some(expression), late, after(4, 48));
            assert_eq!(again, Err(DecisionRefusal::AlreadyDecided), "{first:?} {late:?}");
        }
        assert_eq!(records, before);
    }
    // Who wanted to think at the table, and decided at home later, has decided.
    let (request, mut records) = joint();
    enter(&request, &mut records, "wendy", Some(said("mother")), Choice::Later, after(4, 48)).unwrap();
    enter(&request, &mut records, "wendy", Some(said("mother")), Choice::All, after(4, 0)).unwrap();
    let again = enter(&request, &mut records, "wendy", Some(said("mother")), Choice::All, after(4, 0));
    assert_eq!(again, Err(DecisionRefusal::AlreadyDecided));
}

/// Paper knows no hour: a word of the same day is no later word, and one of the next
/// day is. Of a conversation the hour is known.
#[test]
fn paper_yields_to_a_word_of_a_later_day_and_a_conversation_to_a_later_hour() {
    let paper = (signed("mother", today() + Days::new(2)), after(5, 0));
    let conversation = (said("mother"), after(5, 72));
    for (at_home, paper_taken, said_taken) in [(1, true, true), (2, true, false), (3, false, false)] {
        for ((expression, moment), taken) in [(&paper, paper_taken), (&conversation, said_taken)] {
            let (request, mut records) = joint();
            let (decision, presentation) = confirmation(&request, Choice::Later);
            let mother = PersonId::from("mother");
            let home = EnteredBy::Person(&mother);
            let evening = Moment::now(after(at_home, 0).recorded_at + TimeDelta::hours(8));
            take(&request, &mut records, home, &decision, &presentation, evening).unwrap();
            let late = enter(&request, &mut records, "wendy", Some(expression.clone()), Choice::All, *moment);
            assert_eq!(late.is_ok(), taken, "{:?} after day {at_home}", expression.method);
        }
    }
}

fn choice() -> impl Strategy<Value = Choice> {
    proptest::sample::select(Choice::EVERY.to_vec())
}

proptest! {
    /// Some answer at home, some at the table, and it arrives in any order: the
    /// record adds up to the same, and nobody reads another's words or the worker's name.
    #[test]
    fn the_order_of_arrival_does_not_matter(
        choices in [choice(), choice(), choice()],
        at_table in any::<[bool; 3]>(),
        on_its_way in [0_i64..40, 0..40, 0..40],
        order in Just(vec![0_usize, 1, 2]).prop_shuffle(),
    ) {
        let arrived = |order: &[usize]| {
            let (request, mut records) = joint();
            for index in order.iter().copied() {
                let who = SIGNERS[index];
                if at_table[index] {
                    let moment = after(2, on_its_way[index]);
                    enter(&request, &mut records, "wendy", Some(said(who)), choices[index], moment).unwrap();
                } else {
                    decide(&request, &mut records, who, choices[index]).unwrap();
                }
            }
            (request, records)
        };
        let (_, usual) = arrived(&[0, 1, 2]);
        let (request, records) = arrived(&order);
        let standing = |records: &[RecordFacts]| record::standing(&request, &records[0], today());
        prop_assert_eq!(standing(&usual), standing(&records));
        for event in &records[0].events[1..] {
            let index = SIGNERS.iter().position(|who| event.expressed_by.as_ref().unwrap().id == (*who).into());
            let entered_by = event.assistance.as_ref().map(|assistance| assistance.entered_by.clone().unwrap().id);
            prop_assert_eq!(entered_by, at_table[index.unwrap()].then(|| "wendy".into()));
        }
        for viewer in SIGNERS {
            let id = PersonId::from(viewer);
            let seen = (
                view::record(&request, &records[0], Viewer::Person(&id), today()),
                receipt::of_record(&request, &records[0], &id),
            );
            let words = serde_json::to_string(&seen).unwrap();
            for other in ["mother", "father", "wendy"].iter().filter(|other| **other != viewer) {
                prop_assert!(!words.contains(other), "{} sees {}", viewer, other);
            }
        }
    }
}

/// The person reads the role of who entered it and never the name; staff read all.
#[test]
fn the_person_reads_the_role_and_staff_read_the_name() {
    let resolved = resolved(&new_request(), None);
    let (request, mut records) = (resolved.request, resolved.records);
    enter(&request, &mut records, "wendy", Some(said("noor")), Choice::All, now()).unwrap();
    let noor = PersonId::from("noor");
    let last =
        |viewer| view::visible_events(&request, &records[0], viewer).pop().unwrap().assistance.unwrap();
    let (own, staff) = (last(Viewer::Person(&noor)), last(Viewer::Staff));
    assert_eq!((own.role, own.entered_by.clone()), (Role::IntakeWorker, None));
    assert_eq!(staff.entered_by, Some(person("wendy")));
    assert_eq!(own.conversation_reference.as_deref(), Some("G-1"));
    let proof = receipt::of_record(&request, &records[0], &noor).unwrap();
    assert_eq!(proof.records[0].events[0].assistance, Some(own));
    let allowed = record::allowed_events(&request, &records[0], &noor, today());
    assert!(allowed.contains(&EventType::Withdrawn), "she can undo it at home");
    assert_eq!(record::standing(&request, &records[0], today()).status, S::Given);
}
