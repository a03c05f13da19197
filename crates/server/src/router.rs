// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! All routes together, and what happens around each of them.

use crate::app::App;
use crate::problem::{no_such_path, panicked};
use crate::{assets, demo, health, v1};
use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{CACHE_CONTROL, HeaderName, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use std::path::Path;
use std::time::Instant;
use tower_http::catch_panic::CatchPanicLayer;
use tracing::Instrument as _;

/// The whole server. `files` is the directory of the widget, when it is served
/// from here too.
pub fn router(app: &App, files: Option<&Path>) -> Router {
    let mut router = Router::new().nest("/v1", v1::router(app)).merge(health::router());
    if app.demo.is_some() {
        router = router.merge(demo::router());
    }
    let router = match files {
        Some(directory) => router.fallback_service(assets::router(directory)),
        None => router.fallback(no_such_path),
    };
    router
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(app.clone(), observed))
        .with_state(app.clone())
}

/// The number of a request: in the answer and in every line of the log about it.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

// One line per request: what was asked, never about whom. The path is the
// pattern, so that no id gets into the log, and the query stays out.
async fn observed(State(app): State<App>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let id = app.ids.next().to_string();
    let span = tracing::info_span!("request", id);
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let mut response = next.run(request).instrument(span.clone()).await;
    let _entered = span.enter();
    let headers = response.headers_mut();
    headers.extend(HeaderValue::from_str(&id).ok().map(|id| (REQUEST_ID, id)));
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.entry(X_CONTENT_TYPE_OPTIONS).or_insert(HeaderValue::from_static("nosniff"));
    let status = response.status().as_u16();
    let micros = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
    tracing::info!(%method, path = path.as_deref().unwrap_or("-"), status, micros, "answered");
    response
}
