// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One front door: what comes in, who sees it, and what follows (groups J and K).

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use axum::http::Method;
use samenspraak_contract::problem::ProblemType;
use serde_json::{Value, json};
use support::Server;
use support::filings::{HANDLER, access, act, act_with, decided, file, handler, queue, reasons, reread};
use support::journey::{decide, text};

fn objection(server: &Server) -> Value {
    json!({
        "name": "Willem Postma",
        "postalAddress": "Voorbeeldstraat 1, 0000 XX Roosendaal",
        "decision": { "description": "Minder uren hulp", "notifiedOn": server.today() },
        "language": "nl",
    })
}

fn complaint() -> Value {
    json!({
        "controllerId": "roosendaal",
        "name": "N. Niemand",
        "telephone": "000 000 00 00",
        "matter": "conduct",
        "description": "Niemand belde terug.",
        "language": "nl",
    })
}

/// J5, K2, L8: it is received at once, with the day by which there is an answer.
#[tokio::test]
async fn a_request_is_received_answered_and_seen_by_the_person() {
    let server = Server::start().await;
    let willem = server.sign_in("willem-postma").await;
    let filed = file(&willem, &access()).await;
    assert_eq!((&filed["status"], &filed["track"]), (&json!("received"), &json!("rights-request")));
    assert_eq!(filed["deadline"]["answerBefore"], "2026-06-22", "21 June is a Sunday");
    assert_eq!(filed["deadline"]["standing"], "on-time");
    assert_eq!(filed["allowedEvents"], json!(["information-given", "withdrawn"]));
    assert!(text(&filed["reference"]).starts_with("2026-"));

    let samira = handler(&server).await;
    let first = reread(&samira, &filed).await;
    assert_eq!(first["subject"]["displayName"], "Willem Postma");
    let taken = act(&samira, &first, &json!({ "type": "acknowledged" })).await;
    assert_eq!(taken["status"], "in-progress");
    let answered = act(&samira, &taken, &decided()).await;
    assert_eq!(answered["events"][2]["by"]["id"], HANDLER);

    let seen = reread(&willem, &filed).await;
    assert_eq!((&seen["status"], &seen["outcome"]), (&json!("decided"), &json!("granted")));
    assert_eq!(seen["deadline"]["standing"], "closed");
    assert!(text(&seen["remedies"]["nl"]).contains("Autoriteit Persoonsgegevens"));
    assert_eq!(seen["events"][2]["byStaff"], true);
    assert!(seen["events"][2].get("by").is_none(), "no name of staff (I3)");
    assert_eq!(seen["events"][2]["text"], "U hebt gelijk.");
    assert_eq!(seen["allowedEvents"], json!([]));
    // The person sees that staff looked.
    let looked = willem.get("/v1/consultations").await.expect(200);
    assert_eq!(looked["items"][0]["consulted"], json!({ "kind": "filing", "id": filed["id"] }));
}

/// M2: nobody learns of another's filing, and no municipality of another's.
#[tokio::test]
async fn a_filing_of_somebody_else_is_not_there() {
    let server = Server::start().await;
    let filed = file(&server.sign_in("willem-postma").await, &access()).await;
    let path = format!("/v1/filings/{}", text(&filed["id"]));
    let elsewhere = server.sign_in("ilse-nijhuis").await;
    for stranger in [server.sign_in("fatima-aydin").await, elsewhere.clone()] {
        stranger.get(&path).await.problem(ProblemType::NotFound);
        stranger.get(&format!("{path}/receipt")).await.problem(ProblemType::NotFound);
        let event = json!({ "type": "acknowledged" });
        act_with(&stranger, &filed, &event, 1).await.problem(ProblemType::NotFound);
    }
    assert!(queue(&elsewhere, "").await.is_empty(), "the desk of another municipality");
    let secretary = server.sign_in("frank-jansen").await;
    secretary.get(&path).await.problem(ProblemType::NotFound);
}

