// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What really happened to data: one line per sharing, viewing or not sharing
//! (groups H and I). What happened is recorded also when it broke a rule: a true
//! fact is refused only when it cannot be understood.
//!
//! | module | what it decides |
//! |---|---|
//! | [`check`] | whether a new line can be understood, and what is stored of it |
//! | [`coverage`] | whether a consent covered it at that moment |
//! | [`event`] | what may follow on a line |
//! | [`view`] | who may see it, and how much |

pub mod check;
pub mod coverage;
pub mod event;
pub mod view;

use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::catalogue::Ground;
use samenspraak_contract::disclosure::{
    Channel, DisclosureAction, DisclosureEvent, DisclosureEventType, DisclosureKind, NotSharedReason,
    Withholding,
};
use samenspraak_contract::id::{
    ConsentRecordId, DataTypeId, DisclosureDecisionId, DisclosureId, LegalBasisId, PartyId, PersonId,
    PurposeId,
};
use samenspraak_contract::person::Person;
use serde::{Deserialize, Serialize};

/// A line as it is stored: ids of the catalogue, resolved when it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DisclosureFacts {
    /// Its id.
    pub id: DisclosureId,
    /// The person the data are about.
    pub subject: Person,
    /// When it happened, in whole milliseconds.
    pub occurred_at: DateTime<Utc>,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// Who recorded it; shown to nobody.
    pub recorded_by: PersonId,
    /// What was done.
    pub action: DisclosureAction,
    /// Which way it went.
    pub channel: Channel,
    /// Who had the data.
    pub sender_id: PartyId,
    /// Who got or looked at them, or asked for them.
    pub recipient_id: PartyId,
    /// The function of who got or looked at them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient_function: Option<String>,
    /// Which types of data.
    pub data_type_ids: Vec<DataTypeId>,
    /// Why.
    pub purpose_id: PurposeId,
    /// On which ground.
    pub legal_basis_id: LegalBasisId,
    /// Which of the six grounds that was when it was recorded.
    pub ground: Ground,
    /// The consent it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<CitedConsent>,
    /// Why it was not shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_shared_reason: Option<NotSharedReason>,
    /// The decision to share without consent that it came with (H2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclosure_decision_id: Option<DisclosureDecisionId>,
    /// Why it was withheld when it was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withholding: Option<Withholding>,
    /// Reference of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_reference: Option<String>,
    /// What happened to the line since, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<DisclosureEvent>,
}

/// A consent that a line rests on, and what the store knew of it at that moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CitedConsent {
    /// The record.
    pub record_id: ConsentRecordId,
    /// Whether it was given for this purpose, these parties and these data then.
    pub covered: bool,
    /// The day it was given, when it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_on: Option<NaiveDate>,
}

/// Where a line is in its life. It follows from its events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The person may see it, and always could.
    Normal,
    /// Nobody but staff may know of it (H4).
    Withheld,
    /// The person may see it since somebody released it (H6).
    Released,
    /// The person has read that it was released.
    Acknowledged,
}

impl Status {
    /// All statuses, for tests and tables.
    pub const ALL: [Self; 4] = [Self::Normal, Self::Withheld, Self::Released, Self::Acknowledged];
}

impl DisclosureFacts {
    /// Where the line is in its life.
    pub fn status(&self) -> Status {
        let first = if self.withholding.is_some() { Status::Withheld } else { Status::Normal };
        self.events.iter().fold(first, |status, event| match event.event_type {
            DisclosureEventType::ReviewPostponed => status,
            DisclosureEventType::Released => Status::Released,
            DisclosureEventType::Acknowledged => Status::Acknowledged,
        })
    }

    /// Whether the person may know of it.
    pub fn is_visible(&self) -> bool {
        self.status() != Status::Withheld
    }

    /// The day on which staff must look at a withheld line again, as it stands.
    pub fn review_date(&self) -> Option<NaiveDate> {
        let postponed = self.events.iter().rev().find_map(|event| event.review_date);
        postponed.or_else(|| self.withholding.as_ref().map(|withholding| withholding.review_date))
    }

    /// Which part of a time line it belongs to.
    pub fn kind(&self) -> DisclosureKind {
        match (self.action, self.ground) {
            (DisclosureAction::NotShared, _) => DisclosureKind::NotShared,
            (_, Ground::Consent) => DisclosureKind::WithConsent,
            _ => DisclosureKind::WithoutConsent,
        }
    }

    /// Whether a consent covered it. One that was named and did not is no consent.
    pub fn is_covered(&self) -> bool {
        self.kind() == DisclosureKind::WithConsent
            && self.consent.as_ref().is_some_and(|consent| consent.covered)
    }

    /// Whether data went from the sender to the recipient, or were looked at.
    pub fn flowed(&self) -> bool {
        self.action != DisclosureAction::NotShared
    }

    /// Version for optimistic locking: the number of events.
    pub fn version(&self) -> u32 {
        u32::try_from(self.events.len()).unwrap_or(u32::MAX)
    }
}
