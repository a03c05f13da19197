// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The people a worker sits with: recorded, listed, and nobody leaking to another (group F).

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use chrono::{Days, NaiveDate, TimeDelta};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::problem::ProblemType;
use samenspraak_rules::intake::client::check;
use samenspraak_server::catalogue::embedded;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::entry::{WORKER, at};
use support::filings::reasons;
use support::intake::{CLIENTS, client_named, household, ids, post_from, record_anew};
use support::journey::{decide, open_request, text};
use support::{Client, Server};

/// A child of nine with one parent.
fn new_client() -> Value {
    json!({
        "person": { "id": "fien-peeters", "displayName": "Fien Peeters" },
        "birthDate": "2017-03-01",
        "representatives": [{
            "person": { "id": "loes-peeters", "displayName": "Loes Peeters" },
            "capacity": "parent-with-authority",
            "representation": { "source": "Gezagsregister", "startDate": "2017-03-01" },
        }],
        "household": { "id": "household-1", "role": "child" },
        "caseReference": "Z-2026-1",
    })
}

async fn all(client: &Client<'_>) -> Vec<Value> {
    let page = client.get(&format!("{CLIENTS}?pageSize=100")).await.expect(200);
    assert!(page.get("nextCursor").is_none());
    page["items"].as_array().unwrap().clone()
}

fn signing(client: &Value) -> Vec<&str> {
    ids(client["signatories"].as_array().unwrap())
}

/// The caseload of the demonstration may be recorded on any day it is started.
#[test]
fn every_client_of_the_demonstration_may_be_recorded_on_any_day() {
    let demonstration = embedded().unwrap();
    let first: NaiveDate = "2026-01-01".parse().unwrap();
    for today in first.iter_days().take(3 * 366) {
        for past in &demonstration.clients {
            let worker = demonstration.persona(&past.recorded_by).unwrap();
            let rule = &demonstration.catalogues.get(&worker.controller).unwrap().age_rule;
            let recorded_on = today - Days::new(past.days_ago.into());
            let errors = check(&past.recorded(today), rule, &past.recorded_by, recorded_on);
            assert_eq!(errors, [], "{today}");
        }
    }
}

#[tokio::test]
async fn a_client_is_recorded_and_found() {
    let server = Server::start().await;
    let lotte = server.sign_in(WORKER).await;
    let reply = lotte.post(CLIENTS, &new_client()).await;
    let recorded = reply.expect(201);
    assert!(!reply.headers.contains_key("location"), "no person stands in a URL");
    assert_eq!(signing(&recorded), ["loes-peeters"]);
    assert_eq!(recorded["signatoryMissing"], false);
    assert_eq!(all(&lotte).await[0], recorded, "who was recorded last comes first");
    assert_eq!(client_named(&lotte, "fien-peeters").await, std::slice::from_ref(&recorded));
    assert_eq!(household(&lotte, "household-1").await, [recorded]);
    assert!(client_named(&lotte, "nobody-known").await.is_empty());
    assert!(household(&lotte, "household-9").await.is_empty());
    let elsewhere = server.sign_in("bram-oude-lansink").await;
    assert!(all(&elsewhere).await.is_empty(), "N2");
    assert!(client_named(&elsewhere, "fien-peeters").await.is_empty());
    assert!(household(&elsewhere, "household-1").await.is_empty());
}

/// A system keeps it up to date: the last recording counts, and each person stands once.
#[tokio::test]
async fn the_same_person_again_is_as_they_are_now() {
    let server = Server::start().await;
    let (lotte, system) = (server.sign_in(WORKER).await, server.somebody(Role::System));
    lotte.post(CLIENTS, &new_client()).await.expect(201);
    let before = all(&lotte).await.len();
    let mut moved = new_client();
    moved["household"]["id"] = json!("household-2");
    moved["representatives"] = json!([]);
    let seen = system.post(CLIENTS, &moved).await.expect(201);
    assert_eq!(seen["signatoryMissing"], true, "nobody signs for a child of nine");
    let now = all(&lotte).await;
    assert_eq!((now.len(), &now[0]), (before, &seen));
    assert!(household(&lotte, "household-1").await.is_empty());
    assert_eq!(household(&lotte, "household-2").await, [seen]);
}

/// Decision 15: a proof that ended on the way does not undo what was recorded in a visit,
/// and what came too late is refused.
#[tokio::test]
async fn what_a_visit_recorded_is_held_against_its_own_day() {
    let server = Server::start().await;
    let lotte = server.sign_in(WORKER).await;
    let now = server.app().now();
    let mut new = new_client();
    let ended = server.app().today() - Days::new(1);
    new["representatives"][0]["representation"]["endDate"] = json!(ended);
    let at_once = lotte.post(CLIENTS, &new).await.invalid();
    assert_eq!(reasons(&at_once), [("/representatives/0/representation/endDate", "representation-missing")]);
    let device = now + TimeDelta::hours(5);
    new["recordedAt"] = at(device - TimeDelta::days(2));
    let stored = post_from(&lotte, device, CLIENTS, &new).await.expect(201);
    assert_eq!(stored["signatoryMissing"], true, "today nobody signs");
    new["recordedAt"] = at(device - TimeDelta::days(400));
    let late = post_from(&lotte, device, CLIENTS, &new).await.invalid();
    assert!(reasons(&late).contains(&("/recordedAt", "too-long-ago")));
}

