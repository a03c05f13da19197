// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A visit takes what the rules take, refuses what they refuse in the same words, and
//! stands again when its log is replayed.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

#[path = "../../rules/tests/fixture/mod.rs"]
mod fixture;
mod table;

use chrono::{Days, TimeDelta};
use fixture::{Choice, day, noon, today};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure_decision::Consultation;
use samenspraak_contract::id::PersonId;
use samenspraak_contract::problem::{Problem, ProblemType};
use samenspraak_contract::refusal::{NewRefusalOutcome, OutcomeType};
use samenspraak_contract::request::{ConsentRequest, NewConsentRequest, RequestStatus};
use samenspraak_rules::intake::assessment;
use samenspraak_rules::request;
use samenspraak_visit::Visit;
use serde_json::{Value, json};
use table::*;

#[test]
fn a_whole_visit_is_taken_and_handed_back_line_by_line() {
    let mut table = Table::new();
    let assessed = table.taken("assessments", &fixture::intake::assessment());
    let request = table.taken("consent-requests", &request_of(&assessed));
    let id = request["id"].as_str().unwrap().to_owned();
    table.turned_to = Some("noor".into());
    let seen = table.reads(&format!("consent-requests/{id}"));
    assert_eq!(seen["capacity"], "data-subject");
    assert_eq!(seen["assessmentId"], Value::Null, "that is for staff");
    let decision = table.confirms(&seen, Choice::All);
    assert_eq!(decision["records"][0]["status"], "given");
    let kinds: Vec<_> = table.log.iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds, ["assessments", "consent-requests", "notice-presentations", "decisions"]);

    let body = |index: usize| &table.log[index].body;
    assert_eq!(body(0)["completedAt"], "2026-11-22T12:00:01Z");
    assert_eq!(body(1)["id"], request["id"]);
    assert_eq!(body(1)["items"][0]["id"], request["items"][0]["id"]);
    assert_eq!(body(2)["shownTo"], "noor");
    assert_eq!(body(3)["presentationId"], body(2)["id"]);
    assert_eq!(body(3)["expression"]["personId"], "noor");
    assert_eq!(body(3)["expression"]["method"], "digital");
    assert!(body(3)["expression"]["expressedAt"].is_string());
    let builds = |later: usize, on: usize| waits(&table.log[later], &table.log[on]);
    assert!(builds(1, 0) && builds(2, 1) && builds(3, 1) && builds(3, 2));
}

// Mother may have answered at home: what is refused of her is no reason to hold Sem's word.
#[test]
fn what_one_person_says_does_not_wait_for_what_another_said() {
    let mut table = Table::new();
    table.visit.know_clients(vec![client("sem", &fixture::joint_request())]);
    let asked = table.taken("consent-requests", &fixture::joint_request());
    table.says_yes(&asked, "mother");
    table.says_yes(&asked, "sem");
    let [request, shown, decided, sem @ ..] = &table.log[..] else { panic!("three lines at least") };
    assert!(waits(shown, request) && waits(decided, shown));
    assert!(decided.makes.is_empty(), "nothing builds on what was said");
    for line in sem {
        assert!(waits(line, request) && !waits(line, shown) && !waits(line, decided));
    }
    let old = json!(decided).as_object().unwrap().clone();
    let old: serde_json::Map<_, _> = old.into_iter().filter(|(name, _)| name != "makes").collect();
    let kept: samenspraak_visit::Entry = serde_json::from_value(old.into()).unwrap();
    assert_eq!(kept.body, decided.body, "also as it was kept before it said so");
}

