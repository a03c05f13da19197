// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The places of the `staff` artefact: the complaint handler's desk.

use super::Place;

/// A place of somebody who works for the municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum StaffPlace {
    /// All filings, the first deadline first.
    #[default]
    Desk,
    /// One filing.
    Case(String),
    /// How many, how fast, which outcome.
    Statistics,
    /// Sharings that the person was not told about yet.
    Withheld,
}

impl Place for StaffPlace {
    fn word(&self) -> String {
        match self {
            Self::Desk => "desk".into(),
            Self::Case(id) => ["case/", id].concat(),
            Self::Statistics => "statistics".into(),
            Self::Withheld => "withheld".into(),
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Some(match word.split_once('/') {
            None if word == "desk" => Self::Desk,
            None if word == "statistics" => Self::Statistics,
            None if word == "withheld" => Self::Withheld,
            Some(("case", id)) if !id.contains('/') => Self::Case(id.to_owned()),
            _ => return None,
        })
    }

    fn view(&self) -> &'static str {
        match self {
            Self::Desk | Self::Case(_) => "desk",
            Self::Statistics => "statistics",
            Self::Withheld => "withheld",
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
        use StaffPlace::{Case, Desk, Statistics, Withheld};
        for place in [Desk, Case("019a".into()), Statistics, Withheld] {
            assert_eq!(StaffPlace::parse(&place.word()), Some(place));
        }
    }

    #[test]
    fn an_unknown_word_is_no_place() {
        for word in ["", "case", "case/1/2", "desk/1", "requests"] {
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
