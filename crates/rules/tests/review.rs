// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! When a yes has to be looked at again: an age limit passed, or somebody no longer
//! represents (F2, F6). Sharing goes on only on the yes of those who must sign then.

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use chrono::{Days, TimeDelta};
use fixture::recording::recorded;
use fixture::*;
use samenspraak_contract::id::PersonId;
use samenspraak_contract::person::Capacity;
use samenspraak_contract::record::{EventType, RecordStatus as S};
use samenspraak_contract::request::NewSubject;
use samenspraak_contract::sorted::SortedSet;
use samenspraak_rules::decision::{DecisionRefusal, EnteredBy, Moment};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::receipt;
use samenspraak_rules::record::standing;

const SIGNERS: [&str; 3] = ["sem", "mother", "father"];

fn joint() -> (RequestFacts, Vec<RecordFacts>) {
    let resolved = resolved(&joint_request(), None);
    (resolved.request, resolved.records)
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
    assert_eq!(at_sixteen.shared, SortedSet::from(["needs".into()]), "his own yes still stands");
    assert_eq!(standing(&request, &records[0], day("2030-06-01")).status, S::Review);

    let mut end = |index: usize, on: &str| {
        request.signatories[index].representation.as_mut().unwrap().end_date = Some(day(on));
        standing(&request, &records[0], day("2027-01-02"))
    };
    assert_eq!(end(1, "2027-01-02").status, S::Given, "its last day");
    let one_left = end(1, "2027-01-01");
    assert_eq!((one_left.status, one_left.shared), (S::Review, SortedSet::from(["needs".into()])));
    let nobody_left = end(2, "2027-01-01");
    assert_eq!(
        (nobody_left.status, nobody_left.shared),
        (S::Review, SortedSet::new()),
        "a child signs not alone"
    );
}

/// F6: who is recorded as a representative no more can answer nothing, and what rests on
/// their yes is looked at again. What they said stays as it was said.
#[test]
fn a_representative_who_was_removed_answers_nothing_and_their_yes_is_looked_at() {
    let (request, mut records) = joint();
    let open = records.clone();
    for who in SIGNERS {
        decide(&request, &mut records, who, Choice::First).unwrap();
    }
    let before = records.clone();
    let mother = PersonId::from("mother");
    let proof = receipt::of_record(&request, &records[0], &mother).unwrap();
    // Later on the same day, by the same clock.
    let later = noon(today()) + TimeDelta::hours(1);
    let removed = recorded(request.clone(), later, vec![request.signatories[2].clone()]);
    let left = standing(&removed, &records[0], today());
    assert_eq!((left.status, left.shared), (S::Review, SortedSet::from(["needs".into()])));
    let nobody = recorded(removed.clone(), later, vec![]);
    assert_eq!(standing(&nobody, &records[0], today()).shared, SortedSet::new(), "a child signs not alone");
    let again = recorded(nobody, later, request.signatories[1..].to_vec());
    assert_eq!(standing(&again, &records[0], today()).status, S::Given, "a representative again");
    assert_eq!(receipt::of_record(&removed, &records[0], &mother).unwrap(), proof, "proof stays");
    assert_eq!(records, before);

    let answers = |request: &RequestFacts, who: &str, at| {
        let (decision, presentation) = confirmation(request, Choice::First);
        let by = PersonId::from(who);
        let by = EnteredBy::Person(&by);
        let moment = Moment { expressed_at: at, recorded_at: later };
        take(request, &mut open.clone(), by, &decision, &presentation, moment).map(drop)
    };
    assert_eq!(answers(&removed, "mother", later), Err(DecisionRefusal::WrongSignatory));
    assert_eq!(answers(&removed, "mother", noon(today())), Ok(()), "what was said before is not undone");
    for who in ["sem", "father"] {
        assert_eq!(answers(&removed, who, later), Ok(()), "{who} is asked as before");
    }
    assert_eq!(answers(&again, "mother", later), Ok(()));
}

/// F2: each yes is of the age at which that very person said it.
#[test]
fn a_yes_from_before_the_birthday_asks_for_review_whoever_came_later() {
    let (mut request, records) = joint();
    request.birth_date = day("2014-12-01");
    let said = |early: &str| {
        let mut records = records.clone();
        for who in SIGNERS {
            let mut yes = event(EventType::Given, Some((who, Capacity::DataSubject)), &["needs"]);
            yes.occurred_at = noon(day(if who == early { "2026-11-30" } else { "2026-12-01" }));
            records[0].events.push(yes);
        }
        standing(&request, &records[0], day("2026-12-01")).status
    };
    for who in SIGNERS {
        assert_eq!(said(who), S::Review, "{who}");
    }
    assert_eq!(said("nobody"), S::Given);
}

/// F2: the birthday begins at midnight in the Netherlands, also for what was said in its
/// first hour; there is nothing to review then, and the receipt says the same.
#[test]
fn a_yes_in_the_first_hour_of_a_birthday_is_of_that_age() {
    let birthday = day("2028-06-01");
    for (minutes, status) in [(-1, S::Review), (0, S::Given), (59, S::Given)] {
        let mut new = new_request();
        new.subject = NewSubject { person: person("noor"), birth_date: day("2012-06-01") };
        let asked = resolved(&new, None);
        let (mut request, mut records) = (asked.request, asked.records);
        (request.answer_before_date, request.items[0].end_date) = (birthday, birthday);
        // Summer time: midnight in the Netherlands is 22:00 UTC.
        let midnight = noon(birthday) - TimeDelta::hours(14);
        let moment = Moment::now(midnight + TimeDelta::minutes(minutes));
        let (decision, presentation) = confirmation(&request, Choice::All);
        let noor = PersonId::from("noor");
        let by = EnteredBy::Person(&noor);
        take(&request, &mut records, by, &decision, &presentation, moment).unwrap();
        assert_eq!(standing(&request, &records[0], birthday).status, status, "{minutes}");
        let proof = receipt::of_record(&request, &records[0], &noor).unwrap();
        assert_eq!(proof.records[0].status, S::Given, "{minutes}: as it stood when it was said");
    }
}
