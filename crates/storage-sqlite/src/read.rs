// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Every query that reads.

use crate::error::{store_error, unreadable};
use samenspraak_contract::id::{
    AttachmentId, ConsentRecordId, ConsentRequestId, ControllerId, DecisionId, ItemId, PersonId,
    PresentationId,
};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_storage::facts::{DecisionFacts, PresentationFacts, Replay};
use samenspraak_storage::store::{MAX_PAGE, Part, StoreError, Whose};
use serde::de::DeserializeOwned;
use sqlx::sqlite::{SqliteConnection, SqlitePool, SqliteRow};
use sqlx::{Row as _, query};
use uuid::Uuid;

type Read<T> = Result<T, StoreError>;

// Later than every id there is: the first page begins below it.
const AFTER_ALL: [u8; 16] = [0xff; 16];

pub(crate) fn before(part: Part) -> Vec<u8> {
    part.before.map_or(AFTER_ALL, Uuid::into_bytes).to_vec()
}

pub(crate) fn limit(part: Part) -> i64 {
    i64::try_from(part.limit.min(MAX_PAGE)).unwrap_or_default()
}

// An empty name stands for everybody: no person has it.
fn person(whose: &Whose) -> &str {
    match whose {
        Whose::Everybody => "",
        Whose::Person(person) => &person.0,
    }
}

pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> Read<T> {
    serde_json::from_str(text).map_err(unreadable)
}

fn uuid(row: &SqliteRow, column: &str) -> Read<Uuid> {
    let bytes: Vec<u8> = row.try_get(column).map_err(store_error)?;
    Uuid::from_slice(&bytes).map_err(|error| StoreError::Failed(error.to_string()))
}

pub(crate) async fn replay(
    connection: &mut SqliteConnection,
    controller: &ControllerId,
    person: &PersonId,
    key: Uuid,
) -> Read<Option<Replay>> {
    let row =
        query("SELECT body_hash, response FROM replays WHERE controller = ? AND person = ? AND key = ?")
            .bind(&controller.0)
            .bind(&person.0)
            .bind(key.as_bytes().as_slice())
            .fetch_optional(connection)
            .await
            .map_err(store_error)?;
    let Some(row) = row else { return Ok(None) };
    let hash: Vec<u8> = row.try_get("body_hash").map_err(store_error)?;
    let body_hash = hash.try_into().map_err(|_| StoreError::Failed("a body hash is 32 bytes".to_owned()))?;
    let response = parse(row.try_get("response").map_err(store_error)?)?;
    Ok(Some(Replay { person: person.clone(), key, body_hash, response }))
}

// A request as it was asked, and what was filled in later. Who are concerned are few: of
// those among them who were ever recorded as a client, the subject is picked out after.
macro_rules! requests {
    ($rest:literal) => {
        concat!(
            "SELECT facts, replaced_by, (
                SELECT json_group_array(shown.person) FROM shown
                WHERE shown.controller = requests.controller AND shown.request_id = requests.id
             ) AS shown_to, (
                SELECT json_group_array(json(clients.facts)) FROM people AS concerned
                CROSS JOIN clients
                  ON clients.controller = concerned.controller AND clients.person = concerned.person
                WHERE concerned.controller = requests.controller AND concerned.request_id = requests.id
             ) AS recordings FROM ",
            $rest
        )
    };
}

const REQUEST: &str = requests!("requests WHERE controller = ? AND id = ?");

const REQUESTS: &str =
    requests!("requests WHERE controller = ? AND ? = '' AND id < ? ORDER BY id DESC LIMIT ?");

const REQUESTS_OF: &str = requests!(
    "people
     JOIN requests ON requests.controller = people.controller AND requests.id = people.request_id
     WHERE people.controller = ? AND people.person = ? AND people.request_id < ?
     ORDER BY people.request_id DESC LIMIT ?"
);

fn request_of(row: &SqliteRow) -> Read<RequestFacts> {
    let mut request: RequestFacts = parse(row.try_get("facts").map_err(store_error)?)?;
    request.shown_to = parse(row.try_get("shown_to").map_err(store_error)?)?;
    request.recordings = parse(row.try_get("recordings").map_err(store_error)?)?;
    request.recordings.retain(|client| client.person.id == request.subject.id);
    request.recordings.sort_by_key(|client| client.id);
    let replaced: Option<Vec<u8>> = row.try_get("replaced_by").map_err(store_error)?;
    if replaced.is_some() {
        request.replaced_by = Some(ConsentRequestId(uuid(row, "replaced_by")?));
    }
    Ok(request)
}

pub(crate) async fn request(
    pool: &SqlitePool,
    controller: &ControllerId,
    id: ConsentRequestId,
) -> Read<Option<RequestFacts>> {
    let row = query(REQUEST)
        .bind(&controller.0)
        .bind(id.0.as_bytes().as_slice())
        .fetch_optional(pool)
        .await
        .map_err(store_error)?;
    row.as_ref().map(request_of).transpose()
}

pub(crate) async fn requests(
    pool: &SqlitePool,
    controller: &ControllerId,
    whose: &Whose,
    part: Part,
) -> Read<Vec<RequestFacts>> {
    let sql = match whose {
        Whose::Everybody => REQUESTS,
        Whose::Person(_) => REQUESTS_OF,
    };
    let rows = query(sql)
        .bind(&controller.0)
        .bind(person(whose))
        .bind(before(part))
        .bind(limit(part))
        .fetch_all(pool)
        .await
        .map_err(store_error)?;
    rows.iter().map(request_of).collect()
}

