// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is stored of intake, and nothing that can be derived from it. An
//! assessment and the outcome of a refusal are written once: they are stored as
//! the contract has them.

use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::client::HouseholdPlace;
use samenspraak_contract::disclosure::WithholdingReason;
use samenspraak_contract::disclosure_decision::{
    Consultation, DecidedSharing, DecisionEvent, DecisionEventType, DecisionKind, Measure,
};
use samenspraak_contract::id::{DisclosureDecisionId, DisclosureGroundId, DisclosureId, EventId, PersonId};
use samenspraak_contract::person::{Person, Signatory};
use serde::{Deserialize, Serialize};

/// A client as they were recorded once. The last one counts; those before it stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientFacts {
    /// The id of this recording; a later one sorts after it.
    pub id: EventId,
    /// The person.
    pub person: Person,
    /// Date of birth: decides who signs (F2).
    pub birth_date: NaiveDate,
    /// Who represents them, each with source and validity (F6).
    pub representatives: Vec<Signatory>,
    /// Their household.
    pub household: Option<HouseholdPlace>,
    /// Reference of the case.
    pub case_reference: Option<String>,
    /// Who recorded it.
    pub recorded_by: PersonId,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

/// A decision to share without consent. What is withheld, released or due follows
/// from its events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisclosureDecisionFacts {
    /// Its id.
    pub id: DisclosureDecisionId,
    /// The person the data are about.
    pub subject: Person,
    /// What kind of sharing.
    pub kind: DecisionKind,
    /// What threatened whom (H1).
    pub danger: String,
    /// On which ground.
    pub ground_id: DisclosureGroundId,
    /// The reasons (H2).
    pub rationale: String,
    /// Whether human dignity weighed above the person's own choice (N10).
    pub human_dignity: bool,
    /// Pressure or force (H12).
    pub measure: Option<Measure>,
    /// Who decided.
    pub decided_by: Person,
    /// The second person (H2).
    pub consultation: Consultation,
    /// What to whom.
    pub sharings: Vec<DecidedSharing>,
    /// The lines on the person's time line, one for each sharing, in that order.
    pub disclosure_ids: Vec<DisclosureId>,
    /// The day the person was told before; exactly when nothing is withheld (H3).
    pub informed_on: Option<NaiveDate>,
    /// Why and until when it was withheld at first (H4).
    pub withheld: Option<(WithholdingReason, NaiveDate)>,
    /// When it was decided.
    pub decided_at: DateTime<Utc>,
    /// When it was stored.
    pub recorded_at: DateTime<Utc>,
    /// What happened since, oldest first.
    pub events: Vec<DecisionEvent>,
}

impl DisclosureDecisionFacts {
    /// Version for optimistic locking: the number of events.
    pub fn version(&self) -> u32 {
        u32::try_from(self.events.len()).unwrap_or(u32::MAX)
    }

    /// The day to look again, as it stands; `None` when nothing is withheld (H4).
    pub fn review_date(&self) -> Option<NaiveDate> {
        let (_, first) = self.withheld?;
        self.events.iter().try_fold(first, |day, event| match event.event_type {
            DecisionEventType::Released => None,
            DecisionEventType::ReviewPostponed => Some(event.review_date.unwrap_or(day)),
        })
    }
}
