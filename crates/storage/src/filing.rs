// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is stored of filings and their attachments.

use crate::store::{Part, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::attachment::Attachment;
use samenspraak_contract::filing::{FilingEvent, FilingKind};
use samenspraak_contract::id::{AttachmentId, ConsentRequestId, ControllerId, FilingId, PersonId};
use samenspraak_rules::filing::FilingFacts;
use samenspraak_rules::filing::clock::Place;
use uuid::Uuid;

/// Most entries that one read of the queue gives.
pub const MAX_QUEUE: usize = 1_000;

/// What a change adds about filings.
#[derive(Clone, Debug, Default)]
pub struct FilingChange {
    /// New filings, and where each stands in the queue.
    pub filed: Vec<(FilingFacts, Place)>,
    /// An event for a filing that is there.
    pub append: Option<FilingAppend>,
    /// A new attachment.
    pub attachment: Option<AttachmentFacts>,
}

/// An event for one filing.
#[derive(Clone, Debug)]
pub struct FilingAppend {
    /// The filing.
    pub filing_id: FilingId,
    /// Expected: it has exactly this many events.
    pub expected_version: u32,
    /// What to add.
    pub event: FilingEvent,
    /// Where it stands in the queue from now on.
    pub place: Place,
    /// The question for the committee, when it is asked now; it had none before.
    pub committee_request: Option<ConsentRequestId>,
}

/// An attachment with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentFacts {
    /// What it is.
    pub attachment: Attachment,
    /// Who uploaded it.
    pub uploaded_by: PersonId,
    /// Whose signed form it is a scan of, when staff uploaded one (A7).
    pub scan_of: Option<PersonId>,
    /// When.
    pub uploaded_at: DateTime<Utc>,
    /// The document itself.
    pub bytes: Vec<u8>,
}

/// Which filings of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Only those somebody still has to do something about, or only the others.
    pub open: Option<bool>,
    /// Only these kinds; all when it is empty.
    pub kinds: Vec<FilingKind>,
}

/// A place in the queue to go on after: what is due earlier comes first, and of
/// two on one day the one that came first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The day it is due.
    pub date: NaiveDate,
    /// The filing.
    pub id: Uuid,
}

/// The part of a store that keeps requests, objections and complaints.
#[async_trait]
pub trait FilingStore: Send + Sync {
    /// One filing.
    async fn filing(
        &self,
        controller: &ControllerId,
        id: FilingId,
    ) -> Result<Option<FilingFacts>, StoreError>;

    /// The filings that are about one of these people or were filed by them,
    /// newest first, none twice.
    async fn filings(
        &self,
        controller: &ControllerId,
        people: &[PersonId],
        part: Part,
    ) -> Result<Vec<FilingFacts>, StoreError>;

    /// The queue of the desk, what is due first in front. At most `limit` and
    /// never more than [`MAX_QUEUE`].
    async fn filing_queue(
        &self,
        controller: &ControllerId,
        selection: &Selection,
        after: Option<Due>,
        limit: usize,
    ) -> Result<Vec<(Due, FilingFacts)>, StoreError>;

    /// One attachment with its bytes.
    async fn attachment(
        &self,
        controller: &ControllerId,
        id: AttachmentId,
    ) -> Result<Option<AttachmentFacts>, StoreError>;

    /// Those of these attachments that this person uploaded.
    async fn attachments_of(
        &self,
        controller: &ControllerId,
        person: &PersonId,
        ids: &[AttachmentId],
    ) -> Result<Vec<AttachmentId>, StoreError>;

    /// The filings that name an attachment.
    async fn filings_with(
        &self,
        controller: &ControllerId,
        attachment: AttachmentId,
    ) -> Result<Vec<FilingId>, StoreError>;
}
