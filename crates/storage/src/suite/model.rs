// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Any order of changes ends as it does in memory, the simplest store there is.

use crate::change::{Append, Change};
use crate::memory::MemoryStore;
use crate::store::{Part, Store, StoreError, Whose};
use crate::suite::samples::{decision, event, id, presentation, record, replay, request};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use samenspraak_contract::id::{ConsentRecordId, ConsentRequestId, ControllerId};
use samenspraak_contract::record::EventType;

/// What one change does, in small numbers, so that changes meet often.
#[derive(Clone, Debug)]
struct Step {
    controller: bool,
    request: Option<(u128, Option<u128>)>,
    append: Option<(u128, u32)>,
    still_current: Option<u128>,
    key: Option<(bool, u128, u8)>,
    documents: bool,
}

const SMALL: u128 = 6;
const STEPS: usize = 40;
const RUNS: u32 = 12;

fn step() -> impl Strategy<Value = Step> {
    let request = prop::option::of((0..SMALL, prop::option::weighted(0.3, 0..SMALL)));
    let append = prop::option::of((0..SMALL, 0_u32..4));
    let still_current = prop::option::weighted(0.2, 0..SMALL);
    let key = prop::option::of((any::<bool>(), 0..SMALL, 0_u8..2));
    (any::<bool>(), request, append, still_current, key, any::<bool>()).prop_map(
        |(controller, request, append, still_current, key, documents)| Step {
            controller,
            request,
            append,
            still_current,
            key,
            documents,
        },
    )
}

fn controllers() -> [ControllerId; 2] {
    ["here".into(), "there".into()]
}

fn change(number: u128, step: &Step, run: u128) -> Change {
    let [here, there] = controllers();
    let of_run = |small: u128| run * 1000 + small;
    let mut change = Change::new(if step.controller { here } else { there });
    if let Some((small, replaces)) = step.request {
        let mut asked = request(of_run(small), "a", &["a", "b"]);
        asked.replaces = replaces.map(|old| ConsentRequestId(id(of_run(old))));
        change.records = vec![record(of_run(small), of_run(small))];
        change.request = Some(asked);
    }
    if let Some((small, expected_version)) = step.append {
        let events = vec![event(number, EventType::Given), event(number + 1, EventType::Withdrawn)];
        let record_id = ConsentRecordId(id(of_run(small)));
        change.appends = vec![Append { record_id, expected_version, events }];
    }
    change.still_current = step.still_current.map(|small| ConsentRequestId(id(of_run(small))));
    change.replay = step.key.map(|(a, key, body)| replay(if a { "a" } else { "b" }, of_run(key), body));
    if step.documents {
        change.presentation = Some(presentation(number + 2, 1));
        change.decision = Some(decision(number + 3, 1, 1));
    }
    change
}

// Whether two stores said the same. When a change is wrong in two ways, either may be told.
fn kind<T: std::fmt::Debug>(result: &Result<T, StoreError>) -> String {
    match result {
        Ok(applied) => format!("{applied:?}"),
        Err(StoreError::Conflict | StoreError::Failed(_)) => "refused".to_owned(),
        Err(StoreError::IdempotencyKeyReused) => "reused".to_owned(),
        Err(error) => panic!("{error}"),
    }
}

/// The same changes in the same order, here and in memory.
pub async fn any_order_of_changes_ends_as_in_memory(it: &dyn Store) {
    let config = Config { failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let model = MemoryStore::default();
    let mut number = 1_000_000;
    for run in 0..RUNS {
        let steps = prop::collection::vec(step(), STEPS).new_tree(&mut runner).expect("a sample").current();
        for step in &steps {
            number += 10;
            let change = change(number, step, run.into());
            let (ours, theirs) = (it.apply(change.clone()).await, model.apply(change).await);
            assert_eq!(kind(&ours), kind(&theirs), "run {run}, {step:?}");
        }
        compare(it, &model).await;
    }
}

async fn compare(it: &dyn Store, model: &dyn Store) {
    for controller in controllers() {
        for whose in [Whose::Everybody, Whose::Person("a".into()), Whose::Person("nobody".into())] {
            let part = Part { before: None, limit: 100 };
            let ours = it.requests(&controller, &whose, part).await.expect("read");
            assert_eq!(ours, model.requests(&controller, &whose, part).await.expect("read"));
            let ours = it.records(&controller, &whose, part).await.expect("read");
            assert_eq!(ours, model.records(&controller, &whose, part).await.expect("read"));
        }
    }
}
