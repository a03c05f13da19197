// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who may be recorded as a client, and who signs for them on which day (F2, F6).

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use chrono::{Days, Months, NaiveDate};
use fixture::grounds::consultation;
use fixture::*;
use proptest::prelude::*;
use samenspraak_contract::client::{Client, HouseholdPlace, HouseholdRole, NewClient};
use samenspraak_contract::id::{ConsentRequestId, EventId, ItemId, PersonId, RefusalOutcomeId};
use samenspraak_contract::person::{Capacity, Representation, Signatory};
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::refusal::{OutcomeType, RefusalOutcome};
use samenspraak_contract::request::{NewConsentRequest, NewItem, RequestStatus};
use samenspraak_rules::decision::{EnteredBy, Moment};
use samenspraak_rules::facts::RequestFacts;
use samenspraak_rules::intake::client;
use samenspraak_rules::intake::facts::ClientFacts;
use samenspraak_rules::request::Resolved;
use samenspraak_rules::signatories::{fits, signing};

const PARENTAL: [Capacity; 2] = [Capacity::ParentWithAuthority, Capacity::Guardian];
const OTHERS: [Capacity; 4] =
    [Capacity::Curator, Capacity::Mentor, Capacity::Administrator, Capacity::AuthorisedPerson];

fn represents(name: &str, capacity: Capacity, from: &str, until: Option<&str>) -> Signatory {
    let representation =
        Representation { source: "register".into(), start_date: day(from), end_date: until.map(day) };
    Signatory { person: person(name), capacity, representation: Some(representation) }
}

fn client(born: &str, representatives: Vec<Signatory>) -> ClientFacts {
    ClientFacts {
        id: EventId(fresh_id()),
        person: person("mila"),
        birth_date: day(born),
        representatives,
        household: None,
        case_reference: None,
        recorded_by: "worker".into(),
        recorded_at: noon(today()),
    }
}

fn who_signs(client: &ClientFacts, on: NaiveDate) -> Vec<String> {
    seen(client, on).signatories.into_iter().map(|signatory| signatory.person.id.0).collect()
}

fn missing(client: &ClientFacts, on: NaiveDate) -> bool {
    seen(client, on).signatory_missing
}

fn seen(client: &ClientFacts, on: NaiveDate) -> Client {
    client::view(client, Vec::new(), &catalogue().age_rule, on)
}

/// F2: the day before a birthday and the birthday itself.
#[test]
fn who_signs_changes_on_the_birthday_itself() {
    let parents = vec![
        represents("mother", Capacity::ParentWithAuthority, "2010-03-15", None),
        represents("father", Capacity::ParentWithAuthority, "2010-03-15", None),
    ];
    let mila = client("2010-03-15", parents);
    for (on, expected) in [
        ("2022-03-14", &["mother", "father"][..]),
        ("2022-03-15", &["mila", "mother", "father"]),
        ("2026-03-14", &["mila", "mother", "father"]),
        ("2026-03-15", &["mila"]),
        ("2028-03-14", &["mila"]),
        ("2028-03-15", &["mila"]),
    ] {
        assert_eq!(who_signs(&mila, day(on)), expected, "{on}");
        assert!(!missing(&mila, day(on)), "{on}");
    }
}

/// F6: what ended yesterday does not count today, and what begins tomorrow not yet.
#[test]
fn a_representation_that_ended_or_has_not_begun_signs_nothing() {
    let child = client(
        "2017-03-15",
        vec![represents("guardian", Capacity::Guardian, "2026-01-10", Some("2026-01-20"))],
    );
    for (on, there) in
        [("2026-01-09", false), ("2026-01-10", true), ("2026-01-20", true), ("2026-01-21", false)]
    {
        assert_eq!(who_signs(&child, day(on)) == ["guardian"], there, "{on}");
        assert_eq!(missing(&child, day(on)), !there, "{on}");
    }
    let youth = client("2012-03-15", vec![]);
    assert_eq!(who_signs(&youth, today()), ["mila"]);
    assert!(missing(&youth, today()), "a young person of fourteen does not sign alone");
}

