// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whether a new line can be understood: all errors at once, and nothing stored
//! when there is one. A line that tells of a broken rule is taken (I1): data of a
//! closed regime that left it, a party whose agreement ended, a consent that did
//! not cover it.

use super::coverage::cite;
use super::{CitedConsent, DisclosureFacts};
use crate::facts::{RecordFacts, RequestFacts};
use crate::record::invalid;
use crate::request::holds_bsn;
use chrono::{DateTime, NaiveDate, SubsecRound as _, TimeDelta, Utc};
use samenspraak_contract::catalogue::{Catalogue, Ground, LegalBasis};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::{
    DisclosureAction, NewDisclosure, NewWithholding, NotSharedReason, Withholding,
};
use samenspraak_contract::id::{DisclosureId, PersonId};
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::sorted::SortedSet;

/// How far the clock of a source system may be ahead of ours.
const CLOCK_SKEW: TimeDelta = TimeDelta::minutes(5);

/// What a new line is held against.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The catalogue of the controller.
    pub catalogue: &'a Catalogue,
    /// What the store has under the consent the line cites.
    pub consent: Option<(&'a RequestFacts, &'a RecordFacts)>,
    /// Now.
    pub now: DateTime<Utc>,
    /// The date of a moment where the municipality is.
    pub day_of: fn(DateTime<Utc>) -> NaiveDate,
}

/// Every reason why this line cannot be recorded, in the order of the body. `recorder`
/// is the role of who is signed in.
pub fn check(new: &NewDisclosure, recorder: Role, context: &Context<'_>) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    let mut wrong = |name: &str, reason, detail: &str| errors.push(invalid(name, reason, detail));
    for (name, words) in [
        ("/subject/id", Some(new.subject.id.0.as_str())),
        ("/subject/displayName", Some(new.subject.display_name.as_str())),
        ("/recipientFunction", new.recipient_function.as_deref()),
        ("/caseReference", new.case_reference.as_deref()),
    ] {
        if words.is_some_and(holds_bsn) {
            wrong(name, InvalidReason::BsnInText, "a citizen service number may not be in here");
        }
    }
    if new.recipient_function.as_ref().is_some_and(|words| words.trim().is_empty()) {
        wrong("/recipientFunction", InvalidReason::EmptyText, "leave it out when it is not known");
    }
    if new.occurred_at > context.now + CLOCK_SKEW {
        wrong("/occurredAt", InvalidReason::DateInFuture, "what did not happen yet is not recorded");
    }
    catalogued(new, context.catalogue, &mut errors);
    consented(new, context, &mut errors);
    unshared(new, &mut errors);
    withheld(new, recorder, context, &mut errors);
    errors
}

/// What a line names that the catalogue does not have, or names twice.
pub(crate) fn catalogued(new: &NewDisclosure, catalogue: &Catalogue, errors: &mut Vec<InvalidParam>) {
    for (name, id) in [("/senderId", &new.sender_id), ("/recipientId", &new.recipient_id)] {
        if !catalogue.parties.iter().any(|party| party.id == *id) {
            errors.push(invalid(name, InvalidReason::UnknownParty, "the party is not in the catalogue"));
        }
    }
    let mut seen = SortedSet::new();
    for (index, id) in new.data_type_ids.iter().enumerate() {
        let name = format!("/dataTypeIds/{index}");
        if !catalogue.personal_data_types.iter().any(|data_type| data_type.id == *id) {
            errors.push(invalid(name, InvalidReason::UnknownDatum, "the type is not in the catalogue"));
        } else if !seen.insert(id) {
            errors.push(invalid(name, InvalidReason::Duplicate, "this type of data stands twice"));
        }
    }
    if !catalogue.purposes.iter().any(|purpose| purpose.id == new.purpose_id) {
        let detail = "the purpose is not in the catalogue";
        errors.push(invalid("/purposeId", InvalidReason::UnknownPurpose, detail));
    }
    if basis(new, catalogue).is_none() {
        let detail = "the ground is not in the catalogue";
        errors.push(invalid("/legalBasisId", InvalidReason::UnknownLegalBasis, detail));
    }
}

fn basis<'a>(new: &NewDisclosure, catalogue: &'a Catalogue) -> Option<&'a LegalBasis> {
    catalogue.legal_bases.iter().find(|basis| basis.id == new.legal_basis_id)
}

