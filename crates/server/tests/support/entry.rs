// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a worker does for a client, step by step, so that a test says only what differs.

use super::journey::{choices, decisions_of, text};
use super::{Client, Reply};
use axum::http::Method;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

/// Who talks with clients in Roosendaal.
pub const WORKER: &str = "lotte-visser";

/// A moment as a device writes it.
pub fn at(moment: DateTime<Utc>) -> Value {
    json!(moment)
}

/// That somebody said it in a conversation.
pub fn said(person: &str) -> Value {
    json!({
        "personId": person,
        "method": "oral-in-conversation",
        "present": ["interpreter"],
        "conversationReference": "Gesprek 12",
    })
}

/// That the notice was shown to somebody, ready to send.
pub fn shown(request: &Value, to: &str) -> Value {
    json!({
        "shownTo": to,
        "consentRequestId": request["id"],
        "language": "nl",
        "noticeHash": request["noticeHashes"]["nl"],
        "renderer": "tests/1",
    })
}

/// What somebody expressed, ready to enter: one answer for everything that is asked.
pub async fn entry(worker: &Client<'_>, request: &Value, expression: Value, answer: &str) -> Value {
    let shown = shown(request, text(&expression["personId"]));
    let shown = worker.post("/v1/notice-presentations", &shown).await.expect(201);
    json!({
        "presentationId": shown["id"],
        "noticeHash": request["noticeHashes"]["nl"],
        "language": "nl",
        "choices": choices(request, answer),
        "expression": expression,
    })
}

/// Enters what somebody expressed.
pub async fn enter(worker: &Client<'_>, request: &Value, expression: Value, answer: &str) -> Reply {
    let body = entry(worker, request, expression, answer).await;
    worker.post(&decisions_of(request), &body).await
}

/// Uploads the scan of somebody's signed form.
pub async fn scan(worker: &Client<'_>, of: &str) -> Reply {
    let call = worker.call(Method::POST, "/v1/attachments").bytes("application/pdf", *b"%PDF-1.7 signed");
    call.header("Data-Subject", of).header("Idempotency-Key", &worker.key().to_string()).send().await
}

/// Adds an event to a record as it was read.
pub async fn add(client: &Client<'_>, record: &Value, event: &Value) -> Reply {
    let path = format!("/v1/consent-records/{}/events", text(&record["id"]));
    let call = client.call(Method::POST, &path).header("If-Match", &format!("\"{}\"", record["version"]));
    call.header("Idempotency-Key", &client.key().to_string()).json(event).send().await
}
