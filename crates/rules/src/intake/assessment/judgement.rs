// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The six steps as the wizard reads them, gaps and all.

use super::{Extent, Norm, Step, check, extent, free, items, norm, open_steps};
use crate::intake::advice::{Advice, Way, advice};
use chrono::NaiveDate;
use samenspraak_contract::assessment::NewAssessment;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::{DataTypeId, PartyId, PersonId};
use samenspraak_contract::problem::InvalidParam;
use samenspraak_contract::sorted::SortedSet;
use serde::Serialize;

/// What the law says about one datum of one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DatumAdvice {
    /// Place of the item.
    pub item: usize,
    /// The datum.
    pub data_type_id: DataTypeId,
    /// What to do with it.
    pub advice: Advice,
}

/// A draft, judged by exactly the rules that decide whether it may be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Judgement {
    /// Every gap and error; none means that it may be kept.
    pub errors: Vec<InvalidParam>,
    /// The steps that they belong to.
    pub open_steps: SortedSet<Step>,
    /// How much is asked and told (E10).
    pub extent: Extent,
    /// What the level of triage allows; absent for an unknown level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub norm: Option<Norm>,
    /// Whether anything is asked, so that the criteria for free consent apply.
    pub asks_consent: bool,
    /// Special categories to tick one by one (C1).
    pub special_categories: SortedSet<DataTypeId>,
    /// Who needs an answer in step 5.
    pub sources: SortedSet<PartyId>,
    /// Whose secrecy is looked at in step 6.
    pub parties: SortedSet<PartyId>,
    /// What the law says about each datum of each item (N8).
    pub advice: Vec<DatumAdvice>,
}

/// Judges a draft, however empty.
pub fn judge(new: &NewAssessment, catalogue: &Catalogue, worker: &PersonId, today: NaiveDate) -> Judgement {
    let errors = check(new, catalogue, worker, today);
    Judgement {
        open_steps: open_steps(&errors),
        errors,
        extent: extent(&new.items, catalogue),
        norm: norm::norm(new.triage.level, catalogue),
        asks_consent: free::asks(&new.items),
        special_categories: free::specials(&new.items, catalogue).into_iter().cloned().collect(),
        sources: items::sources(&new.items).into_iter().cloned().collect(),
        parties: items::parties(&new.items).into_iter().cloned().collect(),
        advice: each_datum(new, catalogue, today),
    }
}

fn each_datum(new: &NewAssessment, catalogue: &Catalogue, today: NaiveDate) -> Vec<DatumAdvice> {
    let mut all = Vec::new();
    for (index, item) in new.items.iter().enumerate() {
        let way = Way { source: &item.source_id, recipient: &item.recipient_id, purpose: &item.purpose_id };
        for datum in &item.personal_data {
            all.push(DatumAdvice {
                item: index,
                data_type_id: datum.data_type_id.clone(),
                advice: advice(way, &datum.data_type_id, catalogue, today),
            });
        }
    }
    all
}
