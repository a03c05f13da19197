// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A JSON body, held against the schema of the OpenAPI document itself: bounds
//! live once, in the contract, and all errors come at once.

use crate::input::header::IdempotencyKey;
use crate::input::strict_json;
use crate::openapi;
use crate::problem::{Failure, Outcome};
use axum::body::to_bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use jsonschema::error::{ValidationError, ValidationErrorKind};
use samenspraak_contract::problem::{InvalidParam, InvalidReason, ProblemType};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;
use uuid::Uuid;

/// Largest body, in bytes.
pub const MAX_BODY: usize = 256 * 1024;

/// A change that came in: its key, what exactly was sent, and what it says.
#[derive(Clone, Debug)]
pub struct Submission<T> {
    /// The key under which it may be sent again.
    pub key: Uuid,
    /// SHA-256 over the method, the path and the body.
    pub hash: [u8; 32],
    /// What the schema has against it.
    errors: Vec<InvalidParam>,
    // Absent when it does not even have the shape of a `T`.
    value: Option<T>,
}

impl<S: Send + Sync, T: DeserializeOwned + ToSchema> FromRequest<S> for Submission<T> {
    type Rejection = Failure;
    async fn from_request(request: Request, state: &S) -> Outcome<Self> {
        let (mut parts, body) = request.into_parts();
        let IdempotencyKey(key) = IdempotencyKey::from_request_parts(&mut parts, state).await?;
        if !is_json(parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok())) {
            let detail = "Send application/json.";
            return Err(Failure::new(ProblemType::UnsupportedMediaType, detail));
        }
        let bytes = to_bytes(body, MAX_BODY).await.map_err(|_| {
            let detail = format!("A body has at most {MAX_BODY} bytes.");
            Failure::new(ProblemType::PayloadTooLarge, detail)
        })?;
        Ok(Self::read(key, parts.method.as_str(), parts.uri.path(), &bytes))
    }
}

impl<T: DeserializeOwned + ToSchema> Submission<T> {
    /// Reads what was sent. The same key is the same submission only when it
    /// went to the same place with the same bytes.
    pub fn read(key: Uuid, method: &str, path: &str, bytes: &[u8]) -> Self {
        let hash = Sha256::new_with_prefix(format!("{method} {path}\n")).chain_update(bytes);
        let (errors, value) = read(bytes);
        Self { key, hash: hash.finalize().into(), errors, value }
    }
}

/// Why the rules do not take a submission.
pub enum Refusal {
    /// These inputs are wrong.
    Invalid(Vec<InvalidParam>),
    /// It cannot be, whatever the input.
    Failure(Failure),
}

impl<T> Submission<T> {
    /// What was sent, when it has the shape of a `T` at all.
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// What was sent and what the rules make of it. Their errors and those of
    /// the schema come together; where both speak of the same place, the rules
    /// know better what is wrong with it.
    pub fn judged<U>(&self, rules: impl FnOnce(&T) -> Result<U, Refusal>) -> Outcome<(&T, U)> {
        let Some(value) = &self.value else { return Err(Failure::invalid(self.errors.clone())) };
        let mut errors = match rules(value) {
            Ok(judged) if self.errors.is_empty() => return Ok((value, judged)),
            Ok(_) => Vec::new(),
            Err(Refusal::Invalid(errors)) => errors,
            Err(Refusal::Failure(failure)) => return Err(failure),
        };
        let known: Vec<String> = errors.iter().map(|error| error.name.clone()).collect();
        errors.extend(self.errors.iter().filter(|error| !known.contains(&error.name)).cloned());
        Err(Failure::invalid(errors))
    }
}

fn is_json(content_type: Option<&str>) -> bool {
    let essence = content_type.and_then(|value| value.split(';').next()).unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}

fn read<T: DeserializeOwned + ToSchema>(bytes: &[u8]) -> (Vec<InvalidParam>, Option<T>) {
    let document = match strict_json::parse(bytes) {
        Ok(document) => document,
        Err(error) => {
            let place = format!("not valid JSON at line {}, column {}", error.line(), error.column());
            return (vec![malformed(String::new(), &place)], None);
        }
    };
    let mut errors: Vec<InvalidParam> =
        openapi::validator(&T::name()).iter_errors(&document).flat_map(|error| named(&error)).collect();
    let value = serde_json::from_value(document).ok();
    if value.is_none() && errors.is_empty() {
        errors.push(malformed(String::new(), "it does not have the form the contract describes"));
    }
    (errors, value)
}

fn malformed(name: String, detail: &str) -> InvalidParam {
    InvalidParam { name, reason: InvalidReason::Malformed, detail: detail.to_owned() }
}

// One entry per place that is wrong; the value itself is never repeated.
fn named(error: &ValidationError<'_>) -> Vec<InvalidParam> {
    let place = error.instance_path().as_str();
    let detail = error.masked().to_string();
    let member = |name: &str| format!("{place}/{}", name.replace('~', "~0").replace('/', "~1"));
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            unexpected.iter().map(|name| malformed(member(name), "there is no such member")).collect()
        }
        ValidationErrorKind::Required { property } => {
            vec![malformed(member(property.as_str().unwrap_or_default()), "this member is required")]
        }
        ValidationErrorKind::MinLength { .. } => {
            vec![InvalidParam { reason: InvalidReason::EmptyText, ..malformed(place.to_owned(), &detail) }]
        }
        _ => vec![malformed(place.to_owned(), &detail)],
    }
}
