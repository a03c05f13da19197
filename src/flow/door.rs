// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The front door: a few plain questions lead to the right law (J5). Nobody has
//! to know that there are three of them; and a wrong turn does no harm, because
//! what is filed in the wrong track is forwarded and keeps its date.

use crate::flow::place::Wanted;

/// A question at the door.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Question {
    /// What do you want?
    #[default]
    Want,
    /// Did you get a letter with a decision?
    Letter,
    /// There is no letter: what is it about then?
    NoLetter,
    /// How you were treated, or how your data were?
    Treated,
    /// What should come of it?
    Goal,
    /// Did you say yes to this use?
    Consent,
    /// Who said yes can simply stop. Or go on.
    Stop,
}

/// Where an answer leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// To another question.
    Ask(Question),
    /// To what the person wants.
    Track(Wanted),
    /// To a complaint of which is known what it is about (J4).
    Complaint(&'static str),
    /// To my consents, to stop one.
    Consents,
}

/// What is known before anything is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Whether the use in question rests on consent.
    pub rests_on_consent: Option<bool>,
}

use Next::{Ask, Complaint, Consents, Track};

const WANT: &[(&str, Next)] = &[
    ("know", Track(Wanted::Access)),
    ("wrong", Track(Wanted::Rectification)),
    ("gone", Track(Wanted::Erasure)),
    ("pause", Track(Wanted::Restriction)),
    ("copy", Track(Wanted::Portability)),
    ("use", Ask(Question::Consent)),
    ("decision", Ask(Question::Letter)),
    ("treated", Ask(Question::Treated)),
];
const LETTER: &[(&str, Next)] =
    &[("yes", Track(Wanted::AdministrativeObjection)), ("no", Ask(Question::NoLetter))];
const NO_LETTER: &[(&str, Next)] =
    &[("data", Ask(Question::Consent)), ("person", Complaint("conduct")), ("other", Complaint("other"))];
const TREATED: &[(&str, Next)] = &[("person", Complaint("conduct")), ("data", Ask(Question::Goal))];
const GOAL: &[(&str, Next)] = &[("look", Complaint("data-exchange")), ("stop", Ask(Question::Consent))];
const CONSENT: &[(&str, Next)] =
    &[("yes", Ask(Question::Stop)), ("no", Track(Wanted::Objection)), ("unknown", Track(Wanted::Objection))];
const STOP: &[(&str, Next)] = &[("consents", Consents), ("object", Track(Wanted::Objection))];

impl Question {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Want, Self::Letter, Self::NoLetter, Self::Treated, Self::Goal, Self::Consent, Self::Stop];

    /// As it stands in a place, and in the keys of its sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::Want => "want",
            Self::Letter => "letter",
            Self::NoLetter => "no-letter",
            Self::Treated => "treated",
            Self::Goal => "goal",
            Self::Consent => "consent",
            Self::Stop => "stop",
        }
    }

    /// Reads what [`Question::word`] wrote.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.word() == word)
    }

    /// The question that usually comes before it; nothing for the first.
    pub fn before(self) -> Option<Self> {
        match self {
            Self::Want => None,
            Self::Letter | Self::Treated | Self::Consent => Some(Self::Want),
            Self::NoLetter => Some(Self::Letter),
            Self::Goal => Some(Self::Treated),
            Self::Stop => Some(Self::Consent),
        }
    }

    fn table(self) -> &'static [(&'static str, Next)] {
        match self {
            Self::Want => WANT,
            Self::Letter => LETTER,
            Self::NoLetter => NO_LETTER,
            Self::Treated => TREATED,
            Self::Goal => GOAL,
            Self::Consent => CONSENT,
            Self::Stop => STOP,
        }
    }

    /// The words of its answers, in the order in which they stand.
    pub fn answers(self) -> impl Iterator<Item = &'static str> {
        self.table().iter().map(|(word, _)| *word)
    }

    /// Where an answer leads; what is known already is not asked.
    pub fn next(self, answer: &str, known: Known) -> Option<Next> {
        let (_, next) = self.table().iter().find(|(word, _)| *word == answer)?;
        Some(match (*next, known.rests_on_consent) {
            (Ask(Question::Consent), Some(true)) => Ask(Question::Stop),
            (Ask(Question::Consent), Some(false)) => Track(Wanted::Objection),
            (next, _) => next,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL_KNOWN: [Known; 3] = [
        Known { rests_on_consent: None },
        Known { rests_on_consent: Some(true) },
        Known { rests_on_consent: Some(false) },
    ];

    // Every way through the door: the questions passed, and where it ends.
    fn ways(from: Question, known: Known) -> Vec<(Vec<Question>, Next)> {
        let mut found = Vec::new();
        for answer in from.answers() {
            match from.next(answer, known) {
                Some(Ask(next)) => {
                    for (mut passed, end) in ways(next, known) {
                        passed.insert(0, from);
                        found.push((passed, end));
                    }
                }
                Some(end) => found.push((vec![from], end)),
                None => unreachable!("an answer of the table leads somewhere"),
            }
        }
        found
    }

    #[test]
    fn every_way_ends_and_no_question_comes_back() {
        for known in ALL_KNOWN {
            for (passed, end) in ways(Question::Want, known) {
                assert!(!matches!(end, Ask(_)));
                let asked = passed.iter().filter(|question| **question != Question::Stop).count();
                assert!(asked <= 4, "{passed:?}");
                for (index, question) in passed.iter().enumerate() {
                    assert!(!passed[..index].contains(question), "{passed:?}");
                }
            }
        }
    }

    #[test]
    fn everything_a_person_may_want_is_behind_the_door() {
        let ends: Vec<Next> =
            ways(Question::Want, Known::default()).into_iter().map(|(_, end)| end).collect();
        for wanted in Wanted::ALL {
            let leads = |end: &Next| match end {
                Complaint(_) => wanted == Wanted::Complaint,
                end => *end == Track(wanted),
            };
            assert!(ends.iter().any(leads), "{wanted:?}");
        }
        for matter in ["conduct", "data-exchange", "other"] {
            assert!(ends.contains(&Complaint(matter)), "{matter}");
        }
        assert!(ends.contains(&Consents));
    }

    #[test]
    fn every_question_is_asked_and_has_a_way_back() {
        let ways = ways(Question::Want, Known::default());
        for question in Question::ALL {
            assert!(ways.iter().any(|(passed, _)| passed.contains(&question)), "{question:?}");
            assert_eq!(Question::parse(question.word()), Some(question));
            let Some(before) = question.before() else {
                assert_eq!(question, Question::Want);
                continue;
            };
            let leads =
                before.answers().any(|answer| before.next(answer, Known::default()) == Some(Ask(question)));
            assert!(leads, "{question:?}");
        }
        assert_eq!(Question::parse("nonsense"), None);
        assert_eq!(Question::Want.next("nonsense", Known::default()), None);
    }

    #[test]
    fn what_is_known_is_not_asked() {
        for (rests, expected) in [(true, Ask(Question::Stop)), (false, Track(Wanted::Objection))] {
            let known = Known { rests_on_consent: Some(rests) };
            assert_eq!(Question::Want.next("use", known), Some(expected));
            let ways = ways(Question::Want, known);
            assert!(ways.iter().all(|(passed, _)| !passed.contains(&Question::Consent)));
        }
    }
}
