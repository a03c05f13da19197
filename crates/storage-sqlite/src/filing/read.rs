// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Every query that reads filings.

use super::write::word;
use crate::error::{store_error, unreadable};
use samenspraak_contract::id::{AttachmentId, ConsentRequestId, ControllerId, FilingId, PersonId};
use samenspraak_rules::filing::FilingFacts;
use samenspraak_storage::filing::{AttachmentFacts, Due, MAX_QUEUE, Selection};
use samenspraak_storage::store::{MAX_PAGE, Part, StoreError};
use serde::de::DeserializeOwned;
use sqlx::sqlite::{SqlitePool, SqliteRow};
use sqlx::{Row as _, query};
use std::collections::BTreeSet;
use uuid::Uuid;

type Read<T> = Result<T, StoreError>;

// Later than every id there is: the first page begins below it.
const AFTER_ALL: [u8; 16] = [0xff; 16];

fn parse<T: DeserializeOwned>(text: &str) -> Read<T> {
    serde_json::from_str(text).map_err(unreadable)
}

fn uuid(bytes: &[u8]) -> Read<Uuid> {
    Uuid::from_slice(bytes).map_err(|error| StoreError::Failed(error.to_string()))
}

fn text<'a>(row: &'a SqliteRow, column: &str) -> Read<&'a str> {
    row.try_get(column).map_err(store_error)
}

fn bytes<'a>(row: &'a SqliteRow, column: &str) -> Read<&'a [u8]> {
    row.try_get(column).map_err(store_error)
}

// Rows of one filing stand together, oldest event first.
fn from_rows(rows: &[SqliteRow]) -> Read<Vec<FilingFacts>> {
    let mut filings: Vec<FilingFacts> = Vec::new();
    for row in rows {
        let id = FilingId(uuid(bytes(row, "id")?)?);
        if filings.last().is_none_or(|filing| filing.id != id) {
            let mut facts: FilingFacts = parse(text(row, "facts")?)?;
            let asked: Option<&[u8]> = row.try_get("committee_request").map_err(store_error)?;
            facts.committee_request = asked.map(uuid).transpose()?.map(ConsentRequestId);
            filings.push(facts);
        }
        let event: Option<&str> = row.try_get("event").map_err(store_error)?;
        if let (Some(filing), Some(event)) = (filings.last_mut(), event) {
            filing.events.push(parse(event)?);
        }
    }
    Ok(filings)
}

pub(super) const FILING: &str =
    "SELECT filings.id, filings.facts, committee_request, filing_events.facts AS event FROM filings
     LEFT JOIN filing_events ON filing_events.controller = filings.controller AND filing_id = filings.id
     WHERE filings.controller = ? AND filings.id = ? ORDER BY version";

pub(super) async fn filing(
    pool: &SqlitePool,
    controller: &ControllerId,
    id: FilingId,
) -> Read<Option<FilingFacts>> {
    let rows = query(FILING)
        .bind(&controller.0)
        .bind(id.0.as_bytes().as_slice())
        .fetch_all(pool)
        .await
        .map_err(store_error)?;
    Ok(from_rows(&rows)?.pop())
}

/// Newest first: one index that is read backwards, per person.
pub(super) const OF_PERSON: &str = "SELECT filing_id FROM filing_people
     WHERE controller = ? AND person = ? AND filing_id < ? ORDER BY filing_id DESC LIMIT ?";

pub(super) async fn filings(
    pool: &SqlitePool,
    controller: &ControllerId,
    people: &[PersonId],
    part: Part,
) -> Read<Vec<FilingFacts>> {
    let limit = part.limit.min(MAX_PAGE);
    let before = part.before.map_or(AFTER_ALL, Uuid::into_bytes);
    let mut found = BTreeSet::new();
    let people: BTreeSet<&PersonId> = people.iter().collect();
    for person in people {
        let rows = query(OF_PERSON)
            .bind(&controller.0)
            .bind(&person.0)
            .bind(before.as_slice())
            .bind(i64::try_from(limit).unwrap_or_default())
            .fetch_all(pool)
            .await
            .map_err(store_error)?;
        for row in &rows {
            found.insert(uuid(bytes(row, "filing_id")?)?);
        }
    }
    let newest: Vec<Uuid> = found.into_iter().rev().take(limit).collect();
    by_id(pool, controller, &newest).await
}

/// One stream of the queue: an index that is read in its order, from a place on.
pub(super) const QUEUE: &str = "SELECT due, id FROM filings
     WHERE controller = ? AND open = ? AND (due, id) > (?, ?) ORDER BY due, id LIMIT ?";
/// The same for one kind.
pub(super) const QUEUE_OF_KIND: &str = "SELECT due, id FROM filings
     WHERE controller = ? AND open = ? AND kind = ? AND (due, id) > (?, ?) ORDER BY due, id LIMIT ?";
/// Filings by their ids: as many as stand on a page.
const BY_ID: &str = "SELECT filings.id, filings.facts, committee_request, filing_events.facts AS event
     FROM json_each(?) AS wanted
     CROSS JOIN filings ON filings.controller = ? AND filings.id = unhex(wanted.value)
     LEFT JOIN filing_events
       ON filing_events.controller = filings.controller AND filing_id = filings.id
     ORDER BY wanted.key, version";

