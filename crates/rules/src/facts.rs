// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is stored, and nothing that can be derived from it.

use crate::intake::facts::ClientFacts;
use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::catalogue::AgeRule;
use samenspraak_contract::id::{AssessmentId, ConsentRecordId, ConsentRequestId, ItemId, PersonId};
use samenspraak_contract::party::{ContactPoint, Controller};
use samenspraak_contract::person::{Person, Signatory};
use samenspraak_contract::record::ConsentEvent;
use samenspraak_contract::request::Item;
use samenspraak_contract::sorted::{SortedMap, SortedSet};
use samenspraak_contract::text::LocalizedText;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A request as it was asked. It is written once and never edited: a new
/// wording or scope is a new request that `replaces` this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestFacts {
    /// Its id.
    pub id: ConsentRequestId,
    /// The municipality that asks.
    pub controller: Controller,
    /// The person the data are about.
    pub subject: Person,
    /// Date of birth: decides who signs (F2), shown to nobody.
    pub birth_date: NaiveDate,
    /// Everybody whose yes is needed.
    pub signatories: Vec<Signatory>,
    /// Reference of the case.
    pub case_reference: Option<String>,
    /// Reference of the conversation (A6).
    pub conversation_reference: Option<String>,
    /// The six steps it came from (E16).
    #[serde(default)]
    pub assessment_id: Option<AssessmentId>,
    /// Heading.
    pub title: LocalizedText,
    /// Why the municipality asks.
    pub introduction: LocalizedText,
    /// The one person to call.
    pub contact_point: ContactPoint,
    /// Who signs at which age, as the catalogue said at the time.
    pub age_rule: AgeRule,
    /// The rights of the person, as the catalogue said at the time (K4).
    pub rights: LocalizedText,
    /// The items, with a snapshot of everything the catalogue said at the time.
    pub items: Vec<Item>,
    /// The record that holds the answer to each question. Where only words
    /// changed, that is a record of the request this one replaces.
    pub records: SortedMap<ItemId, ConsentRecordId>,
    /// When it was asked.
    pub requested_at: DateTime<Utc>,
    /// Last day to answer.
    pub answer_before_date: NaiveDate,
    /// Version of the notice.
    pub notice_version: u32,
    /// The request this one replaces.
    pub replaces: Option<ConsentRequestId>,
    /// The request that replaced this one. This and the next are filled in later.
    pub replaced_by: Option<ConsentRequestId>,
    /// To whom it was shown.
    #[serde(default, skip_serializing_if = "SortedSet::is_empty")]
    pub shown_to: SortedSet<PersonId>,
    /// How its subject was recorded as a client, oldest first: the last one says who
    /// represents them now (F6). It is stored with the client, and never here.
    #[serde(skip)]
    pub recordings: Vec<ClientFacts>,
}

/// A record as it is stored: its events, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordFacts {
    /// Its id.
    pub id: ConsentRecordId,
    /// The request in which it was first asked: the words that were agreed to.
    pub request_id: ConsentRequestId,
    /// The item of that request.
    pub item_id: ItemId,
    /// Everything that happened, oldest first.
    pub events: Vec<ConsentEvent>,
}

impl RecordFacts {
    /// Version for optimistic locking: the number of events.
    pub fn version(&self) -> u32 {
        u32::try_from(self.events.len()).unwrap_or(u32::MAX)
    }
}

impl RequestFacts {
    /// The signatory with this person id.
    pub fn signatory(&self, person: &PersonId) -> Option<&Signatory> {
        self.signatories.iter().find(|signatory| signatory.person.id == *person)
    }

    /// The request as it was known at a moment: what is recorded of its subject later
    /// changes nothing about what was said or done by then (principle 6).
    pub fn known_at(&self, at: DateTime<Utc>) -> Cow<'_, Self> {
        let known = |client: &&ClientFacts| client.recorded_at <= at;
        if self.recordings.iter().all(|client| known(&client)) {
            return Cow::Borrowed(self);
        }
        let recordings = self.recordings.iter().filter(known).cloned().collect();
        Cow::Owned(Self { recordings, ..self.clone() })
    }

    /// Whether it asks nothing: a notice, that tells people which of their data are
    /// used, from whom they come and why (GDPR art. 13 and 14; F4).
    pub fn is_notice(&self) -> bool {
        self.records.is_empty()
    }

    /// The record that answers an item, among those at hand.
    pub fn record_of<'a>(&self, item: ItemId, records: &'a [RecordFacts]) -> Option<&'a RecordFacts> {
        let id = self.records.get(&item)?;
        records.iter().find(|record| record.id == *id)
    }

    /// The item with this id.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }
}
