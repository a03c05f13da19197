// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The six steps: complete, with gaps, and with every answer that a rule refuses.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod fixture;

use chrono::Days;
use fixture::intake::{assessment, medical};
use fixture::*;
use proptest::prelude::*;
use samenspraak_contract::assessment::{Assessment, NewAssessment};
use samenspraak_contract::id::{AssessmentId, ItemId, PartyId, PersonId};
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::request::NewConsentRequest;
use samenspraak_contract::sorted::SortedSet;
use samenspraak_rules::intake::assessment::*;
use serde_json::Value;

fn errors(new: &NewAssessment) -> Vec<(String, R)> {
    let found = check(new, &catalogue(), &PersonId::from("worker"), today());
    found.into_iter().map(|error| (error.name, error.reason)).collect()
}

fn kept(new: &NewAssessment) -> Option<Assessment> {
    assessed(new, &catalogue(), &person("worker"), AssessmentId(fresh_id()), noon(today()))
}

fn open(new: &NewAssessment) -> SortedSet<Step> {
    judge(new, &catalogue(), &PersonId::from("worker"), today()).open_steps
}

type Change = fn(&mut NewAssessment);

fn after(change: Change) -> NewAssessment {
    let mut new = assessment();
    change(&mut new);
    new
}

// E1: what may be left out, and the step that is open then. Each leaves the rest alone.
const DROPS: [(Step, Change); 24] = [
    (Step::Task, |new| new.task = None),
    (Step::Task, |new| new.task.iter_mut().for_each(|task| task.purpose_ids.clear())),
    (Step::Purpose, |new| new.purpose = None),
    (Step::Purpose, |new| new.purpose.iter_mut().for_each(|p| p.help_question = " ".into())),
    (Step::Purpose, |new| new.purpose.iter_mut().for_each(|p| p.life_area_ids.clear())),
    (Step::Data, |new| new.data = None),
    (Step::Data, |new| new.data.iter_mut().for_each(|data| data.why_needed.clear())),
    (Step::Data, |new| new.items[0].personal_data.clear()),
    (Step::Data, |new| new.items[1].personal_data[0].necessity.0.retain(|_, _| false)),
    (Step::Data, |new| new.items[0].proportionality.0.retain(|_, _| false)),
    (Step::Data, |new| new.items[1].subsidiarity.0.retain(|_, _| false)),
    (Step::Data, |new| new.triage.level = 2),
    (Step::Basis, |new| new.basis = None),
    (Step::Basis, |new| new.basis.iter_mut().for_each(|basis| basis.free_consent.retain(|_, _| false))),
    (Step::Basis, |new| {
        new.basis.iter_mut().for_each(|basis| basis.free_consent.retain(|id, _| id.0 != "own-interest"))
    }),
    (Step::Basis, |new| new.basis.iter_mut().for_each(|basis| basis.special_categories.clear())),
    (Step::Basis, |new| new.items[0].consent_kind = None),
    (Step::Basis, |new| new.items[0].consequences_if_given = None),
    (Step::Basis, |new| new.items[2].consequences_if_refused = None),
    (Step::PurposeLimitation, |new| new.purpose_limitation.clear()),
    (Step::PurposeLimitation, |new| drop(new.purpose_limitation.pop())),
    (Step::PurposeLimitation, |new| {
        new.purpose_limitation.iter_mut().for_each(|answer| answer.original_purpose.clear());
    }),
    (Step::Secrecy, |new| new.secrecy = None),
    (Step::Secrecy, |new| drop(new.secrecy.as_mut().and_then(|secrecy| secrecy.acknowledged.pop()))),
];

#[test]
fn six_complete_steps_may_be_kept() {
    assert_eq!(errors(&assessment()), []);
    assert_eq!(open(&assessment()), SortedSet::new());
}

#[test]
fn e1_what_is_left_out_opens_exactly_its_own_step() {
    for (index, (step, change)) in DROPS.into_iter().enumerate() {
        assert_eq!(open(&after(change)), SortedSet::from([step]), "drop {index}");
    }
    assert_eq!(errors(&after(|new| new.task = None)), [("/task".into(), R::StepMissing)]);
}

