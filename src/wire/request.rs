// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The question, item by item.

use crate::flow::choices::{Answer, Answers, answer_of};
use crate::json::Json;
use crate::wire::configuration::{Controller, Person};
use crate::wire::party::{Contact, Law, Party};

/// One type of data in an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Datum {
    /// Its id in the catalogue.
    pub id: String,
    /// Its name as a noun.
    pub name: String,
    /// What is in it and what is not.
    pub description: String,
    /// Why it is needed (A8).
    pub necessity: String,
    /// The exception in the law, for a special category (C1).
    pub special: Option<Law>,
}

impl Datum {
    fn read(json: &Json, language: &str) -> Self {
        let kind = Self::of_type(&json.field("dataType"), language);
        Self { necessity: json.localized("necessity", language), ..kind }
    }

    /// Reads a type of data from the catalogue, outside any question.
    pub fn of_type(kind: &Json, language: &str) -> Self {
        Self {
            id: kind.text("id"),
            name: kind.localized("name", language),
            description: kind.localized("description", language),
            necessity: String::new(),
            special: Law::read(&kind.field("specialCategory")),
        }
    }
}

/// One difference with what was asked before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Code of the part that changed.
    pub field: String,
    /// How it was.
    pub before: String,
    /// How it is now.
    pub after: String,
}

/// How an item stands for the person signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The record of the item.
    pub record: String,
    /// Code of the record's status.
    pub status: String,
    /// Whether this person still has to answer.
    pub awaits_answer: bool,
    /// This person's own answers, once given.
    pub answers: Answers,
}

impl Standing {
    fn read(json: &Json) -> Option<Self> {
        json.is_present().then(|| Self {
            record: json.text("recordId"),
            status: json.text("status"),
            awaits_answer: json.flag("awaitsAnswer"),
            answers: json.map("answers").into_iter().filter_map(answer).collect(),
        })
    }
}

fn answer((datum, word): (String, String)) -> Option<(String, Answer)> {
    answer_of(&word).map(|answer| (datum, answer))
}

/// One purpose, one source, one recipient, a list of data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// True for information: the law decides, the person is told.
    pub information: bool,
    /// Code of the kind of consent.
    pub consent_kind: String,
    /// The purpose, inside a sentence.
    pub purpose: String,
    /// Who gives the data.
    pub source: Party,
    /// Who gets them.
    pub recipient: Party,
    /// Which data.
    pub data: Vec<Datum>,
    /// Code of the ground (GDPR art. 6).
    pub ground_code: String,
    /// The ground in one plain sentence.
    pub ground: String,
    /// The laws behind it, the special one first.
    pub laws: Vec<Law>,
    /// Why the amount fits the purpose.
    pub proportionality: String,
    /// Why there is no lighter way.
    pub subsidiarity: String,
    /// What happens after a yes.
    pub if_given: String,
    /// What happens after a no.
    pub if_refused: String,
    /// How long the recipient keeps the data.
    pub retention: String,
    /// The same in whole months.
    pub retention_months: u32,
    /// First day of sharing, as `2026-11-22`.
    pub start_date: String,
    /// Last day of sharing.
    pub end_date: String,
    /// Months by which the person may extend; zero is not at all.
    pub extendable_months: u32,
    /// Hash of the scope.
    pub fingerprint: String,
    /// What differs from the item before.
    pub changes: Vec<Change>,
    /// How it stands; absent for information.
    pub standing: Option<Standing>,
}

