// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the client reads on the turned screen: their own questions, as at home, and
//! nothing of what is meant for staff (M3).

use crate::answer::{Answer, Outcome, not_found};
use crate::known::answered_elsewhere;
use crate::visit::{Asked, Moment, Visit, segments};
use samenspraak_contract::Page;
use samenspraak_contract::configuration::{Configuration, Role, SignedIn};
use samenspraak_contract::id::PersonId;
use samenspraak_contract::person::Person;
use samenspraak_contract::request::{ConsentRequest, RequestStatus};
use samenspraak_contract::sorted::SortedMap;
use samenspraak_rules::view::{self, Viewer};

impl Visit {
    pub(crate) fn read_turned(&self, path: &str, person: &PersonId, moment: Moment) -> Outcome<Answer> {
        match segments(path).as_slice() {
            ["configuration"] => self.configuration_of(person).map(|it| Answer::found(&it)),
            ["consent-requests"] => {
                let seen = self.asked.values().rev().filter_map(|asked| seen_by(asked, person, moment));
                let items = seen.filter(|seen| seen.status == RequestStatus::Open).collect();
                Ok(Answer::found(&Page::<ConsentRequest> { items, next_cursor: None }))
            }
            ["consent-requests", id] => {
                let seen = seen_by(self.find(id)?, person, moment).ok_or_else(not_found)?;
                Ok(Answer::found(&seen))
            }
            _ => Err(not_found()),
        }
    }

    // The settings as if the client were signed in.
    fn configuration_of(&self, person: &PersonId) -> Outcome<Configuration> {
        let person = self.asked.values().find_map(|asked| somebody(asked, person)).ok_or_else(not_found)?;
        let signed_in = Some(SignedIn { person, role: Role::Citizen, untold: 0 });
        Ok(Configuration { signed_in, sign_in_url: None, ..self.configuration.clone() })
    }
}

fn seen_by(asked: &Asked, person: &PersonId, moment: Moment) -> Option<ConsentRequest> {
    asked.facts.signatory(person)?;
    let mut seen = view::request(&asked.facts, &asked.records, Viewer::Person(person), moment.today);
    for standing in seen.items.iter_mut().filter_map(|item| item.standing.as_mut()) {
        let record = asked.records.iter().find(|record| record.id == standing.record_id);
        if record.is_some_and(answered_elsewhere) {
            standing.answers = SortedMap::new();
        }
    }
    Some(seen)
}

fn somebody(asked: &Asked, person: &PersonId) -> Option<Person> {
    asked.facts.signatory(person).map(|signatory| signatory.person.clone())
}
