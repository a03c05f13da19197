// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Headers that carry a meaning of their own.

use crate::problem::{Failure, Outcome};
use axum::extract::FromRequestParts;
use axum::http::header::IF_MATCH;
use axum::http::request::Parts;
use samenspraak_contract::problem::ProblemType;
use uuid::Uuid;

/// The header that makes a retry safe.
pub const IDEMPOTENCY_KEY: &str = "Idempotency-Key";

/// The key under which a change may be sent again. Every POST has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(pub Uuid);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Outcome<Self> {
        let value = parts.headers.get(IDEMPOTENCY_KEY).and_then(|value| value.to_str().ok());
        let key = value.filter(|text| text.len() == 36).and_then(|text| text.parse().ok());
        key.map(Self)
            .ok_or_else(|| Failure::malformed(IDEMPOTENCY_KEY, "Send a UUID of your own with every POST."))
    }
}

/// The version of the record that the caller read (`If-Match`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedVersion(pub u32);

impl<S: Send + Sync> FromRequestParts<S> for ExpectedVersion {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Outcome<Self> {
        let Some(value) = parts.headers.get(IF_MATCH) else {
            let detail = "Send If-Match with the ETag that was read.";
            return Err(Failure::new(ProblemType::PreconditionRequired, detail));
        };
        // A tag that this server never gave out fits no record; so does `*`,
        // which would say "whatever it is now".
        let tag = value.to_str().ok().and_then(|text| text.strip_prefix('"')?.strip_suffix('"'));
        let version = tag.and_then(|text| text.parse().ok());
        version.map(Self).ok_or_else(outdated)
    }
}

/// The record changed since it was read.
pub fn outdated() -> Failure {
    Failure::new(ProblemType::PreconditionFailed, "Read the record again; nothing was recorded.")
}
