// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Clients, assessments, outcomes and decisions to share: written once, found by every list.

use crate::change::{Applied, Change};
use crate::intake::{DecisionAppend, DecisionSelection};
use crate::store::{Part, Store, StoreError, Whose};
use crate::suite::filing::day;
use crate::suite::samples::{asked, here, id, now, record, request};
use chrono::NaiveDate;
use samenspraak_contract::assessment::{
    Assessment, BasisAnswer, DataAnswer, PurposeAnswer, SecrecyAnswer, TaskAnswer, Triage,
};
use samenspraak_contract::client::{HouseholdPlace, HouseholdRole};
use samenspraak_contract::disclosure::WithholdingReason;
use samenspraak_contract::disclosure_decision::{
    Consultation, DecisionEvent, DecisionEventType, DecisionKind,
};
use samenspraak_contract::id::{
    AssessmentId, ConsentRequestId, DisclosureDecisionId, EventId, ItemId, RefusalOutcomeId,
};
use samenspraak_contract::person::Person;
use samenspraak_contract::refusal::{OutcomeType, RefusalOutcome};
use samenspraak_rules::intake::facts::{ClientFacts, DisclosureDecisionFacts};

const ALL: Part = Part { before: None, limit: 100 };

fn person(name: &str) -> Person {
    Person { id: name.into(), display_name: name.to_owned() }
}

fn consultation() -> Consultation {
    Consultation {
        colleague: Some(person("colleague")),
        function: "deskundige ë".to_owned(),
        date: day(0),
        anonymised: true,
    }
}

/// A client, recorded under `number`, who lives in `household`.
pub fn client(number: u128, name: &str, household: Option<&str>) -> ClientFacts {
    ClientFacts {
        id: EventId(id(number)),
        person: person(name),
        birth_date: day(0),
        representatives: Vec::new(),
        household: household.map(|id| HouseholdPlace { id: id.into(), role: HouseholdRole::Adult }),
        case_reference: None,
        recorded_by: "worker".into(),
        recorded_at: now(),
    }
}

/// The six steps.
pub fn assessment(number: u128) -> Assessment {
    Assessment {
        id: AssessmentId(id(number)),
        subject: person("a"),
        assessed_by: person("worker"),
        completed_at: now(),
        recorded_at: now(),
        catalogue_version: 1,
        triage: Triage::default(),
        task: TaskAnswer { purpose_ids: vec!["support".into()] },
        purpose: PurposeAnswer {
            help_question: "Wie helpt mij thuis, zoë?".to_owned(),
            life_area_ids: Vec::new(),
        },
        data: DataAnswer { why_needed: "Daarom".to_owned(), already_held: Vec::new() },
        basis: BasisAnswer::default(),
        purpose_limitation: Vec::new(),
        secrecy: SecrecyAnswer { acknowledged: vec!["gp".into()] },
        items: Vec::new(),
    }
}

/// What followed a no to some items of a request.
pub fn outcome(number: u128, request: u128, items: &[u128]) -> RefusalOutcome {
    RefusalOutcome {
        id: RefusalOutcomeId(id(number)),
        subject: person("a"),
        consent_request_id: ConsentRequestId(id(request)),
        item_ids: items.iter().map(|item| ItemId(id(*item))).collect(),
        consent_record_ids: Vec::new(),
        outcome_type: OutcomeType::Limited,
        stops: "Iets".to_owned(),
        continues: "De rest".to_owned(),
        alternatives: String::new(),
        explained_on: day(0),
        consultation: consultation(),
        rationale: "Omdat".to_owned(),
        informed_on: day(0),
        ground_id: None,
        measure: None,
        decided_by: Some(person("worker")),
        decided_at: now(),
        recorded_at: now(),
    }
}

/// A decision to share, withheld until a day when there is one.
pub fn decision(number: u128, decided_by: &str, review: Option<NaiveDate>) -> DisclosureDecisionFacts {
    DisclosureDecisionFacts {
        id: DisclosureDecisionId(id(number)),
        subject: person("a"),
        kind: DecisionKind::Danger,
        danger: "Gevaar".to_owned(),
        ground_id: "vital-interest".into(),
        rationale: "Omdat".to_owned(),
        human_dignity: false,
        measure: None,
        decided_by: person(decided_by),
        consultation: consultation(),
        sharings: Vec::new(),
        disclosure_ids: Vec::new(),
        informed_on: review.is_none().then(|| day(0)),
        withheld: review.map(|day| (WithholdingReason::SafetyOfOthers, day)),
        decided_at: now(),
        recorded_at: now(),
        events: Vec::new(),
    }
}

