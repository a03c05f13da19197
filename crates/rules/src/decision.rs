// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whether an answer can be taken, and what to store for it. All choices of one
//! confirmation are taken, or none.

use crate::facts::{RecordFacts, RequestFacts};
use crate::notice;
use crate::record::{Stance, ended, invalid, is_allowed, stance, standing};
use crate::signatories::may_sign;
use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::decision::{Answer, ItemChoice, NewDecision};
use samenspraak_contract::id::{ConsentRecordId, DataTypeId, DecisionId, EventId, PersonId};
use samenspraak_contract::person::Signatory;
use samenspraak_contract::presentation::NoticePresentation;
use samenspraak_contract::problem::{InvalidParam, InvalidReason as R};
use samenspraak_contract::record::{ConsentEvent, EventType, ExpressionMethod};
use samenspraak_contract::request::{Item, ItemKind};

/// Why no answer of a confirmation is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionRefusal {
    /// The person's answer is not asked, or may not be given any more.
    WrongSignatory,
    /// The text or the scope changed since it was shown.
    NoticeOutdated,
    /// The last day to answer passed.
    RequestLapsed,
    /// This person answered at least one of these items before.
    AlreadyDecided,
    /// The input is wrong; all errors at once.
    Invalid(Vec<InvalidParam>),
}

/// What to add to one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordAnswer {
    /// The record.
    pub record_id: ConsentRecordId,
    /// Its version when the answer was checked.
    pub version: u32,
    /// Given, refused or deferred.
    pub event_type: EventType,
    /// The data types said yes to.
    pub data_types: Vec<DataTypeId>,
    /// Last day, for a yes.
    pub end_date: Option<NaiveDate>,
}

/// What one confirmation has in common for all its events.
pub struct Stamp<'a> {
    /// Who confirmed.
    pub signatory: &'a Signatory,
    /// The confirmation as it came in.
    pub decision: &'a NewDecision,
    /// Its id.
    pub decision_id: DecisionId,
    /// How it was expressed.
    pub method: ExpressionMethod,
    /// When.
    pub now: DateTime<Utc>,
}

impl RecordAnswer {
    /// The event to append.
    pub fn event(&self, id: EventId, stamp: &Stamp<'_>) -> ConsentEvent {
        ConsentEvent {
            id,
            event_type: self.event_type,
            occurred_at: stamp.now,
            recorded_at: stamp.now,
            expressed_by: Some(stamp.signatory.person.clone()),
            capacity: Some(stamp.signatory.capacity),
            method: Some(stamp.method),
            data_types: self.data_types.clone(),
            end_date: self.end_date,
            presentation_id: Some(stamp.decision.presentation_id),
            notice_hash: Some(stamp.decision.notice_hash.clone()),
            language: Some(stamp.decision.language.clone()),
            decision_id: Some(stamp.decision_id),
            assistance: None,
        }
    }
}

/// Checks one confirmation of `person` against the request and its records.
///
/// # Errors
/// See [`DecisionRefusal`]; nothing may be stored then.
pub fn check(
    request: &RequestFacts,
    records: &[RecordFacts],
    person: &PersonId,
    new: &NewDecision,
    presentation: Option<&NoticePresentation>,
    today: NaiveDate,
) -> Result<Vec<RecordAnswer>, DecisionRefusal> {
    let signatory = request.signatory(person).ok_or(DecisionRefusal::WrongSignatory)?;
    if !may_sign(signatory, today) {
        return Err(DecisionRefusal::WrongSignatory);
    }
    let outdated = |choice: &ItemChoice| {
        request.item(choice.item_id).is_some_and(|item| item.scope_fingerprint != choice.scope_fingerprint)
    };
    if request.replaced_by.is_some()
        || notice::hash(request, &new.language.0) != new.notice_hash
        || new.choices.iter().any(outdated)
    {
        return Err(DecisionRefusal::NoticeOutdated);
    }
    if request.answer_before_date < today {
        return Err(DecisionRefusal::RequestLapsed);
    }
    let errors = input_errors(request, records, person, new, presentation);
    if !errors.is_empty() {
        return Err(DecisionRefusal::Invalid(errors));
    }
    new.choices
        .iter()
        .map(|choice| answer(request, records, person, choice, today).ok_or(DecisionRefusal::AlreadyDecided))
        .collect()
}

/// Whether this person still has to answer this record. What was ended asks nobody.
pub fn awaits_answer(record: &RecordFacts, person: &PersonId) -> bool {
    ended(record).is_none() && matches!(stance(record, person), Stance::Silent | Stance::Deferred)
}

fn answer(
    request: &RequestFacts,
    records: &[RecordFacts],
    person: &PersonId,
    choice: &ItemChoice,
    today: NaiveDate,
) -> Option<RecordAnswer> {
    let record = request.record_of(choice.item_id, records)?;
    let item = request.item(choice.item_id)?;
    let data_types: Vec<DataTypeId> = choice
        .answers
        .iter()
        .filter(|(_, answer)| **answer == Answer::Yes)
        .map(|(datum, _)| datum.clone())
        .collect();
    let event_type = match (choice.deferred, data_types.is_empty()) {
        (true, _) => EventType::Deferred,
        (false, true) => EventType::Refused,
        (false, false) => EventType::Given,
    };
    let status = standing(request, record, today).status;
    (awaits_answer(record, person) && is_allowed(status, event_type)).then(|| RecordAnswer {
        record_id: record.id,
        version: record.version(),
        event_type,
        data_types,
        end_date: (event_type == EventType::Given).then_some(item.end_date),
    })
}

fn input_errors(
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
