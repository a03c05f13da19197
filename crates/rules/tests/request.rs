// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Which questions may not be asked, and that every reason is told at once.

mod fixture;

use chrono::Days;
use fixture::*;
use proptest::prelude::*;
use samenspraak_contract::person::Capacity;
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::request::{ConsentKind, ItemKind, NewConsentRequest, NewItemDatum};
use samenspraak_contract::text::LocalizedText;
use samenspraak_rules::request::{check, check_replacement, holds_bsn};

fn reasons(new: &NewConsentRequest) -> Vec<(String, R)> {
    check(new, &catalogue(), &"worker".into(), today()).into_iter().map(|e| (e.name, e.reason)).collect()
}

fn refused(change: impl Fn(&mut NewConsentRequest)) -> Vec<(String, R)> {
    let mut new = new_request();
    change(&mut new);
    reasons(&new)
}

fn one(name: &str, reason: R) -> Vec<(String, R)> {
    vec![(name.to_owned(), reason)]
}

fn only(data: &str) -> Vec<NewItemDatum> {
    vec![NewItemDatum { data_type_id: data.into(), ..question().personal_data[0].clone() }]
}

#[test]
fn a_lawful_question_passes() {
    assert_eq!(reasons(&new_request()), []);
    assert_eq!(reasons(&joint_request()), []);
}

#[test]
fn a11_what_is_not_in_the_catalogue_cannot_be_named() {
    assert_eq!(
        refused(|new| new.items[0].recipient_id = "nobody".into()),
        one("/items/0/recipientId", R::UnknownParty)
    );
    assert_eq!(
        refused(|new| new.items[0].source_id = "nobody".into()),
        one("/items/0/sourceId", R::UnknownParty)
    );
    assert_eq!(
        refused(|new| new.items[0].purpose_id = "none".into()),
        one("/items/0/purposeId", R::UnknownPurpose)
    );
    assert_eq!(
        refused(|new| new.items[0].personal_data[1].data_type_id = "none".into()),
        one("/items/0/personalData/1/dataTypeId", R::UnknownDatum)
    );
    assert_eq!(
        refused(|new| new.items[0].legal_basis_id = "none".into()),
        one("/items/0/legalBasisId", R::UnknownLegalBasis)
    );
    assert_eq!(
        refused(|new| new.items[0].retention_id = "none".into()),
        one("/items/0/retentionId", R::UnknownRetention)
    );
}

#[test]
fn a2_no_wildcards() {
    for wild in ["*", "all", "alle", "iedereen"] {
        assert_eq!(
            refused(|new| new.items[0].recipient_id = wild.into()),
            one("/items/0/recipientId", R::Wildcard)
        );
        assert_eq!(
            refused(|new| new.items[0].personal_data[0].data_type_id = wild.into()),
            one("/items/0/personalData/0/dataTypeId", R::Wildcard)
        );
    }
}

#[test]
fn a8_nothing_for_later_and_every_text_filled_in() {
    assert_eq!(
        refused(|new| new.items[0].purpose_id = "for-later".into()),
        one("/items/0/purposeId", R::FutureUse)
    );
    assert_eq!(
        refused(|new| new.items[0].personal_data[0].necessity = LocalizedText::nl("  ")),
        one("/items/0/personalData/0/necessity", R::EmptyText)
    );
}

#[test]
fn a5_the_consequences_of_yes_and_no_are_told() {
    assert_eq!(
        refused(|new| {
            new.items[0].consequences_if_given = None;
            new.items[0].consequences_if_refused = Some(LocalizedText::nl(" "));
        }),
        [
            ("/items/0/consequencesIfRefused".to_owned(), R::EmptyText),
            ("/items/0/consequencesIfGiven".to_owned(), R::MissingConsequences),
            ("/items/0/consequencesIfRefused".to_owned(), R::MissingConsequences),
        ]
    );
}

/// Principle 1, B5, B6.
#[test]
fn consent_is_not_asked_where_the_law_decides_nor_told_where_it_does_not() {
    let asked = refused(|new| {
        new.items.truncate(1);
        new.items[0].recipient_id = "cak".into();
        new.items[0].personal_data = only("that-help-runs");
    });
    assert_eq!(asked, one("/items/0/personalData/0", R::LawDecides));
    let told = refused(|new| new.items[1].recipient_id = "provider".into());
    assert_eq!(told, one("/items/1/personalData/0", R::NoLegalGround));
    let on_consent = refused(|new| new.items[1].legal_basis_id = "consent".into());
    assert_eq!(on_consent, one("/items/1/legalBasisId", R::NoLegalGround));
    let other_ground = refused(|new| new.items[0].legal_basis_id = "wmo-task".into());
    assert_eq!(other_ground, one("/items/0/consentKind", R::GroundIsNotConsent));
}

