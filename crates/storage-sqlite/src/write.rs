// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One change, statement by statement, inside a transaction of the writer.

use crate::error::{store_error, unreadable};
use crate::{disclosure, filing, intake, read, tally};
use samenspraak_contract::id::{AttachmentId, ConsentRecordId, ConsentRequestId, ControllerId, DecisionId};
use samenspraak_contract::record::ConsentEvent;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_storage::change::{Append, Applied, Change};
use samenspraak_storage::facts::{PresentationFacts, Replay};
use samenspraak_storage::store::StoreError;
use serde::Serialize;
use sqlx::sqlite::SqliteConnection;
use sqlx::{Row as _, query};
use std::collections::BTreeSet;
use uuid::Uuid;

type Written = Result<(), StoreError>;

pub(crate) fn json(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(unreadable)
}

/// Takes the change, or says why not. The caller rolls back what was written
/// when the answer is an error.
pub(crate) async fn apply(connection: &mut SqliteConnection, change: &Change) -> Result<Applied, StoreError> {
    let controller = &change.controller;
    if let Some(replay) = &change.replay
        && let Some(earlier) = read::replay(connection, controller, &replay.person, replay.key).await?
    {
        return if earlier.body_hash == replay.body_hash {
            Ok(Applied::Replayed(earlier.response))
        } else {
            Err(StoreError::IdempotencyKeyReused)
        };
    }
    let mut write = Write { connection, controller };
    if let Some(id) = change.still_current {
        write.expect_current(id).await?;
    }
    for append in &change.appends {
        write.expect_version(append).await?;
    }
    if let Some(request) = &change.request {
        write.request(request).await?;
    }
    for record in &change.records {
        write.record(record).await?;
    }
    for append in &change.appends {
        write.events(append.record_id, append.expected_version, &append.events).await?;
    }
    if let Some(facts) = &change.presentation {
        write.document(INSERT_PRESENTATION, facts.presentation.id.0, json(facts)?).await?;
        write.shown(facts).await?;
    }
    if let Some(facts) = &change.decision {
        write.document(INSERT_DECISION, facts.id.0, json(facts)?).await?;
        if let Some(scan) = facts.scan {
            write.rests_on(facts.id, scan).await?;
        }
    }
    disclosure::write(write.connection, controller, &change.disclosures).await?;
    filing::write(write.connection, controller, &change.filings).await?;
    intake::write(write.connection, controller, &change.intake).await?;
    tally::write(write.connection, controller, &change.counts).await?;
    if let Some(replay) = &change.replay {
        write.replay(replay).await?;
    }
    Ok(Applied::Stored)
}

const INSERT_PRESENTATION: &str = "INSERT INTO presentations (controller, id, facts) VALUES (?, ?, ?)";
const INSERT_DECISION: &str = "INSERT INTO decisions (controller, id, facts) VALUES (?, ?, ?)";

struct Write<'a> {
    connection: &'a mut SqliteConnection,
    controller: &'a ControllerId,
}

