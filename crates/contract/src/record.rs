// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What was expressed, by whom, how and when, as events that are only ever
//! added. The status follows from them (principle 6).

use crate::configuration::Role;
use crate::id::{
    AttachmentId, ConsentRecordId, ConsentRequestId, DataTypeId, DecisionId, EventId, PersonId,
    PresentationId, Sha256Hex,
};
use crate::party::{ContactPoint, Controller};
use crate::person::{Capacity, Person};
use crate::request::Item;
use crate::text::Language;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What happened to a record (gebeurtenis).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EventType {
    /// The question was asked (gevraagd).
    Requested,
    /// The person wants to think (uitgesteld).
    Deferred,
    /// Consent was given for the data types listed (gegeven).
    Given,
    /// Consent was refused for all data types (geweigerd).
    Refused,
    /// Consent was stopped for the data types listed (ingetrokken, GDPR art. 7(3)).
    Withdrawn,
    /// The validity ended (verlopen).
    Expired,
    /// The controller ended it (beëindigd).
    Revoked,
    /// It turned out never to have counted (ongeldig).
    Invalidated,
    /// The person extended it (verlengd).
    Renewed,
    /// A newer question took its place (vervangen).
    Superseded,
    /// A required signatory cannot be reached (ondertekenaar ontbreekt).
    SignatoryMissing,
}

impl EventType {
    /// All event types, for tests and tables.
    pub const ALL: [Self; 11] = [
        Self::Requested,
        Self::Deferred,
        Self::Given,
        Self::Refused,
        Self::Withdrawn,
        Self::Expired,
        Self::Revoked,
        Self::Invalidated,
        Self::Renewed,
        Self::Superseded,
        Self::SignatoryMissing,
    ];
}

/// Where a record is in its life (stand van de toestemming).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RecordStatus {
    /// Asked, not answered.
    Requested,
    /// Somebody wants to think; nothing is shared.
    Deferred,
    /// Some signatories answered, others have not; nothing is shared. Until everybody has,
    /// or the last day to answer has passed, a no reads like a yes (F7).
    Pending,
    /// Everybody needed said yes to at least one data type.
    Given,
    /// Somebody needed said no; nothing is shared.
    Refused,
    /// Stopped by a person who could.
    Withdrawn,
    /// The last day passed.
    Expired,
    /// Ended by the controller.
    Revoked,
    /// Never counted.
    Invalidated,
    /// A newer question took its place.
    Superseded,
    /// An age limit passed or a representation ended: who signs must be looked at again.
    Review,
    /// Nobody answered before the last day to answer.
    Lapsed,
}

impl RecordStatus {
    /// All statuses, for tests and tables.
    pub const ALL: [Self; 12] = [
        Self::Requested,
        Self::Deferred,
        Self::Pending,
        Self::Given,
        Self::Refused,
        Self::Withdrawn,
        Self::Expired,
        Self::Revoked,
        Self::Invalidated,
        Self::Superseded,
        Self::Review,
        Self::Lapsed,
    ];
}

/// How something was expressed (wijze van uiten, A7; 27560 `consent expression`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ExpressionMethod {
    /// The person pressed the buttons.
    Digital,
    /// Said in a conversation and written down by staff.
    OralInConversation,
    /// On signed paper.
    Paper,
    /// The person decided, somebody else typed.
    Assisted,
}

/// One thing that happened to a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ConsentEvent {
    /// Its id.
    pub id: EventId,
    /// What happened.
    #[serde(rename = "type")]
    pub event_type: EventType,
    /// When it was expressed.
    pub occurred_at: DateTime<Utc>,
    /// When the server stored it.
    pub recorded_at: DateTime<Utc>,
    /// Who expressed it; absent when no person did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expressed_by: Option<Person>,
    /// In which capacity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<ExpressionMethod>,
    /// The data types it covers.
    #[serde(default)]
    pub data_types: Vec<DataTypeId>,
    /// Last day it counts, for `given` and `renewed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_date: Option<NaiveDate>,
    /// The presentation it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presentation_id: Option<PresentationId>,
    /// Hash of the text as shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_hash: Option<Sha256Hex>,
    /// The language it was shown in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The confirmation it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision_id: Option<DecisionId>,
    /// Who entered it for the person, and what shows that it was said; absent when
    /// the person entered it themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assistance: Option<Assistance>,
    /// Who cannot be reached, for `signatory-missing`; for staff and that person alone (F7).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concerns: Option<Person>,
}

/// Who else was there when something was expressed (aanwezig; E11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Present {
    /// Somebody of the family.
    Family,
    /// Somebody who gives informal care (mantelzorger).
    InformalCarer,
    /// Somebody who supports the client independently (onafhankelijke cliëntondersteuner).
    ClientSupporter,
    /// An interpreter (tolk).
    Interpreter,
    /// A professional of another organisation.
    Professional,
}

/// That staff entered what a person expressed (ondersteunde invoer; A7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Assistance {
    /// In which role it was entered.
    pub role: Role,
    /// Who entered it; for the person the role alone (I3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_by: Option<Person>,
    /// Who else was there.
    #[serde(default)]
    pub present: Vec<Present>,
    /// Reference of the conversation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation_reference: Option<String>,
    /// The day on the signature, for `paper`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<NaiveDate>,
    /// The scan, for `paper`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachment_id: Option<AttachmentId>,
}

/// One consent record as the person signed in sees it (toestemmingsregistratie,
/// ISO/IEC TS 27560). Events of another signatory are left out (F7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ConsentRecord {
    /// Its id.
    pub id: ConsentRecordId,
    /// Number of events this person can see; the `ETag` is this number in quotes.
    pub version: u32,
    /// The request it came from.
    pub consent_request_id: ConsentRequestId,
    /// The municipality that answers for it.
    pub controller: Controller,
    /// The person to call.
    pub contact_point: ContactPoint,
    /// The person the data are about.
    pub subject: Person,
    /// In which capacity the person signed in looks at it; absent for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// What it is about.
    pub item: Item,
    /// Its status, derived from the events.
    pub status: RecordStatus,
    /// The data types that may be shared at this moment.
    pub shared_data_types: Vec<DataTypeId>,
    /// Last day of sharing, when consent is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_date: Option<NaiveDate>,
    /// Number of people whose yes is needed.
    pub required_signatures: u8,
    /// What this person may add to the record now.
    pub allowed_events: Vec<EventType>,
    /// The events this person may see, oldest first.
    pub events: Vec<ConsentEvent>,
}

/// What a person, or staff, adds to a record (`POST /v1/consent-records/{id}/events`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NewEventType {
    /// Stop (intrekken). As easy as giving (GDPR art. 7(3), A10).
    Withdrawn,
    /// Extend (verlengen).
    Renewed,
    /// Somebody who has to sign cannot be reached (ondertekenaar ontbreekt, F7); by staff only.
    SignatoryMissing,
}

/// A new event on a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewEvent {
    /// Stop or extend; or, by staff, that a signatory is missing.
    #[serde(rename = "type")]
    pub event_type: NewEventType,
    /// For `withdrawn`: the data types to stop; empty means all.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 30))]
    pub data_types: Vec<DataTypeId>,
    /// For `renewed`: the new last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_date: Option<NaiveDate>,
    /// For `signatory-missing`: who cannot be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person_id: Option<PersonId>,
    /// The language the screen was in.
    pub language: Language,
}
