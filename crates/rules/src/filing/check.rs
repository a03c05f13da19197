// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whether a filing can be taken: what the law asks and nothing more (J6), all
//! errors at once.

use crate::record::invalid;
use crate::request::holds_bsn;
use crate::term::{Arrival, is_late};
use chrono::NaiveDate;
use samenspraak_contract::attachment::NamedAttachment;
use samenspraak_contract::filing::{
    Correction, NewAdministrativeObjection, NewComplaint, NewRightsRequest, RightsRequestKind,
};
use samenspraak_contract::id::{AttachmentId, DataTypeId};
use samenspraak_contract::problem::{InvalidParam, InvalidReason as R};
use samenspraak_contract::term::TermRules;
use std::collections::BTreeSet;

/// Every reason why a request under the GDPR cannot be taken.
pub fn rights_request(new: &NewRightsRequest, data_types: &BTreeSet<DataTypeId>) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    let explanation = new.explanation.as_deref();
    let speaks_for_itself = matches!(
        new.kind,
        RightsRequestKind::Access | RightsRequestKind::Portability | RightsRequestKind::Rectification
    );
    if speaks_for_itself || new.origin.is_some() {
        words("/explanation", explanation, &mut errors);
    } else {
        words_required("/explanation", explanation, "say what it is about", &mut errors);
    }
    if new.kind == RightsRequestKind::Rectification {
        if new.corrections.is_empty() {
            errors.push(invalid("/corrections", R::Missing, "say what is wrong and what it should be"));
        }
        for (index, correction) in new.corrections.iter().enumerate() {
            self::correction(&format!("/corrections/{index}"), correction, data_types, &mut errors);
        }
    } else if !new.corrections.is_empty() {
        errors.push(invalid("/corrections", R::NotApplicable, "only a rectification has corrections"));
    }
    titles(&new.attachments, &mut errors);
    errors
}

// K7: which fact, and the wanted text.
fn correction(
    name: &str,
    correction: &Correction,
    data_types: &BTreeSet<DataTypeId>,
    errors: &mut Vec<InvalidParam>,
) {
    let (wrong, right) = (format!("{name}/wrong"), format!("{name}/right"));
    words_required(&wrong, Some(&correction.wrong), "say what it says now", errors);
    words_required(&right, Some(&correction.right), "say what it should say", errors);
    if correction.data_type_id.as_ref().is_some_and(|id| !data_types.contains(id)) {
        errors.push(invalid(
            format!("{name}/dataTypeId"),
            R::UnknownDatum,
            "this data type is not in the catalogue",
        ));
    }
    if correction.wrong.trim() == correction.right.trim() {
        errors.push(invalid(right, R::Duplicate, "it says this already"));
    }
}

/// Every reason why an objection to a decision cannot be taken. That it is late
/// is none, when it says why (Awb 6:11); that the grounds follow is none either.
pub fn administrative_objection(
    new: &NewAdministrativeObjection,
    terms: &TermRules,
    today: NaiveDate,
) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    words_required("/name", Some(&new.name), "say who objects", &mut errors);
    words_required("/postalAddress", Some(&new.postal_address), "say where you live", &mut errors);
    words_required(
        "/decision/description",
        Some(&new.decision.description),
        "say which decision",
        &mut errors,
    );
    words("/grounds", new.grounds.as_deref(), &mut errors);
    words("/lateReason", new.late_reason.as_deref(), &mut errors);
    if let Some(notified) = new.decision.notified_on {
        if today < notified {
            errors.push(invalid("/decision/notifiedOn", R::DateInFuture, "this day has not come yet"));
        } else if new.late_reason.is_none() && is_late(Arrival::on(today), notified, terms) {
            errors.push(invalid("/lateReason", R::Missing, "the term has passed; say why it comes now"));
        }
    }
    titles(&new.attachments, &mut errors);
    errors
}

/// Every reason why a complaint cannot be taken. `signed_in` says whether
/// somebody is: without a session there is no origin and there are no documents.
pub fn complaint(new: &NewComplaint, signed_in: bool, today: NaiveDate) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    words_required("/name", Some(&new.name), "say who complains", &mut errors);
    words_required("/description", Some(&new.description), "say what happened", &mut errors);
    let ways = [
        ("/postalAddress", new.postal_address.as_deref()),
        ("/email", new.email.as_deref()),
        ("/telephone", new.telephone.as_deref()),
    ];
    for (name, way) in ways {
        words(name, way, &mut errors);
    }
    if ways.iter().all(|(_, way)| way.is_none()) {
        let detail = "give a postal address, an e-mail address or a telephone number";
        errors.push(invalid("/postalAddress", R::Missing, detail));
    }
    if new.occurred_on.is_some_and(|day| today < day) {
        errors.push(invalid("/occurredOn", R::DateInFuture, "this day has not come yet"));
    }
    if !signed_in && new.origin.is_some() {
        errors.push(invalid("/origin", R::NotApplicable, "only who is signed in can point at a line"));
    }
    if !signed_in && !new.attachments.is_empty() {
        errors.push(invalid("/attachments", R::NotApplicable, "only who is signed in can add documents"));
    }
    titles(&new.attachments, &mut errors);
    errors
}

/// Every attachment that is not there for this person: `owned` are those this
/// person uploaded.
pub fn attachments(named: &[NamedAttachment], owned: &BTreeSet<AttachmentId>) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    for (index, attachment) in named.iter().enumerate() {
        let name = format!("/attachments/{index}/id");
        if named[..index].iter().any(|other| other.id == attachment.id) {
            errors.push(invalid(name, R::Duplicate, "this document is named already"));
        } else if !owned.contains(&attachment.id) {
            errors.push(invalid(name, R::UnknownReference, "no such document of this person"));
        }
    }
    errors
}

/// Names of documents: none empty.
pub(super) fn titles(attachments: &[NamedAttachment], errors: &mut Vec<InvalidParam>) {
    for (index, attachment) in attachments.iter().enumerate() {
        let name = format!("/attachments/{index}/title");
        words_required(&name, Some(&attachment.title), "say what it is", errors);
    }
}

/// Words that may be absent, and that hold something when they are there.
pub(super) fn words(name: &str, text: Option<&str>, errors: &mut Vec<InvalidParam>) {
    let Some(text) = text else { return };
    if text.trim().is_empty() {
        errors.push(invalid(name, R::EmptyText, "write something, or leave it out"));
    } else if holds_bsn(text) {
        errors.push(invalid(name, R::BsnInText, "a citizen service number may not be in here"));
    }
}

/// Words that must be there.
pub(super) fn words_required(name: &str, text: Option<&str>, detail: &str, errors: &mut Vec<InvalidParam>) {
    match text {
        None => errors.push(invalid(name, R::Missing, detail)),
        Some(text) if text.trim().is_empty() => errors.push(invalid(name, R::EmptyText, detail)),
        text => words(name, text, errors),
    }
}
