// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The texts of a question: none empty where a person needs it, and no BSN in
//! any of them (D1).

use crate::record::invalid;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::request::{NewConsentRequest, NewItem};
use samenspraak_contract::text::LocalizedText;

/// The texts of the request itself; those of its items are looked at with each item.
pub(super) fn check(new: &NewConsentRequest, errors: &mut Vec<InvalidParam>) {
    text("/title", &new.title, errors);
    text("/introduction", &new.introduction, errors);
    for (name, words) in [
        ("/caseReference", new.case_reference.as_deref()),
        ("/conversationReference", new.conversation_reference.as_deref()),
        ("/subject/person/displayName", Some(new.subject.person.display_name.as_str())),
        ("/subject/person/id", Some(new.subject.person.id.0.as_str())),
    ] {
        bsn(name, words.unwrap_or_default(), errors);
    }
    for (i, signatory) in new.signatories.iter().enumerate() {
        bsn(&format!("/signatories/{i}/person/displayName"), &signatory.person.display_name, errors);
        bsn(&format!("/signatories/{i}/person/id"), &signatory.person.id.0, errors);
    }
}

/// The texts of one item.
pub(super) fn check_item(item: &NewItem, name: &str, errors: &mut Vec<InvalidParam>) {
    text(&format!("{name}/proportionality"), &item.proportionality, errors);
    text(&format!("{name}/subsidiarity"), &item.subsidiarity, errors);
    for (d, datum) in item.personal_data.iter().enumerate() {
        text(&format!("{name}/personalData/{d}/necessity"), &datum.necessity, errors);
    }
    for (field, consequence) in [
        ("consequencesIfGiven", &item.consequences_if_given),
        ("consequencesIfRefused", &item.consequences_if_refused),
    ] {
        if let Some(consequence) = consequence {
            text(&format!("{name}/{field}"), consequence, errors);
        }
    }
}

/// A text in languages: there in Dutch, and no BSN in any of them.
pub(super) fn text(name: &str, text: &LocalizedText, errors: &mut Vec<InvalidParam>) {
    if text.get("nl").trim().is_empty() {
        errors.push(invalid(name, InvalidReason::EmptyText, "this text must be there, in Dutch"));
    }
    for (language, words) in text.0.iter() {
        bsn(&format!("{name}/{language}"), words, errors);
    }
}

/// No BSN in these words.
pub(crate) fn bsn(name: &str, words: &str, errors: &mut Vec<InvalidParam>) {
    if holds_bsn(words) {
        errors.push(invalid(name, InvalidReason::BsnInText, "a citizen service number may not be in here"));
    }
}

/// Whether a text holds nine digits in a row that pass the check of a BSN
/// (elfproef). Dots, spaces and dashes between the digits do not hide one.
pub fn holds_bsn(text: &str) -> bool {
    let mut run: Vec<u32> = Vec::new();
    let mut runs = Vec::new();
    for c in text.chars().chain(std::iter::once('x')) {
        match c.to_digit(10) {
            Some(digit) => run.push(digit),
            None if matches!(c, '.' | ' ' | '-') && !run.is_empty() => {}
            None => runs.push(std::mem::take(&mut run)),
        }
    }
    runs.iter().any(|digits| digits.len() == 9 && passes_elfproef(digits))
}

fn passes_elfproef(digits: &[u32]) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2];
    let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    // The last digit weighs minus one; adding eleven times ten keeps it positive.
    digits.iter().any(|digit| *digit != 0) && (sum + 110 - digits[8]).is_multiple_of(11)
}
