// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Counting without a person (N1, L22): figures of ended quarters, in which
//! nothing small can be read or computed.
//!
//! | module | what it decides |
//! |---|---|
//! | [`quarter`] | which quarter a day is in, and whether its figures may be shown |
//! | [`tally`] | what is counted, and under which word |
//! | [`network`] | which figures must be hidden so that no small one can be computed |
//! | [`tables`](mod@tables) | the figures as tables |

pub mod network;
pub mod quarter;
pub mod tables;
pub mod tally;

pub use quarter::Quarter;
pub use tables::tables;
pub use tally::{Said, Tally, Timeliness};

use chrono::NaiveDate;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::statistics::Statistics;
use std::collections::BTreeMap;

/// The lowest minimum a controller may configure. Under three, one of two people
/// would know what the other did.
pub const LEAST_MINIMUM: u32 = 3;

/// The figures of a quarter, or nothing while it has not ended.
pub fn statistics(
    catalogue: &Catalogue,
    quarter: Quarter,
    counts: &BTreeMap<Tally, u64>,
    today: NaiveDate,
) -> Option<Statistics> {
    quarter.has_ended(today).then(|| Statistics {
        controller: catalogue.controller.clone(),
        period: quarter.to_string(),
        minimum_cell: catalogue.minimum_cell,
        tables: tables(counts, catalogue.minimum_cell),
    })
}
