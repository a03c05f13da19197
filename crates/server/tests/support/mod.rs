// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The whole server in this process, on the store in memory. Every answer is
//! held against the OpenAPI document before a test sees it.

#![allow(dead_code, reason = "no test file uses all of it")]
#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

pub mod contract;
pub mod entry;
pub mod filings;
pub mod happened;
pub mod intake;
pub mod journey;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::header::{ACCEPT, CONTENT_TYPE, COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use chrono::{DateTime, NaiveDate, Utc};
use http_body_util::BodyExt as _;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::person::Person;
use samenspraak_contract::problem::ProblemType;
use samenspraak_server::app::{App, Parts};
use samenspraak_server::demo::{Demo, seed};
use samenspraak_server::limit::Limit;
use samenspraak_server::router::router;
use samenspraak_server::session::{COOKIE_NAME, Caller, Sessions};
use samenspraak_server::system::new_signing_key;
use samenspraak_server::{catalogue, demo};
use samenspraak_storage::clock::Clock;
use samenspraak_storage::ids::{Ids, Randomness};
use samenspraak_storage::memory::MemoryStore;
use samenspraak_storage::store::Store;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use tower::ServiceExt as _;
use uuid::Uuid;

/// A clock that stands still until a test moves it.
pub struct TestClock(AtomicI64);

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0.load(Ordering::Relaxed)).unwrap()
    }
}

/// Bytes that look random and are the same every time.
pub struct TestRandomness(AtomicU64);

impl Randomness for TestRandomness {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let step = |x: u64| x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let before = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |x| Some(step(x)));
            *byte = before.unwrap().to_be_bytes()[0];
        }
    }
}

/// A server with the demonstration in it.
pub struct Server {
    app: App,
    clock: Arc<TestClock>,
    router: Router,
    keys: AtomicU64,
}

/// 21 May 2026, half past nine in the evening in the Netherlands.
const START: i64 = 1_779_391_800_000;

impl Server {
    /// A server whose store holds the worked cases, and what happened before today.
    pub async fn start() -> Self {
        Self::start_with(None).await
    }

    /// The same, which also serves the files of a directory.
    pub async fn start_with(files: Option<&Path>) -> Self {
        Self::assemble(Arc::new(MemoryStore::default()), files).await
    }

    /// The same on another store than the one in memory.
    pub async fn start_on(store: Arc<dyn Store>) -> Self {
        Self::assemble(store, None).await
    }

    async fn assemble(store: Arc<dyn Store>, files: Option<&Path>) -> Self {
        let clock = Arc::new(TestClock(AtomicI64::new(START)));
        let randomness = Arc::new(TestRandomness(AtomicU64::new(7)));
        let catalogue::Demonstration { catalogues, people, cases, clients, past, filings, figures } =
            catalogue::embedded().unwrap();
        let app = App::new(Parts {
            store,
            ids: Ids::new(clock.clone(), randomness.clone()),
            signing_key: new_signing_key(&*randomness),
            randomness,
            catalogues,
            sessions: Sessions::default(),
            without_session: Limit::default(),
            demo: Some(Demo { people, cases, clients, past, filings, figures }),
        });
        seed(&app).await.unwrap();
        let router = router(&app, files);
        Self { app, clock, router, keys: AtomicU64::new(1) }
    }

    /// What the server itself works with.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The people and cases.
    pub fn demo(&self) -> &demo::Demo {
        self.app.demo.as_ref().unwrap()
    }

    /// The date where the municipalities are.
    pub fn today(&self) -> NaiveDate {
        self.app.today()
    }

    /// Lets days pass.
    pub fn pass_days(&self, days: i64) {
        self.clock.0.fetch_add(days * 86_400_000, Ordering::Relaxed);
    }

    /// A key that no test used before.
    pub fn key(&self) -> Uuid {
        Uuid::from_u128(self.keys.fetch_add(1, Ordering::Relaxed).into())
    }

