// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A client who is recorded at the table is there at once, with those who represent
//! them, and everything that is asked of them is sent after it (F2, F6).

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

#[path = "../../rules/tests/fixture/mod.rs"]
mod fixture;
mod table;

use chrono::{Days, Months, TimeDelta};
use fixture::{Choice, today};
use samenspraak_contract::Page;
use samenspraak_contract::assessment::NewAssessment;
use samenspraak_contract::client::{Client, NewClient};
use samenspraak_contract::problem::{Problem, ProblemType};
use samenspraak_rules::intake::client::check;
use serde_json::{Value, json};
use table::*;

const CLIENTS: &str = "clients";

/// A child of nine with one parent.
fn child() -> Value {
    json!({
        "person": { "id": "fien", "displayName": "Fien Peeters" },
        "birthDate": "2017-03-01",
        "representatives": [representative("loes")],
        "household": { "id": "household-1", "role": "child" },
        "caseReference": "Z-2026-1",
    })
}

fn representative(id: &str) -> Value {
    json!({
        "person": { "id": id, "displayName": "Peeters" },
        "capacity": "parent-with-authority",
        "representation": { "source": "Gezagsregister", "startDate": "2017-03-01" },
    })
}

fn adult(id: &str) -> Value {
    json!({ "person": { "id": id, "displayName": id }, "birthDate": "1980-05-05" })
}

fn names(listed: &Value) -> Vec<&str> {
    listed["items"].as_array().unwrap().iter().map(|it| it["person"]["id"].as_str().unwrap()).collect()
}

#[test]
fn a_recorded_client_is_in_the_list_and_says_who_signs() {
    let mut table = Table::new();
    table.visit.know_clients(vec![client("noor", &fixture::new_request())]);
    let recorded = table.taken(CLIENTS, &child());
    assert_eq!(recorded["signatories"][0]["person"]["id"], "loes");
    assert_eq!(recorded["signatoryMissing"], false);
    assert_eq!(recorded["recordedAt"], "2026-11-22T12:00:01Z");
    let listed = table.reads(CLIENTS);
    assert_eq!(names(&listed), ["fien", "noor"], "who was recorded last comes first");
    assert_eq!(listed["items"][0], recorded);
    let line = &table.log[0];
    assert_eq!((&*line.path, &*line.kind), (CLIENTS, CLIENTS));
    let kept: NewClient = serde_json::from_value(line.body.clone()).unwrap();
    let mut new: NewClient = serde_json::from_value(child()).unwrap();
    new.recorded_at = Some(table.moment);
    assert_eq!(kept, new, "it goes out as it was recorded, and says when");
}

/// What a colleague recorded meanwhile is not replaced: the backend hears what was known.
#[test]
fn who_is_recorded_anew_says_what_was_known() {
    let mut table = Table::new();
    let known = client("noor", &fixture::new_request());
    table.visit.know_clients(vec![known.clone()]);
    table.taken(CLIENTS, &adult("noor"));
    let first = table.moment;
    table.visit.know_clients(vec![Client { recorded_at: first + TimeDelta::hours(1), ..known.clone() }]);
    table.taken(CLIENTS, &adult("noor"));
    let said =
        |line: &samenspraak_visit::Entry| -> NewClient { serde_json::from_value(line.body.clone()).unwrap() };
    let (before, after) = (said(&table.log[0]), said(&table.log[1]));
    assert_eq!((before.recorded_at, before.known_recorded_at), (Some(first), Some(known.recorded_at)));
    assert_eq!(after.known_recorded_at, Some(first + TimeDelta::hours(1)));
}

