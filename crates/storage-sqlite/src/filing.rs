// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Filings and their attachments.
//!
//! | module | what it holds |
//! |---|---|
//! | `read` | every query that reads |
//! | `write` | what a change adds, statement by statement |

mod read;
mod write;

pub(crate) use write::write;

use crate::SqliteStore;
use async_trait::async_trait;
use samenspraak_contract::id::{AttachmentId, ControllerId, FilingId, PersonId};
use samenspraak_rules::filing::FilingFacts;
use samenspraak_storage::filing::{AttachmentFacts, Due, FilingStore, Selection};
use samenspraak_storage::store::{Part, StoreError};

#[async_trait]
impl FilingStore for SqliteStore {
    async fn filing(
        &self,
        controller: &ControllerId,
        id: FilingId,
    ) -> Result<Option<FilingFacts>, StoreError> {
        read::filing(&self.readers, controller, id).await
    }

    async fn filings(
        &self,
        controller: &ControllerId,
        people: &[PersonId],
        part: Part,
    ) -> Result<Vec<FilingFacts>, StoreError> {
        read::filings(&self.readers, controller, people, part).await
    }

    async fn filing_queue(
        &self,
        controller: &ControllerId,
        selection: &Selection,
        after: Option<Due>,
        limit: usize,
    ) -> Result<Vec<(Due, FilingFacts)>, StoreError> {
        read::queue(&self.readers, controller, selection, after, limit).await
    }

    async fn attachment(
        &self,
        controller: &ControllerId,
        id: AttachmentId,
    ) -> Result<Option<AttachmentFacts>, StoreError> {
        read::attachment(&self.readers, controller, id).await
    }

    async fn attachments_of(
        &self,
        controller: &ControllerId,
        person: &PersonId,
        ids: &[AttachmentId],
    ) -> Result<Vec<AttachmentId>, StoreError> {
        read::attachments_of(&self.readers, controller, person, ids).await
    }

    async fn filings_with(
        &self,
        controller: &ControllerId,
        attachment: AttachmentId,
    ) -> Result<Vec<FilingId>, StoreError> {
        read::filings_with(&self.readers, controller, attachment).await
    }
}

#[cfg(test)]
mod tests {
    use super::read::{FILING, OF_PERSON, QUEUE, QUEUE_OF_KIND};
    use crate::plans::searched;

    #[tokio::test]
    async fn no_list_sorts_or_scans_a_table() {
        searched(&[FILING, OF_PERSON, QUEUE, QUEUE_OF_KIND]).await;
    }
}