#[test]
fn e1_an_empty_draft_has_every_step_open_and_the_first_comes_first() {
    let empty: NewAssessment = serde_json::from_value(serde_json::json!({
        "subject": { "person": { "id": "noor", "displayName": "Noor" }, "birthDate": "1980-05-05" }
    }))
    .unwrap();
    assert_eq!(open(&empty), SortedSet::from(Step::ALL));
    assert_eq!(open(&empty).iter().next(), Some(&Step::Task));
    let later_only = NewAssessment { secrecy: assessment().secrecy, ..empty };
    assert!(open(&later_only).contains(&Step::Task), "a later step does not stand in for an earlier one");
}

proptest! {
    #[test]
    fn e1_whatever_is_left_out_never_passes(mask in 1_u32..(1 << DROPS.len())) {
        let mut new = assessment();
        let mut expected = SortedSet::new();
        for (index, (step, change)) in DROPS.into_iter().enumerate() {
            if mask & (1 << index) != 0 {
                // A text of a datum that is gone already cannot go again.
                if !(index == 8 && new.items[1].personal_data.is_empty()) {
                    change(&mut new);
                }
                expected.insert(step);
            }
        }
        prop_assert!(!errors(&new).is_empty());
        prop_assert_eq!(open(&new), expected);
        let absent = [new.task.is_none(), new.purpose.is_none(), new.data.is_none(), new.basis.is_none(), new.secrecy.is_none()];
        prop_assert_eq!(kept(&new).is_none(), absent.contains(&true));
    }
}

// E1: every member and every entry is taken away by itself, at any depth. What is
// left is no assessment at all, has a gap, or lost something that nobody must have.
#[test]
fn e1_nothing_that_matters_can_be_taken_away() {
    let whole = serde_json::to_value(assessment()).unwrap();
    let mut places = Vec::new();
    pointers(&whole, "", &mut places);
    let mut needless = SortedSet::new();
    for place in &places {
        let mut less = whole.clone();
        take_away(&mut less, place);
        let Ok(new) = serde_json::from_value::<NewAssessment>(less) else { continue };
        let judgement = judge(&new, &catalogue(), &PersonId::from("worker"), today());
        assert_eq!(judgement.errors.is_empty(), judgement.open_steps.is_empty(), "{place}");
        if judgement.errors.is_empty() {
            needless.insert(place.as_str());
        }
    }
    // A translation, and what is the same as its default.
    needless
        .retain(|place| !["/en", "/extendableMonths", "/alreadyHeld"].iter().any(|end| place.ends_with(end)));
    let one_less = ["/items/0", "/items/1", "/items/0/personalData/0", "/items/0/personalData/1"];
    let expected = one_less.into_iter().chain(["/triage", "/data/alreadyHeld/0"]);
    assert_eq!(needless, expected.collect());
    assert!(places.len() > 100, "{}", places.len());
}

fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let members: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, member)| (name.clone(), member)).collect(),
        Value::Array(entries) => {
            entries.iter().enumerate().map(|(i, entry)| (i.to_string(), entry)).collect()
        }
        _ => Vec::new(),
    };
    for (name, member) in members {
        let place = format!("{at}/{name}");
        pointers(member, &place, found);
        found.push(place);
    }
}

fn take_away(value: &mut Value, place: &str) {
    let (parent, name) = place.rsplit_once('/').unwrap();
    match value.pointer_mut(parent).unwrap() {
        Value::Array(entries) => drop(entries.remove(name.parse().unwrap())),
        Value::Object(members) => drop(members.remove(name)),
        other => panic!("{other} has no {name}"),
    }
}

