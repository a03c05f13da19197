// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Figures for the council, and what they never tell (N1).

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use samenspraak_rules::statistics::Quarter;
use serde_json::{Value, json};
use support::journey::{decide, open_request};
use support::{Client, Server};

/// The longest quarter has 92 days.
const MORE_THAN_A_QUARTER: i64 = 93;

fn cell<'a>(figures: &'a Value, table: &str, row: &str, column: &str) -> &'a Value {
    let named = |list: &'a Value, key: &str, name: &str| {
        list.as_array().unwrap().iter().find(|it| it[key] == name).unwrap()
    };
    let row = named(&named(&figures["tables"], "id", table)["rows"], "code", row);
    named(&row["cells"], "code", column)
}

async fn complain(client: &Client<'_>, controller: &str) {
    let complaint = json!({
        "controllerId": controller,
        "name": "N. Niemand",
        "telephone": "000 000 00 00",
        "matter": "data-exchange",
        "description": "Niemand zei dat het zou gebeuren.",
        "language": "nl",
    });
    client.post("/v1/complaints", &complaint).await.expect(201);
}

fn of(controller: &str, period: &str) -> String {
    format!("/v1/statistics?controllerId={controller}&period={period}")
}

/// N1, N3: anybody reads them, for a quarter that ended, of one controller only.
#[tokio::test]
async fn what_happened_in_a_quarter_is_counted_once_it_ended() {
    let server = Server::start().await;
    let nobody = server.nobody();
    let quarter = Quarter::of(server.today()).to_string();
    for _ in 0..25 {
        complain(&nobody, "zundert").await;
    }
    let running = nobody.get(&of("zundert", &quarter)).await;
    assert_eq!(running.invalid(), [("period".to_owned(), "date-out-of-range".to_owned())]);

    server.pass_days(MORE_THAN_A_QUARTER);
    let figures = nobody.get(&of("zundert", &quarter)).await.expect(200);
    assert_eq!(figures["period"], json!(quarter));
    assert_eq!(cell(&figures, "filings-by-track", "complaint", "filed")["count"], 25);
    assert_eq!(cell(&figures, "filings-by-kind", "complaint", "filed")["count"], 25);
    let others = nobody.get(&of("moerdijk", &quarter)).await.expect(200);
    assert_eq!(cell(&others, "filings-by-track", "complaint", "filed").get("count"), None);
}

/// N1: what one person did is in no figure.
#[tokio::test]
async fn one_person_is_not_in_the_figures() {
    let server = Server::start().await;
    let quarter = Quarter::of(server.today()).to_string();
    let ria = server.sign_in("ria-bakker").await;
    let request = open_request(&ria).await;
    decide(&ria, &request, "no").await.expect(201);
    server.pass_days(MORE_THAN_A_QUARTER);
    let figures = server.nobody().get(&of("bergen-op-zoom", &quarter)).await.expect(200);
    for row in ["given", "refused", "withdrawn"] {
        assert_eq!(cell(&figures, "consents", row, "times").get("count"), None, "{row}");
    }
}

/// The last quarter that ended is what one gets without asking for another.
#[tokio::test]
async fn without_a_period_it_is_the_last_quarter_that_ended() {
    let server = Server::start().await;
    let figures = server.nobody().get("/v1/statistics").await.expect(200);
    assert_eq!(figures["period"], json!(Quarter::of(server.today()).previous().to_string()));
    for wrong in ["2026", "2026-Q5", "0-Q1", "2026-q1", "9999-Q4"] {
        server.nobody().get(&format!("/v1/statistics?period={wrong}")).await.expect(400);
    }
}

/// The page of a demonstration shows figures, and keeps the small ones to itself.
#[tokio::test]
async fn a_demonstration_has_figures_of_the_last_quarter() {
    let server = Server::start().await;
    let quarter = Quarter::of(server.today()).previous().to_string();
    let figures = server.nobody().get(&of("roosendaal", &quarter)).await.expect(200);
    assert_eq!(cell(&figures, "filings-by-kind", "administrative-objection", "filed")["count"], 27);
    assert_eq!(cell(&figures, "filings-by-kind", "restriction", "filed").get("count"), None);
}

/// E7: a conversation after which nothing was started leaves a number, and nothing
/// about anybody.
#[tokio::test]
async fn a_conversation_without_a_sequel_is_a_number() {
    let server = Server::start().await;
    let worker = server.sign_in("lotte-visser").await;
    let quarter = Quarter::of(server.today()).to_string();
    for _ in 0..12 {
        worker.post("/v1/intake-counts", &json!({ "outcome": "abandoned" })).await.expect(201);
    }
    let started = worker.post("/v1/intake-counts", &json!({ "outcome": "started" })).await;
    assert_eq!(started.invalid(), [("/outcome".to_owned(), "not-applicable".to_owned())]);
    let about = json!({ "outcome": "abandoned", "subject": "noor-de-wit" });
    worker.post("/v1/intake-counts", &about).await.expect(400);

    server.pass_days(MORE_THAN_A_QUARTER);
    let figures = server.nobody().get(&of("roosendaal", &quarter)).await.expect(200);
    assert_eq!(cell(&figures, "conversations", "abandoned", "times")["count"], 12);
    assert_eq!(cell(&figures, "conversations", "started", "times").get("count"), None);
}
