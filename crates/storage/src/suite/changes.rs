// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! All or nothing, once, and never over somebody else's change.

use crate::change::{Append, Applied, Change};
use crate::facts::StoredResponse;
use crate::store::{Part, Store, StoreError, Whose};
use crate::suite::samples::{
    appended, asked, decision, event, here, id, presentation, record, replay, request,
};
use samenspraak_contract::id::{ConsentRecordId, ConsentRequestId, DecisionId, PresentationId};
use samenspraak_contract::record::EventType;
use std::sync::atomic::{AtomicU32, Ordering};

async fn stored(store: &dyn Store, change: Change) {
    assert_eq!(store.apply(change).await.expect("a store that works"), Applied::Stored);
}

async fn refused(store: &dyn Store, change: Change) -> StoreError {
    store.apply(change).await.expect_err("it may not be stored")
}

async fn version(store: &dyn Store, number: u128) -> u32 {
    let found = store.records_by_id(&here(), &[ConsentRecordId(id(number))]).await.expect("read");
    found.first().expect("it is there").version()
}

/// When the last part of a change does not fit, the first parts are not there either.
pub async fn a_refused_change_leaves_nothing_behind(it: &dyn Store) {
    stored(it, asked(request(1, "a", &["a"]), record(2, 1))).await;
    let mut change = asked(request(3, "a", &["a"]), record(4, 3));
    change.presentation = Some(presentation(5, 1));
    change.decision = Some(decision(6, 1, 2));
    change.replay = Some(replay("a", 7, 7));
    let append = |record: u128, expected_version: u32, number: u128| Append {
        record_id: ConsentRecordId(id(record)),
        expected_version,
        events: vec![event(number, EventType::Given)],
    };
    change.appends = vec![append(2, 1, 20), append(99, 1, 21)];
    assert!(matches!(refused(it, change).await, StoreError::Conflict));

    assert_eq!(it.request(&here(), ConsentRequestId(id(3))).await.expect("read"), None);
    assert_eq!(it.records_by_id(&here(), &[ConsentRecordId(id(4))]).await.expect("read"), []);
    assert_eq!(it.presentation(&here(), PresentationId(id(5))).await.expect("read"), None);
    assert_eq!(it.decision(&here(), DecisionId(id(6))).await.expect("read"), None);
    assert_eq!(it.replay(&here(), &"a".into(), id(7)).await.expect("read"), None);
    assert_eq!(version(it, 2).await, 1);
}

/// An append on another version than the present one is refused, before and behind.
pub async fn an_append_expects_a_version(it: &dyn Store) {
    stored(it, asked(request(1, "a", &["a"]), record(2, 1))).await;
    for wrong in [0, 2] {
        let change = appended(2, wrong, event(10, EventType::Given));
        assert!(matches!(refused(it, change).await, StoreError::Conflict), "version {wrong}");
    }
    stored(it, appended(2, 1, event(11, EventType::Given))).await;
    assert!(matches!(refused(it, appended(2, 1, event(12, EventType::Given))).await, StoreError::Conflict));
    assert_eq!(version(it, 2).await, 2);
}

/// A change sent twice is stored once and answered the same.
pub async fn the_same_key_is_stored_once(it: &dyn Store) {
    stored(it, asked(request(1, "a", &["a"]), record(2, 1))).await;
    let mut change = appended(2, 1, event(10, EventType::Given));
    change.replay = Some(replay("a", 5, 1));
    stored(it, change.clone()).await;
    let again = it.apply(change).await.expect("told again");
    assert_eq!(again, Applied::Replayed(replay("a", 5, 1).response));
    assert_eq!(version(it, 2).await, 2);
}

/// One key does not stand for two bodies.
pub async fn the_same_key_with_another_body_is_refused(it: &dyn Store) {
    let mut first = asked(request(1, "a", &["a"]), record(2, 1));
    first.replay = Some(replay("a", 5, 1));
    stored(it, first).await;
    let mut second = appended(2, 1, event(10, EventType::Given));
    second.replay = Some(replay("a", 5, 2));
    assert!(matches!(refused(it, second).await, StoreError::IdempotencyKeyReused));
    assert_eq!(version(it, 2).await, 1);
}

/// Two people, or one person in two municipalities, may happen on the same key.
pub async fn a_key_belongs_to_one_person_and_controller(it: &dyn Store) {
    for (number, controller, person) in [(1, "here", "a"), (2, "here", "b"), (3, "there", "a")] {
        let mut change = asked(request(number, person, &[person]), record(number + 10, number));
        change.controller = controller.into();
        let answer = u8::try_from(number).expect("small");
        change.replay = Some(replay(person, 5, answer));
        stored(it, change).await;
    }
}

/// A request has one successor, and knows it.
pub async fn a_request_is_replaced_once(it: &dyn Store) {
    stored(it, asked(request(1, "a", &["a"]), record(11, 1))).await;
    let newer = |number: u128| {
        let mut newer = request(number, "a", &["a"]);
        newer.replaces = Some(ConsentRequestId(id(1)));
        asked(newer, record(number + 10, number))
    };
    stored(it, newer(2)).await;
    assert!(matches!(refused(it, newer(3)).await, StoreError::Conflict));
    let old = it.request(&here(), ConsentRequestId(id(1))).await.expect("read").expect("still there");
    assert_eq!(old.replaced_by, Some(ConsentRequestId(id(2))));
    assert_eq!(it.request(&here(), ConsentRequestId(id(3))).await.expect("read"), None);
}

