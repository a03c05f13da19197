// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who may see a line, and how much. To the person and to who represents them a
//! withheld line does not exist: not in a list, not in a count, not in a version.

use super::{DisclosureFacts, Status};
use crate::view::Viewer;
use samenspraak_contract::catalogue::{LegalBasis, PersonalDataType, Purpose};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::{
    Confidentiality, Disclosure, DisclosureEvent, DisclosureEventType, Withholding,
};
use samenspraak_contract::party::Party;

/// What the ids of a line stand for in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// Who had the data.
    pub sender: Party,
    /// Who got or looked at them, or asked for them.
    pub recipient: Party,
    /// Which types of data.
    pub personal_data: Vec<PersonalDataType>,
    /// Why.
    pub purpose: Purpose,
    /// On which ground.
    pub legal_basis: LegalBasis,
}

/// The version of a line for a viewer. The person counts from the release on: how
/// often staff looked again before that is not told.
pub fn version(facts: &DisclosureFacts, viewer: Viewer<'_>) -> u32 {
    let count = match viewer {
        Viewer::Staff => facts.events.len(),
        Viewer::Person(_) => {
            let hidden = |event: &&DisclosureEvent| event.event_type == DisclosureEventType::ReviewPostponed;
            facts.events.iter().skip_while(hidden).count()
        }
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The line as a viewer sees it; `None` when this viewer may not know of it.
pub fn disclosure(facts: &DisclosureFacts, names: Names, viewer: Viewer<'_>) -> Option<Disclosure> {
    let staff = matches!(viewer, Viewer::Staff);
    if !staff && !facts.is_visible() {
        return None;
    }
    let (confidentiality, acknowledged) = match facts.status() {
        Status::Normal => (Confidentiality::Normal, None),
        Status::Withheld => (Confidentiality::Withheld, None),
        Status::Released => (Confidentiality::Released, Some(false)),
        Status::Acknowledged => (Confidentiality::Released, Some(true)),
    };
    let withholding = facts.withholding.as_ref().map(|first| Withholding {
        reason: first.reason,
        review_date: facts.review_date().unwrap_or(first.review_date),
    });
    Some(Disclosure {
        id: facts.id,
        version: version(facts, viewer),
        subject: facts.subject.clone(),
        occurred_at: facts.occurred_at,
        recorded_at: facts.recorded_at,
        action: facts.action,
        channel: facts.channel,
        sender: names.sender,
        recipient: names.recipient,
        recipient_function: facts.recipient_function.clone(),
        personal_data: names.personal_data,
        purpose: names.purpose,
        legal_basis: names.legal_basis,
        disclosure_decision_id: facts.disclosure_decision_id.filter(|_| staff),
        consent_record_id: facts.consent.as_ref().map(|consent| consent.record_id),
        covered_by_consent: facts.consent.as_ref().map(|consent| consent.covered),
        consent_given_on: facts.consent.as_ref().and_then(|consent| consent.given_on),
        not_shared_reason: facts.not_shared_reason,
        confidentiality,
        withholding,
        acknowledged,
        events: if staff { facts.events.iter().map(for_staff).collect() } else { Vec::new() },
    })
}

// Who of several people read it is theirs (F7): the role is enough.
fn for_staff(event: &DisclosureEvent) -> DisclosureEvent {
    let by = event.by.clone().filter(|_| event.role != Role::Citizen);
    DisclosureEvent { by, ..event.clone() }
}
