// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Every rule of the six steps, by its ID: what it refuses, and what it lets through.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod fixture;

use chrono::Days;
use fixture::intake::{assessment, medical};
use fixture::*;
use samenspraak_contract::assessment::{Compatibility, NewAssessment};
use samenspraak_contract::id::PersonId;
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::request::{ConsentKind, ItemKind};
use samenspraak_rules::intake::assessment::{Extent, check, extent, judge};

fn errors(new: &NewAssessment) -> Vec<(String, R)> {
    let found = check(new, &catalogue(), &PersonId::from("worker"), today());
    found.into_iter().map(|error| (error.name, error.reason)).collect()
}

type Change = fn(&mut NewAssessment);

fn after(change: Change) -> NewAssessment {
    let mut new = assessment();
    change(&mut new);
    new
}

#[test]
fn every_rule_of_the_steps_refuses_with_a_pointer_to_its_step() {
    let cases: [(&str, Change, &str, R); 37] = [
        ("B2", |n| n.items[0].purpose_id = "income".into(), "/items/0/purposeId", R::NotAssessed),
        (
            "A8",
            |n| n.task.as_mut().unwrap().purpose_ids.push("for-later".into()),
            "/task/purposeIds/1",
            R::FutureUse,
        ),
        ("A8", |n| n.items[0].purpose_id = "for-later".into(), "/items/0/purposeId", R::FutureUse),
        (
            "E1",
            |n| n.task.as_mut().unwrap().purpose_ids.push("x".into()),
            "/task/purposeIds/1",
            R::UnknownPurpose,
        ),
        (
            "E1",
            |n| n.task.as_mut().unwrap().purpose_ids.push("home-help".into()),
            "/task/purposeIds/1",
            R::Duplicate,
        ),
        ("E2", |n| every_area(n), "/purpose/lifeAreaIds", R::Wildcard),
        (
            "E2",
            |n| n.purpose.as_mut().unwrap().life_area_ids.push("x".into()),
            "/purpose/lifeAreaIds/1",
            R::UnknownReference,
        ),
        (
            "E2",
            |n| n.purpose.as_mut().unwrap().life_area_ids.push("body".into()),
            "/purpose/lifeAreaIds/1",
            R::Duplicate,
        ),
        ("E3", |n| n.items[1].personal_data.clear(), "/items/1/personalData", R::Missing),
        (
            "E4",
            |n| n.items[2].proportionality.0.retain(|_, _| false),
            "/items/2/proportionality",
            R::EmptyText,
        ),
        (
            "E6",
            |n| n.data.as_mut().unwrap().already_held.push("medicines".into()),
            "/items/2/personalData/0",
            R::AlreadyHeld,
        ),
        (
            "E6",
            |n| n.items[2].personal_data[0].already_held = true,
            "/items/2/personalData/0",
            R::AlreadyHeld,
        ),
        (
            "E6",
            |n| n.data.as_mut().unwrap().already_held.push("x".into()),
            "/data/alreadyHeld/1",
            R::UnknownDatum,
        ),
        ("E9", |n| n.triage.level = 5, "/triage/level", R::UnknownReference),
        ("E9", |n| n.triage.level = 3, "/triage/reason", R::Missing),
        ("E10", |n| n.items[1].recipient_id = "abroad".into(), "/items/1/recipientId", R::OutsideEea),
        ("A2", |n| n.items[0].recipient_id = "all".into(), "/items/0/recipientId", R::Wildcard),
        ("N4", |n| n.items[0].recipient_id = "lapsed".into(), "/items/0/recipientId", R::AgreementExpired),
        (
            "B7",
            |n| n.items[0].personal_data[0].data_type_id = "suwi-income".into(),
            "/items/0/personalData/0",
            R::ClosedRegime,
        ),
        ("B4-B6", |n| ask_what_is_told(n), "/items/1/personalData/0", R::LawDecides),
        (
            "C1",
            |n| n.basis.as_mut().unwrap().special_categories.clear(),
            "/basis/specialCategories",
            R::Missing,
        ),
        (
            "C1",
            |n| n.basis.as_mut().unwrap().special_categories.push("x".into()),
            "/basis/specialCategories/1",
            R::UnknownDatum,
        ),
        (
            "AP 2016",
            |n| answer(n, "own-interest", false),
            "/basis/freeConsent/own-interest",
            R::ConsentNotFree,
        ),
        (
            "AP 2016",
            |n| answer(n, "disadvantage", true),
            "/basis/freeConsent/disadvantage",
            R::ConsentNotFree,
        ),
        ("AP 2016", |n| answer(n, "other", true), "/basis/freeConsent/other", R::UnknownReference),
        (
            "B12",
            |n| n.purpose_limitation[0].verdict = Compatibility::NotCompatible,
            "/purposeLimitation/0/verdict",
            R::NoLegalGround,
        ),
        (
            "B12",
            |n| n.purpose_limitation[1].source_id = "team".into(),
            "/purposeLimitation/1/sourceId",
            R::Duplicate,
        ),
        (
            "B12",
            |n| n.purpose_limitation[1].source_id = "cak".into(),
            "/purposeLimitation/1/sourceId",
            R::NotApplicable,
        ),
        ("B12", |n| n.purpose_limitation[1].source_id = "cak".into(), "/purposeLimitation", R::Missing),
        (
            "M4",
            |n| n.secrecy.as_mut().unwrap().acknowledged[0] = "cak".into(),
            "/secrecy/acknowledged",
            R::Missing,
        ),
        (
            "M4",
            |n| n.secrecy.as_mut().unwrap().acknowledged.push("x".into()),
            "/secrecy/acknowledged/4",
            R::UnknownParty,
        ),
        (
            "D1",
            |n| n.purpose.as_mut().unwrap().help_question = BSN.into(),
            "/purpose/helpQuestion",
            R::BsnInText,
        ),
        ("D1", |n| n.data.as_mut().unwrap().why_needed = BSN.into(), "/data/whyNeeded", R::BsnInText),
        (
            "D1",
            |n| n.purpose_limitation[0].original_purpose = BSN.into(),
            "/purposeLimitation/0/originalPurpose",
            R::BsnInText,
        ),
        ("D1", |n| n.triage.reason = Some(BSN.into()), "/triage/reason", R::BsnInText),
        ("D1", |n| n.subject.person.display_name = BSN.into(), "/subject/person/displayName", R::BsnInText),
        ("D1", |n| n.items[0].subsidiarity = text(BSN), "/items/0/subsidiarity/nl", R::BsnInText),
    ];
    for (id, change, pointer, reason) in cases {
        let found = errors(&after(change));
        assert!(found.contains(&(pointer.to_owned(), reason)), "{id}: {found:?}");
    }
}

