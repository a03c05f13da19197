// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Headers that carry a meaning of their own.

use crate::problem::{Failure, Outcome};
use axum::extract::FromRequestParts;
use axum::http::header::IF_MATCH;
use axum::http::request::Parts;
use chrono::{DateTime, Utc};
use samenspraak_contract::id::PersonId;
use samenspraak_contract::problem::ProblemType;
use utoipa::IntoParams;
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

/// For whom somebody looks (F6); absent when for themselves.
pub const DATA_SUBJECT: &str = "Data-Subject";

/// The person whose data are meant, when that is not the caller. A header, because
/// nothing about a person may stand in a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataSubject(pub Option<PersonId>);

impl<S: Send + Sync> FromRequestParts<S> for DataSubject {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Outcome<Self> {
        let Some(value) = parts.headers.get(DATA_SUBJECT) else { return Ok(Self(None)) };
        let id = value.to_str().ok().filter(|text| is_person_id(text)).map(PersonId::from);
        id.map(|id| Self(Some(id)))
            .ok_or_else(|| Failure::malformed(DATA_SUBJECT, "The id of a person, as the login gives it."))
    }
}

fn is_person_id(id: &str) -> bool {
    let rest = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    (2..=64).contains(&id.len()) && id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(rest)
}

/// For whom somebody looks, for the document.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code, reason = "read through `DataSubject`; this describes it")]
pub struct DataSubjectParameter {
    /// The person the data are about (betrokkene), when the caller represents them;
    /// without it, the caller. Who is not represented is not found.
    #[param(rename = "Data-Subject", required = false)]
    data_subject: PersonId,
}

/// What the clock of the sender says (klok van het apparaat).
pub const DEVICE_TIME: &str = "Device-Time";

/// The clock of the device at the moment of sending; absent when it does not say so.
/// With it, a moment of a device whose clock is wrong is put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceTime(pub Option<DateTime<Utc>>);

impl<S: Send + Sync> FromRequestParts<S> for DeviceTime {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Outcome<Self> {
        let Some(value) = parts.headers.get(DEVICE_TIME) else { return Ok(Self(None)) };
        let time = value.to_str().ok().and_then(|text| DateTime::parse_from_rfc3339(text).ok());
        time.map(|time| Self(Some(time.to_utc())))
            .ok_or_else(|| Failure::malformed(DEVICE_TIME, "A moment: 2026-03-31T09:30:00Z."))
    }
}

/// The clock of the device, for the document.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code, reason = "read through `DeviceTime`; this describes it")]
pub struct DeviceTimeParameter {
    /// What the clock of the device says at the moment of sending (klok van het
    /// apparaat). Moments in the body are shifted by how far it is wrong.
    #[param(rename = "Device-Time", required = false)]
    device_time: DateTime<Utc>,
}

/// The record changed since it was read.
pub fn outdated() -> Failure {
    Failure::new(ProblemType::PreconditionFailed, "Read the record again; nothing was recorded.")
}
