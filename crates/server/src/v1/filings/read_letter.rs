// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/filings/{id}/letters/{eventId}`

use crate::access::{Access, FILING_LISTERS};
use crate::app::App;
use crate::filings::letter::{is_written, lay_out};
use crate::filings::{assemble, find_readable};
use crate::input::path::{EventOf, Id};
use crate::problem::{Failure, Outcome};
use crate::receipt::form::Print;
use crate::receipt::print;
use crate::session::Caller;
use crate::v1::filings::read::note;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::id::{EventId, FilingId};
use samenspraak_rules::term::local_date;

/// Who may call it.
pub const ACCESS: Access = FILING_LISTERS;

/// Reads what the municipality wrote about one event, to print or as a PDF (brief).
///
/// There is one for every event that tells the person something: taken up, asked,
/// forwarded, sent on, extended, decided.
#[utoipa::path(
    get, path = "/filings/{id}/letters/{eventId}", operation_id = "readFilingLetter", tag = "filings",
    params(("id" = FilingId, Path, description = "The filing (verzoek, bezwaar of klacht)."),
        ("eventId" = EventId, Path, description = "The event (gebeurtenis).")),
    responses((status = 200, description = "The letter.", content(
            (String = "text/html"), (String = "application/pdf"))),
        (status = 406, description = "None of the forms asked for can be given.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    Id(id): Id<FilingId>,
    EventOf(event_id): EventOf,
    Print(form): Print,
) -> Outcome<Response> {
    let mut facts = find_readable(&app, &caller, id).await?;
    let place = facts.events.iter().position(|event| event.id == event_id);
    let place = place.filter(|place| is_written(&facts.events[*place])).ok_or_else(Failure::not_found)?;
    note(&app, &caller, &facts).await?;
    // The letter says what was so on its own day.
    facts.events.truncate(place + 1);
    let event = facts.events[place].clone();
    let today = local_date(event.occurred_at);
    let seen = assemble::seen(&app, &caller, &facts, None, today).await?;
    print(&lay_out(&seen, &event, &facts.language.0), event.occurred_at, form)
}
