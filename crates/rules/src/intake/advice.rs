// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the law says about a datum before a worker chooses: ask it, tell it, or
//! neither. The advice runs the same rules that would refuse the item later.

use crate::request::{check_item, deciding_activity};
use chrono::NaiveDate;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::{ActivityId, DataTypeId, LegalBasisId, PartyId, PurposeId, RetentionRuleId};
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::request::{ItemKind, NewItem, NewItemDatum};
use samenspraak_contract::text::LocalizedText;
use serde::Serialize;

/// From whom, to whom, and why.
#[derive(Clone, Copy, Debug)]
pub struct Way<'a> {
    /// Who has the data.
    pub source: &'a PartyId,
    /// Who gets them.
    pub recipient: &'a PartyId,
    /// Why.
    pub purpose: &'a PurposeId,
}

/// What to do with one datum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "do", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Advice {
    /// Only the person can allow it: ask.
    Ask,
    /// The law already decides: do not ask consent, tell it (principle 1; B4 to B6, B15).
    Tell {
        /// The activity of the catalogue that describes it.
        activity_id: ActivityId,
        /// The law to cite.
        legal_basis_id: LegalBasisId,
        /// How long the recipient keeps it.
        retention_id: RetentionRuleId,
    },
    /// It may be neither asked nor told.
    Never {
        /// Why not.
        reason: InvalidReason,
    },
}

/// What the law says about one datum on this way. `today` decides whether the
/// agreements of both parties still run (N4).
pub fn advice(way: Way<'_>, datum: &DataTypeId, catalogue: &Catalogue, today: NaiveDate) -> Advice {
    let told = probe(way, datum, ItemKind::Information, today);
    let activity = deciding_activity(&told, datum, catalogue);
    if let Some(activity) = activity.filter(|_| refusals(&told, catalogue, today).is_empty()) {
        return Advice::Tell {
            activity_id: activity.id.clone(),
            legal_basis_id: activity.legal_basis.clone(),
            retention_id: activity.retention.clone(),
        };
    }
    let asked = probe(way, datum, ItemKind::Consent, today);
    match refusals(&asked, catalogue, today).first() {
        Some(refusal) => Advice::Never { reason: refusal.reason },
        None => Advice::Ask,
    }
}

/// The same for every datum of the catalogue, in its order: what may be offered on
/// this way, and why the rest may not.
pub fn offers(way: Way<'_>, catalogue: &Catalogue, today: NaiveDate) -> Vec<(DataTypeId, Advice)> {
    let types = catalogue.personal_data_types.iter();
    types.map(|datum| (datum.id.clone(), advice(way, &datum.id, catalogue, today))).collect()
}

// An item with this one datum. Its ground is the thing that is looked for, so it has
// none yet, and no kind of consent either.
fn probe(way: Way<'_>, datum: &DataTypeId, kind: ItemKind, today: NaiveDate) -> NewItem {
    let words = || Some(LocalizedText::nl("-"));
    NewItem {
        id: None,
        kind,
        consent_kind: None,
        purpose_id: way.purpose.clone(),
        source_id: way.source.clone(),
        recipient_id: way.recipient.clone(),
        personal_data: vec![NewItemDatum {
            data_type_id: datum.clone(),
            necessity: LocalizedText::nl("-"),
            already_held: false,
        }],
        legal_basis_id: "none-yet".into(),
        proportionality: LocalizedText::nl("-"),
        subsidiarity: LocalizedText::nl("-"),
        consequences_if_given: words(),
        consequences_if_refused: words(),
        retention_id: "none-yet".into(),
        start_date: today,
        end_date: today,
        extendable_months: None,
        replaces_item_id: None,
    }
}

fn refusals(item: &NewItem, catalogue: &Catalogue, today: NaiveDate) -> Vec<InvalidParam> {
    let mut errors = check_item(item, catalogue, today);
    errors.retain(|error| {
        !matches!(error.reason, InvalidReason::UnknownLegalBasis | InvalidReason::UnknownRetention)
    });
    errors
}
