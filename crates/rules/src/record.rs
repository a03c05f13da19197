// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a record's events add up to, and what may follow (principle 6). The
//! table of `docs/states.md` is this file in prose; a test holds the two together.
//!
//! | module | what it decides |
//! |---|---|
//! | [`event`] | what may be added apart from an answer |

mod event;

pub use event::{EventPlan, EventRefusal, allowed_events, latest_end_date, plan_event, plan_missing};

use crate::facts::{RecordFacts, RequestFacts};
use crate::representation::may_sign_for;
use crate::signatories::{is_required, signing};
use crate::term::local_date;
use chrono::NaiveDate;
use samenspraak_contract::id::{DataTypeId, PersonId};
use samenspraak_contract::person::Signatory;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::record::{ConsentEvent, EventType, RecordStatus};
use samenspraak_contract::sorted::SortedSet;

/// What one signatory said so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stance {
    /// Nothing yet.
    Silent,
    /// *Not now*.
    Deferred,
    /// Yes, to these data, until the end of this day.
    Yes {
        /// The data types allowed; never empty.
        data: SortedSet<DataTypeId>,
        /// Last day.
        end_date: NaiveDate,
    },
    /// No to everything.
    No,
    /// Yes before, everything stopped since.
    Stopped,
}

/// What a record adds up to on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its status.
    pub status: RecordStatus,
    /// What may be shared on this day.
    pub shared: SortedSet<DataTypeId>,
    /// Last day of sharing, when everybody said yes.
    pub end_date: Option<NaiveDate>,
}

/// What one person said, from the events that person expressed.
pub fn stance(record: &RecordFacts, person: &PersonId) -> Stance {
    let mine = |event: &&ConsentEvent| event.expressed_by.as_ref().is_some_and(|by| by.id == *person);
    record.events.iter().filter(mine).fold(Stance::Silent, |stance, event| match (event.event_type, stance) {
        (EventType::Deferred, _) => Stance::Deferred,
        (EventType::Refused, _) => Stance::No,
        (EventType::Given, _) => Stance::Yes {
            data: event.data_types.iter().cloned().collect(),
            end_date: event.end_date.unwrap_or(NaiveDate::MAX),
        },
        (EventType::Renewed, Stance::Yes { data, end_date }) => {
            Stance::Yes { data, end_date: event.end_date.unwrap_or(end_date) }
        }
        (EventType::Withdrawn, Stance::Yes { mut data, end_date }) => {
            data.retain(|datum| !event.data_types.contains(datum));
            if data.is_empty() { Stance::Stopped } else { Stance::Yes { data, end_date } }
        }
        (_, stance) => stance,
    })
}

/// What the record adds up to on a day. A record counts only when all required
/// signatories said yes; one no is no.
pub fn standing(request: &RequestFacts, record: &RecordFacts, today: NaiveDate) -> Standing {
    let nothing = |status| Standing { status, shared: SortedSet::new(), end_date: None };
    if let Some(status) = ended(record) {
        return nothing(status);
    }
    let stances: Vec<Stance> =
        request.signatories.iter().map(|signatory| stance(record, &signatory.person.id)).collect();
    if stances.contains(&Stance::No) {
        return nothing(RecordStatus::Refused);
    }
    if stances.contains(&Stance::Stopped) {
        return nothing(RecordStatus::Withdrawn);
    }
    let agreed = agreement(stances.iter());
    let Some((shared, end_date)) = agreed else {
        return nothing(unanswered(request, record, &stances, today));
    };
    if shared.is_empty() {
        return nothing(RecordStatus::Refused);
    }
    if end_date < today {
        return Standing { end_date: Some(end_date), ..nothing(RecordStatus::Expired) };
    }
    if needs_review(request, record, today) {
        return Standing {
            end_date: Some(end_date),
            shared: shared_in_review(request, record, today),
            status: RecordStatus::Review,
        };
    }
    Standing { status: RecordStatus::Given, shared, end_date: Some(end_date) }
}

// What everybody agrees on and until when, once everybody said yes to something.
fn agreement<'a>(
    mut stances: impl Iterator<Item = &'a Stance>,
) -> Option<(SortedSet<DataTypeId>, NaiveDate)> {
    stances.try_fold(None, |agreed: Option<(SortedSet<DataTypeId>, NaiveDate)>, stance| match stance {
        Stance::Yes { data, end_date } => Some(Some(match agreed {
            None => (data.clone(), *end_date),
            Some((shared, end)) => {
                (shared.into_iter().filter(|datum| data.contains(datum)).collect(), end.min(*end_date))
            }
        })),
        _ => None,
    })?
}

