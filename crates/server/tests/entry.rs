// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a client expresses and a worker enters (A6, A7, E11, F7): who may, when it
//! counts, and what the person reads of it at home.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use chrono::TimeDelta;
use samenspraak_contract::problem::ProblemType;
use samenspraak_rules::statistics::Quarter;
use serde_json::{Value, json};
use support::entry::{WORKER, add, at, enter, entry, said, shown};
use support::filings::reasons;
use support::intake::record_anew;
use support::journey::{case, choices, decide, decisions_of, open_request, records, reread, text};
use support::{Client, Server};

const NOOR: &str = "noor-de-wit";
const CHILD: &str = "sem-kuipers";
const MOTHER: &str = "anouk-kuipers";
const FATHER: &str = "dirk-kuipers";
/// Another member of staff, who coordinates.
const COLLEAGUE: &str = "karim-haddad";

/// The worker, the client and her question.
async fn at_the_table(server: &Server) -> (Client<'_>, Client<'_>, Value) {
    let noor = server.sign_in(NOOR).await;
    let request = open_request(&noor).await;
    (server.sign_in(WORKER).await, noor, request)
}

#[tokio::test]
async fn what_is_said_is_the_persons_and_she_can_undo_it_at_home() {
    let server = Server::start().await;
    let (lotte, noor, request) = at_the_table(&server).await;
    let quarter = Quarter::of(server.today()).to_string();
    let given = async || {
        let counted = server.app().store.tallies(&"roosendaal".into(), &quarter).await.unwrap();
        counted.get("consent/given").copied().unwrap_or_default()
    };
    let before = given().await;
    let decided = enter(&lotte, &request, said(NOOR), "yes").await.expect(201);
    let asked = decided["records"].as_array().unwrap().len() as u64;
    assert_eq!(given().await - before, asked, "each is counted once");
    let staff = &decided["records"][0]["events"][1];
    assert_eq!(staff["assistance"]["enteredBy"]["id"], WORKER);

    let record = records(&noor).await.into_iter().find(|record| record["id"] == decided["records"][0]["id"]);
    let record = record.unwrap();
    let event = &record["events"][1];
    assert_eq!((&event["type"], &event["method"]), (&json!("given"), &json!("oral-in-conversation")));
    assert_eq!(event["expressedBy"]["id"], NOOR);
    let assistance = json!({
        "role": "intake-worker", "present": ["interpreter"], "conversationReference": "Gesprek 12",
    });
    assert_eq!(event["assistance"], assistance, "the role, and no name");
    assert_eq!(reread(&noor, &request).await["status"], "decided");
    let stopped = add(&noor, &record, &json!({ "type": "withdrawn", "language": "nl" })).await.expect(201);
    assert_eq!(stopped["status"], "withdrawn");
}

/// A7: the receipt is the summary, the same for the person and for who entered it.
#[tokio::test]
async fn the_summary_is_the_receipt_and_says_that_it_was_said() {
    let server = Server::start().await;
    let (lotte, noor, request) = at_the_table(&server).await;
    let decided = enter(&lotte, &request, said(NOOR), "yes").await.expect(201);
    let path = format!("/v1/decisions/{}/receipt", text(&decided["id"]));
    let receipt = noor.get(&path).await.expect(200);
    assert_eq!(receipt["issuedTo"]["id"], NOOR);
    assert!(!receipt["records"][0]["events"].to_string().contains(WORKER), "the role, and no name");
    for form in ["application/json", "application/jose", "text/html", "application/pdf"] {
        let (own, printed) = (noor.get_as(&path, form).await, lotte.get_as(&path, form).await);
        assert_eq!(own.body, printed.body, "{form}");
    }
    let page = noor.get_as(&path, "text/html").await;
    for words in
        ["in een gesprek", "de gemeente heeft dit opgeschreven: medewerker intake", "Gesprek 12", "tolk"]
    {
        assert!(page.text().contains(words), "{words}");
    }
    let seen = lotte.get(&format!("/v1/decisions/{}", text(&decided["id"]))).await.expect(200);
    assert_eq!(seen["records"], decided["records"]);
    for stranger in [server.sign_in(COLLEAGUE).await, server.sign_in(MOTHER).await] {
        stranger.get(&path).await.problem(ProblemType::NotFound);
    }
    let looked = noor.get("/v1/consultations").await.expect(200);
    assert!(looked.to_string().contains(text(&decided["records"][0]["id"])), "she sees that staff read it");
}

