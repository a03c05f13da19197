// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/openapi.json`

use crate::access::Access;
use crate::openapi;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// Who may call it.
pub const ACCESS: Access = Access::Public;

/// Reads this document (de beschrijving van deze API), from any site.
#[utoipa::path(
    get, path = "/openapi.json", operation_id = "readOpenApi", tag = "configuration",
    responses((status = 200, description = "This document.", body = Object)),
)]
pub async fn handler() -> Response {
    let headers = [(CONTENT_TYPE, "application/json"), (ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    (headers, openapi::text()).into_response()
}
