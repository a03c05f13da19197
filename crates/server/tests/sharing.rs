// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Decisions to share without consent, over HTTP: never alone, never silently, and
//! told to the person in the end.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use axum::http::Method;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::problem::ProblemType;
use serde_json::{Value, json};
use support::happened::{everything, follow, found, lines};
use support::journey::text;
use support::{Client, Reply, Server};

const DECISIONS: &str = "/v1/disclosure-decisions";
const WORKER: &str = "lotte-visser";

type Spoil = fn(&mut Value);

/// A report to Veilig Thuis about Noor, of which she was told before.
fn report(server: &Server) -> Value {
    json!({
        "subject": { "id": "noor-de-wit", "displayName": "Noor de Wit" },
        "kind": "veilig-thuis",
        "danger": "Iemand in huis slaat haar.",
        "groundId": "report-veilig-thuis",
        "rationale": "Alleen Veilig Thuis kan dit veilig onderzoeken. Zij durft zelf geen ja te zeggen.",
        "consultation": {
            "colleague": { "id": "karim-haddad", "displayName": "Karim Haddad" },
            "function": "aandachtsfunctionaris huiselijk geweld",
            "date": server.today(),
            "anonymised": true,
        },
        "sharings": [
            sharing("household", "oral"),
            sharing("contact-details", "digital"),
        ],
        "notification": { "timing": "before", "informedOn": server.today() },
    })
}

fn sharing(data: &str, channel: &str) -> Value {
    json!({
        "senderId": "municipality",
        "recipientId": "veilig-thuis",
        "dataTypeIds": [data],
        "purposeId": "investigate-safety",
        "channel": channel,
    })
}

/// The same, told afterwards; looked at again after some days.
fn afterwards(server: &Server, days: u64) -> Value {
    let mut new = report(server);
    new["notification"] = json!({
        "timing": "afterwards",
        "reason": "safety-of-others",
        "reviewDate": server.today() + chrono::Days::new(days),
    });
    new
}

async fn add(server: &Server, client: &Client<'_>, decision: &Value, event: &Value) -> Reply {
    client
        .call(Method::POST, &format!("{DECISIONS}/{}/events", text(&decision["id"])))
        .header("Idempotency-Key", &server.key().to_string())
        .header("If-Match", &format!("\"{}\"", decision["version"]))
        .json(event)
        .send()
        .await
}

async fn ids(client: &Client<'_>, query: &str) -> Vec<Value> {
    let page = client.get(&format!("{DECISIONS}{query}")).await.expect(200);
    page["items"].as_array().unwrap().iter().map(|decision| decision["id"].clone()).collect()
}

async fn line(client: &Client<'_>, id: &Value) -> Reply {
    client.get(&format!("/v1/disclosures/{}", text(id))).await
}

/// H3: told before, so it stands on the time line at once, beside sharing with consent.
#[tokio::test]
async fn who_was_told_before_sees_it_at_once() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in("noor-de-wit").await, server.sign_in(WORKER).await);
    let (new, key) = (report(&server), server.key());
    let reply = lotte.post_with_key(DECISIONS, &new, key).await;
    let decision = reply.expect(201);
    assert_eq!(lotte.post_with_key(DECISIONS, &new, key).await.expect(201), decision, "stored once");
    assert_eq!(lotte.get(reply.header("location")).await.expect(200), decision);
    assert_eq!((&decision["notificationStatus"], &decision["version"]), (&json!("told"), &json!(0)));
    assert_eq!(decision["decidedBy"]["id"], WORKER);
    let ids = decision["disclosureIds"].as_array().unwrap();
    assert_eq!(ids.len(), 2);
    for (id, sharing) in ids.iter().zip(new["sharings"].as_array().unwrap()) {
        let seen = line(&noor, id).await.expect(200);
        assert!(seen.get("disclosureDecisionId").is_none(), "the decision is for staff");
        assert_eq!(seen["recipient"]["id"], "veilig-thuis");
        assert_eq!(seen["personalData"][0]["id"], sharing["dataTypeIds"][0]);
        assert_eq!(seen["legalBasis"]["id"], "veilig-thuis");
        assert_eq!(line(&lotte, id).await.expect(200)["disclosureDecisionId"], decision["id"]);
    }
    noor.get(reply.header("location")).await.problem(ProblemType::NotAllowed);
}