/// A change that releases a decision, or looks again on another day.
pub fn reviewed(number: u128, version: u32, event: u128, review_date: Option<NaiveDate>) -> Change {
    let event_type = match review_date {
        Some(_) => DecisionEventType::ReviewPostponed,
        None => DecisionEventType::Released,
    };
    let event = DecisionEvent {
        id: EventId(id(event)),
        event_type,
        occurred_at: now(),
        by: person("worker"),
        reason: None,
        review_date,
    };
    let append = DecisionAppend {
        id: DisclosureDecisionId(id(number)),
        expected_version: version,
        events: vec![event],
    };
    let mut change = Change::new(here());
    change.intake.appends = vec![append];
    change
}

fn recorded(facts: ClientFacts) -> Change {
    let mut change = Change::new(here());
    change.intake.clients = vec![facts];
    change
}

/// A change that writes down what followed a no.
pub fn followed(outcome: RefusalOutcome) -> Change {
    let mut change = Change::new(here());
    change.intake.outcomes = vec![outcome];
    change
}

fn decided(facts: DisclosureDecisionFacts) -> Change {
    let mut change = Change::new(here());
    change.intake.decisions = vec![facts];
    change
}

async fn store(it: &dyn Store, change: Change) {
    assert_eq!(it.apply(change).await.expect("a store that works"), Applied::Stored);
}

async fn refused(it: &dyn Store, change: Change) -> StoreError {
    it.apply(change).await.expect_err("it may not be stored")
}

/// Every kind of thing comes back as it went in, and only where it was put.
pub async fn what_intake_stores_reads_back(it: &dyn Store) {
    let mut change = asked(request(1, "a", &["a"]), record(2, 1));
    change.intake.clients = vec![client(3, "a", Some("home"))];
    change.intake.assessments = vec![assessment(4)];
    change.intake.outcomes = vec![outcome(5, 1, &[2])];
    change.intake.decisions = vec![decision(6, "worker", Some(day(9)))];
    store(it, change).await;

    let there = "there".into();
    let found = it.client(&here(), &"a".into()).await.expect("read");
    assert_eq!(found, Some(client(3, "a", Some("home"))));
    assert_eq!(it.client(&there, &"a".into()).await.expect("read"), None);
    assert_eq!(it.client(&here(), &"b".into()).await.expect("read"), None);
    assert_eq!(it.clients(&there, ALL).await.expect("read"), []);
    assert_eq!(it.household(&there, &"home".into(), ALL).await.expect("read"), []);
    let (one, other) = (AssessmentId(id(4)), AssessmentId(id(9)));
    assert_eq!(it.assessment(&here(), one).await.expect("read"), Some(assessment(4)));
    assert_eq!(it.assessment(&here(), other).await.expect("read"), None);
    assert_eq!(it.assessment(&there, one).await.expect("read"), None);
    let asked = ConsentRequestId(id(1));
    assert_eq!(it.outcomes_of_request(&here(), asked).await.expect("read"), [outcome(5, 1, &[2])]);
    assert_eq!(it.outcomes_of_request(&there, asked).await.expect("read"), []);
    let by_id = RefusalOutcomeId(id(5));
    assert_eq!(it.outcome(&here(), by_id).await.expect("read"), Some(outcome(5, 1, &[2])));
    assert_eq!(it.outcome(&there, by_id).await.expect("read"), None);
    assert_eq!(it.outcomes(&there, &Whose::Everybody, ALL).await.expect("read"), []);
    assert_eq!(it.outcomes(&there, &Whose::Person("a".into()), ALL).await.expect("read"), []);
    let found = it.disclosure_decision(&here(), DisclosureDecisionId(id(6))).await.expect("read");
    assert_eq!(found, Some(decision(6, "worker", Some(day(9)))));
    assert_eq!(it.disclosure_decision(&there, DisclosureDecisionId(id(6))).await.expect("read"), None);
    let everything = DecisionSelection::default();
    assert_eq!(it.disclosure_decisions(&there, &everything, ALL).await.expect("read"), []);
}

