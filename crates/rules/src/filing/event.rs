// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who may add what to a filing, and when.

use crate::filing::FilingFacts;
use crate::filing::check::{titles, words, words_required};
use crate::filing::clock::{Law, clockwork};
use crate::filing::state::{FilingState, is_allowed, state};
use crate::record::invalid;
use crate::term::may_extend;
use chrono::NaiveDate;
use samenspraak_contract::filing::{FilingEventType as E, FilingKind, NewFilingEvent, Outcome, Track};
use samenspraak_contract::id::{PartyId, PersonId};
use samenspraak_contract::problem::{InvalidParam, InvalidReason as R};
use std::collections::BTreeSet;

/// Who adds an event.
#[derive(Clone, Copy, Debug)]
pub enum Actor<'a> {
    /// Somebody outside the municipality.
    Person(&'a PersonId),
    /// Who answers for the municipality.
    Handler,
    /// A system of a recipient: says that a correction is done.
    System,
    /// Staff who read only.
    Reader,
}

/// Why an event is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventRefusal {
    /// This is for somebody else to do.
    NotYours,
    /// The filing's status or its clock does not allow it.
    NotAllowed,
    /// The input is wrong; all errors at once.
    Invalid(Vec<InvalidParam>),
}

/// Everything outside the filing that an event is held against.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The law.
    pub law: Law<'a>,
    /// The parties of the catalogue.
    pub parties: &'a BTreeSet<PartyId>,
    /// Today, where the municipality is.
    pub today: NaiveDate,
}

const PERSONS: [E; 2] = [E::InformationGiven, E::Withdrawn];
const HANDLERS: [E; 8] = [
    E::Acknowledged,
    E::InformationRequested,
    E::Forwarded,
    E::SentOn,
    E::Extended,
    E::Decided,
    E::RecipientTold,
    E::RecipientAcknowledged,
];

fn is_theirs(facts: &FilingFacts, event: E, actor: Actor<'_>) -> bool {
    match actor {
        Actor::Person(person) => facts.is_of(person) && PERSONS.contains(&event),
        Actor::Handler => HANDLERS.contains(&event),
        Actor::System => event == E::RecipientAcknowledged,
        Actor::Reader => false,
    }
}

/// What the actor may add now.
pub fn allowed_events(facts: &FilingFacts, actor: Actor<'_>, law: Law<'_>, today: NaiveDate) -> Vec<E> {
    let state = state(facts);
    let possible =
        |event: &E| is_theirs(facts, *event, actor) && is_possible(facts, &state, *event, law, today);
    E::ALL.into_iter().filter(possible).collect()
}

fn is_possible(facts: &FilingFacts, state: &FilingState, event: E, law: Law<'_>, today: NaiveDate) -> bool {
    is_allowed(state.status, event)
        && match event {
            E::Forwarded => !forward_to(state).is_empty(),
            E::Extended => may_extend(&clockwork(facts, state, law), law.terms, today),
            E::RecipientTold => must_tell(state),
            E::RecipientAcknowledged => must_tell(state) && !waiting(facts).is_empty(),
            _ => true,
        }
}

/// What a filing may be forwarded to: whatever it never was (no circles).
pub fn forward_to(state: &FilingState) -> Vec<FilingKind> {
    let new = |kind: &FilingKind| *kind != state.kind && !state.was.contains(kind);
    FilingKind::ALL.into_iter().filter(new).collect()
}

/// Whether recipients must be told: something was corrected, erased or
/// restricted (GDPR 19).
pub fn must_tell(state: &FilingState) -> bool {
    matches!(state.outcome, Some(Outcome::Granted | Outcome::PartlyGranted))
        && matches!(state.kind, FilingKind::Rectification | FilingKind::Erasure | FilingKind::Restriction)
}

/// The recipients that were told and did not answer yet.
fn waiting(facts: &FilingFacts) -> BTreeSet<&PartyId> {
    let named = |event_type| {
        let events = facts.events.iter().filter(move |event| event.event_type == event_type);
        events.filter_map(|event| event.party_id.as_ref()).collect::<BTreeSet<_>>()
    };
    &named(E::RecipientTold) - &named(E::RecipientAcknowledged)
}

/// Checks an event.
///
/// # Errors
/// See [`EventRefusal`]; nothing may be stored then.
pub fn plan_event(
    facts: &FilingFacts,
    new: &NewFilingEvent,
    actor: Actor<'_>,
    around: Around<'_>,
) -> Result<(), EventRefusal> {
    if !is_theirs(facts, new.event_type, actor) {
        return Err(EventRefusal::NotYours);
    }
    let state = state(facts);
    if !is_possible(facts, &state, new.event_type, around.law, around.today) {
        return Err(EventRefusal::NotAllowed);
    }
    let mut errors = Vec::new();
    text(new, &mut errors);
    dates(&state, new, around.today, &mut errors);
    forward(&state, new, &mut errors);
    outcome(new, &mut errors);
    party(facts, new, around.parties, &mut errors);
    if errors.is_empty() { Ok(()) } else { Err(EventRefusal::Invalid(errors)) }
}

