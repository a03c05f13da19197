// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The only door to the network.

use crate::host::SharedHost;
use crate::json::Json;
use crate::parts::el::State;
use crate::wire::problem::{self, ProblemType};
use js_sys::Promise;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// What came back.
pub struct Reply {
    /// The document, empty when there was none.
    pub body: Json,
    /// The `ETag`, to send along with a change.
    pub version: String,
}

/// Why nothing useful came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The server was not reached, or its answer did not arrive.
    NotReached,
    /// The server answered with a problem.
    Problem(ProblemType),
}

impl Failure {
    /// Whether the same request may succeed a little later.
    pub fn may_pass(self) -> bool {
        matches!(
            self,
            Self::NotReached | Self::Problem(ProblemType::Unavailable | ProblemType::TooManyRequests)
        )
    }

    /// The problem, or *unavailable* when there was no answer.
    pub fn problem(self) -> ProblemType {
        match self {
            Self::NotReached => ProblemType::Unavailable,
            Self::Problem(problem) => problem,
        }
    }
}

/// How often a request is tried, with a pause that doubles.
const TRIES: u32 = 4;
const FIRST_PAUSE_MS: u32 = 1_000;

/// Does something that waits. In a box, because the code that runs a future is
/// otherwise compiled anew for every one of them.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let boxed: Work = Box::pin(work);
    spawn_local(boxed);
}

/// Something that waits, in a box.
pub type Work = Pin<Box<dyn Future<Output = ()>>>;

/// Does several things at once, until all are done.
pub async fn all(mut works: Vec<Work>) {
    poll_fn(move |context| {
        works.retain_mut(|work| work.as_mut().poll(context).is_pending());
        if works.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await
}

/// Talks to one backend.
#[derive(Clone)]
pub struct Client {
    host: SharedHost,
    /// The try that is under way, from the second on; zero when all goes well.
    pub attempt: State<u32>,
}

impl Client {
    /// A client that sends through the host.
    pub fn new(host: SharedHost) -> Self {
        Self { host, attempt: State::new(0) }
    }

    /// Reads a document.
    pub async fn get(&self, path: &str) -> Result<Reply, Failure> {
        self.patiently(&|| self.host.send("GET", path, "", "", "")).await
    }

    /// Reads a document about somebody whom the person represents (F6): the person
    /// goes along in a header, never in the address.
    pub async fn get_about(&self, path: &str, subject: &str) -> Result<Reply, Failure> {
        self.patiently(&|| self.host.read_about(path, subject)).await
    }

    /// Posts a file. The key makes it safe to send it more than once.
    pub async fn upload(&self, path: &str, key: &str, file: &web_sys::File) -> Result<Reply, Failure> {
        self.upload_of(path, key, file, "").await
    }

    /// Posts a file that belongs to somebody else: the form that they signed.
    pub async fn upload_of(
        &self,
        path: &str,
        key: &str,
        file: &web_sys::File,
        subject: &str,
    ) -> Result<Reply, Failure> {
        self.patiently(&|| self.host.upload(path, key, file, subject)).await
    }

    /// Posts a document. The key makes it safe to send it more than once;
    /// `version` is the `ETag` of what is changed, or empty.
    pub async fn post(&self, path: &str, key: &str, version: &str, body: &str) -> Result<Reply, Failure> {
        self.patiently(&|| self.host.send("POST", path, key, version, body)).await
    }

    /// The same for who points out every input that is not accepted: `told` gets the
    /// problem, when there is one.
    pub async fn post_form(
        &self,
        path: &str,
        key: &str,
        version: &str,
        body: &str,
        told: &dyn Fn(&Json),
    ) -> Result<Reply, Failure> {
        self.patiently_told(&|| self.host.send("POST", path, key, version, body), told).await
    }

    async fn patiently(&self, send: &dyn Fn() -> Promise) -> Result<Reply, Failure> {
        self.patiently_told(send, &|_| {}).await
    }

    async fn patiently_told(
        &self,
        send: &dyn Fn() -> Promise,
        told: &dyn Fn(&Json),
    ) -> Result<Reply, Failure> {
        let mut attempt = 1;
        loop {
            let result = answer(send(), told).await;
            match result {
                Err(failure) if failure.may_pass() && attempt < TRIES => {
                    let _ = JsFuture::from(self.host.wait(FIRST_PAUSE_MS << (attempt - 1))).await;
                    attempt += 1;
                    self.attempt.set(attempt);
                }
                result => {
                    self.attempt.set(0);
                    return result;
                }
            }
        }
    }
}

async fn answer(sent: Promise, told: &dyn Fn(&Json)) -> Result<Reply, Failure> {
    let answer = JsFuture::from(sent).await.map_err(|_| Failure::NotReached)?;
    let answer = answered(answer);
    let body = answer.field("body");
    match answer.number("status") as u16 {
        200..=299 => Ok(Reply { body, version: answer.text("version") }),
        status => {
            told(&body);
            Err(Failure::Problem(problem::read(status, &body)))
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn answered(value: wasm_bindgen::JsValue) -> Json {
    Json(value)
}

// There is no network outside the browser.
#[cfg(not(target_arch = "wasm32"))]
fn answered(_: wasm_bindgen::JsValue) -> Json {
    Json(Default::default())
}
