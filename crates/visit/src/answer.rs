// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What goes back to the screen: the documents and problems of the contract.

use crate::reading;
use samenspraak_contract::problem::{InvalidParam, InvalidReason, Problem, ProblemType};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// An answer, as a backend would give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The document, or the problem.
    pub body: Value,
}

impl Answer {
    /// Something that is there.
    pub fn found(document: &impl Serialize) -> Self {
        Self { status: 200, body: json(document) }
    }

    /// Something that was made.
    pub fn created(document: &impl Serialize) -> Self {
        Self { status: 201, body: json(document) }
    }

    /// Whether something was taken.
    pub fn is_created(&self) -> bool {
        self.status == 201
    }
}

impl From<Problem> for Answer {
    fn from(problem: Problem) -> Self {
        Self { status: problem.status, body: json(&problem) }
    }
}

/// Why something is not taken or not there, on its way out.
pub(crate) type Outcome<T> = Result<T, Box<Problem>>;

/// A problem of a type; the sentence is for an operator, without personal data.
pub(crate) fn problem(problem_type: ProblemType, detail: &str) -> Box<Problem> {
    Box::new(Problem::new(problem_type, detail))
}

/// Nothing here, or nothing that may be known.
pub(crate) fn not_found() -> Box<Problem> {
    problem(ProblemType::NotFound, "There is nothing here for you.")
}

/// Nothing when there are no errors, and otherwise all of them at once.
pub(crate) fn held(errors: Vec<InvalidParam>) -> Outcome<()> {
    if errors.is_empty() { Ok(()) } else { Err(Box::new(Problem::invalid(errors))) }
}

/// One input that is not accepted.
pub(crate) fn invalid(name: &str, reason: InvalidReason, detail: &str) -> Box<Problem> {
    let param = InvalidParam { name: name.to_owned(), reason, detail: detail.to_owned() };
    Box::new(Problem::invalid(vec![param]))
}

/// A body in the form of the contract.
pub(crate) fn read<T: DeserializeOwned>(body: &Value) -> Outcome<T> {
    reading::read(body).ok_or_else(|| {
        invalid("", InvalidReason::Malformed, "it does not have the form the contract describes")
    })
}

/// A document as JSON.
pub(crate) fn json(document: &impl Serialize) -> Value {
    serde_json::to_value(document).expect("the types of the contract always have a JSON form")
}
