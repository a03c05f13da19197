// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/consent-requests`

use crate::access::{Access, READERS};
use crate::app::App;
use crate::consultations::note;
use crate::input::query::{ListStatus, PageParameters, Query};
use crate::page::gather;
use crate::problem::Outcome;
use crate::session::Caller;
use axum::Json;
use axum::extract::State;
use samenspraak_contract::Page;
use samenspraak_contract::disclosure::Consulted;
use samenspraak_contract::request::{ConsentRequest, RequestStatus};
use samenspraak_rules::view;
use samenspraak_storage::store::Part;
use utoipa::IntoParams;
use uuid::Uuid;

/// Who may call it.
pub const ACCESS: Access = READERS;

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "read through `Query`; this describes it")]
struct Parameters {
    /// Only those that wait for an answer of the person signed in, or all (stand).
    #[param(inline, required = false)]
    status: ListStatus,
}

/// Lists the consent requests (toestemmingsvragen) of the person signed in, newest first.
///
/// Staff get those of their controller, and that they looked is written down. A page may be shorter than asked for;
/// the list ends where `nextCursor` is absent.
#[utoipa::path(
    get, path = "/consent-requests", operation_id = "listConsentRequests", tag = "consent-requests",
    params(Parameters, PageParameters),
    responses((status = 200, description = "One page.", body = Page<ConsentRequest>)),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    mut query: Query,
) -> Outcome<Json<Page<ConsentRequest>>> {
    let status: ListStatus = query.word("status", "open or all").unwrap_or_default();
    let part = query.page();
    query.end()?;
    let page = gather(part, |part| Box::pin(entries(&app, &caller, status, part)));
    let page = page.await?;
    let looked = page.items.iter().map(|seen| (seen.subject.id.clone(), Consulted::ConsentRequest(seen.id)));
    note(&app, &caller, looked).await?;
    Ok(Json(page))
}

async fn entries(
    app: &App,
    caller: &Caller,
    status: ListStatus,
    part: Part,
) -> Outcome<Vec<(Uuid, Option<ConsentRequest>)>> {
    let mut entries = Vec::new();
    for request in app.store.requests(&caller.controller, &caller.whose(), part).await? {
        let records = app.records(caller, &request).await?;
        let seen = view::request(&request, &records, caller.viewer(), app.today());
        let wanted = app.may_read(caller, &request, &records)
            && (status == ListStatus::All || seen.status == RequestStatus::Open);
        entries.push((request.id.0, wanted.then_some(seen)));
    }
    Ok(entries)
}
