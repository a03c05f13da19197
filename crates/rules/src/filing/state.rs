// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the events of a filing add up to. The table of `docs/states.md` is
//! [`is_allowed`] in prose; a test holds the two together.

use crate::filing::FilingFacts;
use crate::term::{Suspension, local_date};
use chrono::NaiveDate;
use samenspraak_contract::filing::{FilingEvent, FilingEventType, FilingKind, FilingStatus, Outcome, Track};

/// A filing as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilingState {
    /// What it asks now.
    pub kind: FilingKind,
    /// Everything it was before, oldest first, without what it is now.
    pub was: Vec<FilingKind>,
    /// Where it is in its life.
    pub status: FilingStatus,
    /// How it was decided.
    pub outcome: Option<Outcome>,
    /// Whether the term of its present track was extended.
    pub extended: bool,
    /// The day the contested decision was made known, when that is known.
    pub decision_notified_on: Option<NaiveDate>,
    /// The times the person was asked to complete an objection (Awb 6:6).
    pub suspensions: Vec<Suspension>,
}

/// What the events add up to.
pub fn state(facts: &FilingFacts) -> FilingState {
    let filed = FilingState {
        kind: facts.kind,
        was: Vec::new(),
        status: FilingStatus::Received,
        outcome: None,
        extended: false,
        decision_notified_on: facts.content.decision.as_ref().and_then(|decision| decision.notified_on),
        suspensions: Vec::new(),
    };
    facts.events.iter().fold(filed, after)
}

fn after(mut state: FilingState, event: &FilingEvent) -> FilingState {
    use FilingEventType as E;
    match event.event_type {
        E::Filed | E::RecipientTold | E::RecipientAcknowledged => {}
        E::Extended => state.extended = true,
        E::Acknowledged => state.status = FilingStatus::InProgress,
        E::InformationRequested => {
            state.status = FilingStatus::AwaitingInformation;
            suspend(&mut state, event);
        }
        E::InformationGiven => {
            if state.status == FilingStatus::AwaitingInformation {
                state.status = FilingStatus::InProgress;
                repair(&mut state, event);
            }
        }
        E::Forwarded => forward(&mut state, event),
        E::SentOn => state.status = FilingStatus::SentOn,
        E::Withdrawn => state.status = FilingStatus::Withdrawn,
        E::Decided => {
            state.status = FilingStatus::Decided;
            state.outcome = event.outcome;
        }
    }
    // A handler who found out the day says so with the event.
    state.decision_notified_on = event.decision_notified_on.or(state.decision_notified_on);
    state
}

// Only the Awb lets the term wait for the person (6:6 with 7:10(2)).
fn suspend(state: &mut FilingState, event: &FilingEvent) {
    if let (Track::AdministrativeObjection, Some(respond_before)) = (state.kind.track(), event.respond_before)
    {
        let asked_on = local_date(event.occurred_at);
        state.suspensions.push(Suspension { asked_on, repaired_on: None, respond_before });
    }
}

fn repair(state: &mut FilingState, event: &FilingEvent) {
    let repaired_on = local_date(event.occurred_at);
    for suspension in state.suspensions.iter_mut().filter(|suspension| suspension.repaired_on.is_none()) {
        suspension.repaired_on = Some(repaired_on);
    }
}

// The next desk begins anew: it takes the filing up, and an extension that was
// told under another law does not lengthen the term of this one.
fn forward(state: &mut FilingState, event: &FilingEvent) {
    let Some(kind) = event.kind else { return };
    state.extended &= kind.track() == state.kind.track();
    state.was.push(state.kind);
    state.kind = kind;
    state.status = FilingStatus::Received;
}

/// Whether an event may follow in a status. The table is in `docs/states.md`.
pub fn is_allowed(status: FilingStatus, event: FilingEventType) -> bool {
    use FilingEventType as E;
    use FilingStatus as S;
    match event {
        E::Filed => false,
        E::Acknowledged => status == S::Received,
        E::InformationGiven
        | E::Withdrawn
        | E::InformationRequested
        | E::Forwarded
        | E::SentOn
        | E::Extended
        | E::Decided => status.is_open(),
        E::RecipientTold | E::RecipientAcknowledged => status == S::Decided,
    }
}
