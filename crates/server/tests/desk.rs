// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The desk: one queue for all tracks, and what the municipality does with a filing (J5, J7, K7, K8).

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use axum::http::Method;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::problem::ProblemType;
use serde_json::json;
use support::Server;
use support::filings::{access, act, act_with, decided, file, handler, names, queue, reasons, reread};
use support::journey::text;

/// L9: only the Awb lets the clock stand still while something is missing.
#[tokio::test]
async fn asking_for_information_stops_the_clock_of_an_objection_only() {
    let server = Server::start().await;
    let samira = handler(&server).await;
    let entries = queue(&samira, "status=open").await;
    let suspended: Vec<_> =
        entries.iter().filter(|entry| entry["deadline"]["standing"] == "suspended").collect();
    assert_eq!(suspended.len(), 1, "the one of the demonstration");
    assert_eq!(suspended[0]["status"], "awaiting-information");

    let willem = server.sign_in("willem-postma").await;
    let filed = file(&willem, &access()).await;
    let until = server.today() + chrono::Days::new(14);
    let ask = json!({ "type": "information-requested", "text": "Welke jaren?", "respondBefore": until });
    let asked = act(&samira, &filed, &ask).await;
    assert_eq!(asked["status"], "awaiting-information");
    assert_eq!(asked["deadline"], filed["deadline"], "the GDPR does not wait");
    let given = json!({ "type": "information-given", "text": "2024 en 2025" });
    assert_eq!(act(&willem, &asked, &given).await["status"], "in-progress");
}

/// J5: a filing in the wrong track keeps its date of receipt, and never goes back.
#[tokio::test]
async fn forwarding_keeps_the_date_and_never_goes_in_a_circle() {
    let server = Server::start().await;
    let filed = file(&server.sign_in("willem-postma").await, &access()).await;
    server.pass_days(3);
    // A session lasts hours; who comes back after days signs in again.
    let (willem, samira) = (server.sign_in("willem-postma").await, handler(&server).await);
    let forward = |kind: &str| json!({ "type": "forwarded", "kind": kind, "text": "Dit is een klacht." });
    let complaint = act(&samira, &filed, &forward("complaint")).await;
    assert_eq!((&complaint["kind"], &complaint["track"]), (&json!("complaint"), &json!("complaint")));
    assert_eq!(complaint["receivedOn"], filed["receivedOn"]);
    assert_eq!((&complaint["id"], &complaint["reference"]), (&filed["id"], &filed["reference"]));
    assert_eq!(complaint["deadline"]["answerBefore"], "2026-07-30", "ten weeks from receipt");
    assert!(complaint["committee"].is_object(), "this track has a committee, so it is asked about now");
    assert!(!complaint["forwardTo"].as_array().unwrap().contains(&json!("access")));
    for back in ["access", "complaint"] {
        let refused = act_with(&samira, &complaint, &forward(back), 2).await.invalid();
        assert_eq!(reasons(&refused), [("/kind", "forwarded-in-circle")]);
    }
    let again = act(&samira, &complaint, &forward("objection")).await;
    assert_eq!(again["receivedOn"], filed["receivedOn"]);
    assert_eq!(again["committee"]["documents"][0]["status"], "revoked", "no committee advises here");
    assert_eq!(reread(&willem, &filed).await["kind"], "objection");
}

/// GDPR 12(3): once, within the first month, with a reason that the person reads.
#[tokio::test]
async fn a_term_is_extended_once_and_in_time() {
    let server = Server::start().await;
    let (willem, samira) = (server.sign_in("willem-postma").await, handler(&server).await);
    let filed = file(&willem, &access()).await;
    let extend = json!({ "type": "extended", "text": "Wij moeten bij drie afdelingen zoeken." });
    let silent = act_with(&samira, &filed, &json!({ "type": "extended" }), 1).await.invalid();
    assert_eq!(reasons(&silent), [("/text", "missing")]);
    let extended = act(&samira, &filed, &extend).await;
    assert_eq!(extended["deadline"]["answerBefore"], "2026-08-21");
    assert_eq!(extended["deadline"]["extended"], true);
    act_with(&samira, &extended, &extend, 2).await.problem(ProblemType::TransitionNotAllowed);
    assert_eq!(reread(&willem, &filed).await["events"][1]["text"], extend["text"]);

    let second = file(&willem, &access()).await;
    server.pass_days(33);
    let samira = handler(&server).await;
    let late = reread(&samira, &second).await;
    assert_eq!(late["deadline"]["standing"], "missed");
    act_with(&samira, &late, &extend, 1).await.problem(ProblemType::TransitionNotAllowed);
    assert_eq!(reread(&samira, &second).await["version"], 1, "nothing changed");
}