/// B8: when only one of the two laws allows re-use, consent remains.
#[test]
fn reuse_between_laws_needs_both_laws() {
    let mut catalogue = catalogue();
    catalogue.activities[0].reciprocity = vec![citation()];
    let mut new = new_request();
    new.items.truncate(1);
    new.items[0].recipient_id = "cak".into();
    new.items[0].personal_data = only("that-help-runs");
    assert_eq!(check(&new, &catalogue, &"worker".into(), today()), []);
    catalogue.activities[0].reciprocity.push(citation());
    assert_eq!(check(&new, &catalogue, &"worker".into(), today())[0].reason, R::LawDecides);
}

/// A5 and WBW H3.4: medical secrecy is lifted by a consent of its own kind.
#[test]
fn secrecy_is_lifted_only_where_there_is_secrecy() {
    let lift = |source: &str| {
        refused(|new| {
            new.items[0].consent_kind = Some(ConsentKind::LiftSecrecy);
            new.items[0].source_id = source.into();
        })
    };
    assert_eq!(lift("gp"), []);
    assert_eq!(lift("nobody"), one("/items/0/sourceId", R::UnknownParty), "nothing is known of its secrecy");
    assert_eq!(lift("team"), one("/items/0/consentKind", R::GroundIsNotConsent));
    assert_eq!(
        refused(|new| new.items[0].consent_kind = None),
        one("/items/0/consentKind", R::GroundIsNotConsent)
    );
}

#[test]
fn n4_b13_a_party_must_have_an_agreement_and_be_in_the_eea() {
    assert_eq!(
        refused(|new| new.items[0].recipient_id = "lapsed".into()),
        one("/items/0/recipientId", R::AgreementExpired)
    );
    assert_eq!(
        refused(|new| new.items[0].recipient_id = "abroad".into()),
        one("/items/0/recipientId", R::OutsideEea)
    );
}

#[test]
fn b7_data_of_a_closed_regime_stay_inside() {
    assert_eq!(
        refused(|new| new.items[0].personal_data = only("suwi-income")),
        one("/items/0/personalData/0", R::ClosedRegime)
    );
    assert_eq!(
        refused(|new| new.items[1].personal_data = only("suwi-income")),
        one("/items/1/personalData/0", R::ClosedRegime)
    );
}

#[test]
fn i7_a_provider_reports_that_help_runs_and_no_content() {
    let report = |data: &str| {
        refused(|new| {
            new.items[0].source_id = "provider".into();
            new.items[0].recipient_id = "team".into();
            new.items[0].personal_data = only(data);
        })
    };
    assert_eq!(report("needs"), one("/items/0/personalData/0", R::ContentFromProvider));
    assert_eq!(report("that-help-runs"), []);
}

#[test]
fn e6_what_is_held_is_not_asked_again_and_nothing_is_asked_twice() {
    assert_eq!(
        refused(|new| new.items[0].personal_data[0].already_held = true),
        one("/items/0/personalData/0", R::AlreadyHeld)
    );
    assert_eq!(refused(|new| new.items.push(question())), one("/items/2", R::Duplicate));
    assert_eq!(
        refused(|new| new.items[0].personal_data[1] = new.items[0].personal_data[0].clone()),
        one("/items/0/personalData/1", R::Duplicate)
    );
}

#[test]
fn dates_lie_ahead_and_within_the_limits_of_c2() {
    let yesterday = today() - Days::new(1);
    assert_eq!(refused(|new| new.answer_before_date = yesterday), one("/answerBeforeDate", R::DateInPast));
    assert_eq!(refused(|new| new.items[0].start_date = yesterday), one("/items/0/startDate", R::DateInPast));
    assert_eq!(
        refused(|new| new.items[0].end_date = new.items[0].start_date - Days::new(1)),
        one("/items/0/endDate", R::DateOutOfRange)
    );
    let too_long = refused(|new| {
        new.items[0].personal_data = only("medicines");
        new.items[0].end_date = day("2027-11-23");
        new.items[0].extendable_months = None;
    });
    assert_eq!(too_long, one("/items/0/endDate", R::DateOutOfRange));
    assert_eq!(
        refused(|new| new.items[0].extendable_months = Some(37)),
        one("/items/0/extendableMonths", R::DateOutOfRange)
    );
}

