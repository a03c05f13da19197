// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! All routes together, and what happens around each of them.

use crate::app::App;
use crate::problem::{Failure, no_such_path};
use crate::{assets, demo, health, v1};
use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::header::{CACHE_CONTROL, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use std::any::Any;
use std::path::Path;
use std::time::Instant;
use tower_http::catch_panic::CatchPanicLayer;

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
        .layer(from_fn(observed))
        .with_state(app.clone())
}

fn panicked(_: Box<dyn Any + Send>) -> Response {
    Failure::internal("a handler panicked").into_response()
}

// One line per request: what was asked, never about whom. The path is the
// pattern, so that no id gets into the log, and the query stays out.
async fn observed(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.entry(X_CONTENT_TYPE_OPTIONS).or_insert(HeaderValue::from_static("nosniff"));
    let status = response.status().as_u16();
    let micros = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
    tracing::info!(%method, path = path.as_deref().unwrap_or("-"), status, micros, "answered");
    response
}