/// K8: no decision without an outcome and reasons.
#[tokio::test]
async fn a_decision_without_reasons_is_refused() {
    let server = Server::start().await;
    let samira = handler(&server).await;
    let filed = file(&server.sign_in("willem-postma").await, &access()).await;
    let refused = act_with(&samira, &filed, &json!({ "type": "decided" }), 1).await.invalid();
    assert_eq!(reasons(&refused), [("/text", "missing"), ("/outcome", "missing")]);
    let ask = json!({ "type": "information-requested", "text": "Wat?", "respondBefore": server.today() });
    let refused = act_with(&samira, &filed, &ask, 1).await.invalid();
    assert_eq!(reasons(&refused), [("/respondBefore", "date-in-past")]);
}

/// Each does their own: the person does not decide, the desk does not withdraw.
#[tokio::test]
async fn nobody_does_what_is_for_another() {
    let server = Server::start().await;
    let (willem, samira) = (server.sign_in("willem-postma").await, handler(&server).await);
    let filed = file(&willem, &access()).await;
    act_with(&willem, &filed, &decided(), 1).await.problem(ProblemType::NotAllowed);
    act_with(&samira, &filed, &json!({ "type": "withdrawn" }), 1).await.problem(ProblemType::NotAllowed);
    act(&willem, &filed, &json!({ "type": "withdrawn" })).await;
    act_with(&samira, &filed, &decided(), 2).await.problem(ProblemType::TransitionNotAllowed);
}

/// K7, GDPR 19: recipients are told, and answer; the person sees both.
#[tokio::test]
async fn recipients_are_told_of_a_correction_and_acknowledge_it() {
    let server = Server::start().await;
    let (willem, samira) = (server.sign_in("willem-postma").await, handler(&server).await);
    let correction = json!({ "kind": "rectification", "language": "nl",
        "corrections": [{ "dataTypeId": "household", "wrong": "Vier", "right": "Drie" }] });
    let filed = file(&willem, &correction).await;
    let tell = |party: &str| json!({ "type": "recipient-told", "partyId": party });
    act_with(&samira, &filed, &tell("home-care"), 1).await.problem(ProblemType::TransitionNotAllowed);
    let answered = act(&samira, &filed, &decided()).await;
    let refused = act_with(&samira, &answered, &tell("nobody"), 2).await.invalid();
    assert_eq!(reasons(&refused), [("/partyId", "unknown-party")]);
    let told = act(&samira, &answered, &tell("home-care")).await;
    let twice = act_with(&samira, &told, &tell("home-care"), 3).await.invalid();
    assert_eq!(reasons(&twice), [("/partyId", "duplicate")]);

    let system = server.somebody(Role::System);
    let bare = reread(&system, &filed).await;
    assert!(bare.get("subject").is_none() && bare["content"] == json!({}), "a system sees no person");
    let done = json!({ "type": "recipient-acknowledged", "partyId": "home-care" });
    act(&system, &bare, &done).await;
    let seen = reread(&willem, &filed).await;
    assert!(seen["recipients"][0]["toldAt"].is_string());
    assert!(seen["recipients"][0]["acknowledgedAt"].is_string());
}

/// Two handlers on one case: who comes second reads again, and nothing is lost.
#[tokio::test]
async fn two_handlers_never_overwrite_each_other() {
    let server = Server::start().await;
    let (one, two) = (handler(&server).await, server.somebody(Role::ComplaintHandler));
    let filed = file(&server.sign_in("willem-postma").await, &access()).await;
    let taken = json!({ "type": "acknowledged" });
    let decision = decided();
    let (first, second) =
        tokio::join!(act_with(&one, &filed, &taken, 1), act_with(&two, &filed, &decision, 1));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 412]);
    assert_eq!(reread(&one, &filed).await["version"], 2);
    let blind = one
        .call(Method::POST, &format!("/v1/filings/{}/events", text(&filed["id"])))
        .header("Idempotency-Key", &server.key().to_string());
    blind.json(&taken).send().await.problem(ProblemType::PreconditionRequired);
}