/// The nothing, the future and the empty: all errors at once, and nothing stored.
#[tokio::test]
async fn a_filing_with_nothing_in_it_is_refused() {
    let server = Server::start().await;
    let willem = server.sign_in("willem-postma").await;
    let before = queue(&willem, "").await.len();
    let tomorrow = server.today().succ_opt().unwrap();
    for (path, body, expected) in [
        (
            "/v1/rights-requests",
            json!({ "kind": "erasure", "language": "nl" }),
            vec![("/explanation", "missing")],
        ),
        (
            "/v1/rights-requests",
            json!({ "kind": "rectification", "language": "nl" }),
            vec![("/corrections", "missing")],
        ),
        (
            "/v1/rights-requests",
            json!({ "kind": "objection", "explanation": "  ", "language": "nl" }),
            vec![("/explanation", "empty-text")],
        ),
        (
            "/v1/rights-requests",
            json!({ "kind": "access", "explanation": "Mijn nummer is 111222333", "language": "nl" }),
            vec![("/explanation", "bsn-in-text")],
        ),
        (
            "/v1/rights-requests",
            json!({ "kind": "access", "subjectId": "sem-kuipers", "language": "nl",
                "origin": { "kind": "disclosure", "id": "018f0000-0000-7000-8000-000000000000" },
                "attachments": [{ "id": "018f0000-0000-7000-8000-000000000000", "title": "Brief" }] }),
            vec![
                ("/subjectId", "not-represented"),
                ("/origin", "unknown-reference"),
                ("/attachments/0/id", "unknown-reference"),
            ],
        ),
        (
            "/v1/administrative-objections",
            json!({ "name": " ", "postalAddress": "x", "language": "nl",
                "decision": { "description": "d", "notifiedOn": tomorrow } }),
            vec![("/name", "empty-text"), ("/decision/notifiedOn", "date-in-future")],
        ),
        (
            "/v1/complaints",
            json!({ "name": "W", "matter": "other", "description": "x", "occurredOn": tomorrow,
                "language": "nl" }),
            vec![("/postalAddress", "missing"), ("/occurredOn", "date-in-future")],
        ),
    ] {
        let found = willem.post(path, &body).await.invalid();
        assert_eq!(reasons(&found), expected, "{body}");
    }
    assert_eq!(queue(&willem, "").await.len(), before);
}

/// Awb 6:11: late is taken when it says why; the grounds may follow (J6).
#[tokio::test]
async fn a_late_objection_needs_a_reason_and_is_taken() {
    let server = Server::start().await;
    let willem = server.sign_in("willem-postma").await;
    let mut body = objection(&server);
    body["decision"]["notifiedOn"] = json!("2026-03-01");
    let refused = willem.post("/v1/administrative-objections", &body).await.invalid();
    assert_eq!(reasons(&refused), [("/lateReason", "missing")]);
    body["lateReason"] = json!("Ik lag in het ziekenhuis.");
    let filed = willem.post("/v1/administrative-objections", &body).await.expect(201);
    assert_eq!(filed["late"], true);
    let grounds = json!({ "type": "information-given", "text": "Ik heb meer hulp nodig." });
    let seen = act(&willem, &filed, &grounds).await;
    assert_eq!(seen["events"][1]["text"], "Ik heb meer hulp nodig.");
}

