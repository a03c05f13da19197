// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the person and the desk do with a filing.

use super::journey::text;
use super::{Client, Reply, Server};
use axum::http::Method;
use serde_json::{Value, json};

/// Who answers in Roosendaal.
pub const HANDLER: &str = "samira-el-amrani";

/// Who answers, signed in.
pub async fn handler(server: &Server) -> Client<'_> {
    server.sign_in(HANDLER).await
}

/// Adds an event to the filing as it was read, which has to be taken.
pub async fn act(client: &Client<'_>, filing: &Value, event: &Value) -> Value {
    let version = filing["version"].as_u64().unwrap();
    act_with(client, filing, event, version).await.expect(201)
}

/// Adds an event to a version of a filing.
pub async fn act_with(client: &Client<'_>, filing: &Value, event: &Value, version: u64) -> Reply {
    let path = format!("/v1/filings/{}/events", text(&filing["id"]));
    let call = client.call(Method::POST, &path).header("If-Match", &format!("\"{version}\""));
    call.header("Idempotency-Key", &client.key().to_string()).json(event).send().await
}

/// One page of the list.
pub async fn queue(client: &Client<'_>, query: &str) -> Vec<Value> {
    let page = client.get(&format!("/v1/filings?{query}")).await.expect(200);
    page["items"].as_array().unwrap().clone()
}

/// Places and reasons, to compare.
pub fn reasons(invalid: &[(String, String)]) -> Vec<(&str, &str)> {
    invalid.iter().map(|(name, reason)| (name.as_str(), reason.as_str())).collect()
}

/// Places alone, sorted.
pub fn names(invalid: &[(String, String)]) -> Vec<&str> {
    let mut names: Vec<&str> = invalid.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names
}

/// A request that speaks for itself.
pub fn access() -> Value {
    json!({ "kind": "access", "language": "nl" })
}

/// Files a request under the GDPR.
pub async fn file(client: &Client<'_>, body: &Value) -> Value {
    client.post("/v1/rights-requests", body).await.expect(201)
}

/// Reads the filing again.
pub async fn reread(client: &Client<'_>, filing: &Value) -> Value {
    client.get(&format!("/v1/filings/{}", text(&filing["id"]))).await.expect(200)
}

/// A decision in favour of the person.
pub fn decided() -> Value {
    json!({ "type": "decided", "outcome": "granted", "text": "U hebt gelijk." })
}
