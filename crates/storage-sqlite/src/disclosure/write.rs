// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a change adds, inside its savepoint. The lists follow from what a line was
//! before and is after: what becomes visible enters the time line and the flows.

use super::{one, word};
use crate::error::store_error;
use crate::write::json;
use samenspraak_contract::id::ControllerId;
use samenspraak_rules::disclosure::{DisclosureFacts, Status};
use samenspraak_storage::disclosure::{
    ConsultationFacts, DisclosureAppend, DisclosureChange, day_number, place_in_review, place_in_time,
    thing_id,
};
use samenspraak_storage::store::StoreError;
use sqlx::query;
use sqlx::sqlite::SqliteConnection;

type Written = Result<(), StoreError>;

/// Writes what a change adds, inside its savepoint.
pub(crate) async fn write(
    connection: &mut SqliteConnection,
    controller: &ControllerId,
    change: &DisclosureChange,
) -> Written {
    let mut write = Write { connection, controller };
    // First what is expected of the lines that are there.
    for append in &change.appends {
        write.events(append).await?;
    }
    for line in &change.recorded {
        write.line(line).await?;
    }
    for facts in &change.consultations {
        write.consultation(facts).await?;
    }
    Ok(())
}

struct Write<'a> {
    connection: &'a mut SqliteConnection,
    controller: &'a ControllerId,
}

