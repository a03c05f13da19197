// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What happened with my data: seen by whom it is about, and by nobody while it is
//! withheld.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use axum::http::Method;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::problem::ProblemType;
use samenspraak_storage_sqlite::SqliteStore;
use serde_json::{Value, json};
use sqlx::ConnectOptions as _;
use sqlx::sqlite::SqliteConnectOptions;
use std::collections::BTreeSet;
use std::sync::Arc;
use support::happened::{FATMA, SYSTEM, everything, follow, found, lines, withheld};
use support::journey::text;
use support::{Client, Reply, Server};

#[tokio::test]
async fn a_person_sees_what_happened_and_on_which_ground() {
    let server = Server::start().await;
    let fatma = server.sign_in(FATMA).await;
    let all = lines(&fatma, "").await;
    assert!(all.len() >= 12);
    let moments: Vec<&str> = all.iter().map(|line| text(&line["occurredAt"])).collect();
    assert!(moments.windows(2).all(|pair| pair[0] >= pair[1]), "the last first: {moments:?}");
    for line in &all {
        assert!(line["purpose"]["inSentence"]["nl"].is_string() && line["legalBasis"]["ground"].is_string());
        assert_eq!(
            line["legalBasis"]["ground"] == "consent" && line["action"] != "not-shared",
            line.get("coveredByConsent").is_some(),
            "{line}"
        );
        assert!(line.get("events").is_none(), "events are for staff");
        assert_ne!(line["confidentiality"], "withheld");
    }
    // The answer on the diagnosis was no, and it was shared all the same.
    let covered = |data: &str| {
        let with = |line: &&Value| {
            line.get("coveredByConsent").is_some() && line["personalData"].to_string().contains(data)
        };
        all.iter()
            .filter(with)
            .map(|line| line["coveredByConsent"].as_bool().unwrap())
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(covered("\"diagnosis\""), [false].into());
    assert_eq!(covered("\"medication\""), [false, true].into());
    assert!(all.iter().any(|line| line["notSharedReason"] == "professional-judgement"));
    let one = fatma.get(&format!("/v1/disclosures/{}", text(&all[0]["id"]))).await;
    assert_eq!((one.expect(200), one.header("etag")), (all[0].clone(), "\"0\""));
}

#[tokio::test]
async fn filters_and_pages_give_the_same_lines() {
    let server = Server::start().await;
    let fatma = server.sign_in(FATMA).await;
    let all = lines(&fatma, "").await;
    let ids = |lines: &[Value]| lines.iter().map(|line| text(&line["id"]).to_owned()).collect::<Vec<_>>();
    for kind in ["with-consent", "without-consent", "not-shared"] {
        let expected: Vec<Value> = all
            .iter()
            .filter(|line| {
                match (kind, line["action"] == "not-shared", line["legalBasis"]["ground"] == "consent") {
                    ("not-shared", not_shared, _) => not_shared,
                    ("with-consent", not_shared, consent) => !not_shared && consent,
                    (_, not_shared, consent) => !not_shared && !consent,
                }
            })
            .cloned()
            .collect();
        assert!(!expected.is_empty());
        assert_eq!(ids(&lines(&fatma, &format!("&kind={kind}")).await), ids(&expected), "{kind}");
        let of_gp: Vec<Value> = expected.into_iter().filter(|line| line["sender"]["id"] == "gp").collect();
        assert_eq!(ids(&lines(&fatma, &format!("&kind={kind}&partyId=gp")).await), ids(&of_gp), "{kind}");
    }
    let day = |line: &Value| text(&line["occurredAt"])[..10].to_owned();
    let (from, until) = (day(&all[8]), day(&all[3]));
    let between = lines(&fatma, &format!("&from={from}&until={until}")).await;
    assert_eq!(ids(&between), ids(&all[3..=8]), "both days are in it");

    let mut gathered = Vec::new();
    let mut next = Some("/v1/disclosures?pageSize=3".to_owned());
    while let Some(path) = next {
        let page = fatma.get(&path).await.expect(200);
        gathered.extend(ids(page["items"].as_array().unwrap()));
        let cursor = page.get("nextCursor").map(|cursor| text(cursor).to_owned());
        next = cursor.map(|cursor| format!("/v1/disclosures?pageSize=3&cursor={cursor}"));
    }
    assert_eq!(gathered, ids(&all));
    for (query, name, reason) in [
        ("kind=everything", "kind", "malformed"),
        ("from=yesterday", "from", "malformed"),
        ("from=2026-03-02&until=2026-03-01", "until", "date-out-of-range"),
        ("confidentiality=withheld", "confidentiality", "not-applicable"),
        ("cursor=AAAA", "cursor", "malformed"),
        ("subject=noor-de-wit", "subject", "malformed"),
    ] {
        let errors = fatma.get(&format!("/v1/disclosures?{query}")).await.invalid();
        assert!(found(&errors, name, reason), "{query}: {errors:?}");
    }
}

#[tokio::test]
async fn a_withheld_line_leaves_no_trace_until_it_is_released() {
    let server = Server::start().await;
    let (system, noor) = (server.sign_in(SYSTEM).await, server.sign_in("noor-de-wit").await);
    let karim = server.sign_in("karim-haddad").await;
    let before = everything(&noor).await;
    let recorded = system.post("/v1/disclosures", &withheld(&server, 30)).await.expect(201);
    assert_eq!(recorded["confidentiality"], "withheld");
    let path = format!("/v1/disclosures/{}", text(&recorded["id"]));
    assert_eq!(everything(&noor).await, before, "nothing shows");
    noor.get(&path).await.problem(ProblemType::NotFound);
    let acknowledged = json!({ "type": "acknowledged" });
    follow(&server, &noor, &recorded, &acknowledged).await.problem(ProblemType::NotFound);
    let objection = json!({
        "kind": "objection",
        "language": "nl",
        "origin": { "kind": "disclosure", "id": recorded["id"] },
    });
    let errors = noor.post("/v1/rights-requests", &objection).await.invalid();
    assert!(found(&errors, "/origin", "unknown-reference"), "a filing cannot feel for it: {errors:?}");

    // Staff: by the day to look again, also the one whose day has passed.
    let review = karim.get("/v1/disclosures?confidentiality=withheld&pageSize=100").await.expect(200);
    let days: Vec<&str> = review["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| text(&line["withholding"]["reviewDate"]))
        .collect();
    assert!(days.len() >= 3 && days.is_sorted(), "{days:?}");
    let first = karim.get("/v1/disclosures?confidentiality=withheld&pageSize=1").await.expect(200);
    let cursor = text(&first["nextCursor"]);
    let path_on = format!("/v1/disclosures?confidentiality=withheld&pageSize=100&cursor={cursor}");
    let rest = karim.get(&path_on).await.expect(200);
    assert_eq!(rest["items"].as_array().unwrap()[..], review["items"].as_array().unwrap()[1..]);
    assert!(found(&karim.get("/v1/disclosures").await.invalid(), "confidentiality", "missing"));

    let without_day = follow(&server, &karim, &recorded, &json!({ "type": "review-postponed" })).await;
    assert!(found(&without_day.invalid(), "/reviewDate", "review-date-missing"));
    follow(&server, &karim, &recorded, &acknowledged).await.problem(ProblemType::NotAllowed);
    // No line stays hidden for longer than the catalogue says without a new weighing (H4).
    let too_far = json!({ "type": "review-postponed", "reviewDate": "9999-12-31" });
    let errors = follow(&server, &karim, &recorded, &too_far).await.invalid();
    assert!(found(&errors, "/reviewDate", "date-out-of-range"), "{errors:?}");
    let later = server.today() + chrono::TimeDelta::days(90);
    let body = json!({ "type": "review-postponed", "reviewDate": later });
    let postponed = follow(&server, &karim, &recorded, &body).await.expect(201);
    assert_eq!(postponed["withholding"]["reviewDate"], json!(later));
    assert_eq!(everything(&noor).await, before, "looking again shows nothing either");

    let release = json!({ "type": "released" });
    follow(&server, &karim, &recorded, &release).await.problem(ProblemType::PreconditionFailed);
    let released = follow(&server, &karim, &postponed, &release).await.expect(201);
    assert_eq!(released["events"].as_array().map(Vec::len), Some(2), "staff see who weighed it");
    assert_eq!(released["events"][1]["by"]["id"], "karim-haddad");
    let seen = noor.get(&path).await;
    assert_eq!(seen.header("etag"), "\"1\"", "how often staff looked again is not told");
    let seen = seen.expect(200);
    assert_eq!((&seen["confidentiality"], &seen["acknowledged"]), (&json!("released"), &json!(false)));
    let configuration = noor.get("/v1/configuration").await.expect(200);
    assert_eq!(configuration["signedIn"]["untold"], 1, "she is told actively");
    let flows = noor.get("/v1/data-flows").await.expect(200);
    assert!(flows.to_string().contains("veilig-thuis"));

    follow(&server, &karim, &released, &release).await.problem(ProblemType::TransitionNotAllowed);
    let read = follow(&server, &noor, &seen, &acknowledged).await.expect(201);
    assert_eq!(read["acknowledged"], true);
    assert_eq!(noor.get("/v1/configuration").await.expect(200)["signedIn"]["untold"], 0);
    let by_staff = karim.get(&path).await.expect(200);
    assert!(by_staff["events"][2].get("by").is_none(), "for the person the role is enough");
}

#[tokio::test]
async fn a_line_of_somebody_else_is_not_found() {
    let server = Server::start().await;
    let fatma = server.sign_in(FATMA).await;
    let line = lines(&fatma, "").await.remove(0);
    let path = format!("/v1/disclosures/{}", text(&line["id"]));
    let noor = server.sign_in("noor-de-wit").await;
    noor.get(&path).await.problem(ProblemType::NotFound);
    follow(&server, &noor, &line, &json!({ "type": "acknowledged" })).await.problem(ProblemType::NotFound);
    // Neither is another municipality's, not even for the same login or for staff.
    server.citizen_of(FATMA, "enschede").get(&path).await.problem(ProblemType::NotFound);
    let hanna = server.sign_in("hanna-ter-braak").await;
    hanna.get(&path).await.problem(ProblemType::NotFound);
    let withheld = hanna.get("/v1/disclosures?confidentiality=withheld").await.expect(200);
    assert_eq!(withheld["items"], json!([]));
    for path in ["/v1/disclosures", "/v1/data-flows", "/v1/consultations"] {
        for subject in [FATMA, "nobody-at-all"] {
            let asked = noor.call(Method::GET, path).header("Data-Subject", subject).send().await;
            asked.problem(ProblemType::NotFound);
        }
        let nonsense = noor.call(Method::GET, path).header("Data-Subject", "Fatma Kaya").send().await;
        assert!(found(&nonsense.invalid(), "Data-Subject", "malformed"));
    }
}

async fn of_sem(client: &Client<'_>, path: &str) -> Reply {
    client.call(Method::GET, path).header("Data-Subject", "sem-kuipers").send().await
}

#[tokio::test]
async fn a_parent_sees_until_the_sixteenth_birthday() {
    let server = Server::start().await;
    let (sem, anouk) = (server.sign_in("sem-kuipers").await, server.sign_in("anouk-kuipers").await);
    let represented = anouk.get("/v1/representations").await.expect(200);
    assert_eq!(represented["items"][0]["person"]["id"], "sem-kuipers");
    assert_eq!(represented["items"][0]["capacity"], "parent-with-authority");
    assert_eq!(sem.get("/v1/representations").await.expect(200)["items"], json!([]));
    let own = sem.get("/v1/disclosures").await.expect(200);
    assert!(!own["items"].as_array().unwrap().is_empty());
    assert_eq!(of_sem(&anouk, "/v1/disclosures").await.expect(200), own, "both see it");
    assert_eq!(of_sem(&sem, "/v1/disclosures").await.expect(200), own, "one may name oneself");
    assert_eq!(anouk.get("/v1/disclosures").await.expect(200)["items"], json!([]), "her own are her own");
    let one = format!("/v1/disclosures/{}", text(&own["items"][0]["id"]));
    anouk.get(&one).await.expect(200);
    let flows = of_sem(&anouk, "/v1/data-flows").await.expect(200);
    assert_eq!(flows["subject"]["id"], "sem-kuipers");
    of_sem(&anouk, "/v1/consultations").await.expect(200);
    // What is withheld from Sem is withheld from his parents.
    let system = server.sign_in(SYSTEM).await;
    let mut new = withheld(&server, 30);
    new["subject"] = json!({ "id": "sem-kuipers", "displayName": "Sem Kuipers" });
    let hidden = system.post("/v1/disclosures", &new).await.expect(201);
    assert_eq!(of_sem(&anouk, "/v1/disclosures").await.expect(200), own);
    anouk.get(&format!("/v1/disclosures/{}", text(&hidden["id"]))).await.problem(ProblemType::NotFound);

    let last: chrono::NaiveDate = text(&represented["items"][0]["endDate"]).parse().unwrap();
    server.pass_days((last - server.today()).num_days());
    let anouk = server.sign_in("anouk-kuipers").await;
    of_sem(&anouk, "/v1/disclosures").await.expect(200);
    server.pass_days(1);
    let anouk = server.sign_in("anouk-kuipers").await;
    for path in ["/v1/disclosures", "/v1/data-flows", "/v1/consultations"] {
        of_sem(&anouk, path).await.problem(ProblemType::NotFound);
    }
    anouk.get(&one).await.problem(ProblemType::NotFound);
    assert_eq!(anouk.get("/v1/representations").await.expect(200)["items"], json!([]));
    let sem = server.sign_in("sem-kuipers").await;
    assert_eq!(sem.get("/v1/disclosures").await.expect(200), own, "he still does");
}

#[tokio::test]
async fn staff_do_not_look_unseen() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in("noor-de-wit").await, server.sign_in("lotte-visser").await);
    assert_eq!(noor.get("/v1/consultations").await.expect(200)["items"], json!([]));
    let request = noor.get("/v1/consent-requests?status=open").await.expect(200)["items"][0].clone();
    let record = noor.get("/v1/consent-records").await.expect(200)["items"][0].clone();
    for path in [
        format!("/v1/consent-requests/{}", text(&request["id"])),
        format!("/v1/consent-records/{}", text(&record["id"])),
    ] {
        for _ in 0..2 {
            lotte.get(&path).await.expect(200);
        }
    }
    let looked = noor.get("/v1/consultations").await.expect(200);
    let consulted: Vec<&Value> =
        looked["items"].as_array().unwrap().iter().map(|one| &one["consulted"]).collect();
    assert_eq!(
        consulted,
        [
            &json!({ "kind": "consent-record", "id": record["id"] }),
            &json!({ "kind": "consent-request", "id": request["id"] }),
        ]
    );
    assert!(looked["items"].as_array().unwrap().iter().all(|one| one["role"] == "intake-worker"));
    assert!(!looked.to_string().contains("lotte"), "the role, never a name");

    server.somebody(Role::Auditor).get("/v1/consent-records?pageSize=100").await.expect(200);
    server.somebody(Role::Auditor).get("/v1/consent-requests?pageSize=100").await.expect(200);
    let looked = noor.get("/v1/consultations?pageSize=100").await.expect(200);
    let by_auditor =
        looked["items"].as_array().unwrap().iter().filter(|one| one["role"] == "auditor").count();
    assert_eq!(by_auditor, 3, "a list is looking too: one request, two records");
    server.pass_days(1);
    let lotte = server.sign_in("lotte-visser").await;
    lotte.get(&format!("/v1/consent-records/{}", text(&record["id"]))).await.expect(200);
    let noor = server.sign_in("noor-de-wit").await;
    assert_eq!(noor.get("/v1/consultations").await.expect(200)["items"].as_array().map(Vec::len), Some(6));
}

