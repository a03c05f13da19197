// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whom somebody may look for, and on which day that ends (F2, F6).

mod fixture;

use chrono::{Datelike as _, Days, NaiveDate, TimeDelta};
use fixture::recording::recorded;
use fixture::*;
use proptest::prelude::*;
use samenspraak_contract::disclosure::RepresentedPerson;
use samenspraak_contract::person::{Capacity, Representation, Signatory};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::representation::{may_read, may_sign_for, represented};
use samenspraak_rules::signatories::age;

fn born(birth: NaiveDate) -> RequestFacts {
    RequestFacts { birth_date: birth, ..resolved(&joint_request(), None).request }
}

fn of(requests: &[RequestFacts], who: &str, on: NaiveDate) -> Vec<RepresentedPerson> {
    represented(requests, &who.into(), on)
}

fn with_proof(mut request: RequestFacts, who: &str, proof: Option<Representation>) -> RequestFacts {
    for signatory in &mut request.signatories {
        if signatory.person.id == who.into() {
            signatory.representation.clone_from(&proof);
        }
    }
    request
}

fn proof(start: &str, end: Option<&str>) -> Representation {
    Representation { source: "register".into(), start_date: day(start), end_date: end.map(day) }
}

#[test]
fn a_parent_sees_until_the_day_before_the_sixteenth_birthday() {
    let mut request = [born(day("2012-06-01"))];
    request[0].signatories[2].capacity = Capacity::Guardian;
    for (on, sees) in [
        ("2012-06-01", true),
        ("2024-05-31", true),
        ("2024-06-01", true),
        ("2028-05-31", true),
        ("2028-06-01", false),
        ("2030-06-01", false),
    ] {
        for parent in ["mother", "father"] {
            let found = of(&request, parent, day(on));
            assert_eq!(!found.is_empty(), sees, "{parent} on {on}");
            assert!(found.iter().all(|one| one.end_date == Some(day("2028-05-31"))));
            assert!(found.iter().all(|one| one.person.id == "sem".into()));
        }
        assert_eq!(of(&request, "sem", day(on)), [], "nobody represents themselves");
        assert_eq!(of(&request, "neighbour", day(on)), []);
    }
}

#[test]
fn a_proof_counts_from_its_first_to_its_last_day() {
    let limited = proof("2026-03-01", Some("2026-09-30"));
    let request = [with_proof(born(day("2012-06-01")), "mother", Some(limited))];
    for (on, sees) in
        [("2026-02-28", false), ("2026-03-01", true), ("2026-09-30", true), ("2026-10-01", false)]
    {
        let found = of(&request, "mother", day(on));
        assert_eq!(!found.is_empty(), sees, "{on}");
        assert!(found.iter().all(|one| one.end_date == Some(day("2026-09-30"))));
    }
    let without = [with_proof(born(day("2012-06-01")), "mother", None)];
    assert_eq!(of(&without, "mother", today()), [], "without proof nothing counts");
}

#[test]
fn an_older_proof_does_not_bring_back_what_has_ended() {
    let older = born(day("2012-06-01"));
    let ended = proof("2012-06-01", Some("2026-01-01"));
    let newer = with_proof(older.clone(), "mother", Some(ended));
    assert_eq!(of(&[newer.clone(), older.clone()], "mother", today()), []);
    assert_eq!(of(&[older, newer], "mother", today()).len(), 1, "a newer proof counts");
}

fn guardian(start: &str, end: Option<&str>) -> Signatory {
    Signatory { representation: Some(proof(start, end)), ..signatory("mother", Capacity::Guardian) }
}

/// F6: the newest recording of the client wins, whatever the request says and whatever
/// stood in an earlier recording.
#[test]
fn how_the_client_was_recorded_last_says_who_represents_them() {
    let father = || signatory("father", Capacity::ParentWithAuthority);
    let asked = born(day("2012-06-01"));
    let ended = with_proof(asked.clone(), "mother", Some(proof("2012-06-01", Some("2026-01-01"))));
    let mother = signatory("mother", Capacity::ParentWithAuthority);
    let with = |end| vec![Signatory { representation: Some(proof("2012-06-01", end)), ..mother.clone() }];
    let last = |name: &str, recordings: &[Vec<Signatory>], sees: bool, signs: bool| {
        for request in [&asked, &ended] {
            let on = |request, one: &Vec<Signatory>| recorded(request, noon(today()), one.clone());
            let request = recordings.iter().fold(request.clone(), on);
            let found = of(std::slice::from_ref(&request), "mother", today());
            assert_eq!(!found.is_empty(), sees, "{name}");
            let theirs = request.signatory(&"mother".into()).unwrap();
            assert_eq!(may_sign_for(&request, theirs, today()), signs, "{name}");
            assert!(may_sign_for(&request, request.signatory(&"sem".into()).unwrap(), today()));
        }
    };
    last("removed", &[vec![father()]], false, false);
    last("nobody left", &[vec![]], false, false);
    last("ended", &[with(Some("2026-11-21"))], false, false);
    last("its last day", &[with(Some("2026-11-22"))], true, true);
    last("extended", &[with(None)], true, true);
    last("not begun", &[vec![guardian("2026-11-23", None)]], false, false);
    last("removed after all", &[with(None), vec![]], false, false);
    last("recorded again", &[vec![], with(None)], true, true);
    last("asked in another capacity", &[vec![guardian("2026-11-22", None)]], true, false);
    assert_eq!(of(&[asked.clone(), ended.clone()], "mother", today()).len(), 1, "nobody was recorded");
    let removed = recorded(asked.clone(), noon(today()), vec![father()]);
    assert_eq!(of(&[removed], "father", today()), of(&[asked], "father", today()), "nothing else changes");
}

