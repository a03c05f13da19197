// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What may follow on a decision to share: what may follow on a withheld line, done
//! to all of its lines at once. The table of `docs/states.md` is this file in prose;
//! a test holds the two together.

use super::super::facts::DisclosureDecisionFacts;
use super::super::second::text;
use super::notification_status;
use crate::disclosure::check::review_date;
use crate::record::invalid;
use chrono::NaiveDate;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::{DisclosureEvent, DisclosureEventType};
use samenspraak_contract::disclosure_decision::{
    DecisionEvent, DecisionEventType, NewDecisionEvent, NotificationStatus,
};
use samenspraak_contract::id::{EventId, PersonId};
use samenspraak_contract::problem::{InvalidParam, InvalidReason};

/// Every type of event, for tests and tables.
pub const EVENTS: [DecisionEventType; 2] = [DecisionEventType::ReviewPostponed, DecisionEventType::Released];

/// Whether an event may be added while the duty to tell stands like this.
pub fn is_allowed(status: NotificationStatus, event: DecisionEventType) -> bool {
    match event {
        DecisionEventType::ReviewPostponed | DecisionEventType::Released => {
            matches!(status, NotificationStatus::Withheld | NotificationStatus::ReviewDue)
        }
    }
}

/// Whether somebody may add to a decision: who took it, the coordinator, and the
/// data protection officer (H2, H4).
pub fn may_add(facts: &DisclosureDecisionFacts, person: &PersonId, role: Role) -> bool {
    match role {
        Role::Coordinator | Role::DataProtectionOfficer => true,
        Role::IntakeWorker => facts.decided_by.id == *person,
        _ => false,
    }
}

/// Why an event is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventRefusal {
    /// It is for somebody else.
    NotYours,
    /// The person knows already.
    NotAllowed,
    /// The input is wrong; all errors at once.
    Invalid(Vec<InvalidParam>),
}

/// Checks an event on a decision.
///
/// # Errors
/// See [`EventRefusal`]; nothing may be stored then.
pub fn check(
    facts: &DisclosureDecisionFacts,
    (person, role): (&PersonId, Role),
    new: &NewDecisionEvent,
    catalogue: &Catalogue,
    today: NaiveDate,
) -> Result<(), EventRefusal> {
    if !may_add(facts, person, role) {
        return Err(EventRefusal::NotYours);
    }
    if !is_allowed(notification_status(facts, today), new.event_type) {
        return Err(EventRefusal::NotAllowed);
    }
    let mut errors = Vec::new();
    match new.event_type {
        DecisionEventType::ReviewPostponed => {
            text("/reason", new.reason.as_deref().unwrap_or_default(), &mut errors);
            errors.extend(review_date(new.review_date, catalogue, today, "/reviewDate"));
        }
        DecisionEventType::Released => {
            for (name, given) in
                [("/reason", new.reason.is_some()), ("/reviewDate", new.review_date.is_some())]
            {
                if given {
                    let detail = "nothing is looked at again after this";
                    errors.push(invalid(name, InvalidReason::NotApplicable, detail));
                }
            }
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(EventRefusal::Invalid(errors)) }
}

/// What an event on a decision is on one of its lines. `id` is that of the new event.
pub fn on_line(event: &DecisionEvent, role: Role, id: EventId) -> DisclosureEvent {
    DisclosureEvent {
        id,
        event_type: match event.event_type {
            DecisionEventType::ReviewPostponed => DisclosureEventType::ReviewPostponed,
            DecisionEventType::Released => DisclosureEventType::Released,
        },
        occurred_at: event.occurred_at,
        by: Some(event.by.clone()),
        role,
        review_date: event.review_date,
    }
}
