// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What may be asked again without new steps (E1): the same with other words, or less
//! of it. What replaces a question ends every consent on it, so more than that is a
//! question of its own.

use crate::facts::RequestFacts;
use crate::record::invalid;
use samenspraak_contract::id::DataTypeId;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::request::{Item, NewConsentRequest, NewItem};

/// Every item that is more than a correction of the one it replaces; `old` is the
/// request that is replaced.
pub(super) fn check(new: &NewConsentRequest, old: Option<&RequestFacts>) -> Vec<InvalidParam> {
    let before = |item: &NewItem| old?.item(item.replaces_item_id?);
    let more = new
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| before(item).is_none_or(|before| !corrects(item, before)));
    let detail = "more than other words, fewer data or a shorter time for the item it replaces; \
        go through the six steps again, and name them in assessmentId";
    more.map(|(index, _)| invalid(format!("/items/{index}"), InvalidReason::StepMissing, detail)).collect()
}

// The members of the scope (principle 5), with what kind of question it is and for how long.
fn corrects(new: &NewItem, old: &Item) -> bool {
    let same = (new.kind, new.consent_kind) == (old.kind, old.consent_kind)
        && new.purpose_id == old.purpose.id
        && new.source_id == old.source.id
        && new.recipient_id == old.recipient.id
        && new.legal_basis_id == old.legal_basis.id
        && new.retention_id == old.retention.id;
    let was_asked = |id: &DataTypeId| old.personal_data.iter().any(|datum| datum.data_type.id == *id);
    same && new.personal_data.iter().all(|datum| was_asked(&datum.data_type_id))
        && new.start_date >= old.start_date
        && new.end_date <= old.end_date
        && new.extendable_months <= old.extendable_months
}
