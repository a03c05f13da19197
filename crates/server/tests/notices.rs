// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Everybody in a household with a request or a notice of their own, and no leak
//! between them (F4, F5; GDPR art. 14).

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use samenspraak_contract::id::ItemId;
use samenspraak_contract::intake::Wording;
use samenspraak_contract::problem::ProblemType;
use samenspraak_contract::request::{ItemKind, NewItem};
use samenspraak_rules::intake::advice::Way;
use samenspraak_rules::intake::wording::compose;
use serde_json::{Value, json};
use support::entry::{WORKER, shown};
use support::intake::{ASSESSMENTS, REQUESTS, chosen, client_named, household, question, six_steps};
use support::journey::{decide, present, reread, text};
use support::{Client, Server};

const HOUSEHOLD: &str = "household-2310";
const CLIENT: &str = "hennie-prins";
const PARTNER: &str = "cor-prins";
const CARER: &str = "els-prins";

/// The item that the law decides about for who lives there or cares.
fn told(server: &Server) -> NewItem {
    let catalogue = server.app().catalogue(&"roosendaal".into()).unwrap();
    let is_told = |it: &&Wording| it.purpose_id.0 == "consider-household" && it.kind == ItemKind::Information;
    let wording = catalogue.intake.wordings.iter().find(is_told).unwrap();
    let way =
        Way { source: &wording.sources[0], recipient: &wording.recipients[0], purpose: &wording.purpose_id };
    let data: Vec<_> = wording.necessity.keys().cloned().collect();
    compose(wording, way, &data, server.today()).unwrap()
}

/// Goes through the six steps with somebody, and asks or tells what came out of it.
async fn sit_with(server: &Server, lotte: &Client<'_>, person: &str, items: Option<Vec<Value>>) -> Value {
    let client = client_named(lotte, person).await.remove(0);
    let mut new = question(server, "4-");
    new["subject"] = json!({ "person": client["person"], "birthDate": client["birthDate"] });
    new["signatories"] = client["signatories"].clone();
    match client.get("caseReference") {
        Some(reference) => new["caseReference"] = reference.clone(),
        None => drop(new.as_object_mut().unwrap().remove("caseReference")),
    }
    new["title"] = json!({ "nl": format!("Voor {}", text(&client["person"]["displayName"])) });
    if let Some(items) = items {
        new["items"] = json!(items);
    }
    let mut steps = six_steps(server, &new);
    if new["items"].as_array().unwrap().iter().all(|item| item["kind"] == "information") {
        steps["basis"] = json!({});
    }
    new["assessmentId"] = lotte.post(ASSESSMENTS, &steps).await.expect(201)["id"].clone();
    lotte.post(REQUESTS, &new).await.expect(201)
}

async fn notice(server: &Server, lotte: &Client<'_>, person: &str) -> Value {
    let item = NewItem { id: Some(ItemId(chosen(server))), ..told(server) };
    sit_with(server, lotte, person, Some(vec![serde_json::to_value(item).unwrap()])).await
}

/// How the first request of somebody stands in the list of the worker.
async fn stands(lotte: &Client<'_>, person: &str) -> Value {
    client_named(lotte, person).await[0]["requests"][0].clone()
}

async fn open_of(person: &Client<'_>) -> Vec<Value> {
    person.get(&format!("{REQUESTS}?status=open")).await.expect(200)["items"].as_array().unwrap().clone()
}

