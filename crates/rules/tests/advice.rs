// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the law says before a worker chooses, and the items that prepared words make.

mod fixture;

use fixture::intake::{medical, wording};
use fixture::*;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::{PartyId, PurposeId};
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::request::{ConsentKind, ItemKind, NewItem, NewItemDatum};
use samenspraak_rules::intake::advice::{Advice, Way, advice, offers};
use samenspraak_rules::intake::wording::{compose, wordings};
use samenspraak_rules::request::check_items;

fn on(catalogue: &Catalogue, way: (&str, &str, &str), datum: &str) -> Advice {
    let (source, recipient, purpose) = (&way.0.into(), &way.1.into(), &way.2.into());
    advice(Way { source, recipient, purpose }, &datum.into(), catalogue, today())
}

fn never(reason: R) -> Advice {
    Advice::Never { reason }
}

fn told() -> Advice {
    Advice::Tell {
        activity_id: "own-contribution".into(),
        legal_basis_id: "wmo-task".into(),
        retention_id: "wmo".into(),
    }
}

#[test]
fn the_law_says_ask_tell_or_neither() {
    let cases = [
        ("A5", ("gp", "team", "home-help"), "medicines", Advice::Ask),
        ("B6", ("team", "cak", "home-help"), "that-help-runs", told()),
        ("A8", ("team", "cak", "home-help"), "needs", Advice::Ask),
        ("B15", ("team", "provider", "home-help"), "that-help-runs", Advice::Ask),
        ("B9", ("team", "cak", "income"), "that-help-runs", Advice::Ask),
        ("B9", ("gp", "cak", "home-help"), "that-help-runs", Advice::Ask),
        ("B7", ("team", "provider", "home-help"), "suwi-income", never(R::ClosedRegime)),
        ("I7", ("provider", "team", "home-help"), "needs", never(R::ContentFromProvider)),
        ("I7", ("provider", "team", "home-help"), "that-help-runs", Advice::Ask),
        ("A8", ("gp", "team", "for-later"), "medicines", never(R::FutureUse)),
        ("A2", ("gp", "all", "home-help"), "medicines", never(R::Wildcard)),
        ("A2", ("gp", "team", "home-help"), "alles", never(R::Wildcard)),
        ("A11", ("gp", "nobody", "home-help"), "medicines", never(R::UnknownParty)),
        ("N4", ("team", "lapsed", "home-help"), "needs", never(R::AgreementExpired)),
        ("B13", ("team", "abroad", "home-help"), "needs", never(R::OutsideEea)),
        ("A1", ("team", "team", "home-help"), "needs", never(R::Duplicate)),
    ];
    for (id, way, datum, expected) in cases {
        assert_eq!(on(&catalogue(), way, datum), expected, "{id}: {way:?} {datum}");
    }
}

// B8: with one of the two laws consent remains; with both it is told.
#[test]
fn b8_reuse_between_laws_is_told_only_when_both_allow_it() {
    let way = ("team", "cak", "home-help");
    let mut catalogue = catalogue();
    catalogue.activities[0].reciprocity = vec![citation()];
    assert_eq!(on(&catalogue, way, "that-help-runs"), Advice::Ask);
    catalogue.activities[0].reciprocity.push(citation());
    assert_eq!(on(&catalogue, way, "that-help-runs"), told());
}

// B1: what names no law of the catalogue is decided by no law.
#[test]
fn b1_an_activity_without_a_ground_decides_nothing() {
    for ground in ["consent", "repealed"] {
        let mut catalogue = catalogue();
        catalogue.activities[0].legal_basis = ground.into();
        let advised = on(&catalogue, ("team", "cak", "home-help"), "that-help-runs");
        assert_eq!(advised, Advice::Ask, "{ground}");
    }
}

// N4: an ended agreement stops what the law decides as well.
#[test]
fn n4_nothing_is_told_to_a_party_whose_agreement_ended() {
    let mut catalogue = catalogue();
    catalogue.activities[0].recipients.push("lapsed".into());
    assert_eq!(on(&catalogue, ("team", "lapsed", "home-help"), "that-help-runs"), never(R::AgreementExpired));
}

// The advice is the rule: on every way of the catalogue and for every datum, an item
// that follows the advice passes, and one that does not is refused.
#[test]
fn whoever_follows_the_advice_passes_and_whoever_does_not_is_refused() {
    let catalogue = catalogue();
    let parties: Vec<&PartyId> = catalogue.parties.iter().map(|party| &party.id).collect();
    for purpose in catalogue.purposes.iter().map(|purpose| &purpose.id) {
        for (source, recipient) in parties.iter().flat_map(|a| parties.iter().map(move |b| (*a, *b))) {
            let way = Way { source, recipient, purpose };
            let offered = offers(way, &catalogue, today());
            let data = catalogue.personal_data_types.iter().map(|datum| &datum.id);
            assert!(
                offered.iter().map(|(datum, _)| datum).eq(data),
                "every datum of the catalogue, in its order"
            );
            for (datum, advice) in offered {
                let asked = item(way, &datum.0, ItemKind::Consent);
                let told = item(way, &datum.0, ItemKind::Information);
                let passes = |item: NewItem| check_items(&[item], &catalogue, today()).is_empty();
                let expected = (advice == Advice::Ask, matches!(advice, Advice::Tell { .. }));
                assert_eq!((passes(asked), passes(told)), expected, "{way:?} {datum}: {advice:?}");
            }
        }
    }
}

fn item(way: Way<'_>, datum: &str, kind: ItemKind) -> NewItem {
    let like = if kind == ItemKind::Consent { question() } else { information() };
    NewItem {
        consent_kind: (kind == ItemKind::Consent).then_some(ConsentKind::LegalGround),
        source_id: way.source.clone(),
        recipient_id: way.recipient.clone(),
        purpose_id: way.purpose.clone(),
        personal_data: vec![NewItemDatum {
            data_type_id: datum.into(),
            necessity: text("nodig"),
            already_held: false,
        }],
        ..like
    }
}

#[test]
fn prepared_words_make_an_item_on_their_own_way_only() {
    let (gp, team, provider): (PartyId, PartyId, PartyId) = ("gp".into(), "team".into(), "provider".into());
    let purpose: PurposeId = "home-help".into();
    let way = Way { source: &gp, recipient: &team, purpose: &purpose };
    let catalogue = catalogue();
    assert_eq!(wordings(way, &catalogue).collect::<Vec<_>>(), [&wording()]);
    let made = compose(&wording(), way, &["medicines".into()], today());
    let expected = NewItem { end_date: day("2027-11-22"), ..medical() };
    assert_eq!(made, Some(expected.clone()));
    assert_eq!(check_items(&[expected], &catalogue, today()), []);
    assert_eq!(compose(&wording(), way, &[], today()), None, "A1: no data, no item");
    assert_eq!(compose(&wording(), way, &["needs".into()], today()), None, "E3: no need, no datum");
    let income: PurposeId = "income".into();
    for elsewhere in [
        Way { recipient: &provider, ..way },
        Way { source: &provider, ..way },
        Way { purpose: &income, ..way },
        Way { source: &provider, recipient: &provider, ..way },
    ] {
        assert_eq!(compose(&wording(), elsewhere, &["medicines".into()], today()), None, "{elsewhere:?}");
        assert_eq!(wordings(elsewhere, &catalogue).count(), 0, "{elsewhere:?}");
    }
}
