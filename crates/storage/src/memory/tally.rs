// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Counts in memory.

use crate::memory::MemoryStore;
use crate::store::StoreError;
use crate::tally::{Count, TallyStore};
use async_trait::async_trait;
use samenspraak_contract::id::ControllerId;
use std::collections::BTreeMap;

/// Those of one controller.
#[derive(Default)]
pub(super) struct Tallies(BTreeMap<Count, u64>);

impl Tallies {
    /// Counts; cannot fail.
    pub(super) fn add(&mut self, counts: Vec<Count>) {
        for count in counts {
            *self.0.entry(count).or_default() += 1;
        }
    }
}

#[async_trait]
impl TallyStore for MemoryStore {
    async fn tallies(
        &self,
        controller: &ControllerId,
        period: &str,
    ) -> Result<BTreeMap<String, u64>, StoreError> {
        Ok(self.read(controller, |shelf| {
            let of_period = shelf.tallies.0.iter().filter(|(count, _)| count.period == period);
            of_period.map(|(count, times)| (count.what.clone(), *times)).collect()
        }))
    }
}
