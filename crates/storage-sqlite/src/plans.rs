// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! How SQLite would read a list: one that sorts or scans grows slower with what is in it.

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Row as _, query};

/// Every step of the plan of each statement, in a new file. None of them may sort or
/// walk through a table; a subquery that was made before may be walked through.
pub(crate) async fn searched(statements: &[&str]) -> Vec<Vec<String>> {
    let directory = tempfile::TempDir::new().expect("a directory");
    let path = directory.path().join("store.db");
    drop(crate::SqliteStore::open(&path).await.expect("a new file"));
    let options = SqliteConnectOptions::new().filename(&path);
    let mut connection = options.connect().await.expect("the same file");
    let mut plans = Vec::new();
    for statement in statements {
        let explained = format!("EXPLAIN QUERY PLAN {statement}");
        let rows = query(sqlx::AssertSqlSafe(explained)).fetch_all(&mut connection).await.expect("a plan");
        let plan: Vec<String> = rows.iter().map(|row| row.get("detail")).collect();
        for step in &plan {
            let walks = step.starts_with("SCAN") && !step.contains("(subquery");
            assert!(!walks && !step.contains("TEMP B-TREE"), "{statement}\n{plan:#?}");
        }
        assert!(plan.iter().any(|step| step.starts_with("SEARCH")), "{statement}\n{plan:#?}");
        plans.push(plan);
    }
    plans
}
