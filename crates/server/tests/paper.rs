// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Consent on signed paper (A3, A7): its day, its scan, and who reads that.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use axum::http::Method;
use chrono::TimeDelta;
use samenspraak_contract::problem::ProblemType;
use serde_json::{Value, json};
use support::Server;
use support::entry::{WORKER, enter, said, scan};
use support::filings::reasons;
use support::journey::{open_request, records, text};

const NOOR: &str = "noor-de-wit";
const MOTHER: &str = "anouk-kuipers";

fn signed(server: &Server, person: &str, scan: &Value) -> Value {
    json!({ "personId": person, "method": "paper", "signedOn": server.today(), "attachmentId": scan["id"] })
}

#[tokio::test]
async fn a_signed_form_counts_and_the_person_reads_her_scan() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in(NOOR).await, server.sign_in(WORKER).await);
    let request = open_request(&noor).await;
    let stored = scan(&lotte, NOOR).await.expect(201);
    let path = format!("/v1/attachments/{}", text(&stored["id"]));
    noor.get(&path).await.problem(ProblemType::NotFound);
    let decided = enter(&lotte, &request, signed(&server, NOOR, &stored), "yes").await.expect(201);
    for reader in [&noor, &lotte, &server.sign_in("karim-haddad").await] {
        let file = reader.get(&path).await;
        assert_eq!((file.status.as_u16(), &file.body[..]), (200, &b"%PDF-1.7 signed"[..]));
        assert!(file.header("content-disposition").starts_with("attachment; filename=\""));
    }
    server.sign_in(MOTHER).await.get(&path).await.problem(ProblemType::NotFound);

    let receipt = format!("/v1/decisions/{}/receipt", text(&decided["id"]));
    let proof = noor.get(&receipt).await.expect(200);
    let assistance = &proof["records"][0]["events"][0]["assistance"];
    assert_eq!(assistance["signedOn"], json!(server.today()));
    let page = noor.get_as(&receipt, "text/html").await;
    for words in ["op papier", "ondertekend op 21 mei 2026", text(&stored["id"])] {
        assert!(page.text().contains(words), "{words}");
    }
}

#[tokio::test]
async fn a_decision_rests_on_a_scan_of_this_person_that_no_other_rests_on() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in(NOOR).await, server.sign_in(WORKER).await);
    let request = open_request(&noor).await;
    let own = {
        let call = noor.call(Method::POST, "/v1/attachments").bytes("application/pdf", *b"%PDF-1.7 own");
        call.header("Idempotency-Key", &server.key().to_string()).send().await.expect(201)
    };
    let fatmas = scan(&lotte, "fatma-kaya").await.expect(201);
    let nothing = json!({ "id": "018f0000-0000-7000-8000-000000000000" });
    for wrong in [&own, &fatmas, &nothing] {
        let refused = enter(&lotte, &request, signed(&server, NOOR, wrong), "yes").await.invalid();
        assert_eq!(reasons(&refused), [("/expression/attachmentId", "unknown-reference")]);
    }
    let stored = scan(&lotte, NOOR).await.expect(201);
    for (member, value, reason) in [
        ("signedOn", json!(server.today() + TimeDelta::days(1)), "date-in-future"),
        ("signedOn", json!(server.today() - TimeDelta::days(1)), "date-out-of-range"),
        ("signedOn", Value::Null, "missing"),
    ] {
        let mut expression = signed(&server, NOOR, &stored);
        expression[member] = value;
        if expression[member].is_null() {
            expression.as_object_mut().unwrap().remove(member);
        }
        let refused = enter(&lotte, &request, expression, "yes").await.invalid();
        assert_eq!(reasons(&refused), [(&*format!("/expression/{member}"), reason)]);
    }
    assert!(records(&noor).await.iter().all(|record| record["events"].as_array().unwrap().len() == 1));

    // The same scan for the two parents: the first one has it.
    let sems = scan(&lotte, "sem-kuipers").await.expect(201);
    let request = open_request(&server.sign_in(MOTHER).await).await;
    enter(&lotte, &request, signed(&server, MOTHER, &sems), "yes").await.expect(201);
    let refused = enter(&lotte, &request, signed(&server, "dirk-kuipers", &sems), "yes").await.invalid();
    assert_eq!(reasons(&refused), [("/expression/attachmentId", "unknown-reference")]);
    let path = format!("/v1/attachments/{}", text(&sems["id"]));
    for other in ["sem-kuipers", "dirk-kuipers", "karim-haddad"] {
        server.sign_in(other).await.get(&path).await.problem(ProblemType::NotFound);
    }
    assert_eq!(server.sign_in(MOTHER).await.get(&path).await.status, 200);
}

/// Staff say whose form it is; nobody else has a form of another.
#[tokio::test]
async fn whose_form_it_is_is_said_by_staff_alone() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in(NOOR).await, server.sign_in(WORKER).await);
    let refused = scan(&noor, MOTHER).await.invalid();
    assert_eq!(reasons(&refused), [("Data-Subject", "not-applicable")]);
    let refused = scan(&lotte, "p111222333").await.invalid();
    assert_eq!(reasons(&refused), [("Data-Subject", "bsn-in-text")]);
    let call = lotte.call(Method::POST, "/v1/attachments").bytes("application/pdf", *b"%PDF-1.7 x");
    let refused = call.header("Idempotency-Key", &server.key().to_string()).send().await.invalid();
    assert_eq!(reasons(&refused), [("Data-Subject", "missing")]);
    let key = server.key().to_string();
    let send = async |of: &str| {
        let call = lotte.call(Method::POST, "/v1/attachments").bytes("application/pdf", *b"%PDF-1.7 x");
        call.header("Data-Subject", of).header("Idempotency-Key", &key).send().await
    };
    let first = send(NOOR).await.expect(201);
    assert_eq!(send(NOOR).await.expect(201), first);
    send(MOTHER).await.problem(ProblemType::IdempotencyKeyReused);
    // What was said needs no paper, and has none.
    let request = open_request(&noor).await;
    let mut spoken = said(NOOR);
    spoken["attachmentId"] = first["id"].clone();
    let refused = enter(&lotte, &request, spoken, "yes").await.invalid();
    assert_eq!(reasons(&refused), [("/expression/attachmentId", "not-applicable")]);
}
