// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What each person may see. Everyone sees their own words only, and a status
//! that does not give away what anybody said before all have spoken (F7, M3).

use crate::decision::awaits_answer;
use crate::facts::{RecordFacts, RequestFacts};
use crate::notice;
use crate::record::{Stance, Standing, allowed_events, is_missed, stance, standing};
use chrono::NaiveDate;
use samenspraak_contract::decision::Answer;
use samenspraak_contract::id::{DataTypeId, PersonId};
use samenspraak_contract::record::{ConsentEvent, ConsentRecord, RecordStatus};
use samenspraak_contract::request::{ConsentRequest, Item, ItemStanding, RequestStatus};
use samenspraak_contract::sorted::SortedMap;

/// Who looks.
#[derive(Clone, Copy, Debug)]
pub enum Viewer<'a> {
    /// Somebody whose data it is, or who signs.
    Person(&'a PersonId),
    /// Staff of the controller: sees the outcome once everybody answered, never who
    /// said what.
    Staff,
}

/// Whether a person may know of this request at all (M2).
pub fn may_see(request: &RequestFacts, person: &PersonId) -> bool {
    request.subject.id == *person || request.signatory(person).is_some()
}

/// The status a viewer may read. Somebody who has not answered reads that the
/// question is open; somebody who said yes reads *pending* until everybody has
/// answered, even when one of them said no already. So do staff and a subject who
/// does not sign: beside the names of who is still waited for, a no would have a
/// name (decision 4).
pub fn visible_standing(
    request: &RequestFacts,
    record: &RecordFacts,
    viewer: Viewer<'_>,
    today: NaiveDate,
) -> Standing {
    let actual = standing(request, record, today);
    let masked = |status| Standing { status, shared: Default::default(), end_date: None };
    let person = match viewer {
        Viewer::Person(person) if request.signatory(person).is_some() => person,
        _ if !is_no(actual.status) || is_told(request, record, today) => return actual,
        // As it would be after a yes.
        _ if is_missed(record) => return masked(RecordStatus::Review),
        _ => return masked(RecordStatus::Pending),
    };
    let missed = actual.status == RecordStatus::Review && !everybody_answered(request, record);
    if !(missed || depends_on_others(actual.status)) {
        return actual;
    }
    let lapsed = request.answer_before_date < today;
    match stance(record, person) {
        Stance::Silent if lapsed => masked(RecordStatus::Lapsed),
        Stance::Silent => masked(RecordStatus::Requested),
        Stance::Deferred if lapsed => masked(RecordStatus::Lapsed),
        Stance::Deferred => masked(RecordStatus::Deferred),
        Stance::Yes { .. } if is_told(request, record, today) => actual,
        Stance::Yes { .. } => masked(RecordStatus::Pending),
        Stance::No => masked(RecordStatus::Refused),
        Stance::Stopped => masked(RecordStatus::Withdrawn),
    }
}

fn depends_on_others(status: RecordStatus) -> bool {
    use RecordStatus as S;
    matches!(status, S::Requested | S::Deferred | S::Pending | S::Refused | S::Withdrawn | S::Lapsed)
}

/// Whether it may be told what was answered: once everybody did, or the last day to
/// answer has passed (F7).
pub fn is_told(request: &RequestFacts, record: &RecordFacts, today: NaiveDate) -> bool {
    everybody_answered(request, record) || request.answer_before_date < today
}

/// Whether the answer is no: one no is a no (F7), and so is a yes that was taken back.
pub fn is_no(status: RecordStatus) -> bool {
    matches!(status, RecordStatus::Refused | RecordStatus::Withdrawn)
}

fn everybody_answered(request: &RequestFacts, record: &RecordFacts) -> bool {
    request.signatories.iter().all(|signatory| has_answered(record, &signatory.person.id))
}

// Also of what ended since: that somebody is not asked any more is no answer.
fn has_answered(record: &RecordFacts, person: &PersonId) -> bool {
    !matches!(stance(record, person), Stance::Silent | Stance::Deferred)
}

/// The request as a viewer sees it.
pub fn request(
    facts: &RequestFacts,
    records: &[RecordFacts],
    viewer: Viewer<'_>,
    today: NaiveDate,
) -> ConsentRequest {
    let capacity = match viewer {
        Viewer::Person(person) => facts.signatory(person).map(|signatory| signatory.capacity),
        Viewer::Staff => None,
    };
    ConsentRequest {
        id: facts.id,
        controller: facts.controller.clone(),
        subject: facts.subject.clone(),
        capacity,
        required_signatures: required_signatures(facts),
        case_reference: facts.case_reference.clone(),
        assessment_id: capacity.is_none().then_some(facts.assessment_id).flatten(),
        title: facts.title.clone(),
        introduction: facts.introduction.clone(),
        contact_point: facts.contact_point.clone(),
        items: facts.items.iter().map(|item| item_view(facts, item, records, viewer, today)).collect(),
        status: request_status(facts, records, viewer, today),
        requested_at: facts.requested_at,
        answer_before_date: facts.answer_before_date,
        notice_version: facts.notice_version,
        notice_hashes: notice::hashes(facts),
        replaces: facts.replaces,
        replaced_by: facts.replaced_by,
    }
}

fn required_signatures(facts: &RequestFacts) -> u8 {
    u8::try_from(facts.signatories.len()).unwrap_or(u8::MAX)
}

