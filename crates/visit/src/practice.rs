// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Fictional clients, to practise with (N7). One for each way of signing: an adult,
//! a young person who signs with a parent, and a child for whom a parent signs.

use crate::visit::{Moment, Visit};
use chrono::{Datelike, Days, NaiveDate};
use samenspraak_contract::client::{HouseholdPlace, HouseholdRole};
use samenspraak_contract::id::EventId;
use samenspraak_contract::person::{Capacity, Person, Representation, Signatory};
use samenspraak_rules::intake::client::view;
use samenspraak_rules::intake::facts::ClientFacts;
use uuid::Uuid;

/// Every id of a fictional person begins with this.
pub const PREFIX: &str = "practice-";

impl Visit {
    /// A visit to practise in: it has fictional clients, and a backend never hears of it.
    pub fn practising(mut self, moment: Moment) -> Self {
        let rule = &self.catalogue.age_rule;
        let born = |age: u8| birthday(moment.today, age);
        let (youth, child) = (rule.joint_from + 1, rule.joint_from / 2);
        let parent = || Signatory {
            person: person("ouder", "Oefen-ouder Van Dam"),
            capacity: Capacity::ParentWithAuthority,
            representation: Some(Representation {
                source: "Oefenregister".into(),
                start_date: born(youth),
                end_date: None,
            }),
        };
        let client = |id, name, age, representatives: Vec<Signatory>| {
            let household = (!representatives.is_empty())
                .then(|| HouseholdPlace { id: "practice-van-dam".into(), role: HouseholdRole::Child });
            let facts = ClientFacts {
                id: EventId(Uuid::nil()),
                person: person(id, name),
                birth_date: born(age),
                representatives,
                household,
                case_reference: None,
                recorded_by: self.worker.id.clone(),
                recorded_at: moment.at,
            };
            view(&facts, Vec::new(), rule, moment.today)
        };
        self.clients = vec![
            client("client", "Oefencliënt De Boer", rule.adult_from + 30, Vec::new()),
            client("jongere", "Oefenjongere Van Dam", youth, vec![parent()]),
            client("kind", "Oefenkind Van Dam", child, vec![parent()]),
        ];
        self
    }
}

// So many years ago today; who would be born on 29 February was born the day before.
fn birthday(today: NaiveDate, age: u8) -> NaiveDate {
    let year = today.year() - i32::from(age);
    today.with_year(year).or_else(|| (today - Days::new(1)).with_year(year)).unwrap_or(today)
}

fn person(id: &str, name: &str) -> Person {
    Person { id: format!("{PREFIX}{id}").as_str().into(), display_name: name.into() }
}
