// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Disclosures and consultations.
//!
//! | module | what it holds |
//! |---|---|
//! | `sql` | the statements that read, for the tests of their plans too |
//! | `write` | what a change adds, and the lists that are kept up to date with it |

mod sql;
mod write;

pub(crate) use write::write;

use crate::SqliteStore;
use crate::error::store_error;
use crate::read::{limit, parse};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use samenspraak_contract::disclosure::DisclosureKind;
use samenspraak_contract::id::{ControllerId, DisclosureId, PartyId, PersonId};
use samenspraak_rules::disclosure::DisclosureFacts;
use samenspraak_storage::disclosure::{
    ConsultationFacts, DisclosureStore, FlowFacts, MAX_STRETCH, Place, Stretch, Timeline,
};
use samenspraak_storage::store::{Part, StoreError};
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{Row as _, query};
use uuid::Uuid;

type Read<T> = Result<T, StoreError>;

// Before and after every place there is: where a list begins.
const FIRST: Place = Place { at: i64::MIN, id: Uuid::nil() };
const LAST: Place = Place { at: i64::MAX, id: Uuid::max() };

/// The word of a kind in the name of a pile.
fn word(kind: DisclosureKind) -> &'static str {
    match kind {
        DisclosureKind::WithConsent => "with-consent",
        DisclosureKind::WithoutConsent => "without-consent",
        DisclosureKind::NotShared => "not-shared",
    }
}

fn most(stretch: Stretch) -> i64 {
    i64::try_from(stretch.limit.min(MAX_STRETCH)).unwrap_or_default()
}

fn line(row: &SqliteRow) -> Read<DisclosureFacts> {
    let mut facts: DisclosureFacts = parse(row.try_get("facts").map_err(store_error)?)?;
    facts.events = parse(row.try_get("events").map_err(store_error)?)?;
    Ok(facts)
}

fn moment(row: &SqliteRow, column: &str) -> Read<DateTime<Utc>> {
    let millis = row.try_get(column).map_err(store_error)?;
    DateTime::from_timestamp_millis(millis)
        .ok_or_else(|| StoreError::Failed(format!("{column} is no moment")))
}

async fn one(
    connection: &mut SqliteConnection,
    controller: &ControllerId,
    id: DisclosureId,
) -> Read<Option<DisclosureFacts>> {
    let row = query(sql::DISCLOSURE)
        .bind(&controller.0)
        .bind(id.0.as_bytes().as_slice())
        .fetch_optional(connection)
        .await
        .map_err(store_error)?;
    row.as_ref().map(line).transpose()
}

fn flow(row: &SqliteRow) -> Read<FlowFacts> {
    let text = |column| row.try_get::<String, _>(column).map_err(store_error);
    let times: i64 = row.try_get("times").map_err(store_error)?;
    Ok(FlowFacts {
        sender_id: PartyId(text("sender")?),
        recipient_id: PartyId(text("recipient")?),
        data_type_id: text("data_type")?.as_str().into(),
        times: u32::try_from(times).unwrap_or(u32::MAX),
        last_occurred_at: moment(row, "last")?,
        with_consent: row.try_get("with_consent").map_err(store_error)?,
    })
}

#[async_trait]
impl DisclosureStore for SqliteStore {
    async fn disclosure(
        &self,
        controller: &ControllerId,
        id: DisclosureId,
    ) -> Result<Option<DisclosureFacts>, StoreError> {
        let mut connection = self.readers.acquire().await.map_err(store_error)?;
        one(&mut connection, controller, id).await
    }

    async fn timeline(
        &self,
        controller: &ControllerId,
        timeline: &Timeline,
        stretch: Stretch,
    ) -> Result<Vec<DisclosureFacts>, StoreError> {
        // What happened before a moment lies after the first place of that moment.
        let before = timeline.before.map_or(LAST, |at| Place { at: at.timestamp_millis(), ..FIRST });
        let after = stretch.after.unwrap_or(LAST).min(before);
        let rows = query(sql::TIMELINE)
            .bind(&controller.0)
            .bind(&timeline.subject.0)
            .bind(timeline.kind.map_or("", word))
            .bind(timeline.party.as_ref().map_or("", |party| party.0.as_str()))
            .bind(after.at)
            .bind(after.id.as_bytes().as_slice())
            .bind(timeline.from.map_or(i64::MIN, |from| from.timestamp_millis()))
            .bind(most(stretch))
            .fetch_all(&self.readers)
            .await
            .map_err(store_error)?;
        rows.iter().map(line).collect()
    }

    async fn withheld(
        &self,
        controller: &ControllerId,
        stretch: Stretch,
    ) -> Result<Vec<DisclosureFacts>, StoreError> {
        let after = stretch.after.unwrap_or(FIRST);
        let rows = query(sql::WITHHELD)
            .bind(&controller.0)
            .bind(after.at)
            .bind(after.id.as_bytes().as_slice())
            .bind(most(stretch))
            .fetch_all(&self.readers)
            .await
            .map_err(store_error)?;
        rows.iter().map(line).collect()
    }

    async fn flows(
        &self,
        controller: &ControllerId,
        subject: &PersonId,
    ) -> Result<Vec<FlowFacts>, StoreError> {
        let rows = query(sql::FLOWS)
            .bind(&controller.0)
            .bind(&subject.0)
            .fetch_all(&self.readers)
            .await
            .map_err(store_error)?;
        rows.iter().map(flow).collect()
    }

    async fn untold(&self, controller: &ControllerId, subject: &PersonId) -> Result<u32, StoreError> {
        let row = query(sql::UNTOLD)
            .bind(&controller.0)
            .bind(&subject.0)
            .fetch_one(&self.readers)
            .await
            .map_err(store_error)?;
        row.try_get("untold").map_err(store_error)
    }

    async fn consultations(
        &self,
        controller: &ControllerId,
        subject: &PersonId,
        part: Part,
    ) -> Result<Vec<ConsultationFacts>, StoreError> {
        let rows = query(sql::CONSULTATIONS)
            .bind(&controller.0)
            .bind(&subject.0)
            .bind(part.before.unwrap_or(Uuid::max()).as_bytes().as_slice())
            .bind(limit(part))
            .fetch_all(&self.readers)
            .await
            .map_err(store_error)?;
        let facts = |row: &SqliteRow| parse(row.try_get("facts").map_err(store_error)?);
        rows.iter().map(facts).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::sql;
    use crate::plans::searched;

    #[tokio::test]
    async fn no_list_sorts_or_scans_a_table() {
        searched(&[sql::DISCLOSURE, sql::WITHHELD, sql::FLOWS, sql::UNTOLD, sql::CONSULTATIONS]).await;
        let plan = searched(&[sql::TIMELINE]).await.concat();
        let walk = "SEARCH timeline USING PRIMARY KEY (pile=? AND occurred_at>? AND (occurred_at,id)<(?,?))";
        assert!(plan.iter().any(|step| step == walk), "it goes on where a page ended\n{plan:#?}");
    }
}
