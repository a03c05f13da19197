// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A client with their requests, as a worker sees them today.

use crate::app::App;
use crate::problem::Outcome;
use samenspraak_contract::client::{Client, ClientRequest};
use samenspraak_contract::id::ControllerId;
use samenspraak_rules::intake::client;
use samenspraak_rules::intake::facts::ClientFacts;

/// A client as a worker sees them today, with the requests about them.
pub async fn seen(app: &App, controller: &ControllerId, facts: &ClientFacts) -> Outcome<Client> {
    let rule = &app.catalogue(controller)?.age_rule;
    let requests = requests(app, controller, facts).await?;
    Ok(client::view(facts, requests, rule, app.today()))
}

// Newest first. What somebody signs for another is in the list of that other (F5).
async fn requests(app: &App, controller: &ControllerId, facts: &ClientFacts) -> Outcome<Vec<ClientRequest>> {
    let mut seen = Vec::new();
    for request in app.requests_of(controller, &facts.person.id).await? {
        if request.subject.id != facts.person.id {
            continue;
        }
        let ids: Vec<_> = request.records.values().copied().collect();
        let records = app.store.records_by_id(controller, &ids).await?;
        let outcomes = app.store.outcomes_of_request(controller, request.id).await?;
        seen.push(client::request(&request, &records, &outcomes, app.today()));
    }
    Ok(seen)
}