const BSN: &str = "mijn nummer is 111222333";

fn every_area(new: &mut NewAssessment) {
    let all = ["money", "housing", "body", "people-around"];
    new.purpose.as_mut().unwrap().life_area_ids = all.map(Into::into).into();
}

fn answer(new: &mut NewAssessment, criterion: &str, yes: bool) {
    new.basis.as_mut().unwrap().free_consent.insert(criterion.into(), yes);
}

fn ask_what_is_told(new: &mut NewAssessment) {
    let told = &mut new.items[1];
    told.kind = ItemKind::Consent;
    told.consent_kind = Some(ConsentKind::LegalGround);
    told.legal_basis_id = "consent".into();
}

#[test]
fn nobody_assesses_themselves_and_nobody_is_born_tomorrow() {
    let mut new = assessment();
    new.subject.person.id = "worker".into();
    new.subject.birth_date = today() + Days::new(1);
    let expected = [
        ("/subject/person/id".into(), R::WrongSignatories),
        ("/subject/birthDate".into(), R::DateOutOfRange),
    ];
    assert_eq!(errors(&new), expected);
}

// E2: with three areas or fewer a municipality has no "everything" to tick.
#[test]
fn e2_all_areas_are_refused_only_where_there_are_many() {
    let mut catalogue = catalogue();
    catalogue.intake.life_areas.truncate(3);
    let mut new = assessment();
    new.purpose.as_mut().unwrap().life_area_ids = ["money", "housing", "body"].map(Into::into).into();
    assert_eq!(check(&new, &catalogue, &PersonId::from("worker"), today()), []);
}

// E6: what the municipality passes on from its own file is not asked again.
#[test]
fn e6_what_is_held_may_be_passed_on_and_not_fetched() {
    let mut new = assessment();
    let data = new.data.as_mut().unwrap();
    data.already_held = ["needs", "that-help-runs"].map(Into::into).into();
    assert_eq!(errors(&new), []);
}

// Only who asks needs a free consent and a tick for each special category.
#[test]
fn what_is_only_told_needs_no_free_consent() {
    let mut new = assessment();
    new.items = vec![information()];
    new.purpose_limitation.pop();
    new.basis = Some(Default::default());
    assert_eq!(errors(&new), []);
    assert!(!judge(&new, &catalogue(), &PersonId::from("worker"), today()).asks_consent);
}

#[test]
fn e10_more_than_the_level_allows_needs_a_higher_level_with_a_reason() {
    let mut catalogue = catalogue();
    let few = &mut catalogue.intake.triage[0];
    (few.most_parties, few.most_data_types) = (2, 2);
    let mut new = assessment();
    let over = |new: &NewAssessment| -> Vec<String> {
        let found = check(new, &catalogue, &PersonId::from("worker"), today());
        found.into_iter().map(|error| format!("{} {}", error.reason.code(), error.detail)).collect()
    };
    let expected = [
        "over-triage-norm 3 parties, and level 1 allows 2",
        "over-triage-norm 3 types of data, and level 1 allows 2",
    ];
    assert_eq!(over(&new), expected);
    new.triage.level = 2;
    new.triage.reason = Some("er zijn twee vragen".into());
    assert_eq!(over(&new), [""; 0]);
}

// M6, E10: own units are no parties of the norm; the same party or datum counts once.
#[test]
fn e10_the_extent_counts_each_party_and_datum_once() {
    let of = |items: &[_]| extent(items, &catalogue());
    assert_eq!(of(&[]), Extent { parties: 0, data_types: 0 });
    assert_eq!(of(&[question()]), Extent { parties: 1, data_types: 2 });
    assert_eq!(of(&[question(), question()]), of(&[question()]));
    assert_eq!(of(&[question(), information(), medical()]), Extent { parties: 3, data_types: 3 });
}