// In the order of the ids.
async fn by_id(pool: &SqlitePool, controller: &ControllerId, ids: &[Uuid]) -> Read<Vec<FilingFacts>> {
    let ids: Vec<String> = ids.iter().map(|id| id.simple().to_string()).collect();
    let rows = query(BY_ID)
        .bind(serde_json::to_string(&ids).map_err(unreadable)?)
        .bind(&controller.0)
        .fetch_all(pool)
        .await
        .map_err(store_error)?;
    from_rows(&rows)
}

// Open or closed and each kind are streams of their own, merged here: no query
// ever sorts, however many rows there are.
pub(super) async fn queue(
    pool: &SqlitePool,
    controller: &ControllerId,
    selection: &Selection,
    after: Option<Due>,
    limit: usize,
) -> Read<Vec<(Due, FilingFacts)>> {
    let limit = limit.min(MAX_QUEUE);
    let most = i64::try_from(limit).unwrap_or_default();
    let from_day = after.map_or_else(String::new, |due| due.date.to_string());
    let from_id = after.map_or_else(Uuid::nil, |due| due.id).into_bytes();
    let mut places: Vec<Due> = Vec::new();
    for open in [true, false].into_iter().filter(|open| selection.open.is_none_or(|only| only == *open)) {
        let kinds: BTreeSet<_> = selection.kinds.iter().copied().collect();
        let streams: Vec<_> =
            if kinds.is_empty() { vec![None] } else { kinds.into_iter().map(Some).collect() };
        for kind in streams {
            let stream = query(if kind.is_some() { QUEUE_OF_KIND } else { QUEUE });
            let stream = stream.bind(&controller.0).bind(open);
            let stream = match kind {
                Some(kind) => stream.bind(word(kind)?),
                None => stream,
            };
            let rows = stream
                .bind(&from_day)
                .bind(from_id.as_slice())
                .bind(most)
                .fetch_all(pool)
                .await
                .map_err(store_error)?;
            for row in &rows {
                let date = text(row, "due")?.parse().map_err(|_| StoreError::Failed("a day".to_owned()))?;
                places.push(Due { date, id: uuid(bytes(row, "id")?)? });
            }
        }
    }
    places.sort_unstable();
    places.truncate(limit);
    let ids: Vec<Uuid> = places.iter().map(|due| due.id).collect();
    let filings = by_id(pool, controller, &ids).await?;
    // A filing that moved in between is simply read as it stands now.
    Ok(places.into_iter().zip(filings).collect())
}

pub(super) async fn attachment(
    pool: &SqlitePool,
    controller: &ControllerId,
    id: AttachmentId,
) -> Read<Option<AttachmentFacts>> {
    let row = query(
        "SELECT uploaded_by, uploaded_at, facts, bytes, scans.person AS scan_of FROM attachments
         LEFT JOIN scans ON scans.controller = attachments.controller AND attachment_id = id
         WHERE attachments.controller = ? AND id = ?",
    )
    .bind(&controller.0)
    .bind(id.0.as_bytes().as_slice())
    .fetch_optional(pool)
    .await
    .map_err(store_error)?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(AttachmentFacts {
        attachment: parse(text(&row, "facts")?)?,
        uploaded_by: PersonId::from(text(&row, "uploaded_by")?),
        scan_of: row.try_get::<Option<&str>, _>("scan_of").map_err(store_error)?.map(PersonId::from),
        uploaded_at: parse(text(&row, "uploaded_at")?)?,
        bytes: bytes(&row, "bytes")?.to_vec(),
    }))
}

pub(super) async fn attachments_of(
    pool: &SqlitePool,
    controller: &ControllerId,
    person: &PersonId,
    ids: &[AttachmentId],
) -> Read<Vec<AttachmentId>> {
    let ids: Vec<String> = ids.iter().map(|id| id.0.simple().to_string()).collect();
    let rows = query(
        "SELECT id FROM attachments WHERE controller = ? AND uploaded_by = ?
         AND id IN (SELECT unhex(value) FROM json_each(?)) ORDER BY id",
    )
    .bind(&controller.0)
    .bind(&person.0)
    .bind(serde_json::to_string(&ids).map_err(unreadable)?)
    .fetch_all(pool)
    .await
    .map_err(store_error)?;
    rows.iter().map(|row| Ok(AttachmentId(uuid(bytes(row, "id")?)?))).collect()
}

pub(super) async fn filings_with(
    pool: &SqlitePool,
    controller: &ControllerId,
    attachment: AttachmentId,
) -> Read<Vec<FilingId>> {
    let rows = query(
        "SELECT filing_id FROM filing_attachments
         WHERE controller = ? AND attachment_id = ? ORDER BY filing_id",
    )
    .bind(&controller.0)
    .bind(attachment.0.as_bytes().as_slice())
    .fetch_all(pool)
    .await
    .map_err(store_error)?;
    rows.iter().map(|row| Ok(FilingId(uuid(bytes(row, "filing_id")?)?))).collect()
}
