// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The id in a path.

use crate::problem::{Failure, Outcome};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use samenspraak_contract::id::EventId;
use std::str::FromStr;

/// The `{id}` of a path. What is no UUID is an error in the request (400); a
/// UUID that stands for nothing is not found (404).
#[derive(Clone, Copy, Debug)]
pub struct Id<T>(pub T);

/// The `{eventId}` of a path: one event of what `{id}` names.
#[derive(Clone, Copy, Debug)]
pub struct EventOf(pub EventId);

/// A UUID as the contract writes it: 36 characters.
const UUID_LENGTH: usize = 36;

impl<S: Send + Sync, T: FromStr> FromRequestParts<S> for Id<T> {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Outcome<Self> {
        named(parts, state, "id").await.map(Self)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for EventOf {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Outcome<Self> {
        named(parts, state, "eventId").await.map(Self)
    }
}

async fn named<S: Send + Sync, T: FromStr>(parts: &mut Parts, state: &S, wanted: &str) -> Outcome<T> {
    let params = RawPathParams::from_request_parts(parts, state)
        .await
        .map_err(|_| Failure::malformed(wanted, "The path is not valid UTF-8."))?;
    let id = params.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
    id.filter(|text| text.len() == UUID_LENGTH)
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| Failure::malformed(wanted, "The id is a UUID."))
}