#[test]
fn what_the_rules_refuse_is_refused_in_their_words() {
    let mut gaps = fixture::intake::assessment();
    gaps.secrecy = None;
    let said = assessment::check(&gaps, &fixture::catalogue(), &WORKER.into(), today());
    assert!(!said.is_empty());
    let mut table = Table::new();
    let problem: Problem = serde_json::from_value(table.refused("assessments", &gaps)).unwrap();
    assert_eq!((problem.status, problem.problem_type), (400, ProblemType::InvalidInput));
    assert_eq!(problem.invalid_params, said);

    let mut own = fixture::new_request();
    own.signatories[0].person.id = WORKER.into();
    let said = request::check(&own, &fixture::catalogue(), &WORKER.into(), today());
    let problem: Problem = serde_json::from_value(table.refused("consent-requests", &own)).unwrap();
    assert_eq!(problem.invalid_params, said);
    assert_eq!(table.log, [], "nothing of it is kept");
    assert!(table.visit == table.empty());
}

#[test]
fn a_request_has_the_items_of_its_assessment() {
    let mut table = Table::new();
    let assessed = table.taken("assessments", &fixture::intake::assessment());
    let mut request = request_of(&assessed);
    request.items.pop();
    let problem = table.refused("consent-requests", &request);
    assert_eq!(problem["invalidParams"][0]["reason"], "not-assessed");
}

#[test]
fn an_intake_worker_asks_nothing_without_the_six_steps() {
    let mut table = Table::new();
    let mut settings = settings();
    settings.signed_in.as_mut().unwrap().role = Role::IntakeWorker;
    table.visit = Visit::new(fixture::catalogue(), settings).unwrap();
    let problem = table.refused("consent-requests", &fixture::new_request());
    assert_eq!(problem["invalidParams"][0]["reason"], "step-missing");
    // Steps and questions that another device went through are the backend's to know.
    let elsewhere = Some("019a0000-0000-7000-8000-000000000001");
    for (member, id) in [("assessmentId", elsewhere), ("replaces", elsewhere)] {
        let mut body = json!(fixture::new_request());
        body[member] = json!(id);
        assert_eq!(table.post("consent-requests", &body).0.status, 404, "{member}");
    }
}

/// E1, A6: without a network the same rules hold for what replaces a question, and for
/// the conversation before it.
#[test]
fn what_replaces_a_question_is_a_correction_of_it_here_too() {
    let mut table = Table::new();
    let asked = table.taken("consent-requests", &fixture::new_request());
    let mut newer = NewConsentRequest {
        replaces: serde_json::from_value(asked["id"].clone()).unwrap(),
        ..fixture::new_request()
    };
    for (item, before) in newer.items.iter_mut().zip(asked["items"].as_array().unwrap()) {
        item.replaces_item_id = serde_json::from_value(before["id"].clone()).unwrap();
    }
    let refused = |table: &mut Table, new: &NewConsentRequest| {
        let problem = table.refused("consent-requests", new);
        let only = &problem["invalidParams"][0];
        assert_eq!(problem["invalidParams"].as_array().unwrap().len(), 1, "{problem}");
        (only["name"].as_str().unwrap().to_owned(), only["reason"].as_str().unwrap().to_owned())
    };
    let mut longer = newer.clone();
    longer.items[0].end_date = longer.items[0].end_date + Days::new(1);
    assert_eq!(refused(&mut table, &longer), ("/items/0".to_owned(), "step-missing".to_owned()));
    let silent = NewConsentRequest { conversation_reference: None, ..newer.clone() };
    assert_eq!(refused(&mut table, &silent), ("/conversationReference".to_owned(), "missing".to_owned()));
    newer.introduction = fixture::text("Dezelfde vraag, in andere woorden.");
    table.taken("consent-requests", &newer);
}

#[test]
fn the_same_key_answers_the_same_and_another_body_is_refused() {
    let mut table = Table::new();
    let key = table.key();
    let body = json!(fixture::new_request()).to_string();
    let (first, entry) = table.post_under("consent-requests", &key, &body);
    assert!(entry.is_some());
    table.moment += TimeDelta::hours(1);
    assert_eq!(table.post_under("consent-requests", &key, &body), (first.clone(), None));
    let (other, entry) = table.post_under("consent-requests", &key, &body.replace("Z-1", "Z-2"));
    assert_eq!((other.status, entry.is_none()), (409, true));
    // After a reload the screen may send its last word once more.
    let mut again = table.restored();
    assert_eq!(again.post_under("consent-requests", &key, &body), (first, None));
}