/// The bad input of the issue, and everything else a decision needs.
#[tokio::test]
async fn a_decision_that_lacks_something_is_refused_and_nothing_changes() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in("noor-de-wit").await, server.sign_in(WORKER).await);
    let before = everything(&noor).await;
    let attempts: [(Spoil, &str, &str); 22] = [
        (
            |new| {
                new.as_object_mut().unwrap().remove("consultation");
            },
            "/consultation",
            "second-person-missing",
        ),
        (
            |new| new["consultation"]["colleague"] = json!({ "id": "lotte-visser", "displayName": "Lotte" }),
            "/consultation/colleague",
            "second-person-missing",
        ),
        (
            |new| new["consultation"]["colleague"] = json!({ "id": "noor-de-wit", "displayName": "Noor" }),
            "/consultation/colleague",
            "second-person-missing",
        ),
        (
            |new| {
                new["consultation"].as_object_mut().unwrap().remove("colleague");
            },
            "/consultation/colleague",
            "second-person-missing",
        ),
        (|new| new["danger"] = json!(" "), "/danger", "empty-text"),
        (|new| new["rationale"] = json!(""), "/rationale", "empty-text"),
        (|new| new["danger"] = json!("Over 123456782."), "/danger", "bsn-in-text"),
        (|new| new["groundId"] = json!("because"), "/groundId", "unknown-legal-basis"),
        (|new| new["groundId"] = json!("vital-interest"), "/groundId", "ground-does-not-fit"),
        (
            |new| new["groundId"] = json!("medical-report-veilig-thuis"),
            "/sharings/0/senderId",
            "ground-does-not-fit",
        ),
        (|new| new["kind"] = json!("coercion"), "/measure", "missing"),
        (|new| new["measure"] = json!({ "kind": "pressure" }), "/measure", "not-applicable"),
        (|new| new["notification"] = json!({ "timing": "before" }), "/notification/informedOn", "missing"),
        (|new| new["notification"] = json!({ "timing": "afterwards" }), "/notification/reason", "missing"),
        (
            |new| new["notification"] = json!({ "timing": "afterwards", "reason": "safety-of-others" }),
            "/notification/reviewDate",
            "review-date-missing",
        ),
        (
            |new| {
                new["notification"] = json!({ "timing": "afterwards", "reason": "safety-of-others",
                    "reviewDate": "9999-12-31" });
            },
            "/notification/reviewDate",
            "date-out-of-range",
        ),
        (|new| new["sharings"] = json!([]), "/sharings", "malformed"),
        (
            |new| new["sharings"][0]["recipientId"] = json!("home-care"),
            "/sharings/0/recipientId",
            "ground-does-not-fit",
        ),
        (|new| new["sharings"][0]["channel"] = json!("corv"), "/sharings/0/channel", "not-applicable"),
        (
            |new| new["sharings"][1]["dataTypeIds"] = json!(["suwi-benefit"]),
            "/sharings/1/dataTypeIds/0",
            "closed-regime",
        ),
        (|new| new["sharings"][0]["purposeId"] = json!("future-use"), "/sharings/0/purposeId", "future-use"),
        (
            |new| {
                new["kind"] = json!("danger");
                new["groundId"] = json!("vital-interest");
                new["sharings"][0]["recipientId"] = json!("outside-eea");
            },
            "/sharings/0/recipientId",
            "outside-eea",
        ),
    ];
    for (spoil, name, reason) in attempts {
        let mut new = report(&server);
        spoil(&mut new);
        let errors = lotte.post(DECISIONS, &new).await.invalid();
        assert!(found(&errors, name, reason), "{name} {reason}: {errors:?}");
    }
    let mut own = report(&server);
    own["subject"] = json!({ "id": WORKER, "displayName": "Lotte Visser" });
    let errors = lotte.post(DECISIONS, &own).await.invalid();
    assert!(found(&errors, "/subject/id", "not-applicable"), "{errors:?}");
    assert_eq!(everything(&noor).await, before, "nothing changed");
    assert_eq!(ids(&lotte, "").await, Vec::<Value>::new());
}

