// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Recording what happened: as it was, once, and only what can be understood.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use axum::http::Method;
use samenspraak_contract::problem::ProblemType;
use serde_json::{Value, json};
use support::Server;
use support::happened::{FATMA, SYSTEM, everything, found, lines, new_line, withheld};
use support::journey::text;

type Spoil = fn(&mut Value);

#[tokio::test]
async fn what_cannot_be_understood_is_refused_and_nothing_changes() {
    let server = Server::start().await;
    let (system, noor) = (server.sign_in(SYSTEM).await, server.sign_in("noor-de-wit").await);
    let before = everything(&noor).await;
    let attempts: [(Spoil, &str, &str); 18] = [
        (|new| new["senderId"] = json!("nobody"), "/senderId", "unknown-party"),
        (|new| new["recipientId"] = json!("nobody"), "/recipientId", "unknown-party"),
        (|new| new["dataTypeIds"] = json!(["everything"]), "/dataTypeIds/0", "unknown-datum"),
        (|new| new["dataTypeIds"] = json!(["income", "income"]), "/dataTypeIds/1", "duplicate"),
        (|new| new["dataTypeIds"] = json!([]), "/dataTypeIds", "malformed"),
        (|new| new["purposeId"] = json!("curiosity"), "/purposeId", "unknown-purpose"),
        (|new| new["legalBasisId"] = json!("because"), "/legalBasisId", "unknown-legal-basis"),
        (|new| new["occurredAt"] = json!("2030-01-01T00:00:00Z"), "/occurredAt", "date-in-future"),
        (|new| new["legalBasisId"] = json!("consent-support"), "/consentRecordId", "missing"),
        (
            |new| new["consentRecordId"] = json!("018f0000-0000-7000-8000-000000000000"),
            "/consentRecordId",
            "not-applicable",
        ),
        (
            |new| {
                new["legalBasisId"] = json!("consent-support");
                new["consentRecordId"] = json!("018f0000-0000-7000-8000-000000000000");
            },
            "/consentRecordId",
            "unknown-reference",
        ),
        (|new| new["action"] = json!("not-shared"), "/notSharedReason", "missing"),
        (|new| new["notSharedReason"] = json!("not-held"), "/notSharedReason", "not-applicable"),
        (
            |new| new["withholding"] = json!({ "reason": "safety-of-others" }),
            "/withholding/reviewDate",
            "review-date-missing",
        ),
        (
            |new| new["withholding"] = json!({ "reason": "safety-of-others", "reviewDate": "2020-01-01" }),
            "/withholding/reviewDate",
            "date-in-past",
        ),
        (
            |new| new["withholding"] = json!({ "reason": "safety-of-others", "reviewDate": "9999-12-31" }),
            "/withholding/reviewDate",
            "date-out-of-range",
        ),
        (|new| new["caseReference"] = json!("case 123456782"), "/caseReference", "bsn-in-text"),
        (|new| new["content"] = json!("the data"), "/content", "malformed"),
    ];
    for (spoil, name, reason) in attempts {
        let mut new = new_line(&server);
        spoil(&mut new);
        let errors = system.post("/v1/disclosures", &new).await.invalid();
        assert!(found(&errors, name, reason), "{name} {reason}: {errors:?}");
    }
    let mut new = new_line(&server);
    new["senderId"] = json!("nobody");
    new["purposeId"] = json!("curiosity");
    new["occurredAt"] = json!("2030-01-01T00:00:00Z");
    assert_eq!(system.post("/v1/disclosures", &new).await.invalid().len(), 3, "all errors at once");
    assert_eq!(everything(&noor).await, before, "nothing changed");
}

/// H1, H2: staff withhold by a decision with a danger, reasons and a second person, and
/// never by themselves; what was done in the open they may tell.
#[tokio::test]
async fn nobody_on_the_staff_hides_a_sharing_alone() {
    let server = Server::start().await;
    let noor = server.sign_in("noor-de-wit").await;
    let before = everything(&noor).await;
    for worker in ["lotte-visser", "karim-haddad"] {
        let client = server.sign_in(worker).await;
        let reply = client.post("/v1/disclosures", &withheld(&server, 30)).await;
        let problem = reply.problem(ProblemType::InvalidInput);
        let [error] = &problem["invalidParams"].as_array().unwrap()[..] else { panic!("{problem}") };
        assert_eq!((text(&error["name"]), text(&error["reason"])), ("/withholding", "not-applicable"));
        assert!(text(&error["detail"]).contains("POST /v1/disclosure-decisions"), "{error}");
    }
    assert_eq!(everything(&noor).await, before, "nothing changed");
    let lotte = server.sign_in("lotte-visser").await;
    lotte.post("/v1/disclosures", &new_line(&server)).await.expect(201);
    assert_ne!(everything(&noor).await, before, "she sees what was told");
}

