// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Stores a change once, however often and from wherever it is sent.

use crate::app::App;
use crate::input::body::Submission;
use crate::problem::{Failure, Later, Outcome};
use crate::session::Caller;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, ETAG, LOCATION};
use axum::http::{HeaderName, StatusCode};
use axum::response::Response;
use samenspraak_contract::API_MAJOR;
use samenspraak_contract::problem::ProblemType;
use samenspraak_storage::change::{Applied, Change};
use samenspraak_storage::facts::{Replay, StoredResponse};
use samenspraak_storage::store::StoreError;
use serde::Serialize;
use uuid::Uuid;

/// How often a change is decided anew when another one came first. Each time
/// one other change was stored, so this many writers can meet on one record.
const ATTEMPTS: usize = 32;

/// The answer to a change: `201` with the new thing, where it can be read when
/// it can be, and its entity tag when it can change.
pub fn created(path: Option<String>, etag: Option<String>, body: &impl Serialize) -> Outcome<StoredResponse> {
    let place = path.map(|path| (LOCATION.to_string(), format!("/{API_MAJOR}{path}")));
    let tag = etag.map(|tag| (ETAG.to_string(), tag));
    let headers = place.into_iter().chain(tag).collect();
    let body = serde_json::to_string(body).map_err(|error| Failure::internal(&error.to_string()))?;
    Ok(StoredResponse { status: StatusCode::CREATED.as_u16(), headers, body })
}

/// Runs `work` until its change is stored, or answers what was answered before.
/// `work` reads, asks the rules and says what to store; when something it read
/// has changed meanwhile, it runs again.
pub async fn once<'a, T>(
    app: &App,
    caller: &Caller,
    submission: &Submission<T>,
    work: impl Fn() -> Later<'a, (Change, StoredResponse)>,
) -> Outcome<Response> {
    once_under(app, caller, submission.key, submission.hash, work).await
}

/// The same for a body that is no JSON: its key, and the hash of what was sent.
pub async fn once_under<'a>(
    app: &App,
    caller: &Caller,
    key: Uuid,
    hash: [u8; 32],
    work: impl Fn() -> Later<'a, (Change, StoredResponse)>,
) -> Outcome<Response> {
    if let Some(earlier) = app.store.replay(&caller.controller, &caller.person.id, key).await? {
        if earlier.body_hash != hash {
            return Err(StoreError::IdempotencyKeyReused.into());
        }
        return response(earlier.response);
    }
    for _ in 0..ATTEMPTS {
        let (mut change, answer) = work().await?;
        change.replay =
            Some(Replay { person: caller.person.id.clone(), key, body_hash: hash, response: answer.clone() });
        match app.store.apply(change).await {
            Ok(Applied::Stored) => return response(answer),
            Ok(Applied::Replayed(earlier)) => return response(earlier),
            Err(StoreError::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::new(ProblemType::Unavailable, "Too many changes at once; send the same again."))
}

fn response(stored: StoredResponse) -> Outcome<Response> {
    let status = StatusCode::from_u16(stored.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let builder = Response::builder().status(status).header(CONTENT_TYPE, "application/json");
    let named = |name: &str| HeaderName::try_from(name);
    stored
        .headers
        .iter()
        .filter_map(|(name, value)| Some((named(name).ok()?, value)))
        .fold(builder, |builder, (name, value)| builder.header(name, value))
        .body(Body::from(stored.body))
        .map_err(|error| Failure::internal(&error.to_string()))
}
