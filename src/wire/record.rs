// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What was expressed, as far as a screen reads it.

use crate::json::Json;

/// What the server stored for one confirmation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: String,
    /// When it was recorded, in UTC.
    pub recorded_at: String,
    /// Codes of the statuses of the records it changed.
    pub statuses: Vec<String>,
}

impl Decision {
    /// Reads a decision.
    pub fn read(json: &Json) -> Self {
        Self {
            id: json.text("id"),
            recorded_at: json.text("recordedAt"),
            statuses: json.list("records", |record| record.text("status")),
        }
    }

    /// Whether somebody else still has to sign (F2).
    pub fn awaits_others(&self) -> bool {
        self.statuses.iter().any(|status| status == "pending")
    }
}
