// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The store on SQLite passes the suite, and keeps what it promised on disk.

use samenspraak_contract::disclosure::DisclosureEventType;
use samenspraak_contract::filing::FilingKind;
use samenspraak_contract::id::ConsentRecordId;
use samenspraak_contract::record::EventType;
use samenspraak_storage::change::Applied;
use samenspraak_storage::store::Store;
use samenspraak_storage::suite::Fixture;
use samenspraak_storage::suite::disclosure::{followed, looked, withheld};
use samenspraak_storage::suite::filing::{document, filed, filing, place, uploaded};
use samenspraak_storage::suite::samples::{appended, asked, event, here, id, record, request};
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
    let mut change = asked(request(1, "a", &["a"]), record(2, 1));
    change.disclosures.recorded = vec![withheld(3, 0, 30)];
    change.disclosures.consultations = vec![looked(4, "lotte", 2, 0)];
    store.apply(change).await.expect("stored");
    store.apply(filed(filing(6, "a", "a"), place(FilingKind::Access, true, 1))).await.expect("stored");
    store.apply(uploaded(document(7, "a"))).await.expect("stored");
    store.apply(followed(3, 0, 5, DisclosureEventType::Released)).await.expect("stored");
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
        "UPDATE attachments SET uploaded_by = 'b'",
        "DELETE FROM attachments",
        "UPDATE disclosures SET facts = '{}'",
        "DELETE FROM disclosures",
        "UPDATE disclosure_events SET facts = '{}'",
        "DELETE FROM disclosure_events",
        "UPDATE consultations SET facts = '{}'",
        "DELETE FROM consultations",
    ] {
        let error = query(sql).execute(&mut connection).await.expect_err(sql).to_string();
        assert!(error.contains("never") || error.contains("once"), "{sql}: {error}");
    }
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
