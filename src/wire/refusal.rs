// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What followed a no, as far as the person's screen reads it.

use crate::json::Json;

/// What followed a no (uitkomst na een nee).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refused {
    /// Its id.
    pub id: String,
    /// The request that was answered with a no.
    pub request: String,
    /// The consent that an objection is about: the first one, when there are several.
    pub record: Option<String>,
    /// Code of which of the three it is.
    pub kind: String,
    /// What stops, what goes on and what else is possible, each with its code; only
    /// what there is.
    pub effects: Vec<(&'static str, String)>,
    /// The reasons.
    pub rationale: String,
    /// Code of the measure, for help that was not asked for.
    pub measure: Option<String>,
    /// The day it was explained.
    pub explained_on: String,
    /// In which function the person was who was asked for advice.
    pub function: String,
    /// The day of that advice.
    pub asked_on: String,
    /// Whether nobody could be recognised in what was told for it.
    pub anonymised: bool,
    /// The day the person was told.
    pub told_on: String,
    /// When it was decided, in UTC.
    pub at: String,
}

impl Refused {
    /// Reads one.
    pub fn read(json: &Json) -> Self {
        let (consultation, measure) = (json.field("consultation"), json.field("measure"));
        let effects = ["stops", "continues", "alternatives"].map(|code| (code, json.text(code)));
        Self {
            id: json.text("id"),
            request: json.text("consentRequestId"),
            record: json.texts("consentRecordIds").into_iter().next(),
            kind: json.text("type"),
            effects: effects.into_iter().filter(|(_, words)| !words.is_empty()).collect(),
            rationale: json.text("rationale"),
            measure: measure.optional("kind"),
            explained_on: json.text("explainedOn"),
            function: consultation.text("function"),
            asked_on: consultation.text("date"),
            anonymised: consultation.flag("anonymised"),
            told_on: json.text("informedOn"),
            at: json.text("decidedAt"),
        }
    }
}