impl Write<'_> {
    async fn line(&mut self, line: &DisclosureFacts) -> Written {
        let mut bare = line.clone();
        let events = std::mem::take(&mut bare.events);
        query("INSERT INTO disclosures (controller, id, facts) VALUES (?, ?, ?)")
            .bind(&self.controller.0)
            .bind(line.id.0.as_bytes().as_slice())
            .bind(json(&bare)?)
            .execute(&mut *self.connection)
            .await
            .map_err(store_error)?;
        self.lists(None, &bare).await?;
        let append = DisclosureAppend { id: line.id, expected_version: 0, events };
        if append.events.is_empty() { Ok(()) } else { self.events(&append).await }
    }

    async fn events(&mut self, append: &DisclosureAppend) -> Written {
        let found = one(self.connection, self.controller, append.id).await?;
        let before = found.filter(|line| line.version() == append.expected_version);
        let before = before.ok_or(StoreError::Conflict)?;
        for (version, event) in (append.expected_version + 1..).zip(&append.events) {
            query(
                "INSERT INTO disclosure_events (controller, disclosure_id, version, facts)
                 VALUES (?, ?, ?, ?)",
            )
            .bind(&self.controller.0)
            .bind(append.id.0.as_bytes().as_slice())
            .bind(version)
            .bind(json(event)?)
            .execute(&mut *self.connection)
            .await
            .map_err(store_error)?;
        }
        let mut after = before.clone();
        after.events.extend(append.events.iter().cloned());
        self.lists(Some(&before), &after).await
    }

    // Brings every list up to date with what this line was and is.
    async fn lists(&mut self, before: Option<&DisclosureFacts>, after: &DisclosureFacts) -> Written {
        if after.is_visible() && !before.is_some_and(DisclosureFacts::is_visible) {
            self.piles(after).await?;
            if after.flowed() {
                self.flows(after).await?;
            }
        }
        if before.and_then(place_in_review) != place_in_review(after) {
            self.withheld(after).await?;
        }
        let untold = |line: &DisclosureFacts| line.status() == Status::Released;
        match (before.is_some_and(untold), untold(after)) {
            (false, true) => self.told(INSERT_UNTOLD, after).await,
            (true, false) => self.told(DELETE_UNTOLD, after).await,
            _ => Ok(()),
        }
    }

    async fn piles(&mut self, line: &DisclosureFacts) -> Written {
        let place = place_in_time(line);
        // All ways of filtering that hold this line, in one statement each.
        query(
            "INSERT INTO piles (controller, subject, kind, party)
             SELECT ?1, ?2, kind.value, party.value
             FROM json_each(json_array('', ?3)) AS kind, json_each(json_array('', ?4, ?5)) AS party
             WHERE true ON CONFLICT DO NOTHING",
        )
        .bind(&self.controller.0)
        .bind(&line.subject.id.0)
        .bind(word(line.kind()))
        .bind(&line.sender_id.0)
        .bind(&line.recipient_id.0)
        .execute(&mut *self.connection)
        .await
        .map_err(store_error)?;
        query(
            "INSERT INTO timeline (pile, occurred_at, id)
             SELECT number, ?6, ?7 FROM piles
             WHERE controller = ?1 AND subject = ?2 AND kind IN ('', ?3) AND party IN ('', ?4, ?5)",
        )
        .bind(&self.controller.0)
        .bind(&line.subject.id.0)
        .bind(word(line.kind()))
        .bind(&line.sender_id.0)
        .bind(&line.recipient_id.0)
        .bind(place.at)
        .bind(place.id.as_bytes().as_slice())
        .execute(&mut *self.connection)
        .await
        .map(|_| ())
        .map_err(store_error)
    }

    // Of two last times, consent counts only when both rested on it: the order in
    // which they were recorded makes no difference.
    async fn flows(&mut self, line: &DisclosureFacts) -> Written {
        query(
            "INSERT INTO flows (controller, subject, sender, recipient, data_type, times, last, with_consent)
             SELECT ?, ?, ?, ?, value, 1, ?, ? FROM json_each(?) WHERE true
             ON CONFLICT DO UPDATE SET times = times + 1,
                with_consent = CASE
                    WHEN excluded.last > last THEN excluded.with_consent
                    WHEN excluded.last = last THEN min(with_consent, excluded.with_consent)
                    ELSE with_consent END,
                last = max(last, excluded.last)",
        )
        .bind(&self.controller.0)
        .bind(&line.subject.id.0)
        .bind(&line.sender_id.0)
        .bind(&line.recipient_id.0)
        .bind(line.occurred_at.timestamp_millis())
        .bind(line.is_covered())
        .bind(json(&line.data_type_ids)?)
        .execute(&mut *self.connection)
        .await
        .map(|_| ())
        .map_err(store_error)
    }

    async fn withheld(&mut self, line: &DisclosureFacts) -> Written {
        query("DELETE FROM withheld WHERE controller = ? AND id = ?")
            .bind(&self.controller.0)
            .bind(line.id.0.as_bytes().as_slice())
            .execute(&mut *self.connection)
            .await
            .map_err(store_error)?;
        let Some(place) = place_in_review(line) else { return Ok(()) };
        query("INSERT INTO withheld (controller, review_day, id) VALUES (?, ?, ?)")
            .bind(&self.controller.0)
            .bind(place.at)
            .bind(place.id.as_bytes().as_slice())
            .execute(&mut *self.connection)
            .await
            .map(|_| ())
            .map_err(store_error)
    }

    async fn told(&mut self, sql: &'static str, line: &DisclosureFacts) -> Written {
        query(sql)
            .bind(&self.controller.0)
            .bind(&line.subject.id.0)
            .bind(line.id.0.as_bytes().as_slice())
            .execute(&mut *self.connection)
            .await
            .map(|_| ())
            .map_err(store_error)
    }

    async fn consultation(&mut self, facts: &ConsultationFacts) -> Written {
        query(
            "INSERT INTO consultations (controller, subject, id, viewer, thing, day, facts)
             VALUES (?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (controller, subject, viewer, thing, day) DO NOTHING",
        )
        .bind(&self.controller.0)
        .bind(&facts.subject.0)
        .bind(facts.id.0.as_bytes().as_slice())
        .bind(&facts.viewer.0)
        .bind(thing_id(facts.consulted).as_bytes().as_slice())
        .bind(day_number(facts.day))
        .bind(json(facts)?)
        .execute(&mut *self.connection)
        .await
        .map(|_| ())
        .map_err(store_error)
    }
}

const INSERT_UNTOLD: &str = "INSERT INTO untold (controller, subject, id) VALUES (?, ?, ?)";
const DELETE_UNTOLD: &str = "DELETE FROM untold WHERE controller = ? AND subject = ? AND id = ?";
