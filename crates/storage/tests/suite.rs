// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The store in memory passes the suite.

use samenspraak_storage::memory::MemoryStore;
use samenspraak_storage::suite::Fixture;
use std::sync::Arc;

async fn open() -> Fixture {
    Fixture { store: Arc::new(MemoryStore::default()), keep: Box::new(()) }
}

samenspraak_storage::store_suite!(open);
