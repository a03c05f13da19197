// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! From the six steps to the question (group E), and what a device did without a network.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use chrono::{Months, TimeDelta};
use samenspraak_contract::problem::ProblemType;
use serde_json::{Value, json};
use support::Server;
use support::entry::{WORKER, at};
use support::filings::reasons;
use support::intake::{
    ASSESSMENTS, REQUESTS, chosen, client_named, post_from, question, record_anew, six_steps,
};
use support::journey::{case, decide, open_request, records, text};

/// Everything that staff of Roosendaal can read about questions.
async fn everything(server: &Server) -> Value {
    server.sign_in(WORKER).await.get("/v1/consent-requests?pageSize=100").await.expect(200)
}

/// E1, E16: six answers, then the question, under the ids that the device chose.
#[tokio::test]
async fn six_steps_lead_to_a_question() {
    let server = Server::start().await;
    let (lotte, noor) = (server.sign_in(WORKER).await, server.sign_in("noor-de-wit").await);
    let mut asked = question(&server, "4-");
    let steps = six_steps(&server, &asked);
    let reply = lotte.post(ASSESSMENTS, &steps).await;
    let kept = reply.expect(201);
    assert_eq!(reply.header("location"), format!("{ASSESSMENTS}/{}", text(&steps["id"])));
    assert_eq!(kept["assessedBy"]["id"], WORKER);
    assert_eq!(kept["items"], steps["items"]);
    for reader in [WORKER, "karim-haddad", "eva-smit", "thomas-mol"] {
        let reader = server.sign_in(reader).await;
        assert_eq!(reader.get(reply.header("location")).await.expect(200), kept);
    }
    let looked = noor.get("/v1/consultations?pageSize=100").await.expect(200);
    let steps_read = json!({ "kind": "assessment", "id": steps["id"] });
    let looked: Vec<&Value> =
        looked["items"].as_array().unwrap().iter().filter(|one| one["consulted"] == steps_read).collect();
    assert_eq!(looked.len(), 4, "staff do not look at the steps unseen: {looked:?}");
    let elsewhere = server.sign_in("bram-oude-lansink").await;
    elsewhere.get(reply.header("location")).await.problem(ProblemType::NotFound);

    asked["assessmentId"] = steps["id"].clone();
    let stored = lotte.post(REQUESTS, &asked).await.expect(201);
    assert_eq!(stored["id"], asked["id"]);
    assert_eq!(stored["assessmentId"], steps["id"]);
    let items = |request: &Value| -> Vec<Value> {
        request["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect()
    };
    assert_eq!(items(&stored), items(&asked));
    let seen = noor.get(&format!("{REQUESTS}/{}", text(&asked["id"]))).await.expect(200);
    assert!(seen.get("assessmentId").is_none(), "the steps are for staff");
    let counted = server.app().store.tallies(&"roosendaal".into(), "2026-Q2").await.unwrap();
    assert_eq!(counted.get("conversation/started"), Some(&1), "{counted:?}");
}

#[tokio::test]
async fn no_step_can_be_skipped() {
    let server = Server::start().await;
    let lotte = server.sign_in(WORKER).await;
    let asked = question(&server, "4-");
    let steps = six_steps(&server, &asked);
    for (member, place) in [
        ("task", "/task"),
        ("purpose", "/purpose"),
        ("data", "/data"),
        ("basis", "/basis"),
        ("purposeLimitation", "/purposeLimitation"),
        ("secrecy", "/secrecy"),
        ("items", "/items"),
    ] {
        let mut gap = steps.clone();
        gap.as_object_mut().unwrap().remove(member);
        let errors = lotte.post(ASSESSMENTS, &gap).await.invalid();
        assert!(reasons(&errors).contains(&(place, "step-missing")), "{member}: {errors:?}");
    }
    lotte.get(&format!("{ASSESSMENTS}/{}", text(&steps["id"]))).await.problem(ProblemType::NotFound);

    let before = everything(&server).await;
    let errors = lotte.post(REQUESTS, &asked).await.invalid();
    assert_eq!(reasons(&errors), [("/assessmentId", "step-missing")]);
    assert_eq!(everything(&server).await, before, "nothing changed");
    server.sign_in("karim-haddad").await.post(REQUESTS, &asked).await.expect(201);
}

/// E1: nobody gets round the steps through an earlier question. Other words, or less of
/// it, correct that question; anything more goes through the steps again.
#[tokio::test]
async fn what_replaces_a_question_corrects_it_or_goes_through_the_steps_again() {
    let server = Server::start().await;
    let noor = server.sign_in("noor-de-wit").await;
    let old = open_request(&noor).await;
    decide(&noor, &old, "yes").await.expect(201);
    let given = records(&noor).await;
    let mut newer = case(&server, "4-");
    newer["replaces"] = old["id"].clone();
    for (index, item) in newer["items"].as_array_mut().unwrap().iter_mut().enumerate() {
        item["replacesItemId"] = old["items"][index]["id"].clone();
    }
    let mut wider = newer.clone();
    let datum = wider["items"][0]["personalData"][0].clone();
    wider["items"][1]["personalData"].as_array_mut().unwrap().push(datum);
    wider["items"][1]["personalData"][1]["dataTypeId"] = json!("daily-limits");
    let mut loose = newer.clone();
    loose["items"][0].as_object_mut().unwrap().remove("replacesItemId");
    for role in [WORKER, "karim-haddad"] {
        let asker = server.sign_in(role).await;
        for (body, place) in [(&wider, "/items/1"), (&loose, "/items/0")] {
            let errors = asker.post(REQUESTS, body).await.invalid();
            assert_eq!(reasons(&errors), [(place, "step-missing")], "{role}");
        }
    }
    assert_eq!(records(&noor).await, given, "what she said stands");

    let lotte = server.sign_in(WORKER).await;
    newer["introduction"]["nl"] = json!("Dezelfde vraag, in andere woorden.");
    let newer = lotte.post(REQUESTS, &newer).await.expect(201);
    assert_eq!(newer["status"], "decided", "nothing is asked again");
    wider["replaces"] = newer["id"].clone();
    for (index, item) in wider["items"].as_array_mut().unwrap().iter_mut().enumerate() {
        item["replacesItemId"] = newer["items"][index]["id"].clone();
    }
    let steps = six_steps(&server, &wider);
    lotte.post(ASSESSMENTS, &steps).await.expect(201);
    wider["assessmentId"] = steps["id"].clone();
    assert_eq!(lotte.post(REQUESTS, &wider).await.expect(201)["status"], "open");
}

/// A6: the question follows a conversation, which staff name, or the six steps of it.
#[tokio::test]
async fn a_question_follows_a_conversation() {
    let server = Server::start().await;
    let karim = server.sign_in("karim-haddad").await;
    let before = everything(&server).await;
    let mut asked = case(&server, "4-");
    for reference in [Value::Null, json!(" ")] {
        asked["conversationReference"] = reference;
        let errors = karim.post(REQUESTS, &asked).await.invalid();
        assert_eq!(reasons(&errors), [("/conversationReference", "missing")]);
    }
    assert_eq!(everything(&server).await, before, "nothing changed");
    asked.as_object_mut().unwrap().remove("conversationReference");
    let steps = six_steps(&server, &asked);
    karim.post(ASSESSMENTS, &steps).await.expect(201);
    asked["assessmentId"] = steps["id"].clone();
    karim.post(REQUESTS, &asked).await.expect(201);
}

#[tokio::test]
async fn a_question_is_what_the_steps_produced_and_nothing_else() {
    let server = Server::start().await;
    let lotte = server.sign_in(WORKER).await;
    let mut asked = question(&server, "4-");
    let steps = six_steps(&server, &asked);
    lotte.post(ASSESSMENTS, &steps).await.expect(201);
    asked["assessmentId"] = steps["id"].clone();
    let before = everything(&server).await;
    let all = asked["items"].as_array().unwrap().len();
    assert!(all > 1);
    type Edit = fn(&mut Value);
    let cases: &[(Edit, &str)] = &[
        (|new| new["items"][0]["proportionality"]["nl"] = json!("Iets anders."), "/items/0"),
        (|new| drop(new["items"].as_array_mut().unwrap().pop()), "/items"),
        (|new| new["assessmentId"] = json!("018f0000-0000-7000-8000-000000000000"), "/assessmentId"),
        (
            |new| {
                let fatma = json!({ "id": "fatma-kaya", "displayName": "Fatma Kaya" });
                new["subject"]["person"] = fatma.clone();
                new["signatories"][0]["person"] = fatma;
            },
            "/subject/person/id",
        ),
    ];
    for (edit, place) in cases {
        let mut new = asked.clone();
        edit(&mut new);
        let errors = lotte.post(REQUESTS, &new).await.invalid();
        assert!(reasons(&errors).contains(&(*place, "not-assessed")), "{place}: {errors:?}");
    }
    assert_eq!(everything(&server).await, before, "nothing changed");
    let coordinator = server.sign_in("karim-haddad").await;
    let mut other = asked.clone();
    other["items"][0]["subsidiarity"]["nl"] = json!("Iets anders.");
    let errors = coordinator.post(REQUESTS, &other).await.invalid();
    assert_eq!(reasons(&errors), [("/items/0", "not-assessed")], "who names steps keeps to them");
    lotte.post(REQUESTS, &asked).await.expect(201);
}

/// A device may choose an id, and nobody chooses one that is taken.
#[tokio::test]
async fn an_id_is_used_once() {
    let server = Server::start().await;
    let (lotte, karim) = (server.sign_in(WORKER).await, server.sign_in("karim-haddad").await);
    let asked = question(&server, "4-");
    let steps = six_steps(&server, &asked);
    let key = server.key();
    let kept = lotte.post_with_key(ASSESSMENTS, &steps, key).await.expect(201);
    assert_eq!(
        lotte.post_with_key(ASSESSMENTS, &steps, key).await.expect(201),
        kept,
        "sent twice, kept once"
    );
    let mut other = steps.clone();
    other["data"]["whyNeeded"] = json!("Iets anders.");
    lotte.post(ASSESSMENTS, &other).await.problem(ProblemType::TransitionNotAllowed);
    let path = format!("{ASSESSMENTS}/{}", text(&steps["id"]));
    assert_eq!(lotte.get(&path).await.expect(200), kept);

    karim.post(REQUESTS, &asked).await.expect(201);
    let before = everything(&server).await;
    let mut same_request = question(&server, "4-");
    same_request["id"] = asked["id"].clone();
    karim.post(REQUESTS, &same_request).await.problem(ProblemType::TransitionNotAllowed);
    let mut same_item = question(&server, "4-");
    same_item["items"][1]["id"] = asked["items"][0]["id"].clone();
    karim.post(REQUESTS, &same_item).await.problem(ProblemType::TransitionNotAllowed);
    let mut twice = question(&server, "4-");
    twice["items"][1]["id"] = twice["items"][0]["id"].clone();
    let errors = karim.post(REQUESTS, &twice).await.invalid();
    assert_eq!(reasons(&errors), [("/items/1/id", "duplicate")]);
    assert_eq!(everything(&server).await, before, "nothing changed");
}

/// What was asked without a network was asked then, however wrong the clock.
#[tokio::test]
async fn what_was_asked_on_the_road_keeps_its_moment() {
    let server = Server::start().await;
    let karim = server.sign_in("karim-haddad").await;
    let now = server.app().now();
    let three_days = TimeDelta::days(3);
    for wrong in [TimeDelta::zero(), TimeDelta::hours(-26), TimeDelta::days(400)] {
        let device = now + wrong;
        let mut asked = question(&server, "4-");
        asked["askedAt"] = at(device - three_days);
        let stored = post_from(&karim, device, REQUESTS, &asked).await.expect(201);
        assert_eq!(stored["requestedAt"], json!(now - three_days), "a clock that is {wrong} off");
        asked["id"] = json!(chosen(&server));
        asked["items"]
            .as_array_mut()
            .unwrap()
            .iter_mut()
            .for_each(|item| item["id"] = json!(chosen(&server)));
        asked["askedAt"] = at(device + three_days);
        let stored = post_from(&karim, device, REQUESTS, &asked).await.expect(201);
        assert_eq!(stored["requestedAt"], json!(now), "the future is now");
    }
    let longest = server.app().catalogue(&"roosendaal".into()).unwrap().intake.longest_offline_days;
    let mut late = question(&server, "4-");
    late["askedAt"] = at(now - TimeDelta::days(i64::from(longest)) - TimeDelta::seconds(1));
    let errors = post_from(&karim, now, REQUESTS, &late).await.invalid();
    assert_eq!(reasons(&errors), [("/askedAt", "too-long-ago")]);
    let lotte = server.sign_in(WORKER).await;
    let mut steps = six_steps(&server, &late);
    steps["completedAt"] = late["askedAt"].clone();
    let errors = post_from(&lotte, now, ASSESSMENTS, &steps).await.invalid();
    assert_eq!(reasons(&errors), [("/completedAt", "too-long-ago")]);
    steps["completedAt"] = at(now - three_days);
    let kept = post_from(&lotte, now, ASSESSMENTS, &steps).await.expect(201);
    assert_eq!((&kept["completedAt"], &kept["recordedAt"]), (&json!(now - three_days), &json!(now)));
    let call = karim.call(axum::http::Method::POST, REQUESTS).header("Device-Time", "yesterday");
    let reply = call.header("Idempotency-Key", &server.key().to_string()).json(&late).send().await;
    assert_eq!(reasons(&reply.invalid()), [("Device-Time", "malformed")]);
}

/// Rules of dates are held against the day on which it was asked.
#[tokio::test]
async fn the_day_of_asking_decides_who_signs() {
    let server = Server::start().await;
    let karim = server.sign_in("karim-haddad").await;
    let yesterday = server.today().pred_opt().unwrap();
    // Sem turned sixteen yesterday; two days ago his parents signed with him.
    let mut asked = case(&server, "2-");
    let birth = json!(yesterday - Months::new(16 * 12));
    asked["subject"]["birthDate"] = birth.clone();
    asked["answerBeforeDate"] = json!(yesterday.pred_opt());
    record_anew(&karim, "sem-kuipers", |sem| sem["birthDate"] = birth).await;
    let errors = karim.post(REQUESTS, &asked).await.invalid();
    let not_today = [
        ("/signatories", "wrong-signatories"),
        ("/answerBeforeDate", "date-in-past"),
        ("/signatories", "not-as-recorded"),
    ];
    assert_eq!(reasons(&errors), not_today);
    asked["askedAt"] = at(server.app().now() - TimeDelta::days(2));
    karim.post(REQUESTS, &asked).await.expect(201);
}

/// A representation that ended in between counted on the day of asking, and does not today.
#[tokio::test]
async fn the_day_of_asking_decides_who_represents() {
    let server = Server::start().await;
    let last_day = json!(server.today());
    let mut asked = case(&server, "2-");
    let mother = "/signatories/1/representation";
    asked.pointer_mut(mother).unwrap()["endDate"] = last_day.clone();
    record_anew(&server.sign_in(WORKER).await, "sem-kuipers", |sem| {
        sem["representatives"][0]["representation"]["endDate"] = last_day;
    })
    .await;
    server.pass_days(1);
    let karim = server.sign_in("karim-haddad").await;
    let errors = karim.post(REQUESTS, &asked).await.invalid();
    let ended = (mother, "representation-missing");
    assert!(reasons(&errors).contains(&ended), "{errors:?}");
    assert!(reasons(&errors).contains(&("/signatories", "not-as-recorded")), "{errors:?}");
    asked["askedAt"] = at(server.app().now() - TimeDelta::days(1));
    karim.post(REQUESTS, &asked).await.expect(201);
}

/// F2, F6: who was recorded as a client is asked as they were recorded: no young person
/// as an adult, and no adult by others.
#[tokio::test]
async fn nobody_types_who_signs_for_a_client() {
    let server = Server::start().await;
    let karim = server.sign_in("karim-haddad").await;
    let before = everything(&server).await;
    let mut grown = case(&server, "2-");
    grown["subject"]["birthDate"] = json!("1990-01-01");
    grown["signatories"].as_array_mut().unwrap().truncate(1);
    let errors = karim.post(REQUESTS, &grown).await.invalid();
    let typed = [("/subject/birthDate", "not-as-recorded"), ("/signatories", "not-as-recorded")];
    assert_eq!(reasons(&errors), typed);
    let mut one_parent = case(&server, "2-");
    one_parent["signatories"].as_array_mut().unwrap().pop();
    let errors = karim.post(REQUESTS, &one_parent).await.invalid();
    assert_eq!(reasons(&errors), [("/signatories", "not-as-recorded")]);
    let mut steps = six_steps(&server, &question(&server, "4-"));
    steps["subject"]["birthDate"] = json!("1990-01-01");
    let errors = karim.post(ASSESSMENTS, &steps).await.invalid();
    assert_eq!(reasons(&errors), [("/subject/birthDate", "not-as-recorded")]);
    assert_eq!(everything(&server).await, before, "nothing changed");
    karim.post(REQUESTS, &case(&server, "2-")).await.expect(201);
}

/// F2: nobody turns twelve between question and answer.
#[tokio::test]
async fn a_question_is_answered_before_a_birthday_that_changes_who_signs() {
    let server = Server::start().await;
    let (karim, turns) = (server.sign_in("karim-haddad").await, server.today() + TimeDelta::days(20));
    let mila = client_named(&karim, "mila-jansma").await.remove(0);
    assert_eq!(mila["signatoriesUntil"], json!(turns.pred_opt()));
    let mut asked = case(&server, "4-");
    asked["subject"] = json!({ "person": mila["person"], "birthDate": mila["birthDate"] });
    asked["signatories"] = mila["signatories"].clone();
    asked["answerBeforeDate"] = json!(turns);
    let errors = karim.post(REQUESTS, &asked).await.invalid();
    assert_eq!(reasons(&errors), [("/answerBeforeDate", "signatories-change")]);
    asked["answerBeforeDate"] = mila["signatoriesUntil"].clone();
    karim.post(REQUESTS, &asked).await.expect(201);
}
