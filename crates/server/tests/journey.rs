// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A citizen decides piece by piece, and has proof.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use samenspraak_contract::problem::ProblemType;
use serde_json::{Value, json};
use support::journey::{case, choices, decide, decision, decisions_of, open_request, records, reread, text};
use support::{Client, Server};

/// Stops or extends.
async fn add_event(client: &Client<'_>, record: &Value, body: Value) -> support::Reply {
    let server_key = uuid::Uuid::from_u128(u128::from(record["version"].as_u64().unwrap()) << 64);
    client
        .call(axum::http::Method::POST, &format!("/v1/consent-records/{}/events", text(&record["id"])))
        .header("Idempotency-Key", &server_key.to_string())
        .header("If-Match", &format!("\"{}\"", record["version"]))
        .json(&body)
        .send()
        .await
}

#[tokio::test]
async fn yes_to_one_datum_and_no_to_the_other_then_stop() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    let request = open_request(&ria).await;
    let mut chosen = choices(&request, "yes");
    chosen[0]["answers"]["home"] = json!("no");
    let body = decision(&ria, &request, chosen).await;
    let reply = ria.post(&decisions_of(&request), &body).await;
    let decided = reply.expect(201);
    assert_eq!(reply.header("location"), format!("/v1/decisions/{}", text(&decided["id"])));
    assert_eq!(decided["records"][0]["status"], "given");
    assert_eq!(decided["records"][0]["sharedDataTypes"], json!(["informal-care"]));
    assert_eq!(ria.get(reply.header("location")).await.expect(200), decided);
    assert_eq!(reread(&ria, &request).await["status"], "decided");
    assert_eq!(ria.get("/v1/consent-requests?status=open").await.expect(200)["items"], json!([]));

    let record = records(&ria).await.remove(0);
    let reply = add_event(&ria, &record, json!({ "type": "withdrawn", "language": "nl" })).await;
    let stopped = reply.expect(201);
    assert_eq!(stopped["status"], "withdrawn");
    assert_eq!(stopped["sharedDataTypes"], json!([]));
    assert_eq!(reply.header("etag"), format!("\"{}\"", stopped["version"]));
    let again = add_event(&ria, &stopped, json!({ "type": "withdrawn", "language": "nl" })).await;
    again.problem(ProblemType::TransitionNotAllowed);
}

#[tokio::test]
async fn a_change_on_what_was_not_read_is_refused() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    let request = open_request(&ria).await;
    decide(&ria, &request, "yes").await.expect(201);
    let record = records(&ria).await.remove(0);
    let path = format!("/v1/consent-records/{}/events", text(&record["id"]));
    let body = json!({ "type": "withdrawn", "language": "nl" });
    ria.post(&path, &body).await.problem(ProblemType::PreconditionRequired);
    for tag in ["\"1\"", "*", "W/\"2\"", "2", "\"two\""] {
        let call = ria.call(axum::http::Method::POST, &path).header("If-Match", tag);
        let call = call.header("Idempotency-Key", &server.key().to_string()).json(&body);
        call.send().await.problem(ProblemType::PreconditionFailed);
    }
    assert_eq!(records(&ria).await.remove(0), record, "nothing was recorded");
}

#[tokio::test]
async fn three_people_sign_and_nobody_reads_the_others_words() {
    let server = Server::start().await;
    let [sem, anouk, dirk] = [
        server.sign_in("sem-kuipers").await,
        server.sign_in("anouk-kuipers").await,
        server.sign_in("dirk-kuipers").await,
    ];
    let request = open_request(&sem).await;
    assert_eq!(request["requiredSignatures"], 3);
    decide(&sem, &request, "yes").await.expect(201);
    let seen_by_anouk = records(&anouk).await;
    assert!(seen_by_anouk.iter().all(|record| record["status"] == "requested"), "nothing shows");
    assert!(!Value::from(seen_by_anouk).to_string().contains("\"given\""));

    decide(&anouk, &request, "no").await.expect(201);
    let seen_by_sem = records(&sem).await;
    assert!(seen_by_sem.iter().all(|record| record["status"] == "pending"), "not before all have answered");
    decide(&dirk, &request, "yes").await.expect(201);
    for person in [&sem, &anouk, &dirk] {
        let records = records(person).await;
        assert!(records.iter().all(|record| record["status"] == "refused"), "one no is no");
        assert!(records.iter().all(|record| record["sharedDataTypes"] == json!([])));
    }
    let words: Vec<String> = records(&sem).await.iter().map(|record| record["events"].to_string()).collect();
    assert!(words.iter().all(|events| !events.contains("anouk") && !events.contains("dirk")));
    let staff = server.sign_in("lotte-visser").await;
    let events: Vec<_> = records(&staff).await.iter().map(|record| record["events"].to_string()).collect();
    assert!(events.iter().all(|events| !events.contains("anouk-kuipers")), "staff see who said nothing");
}

