// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Nobody sees another's words (F7, M3), and a confirmation is taken whole or not.

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use chrono::Days;
use fixture::*;
use proptest::prelude::*;
use samenspraak_contract::decision::Answer;
use samenspraak_contract::id::{DataTypeId, ItemId, PersonId, Sha256Hex};
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::record::{EventType, RecordStatus as S};
use samenspraak_contract::request::RequestStatus;
use samenspraak_rules::decision::{DecisionRefusal, EnteredBy, Moment, check};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::intake::client;
use samenspraak_rules::request::Resolved;
use samenspraak_rules::view::{self, Viewer};
use samenspraak_rules::{receipt, record};

const SIGNERS: [&str; 3] = ["sem", "mother", "father"];

fn joint() -> (RequestFacts, Vec<RecordFacts>) {
    let Resolved { request, records, .. } = resolved(&joint_request(), None);
    (request, records)
}

fn choices() -> impl Strategy<Value = [Option<Choice>; 3]> {
    let one = prop_oneof![
        Just(None),
        Just(Some(Choice::All)),
        Just(Some(Choice::First)),
        Just(Some(Choice::Nothing)),
        Just(Some(Choice::Later)),
    ];
    [one.clone(), one.clone(), one]
}

fn played(choices: [Option<Choice>; 3]) -> (RequestFacts, Vec<RecordFacts>) {
    let (request, mut records) = joint();
    for (who, choice) in SIGNERS.into_iter().zip(choices) {
        if let Some(choice) = choice {
            decide(&request, &mut records, who, choice).unwrap();
        }
    }
    (request, records)
}

proptest! {
    /// Until everybody has answered, what a person sees does not depend on what
    /// the others said.
    #[test]
    fn before_the_last_answer_nothing_leaks(mine in choices(), theirs in choices(), other in choices()) {
        let mine = mine[0];
        let unfinished = |c: [Option<Choice>; 3]| {
            mine.is_none_or(|m| m == Choice::Later) || c[1..].iter().any(|c| c.is_none_or(|c| c == Choice::Later))
        };
        let (a, b) = ([mine, theirs[1], theirs[2]], [mine, other[1], other[2]]);
        prop_assume!(unfinished(a) && unfinished(b));
        let seen = |choices| {
            let (request, records) = played(choices);
            let viewer = PersonId::from("sem");
            let record = view::record(&request, &records[0], Viewer::Person(&viewer), today()).unwrap();
            let request = view::request(&request, &records, Viewer::Person(&viewer), today());
            let types: Vec<_> = record.events.iter().map(|event| event.event_type).collect();
            let standing = request.items[0].standing.clone().unwrap();
            (
                (record.status, record.version, record.shared_data_types, types, record.allowed_events),
                (request.status, standing.status, standing.awaits_answer, standing.answers),
            )
        };
        prop_assert_eq!(seen(a), seen(b));
    }

    /// Staff, and a subject who does not sign, read that somebody answered and never
    /// what, until everybody did or the last day passed: they know who is waited for.
    #[test]
    fn before_the_last_answer_a_no_looks_like_a_yes(
        choices in choices(),
        missed in any::<bool>(),
        late in any::<bool>(),
    ) {
        let waits = |choice: &Option<Choice>| choice.is_none_or(|choice| choice == Choice::Later);
        prop_assume!(choices[1..].iter().any(waits));
        let agreed = |choice| if choice == Choice::Nothing { Choice::All } else { choice };
        let yes = choices.map(|choice| choice.map(agreed));
        let seen = |choices: [Option<Choice>; 3], viewer: Option<&PersonId>| {
            let (mut request, mut records) = played(choices);
            let silent = SIGNERS.into_iter().zip(&choices).rfind(|(_, choice)| waits(choice)).unwrap().0;
            if missed {
                let mut unreached = event(EventType::SignatoryMissing, None, &[]);
                unreached.concerns = Some(person(silent));
                records[0].events.push(unreached);
            }
            if viewer.is_some() {
                // A child, for whom the parents sign.
                request.signatories.retain(|signatory| signatory.person.id.0 != "sem");
            }
            let day = if late { request.answer_before_date + Days::new(1) } else { today() };
            let viewer = viewer.map_or(Viewer::Staff, Viewer::Person);
            let record = view::record(&request, &records[0], viewer, day).unwrap();
            let line = client::request(&request, &records, &[], day);
            let request = view::request(&request, &records, viewer, day);
            let standing = request.items[0].standing.clone().unwrap();
            (
                (record.status, record.version, record.shared_data_types),
                (standing.status, request.status, line.awaits, line.outcome_missing),
            )
        };
        let sem = PersonId::from("sem");
        for (viewer, theirs) in [(None, &choices[..]), (Some(&sem), &choices[1..])] {
            let said_no = theirs.contains(&Some(Choice::Nothing));
            prop_assert_eq!(seen(choices, viewer) == seen(yes, viewer), !(late && said_no));
        }
    }

    /// Nobody's words are in anybody else's view or receipt, in any situation.
    #[test]
    fn no_view_names_another_signatory(choices in choices()) {
        let (request, records) = played(choices);
        for viewer in SIGNERS {
            let id = PersonId::from(viewer);
            let seen = (
                view::record(&request, &records[0], Viewer::Person(&id), today()),
                receipt::of_record(&request, &records[0], &id),
            );
            let words = serde_json::to_string(&seen).unwrap();
            for other in SIGNERS.iter().filter(|other| **other != viewer && **other != "sem") {
                prop_assert!(!words.contains(other), "{} sees {}", viewer, other);
            }
        }
        let staff = serde_json::to_string(&view::record(&request, &records[0], Viewer::Staff, today())).unwrap();
        prop_assert!(!staff.contains("mother") && !staff.contains("father"));
    }

    /// What may be shared is never more than what each required person allowed.
    #[test]
    fn sharing_needs_everybody(choices in choices()) {
        let (request, records) = played(choices);
        let standing = record::standing(&request, &records[0], today());
        if !standing.shared.is_empty() {
            prop_assert_eq!(standing.status, S::Given);
            prop_assert!(choices.iter().all(|choice| matches!(choice, Some(Choice::All | Choice::First))));
        }
    }
}

