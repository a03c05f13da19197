// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A change that is sent twice is stored once.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use samenspraak_contract::problem::ProblemType;
use serde_json::json;
use support::Server;
use support::journey::{case, choices, decision, decisions_of, open_request, records};

#[tokio::test]
async fn the_same_key_and_body_are_answered_the_same_and_stored_once() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    let request = open_request(&ria).await;
    let body = decision(&ria, &request, choices(&request, "yes")).await;
    let key = server.key();
    let first = ria.post_with_key(&decisions_of(&request), &body, key).await;
    let second = ria.post_with_key(&decisions_of(&request), &body, key).await;
    assert_eq!(first.expect(201), second.expect(201));
    assert_eq!(first.header("location"), second.header("location"));
    let given = records(&ria).await[0]["events"].to_string().matches("\"given\"").count();
    assert_eq!(given, 1);
    let again = server.sign_in("ria-bakker").await;
    assert_eq!(again.post_with_key(&decisions_of(&request), &body, key).await.body, first.body);
}

#[tokio::test]
async fn the_same_key_with_another_body_or_place_is_refused() {
    let server = Server::start().await;
    let inge = server.sign_in("inge-verbeek").await;
    let key = server.key();
    let body = case(&server, "1-");
    inge.post_with_key("/v1/consent-requests", &body, key).await.expect(201);
    let mut other = body.clone();
    other["title"]["nl"] = json!("Iets anders");
    let refused = inge.post_with_key("/v1/consent-requests", &other, key).await;
    refused.problem(ProblemType::IdempotencyKeyReused);

    let ria = server.sign_in("ria-bakker").await;
    let request = open_request(&ria).await;
    let body = decision(&ria, &request, choices(&request, "yes")).await;
    ria.post_with_key(&decisions_of(&request), &body, key).await.expect(201);
    let elsewhere = ria.post_with_key("/v1/notice-presentations", &body, key).await;
    elsewhere.problem(ProblemType::IdempotencyKeyReused);
}

#[tokio::test]
async fn a_key_never_stands_in_for_who_somebody_is() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    let request = open_request(&ria).await;
    let body = decision(&ria, &request, choices(&request, "yes")).await;
    let key = server.key();
    ria.post_with_key(&decisions_of(&request), &body, key).await.expect(201);
    let nobody = server.nobody();
    nobody.post_with_key(&decisions_of(&request), &body, key).await.problem(ProblemType::NotSignedIn);
    let noor = server.sign_in("noor-de-wit").await;
    noor.post_with_key(&decisions_of(&request), &body, key).await.problem(ProblemType::NotFound);
}

#[tokio::test]
async fn a_key_of_what_was_refused_is_still_free() {
    let server = Server::start().await;
    let inge = server.sign_in("inge-verbeek").await;
    let key = server.key();
    let good = case(&server, "1-");
    let mut bad = good.clone();
    bad["items"][0]["recipientId"] = json!("nobody");
    inge.post_with_key("/v1/consent-requests", &bad, key).await.invalid();
    inge.post_with_key("/v1/consent-requests", &good, key).await.expect(201);
}

#[tokio::test]
async fn a_double_press_and_two_tabs_at_the_same_moment() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    let request = open_request(&ria).await;
    let body = decision(&ria, &request, choices(&request, "yes")).await;
    let (path, key) = (decisions_of(&request), server.key());
    let press = || ria.post_with_key(&path, &body, key);
    let (one, two, three) = tokio::join!(press(), press(), press());
    assert_eq!(one.expect(201), two.expect(201));
    assert_eq!(one.body, three.body);
    ria.post(&path, &body).await.problem(ProblemType::AlreadyDecided);
}

#[tokio::test]
async fn people_who_sign_at_the_same_moment_are_all_stored() {
    let server = Server::start().await;
    let people = [
        server.sign_in("sem-kuipers").await,
        server.sign_in("anouk-kuipers").await,
        server.sign_in("dirk-kuipers").await,
    ];
    let request = open_request(&people[0]).await;
    let path = decisions_of(&request);
    let mut bodies = Vec::new();
    for person in &people {
        bodies.push(decision(person, &request, choices(&request, "yes")).await);
    }
    let (a, b, c) = tokio::join!(
        people[0].post(&path, &bodies[0]),
        people[1].post(&path, &bodies[1]),
        people[2].post(&path, &bodies[2]),
    );
    for reply in [a, b, c] {
        reply.expect(201);
    }
    assert!(records(&people[0]).await.iter().all(|record| record["status"] == "given"));
}
