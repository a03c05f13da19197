// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the person and what staff may see of a filing. The person sees that the
//! municipality did something, never who (I3).

use crate::filing::FilingFacts;
use crate::filing::clock::{Law, filing_deadline, late};
use crate::filing::event::{Actor, allowed_events, forward_to, must_tell};
use crate::filing::reference::reference;
use crate::filing::state::{FilingState, state};
use chrono::NaiveDate;
use samenspraak_contract::disclosure::Disclosure;
use samenspraak_contract::filing::{
    CommitteeConsent, CommitteeStanding, ContestedDecision, Filing, FilingContent, FilingEvent,
    FilingEventType, FilingReference, FilingStatus, FilingSummary, Recipient,
};
use samenspraak_contract::id::{PartyId, PersonId};
use samenspraak_contract::party::{Controller, Party};
use samenspraak_contract::record::ConsentRecord;

/// Filings of one person within so many days of each other may be one.
const ALIKE_DAYS: i64 = 30;

/// Everything that stands around a filing.
#[derive(Clone, Debug)]
pub struct Around<'a> {
    /// The law.
    pub law: Law<'a>,
    /// The municipality.
    pub controller: &'a Controller,
    /// The parties of the catalogue.
    pub parties: &'a [Party],
    /// The line it came from, as the viewer may see it.
    pub disclosure: Option<Disclosure>,
    /// The consent it is about, as the viewer may see it.
    pub consent_record: Option<ConsentRecord>,
    /// The consent for the committee.
    pub committee: Option<CommitteeConsent>,
    /// What looks like it; for staff.
    pub possible_duplicates: Vec<FilingReference>,
    /// Today, where the municipality is.
    pub today: NaiveDate,
}

/// The filing as somebody sees it.
///
/// Who represents the subject and did not file it sees that it is there, by when
/// there is an answer and how it ended, and not what another wrote (F7). A system
/// sees what it has to act on, and no person at all (M3).
pub fn filing(facts: &FilingFacts, actor: Actor<'_>, around: Around<'_>) -> Filing {
    match actor {
        Actor::System => {
            let nobody = FilingFacts {
                subject: None,
                filed_by: None,
                capacity: None,
                topic: None,
                events: without_people(facts),
                ..without_words(facts)
            };
            whole(&nobody, actor, Around { committee: None, ..around })
        }
        Actor::Person(person) if !may_read(facts, person) => {
            whole(&FilingFacts { filed_by: None, ..without_words(facts) }, actor, around)
        }
        _ => whole(facts, actor, around),
    }
}

/// Whether a person may read the words of a filing: who filed it, and whom it is
/// about. Without a session, the one answer to who filed it is all there ever is.
pub fn may_read(facts: &FilingFacts, person: &PersonId) -> bool {
    facts.is_of(person) || facts.filed_by.is_none()
}

fn without_words(facts: &FilingFacts) -> FilingFacts {
    let silent = |event: &FilingEvent| FilingEvent {
        by: event.by.clone().filter(|_| event.by_staff),
        text: None,
        authority: None,
        attachments: Vec::new(),
        ..event.clone()
    };
    // The day of the decision moves the clock; nothing else in the content does.
    let notified_on = state(facts).decision_notified_on;
    let decision = ContestedDecision { description: "–".to_owned(), notified_on };
    FilingFacts {
        content: FilingContent {
            decision: facts.content.decision.as_ref().map(|_| decision),
            ..FilingContent::default()
        },
        events: facts.events.iter().map(silent).collect(),
        ..facts.clone()
    }
}

fn without_people(facts: &FilingFacts) -> Vec<FilingEvent> {
    let nobody = |event| FilingEvent { by: None, ..event };
    without_words(facts).events.into_iter().map(nobody).collect()
}

