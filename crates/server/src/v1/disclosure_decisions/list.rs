// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/disclosure-decisions`

use crate::access::{Access, SHARING_READERS};
use crate::app::App;
use crate::input::query::{PageParameters, Query};
use crate::page::gather;
use crate::problem::Outcome;
use crate::session::Caller;
use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use samenspraak_contract::Page;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure_decision::DisclosureDecision;
use samenspraak_rules::intake::sharing::view;
use samenspraak_storage::intake::DecisionSelection;
use samenspraak_storage::store::Part;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Who may call it.
pub const ACCESS: Access = SHARING_READERS;

/// Which decisions of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// Only those of which the day to look again has come.
    Due,
    /// Only those of which the person was not told yet.
    Open,
}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "read through `Query`; this describes it")]
struct Parameters {
    /// Only those to look at again: now, or at all (opnieuw bekijken).
    #[param(inline, required = false)]
    review: Review,
}

/// Lists decisions to share without consent (besluiten tot verstrekken zonder toestemming), newest first.
///
/// An intake worker gets their own, the coordinator and the data protection officer
/// all of them. `review=due` is what has to be looked at today: the person is still
/// not told.
#[utoipa::path(
    get, path = "/disclosure-decisions", operation_id = "listDisclosureDecisions",
    tag = "disclosure-decisions",
    params(Parameters, PageParameters),
    responses((status = 200, description = "One page.", body = Page<DisclosureDecision>)),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    mut query: Query,
) -> Outcome<Json<Page<DisclosureDecision>>> {
    let review = query.word("review", "due or open");
    let part = query.page();
    query.end()?;
    let own = caller.role == Role::IntakeWorker;
    let selection = DecisionSelection {
        decided_by: own.then(|| caller.person.id.clone()),
        due_by: review.map(|review| match review {
            Review::Due => app.today(),
            Review::Open => NaiveDate::MAX,
        }),
    };
    gather(part, |part| Box::pin(entries(&app, &caller, &selection, part))).await.map(Json)
}

async fn entries(
    app: &App,
    caller: &Caller,
    selection: &DecisionSelection,
    part: Part,
) -> Outcome<Vec<(Uuid, Option<DisclosureDecision>)>> {
    let found = app.store.disclosure_decisions(&caller.controller, selection, part).await?;
    Ok(found.iter().map(|facts| (facts.id.0, Some(view(facts, app.today())))).collect())
}
