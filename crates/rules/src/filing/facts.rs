// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is stored of a filing, and nothing that can be derived from it.

use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::filing::{FilingContent, FilingEvent, FilingKind, FilingOrigin};
use samenspraak_contract::id::{ConsentRequestId, FilingId, PartyId, PersonId};
use samenspraak_contract::person::{Capacity, Person};
use samenspraak_contract::text::{Language, LocalizedText};
use serde::{Deserialize, Serialize};

/// A filing as it came in, with everything that happened to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilingFacts {
    /// Its id.
    pub id: FilingId,
    /// What it asked when it came in.
    pub kind: FilingKind,
    /// Whose data or decision it is about; nobody when nobody was signed in.
    pub subject: Option<Person>,
    /// Who filed it; nobody when nobody was signed in.
    pub filed_by: Option<Person>,
    /// In which capacity.
    pub capacity: Option<Capacity>,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// The day that counts, where the municipality is. Never changes.
    pub received_on: NaiveDate,
    /// What was sent.
    pub content: FilingContent,
    /// Where the person came from.
    pub origin: Option<FilingOrigin>,
    /// In a few words what it is about, as the catalogue said at the time.
    pub topic: Option<LocalizedText>,
    /// The language the screen was in.
    pub language: Language,
    /// Who had the data it is about, and is told of a correction (GDPR 19).
    pub recipients: Vec<PartyId>,
    /// The question whether the committee may see the file (J2). The one field
    /// that is filled in later, when a filing is forwarded to a track with one.
    pub committee_request: Option<ConsentRequestId>,
    /// Everything that happened, oldest first; the first one is that it was filed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<FilingEvent>,
}

impl FilingFacts {
    /// Version for optimistic locking: the number of events.
    pub fn version(&self) -> u32 {
        u32::try_from(self.events.len()).unwrap_or(u32::MAX)
    }

    /// Whether this person filed it, or it is about them.
    pub fn is_of(&self, person: &PersonId) -> bool {
        self.people().any(|known| known.id == *person)
    }

    /// The subject and who filed it; the same person twice when they are one.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.subject.iter().chain(&self.filed_by)
    }
}