/// What is stored under an id is never written over, whoever chose that id; and
/// whoever chose it is told that reading again does not help.
pub async fn an_id_that_is_there_is_taken(it: &dyn Store) {
    let mut question = request(1, "a", &["a"]);
    question.items = vec![crate::suite::samples::item(8)];
    let mut first = asked(question.clone(), record(2, 1));
    first.presentation = Some(crate::suite::samples::presentation(3, 1));
    first.intake.clients = vec![client(4, "a", None)];
    first.intake.assessments = vec![assessment(5)];
    first.intake.outcomes = vec![outcome(6, 1, &[8])];
    first.intake.decisions = vec![decision(7, "worker", None)];
    store(it, first).await;

    question.id = ConsentRequestId(id(20));
    let mut presented = Change::new(here());
    presented.presentation = Some(crate::suite::samples::presentation(3, 20));
    let mut assessed = Change::new(here());
    assessed.intake.assessments = vec![Assessment { catalogue_version: 2, ..assessment(5) }];
    for change in [
        asked(request(1, "b", &["b"]), record(21, 1)),
        asked(question, record(21, 20)),
        presented,
        recorded(client(4, "b", None)),
        assessed,
        followed(outcome(6, 1, &[9])),
        decided(decision(7, "other", None)),
    ] {
        let error = refused(it, change.clone()).await;
        assert!(matches!(error, StoreError::Taken), "{error}: {change:?}");
    }
    assert_eq!(it.assessment(&here(), AssessmentId(id(5))).await.expect("read"), Some(assessment(5)));
    assert_eq!(it.clients(&here(), ALL).await.expect("read"), [client(4, "a", None)]);
    assert_eq!(it.request(&here(), ConsentRequestId(id(20))).await.expect("read"), None);
}

/// Somebody who was recorded again is as they were recorded last, in every list.
pub async fn the_last_recording_of_a_client_counts(it: &dyn Store) {
    for facts in [
        client(1, "a", Some("home")),
        client(2, "b", Some("home")),
        client(3, "c", Some("away")),
        client(4, "d", None),
        client(5, "a", Some("away")),
        client(6, "c", Some("away")),
    ] {
        store(it, recorded(facts)).await;
    }
    let found = it.client(&here(), &"a".into()).await.expect("read");
    assert_eq!(found, Some(client(5, "a", Some("away"))));
    let mut all: Vec<ClientFacts> = Vec::new();
    loop {
        let part = Part { before: all.last().map(|facts| facts.id.0), limit: 2 };
        let found = it.clients(&here(), part).await.expect("read");
        if found.is_empty() {
            break;
        }
        assert!(found.len() <= 2);
        all.extend(found);
    }
    let names = |all: &[ClientFacts]| all.iter().map(|facts| facts.person.id.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&all), ["c", "a", "d", "b"]);
    for (household, expected) in [("home", &["b"][..]), ("away", &["c", "a"]), ("nowhere", &[])] {
        let found = it.household(&here(), &household.into(), ALL).await.expect("read");
        assert_eq!(names(&found), expected, "{household}");
    }
    let rest = Part { before: Some(id(6)), limit: 100 };
    assert_eq!(names(&it.household(&here(), &"away".into(), rest).await.expect("read")), ["a"]);
}

/// Every recording of whom the data are about comes with the request, oldest first, in
/// every way to read it: not of who signs, and not of another controller.
pub async fn a_request_knows_how_its_subject_was_recorded(it: &dyn Store) {
    store(it, asked(request(1, "child", &["child", "mother"]), record(11, 1))).await;
    store(it, asked(request(2, "mother", &["mother"]), record(12, 2))).await;
    let read = async || -> Vec<(u128, Vec<ClientFacts>)> {
        let found = it.requests(&here(), &Whose::Person("mother".into()), ALL).await.expect("read");
        assert_eq!(it.requests(&here(), &Whose::Everybody, ALL).await.expect("read"), found);
        for one in &found {
            assert_eq!(it.request(&here(), one.id).await.expect("read").as_ref(), Some(one));
        }
        found.into_iter().map(|request| (request.id.0.as_u128(), request.recordings)).collect()
    };
    assert_eq!(read().await, [(2, vec![]), (1, vec![])], "nobody was recorded");
    // Recorded in any order: the id says which is the last.
    for number in [23, 21] {
        store(it, recorded(client(number, "child", None))).await;
    }
    store(it, recorded(client(22, "mother", Some("home")))).await;
    let mut elsewhere = recorded(client(24, "child", None));
    elsewhere.controller = "there".into();
    store(it, elsewhere).await;
    let of_child = vec![client(21, "child", None), client(23, "child", None)];
    assert_eq!(read().await, [(2, vec![client(22, "mother", Some("home"))]), (1, of_child)]);
}

