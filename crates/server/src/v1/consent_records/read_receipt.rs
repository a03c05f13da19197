// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/consent-records/{id}/receipt`

use crate::access::{Access, CITIZENS};
use crate::app::App;
use crate::input::path::Id;
use crate::problem::{Failure, Outcome};
use crate::receipt::form::Form;
use crate::receipt::respond;
use crate::session::Caller;
use crate::v1::consent_records::read::find;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::id::ConsentRecordId;
use samenspraak_contract::receipt::Receipt;
use samenspraak_rules::receipt::of_record;

/// Who may call it.
pub const ACCESS: Access = CITIZENS;

/// Reads the receipt (ontvangstbewijs) of one record after the last event of the person signed in.
///
/// Who has not answered yet has no receipt: 404. The forms are those of a
/// decision's receipt.
#[utoipa::path(
    get, path = "/consent-records/{id}/receipt", operation_id = "readConsentRecordReceipt",
    tag = "consent-records",
    params(("id" = ConsentRecordId, Path, description = "The record (toestemmingsregistratie).")),
    responses((status = 200, description = "The receipt.", content(
            (Receipt = "application/json"), (String = "application/jose"),
            (String = "text/html"), (String = "application/pdf"),
        )),
        (status = 406, description = "None of the forms asked for can be given.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<ConsentRecordId>,
    form: Form,
) -> Outcome<Response> {
    let (request, record) = find(&app, &caller, id).await?;
    let receipt = of_record(&request, &record, &caller.person.id).ok_or_else(Failure::not_found)?;
    respond(&app, &receipt, form)
}
