// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What really happened to a person's data: one line per sharing, viewing or
//! not sharing, and per person (verstrekking en inzage; groups I and H).

use crate::catalogue::{LegalBasis, PersonalDataType, Purpose};
use crate::configuration::Role;
use crate::id::{
    AssessmentId, ConsentRecordId, ConsentRequestId, ConsultationId, DataTypeId, DisclosureDecisionId,
    DisclosureId, EventId, FilingId, LegalBasisId, PartyId, PurposeId,
};
use crate::party::Party;
use crate::person::{Capacity, Person};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What was done (handeling; I2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DisclosureAction {
    /// The sender gave the data to the recipient (verstrekt).
    Shared,
    /// The recipient looked at data that the sender holds (ingezien).
    Viewed,
    /// The sender was asked and did not share (niet verstrekt; H10).
    NotShared,
}

/// The way it went (kanaal; I1, I2, H8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// From system to system, or by e-mail.
    Digital,
    /// In a conversation or by telephone.
    Oral,
    /// On paper.
    Paper,
    /// Through CORV, the way to the Child Protection Board (H8).
    Corv,
}

/// Why a holder did not share (H10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NotSharedReason {
    /// The professional weighed it and decided not to (professionele afweging).
    ProfessionalJudgement,
    /// The person did not consent, or stopped.
    NoConsent,
    /// The holder does not have the data.
    NotHeld,
}

/// Why the person is told afterwards (H4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WithholdingReason {
    /// The safety of somebody else (veiligheid van anderen).
    SafetyOfOthers,
    /// A running investigation (lopend onderzoek).
    RunningInvestigation,
}

/// Whether the person may see the line (vertrouwelijkheid; I6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Confidentiality {
    /// From the start.
    Normal,
    /// Not yet, until somebody releases it; looked at again on the review date.
    Withheld,
    /// It was withheld and is not any more.
    Released,
}

/// Why a line is withheld, and when that is looked at again (H4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Withholding {
    /// Why.
    pub reason: WithholdingReason,
    /// The day on which staff must look at it again.
    pub review_date: NaiveDate,
}

/// That a new line is withheld (H4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewWithholding {
    /// Why.
    pub reason: WithholdingReason,
    /// The day on which staff must look at it again: after today, and at most
    /// `reviewWithinDays` of the catalogue away. Without one nothing is withheld:
    /// `review-date-missing`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_date: Option<NaiveDate>,
}

/// A new line (`POST /v1/disclosures`, by source systems and staff).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewDisclosure {
    /// The person the data are about. One line per person.
    pub subject: Person,
    /// When it happened; never in the future. A clock that is at most five minutes
    /// ahead is taken for now.
    pub occurred_at: DateTime<Utc>,
    /// What was done.
    pub action: DisclosureAction,
    /// Which way it went.
    pub channel: Channel,
    /// Who had the data.
    pub sender_id: PartyId,
    /// Who got or looked at them, or asked for them.
    pub recipient_id: PartyId,
    /// The function of who got or looked at them, never a name (I3): `wijkconsulent`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 100))]
    pub recipient_function: Option<String>,
    /// Which types of data.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 30))]
    pub data_type_ids: Vec<DataTypeId>,
    /// Why (I5).
    pub purpose_id: PurposeId,
    /// On which ground (I5).
    pub legal_basis_id: LegalBasisId,
    /// The consent it rests on: only when the ground is consent, and required then,
    /// unless nothing was shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent_record_id: Option<ConsentRecordId>,
    /// Why it was not shared; required exactly for `not-shared`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_shared_reason: Option<NotSharedReason>,
    /// Withheld from the person for now; only on another ground than consent (H4), and
    /// only by a system. Staff record a decision to share, with a second person (H2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withholding: Option<NewWithholding>,
    /// Reference of the case in the municipality's own system. Never a BSN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub case_reference: Option<String>,
}

/// What happened to a line after it was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DisclosureEventType {
    /// Staff looked again and withhold it longer, until a new review date.
    ReviewPostponed,
    /// The person may see it from now on (vrijgegeven; H6).
    Released,
    /// The person has read that it was released.
    Acknowledged,
}

