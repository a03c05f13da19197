// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is stored of disclosures and consultations.

use crate::store::{MAX_PAGE, Part, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::{Consulted, DisclosureEvent, DisclosureKind};
use samenspraak_contract::id::{ConsultationId, ControllerId, DataTypeId, DisclosureId, PartyId, PersonId};
use samenspraak_rules::disclosure::DisclosureFacts;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a change adds about disclosures.
#[derive(Clone, Debug, Default)]
pub struct DisclosureChange {
    /// New lines.
    pub recorded: Vec<DisclosureFacts>,
    /// Events for lines that are there.
    pub appends: Vec<DisclosureAppend>,
    /// That staff looked. What was noted before on that day is left as it is.
    pub consultations: Vec<ConsultationFacts>,
}

/// Events for one line.
#[derive(Clone, Debug)]
pub struct DisclosureAppend {
    /// The line.
    pub id: DisclosureId,
    /// Expected: it has exactly this many events.
    pub expected_version: u32,
    /// What to add, oldest first.
    pub events: Vec<DisclosureEvent>,
}

/// That somebody on the staff looked at something of a person. There is one per
/// person, viewer, thing and day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsultationFacts {
    /// Its id.
    pub id: ConsultationId,
    /// Whose it is.
    pub subject: PersonId,
    /// Who looked; shown to nobody.
    pub viewer: PersonId,
    /// In which role.
    pub role: Role,
    /// At what.
    pub consulted: Consulted,
    /// When, the first time that day.
    pub occurred_at: DateTime<Utc>,
    /// The day, where the municipality is.
    pub day: NaiveDate,
}

/// One type of data that went between two parties, as far as the person may see.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FlowFacts {
    /// Who gave.
    pub sender_id: PartyId,
    /// Who got.
    pub recipient_id: PartyId,
    /// Which type.
    pub data_type_id: DataTypeId,
    /// How often.
    pub times: u32,
    /// When last.
    pub last_occurred_at: DateTime<Utc>,
    /// Whether the last time rested on a consent that covered it; when there are two last times, whether both did.
    pub with_consent: bool,
}

/// Which lines of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The person the data are about.
    pub subject: PersonId,
    /// Only lines of this kind.
    pub kind: Option<DisclosureKind>,
    /// Only lines on which this party is the sender or the recipient.
    pub party: Option<PartyId>,
    /// Only what happened at this moment or later.
    pub from: Option<DateTime<Utc>>,
    /// Only what happened before this moment.
    pub before: Option<DateTime<Utc>>,
}

/// A place in a list that is not sorted by id: a number (milliseconds, days) and
/// the id that decides between equals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Milliseconds since 1970 in a time line, days since 1970 in the withheld list.
    pub at: i64,
    /// The id of the entry.
    pub id: Uuid,
}

/// Which part of such a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Only what comes after this place in the order of the list.
    pub after: Option<Place>,
    /// At most this many, and never more than [`MAX_STRETCH`].
    pub limit: usize,
}

/// Most entries of one stretch: a page, and one more that tells whether it is the last.
pub const MAX_STRETCH: usize = MAX_PAGE + 1;

/// Days since 1970, the number by which a day sorts.
pub fn day_number(day: NaiveDate) -> i64 {
    i64::from(day.to_epoch_days())
}

/// The place of a line in the time line of its person.
pub fn place_in_time(facts: &DisclosureFacts) -> Place {
    Place { at: facts.occurred_at.timestamp_millis(), id: facts.id.0 }
}

/// The place of a line in the list of what is withheld; `None` when it is not.
pub fn place_in_review(facts: &DisclosureFacts) -> Option<Place> {
    let day = facts.review_date().filter(|_| !facts.is_visible())?;
    Some(Place { at: day_number(day), id: facts.id.0 })
}

/// The id of what was looked at.
pub fn thing_id(consulted: Consulted) -> Uuid {
    match consulted {
        Consulted::ConsentRequest(id) => id.0,
        Consulted::ConsentRecord(id) => id.0,
        Consulted::Filing(id) => id.0,
        Consulted::Assessment(id) => id.0,
    }
}

/// The part of a store that keeps what really happened to data.
#[async_trait]
pub trait DisclosureStore: Send + Sync {
    /// One line, withheld or not.
    async fn disclosure(
        &self,
        controller: &ControllerId,
        id: DisclosureId,
    ) -> Result<Option<DisclosureFacts>, StoreError>;

    /// The lines of a person that are not withheld, what happened last first.
    async fn timeline(
        &self,
        controller: &ControllerId,
        timeline: &Timeline,
        stretch: Stretch,
    ) -> Result<Vec<DisclosureFacts>, StoreError>;

    /// Everything that is withheld, by the day to look again, the earliest first.
    async fn withheld(
        &self,
        controller: &ControllerId,
        stretch: Stretch,
    ) -> Result<Vec<DisclosureFacts>, StoreError>;

    /// Who has what about a person, in the order of the ids.
    async fn flows(
        &self,
        controller: &ControllerId,
        subject: &PersonId,
    ) -> Result<Vec<FlowFacts>, StoreError>;

    /// How many lines of a person were released and not read yet.
    async fn untold(&self, controller: &ControllerId, subject: &PersonId) -> Result<u32, StoreError>;

    /// Who looked at what of a person, newest first.
    async fn consultations(
        &self,
        controller: &ControllerId,
        subject: &PersonId,
        part: Part,
    ) -> Result<Vec<ConsultationFacts>, StoreError>;
}
