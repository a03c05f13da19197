// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! From "it went wrong" to a problem document (RFC 9457).

use axum::Json;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use samenspraak_contract::problem::{InvalidParam, InvalidReason, Problem, ProblemType};
use samenspraak_storage::store::StoreError;
use std::any::Any;
use std::pin::Pin;

/// The media type of every error.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// A problem on its way out, as the error of a handler.
#[derive(Clone, Debug)]
pub struct Failure(Box<Problem>);

/// What a handler gives back.
pub type Outcome<T> = Result<T, Failure>;

/// What a handler gives back later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Outcome<T>> + Send + 'a>>;

impl Failure {
    /// A problem of a type with a sentence for the operator, without personal data.
    pub fn new(problem_type: ProblemType, detail: impl Into<String>) -> Self {
        Self(Box::new(Problem::new(problem_type, detail)))
    }

    /// All invalid inputs at once.
    pub fn invalid(params: Vec<InvalidParam>) -> Self {
        Self(Box::new(Problem::invalid(params)))
    }

    /// One parameter or header that does not have the form the contract describes.
    pub fn malformed(name: &str, detail: &str) -> Self {
        let (name, detail) = (name.to_owned(), detail.to_owned());
        Self::invalid(vec![InvalidParam { name, reason: InvalidReason::Malformed, detail }])
    }

    /// Nothing here, or nothing that the caller may know of (M2): one answer for both.
    pub fn not_found() -> Self {
        Self::new(ProblemType::NotFound, "There is nothing here for you.")
    }

    /// A fault of the server itself. What it was goes to the log and not to the caller.
    pub fn internal(what: &str) -> Self {
        tracing::error!(what, "internal error");
        Self::new(ProblemType::Internal, "The server failed; nothing was recorded.")
    }

    /// The problem itself.
    pub fn problem(&self) -> &Problem {
        &self.0
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::IdempotencyKeyReused => {
                Self::new(ProblemType::IdempotencyKeyReused, "This key came with another body before.")
            }
            StoreError::Unavailable(_) => {
                tracing::warn!(%error, "the store is not available");
                Self::new(ProblemType::Unavailable, "Send the same again later, with the same key.")
            }
            StoreError::Taken => Self::new(
                ProblemType::TransitionNotAllowed,
                "An id in the body belongs to something that was stored before; nothing was recorded.",
            ),
            StoreError::Conflict | StoreError::Failed(_) => Self::internal(&error.to_string()),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let form = [(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON))];
        (status, form, Json(&*self.0)).into_response()
    }
}

/// The answer to a path that does not exist.
pub async fn no_such_path() -> Failure {
    Failure::not_found()
}

/// The answer when a handler panicked: a problem too, and never a broken line.
pub fn panicked(_: Box<dyn Any + Send>) -> Response {
    Failure::internal("a handler panicked").into_response()
}

/// The answer to a method that a path does not have. The router adds `Allow`.
pub async fn no_such_method(method: Method) -> Failure {
    Failure::new(ProblemType::MethodNotAllowed, format!("This path has no method {method}."))
}
