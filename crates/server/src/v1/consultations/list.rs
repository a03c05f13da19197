// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/consultations`

use crate::access::{Access, CITIZENS};
use crate::app::App;
use crate::input::header::{DataSubject, DataSubjectParameter};
use crate::input::query::{PageParameters, Query};
use crate::page::gather;
use crate::problem::{Later, Outcome};
use crate::representations::subject;
use crate::session::Caller;
use axum::Json;
use axum::extract::State;
use samenspraak_contract::Page;
use samenspraak_contract::disclosure::Consultation;
use samenspraak_contract::id::PersonId;
use samenspraak_storage::disclosure::ConsultationFacts;
use samenspraak_storage::store::Part;
use uuid::Uuid;

/// Who may call it.
pub const ACCESS: Access = CITIZENS;

/// Lists when staff looked at the consents and filings of a person (raadplegingen), the last first.
///
/// One line per member of staff, thing and day, with the role and never a name (I3).
#[utoipa::path(
    get, path = "/consultations", operation_id = "listConsultations", tag = "consultations",
    params(PageParameters, DataSubjectParameter),
    responses((status = 200, description = "One page.", body = Page<Consultation>),
        (status = 404, description = "The person named is not represented by the caller.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    asked: DataSubject,
    mut query: Query,
) -> Outcome<Json<Page<Consultation>>> {
    let part = query.page();
    query.end()?;
    let person = subject(&app, &caller, asked).await?;
    let read = |part| Box::pin(entries(&app, &caller, &person.id, part)) as Later<'_, _>;
    Ok(Json(gather(part, read).await?))
}

async fn entries(
    app: &App,
    caller: &Caller,
    subject: &PersonId,
    part: Part,
) -> Outcome<Vec<(Uuid, Option<Consultation>)>> {
    let found = app.store.consultations(&caller.controller, subject, part).await?;
    Ok(found.iter().map(|facts| (facts.id.0, Some(seen(facts)))).collect())
}

fn seen(facts: &ConsultationFacts) -> Consultation {
    Consultation {
        id: facts.id,
        occurred_at: facts.occurred_at,
        role: facts.role,
        consulted: facts.consulted,
    }
}
