// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The proof a person takes home, as far as the screen shows it.

use crate::json::Json;
use crate::wire::configuration::{Controller, Person};
use crate::wire::party::Contact;
use crate::wire::request::Item;

/// One record in a receipt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proven {
    /// Code of the status right after it was recorded.
    pub status: String,
    /// Ids of the data types this person allows.
    pub allowed: Vec<String>,
    /// Ids of the data types this person does not allow.
    pub refused: Vec<String>,
    /// What it is about.
    pub item: Item,
}

/// A receipt (ontvangstbewijs).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// Its number.
    pub id: String,
    /// When what it proves was recorded, in UTC.
    pub created_at: String,
    /// The person it was made for.
    pub issued_to: Person,
    /// Code of the capacity of that person.
    pub capacity: String,
    /// The person the data are about.
    pub subject: Person,
    /// The municipality.
    pub controller: Controller,
    /// The person to call.
    pub contact: Contact,
    /// Heading of the question.
    pub title: String,
    /// The records it covers.
    pub records: Vec<Proven>,
    /// The rights of the person, in plain words.
    pub rights: String,
}

impl Receipt {
    /// Reads a receipt in one language.
    pub fn read(json: &Json, language: &str) -> Self {
        Self {
            id: json.text("receiptId"),
            created_at: json.text("createdAt"),
            issued_to: Person::read(&json.field("issuedTo")),
            capacity: json.text("capacity"),
            subject: Person::read(&json.field("subject")),
            controller: Controller::read(&json.field("controller")),
            contact: Contact::read(&json.field("contactPoint")),
            title: json.localized("title", language),
            records: json.list("records", |record| Proven {
                status: record.text("status"),
                allowed: record.texts("allowedDataTypes"),
                refused: record.texts("refusedDataTypes"),
                item: Item::read(&record.field("item"), language),
            }),
            rights: json.localized("rights", language),
        }
    }

    /// Code of what happens next: somebody else must still sign, or something
    /// is shared now, or nothing is.
    pub fn next(&self) -> &'static str {
        let any = |status: &str| self.records.iter().any(|record| record.status == status);
        if any("pending") {
            "pending"
        } else if any("given") {
            "given"
        } else {
            "nothing"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt(statuses: &[&str]) -> Receipt {
        let record = |status: &&str| Proven { status: (*status).to_owned(), ..Proven::default() };
        Receipt { records: statuses.iter().map(record).collect(), ..Receipt::default() }
    }

    #[test]
    fn what_comes_next_follows_from_the_records() {
        assert_eq!(receipt(&["given", "pending"]).next(), "pending");
        assert_eq!(receipt(&["refused", "given"]).next(), "given");
        assert_eq!(receipt(&["refused", "deferred"]).next(), "nothing");
        assert_eq!(receipt(&[]).next(), "nothing");
    }
}
