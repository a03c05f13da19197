// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Where the rules of the six steps begin and end: what each gap is called, the last
//! day and the last number that still pass.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod fixture;

use chrono::Days;
use fixture::intake::assessment;
use fixture::*;
use samenspraak_contract::assessment::NewAssessment;
use samenspraak_contract::id::PersonId;
use samenspraak_contract::party::PartyKind;
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::request::NewItem;
use samenspraak_rules::intake::assessment::{check, extent};

fn errors(new: &NewAssessment) -> Vec<(String, R)> {
    let found = check(new, &catalogue(), &PersonId::from("worker"), today());
    found.into_iter().map(|error| (error.name, error.reason)).collect()
}

/// E1, E2, E3, AP 2016, B12, M4: a gap is named where it is and as what it is, and
/// what is left out leaves no other trace.
#[test]
fn e1_every_gap_is_called_what_it_is() {
    type Change = fn(&mut NewAssessment);
    let gaps: [(Change, &str, R); 13] = [
        (|new| new.task = None, "/task", R::StepMissing),
        (|new| new.task.as_mut().unwrap().purpose_ids.clear(), "/task/purposeIds", R::Missing),
        (|new| new.purpose = None, "/purpose", R::StepMissing),
        (
            |new| new.purpose.as_mut().unwrap().help_question = " \n".into(),
            "/purpose/helpQuestion",
            R::EmptyText,
        ),
        (|new| new.purpose.as_mut().unwrap().life_area_ids.clear(), "/purpose/lifeAreaIds", R::Missing),
        (|new| new.data = None, "/data", R::StepMissing),
        (|new| new.data.as_mut().unwrap().why_needed.clear(), "/data/whyNeeded", R::EmptyText),
        (|new| new.basis = None, "/basis", R::StepMissing),
        (
            |new| {
                let answers = &mut new.basis.as_mut().unwrap().free_consent;
                answers.retain(|criterion, _| criterion.0 != "disadvantage");
            },
            "/basis/freeConsent/disadvantage",
            R::Missing,
        ),
        (|new| new.purpose_limitation.clear(), "/purposeLimitation", R::StepMissing),
        (
            |new| new.purpose_limitation[1].original_purpose = " ".into(),
            "/purposeLimitation/1/originalPurpose",
            R::EmptyText,
        ),
        (|new| new.secrecy = None, "/secrecy", R::StepMissing),
        (
            |new| new.secrecy.as_mut().unwrap().acknowledged.retain(|party| party.0 != "cak"),
            "/secrecy/acknowledged",
            R::Missing,
        ),
    ];
    for (change, pointer, reason) in gaps {
        let mut new = assessment();
        change(&mut new);
        assert_eq!(errors(&new), [(pointer.to_owned(), reason)]);
    }
}

/// E1: steps that lead to no question and no information are no reason to keep them.
#[test]
fn e1_steps_lead_to_something() {
    let nothing = NewAssessment { items: Vec::new(), ..assessment() };
    assert!(errors(&nothing).contains(&("/items".into(), R::StepMissing)), "{:?}", errors(&nothing));
}

#[test]
fn somebody_born_today_can_be_helped() {
    let mut new = assessment();
    new.subject.birth_date = today();
    assert_eq!(errors(&new), []);
}

/// E6: only what comes from outside into the municipality is asked again.
#[test]
fn e6_held_data_are_not_fetched_and_may_move_in_every_other_way() {
    let mut catalogue = catalogue();
    catalogue.parties.push(municipality::party(
        "desk",
        PartyKind::MunicipalUnit,
        samenspraak_contract::party::SecrecyRegime::Official,
    ));
    for (source, recipient, fetched) in [
        ("gp", "team", true),
        ("gp", "provider", false),
        ("team", "provider", false),
        ("team", "desk", false),
    ] {
        let mut new = assessment();
        new.items = vec![NewItem { source_id: source.into(), recipient_id: recipient.into(), ..question() }];
        let found = check(&new, &catalogue, &PersonId::from("worker"), today());
        let held = found.iter().filter(|error| error.reason == R::AlreadyHeld);
        let expected: &[&str] = if fetched { &["/items/0/personalData/0"] } else { &[] };
        assert_eq!(
            held.map(|error| error.name.as_str()).collect::<Vec<_>>(),
            expected,
            "{source} {recipient}"
        );
    }
}

/// E9, E10: the level allows exactly its number, and every level above the first has a
/// reason.
#[test]
fn e10_the_norm_itself_still_passes_and_one_more_does_not() {
    for (parties, data_types, expected) in [(3, 3, 0), (2, 3, 1), (3, 2, 1), (2, 2, 2)] {
        let mut catalogue = catalogue();
        let norm = &mut catalogue.intake.triage[0];
        (norm.most_parties, norm.most_data_types) = (parties, data_types);
        let found = check(&assessment(), &catalogue, &PersonId::from("worker"), today());
        assert!(found.iter().all(|error| error.reason == R::OverTriageNorm), "{found:?}");
        assert_eq!(found.len(), expected, "{parties} {data_types}");
    }
    for level in 1..=4 {
        for reason in [None, Some(" "), Some("er is meer aan de hand")] {
            let mut new = assessment();
            (new.triage.level, new.triage.reason) = (level, reason.map(Into::into));
            let missing = level > 1 && reason.is_none_or(|reason| reason.trim().is_empty());
            let expected = missing.then(|| ("/triage/reason".to_owned(), R::Missing));
            assert_eq!(errors(&new), Vec::from_iter(expected), "{level} {reason:?}");
        }
    }
}

/// E10: a party that is not in the catalogue is no unit of our own.
#[test]
fn e10_an_unknown_party_counts() {
    let item = NewItem { recipient_id: "nobody".into(), ..question() };
    assert_eq!(extent(&[item], &catalogue()).parties, 1);
}

/// N4: an agreement counts until the end of its last day, of whoever gives and of
/// whoever gets.
#[test]
fn n4_an_agreement_counts_until_the_end_of_its_last_day() {
    for (who, pointer) in [("team", "/items/0/sourceId"), ("provider", "/items/0/recipientId")] {
        for (ends, expired) in
            [(today() - Days::new(1), true), (today(), false), (today() + Days::new(1), false)]
        {
            let mut catalogue = catalogue();
            let party = catalogue.parties.iter_mut().find(|party| party.id.0 == who).unwrap();
            party.agreement_end_date = Some(ends);
            let found = check(&assessment(), &catalogue, &PersonId::from("worker"), today());
            let named = found.iter().any(|e| e.name == pointer && e.reason == R::AgreementExpired);
            assert_eq!(named, expired, "{who} {ends}");
        }
    }
}