#[tokio::test]
async fn who_expressed_it_is_said_by_staff_and_by_nobody_else() {
    let server = Server::start().await;
    let (lotte, noor, request) = at_the_table(&server).await;
    let mut body = entry(&lotte, &request, said(NOOR), "yes").await;
    let refused = async |client: &Client<'_>, change: &dyn Fn(&mut Value)| {
        let mut body = body.clone();
        change(&mut body);
        client.post(&decisions_of(&request), &body).await.invalid()
    };
    let unsaid = refused(&lotte, &|body| {
        body.as_object_mut().unwrap().remove("expression");
    });
    assert_eq!(reasons(&unsaid.await), [("/expression", "missing")]);
    for wrong in [WORKER, MOTHER, "nobody"] {
        let refused = refused(&lotte, &|body| body["expression"]["personId"] = json!(wrong)).await;
        assert_eq!(reasons(&refused), [("/expression/personId", "wrong-signatories")], "{wrong}");
    }
    let own = refused(&noor, &|_| {}).await;
    assert_eq!(reasons(&own), [("/expression", "not-applicable")]);
    let named = refused(&noor, &|body| {
        body.as_object_mut().unwrap().remove("expression");
        body["id"] = json!(server.app().ids.next());
    })
    .await;
    assert_eq!(reasons(&named), [("/id", "not-applicable")], "a device of staff names it");
    let bsn = refused(&lotte, &|body| body["expression"]["conversationReference"] = json!("111222333")).await;
    assert_eq!(reasons(&bsn), [("/expression/conversationReference", "bsn-in-text")]);
    let unnamed = refused(&lotte, &|body| body["expression"]["conversationReference"] = json!("")).await;
    assert_eq!(reasons(&unnamed), [("/expression/conversationReference", "missing")]);
    assert_eq!(records(&noor).await[0]["events"].as_array().unwrap().len(), 1, "nothing was added");

    let somebody_elses = shown(&request, MOTHER);
    let refused = lotte.post("/v1/notice-presentations", &somebody_elses).await.invalid();
    assert_eq!(reasons(&refused), [("/shownTo", "wrong-signatories")]);
    let mut by_herself = shown(&request, NOOR);
    let refused = noor.post("/v1/notice-presentations", &by_herself).await.invalid();
    assert_eq!(reasons(&refused), [("/shownTo", "not-applicable")]);
    by_herself.as_object_mut().unwrap().remove("shownTo");
    let refused = lotte.post("/v1/notice-presentations", &by_herself).await.invalid();
    assert_eq!(reasons(&refused), [("/shownTo", "missing")]);
    // What the worker looked at herself was not shown to her.
    let own = noor.post("/v1/notice-presentations", &by_herself).await.expect(201);
    body["presentationId"] = own["id"].clone();
    body["id"] = json!(server.app().ids.next());
    let decided = lotte.post(&decisions_of(&request), &body).await.expect(201);
    assert_eq!(decided["id"], body["id"], "so the receipt can be found again");
    lotte.get(&format!("/v1/decisions/{}/receipt", text(&body["id"]))).await.expect(200);
}

/// F7: one worker enters for both parents, each as themselves; neither reads the other.
#[tokio::test]
async fn both_parents_at_one_table_do_not_read_each_other() {
    let server = Server::start().await;
    let (mother, father) = (server.sign_in(MOTHER).await, server.sign_in(FATHER).await);
    let (lotte, request) = (server.sign_in(WORKER).await, open_request(&mother).await);
    enter(&lotte, &request, said(MOTHER), "no").await.expect(201);
    let again = enter(&lotte, &request, said(MOTHER), "yes").await;
    again.problem(ProblemType::AlreadyDecided);
    let seen = records(&father).await;
    assert!(seen.iter().all(|record| record["status"] == "requested"));
    enter(&lotte, &request, said(FATHER), "yes").await.expect(201);
    for (client, other) in [(&mother, FATHER), (&father, MOTHER)] {
        let seen = json!(records(client).await);
        assert!(seen.to_string().contains("intake-worker") && !seen.to_string().contains(other));
    }
    assert_eq!(records(&father).await[0]["status"], "pending", "not what she said");
    let as_staff =
        async || lotte.get(&format!("/v1/consent-records/{}", text(&seen[0]["id"]))).await.expect(200);
    assert_eq!(as_staff().await["status"], "pending", "nor is staff told of a no before all have answered");
    enter(&lotte, &request, said(CHILD), "yes").await.expect(201);
    let outcome = as_staff().await;
    assert_eq!(outcome["status"], "refused");
    assert!(!outcome.to_string().contains(MOTHER), "staff read the outcome and never who said what");
}

