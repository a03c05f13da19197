// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The id in a path.

use crate::problem::{Failure, Outcome};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use std::str::FromStr;

/// The `{id}` of a path. What is no UUID is an error in the request (400); a
/// UUID that stands for nothing is not found (404).
#[derive(Clone, Copy, Debug)]
pub struct Id<T>(pub T);

/// A UUID as the contract writes it: 36 characters.
const UUID_LENGTH: usize = 36;

impl<S: Send + Sync, T: FromStr> FromRequestParts<S> for Id<T> {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Outcome<Self> {
        let params = RawPathParams::from_request_parts(parts, state)
            .await
            .map_err(|_| Failure::malformed("id", "The path is not valid UTF-8."))?;
        let id = params.iter().find(|(name, _)| *name == "id").map(|(_, value)| value);
        id.filter(|text| text.len() == UUID_LENGTH)
            .and_then(|text| text.parse().ok())
            .map(Self)
            .ok_or_else(|| Failure::malformed("id", "The id is a UUID."))
    }
}