/// J2: the committee sees special data only after a yes, per group of documents,
/// asked inside the filing; a no blocks nothing.
#[tokio::test]
async fn the_committee_is_asked_about_inside_the_filing() {
    let server = Server::start().await;
    let fatima = server.sign_in("fatima-aydin").await;
    let filed = fatima.post("/v1/administrative-objections", &objection(&server)).await.expect(201);
    let committee = &filed["committee"];
    let statuses = |filing: &Value| -> Vec<String> {
        let documents = filing["committee"]["documents"].as_array().unwrap();
        documents.iter().map(|document| text(&document["status"]).to_owned()).collect()
    };
    assert_eq!(statuses(&filed), ["requested"; 3]);
    let path = format!("/v1/consent-requests/{}", text(&committee["consentRequestId"]));
    let request = fatima.get(&path).await.expect(200);
    assert_eq!(request["caseReference"], filed["reference"]);
    assert_eq!(request["signatories"].as_array(), None, "who signs is nobody's business");

    let samira = handler(&server).await;
    let standing = |entries: Vec<Value>| {
        let entry = entries.into_iter().find(|entry| entry["id"] == filed["id"]).unwrap();
        entry["committee"].clone()
    };
    assert_eq!(standing(queue(&samira, "").await), "nothing");
    decide(&fatima, &request, "no").await.expect(201);
    let refused = reread(&samira, &filed).await;
    assert_eq!(statuses(&refused), ["refused"; 3]);
    let taken = act(&samira, &refused, &json!({ "type": "acknowledged" })).await;
    assert_eq!(taken["status"], "in-progress", "a no blocks nothing");
}

/// When the filing is answered, the committee's question ends with it.
#[tokio::test]
async fn the_question_of_the_committee_ends_with_the_filing() {
    let server = Server::start().await;
    let (fatima, samira) = (server.sign_in("fatima-aydin").await, handler(&server).await);
    for (closing, by_person) in [(decided(), false), (json!({ "type": "withdrawn" }), true)] {
        let filed = fatima.post("/v1/administrative-objections", &objection(&server)).await.expect(201);
        let path = format!("/v1/consent-requests/{}", text(&filed["committee"]["consentRequestId"]));
        let request = fatima.get(&path).await.expect(200);
        assert_eq!(request["status"], "open");
        if !by_person {
            decide(&fatima, &request, "yes").await.expect(201);
        }
        let closed = act(if by_person { &fatima } else { &samira }, &filed, &closing).await;
        for document in closed["committee"]["documents"].as_array().unwrap() {
            assert_eq!(document["status"], "revoked", "nothing is shared with the committee any longer");
        }
        assert_eq!(fatima.get(&path).await.expect(200)["status"], "decided", "nobody is asked for nothing");
    }
}

/// The same key is one filing; somebody else with the same key is somebody else.
#[tokio::test]
async fn the_same_filing_sent_twice_is_one() {
    let server = Server::start().await;
    let (willem, fatima) = (server.sign_in("willem-postma").await, server.sign_in("fatima-aydin").await);
    let key = server.key();
    let first = willem.post_with_key("/v1/rights-requests", &access(), key).await.expect(201);
    let again = willem.post_with_key("/v1/rights-requests", &access(), key).await.expect(201);
    assert_eq!(first, again);
    let other = fatima.post_with_key("/v1/rights-requests", &access(), key).await.expect(201);
    assert_ne!(first["id"], other["id"]);
    let body = json!({ "kind": "portability", "language": "nl" });
    let reused = willem.post_with_key("/v1/rights-requests", &body, key).await;
    reused.problem(ProblemType::IdempotencyKeyReused);
}

