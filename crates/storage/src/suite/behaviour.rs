// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is stored reads back, and controllers see only their own.

use crate::change::{Applied, Change};
use crate::store::{Part, Store, Whose};
use crate::suite::samples::{
    appended, asked, decision, event, here, id, presentation, record, replay, request,
};
use samenspraak_contract::id::{ConsentRecordId, ConsentRequestId, DecisionId, PersonId, PresentationId};
use samenspraak_contract::record::EventType;
use uuid::Uuid;

const ALL: Part = Part { before: None, limit: 100 };

async fn store(store: &dyn Store, change: Change) {
    assert_eq!(store.apply(change).await.expect("a store that works"), Applied::Stored);
}

fn somebody(name: &str) -> Whose {
    Whose::Person(PersonId::from(name))
}

/// Every kind of thing comes back as it went in.
pub async fn what_is_stored_reads_back(it: &dyn Store) {
    let (mut question, answer) = (request(1, "a", &["a", "b"]), record(2, 1));
    let mut change = asked(question.clone(), answer.clone());
    change.presentation = Some(presentation(3, 1));
    question.shown_to.insert(presentation(3, 1).person);
    change.decision = Some(decision(4, 1, 2));
    change.replay = Some(replay("a", 5, 6));
    store(it, change).await;
    let given = event(7, EventType::Given);
    store(it, appended(2, 1, given.clone())).await;

    let mut grown = answer;
    grown.events.push(given);
    assert_eq!(it.request(&here(), ConsentRequestId(id(1))).await.expect("read"), Some(question.clone()));
    assert_eq!(it.requests(&here(), &Whose::Everybody, ALL).await.expect("read"), [question]);
    let wanted = [ConsentRecordId(id(9)), ConsentRecordId(id(2))];
    assert_eq!(it.records_by_id(&here(), &wanted).await.expect("read"), [grown.clone()]);
    assert_eq!(it.records(&here(), &Whose::Everybody, ALL).await.expect("read"), [grown]);
    let shown = it.presentation(&here(), PresentationId(id(3))).await.expect("read");
    assert_eq!(shown, Some(presentation(3, 1)));
    assert_eq!(it.decision(&here(), DecisionId(id(4))).await.expect("read"), Some(decision(4, 1, 2)));
    let told = it.replay(&here(), &"a".into(), id(5)).await.expect("read");
    assert_eq!(told, Some(replay("a", 5, 6)));
    assert!(!it.is_empty().await.expect("read"));
    it.ready().await.expect("ready to write");
}

/// What was never stored is absent, and not an error.
pub async fn nothing_is_there_at_first(it: &dyn Store) {
    assert!(it.is_empty().await.expect("read"));
    assert_eq!(it.request(&here(), ConsentRequestId(id(1))).await.expect("read"), None);
    assert_eq!(it.requests(&here(), &Whose::Everybody, ALL).await.expect("read"), []);
    assert_eq!(it.records_by_id(&here(), &[ConsentRecordId(id(1))]).await.expect("read"), []);
    assert_eq!(it.records(&here(), &somebody("a"), ALL).await.expect("read"), []);
    assert_eq!(it.presentation(&here(), PresentationId(id(1))).await.expect("read"), None);
    assert_eq!(it.decision(&here(), DecisionId(id(1))).await.expect("read"), None);
    assert_eq!(it.replay(&here(), &"a".into(), id(1)).await.expect("read"), None);
}

/// Nine municipalities share one store, and each sees only its own (N2).
pub async fn another_controller_sees_nothing(it: &dyn Store) {
    let mut change = asked(request(1, "a", &["a"]), record(2, 1));
    change.presentation = Some(presentation(3, 1));
    change.decision = Some(decision(4, 1, 2));
    change.replay = Some(replay("a", 5, 6));
    store(it, change).await;

    let there = "there".into();
    assert_eq!(it.request(&there, ConsentRequestId(id(1))).await.expect("read"), None);
    assert_eq!(it.requests(&there, &Whose::Everybody, ALL).await.expect("read"), []);
    assert_eq!(it.requests(&there, &somebody("a"), ALL).await.expect("read"), []);
    assert_eq!(it.records_by_id(&there, &[ConsentRecordId(id(2))]).await.expect("read"), []);
    assert_eq!(it.records(&there, &somebody("a"), ALL).await.expect("read"), []);
    assert_eq!(it.presentation(&there, PresentationId(id(3))).await.expect("read"), None);
    assert_eq!(it.decision(&there, DecisionId(id(4))).await.expect("read"), None);
    assert_eq!(it.replay(&there, &"a".into(), id(5)).await.expect("read"), None);
    let mut intruder = appended(2, 1, event(9, EventType::Revoked));
    intruder.controller = there;
    assert!(it.apply(intruder).await.is_err(), "nobody writes in another's record");
}

/// Parts follow each other without a gap and without an overlap.
pub async fn lists_go_newest_first_in_parts(it: &dyn Store) {
    for number in 1..=7 {
        store(it, asked(request(number, "a", &["a"]), record(number + 100, number))).await;
    }
    for whose in [Whose::Everybody, somebody("a")] {
        let (mut requests, mut records) = (Vec::<Uuid>::new(), Vec::<Uuid>::new());
        loop {
            let part = Part { before: requests.last().copied(), limit: 3 };
            let found = it.requests(&here(), &whose, part).await.expect("read");
            let part = Part { before: records.last().copied(), limit: 3 };
            records.extend(it.records(&here(), &whose, part).await.expect("read").iter().map(|r| r.id.0));
            if found.is_empty() {
                break;
            }
            assert!(found.len() <= 3);
            requests.extend(found.iter().map(|request| request.id.0));
        }
        assert_eq!(requests, (1..=7).rev().map(id).collect::<Vec<_>>(), "{whose:?}");
        assert_eq!(records, (101..=107).rev().map(id).collect::<Vec<_>>(), "{whose:?}");
    }
}

/// The subject and everybody who signs; nobody else, and nobody twice.
pub async fn a_list_holds_what_concerns_the_person(it: &dyn Store) {
    store(it, asked(request(1, "child", &["mother", "father"]), record(11, 1))).await;
    store(it, asked(request(2, "mother", &["mother"]), record(12, 2))).await;
    for (name, expected) in
        [("child", vec![1]), ("mother", vec![2, 1]), ("father", vec![1]), ("stranger", vec![]), ("", vec![])]
    {
        let requests = it.requests(&here(), &somebody(name), ALL).await.expect("read");
        let found: Vec<Uuid> = requests.iter().map(|request| request.id.0).collect();
        assert_eq!(found, expected.iter().map(|n| id(*n)).collect::<Vec<_>>(), "{name}");
        let records = it.records(&here(), &somebody(name), ALL).await.expect("read");
        let found: Vec<Uuid> = records.iter().map(|record| record.id.0).collect();
        assert_eq!(found, expected.iter().map(|n| id(*n + 10)).collect::<Vec<_>>(), "{name}");
    }
}