/// A curator or mentor stands in the place of an adult; who looks after money or was
/// authorised does not.
#[test]
fn a_court_can_put_somebody_in_the_place_of_an_adult() {
    for (capacity, expected) in [
        (Capacity::Curator, "other"),
        (Capacity::Mentor, "other"),
        (Capacity::Administrator, "mila"),
        (Capacity::AuthorisedPerson, "mila"),
        (Capacity::ParentWithAuthority, "mila"),
    ] {
        let mila = client("1950-03-15", vec![represents("other", capacity, "2020-01-01", None)]);
        assert_eq!(who_signs(&mila, today()), [expected], "{capacity:?}");
        assert!(!missing(&mila, today()), "{capacity:?}");
    }
    let ended = vec![represents("other", Capacity::Mentor, "2020-01-01", Some("2026-11-21"))];
    assert_eq!(who_signs(&client("1950-03-15", ended), today()), ["mila"], "it ended yesterday");
}

/// F2: what was read on the eve of a birthday is of that day.
#[test]
fn a_client_who_was_read_yesterday_is_a_day_older_today() {
    let mother = represents("mother", Capacity::ParentWithAuthority, "2014-11-22", None);
    let mila = client("2014-11-22", vec![mother]);
    let eve = seen(&mila, today() - Days::new(1));
    assert_eq!(eve.signatories_until, Some(today() - Days::new(1)));
    assert_eq!(client::on_day(eve, &catalogue().age_rule, today()), seen(&mila, today()));
    assert_eq!(seen(&mila, today()).signatories_until, Some(day("2030-11-21")));
    assert_eq!(seen(&mila, day("2040-01-01")).signatories_until, None, "an adult signs for life");
}

/// F2, F6: who was recorded as a client is asked as they were recorded, and in no other way.
#[test]
fn a_request_is_for_the_client_as_recorded() {
    let sem = ClientFacts {
        person: person("sem"),
        representatives: joint_request().signatories[1..].to_vec(),
        ..client("2012-06-01", Vec::new())
    };
    let recorded = seen(&sem, today());
    let differs = |edit: fn(&mut NewConsentRequest)| -> Vec<(String, R)> {
        let mut new = joint_request();
        edit(&mut new);
        let errors = client::check_request(&new, &recorded);
        errors.into_iter().map(|error| (error.name, error.reason)).collect()
    };
    let (birth, signs) =
        (("/subject/birthDate".into(), R::NotAsRecorded), ("/signatories".into(), R::NotAsRecorded));
    assert_eq!(differs(|_| ()), []);
    assert_eq!(differs(|new| new.signatories.reverse()), [], "the order says nothing");
    let as_an_adult: fn(&mut NewConsentRequest) = |new| {
        new.subject.birth_date = day("1990-06-01");
        new.signatories.truncate(1);
    };
    assert_eq!(differs(as_an_adult), [birth.clone(), signs.clone()]);
    assert_eq!(differs(|new| new.subject.birth_date = day("2012-06-02")), [birth]);
    let mut other = joint_request();
    as_an_adult(&mut other);
    let told = client::check_request(&other, &recorded);
    assert!(told.iter().all(|error| error.detail.ends_with("read the client again")), "{told:?}");
    let edits: [fn(&mut NewConsentRequest); 4] = [
        |new| drop(new.signatories.pop()),
        |new| new.signatories.push(represents("uncle", Capacity::Guardian, "2012-06-01", None)),
        |new| new.signatories[2] = new.signatories[1].clone(),
        |new| new.signatories[1].representation.as_mut().unwrap().source = "hearsay".into(),
    ];
    for edit in edits {
        assert_eq!(differs(edit), std::slice::from_ref(&signs));
    }
}

fn new_client() -> NewClient {
    NewClient {
        person: person("mila"),
        birth_date: day("2014-12-12"),
        representatives: vec![represents("mother", Capacity::ParentWithAuthority, "2014-12-12", None)],
        household: Some(HouseholdPlace { id: "household-1".into(), role: HouseholdRole::Child }),
        case_reference: Some("Z-1".into()),
        recorded_at: None,
        known_recorded_at: None,
    }
}

