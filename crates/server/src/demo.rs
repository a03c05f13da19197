// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Fictional people to sign in as, and their cases. Only with `--demo`.
//!
//! | module | what happens in it |
//! |---|---|
//! | [`seed`] | an empty store is filled the way people and systems would fill it |

pub mod seed;

pub use seed::seed;

use crate::app::App;
use crate::catalogue::{Case, PastClient, PastDisclosure, PastFigures, PastFiling, Persona};
use crate::problem::{Failure, Outcome};
use crate::session::{Caller, cookie, no_cookie};
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::id::{ControllerId, PersonId};
use samenspraak_contract::text::LocalizedText;
use serde::{Deserialize, Serialize};

/// The people of the demonstration and their cases.
#[derive(Clone, Debug)]
pub struct Demo {
    /// Whom anybody may sign in as.
    pub people: Vec<Persona>,
    /// What an empty store is filled with.
    pub cases: Vec<Case>,
    /// The clients of a worker.
    pub clients: Vec<PastClient>,
    /// What happened to data before today.
    pub past: Vec<PastDisclosure>,
    /// What people filed before today.
    pub filings: Vec<PastFiling>,
    /// What was counted before this quarter.
    pub figures: Vec<PastFigures>,
}

/// A person to sign in as.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PersonaView<'a> {
    persona: &'a PersonId,
    display_name: &'a str,
    role: Role,
    controller_id: &'a ControllerId,
    controller_name: &'a str,
    description: &'a LocalizedText,
}

/// Whom somebody signs in as.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewSession {
    persona: PersonId,
}

/// `GET /demo/personas`, `POST /demo/session` and `DELETE /demo/session`.
pub fn router() -> Router<App> {
    Router::new()
        .route("/demo/personas", get(personas))
        .route("/demo/session", post(sign_in).delete(sign_out))
}

impl Demo {
    /// The fictional person with this id.
    pub fn persona(&self, id: &PersonId) -> Option<&Persona> {
        self.people.iter().find(|persona| persona.person.id == *id)
    }
}

impl From<&Persona> for Caller {
    fn from(persona: &Persona) -> Self {
        Self { person: persona.person.clone(), role: persona.role, controller: persona.controller.clone() }
    }
}

async fn personas(State(app): State<App>) -> Response {
    let people = app.demo.iter().flat_map(|demo| &demo.people);
    let views: Vec<PersonaView<'_>> = people
        .map(|persona| PersonaView {
            persona: &persona.person.id,
            display_name: &persona.person.display_name,
            role: persona.role,
            controller_id: &persona.controller,
            controller_name: app.catalogues.get(&persona.controller).map_or("", |c| &c.controller.name),
            description: &persona.description,
        })
        .collect();
    Json(views).into_response()
}

async fn sign_in(
    State(app): State<App>,
    headers: HeaderMap,
    body: Result<Json<NewSession>, JsonRejection>,
) -> Outcome<Response> {
    let Ok(Json(NewSession { persona: id })) = body else {
        return Err(Failure::malformed("/persona", "send {\"persona\": \"…\"} with one of /demo/personas"));
    };
    let persona = app.demo.as_ref().and_then(|demo| demo.persona(&id));
    let caller = Caller::from(persona.ok_or_else(Failure::not_found)?);
    app.sessions.end(&headers);
    let token = app.sessions.begin(caller, &*app.randomness, app.now());
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, cookie(&token))]).into_response())
}

async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Response {
    app.sessions.end(&headers);
    (StatusCode::NO_CONTENT, [(SET_COOKIE, no_cookie())]).into_response()
}
