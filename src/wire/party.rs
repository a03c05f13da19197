// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Organisations, and the people to call.

use crate::json::Json;

/// Where a person reaches someone who can explain (contactpersoon, E13).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Name of the person or desk.
    pub name: String,
    /// Telephone number as it is printed.
    pub telephone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
}

impl Contact {
    /// Reads a contact point.
    pub fn read(json: &Json) -> Self {
        Self { name: json.text("name"), telephone: json.optional("telephone"), email: json.optional("email") }
    }
}

/// A place in the law (vindplaats).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Law {
    /// The law and article, as a lawyer writes it.
    pub name: String,
    /// Where it can be read.
    pub url: Option<String>,
}

impl Law {
    /// Reads a citation, when there is one.
    pub fn read(json: &Json) -> Option<Self> {
        json.is_present().then(|| Self { name: json.text("law"), url: json.optional("url") })
    }
}

/// An organisation that gives or gets data (partij, A11).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// Its id in the catalogue.
    pub id: String,
    /// Its legal name.
    pub legal_name: String,
    /// Its name inside a sentence, with its article.
    pub in_sentence: String,
    /// Its name in a picture or table.
    pub short_name: String,
    /// What it does for the person.
    pub function: String,
    /// Where to reach it.
    pub contact: Contact,
    /// Code of its duty of secrecy.
    pub secrecy: String,
    /// The law that lets it use the citizen service number, if any (D2, D3).
    pub may_use_bsn: Option<Law>,
}

impl Party {
    /// Reads a party in one language.
    pub fn read(json: &Json, language: &str) -> Self {
        Self {
            id: json.text("id"),
            legal_name: json.text("legalName"),
            in_sentence: json.localized("inSentence", language),
            short_name: json.localized("shortName", language),
            function: json.localized("function", language),
            contact: Contact::read(&json.field("contact")),
            secrecy: json.text("secrecy"),
            may_use_bsn: Law::read(&json.field("mayUseBsn")),
        }
    }
}
