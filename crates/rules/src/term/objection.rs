// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whether an objection to a decision is in time, and when its clock starts.

use super::counting::last_day;
use chrono::NaiveDate;
use samenspraak_contract::term::TermRules;

/// How an objection arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The local day on which it was received.
    pub filed_on: NaiveDate,
    /// The day it was posted, when it came by post.
    pub posted_on: Option<NaiveDate>,
}

impl Arrival {
    /// Filed on a screen or at the desk.
    pub fn on(filed_on: NaiveDate) -> Self {
        Self { filed_on, posted_on: None }
    }
}

/// The last day to object to a decision that was made known on a day: six weeks
/// from the day after it (Awb 6:7, 6:8(1)).
pub fn filing_ends(notified_on: NaiveDate, rules: &TermRules) -> NaiveDate {
    last_day(&rules.administrative_objection.filing, notified_on, rules)
}

/// Whether an objection came after the term. By post it is in time when it was
/// posted within the term and arrived at most a week after it (Awb 6:9).
///
/// The Algemene termijnenwet is applied to that week too: our choice, in favour
/// of the citizen.
pub fn is_late(arrival: Arrival, notified_on: NaiveDate, rules: &TermRules) -> bool {
    let end = filing_ends(notified_on, rules);
    let by_post = arrival.posted_on.is_some_and(|posted| {
        posted <= end && arrival.filed_on <= last_day(&rules.administrative_objection.delivery, end, rules)
    });
    arrival.filed_on > end && !by_post
}

/// The day from which the term to decide is counted: the last day to object
/// (Awb 7:10(1)). For an objection that came later, the day it was received: the
/// law is silent, and nobody can decide on what is not there; our choice.
pub(super) fn counts_from(notified_on: NaiveDate, received_on: NaiveDate, rules: &TermRules) -> NaiveDate {
    filing_ends(notified_on, rules).max(received_on)
}
