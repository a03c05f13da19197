// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One thing that the visit took: a line of the log, and a letter in the outbox.

use chrono::{DateTime, Utc};
use samenspraak_contract::id::PersonId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// What was taken, complete: with the ids that the device chose and the instants that
/// its clock said. It is sent to the backend as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// Where it is posted, after the base address: `assessments`.
    pub path: String,
    /// Its idempotency key.
    pub key: Uuid,
    /// What is posted.
    pub body: Value,
    /// SHA-256 of what the screen sent, to know the same again.
    pub hash: String,
    /// What kind of thing: the last word of the path.
    pub kind: String,
    /// The ids it makes or builds upon: what this device needs while it waits.
    pub about: Vec<Uuid>,
    /// What comes to exist with it, and others build upon: a recording, six steps, a
    /// request, what was shown. When it is refused, every later entry that is about that
    /// has to wait, and no other: of two people who answer, one may have answered before.
    #[serde(default)]
    pub makes: Vec<Uuid>,
    /// Who saw the answer on the turned screen; absent when staff did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turned_to: Option<PersonId>,
    /// When, by the clock of the device.
    pub at: DateTime<Utc>,
}
