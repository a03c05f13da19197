// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whether a question may be asked: all errors at once, and nothing stored when
//! there is one.
//!
//! | module | what it looks at |
//! |---|---|
//! | [`item`] | one item against the catalogue: grounds, closed regimes, limits |
//! | [`people`] | who is asked, and who signs |
//! | [`resolve`] | the question as it is stored, with a snapshot of the catalogue |
//! | [`words`] | empty texts, and numbers that look like a BSN |

mod item;
mod people;
mod resolve;
mod words;

pub(crate) use item::EEA;
pub(crate) use item::deciding_activity;
pub use resolve::{Replaced, Resolved, Stamp, resolve};
pub(crate) use words::bsn;
pub use words::holds_bsn;

use crate::facts::RequestFacts;
use crate::record::invalid;
use chrono::NaiveDate;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::PersonId;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::request::{NewConsentRequest, NewItem};
use samenspraak_contract::sorted::SortedSet;

/// Every reason why this request may not be asked, in the order of the body.
/// `worker` is who asks; a worker never signs for a client.
pub fn check(
    new: &NewConsentRequest,
    catalogue: &Catalogue,
    worker: &PersonId,
    today: NaiveDate,
) -> Vec<InvalidParam> {
    let mut errors = people::check(new, catalogue, worker, today);
    words::check(new, &mut errors);
    if new.answer_before_date < today {
        errors.push(invalid(
            "/answerBeforeDate",
            InvalidReason::DateInPast,
            "the last day to answer has passed",
        ));
    }
    errors.extend(check_items(&new.items, catalogue, today));
    for (index, item) in new.items.iter().enumerate() {
        if item.replaces_item_id.is_some() && new.replaces.is_none() {
            errors.push(invalid(
                format!("/items/{index}/replacesItemId"),
                InvalidReason::NotReplaceable,
                "name the request it belongs to in replaces",
            ));
        }
    }
    errors
}

/// Every reason why these items may not be asked or told: their texts, each of them
/// against the catalogue, and the same one twice. An assessment holds its items to
/// the same rules as the request that it produces.
pub fn check_items(items: &[NewItem], catalogue: &Catalogue, today: NaiveDate) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let name = format!("/items/{index}");
        words::check_item(item, &name, &mut errors);
        item::check(item, &name, catalogue, today, &mut errors);
    }
    duplicates(items, &mut errors);
    errors
}

/// The same for one item, with the names of its members alone.
pub(crate) fn check_item(item: &NewItem, catalogue: &Catalogue, today: NaiveDate) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    item::check(item, "", catalogue, today, &mut errors);
    errors
}

/// Every reason why this request may not replace another, when it wants to.
/// `old` is what the storage has under that id for this controller.
pub fn check_replacement(new: &NewConsentRequest, old: Option<&RequestFacts>) -> Vec<InvalidParam> {
    if new.replaces.is_none() {
        return Vec::new();
    }
    let Some(old) = old.filter(|old| old.replaced_by.is_none() && old.subject.id == new.subject.person.id)
    else {
        return vec![invalid(
            "/replaces",
            InvalidReason::NotReplaceable,
            "no request of this person that can be replaced",
        )];
    };
    let unknown = |item: &NewItem| item.replaces_item_id.is_some_and(|id| old.item(id).is_none());
    new.items
        .iter()
        .enumerate()
        .filter(|(_, item)| unknown(item))
        .map(|(index, _)| {
            invalid(
                format!("/items/{index}/replacesItemId"),
                InvalidReason::NotReplaceable,
                "no such item in the request that is replaced",
            )
        })
        .collect()
}

// One purpose, one source, one recipient: the same three twice is one question
// cut in two, and two cards the person cannot tell apart.
fn duplicates(items: &[NewItem], errors: &mut Vec<InvalidParam>) {
    let (mut seen, mut ids) = (SortedSet::new(), SortedSet::new());
    for (index, item) in items.iter().enumerate() {
        if item.id.is_some_and(|id| !ids.insert(id)) {
            let detail = "another item has the same id";
            errors.push(invalid(format!("/items/{index}/id"), InvalidReason::Duplicate, detail));
        }
        let key = (&item.purpose_id, &item.source_id, &item.recipient_id, item.kind as u8);
        if !seen.insert(key) {
            errors.push(invalid(
                format!("/items/{index}"),
                InvalidReason::Duplicate,
                "another item has the same purpose, source and recipient",
            ));
        }
    }
}