/// What was done without a network: a clock that is wrong, ids of the device, a
/// question that lapsed on the way, and a text that changed meanwhile.
#[tokio::test]
async fn a_visit_without_a_network_counts_from_when_it_was() {
    let server = Server::start().await;
    let (_, _, request) = at_the_table(&server).await;
    let before: chrono::NaiveDate = text(&request["answerBeforeDate"]).parse().unwrap();
    let then = server.app().now() + (before - server.today());
    server.pass_days((before - server.today()).num_days() + 2);
    // The session ended on the way.
    let lotte = server.sign_in(WORKER).await;
    let now = server.app().now();
    let (wrong, device_id) = (TimeDelta::days(400), "018f0000-0000-7000-8000-00000000abcd");
    let send = async |path: &str, body: &Value| {
        let call = lotte.call(axum::http::Method::POST, path).header("Device-Time", text(&at(now + wrong)));
        call.header("Idempotency-Key", &lotte.key().to_string()).json(body).send().await
    };
    let mut presented = shown(&request, NOOR);
    presented["id"] = json!(device_id);
    presented["presentedAt"] = at(then + wrong);
    let stored = send("/v1/notice-presentations", &presented).await.expect(201);
    assert_eq!((&stored["id"], &stored["presentedAt"]), (&json!(device_id), &at(then)));
    send("/v1/notice-presentations", &presented).await.problem(ProblemType::TransitionNotAllowed);

    let mut expression = said(NOOR);
    expression["method"] = json!("digital");
    expression["expressedAt"] = at(then + wrong);
    let body = json!({
        "presentationId": device_id, "noticeHash": request["noticeHashes"]["nl"], "language": "nl",
        "choices": choices(&request, "yes"), "expression": expression,
    });
    let mut late = body.clone();
    late["expression"]["expressedAt"] = at(now + wrong);
    send(&decisions_of(&request), &late).await.problem(ProblemType::RequestLapsed);
    late["expression"]["expressedAt"] = at(now + wrong - TimeDelta::days(8));
    let refused = send(&decisions_of(&request), &late).await.invalid();
    assert_eq!(reasons(&refused), [("/expression/expressedAt", "too-long-ago")]);
    let decided = send(&decisions_of(&request), &body).await.expect(201);
    let event = &decided["records"][0]["events"][1];
    assert_eq!((&event["occurredAt"], &event["recordedAt"]), (&at(then), &at(now)));
    send(&decisions_of(&request), &body).await.problem(ProblemType::AlreadyDecided);
}

#[tokio::test]
async fn a_text_that_changed_meanwhile_is_outdated_and_nothing_changes() {
    let server = Server::start().await;
    let (lotte, noor, request) = at_the_table(&server).await;
    let body = entry(&lotte, &request, said(NOOR), "yes").await;
    let mut newer = case(&server, "4-");
    newer["replaces"] = request["id"].clone();
    newer["title"]["nl"] = json!("Andere woorden");
    for (index, item) in newer["items"].as_array_mut().unwrap().iter_mut().enumerate() {
        item["replacesItemId"] = request["items"][index]["id"].clone();
    }
    server.sign_in(COLLEAGUE).await.post("/v1/consent-requests", &newer).await.expect(201);
    let before = records(&noor).await;
    lotte.post(&decisions_of(&request), &body).await.problem(ProblemType::NoticeOutdated);
    let late = lotte.post("/v1/notice-presentations", &shown(&request, NOOR)).await;
    late.problem(ProblemType::NoticeOutdated);
    assert_eq!(records(&noor).await, before);
}

