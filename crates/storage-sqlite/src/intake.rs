// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Clients, assessments, outcomes of a no, and decisions to share without consent.
//!
//! | module | what it holds |
//! |---|---|
//! | `sql` | the statements that read, for the tests of their plans too |
//! | `write` | what a change adds, statement by statement |

mod sql;
mod write;

pub(crate) use write::write;

use crate::SqliteStore;
use crate::error::store_error;
use crate::read::{before, limit, parse};
use async_trait::async_trait;
use samenspraak_contract::assessment::Assessment;
use samenspraak_contract::id::{
    AssessmentId, ConsentRequestId, ControllerId, DisclosureDecisionId, HouseholdId, PersonId,
    RefusalOutcomeId,
};
use samenspraak_contract::refusal::RefusalOutcome;
use samenspraak_rules::intake::facts::{ClientFacts, DisclosureDecisionFacts};
use samenspraak_storage::disclosure::day_number;
use samenspraak_storage::intake::{DecisionSelection, IntakeStore};
use samenspraak_storage::store::{Part, StoreError, Whose};
use serde::de::DeserializeOwned;
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{Row as _, query};

type Read<T> = Result<T, StoreError>;

fn facts<T: DeserializeOwned>(row: &SqliteRow) -> Read<T> {
    parse(row.try_get("facts").map_err(store_error)?)
}

fn decided(row: &SqliteRow) -> Read<DisclosureDecisionFacts> {
    let mut decided: DisclosureDecisionFacts = facts(row)?;
    decided.events = parse(row.try_get("events").map_err(store_error)?)?;
    Ok(decided)
}

async fn decision(
    connection: &mut SqliteConnection,
    controller: &ControllerId,
    id: DisclosureDecisionId,
) -> Read<Option<DisclosureDecisionFacts>> {
    let row = query(sql::DECISION)
        .bind(&controller.0)
        .bind(id.0.as_bytes().as_slice())
        .fetch_optional(connection)
        .await
        .map_err(store_error)?;
    row.as_ref().map(decided).transpose()
}

#[async_trait]
impl IntakeStore for SqliteStore {
    async fn client(&self, controller: &ControllerId, person: &PersonId) -> Read<Option<ClientFacts>> {
        let row = query(sql::CLIENT)
            .bind(&controller.0)
            .bind(&person.0)
            .fetch_optional(&self.readers)
            .await
            .map_err(store_error)?;
        row.as_ref().map(facts).transpose()
    }

    async fn clients(&self, controller: &ControllerId, part: Part) -> Read<Vec<ClientFacts>> {
        let rows = query(sql::CLIENTS)
            .bind(&controller.0)
            .bind(before(part))
            .bind(limit(part))
            .fetch_all(&self.readers)
            .await
            .map_err(store_error)?;
        rows.iter().map(facts).collect()
    }

    async fn household(
        &self,
        controller: &ControllerId,
        household: &HouseholdId,
        part: Part,
    ) -> Read<Vec<ClientFacts>> {
        let rows = query(sql::HOUSEHOLD)
            .bind(&controller.0)
            .bind(&household.0)
            .bind(before(part))
            .bind(limit(part))
            .fetch_all(&self.readers)
            .await
            .map_err(store_error)?;
        rows.iter().map(facts).collect()
    }

    async fn assessment(&self, controller: &ControllerId, id: AssessmentId) -> Read<Option<Assessment>> {
        let row = query(sql::ASSESSMENT)
            .bind(&controller.0)
            .bind(id.0.as_bytes().as_slice())
            .fetch_optional(&self.readers)
            .await
            .map_err(store_error)?;
        row.as_ref().map(facts).transpose()
    }

    async fn outcome(&self, controller: &ControllerId, id: RefusalOutcomeId) -> Read<Option<RefusalOutcome>> {
        let row = query(sql::OUTCOME)
            .bind(&controller.0)
            .bind(id.0.as_bytes().as_slice())
            .fetch_optional(&self.readers)
            .await
            .map_err(store_error)?;
        row.as_ref().map(facts).transpose()
    }

    async fn outcomes_of_request(
        &self,
        controller: &ControllerId,
        request: ConsentRequestId,
    ) -> Read<Vec<RefusalOutcome>> {
        let rows = query(sql::OF_REQUEST)
            .bind(&controller.0)
            .bind(request.0.as_bytes().as_slice())
            .fetch_all(&self.readers)
            .await
            .map_err(store_error)?;
        rows.iter().map(facts).collect()
    }

    async fn outcomes(
        &self,
        controller: &ControllerId,
        whose: &Whose,
        part: Part,
    ) -> Read<Vec<RefusalOutcome>> {
        let query = match whose {
            Whose::Everybody => query(sql::OUTCOMES).bind(&controller.0),
            Whose::Person(person) => query(sql::OUTCOMES_OF_PERSON).bind(&controller.0).bind(&person.0),
        };
        let rows =
            query.bind(before(part)).bind(limit(part)).fetch_all(&self.readers).await.map_err(store_error)?;
        rows.iter().map(facts).collect()
    }

    async fn disclosure_decision(
        &self,
        controller: &ControllerId,
        id: DisclosureDecisionId,
    ) -> Read<Option<DisclosureDecisionFacts>> {
        let mut connection = self.readers.acquire().await.map_err(store_error)?;
        decision(&mut connection, controller, id).await
    }

    async fn disclosure_decisions(
        &self,
        controller: &ControllerId,
        selection: &DecisionSelection,
        part: Part,
    ) -> Read<Vec<DisclosureDecisionFacts>> {
        let list = match (&selection.decided_by, selection.due_by) {
            (None, None) => sql::decisions::ALL,
            (Some(_), None) => sql::decisions::OF,
            (None, Some(_)) => sql::decisions::DUE,
            (Some(_), Some(_)) => sql::decisions::DUE_OF,
        };
        let rows = query(list)
            .bind(&controller.0)
            .bind(before(part))
            .bind(limit(part))
            .bind(selection.due_by.map(day_number))
            .bind(selection.decided_by.as_ref().map(|person| &person.0))
            .fetch_all(&self.readers)
            .await
            .map_err(store_error)?;
        rows.iter().map(decided).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::sql;
    use crate::plans::searched;

    #[tokio::test]
    async fn no_list_sorts_or_scans_a_table() {
        searched(&[
            sql::CLIENT,
            sql::CLIENTS,
            sql::HOUSEHOLD,
            sql::ASSESSMENT,
            sql::OUTCOME,
            sql::OF_REQUEST,
            sql::OUTCOMES,
            sql::OUTCOMES_OF_PERSON,
            sql::DECISION,
            sql::decisions::ALL,
            sql::decisions::OF,
            sql::decisions::DUE,
            sql::decisions::DUE_OF,
        ])
        .await;
    }
}
