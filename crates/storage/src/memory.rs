// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The store in memory: for tests, and as the model that others are held against.

mod disclosure;
mod filing;
mod intake;
mod tally;

use crate::change::{Append, Applied, Change};
use crate::facts::{DecisionFacts, PresentationFacts, Replay};
use crate::store::{MAX_PAGE, Part, Store, StoreError, Whose};
use async_trait::async_trait;
use samenspraak_contract::id::{
    AttachmentId, ConsentRecordId, ConsentRequestId, ControllerId, DecisionId, ItemId, PersonId,
    PresentationId,
};
use samenspraak_contract::request::Item;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// Everything of one controller.
#[derive(Default)]
struct Shelf {
    requests: BTreeMap<ConsentRequestId, RequestFacts>,
    items: BTreeSet<ItemId>,
    records: BTreeMap<ConsentRecordId, RecordFacts>,
    presentations: BTreeMap<PresentationId, PresentationFacts>,
    decisions: BTreeMap<DecisionId, DecisionFacts>,
    replays: HashMap<(PersonId, Uuid), Replay>,
    disclosures: disclosure::Disclosures,
    filings: filing::Filings,
    intake: intake::Intake,
    tallies: tally::Tallies,
}

/// A store that forgets everything when the process ends.
#[derive(Default)]
pub struct MemoryStore {
    shelves: Mutex<BTreeMap<ControllerId, Shelf>>,
}

impl MemoryStore {
    fn shelves(&self) -> MutexGuard<'_, BTreeMap<ControllerId, Shelf>> {
        self.shelves.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read<T>(&self, controller: &ControllerId, read: impl FnOnce(&Shelf) -> T) -> T {
        read(self.shelves().entry(controller.clone()).or_default())
    }
}

impl Shelf {
    // All that can go wrong comes first; what follows cannot fail.
    fn apply(&mut self, change: Change) -> Result<Applied, StoreError> {
        if let Some(replay) = &change.replay
            && let Some(earlier) = self.replays.get(&(replay.person.clone(), replay.key))
        {
            return if earlier.body_hash == replay.body_hash {
                Ok(Applied::Replayed(earlier.response.clone()))
            } else {
                Err(StoreError::IdempotencyKeyReused)
            };
        }
        if !self.holds(&change) {
            return Err(StoreError::Conflict);
        }
        if self.knows(&change) {
            return Err(StoreError::Taken);
        }
        self.add(change);
        Ok(Applied::Stored)
    }

    fn holds(&self, change: &Change) -> bool {
        let current = |id: &ConsentRequestId| {
            self.requests.get(id).is_some_and(|request| request.replaced_by.is_none())
        };
        let new = change.request.as_ref().map(|request| request.id);
        let asked = |id: ConsentRequestId| new == Some(id) || self.requests.contains_key(&id);
        let replaced = change.request.as_ref().and_then(|request| request.replaces);
        let version = |append: &Append| self.records.get(&append.record_id).map(RecordFacts::version);
        change.still_current.iter().chain(&replaced).all(current)
            && change.appends.iter().all(|append| version(append) == Some(append.expected_version))
            && self.disclosures.holds(&change.disclosures)
            && self.filings.holds(&change.filings)
            && change.decision.as_ref().and_then(|facts| facts.scan).is_none_or(|scan| self.is_free(scan))
            && self.intake.holds(&change.intake)
            && change.intake.outcomes.iter().all(|outcome| asked(outcome.consent_request_id))
    }

    // A scan that no decision rests on yet.
    fn is_free(&self, scan: AttachmentId) -> bool {
        self.filings.has_scan(scan) && self.decisions.values().all(|facts| facts.scan != Some(scan))
    }

    fn knows(&self, change: &Change) -> bool {
        let asked = |item: &Item| self.items.contains(&item.id);
        change
            .request
            .as_ref()
            .is_some_and(|request| self.requests.contains_key(&request.id) || request.items.iter().any(asked))
            || change.records.iter().any(|record| self.records.contains_key(&record.id))
            || change
                .presentation
                .as_ref()
                .is_some_and(|f| self.presentations.contains_key(&f.presentation.id))
            || change.decision.as_ref().is_some_and(|decision| self.decisions.contains_key(&decision.id))
            || self.disclosures.knows(&change.disclosures)
            || self.filings.knows(&change.filings)
            || self.intake.knows(&change.intake)
    }

