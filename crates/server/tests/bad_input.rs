// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Bad input: a clear problem with all its errors at once, and nothing changed.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use axum::http::Method;
use samenspraak_contract::problem::ProblemType;
use serde_json::{Value, json};
use support::journey::{case, choices, decide, decision, decisions_of, open_request, records, text};
use support::{Client, Server};

/// Everything the client may see, to hold it against what is there afterwards.
async fn everything(client: &Client<'_>) -> (Value, Value) {
    let requests = client.get("/v1/consent-requests?pageSize=100").await.expect(200);
    (requests, client.get("/v1/consent-records?pageSize=100").await.expect(200))
}

fn found(pairs: &[(String, String)], name: &str, reason: &str) -> bool {
    pairs.iter().any(|(at, why)| at == name && why == reason)
}

type Spoil = fn(&mut Value);

#[tokio::test]
async fn a_question_that_may_not_be_asked() {
    let server = Server::start().await;
    let inge = server.sign_in("inge-verbeek").await;
    let before = everything(&inge).await;
    let attempts: [(Spoil, &str, &str); 20] = [
        (|new| new["items"][0]["recipientId"] = json!("nobody"), "/items/0/recipientId", "unknown-party"),
        (|new| new["items"][0]["recipientId"] = json!("*"), "/items/0/recipientId", "wildcard"),
        (
            |new| new["items"][0]["personalData"][0]["dataTypeId"] = json!("all"),
            "/items/0/personalData/0/dataTypeId",
            "wildcard",
        ),
        (|new| new["items"][0]["purposeId"] = json!(""), "/items/0/purposeId", "unknown-purpose"),
        (|new| new["items"][0]["purposeId"] = json!("future-use"), "/items/0/purposeId", "future-use"),
        (
            |new| drop(new["items"][0].as_object_mut().unwrap().remove("consequencesIfRefused")),
            "/items/0/consequencesIfRefused",
            "missing-consequences",
        ),
        (
            |new| new["items"][0]["personalData"][0]["dataTypeId"] = json!("support-hours"),
            "/items/0/personalData/0",
            "law-decides",
        ),
        (
            |new| {
                new["items"][0]["consentKind"] = json!("agreement-with-help");
                new["items"][0]["personalData"][0]["dataTypeId"] = json!("support-hours");
            },
            "/items/0/personalData/0",
            "law-decides",
        ),
        (
            |new| new["items"][0]["consentKind"] = json!("agreement-with-help"),
            "/items/0/consentKind",
            "ground-is-not-consent",
        ),
        (
            |new| new["items"][0]["recipientId"] = json!("ended-agreement"),
            "/items/0/recipientId",
            "agreement-expired",
        ),
        (|new| new["items"][0]["recipientId"] = json!("outside-eea"), "/items/0/recipientId", "outside-eea"),
        (
            |new| new["items"][0]["personalData"][0]["dataTypeId"] = json!("suwi-benefit"),
            "/items/0/personalData/0",
            "closed-regime",
        ),
        (|new| new["answerBeforeDate"] = json!("2020-01-01"), "/answerBeforeDate", "date-in-past"),
        (
            |new| new["signatories"][0]["person"]["id"] = json!("inge-verbeek"),
            "/signatories/0",
            "wrong-signatories",
        ),
        (|new| new["title"]["nl"] = json!("Vraag over 123456782"), "/title/nl", "bsn-in-text"),
        (
            |new| new["items"][0]["personalData"][0]["alreadyHeld"] = json!(true),
            "/items/0/personalData/0",
            "already-held",
        ),
        (
            |new| new["replaces"] = json!("018f0000-0000-7000-8000-000000000000"),
            "/replaces",
            "not-replaceable",
        ),
        (|new| new["items"] = json!([]), "/items", "malformed"),
        (|new| new["colour"] = json!("blue"), "/colour", "malformed"),
        (|new| new["items"][0]["purposeId"] = Value::Null, "/items/0/purposeId", "malformed"),
    ];
    for (spoil, name, reason) in attempts {
        let mut new = case(&server, "1-");
        spoil(&mut new);
        let errors = inge.post("/v1/consent-requests", &new).await.invalid();
        assert!(found(&errors, name, reason), "{name} {reason}: {errors:?}");
    }
    assert_eq!(everything(&inge).await, before, "nothing changed");
}

#[tokio::test]
async fn all_errors_come_at_once_from_the_schema_and_from_the_rules() {
    let server = Server::start().await;
    let inge = server.sign_in("inge-verbeek").await;
    let mut new = case(&server, "1-");
    new["contactPoint"]["name"] = json!("");
    new["answerBeforeDate"] = json!("2020-01-01");
    new["items"][0]["sourceId"] = json!("nobody");
    new["items"][0]["extendableMonths"] = json!(0);
    let errors = inge.post("/v1/consent-requests", &new).await.invalid();
    for (name, reason) in [
        ("/contactPoint/name", "empty-text"),
        ("/answerBeforeDate", "date-in-past"),
        ("/items/0/sourceId", "unknown-party"),
        ("/items/0/extendableMonths", "malformed"),
    ] {
        assert!(found(&errors, name, reason), "{name}: {errors:?}");
    }
}

