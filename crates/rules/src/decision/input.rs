// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whether the choices of a confirmation are all there, and no others.

use crate::facts::{RecordFacts, RequestFacts};
use crate::record::{Stance, invalid, stance};
use samenspraak_contract::decision::{ItemChoice, NewDecision};
use samenspraak_contract::id::PersonId;
use samenspraak_contract::presentation::NoticePresentation;
use samenspraak_contract::problem::{InvalidParam, InvalidReason as R};
use samenspraak_contract::request::{Item, ItemKind};

/// Everything that is wrong with what was sent, at once.
pub(super) fn input_errors(
    request: &RequestFacts,
    records: &[RecordFacts],
    person: &PersonId,
    new: &NewDecision,
    presentation: Option<&NoticePresentation>,
) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    let shown = presentation.is_some_and(|shown| {
        shown.id == new.presentation_id
            && shown.consent_request_id == request.id
            && shown.notice_hash == new.notice_hash
            && shown.language == new.language
    });
    if !shown {
        errors.push(invalid("/presentationId", R::UnknownItem, "no such presentation of this text"));
    }
    for (index, choice) in new.choices.iter().enumerate() {
        let name = format!("/choices/{index}");
        if new.choices[..index].iter().any(|other| other.item_id == choice.item_id) {
            errors.push(invalid(&name, R::Duplicate, "this item has a choice already"));
        }
        match request.item(choice.item_id) {
            None => {
                errors.push(invalid(format!("{name}/itemId"), R::UnknownItem, "no such item in this request"))
            }
            Some(item) if item.kind == ItemKind::Information => errors.push(invalid(
                format!("{name}/itemId"),
                R::InformationItem,
                "this item is information; the law decides",
            )),
            Some(item) => choice_errors(item, choice, &name, &mut errors),
        }
    }
    missing_items(request, records, person, new, &mut errors);
    errors
}

fn choice_errors(item: &Item, choice: &ItemChoice, name: &str, errors: &mut Vec<InvalidParam>) {
    if choice.deferred {
        if !choice.answers.is_empty() {
            errors.push(invalid(
                format!("{name}/answers"),
                R::DeferredWithAnswers,
                "not now goes without answers",
            ));
        }
        return;
    }
    for id in choice.answers.keys() {
        if item.personal_data.iter().all(|datum| datum.data_type.id != *id) {
            errors.push(invalid(
                format!("{name}/answers/{id}"),
                R::UnknownDatum,
                "no such datum in this item",
            ));
        }
    }
    for datum in &item.personal_data {
        let id = &datum.data_type.id;
        if !choice.answers.contains_key(id) {
            errors.push(invalid(format!("{name}/answers"), R::MissingAnswer, format!("{id} has no answer")));
        }
    }
}

fn missing_items(
    request: &RequestFacts,
    records: &[RecordFacts],
    person: &PersonId,
    new: &NewDecision,
    errors: &mut Vec<InvalidParam>,
) {
    for item in request.items.iter().filter(|item| item.kind == ItemKind::Consent) {
        let chosen = new.choices.iter().any(|choice| choice.item_id == item.id);
        let open = request
            .record_of(item.id, records)
            .is_some_and(|record| stance(record, person) == Stance::Silent);
        if open && !chosen {
            errors.push(invalid(
                "/choices",
                R::MissingItem,
                format!("item {} has no choice; *not now* is one", item.id),
            ));
        }
    }
}
