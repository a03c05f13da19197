// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What was expressed, as far as a screen reads it.

use crate::json::Json;
use crate::wire::configuration::{Controller, Person};
use crate::wire::party::Contact;
use crate::wire::request::{Item, Request};

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

/// One thing that happened to a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// Code of what happened.
    pub kind: String,
    /// When it was expressed, in UTC.
    pub at: String,
    /// Who expressed it; nobody for what follows from a date or the municipality.
    pub by: Option<Person>,
    /// Code of the capacity.
    pub capacity: String,
    /// Code of the way it was expressed.
    pub method: String,
    /// Whether staff entered it.
    pub entered: bool,
    /// Ids of the data types it covers.
    pub data: Vec<String>,
    /// Last day it counts.
    pub end_date: Option<String>,
}

impl Event {
    /// Reads an event.
    pub fn read(json: &Json) -> Self {
        let by = json.field("expressedBy");
        Self {
            kind: json.text("type"),
            at: json.text("occurredAt"),
            by: by.is_present().then(|| Person::read(&by)),
            capacity: json.text("capacity"),
            method: json.text("method"),
            entered: json.field("assistance").is_present(),
            data: json.texts("dataTypes"),
            end_date: json.optional("endDate"),
        }
    }
}

/// One consent record (toestemmingsregistratie) as the person signed in sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// What is known of the request it came from: who it is about, who to call.
    pub request: Request,
    /// What it is about.
    pub item: Item,
    /// Code of its status.
    pub status: String,
    /// Ids of the data types that may be shared now.
    pub shared: Vec<String>,
    /// Last day of sharing, when consent is given.
    pub end_date: Option<String>,
    /// Codes of the events this person may add.
    pub allowed: Vec<String>,
    /// The events this person may see, oldest first.
    pub events: Vec<Event>,
}

impl Record {
    /// Reads a record in one language.
    pub fn read(json: &Json, language: &str) -> Self {
        Self {
            id: json.text("id"),
            request: Request {
                id: json.text("consentRequestId"),
                controller: Controller::read(&json.field("controller")),
                contact: Contact::read(&json.field("contactPoint")),
                subject: Person::read(&json.field("subject")),
                capacity: json.text("capacity"),
                required_signatures: json.number("requiredSignatures"),
                ..Request::default()
            },
            item: Item::read(&json.field("item"), language),
            status: json.text("status"),
            shared: json.texts("sharedDataTypes"),
            end_date: json.optional("endDate"),
            allowed: json.texts("allowedEvents"),
            events: json.list("events", Event::read),
        }
    }

    /// Whether a datum may be shared now.
    pub fn is_shared(&self, datum: &str) -> bool {
        self.shared.iter().any(|known| known == datum)
    }

    /// Whether this person may add such an event now.
    pub fn allows(&self, event: &str) -> bool {
        self.allowed.iter().any(|known| known == event)
    }
}
