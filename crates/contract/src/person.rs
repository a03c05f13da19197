// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The person the data are about, and the people who sign.

use crate::id::PersonId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A person as others in the same case know them: a pseudonym and a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Person {
    /// Pseudonymous id from the login.
    pub id: PersonId,
    /// Name as the person is addressed.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 120))]
    pub display_name: String,
}

/// In which capacity someone signs (hoedanigheid; F2, F6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    /// The data subject (betrokkene).
    DataSubject,
    /// A parent with authority (ouder met gezag).
    ParentWithAuthority,
    /// A guardian (voogd).
    Guardian,
    /// A curator (curator).
    Curator,
    /// A mentor (mentor).
    Mentor,
    /// An administrator (bewindvoerder).
    Administrator,
    /// A person authorised in writing (gemachtigde).
    AuthorisedPerson,
}

impl Capacity {
    /// Whether this capacity represents the data subject instead of being them.
    pub fn is_representative(self) -> bool {
        self != Self::DataSubject
    }
}

/// Why somebody may sign for another (vertegenwoordiging, F6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Representation {
    /// Where it was read: a register, a court decision, a written authorisation.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 200))]
    pub source: String,
    /// First day it counts.
    pub start_date: NaiveDate,
    /// Last day it counts; open when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_date: Option<NaiveDate>,
}

/// Somebody whose yes is needed (ondertekenaar).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Signatory {
    /// Who signs.
    pub person: Person,
    /// In which capacity.
    pub capacity: Capacity,
    /// The proof of representation; required for everyone but the data subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representation: Option<Representation>,
}