/// F6: what was recorded later says nothing about an earlier moment.
#[test]
fn a_recording_counts_from_its_moment_on() {
    let asked = born(day("2012-06-01"));
    let removed = recorded(asked.clone(), noon(today()), vec![]);
    let again = noon(today() + Days::new(2));
    let request = recorded(removed, again, asked.signatories[1..].to_vec());
    let mother = &asked.signatories[1];
    let second = TimeDelta::seconds(1);
    for (at, signs) in
        [(noon(today()) - second, true), (noon(today()), false), (again - second, false), (again, true)]
    {
        let day = at.date_naive();
        assert_eq!(may_sign_for(&request.known_at(at), mother, day), signs, "{at}");
    }
}

/// M2: who represents no more reads what they answered, and nothing else.
#[test]
fn who_represents_no_more_reads_only_their_own_answers() {
    let resolved = resolved(&joint_request(), None);
    let asked = RequestFacts { birth_date: day("2012-06-01"), ..resolved.request };
    let removed = recorded(asked.clone(), noon(today()), vec![asked.signatories[2].clone()]);
    let reads =
        |request, records: &[RecordFacts], who: &str| may_read(request, records, &who.into(), today());
    for who in ["sem", "mother", "father"] {
        assert!(reads(&asked, &resolved.records, who), "{who}");
    }
    for (who, may) in [("sem", true), ("mother", false), ("father", true), ("neighbour", false)] {
        assert_eq!(reads(&removed, &resolved.records, who), may, "{who}");
    }
    for (choice, may) in [(Choice::Later, false), (Choice::First, true), (Choice::Nothing, true)] {
        let mut records = resolved.records.clone();
        decide(&asked, &mut records, "mother", choice).expect("she represents him then");
        assert_eq!(reads(&removed, &records, "mother"), may, "{choice:?}");
    }
}

#[test]
fn an_adult_is_represented_by_who_a_court_named_for_personal_matters() {
    let mut request = born(day("1950-01-01"));
    for (capacity, sees) in [
        (Capacity::Curator, true),
        (Capacity::Mentor, true),
        (Capacity::Administrator, false),
        (Capacity::AuthorisedPerson, false),
        (Capacity::ParentWithAuthority, false),
        (Capacity::Guardian, false),
        (Capacity::DataSubject, false),
    ] {
        request.signatories = vec![signatory("helper", capacity)];
        let found = of(std::slice::from_ref(&request), "helper", today());
        assert_eq!(!found.is_empty(), sees, "{capacity:?}");
        assert!(found.iter().all(|one| one.capacity == capacity && one.end_date.is_none()));
    }
}

// Every fourth child of these is born on 29 February.
fn any_birth() -> impl Strategy<Value = NaiveDate> {
    let leap_day = (0_i32..14).prop_map(|nth| day(&format!("{}-02-29", 1992 + 4 * nth)));
    prop_oneof![3 => (0_u64..20_000).prop_map(|days| day("1990-01-01") + Days::new(days)), 1 => leap_day]
}

proptest! {
    /// On any birthday, leap days included, and whatever the age limit: the last day
    /// said is the last day seen.
    #[test]
    fn the_last_day_is_the_last_day(birth in any_birth(), offset in 0_u64..9_000, alone_from in 14_u8..18) {
        let mut request = [with_proof(born(birth), "mother", Some(proof("1990-01-01", None)))];
        request[0].age_rule.alone_from = alone_from;
        let on = birth + Days::new(offset);
        let found = of(&request, "mother", on);
        prop_assert_eq!(!found.is_empty(), age(birth, on) < i32::from(alone_from));
        if let Some(one) = found.first() {
            let last = one.end_date.expect("a child grows up");
            prop_assert!(on <= last);
            prop_assert!(!of(&request, "mother", last).is_empty());
            prop_assert!(of(&request, "mother", last + Days::new(1)).is_empty());
            prop_assert_eq!((last + Days::new(1)).year() - birth.year(), i32::from(alone_from));
        }
    }
}