/// Whether it waits for this person: for an answer, or, when it is a notice, until
/// it was shown to them.
pub fn waits_for(facts: &RequestFacts, records: &[RecordFacts], person: &PersonId) -> bool {
    if facts.is_notice() {
        return !facts.shown_to.contains(person);
    }
    let mut asked = facts.records.keys().filter_map(|item| facts.record_of(*item, records));
    asked.any(|record| awaits_answer(record, person))
}

/// Where the request is in its life, for a viewer: a person's request is decided
/// when that person has nothing left to answer. The duty to tell does not lapse.
pub fn request_status(
    facts: &RequestFacts,
    records: &[RecordFacts],
    viewer: Viewer<'_>,
    today: NaiveDate,
) -> RequestStatus {
    let waits = |person: &PersonId| waits_for(facts, records, person);
    let open = match viewer {
        Viewer::Person(person) if facts.signatory(person).is_some() => waits(person),
        _ => facts.signatories.iter().any(|signatory| waits(&signatory.person.id)),
    };
    if facts.replaced_by.is_some() {
        RequestStatus::Superseded
    } else if !open {
        RequestStatus::Decided
    } else if facts.answer_before_date < today && !facts.is_notice() {
        RequestStatus::Lapsed
    } else {
        RequestStatus::Open
    }
}

fn item_view(
    facts: &RequestFacts,
    item: &Item,
    records: &[RecordFacts],
    viewer: Viewer<'_>,
    today: NaiveDate,
) -> Item {
    let record = facts.record_of(item.id, records);
    let standing = record.map(|record| {
        let (awaits_answer, answers) = match viewer {
            Viewer::Person(person) if facts.signatory(person).is_some() => {
                (awaits_answer(record, person), own_answers(item, record, person))
            }
            _ => (false, SortedMap::new()),
        };
        let status = visible_standing(facts, record, viewer, today).status;
        ItemStanding { record_id: record.id, status, awaits_answer, answers }
    });
    Item { standing, ..item.clone() }
}

fn own_answers(item: &Item, record: &RecordFacts, person: &PersonId) -> SortedMap<DataTypeId, Answer> {
    let said = |yes: &dyn Fn(&DataTypeId) -> bool| {
        item.personal_data
            .iter()
            .map(|datum| {
                let id = datum.data_type.id.clone();
                let answer = if yes(&id) { Answer::Yes } else { Answer::No };
                (id, answer)
            })
            .collect()
    };
    match stance(record, person) {
        Stance::Silent | Stance::Deferred => SortedMap::new(),
        Stance::Yes { data, .. } => said(&|id| data.contains(id)),
        Stance::No | Stance::Stopped => said(&|_| false),
    }
}

/// The record as a viewer sees it.
pub fn record(
    facts: &RequestFacts,
    record: &RecordFacts,
    viewer: Viewer<'_>,
    today: NaiveDate,
) -> Option<ConsentRecord> {
    let item = facts.item(record.item_id)?;
    let standing = visible_standing(facts, record, viewer, today);
    let (capacity, allowed) = match viewer {
        Viewer::Person(person) => (
            facts.signatory(person).map(|signatory| signatory.capacity),
            allowed_events(facts, record, person, today),
        ),
        Viewer::Staff => (None, Vec::new()),
    };
    Some(ConsentRecord {
        id: record.id,
        version: version(facts, record, viewer),
        consent_request_id: facts.id,
        controller: facts.controller.clone(),
        contact_point: facts.contact_point.clone(),
        subject: facts.subject.clone(),
        capacity,
        item: Item { standing: None, ..item.clone() },
        status: standing.status,
        shared_data_types: standing.shared.into_iter().collect(),
        end_date: standing.end_date,
        required_signatures: required_signatures(facts),
        allowed_events: allowed,
        events: visible_events(facts, record, viewer),
    })
}

/// The version of a record for a viewer. It counts what this viewer can see: a
/// number that moves when another signs would tell that they did.
pub fn version(facts: &RequestFacts, record: &RecordFacts, viewer: Viewer<'_>) -> u32 {
    u32::try_from(visible_events(facts, record, viewer).len()).unwrap_or(u32::MAX)
}

/// The events a viewer may see: their own and those no person expressed. When
/// one person signs alone, staff may see what that person said. That a signatory
/// cannot be reached is for staff and that signatory: of two parents, the other one
/// would know who it is (F7).
pub fn visible_events(facts: &RequestFacts, record: &RecordFacts, viewer: Viewer<'_>) -> Vec<ConsentEvent> {
    let alone = facts.signatories.len() == 1;
    let visible = |event: &&ConsentEvent| match (&event.expressed_by, &event.concerns, viewer) {
        (None, Some(missing), Viewer::Person(person)) => missing.id == *person,
        (None, ..) => true,
        (Some(by), _, Viewer::Person(person)) => by.id == *person || (alone && may_see(facts, person)),
        (Some(_), _, Viewer::Staff) => alone,
    };
    let seen = record.events.iter().filter(visible).cloned();
    match viewer {
        Viewer::Person(_) => seen.map(for_person).collect(),
        Viewer::Staff => seen.collect(),
    }
}

/// An event as a person reads it: of who entered it, the role and never the name (I3).
pub(crate) fn for_person(mut event: ConsentEvent) -> ConsentEvent {
    if let Some(assistance) = &mut event.assistance {
        assistance.entered_by = None;
    }
    event
}
