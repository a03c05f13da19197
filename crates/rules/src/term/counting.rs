// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The last day of a term.

use super::calendar::working_day_from;
use chrono::{Days, Months, NaiveDate};
use samenspraak_contract::term::{Counting, Term, TermRules, TermUnit};

// Algemene termijnenwet art. 4: it does not apply to longer terms.
const LONGEST_MOVED_WEEKS: u32 = 12;
const LONGEST_MOVED_MONTHS: u32 = 3;

/// A length of time that ends by one way of counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    length: u32,
    unit: TermUnit,
    counting: Counting,
}

impl Span {
    /// The length of one term.
    pub fn of(term: &Term) -> Self {
        Self { length: term.length.into(), unit: term.unit, counting: term.counting }
    }

    /// Lengthened by a term in the same unit. The whole is counted from the day
    /// the first term was counted from: 31 August plus one and two months is
    /// 30 November, whatever was the end of the first month.
    ///
    /// The whole length decides whether the Algemene termijnenwet still moves
    /// the last day. Its art. 4 does not say so for a term that grew by
    /// adjournment; this is our choice, and never the later day for the citizen.
    #[must_use]
    pub fn plus(self, term: &Term) -> Self {
        debug_assert_eq!((self.unit, self.counting), (term.unit, term.counting));
        Self { length: self.length + u32::from(term.length), ..self }
    }

    /// The last day, counted from the day of an event, which itself does not
    /// count (Regulation 1182/71 art. 3(1), Awb 6:8(1)): the same weekday or the
    /// same day of the month, and in a month that is too short its last day
    /// (Regulation 1182/71 art. 3(2)(c)). Not moved yet.
    pub fn last_day(self, event: NaiveDate) -> NaiveDate {
        let last = match self.unit {
            TermUnit::Weeks => event.checked_add_days(Days::new(u64::from(self.length) * 7)),
            TermUnit::Months => event.checked_add_months(Months::new(self.length)),
        };
        last.unwrap_or(NaiveDate::MAX)
    }

    /// The last day, moved to the next working day where the law does so
    /// (Regulation 1182/71 art. 3(4); Algemene termijnenwet art. 1(1)).
    pub fn moved(self, last: NaiveDate, rules: &TermRules) -> NaiveDate {
        if self.is_moved() { working_day_from(last, rules) } else { last }
    }

    /// Whether a last day that is no working day is moved at all.
    pub fn is_moved(self) -> bool {
        match (self.counting, self.unit) {
            (Counting::Regulation1182, _) => true,
            (Counting::GeneralTermsAct, TermUnit::Weeks) => self.length <= LONGEST_MOVED_WEEKS,
            (Counting::GeneralTermsAct, TermUnit::Months) => self.length <= LONGEST_MOVED_MONTHS,
        }
    }
}

/// The last day of a term, counted from the day of an event and moved where the
/// law does so.
pub fn last_day(term: &Term, event: NaiveDate, rules: &TermRules) -> NaiveDate {
    let span = Span::of(term);
    span.moved(span.last_day(event), rules)
}
