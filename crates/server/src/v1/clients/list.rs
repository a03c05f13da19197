// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/clients`

use crate::access::{ASKERS, Access};
use crate::app::App;
use crate::clients::seen;
use crate::consultations::note;
use crate::input::header::DataSubject;
use crate::input::query::{PageParameters, Query, slug};
use crate::page::gather;
use crate::problem::Outcome;
use crate::session::Caller;
use axum::Json;
use axum::extract::State;
use samenspraak_contract::Page;
use samenspraak_contract::client::Client;
use samenspraak_contract::disclosure::Consulted;
use samenspraak_contract::id::{HouseholdId, PersonId};
use samenspraak_rules::intake::facts::ClientFacts;
use samenspraak_storage::store::Part;
use utoipa::IntoParams;
use uuid::Uuid;

/// Who may call it.
pub const ACCESS: Access = ASKERS;

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "read through `Query`; this describes it")]
struct Parameters {
    /// Only those who live in this household (huishouden).
    #[param(rename = "householdId", required = false)]
    household_id: HouseholdId,
}

#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code, reason = "read through `DataSubject`; this describes it")]
struct SubjectParameter {
    /// Only this person (cliënt). In a header, because nothing about a person may
    /// stand in a URL.
    #[param(rename = "Data-Subject", required = false)]
    data_subject: PersonId,
}

/// Lists the clients (cliënten) of the controller, who was recorded last first.
///
/// Each with who signs today (F2) and with their requests, never with what anybody
/// answered. One household or one person at a time is a look at their requests, and
/// is written down for them to see (raadpleging). A page may be shorter than asked
/// for; the list ends where `nextCursor` is absent.
#[utoipa::path(
    get, path = "/clients", operation_id = "listClients", tag = "clients",
    params(Parameters, PageParameters, SubjectParameter),
    responses((status = 200, description = "One page.", body = Page<Client>)),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    DataSubject(person): DataSubject,
    mut query: Query,
) -> Outcome<Json<Page<Client>>> {
    let household = query.take("householdId", "the id of a household", slug);
    let part = query.page();
    query.end()?;
    let which = Which { person, household };
    let found = gather(part, |part| Box::pin(entries(&app, &caller, &which, part))).await?;
    let mut items = Vec::with_capacity(found.items.len());
    for facts in &found.items {
        items.push(seen(&app, &caller.controller, facts).await?);
    }
    if which.is_a_look() {
        let shown = |client: &Client| client.requests.iter().map(|request| request.id).collect::<Vec<_>>();
        let looked = items.iter().flat_map(|client| {
            shown(client).into_iter().map(|id| (client.person.id.clone(), Consulted::ConsentRequest(id)))
        });
        note(&app, &caller, looked.collect::<Vec<_>>()).await?;
    }
    Ok(Json(Page { items, next_cursor: found.next_cursor }))
}

/// Whom of all clients.
struct Which {
    person: Option<PersonId>,
    household: Option<HouseholdId>,
}

impl Which {
    // The caseload as a whole tells of nobody in particular.
    fn is_a_look(&self) -> bool {
        self.person.is_some() || self.household.is_some()
    }

    fn holds(&self, facts: &ClientFacts) -> bool {
        self.household
            .as_ref()
            .is_none_or(|wanted| facts.household.as_ref().is_some_and(|place| place.id == *wanted))
    }
}

async fn entries(
    app: &App,
    caller: &Caller,
    which: &Which,
    part: Part,
) -> Outcome<Vec<(Uuid, Option<ClientFacts>)>> {
    let controller = &caller.controller;
    let found: Vec<ClientFacts> = match (&which.person, &which.household) {
        (Some(person), _) => {
            let one = app.store.client(controller, person).await?.filter(|facts| which.holds(facts));
            one.into_iter().filter(|facts| part.before.is_none_or(|before| facts.id.0 < before)).collect()
        }
        (None, Some(household)) => app.store.household(controller, household, part).await?,
        (None, None) => app.store.clients(controller, part).await?,
    };
    Ok(found.into_iter().map(|facts| (facts.id.0, Some(facts))).collect())
}