#[test]
fn who_signs_follows_the_day_and_not_the_recording() {
    let mut table = Table::new();
    let turns_twelve = today().checked_add_days(Days::new(1)).unwrap();
    let mut almost = child();
    almost["birthDate"] = json!(turns_twelve.to_string().replace("2026", "2014"));
    almost["representatives"] = json!([]);
    assert_eq!(table.taken(CLIENTS, &almost)["signatoryMissing"], true, "nobody signs for a child");
    table.moment += TimeDelta::days(1);
    let signatories = &table.reads(CLIENTS)["items"][0]["signatories"];
    assert_eq!(signatories[0]["person"]["id"], "fien", "at twelve the young person signs along");
}

#[test]
fn what_the_rules_refuse_is_refused_in_their_words() {
    let yesterday = today().checked_sub_days(Days::new(1)).unwrap();
    let tomorrow = today().checked_add_days(Days::new(1)).unwrap();
    let cases = [
        ("/birthDate", json!(tomorrow), "date-in-future"),
        ("/person/displayName", json!("Fien 111222333"), "bsn-in-text"),
        ("/person/id", json!(WORKER), "wrong-signatories"),
        ("/representatives/0/person/id", json!(WORKER), "wrong-signatories"),
        ("/representatives/0/person/id", json!("fien"), "wrong-signatories"),
        ("/representatives/0/capacity", json!("curator"), "wrong-signatories"),
        ("/representatives/0/representation/endDate", json!(yesterday), "representation-missing"),
        ("/representatives/1", representative("loes"), "duplicate"),
    ];
    let mut table = Table::new();
    for (place, value, reason) in cases {
        let mut new = child();
        match place.rsplit_once('/').unwrap() {
            ("/representatives", _) => new["representatives"].as_array_mut().unwrap().push(value),
            (parent, member) => new.pointer_mut(parent).unwrap()[member] = value,
        }
        let problem: Problem = serde_json::from_value(table.refused(CLIENTS, &new)).unwrap();
        let new: NewClient = serde_json::from_value(new).unwrap();
        let said = check(&new, &fixture::catalogue().age_rule, &WORKER.into(), today());
        assert_eq!(problem.invalid_params, said, "{place}");
        let told = json!(said);
        assert!(told.as_array().unwrap().iter().any(|it| it["reason"] == reason), "{place}: {told}");
    }
    let (malformed, entry) = table.post(CLIENTS, &json!({ "person": "fien" }));
    assert_eq!((malformed.status, entry.is_none()), (400, true));
    assert!(table.visit == table.empty(), "nothing of it is kept");
}

#[test]
fn what_is_asked_of_somebody_who_was_recorded_here_goes_after_it() {
    let mut table = Table::new();
    table.taken(CLIENTS, &child());
    table.taken(CLIENTS, &adult("noor"));
    let assessed = table.taken("assessments", &fixture::intake::assessment());
    let asked = table.taken("consent-requests", &request_of(&assessed));
    table.turned_to = Some("noor".into());
    let seen = table.reads(&path(&asked));
    table.confirms(&seen, Choice::All);
    let [fien, noor, assessment, request, ..] = &table.log[..] else { panic!("four lines at least") };
    assert!(waits(assessment, noor) && waits(request, noor));
    assert!(!waits(noor, fien) && !waits(request, fien), "of somebody else it stands apart");
    let listed = table.clients(&[]);
    let noor = listed.items.iter().find(|client| client.person.id.0 == "noor").unwrap();
    assert_eq!(noor.requests.len(), 1, "the conversation stands with the client");
}

