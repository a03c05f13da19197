// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who is asked, and who signs until the last day to answer (F2, F6).

use crate::record::invalid;
use crate::signatories::{is_complete, is_valid, same_until};
use chrono::NaiveDate;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::PersonId;
use samenspraak_contract::person::Signatory;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::request::{ItemKind, NewConsentRequest};

pub(super) fn check(
    new: &NewConsentRequest,
    catalogue: &Catalogue,
    worker: &PersonId,
    today: NaiveDate,
) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    if today < new.subject.birth_date {
        errors.push(invalid(
            "/subject/birthDate",
            InvalidReason::DateOutOfRange,
            "the date of birth is in the future",
        ));
    }
    let (rule, birth) = (&catalogue.age_rule, new.subject.birth_date);
    if !is_complete(&new.signatories, rule, birth, today) {
        errors.push(invalid(
            "/signatories",
            InvalidReason::WrongSignatories,
            "these people do not together sign for somebody of this age",
        ));
    }
    for (index, signatory) in new.signatories.iter().enumerate() {
        let name = format!("/signatories/{index}");
        if signatory.person.id == *worker {
            errors.push(invalid(&name, InvalidReason::WrongSignatories, "the worker who asks cannot sign"));
        }
        if new.signatories[..index].iter().any(|other| other.person.id == signatory.person.id) {
            errors.push(invalid(&name, InvalidReason::Duplicate, "this person signs already"));
        }
        check_capacity(new, signatory, &name, today, &mut errors);
    }
    let asks = new.items.iter().any(|item| item.kind == ItemKind::Consent);
    let others_sign = |until| until < new.answer_before_date;
    if asks && same_until(rule, birth, today).is_some_and(others_sign) {
        errors.push(invalid(
            "/answerBeforeDate",
            InvalidReason::SignatoriesChange,
            "set the last day before the birthday on which other people sign",
        ));
    }
    errors
}

fn check_capacity(
    new: &NewConsentRequest,
    signatory: &Signatory,
    name: &str,
    today: NaiveDate,
    errors: &mut Vec<InvalidParam>,
) {
    let is_subject = signatory.person.id == new.subject.person.id;
    if is_subject == signatory.capacity.is_representative() {
        errors.push(invalid(
            format!("{name}/capacity"),
            InvalidReason::WrongSignatories,
            "the data subject signs as data-subject, and nobody else does",
        ));
    }
    let proven = signatory.representation.as_ref().is_some_and(|proof| is_valid(proof, today));
    if signatory.capacity.is_representative() && !proven {
        errors.push(invalid(
            format!("{name}/representation"),
            InvalidReason::RepresentationMissing,
            "a representative needs a proof that counts today",
        ));
    }
}
