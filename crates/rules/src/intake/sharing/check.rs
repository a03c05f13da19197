// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whether a decision to share can be recorded: all errors at once. Unlike a line
//! that tells what happened, a decision that breaks a rule is refused.

use super::super::second::{self, no_bsn, not_to_come, text};
use super::line;
use crate::disclosure::check::{catalogued, review_date};
use crate::record::invalid;
use crate::request::EEA;
use chrono::{DateTime, NaiveDate};
use samenspraak_contract::catalogue::{Catalogue, DataLevel};
use samenspraak_contract::disclosure::Channel;
use samenspraak_contract::disclosure_decision::{
    DecidedSharing, DecisionKind, NewDisclosureDecision, NewNotification, NotificationTiming,
};
use samenspraak_contract::id::{LegalBasisId, PartyId, PersonId};
use samenspraak_contract::intake::DisclosureGround;
use samenspraak_contract::party::{Party, PartyKind, SecrecyRegime};
use samenspraak_contract::problem::{InvalidParam, InvalidReason as R};

/// Every reason why this decision cannot be recorded, in the order of the body.
/// `decider` is who is signed in; `today` is the day on which it was decided.
pub fn check(
    new: &NewDisclosureDecision,
    catalogue: &Catalogue,
    decider: &PersonId,
    today: NaiveDate,
) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    no_bsn("/subject/id", &new.subject.id.0, &mut errors);
    no_bsn("/subject/displayName", &new.subject.display_name, &mut errors);
    if new.subject.id == *decider {
        errors.push(invalid("/subject/id", R::NotApplicable, "nobody decides this about themselves"));
    }
    text("/danger", &new.danger, &mut errors);
    let ground = catalogue.intake.disclosure_grounds.iter().find(|ground| ground.id == new.ground_id);
    match ground {
        None => {
            errors.push(invalid("/groundId", R::UnknownLegalBasis, "the ground is not in the catalogue"));
        }
        Some(ground) if !ground.kinds.contains(&new.kind) => {
            errors.push(invalid("/groundId", R::GroundDoesNotFit, "this ground is for other decisions"));
        }
        Some(_) => {}
    }
    text("/rationale", &new.rationale, &mut errors);
    second::measure(new.measure.as_ref(), new.kind == DecisionKind::Coercion, &mut errors);
    second::person(new.consultation.as_ref(), decider, &[&new.subject.id], today, &mut errors);
    for index in 0..new.sharings.len() {
        sharing(new, index, catalogue, ground, &mut errors);
    }
    notification(&new.notification, catalogue, today, &mut errors);
    errors
}

// H3, H4: before, with the day; or afterwards, with a reason and a day to look again.
fn notification(
    new: &NewNotification,
    catalogue: &Catalogue,
    today: NaiveDate,
    errors: &mut Vec<InvalidParam>,
) {
    let at = |field: &str| format!("/notification/{field}");
    let needless =
        |field: &str, given: bool, detail: &str| given.then(|| invalid(at(field), R::NotApplicable, detail));
    match new.timing {
        NotificationTiming::Before => {
            match new.informed_on {
                None => errors.push(invalid(
                    at("informedOn"),
                    R::Missing,
                    "name the day on which the person was told",
                )),
                Some(day) => not_to_come("/notification/informedOn", day, today, errors),
            }
            let detail = "who was told before has nothing to wait for";
            errors.extend(needless("reason", new.reason.is_some(), detail));
            errors.extend(needless("reviewDate", new.review_date.is_some(), detail));
        }
        NotificationTiming::Afterwards => {
            let detail = "who is told afterwards was not told yet";
            errors.extend(needless("informedOn", new.informed_on.is_some(), detail));
            if new.reason.is_none() {
                errors.push(invalid(at("reason"), R::Missing, "say why the person is told afterwards"));
            }
            errors.extend(review_date(new.review_date, catalogue, today, "/notification/reviewDate"));
        }
    }
}

