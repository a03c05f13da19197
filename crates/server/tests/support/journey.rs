// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What people do, step by step, so that a test says only what differs.

use super::{Client, Reply, Server};
use serde_json::{Map, Value, json};

/// The one open request of somebody.
pub async fn open_request(client: &Client<'_>) -> Value {
    let page = client.get("/v1/consent-requests?status=open").await.expect(200);
    page["items"].as_array().unwrap().first().cloned().expect("an open request")
}

/// Reads the request again.
pub async fn reread(client: &Client<'_>, request: &Value) -> Value {
    client.get(&format!("/v1/consent-requests/{}", text(&request["id"]))).await.expect(200)
}

/// Has the notice put before the person, and gives the id of the presentation.
pub async fn present(client: &Client<'_>, request: &Value, language: &str) -> Value {
    let body = json!({
        "consentRequestId": request["id"],
        "language": language,
        "noticeHash": request["noticeHashes"][language],
        "renderer": "tests/1",
    });
    client.post("/v1/notice-presentations", &body).await.expect(201)["id"].clone()
}

/// The choices of one confirmation: one answer for everything that is asked.
pub fn choices(request: &Value, answer: &str) -> Vec<Value> {
    let asked = request["items"].as_array().unwrap().iter().filter(|item| item["kind"] == "consent");
    asked
        .map(|item| {
            let data = item["personalData"].as_array().unwrap().iter();
            let answers: Map<String, Value> =
                data.map(|datum| (text(&datum["dataType"]["id"]).to_owned(), json!(answer))).collect();
            json!({ "itemId": item["id"], "scopeFingerprint": item["scopeFingerprint"], "answers": answers })
        })
        .collect()
}

/// A confirmation, ready to send.
pub async fn decision(client: &Client<'_>, request: &Value, choices: Vec<Value>) -> Value {
    json!({
        "presentationId": present(client, request, "nl").await,
        "noticeHash": request["noticeHashes"]["nl"],
        "language": "nl",
        "choices": choices,
    })
}

/// Where the confirmation of a request goes.
pub fn decisions_of(request: &Value) -> String {
    format!("/v1/consent-requests/{}/decisions", text(&request["id"]))
}

/// Confirms one answer for everything.
pub async fn decide(client: &Client<'_>, request: &Value, answer: &str) -> Reply {
    let body = decision(client, request, choices(request, answer)).await;
    client.post(&decisions_of(request), &body).await
}

/// The body with which a case of the demonstration is asked.
pub fn case(server: &Server, start: &str) -> Value {
    let case = server.demo().cases.iter().find(|case| case.id.starts_with(start)).unwrap();
    serde_json::to_value(case.request(server.today())).unwrap()
}

/// All records of somebody.
pub async fn records(client: &Client<'_>) -> Vec<Value> {
    let page = client.get("/v1/consent-records?pageSize=100").await.expect(200);
    page["items"].as_array().unwrap().clone()
}

/// A JSON string.
#[track_caller]
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
