// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The catalogue, as far as the six steps need it.

use super::Text;
use crate::json::Json;
use crate::wire::party::{Law, Party};
use crate::wire::request::Datum;

/// A task of the municipality (taak; step 1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Task {
    /// Id of its purpose.
    pub id: String,
    /// The task in words.
    pub name: String,
    /// The purpose, inside a sentence.
    pub purpose: String,
    /// The act that gives the task.
    pub act: Option<Law>,
    /// Code of the domain it belongs to.
    pub domain: String,
    /// Whether it is for later use, which is refused (A8).
    pub future_use: bool,
    /// Whether words are prepared for it.
    pub is_prepared: bool,
}

/// A field of life (leefgebied; E2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LifeArea {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What belongs to it.
    pub description: String,
}

/// A level of triage (E9).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// 1 to 4.
    pub level: u32,
    /// Its name.
    pub name: String,
    /// When it is this level.
    pub explanation: String,
    /// Most parties.
    pub most_parties: u32,
    /// Most types of data.
    pub most_data_types: u32,
}

/// A question about whether consent would be free.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// The question.
    pub question: String,
    /// The answer that free consent needs.
    pub needed: bool,
    /// What to do when the answer is another.
    pub otherwise: String,
    /// Where it comes from.
    pub source: Option<Law>,
}

/// A type of data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataType {
    /// Its name and description.
    pub datum: Datum,
    /// Code of the closed regime that holds it; empty when none does (B7, B14).
    pub closed_regime: String,
}

/// A ground, with the law behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// Its id.
    pub id: String,
    /// The ground in one sentence.
    pub explanation: String,
    /// The laws behind it, the special one first (B3).
    pub laws: Vec<Law>,
}

/// Prepared words: from these sources to these recipients for this purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The purpose.
    pub purpose: String,
    /// Who gives.
    pub sources: Vec<String>,
    /// Who gets.
    pub recipients: Vec<String>,
    /// Whether the law decides, so that the person is told and not asked.
    pub information: bool,
    /// Code of the kind of consent.
    pub consent_kind: Option<String>,
    /// The ground.
    pub basis: String,
    /// How long the recipient keeps it.
    pub retention: String,
    /// Which data, each with why it is needed.
    pub data: Vec<(String, Text)>,
    /// Why the amount fits the purpose.
    pub proportionality: Text,
    /// Why there is no lighter way.
    pub subsidiarity: Text,
    /// What happens after a yes.
    pub if_given: Option<Text>,
    /// What happens after a no.
    pub if_refused: Option<Text>,
    /// Months it is valid.
    pub months: u32,
    /// Why the source collected these data.
    pub original_purpose: Text,
}

/// Everything the six steps go by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Its version: another one has other places for its words.
    pub version: u32,
    /// The tasks, those with prepared words first.
    pub tasks: Vec<Task>,
    /// The fields of life.
    pub areas: Vec<LifeArea>,
    /// The levels of triage.
    pub levels: Vec<Level>,
    /// When consent is free.
    pub criteria: Vec<Criterion>,
    /// The prepared words.
    pub wordings: Vec<Wording>,
    /// The parties.
    pub parties: Vec<Party>,
    /// The types of data.
    pub data: Vec<DataType>,
    /// The grounds.
    pub bases: Vec<Basis>,
    /// The heading of a request.
    pub title: Text,
    /// Why the municipality asks.
    pub introduction: Text,
    /// The same two of what asks nothing, and only tells.
    pub notice: (Text, Text),
    /// Days a person has to answer.
    pub answer_within_days: u32,
    /// Longest validity of a consent, in months.
    pub longest_months: u32,
    /// The same when a special category is among the data (C2).
    pub longest_special_months: u32,
}