#[tokio::test]
async fn a_representation_counts_on_the_day_it_was_expressed() {
    let server = Server::start().await;
    let mut new = case(&server, "2-");
    let last = json!(server.today() + TimeDelta::days(1));
    new["signatories"][1]["representation"]["endDate"] = last.clone();
    let karim = server.sign_in(COLLEAGUE).await;
    record_anew(&karim, "sem-kuipers", |sem| {
        sem["representatives"][0]["representation"]["endDate"] = last;
    })
    .await;
    let request = karim.post("/v1/consent-requests", &new).await.expect(201);
    server.pass_days(3);
    let lotte = server.sign_in(WORKER).await;
    let now = server.app().now();
    let mut after = said(MOTHER);
    after["expressedAt"] = at(now - TimeDelta::days(1));
    enter(&lotte, &request, after.clone(), "yes").await.problem(ProblemType::WrongSignatory);
    after["expressedAt"] = at(now - TimeDelta::days(2));
    enter(&lotte, &request, after, "yes").await.expect(201);
}

/// The same outbox from two tabs, and the person at home in between: once, and in
/// either order nothing is overwritten.
#[tokio::test]
async fn what_comes_twice_is_stored_once_and_what_comes_late_overwrites_nothing() {
    let server = Server::start().await;
    let (lotte, noor, request) = at_the_table(&server).await;
    let body = entry(&lotte, &request, said(NOOR), "yes").await;
    let (path, key) = (decisions_of(&request), server.key());
    let first = lotte.post_with_key(&path, &body, key).await.expect(201);
    assert_eq!(lotte.post_with_key(&path, &body, key).await.expect(201), first);
    lotte.post(&path, &body).await.problem(ProblemType::AlreadyDecided);
    decide(&noor, &request, "no").await.problem(ProblemType::AlreadyDecided);
    assert_eq!(records(&noor).await[0]["events"].as_array().unwrap().len(), 2);

    let other = Server::start().await;
    let (lotte, noor, request) = at_the_table(&other).await;
    let body = entry(&lotte, &request, said(NOOR), "yes").await;
    decide(&noor, &request, "no").await.expect(201);
    let before = records(&noor).await;
    lotte.post(&decisions_of(&request), &body).await.problem(ProblemType::AlreadyDecided);
    assert_eq!(records(&noor).await, before);
}

/// F7: staff note that one parent cannot be reached; the other one reads nothing of it.
#[tokio::test]
async fn that_a_parent_cannot_be_reached_is_for_staff() {
    let server = Server::start().await;
    let mother = server.sign_in(MOTHER).await;
    let lotte = server.sign_in(WORKER).await;
    let before = records(&mother).await;
    let path = format!("/v1/consent-records/{}", text(&before[0]["id"]));
    let missing = |who: &str| json!({ "type": "signatory-missing", "personId": who, "language": "nl" });
    let refused = add(&mother, &before[0], &missing(FATHER)).await.invalid();
    assert_eq!(reasons(&refused), [("/type", "not-applicable")]);
    let seen = lotte.get(&path).await.expect(200);
    let refused = add(&lotte, &seen, &missing("nobody")).await.invalid();
    assert_eq!(reasons(&refused), [("/personId", "wrong-signatories")]);
    let stop = json!({ "type": "withdrawn", "language": "nl" });
    add(&lotte, &seen, &stop).await.problem(ProblemType::WrongSignatory);

    let noted = add(&lotte, &seen, &missing(FATHER)).await.expect(201);
    assert_eq!(noted["status"], "review");
    let event = &noted["events"][1];
    assert_eq!((&event["concerns"]["id"], event.get("expressedBy")), (&json!(FATHER), None));
    assert_eq!(event["assistance"]["enteredBy"]["id"], WORKER);
    add(&lotte, &seen, &missing(FATHER)).await.problem(ProblemType::PreconditionFailed);
    assert_eq!(records(&mother).await, before);
    let father = server.sign_in(FATHER).await;
    let own = father.get(&path).await.expect(200);
    assert_eq!(
        (&own["events"][1]["type"], &own["status"]),
        (&json!("signatory-missing"), &json!("requested"))
    );
    assert!(!own.to_string().contains(WORKER));
}