/// H7, H8, H12: each kind as the configured law has it.
#[tokio::test]
async fn each_kind_goes_where_its_law_leads() {
    let server = Server::start().await;
    let lotte = server.sign_in(WORKER).await;
    let kind = |kind: &str, ground: &str, recipient: &str, data: &str, channel: &str| {
        let mut new = report(&server);
        new["kind"] = json!(kind);
        new["groundId"] = json!(ground);
        new["sharings"] = json!([{
            "senderId": "municipality", "recipientId": recipient, "dataTypeIds": [data],
            "purposeId": "investigate-safety", "channel": channel,
        }]);
        new
    };
    let index =
        kind("referral-index", "signal-referral-index", "referral-index", "youth-help-exists", "digital");
    let board = kind("child-protection-board", "inform-board", "child-protection-board", "household", "corv");
    let danger = kind("danger", "vital-interest", "nursing-care", "household", "oral");
    let mut coercion = kind("coercion", "court-measure", "certified-institution", "household", "paper");
    coercion["measure"] = json!({ "kind": "force", "courtReference": "C/02/1234" });
    for new in [&index, &board, &danger, &coercion] {
        lotte.post(DECISIONS, new).await.expect(201);
    }
    let mut content = index.clone();
    content["sharings"][0]["dataTypeIds"] = json!(["household"]);
    let mut oral = board.clone();
    oral["sharings"][0]["channel"] = json!("oral");
    let mut elsewhere = board;
    elsewhere["sharings"][0]["recipientId"] = json!("certified-institution");
    for (new, name, reason) in [
        (content, "/sharings/0/dataTypeIds/0", "content-from-provider"),
        (oral, "/sharings/0/channel", "not-applicable"),
        (elsewhere, "/sharings/0/recipientId", "ground-does-not-fit"),
    ] {
        let errors = lotte.post(DECISIONS, &new).await.invalid();
        assert!(found(&errors, name, reason), "{name} {reason}: {errors:?}");
    }
    assert_eq!(ids(&lotte, "").await.len(), 4);
}

