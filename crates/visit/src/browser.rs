// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The visit as `src/visit/` holds it. Documents cross as JSON; only what cannot be
//! read at all is an error.

use crate::answer::json;
use crate::entry::Entry;
use crate::reading;
use crate::visit::{Moment, Question};
use chrono::{DateTime, Utc};
use samenspraak_contract::Page;
use samenspraak_contract::client::Client;
use samenspraak_contract::id::PersonId;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// A visit in the browser.
#[wasm_bindgen(js_name = Visit)]
pub struct Visit(crate::Visit);

/// An answer with what has to be kept, when there is something.
#[derive(Serialize)]
struct Said {
    status: u16,
    body: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<Entry>,
}

#[wasm_bindgen(js_class = Visit)]
impl Visit {
    /// An empty visit, or one to practise in, of who the configuration says is signed in.
    #[wasm_bindgen(constructor)]
    pub fn new(catalogue: &str, configuration: &str, practice: bool, at: f64) -> Result<Visit, JsError> {
        let (catalogue, configuration) = (read(catalogue)?, read(configuration)?);
        let visit =
            crate::Visit::new(catalogue, configuration).ok_or_else(|| JsError::new("nobody is signed in"))?;
        Ok(Self(if practice { visit.practising(moment(at)?) } else { visit }))
    }

    /// Answers: `{ status, body, entry }`. `turned` is empty when the worker looks.
    #[allow(clippy::too_many_arguments, reason = "one flat call across the border")]
    pub fn answer(
        &mut self,
        method: &str,
        path: &str,
        key: &str,
        body: &str,
        turned: &str,
        at: f64,
    ) -> Result<String, JsError> {
        let person = PersonId::from(turned);
        let turned_to = (!turned.is_empty()).then_some(&person);
        let question = Question { method, path, key, body, turned_to, moment: moment(at)? };
        let (answer, entry) = self.0.answer(&question);
        Ok(write(&Said { status: answer.status, body: answer.body, entry }))
    }

    /// Restores what an entry brought about.
    pub fn replay(&mut self, entry: &str) -> Result<bool, JsError> {
        Ok(self.0.replay(&read(entry)?))
    }

    /// Judges six steps while they are being answered.
    pub fn judge(&self, draft: &str, at: f64) -> Result<String, JsError> {
        Ok(write(&self.0.judge(&read(draft)?, moment(at)?.today)))
    }

    /// Remembers a page of clients as the backend told of them.
    #[wasm_bindgen(js_name = knowClients)]
    pub fn know_clients(&mut self, page: &str) -> Result<(), JsError> {
        let page: Page<Client> = read(page)?;
        self.0.know_clients(page.items);
        Ok(())
    }

    /// A page of clients with what was asked here; `newer` are ids of what the backend
    /// did not know all of.
    pub fn clients(&self, page: &str, newer: &str, at: f64) -> Result<String, JsError> {
        let (page, newer): (_, Vec<uuid::Uuid>) = (read(page)?, read(newer)?);
        Ok(write(&self.0.with_requests(page, &newer, moment(at)?)))
    }

    /// Remembers a request as staff read it at the backend.
    #[wasm_bindgen(js_name = knowRequest)]
    pub fn know_request(&mut self, request: &str) -> Result<bool, JsError> {
        Ok(self.0.know_request(&read(request)?))
    }

    /// Nothing when the screen may be turned to this person, and otherwise the problem.
    #[wasm_bindgen(js_name = mayTurn)]
    pub fn may_turn(&self, request: &str, person: &str, at: f64) -> Result<Option<String>, JsError> {
        match self.0.may_turn(request, &PersonId::from(person), moment(at)?) {
            Ok(()) => Ok(None),
            Err(answer) => Ok(Some(write(&answer.body))),
        }
    }
}

fn moment(at: f64) -> Result<Moment, JsError> {
    let at: Option<DateTime<Utc>> = DateTime::from_timestamp_millis(at as i64);
    at.map(Moment::from).ok_or_else(|| JsError::new("no such moment"))
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, JsError> {
    let value: Option<Value> = serde_json::from_str(text).ok();
    let read = value.and_then(|value| reading::read(&value));
    read.ok_or_else(|| JsError::new("not in the form of the contract"))
}

fn write(document: &impl Serialize) -> String {
    // Not `to_string`, which knows how to write it with white space too.
    serde_json::to_string(&json(document)).expect("a JSON value can always be written")
}