/// To whom a request was shown: once each, and only of what is there.
pub async fn a_request_knows_to_whom_it_was_shown(it: &dyn Store) {
    stored(it, asked(request(1, "a", &["a"]), record(11, 1))).await;
    stored(it, asked(request(2, "a", &["a"]), record(12, 2))).await;
    let shown = |number: u128, of: u128| {
        let mut change = Change::new(here());
        change.presentation = Some(presentation(number, of));
        change
    };
    for (number, of) in [(21, 1), (22, 1), (23, 9)] {
        stored(it, shown(number, of)).await;
    }
    let readers = async |number: u128| {
        let found = it.request(&here(), ConsentRequestId(id(number))).await.expect("read");
        found.expect("it is there").shown_to
    };
    assert_eq!(readers(1).await, ["somebody".into()].into());
    assert_eq!(readers(2).await, [].into());
    let listed = it
        .requests(&here(), &Whose::Person("a".into()), Part { before: None, limit: 9 })
        .await
        .expect("read");
    let listed: Vec<usize> = listed.iter().map(|request| request.shown_to.len()).collect();
    assert_eq!(listed, [0, 1]);
}

/// A decision on a question that was replaced meanwhile is not stored.
pub async fn what_expects_a_current_request_is_refused_after_that(it: &dyn Store) {
    stored(it, asked(request(1, "a", &["a"]), record(11, 1))).await;
    let decide = |number: u128, version: u32| {
        let mut change = appended(11, version, event(number, EventType::Given));
        change.still_current = Some(ConsentRequestId(id(1)));
        change
    };
    stored(it, decide(20, 1)).await;
    let mut newer = request(2, "a", &["a"]);
    newer.replaces = Some(ConsentRequestId(id(1)));
    stored(it, asked(newer, record(12, 2))).await;
    assert!(matches!(refused(it, decide(21, 2)).await, StoreError::Conflict));
    let mut unknown = appended(11, 2, event(22, EventType::Given));
    unknown.still_current = Some(ConsentRequestId(id(99)));
    assert!(matches!(refused(it, unknown).await, StoreError::Conflict));
    assert_eq!(version(it, 11).await, 2);
}

/// Nothing that is stored is ever written over.
pub async fn an_id_is_used_once(it: &dyn Store) {
    stored(it, asked(request(1, "a", &["a"]), record(2, 1))).await;
    for change in [asked(request(1, "b", &["b"]), record(3, 1)), asked(request(4, "b", &["b"]), record(2, 4))]
    {
        assert!(matches!(refused(it, change).await, StoreError::Taken));
    }
    let kept = it.request(&here(), ConsentRequestId(id(1))).await.expect("read");
    assert_eq!(kept, Some(request(1, "a", &["a"])));
    assert_eq!(version(it, 2).await, 1);
}

/// Who meets another's change reads again and comes after it: nobody is lost.
pub async fn two_who_sign_at_once_are_both_stored(it: &dyn Store) {
    const SIGNERS: u32 = 8;
    stored(it, asked(request(1, "a", &["a"]), record(2, 1))).await;
    let sign = async |signer: u32| loop {
        let seen = version(it, 2).await;
        let number = 1000 + u128::from(signer);
        match it.apply(appended(2, seen, event(number, EventType::Given))).await {
            Ok(applied) => break assert_eq!(applied, Applied::Stored),
            Err(StoreError::Conflict) => tokio::task::yield_now().await,
            Err(error) => panic!("{error}"),
        }
    };
    tokio::join!(sign(0), sign(1), sign(2), sign(3), sign(4), sign(5), sign(6), sign(7));
    let found = it.records_by_id(&here(), &[ConsentRecordId(id(2))]).await.expect("read");
    let mut ids: Vec<_> = found[0].events[1..].iter().map(|event| event.id.0).collect();
    ids.sort();
    assert_eq!(ids, (0..SIGNERS).map(|signer| id(1000 + u128::from(signer))).collect::<Vec<_>>());
}

/// A double press, two tabs, a retry that overtakes: one is stored, all are told the same.
pub async fn one_key_sent_many_times_at_once_is_stored_once(it: &dyn Store) {
    stored(it, asked(request(1, "a", &["a"]), record(2, 1))).await;
    let fresh = AtomicU32::new(0);
    let send = async || -> Option<StoredResponse> {
        let mut change = appended(2, 1, event(10, EventType::Given));
        change.replay = Some(replay("a", 5, 1));
        match it.apply(change).await.expect("stored or told") {
            Applied::Stored => {
                fresh.fetch_add(1, Ordering::Relaxed);
                None
            }
            Applied::Replayed(response) => Some(response),
        }
    };
    let told = tokio::join!(send(), send(), send(), send());
    assert_eq!(fresh.into_inner(), 1);
    for response in [told.0, told.1, told.2, told.3].into_iter().flatten() {
        assert_eq!(response, replay("a", 5, 1).response);
    }
    assert_eq!(version(it, 2).await, 2);
}
