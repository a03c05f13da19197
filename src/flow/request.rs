// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The journey through one request: choose, check, confirm, and the truth
//! about what arrived.

use crate::wire::problem::ProblemType;

/// Where the journey is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The request is being fetched.
    Loading,
    /// It could not be fetched; trying again helps.
    NotLoaded,
    /// There is nothing here for this person.
    Missing,
    /// Nothing is asked (any more); what was recorded is shown.
    Settled,
    /// Step 1: the person chooses.
    Choosing,
    /// Step 2: the person checks. Nothing was sent.
    Checking,
    /// The confirmed answers are on their way.
    Sending,
    /// They did not arrive, or the answer did not come back. They are kept.
    Offline,
    /// Step 3: they are recorded.
    Done,
    /// The text or scope changed since it was shown. Nothing was recorded.
    Outdated,
    /// This person answered already, in another tab for example.
    AlreadyDecided,
    /// The last day to answer passed. Nothing was recorded.
    Lapsed,
    /// Nobody is signed in any more. The choices are kept.
    SessionEnded,
    /// The server does not accept the answers. Nothing was recorded.
    Failed,
}

/// What happens on a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The request came, and asks something.
    Asked,
    /// The request came, and asks nothing.
    AskedNothing,
    /// The request came, and a confirmed answer to it is still to be sent.
    Resumed,
    /// The person answered everything and goes on.
    Reviewed,
    /// The person goes back.
    WentBack,
    /// The person confirms.
    Confirmed,
    /// The server recorded the answers.
    Recorded,
    /// The server was not reached, or could not answer now.
    NotReached,
    /// The text was outdated.
    WasOutdated,
    /// It was answered already.
    WasDecided,
    /// It was too late.
    WasLapsed,
    /// There is no such request for this person.
    WasMissing,
    /// Nobody is signed in.
    SignedOut,
    /// The server does not accept it.
    WasRefused,
    /// The person, or the browser coming back online, tries again.
    TriedAgain,
}

impl Phase {
    /// All phases, for tests and tables.
    pub const ALL: [Self; 14] = [
        Self::Loading,
        Self::NotLoaded,
        Self::Missing,
        Self::Settled,
        Self::Choosing,
        Self::Checking,
        Self::Sending,
        Self::Offline,
        Self::Done,
        Self::Outdated,
        Self::AlreadyDecided,
        Self::Lapsed,
        Self::SessionEnded,
        Self::Failed,
    ];

    /// The next phase, or nothing when the event has no meaning here: a second
    /// press on a button that already did its work, a late answer.
    pub fn next(self, event: Event) -> Option<Self> {
        Some(match (self, event) {
            (Self::Loading, Event::Asked) => Self::Choosing,
            (Self::Loading, Event::AskedNothing) => Self::Settled,
            (Self::Loading, Event::Resumed) => Self::Sending,
            (Self::Loading, Event::NotReached | Event::WasRefused) => Self::NotLoaded,
            (Self::Loading | Self::Sending, Event::WasMissing) => Self::Missing,
            (Self::Choosing, Event::Reviewed) => Self::Checking,
            (Self::Checking, Event::WentBack) => Self::Choosing,
            (Self::Checking, Event::Confirmed) => Self::Sending,
            (Self::Sending, Event::Recorded) => Self::Done,
            (Self::Sending, Event::NotReached) => Self::Offline,
            (Self::Sending, Event::WasOutdated) => Self::Outdated,
            (Self::Sending, Event::WasDecided) => Self::AlreadyDecided,
            (Self::Sending, Event::WasLapsed) => Self::Lapsed,
            (Self::Sending, Event::WasRefused) => Self::Failed,
            (Self::Loading | Self::Choosing | Self::Checking | Self::Sending, Event::SignedOut) => {
                Self::SessionEnded
            }
            (Self::Offline, Event::TriedAgain) => Self::Sending,
            (
                Self::NotLoaded | Self::Outdated | Self::AlreadyDecided | Self::SessionEnded | Self::Failed,
                Event::TriedAgain,
            ) => Self::Loading,
            _ => return None,
        })
    }

    /// The step in words: 1 choose, 2 check, 3 ready. Nothing when the journey
    /// stands beside its steps.
    pub fn step(self) -> Option<u32> {
        match self {
            Self::Choosing => Some(1),
            Self::Checking | Self::Sending | Self::Offline => Some(2),
            Self::Done => Some(3),
            _ => None,
        }
    }

    /// What the host page is told with the `step` event. Never personal data.
    pub fn word(self) -> &'static str {
        match self {
            Self::Loading => "loading",
            Self::NotLoaded => "not-loaded",
            Self::Missing => "missing",
            Self::Settled => "settled",
            Self::Choosing => "choosing",
            Self::Checking => "checking",
            Self::Sending => "sending",
            Self::Offline => "offline",
            Self::Done => "done",
            Self::Outdated => "outdated",
            Self::AlreadyDecided => "already-decided",
            Self::Lapsed => "lapsed",
            Self::SessionEnded => "session-ended",
            Self::Failed => "failed",
        }
    }
}