/// Nobody looks unseen: when it cannot be written down, nothing is read.
#[tokio::test]
async fn what_cannot_be_written_down_is_not_read() {
    let directory = tempfile::TempDir::new().unwrap();
    let file = directory.path().join("store.db");
    let server = Server::start_on(Arc::new(SqliteStore::open(&file).await.unwrap())).await;
    let (noor, lotte) = (server.sign_in("noor-de-wit").await, server.sign_in("lotte-visser").await);
    let request = noor.get("/v1/consent-requests?status=open").await.expect(200)["items"][0].clone();
    let record = noor.get("/v1/consent-records").await.expect(200)["items"][0].clone();
    let mut raw = SqliteConnectOptions::new().filename(&file).connect().await.unwrap();
    let broken = "CREATE TRIGGER broken BEFORE INSERT ON consultations
                  BEGIN SELECT RAISE(ABORT, 'no room'); END";
    sqlx::query(broken).execute(&mut raw).await.unwrap();
    for path in [
        "/v1/consent-requests".to_owned(),
        "/v1/consent-records".to_owned(),
        format!("/v1/consent-requests/{}", text(&request["id"])),
        format!("/v1/consent-records/{}", text(&record["id"])),
    ] {
        lotte.get(&path).await.problem(ProblemType::Internal);
        noor.get(&path).await.expect(200);
    }
}
