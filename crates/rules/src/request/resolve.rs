// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The question as it is stored: every id replaced by what the catalogue says
//! at this moment, so that a later change of the catalogue changes nothing that
//! was asked.

use crate::facts::{RecordFacts, RequestFacts};
use crate::record::standing;
use crate::scope;
use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::{ConsentRecordId, ConsentRequestId, EventId, ItemId, PartyId, Sha256Hex};
use samenspraak_contract::record::{ConsentEvent, EventType, RecordStatus};
use samenspraak_contract::request::{Item, ItemDatum, ItemKind, NewConsentRequest, NewItem};
use samenspraak_contract::sorted::{SortedMap, SortedSet};
use uuid::Uuid;

/// The request that a new one replaces, with its records.
#[derive(Clone, Copy)]
pub struct Replaced<'a> {
    /// The request.
    pub request: &'a RequestFacts,
    /// Its records.
    pub records: &'a [RecordFacts],
}

/// What a new request needs from outside.
pub struct Stamp<'a> {
    /// Makes a fresh id.
    pub id: &'a mut dyn FnMut() -> Uuid,
    /// When it is stored.
    pub now: DateTime<Utc>,
    /// When it was asked: now, unless that was without a network.
    pub asked_at: DateTime<Utc>,
    /// The date on which it was asked, where the municipality is.
    pub today: NaiveDate,
}

/// Everything that is stored for a new request, together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The request.
    pub request: RequestFacts,
    /// A new record per question that must be asked, each with its first event.
    pub records: Vec<RecordFacts>,
    /// Records of the replaced request that end now: id, version, event to append.
    pub superseded: Vec<(ConsentRecordId, u32, ConsentEvent)>,
}

/// Builds the stored form of a checked request. Returns `None` when it names
/// something the catalogue does not have, which [`check`](super::check) reports.
pub fn resolve(
    new: &NewConsentRequest,
    catalogue: &Catalogue,
    replaced: Option<Replaced<'_>>,
    mut stamp: Stamp<'_>,
) -> Option<Resolved> {
    let items = new
        .items
        .iter()
        .map(|item| {
            let id = item.id.unwrap_or_else(|| ItemId((stamp.id)()));
            resolve_item(item, catalogue, replaced, id)
        })
        .collect::<Option<Vec<Item>>>()?;
    let mut request = RequestFacts {
        id: new.id.unwrap_or_else(|| ConsentRequestId((stamp.id)())),
        controller: catalogue.controller.clone(),
        subject: new.subject.person.clone(),
        birth_date: new.subject.birth_date,
        signatories: new.signatories.clone(),
        case_reference: new.case_reference.clone(),
        conversation_reference: new.conversation_reference.clone(),
        assessment_id: new.assessment_id,
        title: new.title.clone(),
        introduction: new.introduction.clone(),
        contact_point: new.contact_point.clone(),
        age_rule: catalogue.age_rule.clone(),
        rights: catalogue.rights.clone(),
        items,
        records: SortedMap::new(),
        requested_at: stamp.asked_at,
        answer_before_date: new.answer_before_date,
        notice_version: replaced.map_or(1, |old| old.request.notice_version + 1),
        replaces: new.replaces,
        replaced_by: None,
        shown_to: SortedSet::new(),
        recordings: Vec::new(),
    };
    let records = assign_records(&mut request, new, replaced, &mut stamp);
    let superseded = superseded(&request, replaced, &mut stamp);
    Some(Resolved { request, records, superseded })
}

// A question whose scope is the same, and which everybody answered, is not
// asked again: the old record goes on (principle 5).
fn assign_records(
    request: &mut RequestFacts,
    new: &NewConsentRequest,
    replaced: Option<Replaced<'_>>,
    stamp: &mut Stamp<'_>,
) -> Vec<RecordFacts> {
    let mut asked = Vec::new();
    for (item, new_item) in request.items.iter().zip(&new.items) {
        if item.kind == ItemKind::Information {
            continue;
        }
        let continued = replaced.and_then(|old| {
            let record = old.request.record_of(new_item.replaces_item_id?, old.records)?;
            let before = old.request.item(new_item.replaces_item_id?)?;
            let same = before.scope_fingerprint == item.scope_fingerprint
                && before.end_date == item.end_date
                && same_signatories(old.request, request);
            (same && is_settled(old.request, record, stamp.today)).then_some(record.id)
        });
        let id = continued.unwrap_or_else(|| {
            let record = RecordFacts {
                id: ConsentRecordId((stamp.id)()),
                request_id: request.id,
                item_id: item.id,
                events: vec![unexpressed(EventType::Requested, stamp)],
            };
            let id = record.id;
            asked.push(record);
            id
        });
        request.records.insert(item.id, id);
    }
    asked
}

