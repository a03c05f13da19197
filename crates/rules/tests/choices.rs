// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The choices of one confirmation: each question once, after the text that was shown
//! for it (A7, principle 5).

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use fixture::*;
use samenspraak_contract::decision::NewDecision;
use samenspraak_contract::id::{ConsentRequestId, PersonId, PresentationId, Sha256Hex};
use samenspraak_contract::presentation::NoticePresentation;
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::text::Language;
use samenspraak_rules::decision::{DecisionRefusal, EnteredBy, Moment, check};

type Change = fn(&mut NewDecision, &mut Option<NoticePresentation>);

fn refused(change: Change) -> Vec<(String, R)> {
    let asked = resolved(&new_request(), None);
    let (mut decision, shown) = confirmation(&asked.request, Choice::All);
    let mut shown = Some(shown);
    change(&mut decision, &mut shown);
    let noor = PersonId::from("noor");
    let by = EnteredBy::Person(&noor);
    match check(&asked.request, &asked.records, by, &decision, shown.as_ref(), Moment::now(noon(today()))) {
        Err(DecisionRefusal::Invalid(errors)) => {
            errors.into_iter().map(|error| (error.name, error.reason)).collect()
        }
        other => panic!("{other:?}"),
    }
}

/// An answer cites the very presentation of these words of this request.
#[test]
fn an_answer_belongs_to_what_was_shown() {
    let changes: [Change; 5] = [
        |_, shown| *shown = None,
        |decision, _| decision.presentation_id = PresentationId(fresh_id()),
        |_, shown| shown.as_mut().unwrap().consent_request_id = ConsentRequestId(fresh_id()),
        |_, shown| shown.as_mut().unwrap().notice_hash = Sha256Hex("0".repeat(64)),
        |_, shown| shown.as_mut().unwrap().language = Language("en".into()),
    ];
    for (index, change) in changes.into_iter().enumerate() {
        assert_eq!(refused(change), [("/presentationId".to_owned(), R::UnknownItem)], "{index}");
    }
}

#[test]
fn a_question_is_answered_once_in_a_confirmation() {
    let twice = refused(|decision, _| decision.choices.push(decision.choices[0].clone()));
    assert_eq!(twice, [("/choices/1".to_owned(), R::Duplicate)]);
}
