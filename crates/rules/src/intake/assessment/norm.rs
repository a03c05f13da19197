// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! How much is asked, weighed against how heavy the situation is (E9, E10).

use crate::record::invalid;
use crate::request::bsn;
use samenspraak_contract::assessment::NewAssessment;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::PartyId;
use samenspraak_contract::party::PartyKind;
use samenspraak_contract::problem::{InvalidParam, InvalidReason as R};
use samenspraak_contract::request::NewItem;
use samenspraak_contract::sorted::SortedSet;
use serde::Serialize;

/// How many parties and data types the items name together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Extent {
    /// Sources and recipients, each counted once, without the municipality's own units.
    pub parties: usize,
    /// Types of data, each counted once.
    pub data_types: usize,
}

/// The most that the chosen level of triage allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Norm {
    /// The level, 1 to 4.
    pub level: u8,
    /// Most parties.
    pub most_parties: u16,
    /// Most data types.
    pub most_data_types: u16,
}

/// What these items ask and tell together. What is told counts too: the person
/// must be able to trust that the whole is no more than needed (E10).
pub fn extent(items: &[NewItem], catalogue: &Catalogue) -> Extent {
    let named = items.iter().flat_map(|item| [&item.source_id, &item.recipient_id]);
    let parties: SortedSet<_> = named.filter(|id| !is_own_unit(id, catalogue)).collect();
    let data = items.iter().flat_map(|item| &item.personal_data);
    let data_types: SortedSet<_> = data.map(|datum| &datum.data_type_id).collect();
    Extent { parties: parties.len(), data_types: data_types.len() }
}

/// Whether this is a unit of the municipality itself (M6).
pub(super) fn is_own_unit(id: &PartyId, catalogue: &Catalogue) -> bool {
    let party = catalogue.parties.iter().find(|party| party.id == *id);
    party.is_some_and(|party| party.kind == PartyKind::MunicipalUnit)
}

/// The norm of this level; `None` for a level that the catalogue does not know.
pub(super) fn norm(level: u8, catalogue: &Catalogue) -> Option<Norm> {
    let norm = catalogue.intake.triage.iter().find(|norm| norm.level == level)?;
    Some(Norm { level, most_parties: norm.most_parties, most_data_types: norm.most_data_types })
}

pub(super) fn check(new: &NewAssessment, catalogue: &Catalogue, errors: &mut Vec<InvalidParam>) {
    let reason = new.triage.reason.as_deref();
    if new.triage.level > 1 && reason.is_none_or(|reason| reason.trim().is_empty()) {
        errors.push(invalid("/triage/reason", R::Missing, "say why this is no single question"));
    }
    bsn("/triage/reason", reason.unwrap_or_default(), errors);
    let Some(norm) = norm(new.triage.level, catalogue) else {
        errors.push(invalid("/triage/level", R::UnknownReference, "there is no such level of triage"));
        return;
    };
    let asked = extent(&new.items, catalogue);
    for (what, count, most) in [
        ("parties", asked.parties, norm.most_parties),
        ("types of data", asked.data_types, norm.most_data_types),
    ] {
        if count > usize::from(most) {
            let detail = format!("{count} {what}, and level {} allows {most}", norm.level);
            errors.push(invalid("/triage/level", R::OverTriageNorm, detail));
        }
    }
}