/// H4 to H6: no trace until it is released, a day to look again that comes back to the
/// worker, and then the person is told.
#[tokio::test]
async fn what_is_told_afterwards_comes_back_and_is_told() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in("noor-de-wit").await, server.sign_in(WORKER).await);
    let before = everything(&noor).await;
    let decision = lotte.post(DECISIONS, &afterwards(&server, 14)).await.expect(201);
    assert_eq!(decision["notificationStatus"], "withheld");
    assert_eq!(everything(&noor).await, before, "she cannot know");
    for id in decision["disclosureIds"].as_array().unwrap() {
        line(&noor, id).await.problem(ProblemType::NotFound);
    }
    assert_eq!(ids(&lotte, "?review=due").await, Vec::<Value>::new());
    assert_eq!(ids(&lotte, "?review=open").await, [decision["id"].clone()]);

    server.pass_days(14);
    let lotte = server.sign_in(WORKER).await;
    let due = lotte.get(&format!("{DECISIONS}?review=due")).await.expect(200);
    assert_eq!(due["items"][0]["notificationStatus"], "review-due");
    let later = json!({ "type": "review-postponed", "reason": "Zij is nog niet veilig.",
        "reviewDate": server.today() + chrono::Days::new(30) });
    let postponed = add(&server, &lotte, &decision, &later).await.expect(201);
    assert_eq!((&postponed["notificationStatus"], &postponed["version"]), (&json!("withheld"), &json!(1)));
    assert_eq!(ids(&lotte, "?review=due").await, Vec::<Value>::new());

    let released = json!({ "type": "released" });
    add(&server, &lotte, &decision, &released).await.problem(ProblemType::PreconditionFailed);
    let told = add(&server, &lotte, &postponed, &released).await.expect(201);
    assert_eq!(told["notificationStatus"], "released");
    assert_eq!(ids(&lotte, "?review=open").await, Vec::<Value>::new());
    add(&server, &lotte, &told, &released).await.problem(ProblemType::TransitionNotAllowed);

    let noor = server.sign_in("noor-de-wit").await;
    assert_eq!(noor.get("/v1/configuration").await.expect(200)["signedIn"]["untold"], 2);
    let seen = lines(&noor, "&kind=without-consent&partyId=veilig-thuis").await;
    let seen: Vec<&Value> = seen.iter().filter(|line| line["confidentiality"] == "released").collect();
    assert_eq!(seen.len(), 2, "all of its lines at once");
    for line in seen {
        assert!(line.get("disclosureDecisionId").is_none());
        follow(&server, &noor, line, &json!({ "type": "acknowledged" })).await.expect(201);
    }
    assert_eq!(noor.get("/v1/configuration").await.expect(200)["signedIn"]["untold"], 0);
}

/// A line of a decision cannot tell something else than its decision.
#[tokio::test]
async fn a_line_is_released_with_its_decision_and_never_by_itself() {
    let server = Server::start().await;
    let (lotte, karim) = (server.sign_in(WORKER).await, server.sign_in("karim-haddad").await);
    let decision = lotte.post(DECISIONS, &afterwards(&server, 14)).await.expect(201);
    let line = line(&karim, &decision["disclosureIds"][0]).await.expect(200);
    let refused = follow(&server, &karim, &line, &json!({ "type": "released" })).await;
    let problem = refused.problem(ProblemType::TransitionNotAllowed);
    assert!(text(&problem["detail"]).contains("decision"), "{problem}");
    add(&server, &karim, &decision, &json!({ "type": "released" })).await.expect(201);
}

/// H2, H4: a worker has her own; the coordinator and the data protection officer have all.
#[tokio::test]
async fn a_worker_sees_her_own_and_who_watches_sees_all() {
    let server = Server::start().await;
    let (lotte, karim) = (server.sign_in(WORKER).await, server.sign_in("karim-haddad").await);
    let eva = server.sign_in("eva-smit").await;
    let other = server.somebody(Role::IntakeWorker);
    let reply = lotte.post(DECISIONS, &afterwards(&server, 14)).await;
    let (place, decision) = (reply.header("location").to_owned(), reply.expect(201));
    assert_eq!(ids(&other, "").await, Vec::<Value>::new());
    other.get(&place).await.problem(ProblemType::NotFound);
    let released = json!({ "type": "released" });
    add(&server, &other, &decision, &released).await.problem(ProblemType::NotFound);
    for watcher in [&karim, &eva] {
        assert_eq!(ids(watcher, "?review=open").await, [decision["id"].clone()]);
        watcher.get(&place).await.expect(200);
    }
    let petra = server.sign_in("petra-willems").await;
    petra.get(&place).await.problem(ProblemType::NotFound);
    assert_eq!(ids(&petra, "").await, Vec::<Value>::new());
    let later = json!({ "type": "review-postponed" });
    let errors = add(&server, &eva, &decision, &later).await.invalid();
    assert!(found(&errors, "/reason", "empty-text"), "{errors:?}");
    assert!(found(&errors, "/reviewDate", "review-date-missing"), "{errors:?}");
    add(&server, &eva, &decision, &released).await.expect(201);
}
