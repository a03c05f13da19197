// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/representations`

use crate::access::{Access, CITIZENS};
use crate::app::App;
use crate::input::query::Query;
use crate::problem::Outcome;
use crate::representations::represented;
use crate::session::Caller;
use axum::Json;
use axum::extract::State;
use samenspraak_contract::Page;
use samenspraak_contract::disclosure::RepresentedPerson;

/// Who may call it.
pub const ACCESS: Access = CITIZENS;

/// Lists whom the person signed in represents today (vertegenwoordigingen), on one page.
#[utoipa::path(
    get, path = "/representations", operation_id = "listRepresentations", tag = "representations",
    responses((status = 200, description = "All of them.", body = Page<RepresentedPerson>)),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    query: Query,
) -> Outcome<Json<Page<RepresentedPerson>>> {
    query.end()?;
    Ok(Json(Page { items: represented(&app, &caller).await?, next_cursor: None }))
}
