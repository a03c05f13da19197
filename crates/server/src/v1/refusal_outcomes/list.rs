// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/refusal-outcomes`

use crate::access::{Access, READERS};
use crate::app::App;
use crate::consultations::note;
use crate::input::header::{DataSubject, DataSubjectParameter};
use crate::input::query::{PageParameters, Query};
use crate::page::gather;
use crate::problem::Outcome;
use crate::representations::subject;
use crate::session::Caller;
use crate::v1::refusal_outcomes::read::{looked, readable};
use axum::Json;
use axum::extract::State;
use samenspraak_contract::Page;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::id::{ConsentRequestId, PersonId};
use samenspraak_contract::problem::InvalidReason;
use samenspraak_contract::refusal::RefusalOutcome;
use samenspraak_rules::intake::refusal::view;
use samenspraak_storage::store::{Part, Whose};
use utoipa::IntoParams;
use uuid::Uuid;
use uuid::fmt::Hyphenated;

/// Who may call it.
pub const ACCESS: Access = READERS;

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "read through `Query`; this describes it")]
struct Parameters {
    /// For staff, and required for them: the request that was answered with a no (toestemmingsvraag).
    #[param(rename = "consentRequestId", required = false)]
    consent_request_id: ConsentRequestId,
}

/// Lists what followed each no (uitkomsten na een nee), the newest first.
///
/// The person signed in reads their own, or those of somebody they represent, each once
/// everybody has answered what it follows or the last day to answer has passed. Staff
/// ask for those of one request, in one page, the oldest first; that they looked is
/// written down.
#[utoipa::path(
    get, path = "/refusal-outcomes", operation_id = "listRefusalOutcomes", tag = "refusal-outcomes",
    params(Parameters, PageParameters, DataSubjectParameter),
    responses((status = 200, description = "One page.", body = Page<RefusalOutcome>),
        (status = 404, description = "There is no such request, or the person named is not represented by the caller.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    DataSubject(asked): DataSubject,
    mut query: Query,
) -> Outcome<Json<Page<RefusalOutcome>>> {
    let request = query.take("consentRequestId", "the id of a request", |text| {
        text.parse().ok().filter(|_| text.len() == Hyphenated::LENGTH)
    });
    let part = query.page();
    let citizen = caller.role == Role::Citizen;
    for (name, given) in
        [("consentRequestId", citizen && request.is_some()), ("Data-Subject", !citizen && asked.is_some())]
    {
        if given {
            query.refuse(name, InvalidReason::NotApplicable, "this is not for who is signed in");
        }
    }
    if !citizen && request.is_none() {
        query.refuse("consentRequestId", InvalidReason::Missing, "staff list what followed one request");
    }
    query.end()?;
    match request {
        Some(request) => of_request(&app, &caller, request).await.map(Json),
        None => {
            let person = subject(&app, &caller, DataSubject(asked)).await?;
            gather(part, |part| Box::pin(own(&app, &caller, &person.id, part))).await.map(Json)
        }
    }
}

// A request has at most one outcome for each item, so this is never long.
async fn of_request(app: &App, caller: &Caller, id: ConsentRequestId) -> Outcome<Page<RefusalOutcome>> {
    app.request(caller, id).await?;
    let items = app.store.outcomes_of_request(&caller.controller, id).await?;
    note(app, caller, items.iter().map(looked)).await?;
    Ok(Page { items, next_cursor: None })
}

// A person signs for others too: those are asked for by name.
async fn own(
    app: &App,
    caller: &Caller,
    subject: &PersonId,
    part: Part,
) -> Outcome<Vec<(Uuid, Option<RefusalOutcome>)>> {
    let mut entries = Vec::new();
    for outcome in app.store.outcomes(&caller.controller, &Whose::Person(subject.clone()), part).await? {
        let id = outcome.id.0;
        let theirs = outcome.subject.id == *subject;
        let found = if theirs { readable(app, caller, outcome).await? } else { None };
        entries.push((id, found.map(|found| view(&found.outcome, caller.viewer()))));
    }
    Ok(entries)
}