impl Item {
    /// Reads an item in one language.
    pub fn read(json: &Json, language: &str) -> Self {
        let basis = json.field("legalBasis");
        let retention = json.field("retention");
        let laws = [Law::read(&basis.field("specificLaw")), Law::read(&basis.field("generalLaw"))];
        Self {
            id: json.text("id"),
            information: json.text("kind") == "information",
            consent_kind: json.text("consentKind"),
            purpose: json.field("purpose").localized("inSentence", language),
            source: Party::read(&json.field("source"), language),
            recipient: Party::read(&json.field("recipient"), language),
            data: json.list("personalData", |datum| Datum::read(datum, language)),
            ground_code: basis.text("ground"),
            ground: basis.localized("explanation", language),
            laws: laws.into_iter().flatten().collect(),
            proportionality: json.localized("proportionality", language),
            subsidiarity: json.localized("subsidiarity", language),
            if_given: json.localized("consequencesIfGiven", language),
            if_refused: json.localized("consequencesIfRefused", language),
            retention: retention.localized("explanation", language),
            retention_months: retention.number("months"),
            start_date: json.text("startDate"),
            end_date: json.text("endDate"),
            extendable_months: json.number("extendableMonths"),
            fingerprint: json.text("scopeFingerprint"),
            changes: json.list("changes", |change| Change {
                field: change.text("field"),
                before: change.localized("before", language),
                after: change.localized("after", language),
            }),
            standing: Standing::read(&json.field("standing")),
        }
    }

    /// Whether the person signed in has to choose here.
    pub fn asks(&self) -> bool {
        self.standing.as_ref().is_some_and(|standing| standing.awaits_answer)
    }

    /// Whether one press may answer for all data: never when one of them is a
    /// special category (C1, C2), and with one or two there is nothing to save.
    pub fn allows_bulk(&self) -> bool {
        self.data.len() >= 3 && self.data.iter().all(|datum| datum.special.is_none())
    }
}

/// A consent request as the person signed in sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: String,
    /// The municipality that asks.
    pub controller: Controller,
    /// The person the data are about.
    pub subject: Person,
    /// Code of the capacity in which the person signed in looks at it.
    pub capacity: String,
    /// Number of people whose yes is needed.
    pub required_signatures: u32,
    /// What it is about, as a heading.
    pub title: String,
    /// Why the municipality asks.
    pub introduction: String,
    /// The one person to call.
    pub contact: Contact,
    /// The items, in the order they are shown.
    pub items: Vec<Item>,
    /// Code of its status.
    pub status: String,
    /// Last day to answer.
    pub answer_before: String,
    /// The language it is shown in.
    pub language: String,
    /// Hash of the exact text in that language.
    pub notice_hash: String,
    /// The request this one replaces.
    pub replaces: Option<String>,
    /// The request that took its place.
    pub replaced_by: Option<String>,
}

impl Request {
    /// Reads a request in `language`, or in Dutch when it was not translated.
    pub fn read(json: &Json, language: &str) -> Self {
        let hashes = json.field("noticeHashes");
        let language = if hashes.field(language).is_present() { language } else { "nl" };
        Self {
            id: json.text("id"),
            controller: Controller::read(&json.field("controller")),
            subject: Person::read(&json.field("subject")),
            capacity: json.text("capacity"),
            required_signatures: json.number("requiredSignatures"),
            title: json.localized("title", language),
            introduction: json.localized("introduction", language),
            contact: Contact::read(&json.field("contactPoint")),
            items: json.list("items", |item| Item::read(item, language)),
            status: json.text("status"),
            answer_before: json.text("answerBeforeDate"),
            language: language.to_owned(),
            notice_hash: hashes.text(language),
            replaces: json.optional("replaces"),
            replaced_by: json.optional("replacedBy"),
        }
    }

    /// The items that await this person's answer.
    pub fn questions(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.asks())
    }

    /// Whether the person signed in still has to answer something.
    pub fn asks(&self) -> bool {
        self.status == "open" && self.questions().next().is_some()
    }

    /// Whether nothing in it was ever asked: it only tells (GDPR art. 13 and 14).
    pub fn is_notice(&self) -> bool {
        self.items.iter().all(|item| item.standing.is_none())
    }

    /// Whether the person signed in decides for somebody else.
    pub fn for_another(&self) -> bool {
        !self.capacity.is_empty() && self.capacity != "data-subject"
    }
}