/// F6: the screen is not turned to who represents the client no more, also for what was
/// asked before, and for the others nothing changes.
#[test]
fn who_is_recorded_no_more_answers_nothing() {
    let mut table = Table::new();
    let both = Value::from([representative("loes"), representative("bart")].to_vec());
    let mut with_both = child();
    with_both["representatives"] = both;
    let recorded = table.taken(CLIENTS, &with_both);
    let mut new = json!(fixture::new_request());
    new["subject"] = json!({ "person": child()["person"], "birthDate": "2017-03-01" });
    new["signatories"] = recorded["signatories"].clone();
    let asked = table.taken("consent-requests", &new);
    let turns = |table: &Table, asked: &Value, who: &str| {
        let id = asked["id"].as_str().unwrap();
        table
            .visit
            .may_turn(id, &who.into(), table.moment.into())
            .map_err(|refused| refused.body["type"].clone())
    };
    table.turned_to = Some("bart".into());
    let seen = table.reads(&path(&asked));
    table.presents(&seen);
    let ready = table.confirmation(&seen, Choice::All);
    table.turned_to = None;

    table.taken(CLIENTS, &child());
    let wrong = json!(ProblemType::WrongSignatory);
    assert_eq!(turns(&table, &asked, "bart"), Err(wrong.clone()));
    table.turned_to = Some("bart".into());
    assert_eq!(table.refused(&format!("{}/decisions", path(&asked)), &ready)["type"], wrong);
    table.turned_to = None;
    assert_eq!(turns(&table, &asked, "loes"), Ok(()));
    table.says_yes(&asked, "loes");

    table.taken(CLIENTS, &with_both);
    assert_eq!(turns(&table, &asked, "bart"), Ok(()), "a representative again");
    table.says_yes(&asked, "bart");
}

#[test]
fn recording_anew_replaces_and_keeps_its_order() {
    let mut table = Table::new();
    table.taken(CLIENTS, &adult("noor"));
    let asked = table.taken("consent-requests", &fixture::new_request());
    let mut changed = adult("noor");
    changed["caseReference"] = json!("Z-2");
    assert_eq!(table.taken(CLIENTS, &changed)["requests"][0]["id"], asked["id"]);
    let listed = table.clients(&[]).items;
    assert_eq!((listed.len(), listed[0].case_reference.as_deref()), (1, Some("Z-2")));
    let [first, request, second] = &table.log[..] else { panic!("three lines") };
    assert_eq!(first.about[1], second.about[1], "the outbox knows whose place it takes");
    assert!(!waits(second, first) && !waits(second, request), "nothing that is refused holds it back");

    let mut again = table.restored();
    assert!(again.visit == table.visit);
    for line in table.log.clone() {
        assert!(!again.visit.replay(&line), "what is here already is not taken twice");
    }
    assert!(again.visit == table.visit, "nor does what was recorded first come back");
}

#[test]
fn of_what_waits_this_device_knows_more_than_a_list_of_the_backend() {
    let mut table = Table::new();
    let mut changed = adult("noor");
    changed["caseReference"] = json!("Z-2");
    table.taken(CLIENTS, &changed);
    let mark = table.log[0].about[0];
    let told = |minutes: i64| -> Client {
        let recorded_at = table.moment + TimeDelta::minutes(minutes);
        Client { recorded_at, ..client("noor", &fixture::new_request()) }
    };
    let shown = |told: Client, unsent: &[_]| -> Option<String> {
        let page = Page { items: vec![told], next_cursor: None };
        let listed = table.visit.with_requests(page, unsent, table.moment.into());
        assert_eq!(listed.items.len(), 1, "nobody stands there twice");
        listed.items[0].case_reference.clone()
    };
    let own = Some("Z-2".to_owned());
    assert_eq!(shown(told(1), &[mark]), own, "not sent yet");
    assert_eq!(shown(told(-1), &[]), own, "sent, and the list is from before");
    assert_eq!(shown(told(1), &[]), None, "recorded anew since, by somebody else");
}

