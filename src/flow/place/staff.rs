// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The places of who works for the municipality: the complaint handler's desk, in the
//! artefact `staff`, and the table at which a worker sits with a client, in `intake`.

use super::Place;
use crate::flow::intake::Step;

// Which of the two rooms this artefact has.
const DESK: bool = cfg!(feature = "desk");
const TABLE: bool = cfg!(feature = "table");

/// A place of somebody who works for the municipality. Who the client is stands in
/// none of them: that is kept in memory alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StaffPlace {
    /// All filings, the first deadline first.
    Desk,
    /// One filing.
    Case(String),
    /// How many, how fast, which outcome.
    Statistics,
    /// Sharings that the person was not told about yet.
    Withheld,
    /// The clients: where intake begins.
    Clients,
    /// Recording a new client.
    ClientNew,
    /// The client that was chosen.
    Client,
    /// Recording what changed about that client.
    ClientChanged,
    /// One of the six steps with that client.
    Step(Step),
    /// What the steps produce, before it is asked.
    Overview,
    /// A request that was made, by its id.
    Made(String),
    /// Entering what somebody says: the request, and who of those who sign it.
    Entry(String, u8),
    /// What follows a no, for a request (G1).
    Outcome(String),
    /// Sharing without consent: my decisions.
    Sharing,
    /// A new decision to share, or not to.
    SharingNew,
    /// One decision.
    Shared(String),
}

impl Default for StaffPlace {
    fn default() -> Self {
        if DESK { Self::Desk } else { Self::Clients }
    }
}

impl StaffPlace {
    /// Whether it is a place of the desk; otherwise it is one of the table.
    pub fn is_desk(&self) -> bool {
        matches!(self, Self::Desk | Self::Case(_) | Self::Statistics | Self::Withheld)
    }

    // Of the other artefact it is no place here: `element.js` fetches that one.
    fn is_here(&self) -> bool {
        if self.is_desk() { DESK } else { TABLE }
    }

    fn read(word: &str) -> Option<Self> {
        let Some((kind, rest)) = word.split_once('/') else {
            return Some(match word {
                "desk" => Self::Desk,
                "statistics" => Self::Statistics,
                "withheld" => Self::Withheld,
                "clients" => Self::Clients,
                "client" => Self::Client,
                "overview" => Self::Overview,
                "sharing" => Self::Sharing,
                _ => return None,
            });
        };
        Some(match (kind, rest.split_once('/')) {
            ("case", None) => Self::Case(rest.to_owned()),
            ("clients", None) if rest == "new" => Self::ClientNew,
            ("client", None) if rest == "changed" => Self::ClientChanged,
            ("steps", None) => Self::Step(Step::of(rest.parse().ok()?)?),
            ("made", None) if !rest.is_empty() => Self::Made(rest.to_owned()),
            ("outcome", None) if !rest.is_empty() => Self::Outcome(rest.to_owned()),
            ("sharing", None) if rest == "new" => Self::SharingNew,
            ("sharing", None) if !rest.is_empty() => Self::Shared(rest.to_owned()),
            ("entry", Some((id, who))) => Self::Entry(id.to_owned(), who.parse().ok()?),
            _ => return None,
        })
    }
}

impl Place for StaffPlace {
    fn word(&self) -> String {
        match self {
            Self::Desk => "desk".into(),
            Self::Case(id) => ["case/", id].concat(),
            Self::Statistics => "statistics".into(),
            Self::Withheld => "withheld".into(),
            Self::Clients => "clients".into(),
            Self::ClientNew => "clients/new".into(),
            Self::Client => "client".into(),
            Self::ClientChanged => "client/changed".into(),
            Self::Step(step) => ["steps/", &step.number().to_string()].concat(),
            Self::Overview => "overview".into(),
            Self::Made(id) => ["made/", id].concat(),
            Self::Entry(id, who) => ["entry/", id, "/", &who.to_string()].concat(),
            Self::Outcome(id) => ["outcome/", id].concat(),
            Self::Sharing => "sharing".into(),
            Self::SharingNew => "sharing/new".into(),
            Self::Shared(id) => ["sharing/", id].concat(),
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::read(word).filter(Self::is_here)
    }

    fn view(&self) -> &'static str {
        match self {
            Self::Desk | Self::Case(_) => "desk",
            Self::Statistics => "statistics",
            Self::Withheld => "withheld",
            Self::Sharing | Self::SharingNew | Self::Shared(_) => "sharing",
            Self::Clients
            | Self::ClientNew
            | Self::Client
            | Self::ClientChanged
            | Self::Step(_)
            | Self::Overview
            | Self::Made(_)
            | Self::Entry(..)
            | Self::Outcome(_) => "clients",
        }
    }

    // A case lies on the desk: whoever puts it back finds the queue as it was.
    fn same_screen(&self, other: &Self) -> bool {
        let desk = |place: &Self| matches!(place, Self::Desk | Self::Case(_));
        self == other || desk(self) && desk(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_comes_back_from_its_word() {
        use StaffPlace::{
            Case, Client, ClientChanged, ClientNew, Clients, Desk, Entry, Made, Outcome, Overview, Shared,
            Sharing, SharingNew, Statistics, Withheld,
        };
        let steps = Step::ALL.map(StaffPlace::Step);
        let made =
            [Made("019b".into()), Entry("019b".into(), 2), Outcome("019b".into()), Shared("019b".into())];
        let others =
            [Desk, Case("019a".into()), Statistics, Withheld, Clients, Client, Overview, Sharing, SharingNew];
        let recording = [ClientNew, ClientChanged];
        for place in others.into_iter().chain(recording).chain(made).chain(steps) {
            assert_eq!(StaffPlace::parse(&place.word()), Some(place));
        }
    }

    #[test]
    fn an_unknown_word_is_no_place() {
        for word in [
            "",
            "case",
            "case/1/2",
            "desk/1",
            "requests",
            "steps/0",
            "steps/7",
            "made/",
            "entry/1",
            "entry/1/x",
            "sharing/",
            "outcome/",
            "clients/",
            "clients/old",
            "client/new",
        ] {
            assert_eq!(StaffPlace::parse(word), None, "{word}");
        }
    }

    #[test]
    fn a_case_lies_on_the_desk() {
        let case = StaffPlace::Case("1".into());
        assert_eq!(case.view(), StaffPlace::Desk.word());
        assert!(case.same_screen(&StaffPlace::Desk) && StaffPlace::Desk.same_screen(&case));
        assert!(case.same_screen(&StaffPlace::Case("2".into())));
        assert!(!case.same_screen(&StaffPlace::Statistics) && !StaffPlace::Withheld.same_screen(&case));
    }
}
