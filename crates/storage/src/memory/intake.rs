// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Clients, assessments, outcomes and decisions to share, in memory.

use crate::intake::{DecisionAppend, DecisionSelection, IntakeChange, IntakeStore};
use crate::memory::{MemoryStore, part};
use crate::store::{Part, StoreError, Whose};
use async_trait::async_trait;
use samenspraak_contract::assessment::Assessment;
use samenspraak_contract::id::{
    AssessmentId, ConsentRequestId, ControllerId, DisclosureDecisionId, EventId, HouseholdId, ItemId,
    PersonId, RefusalOutcomeId,
};
use samenspraak_contract::refusal::RefusalOutcome;
use samenspraak_rules::intake::facts::{ClientFacts, DisclosureDecisionFacts};
use std::collections::{BTreeMap, BTreeSet};

/// That of one controller.
#[derive(Default)]
pub(super) struct Intake {
    clients: BTreeMap<EventId, ClientFacts>,
    assessments: BTreeMap<AssessmentId, Assessment>,
    outcomes: BTreeMap<RefusalOutcomeId, RefusalOutcome>,
    decisions: BTreeMap<DisclosureDecisionId, DisclosureDecisionFacts>,
}

impl Intake {
    /// Whether what the change expects holds.
    pub(super) fn holds(&self, change: &IntakeChange) -> bool {
        let version =
            |append: &DecisionAppend| self.decisions.get(&append.id).map(DisclosureDecisionFacts::version);
        change.appends.iter().all(|append| version(append) == Some(append.expected_version))
            && change
                .outcomes
                .iter()
                .flat_map(|outcome| &outcome.item_ids)
                .all(|item| !self.has_outcome(item))
    }

    fn has_outcome(&self, item: &ItemId) -> bool {
        self.outcomes.values().any(|outcome| outcome.item_ids.contains(item))
    }

    /// Whether an id of the change is there already.
    pub(super) fn knows(&self, change: &IntakeChange) -> bool {
        change.clients.iter().any(|facts| self.clients.contains_key(&facts.id))
            || change.assessments.iter().any(|facts| self.assessments.contains_key(&facts.id))
            || change.outcomes.iter().any(|outcome| self.outcomes.contains_key(&outcome.id))
            || change.decisions.iter().any(|facts| self.decisions.contains_key(&facts.id))
    }

    /// Adds what the change adds; cannot fail.
    pub(super) fn add(&mut self, change: IntakeChange) {
        self.clients.extend(change.clients.into_iter().map(|facts| (facts.id, facts)));
        self.assessments.extend(change.assessments.into_iter().map(|facts| (facts.id, facts)));
        self.outcomes.extend(change.outcomes.into_iter().map(|outcome| (outcome.id, outcome)));
        self.decisions.extend(change.decisions.into_iter().map(|facts| (facts.id, facts)));
        for append in change.appends {
            if let Some(facts) = self.decisions.get_mut(&append.id) {
                facts.events.extend(append.events);
            }
        }
    }

    /// Every recording of a person as a client, oldest first.
    pub(super) fn recordings(&self, person: &PersonId) -> impl DoubleEndedIterator<Item = &ClientFacts> {
        self.clients.values().filter(move |facts| facts.person.id == *person)
    }

    // Oldest first, each person once.
    fn current(&self) -> impl DoubleEndedIterator<Item = &ClientFacts> {
        let last: BTreeMap<&PersonId, EventId> =
            self.clients.values().map(|facts| (&facts.person.id, facts.id)).collect();
        let last: BTreeSet<EventId> = last.into_values().collect();
        self.clients.values().filter(move |facts| last.contains(&facts.id))
    }
}

#[async_trait]
impl IntakeStore for MemoryStore {
    async fn client(
        &self,
        controller: &ControllerId,
        person: &PersonId,
    ) -> Result<Option<ClientFacts>, StoreError> {
        Ok(self.read(controller, |shelf| shelf.intake.recordings(person).next_back().cloned()))
    }

    async fn clients(&self, controller: &ControllerId, which: Part) -> Result<Vec<ClientFacts>, StoreError> {
        Ok(self.read(controller, |shelf| part(shelf.intake.current(), which, |facts| facts.id.0)))
    }

    async fn household(
        &self,
        controller: &ControllerId,
        household: &HouseholdId,
        which: Part,
    ) -> Result<Vec<ClientFacts>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let lives_there =
                |facts: &&ClientFacts| facts.household.as_ref().is_some_and(|place| place.id == *household);
            part(shelf.intake.current().filter(lives_there), which, |facts| facts.id.0)
        }))
    }

    async fn assessment(
        &self,
        controller: &ControllerId,
        id: AssessmentId,
    ) -> Result<Option<Assessment>, StoreError> {
        Ok(self.read(controller, |shelf| shelf.intake.assessments.get(&id).cloned()))
    }

    async fn outcome(
        &self,
        controller: &ControllerId,
        id: RefusalOutcomeId,
    ) -> Result<Option<RefusalOutcome>, StoreError> {
        Ok(self.read(controller, |shelf| shelf.intake.outcomes.get(&id).cloned()))
    }

    async fn outcomes_of_request(
        &self,
        controller: &ControllerId,
        request: ConsentRequestId,
    ) -> Result<Vec<RefusalOutcome>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let all = shelf.intake.outcomes.values();
            all.filter(|outcome| outcome.consent_request_id == request).cloned().collect()
        }))
    }

    async fn outcomes(
        &self,
        controller: &ControllerId,
        whose: &Whose,
        which: Part,
    ) -> Result<Vec<RefusalOutcome>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let all = shelf.intake.outcomes.values();
            let theirs = all.filter(|outcome| shelf.concerns(outcome.consent_request_id, whose));
            part(theirs, which, |outcome| outcome.id.0)
        }))
    }

    async fn disclosure_decision(
        &self,
        controller: &ControllerId,
        id: DisclosureDecisionId,
    ) -> Result<Option<DisclosureDecisionFacts>, StoreError> {
        Ok(self.read(controller, |shelf| shelf.intake.decisions.get(&id).cloned()))
    }

    async fn disclosure_decisions(
        &self,
        controller: &ControllerId,
        selection: &DecisionSelection,
        which: Part,
    ) -> Result<Vec<DisclosureDecisionFacts>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let wanted = |facts: &&DisclosureDecisionFacts| {
                let due = |by| facts.review_date().is_some_and(|day| day <= by);
                selection.decided_by.as_ref().is_none_or(|person| facts.decided_by.id == *person)
                    && selection.due_by.is_none_or(due)
            };
            part(shelf.intake.decisions.values().filter(wanted), which, |facts| facts.id.0)
        }))
    }
}