#[test]
fn f2_f6_the_right_people_sign_with_proof() {
    assert_eq!(
        refused(|new| new.subject.birth_date = day("2012-06-01")),
        one("/signatories", R::WrongSignatories)
    );
    let by_worker = refused(|new| {
        new.subject.person.id = "worker".into();
        new.signatories[0].person.id = "worker".into();
    });
    assert_eq!(by_worker, one("/signatories/0", R::WrongSignatories));
    let mut new = joint_request();
    new.signatories[2].representation = None;
    assert_eq!(reasons(&new), one("/signatories/2/representation", R::RepresentationMissing));
    new.signatories[2] = signatory("mother", Capacity::ParentWithAuthority);
    assert_eq!(reasons(&new), one("/signatories/2", R::Duplicate));
    assert_eq!(refused(|new| new.subject.birth_date = day("2030-01-01"))[0].1, R::DateOutOfRange);
}

/// F2: while a question can be answered, who signs does not change. What asks nothing
/// waits for nobody's signature.
#[test]
fn f2_the_last_day_to_answer_lies_before_a_birthday_that_counts() {
    let about = |born: &str, signs: &[usize], last: &str| {
        let mut new = joint_request();
        new.subject.birth_date = day(born);
        new.signatories = signs.iter().map(|index| new.signatories[*index].clone()).collect();
        new.answer_before_date = day(last);
        new
    };
    let change = one("/answerBeforeDate", R::SignatoriesChange);
    for (born, signs) in [("2014-12-12", &[1, 2][..]), ("2010-12-12", &[0, 1, 2]), ("2008-12-12", &[0])] {
        assert_eq!(reasons(&about(born, signs, "2026-12-11")), [], "{born}, until the eve");
        let mut late = about(born, signs, "2026-12-12");
        assert_eq!(reasons(&late), change, "{born}, until the birthday");
        late.items.retain(|item| item.kind == ItemKind::Information);
        assert_eq!(reasons(&late), [], "{born}, only told");
    }
    assert_eq!(reasons(&about("2013-12-12", &[0, 1, 2], "2026-12-20")), [], "thirteen changes nothing");
}

#[test]
fn d1_no_text_holds_a_bsn() {
    assert_eq!(
        refused(|new| new.title = LocalizedText::nl("Hulp voor 111222333")),
        one("/title/nl", R::BsnInText)
    );
    assert_eq!(
        refused(|new| new.case_reference = Some("1112.22.333".into())),
        one("/caseReference", R::BsnInText)
    );
    let mut new = joint_request();
    new.signatories[1].person.display_name = "Anouk 111222333".into();
    new.signatories[2].person.id = "p-111222333".into();
    let both = [
        ("/signatories/1/person/displayName".to_owned(), R::BsnInText),
        ("/signatories/2/person/id".to_owned(), R::BsnInText),
    ];
    assert_eq!(reasons(&new), both);
}

#[test]
fn every_error_is_told_at_once() {
    let all = refused(|new| {
        new.items[0].recipient_id = "nobody".into();
        new.items[0].consequences_if_given = None;
        new.items[1].legal_basis_id = "consent".into();
        new.answer_before_date = today() - Days::new(1);
    });
    assert_eq!(all.len(), 4);
}

#[test]
fn only_an_open_request_of_the_same_person_is_replaced() {
    let old = resolved(&new_request(), None).request;
    let mut new = new_request();
    new.replaces = Some(old.id);
    new.items[0].replaces_item_id = Some(old.items[0].id);
    assert_eq!(check_replacement(&new, Some(&old)), []);
    assert_eq!(check_replacement(&new, None)[0].reason, R::NotReplaceable);
    let mut replaced = old.clone();
    replaced.replaced_by = Some(old.id);
    assert_eq!(check_replacement(&new, Some(&replaced))[0].reason, R::NotReplaceable);
    new.items[0].replaces_item_id = Some(samenspraak_contract::id::ItemId(fresh_id()));
    assert_eq!(check_replacement(&new, Some(&old))[0].name, "/items/0/replacesItemId");
    new.subject.person.id = "somebody-else".into();
    assert_eq!(check_replacement(&new, Some(&old))[0].name, "/replaces");
}

proptest! {
    /// A BSN is found whatever stands around it; nine other digits are not one.
    #[test]
    fn a_bsn_is_found_anywhere(number in 10_000_000_u32..999_999_999, before in "[a-z ]{0,9}x", after in "x[a-z ]{0,9}") {
        let digits = format!("{number:09}");
        let sum: i64 = digits
            .bytes()
            .zip([9, 8, 7, 6, 5, 4, 3, 2, -1])
            .map(|(digit, weight)| i64::from(digit - b'0') * weight)
            .sum();
        prop_assert_eq!(holds_bsn(&format!("{before}{digits}{after}")), sum % 11 == 0);
        let spaced = format!("{}.{} {}-{}", &digits[..4], &digits[4..6], &digits[6..8], &digits[8..]);
        prop_assert_eq!(holds_bsn(&spaced), sum % 11 == 0);
        prop_assert!(!holds_bsn(&format!("{digits}0")), "ten digits are a telephone number");
    }
}
