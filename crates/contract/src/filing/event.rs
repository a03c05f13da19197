// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What happens to a filing, as events that are only ever added.

use crate::attachment::NamedAttachment;
use crate::filing::{FilingKind, Outcome};
use crate::id::{EventId, PartyId};
use crate::person::Person;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What happened to a filing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FilingEventType {
    /// It was filed; the receipt goes out at once (Awb 6:14, L12).
    Filed,
    /// The person gave what was asked for, or the grounds that were to follow (aangevuld).
    InformationGiven,
    /// The person took it back (ingetrokken).
    Withdrawn,
    /// A handler took it up and told the person (in behandeling genomen).
    Acknowledged,
    /// A handler asked for something (om informatie gevraagd; Awb 6:6 suspends).
    InformationRequested,
    /// It belongs in another track or kind, and keeps its date of receipt (doorgezet; J5).
    Forwarded,
    /// Another authority must decide (doorgezonden, Awb 2:3).
    SentOn,
    /// The term is extended, once, with a reason (verlengd, verdaagd).
    Extended,
    /// It was decided, with reasons (beslist; K8).
    Decided,
    /// A recipient of the data was told of the correction or erasure (GDPR art. 19; K7).
    RecipientTold,
    /// That recipient has done it (bevestigd).
    RecipientAcknowledged,
}

impl FilingEventType {
    /// All event types, for tests and tables.
    pub const ALL: [Self; 11] = [
        Self::Filed,
        Self::InformationGiven,
        Self::Withdrawn,
        Self::Acknowledged,
        Self::InformationRequested,
        Self::Forwarded,
        Self::SentOn,
        Self::Extended,
        Self::Decided,
        Self::RecipientTold,
        Self::RecipientAcknowledged,
    ];
}

/// One thing that happened to a filing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct FilingEvent {
    /// Its id.
    pub id: EventId,
    /// What happened.
    #[serde(rename = "type")]
    pub event_type: FilingEventType,
    /// When.
    pub occurred_at: DateTime<Utc>,
    /// Who did it; absent for who was not signed in, and for staff in what the person sees (I3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Person>,
    /// Whether the municipality did it.
    pub by_staff: bool,
    /// The reasons, the question, or the words that were added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// For `information-requested`: the last day to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub respond_before: Option<NaiveDate>,
    /// For `forwarded`: what it is from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<FilingKind>,
    /// For `acknowledged` and `forwarded`: the day the decision was made known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision_notified_on: Option<NaiveDate>,
    /// For `sent-on`: to whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// For `decided`: how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// For `recipient-told` and `recipient-acknowledged`: which recipient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party_id: Option<PartyId>,
    /// Documents that came with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<NamedAttachment>,
}

/// A new event on a filing (`POST /v1/filings/{id}/events`, with `If-Match`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewFilingEvent {
    /// What happens; `filed` comes with the filing itself.
    #[serde(rename = "type")]
    pub event_type: FilingEventType,
    /// The reasons, the question, or the words that are added. Required for
    /// `information-requested`, `forwarded`, `sent-on`, `extended` and `decided`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 5000))]
    pub text: Option<String>,
    /// For `information-requested`: the last day to answer, after today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub respond_before: Option<NaiveDate>,
    /// For `forwarded`: what it is from now on; never what it was before (no circles).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<FilingKind>,
    /// For `acknowledged` and `forwarded`: the day the decision was made known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision_notified_on: Option<NaiveDate>,
    /// For `sent-on`: to whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 200))]
    pub authority: Option<String>,
    /// For `decided`: how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// For `recipient-told` and `recipient-acknowledged`: which recipient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party_id: Option<PartyId>,
    /// Documents, uploaded before by the same person.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 10))]
    pub attachments: Vec<NamedAttachment>,
}