#[tokio::test]
async fn an_answer_that_cannot_be_taken() {
    let server = Server::start().await;
    let joris = server.sign_in("joris-van-dam").await;
    let request = open_request(&joris).await;
    let good = decision(&joris, &request, choices(&request, "yes")).await;
    let before = everything(&joris).await;
    let information =
        request["items"].as_array().unwrap().iter().find(|item| item["kind"] == "information").unwrap();
    let told = json!({
        "itemId": information["id"], "scopeFingerprint": information["scopeFingerprint"], "answers": {},
    });
    let unknown = json!("018f0000-0000-7000-8000-000000000000");
    let spoil = |change: &dyn Fn(&mut Value)| {
        let mut body = good.clone();
        change(&mut body);
        body
    };
    let first = text(&request["items"][0]["personalData"][0]["dataType"]["id"]);
    let attempts = [
        (
            spoil(&|b| b["choices"][0]["answers"]["shoe-size"] = json!("yes")),
            "/choices/0/answers/shoe-size",
            "unknown-datum",
        ),
        (
            spoil(&|b| b["choices"].as_array_mut().unwrap().push(told.clone())),
            "/choices/1/itemId",
            "information-item",
        ),
        (spoil(&|b| b["choices"][0]["itemId"] = unknown.clone()), "/choices/0/itemId", "unknown-item"),
        (
            spoil(&|b| drop(b["choices"][0]["answers"].as_object_mut().unwrap().remove(first))),
            "/choices/0/answers",
            "missing-answer",
        ),
        (
            spoil(&|b| b["choices"][0]["deferred"] = json!(true)),
            "/choices/0/answers",
            "deferred-with-answers",
        ),
        (
            spoil(&|b| b["choices"].as_array_mut().unwrap().push(good["choices"][0].clone())),
            "/choices/1",
            "duplicate",
        ),
        (spoil(&|b| b["presentationId"] = unknown.clone()), "/presentationId", "unknown-item"),
        (
            spoil(&|b| b["choices"][0]["answers"][first] = json!("maybe")),
            &format!("/choices/0/answers/{first}"),
            "malformed",
        ),
    ];
    for (body, name, reason) in attempts {
        let errors = joris.post(&decisions_of(&request), &body).await.invalid();
        assert!(found(&errors, name, reason), "{name} {reason}: {errors:?}");
    }
    let mut other_text = good.clone();
    other_text["noticeHash"] = json!("0".repeat(64));
    joris.post(&decisions_of(&request), &other_text).await.problem(ProblemType::NoticeOutdated);
    let mut other_scope = good.clone();
    other_scope["choices"][0]["scopeFingerprint"] = json!("0".repeat(64));
    joris.post(&decisions_of(&request), &other_scope).await.problem(ProblemType::NoticeOutdated);
    assert_eq!(everything(&joris).await, before, "nothing changed");
    joris.post(&decisions_of(&request), &good).await.expect(201);
}

#[tokio::test]
async fn an_answer_that_comes_too_late_or_twice() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    let request = open_request(&ria).await;
    decide(&ria, &request, "no").await.expect(201);
    decide(&ria, &request, "yes").await.problem(ProblemType::AlreadyDecided);
    assert_eq!(records(&ria).await[0]["status"], "refused");

    let mehmet = server.sign_in("mehmet-yilmaz").await;
    let request = open_request(&mehmet).await;
    server.pass_days(40);
    let mehmet = server.sign_in("mehmet-yilmaz").await;
    decide(&mehmet, &request, "yes").await.problem(ProblemType::RequestLapsed);
    assert!(records(&mehmet).await.iter().all(|record| record["status"] == "lapsed"));
}

#[tokio::test]
async fn who_does_not_sign_cannot_answer() {
    let server = Server::start().await;
    let inge = server.sign_in("inge-verbeek").await;
    // A child of eight: the parent signs, the child may look.
    let mut new = case(&server, "1-");
    let parent = json!({ "id": "anna-bakker", "displayName": "Anna Bakker" });
    new["subject"]["birthDate"] = json!("2018-01-01");
    new["signatories"] = json!([{
        "person": parent, "capacity": "parent-with-authority",
        "representation": { "source": "Register", "startDate": "2018-01-01" },
    }]);
    let request = inge.post("/v1/consent-requests", &new).await.expect(201);
    let ria = server.sign_in("ria-bakker").await;
    decide(&ria, &request, "yes").await.problem(ProblemType::WrongSignatory);
}

