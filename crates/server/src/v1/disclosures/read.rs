// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/disclosures/{id}`

use crate::access::{Access, DISCLOSURE_READERS};
use crate::app::App;
use crate::input::path::Id;
use crate::naming::names;
use crate::problem::{Failure, Outcome};
use crate::representations::represented;
use crate::session::Caller;
use crate::v1::consent_records::read::etag;
use axum::Json;
use axum::extract::State;
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::Disclosure;
use samenspraak_contract::id::{ControllerId, DisclosureId};
use samenspraak_rules::disclosure::{DisclosureFacts, view};
use samenspraak_rules::view::Viewer;

/// Who may call it.
pub const ACCESS: Access = DISCLOSURE_READERS;

/// Reads one line of what happened to data (verstrekking of inzage).
///
/// A person reads their own and those of whom they represent. What is withheld
/// (achtergehouden) is not found by anybody but staff.
#[utoipa::path(
    get, path = "/disclosures/{id}", operation_id = "readDisclosure", tag = "disclosures",
    params(("id" = DisclosureId, Path, description = "The line (verstrekking of inzage).")),
    responses((status = 200, description = "The line.", body = Disclosure,
        headers(("ETag" = String, description = "Its version; send it as `If-Match` with an event.")))),
)]
pub async fn handler(State(app): State<App>, caller: Caller, Id(id): Id<DisclosureId>) -> Outcome<Response> {
    let seen = find(&app, &caller, id).await?;
    Ok(([(ETAG, etag(seen.version))], Json(seen)).into_response())
}

/// A line as the caller may see it.
///
/// # Errors
/// Not found when it is not there, withheld from this caller, or of somebody whom
/// the caller does not represent.
pub async fn find(app: &App, caller: &Caller, id: DisclosureId) -> Outcome<Disclosure> {
    let facts = facts(app, caller, id).await?;
    resolve(app, &caller.controller, &facts, caller.viewer())
}

/// The facts of a line that the caller may see.
pub async fn facts(app: &App, caller: &Caller, id: DisclosureId) -> Outcome<DisclosureFacts> {
    let found = app.store.disclosure(&caller.controller, id).await?;
    let facts = found.ok_or_else(Failure::not_found)?;
    if caller.role != Role::Citizen {
        return Ok(facts);
    }
    let own = facts.subject.id == caller.person.id;
    let may = facts.is_visible() && (own || represents(app, caller, &facts).await?);
    if may { Ok(facts) } else { Err(Failure::not_found()) }
}

async fn represents(app: &App, caller: &Caller, facts: &DisclosureFacts) -> Outcome<bool> {
    let people = represented(app, caller).await?;
    Ok(people.iter().any(|person| person.person.id == facts.subject.id))
}

/// A line as a viewer sees it, with everything it names.
///
/// # Errors
/// Not found when it is withheld from this viewer.
pub fn resolve(
    app: &App,
    controller: &ControllerId,
    facts: &DisclosureFacts,
    viewer: Viewer<'_>,
) -> Outcome<Disclosure> {
    view::disclosure(facts, names(app, controller, facts)?, viewer).ok_or_else(Failure::not_found)
}
