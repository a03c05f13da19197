// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What may be asked without the six steps of an assessment, and by whom.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod fixture;

use chrono::Days;
use fixture::intake::{assessment, medical};
use fixture::*;
use samenspraak_contract::assessment::{Assessment, NewAssessment};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::id::{AssessmentId, ConsentRequestId, ItemId};
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::request::{ConsentKind, ItemKind, NewConsentRequest, NewItem};
use samenspraak_rules::facts::RequestFacts;
use samenspraak_rules::intake::assessment::{assessed, check_request};

type Change = fn(&mut NewConsentRequest);

fn refused(
    new: &NewConsentRequest,
    role: Role,
    named: Option<&Assessment>,
    old: Option<&RequestFacts>,
) -> Vec<(String, R)> {
    let errors = check_request(new, role, named, old);
    errors.into_iter().map(|error| (error.name, error.reason)).collect()
}

fn at(name: &str, reason: R) -> Vec<(String, R)> {
    vec![(name.to_owned(), reason)]
}

/// Six steps that lead to these items.
fn steps(items: &[NewItem], id: AssessmentId) -> Assessment {
    let steps = NewAssessment { items: items.to_vec(), ..assessment() };
    assessed(&steps, &catalogue(), &person("worker"), id, noon(today())).unwrap()
}

/// E1: who sits at the table goes through the steps, and names the ones that lead to
/// this very question. A system may have gone through them elsewhere.
#[test]
fn e1_an_intake_worker_asks_nothing_without_the_steps() {
    let id = AssessmentId(fresh_id());
    let bare = NewConsentRequest { items: vec![question(), medical()], ..new_request() };
    let kept = steps(&bare.items, id);
    let named = NewConsentRequest { assessment_id: Some(id), ..bare.clone() };
    let mut replacing = NewConsentRequest { replaces: Some(ConsentRequestId(fresh_id())), ..named.clone() };
    replacing.items[0].replaces_item_id = Some(ItemId(fresh_id()));
    for (role, expected) in
        [(Role::IntakeWorker, at("/assessmentId", R::StepMissing)), (Role::System, Vec::new())]
    {
        assert_eq!(refused(&bare, role, None, None), expected, "{role:?}");
        assert_eq!(refused(&named, role, None, None), at("/assessmentId", R::NotAssessed), "{role:?}");
        assert_eq!(refused(&named, role, Some(&kept), None), [], "{role:?}");
        assert_eq!(
            refused(&replacing, role, Some(&kept), None),
            [],
            "which item it replaces was not weighed"
        );
    }
    let more = NewConsentRequest { items: vec![question(), information()], ..named };
    assert_eq!(refused(&more, Role::IntakeWorker, Some(&kept), None), at("/items/1", R::NotAssessed));
}

/// E1: a request that replaces another goes round the steps only with the same items in
/// other words, or with less of them. A system may have gone through the steps elsewhere.
#[test]
fn e1_without_the_steps_only_a_correction_replaces() {
    let old = resolved(&new_request(), None).request;
    let mut correction = NewConsentRequest { replaces: Some(old.id), ..new_request() };
    for (item, before) in correction.items.iter_mut().zip(&old.items) {
        item.replaces_item_id = Some(before.id);
    }
    let changed = |change: Change, role| {
        let mut new = correction.clone();
        change(&mut new);
        refused(&new, role, None, Some(&old))
    };
    let less: [Change; 9] = [
        |_| (),
        |new| new.title = text("andere woorden"),
        |new| new.items[0].proportionality = text("andere woorden"),
        |new| new.items[0].consequences_if_refused = Some(text("andere woorden")),
        |new| drop(new.items[0].personal_data.pop()),
        |new| drop(new.items.remove(0)),
        |new| new.items[0].end_date = new.items[0].end_date - Days::new(1),
        |new| new.items[0].start_date = new.items[0].start_date + Days::new(1),
        |new| new.items[0].extendable_months = None,
    ];
    let more: [Change; 14] = [
        |new| new.items[0].replaces_item_id = None,
        |new| new.items[0].replaces_item_id = Some(ItemId(fresh_id())),
        |new| new.items[0].replaces_item_id = new.items[1].replaces_item_id,
        |new| new.items[0].kind = ItemKind::Information,
        |new| new.items[0].consent_kind = Some(ConsentKind::LiftSecrecy),
        |new| new.items[0].purpose_id = "income".into(),
        |new| new.items[0].source_id = "gp".into(),
        |new| new.items[0].recipient_id = "cak".into(),
        |new| new.items[0].personal_data[1].data_type_id = "medicines".into(),
        |new| new.items[0].legal_basis_id = "wmo-task".into(),
        |new| new.items[0].retention_id = "youth".into(),
        |new| new.items[0].end_date = new.items[0].end_date + Days::new(1),
        |new| new.items[0].start_date = new.items[0].start_date - Days::new(1),
        |new| new.items[0].extendable_months = Some(13),
    ];
    for role in [Role::IntakeWorker, Role::Coordinator] {
        for (index, change) in less.into_iter().enumerate() {
            assert_eq!(changed(change, role), [], "{role:?}, correction {index}");
        }
        for (index, change) in more.into_iter().enumerate() {
            assert_eq!(changed(change, role), at("/items/0", R::StepMissing), "{role:?}, change {index}");
        }
    }
    assert_eq!(changed(more[0], Role::System), []);
    let unknown = refused(&correction, Role::IntakeWorker, None, None);
    assert_eq!(unknown.len(), 2, "what is not there is corrected by nothing: {unknown:?}");
}

/// A6: staff name the conversation, or the six steps that were one. A blank says nothing.
#[test]
fn a6_it_was_discussed_with_the_person_first() {
    let missing = || at("/conversationReference", R::Missing);
    for (reference, expected) in
        [(None, missing()), (Some(""), missing()), (Some(" \n"), missing()), (Some("G-1"), Vec::new())]
    {
        let new = NewConsentRequest { conversation_reference: reference.map(str::to_owned), ..new_request() };
        assert_eq!(refused(&new, Role::Coordinator, None, None), expected, "{reference:?}");
        assert_eq!(refused(&new, Role::System, None, None), [], "a system keeps its own record of it");
        let id = AssessmentId(fresh_id());
        let kept = steps(&new.items, id);
        let named = NewConsentRequest { assessment_id: Some(id), ..new };
        for role in [Role::IntakeWorker, Role::Coordinator] {
            assert_eq!(refused(&named, role, Some(&kept), None), [], "{role:?} {reference:?}");
        }
    }
}