/// What a colleague recorded after what was known is not replaced by a visit that ended later.
#[test]
fn a_recording_from_a_visit_gives_way_to_one_that_it_did_not_know() {
    let (known, since) = (noon(today()), noon(today()) + chrono::TimeDelta::hours(1));
    let newest =
        ClientFacts { recorded_at: since, recorded_by: "colleague".into(), ..client("1990-01-01", vec![]) };
    let overtaken = |recorded_at, known_recorded_at, newest: Option<&ClientFacts>, by: &str| {
        let new = NewClient { recorded_at, known_recorded_at, ..new_client() };
        client::is_overtaken(&new, newest, &by.into())
    };
    let visit = Some(since + chrono::TimeDelta::hours(1));
    assert!(overtaken(visit, Some(known), Some(&newest), "worker"));
    assert!(overtaken(visit, None, Some(&newest), "worker"), "nothing was known");
    assert!(!overtaken(visit, Some(since), Some(&newest), "worker"), "it was known");
    assert!(!overtaken(visit, Some(known), Some(&newest), "colleague"), "her own");
    assert!(!overtaken(visit, None, None, "worker"), "nobody recorded anything");
    assert!(!overtaken(None, None, Some(&newest), "worker"), "a system keeps it up to date");
}

fn wrong(new: &NewClient) -> Vec<(String, R)> {
    let worker = PersonId::from("worker");
    let errors = client::check(new, &catalogue().age_rule, &worker, today());
    errors.into_iter().map(|error| (error.name, error.reason)).collect()
}

#[test]
fn every_wrong_client_is_refused_at_its_place() {
    type Edit = fn(&mut NewClient);
    assert_eq!(wrong(&new_client()), []);
    let cases: &[(Edit, &str, R)] = &[
        (|new| new.birth_date = day("2026-11-23"), "/birthDate", R::DateInFuture),
        (|new| new.person = person("worker"), "/person/id", R::WrongSignatories),
        (|new| new.person.display_name = "Mila 111222333".into(), "/person/displayName", R::BsnInText),
        (|new| new.person.id = "p111222333".into(), "/person/id", R::BsnInText),
        (|new| new.case_reference = Some("111 222 333".into()), "/caseReference", R::BsnInText),
        (
            |new| new.household = Some(HouseholdPlace { id: "111222333".into(), role: HouseholdRole::Child }),
            "/household/id",
            R::BsnInText,
        ),
        (
            |new| new.representatives[0].person = person("mila"),
            "/representatives/0/person/id",
            R::WrongSignatories,
        ),
        (
            |new| new.representatives[0].person = person("worker"),
            "/representatives/0/person/id",
            R::WrongSignatories,
        ),
        (
            |new| new.representatives.push(new.representatives[0].clone()),
            "/representatives/1/person/id",
            R::Duplicate,
        ),
        (
            |new| new.representatives[0].capacity = Capacity::DataSubject,
            "/representatives/0/capacity",
            R::WrongSignatories,
        ),
        (
            |new| new.representatives[0].capacity = Capacity::Mentor,
            "/representatives/0/capacity",
            R::WrongSignatories,
        ),
        (|new| new.birth_date = day("1980-01-01"), "/representatives/0/capacity", R::WrongSignatories),
        (
            |new| new.representatives[0].representation = None,
            "/representatives/0/representation",
            R::RepresentationMissing,
        ),
        (|new| proof(new).source = "  ".into(), "/representatives/0/representation/source", R::EmptyText),
        (
            |new| proof(new).source = "BSN 111222333".into(),
            "/representatives/0/representation/source",
            R::BsnInText,
        ),
        (
            |new| proof(new).end_date = Some(day("2026-11-21")),
            "/representatives/0/representation/endDate",
            R::RepresentationMissing,
        ),
        (
            |new| {
                proof(new).start_date = day("2027-02-01");
                proof(new).end_date = Some(day("2027-01-01"));
            },
            "/representatives/0/representation/endDate",
            R::DateOutOfRange,
        ),
    ];
    for (edit, name, reason) in cases {
        let mut new = new_client();
        edit(&mut new);
        assert_eq!(wrong(&new), [((*name).to_owned(), *reason)]);
    }
}

