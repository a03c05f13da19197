// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is stored of intake: clients, assessments, what followed a no, and
//! decisions to share without consent.

use crate::store::{Part, StoreError, Whose};
use async_trait::async_trait;
use chrono::NaiveDate;
use samenspraak_contract::assessment::Assessment;
use samenspraak_contract::disclosure_decision::DecisionEvent;
use samenspraak_contract::id::{
    AssessmentId, ConsentRequestId, ControllerId, DisclosureDecisionId, HouseholdId, PersonId,
    RefusalOutcomeId,
};
use samenspraak_contract::refusal::RefusalOutcome;
use samenspraak_rules::intake::facts::{ClientFacts, DisclosureDecisionFacts};

/// What a change adds about intake.
#[derive(Clone, Debug, Default)]
pub struct IntakeChange {
    /// Clients as they are now. The same person again is a newer version.
    pub clients: Vec<ClientFacts>,
    /// New assessments.
    pub assessments: Vec<Assessment>,
    /// What followed a no. An item has one outcome (G1): expected is that none of
    /// the items has one yet.
    pub outcomes: Vec<RefusalOutcome>,
    /// New decisions to share without consent.
    pub decisions: Vec<DisclosureDecisionFacts>,
    /// Events for decisions that are there.
    pub appends: Vec<DecisionAppend>,
}

/// Events for one decision to share without consent.
#[derive(Clone, Debug)]
pub struct DecisionAppend {
    /// The decision.
    pub id: DisclosureDecisionId,
    /// Expected: it has exactly this many events.
    pub expected_version: u32,
    /// What to add, oldest first.
    pub events: Vec<DecisionEvent>,
}

/// Which decisions to share without consent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionSelection {
    /// Only those that this person decided.
    pub decided_by: Option<PersonId>,
    /// Only those that are still withheld and whose day to look again is this day or earlier.
    pub due_by: Option<NaiveDate>,
}

/// The part of a store that keeps intake.
#[async_trait]
pub trait IntakeStore: Send + Sync {
    /// A client as they were recorded last.
    async fn client(
        &self,
        controller: &ControllerId,
        person: &PersonId,
    ) -> Result<Option<ClientFacts>, StoreError>;

    /// All clients, each as they were recorded last; who was recorded last comes first.
    async fn clients(&self, controller: &ControllerId, part: Part) -> Result<Vec<ClientFacts>, StoreError>;

    /// The clients whose last recording is in this household, in the same order.
    async fn household(
        &self,
        controller: &ControllerId,
        household: &HouseholdId,
        part: Part,
    ) -> Result<Vec<ClientFacts>, StoreError>;

    /// One assessment.
    async fn assessment(
        &self,
        controller: &ControllerId,
        id: AssessmentId,
    ) -> Result<Option<Assessment>, StoreError>;

    /// One outcome.
    async fn outcome(
        &self,
        controller: &ControllerId,
        id: RefusalOutcomeId,
    ) -> Result<Option<RefusalOutcome>, StoreError>;

    /// Every outcome of a request, oldest first: at most one for each item.
    async fn outcomes_of_request(
        &self,
        controller: &ControllerId,
        request: ConsentRequestId,
    ) -> Result<Vec<RefusalOutcome>, StoreError>;

    /// A list of outcomes, newest first: of the requests that concern somebody.
    async fn outcomes(
        &self,
        controller: &ControllerId,
        whose: &Whose,
        part: Part,
    ) -> Result<Vec<RefusalOutcome>, StoreError>;

    /// One decision to share without consent.
    async fn disclosure_decision(
        &self,
        controller: &ControllerId,
        id: DisclosureDecisionId,
    ) -> Result<Option<DisclosureDecisionFacts>, StoreError>;

    /// A list of decisions to share without consent, newest first.
    async fn disclosure_decisions(
        &self,
        controller: &ControllerId,
        selection: &DecisionSelection,
        part: Part,
    ) -> Result<Vec<DisclosureDecisionFacts>, StoreError>;
}