    /// Somebody who is not signed in.
    pub fn nobody(&self) -> Client<'_> {
        Client { server: self, cookie: None }
    }

    /// Somebody in one role, whom no case knows.
    pub fn somebody(&self, role: Role) -> Client<'_> {
        self.sign_in_as("somebody", role, "roosendaal")
    }

    /// A citizen of a municipality.
    pub fn citizen_of(&self, id: &str, controller: &str) -> Client<'_> {
        self.sign_in_as(id, Role::Citizen, controller)
    }

    fn sign_in_as(&self, id: &str, role: Role, controller: &str) -> Client<'_> {
        let person = Person { id: id.into(), display_name: id.to_owned() };
        let caller = Caller { person, role, controller: controller.into() };
        let token = self.app.sessions.begin(caller, &*self.app.randomness, self.app.now());
        Client { server: self, cookie: Some(format!("{COOKIE_NAME}={token}")) }
    }

    /// Signs in as a fictional person.
    pub async fn sign_in(&self, persona: &str) -> Client<'_> {
        let body = json!({ "persona": persona });
        let reply = self.nobody().call(Method::POST, "/demo/session").json(&body).send().await;
        assert_eq!(reply.status, StatusCode::NO_CONTENT, "{persona} signs in");
        let cookie = reply.headers[SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        Client { server: self, cookie: Some(cookie) }
    }
}

/// Somebody with a browser.
#[derive(Clone)]
pub struct Client<'a> {
    server: &'a Server,
    cookie: Option<String>,
}

impl<'a> Client<'a> {
    /// A request of any kind, with a session and the sign that it was meant.
    pub fn call(&self, method: Method, path: &str) -> Call<'a> {
        let call =
            Call { server: self.server, method, path: path.to_owned(), headers: Vec::new(), body: vec![] };
        let call = match &self.cookie {
            Some(cookie) => call.header(COOKIE.as_str(), cookie),
            None => call,
        };
        call.header("X-CSRF-Protection", "1")
    }

    /// A key that no test used before.
    pub fn key(&self) -> Uuid {
        self.server.key()
    }

    /// Reads something.
    pub async fn get(&self, path: &str) -> Reply {
        self.call(Method::GET, path).send().await
    }

    /// Reads something in one form.
    pub async fn get_as(&self, path: &str, accept: &str) -> Reply {
        self.call(Method::GET, path).header(ACCEPT.as_str(), accept).send().await
    }

    /// Sends something, under a fresh key.
    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        let key = self.server.key();
        self.post_with_key(path, body, key).await
    }

    /// Sends something under a key of the test's own.
    pub async fn post_with_key(&self, path: &str, body: &Value, key: Uuid) -> Reply {
        self.call(Method::POST, path).header("Idempotency-Key", &key.to_string()).json(body).send().await
    }
}

/// One request on its way.
pub struct Call<'a> {
    server: &'a Server,
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Call<'_> {
    /// With a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Without a header.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(header, _)| !header.eq_ignore_ascii_case(name));
        self
    }

    /// With a JSON body.
    pub fn json(self, body: &Value) -> Self {
        self.bytes("application/json", serde_json::to_vec(body).unwrap())
    }

    /// With any body.
    pub fn bytes(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self.header(CONTENT_TYPE.as_str(), content_type)
    }

    /// Sends it and holds the answer against the document.
    pub async fn send(self) -> Reply {
        let mut request = Request::builder().method(self.method.clone()).uri(&self.path);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = request.body(Body::from(self.body)).unwrap();
        let response = self.server.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let reply = Reply { status, headers, body };
        contract::check(&self.method, &self.path, &reply);
        reply
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Bytes,
}

impl Reply {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The body, which has to be an answer with this status.
    #[track_caller]
    pub fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", String::from_utf8_lossy(&self.body));
        self.json()
    }

    /// The problem, which has to be of this type.
    #[track_caller]
    pub fn problem(&self, problem: ProblemType) -> Value {
        let body = self.expect(problem.status());
        assert_eq!(body["type"], problem.uri(), "{body}");
        assert_eq!(body["title"], problem.title());
        assert_eq!(body["status"], problem.status());
        body
    }

    /// The places and reasons of everything that was wrong with the input.
    #[track_caller]
    pub fn invalid(&self) -> Vec<(String, String)> {
        let body = self.problem(ProblemType::InvalidInput);
        let params = body["invalidParams"].as_array().unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        params.iter().map(|param| (text(&param["name"]), text(&param["reason"]))).collect()
    }
}
