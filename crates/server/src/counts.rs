// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is counted when something is stored, without a person (N1).

use chrono::NaiveDate;
use samenspraak_contract::record::{ConsentEvent, EventType};
use samenspraak_rules::statistics::{Quarter, Said, Tally};
use samenspraak_storage::tally::Count;

/// Something that is counted in the quarter of a day.
pub fn count(day: NaiveDate, tally: Tally) -> Count {
    Count { period: Quarter::of(day).to_string(), what: tally.to_string() }
}

/// What a person's words add. Only words that were said are counted: what
/// follows from a date, or from the municipality, is nobody's answer.
pub fn said<'a>(day: NaiveDate, events: impl IntoIterator<Item = &'a ConsentEvent>) -> Vec<Count> {
    let said = |event: &ConsentEvent| match event.event_type {
        EventType::Given => Some(Said::Given),
        EventType::Refused => Some(Said::Refused),
        EventType::Withdrawn => Some(Said::Withdrawn),
        _ => None,
    };
    events.into_iter().filter_map(said).map(|said| count(day, Tally::Consent(said))).collect()
}
