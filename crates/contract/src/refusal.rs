// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What follows when the answer is no (group G): exactly one of three outcomes,
//! with the three rules of thumb.

use crate::disclosure_decision::{Consultation, Measure};
use crate::id::{ConsentRecordId, ConsentRequestId, DisclosureGroundId, ItemId, RefusalOutcomeId};
use crate::person::Person;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Which of the three (uitkomst na een nee; G1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeType {
    /// The help cannot go on (de dienstverlening stopt).
    Stopped,
    /// The help goes on as far as it can (beperkt voortgezet).
    Limited,
    /// Help that the person did not ask for begins (onvrijwillig).
    Involuntary,
}

/// A new outcome (`POST /v1/refusal-outcomes`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewRefusalOutcome {
    /// Chosen by the device that made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<RefusalOutcomeId>,
    /// The request that was answered with a no.
    pub consent_request_id: ConsentRequestId,
    /// The items it is about: refused, or stopped later. Everybody has answered them, or
    /// the last day to answer has passed (F7).
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 100))]
    pub item_ids: Vec<ItemId>,
    /// Which of the three.
    #[serde(rename = "type")]
    pub outcome_type: OutcomeType,
    /// What stops, in words for the person. Required unless nothing stops.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 1000))]
    pub stops: String,
    /// What goes on (G5). Required for `limited`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 1000))]
    pub continues: String,
    /// What else is possible.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 1000))]
    pub alternatives: String,
    /// Rule 1: the day it was explained what is at stake (G2).
    pub explained_on: NaiveDate,
    /// Rule 2: the colleague or expert who was consulted, anonymised or not (G3).
    pub consultation: Consultation,
    /// Rule 3: the reasons (G4).
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub rationale: String,
    /// Rule 3: the day the person was told, with the rights (G4).
    pub informed_on: NaiveDate,
    /// For `involuntary`: what it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground_id: Option<DisclosureGroundId>,
    /// For `involuntary`: pressure or force (drang of dwang; H12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// When it was decided, when that was without a network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<DateTime<Utc>>,
}

/// An outcome as the person and staff read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct RefusalOutcome {
    /// Its id.
    pub id: RefusalOutcomeId,
    /// The person it is about.
    pub subject: Person,
    /// The request.
    pub consent_request_id: ConsentRequestId,
    /// The items.
    pub item_ids: Vec<ItemId>,
    /// The records that hold the no, in the order of the items: what an objection
    /// from here is about.
    #[serde(default)]
    pub consent_record_ids: Vec<ConsentRecordId>,
    /// Which of the three.
    #[serde(rename = "type")]
    pub outcome_type: OutcomeType,
    /// What stops.
    pub stops: String,
    /// What goes on.
    pub continues: String,
    /// What else is possible.
    pub alternatives: String,
    /// The day it was explained.
    pub explained_on: NaiveDate,
    /// Who was consulted; for the person the function alone.
    pub consultation: Consultation,
    /// The reasons.
    pub rationale: String,
    /// The day the person was told.
    pub informed_on: NaiveDate,
    /// What it rests on, for `involuntary`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground_id: Option<DisclosureGroundId>,
    /// Pressure or force, for `involuntary`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// Who decided; for the person the role is enough and it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<Person>,
    /// When it was decided.
    pub decided_at: DateTime<Utc>,
    /// When the server stored it.
    pub recorded_at: DateTime<Utc>,
}
