// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whether it can be recorded that a notice was shown: the present text, to
//! somebody whom it is for.

use crate::decision::EnteredBy;
use crate::facts::RequestFacts;
use crate::notice;
use crate::record::invalid;
use samenspraak_contract::id::PersonId;
use samenspraak_contract::presentation::NewNoticePresentation;
use samenspraak_contract::problem::{InvalidParam, InvalidReason as R};

/// Why it is not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PresentationRefusal {
    /// It is not the present text.
    NoticeOutdated,
    /// The input is wrong; all errors at once.
    Invalid(Vec<InvalidParam>),
}

/// Checks that a notice was shown, and says to whom. Staff show it to somebody else,
/// on a device that may have been without a network; a person reads for themselves.
///
/// # Errors
/// See [`PresentationRefusal`]; nothing may be stored then.
pub fn check(
    request: &RequestFacts,
    by: EnteredBy<'_>,
    new: &NewNoticePresentation,
) -> Result<PersonId, PresentationRefusal> {
    let mut errors = Vec::new();
    if !notice::is_available(request, &new.language) {
        errors.push(invalid("/language", R::Malformed, "the notice has no text in this language"));
    }
    let shown_to = match by {
        EnteredBy::Person(person) => {
            for_staff(new, &mut errors);
            person
        }
        EnteredBy::Staff(worker, _) => match &new.shown_to {
            Some(person) if *person != worker.id && request.signatory(person).is_some() => person,
            Some(person) => {
                let detail = "one of the signatories, and never who shows it";
                errors.push(invalid("/shownTo", R::WrongSignatories, detail));
                person
            }
            None => {
                errors.push(invalid("/shownTo", R::Missing, "say to whom it was shown"));
                &worker.id
            }
        },
    };
    if !errors.is_empty() {
        return Err(PresentationRefusal::Invalid(errors));
    }
    if request.replaced_by.is_some() || notice::hash(request, &new.language.0) != new.notice_hash {
        return Err(PresentationRefusal::NoticeOutdated);
    }
    Ok(shown_to.clone())
}

fn for_staff(new: &NewNoticePresentation, errors: &mut Vec<InvalidParam>) {
    for (name, is_there) in [
        ("/id", new.id.is_some()),
        ("/shownTo", new.shown_to.is_some()),
        ("/presentedAt", new.presented_at.is_some()),
    ] {
        if is_there {
            errors.push(invalid(name, R::NotApplicable, "this is for staff, who show it to somebody else"));
        }
    }
}