impl Write<'_> {
    async fn expect_current(&mut self, id: ConsentRequestId) -> Written {
        query("SELECT 1 FROM requests WHERE controller = ? AND id = ? AND replaced_by IS NULL")
            .bind(&self.controller.0)
            .bind(id.0.as_bytes().as_slice())
            .fetch_optional(&mut *self.connection)
            .await
            .map_err(store_error)?
            .map(|_| ())
            .ok_or(StoreError::Conflict)
    }

    async fn request(&mut self, request: &RequestFacts) -> Written {
        if let Some(old) = request.replaces {
            self.replace(old, request.id).await?;
        }
        self.document(
            "INSERT INTO requests (controller, id, facts) VALUES (?, ?, ?)",
            request.id.0,
            json(request)?,
        )
        .await?;
        for item in &request.items {
            query("INSERT INTO items (controller, id, request_id) VALUES (?, ?, ?)")
                .bind(&self.controller.0)
                .bind(item.id.0.as_bytes().as_slice())
                .bind(request.id.0.as_bytes().as_slice())
                .execute(&mut *self.connection)
                .await
                .map_err(store_error)?;
        }
        let signing = request.signatories.iter().map(|signatory| &signatory.person.id);
        let people: BTreeSet<_> = signing.chain([&request.subject.id]).collect();
        for person in people {
            query("INSERT INTO people (controller, person, request_id) VALUES (?, ?, ?)")
                .bind(&self.controller.0)
                .bind(&person.0)
                .bind(request.id.0.as_bytes().as_slice())
                .execute(&mut *self.connection)
                .await
                .map_err(store_error)?;
        }
        Ok(())
    }

    async fn shown(&mut self, facts: &PresentationFacts) -> Written {
        query(
            "INSERT OR IGNORE INTO shown (controller, request_id, person)
             SELECT controller, id, ? FROM requests WHERE controller = ? AND id = ?",
        )
        .bind(&facts.person.0)
        .bind(&self.controller.0)
        .bind(facts.presentation.consent_request_id.0.as_bytes().as_slice())
        .execute(&mut *self.connection)
        .await
        .map(|_| ())
        .map_err(store_error)
    }

    async fn replace(&mut self, old: ConsentRequestId, new: ConsentRequestId) -> Written {
        let done = query(
            "UPDATE requests SET replaced_by = ? WHERE controller = ? AND id = ? AND replaced_by IS NULL",
        )
        .bind(new.0.as_bytes().as_slice())
        .bind(&self.controller.0)
        .bind(old.0.as_bytes().as_slice())
        .execute(&mut *self.connection)
        .await
        .map_err(store_error)?;
        if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::Conflict) }
    }

    async fn record(&mut self, record: &RecordFacts) -> Written {
        query("INSERT INTO records (controller, id, request_id, item_id) VALUES (?, ?, ?, ?)")
            .bind(&self.controller.0)
            .bind(record.id.0.as_bytes().as_slice())
            .bind(record.request_id.0.as_bytes().as_slice())
            .bind(record.item_id.0.as_bytes().as_slice())
            .execute(&mut *self.connection)
            .await
            .map_err(store_error)?;
        self.events(record.id, 0, &record.events).await
    }

    async fn expect_version(&mut self, append: &Append) -> Written {
        let version = self.version(append.record_id).await?;
        if version == Some(append.expected_version) { Ok(()) } else { Err(StoreError::Conflict) }
    }

    async fn version(&mut self, record: ConsentRecordId) -> Result<Option<u32>, StoreError> {
        let row = query(
            "SELECT (SELECT coalesce(max(version), 0) FROM events
                     WHERE events.controller = records.controller AND record_id = records.id) AS version
             FROM records WHERE controller = ? AND id = ?",
        )
        .bind(&self.controller.0)
        .bind(record.0.as_bytes().as_slice())
        .fetch_optional(&mut *self.connection)
        .await
        .map_err(store_error)?;
        row.map(|row| row.try_get("version").map_err(store_error)).transpose()
    }

    async fn events(&mut self, record: ConsentRecordId, version: u32, events: &[ConsentEvent]) -> Written {
        for (version, event) in (version + 1..).zip(events) {
            query("INSERT INTO events (controller, record_id, version, facts) VALUES (?, ?, ?, ?)")
                .bind(&self.controller.0)
                .bind(record.0.as_bytes().as_slice())
                .bind(version)
                .bind(json(event)?)
                .execute(&mut *self.connection)
                .await
                .map_err(store_error)?;
        }
        Ok(())
    }

    async fn document(&mut self, sql: &'static str, id: Uuid, facts: String) -> Written {
        query(sql)
            .bind(&self.controller.0)
            .bind(id.as_bytes().as_slice())
            .bind(facts)
            .execute(&mut *self.connection)
            .await
            .map(|_| ())
            .map_err(store_error)
    }

    // A scan is free until a decision rests on it.
    async fn rests_on(&mut self, decision: DecisionId, scan: AttachmentId) -> Written {
        let done = query(
            "UPDATE scans SET decision_id = ?
             WHERE controller = ? AND attachment_id = ? AND decision_id IS NULL",
        )
        .bind(decision.0.as_bytes().as_slice())
        .bind(&self.controller.0)
        .bind(scan.0.as_bytes().as_slice())
        .execute(&mut *self.connection)
        .await
        .map_err(store_error)?;
        if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::Conflict) }
    }

    async fn replay(&mut self, replay: &Replay) -> Written {
        query("INSERT INTO replays (controller, person, key, body_hash, response) VALUES (?, ?, ?, ?, ?)")
            .bind(&self.controller.0)
            .bind(&replay.person.0)
            .bind(replay.key.as_bytes().as_slice())
            .bind(replay.body_hash.as_slice())
            .bind(json(&replay.response)?)
            .execute(&mut *self.connection)
            .await
            .map(|_| ())
            .map_err(store_error)
    }
}
