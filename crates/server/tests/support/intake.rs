// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a worker does at the kitchen table, step by step, so that a test says only
//! what differs.

use super::entry::at;
use super::journey::{case, text};
use super::{Client, Reply, Server};
use axum::http::Method;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Where assessments go.
pub const ASSESSMENTS: &str = "/v1/assessments";
/// Where questions go.
pub const REQUESTS: &str = "/v1/consent-requests";
/// Where clients go.
pub const CLIENTS: &str = "/v1/clients";

/// An id as a device chooses it.
pub fn chosen(server: &Server) -> Uuid {
    server.app().ids.next()
}

/// A question of the demonstration with ids of the device's own.
pub fn question(server: &Server, start: &str) -> Value {
    let mut question = case(server, start);
    question["id"] = json!(chosen(server));
    for item in question["items"].as_array_mut().unwrap() {
        item["id"] = json!(chosen(server));
    }
    question
}

/// The six steps that lead to a question.
pub fn six_steps(server: &Server, question: &Value) -> Value {
    let items = question["items"].as_array().unwrap();
    let named = |member: &str| -> BTreeSet<&str> { items.iter().map(|item| text(&item[member])).collect() };
    let catalogue = server.app().catalogue(&"roosendaal".into()).unwrap();
    let free: Map<String, Value> = catalogue
        .intake
        .free_consent
        .iter()
        .map(|criterion| (criterion.id.0.clone(), json!(criterion.needed)))
        .collect();
    let special = |id: &str| {
        catalogue.personal_data_types.iter().any(|data_type| data_type.id.0 == id && data_type.is_special())
    };
    let asked = items.iter().filter(|item| item["kind"] == "consent");
    let ticked: BTreeSet<&str> = asked
        .flat_map(|item| item["personalData"].as_array().unwrap())
        .map(|datum| text(&datum["dataTypeId"]))
        .filter(|id| special(id))
        .collect();
    let limitation = named("sourceId").into_iter().map(|source| {
        json!({ "sourceId": source, "originalPurpose": "Om hulp te geven.", "verdict": "compatible" })
    });
    json!({
        "id": chosen(server),
        "subject": question["subject"],
        "triage": { "level": 2, "reason": "Er spelen twee vragen tegelijk." },
        "task": { "purposeIds": named("purposeId") },
        "purpose": { "helpQuestion": "Wie helpt mij thuis?", "lifeAreaIds": ["daily-care"] },
        "data": { "whyNeeded": "Zonder deze gegevens past de hulp niet." },
        "basis": { "freeConsent": free, "specialCategories": ticked },
        "purposeLimitation": limitation.collect::<Vec<_>>(),
        "secrecy": { "acknowledged": &named("sourceId") | &named("recipientId") },
        "items": items,
    })
}

/// Sends something from a device whose clock says `device`.
pub async fn post_from(client: &Client<'_>, device: DateTime<Utc>, path: &str, body: &Value) -> Reply {
    client
        .call(Method::POST, path)
        .header("Idempotency-Key", &client.key().to_string())
        .header("Device-Time", text(&at(device)))
        .json(body)
        .send()
        .await
}

/// Reads one client.
pub async fn client_named(client: &Client<'_>, person: &str) -> Vec<Value> {
    let call = client.call(Method::GET, CLIENTS).header("Data-Subject", person);
    call.send().await.expect(200)["items"].as_array().unwrap().clone()
}

/// Records a client of the demonstration anew, with something changed.
pub async fn record_anew(client: &Client<'_>, person: &str, change: impl FnOnce(&mut Value)) {
    let mut known = client_named(client, person).await.remove(0);
    known.as_object_mut().unwrap().retain(|member, _| {
        ["person", "birthDate", "representatives", "household", "caseReference"].contains(&&**member)
    });
    change(&mut known);
    client.post(CLIENTS, &known).await.expect(201);
}

/// Reads everybody in a household.
pub async fn household(client: &Client<'_>, id: &str) -> Vec<Value> {
    let page = client.get(&format!("{CLIENTS}?householdId={id}")).await.expect(200);
    page["items"].as_array().unwrap().clone()
}

/// The ids of people, in their order.
pub fn ids(people: &[Value]) -> Vec<&str> {
    people.iter().map(|entry| text(&entry["person"]["id"])).collect()
}