/// F6: a proof counts until the end of its last day, and may be for one day alone; a
/// child may be born today.
#[test]
fn the_last_day_and_the_first_are_taken() {
    let mut last_day = new_client();
    proof(&mut last_day).end_date = Some(today());
    assert_eq!(wrong(&last_day), [], "it counts until the end of its last day");
    let mut one_day = new_client();
    proof(&mut one_day).start_date = today() + Days::new(1);
    proof(&mut one_day).end_date = Some(today() + Days::new(1));
    assert_eq!(wrong(&one_day), [], "the hearing is tomorrow, and for tomorrow");
    assert_eq!(wrong(&NewClient { birth_date: today(), ..new_client() }), []);
}

fn proof(new: &mut NewClient) -> &mut Representation {
    new.representatives[0].representation.as_mut().unwrap()
}

/// G1, F7: a worker reads where a request is and what is still to do, not who said what.
#[test]
fn a_no_waits_for_its_outcome() {
    let mut asked = resolved(&joint_request(), None);
    let list = |asked: &Resolved, outcomes: &[RefusalOutcome]| {
        client::request(&asked.request, &asked.records, outcomes, today())
    };
    let open = list(&asked, &[]);
    assert_eq!((open.status, open.outcome_missing), (RequestStatus::Open, false));
    assert_eq!(open.awaits, ["sem", "mother", "father"].map(PersonId::from));

    decide(&asked.request, &mut asked.records, "mother", Choice::Nothing).unwrap();
    let waiting = list(&asked, &[]);
    assert_eq!(waiting.awaits, ["sem", "father"].map(PersonId::from));
    assert!(!waiting.outcome_missing, "or it would be hers");
    let later = asked.request.answer_before_date + Days::new(1);
    let lapsed = client::request(&asked.request, &asked.records, &[], later);
    assert_eq!((lapsed.status, lapsed.outcome_missing), (RequestStatus::Lapsed, true), "nobody else answers");
    for who in ["sem", "father"] {
        decide(&asked.request, &mut asked.records, who, Choice::All).unwrap();
    }
    assert!(list(&asked, &[]).outcome_missing, "one no is no");
    let items: Vec<ItemId> = asked.request.records.keys().copied().collect();
    assert!(!list(&asked, &[outcome(&asked.request, items)]).outcome_missing);

    asked.request.replaced_by = Some(ConsentRequestId(fresh_id()));
    let replaced = list(&asked, &[]);
    assert_eq!((replaced.status, replaced.outcome_missing), (RequestStatus::Superseded, false));
    assert!(replaced.awaits.is_empty(), "nobody answers what was replaced");
}

/// After the last day to answer nobody is waited for, and the worker begins anew.
#[test]
fn nobody_is_waited_for_after_the_last_day() {
    let asked = resolved(&joint_request(), None);
    let last = asked.request.answer_before_date;
    let on = |day| client::request(&asked.request, &asked.records, &[], day);
    assert_eq!((on(last).status, on(last).awaits.len()), (RequestStatus::Open, 3));
    let after = on(last + Days::new(1));
    assert_eq!((after.status, after.awaits), (RequestStatus::Lapsed, vec![]));
}

/// F7: somebody who still thinks about one of two questions is waited for.
#[test]
fn who_answered_one_of_two_questions_is_waited_for() {
    let mut new = new_request();
    new.items.push(NewItem { source_id: "gp".into(), ..question() });
    let mut asked = resolved(&new, None);
    let noor = PersonId::from("noor");
    decide(&asked.request, &mut asked.records, "noor", Choice::Later).unwrap();
    let (mut one, shown) = confirmation(&asked.request, Choice::All);
    one.choices.truncate(1);
    let by = EnteredBy::Person(&noor);
    take(&asked.request, &mut asked.records, by, &one, &shown, Moment::now(noon(today()))).unwrap();
    let listed = client::request(&asked.request, &asked.records, &[], today());
    assert_eq!((listed.status, listed.awaits), (RequestStatus::Open, vec![noor]));
}