#[test]
fn a_pointer_tells_its_step() {
    let pointers = [
        ("/subject/birthDate", Step::Task),
        ("/task", Step::Task),
        ("/purpose/helpQuestion", Step::Purpose),
        ("/data/whyNeeded", Step::Data),
        ("/items", Step::Data),
        ("/items/0", Step::Data),
        ("/items/12/personalData/3/necessity/nl", Step::Data),
        ("/items/0/legalBasisId", Step::Basis),
        ("/items/3/consequencesIfGiven/nl", Step::Basis),
        ("/triage/level", Step::Data),
        ("/basis/freeConsent/own-interest", Step::Basis),
        ("/purposeLimitation/0/verdict", Step::PurposeLimitation),
        ("/secrecy/acknowledged", Step::Secrecy),
    ];
    for (pointer, step) in pointers {
        assert_eq!(step_of(pointer), step, "{pointer}");
    }
}

#[test]
fn e16_what_is_kept_is_what_was_answered() {
    let (new, id) = (assessment(), AssessmentId(fresh_id()));
    let now = noon(today());
    let kept = assessed(&new, &catalogue(), &person("worker"), id, now).unwrap();
    assert_eq!((kept.id, kept.completed_at, kept.recorded_at), (id, now, now));
    assert_eq!((&kept.items, Some(&kept.task)), (&new.items, new.task.as_ref()));
    assert_eq!((kept.assessed_by.id.0.as_str(), kept.catalogue_version), ("worker", 1));
    let own = AssessmentId(fresh_id());
    let before = noon(today() - Days::new(2));
    let offline = NewAssessment { id: Some(own), completed_at: Some(before), ..new };
    let kept = assessed(&offline, &catalogue(), &person("worker"), id, now).unwrap();
    assert_eq!((kept.id, kept.completed_at, kept.recorded_at), (own, before, now));
}

#[test]
fn e1_a_request_is_the_one_that_the_steps_produced() {
    let new = assessment();
    let kept = kept(&new).unwrap();
    let request = NewConsentRequest { items: new.items, ..new_request() };
    let found = |change: fn(&mut NewConsentRequest)| -> Vec<(String, R)> {
        let mut request = request.clone();
        change(&mut request);
        matches(&request, &kept).into_iter().map(|error| (error.name, error.reason)).collect()
    };
    let not = |names: &[&str]| -> Vec<(String, R)> {
        names.iter().map(|name| ((*name).to_owned(), R::NotAssessed)).collect()
    };
    assert_eq!(found(|_| {}), []);
    assert_eq!(found(|request| request.items[0].id = Some(ItemId(fresh_id()))), []);
    assert_eq!(found(|request| request.items.reverse()), [], "the order is for the screen");
    assert_eq!(found(|request| request.items[1].end_date = today()), not(&["/items/1"]));
    assert_eq!(found(|request| drop(request.items.pop())), not(&["/items"]));
    assert_eq!(found(|request| request.items.push(medical())), not(&["/items"]));
    assert_eq!(found(|request| request.subject.person = person("sem")), not(&["/subject/person/id"]));
}

#[test]
fn the_wizard_reads_all_of_it_at_once() {
    let judgement = judge(&assessment(), &catalogue(), &PersonId::from("worker"), today());
    let parties = |ids: &[&str]| ids.iter().map(|id| PartyId::from(*id)).collect::<SortedSet<_>>();
    assert_eq!(judgement.sources, parties(&["gp", "team"]));
    assert_eq!(judgement.parties, parties(&["gp", "team", "provider", "cak"]));
    let json = serde_json::to_value(&judgement).unwrap();
    assert_eq!(json["norm"], serde_json::json!({ "level": 1, "mostParties": 3, "mostDataTypes": 4 }));
    assert_eq!(json["extent"], serde_json::json!({ "parties": 3, "dataTypes": 3 }));
    assert_eq!(json["specialCategories"], serde_json::json!(["medicines"]));
    let told = serde_json::json!({
        "item": 1,
        "dataTypeId": "that-help-runs",
        "advice": { "do": "tell", "activityId": "own-contribution", "legalBasisId": "wmo-task", "retentionId": "wmo" }
    });
    assert_eq!(json["advice"][2], told);
    let gap =
        judge(&after(|new| new.purpose_limitation.clear()), &catalogue(), &PersonId::from("worker"), today());
    assert_eq!(serde_json::to_value(&gap).unwrap()["openSteps"], serde_json::json!(["purpose-limitation"]));
}
