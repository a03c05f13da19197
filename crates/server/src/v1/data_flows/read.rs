// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/data-flows`

use crate::access::{Access, CITIZENS};
use crate::app::App;
use crate::input::header::{DataSubject, DataSubjectParameter};
use crate::input::query::Query;
use crate::naming::{data_type, party};
use crate::problem::Outcome;
use crate::representations::subject;
use crate::session::Caller;
use axum::Json;
use axum::extract::State;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::disclosure::{DataFlow, DataFlows, FlowDatum};
use samenspraak_storage::disclosure::FlowFacts;

/// Who may call it.
pub const ACCESS: Access = CITIZENS;

/// Reads who has what about a person (gegevensstromen): each pair of parties, each type of data, and when last.
///
/// What was asked for and not shared is not in it, and neither is what is withheld.
#[utoipa::path(
    get, path = "/data-flows", operation_id = "readDataFlows", tag = "data-flows",
    params(DataSubjectParameter),
    responses((status = 200, description = "All flows.", body = DataFlows),
        (status = 404, description = "The person named is not represented by the caller.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    asked: DataSubject,
    query: Query,
) -> Outcome<Json<DataFlows>> {
    query.end()?;
    let subject = subject(&app, &caller, asked).await?;
    let catalogue = app.catalogue(&caller.controller)?;
    let found = app.store.flows(&caller.controller, &subject.id).await?;
    let pair =
        |a: &FlowFacts, b: &FlowFacts| (&a.sender_id, &a.recipient_id) == (&b.sender_id, &b.recipient_id);
    let flows = found.chunk_by(pair).filter_map(|data| flow(catalogue, data)).collect();
    Ok(Json(DataFlows { subject, flows }))
}

fn flow(catalogue: &Catalogue, data: &[FlowFacts]) -> Option<DataFlow> {
    let first = data.first()?;
    let datum = |flow: &FlowFacts| FlowDatum {
        data_type: data_type(catalogue, &flow.data_type_id),
        last_occurred_at: flow.last_occurred_at,
        times: flow.times,
        with_consent: flow.with_consent,
    };
    Some(DataFlow {
        sender: party(catalogue, &first.sender_id),
        recipient: party(catalogue, &first.recipient_id),
        data: data.iter().map(datum).collect(),
    })
}