/// Decision 13: what a colleague recorded meanwhile is not replaced in silence.
#[tokio::test]
async fn a_visit_does_not_replace_what_it_did_not_know() {
    let server = Server::start().await;
    let (lotte, karim) = (server.sign_in(WORKER).await, server.sign_in("karim-haddad").await);
    let now = server.app().now();
    let known = client_named(&lotte, "joris-van-dam").await.remove(0);
    let mut new = json!({
        "person": known["person"], "birthDate": known["birthDate"], "caseReference": "Z-lotte",
        "recordedAt": at(now - TimeDelta::hours(2)), "knownRecordedAt": known["recordedAt"],
    });
    record_anew(&karim, "joris-van-dam", |client| client["caseReference"] = json!("Z-karim")).await;
    lotte.post(CLIENTS, &new).await.problem(ProblemType::PreconditionFailed);
    let stands = client_named(&lotte, "joris-van-dam").await.remove(0);
    assert_eq!(stands["caseReference"], "Z-karim");
    new["knownRecordedAt"] = stands["recordedAt"].clone();
    lotte.post(CLIENTS, &new).await.expect(201);
    // Her own is no conflict: of one device the newer one follows the older.
    new["knownRecordedAt"] = known["recordedAt"].clone();
    new["caseReference"] = json!("Z-again");
    lotte.post(CLIENTS, &new).await.expect(201);
}

#[tokio::test]
async fn the_caseload_comes_in_pages_without_a_gap() {
    let server = Server::start().await;
    let lotte = server.sign_in(WORKER).await;
    let everybody = all(&lotte).await;
    let (mut found, mut path) = (Vec::new(), format!("{CLIENTS}?pageSize=3"));
    loop {
        let page = lotte.get(&path).await.expect(200);
        found.extend(page["items"].as_array().unwrap().clone());
        let Some(cursor) = page["nextCursor"].as_str() else { break };
        path = format!("{CLIENTS}?pageSize=3&cursor={cursor}");
    }
    assert_eq!(found, everybody);
    let people: BTreeSet<&str> = ids(&everybody).into_iter().collect();
    assert_eq!(people.len(), everybody.len(), "nobody twice");
}

/// F2, F6: who signs, of everybody in the demonstration, today and after a birthday.
#[tokio::test]
async fn who_signs_follows_from_the_day() {
    let server = Server::start().await;
    let lotte = server.sign_in(WORKER).await;
    for (name, expected, missing) in [
        ("noor-de-wit", &["noor-de-wit"][..], false),
        ("sem-kuipers", &["sem-kuipers", "anouk-kuipers", "dirk-kuipers"], false),
        ("mila-jansma", &["tessa-jansma", "ruben-jansma"], false),
        ("tijn-de-groot", &[], true),
        ("gerrit-bos", &["marijke-vos"], false),
        ("hennie-prins", &["hennie-prins"], false),
    ] {
        let [client] = &client_named(&lotte, name).await[..] else { panic!("{name} is a client") };
        assert_eq!(signing(client), expected, "{name}");
        assert_eq!(client["signatoryMissing"], missing, "{name}");
    }
    server.pass_days(19);
    let eve = client_named(&server.sign_in(WORKER).await, "mila-jansma").await;
    assert_eq!(signing(&eve[0]), ["tessa-jansma", "ruben-jansma"]);
    server.pass_days(1);
    let twelve = client_named(&server.sign_in(WORKER).await, "mila-jansma").await;
    assert_eq!(signing(&twelve[0]), ["mila-jansma", "tessa-jansma", "ruben-jansma"]);
}

