// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/configuration`

use crate::access::{Access, MaybeCaller};
use crate::app::App;
use crate::input::query::Query;
use crate::problem::Outcome;
use crate::representations::represented;
use crate::session::Caller;
use crate::v1::catalogue::read::{ControllerParameters, controller};
use axum::Json;
use axum::extract::State;
use samenspraak_contract::configuration::{Configuration, Role, SignedIn};
use samenspraak_contract::sorted::SortedMap;
use samenspraak_contract::text::Language;

/// Who may call it.
pub const ACCESS: Access = Access::Public;

/// Milliseconds without input after which a shared screen is cleared (M5).
const IDLE_TIMEOUT_MS: u32 = 10 * 60 * 1000;

/// Reads the settings of one controller (instellingen) and who is signed in.
///
/// Without `controllerId` it is the controller of the session, and without a
/// session the first one of this installation.
#[utoipa::path(
    get, path = "/configuration", operation_id = "readConfiguration", tag = "configuration",
    params(ControllerParameters),
    responses((status = 200, description = "The settings.", body = Configuration),
        (status = 404, description = "There is no such controller here.")),
)]
pub async fn handler(
    State(app): State<App>,
    MaybeCaller(caller): MaybeCaller,
    mut query: Query,
) -> Outcome<Json<Configuration>> {
    let chosen = controller(&mut query);
    query.end()?;
    let id = chosen.or_else(|| caller.as_ref().map(|caller| caller.controller.clone()));
    let catalogue = match &id {
        Some(id) => app.catalogue(id)?,
        None => app.catalogues.first(),
    };
    // Somebody who is signed in elsewhere is nobody here.
    let signed_in = match caller.filter(|caller| caller.controller == catalogue.controller.id) {
        Some(caller) => {
            Some(SignedIn { untold: untold(&app, &caller).await?, person: caller.person, role: caller.role })
        }
        None => None,
    };
    Ok(Json(Configuration {
        controller: catalogue.controller.clone(),
        languages: vec![Language::dutch(), Language::from("en")],
        profile: 1,
        signed_in,
        sign_in_url: None,
        texts: SortedMap::new(),
        idle_timeout_ms: Some(IDLE_TIMEOUT_MS),
    }))
}

// The person is told actively what was released (H6), and so is who represents them.
async fn untold(app: &App, caller: &Caller) -> Outcome<u32> {
    if caller.role != Role::Citizen {
        return Ok(0);
    }
    let mut untold = app.store.untold(&caller.controller, &caller.person.id).await?;
    for other in represented(app, caller).await? {
        untold += app.store.untold(&caller.controller, &other.person.id).await?;
    }
    Ok(untold)
}