#[test]
fn every_prefix_of_the_log_restores_the_visit_as_it_was() {
    let mut table = Table::new();
    let mut stood = vec![table.visit.clone()];
    let asked = table.taken("consent-requests", &fixture::joint_request());
    stood.push(table.visit.clone());
    for who in ["sem", "mother"] {
        table.turned_to = Some(who.into());
        let seen = table.reads(&path(&asked));
        table.presents(&seen);
        stood.push(table.visit.clone());
        table.decides(&seen, Choice::First);
        stood.push(table.visit.clone());
    }
    table.turned_to = None;
    for (length, before) in stood.iter().enumerate() {
        let mut visit = table.empty();
        assert!(table.log[..length].iter().all(|entry| visit.replay(entry)));
        assert!(&visit == before, "after {length} lines");
    }
    // What another tab took and this one has already changes nothing.
    let before = table.visit.clone();
    for entry in &table.log {
        assert!(!table.visit.replay(entry));
    }
    assert!(table.visit == before);
}

#[test]
fn the_turned_screen_shows_a_client_their_own_questions_and_nothing_else() {
    let mut table = Table::new();
    let own = table.taken("consent-requests", &fixture::new_request());
    let other = table.taken("consent-requests", &fixture::joint_request());
    table.turned_to = Some("noor".into());
    let settings = table.reads("configuration?controllerId=voorbeeldstad");
    assert_eq!(
        settings["signedIn"],
        json!({ "person": { "id": "noor", "displayName": "noor" }, "role": "citizen", "untold": 0 })
    );
    let open = table.reads("consent-requests?status=open");
    assert_eq!(open["items"].as_array().unwrap().len(), 1);
    assert_eq!(open["items"][0]["id"], own["id"]);
    for hidden in ["clients", "catalogue", "consent-records", "assessments", &path(&other)] {
        assert_eq!(table.get(hidden).status, 404, "{hidden}");
    }
    for staff in ["assessments", "consent-requests", "refusal-outcomes", "disclosure-decisions"] {
        assert_eq!(table.post(staff, &json!(fixture::new_request())).0.status, 404, "{staff}");
    }
    let seen = table.reads(&path(&own));
    table.presents(&seen);
    // Nobody answers for another from this screen.
    let mut body = table.confirmation(&seen, Choice::All);
    body["expression"] = json!({ "personId": "mother", "method": "digital" });
    assert_eq!(table.post(&format!("{}/decisions", path(&own)), &body).0.status, 404);
}

#[test]
fn nobody_reads_what_another_signatory_answered() {
    let mut table = Table::new();
    let asked = table.taken("consent-requests", &fixture::joint_request());
    table.turned_to = Some("mother".into());
    let seen = table.reads(&path(&asked));
    table.confirms(&seen, Choice::Nothing);
    table.turned_to = Some("sem".into());
    let seen = table.reads(&path(&asked));
    assert_eq!(seen["items"][0]["standing"]["status"], "requested");
    assert_eq!(seen["items"][0]["standing"]["awaitsAnswer"], true);
}

#[test]
fn the_screen_turns_to_who_still_has_to_answer() {
    let mut table = Table::new();
    let asked = table.taken("consent-requests", &fixture::new_request());
    let id = asked["id"].as_str().unwrap().to_owned();
    let why = |table: &Table, who: &str| {
        table.visit.may_turn(&id, &who.into(), table.moment.into()).err().map(|answer| answer.status)
    };
    assert_eq!(why(&table, "noor"), None);
    assert_eq!(why(&table, "mother"), Some(409));
    table.turned_to = Some("noor".into());
    let seen = table.reads(&path(&asked));
    table.confirms(&seen, Choice::All);
    assert_eq!(why(&table, "noor"), Some(409));
}