fn sharing(
    new: &NewDisclosureDecision,
    index: usize,
    catalogue: &Catalogue,
    ground: Option<&DisclosureGround>,
    errors: &mut Vec<InvalidParam>,
) {
    let place = format!("/sharings/{index}");
    let sharing = &new.sharings[index];
    if new.sharings[..index].contains(sharing) {
        errors.push(invalid(&place, R::Duplicate, "this sharing stands twice"));
    }
    named(new, sharing, &place, catalogue, ground, errors);
    let party = |id: &PartyId| catalogue.parties.iter().find(|party| party.id == *id);
    let (sender, recipient) = (party(&sharing.sender_id), party(&sharing.recipient_id));
    let mut wrong =
        |field: &str, reason, detail: &str| errors.push(invalid(format!("{place}/{field}"), reason, detail));
    if sharing.sender_id == sharing.recipient_id {
        wrong("recipientId", R::Duplicate, "the sender is the recipient");
    }
    if recipient.is_some_and(|party| !EEA.contains(&party.country.as_str())) {
        wrong("recipientId", R::OutsideEea, "this party is outside the European Economic Area");
    }
    // H11: what medical secrecy covers leaves by its own exceptions, and nothing else does.
    if let Some((sender, ground)) = sender.zip(ground)
        && (sender.secrecy == SecrecyRegime::Medical) != ground.medical
    {
        wrong("senderId", R::GroundDoesNotFit, "this ground and medical secrecy do not fit together");
    }
    if let Some((recipient, ground)) = recipient.zip(ground)
        && !is_addressed(new.kind, recipient, ground)
    {
        wrong("recipientId", R::GroundDoesNotFit, "this decision is for another recipient");
    }
    // H8: a request to the Board goes through CORV, and nothing else does.
    if (sharing.channel == Channel::Corv) != (new.kind == DecisionKind::ChildProtectionBoard) {
        wrong("channel", R::NotApplicable, "a request to the Board goes through CORV, and nothing else does");
    }
    if catalogue.purposes.iter().any(|purpose| purpose.id == sharing.purpose_id && purpose.future_use) {
        wrong("purposeId", R::FutureUse, "data are not shared for later use");
    }
    data(new.kind, sharing, &place, catalogue, errors);
}

// What the line could not name either.
fn named(
    new: &NewDisclosureDecision,
    sharing: &DecidedSharing,
    place: &str,
    catalogue: &Catalogue,
    ground: Option<&DisclosureGround>,
    errors: &mut Vec<InvalidParam>,
) {
    let mut found = Vec::new();
    let basis = ground.map_or_else(|| LegalBasisId::from(""), |ground| ground.legal_basis_id.clone());
    catalogued(&line(&new.subject, sharing, &basis, DateTime::UNIX_EPOCH), catalogue, &mut found);
    // The ground of the line is that of the decision: its error is told there.
    found.retain(|error| error.name != "/legalBasisId");
    errors.extend(
        found.into_iter().map(|error| InvalidParam { name: format!("{place}{}", error.name), ..error }),
    );
}

// Where a ground names its recipients, it opens the way to nobody else; what is
// addressed to one body goes only where its ground names that body (H7, H8).
fn is_addressed(kind: DecisionKind, recipient: &Party, ground: &DisclosureGround) -> bool {
    let named = ground.recipients.contains(&recipient.id);
    match kind {
        DecisionKind::ReferralIndex | DecisionKind::VeiligThuis => named,
        DecisionKind::ChildProtectionBoard => named && recipient.kind == PartyKind::YouthProtection,
        DecisionKind::Danger | DecisionKind::Coercion | DecisionKind::EarlySignal => {
            named || ground.recipients.is_empty()
        }
    }
}

// B7, B14: a closed regime stays closed. H7: the referral index gets *that*, no more.
fn data(
    kind: DecisionKind,
    sharing: &DecidedSharing,
    place: &str,
    catalogue: &Catalogue,
    errors: &mut Vec<InvalidParam>,
) {
    for (index, id) in sharing.data_type_ids.iter().enumerate() {
        let name = format!("{place}/dataTypeIds/{index}");
        let Some(found) = catalogue.personal_data_types.iter().find(|found| found.id == *id) else {
            continue;
        };
        if found.closed_regime.is_some() {
            let detail = "these data may not leave their closed regime";
            errors.push(invalid(&name, R::ClosedRegime, detail));
        }
        if kind == DecisionKind::ReferralIndex && found.level == DataLevel::Content {
            let detail = "the referral index holds that somebody is involved, never why";
            errors.push(invalid(&name, R::ContentFromProvider, detail));
        }
    }
}
