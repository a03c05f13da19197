// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Fictional people.

use super::error::CatalogueError;
use super::files::Files;
use chrono::{Days, Months, NaiveDate};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::id::{ControllerId, PersonId};
use samenspraak_contract::person::Person;
use samenspraak_contract::text::LocalizedText;
use serde::Deserialize;

const FILE: &str = "demo/people.toml";

// Everybody's last birthday was this long ago: far from today on both sides, so
// that an age is the same age in every time zone.
const DAYS_SINCE_BIRTHDAY: u64 = 100;

/// A fictional person to sign in as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Persona {
    /// Who it is.
    pub person: Person,
    /// What they may do.
    pub role: Role,
    /// The municipality they live in or work for.
    pub controller: ControllerId,
    /// Age in whole years, on every day; citizens only.
    pub age: Option<u8>,
    /// One sentence about them.
    pub description: LocalizedText,
}

impl Persona {
    /// The date of birth that goes with the age on this day.
    pub fn birth_date(&self, today: NaiveDate) -> Option<NaiveDate> {
        let months = Months::new(u32::from(self.age?) * 12);
        today.checked_sub_days(Days::new(DAYS_SINCE_BIRTHDAY))?.checked_sub_months(months)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeopleFile {
    people: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Entry {
    id: PersonId,
    display_name: String,
    role: Role,
    controller: ControllerId,
    age: Option<u8>,
    description: LocalizedText,
}

pub(super) fn read(files: &Files) -> Result<Vec<Persona>, CatalogueError> {
    let file: PeopleFile = files.parse(FILE)?;
    let mut people: Vec<Persona> = Vec::new();
    for entry in file.people {
        let invalid = |reason: &str| CatalogueError::invalid(FILE, format!("people/{}", entry.id), reason);
        if !is_person_id(&entry.id.0) {
            return Err(invalid("an id is a lower-case letter, then letters, digits, - or _"));
        }
        if people.iter().any(|other| other.person.id == entry.id) {
            return Err(invalid("this id occurs twice"));
        }
        if (entry.role == Role::Citizen) != entry.age.is_some() {
            return Err(invalid("a citizen has an age, and nobody else does"));
        }
        people.push(Persona {
            person: Person { id: entry.id, display_name: entry.display_name },
            role: entry.role,
            controller: entry.controller,
            age: entry.age,
            description: entry.description,
        });
    }
    Ok(people)
}

fn is_person_id(id: &str) -> bool {
    let rest = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    (2..=64).contains(&id.len()) && id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(rest)
}
