// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Holds an answer against the OpenAPI document.

use super::Reply;
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use jsonschema::Validator;
use samenspraak_contract::API_VERSION;
use samenspraak_server::openapi::document;
use serde_json::{Value, json};

/// Fails when a `/v1` answer is anything that the document does not declare.
#[track_caller]
pub fn check(method: &Method, path: &str, reply: &Reply) {
    let path = path.split('?').next().unwrap();
    if path != "/v1" && !path.starts_with("/v1/") {
        return;
    }
    assert_eq!(reply.header("api-version"), API_VERSION, "{method} {path}");
    let status = reply.status.as_u16().to_string();
    let Some(response) = operation(method, path).map(|operation| &operation["responses"][&status]) else {
        assert!([404, 405].contains(&reply.status.as_u16()), "{method} {path}: {status} of no operation");
        return valid(&json!({ "$ref": "#/components/schemas/Problem" }), reply);
    };
    assert!(response.is_object(), "{method} {path} does not declare {status}: {:?}", reply.body);
    let content_type = reply.headers[CONTENT_TYPE].to_str().unwrap();
    let essence = content_type.split(';').next().unwrap();
    let content = &response["content"][essence];
    assert!(content.is_object(), "{method} {path} {status} does not declare {essence}");
    if essence.ends_with("json") {
        valid(&content["schema"], reply);
    }
    for (name, header) in response["headers"].as_object().into_iter().flatten() {
        assert!(reply.headers.contains_key(name), "{method} {path} {status} lacks {name}: {header}");
    }
}

/// The operation of a method and a path with its ids filled in.
fn operation(method: &Method, path: &str) -> Option<&'static Value> {
    let paths = document()["paths"].as_object().unwrap();
    let fits = |template: &str| {
        let (wanted, given) = (template.split('/'), path.trim_start_matches("/v1").split('/'));
        wanted.clone().count() == given.clone().count()
            && wanted
                .zip(given)
                .all(|(wanted, given)| wanted == given || (wanted.starts_with('{') && !given.is_empty()))
    };
    let (_, item) = paths.iter().find(|(template, _)| fits(template))?;
    item.get(method.as_str().to_lowercase())
}

#[track_caller]
fn valid(schema: &Value, reply: &Reply) {
    let body = reply.json();
    let errors: Vec<String> = validator(schema)
        .iter_errors(&body)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}\n{body}");
}

fn validator(schema: &Value) -> Validator {
    let mut schema = schema.clone();
    schema["components"] = document()["components"].clone();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}
