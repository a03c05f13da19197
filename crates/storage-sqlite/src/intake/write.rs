// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a change adds about intake, inside its savepoint.

use super::decision;
use crate::error::store_error;
use crate::write::json;
use samenspraak_contract::assessment::Assessment;
use samenspraak_contract::disclosure_decision::DecisionEvent;
use samenspraak_contract::id::{ControllerId, DisclosureDecisionId};
use samenspraak_contract::refusal::RefusalOutcome;
use samenspraak_rules::intake::facts::{ClientFacts, DisclosureDecisionFacts};
use samenspraak_storage::disclosure::day_number;
use samenspraak_storage::intake::{DecisionAppend, IntakeChange};
use samenspraak_storage::store::StoreError;
use sqlx::query;
use sqlx::sqlite::SqliteConnection;

type Written = Result<(), StoreError>;

/// Writes what a change adds, inside its savepoint.
pub(crate) async fn write(
    connection: &mut SqliteConnection,
    controller: &ControllerId,
    change: &IntakeChange,
) -> Written {
    let mut write = Write { connection, controller };
    // First what is expected of the decisions that are there.
    for append in &change.appends {
        write.append(append).await?;
    }
    for facts in &change.clients {
        write.client(facts).await?;
    }
    for assessment in &change.assessments {
        write.assessment(assessment).await?;
    }
    for outcome in &change.outcomes {
        write.outcome(outcome).await?;
    }
    for facts in &change.decisions {
        write.decision(facts).await?;
    }
    Ok(())
}

struct Write<'a> {
    connection: &'a mut SqliteConnection,
    controller: &'a ControllerId,
}

impl Write<'_> {
    async fn client(&mut self, facts: &ClientFacts) -> Written {
        query("INSERT INTO clients (controller, id, person, household, facts) VALUES (?, ?, ?, ?, ?)")
            .bind(&self.controller.0)
            .bind(facts.id.0.as_bytes().as_slice())
            .bind(&facts.person.id.0)
            .bind(facts.household.as_ref().map(|place| &place.id.0))
            .bind(json(facts)?)
            .execute(&mut *self.connection)
            .await
            .map(|_| ())
            .map_err(store_error)
    }

    async fn assessment(&mut self, assessment: &Assessment) -> Written {
        query("INSERT INTO assessments (controller, id, facts) VALUES (?, ?, ?)")
            .bind(&self.controller.0)
            .bind(assessment.id.0.as_bytes().as_slice())
            .bind(json(assessment)?)
            .execute(&mut *self.connection)
            .await
            .map(|_| ())
            .map_err(store_error)
    }

    async fn outcome(&mut self, outcome: &RefusalOutcome) -> Written {
        let id = outcome.id.0.as_bytes().as_slice();
        let request = outcome.consent_request_id.0.as_bytes().as_slice();
        query("INSERT INTO refusal_outcomes (controller, id, request_id, facts) VALUES (?, ?, ?, ?)")
            .bind(&self.controller.0)
            .bind(id)
            .bind(request)
            .bind(json(outcome)?)
            .execute(&mut *self.connection)
            .await
            .map_err(store_error)?;
        for item in &outcome.item_ids {
            let done = query(
                "INSERT INTO refused_items (controller, item_id, outcome_id) VALUES (?, ?, ?)
                 ON CONFLICT DO NOTHING",
            )
            .bind(&self.controller.0)
            .bind(item.0.as_bytes().as_slice())
            .bind(id)
            .execute(&mut *self.connection)
            .await
            .map_err(store_error)?;
            if done.rows_affected() != 1 {
                return Err(StoreError::Conflict);
            }
        }
        query(
            "INSERT INTO outcome_people (controller, person, outcome_id)
             SELECT controller, person, ? FROM people WHERE controller = ? AND request_id = ?",
        )
        .bind(id)
        .bind(&self.controller.0)
        .bind(request)
        .execute(&mut *self.connection)
        .await
        .map(|_| ())
        .map_err(store_error)
    }

    async fn decision(&mut self, facts: &DisclosureDecisionFacts) -> Written {
        let stored = DisclosureDecisionFacts { events: Vec::new(), ..facts.clone() };
        query(
            "INSERT INTO disclosure_decisions (controller, id, decided_by, review_day, facts)
             VALUES (?, ?, ?, ?, ?)",
        )
        .bind(&self.controller.0)
        .bind(facts.id.0.as_bytes().as_slice())
        .bind(&facts.decided_by.id.0)
        .bind(facts.review_date().map(day_number))
        .bind(json(&stored)?)
        .execute(&mut *self.connection)
        .await
        .map_err(store_error)?;
        self.events(facts.id, 0, &facts.events).await
    }

    async fn append(&mut self, append: &DecisionAppend) -> Written {
        let found = decision(self.connection, self.controller, append.id).await?;
        let before = found.filter(|facts| facts.version() == append.expected_version);
        let mut after = before.ok_or(StoreError::Conflict)?;
        after.events.extend(append.events.iter().cloned());
        self.events(append.id, append.expected_version, &append.events).await?;
        query("UPDATE disclosure_decisions SET review_day = ? WHERE controller = ? AND id = ?")
            .bind(after.review_date().map(day_number))
            .bind(&self.controller.0)
            .bind(append.id.0.as_bytes().as_slice())
            .execute(&mut *self.connection)
            .await
            .map(|_| ())
            .map_err(store_error)
    }

    async fn events(&mut self, id: DisclosureDecisionId, version: u32, events: &[DecisionEvent]) -> Written {
        for (version, event) in (version + 1..).zip(events) {
            query(
                "INSERT INTO disclosure_decision_events (controller, decision_id, version, facts)
                 VALUES (?, ?, ?, ?)",
            )
            .bind(&self.controller.0)
            .bind(id.0.as_bytes().as_slice())
            .bind(version)
            .bind(json(event)?)
            .execute(&mut *self.connection)
            .await
            .map_err(store_error)?;
        }
        Ok(())
    }
}
