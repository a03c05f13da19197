// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is stored beside requests and records.

use chrono::{DateTime, Utc};
use samenspraak_contract::id::{AttachmentId, ConsentRecordId, ConsentRequestId, DecisionId, PersonId};
use samenspraak_contract::presentation::NoticePresentation;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A presentation and the person it was made for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresentationFacts {
    /// What was shown, when and in which language.
    pub presentation: NoticePresentation,
    /// To whom.
    pub person: PersonId,
    /// Who showed it, when that was staff (E11).
    #[serde(default)]
    pub shown_by: Option<PersonId>,
}

/// One confirmation. What was answered stands in the events of the records;
/// this says which ones belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionFacts {
    /// Its id.
    pub id: DecisionId,
    /// The request it answers.
    pub request_id: ConsentRequestId,
    /// Who confirmed.
    pub person: PersonId,
    /// Who entered it, when that was staff (A7).
    #[serde(default)]
    pub entered_by: Option<PersonId>,
    /// The scan it rests on, when it was on paper. It expects that the scan is there
    /// and that no other decision rests on it.
    #[serde(default)]
    pub scan: Option<AttachmentId>,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// The records it changed, in the order of the items.
    pub records: Vec<ConsentRecordId>,
}

/// What a request with an idempotency key did, so that it can be told again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replay {
    /// Who sent it. Somebody else with the same key is somebody else.
    pub person: PersonId,
    /// The key the caller chose.
    pub key: Uuid,
    /// SHA-256 of what was sent and where to.
    pub body_hash: [u8; 32],
    /// What was answered.
    pub response: StoredResponse,
}

/// An answer that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredResponse {
    /// The HTTP status.
    pub status: u16,
    /// Headers that belong to it (`Location`, `ETag`).
    pub headers: Vec<(String, String)>,
    /// The JSON document.
    pub body: String,
}