impl Catalogue {
    /// Reads the catalogue in one language.
    pub fn read(json: &Json, language: &str) -> Self {
        let intake = json.field("intake");
        let wordings = intake.list("wordings", |it| Wording::read(it, language));
        let mut tasks = json.list("purposes", |it| Task::read(it, &wordings, language));
        tasks.sort_by_key(|task| !task.is_prepared);
        Self {
            version: json.number("version"),
            tasks,
            areas: intake.list("lifeAreas", |it| LifeArea {
                id: it.text("id"),
                name: it.localized("name", language),
                description: it.localized("description", language),
            }),
            levels: intake.list("triage", |it| Level {
                level: it.number("level"),
                name: it.localized("name", language),
                explanation: it.localized("explanation", language),
                most_parties: it.number("mostParties"),
                most_data_types: it.number("mostDataTypes"),
            }),
            criteria: intake.list("freeConsent", |it| Criterion {
                id: it.text("id"),
                question: it.localized("question", language),
                needed: it.flag("needed"),
                otherwise: it.localized("otherwise", language),
                source: Law::read(&it.field("source")),
            }),
            wordings,
            parties: json.list("parties", |it| Party::read(it, language)),
            data: json.list("personalDataTypes", |it| DataType {
                datum: Datum::of_type(it, language),
                closed_regime: it.text("closedRegime"),
            }),
            bases: json.list("legalBases", |it| Basis {
                id: it.text("id"),
                explanation: it.localized("explanation", language),
                laws: ["specificLaw", "generalLaw"]
                    .iter()
                    .filter_map(|name| Law::read(&it.field(name)))
                    .collect(),
            }),
            title: Text::read(&intake, "title", language),
            introduction: Text::read(&intake, "introduction", language),
            notice: (
                Text::read(&intake, "noticeTitle", language),
                Text::read(&intake, "noticeIntroduction", language),
            ),
            answer_within_days: intake.number("answerWithinDays"),
            longest_months: json.number("longestConsentMonths"),
            longest_special_months: json.number("longestSpecialConsentMonths"),
        }
    }

    /// A task by the id of its purpose.
    pub fn task(&self, id: &str) -> Option<&Task> {
        self.tasks.iter().find(|it| it.id == id)
    }

    /// A party; an unknown one has no name.
    pub fn party(&self, id: &str) -> Party {
        self.parties.iter().find(|it| it.id == id).cloned().unwrap_or_default()
    }

    /// A type of data.
    pub fn datum(&self, id: &str) -> Option<&DataType> {
        self.data.iter().find(|it| it.datum.id == id)
    }

    /// A ground.
    pub fn basis(&self, id: &str) -> Option<&Basis> {
        self.bases.iter().find(|it| it.id == id)
    }

    /// Whether a type of data belongs to a special category (C1).
    pub fn is_special(&self, id: &str) -> bool {
        self.datum(id).is_some_and(|it| it.datum.special.is_some())
    }
}

impl Task {
    fn read(json: &Json, wordings: &[Wording], language: &str) -> Self {
        let id = json.text("id");
        Self {
            name: json.localized("task", language),
            purpose: json.localized("inSentence", language),
            act: Law::read(&json.field("act")),
            domain: json.text("domain"),
            future_use: json.flag("futureUse"),
            is_prepared: wordings.iter().any(|it| it.purpose == id),
            id,
        }
    }
}

impl Wording {
    fn read(json: &Json, language: &str) -> Self {
        let necessity = json.field("necessity");
        let data = json.keys("necessity").into_iter().map(|id| {
            let text = Text::read(&necessity, &id, language);
            (id, text)
        });
        Self {
            purpose: json.text("purposeId"),
            sources: json.texts("sources"),
            recipients: json.texts("recipients"),
            information: json.text("kind") == "information",
            consent_kind: json.optional("consentKind"),
            basis: json.text("legalBasisId"),
            retention: json.text("retentionId"),
            data: data.collect(),
            proportionality: Text::read(json, "proportionality", language),
            subsidiarity: Text::read(json, "subsidiarity", language),
            if_given: Text::some(json, "consequencesIfGiven", language),
            if_refused: Text::some(json, "consequencesIfRefused", language),
            months: json.number("validMonths"),
            original_purpose: Text::read(json, "originalPurpose", language),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use samenspraak_contract::intake::Wording as Contract;

    #[test]
    fn prepared_words_are_read_as_the_contract_writes_them() {
        let contract: Contract = serde_json::from_str(
            r#"{"purposeId": "help", "sources": ["gp"], "recipients": ["team"], "kind": "consent",
            "consentKind": "lift-secrecy", "legalBasisId": "consent", "retentionId": "file",
            "necessity": {"medication": {"nl": "Om te helpen."}}, "proportionality": {"nl": "Alleen dit."},
            "subsidiarity": {"nl": "U kunt het ook zeggen."}, "consequencesIfGiven": {"nl": "Ja dus."},
            "validMonths": 6, "originalPurpose": {"nl": "Om te behandelen."}}"#,
        )
        .expect("a document of the contract");
        let json = Json::parse(&serde_json::to_string(&contract).expect("JSON")).expect("JSON");
        let read = Wording::read(&json, "nl");
        assert_eq!(read.data[0].0, "medication");
        assert_eq!(read.data[0].1.shown, "Om te helpen.");
        assert_eq!((read.information, read.months, &*read.basis), (false, 6, "consent"));
        assert_eq!(read.if_given.map(|text| text.dutch).as_deref(), Some("Ja dus."));
        assert_eq!(read.if_refused, None);
    }
}
