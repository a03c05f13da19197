// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A kitchen table: a visit with a clock, keys and a log, and who holds the screen.

#![allow(dead_code, reason = "every test file uses a part of it")]

use crate::fixture::{self, Choice, noon, today};
use chrono::{DateTime, TimeDelta, Utc};
use samenspraak_contract::Page;
use samenspraak_contract::client::{Client, ClientRequest};
use samenspraak_contract::configuration::{Configuration, Role, SignedIn};
use samenspraak_contract::id::{EventId, PersonId};
use samenspraak_contract::request::NewConsentRequest;
use samenspraak_contract::sorted::SortedMap;
use samenspraak_contract::text::Language;
use samenspraak_rules::intake::{client, facts::ClientFacts};
use samenspraak_visit::{Answer, Entry, Question, Visit};
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

pub const WORKER: &str = "worker";

pub struct Table {
    pub visit: Visit,
    pub log: Vec<Entry>,
    pub moment: DateTime<Utc>,
    pub turned_to: Option<PersonId>,
    keys: u128,
}

pub fn settings() -> Configuration {
    Configuration {
        controller: fixture::catalogue().controller,
        languages: vec![Language::dutch()],
        profile: 2,
        signed_in: Some(SignedIn { person: fixture::person(WORKER), role: Role::Coordinator, untold: 0 }),
        sign_in_url: Some("/sign-in".into()),
        texts: SortedMap::new(),
        idle_timeout_ms: Some(600_000),
    }
}

/// Whether a line of the log has to wait when an earlier one was refused.
pub fn waits(line: &Entry, refused: &Entry) -> bool {
    refused.makes.iter().any(|id| line.about.contains(id))
}

/// The request that an assessment, as it was kept, leads to.
pub fn request_of(assessed: &Value) -> NewConsentRequest {
    NewConsentRequest {
        assessment_id: Some(assessed["id"].as_str().unwrap().parse().unwrap()),
        items: serde_json::from_value(assessed["items"].clone()).unwrap(),
        ..fixture::new_request()
    }
}

pub fn path(request: &Value) -> String {
    format!("consent-requests/{}", request["id"].as_str().unwrap())
}

/// Whom a request is about, as a client of the backend.
pub fn client(id: &str, of: &NewConsentRequest) -> Client {
    let facts = ClientFacts {
        id: EventId(Uuid::nil()),
        person: fixture::person(id),
        birth_date: of.subject.birth_date,
        representatives: of
            .signatories
            .iter()
            .filter(|it| it.capacity.is_representative())
            .cloned()
            .collect(),
        household: None,
        case_reference: None,
        recorded_by: WORKER.into(),
        recorded_at: noon(today()),
    };
    client::view(&facts, Vec::new(), &fixture::catalogue().age_rule, today())
}

impl Table {
    pub fn new() -> Self {
        let visit = Visit::new(fixture::catalogue(), settings()).unwrap();
        Self { visit, log: Vec::new(), moment: noon(today()), turned_to: None, keys: 0 }
    }

    /// A visit in which nothing was taken.
    pub fn empty(&self) -> Visit {
        Visit::new(fixture::catalogue(), settings()).unwrap()
    }

    /// The table after the browser was killed and opened again.
    pub fn restored(&self) -> Self {
        let mut visit = self.empty();
        visit.know_clients(self.visit.clients().to_vec());
        for entry in &self.log {
            let kept: Entry = serde_json::from_value(json!(entry)).unwrap();
            assert!(visit.replay(&kept));
        }
        Self { visit, log: self.log.clone(), moment: self.moment, turned_to: None, keys: self.keys }
    }

    pub fn key(&mut self) -> String {
        self.keys += 1;
        Uuid::from_u128(0xfeed_0000 + self.keys).to_string()
    }

    pub fn get(&mut self, path: &str) -> Answer {
        self.ask("GET", path, "", "").0
    }

    pub fn reads(&mut self, path: &str) -> Value {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    }

    pub fn post_under(&mut self, path: &str, key: &str, body: &str) -> (Answer, Option<Entry>) {
        let (answer, entry) = self.ask("POST", path, key, body);
        assert!(entry.is_none() || answer.is_created(), "{answer:?}");
        self.log.extend(entry.clone());
        (answer, entry)
    }

