// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! That a text was shown: the present one, to somebody whom it is for (A9, F7).

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use fixture::*;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::id::{ConsentRequestId, PersonId, PresentationId};
use samenspraak_contract::presentation::NewNoticePresentation;
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::text::Language;
use samenspraak_rules::decision::EnteredBy;
use samenspraak_rules::facts::RequestFacts;
use samenspraak_rules::notice;
use samenspraak_rules::presentation::{PresentationRefusal, check};

fn shown(request: &RequestFacts, to: Option<&str>) -> NewNoticePresentation {
    NewNoticePresentation {
        id: None,
        shown_to: to.map(PersonId::from),
        consent_request_id: request.id,
        presented_at: None,
        notice_hash: notice::hash(request, "nl"),
        language: Language::dutch(),
        renderer: "test/1".into(),
    }
}

fn by_staff(
    request: &RequestFacts,
    worker: &str,
    new: &NewNoticePresentation,
) -> Result<PersonId, PresentationRefusal> {
    check(request, EnteredBy::Staff(&person(worker), Role::IntakeWorker), new)
}

fn refused(errors: &[(&str, R)], refusal: Result<PersonId, PresentationRefusal>) {
    let Err(PresentationRefusal::Invalid(found)) = refusal else { panic!("{refusal:?}") };
    let found: Vec<(&str, R)> = found.iter().map(|error| (error.name.as_str(), error.reason)).collect();
    assert_eq!(found, errors);
}

#[test]
fn a_person_reads_for_themselves_and_says_nothing_else() {
    let request = resolved(&joint_request(), None).request;
    let mother = PersonId::from("mother");
    let read = |new: &NewNoticePresentation| check(&request, EnteredBy::Person(&mother), new);
    assert_eq!(read(&shown(&request, None)), Ok("mother".into()));
    let claims = NewNoticePresentation {
        id: Some(PresentationId(fresh_id())),
        presented_at: Some(noon(today())),
        ..shown(&request, Some("father"))
    };
    let errors =
        [("/id", R::NotApplicable), ("/shownTo", R::NotApplicable), ("/presentedAt", R::NotApplicable)];
    refused(&errors, read(&claims));
}

/// F7: staff show it to one who signs, and never to themselves.
#[test]
fn staff_show_it_to_somebody_who_signs() {
    let request = resolved(&joint_request(), None).request;
    for signer in ["sem", "mother", "father"] {
        assert_eq!(by_staff(&request, "wendy", &shown(&request, Some(signer))), Ok(signer.into()));
        refused(
            &[("/shownTo", R::WrongSignatories)],
            by_staff(&request, signer, &shown(&request, Some(signer))),
        );
    }
    refused(
        &[("/shownTo", R::WrongSignatories)],
        by_staff(&request, "wendy", &shown(&request, Some("stranger"))),
    );
    refused(&[("/shownTo", R::Missing)], by_staff(&request, "wendy", &shown(&request, None)));
}

/// Principle 5: only the words that are there now can be shown now.
#[test]
fn another_text_was_not_shown() {
    let mut request = resolved(&joint_request(), None).request;
    let sem = PersonId::from("sem");
    let new = shown(&request, None);
    let other_words = NewNoticePresentation { notice_hash: notice::hash(&request, "en"), ..new.clone() };
    let read =
        |request: &RequestFacts, new: &NewNoticePresentation| check(request, EnteredBy::Person(&sem), new);
    assert_eq!(read(&request, &other_words), Err(PresentationRefusal::NoticeOutdated));
    let english = NewNoticePresentation { language: Language("en".into()), ..other_words.clone() };
    assert_eq!(read(&request, &english), Ok("sem".into()));
    let nowhere = NewNoticePresentation { language: Language("fr".into()), ..other_words };
    refused(&[("/language", R::Malformed)], read(&request, &nowhere));
    request.replaced_by = Some(ConsentRequestId(fresh_id()));
    assert_eq!(read(&request, &new), Err(PresentationRefusal::NoticeOutdated), "another took its place");
}