/// F2, F6: nobody types who signs for who was recorded, here or at the backend; and what
/// was taken stays taken when somebody is recorded anew.
#[test]
fn what_is_asked_is_for_the_client_as_recorded() {
    let joint = fixture::joint_request();
    let mut grown = joint.clone();
    grown.subject.birth_date = "1990-01-01".parse().unwrap();
    grown.signatories.truncate(1);
    let typed = [("/subject/birthDate", "not-as-recorded"), ("/signatories", "not-as-recorded")];
    let told = client("sem", &joint);
    let recorded = json!({
        "person": told.person, "birthDate": told.birth_date, "representatives": told.representatives,
    });
    for here in [true, false] {
        let mut table = Table::new();
        match here {
            true => drop(table.taken(CLIENTS, &recorded)),
            false => table.visit.know_clients(vec![told.clone()]),
        }
        let problem = table.refused("consent-requests", &grown);
        let params = problem["invalidParams"].as_array().unwrap();
        let said: Vec<_> =
            params.iter().map(|it| [&it["name"], &it["reason"]].map(|it| it.as_str().unwrap())).collect();
        assert_eq!(said, typed.map(|(name, reason)| [name, reason]), "recorded here: {here}");
        let steps = NewAssessment { subject: grown.subject.clone(), ..fixture::intake::assessment() };
        let problem = table.refused("assessments", &steps);
        assert_eq!(problem["invalidParams"][0]["name"], "/subject/birthDate");
        let asked = table.taken("consent-requests", &joint);
        table.moment += TimeDelta::minutes(1);
        let mut anew = recorded.clone();
        anew["representatives"].as_array_mut().unwrap().pop();
        table.taken(CLIENTS, &anew);
        assert!(table.restored().visit == table.visit, "a later recording undoes nothing");
        table.refused("consent-requests", &joint);
        // It was sent, and the backend tells of it.
        let mut alone = joint.clone();
        alone.signatories.pop();
        table.visit.know_clients(vec![Client { recorded_at: table.moment, ..client("sem", &alone) }]);
        table.restored().reads(&path(&asked));
    }
}

/// F2: what the backend told on the eve of a birthday is of that day, with or without a
/// network.
#[test]
fn who_signs_changes_at_midnight_also_without_a_network() {
    let mut table = Table::new();
    let mut joint = fixture::joint_request();
    joint.subject.birth_date = (today() + Days::new(1)) - Months::new(12 * 12);
    let sem = client("sem", &joint);
    assert_eq!(sem.signatories_until, Some(today()));
    table.visit.know_clients(vec![sem]);
    let signs = |table: &Table| table.clients(&[]).items[0].signatories.clone();
    assert_eq!(signs(&table), joint.signatories[1..]);
    let mut young = joint.clone();
    young.signatories = signs(&table);
    let late = table.refused("consent-requests", &young);
    assert_eq!(late["invalidParams"][0]["reason"], "signatories-change");
    young.answer_before_date = today();
    table.taken("consent-requests", &young);
    table.moment += TimeDelta::days(1);
    assert_eq!(signs(&table), joint.signatories);
    joint.items.iter_mut().for_each(|item| item.start_date = today() + Days::new(1));
    table.taken("consent-requests", &joint);
}

#[test]
fn a_client_who_holds_the_screen_records_nobody() {
    let mut table = Table::new();
    table.turned_to = Some("noor".into());
    assert_eq!(table.post(CLIENTS, &adult("noor")).0.status, 404);
    assert_eq!(table.log, []);
}

#[test]
fn practising_has_its_own_recordings() {
    let mut table = Table::new();
    table.visit = table.empty().practising(table.moment.into());
    let before = names(&table.reads(CLIENTS)).len();
    table.taken(CLIENTS, &child());
    let listed = table.reads(CLIENTS);
    assert_eq!((names(&listed).len(), names(&listed)[0]), (before + 1, "fien"));
    let mut known = listed["items"][1].clone();
    let members = known.as_object_mut().unwrap();
    members.retain(|name, _| ["person", "birthDate"].contains(&name.as_str()));
    known["person"]["displayName"] = json!("Oefencliënt Anders");
    table.taken(CLIENTS, &known);
    let listed = table.reads(CLIENTS);
    assert_eq!(
        (names(&listed).len(), &listed["items"][1]["person"]["displayName"]),
        (before + 1, &known["person"]["displayName"])
    );
}