pub(crate) fn ended(record: &RecordFacts) -> Option<RecordStatus> {
    record.events.iter().find_map(|event| match event.event_type {
        EventType::Revoked => Some(RecordStatus::Revoked),
        EventType::Invalidated => Some(RecordStatus::Invalidated),
        EventType::Superseded => Some(RecordStatus::Superseded),
        EventType::Expired => Some(RecordStatus::Expired),
        _ => None,
    })
}

fn unanswered(
    request: &RequestFacts,
    record: &RecordFacts,
    stances: &[Stance],
    today: NaiveDate,
) -> RecordStatus {
    if request.answer_before_date < today {
        RecordStatus::Lapsed
    } else if is_missed(record) {
        RecordStatus::Review
    } else if stances.iter().any(|stance| matches!(stance, Stance::Yes { .. })) {
        RecordStatus::Pending
    } else if stances.contains(&Stance::Deferred) {
        RecordStatus::Deferred
    } else {
        RecordStatus::Requested
    }
}

// Whether somebody could not be reached and has said nothing since.
pub(crate) fn is_missed(record: &RecordFacts) -> bool {
    let mut missing =
        record.events.iter().enumerate().filter(|(_, event)| event.event_type == EventType::SignatoryMissing);
    missing.any(|(index, event)| {
        let said =
            |later: &ConsentEvent| later.expressed_by.is_some() && later.expressed_by == event.concerns;
        !record.events[index..].iter().any(said)
    })
}

// An age limit passed since the yes, or somebody no longer represents.
fn needs_review(request: &RequestFacts, record: &RecordFacts, today: NaiveDate) -> bool {
    let signed_on = |signatory: &Signatory| {
        record.events.iter().rev().find(|event| {
            event.event_type == EventType::Given
                && event.expressed_by.as_ref().is_some_and(|by| by.id == signatory.person.id)
        })
    };
    let at = |day| signing(&request.age_rule, request.birth_date, day);
    request.signatories.iter().any(|signatory| {
        let limit_passed =
            signed_on(signatory).is_some_and(|event| at(local_date(event.occurred_at)) != at(today));
        limit_passed || !may_sign_for(request, signatory, today)
    })
}

// Under review, only what those who must sign today said yes to themselves.
fn shared_in_review(request: &RequestFacts, record: &RecordFacts, today: NaiveDate) -> SortedSet<DataTypeId> {
    let rule = signing(&request.age_rule, request.birth_date, today);
    let required: Vec<Stance> = request
        .signatories
        .iter()
        .filter(|signatory| is_required(rule, signatory.capacity))
        .map(|signatory| stance(record, &signatory.person.id))
        .collect();
    let capacities: Vec<_> = request
        .signatories
        .iter()
        .filter(|signatory| is_required(rule, signatory.capacity) && may_sign_for(request, signatory, today))
        .map(|signatory| signatory.capacity)
        .collect();
    if !crate::signatories::fits(rule, &capacities) {
        return SortedSet::new();
    }
    agreement(required.iter()).map(|(shared, _)| shared).unwrap_or_default()
}

/// Whether an event may be added to a record in a status. The table is in
/// `docs/states.md`. Answers stay possible after another signatory's no, and so does
/// saying that somebody cannot be reached: nobody can read the other's answer from a
/// closed question (F7).
pub fn is_allowed(status: RecordStatus, event: EventType) -> bool {
    use EventType as E;
    use RecordStatus as S;
    match status {
        S::Requested | S::Deferred => matches!(
            event,
            E::Deferred
                | E::Given
                | E::Refused
                | E::SignatoryMissing
                | E::Revoked
                | E::Invalidated
                | E::Superseded
        ),
        S::Pending | S::Review => matches!(
            event,
            E::Deferred
                | E::Given
                | E::Refused
                | E::Withdrawn
                | E::SignatoryMissing
                | E::Revoked
                | E::Invalidated
                | E::Superseded
        ),
        S::Given => matches!(
            event,
            E::Withdrawn | E::Renewed | E::Expired | E::Revoked | E::Invalidated | E::Superseded
        ),
        S::Refused | S::Withdrawn => matches!(
            event,
            E::Deferred
                | E::Given
                | E::Refused
                | E::Withdrawn
                | E::SignatoryMissing
                | E::Invalidated
                | E::Superseded
        ),
        S::Expired | S::Lapsed => matches!(event, E::Invalidated | E::Superseded),
        S::Revoked | S::Invalidated | S::Superseded => false,
    }
}

pub(crate) fn invalid(
    name: impl Into<String>,
    reason: InvalidReason,
    detail: impl Into<String>,
) -> InvalidParam {
    InvalidParam { name: name.into(), reason, detail: detail.into() }
}
