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

pub use resolve::{Replaced, Resolved, Stamp, resolve};
pub use words::holds_bsn;

use crate::facts::RequestFacts;
use crate::record::invalid;
use chrono::NaiveDate;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::PersonId;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::request::{NewConsentRequest, NewItem};
use std::collections::BTreeSet;

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
    for (index, item) in new.items.iter().enumerate() {
        item::check(item, &format!("/items/{index}"), catalogue, today, &mut errors);
        if item.replaces_item_id.is_some() && new.replaces.is_none() {
            errors.push(invalid(
                format!("/items/{index}/replacesItemId"),
                InvalidReason::NotReplaceable,
                "name the request it belongs to in replaces",
            ));
        }
    }
    duplicates(new, &mut errors);
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
fn duplicates(new: &NewConsentRequest, errors: &mut Vec<InvalidParam>) {
    let mut seen = BTreeSet::new();
    for (index, item) in new.items.iter().enumerate() {
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
