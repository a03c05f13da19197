// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What may follow on a line. The table of `docs/states.md` is this file in
//! prose; a test holds the two together.

use super::check::review_date;
use super::{DisclosureFacts, Status};
use crate::record::invalid;
use chrono::NaiveDate;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::{DisclosureEventType, NewDisclosureEvent};
use samenspraak_contract::problem::{InvalidParam, InvalidReason};

/// Every type of event, for tests and tables.
pub const EVENTS: [DisclosureEventType; 3] =
    [DisclosureEventType::ReviewPostponed, DisclosureEventType::Released, DisclosureEventType::Acknowledged];

/// Whether an event may be added to a line in a status.
pub fn is_allowed(status: Status, event: DisclosureEventType) -> bool {
    match event {
        DisclosureEventType::ReviewPostponed | DisclosureEventType::Released => status == Status::Withheld,
        DisclosureEventType::Acknowledged => status == Status::Released,
    }
}

/// Whether somebody in this role may add an event: the person (or who represents
/// them) reads it, the coordinator and the data protection officer weigh it (H2, H4).
pub fn may_add(role: Role, event: DisclosureEventType) -> bool {
    match event {
        DisclosureEventType::Acknowledged => role == Role::Citizen,
        DisclosureEventType::ReviewPostponed | DisclosureEventType::Released => {
            matches!(role, Role::Coordinator | Role::DataProtectionOfficer)
        }
    }
}

/// Why an event is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventRefusal {
    /// It is for other roles.
    WrongRole,
    /// The status does not allow it.
    NotAllowed,
    /// The line came with a decision to share, which releases and postpones all of
    /// its lines at once: this is done there.
    OfDecision,
    /// The input is wrong; all errors at once.
    Invalid(Vec<InvalidParam>),
}

/// Checks an event on a line that this role may see.
///
/// # Errors
/// See [`EventRefusal`]; nothing may be stored then.
pub fn check(
    facts: &DisclosureFacts,
    role: Role,
    new: &NewDisclosureEvent,
    catalogue: &Catalogue,
    today: NaiveDate,
) -> Result<(), EventRefusal> {
    if !may_add(role, new.event_type) {
        return Err(EventRefusal::WrongRole);
    }
    if !is_allowed(facts.status(), new.event_type) {
        return Err(EventRefusal::NotAllowed);
    }
    if facts.disclosure_decision_id.is_some() && new.event_type != DisclosureEventType::Acknowledged {
        return Err(EventRefusal::OfDecision);
    }
    let error = match new.event_type {
        DisclosureEventType::ReviewPostponed => review_date(new.review_date, catalogue, today, "/reviewDate"),
        DisclosureEventType::Released | DisclosureEventType::Acknowledged => new.review_date.map(|_| {
            invalid("/reviewDate", InvalidReason::NotApplicable, "nothing is looked at again after this")
        }),
    };
    error.map_or(Ok(()), |error| Err(EventRefusal::Invalid(vec![error])))
}
