// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Confirmed decisions per second with full durability, against the same number
//! of single-row durable inserts, at 1, 8 and 32 clients.
//!
//! `cargo run --release -p samenspraak-storage-sqlite --example throughput`

use samenspraak_contract::id::ConsentRequestId;
use samenspraak_contract::record::EventType;
use samenspraak_storage::change::{Applied, Change};
use samenspraak_storage::store::Store;
use samenspraak_storage::suite::samples::{appended, asked, decision, event, id, record, replay, request};
use samenspraak_storage_sqlite::SqliteStore;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, query};
use std::error::Error;
use std::sync::Arc;
use std::time::Instant;
use tempfile::TempDir;

const DECISIONS: u128 = 4096;

type Done = Result<(), Box<dyn Error + Send + Sync>>;

#[tokio::main]
async fn main() -> Done {
    let inserts = plain_inserts().await?;
    println!("single-row durable inserts, one after the other: {inserts:.0}/s");
    for clients in [1, 8, 32] {
        let decisions = decisions(clients).await?;
        println!(
            "{clients:>2} clients: {decisions:.0} decisions/s, {:.2} x the inserts",
            decisions / inserts
        );
    }
    Ok(())
}

async fn plain_inserts() -> Result<f64, Box<dyn Error + Send + Sync>> {
    const ROWS: u32 = 1024;
    let directory = TempDir::new()?;
    let mut connection = SqliteConnectOptions::new()
        .filename(directory.path().join("plain.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await?;
    query("CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)").execute(&mut connection).await?;
    let began = Instant::now();
    for _ in 0..ROWS {
        query("INSERT INTO rows (text) VALUES ('x')").execute(&mut connection).await?;
    }
    Ok(f64::from(ROWS) / began.elapsed().as_secs_f64())
}

async fn decisions(clients: u128) -> Result<f64, Box<dyn Error + Send + Sync>> {
    let directory = TempDir::new()?;
    let store = Arc::new(SqliteStore::open(&directory.path().join("store.db")).await?);
    for number in 1..=clients {
        for question in 0..DECISIONS / clients {
            let at = number * 1_000_000 + question;
            store.apply(asked(request(at, "a", &["a"]), record(at, at))).await?;
        }
    }
    let began = Instant::now();
    let running: Vec<_> = (1..=clients)
        .map(|number| tokio::spawn(client(store.clone(), number, DECISIONS / clients)))
        .collect();
    for client in running {
        client.await??;
    }
    Ok(DECISIONS as f64 / began.elapsed().as_secs_f64())
}

// Each waits for its decision to be on the disk before it makes the next one.
async fn client(store: Arc<SqliteStore>, number: u128, questions: u128) -> Done {
    for question in 0..questions {
        let at = number * 1_000_000 + question;
        let change = Change {
            still_current: Some(ConsentRequestId(id(at))),
            decision: Some(decision(at, at, at)),
            replay: Some(replay("a", at, 1)),
            ..appended(at, 1, event(at, EventType::Given))
        };
        let applied = store.apply(change).await?;
        assert_eq!(applied, Applied::Stored);
    }
    Ok(())
}