#[test]
fn a_yes_stays_pending_until_the_last_answer_even_after_a_no() {
    let (request, mut records) = joint();
    decide(&request, &mut records, "sem", Choice::All).unwrap();
    decide(&request, &mut records, "mother", Choice::Nothing).unwrap();
    let status = |records: &[RecordFacts], who: &str| {
        let id = PersonId::from(who);
        view::record(&request, &records[0], Viewer::Person(&id), today()).unwrap().status
    };
    assert_eq!((status(&records, "sem"), status(&records, "father")), (S::Pending, S::Requested));
    assert_eq!(record::standing(&request, &records[0], today()).status, S::Refused, "nothing is shared");
    decide(&request, &mut records, "father", Choice::All).unwrap();
    assert_eq!((status(&records, "sem"), status(&records, "father")), (S::Refused, S::Refused));
}

#[test]
fn a_request_is_decided_for_who_has_nothing_left_to_answer() {
    let (request, mut records) = joint();
    decide(&request, &mut records, "sem", Choice::All).unwrap();
    let status = |who: &str| view::request_status(&request, &records, Viewer::Person(&who.into()), today());
    assert_eq!((status("sem"), status("mother")), (RequestStatus::Decided, RequestStatus::Open));
    assert!(!view::may_see(&request, &"stranger".into()));
}

fn at_noon() -> Moment {
    Moment::now(noon(today()))
}

fn refusal(change: impl Fn(&mut samenspraak_contract::decision::NewDecision)) -> DecisionRefusal {
    let Resolved { request, records, .. } = resolved(&new_request(), None);
    let (mut decision, presentation) = confirmation(&request, Choice::All);
    decision.choices[0].item_id = request.items[0].id;
    change(&mut decision);
    check(&request, &records, EnteredBy::Person(&"noor".into()), &decision, Some(&presentation), at_noon())
        .unwrap_err()
}

