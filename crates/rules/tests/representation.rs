// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whom somebody may look for, and on which day that ends (F2, F6).

mod fixture;

use chrono::{Datelike as _, Days, NaiveDate};
use fixture::*;
use proptest::prelude::*;
use samenspraak_contract::disclosure::RepresentedPerson;
use samenspraak_contract::person::{Capacity, Representation};
use samenspraak_rules::facts::RequestFacts;
use samenspraak_rules::representation::represented;
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

#[test]
fn an_adult_is_represented_by_who_a_court_or_the_adult_named() {
    let mut request = born(day("1950-01-01"));
    for (capacity, sees) in [
        (Capacity::Curator, true),
        (Capacity::Mentor, true),
        (Capacity::Administrator, true),
        (Capacity::AuthorisedPerson, true),
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
