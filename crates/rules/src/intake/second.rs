// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a refusal outcome and a decision to share have in common: a second person
//! who looked at it (G3, H2), and pressure or force (F3, H12).

use crate::record::invalid;
use crate::request::holds_bsn;
use chrono::NaiveDate;
use samenspraak_contract::disclosure_decision::{Consultation, Measure};
use samenspraak_contract::id::PersonId;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};

/// What is wrong with the second person: there is one, who neither decides nor is
/// among those it is about.
pub(super) fn person(
    consultation: Option<&Consultation>,
    decider: &PersonId,
    about: &[&PersonId],
    today: NaiveDate,
    errors: &mut Vec<InvalidParam>,
) {
    let missing = |name: &str, detail: &str| invalid(name, InvalidReason::SecondPersonMissing, detail);
    let Some(consultation) = consultation else {
        errors.push(missing("/consultation", "ask a colleague or an expert first, and say who it was"));
        return;
    };
    match &consultation.colleague {
        None => errors.push(missing("/consultation/colleague", "say who was asked for advice")),
        Some(colleague) if colleague.id == *decider => {
            errors.push(missing("/consultation/colleague", "who decides is not the second person"));
        }
        Some(colleague) if about.contains(&&colleague.id) => {
            errors.push(missing("/consultation/colleague", "who it is about is not the second person"));
        }
        Some(colleague) => {
            text("/consultation/colleague/id", &colleague.id.0, errors);
            text("/consultation/colleague/displayName", &colleague.display_name, errors);
        }
    }
    text("/consultation/function", &consultation.function, errors);
    not_to_come("/consultation/date", consultation.date, today, errors);
}

/// What is wrong with a measure where there has to be one, and where there is none.
pub(super) fn measure(measure: Option<&Measure>, needed: bool, errors: &mut Vec<InvalidParam>) {
    match measure {
        None if needed => {
            let detail = "say whether it is pressure, or a measure of the court";
            errors.push(invalid("/measure", InvalidReason::Missing, detail));
        }
        Some(_) if !needed => {
            let detail = "a measure belongs to help that the person did not ask for";
            errors.push(invalid("/measure", InvalidReason::NotApplicable, detail));
        }
        Some(Measure::Force { court_reference }) => text("/measure/courtReference", court_reference, errors),
        _ => {}
    }
}

/// What is wrong with a text that has to be there.
pub(super) fn text(name: &str, words: &str, errors: &mut Vec<InvalidParam>) {
    if words.trim().is_empty() {
        errors.push(invalid(name, InvalidReason::EmptyText, "this text must be there"));
    }
    no_bsn(name, words, errors);
}

/// What is wrong with a text that may be empty (D1).
pub(super) fn no_bsn(name: &str, words: &str, errors: &mut Vec<InvalidParam>) {
    if holds_bsn(words) {
        errors.push(invalid(name, InvalidReason::BsnInText, "a citizen service number may not be in here"));
    }
}

/// What is wrong with a day on which something happened.
pub(super) fn not_to_come(name: &str, day: NaiveDate, today: NaiveDate, errors: &mut Vec<InvalidParam>) {
    if today < day {
        errors.push(invalid(name, InvalidReason::DateInFuture, "this day is still to come"));
    }
}
