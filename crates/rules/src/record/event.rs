// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What may be added to a record apart from an answer: stopping, extending, and
//! that a signatory cannot be reached.

use super::{Stance, invalid, is_allowed, stance, standing};
use crate::decision::awaits_answer;
use crate::facts::{RecordFacts, RequestFacts};
use chrono::{Months, NaiveDate};
use samenspraak_contract::id::{DataTypeId, PersonId};
use samenspraak_contract::person::Person;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::record::{EventType, NewEvent, NewEventType};
use samenspraak_contract::sorted::SortedSet;

/// What this person may add to the record now, apart from answering the question.
pub fn allowed_events(
    request: &RequestFacts,
    record: &RecordFacts,
    person: &PersonId,
    today: NaiveDate,
) -> Vec<EventType> {
    let status = standing(request, record, today).status;
    let said_yes = matches!(stance(record, person), Stance::Yes { .. });
    let extendable = request.item(record.item_id).is_some_and(|item| item.extendable_months.is_some());
    [EventType::Withdrawn, EventType::Renewed]
        .into_iter()
        .filter(|event| said_yes && is_allowed(status, *event))
        .filter(|event| *event != EventType::Renewed || extendable)
        .collect()
}

/// Why an event is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventRefusal {
    /// The person is not among the signatories.
    WrongSignatory,
    /// The status does not allow it.
    NotAllowed,
    /// The input is wrong; all errors at once.
    Invalid(Vec<InvalidParam>),
}

/// What an event adds: its type, the data it covers, its last day, whom it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventPlan {
    /// Withdrawn, renewed, or that a signatory is missing.
    pub event_type: EventType,
    /// The data types it covers.
    pub data_types: Vec<DataTypeId>,
    /// The new last day, for a renewal.
    pub end_date: Option<NaiveDate>,
    /// Who cannot be reached.
    pub concerns: Option<Person>,
}

/// Checks a withdrawal (A10) or renewal and says what to store.
///
/// # Errors
/// See [`EventRefusal`]; nothing may be stored then.
pub fn plan_event(
    request: &RequestFacts,
    record: &RecordFacts,
    person: &PersonId,
    new: &NewEvent,
    today: NaiveDate,
) -> Result<EventPlan, EventRefusal> {
    if request.signatory(person).is_none() {
        return Err(EventRefusal::WrongSignatory);
    }
    let event_type = match new.event_type {
        NewEventType::Withdrawn => EventType::Withdrawn,
        NewEventType::Renewed => EventType::Renewed,
        NewEventType::SignatoryMissing => {
            let detail = "that somebody cannot be reached is for staff to say";
            return Err(EventRefusal::Invalid(vec![invalid("/type", InvalidReason::NotApplicable, detail)]));
        }
    };
    if new.person_id.is_some() {
        let detail = "a person stops or extends their own yes";
        return Err(EventRefusal::Invalid(vec![invalid("/personId", InvalidReason::NotApplicable, detail)]));
    }
    let Stance::Yes { data, end_date } = stance(record, person) else {
        return Err(EventRefusal::NotAllowed);
    };
    if !allowed_events(request, record, person, today).contains(&event_type) {
        return Err(EventRefusal::NotAllowed);
    }
    if event_type == EventType::Withdrawn {
        plan_withdrawal(new, &data)
    } else {
        plan_renewal(request, record, new, data, end_date, today)
    }
}

/// Checks what staff add: that somebody who still has to answer cannot be reached
/// (F7). Stopping and extending are for the people themselves.
///
/// # Errors
/// See [`EventRefusal`]; nothing may be stored then.
pub fn plan_missing(
    request: &RequestFacts,
    record: &RecordFacts,
    new: &NewEvent,
    today: NaiveDate,
) -> Result<EventPlan, EventRefusal> {
    if new.event_type != NewEventType::SignatoryMissing {
        return Err(EventRefusal::WrongSignatory);
    }
    let mut errors = Vec::new();
    for (name, is_there) in [("/dataTypes", !new.data_types.is_empty()), ("/endDate", new.end_date.is_some())]
    {
        if is_there {
            errors.push(invalid(name, InvalidReason::NotApplicable, "a missing signatory says nothing"));
        }
    }
    let signatory = new.person_id.as_ref().map(|person| request.signatory(person));
    match signatory {
        None => errors.push(invalid("/personId", InvalidReason::Missing, "say who cannot be reached")),
        Some(None) => {
            let detail = "this person does not sign for this record";
            errors.push(invalid("/personId", InvalidReason::WrongSignatories, detail));
        }
        Some(Some(signatory)) if errors.is_empty() => {
            let person = &signatory.person;
            let status = standing(request, record, today).status;
            if !is_allowed(status, EventType::SignatoryMissing) || !awaits_answer(record, &person.id) {
                return Err(EventRefusal::NotAllowed);
            }
            return Ok(EventPlan {
                event_type: EventType::SignatoryMissing,
                data_types: Vec::new(),
                end_date: None,
                concerns: Some(person.clone()),
            });
        }
        Some(Some(_)) => {}
    }
    Err(EventRefusal::Invalid(errors))
}

fn plan_withdrawal(new: &NewEvent, data: &SortedSet<DataTypeId>) -> Result<EventPlan, EventRefusal> {
    let mut errors: Vec<InvalidParam> = new
        .data_types
        .iter()
        .enumerate()
        .filter(|(_, id)| !data.contains(*id))
        .map(|(index, id)| {
            invalid(
                format!("/dataTypes/{index}"),
                InvalidReason::UnknownDatum,
                format!("{id} is not among the data allowed"),
            )
        })
        .collect();
    if new.end_date.is_some() {
        errors.push(invalid("/endDate", InvalidReason::DateOutOfRange, "a withdrawal has no last day"));
    }
    if !errors.is_empty() {
        return Err(EventRefusal::Invalid(errors));
    }
    let data_types =
        if new.data_types.is_empty() { data.iter().cloned().collect() } else { new.data_types.clone() };
    Ok(EventPlan { event_type: EventType::Withdrawn, data_types, end_date: None, concerns: None })
}

fn plan_renewal(
    request: &RequestFacts,
    record: &RecordFacts,
    new: &NewEvent,
    data: SortedSet<DataTypeId>,
    end_date: NaiveDate,
    today: NaiveDate,
) -> Result<EventPlan, EventRefusal> {
    let latest = latest_end_date(request, record, today);
    match new.end_date {
        Some(end) if end_date < end && latest.is_some_and(|latest| end <= latest) => Ok(EventPlan {
            event_type: EventType::Renewed,
            data_types: data.into_iter().collect(),
            end_date: Some(end),
            concerns: None,
        }),
        _ => Err(EventRefusal::Invalid(vec![invalid(
            "/endDate",
            InvalidReason::DateOutOfRange,
            "the new last day must be after the present one and within the months allowed",
        )])),
    }
}

/// The latest day a renewal on `today` may name, when the item can be extended.
pub fn latest_end_date(request: &RequestFacts, record: &RecordFacts, today: NaiveDate) -> Option<NaiveDate> {
    let months = request.item(record.item_id)?.extendable_months?;
    today.checked_add_months(Months::new(months.into()))
}
