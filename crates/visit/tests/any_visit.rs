// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whatever people do at the table, in whatever order: the log says it all, in order,
//! under ids that never come twice.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

#[path = "../../rules/tests/fixture/mod.rs"]
mod fixture;
mod table;

use chrono::TimeDelta;
use fixture::Choice;
use proptest::prelude::*;
use samenspraak_contract::client::Client;
use samenspraak_contract::request::NewConsentRequest;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use table::*;

const PEOPLE: [&str; 4] = ["noor", "sem", "mother", "father"];

/// One thing somebody does, or tries to do.
#[derive(Clone, Debug)]
enum Act {
    Record { who: usize, born: u32 },
    Ask { joint: bool },
    Answer { request: usize, who: usize, choice: Choice },
    PressAgain,
    ClockMoves { minutes: i64 },
    BrowserDies,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0..PEOPLE.len(), 1950..2040u32).prop_map(|(who, born)| Act::Record { who, born }),
        any::<bool>().prop_map(|joint| Act::Ask { joint }),
        (0..4usize, 0..PEOPLE.len(), 0..Choice::EVERY.len()).prop_map(|(request, who, choice)| Act::Answer {
            request,
            who,
            choice: Choice::EVERY[choice]
        }),
        Just(Act::PressAgain),
        (-4_000..4_000i64).prop_map(|minutes| Act::ClockMoves { minutes }),
        Just(Act::BrowserDies),
    ]
}

/// A table, with what was asked at it and what was pressed last.
struct Day {
    table: Table,
    asked: Vec<Value>,
    last: Option<(String, String, String)>,
}

impl Day {
    fn live(&mut self, act: &Act) {
        match act {
            Act::Record { who, born } => self.record(PEOPLE[*who], *born),
            Act::Ask { joint: true } => self.ask(&fixture::joint_request()),
            Act::Ask { joint: false } => self.ask(&fixture::new_request()),
            Act::Answer { request, who, choice } => self.answer(*request, PEOPLE[*who], *choice),
            Act::PressAgain => self.press_again(),
            Act::ClockMoves { minutes } => self.table.moment += TimeDelta::minutes(*minutes),
            Act::BrowserDies => self.table = self.table.restored(),
        }
    }

    fn press(&mut self, path: &str, body: &Value) -> Value {
        let (key, body) = (self.table.key(), body.to_string());
        let (answer, _) = self.table.post_under(path, &key, &body);
        self.last = Some((path.to_owned(), key, body));
        answer.body
    }

    // Who is not born yet is refused, and whom somebody recorded before is replaced.
    fn record(&mut self, who: &str, born: u32) {
        let person = json!({ "id": who, "displayName": who });
        self.press("clients", &json!({ "person": person, "birthDate": format!("{born}-03-15") }));
        let stands = |client: &Client| client.person.id.0 == who;
        assert!(self.table.clients(&[]).items.iter().filter(|it| stands(it)).count() <= 1);
    }

    // The dates of the question are those of the day; whatever the clock says, it is
    // taken or refused, and never half.
    fn ask(&mut self, new: &NewConsentRequest) {
        self.table.turned_to = None;
        let made = self.press("consent-requests", &json!(new));
        self.asked.extend(made.get("noticeHashes").is_some().then_some(made));
    }

    fn answer(&mut self, request: usize, who: &str, choice: Choice) {
        let Some(asked) = self.asked.get(request).cloned() else { return };
        self.table.turned_to = Some(who.into());
        let seen = self.table.get(&path(&asked));
        if seen.status == 200 {
            let shown = json!({
                "consentRequestId": asked["id"],
                "language": "nl",
                "noticeHash": asked["noticeHashes"]["nl"],
                "renderer": "test/1",
            });
            self.press("notice-presentations", &shown);
            let body = self.table.confirmation(&seen.body, choice);
            self.press(&format!("{}/decisions", path(&asked)), &body);
        }
        self.table.turned_to = None;
    }

    fn press_again(&mut self) {
        let Some((path, key, body)) = self.last.clone() else { return };
        let length = self.table.log.len();
        let known = self.table.log.iter().any(|entry| entry.key.to_string() == key);
        let (answer, entry) = self.table.post_under(&path, &key, &body);
        if known {
            assert!(answer.is_created() && entry.is_none(), "{answer:?}");
            assert_eq!(self.table.log.len(), length);
        }
    }
}

// Every id that the visit made, in all it holds in its log and its answers.
fn ids_made(table: &mut Table, asked: &[Value]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    for entry in &table.log {
        ids.extend(text(&entry.body["id"]));
        ids.extend(entry.body["items"].as_array().into_iter().flatten().filter_map(|item| text(&item["id"])));
    }
    for request in asked {
        let items = request["items"].as_array().unwrap();
        ids.extend(items.iter().filter_map(|item| text(&item["standing"]["recordId"])));
    }
    ids
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_log_is_the_visit(acts in prop::collection::vec(act(), 1..20)) {
        let mut day = Day { table: Table::new(), asked: Vec::new(), last: None };
        for act in &acts {
            let before = day.table.log.len();
            day.live(act);
            // Only ever added to.
            prop_assert!(day.table.log.len() >= before);
        }
        let restored = day.table.restored();
        prop_assert!(restored.visit == day.table.visit);
        let ids = ids_made(&mut day.table, &day.asked);
        let different: BTreeSet<&String> = ids.iter().collect();
        prop_assert_eq!(different.len(), ids.len());
        let keys: BTreeSet<_> = day.table.log.iter().map(|entry| entry.key).collect();
        prop_assert_eq!(keys.len(), day.table.log.len());
    }

    #[test]
    fn nobody_answers_twice_and_nobody_for_another(acts in prop::collection::vec(act(), 1..20)) {
        let mut day = Day { table: Table::new(), asked: Vec::new(), last: None };
        acts.iter().for_each(|act| day.live(act));
        let mut settled = BTreeSet::new();
        for entry in day.table.log.iter().filter(|entry| entry.kind == "decisions") {
            let who = entry.body["expression"]["personId"].as_str().unwrap().to_owned();
            prop_assert_eq!(entry.turned_to.as_ref().map(|person| person.0.clone()), Some(who.clone()));
            for choice in entry.body["choices"].as_array().unwrap() {
                let item = choice["itemId"].as_str().unwrap().to_owned();
                if choice["deferred"] == false {
                    prop_assert!(settled.insert((who.clone(), item)), "answered before");
                }
            }
        }
    }
}
