// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The decision to share without consent (group H, the deciding side): which
//! danger, on which ground, by whom and after which advice, what to whom, and when
//! the person is told.

use crate::disclosure::{Channel, WithholdingReason};
use crate::id::{
    DataTypeId, DisclosureDecisionId, DisclosureGroundId, DisclosureId, EventId, PartyId, PurposeId,
};
use crate::person::Person;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What kind of sharing (soort besluit; H7, H8, H12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DecisionKind {
    /// Because of a danger, to whoever can avert it (H1).
    Danger,
    /// A signal in the referral index for young people at risk (verwijsindex, VIR; H7).
    ReferralIndex,
    /// A report to Veilig Thuis under the reporting code (meldcode; H8, H9).
    VeiligThuis,
    /// A request to the Child Protection Board, through CORV (H8).
    ChildProtectionBoard,
    /// Within pressure or force (drang en dwang; F3, H12).
    Coercion,
    /// From an automated source in early signalling (vroegsignalering; E15).
    EarlySignal,
}

/// Pressure or force (maatregel; H12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case", tag = "kind", deny_unknown_fields)]
pub enum Measure {
    /// Pressure without a court (drang).
    Pressure,
    /// A measure of the court (dwang).
    #[serde(rename_all = "camelCase")]
    Force {
        /// Reference of the court's decision. Never a BSN.
        #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 100))]
        court_reference: String,
    },
}

/// Who was asked for advice before deciding (geraadpleegde collega of deskundige; G3, H2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
// In the document it has a name of its own: that staff looked is a consultation too.
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ColleagueConsultation))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Consultation {
    /// Who; never the one who decides. Absent for the person the data are about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colleague: Option<Person>,
    /// In which function: `gedragswetenschapper`.
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub function: String,
    /// On which day.
    pub date: NaiveDate,
    /// Whether the person could not be recognised in what was told.
    pub anonymised: bool,
}

/// What goes from whom to whom (H2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecidedSharing {
    /// Who has the data.
    pub sender_id: PartyId,
    /// Who gets them.
    pub recipient_id: PartyId,
    /// Which types, no more than the danger asks.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 30))]
    pub data_type_ids: Vec<DataTypeId>,
    /// Why.
    pub purpose_id: PurposeId,
    /// Which way it goes; `corv` is only recorded, never sent from here (H8).
    pub channel: Channel,
}

/// Before or afterwards (H3, H4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NotificationTiming {
    /// Before it was shared: the rule.
    Before,
    /// Afterwards: only with a weighty reason and a day to look again.
    Afterwards,
}

/// When the person is told (informeren; H3 to H6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewNotification {
    /// Before or afterwards.
    pub timing: NotificationTiming,
    /// The day the person was told; required for `before`, never in the future.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub informed_on: Option<NaiveDate>,
    /// The weighty reason; required for `afterwards`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<WithholdingReason>,
    /// The day to look at it again; required for `afterwards`, after today and within
    /// `reviewWithinDays` of the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_date: Option<NaiveDate>,
}

/// A new decision (`POST /v1/disclosure-decisions`). Who is signed in decides and
/// answers for it (H9). The lines on the person's time line are written with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewDisclosureDecision {
    /// Chosen by the device that made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<DisclosureDecisionId>,
    /// The person the data are about.
    pub subject: Person,
    /// What kind of sharing.
    pub kind: DecisionKind,
    /// What threatens whom when nothing is shared (H1). No medical story.
    #[cfg_attr(feature = "openapi", schema(max_length = 1000))]
    pub danger: String,
    /// On which ground.
    pub ground_id: DisclosureGroundId,
    /// The reasons: why this, why so much, why not with consent (H2, H10).
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub rationale: String,
    /// Whether human dignity weighed above the person's own choice (N10).
    #[serde(default)]
    pub human_dignity: bool,
    /// Pressure or force; required exactly for `coercion`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// The second person (H2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consultation: Option<Consultation>,
    /// What to whom.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 20))]
    pub sharings: Vec<DecidedSharing>,
    /// When the person is told.
    pub notification: NewNotification,
    /// When it was decided and shared, when that was without a network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<DateTime<Utc>>,
}

/// Where the duty to tell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NotificationStatus {
    /// The person knew before.
    Told,
    /// Not yet; the review date has not come.
    Withheld,
    /// Not yet, and the review date has come (H4).
    ReviewDue,
    /// The person may see it now (H6).
    Released,
}

/// What happened to a decision after it was recorded: the same two things that may
/// happen to its lines, done to all of them at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DecisionEventType {
    /// Looked at again, and told later still.
    ReviewPostponed,
    /// The person may see it from now on.
    Released,
}

/// One thing that happened to a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DecisionEvent {
    /// Its id.
    pub id: EventId,
    /// What happened.
    #[serde(rename = "type")]
    pub event_type: DecisionEventType,
    /// When.
    pub occurred_at: DateTime<Utc>,
    /// Who did it.
    pub by: Person,
    /// Why, for `review-postponed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The new day, for `review-postponed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_date: Option<NaiveDate>,
}

/// A new event on a decision (`POST /v1/disclosure-decisions/{id}/events`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewDecisionEvent {
    /// What happens.
    #[serde(rename = "type")]
    pub event_type: DecisionEventType,
    /// For `review-postponed`: why it still cannot be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 500))]
    pub reason: Option<String>,
    /// For `review-postponed`: the day to look again, after today and within
    /// `reviewWithinDays` of the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_date: Option<NaiveDate>,
}

/// A decision as staff read it. The person reads its lines on the time line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DisclosureDecision {
    /// Its id.
    pub id: DisclosureDecisionId,
    /// Number of events; the `ETag` is this number in quotes.
    pub version: u32,
    /// The person the data are about.
    pub subject: Person,
    /// What kind of sharing.
    pub kind: DecisionKind,
    /// What threatened whom.
    pub danger: String,
    /// On which ground.
    pub ground_id: DisclosureGroundId,
    /// The reasons.
    pub rationale: String,
    /// Whether human dignity weighed above the person's own choice (N10).
    pub human_dignity: bool,
    /// Pressure or force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// Who decided.
    pub decided_by: Person,
    /// The second person.
    pub consultation: Consultation,
    /// What to whom.
    pub sharings: Vec<DecidedSharing>,
    /// The lines on the person's time line, one for each sharing.
    pub disclosure_ids: Vec<DisclosureId>,
    /// Where the duty to tell stands.
    pub notification_status: NotificationStatus,
    /// The day the person was told before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub informed_on: Option<NaiveDate>,
    /// Why it was told afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<WithholdingReason>,
    /// The day to look again, as it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_date: Option<NaiveDate>,
    /// When it was decided.
    pub decided_at: DateTime<Utc>,
    /// When the server stored it.
    pub recorded_at: DateTime<Utc>,
    /// What happened since.
    pub events: Vec<DecisionEvent>,
}