/// J7: one queue for all tracks, what is due first in front, in pages without a gap.
#[tokio::test]
async fn the_queue_is_ordered_by_what_is_due() {
    let server = Server::start().await;
    let (willem, samira) = (server.sign_in("willem-postma").await, handler(&server).await);
    for _ in 0..5 {
        file(&willem, &access()).await;
    }
    let all = queue(&samira, "pageSize=1000").await;
    let open = queue(&samira, "status=open&pageSize=1000").await;
    let closed = queue(&samira, "status=closed&pageSize=1000").await;
    assert_eq!(all.len(), open.len() + closed.len());
    assert!(open.iter().any(|entry| entry["deadline"]["standing"] == "missed"));
    assert!(open.iter().any(|entry| entry["deadline"]["standing"] == "approaching"));
    let days: Vec<_> = open.iter().filter_map(|entry| entry["deadline"]["answerBefore"].as_str()).collect();
    assert!(days.is_sorted(), "{days:?}");

    let (mut paged, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/v1/filings?status=open&pageSize=2{cursor}");
        let page = samira.get(&path).await.expect(200);
        paged.extend(page["items"].as_array().unwrap().clone());
        let Some(next) = page["nextCursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(paged, open);
    let (own, mut mine, mut cursor) = (queue(&willem, "pageSize=100").await, Vec::new(), String::new());
    loop {
        let page = willem.get(&format!("/v1/filings?pageSize=3{cursor}")).await.expect(200);
        mine.extend(page["items"].as_array().unwrap().clone());
        let Some(next) = page["nextCursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(mine, own, "the person's own list, newest first, in parts too");
    let received: Vec<_> = own.iter().map(|entry| text(&entry["receivedOn"])).collect();
    assert!(received.is_sorted_by(|newer, older| newer >= older));

    let kinds = queue(&samira, "kind=complaint").await;
    assert!(!kinds.is_empty() && kinds.iter().all(|entry| entry["kind"] == "complaint"));
    let secretary = server.sign_in("frank-jansen").await;
    let advised = queue(&secretary, "").await;
    assert!(advised.iter().all(|entry| entry["committee"] != "not-applicable"));
    assert!(!advised.is_empty() && queue(&secretary, "kind=access").await.is_empty());
    let refused = samira.get("/v1/filings?pageSize=1001&cursor=x&name=Willem").await.invalid();
    assert_eq!(names(&refused), ["cursor", "name", "pageSize"]);
}

/// The queue as a spreadsheet: the same rows, and no name of anybody.
#[tokio::test]
async fn staff_get_the_queue_as_a_spreadsheet() {
    let server = Server::start().await;
    let samira = handler(&server).await;
    let sheet = samira.get_as("/v1/filings?status=open", "text/csv").await;
    assert_eq!(sheet.header("content-type"), "text/csv; charset=utf-8");
    let open = queue(&samira, "status=open&pageSize=1000").await;
    assert_eq!(sheet.text().lines().count(), open.len() + 1);
    for entry in &open {
        assert!(sheet.text().contains(text(&entry["reference"])));
    }
    assert!(!sheet.text().contains("Willem"), "no names");
    let willem = server.sign_in("willem-postma").await;
    willem.get_as("/v1/filings", "text/csv").await.problem(ProblemType::NotAcceptable);
}

/// Duplicates are shown to the desk, never merged, and to nobody else.
#[tokio::test]
async fn what_looks_alike_is_shown_and_never_merged() {
    let server = Server::start().await;
    let (willem, fatima, samira) =
        (server.sign_in("willem-postma").await, server.sign_in("fatima-aydin").await, handler(&server).await);
    let portability = json!({ "kind": "portability", "language": "nl" });
    let one = file(&willem, &portability).await;
    let two = file(&willem, &portability).await;
    file(&fatima, &portability).await;
    assert_ne!(one["id"], two["id"]);
    let alike = reread(&samira, &two).await;
    let alike = alike["possibleDuplicates"].as_array().unwrap();
    assert_eq!(alike.len(), 1, "of the same person only");
    assert_eq!(alike[0]["id"], one["id"]);
    assert!(reread(&willem, &two).await.get("possibleDuplicates").is_none());
}