fn invalid(refusal: DecisionRefusal) -> Vec<R> {
    match refusal {
        DecisionRefusal::Invalid(errors) => errors.into_iter().map(|error| error.reason).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_answer_to_other_words_or_another_scope_is_outdated() {
    let other = Sha256Hex("0".repeat(64));
    assert_eq!(refusal(|d| d.notice_hash = other.clone()), DecisionRefusal::NoticeOutdated);
    assert_eq!(refusal(|d| d.choices[0].scope_fingerprint = other.clone()), DecisionRefusal::NoticeOutdated);
    assert_eq!(refusal(|d| d.language = "en".into()), DecisionRefusal::NoticeOutdated);
}

#[test]
fn every_wrong_choice_is_told_at_once() {
    let unknown = refusal(|d| {
        d.choices[0].answers.insert(DataTypeId::from("x"), Answer::Yes);
        d.choices[0].answers.remove(&DataTypeId::from("needs"));
        let mut stray = d.choices[0].clone();
        stray.item_id = ItemId(fresh_id());
        d.choices.push(stray);
    });
    assert_eq!(invalid(unknown), [R::UnknownDatum, R::MissingAnswer, R::UnknownItem]);
    assert_eq!(invalid(refusal(|d| d.choices[0].deferred = true)), [R::DeferredWithAnswers]);
    assert_eq!(invalid(refusal(|d| d.choices.clear())), [R::MissingItem]);
    let shown = refusal(|d| d.presentation_id = samenspraak_contract::id::PresentationId(fresh_id()));
    assert_eq!(invalid(shown), [R::UnknownItem], "a decision cites the presentation it answers");
}

#[test]
fn an_information_item_takes_no_answer() {
    let Resolved { request, records, .. } = resolved(&new_request(), None);
    let (mut decision, presentation) = confirmation(&request, Choice::All);
    let mut told = decision.choices[0].clone();
    told.item_id = request.items[1].id;
    told.scope_fingerprint = request.items[1].scope_fingerprint.clone();
    decision.choices.push(told);
    let refused = check(
        &request,
        &records,
        EnteredBy::Person(&"noor".into()),
        &decision,
        Some(&presentation),
        at_noon(),
    );
    assert_eq!(invalid(refused.unwrap_err()), [R::InformationItem]);
}

#[test]
fn only_a_signatory_answers_once_and_in_time() {
    let Resolved { mut request, mut records, .. } = resolved(&new_request(), None);
    assert_eq!(decide_as(&request, &records, "worker"), Err(DecisionRefusal::WrongSignatory));
    decide(&request, &mut records, "noor", Choice::Later).unwrap();
    decide(&request, &mut records, "noor", Choice::All).unwrap();
    assert_eq!(decide_as(&request, &records, "noor"), Err(DecisionRefusal::AlreadyDecided));
    request.answer_before_date = day("2026-11-21");
    let (decision, presentation) = confirmation(&request, Choice::All);
    let late = check(
        &request,
        &records,
        EnteredBy::Person(&"noor".into()),
        &decision,
        Some(&presentation),
        at_noon(),
    );
    assert_eq!(late, Err(DecisionRefusal::RequestLapsed));
}

fn decide_as(request: &RequestFacts, records: &[RecordFacts], who: &str) -> Result<(), DecisionRefusal> {
    decide(request, &mut records.to_vec(), who, Choice::All).map(|_| ())
}

#[test]
fn a_receipt_is_the_same_whenever_it_is_asked_for() {
    let (request, mut records) = joint();
    let mother = PersonId::from("mother");
    decide(&request, &mut records, "mother", Choice::First).unwrap();
    let decision = records[0].events.last().unwrap().decision_id.unwrap();
    let first = receipt::of_decision(&request, &records, decision, &mother).unwrap();
    assert_eq!(first.records[0].allowed_data_types, [DataTypeId::from("needs")]);
    assert_eq!(first.records[0].refused_data_types, [DataTypeId::from("that-help-runs")]);
    decide(&request, &mut records, "sem", Choice::All).unwrap();
    decide(&request, &mut records, "father", Choice::All).unwrap();
    assert_eq!(receipt::of_decision(&request, &records, decision, &mother), Some(first));
    assert_eq!(receipt::of_decision(&request, &records, decision, &"father".into()), None);
}
