// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Prepared words of the catalogue, and the item that they make. A worker may change
//! the words afterwards; nobody has to invent them at the table.

use super::advice::Way;
use chrono::{Months, NaiveDate};
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::DataTypeId;
use samenspraak_contract::intake::Wording;
use samenspraak_contract::request::{ItemKind, NewItem, NewItemDatum};

/// The prepared words on this way: those of a question, those of information, both,
/// or none.
pub fn wordings<'a>(way: Way<'a>, catalogue: &'a Catalogue) -> impl Iterator<Item = &'a Wording> {
    catalogue.intake.wordings.iter().filter(move |wording| is_on(wording, way))
}

/// Whether these words are about this way.
pub fn is_on(wording: &Wording, way: Way<'_>) -> bool {
    wording.purpose_id == *way.purpose
        && wording.sources.contains(way.source)
        && wording.recipients.contains(way.recipient)
}

/// The item that these words make on one way, with the data that were chosen, from
/// the day on which sharing starts. `None` when the words are about another way, when
/// no data were chosen, or when the words say of one of them no need.
pub fn compose(wording: &Wording, way: Way<'_>, data: &[DataTypeId], start: NaiveDate) -> Option<NewItem> {
    if data.is_empty() || !is_on(wording, way) {
        return None;
    }
    let personal_data = data.iter().map(|id| {
        let necessity = wording.necessity.get(id)?.clone();
        Some(NewItemDatum { data_type_id: id.clone(), necessity, already_held: false })
    });
    Some(NewItem {
        id: None,
        kind: wording.kind,
        consent_kind: wording.consent_kind,
        purpose_id: way.purpose.clone(),
        source_id: way.source.clone(),
        recipient_id: way.recipient.clone(),
        personal_data: personal_data.collect::<Option<_>>()?,
        legal_basis_id: wording.legal_basis_id.clone(),
        proportionality: wording.proportionality.clone(),
        subsidiarity: wording.subsidiarity.clone(),
        consequences_if_given: wording.consequences_if_given.clone(),
        consequences_if_refused: wording.consequences_if_refused.clone(),
        retention_id: wording.retention_id.clone(),
        start_date: start,
        end_date: start.checked_add_months(Months::new(wording.valid_months.into()))?,
        extendable_months: (wording.kind == ItemKind::Consent).then_some(wording.valid_months),
        replaces_item_id: None,
    })
}
