// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What people filed before today, with days that count back from it.

use super::error::CatalogueError;
use super::files::Files;
use super::people::Persona;
use chrono::{Days, NaiveDate};
use samenspraak_contract::filing::FilingEventType;
use samenspraak_contract::id::PersonId;
use serde::Deserialize;
use serde_json::{Value, json};

const FILE: &str = "demo/filings.toml";

/// The door it came in through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PastDoor {
    /// `POST /v1/rights-requests`
    RightsRequests,
    /// `POST /v1/administrative-objections`
    AdministrativeObjections,
    /// `POST /v1/complaints`
    Complaints,
}

/// One filing of the past.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PastFiling {
    /// Its name in the file.
    pub id: String,
    /// Who filed it.
    pub person: PersonId,
    /// Through which door.
    pub door: PastDoor,
    /// How many days before today.
    pub days_ago: u16,
    body: toml::Table,
    notified_days_ago: Option<u16>,
    occurred_days_ago: Option<u16>,
    /// What followed, oldest first.
    #[serde(default)]
    pub events: Vec<PastEvent>,
}

/// One thing that followed.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PastEvent {
    /// Who did it.
    pub by: PersonId,
    /// How many days before today.
    pub days_ago: u16,
    /// What.
    #[serde(rename = "type")]
    pub event_type: FilingEventType,
    // Days from today on which an answer must be there.
    respond_in_days: Option<u16>,
    #[serde(default)]
    body: toml::Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FilingsFile {
    filings: Vec<PastFiling>,
}

impl PastFiling {
    /// The body as it was sent, counted from today.
    pub fn body(&self, today: NaiveDate) -> Value {
        let ago = |days: u16| json!(today - Days::new(days.into()));
        let mut body = json!(self.body);
        body["language"] = json!("nl");
        if let Some(days) = self.notified_days_ago {
            body["decision"]["notifiedOn"] = ago(days);
        }
        if let Some(days) = self.occurred_days_ago {
            body["occurredOn"] = ago(days);
        }
        body
    }
}

impl PastEvent {
    /// The body as it was sent, counted from today.
    pub fn body(&self, today: NaiveDate) -> Value {
        let mut body = json!(self.body);
        body["type"] = json!(self.event_type);
        if let Some(days) = self.respond_in_days {
            body["respondBefore"] = json!(today + Days::new(days.into()));
        }
        body
    }
}

pub(super) fn read(files: &Files, people: &[Persona]) -> Result<Vec<PastFiling>, CatalogueError> {
    let file: FilingsFile = files.parse(FILE)?;
    for (index, filing) in file.filings.iter().enumerate() {
        let invalid = |reason: &str| CatalogueError::invalid(FILE, format!("filings/{}", filing.id), reason);
        if file.filings[..index].iter().any(|other| other.id == filing.id) {
            return Err(invalid("this id occurs twice"));
        }
        let of = |id: &PersonId| people.iter().find(|persona| persona.person.id == *id);
        let controller = of(&filing.person).map(|persona| &persona.controller);
        let together = filing.events.iter().all(|event| of(&event.by).map(|p| &p.controller) == controller);
        if controller.is_none() || !together {
            return Err(invalid("it names somebody who is nobody, or of another municipality"));
        }
        let days = std::iter::once(filing.days_ago).chain(filing.events.iter().map(|event| event.days_ago));
        if !days.is_sorted_by(|earlier, later| earlier >= later) {
            return Err(invalid("its events are not in the order in which they happened"));
        }
    }
    Ok(file.filings)
}
