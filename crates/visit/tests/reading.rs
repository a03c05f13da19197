// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The visit reads documents in a way of its own, which is small. It takes for
//! a document what the server takes for that document, and nothing else.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

#[path = "../../rules/tests/fixture/mod.rs"]
mod fixture;
mod table;

use fixture::Choice;
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
    More,
}

fn changes() -> impl Iterator<Item = Change> {
    let numbers = [json!(0), json!(1), json!(2), json!(300), json!(-1), json!(i64::MIN), json!(u64::MAX)];
    let others = [
        Value::Null,
        json!(true),
        json!(1.5),
        json!(""),
        json!("2026-02-30"),
        json!("2026-11-22T12:00:00+01:00"),
        json!("given"),
        json!({}),
        json!({ "kind": "pressure" }),
        json!([]),
        json!([{}]),
    ];
    numbers.into_iter().chain(others).map(Change::Other).chain([Change::Gone, Change::More])
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

fn changed(mut document: Value, place: &str, change: &Change) -> Value {
    match (document.pointer_mut(place).unwrap(), change) {
        (there, Change::Other(value)) => *there = value.clone(),
        (Value::Object(members), Change::More) => drop(members.insert("more".into(), json!(1))),
        (Value::Object(members), Change::Gone) => members.clear(),
        (Value::Array(items), _) => drop(items.pop()),
        (there, _) => *there = Value::Null,
    }
    document
}

/// A document, and all that somebody could make of it in one place, read in both ways.
fn hold<T: Serialize + DeserializeOwned + PartialEq + Debug>(document: &T) {
    let whole = json!(document);
    assert_eq!(read::<T>(&whole).as_ref(), Some(document));
    let mut all = Vec::new();
    places(&whole, "", &mut all);
    for (place, change) in all.iter().flat_map(|place| changes().map(move |change| (place, change))) {
        let value = changed(whole.clone(), place, &change);
        let (here, there) = (read::<T>(&value), serde_json::from_value::<T>(value).ok());
        // One thing the server lets pass and no screen sends: a list of values in the place
        // of an object. Here that is no document.
        let listed = matches!(change, Change::Other(Value::Array(_)));
        assert!(here == there || here.is_none() && listed, "{place} {change:?}, read: {}", here.is_some());
    }
}

fn problem() -> Problem {
    let detail = "it is empty".to_owned();
    Problem::invalid(vec![InvalidParam { name: "/task".into(), reason: InvalidReason::EmptyText, detail }])
}

#[test]
fn what_people_send_is_read_as_the_server_reads_it() {
    hold(&fixture::intake::assessment());
    hold(&fixture::joint_request());
    let mut sharing = fixture::sharing::decision(DecisionKind::Coercion);
    sharing.measure = Some(Measure::Force { court_reference: "C/1".into() });
    hold(&sharing);
    let asked = fixture::resolved(&fixture::new_request(), None).request;
    let (decision, shown) = fixture::confirmation(&asked, Choice::First);
    hold(&decision);
    hold(&shown);
}

#[test]
fn what_the_backend_told_is_read_as_it_was_written() {
    hold(&fixture::catalogue());
    hold(&settings());
    let asked = fixture::resolved(&fixture::joint_request(), None);
    hold(&view::request(&asked.request, &asked.records, Viewer::Staff, fixture::today()));
    hold(&problem());
    hold(&Problem::new(ProblemType::NotFound, ""));
}

#[test]
fn a_line_of_the_log_is_read_as_it_was_written() {
    let mut table = Table::new();
    table.taken("assessments", &fixture::intake::assessment());
    hold::<Entry>(&table.log[0]);
}
