// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What goes on paper: the copy of what was sent, and the letters of the desk.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use samenspraak_contract::problem::ProblemType;
use serde_json::{Value, json};
use support::filings::{act, handler};
use support::journey::text;
use support::{Client, Server};

async fn printed(client: &Client<'_>, path: &str) -> String {
    let page = client.get_as(path, "text/html").await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.header("content-security-policy").contains("default-src 'none'"));
    page.text().to_owned()
}

async fn pdf(client: &Client<'_>, path: &str) -> String {
    let file = client.get_as(path, "application/pdf").await;
    assert_eq!((file.status.as_u16(), file.header("content-type")), (200, "application/pdf"));
    pdf_extract::extract_text_from_mem(&file.body).unwrap()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// L12: at once the copy of what was sent, with the day it came and the day of the answer.
#[tokio::test]
async fn the_copy_says_what_was_sent_and_by_when_there_is_an_answer() {
    let server = Server::start().await;
    let willem = server.sign_in("willem-postma").await;
    let body = json!({ "kind": "rectification", "language": "nl", "explanation": "Graag <snel>",
        "corrections": [{ "wrong": "Vier mensen", "right": "Drie mensen" }] });
    let filed = willem.post("/v1/rights-requests", &body).await.expect(201);
    let path = format!("/v1/filings/{}/receipt", text(&filed["id"]));
    let page = printed(&willem, &path).await;
    let expected = [
        text(&filed["reference"]),
        "21 mei 2026",
        "22 juni 2026",
        "Vier mensen",
        "Drie mensen",
        "Graag &lt;snel&gt;",
        "Het kost niets.",
    ];
    for words in expected {
        assert!(page.contains(words), "{words}\n{page}");
    }
    let file = squeezed(&pdf(&willem, &path).await);
    assert!(file.contains(text(&filed["reference"])) && file.contains(&squeezed("Drie mensen")));
    willem.get_as(&path, "application/json").await.problem(ProblemType::NotAcceptable);

    // What happens later changes nothing on it.
    act(&willem, &filed, &json!({ "type": "withdrawn" })).await;
    assert_eq!(printed(&willem, &path).await, page);
}

// The letter about the last event, which says the same as a page and as a file.
async fn letter(client: &Client<'_>, filing: &Value) -> String {
    let event = filing["events"].as_array().unwrap().last().unwrap();
    let path = format!("/v1/filings/{}/letters/{}", text(&filing["id"]), text(&event["id"]));
    let page = printed(client, &path).await;
    let file = squeezed(&pdf(client, &path).await);
    for line in page.lines().filter_map(|line| line.strip_prefix("<p>")?.strip_suffix("</p>")) {
        assert!(file.contains(&squeezed(line)), "{line} is not in the file");
    }
    page
}

/// A letter for everything that tells the person something, with the handler's own words.
#[tokio::test]
async fn every_step_of_the_desk_has_its_letter() {
    let server = Server::start().await;
    let (willem, samira) = (server.sign_in("willem-postma").await, handler(&server).await);
    let body = json!({ "kind": "access", "language": "nl" });
    let filed = willem.post("/v1/rights-requests", &body).await.expect(201);
    let until = server.today() + chrono::Days::new(14);

    let steps = [
        (json!({ "type": "acknowledged" }), vec!["Wij gaan ermee aan het werk.", "22 juni 2026"]),
        (
            json!({ "type": "information-requested", "text": "Over welk jaar?", "respondBefore": until }),
            vec!["Over welk jaar?", "4 juni 2026", "Intussen werken wij door."],
        ),
        (
            json!({ "type": "extended", "text": "Wij zoeken nog." }),
            vec!["Wij zoeken nog.", "21 augustus 2026"],
        ),
        (
            json!({ "type": "forwarded", "kind": "complaint", "text": "U klaagt over ons." }),
            vec!["U klaagt over ons.", "De dag van ontvangst blijft gelijk.", "30 juli 2026"],
        ),
        (
            json!({ "type": "decided", "outcome": "partly-granted", "text": "Wij belden te laat.\n\nSorry." }),
            vec!["U heeft voor een deel gelijk.", "<p>Wij belden te laat.</p>", "<p>Sorry.</p>", "ombudsman"],
        ),
    ];
    let mut filing = filed;
    for (event, expected) in steps {
        filing = act(&samira, &filing, &event).await;
        let page = letter(&samira, &filing).await;
        for words in
            expected.into_iter().chain(["Beste Willem Postma,", "Gemeente Roosendaal", "000 000 00 00"])
        {
            assert!(page.contains(words), "{event}: {words}\n{page}");
        }
        assert!(page.contains(text(&filing["reference"])));
        assert!(!page.contains("Samira"), "the municipality writes, and nobody on the staff");
        assert_eq!(letter(&willem, &filing).await, page, "the person reads the same letter");
    }
    let path = |event: &Value| format!("/v1/filings/{}/letters/{}", text(&filing["id"]), text(event));
    let received = path(&filing["events"][0]["id"]);
    samira.get(&received).await.problem(ProblemType::NotFound);
    let acknowledged = path(&filing["events"][1]["id"]);
    assert!(printed(&samira, &acknowledged).await.contains("22 juni 2026"), "as it was on its own day");
    server.sign_in("fatima-aydin").await.get(&acknowledged).await.problem(ProblemType::NotFound);
    samira.get_as(&acknowledged, "image/png").await.problem(ProblemType::NotAcceptable);
}

/// The person's language is the language of the letter.
#[tokio::test]
async fn a_letter_is_in_the_language_of_the_person() {
    let server = Server::start().await;
    let (willem, samira) = (server.sign_in("willem-postma").await, handler(&server).await);
    let body = json!({ "kind": "access", "language": "en" });
    let filed = willem.post("/v1/rights-requests", &body).await.expect(201);
    let decided = json!({ "type": "decided", "outcome": "refused", "text": "We hold no data." });
    let page = letter(&samira, &act(&samira, &filed, &decided).await).await;
    for words in
        ["lang=\"en\"", "We say no.", "We hold no data.", "Data Protection Authority", "Kind regards,"]
    {
        assert!(page.contains(words), "{words}\n{page}");
    }
}