    fn add(&mut self, change: Change) {
        if let Some(request) = change.request {
            if let Some(old) = request.replaces.and_then(|id| self.requests.get_mut(&id)) {
                old.replaced_by = Some(request.id);
            }
            self.items.extend(request.items.iter().map(|item| item.id));
            self.requests.insert(request.id, request);
        }
        self.records.extend(change.records.into_iter().map(|record| (record.id, record)));
        for append in change.appends {
            if let Some(record) = self.records.get_mut(&append.record_id) {
                record.events.extend(append.events);
            }
        }
        if let Some(shown) = &change.presentation
            && let Some(request) = self.requests.get_mut(&shown.presentation.consent_request_id)
        {
            request.shown_to.insert(shown.person.clone());
        }
        self.presentations.extend(change.presentation.map(|facts| (facts.presentation.id, facts)));
        self.decisions.extend(change.decision.map(|facts| (facts.id, facts)));
        self.disclosures.add(change.disclosures);
        self.filings.add(change.filings);
        self.intake.add(change.intake);
        self.tallies.add(change.counts);
        self.replays.extend(change.replay.map(|replay| ((replay.person.clone(), replay.key), replay)));
    }

    // What is asked of a client, and how they were recorded.
    fn handed_out(&self, request: &RequestFacts) -> RequestFacts {
        let recordings = self.intake.recordings(&request.subject.id).cloned().collect();
        RequestFacts { recordings, ..request.clone() }
    }

    fn concerns(&self, request: ConsentRequestId, whose: &Whose) -> bool {
        match whose {
            Whose::Everybody => true,
            Whose::Person(person) => self.requests.get(&request).is_some_and(|request| {
                request.subject.id == *person
                    || request.signatories.iter().any(|signatory| signatory.person.id == *person)
            }),
        }
    }
}

/// One part of a list that is sorted oldest first, newest first.
fn part<'a, T: Clone + 'a>(
    sorted: impl DoubleEndedIterator<Item = &'a T>,
    part: Part,
    id: impl Fn(&T) -> Uuid,
) -> Vec<T> {
    sorted
        .rev()
        .filter(|entry| part.before.is_none_or(|before| id(entry) < before))
        .take(part.limit.min(MAX_PAGE))
        .cloned()
        .collect()
}

#[async_trait]
impl Store for MemoryStore {
    async fn apply(&self, change: Change) -> Result<Applied, StoreError> {
        self.shelves().entry(change.controller.clone()).or_default().apply(change)
    }

    async fn replay(
        &self,
        controller: &ControllerId,
        person: &PersonId,
        key: Uuid,
    ) -> Result<Option<Replay>, StoreError> {
        Ok(self.read(controller, |shelf| shelf.replays.get(&(person.clone(), key)).cloned()))
    }

    async fn request(
        &self,
        controller: &ControllerId,
        id: ConsentRequestId,
    ) -> Result<Option<RequestFacts>, StoreError> {
        Ok(self.read(controller, |shelf| shelf.requests.get(&id).map(|request| shelf.handed_out(request))))
    }

    async fn requests(
        &self,
        controller: &ControllerId,
        whose: &Whose,
        which: Part,
    ) -> Result<Vec<RequestFacts>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let mine = shelf.requests.values().filter(|request| shelf.concerns(request.id, whose));
            let page = part(mine, which, |request| request.id.0);
            page.iter().map(|request| shelf.handed_out(request)).collect()
        }))
    }

    async fn records_by_id(
        &self,
        controller: &ControllerId,
        ids: &[ConsentRecordId],
    ) -> Result<Vec<RecordFacts>, StoreError> {
        let ids: BTreeSet<_> = ids.iter().collect();
        Ok(self
            .read(controller, |shelf| ids.iter().filter_map(|id| shelf.records.get(id)).cloned().collect()))
    }

    async fn records(
        &self,
        controller: &ControllerId,
        whose: &Whose,
        which: Part,
    ) -> Result<Vec<RecordFacts>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let mine = shelf.records.values().filter(|record| shelf.concerns(record.request_id, whose));
            part(mine, which, |record| record.id.0)
        }))
    }

    async fn presentation(
        &self,
        controller: &ControllerId,
        id: PresentationId,
    ) -> Result<Option<PresentationFacts>, StoreError> {
        Ok(self.read(controller, |shelf| shelf.presentations.get(&id).cloned()))
    }

    async fn decision(
        &self,
        controller: &ControllerId,
        id: DecisionId,
    ) -> Result<Option<DecisionFacts>, StoreError> {
        Ok(self.read(controller, |shelf| shelf.decisions.get(&id).cloned()))
    }

    async fn decision_on(
        &self,
        controller: &ControllerId,
        scan: AttachmentId,
    ) -> Result<Option<DecisionFacts>, StoreError> {
        Ok(self.read(controller, |shelf| {
            shelf.decisions.values().find(|facts| facts.scan == Some(scan)).cloned()
        }))
    }

    async fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(self.shelves().values().all(|shelf| shelf.requests.is_empty()))
    }

    async fn ready(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
