// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What SQLite's errors mean for the caller.

use samenspraak_storage::store::StoreError;

/// SQLite's primary result codes for: busy, locked, read-only, input or output
/// failed, full, cannot open. All of them may pass; none is a fault in the data.
const PASSING: [u32; 6] = [5, 6, 8, 10, 13, 14];

pub(crate) fn store_error(error: sqlx::Error) -> StoreError {
    // Every id is a key, and whoever adds one expects that it is new.
    if let sqlx::Error::Database(database) = &error
        && database.is_unique_violation()
    {
        return StoreError::Taken;
    }
    let passing = match &error {
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => true,
        sqlx::Error::Database(database) => database
            .code()
            .and_then(|code| code.parse::<u32>().ok())
            .is_some_and(|code| PASSING.contains(&(code & 0xff))),
        _ => false,
    };
    if passing { StoreError::Unavailable(error.to_string()) } else { StoreError::Failed(error.to_string()) }
}

pub(crate) fn unreadable(error: serde_json::Error) -> StoreError {
    StoreError::Failed(format!("what is stored cannot be read: {error}"))
}
