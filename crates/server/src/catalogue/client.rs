// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The clients of a worker, recorded before today.

use super::error::CatalogueError;
use super::files::Files;
use super::people::Persona;
use chrono::{Days, Months, NaiveDate};
use samenspraak_contract::client::{HouseholdPlace, NewClient};
use samenspraak_contract::id::PersonId;
use samenspraak_contract::person::{Capacity, Person, Representation, Signatory};
use serde::Deserialize;

const FILE: &str = "demo/clients.toml";

/// A client that was recorded before today.
#[derive(Clone, Debug)]
pub struct PastClient {
    /// How many days before today.
    pub days_ago: u16,
    /// Who recorded it.
    pub recorded_by: PersonId,
    entry: Entry,
    person: Person,
    birth: Birth,
    representatives: Vec<Person>,
}

// When somebody was born, counted from today.
#[derive(Clone, Debug)]
enum Birth {
    Persona(Box<Persona>),
    Birthday(Birthday),
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Birthday {
    turns: u8,
    in_days: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClientsFile {
    clients: Vec<Entry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Entry {
    person: PersonId,
    display_name: Option<String>,
    birthday: Option<Birthday>,
    recorded_by: PersonId,
    recorded_days_ago: u16,
    case_reference: Option<String>,
    household: Option<HouseholdPlace>,
    #[serde(default)]
    representatives: Vec<Representative>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Representative {
    person: PersonId,
    display_name: Option<String>,
    capacity: Capacity,
    source: String,
    started_days_ago: Option<u16>,
    ended_days_ago: Option<u16>,
}

impl PastClient {
    /// What was recorded, seen from today.
    pub fn recorded(&self, today: NaiveDate) -> NewClient {
        let birth_date = self.birth.date(today);
        let representatives = self.entry.representatives.iter().zip(&self.representatives);
        NewClient {
            person: self.person.clone(),
            birth_date,
            representatives: representatives
                .map(|(entry, person)| entry.signatory(person, birth_date, today))
                .collect(),
            household: self.entry.household.clone(),
            case_reference: self.entry.case_reference.clone(),
            recorded_at: None,
            known_recorded_at: None,
        }
    }
}

impl Birth {
    fn date(&self, today: NaiveDate) -> NaiveDate {
        match self {
            // Reading refuses a persona without an age, so the fallback is never used.
            Self::Persona(persona) => persona.birth_date(today).unwrap_or(today),
            Self::Birthday(Birthday { turns, in_days }) => {
                today + Days::new((*in_days).into()) - Months::new(u32::from(*turns) * 12)
            }
        }
    }
}

impl Representative {
    fn signatory(&self, person: &Person, birth: NaiveDate, today: NaiveDate) -> Signatory {
        let ago = |days: u16| today - Days::new(days.into());
        let representation = Representation {
            source: self.source.clone(),
            start_date: self.started_days_ago.map_or(birth, ago),
            end_date: self.ended_days_ago.map(ago),
        };
        Signatory { person: person.clone(), capacity: self.capacity, representation: Some(representation) }
    }
}

pub(super) fn read(files: &Files, people: &[Persona]) -> Result<Vec<PastClient>, CatalogueError> {
    let ClientsFile { clients } = files.parse(FILE)?;
    clients.into_iter().map(|entry| checked(entry, people)).collect()
}

fn checked(entry: Entry, people: &[Persona]) -> Result<PastClient, CatalogueError> {
    let invalid = |reason: &str| CatalogueError::invalid(FILE, format!("clients/{}", entry.person), reason);
    let known = |id: &PersonId| people.iter().find(|persona| persona.person.id == *id);
    let person = |id: &PersonId, name: &Option<String>| match (known(id), name) {
        (Some(persona), None) => Ok(persona.person.clone()),
        (None, Some(name)) => Ok(Person { id: id.clone(), display_name: name.clone() }),
        (Some(_), Some(_)) => Err(invalid("who is in people.toml has the name that stands there")),
        (None, None) => Err(invalid("who is not in people.toml needs a name")),
    };
    let birth = match (known(&entry.person).filter(|persona| persona.age.is_some()), entry.birthday) {
        (Some(persona), None) => Birth::Persona(Box::new(persona.clone())),
        (None, Some(birthday)) => Birth::Birthday(birthday),
        _ => return Err(invalid("a citizen of people.toml has an age there, and anybody else a birthday")),
    };
    if known(&entry.recorded_by).is_none() {
        return Err(invalid("nobody in people.toml recorded it"));
    }
    Ok(PastClient {
        days_ago: entry.recorded_days_ago,
        recorded_by: entry.recorded_by.clone(),
        person: person(&entry.person, &entry.display_name)?,
        representatives: entry
            .representatives
            .iter()
            .map(|one| person(&one.person, &one.display_name))
            .collect::<Result<_, _>>()?,
        birth,
        entry,
    })
}
