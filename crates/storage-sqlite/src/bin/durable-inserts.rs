// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The engine's own limit, for `bench/decisions.mjs`: single rows, each in a
//! transaction of its own, each flushed to the disk before the next one begins.
//!
//! The argument is a new file. Every line on stdin, `ROWS BYTES`, is answered
//! with the seconds it took to insert that many rows of that size.

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, query};
use std::error::Error;
use std::io::Write as _;
use std::time::Instant;
use uuid::Uuid;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let path = std::env::args().nth(1).ok_or("name a new file")?;
    // As the store opens its own file.
    let mut connection = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await?;
    query("CREATE TABLE facts (id BLOB PRIMARY KEY, facts TEXT NOT NULL) STRICT")
        .execute(&mut connection)
        .await?;
    let mut inserted = 0;
    for line in std::io::stdin().lines() {
        let line = line?;
        let (rows, bytes) = line.split_once(' ').ok_or("write: ROWS BYTES")?;
        let seconds = insert(&mut connection, inserted, rows.parse()?, bytes.parse()?).await?;
        inserted += rows.parse::<u128>()?;
        writeln!(std::io::stdout(), "{seconds}")?;
    }
    Ok(())
}

// Ids grow, as those of the store do: the kindest order for a B-tree.
async fn insert(connection: &mut SqliteConnection, first: u128, rows: u128, bytes: usize) -> Result<f64> {
    let facts = "x".repeat(bytes);
    let began = Instant::now();
    for id in first..first + rows {
        // A statement outside BEGIN and COMMIT is a transaction of its own.
        query("INSERT INTO facts (id, facts) VALUES (?, ?)")
            .bind(Uuid::from_u128(id).as_bytes().as_slice())
            .bind(&facts)
            .execute(&mut *connection)
            .await?;
    }
    Ok(began.elapsed().as_secs_f64())
}
