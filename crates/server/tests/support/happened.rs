// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What happened to data, step by step, so that a test says only what differs.

use super::journey::text;
use super::{Client, Reply, Server};
use axum::http::Method;
use serde_json::{Value, json};

/// Somebody who has had help for half a year.
pub const FATMA: &str = "fatma-kaya";
/// The system that records.
pub const SYSTEM: &str = "bronsysteem-roosendaal";

/// A line about Noor that any source system may record.
pub fn new_line(server: &Server) -> Value {
    json!({
        "subject": { "id": "noor-de-wit", "displayName": "Noor de Wit" },
        "occurredAt": server.app().now(),
        "action": "shared",
        "channel": "digital",
        "senderId": "municipality",
        "recipientId": "home-care",
        "dataTypeIds": ["support-type"],
        "purposeId": "deliver-home-support",
        "legalBasisId": "support-sharing",
    })
}

/// A line that is withheld until a day from today.
pub fn withheld(server: &Server, days: i64) -> Value {
    let mut new = new_line(server);
    new["recipientId"] = json!("veilig-thuis");
    new["dataTypeIds"] = json!(["household"]);
    new["purposeId"] = json!("investigate-safety");
    new["legalBasisId"] = json!("veilig-thuis");
    let review_date = server.today() + chrono::TimeDelta::days(days);
    new["withholding"] = json!({ "reason": "safety-of-others", "reviewDate": review_date });
    new
}

/// All lines that somebody sees.
pub async fn lines(client: &Client<'_>, query: &str) -> Vec<Value> {
    let page = client.get(&format!("/v1/disclosures?pageSize=100{query}")).await.expect(200);
    page["items"].as_array().unwrap().clone()
}

/// Everything a person can read about what happened, as one document.
pub async fn everything(client: &Client<'_>) -> Value {
    json!([
        client.get("/v1/disclosures?pageSize=100").await.expect(200),
        client.get("/v1/disclosures?kind=without-consent").await.expect(200),
        client.get("/v1/disclosures?partyId=veilig-thuis").await.expect(200),
        client.get("/v1/disclosures?pageSize=3").await.expect(200),
        client.get("/v1/data-flows").await.expect(200),
        client.get("/v1/configuration").await.expect(200),
    ])
}

/// Adds an event to a line.
pub async fn follow(server: &Server, client: &Client<'_>, line: &Value, body: &Value) -> Reply {
    client
        .call(Method::POST, &format!("/v1/disclosures/{}/events", text(&line["id"])))
        .header("Idempotency-Key", &server.key().to_string())
        .header("If-Match", &format!("\"{}\"", line["version"]))
        .json(body)
        .send()
        .await
}

/// Whether one of the errors is this one.
pub fn found(pairs: &[(String, String)], name: &str, reason: &str) -> bool {
    pairs.iter().any(|(at, why)| at == name && why == reason)
}