/// Exactly one of three outcomes (G1), whoever comes second.
pub async fn an_item_has_one_outcome(it: &dyn Store) {
    store(it, asked(request(1, "a", &["a"]), record(2, 1))).await;
    store(it, followed(outcome(5, 1, &[11, 12]))).await;
    let error = refused(it, followed(outcome(6, 1, &[13, 12]))).await;
    assert!(matches!(error, StoreError::Conflict), "read again and see it: {error}");
    store(it, followed(outcome(7, 1, &[13]))).await;
    refused(it, followed(outcome(8, 99, &[14]))).await;
    let found = it.outcomes_of_request(&here(), ConsentRequestId(id(1))).await.expect("read");
    assert_eq!(found, [outcome(5, 1, &[11, 12]), outcome(7, 1, &[13])]);
}

/// The subject and everybody who signs; nobody else.
pub async fn an_outcome_concerns_whom_its_request_concerns(it: &dyn Store) {
    store(it, asked(request(1, "child", &["mother", "father"]), record(11, 1))).await;
    store(it, asked(request(2, "mother", &["mother"]), record(12, 2))).await;
    store(it, followed(outcome(22, 1, &[31]))).await;
    store(it, followed(outcome(21, 2, &[32]))).await;
    for (name, expected) in
        [("child", &[22][..]), ("mother", &[22, 21]), ("father", &[22]), ("stranger", &[])]
    {
        let found = it.outcomes(&here(), &Whose::Person(name.into()), ALL).await.expect("read");
        let found: Vec<u128> = found.iter().map(|outcome| outcome.id.0.as_u128()).collect();
        assert_eq!(found, expected, "{name}");
    }
    let rest = Part { before: Some(id(22)), limit: 1 };
    for whose in [Whose::Everybody, Whose::Person("mother".into())] {
        let found = it.outcomes(&here(), &whose, rest).await.expect("read");
        assert_eq!(found, [outcome(21, 2, &[32])], "{whose:?}");
    }
}

/// What is withheld comes back on its day, until it is released (H4).
pub async fn a_withheld_decision_comes_back_until_it_is_released(it: &dyn Store) {
    for (number, who, review) in [(1, "x", Some(day(5))), (2, "y", Some(day(9))), (3, "x", None)] {
        store(it, decided(decision(number, who, review))).await;
    }
    let list = async |decided_by: Option<&str>, due_by: Option<NaiveDate>| -> Vec<u128> {
        let selection = DecisionSelection { decided_by: decided_by.map(Into::into), due_by };
        let found = it.disclosure_decisions(&here(), &selection, ALL).await.expect("read");
        found.iter().map(|facts| facts.id.0.as_u128()).collect()
    };
    assert_eq!(list(None, None).await, [3, 2, 1]);
    assert_eq!(list(Some("x"), None).await, [3, 1]);
    assert_eq!(list(None, Some(day(4))).await, []);
    assert_eq!(list(None, Some(day(5))).await, [1]);
    assert_eq!(list(None, Some(NaiveDate::MAX)).await, [2, 1]);
    assert_eq!(list(Some("x"), Some(NaiveDate::MAX)).await, [1]);

    store(it, reviewed(1, 0, 71, Some(day(20)))).await;
    let error = refused(it, reviewed(1, 0, 72, None)).await;
    assert!(matches!(error, StoreError::Conflict), "{error}");
    assert_eq!(list(None, Some(day(9))).await, [2]);
    assert_eq!(list(Some("x"), Some(day(20))).await, [1]);
    store(it, reviewed(1, 1, 73, None)).await;
    assert_eq!(list(None, Some(NaiveDate::MAX)).await, [2]);
    assert_eq!(list(None, None).await, [3, 2, 1]);
    let mut grown = decision(1, "x", Some(day(5)));
    let events = |change: Change| change.intake.appends.into_iter().flat_map(|append| append.events);
    grown.events =
        events(reviewed(1, 0, 71, Some(day(20)))).chain(events(reviewed(1, 1, 73, None))).collect();
    let found = it.disclosure_decision(&here(), DisclosureDecisionId(id(1))).await.expect("read");
    assert_eq!(found, Some(grown));
    let unknown = refused(it, reviewed(9, 0, 74, None)).await;
    assert!(matches!(unknown, StoreError::Conflict), "{unknown}");
    let rest = Part { before: Some(id(3)), limit: 1 };
    let everything = DecisionSelection::default();
    let found = it.disclosure_decisions(&here(), &everything, rest).await.expect("read");
    assert_eq!(found, [decision(2, "y", Some(day(9)))]);
}
