// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the steps produce, held against their answers: the task (B2), the double
//! necessity (E3), what is held already (E6), and steps 5 and 6 for every party.

use super::norm::is_own_unit;
use crate::record::invalid;
use crate::request::bsn;
use samenspraak_contract::assessment::{Compatibility, NewAssessment};
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::PartyId;
use samenspraak_contract::problem::{InvalidParam, InvalidReason as R};
use samenspraak_contract::request::{ItemKind, NewItem};
use samenspraak_contract::sorted::SortedSet;

pub(super) fn check(new: &NewAssessment, catalogue: &Catalogue, errors: &mut Vec<InvalidParam>) {
    if new.items.is_empty() {
        errors.push(invalid("/items", R::StepMissing, "the steps lead to no question and no information"));
    }
    for (index, item) in new.items.iter().enumerate() {
        within_task(new, item, index, errors);
        necessary(item, index, errors);
        not_held(new, item, index, catalogue, errors);
    }
    purpose_limitation(new, errors);
    secrecy(new, catalogue, errors);
}

/// Who gives data, in these items.
pub(super) fn sources(items: &[NewItem]) -> SortedSet<&PartyId> {
    items.iter().map(|item| &item.source_id).collect()
}

/// Everybody who gives or gets data, in these items.
pub(super) fn parties(items: &[NewItem]) -> SortedSet<&PartyId> {
    items.iter().flat_map(|item| [&item.source_id, &item.recipient_id]).collect()
}

// B2: task before purpose, purpose before data. Without a task nothing can be held
// against it, and the gap itself is reported.
fn within_task(new: &NewAssessment, item: &NewItem, index: usize, errors: &mut Vec<InvalidParam>) {
    let Some(task) = new.task.as_ref().filter(|task| !task.purpose_ids.is_empty()) else { return };
    if !task.purpose_ids.contains(&item.purpose_id) {
        let detail = "this purpose is no part of the task of step 1";
        errors.push(invalid(format!("/items/{index}/purposeId"), R::NotAssessed, detail));
    }
}

// E3: which data, after the first half of step 3 said that data are needed at all.
fn necessary(item: &NewItem, index: usize, errors: &mut Vec<InvalidParam>) {
    if item.personal_data.is_empty() {
        let name = format!("/items/{index}/personalData");
        errors.push(invalid(name, R::Missing, "name the data, each with why it is needed"));
    }
}

// E6: what the municipality holds, or the person tells, is not fetched from others
// again. What it passes on from its own file is another thing: there it is the source.
fn not_held(
    new: &NewAssessment,
    item: &NewItem,
    index: usize,
    catalogue: &Catalogue,
    errors: &mut Vec<InvalidParam>,
) {
    let Some(data) = &new.data else { return };
    if is_own_unit(&item.source_id, catalogue) || !is_own_unit(&item.recipient_id, catalogue) {
        return;
    }
    for (d, datum) in item.personal_data.iter().enumerate() {
        // What the item itself marks as held, its own rules report.
        if data.already_held.contains(&datum.data_type_id) && !datum.already_held {
            let name = format!("/items/{index}/personalData/{d}");
            errors.push(invalid(name, R::AlreadyHeld, "what is known already is not asked again"));
        }
    }
}

// Step 5 (B12): one answer for each source.
fn purpose_limitation(new: &NewAssessment, errors: &mut Vec<InvalidParam>) {
    const STEP: &str = "/purposeLimitation";
    let (sources, answers) = (sources(&new.items), &new.purpose_limitation);
    if answers.is_empty() {
        errors.push(invalid(STEP, R::StepMissing, "step 5, the purpose limitation, is not answered"));
        return;
    }
    for source in sources.iter() {
        if !answers.iter().any(|answer| answer.source_id == **source) {
            let detail = format!("say why {source} collected the data");
            errors.push(invalid(STEP, R::Missing, detail));
        }
    }
    for (index, answer) in answers.iter().enumerate() {
        let name = format!("{STEP}/{index}");
        let at = |field: &str| format!("{name}/{field}");
        if !sources.contains(&answer.source_id) {
            errors.push(invalid(at("sourceId"), R::NotApplicable, "no item has this source"));
        }
        if answers[..index].iter().any(|other| other.source_id == answer.source_id) {
            errors.push(invalid(at("sourceId"), R::Duplicate, "this source has an answer already"));
        }
        if answer.original_purpose.trim().is_empty() {
            errors.push(invalid(at("originalPurpose"), R::EmptyText, "say why the data were collected"));
        }
        bsn(&at("originalPurpose"), &answer.original_purpose, errors);
        // Told is only what fits: what does not fit must be asked.
        let tells =
            new.items.iter().any(|i| i.source_id == answer.source_id && i.kind == ItemKind::Information);
        if answer.verdict == Compatibility::NotCompatible && tells {
            let detail = "what does not fit the first purpose can only be asked, and this source also tells";
            errors.push(invalid(at("verdict"), R::NoLegalGround, detail));
        }
    }
}

// Step 6 (M4): the secrecy of everybody who gives or gets.
fn secrecy(new: &NewAssessment, catalogue: &Catalogue, errors: &mut Vec<InvalidParam>) {
    let Some(secrecy) = &new.secrecy else {
        errors.push(invalid("/secrecy", R::StepMissing, "step 6, secrecy, is not answered"));
        return;
    };
    for party in parties(&new.items) {
        if !secrecy.acknowledged.contains(party) {
            let detail = format!("look at the secrecy of {party}");
            errors.push(invalid("/secrecy/acknowledged", R::Missing, detail));
        }
    }
    for (index, id) in secrecy.acknowledged.iter().enumerate() {
        if !catalogue.parties.iter().any(|party| party.id == *id) {
            let name = format!("/secrecy/acknowledged/{index}");
            errors.push(invalid(name, R::UnknownParty, format!("{id} is not in the catalogue")));
        }
    }
}
