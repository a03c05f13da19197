// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The store on one SQLite file.
//!
//! One task writes and any number read. The writer takes every change that
//! waits at that moment, runs each in a savepoint inside one transaction,
//! flushes once, and answers them all: many requests, one flush, and still
//! nobody is told *stored* before it is on the disk.
//!
//! | module | what it holds |
//! |---|---|
//! | `disclosure`, `filing`, `intake`, `tally` | what is kept beside consent itself, reading and writing |
//! | `error` | what SQLite's errors mean for the caller |
//! | `read` | every query that reads |
//! | `write` | one change, statement by statement |
//! | `writer` | the task that commits in groups |

mod disclosure;
mod error;
mod filing;
mod intake;
#[cfg(test)]
mod plans;
mod read;
mod tally;
mod write;
mod writer;

use crate::error::store_error;
use crate::writer::Writer;
use async_trait::async_trait;
use samenspraak_contract::id::{
    AttachmentId, ConsentRecordId, ConsentRequestId, ControllerId, DecisionId, PersonId, PresentationId,
};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_storage::change::{Applied, Change};
use samenspraak_storage::facts::{DecisionFacts, PresentationFacts, Replay};
use samenspraak_storage::store::{Part, Store, StoreError, Whose};
use sqlx::ConnectOptions as _;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use std::fs::OpenOptions;
use std::io;
use std::path::Path;
use std::time::Duration;
use uuid::Uuid;

/// Connections that read side by side.
const READERS: u32 = 4;

/// A store on one SQLite file.
pub struct SqliteStore {
    readers: SqlitePool,
    writer: Writer,
}

impl SqliteStore {
    /// Opens the file, makes it when it is not there, and brings its tables up
    /// to date. Must be called on a tokio runtime: the writer is a task.
    ///
    /// # Errors
    /// When the file cannot be opened, or was made by a newer version.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        private(path).map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let options = options(path);
        let mut connection = options.connect().await.map_err(store_error)?;
        sqlx::migrate!().run(&mut connection).await.map_err(|error| {
            StoreError::Failed(format!("the tables cannot be brought up to date: {error}"))
        })?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            // A file does not hang up: asking each time costs a thread switch a read.
            .test_before_acquire(false)
            .connect_with(options.pragma("query_only", "ON"))
            .await
            .map_err(store_error)?;
        Ok(Self { readers, writer: Writer::start(connection) })
    }
}

// The file is the owner's alone from its first moment; SQLite gives the files
// beside it the same mode.
fn private(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    file.append(true).create(true).open(path).map(drop)
}

// FULL: in WAL mode this flushes the log at every commit, so that a decision
// survives a power cut and not only the end of the process.
fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
}

#[async_trait]
impl Store for SqliteStore {
    async fn apply(&self, change: Change) -> Result<Applied, StoreError> {
        self.writer.apply(change).await
    }

    async fn replay(
        &self,
        controller: &ControllerId,
        person: &PersonId,
        key: Uuid,
    ) -> Result<Option<Replay>, StoreError> {
        let mut connection = self.readers.acquire().await.map_err(store_error)?;
        read::replay(&mut connection, controller, person, key).await
    }

    async fn request(
        &self,
        controller: &ControllerId,
        id: ConsentRequestId,
    ) -> Result<Option<RequestFacts>, StoreError> {
        read::request(&self.readers, controller, id).await
    }

    async fn requests(
        &self,
        controller: &ControllerId,
        whose: &Whose,
        part: Part,
    ) -> Result<Vec<RequestFacts>, StoreError> {
        read::requests(&self.readers, controller, whose, part).await
    }

    async fn records_by_id(
        &self,
        controller: &ControllerId,
        ids: &[ConsentRecordId],
    ) -> Result<Vec<RecordFacts>, StoreError> {
        read::records_by_id(&self.readers, controller, ids).await
    }

    async fn records(
        &self,
        controller: &ControllerId,
        whose: &Whose,
        part: Part,
    ) -> Result<Vec<RecordFacts>, StoreError> {
        read::records(&self.readers, controller, whose, part).await
    }

    async fn presentation(
        &self,
        controller: &ControllerId,
        id: PresentationId,
    ) -> Result<Option<PresentationFacts>, StoreError> {
        read::presentation(&self.readers, controller, id).await
    }

    async fn decision(
        &self,
        controller: &ControllerId,
        id: DecisionId,
    ) -> Result<Option<DecisionFacts>, StoreError> {
        read::decision(&self.readers, controller, id).await
    }

    async fn decision_on(
        &self,
        controller: &ControllerId,
        scan: AttachmentId,
    ) -> Result<Option<DecisionFacts>, StoreError> {
        read::decision_on(&self.readers, controller, scan).await
    }

    async fn is_empty(&self) -> Result<bool, StoreError> {
        read::is_empty(&self.readers).await
    }

    async fn ready(&self) -> Result<(), StoreError> {
        self.writer.ready().await
    }
}
