// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The visit takes what the rules allow and does not know the schema (decision 13), so a
//! screen must not let anybody type more than the contract takes. This holds every field
//! of words for the table against the published schema.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

use samenspraak::flow::intake::{MOST_ANSWER, MOST_ORIGIN, MOST_WORDS};
use samenspraak::flow::sheet::{Asked, Kind, Sheet};
use samenspraak::flow::{client, entry, outcome, sharing};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn schemas() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("api/openapi.json");
    let api: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    api["components"]["schemas"].clone()
}

// What a schema says about the value at the rest of a JSON pointer.
fn at<'a>(all: &'a Value, schema: &'a Value, rest: &[&str]) -> Option<&'a Value> {
    if let Some(name) = schema["$ref"].as_str() {
        return at(all, &all[name.rsplit('/').next()?], rest);
    }
    let Some((first, rest)) = rest.split_first() else { return Some(schema) };
    let one_of = schema["oneOf"].as_array().into_iter().flatten();
    let inside = [schema.get("items"), schema["properties"].get(first)];
    let mut inside = inside.into_iter().flatten().map(|it| at(all, it, rest));
    inside.next().unwrap_or_else(|| one_of.filter_map(|it| at(all, it, &[&[*first], rest].concat())).next())
}

fn longest(all: &Value, name: &str, pointer: &str) -> Option<u64> {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    at(all, &all[name], &parts)?["maxLength"].as_u64()
}

fn filled(values: &[(&str, &str)]) -> Sheet {
    let mut sheet = Sheet::default();
    values.iter().for_each(|(field, value)| sheet.set(field, (*value).into()));
    sheet
}

fn flat(parts: Vec<(&str, Vec<Asked>)>) -> Vec<Asked> {
    parts.into_iter().flat_map(|(_, fields)| fields).collect()
}

fn forms() -> Vec<(&'static str, Vec<Asked>)> {
    let force = ("/measure/kind", "force");
    let after_no = |kind| flat(outcome::parts(&filled(&[("/type", kind), force]), 2));
    let decision = |kind| {
        let mut sheet = filled(&[("/decision", "share"), ("/kind", kind), force]);
        sharing::add_row(&mut sheet);
        flat(sharing::parts(&sheet, 90))
    };
    let entered = |method| entry::fields(&filled(&[(entry::METHOD, method)]), 2);
    let around = client::Around { today: "2026-11-22".into(), adult_from: 18, client: None, others: vec![] };
    let mut person = Sheet::default();
    client::add_row(&mut person);
    let mut forms =
        vec![("NewDecisionEvent", sharing::later(90)), ("NewClient", client::fields(&person, &around))];
    forms.extend(outcome::OUTCOMES.map(|kind| ("NewRefusalOutcome", after_no(kind))));
    forms.extend(sharing::KINDS.map(|kind| ("NewDisclosureDecision", decision(kind))));
    forms.extend(entry::METHODS.map(|method| ("NewDecision", entered(method))));
    forms
}

#[test]
fn no_form_takes_more_than_the_contract() {
    let (all, mut words) = (schemas(), Vec::new());
    for (name, fields) in forms() {
        for asked in fields.iter().filter(|it| matches!(it.kind, Kind::Line | Kind::Text)) {
            let most = longest(&all, name, &asked.field);
            assert_eq!(Some(u64::from(asked.most)), most, "{name}{}", asked.field);
            words.push([name, &*asked.field].concat());
        }
    }
    words.sort();
    words.dedup();
    assert_eq!(words.len(), 20, "every field of words was looked at: {words:?}");
}

#[test]
fn no_step_takes_more_than_the_contract() {
    let all = schemas();
    for (pointer, most) in [
        ("/purpose/helpQuestion", MOST_ANSWER),
        ("/data/whyNeeded", MOST_ANSWER),
        ("/triage/reason", MOST_ANSWER),
        ("/purposeLimitation/0/originalPurpose", MOST_ORIGIN),
        ("/items/0/proportionality/nl", MOST_WORDS),
        ("/items/0/subsidiarity/nl", MOST_WORDS),
    ] {
        assert_eq!(longest(&all, "NewAssessment", pointer), Some(u64::from(most)), "{pointer}");
    }
}
