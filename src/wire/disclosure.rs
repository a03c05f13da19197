// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What really happened to data, as far as a screen reads it.

use crate::json::Json;
use crate::wire::configuration::Person;
use crate::wire::party::{Law, Party};
use crate::wire::request::Datum;

/// One sharing, viewing or not sharing (verstrekking of inzage).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disclosure {
    /// Its id.
    pub id: String,
    /// The person the data are about.
    pub subject: Person,
    /// When it happened, in UTC.
    pub at: String,
    /// When it was recorded, in UTC.
    pub recorded_at: String,
    /// Code of what was done.
    pub action: String,
    /// Code of the way it went.
    pub channel: String,
    /// Who had the data.
    pub sender: Party,
    /// Who got or looked at them, or asked for them.
    pub recipient: Party,
    /// Code of what the recipient is to the person.
    pub recipient_kind: String,
    /// The function of who got or looked at them.
    pub function: Option<String>,
    /// Which types of data.
    pub data: Vec<Datum>,
    /// The purpose, inside a sentence.
    pub purpose: String,
    /// Code of the ground (GDPR art. 6).
    pub ground_code: String,
    /// The ground in one plain sentence.
    pub ground: String,
    /// The special law, which goes first.
    pub special_law: Option<Law>,
    /// The general law.
    pub general_law: Option<Law>,
    /// The consent record it rests on.
    pub consent: Option<String>,
    /// Whether that consent covered it; false when nobody says so.
    pub covered: bool,
    /// The day that consent was given.
    pub given_on: Option<String>,
    /// Code of why it was not shared.
    pub not_shared: String,
    /// Code of why the person was told afterwards; present when it was withheld.
    pub withheld: Option<String>,
    /// Whether the person still has to be told that it was released.
    pub is_news: bool,
}

impl Disclosure {
    /// Reads a line in one language.
    pub fn read(json: &Json, language: &str) -> Self {
        let (recipient, basis) = (json.field("recipient"), json.field("legalBasis"));
        let released = json.text("confidentiality") == "released";
        Self {
            id: json.text("id"),
            subject: Person::read(&json.field("subject")),
            at: json.text("occurredAt"),
            recorded_at: json.text("recordedAt"),
            action: json.text("action"),
            channel: json.text("channel"),
            sender: Party::read(&json.field("sender"), language),
            recipient: Party::read(&recipient, language),
            recipient_kind: recipient.text("kind"),
            function: json.optional("recipientFunction"),
            data: json.list("personalData", |kind| Datum::of_type(kind, language)),
            purpose: json.field("purpose").localized("inSentence", language),
            ground_code: basis.text("ground"),
            ground: basis.localized("explanation", language),
            special_law: Law::read(&basis.field("specificLaw")),
            general_law: Law::read(&basis.field("generalLaw")),
            consent: json.optional("consentRecordId"),
            covered: json.flag("coveredByConsent"),
            given_on: json.optional("consentGivenOn"),
            not_shared: json.text("notSharedReason"),
            withheld: released.then(|| json.field("withholding").text("reason")),
            is_news: released && !json.flag("acknowledged"),
        }
    }
}

/// That somebody on the staff looked at consents or filings (raadpleging).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consultation {
    /// When, in UTC.
    pub at: String,
    /// Code of the role.
    pub role: String,
    /// Code of what was looked at.
    pub kind: String,
    /// Its id.
    pub thing: String,
}

impl Consultation {
    /// Reads one.
    pub fn read(json: &Json) -> Self {
        let consulted = json.field("consulted");
        Self {
            at: json.text("occurredAt"),
            role: json.text("role"),
            kind: consulted.text("kind"),
            thing: consulted.text("id"),
        }
    }
}

/// What went from one party to another (gegevensstroom).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Who gave.
    pub sender: Party,
    /// Who got.
    pub recipient: Party,
    /// What, and when last.
    pub data: Vec<FlowDatum>,
}

/// One type of data between two parties.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlowDatum {
    /// Which type.
    pub datum: Datum,
    /// When it was last shared or viewed, in UTC.
    pub last: String,
    /// How often.
    pub times: u32,
    /// Whether the last time rested on consent.
    pub with_consent: bool,
}

impl Flow {
    /// Reads a flow in one language.
    pub fn read(json: &Json, language: &str) -> Self {
        Self {
            sender: Party::read(&json.field("sender"), language),
            recipient: Party::read(&json.field("recipient"), language),
            data: json.list("data", |datum| FlowDatum {
                datum: Datum::of_type(&datum.field("dataType"), language),
                last: datum.text("lastOccurredAt"),
                times: datum.number("times"),
                with_consent: datum.flag("withConsent"),
            }),
        }
    }
}