/// What a problem means for the journey.
pub fn meaning(problem: ProblemType) -> Event {
    match problem {
        ProblemType::NotSignedIn => Event::SignedOut,
        ProblemType::NoticeOutdated => Event::WasOutdated,
        ProblemType::AlreadyDecided => Event::WasDecided,
        ProblemType::RequestLapsed => Event::WasLapsed,
        ProblemType::NotFound => Event::WasMissing,
        // The same key makes it safe to try these again.
        ProblemType::TooManyRequests | ProblemType::Unavailable | ProblemType::Internal => Event::NotReached,
        _ => Event::WasRefused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENTS: [Event; 15] = [
        Event::Asked,
        Event::AskedNothing,
        Event::Resumed,
        Event::Reviewed,
        Event::WentBack,
        Event::Confirmed,
        Event::Recorded,
        Event::NotReached,
        Event::WasOutdated,
        Event::WasDecided,
        Event::WasLapsed,
        Event::WasMissing,
        Event::SignedOut,
        Event::WasRefused,
        Event::TriedAgain,
    ];

    // Every arrow of docs/states.md; what is not here must not move.
    const ARROWS: [(Phase, Event, Phase); 26] = [
        (Phase::Loading, Event::Asked, Phase::Choosing),
        (Phase::Loading, Event::AskedNothing, Phase::Settled),
        (Phase::Loading, Event::Resumed, Phase::Sending),
        (Phase::Loading, Event::NotReached, Phase::NotLoaded),
        (Phase::Loading, Event::WasRefused, Phase::NotLoaded),
        (Phase::Loading, Event::WasMissing, Phase::Missing),
        (Phase::Loading, Event::SignedOut, Phase::SessionEnded),
        (Phase::NotLoaded, Event::TriedAgain, Phase::Loading),
        (Phase::Choosing, Event::Reviewed, Phase::Checking),
        (Phase::Choosing, Event::SignedOut, Phase::SessionEnded),
        (Phase::Checking, Event::WentBack, Phase::Choosing),
        (Phase::Checking, Event::Confirmed, Phase::Sending),
        (Phase::Checking, Event::SignedOut, Phase::SessionEnded),
        (Phase::Sending, Event::Recorded, Phase::Done),
        (Phase::Sending, Event::NotReached, Phase::Offline),
        (Phase::Sending, Event::WasOutdated, Phase::Outdated),
        (Phase::Sending, Event::WasDecided, Phase::AlreadyDecided),
        (Phase::Sending, Event::WasLapsed, Phase::Lapsed),
        (Phase::Sending, Event::WasMissing, Phase::Missing),
        (Phase::Sending, Event::SignedOut, Phase::SessionEnded),
        (Phase::Sending, Event::WasRefused, Phase::Failed),
        (Phase::Offline, Event::TriedAgain, Phase::Sending),
        (Phase::Outdated, Event::TriedAgain, Phase::Loading),
        (Phase::AlreadyDecided, Event::TriedAgain, Phase::Loading),
        (Phase::SessionEnded, Event::TriedAgain, Phase::Loading),
        (Phase::Failed, Event::TriedAgain, Phase::Loading),
    ];

    #[test]
    fn exactly_the_documented_arrows_exist() {
        for phase in Phase::ALL {
            for event in EVENTS {
                let expected = ARROWS.iter().find(|(from, on, _)| (*from, *on) == (phase, event));
                assert_eq!(phase.next(event), expected.map(|(_, _, to)| *to), "{phase:?} on {event:?}");
            }
        }
    }

    #[test]
    fn a_second_press_sends_nothing() {
        assert_eq!(Phase::Sending.next(Event::Confirmed), None);
        assert_eq!(Phase::Done.next(Event::Confirmed), None);
    }

    #[test]
    fn confirmed_answers_cannot_be_changed_before_the_truth_is_known() {
        assert_eq!(Phase::Offline.next(Event::WentBack), None);
        assert_eq!(Phase::Sending.next(Event::WentBack), None);
    }

    #[test]
    fn nothing_but_the_server_says_done() {
        for phase in Phase::ALL {
            for event in EVENTS {
                if phase.next(event) == Some(Phase::Done) {
                    assert_eq!((phase, event), (Phase::Sending, Event::Recorded));
                }
            }
        }
    }

    #[test]
    fn every_problem_leads_somewhere_from_sending() {
        for problem in ProblemType::ALL {
            assert!(Phase::Sending.next(meaning(*problem)).is_some(), "{problem:?}");
            // A conflict answers a decision, never a read.
            assert!(
                Phase::Loading.next(meaning(*problem)).is_some() || problem.status() == 409,
                "{problem:?}"
            );
        }
    }
}
