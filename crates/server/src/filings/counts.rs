// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is counted of filings, without a person (N1).

use crate::counts::count;
use chrono::NaiveDate;
use samenspraak_contract::filing::{FilingEvent, FilingEventType};
use samenspraak_rules::filing::FilingFacts;
use samenspraak_rules::filing::clock::{Law, filing_deadline};
use samenspraak_rules::filing::state::state;
use samenspraak_rules::statistics::{Tally, Timeliness};
use samenspraak_storage::tally::Count;

/// What a new filing adds.
pub fn filed(facts: &FilingFacts) -> Vec<Count> {
    vec![count(facts.received_on, Tally::Filed(facts.kind))]
}

/// What an event on a day adds to a filing as it was before it.
pub fn event(before: &FilingFacts, event: &FilingEvent, law: Law<'_>, today: NaiveDate) -> Vec<Count> {
    let (FilingEventType::Decided, Some(outcome)) = (event.event_type, event.outcome) else {
        return Vec::new();
    };
    let state = state(before);
    let last = filing_deadline(before, &state, law, today).answer_before;
    vec![count(today, Tally::Decided(state.kind, outcome, Timeliness::of(today, last)))]
}
