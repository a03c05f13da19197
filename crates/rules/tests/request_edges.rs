// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Where the rules of a question begin and end: every wild word in every place, closed
//! regimes in every field, and the first and last days that still pass.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod fixture;

use chrono::Days;
use fixture::*;
use samenspraak_contract::catalogue::{Catalogue, ClosedRegime, Domain};
use samenspraak_contract::id::ItemId;
use samenspraak_contract::party::SecrecyRegime;
use samenspraak_contract::person::Capacity;
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::request::{ConsentKind, ItemKind, NewConsentRequest, NewItem};
use samenspraak_rules::request::{check, check_items};

fn refused(change: impl Fn(&mut NewConsentRequest)) -> Vec<(String, R)> {
    let mut new = new_request();
    change(&mut new);
    let errors = check(&new, &catalogue(), &"worker".into(), today());
    errors.into_iter().map(|error| (error.name, error.reason)).collect()
}

/// A2: no word that stands for everybody or everything, wherever one name must stand.
#[test]
fn a2_nothing_wild_stands_where_one_name_must() {
    type Place = (&'static str, fn(&mut NewItem, &str));
    let places: [Place; 6] = [
        ("purposeId", |item, word| item.purpose_id = word.into()),
        ("sourceId", |item, word| item.source_id = word.into()),
        ("recipientId", |item, word| item.recipient_id = word.into()),
        ("legalBasisId", |item, word| item.legal_basis_id = word.into()),
        ("retentionId", |item, word| item.retention_id = word.into()),
        ("personalData/1/dataTypeId", |item, word| item.personal_data[1].data_type_id = word.into()),
    ];
    for (field, put) in places {
        for word in ["*", "all", "any", "everyone", "alle", "alles", "iedereen", "overig"] {
            let found = refused(|new| put(&mut new.items[0], word));
            assert_eq!(found, [(format!("/items/0/{field}"), R::Wildcard)], "{word}");
        }
    }
}

const DOMAINS: [Domain; 6] = [
    Domain::SocialSupport,
    Domain::Youth,
    Domain::WorkAndIncome,
    Domain::DebtHelp,
    Domain::HealthCare,
    Domain::Safety,
];

fn with_closed(regime: ClosedRegime, domain: Domain, covenant: bool) -> Catalogue {
    let mut catalogue = catalogue();
    let data = &mut catalogue.personal_data_types;
    data.iter_mut().find(|datum| datum.id.0 == "suwi-income").unwrap().closed_regime = Some(regime);
    catalogue.purposes[0].domain = domain;
    catalogue.activities[0].personal_data.push("suwi-income".into());
    catalogue.activities[0].covenant = covenant.then(|| "Convenant".into());
    catalogue
}

/// B7, B14: data of a closed regime are told inside their own field or under a covenant,
/// where the law decides; and never asked, whatever the consent is called.
#[test]
fn b7_b14_a_closed_regime_opens_by_law_alone() {
    let closed = |item: NewItem, catalogue: &Catalogue| {
        let found = check_items(&[item], catalogue, today());
        found.iter().any(|error| error.name == "/items/0/personalData/0" && error.reason == R::ClosedRegime)
    };
    for (regime, home) in [
        (ClosedRegime::Suwi, Domain::WorkAndIncome),
        (ClosedRegime::PoliceData, Domain::Safety),
        (ClosedRegime::JudicialData, Domain::Safety),
    ] {
        for (domain, covenant) in DOMAINS.into_iter().flat_map(|domain| [(domain, false), (domain, true)]) {
            let catalogue = with_closed(regime, domain, covenant);
            let mut told = information();
            told.personal_data[0].data_type_id = "suwi-income".into();
            let lawful = domain == home || covenant;
            assert_eq!(closed(told.clone(), &catalogue), !lawful, "{regime:?} {domain:?} {covenant}");
            assert_eq!(check_items(std::slice::from_ref(&told), &catalogue, today()).is_empty(), lawful);
            let elsewhere = NewItem { recipient_id: "provider".into(), ..told.clone() };
            assert!(closed(elsewhere, &catalogue), "no activity: {regime:?} {domain:?} {covenant}");
            for kind in [ConsentKind::LegalGround, ConsentKind::LiftSecrecy, ConsentKind::AgreementWithHelp] {
                let asked = NewItem { kind: ItemKind::Consent, consent_kind: Some(kind), ..told.clone() };
                assert!(closed(asked, &catalogue), "{kind:?} {regime:?} {domain:?} {covenant}");
            }
        }
    }
}

/// C2 and the days of a question: today still counts, and the limit itself.
#[test]
fn the_first_and_the_last_day_pass() {
    let last = |data: &str, end: &str| {
        refused(|new| {
            new.items[0].personal_data.truncate(1);
            new.items[0].personal_data[0].data_type_id = data.into();
            new.items[0].end_date = day(end);
        })
    };
    let too_long = [("/items/0/endDate".to_owned(), R::DateOutOfRange)];
    assert_eq!(last("medicines", "2027-11-22"), [], "twelve months");
    assert_eq!(last("medicines", "2027-11-23"), too_long);
    assert_eq!(last("needs", "2029-11-22"), [], "thirty-six months");
    assert_eq!(last("needs", "2029-11-23"), too_long);
    assert_eq!(refused(|new| new.answer_before_date = today()), []);
    assert_eq!(refused(|new| new.items[0].end_date = today()), [], "one day is a time too");
    assert_eq!(refused(|new| new.items[1].end_date = day("2060-01-01")), [], "the law knows no such limit");
    assert_eq!(refused(|new| new.items[0].extendable_months = Some(36)), []);
    let begins = refused(|new| new.items[0].start_date = today() - Days::new(1));
    assert_eq!(begins, [("/items/0/startDate".to_owned(), R::DateInPast)]);
}

/// C2: one special datum among others makes all of it shorter.
#[test]
fn c2_one_special_datum_shortens_the_whole() {
    let mixed = refused(|new| {
        new.items[0].personal_data[1].data_type_id = "medicines".into();
        new.items[0].end_date = day("2027-11-23");
    });
    assert_eq!(mixed, [("/items/0/endDate".to_owned(), R::DateOutOfRange)]);
}

/// I7: a provider keeps its content from the municipality, and not from everybody.
#[test]
fn i7_content_goes_from_a_provider_to_others_when_it_is_asked() {
    let asked = refused(|new| {
        new.items[0].source_id = "provider".into();
        new.items[0].recipient_id = "cak".into();
    });
    assert_eq!(asked, []);
}

/// Principle 1, A5: each kind of consent where it belongs.
#[test]
fn each_kind_of_consent_has_its_place() {
    let mut catalogue = catalogue();
    catalogue.parties.iter_mut().find(|party| party.id.0 == "provider").unwrap().secrecy =
        SecrecyRegime::YouthHelp;
    let found = |item: NewItem| -> Vec<(String, R)> {
        let errors = check_items(&[item], &catalogue, today());
        errors.into_iter().map(|error| (error.name, error.reason)).collect()
    };
    let kind = |kind| NewItem { consent_kind: Some(kind), ..question() };
    let from_youth_help =
        NewItem { source_id: "provider".into(), recipient_id: "gp".into(), ..kind(ConsentKind::LiftSecrecy) };
    assert_eq!(found(from_youth_help), [], "youth help has a secrecy of its own");
    for ground in ["consent", "wmo-task"] {
        let agreed = NewItem { legal_basis_id: ground.into(), ..kind(ConsentKind::AgreementWithHelp) };
        let expected = [("/items/0/consentKind".to_owned(), R::GroundIsNotConsent)];
        assert_eq!(found(agreed), expected, "to agree with help is no ground for data: {ground}");
    }
    let told = NewItem { consent_kind: Some(ConsentKind::LegalGround), ..information() };
    assert_eq!(found(told), [("/items/0/legalBasisId".to_owned(), R::NoLegalGround)]);
}

/// Principle 1, B1: where the law decides nothing is asked, whatever the consent is
/// called, unless a secret is lifted; and a secret is lifted on a ground that is there.
#[test]
fn b1_no_kind_of_consent_goes_round_the_law() {
    let mut catalogue = catalogue();
    catalogue.activities[0].sources.push("gp".into());
    let reasons = |consent_kind, source: &str, recipient: &str, ground: &str| -> Vec<R> {
        let asked = NewItem {
            kind: ItemKind::Consent,
            consent_kind,
            source_id: source.into(),
            recipient_id: recipient.into(),
            legal_basis_id: ground.into(),
            consequences_if_given: Some(text("ja")),
            consequences_if_refused: Some(text("nee")),
            ..information()
        };
        check_items(&[asked], &catalogue, today()).into_iter().map(|error| error.reason).collect()
    };
    let [consent, task] = ["consent", "wmo-task"];
    assert_eq!(reasons(Some(ConsentKind::LegalGround), "team", "cak", consent), [R::LawDecides]);
    for kind in [Some(ConsentKind::AgreementWithHelp), None] {
        for ground in [consent, task] {
            assert_eq!(reasons(kind, "team", "cak", ground), [R::GroundIsNotConsent, R::LawDecides]);
            assert_eq!(reasons(kind, "team", "provider", ground), [R::GroundIsNotConsent]);
        }
    }
    let lift = Some(ConsentKind::LiftSecrecy);
    assert_eq!(reasons(lift, "gp", "cak", task), [], "the law allows it and the secret stands in its way");
    assert_eq!(reasons(lift, "gp", "cak", consent), []);
    assert_eq!(reasons(lift, "gp", "provider", consent), []);
    assert_eq!(reasons(lift, "gp", "provider", task), [R::NoLegalGround]);
}

/// F2, F6: the person signs as the person, and nobody else does; a child may be helped
/// from the day of birth.
#[test]
fn f2_f6_each_signs_in_their_own_capacity() {
    let wrong = |index: usize| (format!("/signatories/{index}/capacity"), R::WrongSignatories);
    let of = |new: &NewConsentRequest| -> Vec<(String, R)> {
        let errors = check(new, &catalogue(), &"worker".into(), today());
        errors.into_iter().map(|error| (error.name, error.reason)).collect()
    };
    let mut own = new_request();
    own.signatories[0] = signatory("noor", Capacity::Mentor);
    assert_eq!(of(&own), [wrong(0)]);
    let mut other = new_request();
    other.signatories[0].person = person("neighbour");
    assert_eq!(of(&other), [wrong(0)]);
    let mut newborn = joint_request();
    newborn.subject.birth_date = today();
    newborn.signatories.remove(0);
    assert_eq!(of(&newborn), []);
}

/// What an item is called and what it replaces is said once, and of a request that is named.
#[test]
fn an_item_has_one_id_and_replaces_within_a_request() {
    let id = ItemId(fresh_id());
    let twice = refused(|new| new.items.iter_mut().for_each(|item| item.id = Some(id)));
    assert_eq!(twice, [("/items/1/id".to_owned(), R::Duplicate)]);
    let loose = refused(|new| new.items[0].replaces_item_id = Some(id));
    assert_eq!(loose, [("/items/0/replacesItemId".to_owned(), R::NotReplaceable)]);
}
