// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What was counted in quarters that are over.

use super::error::CatalogueError;
use super::files::Files;
use chrono::NaiveDate;
use samenspraak_contract::id::ControllerId;
use samenspraak_rules::statistics::{Quarter, Tally};
use samenspraak_storage::tally::Count;
use serde::Deserialize;
use std::collections::BTreeMap;

const FILE: &str = "demo/figures.toml";

/// The counts of one controller in one quarter.
#[derive(Clone, Debug)]
pub struct PastFigures {
    /// Whose.
    pub controller: ControllerId,
    quarters_ago: u8,
    counts: BTreeMap<Tally, u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FiguresFile {
    figures: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Entry {
    controller: ControllerId,
    quarters_ago: u8,
    counts: BTreeMap<String, u64>,
}

impl PastFigures {
    /// Every count, once for each time.
    pub fn on(&self, today: NaiveDate) -> Vec<Count> {
        let quarter = (0..self.quarters_ago).fold(Quarter::of(today), |quarter, _| quarter.previous());
        let counted = |(tally, times): (&Tally, &u64)| {
            let count = Count { period: quarter.to_string(), what: tally.to_string() };
            std::iter::repeat_n(count, usize::try_from(*times).unwrap_or_default())
        };
        self.counts.iter().flat_map(counted).collect()
    }
}

pub(super) fn read(files: &Files) -> Result<Vec<PastFigures>, CatalogueError> {
    let FiguresFile { figures } = files.parse(FILE)?;
    figures.into_iter().map(checked).collect()
}

fn checked(entry: Entry) -> Result<PastFigures, CatalogueError> {
    let Entry { controller, quarters_ago, counts: words } = entry;
    let counts = Tally::read(&words);
    if counts.len() != words.len() {
        return Err(CatalogueError::invalid(FILE, "counts", "there is a word that nothing is counted under"));
    }
    if quarters_ago == 0 {
        return Err(CatalogueError::invalid(FILE, "quartersAgo", "a running quarter has no figures"));
    }
    Ok(PastFigures { controller, quarters_ago, counts })
}