fn outcome_of(asked: &Value) -> NewRefusalOutcome {
    NewRefusalOutcome {
        id: None,
        consent_request_id: asked["id"].as_str().unwrap().parse().unwrap(),
        item_ids: vec![asked["items"][0]["id"].as_str().unwrap().parse().unwrap()],
        outcome_type: OutcomeType::Stopped,
        stops: "De hulp thuis begint niet.".into(),
        continues: String::new(),
        alternatives: String::new(),
        explained_on: today(),
        consultation: Consultation {
            colleague: Some(fixture::person("colleague")),
            function: "gedragswetenschapper".into(),
            date: today(),
            anonymised: true,
        },
        rationale: "Zonder deze gegevens kan de hulp niet veilig beginnen.".into(),
        informed_on: today(),
        ground_id: None,
        measure: None,
        decided_at: None,
    }
}

#[test]
fn a_no_is_followed_by_an_outcome_that_the_client_list_waits_for() {
    let mut table = Table::new();
    table.visit.know_clients(vec![client("noor", &fixture::new_request())]);
    let asked = table.taken("consent-requests", &fixture::new_request());
    table.turned_to = Some("noor".into());
    let seen = table.reads(&path(&asked));
    table.confirms(&seen, Choice::Nothing);
    table.turned_to = None;
    let missing = |table: &Table| table.clients(&[]).items[0].requests[0].outcome_missing;
    assert!(missing(&table));
    let outcome = outcome_of(&asked);
    let alone = NewRefusalOutcome {
        consultation: Consultation { colleague: None, ..outcome.consultation.clone() },
        ..outcome.clone()
    };
    let problem = table.refused("refusal-outcomes", &alone);
    assert_eq!(problem["invalidParams"][0]["reason"], "second-person-missing");
    table.taken("refusal-outcomes", &outcome);
    assert!(!missing(&table));
    assert!(table.restored().visit == table.visit);
}

// Whoever said it, and wherever: at home, as the backend shows it to staff.
#[test]
fn a_no_that_the_backend_tells_of_is_followed_by_an_outcome_too() {
    for (request, about, silent) in [
        (fixture::new_request(), "noor", None),
        (fixture::joint_request(), "sem", Some("father")),
        (fixture::joint_request(), "sem", None),
    ] {
        let mut elsewhere = Table::new();
        let asked = elsewhere.taken("consent-requests", &request);
        let signs = request.signatories.iter().map(|it| it.person.id.clone());
        for (index, who) in signs.filter(|id| Some(&*id.0) != silent).enumerate() {
            elsewhere.turned_to = Some(who);
            let shown = elsewhere.reads(&path(&asked));
            elsewhere.confirms(&shown, if index == 0 { Choice::Nothing } else { Choice::All });
        }
        elsewhere.turned_to = None;
        let seen = serde_json::from_value(elsewhere.reads(&path(&asked))).unwrap();
        let mut known = client(about, &request);
        known.requests = elsewhere.lines_of(&known);

        let mut table = Table::new();
        table.visit.know_clients(vec![known]);
        assert!(table.visit.know_request(&seen), "{about} without {silent:?}");
        let id = asked["id"].as_str().unwrap();
        // Who else answered is not told before everybody did (F7).
        for who in request.signatories.iter().map(|it| &it.person.id) {
            let may = table.visit.may_turn(id, who, table.moment.into()).is_ok();
            assert_eq!(may, silent.is_some(), "{}", who.0);
        }
        if silent.is_some() {
            let early = table.refused("refusal-outcomes", &outcome_of(&asked));
            assert_eq!(early["invalidParams"][0]["reason"], "not-refused");
            continue;
        }
        table.taken("refusal-outcomes", &outcome_of(&asked));
        let again = table.refused("refusal-outcomes", &outcome_of(&asked));
        assert_eq!(again["invalidParams"][0]["reason"], "duplicate");
    }
}

