// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One receipt in four forms that say the same.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use samenspraak_contract::problem::ProblemType;
use samenspraak_ledger::jwk::PublicJwk;
use samenspraak_ledger::jws::verify;
use samenspraak_server::receipt::words::Words;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use support::entry::{WORKER, enter, said, scan};
use support::journey::{choices, decide, decision, decisions_of, open_request, records, text};
use support::{Client, Server};

/// Says yes to one thing and no to the other, and gives where the receipt is.
async fn receipt_of(client: &Client<'_>, language: &str) -> String {
    let request = open_request(client).await;
    let mut chosen = choices(&request, "yes");
    let answers = chosen[0]["answers"].as_object_mut().unwrap();
    answers.values_mut().next().unwrap().clone_from(&json!("no"));
    let mut body = decision(client, &request, chosen).await;
    body["language"] = json!(language);
    body["noticeHash"] = request["noticeHashes"][language].clone();
    body["presentationId"] = support::journey::present(client, &request, language).await;
    let decided = client.post(&decisions_of(&request), &body).await.expect(201);
    format!("/v1/decisions/{}/receipt", text(&decided["id"]))
}

#[tokio::test]
async fn the_signature_is_over_the_very_bytes_of_the_json() {
    let server = Server::start().await;
    let noor = server.sign_in("noor-de-wit").await;
    let path = receipt_of(&noor, "nl").await;
    let plain = noor.get(&path).await;
    assert_eq!(plain.expect(200)["schemaVersion"], "samenspraak-receipt/1");
    let signed = noor.get_as(&path, "application/jose").await;
    assert_eq!(signed.header("content-type"), "application/jose");
    let keys = server.nobody().get("/v1/signing-keys").await.expect(200);
    let keys: Vec<PublicJwk> = serde_json::from_value(keys["keys"].clone()).unwrap();
    assert_eq!(verify(signed.text(), &keys).unwrap(), plain.body);
    assert_eq!(noor.get_as(&path, "application/jose").await.body, signed.body, "the same every time");

    let tampered = signed.text().replacen("eyJ", "eyK", 1);
    assert!(verify(&tampered, &keys).is_err());
}

#[tokio::test]
async fn a_receipt_stays_the_same_when_the_record_goes_on() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    let path = receipt_of(&ria, "nl").await;
    let before = ria.get(&path).await.expect(200);
    let record = records(&ria).await.remove(0);
    let events = format!("/v1/consent-records/{}/events", text(&record["id"]));
    let call =
        ria.call(axum::http::Method::POST, &events).header("If-Match", &format!("\"{}\"", record["version"]));
    let call = call.header("Idempotency-Key", &server.key().to_string());
    call.json(&json!({ "type": "withdrawn", "language": "nl" })).send().await.expect(201);
    assert_eq!(ria.get(&path).await.expect(200), before);

    let now = ria.get(&format!("/v1/consent-records/{}/receipt", text(&record["id"]))).await.expect(200);
    assert_eq!(now["records"][0]["status"], "withdrawn");
    assert_ne!(now["receiptId"], before["receiptId"]);
}

#[tokio::test]
async fn who_said_nothing_has_no_receipt_and_the_forms_are_these_four() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    let record = records(&ria).await.remove(0);
    let path = format!("/v1/consent-records/{}/receipt", text(&record["id"]));
    ria.get(&path).await.problem(ProblemType::NotFound);
    decide(&ria, &open_request(&ria).await, "yes").await.expect(201);
    ria.get_as(&path, "image/png").await.problem(ProblemType::NotAcceptable);
    for (accept, given) in [
        ("*/*", "application/json"),
        ("application/pdf", "application/pdf"),
        ("text/html", "text/html; charset=utf-8"),
        ("application/jose, application/json;q=0.9", "application/jose"),
    ] {
        assert_eq!(ria.get_as(&path, accept).await.header("content-type"), given, "{accept}");
    }
}

#[tokio::test]
async fn the_page_runs_nothing_and_loads_nothing() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    let page = ria.get_as(&receipt_of(&ria, "nl").await, "text/html").await;
    let style = page.text().split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    let policy = page.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'") && policy.contains(&format!("'sha256-{hash}'")),
        "{policy}"
    );
    for forbidden in ["<script", "style=", "onload=", "src="] {
        assert!(!page.text().contains(forbidden), "{forbidden}");
    }
}

