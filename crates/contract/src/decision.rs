// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The answers of one confirmation. All of them are recorded, or none.

use crate::id::{
    AttachmentId, ConsentRequestId, DataTypeId, DecisionId, ItemId, PersonId, PresentationId, Sha256Hex,
};
use crate::record::{ConsentRecord, ExpressionMethod, Present};
use crate::sorted::SortedMap;
use crate::text::Language;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A yes or a no. There is no third answer and no preset one (principle 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Share it (ja).
    Yes,
    /// Do not share it (nee).
    No,
}

/// What the person chose for one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemChoice {
    /// The item.
    pub item_id: ItemId,
    /// The scope that was shown for it.
    pub scope_fingerprint: Sha256Hex,
    /// True for *not now* (nog niet); `answers` is then empty.
    #[serde(default)]
    pub deferred: bool,
    /// One answer for every data type of the item.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<DataTypeId, Answer>))]
    pub answers: SortedMap<DataTypeId, Answer>,
}

/// One confirmation (`POST /v1/consent-requests/{id}/decisions`). It holds a
/// choice for every item that awaits this person's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewDecision {
    /// Chosen by the device that entered it, to find its receipt again; by staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<DecisionId>,
    /// The presentation this answers.
    pub presentation_id: PresentationId,
    /// Hash of the text as shown.
    pub notice_hash: Sha256Hex,
    /// The language it was shown in.
    pub language: Language,
    /// One choice per item.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 100))]
    pub choices: Vec<ItemChoice>,
    /// Who expressed it and how, when staff enters it: required for staff, and for
    /// nobody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expression: Option<NewExpression>,
}

/// How somebody expressed what staff enters (A7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewExpression {
    /// Who expressed it: one of the signatories, never who enters it.
    pub person_id: PersonId,
    /// How: `digital` when the person pressed the buttons on the worker's device.
    pub method: ExpressionMethod,
    /// When, when that was without a network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expressed_at: Option<DateTime<Utc>>,
    /// Who else was there (E11).
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 10))]
    pub present: Vec<Present>,
    /// Reference of the conversation; required for `oral-in-conversation`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub conversation_reference: Option<String>,
    /// The day on the signature; required for `paper`, never in the future.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<NaiveDate>,
    /// The scan; required for `paper`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachment_id: Option<AttachmentId>,
}

/// A recorded confirmation (bevestiging).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    /// Its id; its receipt is at `/v1/decisions/{id}/receipt`.
    pub id: DecisionId,
    /// The request it answers.
    pub consent_request_id: ConsentRequestId,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// The records it changed, as they stand now.
    pub records: Vec<ConsentRecord>,
}
