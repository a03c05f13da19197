// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/filings`

use crate::access::{Access, FILING_LISTERS};
use crate::app::App;
use crate::filings::sheet::{self, MAX_ROWS};
use crate::filings::{assemble, law};
use crate::input::query::{Query, place_cursor, read_cursor, read_place};
use crate::page::gather;
use crate::problem::{Failure, Outcome};
use crate::representations::represented;
use crate::session::Caller;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, CONTENT_DISPOSITION, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};
use chrono::{Datelike, NaiveDate};
use samenspraak_contract::Page;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::filing::{FilingKind, FilingSummary};
use samenspraak_contract::id::PersonId;
use samenspraak_contract::problem::ProblemType;
use samenspraak_rules::filing::clock::place;
use samenspraak_storage::disclosure::{Place, day_number};
use samenspraak_storage::filing::{Due, MAX_QUEUE, Selection};
use samenspraak_storage::store::Part;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Who may call it.
pub const ACCESS: Access = FILING_LISTERS;

const DEFAULT_PAGE: usize = 20;
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(0, 1, 1).expect("a day");
const LAST_DAY: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");

/// Which filings of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FilingListStatus {
    /// Only those somebody still has to do something about.
    Open,
    /// Only those that were answered, taken back or sent on.
    Closed,
    /// All of them.
    #[default]
    All,
}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "read through `Query`; this describes it")]
struct Parameters {
    /// Open, closed, or all (stand).
    #[param(inline, required = false)]
    status: FilingListStatus,
    /// Only this kind (soort).
    #[param(required = false)]
    kind: FilingKind,
    /// Where to go on: the `nextCursor` of the page before (vervolg).
    #[param(pattern = "^[A-Za-z0-9_-]{32}$", min_length = 32, max_length = 32, required = false)]
    cursor: String,
    /// Entries on a page (paginagrootte).
    #[param(rename = "pageSize", minimum = 1, maximum = 1000, default = 20, required = false)]
    page_size: u32,
}

/// What was asked for.
struct Asked {
    status: FilingListStatus,
    kind: Option<FilingKind>,
    limit: usize,
}

impl Asked {
    fn open(&self) -> Option<bool> {
        match self.status {
            FilingListStatus::Open => Some(true),
            FilingListStatus::Closed => Some(false),
            FilingListStatus::All => None,
        }
    }
}

