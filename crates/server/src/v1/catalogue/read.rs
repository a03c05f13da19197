// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/catalogue`

use crate::access::{Access, MaybeCaller};
use crate::app::App;
use crate::input::query::Query;
use crate::problem::Outcome;
use axum::Json;
use axum::extract::State;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::ControllerId;
use utoipa::IntoParams;

/// Who may call it: the catalogue is public (N3).
pub const ACCESS: Access = Access::Public;

/// Which controller, for the document.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "read through `Query`; this describes it")]
pub struct ControllerParameters {
    /// The controller (verwerkingsverantwoordelijke).
    #[param(
        rename = "controllerId",
        required = false,
        pattern = "^[a-z0-9]+(-[a-z0-9]+)*$",
        min_length = 1,
        max_length = 64
    )]
    controller_id: String,
}

/// Takes `controllerId` out of the query.
pub fn controller(query: &mut Query) -> Option<ControllerId> {
    query.take("controllerId", "the id of a controller", |text| {
        let slug = !text.is_empty()
            && text.len() <= 64
            && text.split('-').all(|part| {
                !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            });
        slug.then(|| ControllerId::from(text))
    })
}

/// Reads the catalogue of one controller (verwerkingen, partijen, grondslagen).
///
/// Without `controllerId` it is the controller of the session, and without a
/// session the first one of this installation.
#[utoipa::path(
    get, path = "/catalogue", operation_id = "readCatalogue", tag = "catalogue",
    params(ControllerParameters),
    responses((status = 200, description = "The catalogue.", body = Catalogue),
        (status = 404, description = "There is no such controller here.")),
)]
pub async fn handler(
    State(app): State<App>,
    MaybeCaller(caller): MaybeCaller,
    mut query: Query,
) -> Outcome<Json<Catalogue>> {
    let chosen = controller(&mut query);
    query.end()?;
    let catalogue = match chosen.or_else(|| caller.map(|caller| caller.controller)) {
        Some(id) => app.catalogue(&id)?,
        None => app.catalogues.first(),
    };
    Ok(Json(catalogue.clone()))
}