/// J3: nobody needs to sign in to complain.
#[tokio::test]
async fn a_complaint_needs_no_session() {
    let server = Server::start().await;
    let nobody = server.nobody();
    let key = server.key();
    let filed = nobody.post_with_key("/v1/complaints", &complaint(), key).await.expect(201);
    assert!(filed.get("subject").is_none() && filed.get("filedBy").is_none());
    assert!(filed.get("committee").is_none());
    assert_eq!(filed["deadline"]["answerBefore"], "2026-07-30");
    assert_eq!(nobody.post_with_key("/v1/complaints", &complaint(), key).await.expect(201), filed);
    let path = format!("/v1/filings/{}", text(&filed["id"]));
    nobody.get(&path).await.problem(ProblemType::NotSignedIn);
    server.sign_in("willem-postma").await.get(&path).await.problem(ProblemType::NotFound);
    let samira = handler(&server).await;
    assert_eq!(reread(&samira, &filed).await["content"]["name"], "N. Niemand");

    let mut body = complaint();
    body.as_object_mut().unwrap().remove("controllerId");
    let refused = nobody.post("/v1/complaints", &body).await.invalid();
    assert_eq!(reasons(&refused), [("/controllerId", "missing")]);
    body["controllerId"] = json!("atlantis");
    let refused = nobody.post("/v1/complaints", &body).await.invalid();
    assert_eq!(reasons(&refused), [("/controllerId", "unknown-reference")]);
    let mut body = complaint();
    body["attachments"] = json!([{ "id": "018f0000-0000-7000-8000-000000000000", "title": "Brief" }]);
    nobody.post("/v1/complaints", &body).await.problem(ProblemType::NotSignedIn);
    let from_elsewhere = nobody.call(Method::POST, "/v1/complaints").without("X-CSRF-Protection");
    let from_elsewhere = from_elsewhere.header("Idempotency-Key", &server.key().to_string());
    from_elsewhere.json(&complaint()).send().await.problem(ProblemType::NotAllowed);
}

/// F6, F7: a parent files for a child; the other parent sees that, and not the words.
#[tokio::test]
async fn a_representative_files_for_whom_they_represent() {
    let server = Server::start().await;
    let anouk = server.sign_in("anouk-kuipers").await;
    let mut body = access();
    body["subjectId"] = json!("sem-kuipers");
    body["explanation"] = json!("Ik wil weten wat zijn vader vertelde.");
    let filed = file(&anouk, &body).await;
    assert_eq!(filed["subject"]["id"], "sem-kuipers");
    assert_eq!(
        (&filed["filedBy"]["id"], &filed["capacity"]),
        (&json!("anouk-kuipers"), &json!("parent-with-authority"))
    );
    let sem = server.sign_in("sem-kuipers").await;
    assert!(queue(&sem, "").await.iter().any(|entry| entry["id"] == filed["id"]));
    let dirk = server.sign_in("dirk-kuipers").await;
    let seen = reread(&dirk, &filed).await;
    assert_eq!(seen["allowedEvents"], json!([]), "who did not file it changes nothing");
    assert_eq!(seen["deadline"], filed["deadline"]);
    assert!(!seen.to_string().contains("vader vertelde"), "and reads nothing of what another wrote (F7)");
    assert!(seen.get("filedBy").is_none() && seen["events"][0].get("by").is_none());
    let receipt = format!("/v1/filings/{}/receipt", text(&filed["id"]));
    dirk.get(&receipt).await.problem(ProblemType::NotFound);
    assert_eq!(sem.get(&receipt).await.status, 200, "it is about him");
    act_with(&dirk, &filed, &json!({ "type": "withdrawn" }), 1).await.problem(ProblemType::NotAllowed);
}

/// J1: pressed on a line, it knows the line, what it is about, and who had it.
#[tokio::test]
async fn an_objection_from_a_line_carries_the_line_along() {
    let server = Server::start().await;
    let noor = server.sign_in("noor-de-wit").await;
    let lines = noor.get("/v1/disclosures").await.expect(200);
    let line = &lines["items"][0];
    let body = json!({ "kind": "objection", "language": "nl",
        "origin": { "kind": "disclosure", "id": line["id"] } });
    let filed = file(&noor, &body).await;
    assert_eq!(filed["disclosure"]["id"], line["id"]);
    assert!(text(&filed["topic"]["nl"]).contains(" → "));
    let other = server.sign_in("willem-postma").await.post("/v1/rights-requests", &body).await.invalid();
    assert_eq!(reasons(&other), [("/origin", "unknown-reference")], "somebody else's line");
    let records = support::journey::records(&noor).await;
    let record = records.first().expect("a consent of Noor");
    let body = json!({ "kind": "erasure", "language": "nl",
        "origin": { "kind": "consent-record", "id": record["id"] } });
    assert_eq!(file(&noor, &body).await["consentRecord"]["id"], record["id"]);
}
