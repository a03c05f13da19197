// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is wrong or missing, at which step and at which control.

use super::{Piece, Step};

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The step it belongs to.
    pub step: Step,
    /// Id of what must be looked at.
    pub id: String,
    /// Code of why: of the rules, or of what is missing here.
    pub why: String,
    /// Id or words of what it is about; empty when the step says enough.
    pub what: String,
}

impl Wrong {
    /// Something that is missing.
    pub fn new(step: Step, id: &str, why: &str, what: &str) -> Self {
        Self { step, id: id.to_owned(), why: why.to_owned(), what: what.to_owned() }
    }

    /// What the rules did not accept: pointer and code.
    pub fn of(pointer: &str, reason: &str, pieces: &[Piece]) -> Self {
        let step = Step::of_pointer(pointer);
        let mut parts = pointer.split('/').skip(1);
        let id = match (parts.next(), parts.next()) {
            (Some("purpose"), Some("lifeAreaIds")) => "ss-areas".to_owned(),
            (Some("purpose"), _) => "ss-question".to_owned(),
            (Some("data"), Some("whyNeeded")) => "ss-why".to_owned(),
            (Some("triage"), Some("reason")) => "ss-reason".to_owned(),
            (Some("triage"), _) => "ss-level".to_owned(),
            (Some("items"), Some(index)) => {
                let piece = index.parse::<usize>().ok().and_then(|index| pieces.get(index));
                piece.map_or("ss-data".to_owned(), |piece| card_id(piece.sharing))
            }
            (Some("data" | "items"), _) => "ss-data".to_owned(),
            (Some("basis"), Some("freeConsent")) => ["ss-free-", parts.next().unwrap_or_default()].concat(),
            (Some("basis"), _) => "ss-basis".to_owned(),
            (Some("purposeLimitation"), _) => "ss-limitation".to_owned(),
            (Some("secrecy"), _) => "ss-secrecy".to_owned(),
            _ => "ss-task".to_owned(),
        };
        Self { step, id, why: reason.to_owned(), what: String::new() }
    }
}

/// Id of the card of a sharing.
pub fn card_id(place: usize) -> String {
    ["ss-sharing-", &place.to_string()].concat()
}
