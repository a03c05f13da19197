// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the events of a record add up to on the screen: in which group it
//! stands, and how each datum stands.

use crate::wire::record::{Event, Record};
use crate::wire::request::Datum;

/// The groups of *my consents*, in the order that matters to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Something is shared now.
    Shared,
    /// A yes that waits for somebody else's.
    Waiting,
    /// Not decided yet.
    Open,
    /// Said no.
    Refused,
    /// No longer valid, for whatever reason.
    Ended,
}

impl Group {
    /// All groups, in order.
    pub const ALL: [Self; 5] = [Self::Shared, Self::Waiting, Self::Open, Self::Refused, Self::Ended];

    /// The word that chooses its sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Waiting => "waiting",
            Self::Open => "open",
            Self::Refused => "refused",
            Self::Ended => "ended",
        }
    }
}

/// Where a record stands. A status that this version does not know has ended:
/// nothing may be claimed to be shared because of it.
pub fn group_of(record: &Record) -> Group {
    match &*record.status {
        "given" => Group::Shared,
        // Under review, what those who must sign today allowed goes on.
        "review" if !record.shared.is_empty() => Group::Shared,
        "pending" => Group::Waiting,
        "requested" | "deferred" => Group::Open,
        "refused" => Group::Refused,
        _ => Group::Ended,
    }
}

/// How one datum of a record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Shared now.
    Shared,
    /// A yes, but not shared now.
    Allowed,
    /// A no.
    Refused,
    /// A yes before, stopped since.
    Stopped,
    /// Not answered.
    Open,
}

impl Stand {
    /// The word that chooses its sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Allowed => "allowed",
            Self::Refused => "refused",
            Self::Stopped => "stopped",
            Self::Open => "open",
        }
    }
}

/// How a datum stands, from the events that the person may see.
pub fn stand_of(record: &Record, datum: &str) -> Stand {
    if record.is_shared(datum) {
        return Stand::Shared;
    }
    let mut stand = Stand::Open;
    for event in &record.events {
        stand = after(stand, event, datum);
    }
    stand
}

fn after(stand: Stand, event: &Event, datum: &str) -> Stand {
    let covered = event.data.iter().any(|id| id == datum);
    match &*event.kind {
        "given" if covered => Stand::Allowed,
        "given" | "refused" => Stand::Refused,
        "deferred" => Stand::Open,
        "withdrawn" if covered && stand == Stand::Allowed => Stand::Stopped,
        _ => stand,
    }
}

/// The data a person may stop: what is allowed, whether or not it is shared now.
pub fn stoppable(record: &Record) -> Vec<&Datum> {
    let mut data = Vec::new();
    for datum in &record.item.data {
        if matches!(stand_of(record, &datum.id), Stand::Shared | Stand::Allowed) {
            data.push(datum);
        }
    }
    data
}

/// The last event that a person expressed: who acted (F6).
pub fn last_word(record: &Record) -> Option<&Event> {
    record.events.iter().rev().find(|event| event.by.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(status: &str, events: &[(&str, &[&str])]) -> Record {
        let event = |(kind, data): &(&str, &[&str])| Event {
            kind: (*kind).to_owned(),
            data: data.iter().map(|id| (*id).to_owned()).collect(),
            ..Event::default()
        };
        let mut record = Record {
            status: status.to_owned(),
            events: events.iter().map(event).collect(),
            ..Record::default()
        };
        record.item.data = ["x", "y"].map(|id| Datum { id: id.to_owned(), ..Datum::default() }).into();
        record
    }

    #[test]
    fn every_status_of_the_contract_has_a_group() {
        use samenspraak_contract::record::RecordStatus;
        let groups = RecordStatus::ALL.map(|status| {
            let word = serde_json::to_value(status).expect("a status is a word");
            group_of(&record(word.as_str().unwrap_or_default(), &[]))
        });
        use Group::{Ended, Open, Refused, Shared, Waiting};
        let expected =
            [Open, Open, Waiting, Shared, Refused, Ended, Ended, Ended, Ended, Ended, Ended, Ended];
        assert_eq!(groups, expected);
    }

    #[test]
    fn a_review_in_which_something_is_shared_is_not_called_ended() {
        let mut it = record("review", &[]);
        it.shared = vec!["x".into()];
        assert_eq!(group_of(&it), Group::Shared);
    }

    #[test]
    fn a_datum_stands_as_the_last_word_about_it() {
        let both: &[&str] = &["x", "y"];
        let stands = |events: &[(&str, &[&str])]| {
            let it = record("pending", events);
            [stand_of(&it, "x"), stand_of(&it, "y")]
        };
        assert_eq!(stands(&[("requested", both)]), [Stand::Open, Stand::Open]);
        assert_eq!(stands(&[("given", &["x"])]), [Stand::Allowed, Stand::Refused]);
        assert_eq!(stands(&[("given", both), ("withdrawn", &["y"])]), [Stand::Allowed, Stand::Stopped]);
        assert_eq!(stands(&[("refused", both), ("deferred", &[])]), [Stand::Open, Stand::Open]);
        assert_eq!(
            stands(&[("given", both), ("withdrawn", both), ("given", &["y"])]),
            [Stand::Refused, Stand::Allowed]
        );
    }

    #[test]
    fn only_what_is_allowed_can_be_stopped() {
        let mut it = record("given", &[("given", &["x", "y"]), ("withdrawn", &["y"])]);
        it.shared = vec!["x".into()];
        assert_eq!(stoppable(&it), [&it.item.data[0]]);
        assert_eq!(stand_of(&it, "x"), Stand::Shared);
    }
}
