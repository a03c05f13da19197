// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What follows when the answer is no, and the grounds on which something is done
//! without consent.

use crate::json::Json;
use crate::wire::party::Law;

/// What followed a no, as staff read it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Its id.
    pub id: String,
    /// The items.
    pub items: Vec<String>,
    /// Code of which of the three.
    pub kind: String,
    /// What stops.
    pub stops: String,
    /// What goes on.
    pub continues: String,
    /// What else is possible.
    pub alternatives: String,
    /// The reasons.
    pub rationale: String,
    /// The day the person was told.
    pub informed_on: String,
}

impl Outcome {
    /// Reads one.
    pub fn read(json: &Json) -> Self {
        Self {
            id: json.text("id"),
            items: json.texts("itemIds"),
            kind: json.text("type"),
            stops: json.text("stops"),
            continues: json.text("continues"),
            alternatives: json.text("alternatives"),
            rationale: json.text("rationale"),
            informed_on: json.text("informedOn"),
        }
    }
}

/// A ground to do something without consent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// When it applies.
    pub explanation: String,
    /// The law.
    pub law: Option<Law>,
    /// Id of the legal basis that a line of what happened carries.
    pub basis: String,
    /// Codes of the kinds of decision it carries.
    pub kinds: Vec<String>,
    /// Ids of the parties to which it opens; empty when it names none.
    pub recipients: Vec<String>,
    /// Whether it is for what medical secrecy covers, and for nothing else (H11).
    pub medical: bool,
}

impl Ground {
    /// All of a catalogue.
    pub fn all(catalogue: &Json, language: &str) -> Vec<Self> {
        catalogue.field("intake").list("disclosureGrounds", |it| Self {
            id: it.text("id"),
            name: it.localized("name", language),
            explanation: it.localized("explanation", language),
            law: Law::read(&it.field("law")),
            basis: it.text("legalBasisId"),
            kinds: it.texts("kinds"),
            recipients: it.texts("recipients"),
            medical: it.flag("medical"),
        })
    }

    /// Whether it carries a kind of decision.
    pub fn carries(&self, kind: &str) -> bool {
        self.kinds.iter().any(|known| known == kind)
    }

    /// Whether help that nobody asked for may rest on it.
    pub fn carries_help(&self) -> bool {
        !self.medical && (self.carries("danger") || self.carries("coercion"))
    }

    /// When it applies, and by which law.
    pub fn told(&self) -> String {
        match &self.law {
            Some(law) => [&*self.explanation, " (", &*law.name, ")"].concat(),
            None => self.explanation.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use samenspraak_contract::intake::DisclosureGround;
    use samenspraak_contract::refusal::RefusalOutcome;

    #[test]
    fn an_outcome_is_read_as_the_contract_writes_it() {
        let contract: RefusalOutcome = serde_json::from_str(
            r#"{"id": "019a0000-0000-7000-8000-000000000001", "subject": {"id": "noor", "displayName": "Noor"},
            "consentRequestId": "019a0000-0000-7000-8000-000000000002",
            "itemIds": ["019a0000-0000-7000-8000-000000000003"], "type": "limited", "stops": "a",
            "continues": "b", "alternatives": "c", "explainedOn": "2026-11-20",
            "consultation": {"function": "coach", "date": "2026-11-20", "anonymised": true},
            "rationale": "d", "informedOn": "2026-11-21",
            "decidedAt": "2026-11-22T10:00:00Z", "recordedAt": "2026-11-22T10:00:00Z"}"#,
        )
        .expect("a document of the contract");
        let json = Json::parse(&serde_json::to_string(&contract).expect("JSON")).expect("JSON");
        let read = Outcome::read(&json);
        assert_eq!((&*read.kind, &*read.continues, &*read.informed_on), ("limited", "b", "2026-11-21"));
        assert_eq!(read.items.len(), 1);
    }

    #[test]
    fn a_ground_is_read_as_the_contract_writes_it() {
        let contract: DisclosureGround = serde_json::from_str(
            r#"{"id": "vital", "name": {"nl": "Levensgevaar"}, "explanation": {"nl": "Als iemand gevaar loopt."},
            "ground": "vital-interests", "legalBasisId": "avg-6-1-d", "law": {"law": "AVG, art. 6"},
            "kinds": ["danger"], "recipients": ["police"], "medical": false}"#,
        )
        .expect("a ground of the contract");
        let ground = serde_json::to_string(&contract).expect("JSON");
        let catalogue = format!(r#"{{"intake": {{"disclosureGrounds": [{ground}]}}}}"#);
        let read = Ground::all(&Json::parse(&catalogue).expect("JSON"), "nl").remove(0);
        assert_eq!(read.told(), "Als iemand gevaar loopt. (AVG, art. 6)");
        assert!(read.carries("danger") && !read.carries("coercion") && read.carries_help());
        assert_eq!((&*read.basis, &*read.recipients[0]), ("avg-6-1-d", "police"));
    }
}
