// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The document and its promises.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

use samenspraak_server::openapi::{document, text};
use serde_json::Value;
use std::fs;

fn operations() -> impl Iterator<Item = (String, &'static str, &'static Value)> {
    document()["paths"].as_object().unwrap().iter().flat_map(|(path, item)| {
        item.as_object()
            .unwrap()
            .iter()
            .map(move |(method, operation)| (path.clone(), method.as_str(), operation))
    })
}

#[test]
fn the_file_in_the_repository_is_the_document_of_the_code() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../api/openapi.json");
    let kept = fs::read_to_string(file).unwrap();
    assert!(kept == text(), "api/openapi.json is out of date: write it anew with `cargo xtask openapi`");
}

#[test]
fn every_operation_says_who_may_call_it() {
    assert!(operations().count() >= 15);
    for (path, method, operation) in operations() {
        let access = &operation["x-access"];
        let roles = access.as_array().is_some_and(|roles| !roles.is_empty());
        assert!(access == "public" || roles, "{method} {path} declares no access");
        let secured = operation["security"].as_array().is_some_and(|list| !list.is_empty());
        assert_eq!(secured, roles, "{method} {path}: the security follows from the access");
    }
}

#[test]
fn every_operation_is_named_explained_and_honest_about_its_errors() {
    for (path, method, operation) in operations() {
        let place = format!("{method} {path}");
        assert!(operation["operationId"].is_string(), "{place}");
        assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{place}");
        let words = operation["description"].as_str().unwrap();
        assert!(words.contains('('), "{place} lacks the Dutch term: {words}");
        for (status, response) in operation["responses"].as_object().unwrap() {
            assert!(response["headers"]["API-Version"].is_object(), "{place} {status}");
            if status.starts_with(['4', '5']) {
                let content = response["content"].as_object().unwrap();
                assert_eq!(
                    content.keys().collect::<Vec<_>>(),
                    ["application/problem+json"],
                    "{place} {status}"
                );
            }
        }
        if method == "post" {
            let parameters = operation["parameters"].to_string();
            assert!(parameters.contains("IdempotencyKey"), "{place}");
            for status in ["400", "401", "403", "409", "413", "415"] {
                assert!(operation["responses"][status].is_object(), "{place} {status}");
            }
        }
    }
}

#[test]
fn nothing_in_the_contract_is_ever_null() {
    fn nulls(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::String(word) if word == "null" => found.push(path.to_owned()),
            Value::Array(list) => list.iter().for_each(|value| nulls(value, path, found)),
            Value::Object(members) => {
                members.iter().for_each(|(key, value)| nulls(value, &format!("{path}/{key}"), found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    nulls(&document()["components"]["schemas"], "", &mut found);
    assert_eq!(found, Vec::<String>::new());
}