fn outcome(request: &RequestFacts, items: Vec<ItemId>) -> RefusalOutcome {
    RefusalOutcome {
        id: RefusalOutcomeId(fresh_id()),
        subject: request.subject.clone(),
        consent_request_id: request.id,
        item_ids: items,
        consent_record_ids: Vec::new(),
        outcome_type: OutcomeType::Limited,
        stops: String::new(),
        continues: "De rest.".into(),
        alternatives: String::new(),
        explained_on: today(),
        consultation: consultation(Some("colleague"), today()),
        rationale: "Omdat.".into(),
        informed_on: today(),
        ground_id: None,
        measure: None,
        decided_by: None,
        decided_at: noon(today()),
        recorded_at: noon(today()),
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..36_525).prop_map(|days| day("1950-01-01") + Days::new(days))
}

fn any_representative() -> impl Strategy<Value = (usize, i64, Option<u64>)> {
    (0_usize..6, -4_000_i64..4_000, prop::option::of(0_u64..4_000))
}

proptest! {
    /// Whoever is said to sign may together be asked, or it is said that somebody misses.
    #[test]
    fn who_signs_is_a_lawful_set_or_somebody_is_missing(
        born in any_day(),
        days in 0_u64..30_000,
        drawn in prop::collection::vec(any_representative(), 0..5),
    ) {
        let on = born + Days::new(days);
        let representatives = drawn.iter().enumerate().map(|(index, (capacity, start, lasts))| {
            let start_date = on.checked_add_signed(chrono::TimeDelta::days(*start)).unwrap();
            let end_date = lasts.map(|lasts| start_date + Days::new(lasts));
            let capacity = PARENTAL.into_iter().chain(OTHERS).nth(*capacity).unwrap();
            let representation = Representation { source: "register".into(), start_date, end_date };
            Signatory { person: person(&format!("r{index}")), capacity, representation: Some(representation) }
        });
        let mila = ClientFacts { birth_date: born, ..client("2000-01-01", representatives.collect()) };
        let rule = catalogue().age_rule;
        let signs = seen(&mila, on).signatories;
        let capacities: Vec<Capacity> = signs.iter().map(|signatory| signatory.capacity).collect();
        prop_assert_eq!(fits(signing(&rule, born, on), &capacities), !missing(&mila, on));
        for signatory in &signs {
            if let Some(proof) = &signatory.representation {
                prop_assert!(proof.start_date <= on && proof.end_date.is_none_or(|end| on <= end));
            } else {
                prop_assert_eq!(&signatory.person.id, &mila.person.id);
            }
        }
    }

    /// On the twelfth birthday the young person joins, and on the sixteenth the parents go.
    #[test]
    fn the_birthdays_are_exact(born in any_day()) {
        let mother = represents("mother", Capacity::ParentWithAuthority, "1900-01-01", None);
        let mila = ClientFacts { birth_date: born, ..client("2000-01-01", vec![mother]) };
        // Who was born on 29 February has a birthday on 1 March in other years.
        let birthday = |years: u32| {
            let same = born + Months::new(years * 12);
            if same.format("%m-%d").to_string() == born.format("%m-%d").to_string() { same } else { same + Days::new(1) }
        };
        let eve = |years| birthday(years) - Days::new(1);
        prop_assert_eq!(who_signs(&mila, eve(12)), ["mother"]);
        prop_assert_eq!(who_signs(&mila, birthday(12)), ["mila", "mother"]);
        prop_assert_eq!(who_signs(&mila, eve(16)), ["mila", "mother"]);
        prop_assert_eq!(who_signs(&mila, birthday(16)), ["mila"]);
        prop_assert_eq!(who_signs(&mila, birthday(18)), ["mila"]);
    }
}
