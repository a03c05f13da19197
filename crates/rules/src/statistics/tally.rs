// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is counted, and under which word.

use chrono::NaiveDate;
use samenspraak_contract::filing::{FilingKind, Outcome};
use samenspraak_contract::statistics::ConversationEnd;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// Whether an answer came by its day (tijdigheid).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Timeliness {
    /// On or before it.
    InTime,
    /// After it.
    Late,
}

impl Timeliness {
    /// Both, in the order of the table.
    pub const ALL: [Self; 2] = [Self::InTime, Self::Late];

    /// Of an answer on a day, by the last day to answer; when no such day ran,
    /// nobody was kept waiting.
    pub fn of(answered_on: NaiveDate, answer_before: Option<NaiveDate>) -> Self {
        match answer_before {
            Some(last) if answered_on > last => Self::Late,
            _ => Self::InTime,
        }
    }
}

/// What somebody said to one item of a consent request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// Yes.
    Given,
    /// No.
    Refused,
    /// Stop.
    Withdrawn,
}

impl Said {
    /// All three, in the order of the table.
    pub const ALL: [Self; 3] = [Self::Given, Self::Refused, Self::Withdrawn];
}

/// Something that is counted. Its word ([`fmt::Display`]) is what is stored, so
/// it never changes: `filed/erasure`, `decided/erasure/granted/in-time`,
/// `consent/given`.
///
/// One decision is one tally with both its outcome and its timeliness: two
/// tallies could come apart, and their difference would tell of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tally {
    /// A filing came in.
    Filed(FilingKind),
    /// A filing was decided.
    Decided(FilingKind, Outcome, Timeliness),
    /// A consent was given, refused or withdrawn.
    Consent(Said),
    /// A conversation at intake ended.
    Conversation(ConversationEnd),
}

impl Tally {
    /// Everything that is counted.
    pub fn all() -> impl Iterator<Item = Self> {
        let filed = FilingKind::ALL.into_iter().map(Self::Filed);
        let decided = FilingKind::ALL.into_iter().flat_map(|kind| {
            Outcome::ALL.into_iter().flat_map(move |outcome| {
                Timeliness::ALL.into_iter().map(move |time| Self::Decided(kind, outcome, time))
            })
        });
        let conversations = ConversationEnd::ALL.into_iter().map(Self::Conversation);
        filed.chain(decided).chain(Said::ALL.into_iter().map(Self::Consent)).chain(conversations)
    }

    /// What is stored under words, by tally. A word that is none is left out.
    pub fn read(stored: &BTreeMap<String, u64>) -> BTreeMap<Self, u64> {
        Self::all().filter_map(|tally| Some((tally, *stored.get(&tally.to_string())?))).collect()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Filed(kind) => write!(f, "filed/{}", word(kind)),
            Self::Decided(kind, outcome, time) => {
                write!(f, "decided/{}/{}/{}", word(kind), word(outcome), word(time))
            }
            Self::Consent(said) => write!(f, "consent/{}", word(said)),
            Self::Conversation(end) => write!(f, "conversation/{}", word(end)),
        }
    }
}

/// The word of the contract for a plain enumeration.
pub(super) fn word(value: &impl Serialize) -> String {
    let word = serde_json::to_value(value).ok();
    word.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}
