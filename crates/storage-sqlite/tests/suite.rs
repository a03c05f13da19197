// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The store on SQLite passes the suite, and keeps what it promised on disk.

use samenspraak_contract::disclosure::DisclosureEventType;
use samenspraak_contract::filing::FilingKind;
use samenspraak_contract::id::ConsentRecordId;
use samenspraak_contract::record::EventType;
use samenspraak_storage::change::Applied;
use samenspraak_storage::store::{Store, StoreError};
use samenspraak_storage::suite::Fixture;
use samenspraak_storage::suite::disclosure::{followed, looked, withheld};
use samenspraak_storage::suite::filing::{day, filed, filing, place, scan, uploaded};
use samenspraak_storage::suite::intake::{assessment, client, decision, outcome, reviewed};
use samenspraak_storage::suite::samples::{appended, asked, event, here, id, item, record, request};
use samenspraak_storage_sqlite::SqliteStore;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, SqliteConnection, query};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

async fn open() -> Fixture {
    let directory = TempDir::new().expect("a directory");
    let store = SqliteStore::open(&file(&directory)).await.expect("a new file");
    Fixture { store: Arc::new(store), keep: Box::new(directory) }
}

samenspraak_storage::store_suite!(open);

fn file(directory: &TempDir) -> PathBuf {
    directory.path().join("store.db")
}

async fn raw(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).connect().await.expect("the same file")
}

#[tokio::test]
async fn what_was_stored_is_there_when_the_file_is_opened_again() {
    let directory = TempDir::new().expect("a directory");
    let store = SqliteStore::open(&file(&directory)).await.expect("a new file");
    store.apply(asked(request(1, "a", &["a"]), record(2, 1))).await.expect("stored");
    drop(store);
    let store = SqliteStore::open(&file(&directory)).await.expect("the same file");
    let applied = store.apply(appended(2, 1, event(3, EventType::Given))).await.expect("stored");
    assert_eq!(applied, Applied::Stored);
    let records = store.records_by_id(&here(), &[ConsentRecordId(id(2))]).await.expect("read");
    assert_eq!(records[0].version(), 2);
}

#[tokio::test]
async fn the_file_itself_refuses_to_forget_or_to_rewrite() {
    let directory = TempDir::new().expect("a directory");
    let store = SqliteStore::open(&file(&directory)).await.expect("a new file");
    let mut question = request(1, "a", &["a"]);
    question.items = vec![item(8)];
    let mut change = asked(question, record(2, 1));
    change.intake.clients = vec![client(10, "a", None)];
    change.intake.assessments = vec![assessment(11)];
    change.intake.outcomes = vec![outcome(12, 1, &[8])];
    change.intake.decisions = vec![decision(13, "worker", Some(day(9)))];
    change.disclosures.recorded = vec![withheld(3, 0, 30)];
    change.disclosures.consultations = vec![looked(4, "lotte", 2, 0)];
    store.apply(change).await.expect("stored");
    store.apply(filed(filing(6, "a", "a"), place(FilingKind::Access, true, 1))).await.expect("stored");
    store.apply(uploaded(scan(7, "a"))).await.expect("stored");
    store.apply(followed(3, 0, 5, DisclosureEventType::Released)).await.expect("stored");
    store.apply(reviewed(13, 0, 14, None)).await.expect("stored");
    let mut connection = raw(&file(&directory)).await;
    for sql in [
        "UPDATE events SET facts = '{}'",
        "DELETE FROM events",
        "UPDATE requests SET facts = '{}'",
        "DELETE FROM requests",
        "UPDATE records SET item_id = request_id",
        "DELETE FROM records",
        "UPDATE filings SET facts = '{}'",
        "DELETE FROM filings",
        "UPDATE filing_events SET facts = '{}'",
        "DELETE FROM filing_events",
        "UPDATE scans SET person = 'b'",
        "DELETE FROM scans",
        "UPDATE attachments SET uploaded_by = 'b'",
        "DELETE FROM attachments",
        "UPDATE disclosures SET facts = '{}'",
        "DELETE FROM disclosures",
        "UPDATE disclosure_events SET facts = '{}'",
        "DELETE FROM disclosure_events",
        "UPDATE consultations SET facts = '{}'",
        "DELETE FROM consultations",
        "UPDATE items SET request_id = id",
        "DELETE FROM items",
        "UPDATE clients SET facts = '{}'",
        "DELETE FROM clients",
        "UPDATE assessments SET facts = '{}'",
        "DELETE FROM assessments",
        "UPDATE refusal_outcomes SET facts = '{}'",
        "DELETE FROM refusal_outcomes",
        "UPDATE refused_items SET item_id = outcome_id",
        "DELETE FROM refused_items",
        "UPDATE disclosure_decisions SET facts = '{}'",
        "DELETE FROM disclosure_decisions",
        "UPDATE disclosure_decision_events SET facts = '{}'",
        "DELETE FROM disclosure_decision_events",
    ] {
        let error = query(sql).execute(&mut connection).await.expect_err(sql).to_string();
        assert!(error.contains("never") || error.contains("once"), "{sql}: {error}");
    }
}

// Items got a table of their own later; those of older requests count in it too.
#[tokio::test]
async fn an_item_of_an_older_file_is_known_too() {
    let directory = TempDir::new().expect("a directory");
    let mut question = request(1, "a", &["a"]);
    question.items = vec![item(8), item(9)];
    let mut older = sqlx::migrate!();
    older.migrations.to_mut().retain(|migration| migration.version < 5);
    let options = SqliteConnectOptions::new().filename(file(&directory)).create_if_missing(true);
    let mut connection = options.connect().await.expect("a new file");
    older.run(&mut connection).await.expect("an older file");
    query("INSERT INTO requests (controller, id, facts) VALUES (?, ?, ?)")
        .bind(here().0)
        .bind(id(1).as_bytes().as_slice())
        .bind(serde_json::to_string(&question).expect("as JSON"))
        .execute(&mut connection)
        .await
        .expect("stored");
    drop(connection);

    let store = SqliteStore::open(&file(&directory)).await.expect("the same file");
    let mut again = request(2, "a", &["a"]);
    again.items = vec![item(9)];
    let error = store.apply(asked(again, record(3, 2))).await.expect_err("an id is used once");
    assert!(matches!(error, StoreError::Taken), "{error}");
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_on_the_machine_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let directory = TempDir::new().expect("a directory");
    let store = SqliteStore::open(&file(&directory)).await.expect("a new file");
    store.apply(asked(request(1, "a", &["a"]), record(2, 1))).await.expect("stored");
    for entry in std::fs::read_dir(directory.path()).expect("a directory") {
        let entry = entry.expect("an entry");
        let mode = entry.metadata().expect("metadata").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{:?}", entry.file_name());
    }
}
