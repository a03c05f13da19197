// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/decisions/{id}/receipt`

use crate::access::{ANSWERERS, Access};
use crate::app::App;
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::receipt::form::Form;
use crate::receipt::respond;
use crate::session::Caller;
use crate::v1::decisions::read::find;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::id::DecisionId;
use samenspraak_contract::receipt::Receipt;
use samenspraak_rules::receipt::of_decision;

/// Who may call it.
pub const ACCESS: Access = ANSWERERS;

/// Reads the receipt (ontvangstbewijs) of one confirmation: as JSON, signed, to print or as PDF.
///
/// The signed form is a compact JSON Web Signature over the very bytes of the JSON form.
/// Staff who entered what a person expressed read the same receipt, to print it or to
/// send it: it is the summary of the conversation (A7).
#[utoipa::path(
    get, path = "/decisions/{id}/receipt", operation_id = "readDecisionReceipt", tag = "decisions",
    params(("id" = DecisionId, Path, description = "The decision (bevestiging).")),
    responses((status = 200, description = "The receipt.", content(
            (Receipt = "application/json"), (String = "application/jose"),
            (String = "text/html"), (String = "application/pdf"),
        )),
        (status = 406, description = "None of the forms asked for can be given.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<DecisionId>,
    form: Form,
) -> Outcome<Response> {
    let (request, records, decision) = find(&app, &caller, id).await?;
    let receipt = of_decision(&request, &records, decision.id, &decision.person)
        .ok_or_else(|| Failure::internal("a decision without its events"))?;
    respond(&app, &receipt, form)
}
