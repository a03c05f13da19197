// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a person takes home: a view of stored events up to one moment, so the
//! same receipt asked for twice is the same receipt.

use crate::facts::{RecordFacts, RequestFacts};
use crate::notice;
use crate::record::{Stance, stance};
use crate::term::local_date;
use crate::view::{Viewer, for_person, visible_standing};
use samenspraak_contract::id::{DataTypeId, DecisionId, PersonId};
use samenspraak_contract::receipt::{RECEIPT_SCHEMA, Receipt, ReceiptRecord};
use samenspraak_contract::record::ConsentEvent;
use samenspraak_contract::request::Item;
use samenspraak_contract::text::Language;

/// The receipt of one confirmation by `person`; `None` when there is none.
pub fn of_decision(
    request: &RequestFacts,
    records: &[RecordFacts],
    decision: DecisionId,
    person: &PersonId,
) -> Option<Receipt> {
    let until = |record: &RecordFacts| {
        record
            .events
            .iter()
            .position(|event| event.decision_id == Some(decision))
            .map(|last| truncated(record, last))
    };
    let records: Vec<RecordFacts> = records.iter().filter_map(until).collect();
    build(request, &records, person, decision.0)
}

/// The receipt of one record as it stood after the last event of `person`.
pub fn of_record(request: &RequestFacts, record: &RecordFacts, person: &PersonId) -> Option<Receipt> {
    let last = record.events.iter().rposition(|event| is_by(event, person))?;
    let record = truncated(record, last);
    let id = record.events.last()?.id.0;
    build(request, std::slice::from_ref(&record), person, id)
}

fn truncated(record: &RecordFacts, last: usize) -> RecordFacts {
    RecordFacts { events: record.events[..=last].to_vec(), ..record.clone() }
}

fn is_by(event: &ConsentEvent, person: &PersonId) -> bool {
    event.expressed_by.as_ref().is_some_and(|by| by.id == *person)
}

fn build(
    request: &RequestFacts,
    records: &[RecordFacts],
    person: &PersonId,
    receipt_id: uuid::Uuid,
) -> Option<Receipt> {
    let signatory = request.signatory(person)?;
    let moment =
        records.iter().filter_map(|record| record.events.last()).max_by_key(|event| event.recorded_at)?;
    if !is_by(moment, person) {
        return None;
    }
    let language = moment.language.clone().unwrap_or_else(Language::dutch);
    Some(Receipt {
        schema_version: RECEIPT_SCHEMA.to_owned(),
        receipt_id,
        created_at: moment.recorded_at,
        issued_to: signatory.person.clone(),
        capacity: signatory.capacity,
        subject: request.subject.clone(),
        controller: request.controller.clone(),
        contact_point: request.contact_point.clone(),
        title: request.title.clone(),
        notice_hash: moment.notice_hash.clone().unwrap_or_else(|| notice::hash(request, &language.0)),
        language,
        records: records.iter().filter_map(|record| receipt_record(request, record, person)).collect(),
        rights: request.rights.clone(),
    })
}

fn receipt_record(request: &RequestFacts, record: &RecordFacts, person: &PersonId) -> Option<ReceiptRecord> {
    let item = request.item(record.item_id)?;
    let at = record.events.last()?.recorded_at;
    let (request, day) = (&*request.known_at(at), local_date(at));
    let all = || item.personal_data.iter().map(|datum| datum.data_type.id.clone());
    let (allowed, refused): (Vec<DataTypeId>, Vec<DataTypeId>) = match stance(record, person) {
        Stance::Yes { data, .. } => all().partition(|id| data.contains(id)),
        Stance::No | Stance::Stopped => (Vec::new(), all().collect()),
        Stance::Silent | Stance::Deferred => (Vec::new(), Vec::new()),
    };
    Some(ReceiptRecord {
        record_id: record.id,
        status: visible_standing(request, record, Viewer::Person(person), day).status,
        allowed_data_types: allowed,
        refused_data_types: refused,
        item: Item { standing: None, ..item.clone() },
        events: record.events.iter().filter(|event| is_by(event, person)).cloned().map(for_person).collect(),
    })
}
