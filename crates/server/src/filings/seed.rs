// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Filings of the demonstration, filed and answered through the operations of
//! the contract, with a clock that stood at that moment.

use crate::app::{App, beginning_of};
use crate::catalogue::PastFiling;
use crate::catalogue::filing::PastDoor;
use crate::demo::Demo;
use crate::filings::door::Door;
use crate::filings::intake::file;
use crate::input::body::{MAX_BODY, Submission};
use crate::input::header::ExpectedVersion;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::once;
use crate::v1::filings::create_event;
use axum::body::to_bytes;
use axum::response::Response;
use chrono::{DateTime, Days, TimeDelta, Utc};
use samenspraak_contract::filing::{
    Filing, NewAdministrativeObjection, NewComplaint, NewFilingEvent, NewRightsRequest,
};
use samenspraak_contract::id::PersonId;
use samenspraak_storage::clock::Clock;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::Arc;
use utoipa::ToSchema;

/// A clock that stands still.
struct Stopped(DateTime<Utc>);

impl Clock for Stopped {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

/// Files what the demonstration names, and does what followed.
///
/// # Errors
/// When something may not be filed or done, or cannot be stored.
pub async fn seed(app: &App, demo: &Demo) -> Outcome<()> {
    for filing in &demo.filings {
        let person = somebody(demo, &filing.person)?;
        let mut seen = file_one(&ago(app, filing.days_ago, 10), &person, filing, app).await?;
        for (hour, event) in (11..).zip(&filing.events) {
            let then = ago(app, event.days_ago, hour);
            let caller = somebody(demo, &event.by)?;
            let path = format!("/v1/filings/{}/events", seen.id);
            let new: Submission<NewFilingEvent> = submission(&then, &path, &event.body(app.today()))?;
            let expected = ExpectedVersion(seen.version);
            seen = read(create_event::store(&then, &caller, seen.id, expected, &new).await?).await?;
        }
        tracing::info!(filing = filing.id, "a filing of the demonstration is filed");
    }
    Ok(())
}

async fn file_one(then: &App, person: &Caller, filing: &PastFiling, now: &App) -> Outcome<Filing> {
    let body = filing.body(now.today());
    match filing.door {
        PastDoor::RightsRequests => through::<NewRightsRequest>(then, person, &body).await,
        PastDoor::AdministrativeObjections => {
            through::<NewAdministrativeObjection>(then, person, &body).await
        }
        PastDoor::Complaints => through::<NewComplaint>(then, person, &body).await,
    }
}

async fn through<T: Door>(app: &App, person: &Caller, body: &Value) -> Outcome<Filing> {
    let new: Submission<T> = submission(app, "/v1/filings", body)?;
    read(once(app, person, &new, || Box::pin(file(app, person, &new))).await?).await
}

// The same server, so many days ago, at an hour of that day.
fn ago(app: &App, days: u16, hour: i64) -> App {
    let day = app.today() - Days::new(days.into());
    app.at(Arc::new(Stopped(beginning_of(day) + TimeDelta::hours(hour))))
}

fn somebody(demo: &Demo, id: &PersonId) -> Outcome<Caller> {
    demo.persona(id).map(Caller::from).ok_or_else(Failure::not_found)
}

fn submission<T: DeserializeOwned + ToSchema>(app: &App, path: &str, body: &Value) -> Outcome<Submission<T>> {
    let body = serde_json::to_vec(body).map_err(|error| Failure::internal(&error.to_string()))?;
    Ok(Submission::read(app.ids.next(), "POST", path, &body))
}

// What an operation answered.
async fn read(response: Response) -> Outcome<Filing> {
    let internal = |error: &dyn std::fmt::Display| Failure::internal(&error.to_string());
    let bytes = to_bytes(response.into_body(), MAX_BODY).await.map_err(|error| internal(&error))?;
    serde_json::from_slice(&bytes).map_err(|error| internal(&error))
}