fn whole(facts: &FilingFacts, actor: Actor<'_>, around: Around<'_>) -> Filing {
    let (state, law) = (state(facts), around.law);
    let outside = matches!(actor, Actor::Person(_));
    let allowed_events = allowed_events(facts, actor, law, around.today);
    let forward_to = match allowed_events.contains(&FilingEventType::Forwarded) {
        true => forward_to(&state),
        false => Vec::new(),
    };
    let remedies = law.rules.remedies.of(state.kind.track());
    Filing {
        id: facts.id,
        version: facts.version(),
        reference: reference(facts.id, facts.received_on),
        kind: state.kind,
        track: state.kind.track(),
        controller: around.controller.clone(),
        contact_point: law.rules.desk.clone(),
        subject: facts.subject.clone(),
        filed_by: facts.filed_by.clone(),
        capacity: facts.capacity,
        received_at: facts.received_at,
        received_on: facts.received_on,
        content: facts.content.clone(),
        topic: facts.topic.clone(),
        disclosure: around.disclosure,
        consent_record: around.consent_record,
        committee: around.committee,
        status: state.status,
        outcome: state.outcome,
        deadline: filing_deadline(facts, &state, law, around.today),
        late: late(facts, &state, law.terms),
        remedies: (state.status == FilingStatus::Decided || !outside).then(|| remedies.clone()),
        recipients: recipients(facts, &state, around.parties),
        allowed_events,
        forward_to,
        possible_duplicates: if outside { Vec::new() } else { around.possible_duplicates },
        events: facts.events.iter().map(|event| event_for(event, outside)).collect(),
    }
}

fn event_for(event: &FilingEvent, outside: bool) -> FilingEvent {
    let by = event.by.clone().filter(|_| !(outside && event.by_staff));
    FilingEvent { by, ..event.clone() }
}

// Those who had the data first, and then whom else the handler told (GDPR 19).
fn recipients(facts: &FilingFacts, state: &FilingState, parties: &[Party]) -> Vec<Recipient> {
    if !must_tell(state) {
        return Vec::new();
    }
    let mut ids: Vec<&PartyId> = facts.recipients.iter().collect();
    for event in &facts.events {
        ids.extend(event.party_id.iter().filter(|id| !facts.recipients.contains(id)));
    }
    let when = |id: &PartyId, event_type| {
        let mut of_party = facts.events.iter().filter(|event| event.party_id.as_ref() == Some(id));
        of_party.find(|event| event.event_type == event_type).map(|event| event.occurred_at)
    };
    let mut found: Vec<Recipient> = Vec::new();
    for id in ids {
        let known = found.iter().any(|recipient| recipient.party.id == *id);
        let Some(party) = parties.iter().find(|party| party.id == *id && !known) else { continue };
        found.push(Recipient {
            party: party.clone(),
            told_at: when(id, FilingEventType::RecipientTold),
            acknowledged_at: when(id, FilingEventType::RecipientAcknowledged),
        });
    }
    found
}

/// The filing in a list.
pub fn summary(
    facts: &FilingFacts,
    committee: CommitteeStanding,
    law: Law<'_>,
    today: NaiveDate,
) -> FilingSummary {
    let state = state(facts);
    FilingSummary {
        id: facts.id,
        reference: reference(facts.id, facts.received_on),
        kind: state.kind,
        status: state.status,
        outcome: state.outcome,
        received_on: facts.received_on,
        deadline: filing_deadline(facts, &state, law, today),
        topic: facts.topic.clone(),
        subject: facts.subject.clone(),
        committee,
    }
}

/// The filings among `others` that look like this one: about the same person, of
/// the same kind, and from the same line or within a month. They are shown, and
/// never merged: two people who say the same are two people.
pub fn possible_duplicates(facts: &FilingFacts, others: &[FilingFacts]) -> Vec<FilingReference> {
    let Some(subject) = &facts.subject else { return Vec::new() };
    let kind = state(facts).kind;
    let alike = |other: &&FilingFacts| {
        let close = (facts.received_on - other.received_on).num_days().abs() <= ALIKE_DAYS;
        let same_line = facts.origin.is_some() && facts.origin == other.origin;
        other.id != facts.id
            && other.subject.as_ref().is_some_and(|person| person.id == subject.id)
            && state(other).kind == kind
            && (same_line || close)
    };
    others
        .iter()
        .filter(alike)
        .map(|other| FilingReference {
            id: other.id,
            reference: reference(other.id, other.received_on),
            kind,
            received_on: other.received_on,
        })
        .collect()
}