// Of a ground that is not in the catalogue nothing follows.
fn consented(new: &NewDisclosure, context: &Context<'_>, errors: &mut Vec<InvalidParam>) {
    let Some(basis) = basis(new, context.catalogue) else { return };
    let mut wrong = |reason, detail: &str| errors.push(invalid("/consentRecordId", reason, detail));
    match (basis.ground, new.consent_record_id) {
        (Ground::Consent, None) if new.action != DisclosureAction::NotShared => {
            wrong(InvalidReason::Missing, "a sharing on consent names the record of that consent");
        }
        (Ground::Consent, Some(_)) => {
            let of_subject = |(request, _): &(&RequestFacts, _)| request.subject.id == new.subject.id;
            if !context.consent.as_ref().is_some_and(of_subject) {
                wrong(InvalidReason::UnknownReference, "there is no such record of this person");
            }
        }
        (ground, Some(_)) if ground != Ground::Consent => {
            wrong(InvalidReason::NotApplicable, "the ground is not consent");
        }
        _ => {}
    }
}

fn unshared(new: &NewDisclosure, errors: &mut Vec<InvalidParam>) {
    let mut wrong = |reason, detail: &str| errors.push(invalid("/notSharedReason", reason, detail));
    match (new.action, new.not_shared_reason) {
        (DisclosureAction::NotShared, None) => {
            wrong(InvalidReason::Missing, "say why it was not shared");
        }
        (DisclosureAction::Shared | DisclosureAction::Viewed, Some(_)) => {
            wrong(InvalidReason::NotApplicable, "it was shared or viewed");
        }
        _ => {}
    }
}

// Withholding is for what happens without consent (H4): what a person allowed or
// refused, that person knows. Nobody on the staff withholds alone (H1, H2): their lines
// come with a decision that names a danger, reasons and a second person. A system
// registers what somebody decided elsewhere.
fn withheld(new: &NewDisclosure, recorder: Role, context: &Context<'_>, errors: &mut Vec<InvalidParam>) {
    let Some(withholding) = &new.withholding else { return };
    if recorder != Role::System {
        let detail = "first record the decision to share, which withholds its own lines: \
            POST /v1/disclosure-decisions";
        errors.push(invalid("/withholding", InvalidReason::NotApplicable, detail));
        return;
    }
    let with_consent = basis(new, context.catalogue).is_some_and(|basis| basis.ground == Ground::Consent);
    if with_consent || new.not_shared_reason == Some(NotSharedReason::NoConsent) {
        let detail = "what rests on the person's own answer is not withheld";
        errors.push(invalid("/withholding", InvalidReason::NotApplicable, detail));
    }
    let today = (context.day_of)(context.now);
    let catalogue = context.catalogue;
    errors.extend(review_date(withholding.review_date, catalogue, today, "/withholding/reviewDate"));
}

/// What is wrong with a day to look again (H4): there is one, it is to come, and nothing
/// stays untold for longer than the catalogue says before somebody weighs it once more.
pub(crate) fn review_date(
    day: Option<NaiveDate>,
    catalogue: &Catalogue,
    today: NaiveDate,
    name: &str,
) -> Option<InvalidParam> {
    let within = catalogue.intake.review_within_days;
    match day {
        None => Some(invalid(name, InvalidReason::ReviewDateMissing, "name the day to look at it again")),
        Some(day) if day <= today => {
            Some(invalid(name, InvalidReason::DateInPast, "the day to look again is after today"))
        }
        Some(day) if (day - today).num_days() > within.into() => {
            let detail = format!("the day to look again is at most {within} days from today");
            Some(invalid(name, InvalidReason::DateOutOfRange, detail))
        }
        Some(_) => None,
    }
}

/// What is stored of a checked line; `None` when it was not checked.
pub fn resolve(
    new: &NewDisclosure,
    context: &Context<'_>,
    id: DisclosureId,
    recorded_by: &PersonId,
) -> Option<DisclosureFacts> {
    let occurred_at = new.occurred_at.min(context.now).trunc_subsecs(3);
    let cited =
        |(request, record)| -> CitedConsent { cite(request, record, new, occurred_at, context.day_of) };
    let withholding = |withholding: &NewWithholding| {
        let review_date = withholding.review_date?;
        Some(Withholding { reason: withholding.reason, review_date })
    };
    Some(DisclosureFacts {
        id,
        subject: new.subject.clone(),
        occurred_at,
        recorded_at: context.now,
        recorded_by: recorded_by.clone(),
        action: new.action,
        channel: new.channel,
        sender_id: new.sender_id.clone(),
        recipient_id: new.recipient_id.clone(),
        recipient_function: new.recipient_function.clone(),
        data_type_ids: new.data_type_ids.clone(),
        purpose_id: new.purpose_id.clone(),
        legal_basis_id: new.legal_basis_id.clone(),
        ground: basis(new, context.catalogue)?.ground,
        consent: new.consent_record_id.and(context.consent).map(cited),
        not_shared_reason: new.not_shared_reason,
        disclosure_decision_id: None,
        withholding: new.withholding.as_ref().and_then(withholding),
        case_reference: new.case_reference.clone(),
        events: Vec::new(),
    })
}