#[tokio::test]
async fn what_is_someone_elses_is_not_there() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    let request = open_request(&ria).await;
    let decided = decide(&ria, &request, "yes").await.expect(201);
    let record = &records(&ria).await[0];
    let paths = [
        format!("/v1/consent-requests/{}", text(&request["id"])),
        format!("/v1/consent-records/{}", text(&record["id"])),
        format!("/v1/consent-records/{}/receipt", text(&record["id"])),
        format!("/v1/decisions/{}", text(&decided["id"])),
        format!("/v1/decisions/{}/receipt", text(&decided["id"])),
    ];
    // Another citizen elsewhere, one of the same municipality, and staff of another one.
    let neighbour = {
        let inge = server.sign_in("inge-verbeek").await;
        let mut new = case(&server, "1-");
        let person = json!({ "id": "noor-de-wit", "displayName": "Noor" });
        new["subject"]["person"] = person.clone();
        new["signatories"][0]["person"] = person;
        inge.post("/v1/consent-requests", &new).await.expect(201);
        server.citizen_of("noor-de-wit", "bergen-op-zoom")
    };
    open_request(&neighbour).await;
    for path in &paths {
        for other in [&server.sign_in("noor-de-wit").await, &neighbour] {
            other.get(path).await.problem(ProblemType::NotFound);
        }
        ria.get(path).await.expect(200);
    }
    let lotte = server.sign_in("lotte-visser").await;
    for path in &paths[..2] {
        lotte.get(path).await.problem(ProblemType::NotFound);
    }
    let body = decision(&neighbour, &open_request(&neighbour).await, choices(&request, "no")).await;
    neighbour.post(&decisions_of(&request), &body).await.problem(ProblemType::NotFound);
    let shown = json!({
        "consentRequestId": request["id"], "language": "nl",
        "noticeHash": request["noticeHashes"]["nl"], "renderer": "x",
    });
    neighbour.post("/v1/notice-presentations", &shown).await.problem(ProblemType::NotFound);
}

#[tokio::test]
async fn a_body_that_is_no_body() {
    let server = Server::start().await;
    let inge = server.sign_in("inge-verbeek").await;
    let path = "/v1/consent-requests";
    let before = everything(&inge).await;
    let call = || inge.call(Method::POST, path).header("Idempotency-Key", &server.key().to_string());
    for malformed in ["", "{", "[]", "null", "{\"title\":1,\"title\":2}", "\u{feff}{}", "{}{}"] {
        let errors = call().bytes("application/json", malformed).send().await.invalid();
        assert!(!errors.is_empty(), "{malformed}");
    }
    call().bytes("application/json", vec![0xff, 0xfe]).send().await.invalid();
    for media_type in ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""] {
        let reply = call().bytes(media_type, "{}").send().await;
        reply.problem(ProblemType::UnsupportedMediaType);
    }
    let large = format!("{{\"title\":\"{}\"}}", "x".repeat(300_000));
    call().bytes("application/json", large).send().await.problem(ProblemType::PayloadTooLarge);
    let deep = "[".repeat(10_000);
    call().bytes("application/json; charset=utf-8", deep).send().await.invalid();
    assert_eq!(everything(&inge).await, before, "nothing changed");
}

#[tokio::test]
async fn parameters_and_headers_that_are_none() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    for (path, name) in [
        ("/v1/consent-requests?status=closed", "status"),
        ("/v1/consent-requests?pageSize=0", "pageSize"),
        ("/v1/consent-requests?pageSize=101", "pageSize"),
        ("/v1/consent-requests?cursor=x", "cursor"),
        ("/v1/consent-requests?page=2", "page"),
        ("/v1/consent-records?status=given&status=refused", "status"),
        ("/v1/consent-records/1", "id"),
        ("/v1/decisions/018f000000007000800000000000000", "id"),
        ("/v1/configuration?controllerId=Not%20a%20slug", "controllerId"),
    ] {
        assert_eq!(ria.get(path).await.invalid()[0].0, name, "{path}");
    }
    let errors = ria.get("/v1/consent-requests?pageSize=x&status=y&z=1").await.invalid();
    assert_eq!(errors.len(), 3, "all at once: {errors:?}");
    ria.get("/v1/configuration?controllerId=atlantis").await.problem(ProblemType::NotFound);
    for key in ["", "1", "018f0000000070008000000000000000"] {
        let call = ria.call(Method::POST, "/v1/notice-presentations").header("Idempotency-Key", key);
        assert_eq!(call.json(&json!({})).send().await.invalid()[0].0, "Idempotency-Key", "{key}");
    }
    let without = ria.call(Method::POST, "/v1/notice-presentations").json(&json!({})).send().await;
    assert_eq!(without.invalid()[0].0, "Idempotency-Key");
}
