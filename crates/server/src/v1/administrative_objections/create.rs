// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/administrative-objections`

use crate::access::{Access, CITIZENS};
use crate::app::App;
use crate::filings::intake::file;
use crate::input::body::Submission;
use crate::problem::Outcome;
use crate::session::Caller;
use crate::submit::once;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::filing::{Filing, NewAdministrativeObjection};

/// Who may call it.
pub const ACCESS: Access = CITIZENS;

/// Files an objection to a decision (bezwaarschrift, Awb 6:4 and 6:5).
///
/// Name, address, decision and grounds, and nothing more; the grounds may follow.
/// What comes after the term is taken when it says why (Awb 6:11). Where a
/// committee advises, it asks in the same step whether the committee may see the
/// file; a no blocks nothing.
#[utoipa::path(
    post, path = "/administrative-objections", operation_id = "createAdministrativeObjection", tag = "filings",
    request_body = NewAdministrativeObjection,
    responses((status = 201, description = "It is filed.", body = Filing, headers(
        ("Location" = String, description = "Where the filing is."),
        ("ETag" = String, description = "Its version; send it as `If-Match` with an event."),
    ))),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    submission: Submission<NewAdministrativeObjection>,
) -> Outcome<Response> {
    once(&app, &caller, &submission, || Box::pin(file(&app, &caller, &submission))).await
}