    pub fn post(&mut self, path: &str, body: &impl Serialize) -> (Answer, Option<Entry>) {
        let key = self.key();
        self.post_under(path, &key, &json!(body).to_string())
    }

    pub fn taken(&mut self, path: &str, body: &impl Serialize) -> Value {
        self.moment += TimeDelta::seconds(1);
        let (answer, entry) = self.post(path, body);
        assert!(answer.is_created() && entry.is_some(), "{path}: {}", answer.body);
        answer.body
    }

    pub fn refused(&mut self, path: &str, body: &impl Serialize) -> Value {
        let (answer, entry) = self.post(path, body);
        assert!(answer.status >= 400 && entry.is_none(), "{path}: {}", answer.body);
        answer.body
    }

    fn ask(&mut self, method: &str, path: &str, key: &str, body: &str) -> (Answer, Option<Entry>) {
        let turned = self.turned_to.clone();
        let moment = self.moment.into();
        self.visit.answer(&Question { method, path, key, body, turned_to: turned.as_ref(), moment })
    }

    /// The citizen's screen records what it shows.
    pub fn presents(&mut self, seen: &Value) -> Value {
        let body = json!({
            "consentRequestId": seen["id"],
            "language": "nl",
            "noticeHash": seen["noticeHashes"]["nl"],
            "renderer": "test/1",
        });
        self.taken("notice-presentations", &body)
    }

    /// What the citizen's screen sends, citing the last presentation.
    pub fn confirmation(&self, seen: &Value, choice: Choice) -> Value {
        let shown = self.log.iter().rev().find(|entry| entry.kind == "notice-presentations").unwrap();
        let questions = seen["items"].as_array().unwrap().iter().filter(|item| item["kind"] == "consent");
        let choices: Vec<Value> = questions
            .map(|item| {
                json!({
                    "itemId": item["id"],
                    "scopeFingerprint": item["scopeFingerprint"],
                    "deferred": choice == Choice::Later,
                    "answers": answers(item, choice),
                })
            })
            .collect();
        json!({
            "presentationId": shown.body["id"],
            "noticeHash": seen["noticeHashes"]["nl"],
            "language": "nl",
            "choices": choices,
        })
    }

    pub fn decides(&mut self, seen: &Value, choice: Choice) -> Value {
        let body = self.confirmation(seen, choice);
        self.taken(&format!("{}/decisions", path(seen)), &body)
    }

    pub fn confirms(&mut self, seen: &Value, choice: Choice) -> Value {
        self.presents(seen);
        self.decides(seen, choice)
    }

    /// The screen is turned to somebody, who says yes to everything.
    pub fn says_yes(&mut self, asked: &Value, who: &str) {
        self.turned_to = Some(who.into());
        let seen = self.reads(&path(asked));
        self.confirms(&seen, Choice::All);
        self.turned_to = None;
    }

    pub fn clients(&self, newer: &[Uuid]) -> Page<Client> {
        let page = Page { items: self.visit.clients().to_vec(), next_cursor: None };
        self.visit.with_requests(page, newer, self.moment.into())
    }

    /// The requests of a client, as a backend would list them.
    pub fn lines_of(&mut self, client: &Client) -> Vec<ClientRequest> {
        self.visit.know_clients(vec![client.clone()]);
        self.clients(&[]).items[0].requests.clone()
    }
}

fn answers(item: &Value, choice: Choice) -> Value {
    let data = item["personalData"].as_array().unwrap();
    let yes = |index: usize| match choice {
        Choice::All => true,
        Choice::First => index == 0,
        Choice::Last => index + 1 == data.len(),
        Choice::Nothing | Choice::Later => false,
    };
    let said = data.iter().enumerate().map(|(index, datum)| {
        let id = datum["dataType"]["id"].as_str().unwrap().to_owned();
        (id, json!(if yes(index) { "yes" } else { "no" }))
    });
    if choice == Choice::Later { json!({}) } else { Value::Object(said.collect()) }
}
