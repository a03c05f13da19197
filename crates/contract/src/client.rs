// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The people a worker sits with: clients, who represents them, and whom they live
//! with (cliënten, vertegenwoordigers en huishouden; group F).

use crate::id::{ConsentRequestId, HouseholdId, PersonId};
use crate::person::{Person, Signatory};
use crate::request::RequestStatus;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What somebody is in a household (rol in het huishouden; F4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum HouseholdRole {
    /// An adult the household is about.
    Adult,
    /// A partner.
    Partner,
    /// A child.
    Child,
    /// A parent who lives there or elsewhere.
    Parent,
    /// Somebody who lives there too (huisgenoot).
    Housemate,
    /// Somebody who gives informal care (mantelzorger).
    InformalCarer,
}

/// A place in a household. Being in one gives no right to see another's data (F5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HouseholdPlace {
    /// Which household.
    pub id: HouseholdId,
    /// What the person is in it.
    pub role: HouseholdRole,
}

/// A new client, or a client as they are now (`POST /v1/clients`). The same person
/// again replaces what was known; every version stays in the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewClient {
    /// The person, under the pseudonym the login gives them.
    pub person: Person,
    /// Date of birth: decides who signs (F2).
    pub birth_date: NaiveDate,
    /// Who represents them, each with source and validity (F6).
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 6))]
    pub representatives: Vec<Signatory>,
    /// Their household.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<HouseholdPlace>,
    /// Reference of the case in the municipality's own system. Never a BSN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub case_reference: Option<String>,
    /// When it was recorded, as the clock of the device said. Absent: now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<DateTime<Utc>>,
    /// The `recordedAt` of what the worker knew of this client then; absent when that was
    /// nothing. It counts with `recordedAt`: what a colleague recorded since is not replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_recorded_at: Option<DateTime<Utc>>,
}

/// A client as a worker sees them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Client {
    /// The person.
    pub person: Person,
    /// Date of birth.
    pub birth_date: NaiveDate,
    /// Who represents them.
    pub representatives: Vec<Signatory>,
    /// Their household.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<HouseholdPlace>,
    /// Reference of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_reference: Option<String>,
    /// Who signs for them today: computed from the age and the representations (F2).
    pub signatories: Vec<Signatory>,
    /// Whether nobody can sign today: a representation is missing or ended.
    pub signatory_missing: bool,
    /// Last day on which the same people sign: the day before the next birthday on which
    /// others do, and the last day to answer what is asked today (F2). Absent for an adult.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatories_until: Option<NaiveDate>,
    /// Their requests, newest first, never with what anybody answered.
    pub requests: Vec<ClientRequest>,
    /// When this was recorded.
    pub recorded_at: DateTime<Utc>,
}

/// One request of a client, in the list of a worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ClientRequest {
    /// The request.
    pub id: ConsentRequestId,
    /// Where it is in its life.
    pub status: RequestStatus,
    /// When it was asked.
    pub requested_at: DateTime<Utc>,
    /// Who still has to answer; of a notice, who still has to be told.
    pub awaits: Vec<PersonId>,
    /// Whether it only tells, so that nobody has to answer (GDPR art. 13 and 14; F4).
    /// It is open until everybody whom it is for was told, and never lapses.
    #[serde(default)]
    pub notice: bool,
    /// Whether something was answered with no, and no outcome was recorded yet (G1). While
    /// somebody still has to answer it, it is not told (F7).
    pub outcome_missing: bool,
}