/// GDPR art. 14(1)(d), (2)(f): which data and from whom; it waits for nobody's answer.
#[tokio::test]
async fn a_notice_is_told_when_it_was_shown_and_nobody_answers_it() {
    let server = Server::start().await;
    let (lotte, cor) = (server.sign_in(WORKER).await, server.sign_in(PARTNER).await);
    notice(&server, &lotte, PARTNER).await;
    let row = stands(&lotte, PARTNER).await;
    assert_eq!(
        (&row["notice"], &row["status"], &row["awaits"]),
        (&json!(true), &json!("open"), &json!([PARTNER]))
    );

    let seen = open_of(&cor).await.remove(0);
    let item = &seen["items"][0];
    assert_eq!(item["kind"], "information");
    assert!(item["standing"].is_null(), "there is nothing to answer");
    assert_eq!(item["source"]["id"], "neighbourhood-team");
    let categories: Vec<&str> =
        item["personalData"].as_array().unwrap().iter().map(|it| text(&it["dataType"]["id"])).collect();
    assert_eq!(categories, ["contact-details", "household", "informal-care"]);
    assert!(!text(&item["legalBasis"]["explanation"]["nl"]).is_empty());

    server.pass_days(60);
    let (lotte, cor) = (server.sign_in(WORKER).await, server.sign_in(PARTNER).await);
    assert_eq!(stands(&lotte, PARTNER).await["status"], "open", "the duty to tell does not lapse");
    present(&cor, &seen, "nl").await;
    let row = stands(&lotte, PARTNER).await;
    assert_eq!((&row["status"], &row["awaits"]), (&json!("decided"), &json!([])));
    assert!(open_of(&cor).await.is_empty());
    assert_eq!(reread(&cor, &seen).await["items"], seen["items"], "it can be read again");
}

/// Who does not sign in is told by the worker: on the turned screen, or on paper.
#[tokio::test]
async fn a_worker_tells_who_does_not_sign_in() {
    let server = Server::start().await;
    let lotte = server.sign_in(WORKER).await;
    let made = notice(&server, &lotte, PARTNER).await;
    lotte.post("/v1/notice-presentations", &shown(&made, CLIENT)).await.invalid();
    assert_eq!(stands(&lotte, PARTNER).await["status"], "open", "somebody else is not told for him");
    lotte.post("/v1/notice-presentations", &shown(&made, PARTNER)).await.expect(201);
    assert_eq!(stands(&lotte, PARTNER).await["status"], "decided");
}

/// F5: a client, a partner with a notice and an informal carer with a question of her own.
#[tokio::test]
async fn nobody_in_a_household_reads_of_another() {
    let server = Server::start().await;
    let lotte = server.sign_in(WORKER).await;
    let asked = sit_with(&server, &lotte, CLIENT, None).await;
    let told = notice(&server, &lotte, PARTNER).await;
    let own = sit_with(&server, &lotte, CARER, None).await;
    let people = [(CLIENT, &asked, "Hennie"), (PARTNER, &told, "Cor"), (CARER, &own, "Els")];
    for (person, mine, _) in people {
        let client = server.sign_in(person).await;
        let open = open_of(&client).await;
        assert_eq!(open.iter().map(|it| &it["id"]).collect::<Vec<_>>(), [&mine["id"]], "{person}");
        let all = client.get(&format!("{REQUESTS}?status=all")).await.expect(200).to_string();
        for (_, theirs, name) in people.into_iter().filter(|(other, ..)| *other != person) {
            let path = format!("{REQUESTS}/{}", text(&theirs["id"]));
            client.get(&path).await.problem(ProblemType::NotFound);
            assert!(!all.contains(name) && !all.contains(text(&theirs["id"])), "{person} reads of {name}");
        }
        assert!(!all.contains(HOUSEHOLD), "{person} reads of a household");
    }
    let els = server.sign_in(CARER).await;
    decide(&els, &reread(&els, &own).await, "no").await.expect(201);
    let stand =
        |member: &Value| (member["requests"][0]["status"].clone(), member["requests"][0]["notice"].clone());
    let view = household(&lotte, HOUSEHOLD).await;
    assert_eq!(
        view.iter().map(stand).collect::<Vec<_>>(),
        [(json!("open"), json!(false)), (json!("decided"), json!(false)), (json!("open"), json!(true)),]
    );
    assert!(!json!(view).to_string().contains("\"no\""), "who has what, never what was said");
}
