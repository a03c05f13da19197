// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The visit reads documents in a way of its own, which is small. It takes for
//! a document what the server takes for that document, and nothing else.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

#[path = "../../rules/tests/fixture/mod.rs"]
mod fixture;
mod table;

use fixture::Choice;
use proptest::prelude::*;
use proptest::sample::Index;
use samenspraak_contract::disclosure_decision::{DecisionKind, Measure};
use samenspraak_contract::problem::{InvalidParam, InvalidReason, Problem, ProblemType};
use samenspraak_rules::view::{self, Viewer};
use samenspraak_visit::Entry;
use samenspraak_visit::reading::read;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;
use table::*;

/// What somebody who does not know the contract might send.
#[derive(Clone, Debug)]
enum Change {
    Other(Value),
    Gone,
    More(String),
}

fn change() -> impl Strategy<Value = Change> {
    let value = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (0..5u8).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        Just(json!("")),
        Just(json!("2026-02-30")),
        Just(json!("2026-11-22T12:00:00+01:00")),
        Just(json!("given")),
        Just(json!({})),
        Just(json!({ "kind": "pressure" })),
        Just(json!([])),
        Just(json!([{}])),
    ];
    prop_oneof![
        4 => value.prop_map(Change::Other),
        2 => Just(Change::Gone),
        1 => "[a-z]{1,6}".prop_map(Change::More),
    ]
}

// Every place in a document, as a JSON pointer.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, it)| places(it, &format!("{here}/{name}"), all))
        }
        Value::Array(items) => {
            (0..).zip(items).for_each(|(place, it)| places(it, &format!("{here}/{place}"), all))
        }
        _ => {}
    }
}

fn changed(mut document: Value, place: &Index, change: &Change) -> Value {
    let mut all = Vec::new();
    places(&document, "", &mut all);
    let place = place.get(&all);
    match (document.pointer_mut(place).unwrap(), change) {
        (there, Change::Other(value)) => *there = value.clone(),
        (Value::Object(members), Change::More(name)) => drop(members.insert(name.clone(), json!(1))),
        (Value::Object(members), Change::Gone) => members.clear(),
        (Value::Array(items), _) => drop(items.pop()),
        (there, _) => *there = Value::Null,
    }
    document
}

/// A document, and what somebody made of it, read in both ways.
fn hold<T: Serialize + DeserializeOwned + PartialEq + Debug>(document: &T, place: &Index, change: &Change) {
    let value = json!(document);
    assert_eq!(read::<T>(&value).as_ref(), Some(document));
    let value = changed(value, place, change);
    let (here, there) = (read::<T>(&value), serde_json::from_value::<T>(value.clone()).ok());
    // One thing the server lets pass and no screen sends: a list of values in the place
    // of an object. Here that is no document.
    let listed = matches!(change, Change::Other(Value::Array(_)));
    assert!(here == there || here.is_none() && listed, "{value}\nhere {here:?}\nthere {there:?}");
}

fn problem() -> Problem {
    let detail = "it is empty".to_owned();
    Problem::invalid(vec![InvalidParam { name: "/task".into(), reason: InvalidReason::EmptyText, detail }])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_people_send_is_read_as_the_server_reads_it(place: Index, change in change()) {
        hold(&fixture::intake::assessment(), &place, &change);
        hold(&fixture::joint_request(), &place, &change);
        let mut sharing = fixture::sharing::decision(DecisionKind::Coercion);
        sharing.measure = Some(Measure::Force { court_reference: "C/1".into() });
        hold(&sharing, &place, &change);
        let asked = fixture::resolved(&fixture::new_request(), None).request;
        let (decision, shown) = fixture::confirmation(&asked, Choice::First);
        hold(&decision, &place, &change);
        hold(&shown, &place, &change);
    }

    #[test]
    fn what_the_backend_told_is_read_as_it_was_written(place: Index, change in change()) {
        hold(&fixture::catalogue(), &place, &change);
        hold(&settings(), &place, &change);
        let asked = fixture::resolved(&fixture::joint_request(), None);
        let seen = view::request(&asked.request, &asked.records, Viewer::Staff, fixture::today());
        hold(&seen, &place, &change);
        hold(&problem(), &place, &change);
        hold(&Problem::new(ProblemType::NotFound, ""), &place, &change);
    }

    #[test]
    fn a_line_of_the_log_is_read_as_it_was_written(place: Index, change in change()) {
        let mut table = Table::new();
        table.taken("assessments", &fixture::intake::assessment());
        hold::<Entry>(&table.log[0], &place, &change);
    }
}
