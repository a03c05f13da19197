// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The task that commits in groups.

use crate::error::store_error;
use crate::write;
use samenspraak_storage::change::{Applied, Change};
use samenspraak_storage::store::StoreError;
use sqlx::query;
use sqlx::sqlite::SqliteConnection;
use tokio::sync::{mpsc, oneshot};

/// Changes that may wait; who comes next waits for a place.
const QUEUE: usize = 1024;
/// Most changes in one transaction.
const GROUP: usize = 128;

type Answer = oneshot::Sender<Result<Applied, StoreError>>;

enum Job {
    Apply(Box<Change>, Answer),
    Ready(oneshot::Sender<Result<(), StoreError>>),
}

/// The way to the one task that writes.
pub(crate) struct Writer {
    jobs: mpsc::Sender<Job>,
}

impl Writer {
    /// Starts the task. It ends when the last [`Writer`] is gone.
    pub(crate) fn start(connection: SqliteConnection) -> Self {
        let (jobs, queue) = mpsc::channel(QUEUE);
        tokio::spawn(run(connection, queue));
        Self { jobs }
    }

    pub(crate) async fn apply(&self, change: Change) -> Result<Applied, StoreError> {
        let (answer, answered) = oneshot::channel();
        self.jobs.send(Job::Apply(Box::new(change), answer)).await.map_err(|_| closed())?;
        answered.await.map_err(|_| closed())?
    }

    pub(crate) async fn ready(&self) -> Result<(), StoreError> {
        let (answer, answered) = oneshot::channel();
        self.jobs.send(Job::Ready(answer)).await.map_err(|_| closed())?;
        answered.await.map_err(|_| closed())?
    }
}

fn closed() -> StoreError {
    StoreError::Unavailable("the writer has ended".to_owned())
}

async fn run(mut connection: SqliteConnection, mut queue: mpsc::Receiver<Job>) {
    let mut group = Vec::with_capacity(GROUP);
    while queue.recv_many(&mut group, GROUP).await > 0 {
        let mut changes = Vec::with_capacity(group.len());
        for job in group.drain(..) {
            match job {
                Job::Apply(change, answer) => changes.push((change, answer)),
                Job::Ready(answer) => drop(answer.send(ready(&mut connection).await)),
            }
        }
        if !changes.is_empty() {
            commit(&mut connection, changes).await;
        }
    }
}

// A lock for writing that is given back at once: the file can be written.
async fn ready(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    execute(connection, "BEGIN IMMEDIATE").await?;
    execute(connection, "ROLLBACK").await
}

// Nobody is answered before the commit: neither *stored* nor *conflict* (which
// may be with another change of the same group).
async fn commit(connection: &mut SqliteConnection, changes: Vec<(Box<Change>, Answer)>) {
    let (changes, answers): (Vec<_>, Vec<_>) = changes.into_iter().unzip();
    match transaction(connection, &changes).await {
        Ok(results) => {
            for (answer, result) in answers.into_iter().zip(results) {
                drop(answer.send(result));
            }
        }
        Err(error) => {
            tracing::error!(%error, changes = changes.len(), "a group of changes was not stored");
            for answer in answers {
                drop(answer.send(Err(StoreError::Unavailable(error.to_string()))));
            }
            // When the file failed, SQLite has rolled back by itself and this says so.
            if let Err(error) = execute(connection, "ROLLBACK").await {
                tracing::debug!(%error, "nothing was left to roll back");
            }
        }
    }
}

async fn transaction(
    connection: &mut SqliteConnection,
    changes: &[Box<Change>],
) -> Result<Vec<Result<Applied, StoreError>>, StoreError> {
    execute(connection, "BEGIN IMMEDIATE").await?;
    let mut results = Vec::with_capacity(changes.len());
    for change in changes {
        execute(connection, "SAVEPOINT change").await?;
        let result = write::apply(connection, change).await;
        if result.is_err() {
            execute(connection, "ROLLBACK TO change").await?;
        }
        execute(connection, "RELEASE change").await?;
        results.push(result);
    }
    execute(connection, "COMMIT").await?;
    Ok(results)
}

async fn execute(connection: &mut SqliteConnection, sql: &'static str) -> Result<(), StoreError> {
    query(sql).execute(connection).await.map(|_| ()).map_err(store_error)
}
