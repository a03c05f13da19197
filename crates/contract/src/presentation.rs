// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Proof of what was shown, when and in which language.

use crate::id::{ConsentRequestId, PersonId, PresentationId, Sha256Hex};
use crate::text::Language;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A notice that was put before a person (`POST /v1/notice-presentations`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewNoticePresentation {
    /// Chosen by the device that showed it; by staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PresentationId>,
    /// To whom it was shown: required for staff, who show it to somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_to: Option<PersonId>,
    /// When it was shown, when that was without a network; by staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presented_at: Option<DateTime<Utc>>,
    /// The request that was shown.
    pub consent_request_id: ConsentRequestId,
    /// The language it was shown in.
    pub language: Language,
    /// Hash of the text as shown.
    pub notice_hash: Sha256Hex,
    /// Name and version of what drew it, for example `samenspraak-widget/0.1.0`.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 100))]
    pub renderer: String,
}

/// A recorded presentation (tonen van de tekst). A decision cites it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct NoticePresentation {
    /// Its id.
    pub id: PresentationId,
    /// When the server recorded it.
    pub presented_at: DateTime<Utc>,
    /// The request that was shown.
    pub consent_request_id: ConsentRequestId,
    /// The language it was shown in.
    pub language: Language,
    /// Hash of the text as shown.
    pub notice_hash: Sha256Hex,
    /// Name and version of what drew it.
    pub renderer: String,
}
