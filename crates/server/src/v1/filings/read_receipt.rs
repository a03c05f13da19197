// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/filings/{id}/receipt`

use crate::access::{Access, FILING_LISTERS};
use crate::app::App;
use crate::filings::receipt::lay_out;
use crate::filings::{assemble, find_readable};
use crate::input::path::Id;
use crate::problem::Outcome;
use crate::receipt::form::Print;
use crate::receipt::print;
use crate::session::Caller;
use crate::v1::filings::read::note;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::id::FilingId;

/// Who may call it.
pub const ACCESS: Access = FILING_LISTERS;

/// Reads the copy of what was filed, to print or as a PDF (ontvangstbevestiging en afschrift, Awb 6:14).
#[utoipa::path(
    get, path = "/filings/{id}/receipt", operation_id = "readFilingReceipt", tag = "filings",
    params(("id" = FilingId, Path, description = "The filing (verzoek, bezwaar of klacht).")),
    responses((status = 200, description = "The copy.", content(
            (String = "text/html"), (String = "application/pdf"))),
        (status = 406, description = "None of the forms asked for can be given.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<FilingId>,
    Print(form): Print,
) -> Outcome<Response> {
    let mut facts = find_readable(&app, &caller, id).await?;
    note(&app, &caller, &facts).await?;
    // What was received, as it was understood then: later events change nothing on it.
    facts.events.truncate(1);
    let today = facts.received_on;
    let seen = assemble::seen(&app, &caller, &facts, None, today).await?;
    print(&lay_out(&seen, &facts.language.0), facts.received_at, form)
}
