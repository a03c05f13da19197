// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Step 4: whether consent would be free (GDPR recital 43, AP 2016), and each special
//! category ticked by itself (C1).

use crate::record::invalid;
use samenspraak_contract::assessment::{BasisAnswer, NewAssessment};
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::DataTypeId;
use samenspraak_contract::problem::{InvalidParam, InvalidReason as R};
use samenspraak_contract::request::{ItemKind, NewItem};
use samenspraak_contract::sorted::SortedSet;

pub(super) fn check(new: &NewAssessment, catalogue: &Catalogue, errors: &mut Vec<InvalidParam>) {
    let Some(basis) = &new.basis else {
        errors.push(invalid("/basis", R::StepMissing, "step 4, the legal basis, is not answered"));
        return;
    };
    criteria(new, basis, catalogue, errors);
    for id in specials(&new.items, catalogue) {
        if !basis.special_categories.contains(id) {
            let detail = format!("{id} is a special category: tick it by itself");
            errors.push(invalid("/basis/specialCategories", R::Missing, detail));
        }
    }
    for (index, id) in basis.special_categories.iter().enumerate() {
        if !catalogue.personal_data_types.iter().any(|data_type| data_type.id == *id) {
            let name = format!("/basis/specialCategories/{index}");
            errors.push(invalid(name, R::UnknownDatum, format!("{id} is not in the catalogue")));
        }
    }
}

/// Whether the person is asked anything; otherwise nobody's consent has to be free.
pub(super) fn asks(items: &[NewItem]) -> bool {
    items.iter().any(|item| item.kind == ItemKind::Consent)
}

/// The special categories that the person is asked for.
pub(super) fn specials<'a>(items: &'a [NewItem], catalogue: &Catalogue) -> SortedSet<&'a DataTypeId> {
    let special = |id: &DataTypeId| {
        catalogue.personal_data_types.iter().any(|data_type| data_type.id == *id && data_type.is_special())
    };
    let asked = items.iter().filter(|item| item.kind == ItemKind::Consent);
    let data = asked.flat_map(|item| &item.personal_data).map(|datum| &datum.data_type_id);
    data.filter(|id| special(id)).collect()
}

fn criteria(new: &NewAssessment, basis: &BasisAnswer, catalogue: &Catalogue, errors: &mut Vec<InvalidParam>) {
    let known = &catalogue.intake.free_consent;
    for id in basis.free_consent.keys().filter(|id| known.iter().all(|criterion| criterion.id != **id)) {
        let detail = format!("{id} is no criterion of the catalogue");
        errors.push(invalid(format!("/basis/freeConsent/{id}"), R::UnknownReference, detail));
    }
    if !asks(&new.items) {
        return;
    }
    for criterion in known {
        let name = format!("/basis/freeConsent/{}", criterion.id);
        match basis.free_consent.get(&criterion.id) {
            None => errors.push(invalid(name, R::Missing, "whether consent would be free is not answered")),
            Some(answer) if *answer != criterion.needed => {
                errors.push(invalid(name, R::ConsentNotFree, "consent would not be free: do not ask it"));
            }
            Some(_) => {}
        }
    }
}
