// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The queue of the desk, as far as a line of it is shown.

use crate::flow::queue::fold;
use crate::json::Json;

/// One filing in the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Its id.
    pub id: String,
    /// The number a person can say on the telephone.
    pub reference: String,
    /// Code of what it asks.
    pub kind: String,
    /// Code of where it is in its life.
    pub status: String,
    /// Code of how it was decided.
    pub outcome: String,
    /// The day it was received, as `2026-11-22`.
    pub received_on: String,
    /// The last day to answer; absent while no day counts.
    pub answer_before: Option<String>,
    /// Code of how close that day is.
    pub standing: String,
    /// Whether the term was extended.
    pub extended: bool,
    /// In a few words what it is about.
    pub topic: String,
    /// Name of the person it is about; empty when nobody was signed in.
    pub subject: String,
    /// Code of what the committee may see.
    pub committee: String,
    /// What a search is held against.
    pub searched: String,
}

impl Summary {
    /// Reads a line in one language.
    pub fn read(json: &Json, language: &str) -> Self {
        let deadline = json.field("deadline");
        let (reference, topic) = (json.text("reference"), json.localized("topic", language));
        let subject = json.field("subject").text("displayName");
        Self {
            searched: fold(
                &[&reference, " ", &reference.replace('-', ""), " ", &topic, " ", &subject].concat(),
            ),
            id: json.text("id"),
            kind: json.text("kind"),
            status: json.text("status"),
            outcome: json.text("outcome"),
            received_on: json.text("receivedOn"),
            answer_before: deadline.optional("answerBefore"),
            standing: deadline.text("standing"),
            extended: deadline.flag("extended"),
            committee: json.text("committee"),
            reference,
            topic,
            subject,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use samenspraak_contract::filing::FilingSummary;

    const LINE: &str = r#"{"id": "019a0000-0000-7000-8000-000000000001", "reference": "2026-K7M42-QXPA8",
        "kind": "complaint", "status": "received", "receivedOn": "2026-11-19",
        "deadline": {"answerBefore": "2027-01-14", "standing": "on-time", "extended": true,
            "law": {"law": "Awb, art. 9:11"}},
        "topic": {"nl": "Intakegesprek"}, "subject": {"id": "p-noor", "displayName": "Noor de Wit"},
        "committee": "documents"}"#;

    #[test]
    fn a_line_is_read_as_the_contract_writes_it() {
        let contract: FilingSummary = serde_json::from_str(LINE).expect("a FilingSummary");
        let written = serde_json::to_string(&contract).expect("JSON");
        let line = Summary::read(&Json::parse(&written).expect("valid JSON"), "en");
        assert_eq!((&*line.kind, &*line.status, &*line.committee), ("complaint", "received", "documents"));
        assert_eq!(line.answer_before.as_deref(), Some("2027-01-14"));
        assert_eq!((&*line.standing, line.extended), ("on-time", true));
        assert_eq!((&*line.topic, &*line.subject), ("Intakegesprek", "Noor de Wit"));
        assert!(line.searched.contains("2026k7m42qxpa8"));
    }
}
