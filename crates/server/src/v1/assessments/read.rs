// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/assessments/{id}`

use crate::access::{ASSESSMENT_READERS, Access};
use crate::app::App;
use crate::consultations::note;
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use axum::Json;
use axum::extract::State;
use samenspraak_contract::assessment::Assessment;
use samenspraak_contract::disclosure::Consulted;
use samenspraak_contract::id::AssessmentId;

/// Who may call it.
pub const ACCESS: Access = ASSESSMENT_READERS;

/// Reads the six steps (stappenplan) that went before a question (E16).
///
/// That staff read it is written down (raadpleging), for the person to see.
#[utoipa::path(
    get, path = "/assessments/{id}", operation_id = "readAssessment", tag = "assessments",
    params(("id" = AssessmentId, Path, description = "The assessment (afweging).")),
    responses((status = 200, description = "The assessment.", body = Assessment)),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<AssessmentId>,
) -> Outcome<Json<Assessment>> {
    let found = app.store.assessment(&caller.controller, id).await?.ok_or_else(Failure::not_found)?;
    note(&app, &caller, [(found.subject.id.clone(), Consulted::Assessment(id))]).await?;
    Ok(Json(found))
}
