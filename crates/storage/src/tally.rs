// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Counts without a person (N1): how often something happened in a period.

use crate::store::StoreError;
use async_trait::async_trait;
use samenspraak_contract::id::ControllerId;
use std::collections::BTreeMap;

/// One thing that is counted, once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count {
    /// The period, as its word (`2026-Q3`).
    pub period: String,
    /// What happened, as its word (`filed/access`).
    pub what: String,
}

/// The part of a store that counts.
#[async_trait]
pub trait TallyStore: Send + Sync {
    /// Everything that was counted in a period.
    async fn tallies(
        &self,
        controller: &ControllerId,
        period: &str,
    ) -> Result<BTreeMap<String, u64>, StoreError>;
}
