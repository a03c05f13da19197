// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A question that was asked before this visit, rebuilt from what the backend shows
//! to staff, so that a client can answer it here too, and what follows a no can be
//! recorded. What others answered is in neither (F7): a line that turns out to be
//! answered comes back as a conflict.

use crate::visit::{Asked, Visit};
use samenspraak_contract::client::Client;
use samenspraak_contract::id::{DataTypeId, EventId, PersonId};
use samenspraak_contract::person::Signatory;
use samenspraak_contract::record::{ConsentEvent, EventType, RecordStatus};
use samenspraak_contract::request::{ConsentRequest, Item, ItemStanding, RequestStatus};
use samenspraak_contract::sorted::SortedMap;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::notice;

impl Visit {
    /// Remembers a request as staff read it, once nothing about it waits to be sent. It
    /// needs its client among the clients, for who signs; `false` when nothing can be
    /// done about it on this device.
    pub fn know_request(&mut self, seen: &ConsentRequest) -> bool {
        let client = self.clients.iter().find(|client| client.person.id == seen.subject.id);
        let rebuilt = client.and_then(|client| rebuild(self, client, seen));
        let is_known = rebuilt.is_some();
        match rebuilt {
            Some(asked) => {
                self.asked.insert(seen.id, asked);
            }
            // What was made here is still good for what follows a no.
            None => self.asked.retain(|id, asked| *id != seen.id || asked.here),
        }
        is_known
    }
}

fn rebuild(visit: &Visit, client: &Client, seen: &ConsentRequest) -> Option<Asked> {
    let waits = client.requests.iter().find(|request| request.id == seen.id)?;
    let signatories = client.signatories.clone();
    let known = |person: &PersonId| signatories.iter().any(|signatory| signatory.person.id == *person);
    // Others sign today than when it was asked: then only the backend knows who.
    let same = signatories.len() == usize::from(seen.required_signatures) && waits.awaits.iter().all(known);
    if !matches!(seen.status, RequestStatus::Open | RequestStatus::Decided) || !same {
        return None;
    }
    let records = seen.items.iter().filter_map(|item| {
        let standing = item.standing.as_ref()?;
        Some(record(seen, item, standing, &signatories))
    });
    let records: Vec<RecordFacts> = records.collect();
    let facts = facts(visit, client, seen, &records, signatories.clone(), &waits.awaits);
    // The text must be the very one: a decision cites its hash.
    (notice::hashes(&facts) == seen.notice_hashes).then_some(Asked {
        facts,
        records,
        outcomes: Vec::new(),
        here: false,
    })
}

/// Whether a record was answered where this device does not know the words of it: staff
/// are told what became of it, and not who said what (F7).
pub(crate) fn answered_elsewhere(record: &RecordFacts) -> bool {
    record.events.iter().any(|event| event.id.0 == record.id.0 && event.expressed_by.is_some())
}

// What leads to a status. Staff read a no once everybody has answered, and *pending*
// before that (F7); then nothing is known of what anybody said.
fn said(status: RecordStatus) -> &'static [EventType] {
    use EventType as E;
    use RecordStatus as S;
    match status {
        S::Requested | S::Deferred | S::Pending | S::Review | S::Lapsed => &[],
        S::Given => &[E::Given],
        S::Refused => &[E::Refused],
        S::Withdrawn => &[E::Given, E::Withdrawn],
        S::Expired => &[E::Given, E::Expired],
        S::Revoked => &[E::Given, E::Revoked],
        S::Invalidated => &[E::Given, E::Invalidated],
        S::Superseded => &[E::Given, E::Superseded],
    }
}

// Whoever has answered a record is not asked again.
fn record(
    seen: &ConsentRequest,
    item: &Item,
    standing: &ItemStanding,
    signatories: &[Signatory],
) -> RecordFacts {
    let all: Vec<DataTypeId> = item.personal_data.iter().map(|datum| datum.data_type.id.clone()).collect();
    let event = |event_type, by: Option<&Signatory>| ConsentEvent {
        id: EventId(standing.record_id.0),
        event_type,
        occurred_at: seen.requested_at,
        recorded_at: seen.requested_at,
        expressed_by: by.map(|by| by.person.clone()),
        capacity: by.map(|by| by.capacity),
        method: None,
        data_types: if by.is_some() { all.clone() } else { Vec::new() },
        end_date: None,
        presentation_id: None,
        notice_hash: None,
        language: None,
        decision_id: None,
        assistance: None,
        concerns: None,
    };
    let answered = signatories.iter().flat_map(|by| said(standing.status).iter().map(move |it| (by, *it)));
    let answered = answered.map(|(by, event_type)| event(event_type, Some(by)));
    let events = std::iter::once(event(EventType::Requested, None)).chain(answered).collect();
    RecordFacts { id: standing.record_id, request_id: seen.id, item_id: item.id, events }
}

fn facts(
    visit: &Visit,
    client: &Client,
    seen: &ConsentRequest,
    records: &[RecordFacts],
    signatories: Vec<Signatory>,
    awaits: &[PersonId],
) -> RequestFacts {
    let bare = |item: &Item| Item { standing: None, ..item.clone() };
    let records: SortedMap<_, _> = records.iter().map(|record| (record.item_id, record.id)).collect();
    let told = |person: &&PersonId| !awaits.contains(person);
    let shown_to = signatories.iter().map(|signatory| &signatory.person.id).filter(told).cloned().collect();
    RequestFacts {
        id: seen.id,
        controller: seen.controller.clone(),
        subject: seen.subject.clone(),
        birth_date: client.birth_date,
        signatories,
        case_reference: seen.case_reference.clone(),
        conversation_reference: None,
        assessment_id: seen.assessment_id,
        title: seen.title.clone(),
        introduction: seen.introduction.clone(),
        contact_point: seen.contact_point.clone(),
        age_rule: visit.catalogue.age_rule.clone(),
        rights: visit.catalogue.rights.clone(),
        items: seen.items.iter().map(bare).collect(),
        records,
        requested_at: seen.requested_at,
        answer_before_date: seen.answer_before_date,
        notice_version: seen.notice_version,
        replaces: seen.replaces,
        replaced_by: seen.replaced_by,
        shown_to,
        recordings: visit.recordings(&seen.subject.id),
    }
}
