// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/rights-requests`

use crate::access::{Access, CITIZENS};
use crate::app::App;
use crate::filings::intake::file;
use crate::input::body::Submission;
use crate::problem::Outcome;
use crate::session::Caller;
use crate::submit::once;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::filing::{Filing, NewRightsRequest};

/// Who may call it.
pub const ACCESS: Access = CITIZENS;

/// Files a request or objection under the GDPR (verzoek of bezwaar AVG, art. 15 to 21).
///
/// It costs nothing. The answer is the receipt (ontvangstbevestiging): the copy of
/// what was sent, with the day by which there is an answer.
#[utoipa::path(
    post, path = "/rights-requests", operation_id = "createRightsRequest", tag = "filings",
    request_body = NewRightsRequest,
    responses((status = 201, description = "It is filed.", body = Filing, headers(
        ("Location" = String, description = "Where the filing is."),
        ("ETag" = String, description = "Its version; send it as `If-Match` with an event."),
    ))),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    submission: Submission<NewRightsRequest>,
) -> Outcome<Response> {
    once(&app, &caller, &submission, || Box::pin(file(&app, &caller, &submission))).await
}