fn same_signatories(old: &RequestFacts, new: &RequestFacts) -> bool {
    old.signatories.len() == new.signatories.len()
        && new.signatories.iter().all(|signatory| {
            old.signatory(&signatory.person.id).is_some_and(|before| before.capacity == signatory.capacity)
        })
}

fn is_settled(request: &RequestFacts, record: &RecordFacts, today: NaiveDate) -> bool {
    let status = standing(request, record, today).status;
    matches!(status, RecordStatus::Given | RecordStatus::Refused | RecordStatus::Withdrawn)
        && request
            .signatories
            .iter()
            .all(|signatory| !crate::decision::awaits_answer(record, &signatory.person.id))
}

fn superseded(
    request: &RequestFacts,
    replaced: Option<Replaced<'_>>,
    stamp: &mut Stamp<'_>,
) -> Vec<(ConsentRecordId, u32, ConsentEvent)> {
    let Some(old) = replaced else { return Vec::new() };
    let today = stamp.today;
    old.records
        .iter()
        .filter(|record| old.request.records.values().any(|id| *id == record.id))
        .filter(|record| request.records.values().all(|id| *id != record.id))
        .filter(|record| {
            let status = standing(old.request, record, today).status;
            crate::record::is_allowed(status, EventType::Superseded)
        })
        .map(|record| (record.id, record.version(), unexpressed(EventType::Superseded, stamp)))
        .collect()
}

// An event that no person expressed.
fn unexpressed(event_type: EventType, stamp: &mut Stamp<'_>) -> ConsentEvent {
    ConsentEvent {
        id: EventId((stamp.id)()),
        event_type,
        occurred_at: stamp.asked_at,
        recorded_at: stamp.now,
        expressed_by: None,
        capacity: None,
        method: None,
        data_types: Vec::new(),
        end_date: None,
        presentation_id: None,
        notice_hash: None,
        language: None,
        decision_id: None,
        assistance: None,
        concerns: None,
    }
}

fn resolve_item(
    new: &NewItem,
    catalogue: &Catalogue,
    replaced: Option<Replaced<'_>>,
    id: ItemId,
) -> Option<Item> {
    let party = |id: &PartyId| catalogue.parties.iter().find(|party| party.id == *id).cloned();
    let personal_data = new
        .personal_data
        .iter()
        .map(|datum| {
            let data_type =
                catalogue.personal_data_types.iter().find(|t| t.id == datum.data_type_id)?.clone();
            Some(ItemDatum { data_type, necessity: datum.necessity.clone() })
        })
        .collect::<Option<Vec<_>>>()?;
    let mut item = Item {
        id,
        kind: new.kind,
        consent_kind: new.consent_kind,
        purpose: catalogue.purposes.iter().find(|purpose| purpose.id == new.purpose_id)?.clone(),
        source: party(&new.source_id)?,
        recipient: party(&new.recipient_id)?,
        personal_data,
        legal_basis: catalogue.legal_bases.iter().find(|basis| basis.id == new.legal_basis_id)?.clone(),
        proportionality: new.proportionality.clone(),
        subsidiarity: new.subsidiarity.clone(),
        consequences_if_given: new.consequences_if_given.clone(),
        consequences_if_refused: new.consequences_if_refused.clone(),
        retention: catalogue.retention_rules.iter().find(|rule| rule.id == new.retention_id)?.clone(),
        start_date: new.start_date,
        end_date: new.end_date,
        extendable_months: new.extendable_months,
        scope_fingerprint: Sha256Hex(String::new()),
        changes: Vec::new(),
        standing: None,
    };
    item.scope_fingerprint = scope::fingerprint(&item);
    let before = new.replaces_item_id.and_then(|id| replaced?.request.item(id));
    item.changes = before.map(|before| scope::changes(before, &item)).unwrap_or_default();
    Some(item)
}
