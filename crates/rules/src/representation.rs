// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who represents whom (F6): it follows from the requests somebody signs, from the
//! newest word on their representation, and from the age rule today. On the sixteenth
//! birthday a parent no longer sees (F2).
//!
//! The newest word is how the subject was recorded last as a client: who is not in it,
//! or without a proof that counts, represents them no more. Of a subject whom nobody
//! recorded it is what the request says.

use crate::facts::{RecordFacts, RequestFacts};
use crate::record::{Stance, stance};
use crate::signatories::{birthday, is_required, is_valid, may_sign, signing};
use chrono::NaiveDate;
use samenspraak_contract::disclosure::RepresentedPerson;
use samenspraak_contract::id::PersonId;
use samenspraak_contract::person::{Capacity, Signatory};
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
        if !signatory.is_some_and(|signatory| signatory.capacity.is_representative())
            || !decided.insert(&request.subject.id)
        {
            continue;
        }
        let rule = signing(&request.age_rule, request.birth_date, today);
        let known = newest_word(request).iter().find(|known| known.person.id == *person);
        let proof = known.and_then(|known| known.representation.as_ref());
        if let (Some(known), Some(proof)) = (known, proof)
            && is_valid(proof, today)
            && is_required(rule, known.capacity)
        {
            let grown = last_day_young(request, known.capacity);
            found.push(RepresentedPerson {
                person: request.subject.clone(),
                capacity: known.capacity,
                end_date: proof.end_date.into_iter().chain(grown).min(),
            });
        }
    }
    found
}

/// Whether a signatory of this request may sign it on a day: for themselves always, for
/// another while they represent them in the capacity in which they were asked.
pub fn may_sign_for(request: &RequestFacts, signatory: &Signatory, on: NaiveDate) -> bool {
    let is_theirs =
        |known: &&Signatory| known.person.id == signatory.person.id && known.capacity == signatory.capacity;
    !signatory.capacity.is_representative()
        || newest_word(request).iter().find(is_theirs).is_some_and(|known| may_sign(known, on))
}

/// Whether a person may still read a request (M2): whom it is about, and who signs it.
/// Who may sign it no more reads what they answered themselves, and nothing else.
/// `records` are those of the request.
pub fn may_read(
    request: &RequestFacts,
    records: &[RecordFacts],
    person: &PersonId,
    today: NaiveDate,
) -> bool {
    let answered = |record| !matches!(stance(record, person), Stance::Silent | Stance::Deferred);
    let signs = |signatory| may_sign_for(request, signatory, today) || records.iter().any(answered);
    request.subject.id == *person || request.signatory(person).is_some_and(signs)
}

/// The newest word on who represents the subject of this request, each with their proof.
pub fn newest_word(request: &RequestFacts) -> &[Signatory] {
    request.recordings.last().map_or(&request.signatories, |client| &client.representatives)
}

// The day before a young person signs alone, for who represents a minor.
fn last_day_young(request: &RequestFacts, capacity: Capacity) -> Option<NaiveDate> {
    if !matches!(capacity, Capacity::ParentWithAuthority | Capacity::Guardian) {
        return None;
    }
    birthday(request.birth_date, request.age_rule.alone_from)?.pred_opt()
}
