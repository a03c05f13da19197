// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Disclosures and consultations in memory. Every list is made anew from the
//! lines themselves, so that it can be held against what others keep up to date.

use crate::disclosure::{
    ConsultationFacts, DisclosureAppend, DisclosureChange, DisclosureStore, FlowFacts, MAX_STRETCH, Place,
    Stretch, Timeline, place_in_review, place_in_time, thing_id,
};
use crate::memory::{MemoryStore, part};
use crate::store::{Part, StoreError};
use async_trait::async_trait;
use chrono::NaiveDate;
use samenspraak_contract::id::{ConsultationId, ControllerId, DataTypeId, DisclosureId, PartyId, PersonId};
use samenspraak_rules::disclosure::{DisclosureFacts, Status};
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

/// What makes a consultation the same as another.
type Once = (PersonId, PersonId, Uuid, NaiveDate);

/// Those of one controller.
#[derive(Default)]
pub(super) struct Disclosures {
    lines: BTreeMap<DisclosureId, DisclosureFacts>,
    consultations: BTreeMap<ConsultationId, ConsultationFacts>,
    noted: HashSet<Once>,
}

fn once(facts: &ConsultationFacts) -> Once {
    (facts.subject.clone(), facts.viewer.clone(), thing_id(facts.consulted), facts.day)
}

impl Disclosures {
    /// Whether what the change expects holds.
    pub(super) fn holds(&self, change: &DisclosureChange) -> bool {
        let version = |append: &DisclosureAppend| self.lines.get(&append.id).map(DisclosureFacts::version);
        change.appends.iter().all(|append| version(append) == Some(append.expected_version))
    }

    /// Whether an id of the change is there already.
    pub(super) fn knows(&self, change: &DisclosureChange) -> bool {
        change.recorded.iter().any(|line| self.lines.contains_key(&line.id))
            || change
                .consultations
                .iter()
                .any(|facts| !self.noted.contains(&once(facts)) && self.consultations.contains_key(&facts.id))
    }

    /// Adds what the change adds; cannot fail.
    pub(super) fn add(&mut self, change: DisclosureChange) {
        self.lines.extend(change.recorded.into_iter().map(|line| (line.id, line)));
        for append in change.appends {
            if let Some(line) = self.lines.get_mut(&append.id) {
                line.events.extend(append.events);
            }
        }
        for facts in change.consultations {
            if self.noted.insert(once(&facts)) {
                self.consultations.insert(facts.id, facts);
            }
        }
    }

    fn visible(&self, subject: &PersonId) -> impl Iterator<Item = &DisclosureFacts> {
        self.lines.values().filter(move |line| line.subject.id == *subject && line.is_visible())
    }
}

fn wanted(line: &DisclosureFacts, timeline: &Timeline) -> bool {
    let party = |party: &PartyId| line.sender_id == *party || line.recipient_id == *party;
    timeline.kind.is_none_or(|kind| line.kind() == kind)
        && timeline.party.as_ref().is_none_or(party)
        && timeline.from.is_none_or(|from| from <= line.occurred_at)
        && timeline.before.is_none_or(|before| line.occurred_at < before)
}

fn flows<'a>(lines: impl Iterator<Item = &'a DisclosureFacts>) -> Vec<FlowFacts> {
    let mut flows: BTreeMap<(PartyId, PartyId, DataTypeId), FlowFacts> = BTreeMap::new();
    for line in lines.filter(|line| line.flowed()) {
        let with_consent = line.is_covered();
        for data_type_id in &line.data_type_ids {
            let key = (line.sender_id.clone(), line.recipient_id.clone(), data_type_id.clone());
            let flow = flows.entry(key).or_insert_with(|| FlowFacts {
                sender_id: line.sender_id.clone(),
                recipient_id: line.recipient_id.clone(),
                data_type_id: data_type_id.clone(),
                times: 0,
                last_occurred_at: line.occurred_at,
                with_consent,
            });
            flow.times += 1;
            if line.occurred_at > flow.last_occurred_at {
                (flow.last_occurred_at, flow.with_consent) = (line.occurred_at, with_consent);
            } else if line.occurred_at == flow.last_occurred_at {
                flow.with_consent &= with_consent;
            }
        }
    }
    flows.into_values().collect()
}

#[async_trait]
impl DisclosureStore for MemoryStore {
    async fn disclosure(
        &self,
        controller: &ControllerId,
        id: DisclosureId,
    ) -> Result<Option<DisclosureFacts>, StoreError> {
        Ok(self.read(controller, |shelf| shelf.disclosures.lines.get(&id).cloned()))
    }

    async fn timeline(
        &self,
        controller: &ControllerId,
        timeline: &Timeline,
        stretch: Stretch,
    ) -> Result<Vec<DisclosureFacts>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let lines = shelf.disclosures.visible(&timeline.subject).filter(|line| wanted(line, timeline));
            let mut lines: Vec<(Place, &DisclosureFacts)> =
                lines.map(|line| (place_in_time(line), line)).collect();
            lines.sort_by_key(|(place, _)| std::cmp::Reverse(*place));
            let rest = lines.iter().filter(|(place, _)| stretch.after.is_none_or(|after| *place < after));
            rest.take(stretch.limit.min(MAX_STRETCH)).map(|(_, line)| (*line).clone()).collect()
        }))
    }

    async fn withheld(
        &self,
        controller: &ControllerId,
        stretch: Stretch,
    ) -> Result<Vec<DisclosureFacts>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let lines = shelf.disclosures.lines.values();
            let mut lines: Vec<(Place, &DisclosureFacts)> =
                lines.filter_map(|line| Some((place_in_review(line)?, line))).collect();
            lines.sort_by_key(|(place, _)| *place);
            let rest = lines.iter().filter(|(place, _)| stretch.after.is_none_or(|after| *place > after));
            rest.take(stretch.limit.min(MAX_STRETCH)).map(|(_, line)| (*line).clone()).collect()
        }))
    }

    async fn flows(
        &self,
        controller: &ControllerId,
        subject: &PersonId,
    ) -> Result<Vec<FlowFacts>, StoreError> {
        Ok(self.read(controller, |shelf| flows(shelf.disclosures.visible(subject))))
    }

    async fn untold(&self, controller: &ControllerId, subject: &PersonId) -> Result<u32, StoreError> {
        Ok(self.read(controller, |shelf| {
            let released = |line: &&DisclosureFacts| line.status() == Status::Released;
            u32::try_from(shelf.disclosures.visible(subject).filter(released).count()).unwrap_or(u32::MAX)
        }))
    }

    async fn consultations(
        &self,
        controller: &ControllerId,
        subject: &PersonId,
        which: Part,
    ) -> Result<Vec<ConsultationFacts>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let all = shelf.disclosures.consultations.values();
            part(all.filter(|facts| facts.subject == *subject), which, |facts| facts.id.0)
        }))
    }
}