#[tokio::test]
async fn a_wording_change_does_not_ask_again_and_a_scope_change_does() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    let petra = server.sign_in("petra-willems").await;
    let request = open_request(&ria).await;
    decide(&ria, &request, "yes").await.expect(201);

    let mut reworded = case(&server, "1-");
    reworded["replaces"] = request["id"].clone();
    reworded["items"][0]["replacesItemId"] = request["items"][0]["id"].clone();
    reworded["title"]["nl"] = json!("Hulp in huis: een betere tekst");
    let reworded = petra.post("/v1/consent-requests", &reworded).await.expect(201);
    assert_eq!(reworded["noticeVersion"], 2);
    let seen = reread(&ria, &reworded).await;
    assert_eq!(seen["status"], "decided", "nothing is asked again");
    assert_eq!(seen["items"][0]["standing"]["status"], "given");

    let mut rescoped = case(&server, "1-");
    rescoped["replaces"] = reworded["id"].clone();
    rescoped["items"][0]["replacesItemId"] = reworded["items"][0]["id"].clone();
    rescoped["items"][0]["personalData"].as_array_mut().unwrap().pop();
    let rescoped = petra.post("/v1/consent-requests", &rescoped).await.expect(201);
    let seen = reread(&ria, &rescoped).await;
    assert_eq!(seen["status"], "open");
    assert_eq!(seen["items"][0]["changes"][0]["field"], "personal-data");
    let old = reread(&ria, &request).await;
    assert_eq!((&old["status"], &old["replacedBy"]), (&json!("superseded"), &reworded["id"]));
}

#[tokio::test]
async fn an_answer_to_an_outdated_text_is_refused_and_not_recorded() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    let petra = server.sign_in("petra-willems").await;
    let request = open_request(&ria).await;
    let late = decision(&ria, &request, choices(&request, "yes")).await;
    let mut newer = case(&server, "1-");
    newer["replaces"] = request["id"].clone();
    newer["items"][0]["replacesItemId"] = request["items"][0]["id"].clone();
    petra.post("/v1/consent-requests", &newer).await.expect(201);
    ria.post(&decisions_of(&request), &late).await.problem(ProblemType::NoticeOutdated);
    let records = records(&ria).await;
    assert!(records.iter().all(|record| record["sharedDataTypes"] == json!([])), "{records:?}");
}

#[tokio::test]
async fn not_now_keeps_the_question_open_and_shares_nothing() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    let request = open_request(&ria).await;
    let mut chosen = choices(&request, "yes");
    chosen[0]["deferred"] = json!(true);
    chosen[0]["answers"] = json!({});
    let body = decision(&ria, &request, chosen).await;
    let decided = ria.post(&decisions_of(&request), &body).await.expect(201);
    assert_eq!(decided["records"][0]["status"], "deferred");
    assert_eq!(decided["records"][0]["sharedDataTypes"], json!([]));
    decide(&ria, &open_request(&ria).await, "yes").await.expect(201);
}

#[tokio::test]
async fn extending_goes_as_far_as_the_question_allowed() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    decide(&ria, &open_request(&ria).await, "yes").await.expect(201);
    server.pass_days(200);
    let ria = server.sign_in("ria-bakker").await;
    let record = records(&ria).await.remove(0);
    let too_far = json!({ "type": "renewed", "endDate": "2030-01-01", "language": "nl" });
    let wrong = add_event(&ria, &record, too_far).await.invalid();
    assert_eq!(wrong, [("/endDate".to_owned(), "date-out-of-range".to_owned())]);
    let until = (server.today() + chrono::Months::new(12)).to_string();
    let renewed =
        add_event(&ria, &record, json!({ "type": "renewed", "endDate": until, "language": "nl" })).await;
    assert_eq!(renewed.expect(201)["endDate"], until);
    server.pass_days(366);
    let ria = server.sign_in("ria-bakker").await;
    assert_eq!(records(&ria).await[0]["status"], "expired");
}

#[tokio::test]
async fn long_lists_come_in_pages_without_a_gap() {
    let server = Server::start().await;
    let inge = server.sign_in("inge-verbeek").await;
    for _ in 0..6 {
        inge.post("/v1/consent-requests", &case(&server, "1-")).await.expect(201);
    }
    let ria = server.sign_in("ria-bakker").await;
    for list in ["/v1/consent-requests?pageSize=3", "/v1/consent-records?status=requested&pageSize=3"] {
        let mut found = Vec::new();
        let mut path = list.to_owned();
        loop {
            let page = ria.get(&path).await.expect(200);
            found.extend(page["items"].as_array().unwrap().iter().map(|item| text(&item["id"]).to_owned()));
            let Some(cursor) = page["nextCursor"].as_str() else { break };
            path = format!("{list}&cursor={cursor}");
        }
        let mut sorted = found.clone();
        sorted.sort_by(|a, b| b.cmp(a));
        sorted.dedup();
        assert_eq!(found, sorted, "newest first, nothing twice");
        assert_eq!(found.len(), 7);
    }
}
