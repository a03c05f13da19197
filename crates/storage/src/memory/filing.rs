// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Filings and attachments in memory.

use crate::filing::{AttachmentFacts, Due, FilingChange, FilingStore, MAX_QUEUE, Selection};
use crate::memory::{MemoryStore, part};
use crate::store::{Part, StoreError};
use async_trait::async_trait;
use samenspraak_contract::id::{AttachmentId, ControllerId, FilingId, PersonId};
use samenspraak_rules::filing::FilingFacts;
use samenspraak_rules::filing::clock::Place;
use std::collections::BTreeMap;

/// Those of one controller.
#[derive(Default)]
pub(super) struct Filings {
    filings: BTreeMap<FilingId, (FilingFacts, Place)>,
    attachments: BTreeMap<AttachmentId, AttachmentFacts>,
}

impl Filings {
    /// Whether what the change expects holds.
    pub(super) fn holds(&self, change: &FilingChange) -> bool {
        change.append.as_ref().is_none_or(|append| {
            self.filings.get(&append.filing_id).is_some_and(|(facts, _)| {
                facts.version() == append.expected_version
                    && (append.committee_request.is_none() || facts.committee_request.is_none())
            })
        })
    }

    /// Whether this is a scan of a signed form.
    pub(super) fn has_scan(&self, id: AttachmentId) -> bool {
        self.attachments.get(&id).is_some_and(|facts| facts.scan_of.is_some())
    }

    /// Whether an id of the change is there already.
    pub(super) fn knows(&self, change: &FilingChange) -> bool {
        change.filed.iter().any(|(facts, _)| self.filings.contains_key(&facts.id))
            || change
                .attachment
                .as_ref()
                .is_some_and(|facts| self.attachments.contains_key(&facts.attachment.id))
    }

    /// Adds what the change adds; cannot fail.
    pub(super) fn add(&mut self, change: FilingChange) {
        self.filings.extend(change.filed.into_iter().map(|(facts, place)| (facts.id, (facts, place))));
        self.attachments.extend(change.attachment.map(|facts| (facts.attachment.id, facts)));
        let Some(append) = change.append else { return };
        if let Some((facts, place)) = self.filings.get_mut(&append.filing_id) {
            facts.committee_request = append.committee_request.or(facts.committee_request);
            facts.events.push(append.event);
            *place = append.place;
        }
    }
}

fn names(facts: &FilingFacts, attachment: AttachmentId) -> bool {
    let later = facts.events.iter().flat_map(|event| &event.attachments);
    facts.content.attachments.iter().chain(later).any(|named| named.id == attachment)
}

#[async_trait]
impl FilingStore for MemoryStore {
    async fn filing(
        &self,
        controller: &ControllerId,
        id: FilingId,
    ) -> Result<Option<FilingFacts>, StoreError> {
        Ok(self.read(controller, |shelf| shelf.filings.filings.get(&id).map(|(facts, _)| facts.clone())))
    }

    async fn filings(
        &self,
        controller: &ControllerId,
        people: &[PersonId],
        which: Part,
    ) -> Result<Vec<FilingFacts>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let all = shelf.filings.filings.values().map(|(facts, _)| facts);
            let theirs = all.filter(|facts| people.iter().any(|person| facts.is_of(person)));
            part(theirs, which, |facts| facts.id.0)
        }))
    }

    async fn filing_queue(
        &self,
        controller: &ControllerId,
        selection: &Selection,
        after: Option<Due>,
        limit: usize,
    ) -> Result<Vec<(Due, FilingFacts)>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let wanted = |place: &Place| {
                selection.open.is_none_or(|open| place.open == open)
                    && (selection.kinds.is_empty() || selection.kinds.contains(&place.kind))
            };
            let mut queue: Vec<_> = shelf
                .filings
                .filings
                .values()
                .filter(|(_, place)| wanted(place))
                .map(|(facts, place)| (Due { date: place.due, id: facts.id.0 }, facts))
                .filter(|(due, _)| after.is_none_or(|after| after < *due))
                .collect();
            queue.sort_by_key(|(due, _)| *due);
            queue.into_iter().take(limit.min(MAX_QUEUE)).map(|(due, facts)| (due, facts.clone())).collect()
        }))
    }

    async fn attachment(
        &self,
        controller: &ControllerId,
        id: AttachmentId,
    ) -> Result<Option<AttachmentFacts>, StoreError> {
        Ok(self.read(controller, |shelf| shelf.filings.attachments.get(&id).cloned()))
    }

    async fn attachments_of(
        &self,
        controller: &ControllerId,
        person: &PersonId,
        ids: &[AttachmentId],
    ) -> Result<Vec<AttachmentId>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let known = shelf.filings.attachments.values();
            let theirs =
                known.filter(|facts| facts.uploaded_by == *person && ids.contains(&facts.attachment.id));
            theirs.map(|facts| facts.attachment.id).collect()
        }))
    }

    async fn filings_with(
        &self,
        controller: &ControllerId,
        attachment: AttachmentId,
    ) -> Result<Vec<FilingId>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let all = shelf.filings.filings.values();
            all.filter(|(facts, _)| names(facts, attachment)).map(|(facts, _)| facts.id).collect()
        }))
    }
}
