// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Steps 1 to 3: whom it is about, the task, the question for help, and why data are
//! needed at all.

use crate::record::invalid;
use crate::request::bsn;
use chrono::NaiveDate;
use samenspraak_contract::assessment::NewAssessment;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::{LifeAreaId, PersonId};
use samenspraak_contract::problem::{InvalidParam, InvalidReason as R};
use samenspraak_contract::sorted::SortedSet;

// With this many life areas or fewer, all of them may be what it is about.
const FEW_AREAS: usize = 3;

pub(super) fn check(
    new: &NewAssessment,
    catalogue: &Catalogue,
    worker: &PersonId,
    today: NaiveDate,
    errors: &mut Vec<InvalidParam>,
) {
    person(new, worker, today, errors);
    task(new, catalogue, errors);
    purpose(new, catalogue, errors);
    data(new, catalogue, errors);
}

fn person(new: &NewAssessment, worker: &PersonId, today: NaiveDate, errors: &mut Vec<InvalidParam>) {
    let person = &new.subject.person;
    if person.id == *worker {
        let detail = "nobody goes through the steps for themselves";
        errors.push(invalid("/subject/person/id", R::WrongSignatories, detail));
    }
    if today < new.subject.birth_date {
        let detail = "the date of birth is in the future";
        errors.push(invalid("/subject/birthDate", R::DateOutOfRange, detail));
    }
    bsn("/subject/person/id", &person.id.0, errors);
    bsn("/subject/person/displayName", &person.display_name, errors);
}

// Step 1. The items have the purposes again, where closed or future use is reported;
// a task without items must not pass for that.
fn task(new: &NewAssessment, catalogue: &Catalogue, errors: &mut Vec<InvalidParam>) {
    let Some(task) = &new.task else {
        errors.push(invalid("/task", R::StepMissing, "step 1, the task, is not answered"));
        return;
    };
    if task.purpose_ids.is_empty() {
        errors.push(invalid("/task/purposeIds", R::Missing, "name at least one purpose of the task"));
    }
    for (index, id) in task.purpose_ids.iter().enumerate() {
        let name = format!("/task/purposeIds/{index}");
        if task.purpose_ids[..index].contains(id) {
            errors.push(invalid(&name, R::Duplicate, "this purpose is named already"));
        }
        match catalogue.purposes.iter().find(|purpose| purpose.id == *id) {
            None => errors.push(invalid(name, R::UnknownPurpose, format!("{id} is not in the catalogue"))),
            Some(purpose) if purpose.future_use => {
                errors.push(invalid(name, R::FutureUse, "data may not be asked for later use"));
            }
            Some(_) => {}
        }
    }
}

// Step 2 (E2).
fn purpose(new: &NewAssessment, catalogue: &Catalogue, errors: &mut Vec<InvalidParam>) {
    const AREAS: &str = "/purpose/lifeAreaIds";
    let Some(purpose) = &new.purpose else {
        errors.push(invalid("/purpose", R::StepMissing, "step 2, the question for help, is not answered"));
        return;
    };
    words("/purpose/helpQuestion", &purpose.help_question, "write down what the person asks for", errors);
    if purpose.life_area_ids.is_empty() {
        errors.push(invalid(AREAS, R::Missing, "choose at least one life area"));
    }
    let known: SortedSet<&LifeAreaId> = catalogue.intake.life_areas.iter().map(|area| &area.id).collect();
    let mut chosen = SortedSet::new();
    for (index, id) in purpose.life_area_ids.iter().enumerate() {
        let name = format!("{AREAS}/{index}");
        if !known.contains(id) {
            errors.push(invalid(&name, R::UnknownReference, format!("{id} is not in the catalogue")));
        }
        if !chosen.insert(id) {
            errors.push(invalid(name, R::Duplicate, "this life area is chosen already"));
        }
    }
    if known.len() > FEW_AREAS && known.is_subset(&chosen) {
        errors.push(invalid(AREAS, R::Wildcard, "a question for help is never about every life area"));
    }
}

// Step 3, its first half (E3): that data of others are needed at all.
fn data(new: &NewAssessment, catalogue: &Catalogue, errors: &mut Vec<InvalidParam>) {
    let Some(data) = &new.data else {
        errors.push(invalid("/data", R::StepMissing, "step 3, the necessary data, is not answered"));
        return;
    };
    words("/data/whyNeeded", &data.why_needed, "say why it cannot be done without data", errors);
    for (index, id) in data.already_held.iter().enumerate() {
        if !catalogue.personal_data_types.iter().any(|data_type| data_type.id == *id) {
            let name = format!("/data/alreadyHeld/{index}");
            errors.push(invalid(name, R::UnknownDatum, format!("{id} is not in the catalogue")));
        }
    }
}

fn words(name: &str, words: &str, missing: &str, errors: &mut Vec<InvalidParam>) {
    if words.trim().is_empty() {
        errors.push(invalid(name, R::EmptyText, missing));
    }
    bsn(name, words, errors);
}