// Staff read that it was given, and not to which data: nothing is made up about that.
#[test]
fn a_yes_that_was_given_at_home_is_no_no_at_the_table() {
    let mut elsewhere = Table::new();
    let asked = elsewhere.taken("consent-requests", &fixture::new_request());
    elsewhere.turned_to = Some("noor".into());
    let shown = elsewhere.reads(&path(&asked));
    elsewhere.confirms(&shown, Choice::First);
    elsewhere.turned_to = None;
    let mut known = client("noor", &fixture::new_request());
    known.requests = elsewhere.lines_of(&known);

    let mut table = Table::new();
    table.visit.know_clients(vec![known]);
    assert!(table.visit.know_request(&serde_json::from_value(elsewhere.reads(&path(&asked))).unwrap()));
    assert_eq!(
        table.refused("refusal-outcomes", &outcome_of(&asked))["invalidParams"][0]["reason"],
        "not-refused"
    );
    table.turned_to = Some("noor".into());
    let standing = &table.reads(&path(&asked))["items"][0]["standing"];
    assert_eq!((&standing["status"], &standing["awaitsAnswer"]), (&json!("given"), &json!(false)));
    assert!(standing["answers"].as_object().is_none_or(|answers| answers.is_empty()), "{standing}");
}

#[test]
fn a_clock_that_was_put_back_makes_no_answer_older_than_its_question() {
    let mut table = Table::new();
    let asked = table.taken("consent-requests", &fixture::new_request());
    let asked_at = table.moment;
    table.moment = noon(today() - Days::new(3));
    table.turned_to = Some("noor".into());
    let seen = table.reads(&path(&asked));
    table.confirms(&seen, Choice::All);
    for (index, at) in [(1, "/presentedAt"), (2, "/expression/expressedAt")] {
        let at = table.log[index].body.pointer(at).unwrap().as_str().unwrap();
        assert_eq!(at.parse::<chrono::DateTime<chrono::Utc>>().unwrap(), asked_at);
    }
    assert!(table.restored().visit == table.visit);
}

#[test]
fn of_what_waits_to_be_sent_this_device_knows_more_than_the_backend() {
    let mut table = Table::new();
    let mut known = client("noor", &fixture::new_request());
    table.visit.know_clients(vec![known.clone()]);
    let asked = table.taken("consent-requests", &fixture::new_request());
    table.turned_to = Some("noor".into());
    let seen = table.reads(&path(&asked));
    table.confirms(&seen, Choice::All);
    table.turned_to = None;
    // The backend has the question and not yet the answer.
    let mut told = table.clients(&[]).items[0].requests[0].clone();
    told.status = RequestStatus::Open;
    told.awaits = vec!["noor".into()];
    known.requests = vec![told.clone()];
    table.visit.know_clients(vec![known]);
    let id = told.id.0;
    assert_eq!(table.clients(&[id]).items[0].requests[0].awaits, []);
    assert_eq!(table.clients(&[]).items[0].requests, [told]);
}

// The mother answered at home; here the father does, and then the child.
#[test]
fn an_answer_to_a_question_of_the_backend_stands_in_the_list_before_it_is_sent() {
    let mut elsewhere = Table::new();
    let asked = elsewhere.taken("consent-requests", &fixture::joint_request());
    elsewhere.says_yes(&asked, "mother");
    let mut known = client("sem", &fixture::joint_request());
    known.requests = elsewhere.lines_of(&known);
    let seen: ConsentRequest = serde_json::from_value(elsewhere.reads(&path(&asked))).unwrap();

    let mut table = Table::new();
    table.visit.know_clients(vec![known.clone()]);
    assert!(table.visit.know_request(&seen));
    for (who, left, status) in
        [("father", &["sem"][..], RequestStatus::Open), ("sem", &[], RequestStatus::Decided)]
    {
        table.says_yes(&asked, who);
        let line = &table.clients(&[seen.id.0]).items[0].requests[0];
        let left: Vec<PersonId> = left.iter().map(|&id| id.into()).collect();
        assert_eq!((&line.awaits, line.status), (&left, status), "{who} answered");
    }
    assert_eq!(table.clients(&[]).items[0].requests, known.requests, "as told, once all is sent");
}

