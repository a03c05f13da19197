// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! When two questions are the same question (principle 5): purpose, data,
//! parties, ground and retention. Only a change in one of those asks again.

use crate::canonical::sha256;
use samenspraak_contract::id::{DataTypeId, Sha256Hex};
use samenspraak_contract::request::{Item, ScopeChange, ScopeField};
use samenspraak_contract::text::LocalizedText;
use serde_json::json;

/// Hash of the scope of an item. The order in which data are listed and every
/// wording leave it as it is.
pub fn fingerprint(item: &Item) -> Sha256Hex {
    let mut data: Vec<&DataTypeId> = item.personal_data.iter().map(|datum| &datum.data_type.id).collect();
    data.sort();
    sha256(&json!({
        "purpose": item.purpose.id,
        "source": item.source.id,
        "recipient": item.recipient.id,
        "personalData": data,
        "legalBasis": item.legal_basis.id,
        "retention": { "id": item.retention.id, "months": item.retention.months },
    }))
}

/// Every difference in scope between what was asked before and what is asked
/// now, in words a person can read. Empty exactly when the fingerprints agree.
pub fn changes(before: &Item, now: &Item) -> Vec<ScopeChange> {
    let mut changes = Vec::new();
    let mut differ = |field, same: bool, was: &LocalizedText, is: &LocalizedText| {
        if !same {
            changes.push(ScopeChange { field, before: Some(was.clone()), after: Some(is.clone()) });
        }
    };
    differ(
        ScopeField::Purpose,
        before.purpose.id == now.purpose.id,
        &before.purpose.in_sentence,
        &now.purpose.in_sentence,
    );
    differ(
        ScopeField::Source,
        before.source.id == now.source.id,
        &before.source.short_name,
        &now.source.short_name,
    );
    differ(
        ScopeField::Recipient,
        before.recipient.id == now.recipient.id,
        &before.recipient.short_name,
        &now.recipient.short_name,
    );
    differ(
        ScopeField::LegalBasis,
        before.legal_basis.id == now.legal_basis.id,
        &before.legal_basis.explanation,
        &now.legal_basis.explanation,
    );
    differ(
        ScopeField::Retention,
        before.retention.id == now.retention.id && before.retention.months == now.retention.months,
        &before.retention.explanation,
        &now.retention.explanation,
    );
    changes.extend(data_changes(before, now));
    changes
}

fn data_changes(before: &Item, now: &Item) -> Vec<ScopeChange> {
    let lacks = |item: &Item, id: &DataTypeId| item.personal_data.iter().all(|d| d.data_type.id != *id);
    let gone = before.personal_data.iter().filter(|datum| lacks(now, &datum.data_type.id)).map(|datum| {
        ScopeChange {
            field: ScopeField::PersonalData,
            before: Some(datum.data_type.name.clone()),
            after: None,
        }
    });
    let added = now.personal_data.iter().filter(|datum| lacks(before, &datum.data_type.id)).map(|datum| {
        ScopeChange {
            field: ScopeField::PersonalData,
            before: None,
            after: Some(datum.data_type.name.clone()),
        }
    });
    gone.chain(added).collect()
}
