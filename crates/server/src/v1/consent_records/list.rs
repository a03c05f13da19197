// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/consent-records`

use crate::access::{Access, READERS};
use crate::app::App;
use crate::consultations::note;
use crate::input::query::{PageParameters, Query};
use crate::page::gather;
use crate::problem::Outcome;
use crate::session::Caller;
use axum::Json;
use axum::extract::State;
use samenspraak_contract::Page;
use samenspraak_contract::disclosure::Consulted;
use samenspraak_contract::record::{ConsentRecord, RecordStatus};
use samenspraak_rules::facts::RequestFacts;
use samenspraak_rules::view;
use samenspraak_storage::store::Part;
use std::collections::HashMap;
use utoipa::IntoParams;
use uuid::Uuid;

/// Who may call it.
pub const ACCESS: Access = READERS;

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "read through `Query`; this describes it")]
struct Parameters {
    /// Only records in this status (stand); without it, all.
    #[param(required = false)]
    status: RecordStatus,
}

/// Lists the consent records (toestemmingsregistraties) of the person signed in, newest first.
///
/// Staff get those of their controller, and that they looked is written down. A page may be shorter than asked for;
/// the list ends where `nextCursor` is absent.
#[utoipa::path(
    get, path = "/consent-records", operation_id = "listConsentRecords", tag = "consent-records",
    params(Parameters, PageParameters),
    responses((status = 200, description = "One page.", body = Page<ConsentRecord>)),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    mut query: Query,
) -> Outcome<Json<Page<ConsentRecord>>> {
    let status: Option<RecordStatus> = query.word("status", "one of the statuses of a record");
    let part = query.page();
    query.end()?;
    let page = gather(part, |part| Box::pin(entries(&app, &caller, status, part)));
    let page = page.await?;
    let looked = page.items.iter().map(|seen| (seen.subject.id.clone(), Consulted::ConsentRecord(seen.id)));
    note(&app, &caller, looked).await?;
    Ok(Json(page))
}

async fn entries(
    app: &App,
    caller: &Caller,
    status: Option<RecordStatus>,
    part: Part,
) -> Outcome<Vec<(Uuid, Option<ConsentRecord>)>> {
    let (viewer, today) = (caller.viewer(), app.today());
    let mut requests = HashMap::new();
    let mut entries = Vec::new();
    for record in app.store.records(&caller.controller, &caller.whose(), part).await? {
        let id = record.request_id;
        if !requests.contains_key(&id) {
            requests.extend(app.store.request(&caller.controller, id).await?.map(|request| (id, request)));
        }
        let read = |request: &&RequestFacts| app.may_read(caller, request, std::slice::from_ref(&record));
        let seen =
            requests.get(&id).filter(read).and_then(|request| view::record(request, &record, viewer, today));
        let wanted = |seen: &ConsentRecord| status.is_none_or(|status| seen.status == status);
        entries.push((record.id.0, seen.filter(wanted)));
    }
    Ok(entries)
}