#[tokio::test]
async fn what_broke_a_rule_is_recorded_as_it_was() {
    let server = Server::start().await;
    let (system, noor) = (server.sign_in(SYSTEM).await, server.sign_in("noor-de-wit").await);
    for (data, recipient) in
        [("suwi-benefit", "home-care"), ("police-reports", "school"), ("income", "ended-agreement")]
    {
        let mut new = new_line(&server);
        new["dataTypeIds"] = json!([data]);
        new["recipientId"] = json!(recipient);
        // A clock a little ahead of ours is taken for now.
        new["occurredAt"] = json!(server.app().now() + chrono::TimeDelta::minutes(4));
        let reply = system.post("/v1/disclosures", &new).await;
        let recorded = reply.expect(201);
        assert_eq!(recorded["occurredAt"], json!(server.app().now()));
        let seen = noor.get(reply.header("location")).await.expect(200);
        assert_eq!(seen["personalData"][0]["id"], data);
    }
}

#[tokio::test]
async fn a_consent_covers_what_it_was_given_for() {
    let server = Server::start().await;
    let (system, fatma) = (server.sign_in(SYSTEM).await, server.sign_in(FATMA).await);
    let records = fatma.get("/v1/consent-records").await.expect(200);
    let of = |recipient: &str| {
        let mut all = records["items"].as_array().unwrap().iter();
        all.find(|record| record["item"]["recipient"]["id"] == recipient).unwrap().clone()
    };
    let record = of("neighbourhood-team");
    let mut new = new_line(&server);
    new["subject"] = json!({ "id": FATMA, "displayName": "Fatma Kaya" });
    new["senderId"] = json!("gp");
    new["recipientId"] = json!("neighbourhood-team");
    new["dataTypeIds"] = json!(["medication"]);
    new["purposeId"] = json!("arrange-home-support");
    new["legalBasisId"] = json!("consent-medical-secrecy");
    new["consentRecordId"] = record["id"].clone();
    let cases: [(Spoil, bool); 6] = [
        (|_| {}, true),
        (|new| new["dataTypeIds"] = json!(["medication", "diagnosis"]), false),
        (|new| new["recipientId"] = json!("home-care"), false),
        (|new| new["senderId"] = json!("home-care"), false),
        (|new| new["purposeId"] = json!("deliver-home-support"), false),
        (|new| new["occurredAt"] = json!("2025-01-01T12:00:00Z"), false),
    ];
    for (spoil, covered) in cases {
        let mut new = new.clone();
        spoil(&mut new);
        let recorded = system.post("/v1/disclosures", &new).await.expect(201);
        assert_eq!(recorded["coveredByConsent"], covered, "{new}");
        assert_eq!(recorded["consentRecordId"], record["id"]);
        let given = new["occurredAt"] != "2025-01-01T12:00:00Z";
        assert_eq!(recorded.get("consentGivenOn").is_some(), given, "{recorded}");
    }
    // Stopped: what happened before keeps its consent, what happens now has none.
    let stop = fatma
        .call(Method::POST, &format!("/v1/consent-records/{}/events", text(&record["id"])))
        .header("Idempotency-Key", &server.key().to_string())
        .header("If-Match", &format!("\"{}\"", record["version"]))
        .json(&json!({ "type": "withdrawn", "language": "nl" }));
    let yesterday = server.app().now() - chrono::TimeDelta::days(1);
    stop.send().await.expect(201);
    assert_eq!(system.post("/v1/disclosures", &new).await.expect(201)["coveredByConsent"], false);
    new["occurredAt"] = json!(yesterday);
    assert_eq!(system.post("/v1/disclosures", &new).await.expect(201)["coveredByConsent"], true);
    // Somebody else's consent is no consent.
    new["subject"] = json!({ "id": "noor-de-wit", "displayName": "Noor de Wit" });
    let errors = system.post("/v1/disclosures", &new).await.invalid();
    assert!(found(&errors, "/consentRecordId", "unknown-reference"), "{errors:?}");
}

#[tokio::test]
async fn the_same_key_records_one_line() {
    let server = Server::start().await;
    let (system, noor) = (server.sign_in(SYSTEM).await, server.sign_in("noor-de-wit").await);
    let before = lines(&noor, "").await.len();
    let (new, key) = (new_line(&server), server.key());
    let first = system.post_with_key("/v1/disclosures", &new, key).await.expect(201);
    assert_eq!(system.post_with_key("/v1/disclosures", &new, key).await.expect(201), first);
    assert_eq!(lines(&noor, "").await.len(), before + 1);
    let mut other = new;
    other["channel"] = json!("paper");
    system.post_with_key("/v1/disclosures", &other, key).await.problem(ProblemType::IdempotencyKeyReused);
}