/// One thing that happened to a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DisclosureEvent {
    /// Its id.
    pub id: EventId,
    /// What happened.
    #[serde(rename = "type")]
    pub event_type: DisclosureEventType,
    /// When.
    pub occurred_at: DateTime<Utc>,
    /// Who did it; for the person it is the role alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Person>,
    /// In which role.
    pub role: Role,
    /// The new review date, for `review-postponed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_date: Option<NaiveDate>,
}

/// A new event on a line (`POST /v1/disclosures/{id}/events`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewDisclosureEvent {
    /// What happens.
    #[serde(rename = "type")]
    pub event_type: DisclosureEventType,
    /// For `review-postponed`: the day to look again, after today and within
    /// `reviewWithinDays` of the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_date: Option<NaiveDate>,
}

/// One line as the person, a representative or staff sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Disclosure {
    /// Its id.
    pub id: DisclosureId,
    /// Number of events; the `ETag` is this number in quotes.
    pub version: u32,
    /// The person the data are about.
    pub subject: Person,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// What was done.
    pub action: DisclosureAction,
    /// Which way it went.
    pub channel: Channel,
    /// Who had the data.
    pub sender: Party,
    /// Who got or looked at them, or asked for them.
    pub recipient: Party,
    /// The function of who got or looked at them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient_function: Option<String>,
    /// Which types of data.
    pub personal_data: Vec<PersonalDataType>,
    /// Why.
    pub purpose: Purpose,
    /// On which ground.
    pub legal_basis: LegalBasis,
    /// The consent it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent_record_id: Option<ConsentRecordId>,
    /// Whether that consent was given for exactly these parties and data at that
    /// moment. Absent when the ground is not consent. `false` is shown to the
    /// person as plainly as it is: shared without a consent that covers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covered_by_consent: Option<bool>,
    /// The day that consent was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent_given_on: Option<NaiveDate>,
    /// Why it was not shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_shared_reason: Option<NotSharedReason>,
    /// The decision to share without consent behind it; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclosure_decision_id: Option<DisclosureDecisionId>,
    /// Whether the person may see it.
    pub confidentiality: Confidentiality,
    /// Why it is or was withheld, with the review date as it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withholding: Option<Withholding>,
    /// Whether the person has read that it was released; only for `released`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<bool>,
    /// What happened to the line since; for staff.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<DisclosureEvent>,
}

/// Which lines of a time line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DisclosureKind {
    /// Shared or viewed with consent as the ground.
    WithConsent,
    /// Shared or viewed on another ground.
    WithoutConsent,
    /// Asked for and not shared.
    NotShared,
}

/// Who has what about a person: one pair of parties (gegevensstroom; I4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DataFlow {
    /// Who gave.
    pub sender: Party,
    /// Who got.
    pub recipient: Party,
    /// What, and when last.
    pub data: Vec<FlowDatum>,
}

/// One type of data between two parties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct FlowDatum {
    /// Which type.
    pub data_type: PersonalDataType,
    /// When it was last shared or viewed.
    pub last_occurred_at: DateTime<Utc>,
    /// How often, as far as the person may see.
    pub times: u32,
    /// Whether the last time rested on a consent that covered it.
    pub with_consent: bool,
}

/// All flows of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DataFlows {
    /// The person the data are about.
    pub subject: Person,
    /// Per pair of parties.
    pub flows: Vec<DataFlow>,
}

/// What of a person's consent staff looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case", tag = "kind", content = "id")]
pub enum Consulted {
    /// A consent request (toestemmingsvraag).
    ConsentRequest(ConsentRequestId),
    /// A consent record (toestemmingsregistratie).
    ConsentRecord(ConsentRecordId),
    /// A filing (verzoek, bezwaar of klacht).
    Filing(FilingId),
    /// The six steps before a question (afweging; E16).
    Assessment(AssessmentId),
}

/// That somebody on the staff looked at a person's consents or filings
/// (raadpleging; matrix row 49). One line per member of staff, thing and day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Consultation {
    /// Its id.
    pub id: ConsultationId,
    /// When, the first time that day.
    pub occurred_at: DateTime<Utc>,
    /// In which role; never a name (I3).
    pub role: Role,
    /// What was looked at.
    pub consulted: Consulted,
}

/// Somebody for whom the person signed in may look (vertegenwoordiging, F6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct RepresentedPerson {
    /// Who is represented.
    pub person: Person,
    /// In which capacity.
    pub capacity: Capacity,
    /// Last day it counts; open when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_date: Option<NaiveDate>,
}
