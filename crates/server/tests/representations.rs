// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who is recorded as a representative no more represents nobody: from that moment on
//! they read, file and answer nothing for them (F6, M2).

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use axum::http::Method;
use samenspraak_contract::problem::ProblemType;
use serde_json::{Value, json};
use support::entry::{WORKER, enter, said};
use support::filings::{access, file, queue, reasons, reread as filing};
use support::intake::{CLIENTS, client_named};
use support::journey::{choices, decide, decision, decisions_of, open_request, records, reread, text};
use support::{Client, Reply, Server};

const SEM: &str = "sem-kuipers";
const FATHER: &str = "dirk-kuipers";

/// The members of a recording, as a worker reads them and sends them again.
async fn sem(worker: &Client<'_>) -> Value {
    let [seen] = &client_named(worker, SEM).await[..] else { panic!("Sem is a client") };
    let kept = ["person", "birthDate", "representatives", "household", "caseReference"];
    kept.into_iter()
        .map(|name| (name.to_owned(), seen[name].clone()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// Records Sem again, with his mother alone.
async fn remove_the_father(worker: &Client<'_>) {
    let mut recorded = sem(worker).await;
    recorded["representatives"].as_array_mut().unwrap().retain(|one| one["person"]["id"] != FATHER);
    worker.post(CLIENTS, &recorded).await.expect(201);
}

async fn of_sem(client: &Client<'_>, path: &str) -> Reply {
    client.call(Method::GET, path).header("Data-Subject", SEM).send().await
}

const THINGS: [&str; 4] = ["/v1/disclosures", "/v1/data-flows", "/v1/consultations", "/v1/refusal-outcomes"];

async fn everybody<'a>(server: &'a Server) -> [Client<'a>; 4] {
    [
        server.sign_in(WORKER).await,
        server.sign_in(SEM).await,
        server.sign_in("anouk-kuipers").await,
        server.sign_in(FATHER).await,
    ]
}

#[tokio::test]
async fn who_was_removed_reads_and_files_nothing_for_them() {
    let server = Server::start().await;
    let [lotte, child, mother, father] = everybody(&server).await;
    let line = of_sem(&father, "/v1/disclosures").await.expect(200)["items"][0].clone();
    let line = format!("/v1/disclosures/{}", text(&line["id"]));
    let mut body = access();
    body["subjectId"] = json!(SEM);
    let (hers, his) = (file(&mother, &body).await, file(&father, &body).await);
    filing(&father, &hers).await;

    let before = sem(&lotte).await;
    remove_the_father(&lotte).await;
    assert_eq!(father.get("/v1/representations").await.expect(200)["items"], json!([]));
    let told = father.get("/v1/configuration").await.expect(200);
    assert!(!told["signedIn"].to_string().contains(SEM), "{told}");
    for path in THINGS {
        of_sem(&father, path).await.problem(ProblemType::NotFound);
        of_sem(&mother, path).await.expect(200);
        child.get(path).await.expect(200);
    }
    father.get(&line).await.problem(ProblemType::NotFound);
    mother.get(&line).await.expect(200);
    for filed in [&hers, &his] {
        let id = text(&filed["id"]);
        let path = format!("/v1/filings/{id}");
        father.get(&path).await.problem(ProblemType::NotFound);
        father.get(&format!("{path}/receipt")).await.problem(ProblemType::NotFound);
        mother.get(&path).await.expect(200);
        child.get(&path).await.expect(200);
        let lists = async |who: &Client<'_>| queue(who, "").await.iter().any(|entry| entry["id"] == id);
        assert!(!lists(&father).await && lists(&mother).await && lists(&child).await);
    }
    let refused = father.post("/v1/rights-requests", &body).await.invalid();
    assert_eq!(reasons(&refused), [("/subjectId", "not-represented")]);
    file(&mother, &body).await;

    // Recorded again is a representative again.
    lotte.post(CLIENTS, &before).await.expect(201);
    of_sem(&father, "/v1/disclosures").await.expect(200);
    filing(&father, &his).await;
    file(&father, &body).await;
}

#[tokio::test]
async fn who_was_removed_answers_nothing_and_the_question_is_not_theirs_to_read() {
    let server = Server::start().await;
    let [lotte, child, mother, father] = everybody(&server).await;
    let request = open_request(&father).await;
    let ready = decision(&father, &request, choices(&request, "yes")).await;
    remove_the_father(&lotte).await;
    let path = format!("/v1/consent-requests/{}", text(&request["id"]));
    father.get(&path).await.problem(ProblemType::NotFound);
    father.post(&decisions_of(&request), &ready).await.problem(ProblemType::NotFound);
    for list in ["/v1/consent-requests", "/v1/consent-records"] {
        assert_eq!(father.get(list).await.expect(200)["items"], json!([]), "{list}");
    }
    // A worker enters no answer of his either.
    enter(&lotte, &request, said(FATHER), "yes").await.problem(ProblemType::WrongSignatory);
    for other in [&child, &mother] {
        assert_eq!(reread(other, &request).await["status"], "open");
        decide(other, &request, "yes").await.expect(201);
    }
}

#[tokio::test]
async fn a_yes_of_who_was_removed_is_looked_at_again_and_the_proof_stays() {
    let server = Server::start().await;
    let [_, child, mother, father] = everybody(&server).await;
    let request = open_request(&father).await;
    for who in [&child, &mother, &father] {
        decide(who, &request, "yes").await.expect(201);
    }
    let statuses = async |who: &Client<'_>| -> Vec<String> {
        records(who).await.iter().map(|record| text(&record["status"]).to_owned()).collect()
    };
    let given = vec!["given".to_owned(); records(&child).await.len()];
    assert_eq!(statuses(&child).await, given);
    let record = records(&father).await.remove(0);
    let receipt = format!("/v1/consent-records/{}/receipt", text(&record["id"]));
    let proof = father.get(&receipt).await.expect(200);

    server.pass_days(1);
    let [lotte, child, mother, father] = everybody(&server).await;
    let before = sem(&lotte).await;
    remove_the_father(&lotte).await;
    let review = vec!["review".to_owned(); given.len()];
    for who in [&child, &mother, &father] {
        assert_eq!(statuses(who).await, review);
    }
    assert_eq!(father.get(&receipt).await.expect(200), proof, "what he said stays what he said");
    let events = |seen: &Value| seen["events"].clone();
    assert_eq!(events(&records(&father).await[0]), events(&record));

    lotte.post(CLIENTS, &before).await.expect(201);
    assert_eq!(statuses(&child).await, given, "a representative again");
}
