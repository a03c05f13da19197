// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A form on its way to the municipality, and the truth about what arrived.

use crate::wire::problem::ProblemType;

/// Where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The person types.
    Typing,
    /// It is on its way.
    Sending,
    /// It did not arrive, or the answer did not come back. It is kept.
    Offline,
    /// Nobody is signed in any more. It is kept.
    SignedOut,
    /// It is recorded.
    Done,
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The person sends it.
    Confirmed,
    /// There is one from before that is still to be sent.
    Resumed,
    /// The server was not reached, or could not answer now.
    NotReached,
    /// Nobody is signed in.
    SignedOut,
    /// The server said no for good; what was typed is still there.
    Refused,
    /// The server recorded it.
    Recorded,
    /// The person, or the browser coming back online, tries again.
    TriedAgain,
    /// The person begins another one.
    Began,
}

impl Step {
    /// All of them, for tests and tables.
    pub const ALL: [Self; 5] = [Self::Typing, Self::Sending, Self::Offline, Self::SignedOut, Self::Done];

    /// The next step, or nothing when the event has no meaning here.
    pub fn next(self, event: Event) -> Option<Self> {
        Some(match (self, event) {
            (Self::Typing, Event::Confirmed | Event::Resumed) => Self::Sending,
            (Self::Sending, Event::NotReached) => Self::Offline,
            (Self::Sending, Event::SignedOut) => Self::SignedOut,
            (Self::Sending, Event::Refused) => Self::Typing,
            (Self::Sending, Event::Recorded) => Self::Done,
            (Self::Offline | Self::SignedOut, Event::TriedAgain) => Self::Sending,
            (Self::Done, Event::Began) => Self::Typing,
            _ => return None,
        })
    }
}

/// Why the server did not take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum No {
    /// Something in it is not right; each field says what.
    Wrong,
    /// What it is about changed since it was read.
    Changed,
    /// That is not possible any more.
    NotPossible,
    /// Something else.
    Failed,
}

impl No {
    /// The word that chooses its sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Wrong => "wrong",
            Self::Changed => "changed",
            Self::NotPossible => "not-possible",
            Self::Failed => "failed",
        }
    }
}

/// What a problem means: it is kept and comes again, or it is over.
pub fn meaning(problem: ProblemType) -> Result<Event, No> {
    Err(match problem {
        ProblemType::NotSignedIn => return Ok(Event::SignedOut),
        ProblemType::TooManyRequests | ProblemType::Unavailable | ProblemType::Internal => {
            return Ok(Event::NotReached);
        }
        ProblemType::InvalidInput => No::Wrong,
        ProblemType::PreconditionFailed => No::Changed,
        ProblemType::TransitionNotAllowed => No::NotPossible,
        _ => No::Failed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENTS: [Event; 8] = [
        Event::Confirmed,
        Event::Resumed,
        Event::NotReached,
        Event::SignedOut,
        Event::Refused,
        Event::Recorded,
        Event::TriedAgain,
        Event::Began,
    ];

    #[test]
    fn every_event_in_every_step() {
        use Step::{Done, Offline, Sending, SignedOut, Typing};
        let steps = |step: Step| EVENTS.map(|event| step.next(event));
        let none = None;
        assert_eq!(steps(Typing), [Some(Sending), Some(Sending), none, none, none, none, none, none]);
        let sent = [none, none, Some(Offline), Some(SignedOut), Some(Typing), Some(Done), none, none];
        assert_eq!(steps(Sending), sent);
        for waiting in [Offline, SignedOut] {
            assert_eq!(steps(waiting), [none, none, none, none, none, none, Some(Sending), none]);
        }
        assert_eq!(steps(Done), [none, none, none, none, none, none, none, Some(Typing)]);
    }

    #[test]
    fn a_second_press_finds_nothing_to_do() {
        let sending = Step::Typing.next(Event::Confirmed).expect("it is sent");
        assert_eq!(sending.next(Event::Confirmed), None);
    }

    #[test]
    fn only_what_may_have_arrived_is_kept_to_be_sent_again() {
        for problem in ProblemType::ALL {
            let kept = meaning(*problem).is_ok();
            let expected = matches!(problem.status(), 401 | 429 | 500 | 503);
            assert_eq!(kept, expected, "{problem:?}");
        }
        assert_eq!(meaning(ProblemType::InvalidInput), Err(No::Wrong));
        assert_eq!(meaning(ProblemType::PreconditionFailed), Err(No::Changed));
    }
}
