// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Documents: what they are is found in their bytes, and they never open in a page.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use axum::http::Method;
use samenspraak_contract::attachment::MAX_ATTACHMENT;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::problem::ProblemType;
use serde_json::{Value, json};
use support::filings::{act, handler, reasons};
use support::journey::text;
use support::{Client, Reply, Server};

const PDF: &[u8] = b"%PDF-1.7 something";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\nsomething";
const JPEG: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 1, 2, 3];

async fn upload(client: &Client<'_>, content_type: &str, bytes: &[u8]) -> Reply {
    let call = client.call(Method::POST, "/v1/attachments").bytes(content_type, bytes);
    call.header("Idempotency-Key", &client.key().to_string()).send().await
}

fn request(attachment: &Value) -> Value {
    json!({ "kind": "access", "language": "nl", "attachments": [{ "id": attachment["id"], "title": "Brief" }] })
}

#[tokio::test]
async fn a_document_is_what_its_bytes_say() {
    let server = Server::start().await;
    let willem = server.sign_in("willem-postma").await;
    for (content_type, bytes) in [("application/pdf", PDF), ("image/png", PNG), ("image/jpeg", JPEG)] {
        let stored = upload(&willem, content_type, bytes).await.expect(201);
        assert_eq!((&stored["mediaType"], &stored["size"]), (&json!(content_type), &json!(bytes.len())));
    }
    for (content_type, bytes) in [
        ("application/pdf", PNG),
        ("image/png", b"<html><script>alert(1)</script>".as_slice()),
        ("text/html", b"<html>".as_slice()),
        ("application/octet-stream", PDF),
        ("image/svg+xml", b"<svg/>".as_slice()),
    ] {
        upload(&willem, content_type, bytes).await.problem(ProblemType::UnsupportedMediaType);
    }
    let empty = upload(&willem, "application/pdf", b"").await.invalid();
    assert_eq!(reasons(&empty), [("", "missing")]);
}

#[tokio::test]
async fn a_document_is_bounded() {
    let server = Server::start().await;
    let willem = server.sign_in("willem-postma").await;
    let mut bytes = PDF.to_vec();
    bytes.resize(MAX_ATTACHMENT, b' ');
    upload(&willem, "application/pdf", &bytes).await.expect(201);
    bytes.push(b' ');
    upload(&willem, "application/pdf", &bytes).await.problem(ProblemType::PayloadTooLarge);
}

#[tokio::test]
async fn a_document_leaves_as_a_file_for_whom_it_concerns() {
    let server = Server::start().await;
    let willem = server.sign_in("willem-postma").await;
    let stored = upload(&willem, "application/pdf", PDF).await.expect(201);
    let path = format!("/v1/attachments/{}", text(&stored["id"]));
    let samira = handler(&server).await;
    samira.get(&path).await.problem(ProblemType::NotFound);

    willem.post("/v1/rights-requests", &request(&stored)).await.expect(201);
    for reader in [&willem, &samira] {
        let file = reader.get(&path).await;
        assert_eq!(file.status, 200);
        assert_eq!(&file.body[..], PDF);
        assert!(file.header("content-disposition").starts_with("attachment; filename=\""));
        assert!(file.header("content-disposition").ends_with(".pdf\""));
        assert_eq!(file.header("content-type"), "application/pdf");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        assert!(file.header("content-security-policy").contains("sandbox"));
    }
    for stranger in [server.sign_in("fatima-aydin").await, server.sign_in("ilse-nijhuis").await] {
        stranger.get(&path).await.problem(ProblemType::NotFound);
    }
}

#[tokio::test]
async fn nobody_adds_a_document_of_somebody_else_or_one_twice() {
    let server = Server::start().await;
    let (willem, fatima) = (server.sign_in("willem-postma").await, server.sign_in("fatima-aydin").await);
    let stored = upload(&fatima, "image/png", PNG).await.expect(201);
    let refused = willem.post("/v1/rights-requests", &request(&stored)).await.invalid();
    assert_eq!(reasons(&refused), [("/attachments/0/id", "unknown-reference")]);
    let mut twice = request(&stored);
    let again = twice["attachments"][0].clone();
    twice["attachments"].as_array_mut().unwrap().push(again);
    let refused = fatima.post("/v1/rights-requests", &twice).await.invalid();
    assert_eq!(reasons(&refused), [("/attachments/1/id", "duplicate")]);
}

/// The desk answers with a document too, and the person can open it.
#[tokio::test]
async fn a_decision_comes_with_a_document_that_the_person_can_open() {
    let server = Server::start().await;
    let (willem, samira) = (server.sign_in("willem-postma").await, handler(&server).await);
    let filed =
        willem.post("/v1/rights-requests", &json!({ "kind": "access", "language": "nl" })).await.expect(201);
    let stored = upload(&samira, "application/pdf", PDF).await.expect(201);
    let decided = json!({ "type": "decided", "outcome": "granted", "text": "Hierbij uw gegevens.",
        "attachments": [{ "id": stored["id"], "title": "Uw gegevens" }] });
    act(&samira, &filed, &decided).await;
    let file = willem.get(&format!("/v1/attachments/{}", text(&stored["id"]))).await;
    assert_eq!(&file.body[..], PDF);
}

#[tokio::test]
async fn the_same_upload_sent_twice_is_one() {
    let server = Server::start().await;
    let willem = server.sign_in("willem-postma").await;
    let key = server.key().to_string();
    let send = async |content_type: &str, bytes: &[u8]| {
        let call = willem.call(Method::POST, "/v1/attachments").bytes(content_type, bytes);
        call.header("Idempotency-Key", &key).send().await
    };
    let first = send("application/pdf", PDF).await.expect(201);
    assert_eq!(send("application/pdf", PDF).await.expect(201), first);
    send("image/png", PNG).await.problem(ProblemType::IdempotencyKeyReused);
    let officer = server.somebody(Role::DataProtectionOfficer);
    upload(&officer, "application/pdf", PDF).await.problem(ProblemType::NotAllowed);
}
