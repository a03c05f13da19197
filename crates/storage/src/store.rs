// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The trait that every store implements.

use crate::change::{Applied, Change};
use crate::disclosure::DisclosureStore;
use crate::facts::{DecisionFacts, PresentationFacts, Replay};
use crate::filing::FilingStore;
use crate::intake::IntakeStore;
use crate::tally::TallyStore;
use async_trait::async_trait;
use samenspraak_contract::id::{
    AttachmentId, ConsentRecordId, ConsentRequestId, ControllerId, DecisionId, PersonId, PresentationId,
};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use uuid::Uuid;

/// Most entries that one read of a list gives.
pub const MAX_PAGE: usize = 100;

/// Why a store did not do it. Nothing was stored then.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// What the change expected does not hold any more: read again, decide again.
    #[error("what the change expected does not hold any more")]
    Conflict,
    /// The change adds something under an id that is there already. A caller who
    /// chose that id must choose another: reading again does not help.
    #[error("the change adds something under an id that is there already")]
    Taken,
    /// The key was used for something else.
    #[error("the idempotency key was used for something else")]
    IdempotencyKeyReused,
    /// The store cannot answer now (full, closing, out of reach).
    #[error("the store is not available: {0}")]
    Unavailable(String),
    /// What is stored cannot be read, or the store broke a promise.
    #[error("the store failed: {0}")]
    Failed(String),
}

/// Whose entries a list holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's, for staff of the controller.
    Everybody,
    /// Those in which this person is the subject or has to sign.
    Person(PersonId),
}

/// Which part of a list, newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Only what is older than the entry with this id.
    pub before: Option<Uuid>,
    /// At most this many, and never more than [`MAX_PAGE`].
    pub limit: usize,
}

/// A store. Every read and every change is of one controller, and sees nothing
/// of another's (N2).
#[async_trait]
pub trait Store: DisclosureStore + FilingStore + IntakeStore + TallyStore {
    /// Takes a whole change, for good, or nothing of it. When the answer is
    /// [`Applied::Stored`], the change survives the end of the process and of
    /// the power.
    async fn apply(&self, change: Change) -> Result<Applied, StoreError>;

    /// What was answered to this person under this key.
    async fn replay(
        &self,
        controller: &ControllerId,
        person: &PersonId,
        key: Uuid,
    ) -> Result<Option<Replay>, StoreError>;

    /// One request.
    async fn request(
        &self,
        controller: &ControllerId,
        id: ConsentRequestId,
    ) -> Result<Option<RequestFacts>, StoreError>;

    /// A list of requests, newest first.
    async fn requests(
        &self,
        controller: &ControllerId,
        whose: &Whose,
        part: Part,
    ) -> Result<Vec<RequestFacts>, StoreError>;

    /// The records with these ids, as far as they are there, oldest first.
    async fn records_by_id(
        &self,
        controller: &ControllerId,
        ids: &[ConsentRecordId],
    ) -> Result<Vec<RecordFacts>, StoreError>;

    /// A list of records, newest first.
    async fn records(
        &self,
        controller: &ControllerId,
        whose: &Whose,
        part: Part,
    ) -> Result<Vec<RecordFacts>, StoreError>;

    /// One presentation.
    async fn presentation(
        &self,
        controller: &ControllerId,
        id: PresentationId,
    ) -> Result<Option<PresentationFacts>, StoreError>;

    /// One decision.
    async fn decision(
        &self,
        controller: &ControllerId,
        id: DecisionId,
    ) -> Result<Option<DecisionFacts>, StoreError>;

    /// The decision that rests on a scan.
    async fn decision_on(
        &self,
        controller: &ControllerId,
        scan: AttachmentId,
    ) -> Result<Option<DecisionFacts>, StoreError>;

    /// Whether nothing was ever stored, for any controller.
    async fn is_empty(&self) -> Result<bool, StoreError>;

    /// Whether the store can write now; for the health endpoint.
    async fn ready(&self) -> Result<(), StoreError>;
}
