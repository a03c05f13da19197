// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whether the server lives, and whether it can work.

use crate::app::App;
use crate::problem::Outcome;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;

/// `GET /health/live` and `GET /health/ready`, for whoever watches the server.
pub fn router() -> Router<App> {
    Router::new().route("/health/live", get(live)).route("/health/ready", get(ready))
}

async fn live() -> StatusCode {
    StatusCode::NO_CONTENT
}

// Ready when a decision can be stored.
async fn ready(State(app): State<App>) -> Outcome<StatusCode> {
    app.store.ready().await?;
    Ok(StatusCode::NO_CONTENT)
}
