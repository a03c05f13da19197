// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a change adds about filings, statement by statement.

use crate::error::{store_error, unreadable};
use samenspraak_contract::attachment::NamedAttachment;
use samenspraak_contract::filing::{FilingEvent, FilingKind};
use samenspraak_contract::id::{ControllerId, FilingId};
use samenspraak_rules::filing::FilingFacts;
use samenspraak_rules::filing::clock::Place;
use samenspraak_storage::filing::{AttachmentFacts, FilingAppend, FilingChange};
use samenspraak_storage::store::StoreError;
use serde::Serialize;
use sqlx::sqlite::SqliteConnection;
use sqlx::{Row as _, query};
use std::collections::BTreeSet;

type Written = Result<(), StoreError>;

fn json(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(unreadable)
}

/// The word of a kind in the column `kind`.
pub(super) fn word(kind: FilingKind) -> Result<String, StoreError> {
    Ok(json(&kind)?.trim_matches('"').to_owned())
}

/// Writes what a change adds, inside its savepoint.
pub(crate) async fn write(
    connection: &mut SqliteConnection,
    controller: &ControllerId,
    change: &FilingChange,
) -> Written {
    let mut write = Write { connection, controller };
    if let Some(facts) = &change.attachment {
        write.attachment(facts).await?;
    }
    // What a change expects is expected of what was there before it.
    if let Some(append) = &change.append {
        write.append(append).await?;
    }
    for (facts, place) in &change.filed {
        write.filing(facts, *place).await?;
    }
    Ok(())
}

struct Write<'a> {
    connection: &'a mut SqliteConnection,
    controller: &'a ControllerId,
}

impl Write<'_> {
    async fn filing(&mut self, facts: &FilingFacts, place: Place) -> Written {
        let stored = FilingFacts { events: Vec::new(), committee_request: None, ..facts.clone() };
        query(
            "INSERT INTO filings (controller, id, facts, committee_request, kind, open, due)
             VALUES (?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(&self.controller.0)
        .bind(facts.id.0.as_bytes().as_slice())
        .bind(json(&stored)?)
        .bind(facts.committee_request.map(|id| id.0.as_bytes().to_vec()))
        .bind(word(place.kind)?)
        .bind(place.open)
        .bind(place.due.to_string())
        .execute(&mut *self.connection)
        .await
        .map_err(store_error)?;
        let people: BTreeSet<_> = facts.people().map(|person| &person.id).collect();
        for person in people {
            query("INSERT INTO filing_people (controller, person, filing_id) VALUES (?, ?, ?)")
                .bind(&self.controller.0)
                .bind(&person.0)
                .bind(facts.id.0.as_bytes().as_slice())
                .execute(&mut *self.connection)
                .await
                .map_err(store_error)?;
        }
        self.names(facts.id, &facts.content.attachments).await?;
        for (version, event) in (1..).zip(&facts.events) {
            self.event(facts.id, version, event).await?;
        }
        Ok(())
    }

    async fn append(&mut self, append: &FilingAppend) -> Written {
        if self.version(append.filing_id).await? != Some(append.expected_version) {
            return Err(StoreError::Conflict);
        }
        let asked = append.committee_request.map(|id| id.0.as_bytes().to_vec());
        let done = query(
            "UPDATE filings SET kind = ?, open = ?, due = ?,
                 committee_request = coalesce(committee_request, ?)
             WHERE controller = ? AND id = ? AND (? IS NULL OR committee_request IS NULL)",
        )
        .bind(word(append.place.kind)?)
        .bind(append.place.open)
        .bind(append.place.due.to_string())
        .bind(asked.as_deref())
        .bind(&self.controller.0)
        .bind(append.filing_id.0.as_bytes().as_slice())
        .bind(asked.as_deref())
        .execute(&mut *self.connection)
        .await
        .map_err(store_error)?;
        if done.rows_affected() != 1 {
            return Err(StoreError::Conflict);
        }
        self.event(append.filing_id, append.expected_version + 1, &append.event).await
    }

    async fn version(&mut self, filing: FilingId) -> Result<Option<u32>, StoreError> {
        let row = query(
            "SELECT (SELECT coalesce(max(version), 0) FROM filing_events
                     WHERE filing_events.controller = filings.controller AND filing_id = filings.id) AS version
             FROM filings WHERE controller = ? AND id = ?",
        )
        .bind(&self.controller.0)
        .bind(filing.0.as_bytes().as_slice())
        .fetch_optional(&mut *self.connection)
        .await
        .map_err(store_error)?;
        row.map(|row| row.try_get("version").map_err(store_error)).transpose()
    }

    async fn event(&mut self, filing: FilingId, version: u32, event: &FilingEvent) -> Written {
        query("INSERT INTO filing_events (controller, filing_id, version, facts) VALUES (?, ?, ?, ?)")
            .bind(&self.controller.0)
            .bind(filing.0.as_bytes().as_slice())
            .bind(version)
            .bind(json(event)?)
            .execute(&mut *self.connection)
            .await
            .map_err(store_error)?;
        self.names(filing, &event.attachments).await
    }

    async fn names(&mut self, filing: FilingId, attachments: &[NamedAttachment]) -> Written {
        for named in attachments {
            query(
                "INSERT INTO filing_attachments (controller, attachment_id, filing_id) VALUES (?, ?, ?)
                 ON CONFLICT DO NOTHING",
            )
            .bind(&self.controller.0)
            .bind(named.id.0.as_bytes().as_slice())
            .bind(filing.0.as_bytes().as_slice())
            .execute(&mut *self.connection)
            .await
            .map_err(store_error)?;
        }
        Ok(())
    }

    async fn attachment(&mut self, facts: &AttachmentFacts) -> Written {
        query(
            "INSERT INTO attachments (controller, id, uploaded_by, uploaded_at, facts, bytes)
             VALUES (?, ?, ?, ?, ?, ?)",
        )
        .bind(&self.controller.0)
        .bind(facts.attachment.id.0.as_bytes().as_slice())
        .bind(&facts.uploaded_by.0)
        .bind(json(&facts.uploaded_at)?)
        .bind(json(&facts.attachment)?)
        .bind(facts.bytes.as_slice())
        .execute(&mut *self.connection)
        .await
        .map_err(store_error)?;
        let Some(person) = &facts.scan_of else { return Ok(()) };
        query("INSERT INTO scans (controller, attachment_id, person) VALUES (?, ?, ?)")
            .bind(&self.controller.0)
            .bind(facts.attachment.id.0.as_bytes().as_slice())
            .bind(&person.0)
            .execute(&mut *self.connection)
            .await
            .map(|_| ())
            .map_err(store_error)
    }
}
