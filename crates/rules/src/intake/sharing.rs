// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The decision to share without consent (H1 to H12): whether it may be recorded,
//! the lines that it writes on the person's time line, and when the person is told.
//!
//! | module | what it decides |
//! |---|---|
//! | [`check`](mod@check) | whether a decision can be recorded |
//! | [`event`] | what may follow on it, and on all of its lines at once |

mod check;
pub mod event;

pub use check::check;

use super::facts::DisclosureDecisionFacts;
use crate::disclosure::DisclosureFacts;
use crate::disclosure::check::{Context, resolve};
use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::disclosure::{DisclosureAction, NewDisclosure, NewWithholding};
use samenspraak_contract::disclosure_decision::{
    DecidedSharing, DisclosureDecision, NewDisclosureDecision, NotificationStatus,
};
use samenspraak_contract::id::{DisclosureDecisionId, DisclosureId, LegalBasisId};
use samenspraak_contract::intake::DisclosureGround;
use samenspraak_contract::person::Person;

/// Every stand of the duty to tell, for tests and tables.
pub const STATUSES: [NotificationStatus; 4] = [
    NotificationStatus::Told,
    NotificationStatus::Withheld,
    NotificationStatus::ReviewDue,
    NotificationStatus::Released,
];

/// What identifies a new decision in the store.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// Its id.
    pub id: DisclosureDecisionId,
    /// The ids of its lines, one for each sharing.
    pub disclosure_ids: Vec<DisclosureId>,
    /// Who decided.
    pub decided_by: Person,
    /// When it was decided, and shared.
    pub decided_at: DateTime<Utc>,
    /// When it is stored.
    pub recorded_at: DateTime<Utc>,
}

/// The decision as it is stored; `None` when it was not checked.
pub fn facts(new: &NewDisclosureDecision, stamp: Stamp) -> Option<DisclosureDecisionFacts> {
    Some(DisclosureDecisionFacts {
        id: stamp.id,
        subject: new.subject.clone(),
        kind: new.kind,
        danger: new.danger.clone(),
        ground_id: new.ground_id.clone(),
        rationale: new.rationale.clone(),
        human_dignity: new.human_dignity,
        measure: new.measure.clone(),
        decided_by: stamp.decided_by,
        consultation: new.consultation.clone()?,
        sharings: new.sharings.clone(),
        disclosure_ids: stamp.disclosure_ids,
        informed_on: new.notification.informed_on,
        withheld: new.notification.reason.zip(new.notification.review_date),
        decided_at: stamp.decided_at,
        recorded_at: stamp.recorded_at,
        events: Vec::new(),
    })
}

/// The lines of a checked decision, in the order of its sharings: on the ground of
/// the decision, and withheld when the person is told afterwards (H4); `None` when
/// it was not checked.
pub fn lines(
    facts: &DisclosureDecisionFacts,
    catalogue: &Catalogue,
    day_of: fn(DateTime<Utc>) -> NaiveDate,
) -> Option<Vec<DisclosureFacts>> {
    let ground = ground(catalogue, facts)?;
    let context = Context { catalogue, consent: None, now: facts.recorded_at, day_of };
    let withholding = facts.withheld.map(|(reason, day)| NewWithholding { reason, review_date: Some(day) });
    let lines = facts.sharings.iter().zip(&facts.disclosure_ids).map(|(sharing, id)| {
        let new = NewDisclosure {
            withholding: withholding.clone(),
            ..line(&facts.subject, sharing, &ground.legal_basis_id, facts.decided_at)
        };
        let line = resolve(&new, &context, *id, &facts.decided_by.id)?;
        Some(DisclosureFacts { disclosure_decision_id: Some(facts.id), ..line })
    });
    lines.collect()
}

fn ground<'a>(catalogue: &'a Catalogue, facts: &DisclosureDecisionFacts) -> Option<&'a DisclosureGround> {
    catalogue.intake.disclosure_grounds.iter().find(|ground| ground.id == facts.ground_id)
}

// The line that a sharing comes to: the same rules hold for both.
fn line(
    subject: &Person,
    sharing: &DecidedSharing,
    legal_basis_id: &LegalBasisId,
    occurred_at: DateTime<Utc>,
) -> NewDisclosure {
    NewDisclosure {
        subject: subject.clone(),
        occurred_at,
        action: DisclosureAction::Shared,
        channel: sharing.channel,
        sender_id: sharing.sender_id.clone(),
        recipient_id: sharing.recipient_id.clone(),
        recipient_function: None,
        data_type_ids: sharing.data_type_ids.clone(),
        purpose_id: sharing.purpose_id.clone(),
        legal_basis_id: legal_basis_id.clone(),
        consent_record_id: None,
        not_shared_reason: None,
        withholding: None,
        case_reference: None,
    }
}

/// Where the duty to tell stands on a day.
pub fn notification_status(facts: &DisclosureDecisionFacts, today: NaiveDate) -> NotificationStatus {
    match facts.review_date() {
        Some(day) if day <= today => NotificationStatus::ReviewDue,
        Some(_) => NotificationStatus::Withheld,
        None if facts.withheld.is_some() => NotificationStatus::Released,
        None => NotificationStatus::Told,
    }
}

/// The decision as staff read it. The person reads its lines, on the time line.
pub fn view(facts: &DisclosureDecisionFacts, today: NaiveDate) -> DisclosureDecision {
    DisclosureDecision {
        id: facts.id,
        version: facts.version(),
        subject: facts.subject.clone(),
        kind: facts.kind,
        danger: facts.danger.clone(),
        ground_id: facts.ground_id.clone(),
        rationale: facts.rationale.clone(),
        human_dignity: facts.human_dignity,
        measure: facts.measure.clone(),
        decided_by: facts.decided_by.clone(),
        consultation: facts.consultation.clone(),
        sharings: facts.sharings.clone(),
        disclosure_ids: facts.disclosure_ids.clone(),
        notification_status: notification_status(facts, today),
        informed_on: facts.informed_on,
        reason: facts.withheld.map(|(reason, _)| reason),
        review_date: facts.review_date(),
        decided_at: facts.decided_at,
        recorded_at: facts.recorded_at,
        events: facts.events.clone(),
    }
}
