// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A request that asks nothing is a notice: open until it was shown (F4; GDPR art. 13
//! and 14).

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use chrono::Days;
use fixture::*;
use samenspraak_contract::id::PersonId;
use samenspraak_contract::request::RequestStatus;
use samenspraak_rules::facts::RequestFacts;
use samenspraak_rules::intake::client;
use samenspraak_rules::view::{Viewer, request_status};

/// For a young person and both parents.
fn notice() -> RequestFacts {
    let mut new = joint_request();
    new.items = vec![information()];
    let resolved = resolved(&new, None);
    assert!(resolved.records.is_empty() && resolved.request.is_notice());
    resolved.request
}

#[test]
fn a_question_with_information_beside_it_is_no_notice() {
    assert!(!resolved(&new_request(), None).request.is_notice());
}

#[test]
fn a_notice_waits_until_each_was_shown_it() {
    let mut request = notice();
    for (place, person) in ["sem", "mother", "father"].map(PersonId::from).into_iter().enumerate() {
        let row = client::request(&request, &[], &[], today());
        assert_eq!((row.status, row.notice, row.awaits.len()), (RequestStatus::Open, true, 3 - place));
        assert!(row.awaits.contains(&person) && !row.outcome_missing);
        let seen = |request: &RequestFacts| request_status(request, &[], Viewer::Person(&person), today());
        assert_eq!(seen(&request), RequestStatus::Open);
        request.shown_to.insert(person.clone());
        assert_eq!(seen(&request), RequestStatus::Decided, "what others read is not waited for");
    }
    let row = client::request(&request, &[], &[], today());
    assert_eq!((row.status, row.awaits), (RequestStatus::Decided, Vec::new()));
}

#[test]
fn the_duty_to_tell_does_not_lapse_and_a_question_does() {
    let asked = resolved(&new_request(), None);
    let late = asked.request.answer_before_date + Days::new(1);
    let status = |request: &RequestFacts| request_status(request, &asked.records, Viewer::Staff, late);
    assert_eq!(status(&asked.request), RequestStatus::Lapsed);
    assert_eq!(status(&notice()), RequestStatus::Open);
}

#[test]
fn that_a_question_was_shown_is_no_answer() {
    let mut asked = resolved(&new_request(), None);
    asked.request.shown_to.insert("noor".into());
    let row = client::request(&asked.request, &asked.records, &[], today());
    assert_eq!((row.status, row.notice, row.awaits), (RequestStatus::Open, false, vec!["noor".into()]));
}
