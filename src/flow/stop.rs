// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Stopping or extending a consent: one press to ask, one to confirm, and the
//! truth about what arrived. Stopping never takes more presses than giving (A10).

use crate::wire::problem::ProblemType;

/// What the person wants with the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// Stop everything.
    Stop,
    /// Stop some of the data.
    StopPart,
    /// Let it go on longer.
    Extend,
}

/// Where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The person looks at the record.
    Looking,
    /// The person is told what will happen, and may still go back.
    Asking(Want),
    /// The change is on its way.
    Sending,
    /// It did not arrive, or the answer did not come back. It is kept.
    Offline,
    /// Nobody is signed in any more. The change is kept.
    SignedOut,
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The person wants something.
    Wanted(Want),
    /// The person goes back.
    WentBack,
    /// The person confirms.
    Confirmed,
    /// There is a change from before that is still to be sent.
    Resumed,
    /// The server was not reached, or could not answer now.
    NotReached,
    /// Nobody is signed in.
    SignedOut,
    /// The server answered for good: the record is shown as it stands now.
    Settled,
    /// The person, or the browser coming back online, tries again.
    TriedAgain,
}

impl Step {
    /// The next step, or nothing when the event has no meaning here.
    pub fn next(self, event: Event) -> Option<Self> {
        Some(match (self, event) {
            (Self::Looking, Event::Wanted(want)) => Self::Asking(want),
            (Self::Asking(_), Event::WentBack) => Self::Looking,
            (Self::Asking(_), Event::Confirmed) | (Self::Looking, Event::Resumed) => Self::Sending,
            (Self::Sending, Event::NotReached) => Self::Offline,
            (Self::Sending, Event::SignedOut) => Self::SignedOut,
            (Self::Sending, Event::Settled) => Self::Looking,
            (Self::Offline | Self::SignedOut, Event::TriedAgain) => Self::Sending,
            _ => return None,
        })
    }
}

/// What the person is told once the server has answered for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Everything stopped.
    Stopped,
    /// Some of the data stopped.
    PartStopped,
    /// It goes on longer.
    Extended,
    /// The record changed in the meantime; nothing was recorded.
    Changed,
    /// It is not possible in the present status; nothing was recorded.
    NotPossible,
    /// The server did not accept it; nothing was recorded.
    Failed,
}

impl News {
    /// The word that chooses its sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::PartStopped => "part-stopped",
            Self::Extended => "extended",
            Self::Changed => "changed",
            Self::NotPossible => "not-possible",
            Self::Failed => "failed",
        }
    }

    /// Whether the server recorded something.
    pub fn is_recorded(self) -> bool {
        matches!(self, Self::Stopped | Self::PartStopped | Self::Extended)
    }
}

/// What a problem means: the change is kept and comes again, or it is over.
pub fn meaning(problem: ProblemType) -> Result<Event, News> {
    Err(match problem {
        ProblemType::NotSignedIn => return Ok(Event::SignedOut),
        ProblemType::TooManyRequests | ProblemType::Unavailable | ProblemType::Internal => {
            return Ok(Event::NotReached);
        }
        ProblemType::PreconditionFailed => News::Changed,
        ProblemType::TransitionNotAllowed | ProblemType::WrongSignatory => News::NotPossible,
        _ => News::Failed,
    })
}

/// The same day so many months later, or the last day of that month when it has
/// no such day: `2027-01-31` and one month is `2027-02-28`.
pub fn months_later(day: &str, months: u32) -> Option<String> {
    let (year, month, day) = (number(day.get(..4)?)?, number(day.get(5..7)?)?, number(day.get(8..10)?)?);
    let count = year * 12 + month.checked_sub(1)? + months;
    let (year, month) = (count / 12, count % 12 + 1);
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400) => 29,
        2 => 28,
        _ => 31,
    };
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    Some([&*year.to_string(), "-", &two(month), "-", &two(day.min(last))].concat())
}

fn number(digits: &str) -> Option<u32> {
    digits
        .bytes()
        .try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTS: [Want; 3] = [Want::Stop, Want::StopPart, Want::Extend];

    fn steps() -> Vec<Step> {
        let mut steps = vec![Step::Looking, Step::Sending, Step::Offline, Step::SignedOut];
        steps.extend(WANTS.map(Step::Asking));
        steps
    }

    fn events() -> Vec<Event> {
        let mut events = vec![
            Event::WentBack,
            Event::Confirmed,
            Event::Resumed,
            Event::NotReached,
            Event::SignedOut,
            Event::Settled,
            Event::TriedAgain,
        ];
        events.extend(WANTS.map(Event::Wanted));
        events
    }

    #[test]
    fn exactly_these_arrows_exist() {
        let mut arrows = vec![
            (Step::Looking, Event::Resumed, Step::Sending),
            (Step::Sending, Event::NotReached, Step::Offline),
            (Step::Sending, Event::SignedOut, Step::SignedOut),
            (Step::Sending, Event::Settled, Step::Looking),
            (Step::Offline, Event::TriedAgain, Step::Sending),
            (Step::SignedOut, Event::TriedAgain, Step::Sending),
        ];
        for want in WANTS {
            arrows.push((Step::Looking, Event::Wanted(want), Step::Asking(want)));
            arrows.push((Step::Asking(want), Event::WentBack, Step::Looking));
            arrows.push((Step::Asking(want), Event::Confirmed, Step::Sending));
        }
        for step in steps() {
            for event in events() {
                let expected = arrows.iter().find(|(from, on, _)| (*from, *on) == (step, event));
                assert_eq!(step.next(event), expected.map(|(_, _, to)| *to), "{step:?} on {event:?}");
            }
        }
    }

    #[test]
    fn stopping_takes_two_presses() {
        let asked = Step::Looking.next(Event::Wanted(Want::Stop)).expect("the first press");
        assert_eq!(asked.next(Event::Confirmed), Some(Step::Sending));
    }

    #[test]
    fn a_second_press_sends_nothing() {
        assert_eq!(Step::Sending.next(Event::Confirmed), None);
        assert_eq!(Step::Looking.next(Event::Confirmed), None);
    }

    #[test]
    fn only_an_answer_for_good_ends_the_change() {
        for problem in ProblemType::ALL {
            match meaning(*problem) {
                Ok(event) => assert!(Step::Sending.next(event).is_some(), "{problem:?}"),
                Err(news) => assert!(!news.is_recorded(), "{problem:?}"),
            }
        }
        assert_eq!(meaning(ProblemType::PreconditionFailed), Err(News::Changed));
        assert_eq!(meaning(ProblemType::TransitionNotAllowed), Err(News::NotPossible));
        assert_eq!(meaning(ProblemType::Unavailable), Ok(Event::NotReached));
    }

    #[test]
    fn months_are_counted_like_a_calendar_does() {
        for (day, months, later) in [
            ("2026-11-22", 12, "2027-11-22"),
            ("2026-11-22T10:00:00.000Z", 1, "2026-12-22"),
            ("2026-12-31", 2, "2027-02-28"),
            ("2027-12-31", 2, "2028-02-29"),
            ("2026-10-31", 1, "2026-11-30"),
            ("2026-01-05", 0, "2026-01-05"),
        ] {
            assert_eq!(months_later(day, months).as_deref(), Some(later), "{day} and {months}");
        }
        assert_eq!(months_later("later", 1), None);
        assert_eq!(months_later("2026-00-01", 1), None);
    }
}
