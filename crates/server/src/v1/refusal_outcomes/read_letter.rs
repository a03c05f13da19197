// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/refusal-outcomes/{id}/letter`

use crate::access::{Access, READERS};
use crate::app::App;
use crate::input::path::Id;
use crate::outcome_letter::{Letter, lay_out};
use crate::problem::Outcome;
use crate::receipt::form::Print;
use crate::receipt::print;
use crate::session::Caller;
use crate::v1::refusal_outcomes::read::{Found, find};
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::id::RefusalOutcomeId;

/// Who may call it.
pub const ACCESS: Access = READERS;

/// Reads what followed a no as a letter, to print or as a PDF (brief; G4).
///
/// It tells the decision, the reasons and the rights, in the language in which the
/// answer was given. No name of staff stands on it.
#[utoipa::path(
    get, path = "/refusal-outcomes/{id}/letter", operation_id = "readRefusalOutcomeLetter",
    tag = "refusal-outcomes",
    params(("id" = RefusalOutcomeId, Path, description = "The outcome (uitkomst na een nee).")),
    responses((status = 200, description = "The letter.", content(
            (String = "text/html"), (String = "application/pdf"))),
        (status = 406, description = "None of the forms asked for can be given.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<RefusalOutcomeId>,
    Print(form): Print,
) -> Outcome<Response> {
    let Found { outcome, request, records } = find(&app, &caller, id).await?;
    let catalogue = app.catalogue(&caller.controller)?;
    let letter = Letter { outcome: &outcome, request: &request, records: &records, catalogue };
    print(&lay_out(letter), outcome.decided_at, form)
}
