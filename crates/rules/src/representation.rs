// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whom somebody may look for (F6): it follows from the requests they sign, from
//! their proof, and from the age rule today. On the sixteenth birthday a parent no
//! longer sees (F2).

use crate::facts::RequestFacts;
use crate::signatories::{is_required, is_valid, signing};
use chrono::{Datelike as _, NaiveDate};
use samenspraak_contract::disclosure::RepresentedPerson;
use samenspraak_contract::id::PersonId;
use samenspraak_contract::person::Capacity;
use std::collections::BTreeSet;

/// Everybody whom `person` represents today. `requests` are those that concern
/// this person, newest first: the newest word on a representation counts, and an
/// older proof does not bring back what has ended.
pub fn represented<'a>(
    requests: impl IntoIterator<Item = &'a RequestFacts>,
    person: &PersonId,
    today: NaiveDate,
) -> Vec<RepresentedPerson> {
    let mut decided = BTreeSet::new();
    let mut found = Vec::new();
    for request in requests {
        let signatory = request.signatory(person).filter(|_| request.subject.id != *person);
        let Some(signatory) = signatory.filter(|signatory| signatory.capacity.is_representative()) else {
            continue;
        };
        if !decided.insert(&request.subject.id) {
            continue;
        }
        let rule = signing(&request.age_rule, request.birth_date, today);
        let proof = signatory.representation.as_ref().filter(|proof| is_valid(proof, today));
        if let Some(proof) = proof
            && is_required(rule, signatory.capacity)
        {
            let grown = last_day_young(request, signatory.capacity);
            found.push(RepresentedPerson {
                person: request.subject.clone(),
                capacity: signatory.capacity,
                end_date: proof.end_date.into_iter().chain(grown).min(),
            });
        }
    }
    found
}

// The day before a young person signs alone, for who represents a minor.
fn last_day_young(request: &RequestFacts, capacity: Capacity) -> Option<NaiveDate> {
    if !matches!(capacity, Capacity::ParentWithAuthority | Capacity::Guardian) {
        return None;
    }
    let birth = request.birth_date;
    let year = birth.year() + i32::from(request.age_rule.alone_from);
    // Somebody born on 29 February has a birthday on 1 March in other years.
    let birthday = birth.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))?;
    birthday.pred_opt()
}
