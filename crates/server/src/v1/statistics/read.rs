// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/statistics`

use crate::access::{Access, MaybeCaller};
use crate::app::App;
use crate::input::query::Query;
use crate::problem::{Failure, Outcome};
use crate::v1::catalogue::read::{ControllerParameters, controller};
use axum::Json;
use axum::extract::State;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::statistics::Statistics;
use samenspraak_rules::statistics::{Quarter, Tally, statistics};
use utoipa::IntoParams;

/// Who may call it: the council and everybody else (N3). What it tells is about
/// nobody (decision 8).
pub const ACCESS: Access = Access::Public;

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "read through `Query`; this describes it")]
struct Parameters {
    /// The quarter (kwartaal), which must have ended; without it, the last one that did.
    #[param(required = false, pattern = "^[0-9]{4}-Q[1-4]$", min_length = 7, max_length = 7)]
    period: String,
}

/// Reads the figures of one quarter (cijfers): what came in, what was decided and
/// in time, what people said. Small figures are suppressed.
///
/// Without `controllerId` it is the controller of the session, and without a
/// session the first one of this installation.
#[utoipa::path(
    get, path = "/statistics", operation_id = "readStatistics", tag = "statistics",
    params(ControllerParameters, Parameters),
    responses((status = 200, description = "The figures.", body = Statistics),
        (status = 404, description = "There is no such controller here.")),
)]
pub async fn handler(
    State(app): State<App>,
    MaybeCaller(caller): MaybeCaller,
    mut query: Query,
) -> Outcome<Json<Statistics>> {
    let chosen = controller(&mut query);
    let period: Option<Quarter> =
        query.take("period", "a quarter is written as 2026-Q3", |text| text.parse().ok());
    query.end()?;
    let catalogue = match chosen.or_else(|| caller.map(|caller| caller.controller)) {
        Some(id) => app.catalogue(&id)?,
        None => app.catalogues.first(),
    };
    let quarter = period.unwrap_or_else(|| Quarter::of(app.today()).previous());
    let stored = app.store.tallies(&catalogue.controller.id, &quarter.to_string()).await?;
    let figures = statistics(catalogue, quarter, &Tally::read(&stored), app.today());
    figures.map(Json).ok_or_else(running)
}

// Two looks at a sum that still grows would show one person's act.
fn running() -> Failure {
    Failure::invalid(vec![InvalidParam {
        name: "period".to_owned(),
        reason: InvalidReason::DateOutOfRange,
        detail: "this quarter has not ended; ask for an earlier one".to_owned(),
    }])
}