/// G1, F7: where a request is, whom it waits for, and that a no needs an outcome.
#[tokio::test]
async fn a_worker_sees_what_is_to_do_and_not_who_said_what() {
    let server = Server::start().await;
    let lotte = server.sign_in(WORKER).await;
    let request = open_request(&server.sign_in("sem-kuipers").await).await;
    let of_sem = async || client_named(&lotte, "sem-kuipers").await[0]["requests"].clone();
    let open = of_sem().await;
    assert_eq!(open[0]["id"], request["id"]);
    assert_eq!((&open[0]["status"], &open[0]["outcomeMissing"]), (&json!("open"), &json!(false)));
    assert_eq!(open[0]["awaits"], json!(["sem-kuipers", "anouk-kuipers", "dirk-kuipers"]));
    for (person, answer) in [("anouk-kuipers", "no"), ("sem-kuipers", "yes"), ("dirk-kuipers", "yes")] {
        decide(&server.sign_in(person).await, &request, answer).await.expect(201);
    }
    let closed = of_sem().await;
    assert_eq!((&closed[0]["status"], &closed[0]["outcomeMissing"]), (&json!("decided"), &json!(true)));
    assert_eq!(closed[0]["awaits"], json!([]));
    let members = BTreeSet::from(["awaits", "id", "notice", "outcomeMissing", "requestedAt", "status"]);
    let told: BTreeSet<&str> = closed[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(told, members);
}

/// F5: a household is one view for the worker, and each has their own requests in it.
#[tokio::test]
async fn members_of_a_household_have_their_own_requests() {
    let server = Server::start().await;
    let lotte = server.sign_in(WORKER).await;
    let members = household(&lotte, "household-2041").await;
    assert_eq!(ids(&members), ["sem-kuipers", "anouk-kuipers", "dirk-kuipers"]);
    assert_eq!(members[0]["requests"].as_array().unwrap().len(), 1);
    for parent in &members[1..] {
        assert_eq!(parent["requests"], json!([]), "what they sign for Sem is in the list of Sem");
    }
}

/// One person or one household is a look; the whole caseload tells of nobody in particular.
#[tokio::test]
async fn looking_at_somebody_in_particular_is_written_down() {
    let server = Server::start().await;
    let (lotte, sem) = (server.sign_in(WORKER).await, server.sign_in("sem-kuipers").await);
    let looks = async || {
        let page = sem.get("/v1/consultations").await.expect(200);
        page["items"].as_array().unwrap().clone()
    };
    all(&lotte).await;
    assert!(looks().await.is_empty());
    household(&lotte, "household-2041").await;
    client_named(&lotte, "sem-kuipers").await;
    let seen = looks().await;
    assert_eq!(seen.len(), 1, "once a day");
    assert_eq!(seen[0]["role"], "intake-worker");
    assert_eq!(text(&seen[0]["consulted"]["kind"]), "consent-request");
}

/// I3, M1: whoever records a client reads nothing of them that is not written down.
#[tokio::test]
async fn recording_somebody_tells_nothing_of_their_requests() {
    let server = Server::start().await;
    let (lotte, noor) = (server.sign_in(WORKER).await, server.sign_in("noor-de-wit").await);
    let known = &client_named(&lotte, "noor-de-wit").await[0];
    assert!(!known["requests"].as_array().unwrap().is_empty());
    let looks = noor.get("/v1/consultations").await.expect(200)["items"].clone();
    let mut same = new_client();
    same["person"] = known["person"].clone();
    same["birthDate"] = known["birthDate"].clone();
    same["representatives"] = json!([]);
    for client in [server.somebody(Role::System), server.somebody(Role::Coordinator), lotte] {
        assert_eq!(client.post(CLIENTS, &same).await.expect(201)["requests"], json!([]));
    }
    assert_eq!(noor.get("/v1/consultations").await.expect(200)["items"], looks, "and nobody looked");
}

#[tokio::test]
async fn a_client_that_cannot_be_is_refused_and_nothing_changes() {
    let server = Server::start().await;
    let lotte = server.sign_in(WORKER).await;
    let before = all(&lotte).await;
    let (yesterday, tomorrow) = (server.today() - TimeDelta::days(1), server.today() + TimeDelta::days(1));
    let cases: Vec<(&str, Value, &str, &str)> = vec![
        ("/birthDate", json!(tomorrow), "/birthDate", "date-in-future"),
        (
            "/representatives/0/representation/endDate",
            json!(yesterday),
            "/representatives/0/representation/endDate",
            "representation-missing",
        ),
        (
            "/representatives/0/representation",
            Value::Null,
            "/representatives/0/representation",
            "representation-missing",
        ),
        (
            "/representatives/0/representation/source",
            json!(""),
            "/representatives/0/representation/source",
            "empty-text",
        ),
        (
            "/representatives/0/person/id",
            json!("fien-peeters"),
            "/representatives/0/person/id",
            "wrong-signatories",
        ),
        ("/representatives/0/person/id", json!(WORKER), "/representatives/0/person/id", "wrong-signatories"),
        ("/person/id", json!(WORKER), "/person/id", "wrong-signatories"),
        ("/person/displayName", json!("Fien 111222333"), "/person/displayName", "bsn-in-text"),
        ("/bsn", json!("1"), "/bsn", "malformed"),
    ];
    for (place, value, name, reason) in cases {
        let mut new = new_client();
        let (parent, member) = place.rsplit_once('/').unwrap();
        let members = new.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        if value.is_null() {
            members.remove(member);
        } else {
            members.insert(member.to_owned(), value);
        }
        let errors = lotte.post(CLIENTS, &new).await.invalid();
        assert!(reasons(&errors).contains(&(name, reason)), "{place}: {errors:?}");
    }
    assert_eq!(all(&lotte).await, before, "nothing changed");
    let errors = lotte.get(&format!("{CLIENTS}?householdId=Zo%20maar")).await.invalid();
    assert_eq!(reasons(&errors), [("householdId", "malformed")]);
}