// Rows of one record stand together, oldest event first.
fn records_from(rows: &[SqliteRow]) -> Read<Vec<RecordFacts>> {
    let mut records: Vec<RecordFacts> = Vec::new();
    for row in rows {
        let id = ConsentRecordId(uuid(row, "id")?);
        if records.last().is_none_or(|record| record.id != id) {
            let request_id = ConsentRequestId(uuid(row, "request_id")?);
            let item_id = ItemId(uuid(row, "item_id")?);
            records.push(RecordFacts { id, request_id, item_id, events: Vec::new() });
        }
        let event: Option<&str> = row.try_get("facts").map_err(store_error)?;
        if let (Some(record), Some(event)) = (records.last_mut(), event) {
            record.events.push(parse(event)?);
        }
    }
    Ok(records)
}

pub(crate) async fn records_by_id(
    pool: &SqlitePool,
    controller: &ControllerId,
    ids: &[ConsentRecordId],
) -> Read<Vec<RecordFacts>> {
    // One statement for any number of ids: a list travels as a JSON array.
    let ids: Vec<String> = ids.iter().map(|id| id.0.simple().to_string()).collect();
    let rows = query(
        "SELECT records.id, request_id, item_id, facts FROM records
         LEFT JOIN events ON events.controller = records.controller AND events.record_id = records.id
         WHERE records.controller = ? AND records.id IN (SELECT unhex(value) FROM json_each(?))
         ORDER BY records.id, version",
    )
    .bind(&controller.0)
    .bind(serde_json::to_string(&ids).map_err(unreadable)?)
    .fetch_all(pool)
    .await
    .map_err(store_error)?;
    records_from(&rows)
}

pub(crate) async fn records(
    pool: &SqlitePool,
    controller: &ControllerId,
    whose: &Whose,
    part: Part,
) -> Read<Vec<RecordFacts>> {
    let sql = match whose {
        Whose::Everybody => {
            "SELECT page.id, request_id, item_id, facts FROM (
                SELECT controller, id, request_id, item_id FROM records
                WHERE controller = ? AND ? = '' AND id < ? ORDER BY id DESC LIMIT ?
             ) AS page
             LEFT JOIN events ON events.controller = page.controller AND events.record_id = page.id
             ORDER BY page.id DESC, version"
        }
        Whose::Person(_) => {
            "SELECT page.id, request_id, item_id, facts FROM (
                SELECT records.controller, id, records.request_id, item_id FROM people
                JOIN records
                  ON records.controller = people.controller AND records.request_id = people.request_id
                WHERE people.controller = ? AND person = ? AND id < ? ORDER BY id DESC LIMIT ?
             ) AS page
             LEFT JOIN events ON events.controller = page.controller AND events.record_id = page.id
             ORDER BY page.id DESC, version"
        }
    };
    let rows = query(sql)
        .bind(&controller.0)
        .bind(person(whose))
        .bind(before(part))
        .bind(limit(part))
        .fetch_all(pool)
        .await
        .map_err(store_error)?;
    records_from(&rows)
}

pub(crate) async fn presentation(
    pool: &SqlitePool,
    controller: &ControllerId,
    id: PresentationId,
) -> Read<Option<PresentationFacts>> {
    let row = query("SELECT facts FROM presentations WHERE controller = ? AND id = ?")
        .bind(&controller.0)
        .bind(id.0.as_bytes().as_slice())
        .fetch_optional(pool)
        .await
        .map_err(store_error)?;
    row.map(|row| parse(row.try_get("facts").map_err(store_error)?)).transpose()
}

pub(crate) async fn decision(
    pool: &SqlitePool,
    controller: &ControllerId,
    id: DecisionId,
) -> Read<Option<DecisionFacts>> {
    let row = query("SELECT facts FROM decisions WHERE controller = ? AND id = ?")
        .bind(&controller.0)
        .bind(id.0.as_bytes().as_slice())
        .fetch_optional(pool)
        .await
        .map_err(store_error)?;
    row.map(|row| parse(row.try_get("facts").map_err(store_error)?)).transpose()
}

pub(crate) async fn decision_on(
    pool: &SqlitePool,
    controller: &ControllerId,
    scan: AttachmentId,
) -> Read<Option<DecisionFacts>> {
    let row = query(
        "SELECT facts FROM scans
         JOIN decisions ON decisions.controller = scans.controller AND decisions.id = decision_id
         WHERE scans.controller = ? AND attachment_id = ?",
    )
    .bind(&controller.0)
    .bind(scan.0.as_bytes().as_slice())
    .fetch_optional(pool)
    .await
    .map_err(store_error)?;
    row.map(|row| parse(row.try_get("facts").map_err(store_error)?)).transpose()
}

pub(crate) async fn is_empty(pool: &SqlitePool) -> Read<bool> {
    let row = query("SELECT NOT EXISTS (SELECT 1 FROM requests) AS empty")
        .fetch_one(pool)
        .await
        .map_err(store_error)?;
    row.try_get("empty").map_err(store_error)
}

#[cfg(test)]
mod tests {
    use super::{REQUEST, REQUESTS, REQUESTS_OF};
    use crate::plans::searched;

    #[tokio::test]
    async fn no_request_sorts_or_scans_a_table() {
        searched(&[REQUEST, REQUESTS, REQUESTS_OF]).await;
    }
}
