// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! How long a clock stood still (opschorting, Awb 7:10(2)).

use chrono::{Days, NaiveDate};

/// One time that an objector was asked to repair an omission (verzuim, Awb 6:6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// The day it was asked.
    pub asked_on: NaiveDate,
    /// The day it was repaired.
    pub repaired_on: Option<NaiveDate>,
    /// The last day to repair it.
    pub respond_before: NaiveDate,
}

/// Where a term stands that can be suspended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Running {
    /// It ends on this day, not moved yet.
    Until(NaiveDate),
    /// It stands still, and its end depends on when the objector answers.
    Suspended,
}

// Days that do not count: from `first` up to, and not including, `end`.
#[derive(Clone, Copy)]
struct Gap {
    first: NaiveDate,
    end: NaiveDate,
}

/// Where the term stands on a day that is counted from `from` and that without
/// suspension ends on `last`.
pub(super) fn running(
    suspensions: &[Suspension],
    from: NaiveDate,
    last: NaiveDate,
    today: NaiveDate,
) -> Running {
    let asked = || suspensions.iter().filter(|suspension| suspension.asked_on <= today);
    // A suspension that runs ends between today and the last day to repair. When
    // both give the same last day, that is the last day.
    let soonest = lengthened(asked().map(|suspension| suspension.gap(today, today)), from, last);
    let latest =
        lengthened(asked().map(|suspension| suspension.gap(today, suspension.respond_before)), from, last);
    if soonest == latest { Running::Until(soonest) } else { Running::Suspended }
}

impl Suspension {
    // "Vanaf de dag na" the request "tot de dag waarop" it was repaired or the
    // term passed: the law says until, so that last day itself counts again. For
    // what is not known yet on this day, `otherwise` is taken.
    fn gap(self, today: NaiveDate, otherwise: NaiveDate) -> Gap {
        let repaired = self.repaired_on.filter(|repaired| *repaired <= today);
        let end = repaired.unwrap_or(otherwise).min(self.respond_before);
        Gap { first: after(self.asked_on, 1), end }
    }
}

// Every day that does not count moves the last day by one. A gap counts as far
// as the term was running: not before its first day, not after its last, and no
// day twice.
fn lengthened(gaps: impl Iterator<Item = Gap>, from: NaiveDate, last: NaiveDate) -> NaiveDate {
    let mut gaps: Vec<Gap> = gaps.collect();
    gaps.sort_unstable_by_key(|gap| gap.first);
    let mut counted_to = after(from, 1);
    let mut last = last;
    for gap in gaps {
        let first = gap.first.max(counted_to);
        if first <= last && first < gap.end {
            last = after(last, gap.end.signed_duration_since(first).num_days().unsigned_abs());
            counted_to = gap.end;
        }
    }
    last
}

fn after(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}
