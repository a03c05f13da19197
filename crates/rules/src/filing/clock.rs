// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! By which day a filing is answered, and how close that day is.

use crate::filing::FilingFacts;
use crate::filing::state::{FilingState, state};
use crate::term::{Arrival, Clockwork, deadline, is_late, may_extend};
use chrono::{Days, NaiveDate};
use samenspraak_contract::desk::FilingRules;
use samenspraak_contract::filing::{DeadlineStanding, FilingDeadline, FilingKind, Track};
use samenspraak_contract::term::TermRules;

/// With so many days left, the day comes close.
const APPROACHING: u64 = 7;

/// What a municipality's configuration says about filings.
#[derive(Clone, Copy, Debug)]
pub struct Law<'a> {
    /// How long each track takes.
    pub terms: &'a TermRules,
    /// Who answers and who advises.
    pub rules: &'a FilingRules,
}

/// What moves the clock of a filing.
pub fn clockwork(facts: &FilingFacts, state: &FilingState, law: Law<'_>) -> Clockwork {
    let track = state.kind.track();
    Clockwork {
        track,
        received_on: facts.received_on,
        decision_notified_on: state.decision_notified_on,
        committee: law.rules.committee_on(track).is_some(),
        extended: state.extended,
        suspensions: state.suspensions.clone(),
    }
}

/// The clock of a filing on a day.
pub fn filing_deadline(
    facts: &FilingFacts,
    state: &FilingState,
    law: Law<'_>,
    today: NaiveDate,
) -> FilingDeadline {
    let clockwork = clockwork(facts, state, law);
    let clock = deadline(&clockwork, law.terms, today);
    let open = state.status.is_open();
    let extendable = open && may_extend(&clockwork, law.terms, today);
    FilingDeadline {
        answer_before: clock.answer_before,
        standing: match clock.answer_before {
            _ if !open => DeadlineStanding::Closed,
            None if clock.suspended => DeadlineStanding::Suspended,
            None => DeadlineStanding::OnTime,
            Some(last) => standing(last, today),
        },
        extended: state.extended,
        extend_until: clock.extend_until.filter(|_| extendable),
        extend_to: if extendable { extended(&clockwork, law.terms, today) } else { None },
        law: clock.law,
    }
}

// The last day to answer, were it extended.
fn extended(clockwork: &Clockwork, terms: &TermRules, today: NaiveDate) -> Option<NaiveDate> {
    deadline(&Clockwork { extended: true, ..clockwork.clone() }, terms, today).answer_before
}

fn standing(last: NaiveDate, today: NaiveDate) -> DeadlineStanding {
    if last < today {
        DeadlineStanding::Missed
    } else if last <= today.checked_add_days(Days::new(APPROACHING)).unwrap_or(NaiveDate::MAX) {
        DeadlineStanding::Approaching
    } else {
        DeadlineStanding::OnTime
    }
}

/// Where a filing stands in the queue of the desk. It changes with events only,
/// never with the passing of days: a suspension counts to its last day, and a
/// clock that waits for a day the desk must find out counts from receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it asks now.
    pub kind: FilingKind,
    /// Whether somebody still has to do something.
    pub open: bool,
    /// What comes first: the last day to answer.
    pub due: NaiveDate,
}

/// The place of a filing in the queue.
pub fn place(facts: &FilingFacts, law: Law<'_>) -> Place {
    let state = state(facts);
    let clockwork = clockwork(facts, &state, law);
    // On a day after every suspension, none of them is under way any more.
    let clock = deadline(&clockwork, law.terms, NaiveDate::MAX);
    let due = clock.answer_before.unwrap_or(facts.received_on);
    Place { kind: state.kind, open: state.status.is_open(), due }
}

/// Whether a filing is an objection that came after the term to object.
pub fn late(facts: &FilingFacts, state: &FilingState, terms: &TermRules) -> bool {
    state.kind.track() == Track::AdministrativeObjection
        && state
            .decision_notified_on
            .is_some_and(|notified| is_late(Arrival::on(facts.received_on), notified, terms))
}
