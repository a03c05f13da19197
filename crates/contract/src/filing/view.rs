// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A filing as the person who filed it or staff reads it, and its clock.

use crate::disclosure::Disclosure;
use crate::filing::event::{FilingEvent, FilingEventType};
use crate::filing::sent::FilingContent;
use crate::filing::{FilingKind, FilingStatus, Outcome, Track};
use crate::id::{ConsentRequestId, FilingId};
use crate::party::{Citation, ContactPoint, Controller, Party};
use crate::person::{Capacity, Person};
use crate::record::{ConsentRecord, RecordStatus};
use crate::text::LocalizedText;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// How close the day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DeadlineStanding {
    /// There is time.
    OnTime,
    /// At most seven days are left.
    Approaching,
    /// The day passed and there is no answer.
    Missed,
    /// The term stands still (opgeschort).
    Suspended,
    /// It was answered, withdrawn or sent on: no day counts any more.
    Closed,
}

/// The clock of a filing (termijn; K2, L8 to L10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct FilingDeadline {
    /// The last day to answer. Absent while the term stands still, or when the
    /// day the contested decision was made known is not known yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_before: Option<NaiveDate>,
    /// How close that is.
    pub standing: DeadlineStanding,
    /// Whether it was extended.
    pub extended: bool,
    /// The last day on which extending may be told; absent when it may not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extend_until: Option<NaiveDate>,
    /// The last day to answer when it is extended now; absent when it may not be,
    /// and while the term stands still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extend_to: Option<NaiveDate>,
    /// The law that sets the term.
    pub law: Citation,
}

/// Whether the committee may see one group of documents (J2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct CommitteeDocument {
    /// Which type of data.
    pub name: LocalizedText,
    /// Status of the consent.
    pub status: RecordStatus,
}

/// The consent for the objections or complaints committee (J2). It is a consent
/// request like any other: asked inside the filing, and a no blocks nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct CommitteeConsent {
    /// The request that asks it.
    pub consent_request_id: ConsentRequestId,
    /// The committee.
    pub committee: Party,
    /// Per group of documents.
    pub documents: Vec<CommitteeDocument>,
}

/// A recipient that has to be told of a correction or erasure (GDPR art. 19).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Recipient {
    /// Who.
    pub party: Party,
    /// When they were told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_at: Option<DateTime<Utc>>,
    /// When they answered that it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledged_at: Option<DateTime<Utc>>,
}

/// Another filing, by its reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct FilingReference {
    /// Its id.
    pub id: FilingId,
    /// Its reference.
    pub reference: String,
    /// What it asks.
    pub kind: FilingKind,
    /// The day it was received.
    pub received_on: NaiveDate,
}

/// One filing, for the person who filed it or for staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Filing {
    /// Its id.
    pub id: FilingId,
    /// Number of events; the `ETag` is this number in quotes.
    pub version: u32,
    /// The number a person can say on the telephone: `2026-K7M42-QXPA8`.
    pub reference: String,
    /// What it asks, as it stands now.
    pub kind: FilingKind,
    /// Under which law.
    pub track: Track,
    /// The municipality that answers.
    pub controller: Controller,
    /// Who to call about it.
    pub contact_point: ContactPoint,
    /// Whose data or decision it is about; absent when nobody was signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Person>,
    /// Who filed it; absent when nobody was signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filed_by: Option<Person>,
    /// In which capacity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// The day that counts (Europe/Amsterdam). Forwarding never changes it.
    pub received_on: NaiveDate,
    /// The copy of what was sent.
    pub content: FilingContent,
    /// In a few words what it is about: `Huisarts → Wijkteam: medicijnen`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<LocalizedText>,
    /// The line it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclosure: Option<Disclosure>,
    /// The consent it is about, with the exact text that was shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent_record: Option<ConsentRecord>,
    /// The consent for the committee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committee: Option<CommitteeConsent>,
    /// Where it is in its life.
    pub status: FilingStatus,
    /// How it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Its clock.
    pub deadline: FilingDeadline,
    /// Whether it came after the term to object (Awb 6:7).
    pub late: bool,
    /// What the person can do next when they do not agree (K8): once decided, and
    /// for staff before that, as it will go out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedies: Option<LocalizedText>,
    /// Who is told of a correction or erasure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Recipient>,
    /// What the caller may add now.
    pub allowed_events: Vec<FilingEventType>,
    /// What it may be forwarded to; for staff.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forward_to: Vec<FilingKind>,
    /// Filings of the same person that look alike; for staff. Never merged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub possible_duplicates: Vec<FilingReference>,
    /// What happened, oldest first.
    pub events: Vec<FilingEvent>,
}

/// How the consent for the committee stands, in one word (queue, J7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CommitteeStanding {
    /// No committee is involved.
    NotApplicable,
    /// The person did not answer yet, or said no to all.
    Nothing,
    /// Some or all documents.
    Documents,
}

/// One filing in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct FilingSummary {
    /// Its id.
    pub id: FilingId,
    /// Its reference.
    pub reference: String,
    /// What it asks.
    pub kind: FilingKind,
    /// Where it is in its life.
    pub status: FilingStatus,
    /// How it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The day it was received.
    pub received_on: NaiveDate,
    /// Its clock.
    pub deadline: FilingDeadline,
    /// In a few words what it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<LocalizedText>,
    /// Whose data or decision it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Person>,
    /// The committee.
    pub committee: CommitteeStanding,
}