/// Lists requests, objections and complaints (verzoeken, bezwaren en klachten).
///
/// The person signed in gets their own and those about whom they represent, newest
/// first; a page may be shorter than asked for. Staff get the queue of their
/// controller, what is due first in front; the secretary of the committee only
/// what the committee advises on. As `text/csv` staff get the whole selection, at
/// most 10,000 rows, without names.
#[utoipa::path(
    get, path = "/filings", operation_id = "listFilings", tag = "filings",
    params(Parameters),
    responses((status = 200, description = "One page.", content(
            (Page<FilingSummary> = "application/json"), (String = "text/csv"))),
        (status = 406, description = "A spreadsheet is for staff.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    mut query: Query,
) -> Outcome<Response> {
    let status = query.word("status", "open, closed or all").unwrap_or_default();
    let kind = query.word("kind", "one of the kinds of filing");
    let size = query.take("pageSize", "a whole number from 1 to 1000", |text| {
        text.parse().ok().filter(|size| (1..=MAX_QUEUE).contains(size))
    });
    let asked = Asked { status, kind, limit: size.unwrap_or(DEFAULT_PAGE) };
    let after = query.take("cursor", "a cursor is what an earlier page gave", read_place);
    query.end()?;
    if caller.role == Role::Citizen {
        if wants_sheet(&headers) {
            return Err(Failure::new(ProblemType::NotAcceptable, "A spreadsheet is for staff."));
        }
        return own(&app, &caller, &asked, after.map(|place| place.id))
            .await
            .map(|page| Json(page).into_response());
    }
    let Some(selection) = selection(&app, &caller, &asked)? else {
        return Ok(Json(Page::<FilingSummary> { items: Vec::new(), next_cursor: None }).into_response());
    };
    if wants_sheet(&headers) {
        return spreadsheet(&app, &caller, &selection).await;
    }
    queue(&app, &caller, &selection, after.map(due), asked.limit).await.map(|page| Json(page).into_response())
}

fn wants_sheet(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let mut ranges = accepted.flat_map(|value| value.split(','));
    ranges.any(|range| range.split(';').next().is_some_and(|range| range.trim() == "text/csv"))
}

// The committee knows of what it advises on. `None`: nothing at all.
fn selection(app: &App, caller: &Caller, asked: &Asked) -> Outcome<Option<Selection>> {
    let mut kinds: Vec<FilingKind> = asked.kind.into_iter().collect();
    if caller.role == Role::CommitteeSecretary {
        let rules = law(app.catalogue(&caller.controller)?).rules;
        let advised = |kind: &FilingKind| rules.committee_on(kind.track()).is_some();
        let wanted = |kind: &FilingKind| asked.kind.is_none_or(|only| only == *kind);
        kinds = FilingKind::ALL.into_iter().filter(|kind| advised(kind) && wanted(kind)).collect();
        if kinds.is_empty() {
            return Ok(None);
        }
    }
    Ok(Some(Selection { open: asked.open(), kinds }))
}

async fn queue(
    app: &App,
    caller: &Caller,
    selection: &Selection,
    after: Option<Due>,
    limit: usize,
) -> Outcome<Page<FilingSummary>> {
    let found = app.store.filing_queue(&caller.controller, selection, after, limit).await?;
    let next = found.last().filter(|_| found.len() == limit).map(|(due, _)| *due);
    let mut items = Vec::with_capacity(found.len());
    for (_, facts) in &found {
        items.push(assemble::summary(app, caller, facts).await?);
    }
    let next_cursor = next.map(|due| place_cursor(Place { at: day_number(due.date), id: due.id }));
    Ok(Page { items, next_cursor })
}

// Every cursor is a place: one that nobody gave out stands before or behind all.
fn due(place: Place) -> Due {
    let date = i32::try_from(place.at).ok().and_then(NaiveDate::from_epoch_days);
    let known = date.filter(|date| (0..=9999).contains(&date.year()));
    let beyond = if place.at < 0 { FIRST_DAY } else { LAST_DAY };
    Due { date: known.unwrap_or(beyond), id: place.id }
}

async fn spreadsheet(app: &App, caller: &Caller, selection: &Selection) -> Outcome<Response> {
    let mut rows: Vec<FilingSummary> = Vec::new();
    let mut after = None;
    while rows.len() < MAX_ROWS {
        let found = app.store.filing_queue(&caller.controller, selection, after, MAX_QUEUE).await?;
        for (_, facts) in &found {
            rows.push(assemble::summary(app, caller, facts).await?);
        }
        after = found.last().map(|(due, _)| *due);
        if found.len() < MAX_QUEUE {
            break;
        }
    }
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"filings.csv\""),
        (VARY, "Accept"),
    ];
    Ok((headers, sheet::render(&rows)).into_response())
}

async fn own(
    app: &App,
    caller: &Caller,
    asked: &Asked,
    before: Option<Uuid>,
) -> Outcome<Page<FilingSummary>> {
    let represented = represented(app, caller).await?.into_iter().map(|represented| represented.person.id);
    let people: Vec<PersonId> = std::iter::once(caller.person.id.clone()).chain(represented).collect();
    let part = Part { before, limit: asked.limit };
    let page = gather(part, |part| Box::pin(entries(app, caller, &people, asked, part))).await?;
    // One form of cursor for everybody; in this list the id alone is a place.
    let next = page.next_cursor.as_deref().and_then(read_cursor);
    Ok(Page { next_cursor: next.map(|id| place_cursor(Place { at: 0, id })), ..page })
}

async fn entries(
    app: &App,
    caller: &Caller,
    people: &[PersonId],
    asked: &Asked,
    part: Part,
) -> Outcome<Vec<(Uuid, Option<FilingSummary>)>> {
    let law = law(app.catalogue(&caller.controller)?);
    let mut entries = Vec::new();
    for facts in app.store.filings(&caller.controller, people, part).await? {
        let place = place(&facts, law);
        // Who filed it for somebody once may represent them no more (F6).
        let of_them = facts.subject.as_ref().is_none_or(|subject| people.contains(&subject.id));
        let wanted = of_them
            && asked.open().is_none_or(|open| place.open == open)
            && asked.kind.is_none_or(|kind| place.kind == kind);
        let entry = if wanted { Some(assemble::summary(app, caller, &facts).await?) } else { None };
        entries.push((facts.id.0, entry));
    }
    Ok(entries)
}
