// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The server is killed (SIGKILL) while people confirm, and started again: every
//! decision that was acknowledged is there exactly once, and none is there by half.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use tempfile::TempDir;
use ureq::Agent;
use uuid::Uuid;

/// Questions that are open when the confirming begins.
const QUESTIONS: usize = 24;
/// People who confirm side by side.
const TABS: usize = 8;
/// After how many acknowledgements the server is killed, round by round.
const KILL_AFTER: [usize; 4] = [1, 4, 9, 17];

/// A running server. It is killed when it goes out of scope.
struct Running {
    process: Child,
    address: String,
    agent: Agent,
}

impl Drop for Running {
    fn drop(&mut self) {
        // `kill` is SIGKILL: no warning, no time to finish anything.
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Running {
    fn start(database: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_samenspraak-server"))
            .args(["--listen", "127.0.0.1:0", "--demo", "--database"])
            .arg(format!("sqlite:{}", database.display()))
            .env("RUST_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on ").unwrap().to_owned();
        let agent = Agent::config_builder().http_status_as_error(false).build().into();
        Self { process, address, agent }
    }

    fn sign_in(&self, persona: &str) -> Person {
        let reply = self
            .agent
            .post(format!("{}/demo/session", self.address))
            .send_json(json!({ "persona": persona }))
            .unwrap();
        let cookie = reply.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        Person { address: self.address.clone(), agent: self.agent.clone(), cookie }
    }
}

/// Somebody who is signed in.
#[derive(Clone)]
struct Person {
    address: String,
    agent: Agent,
    cookie: String,
}

impl Person {
    fn get(&self, path: &str) -> Value {
        let url = format!("{}{path}", self.address);
        let mut reply = self.agent.get(url).header("Cookie", &self.cookie).call().unwrap();
        assert_eq!(reply.status().as_u16(), 200, "{path}");
        reply.body_mut().read_json().unwrap()
    }

    /// The answer to a change, or nothing when the server went away under it.
    fn try_post(&self, path: &str, key: Uuid, body: &Value) -> Option<(u16, Value)> {
        let mut reply = self
            .agent
            .post(format!("{}{path}", self.address))
            .header("Cookie", &self.cookie)
            .header("X-CSRF-Protection", "1")
            .header("Idempotency-Key", key.to_string())
            .send_json(body)
            .ok()?;
        Some((reply.status().as_u16(), reply.body_mut().read_json().ok()?))
    }

    fn post(&self, path: &str, key: Uuid, body: &Value) -> Value {
        let (status, body) = self.try_post(path, key, body).unwrap();
        assert_eq!(status, 201, "{path}: {body}");
        body
    }

    fn all(&self, list: &str) -> Vec<Value> {
        let page = self.get(&format!("/v1/{list}?pageSize=100"));
        assert!(page.get("nextCursor").is_none(), "one page holds all of this test");
        page["items"].as_array().unwrap().clone()
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Asks the same question once more, so that there is something to confirm.
fn ask(worker: &Person, like: &Value, key: Uuid) {
    let mut new = Map::new();
    for member in ["title", "introduction", "contactPoint", "answerBeforeDate", "caseReference"] {
        new.insert(member.to_owned(), like[member].clone());
    }
    new.insert("conversationReference".to_owned(), json!("Gesprek 12"));
    let person = &like["subject"];
    new.insert("subject".to_owned(), json!({ "person": person, "birthDate": "1990-05-05" }));
    new.insert("signatories".to_owned(), json!([{ "person": person, "capacity": "data-subject" }]));
    let items = like["items"].as_array().unwrap().iter().map(|item| {
        let data =
            item["personalData"].as_array().unwrap().iter().map(
                |datum| json!({ "dataTypeId": datum["dataType"]["id"], "necessity": datum["necessity"] }),
            );
        let mut new = Map::new();
        for member in [
            "kind",
            "consentKind",
            "proportionality",
            "subsidiarity",
            "consequencesIfGiven",
            "consequencesIfRefused",
            "startDate",
            "endDate",
            "extendableMonths",
        ] {
            item.get(member).map(|value| new.insert(member.to_owned(), value.clone()));
        }
        for (member, entry) in [
            ("purposeId", "purpose"),
            ("sourceId", "source"),
            ("recipientId", "recipient"),
            ("legalBasisId", "legalBasis"),
            ("retentionId", "retention"),
        ] {
            new.insert(member.to_owned(), item[entry]["id"].clone());
        }
        new.insert("personalData".to_owned(), data.collect());
        Value::Object(new)
    });
    new.insert("items".to_owned(), items.collect());
    worker.post("/v1/consent-requests", key, &Value::Object(new));
}

/// A confirmation of everything, with the key that its retries keep.
#[derive(Clone)]
struct Confirmation {
    path: String,
    key: Uuid,
    body: Value,
}

fn confirmation(person: &Person, request: &Value, number: u128) -> Confirmation {
    let shown = json!({
        "consentRequestId": request["id"], "language": "nl",
        "noticeHash": request["noticeHashes"]["nl"], "renderer": "tests/1",
    });
    let shown = person.post("/v1/notice-presentations", Uuid::from_u128(1000 + number), &shown);
    let choices: Vec<Value> = request["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            let data = item["personalData"].as_array().unwrap().iter();
            let answers: Map<String, Value> =
                data.map(|datum| (text(&datum["dataType"]["id"]).to_owned(), json!("yes"))).collect();
            json!({ "itemId": item["id"], "scopeFingerprint": item["scopeFingerprint"], "answers": answers })
        })
        .collect();
    Confirmation {
        path: format!("/v1/consent-requests/{}/decisions", text(&request["id"])),
        key: Uuid::from_u128(2000 + number),
        body: json!({
            "presentationId": shown["id"], "noticeHash": request["noticeHashes"]["nl"],
            "language": "nl", "choices": choices,
        }),
    }
}

/// Confirms side by side, and kills the server when `kill_after` were acknowledged.
fn confirm_and_kill(
    server: Running,
    person: &Person,
    confirmations: &[Confirmation],
    kill_after: usize,
) -> BTreeMap<Uuid, Value> {
    let (acknowledged, acknowledgements) = mpsc::channel();
    thread::scope(|scope| {
        for tab in 0..TABS {
            let acknowledged = acknowledged.clone();
            scope.spawn(move || {
                for confirmation in confirmations.iter().skip(tab).step_by(TABS) {
                    let Confirmation { path, key, body } = confirmation;
                    if let Some((status, decided)) = person.try_post(path, *key, body) {
                        assert_eq!(status, 201, "{decided}");
                        acknowledged.send((*key, decided)).unwrap();
                    }
                }
            });
        }
        drop(acknowledged);
        let mut seen: BTreeMap<Uuid, Value> = acknowledgements.iter().take(kill_after).collect();
        drop(server);
        seen.extend(acknowledgements.iter());
        seen
    })
}

/// The answers given in each request: how often each of its records was answered.
fn given(person: &Person) -> BTreeMap<String, Vec<usize>> {
    let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for record in person.all("consent-records") {
        let events = record["events"].as_array().unwrap();
        let count = events.iter().filter(|event| event["type"] == "given").count();
        found.entry(text(&record["consentRequestId"]).to_owned()).or_default().push(count);
    }
    found
}

#[test]
fn what_was_acknowledged_survives_and_nothing_is_there_by_half() {
    for kill_after in KILL_AFTER {
        let directory = TempDir::new().unwrap();
        let database = directory.path().join("store.db");
        let server = Running::start(&database);
        let worker = server.sign_in("hanna-ter-braak");
        let person = server.sign_in("mehmet-yilmaz");
        let like = person.all("consent-requests").remove(0);
        for number in 1..QUESTIONS {
            ask(&worker, &like, Uuid::from_u128(number as u128));
        }
        let requests = person.all("consent-requests");
        assert_eq!(requests.len(), QUESTIONS);
        let confirmations: Vec<Confirmation> =
            (0..).zip(&requests).map(|(n, r)| confirmation(&person, r, n)).collect();

        let acknowledged = confirm_and_kill(server, &person, &confirmations, kill_after);
        assert!(acknowledged.len() >= kill_after);

        let server = Running::start(&database);
        let person = server.sign_in("mehmet-yilmaz");
        for decided in acknowledged.values() {
            assert_eq!(person.get(&format!("/v1/decisions/{}", text(&decided["id"])))["id"], decided["id"]);
        }
        for (request, counts) in given(&person) {
            assert!(counts.iter().all(|count| *count == counts[0] && *count <= 1), "{request}: {counts:?}");
        }
        for Confirmation { path, key, body } in &confirmations {
            let decided = person.post(path, *key, body);
            if let Some(before) = acknowledged.get(key) {
                assert_eq!(&decided, before, "told the same again");
            }
        }
        let given = given(&person);
        assert_eq!(given.len(), QUESTIONS);
        assert!(given.values().all(|counts| counts.iter().all(|count| *count == 1)), "{given:?}");
    }
}
