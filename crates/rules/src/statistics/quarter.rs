// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A calendar quarter.

use chrono::{Datelike, NaiveDate};
use std::fmt;
use std::str::FromStr;

const QUARTERS: i32 = 4;
const MONTHS: u32 = 3;
const LAST_YEAR: i32 = 9999;

/// A calendar quarter, written `2026-Q3`. Something is counted in the quarter of
/// the local day on which it is counted, so that an ended quarter never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    // Quarters since the beginning of the year 0, so that order is time.
    number: i32,
}

impl Quarter {
    /// The quarter of a local day.
    pub fn of(date: NaiveDate) -> Self {
        let within = i32::try_from(date.month0() / MONTHS).unwrap_or_default();
        Self { number: date.year().clamp(0, LAST_YEAR) * QUARTERS + within }
    }

    /// Whether its figures may be shown: all of its days are over.
    pub fn has_ended(self, today: NaiveDate) -> bool {
        self < Self::of(today)
    }

    /// The quarter before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self { number: (self.number - 1).max(0) }
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.number / QUARTERS, self.number % QUARTERS + 1)
    }
}

/// The text is no quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoQuarter;

impl fmt::Display for NoQuarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a quarter is written as 2026-Q3")
    }
}

impl std::error::Error for NoQuarter {}

impl FromStr for Quarter {
    type Err = NoQuarter;

    fn from_str(text: &str) -> Result<Self, NoQuarter> {
        let (year, within) = text.split_once("-Q").ok_or(NoQuarter)?;
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(within, 1) {
            return Err(NoQuarter);
        }
        let year: i32 = year.parse().map_err(|_| NoQuarter)?;
        let within: i32 = within.parse().map_err(|_| NoQuarter)?;
        if !(1..=QUARTERS).contains(&within) {
            return Err(NoQuarter);
        }
        Ok(Self { number: year * QUARTERS + within - 1 })
    }
}