#[tokio::test]
async fn json_page_and_pdf_say_the_same() {
    let server = Server::start().await;
    for (persona, language) in [("noor-de-wit", "nl"), ("mehmet-yilmaz", "en"), ("sem-kuipers", "nl")] {
        let person = server.sign_in(persona).await;
        let path = receipt_of(&person, language).await;
        say_the_same(&person, &path, language).await;
    }
}

/// What staff entered stands on all of them too: who was there, and what shows it.
#[tokio::test]
async fn all_three_say_that_staff_entered_it() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in("noor-de-wit").await, server.sign_in(WORKER).await);
    let stored = scan(&lotte, "noor-de-wit").await.expect(201);
    let mut signed = said("noor-de-wit");
    signed["method"] = json!("paper");
    signed["signedOn"] = json!(server.today());
    signed["attachmentId"] = stored["id"].clone();
    let decided = enter(&lotte, &open_request(&noor).await, signed, "yes").await.expect(201);
    let path = format!("/v1/decisions/{}/receipt", text(&decided["id"]));
    let page = say_the_same(&noor, &path, "nl").await;
    for words in ["op papier", "de gemeente heeft dit opgeschreven: medewerker intake", "erbij: tolk"] {
        assert!(page.contains(&squeezed(words)), "{words}");
    }
}

/// Holds the page and the PDF to the JSON, and gives what the page says.
async fn say_the_same(person: &Client<'_>, path: &str, language: &str) -> String {
    let receipt = person.get(path).await.expect(200);
    let page = visible(person.get_as(path, "text/html").await.text());
    let pdf = person.get_as(path, "application/pdf").await;
    let pdf = squeezed(&pdf_extract::extract_text_from_mem(&pdf.body).unwrap());
    assert_eq!(page, pdf, "page and PDF");
    let leaves = leaves(&receipt, language);
    assert!(leaves.len() > 60, "{}", leaves.len());
    for (at, leaf) in leaves {
        assert!(page.contains(&squeezed(&leaf)), "{at} {leaf} is not on paper");
    }
    page
}

// White space is where lines break, and lines break differently in each form.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn visible(page: &str) -> String {
    let body = page.split("<body>").nth(1).unwrap();
    let text: String =
        body.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect();
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    squeezed(&entities.iter().fold(text, |text, (entity, sign)| text.replace(entity, sign)))
}

/// Members whose value stands on paper in other words: a code becomes a word,
/// and a party goes by its name.
const IN_OTHER_WORDS: [&str; 16] = [
    "kind",
    "consentKind",
    "ground",
    "level",
    "secrecy",
    "capacity",
    "status",
    "type",
    "method",
    "role",
    "present",
    "domain",
    "closedRegime",
    "inSentence",
    "allowedDataTypes",
    "refusedDataTypes",
];

/// Every text, number and date of a receipt as paper has to show it.
fn leaves(receipt: &Value, language: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(receipt, "", language, &mut found);
    found
}

fn collect(value: &Value, at: &str, language: &str, found: &mut Vec<(String, String)>) {
    let member = at.rsplit('/').find(|part| part.parse::<usize>().is_err()).unwrap();
    if IN_OTHER_WORDS.contains(&member) && !at.contains("/purpose/inSentence") {
        return;
    }
    match value {
        Value::Object(members) if members.contains_key("nl") => {
            let text = members.get(language).unwrap_or(&members["nl"]);
            found.push((at.to_owned(), text.as_str().unwrap().to_owned()));
        }
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| collect(value, &format!("{at}/{key}"), language, found));
        }
        Value::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(i, value)| collect(value, &format!("{at}/{i}"), language, found));
        }
        Value::String(text) => found.push((at.to_owned(), shown(text, language))),
        Value::Number(number) => found.push((at.to_owned(), number.to_string())),
        Value::Bool(_) | Value::Null => {}
    }
}

// Days and moments are written out for people.
fn shown(text: &str, language: &str) -> String {
    let words = Words::of(language);
    match (text.parse::<NaiveDate>(), text.parse()) {
        (Ok(day), _) => words.day(day),
        (_, Ok(moment)) => words.moment(moment),
        _ => text.to_owned(),
    }
}