#[test]
fn a_question_of_the_backend_is_answered_here_under_the_very_text() {
    // What another device asked, as the backend shows it to staff.
    let mut elsewhere = Table::new();
    let asked = elsewhere.taken("consent-requests", &fixture::joint_request());
    let seen = serde_json::from_value(asked.clone()).unwrap();
    let mut known = client("sem", &fixture::joint_request());
    known.requests = elsewhere.lines_of(&known);

    let mut table = Table::new();
    assert!(!table.visit.know_request(&seen), "nobody knows who signs");
    table.visit.know_clients(vec![known]);
    assert!(table.visit.know_request(&seen));
    assert_eq!(table.get(&path(&asked)).status, 404, "the backend tells it to staff");
    table.turned_to = Some("father".into());
    let shown = table.reads(&path(&asked));
    assert_eq!(shown["noticeHashes"], asked["noticeHashes"]);
    let decision = table.confirms(&shown, Choice::All);
    assert_eq!(decision["consentRequestId"], asked["id"]);

    let mut changed: ConsentRequest = seen;
    changed.title = fixture::text("Iets anders");
    assert!(!table.visit.know_request(&changed), "a text that does not fit its hash is not shown");
}

#[test]
fn practising_has_fictional_clients_of_every_way_to_sign() {
    let moment = noon(day("2028-02-29")).into();
    let visit = Visit::new(fixture::catalogue(), settings()).unwrap().practising(moment);
    let mut table = Table::new();
    (table.visit, table.moment) = (visit, noon(day("2028-02-29")));
    let clients = table.reads("clients");
    let signs = |index: usize| clients["items"][index]["signatories"].as_array().unwrap().len();
    assert_eq!([signs(0), signs(1), signs(2)], [1, 2, 1]);
    for client in clients["items"].as_array().unwrap() {
        assert!(client["person"]["id"].as_str().unwrap().starts_with("practice-"));
        assert_eq!(client["signatoryMissing"], false);
    }
}

#[test]
fn a_conversation_without_more_is_a_count_and_nothing_else() {
    let mut table = Table::new();
    table.taken("intake-counts", &json!({ "outcome": "abandoned" }));
    assert_eq!((&table.log[0].body, table.log[0].about.len()), (&json!({ "outcome": "abandoned" }), 0));
    table.refused("intake-counts", &json!({ "outcome": "started" }));
}

#[test]
fn a_presentation_is_to_somebody_who_signs() {
    let mut table = Table::new();
    let asked = table.taken("consent-requests", &fixture::new_request());
    let shown = json!({
        "consentRequestId": asked["id"], "language": "nl",
        "noticeHash": asked["noticeHashes"]["nl"], "renderer": "test/1",
    });
    assert_eq!(table.refused("notice-presentations", &shown)["invalidParams"][0]["name"], "/shownTo");
    let mut old = shown.clone();
    (old["shownTo"], old["noticeHash"]) = (json!("noor"), json!("0".repeat(64)));
    assert_eq!(table.refused("notice-presentations", &old)["status"], 409);
}

#[test]
fn what_is_no_part_of_a_visit_is_not_there() {
    let mut table = Table::new();
    for path in ["disclosures", "filings", "consent-requests/none", "consent-records"] {
        assert_eq!(table.get(path).status, 404, "{path}");
    }
    assert_eq!(table.post("complaints", &json!({})).0.status, 404);
    let (answer, _) = table.post_under("assessments", "no uuid", "{}");
    assert_eq!(answer.body["invalidParams"][0]["name"], "Idempotency-Key");
    assert_eq!(table.post("assessments", &json!({ "surprise": 1 })).0.status, 400);
    let key = table.key();
    assert_eq!(table.post_under("assessments", &key, "{").0.status, 400);
}
