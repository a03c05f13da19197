// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Counts without a person.

use crate::SqliteStore;
use crate::error::store_error;
use async_trait::async_trait;
use samenspraak_contract::id::ControllerId;
use samenspraak_storage::store::StoreError;
use samenspraak_storage::tally::{Count, TallyStore};
use sqlx::sqlite::SqliteConnection;
use sqlx::{Row as _, query};
use std::collections::BTreeMap;

/// Counts, inside the savepoint of a change.
pub(crate) async fn write(
    connection: &mut SqliteConnection,
    controller: &ControllerId,
    counts: &[Count],
) -> Result<(), StoreError> {
    let mut times: BTreeMap<&Count, i64> = BTreeMap::new();
    for count in counts {
        *times.entry(count).or_default() += 1;
    }
    for (count, times) in times {
        query(
            "INSERT INTO tallies (controller, period, what, times) VALUES (?, ?, ?, ?)
             ON CONFLICT DO UPDATE SET times = times + excluded.times",
        )
        .bind(&controller.0)
        .bind(&count.period)
        .bind(&count.what)
        .bind(times)
        .execute(&mut *connection)
        .await
        .map_err(store_error)?;
    }
    Ok(())
}

#[async_trait]
impl TallyStore for SqliteStore {
    async fn tallies(
        &self,
        controller: &ControllerId,
        period: &str,
    ) -> Result<BTreeMap<String, u64>, StoreError> {
        let rows = query("SELECT what, times FROM tallies WHERE controller = ? AND period = ?")
            .bind(&controller.0)
            .bind(period)
            .fetch_all(&self.readers)
            .await
            .map_err(store_error)?;
        let counted = |row: &sqlx::sqlite::SqliteRow| {
            let times: i64 = row.try_get("times").map_err(store_error)?;
            Ok((row.try_get("what").map_err(store_error)?, u64::try_from(times).unwrap_or_default()))
        };
        rows.iter().map(counted).collect()
    }
}