// Whoever is answered, asked, sent elsewhere or made to wait reads why (K8).
fn text(new: &NewFilingEvent, errors: &mut Vec<InvalidParam>) {
    let text = new.text.as_deref();
    let needed = matches!(
        new.event_type,
        E::InformationRequested | E::Forwarded | E::SentOn | E::Extended | E::Decided
    );
    if needed {
        words_required("/text", text, "say why; the person reads this", errors);
    } else if new.event_type == E::InformationGiven && new.attachments.is_empty() {
        words_required("/text", text, "write something, or add a document", errors);
    } else {
        words("/text", text, errors);
    }
    match (new.event_type, new.authority.as_deref()) {
        (E::SentOn, authority) => words_required("/authority", authority, "say to whom", errors),
        (_, Some(_)) => errors.push(not_here("/authority")),
        _ => {}
    }
    if !new.attachments.is_empty() && matches!(new.event_type, E::Withdrawn | E::RecipientAcknowledged) {
        errors.push(not_here("/attachments"));
    }
    titles(&new.attachments, errors);
}

fn dates(state: &FilingState, new: &NewFilingEvent, today: NaiveDate, errors: &mut Vec<InvalidParam>) {
    match (new.event_type, new.respond_before) {
        (E::InformationRequested, None) => {
            errors.push(invalid("/respondBefore", R::Missing, "say the last day to answer"));
        }
        (E::InformationRequested, Some(day)) if day <= today => {
            errors.push(invalid("/respondBefore", R::DateInPast, "give the person at least until tomorrow"));
        }
        (E::InformationRequested, Some(day)) if is_far(day, today) => {
            errors.push(invalid("/respondBefore", R::DateOutOfRange, "at most a year from today"));
        }
        (E::InformationRequested, Some(_)) | (_, None) => {}
        _ => errors.push(not_here("/respondBefore")),
    }
    let Some(notified) = new.decision_notified_on else { return };
    let kind = if new.event_type == E::Forwarded { new.kind.unwrap_or(state.kind) } else { state.kind };
    let fits = matches!(new.event_type, E::Acknowledged | E::Forwarded)
        && kind.track() == Track::AdministrativeObjection;
    if !fits {
        errors.push(not_here("/decisionNotifiedOn"));
    } else if today < notified {
        errors.push(invalid("/decisionNotifiedOn", R::DateInFuture, "this day has not come yet"));
    }
}

// A year is far beyond every term to repair an omission.
fn is_far(day: NaiveDate, today: NaiveDate) -> bool {
    day.signed_duration_since(today).num_days() > 366
}

fn forward(state: &FilingState, new: &NewFilingEvent, errors: &mut Vec<InvalidParam>) {
    match (new.event_type, new.kind) {
        (E::Forwarded, None) => errors.push(invalid("/kind", R::Missing, "say what it is from now on")),
        (E::Forwarded, Some(kind)) if !forward_to(state).contains(&kind) => {
            errors.push(invalid("/kind", R::ForwardedInCircle, "it is this kind now, or was before"));
        }
        (E::Forwarded, Some(_)) | (_, None) => {}
        _ => errors.push(not_here("/kind")),
    }
}

fn outcome(new: &NewFilingEvent, errors: &mut Vec<InvalidParam>) {
    match (new.event_type, new.outcome) {
        (E::Decided, None) => errors.push(invalid("/outcome", R::Missing, "say how it is decided")),
        (E::Decided, Some(_)) | (_, None) => {}
        _ => errors.push(not_here("/outcome")),
    }
}

fn party(
    facts: &FilingFacts,
    new: &NewFilingEvent,
    parties: &BTreeSet<PartyId>,
    errors: &mut Vec<InvalidParam>,
) {
    let told = || facts.events.iter().filter(|event| event.event_type == E::RecipientTold);
    match (new.event_type, &new.party_id) {
        (E::RecipientTold | E::RecipientAcknowledged, None) => {
            errors.push(invalid("/partyId", R::Missing, "say which recipient"));
        }
        (E::RecipientTold, Some(party)) if told().any(|event| event.party_id.as_ref() == Some(party)) => {
            errors.push(invalid("/partyId", R::Duplicate, "this recipient was told already"));
        }
        (E::RecipientTold, Some(party)) if !parties.contains(party) => {
            errors.push(invalid("/partyId", R::UnknownParty, "this party is not in the catalogue"));
        }
        (E::RecipientAcknowledged, Some(party)) if !waiting(facts).contains(party) => {
            errors.push(invalid("/partyId", R::UnknownParty, "this recipient is not waited for"));
        }
        (E::RecipientTold | E::RecipientAcknowledged, Some(_)) | (_, None) => {}
        _ => errors.push(not_here("/partyId")),
    }
}

fn not_here(name: &str) -> InvalidParam {
    invalid(name, R::NotApplicable, "this event does not have it")
}
