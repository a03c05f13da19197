// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Terms of law (termijnen): how long each takes, how it is counted, and which
//! days are no working days. Configuration with a citation, never code.

use crate::party::Citation;
use crate::text::LocalizedText;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a term is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TermUnit {
    /// Weeks of seven days.
    Weeks,
    /// Calendar months.
    Months,
}

/// What happens when the last day is no working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Counting {
    /// Regulation (EEC, Euratom) 1182/71, art. 3: the next working day.
    Regulation1182,
    /// Algemene termijnenwet, art. 1: the next working day, but not for a term
    /// of more than twelve weeks or three months (art. 4).
    GeneralTermsAct,
}

/// One term of law (termijn).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Term {
    /// How many units.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 104))]
    pub length: u16,
    /// Of what.
    pub unit: TermUnit,
    /// How the last day is found.
    pub counting: Counting,
    /// The law that sets it.
    pub law: Citation,
}

/// The terms of a request under GDPR art. 15 to 21 (verzoek en bezwaar AVG; L8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RightsRequestTerms {
    /// To answer, from receipt; also the term to tell about an extension.
    pub answer: Term,
    /// By which it can be extended, once.
    pub extension: Term,
}

/// The terms of an objection to a decision (bezwaar, Awb ch. 6 and 7; L9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ObjectionTerms {
    /// To file, from the day after the decision was made known (Awb 6:7, 6:8).
    pub filing: Term,
    /// To arrive after the filing term, when it was posted within it (Awb 6:9(2)).
    pub delivery: Term,
    /// To decide without a committee, from the day after the filing term ended (Awb 7:10(1)).
    pub decision: Term,
    /// To decide with a committee (Awb 7:10(1), 7:13).
    pub decision_with_committee: Term,
    /// By which the decision can be adjourned (verdagen, Awb 7:10(3)).
    pub adjournment: Term,
}

/// The terms of a complaint (klacht, Awb ch. 9; L10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ComplaintTerms {
    /// To answer without a committee, from receipt (Awb 9:11(1)).
    pub answer: Term,
    /// To answer with a committee (Awb 9:11(1)).
    pub answer_with_committee: Term,
    /// By which the answer can be adjourned (Awb 9:11(2)).
    pub adjournment: Term,
}

/// On which day of a year a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "on", deny_unknown_fields)]
pub enum HolidayRule {
    /// The same date every year.
    Date {
        /// Month, from 1.
        #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 12))]
        month: u8,
        /// Day of the month, from 1.
        #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 31))]
        day: u8,
    },
    /// A date, or the day before when that is a Sunday (Koningsdag).
    DateNotSunday {
        /// Month, from 1.
        #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 12))]
        month: u8,
        /// Day of the month, from 1.
        #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 31))]
        day: u8,
    },
    /// So many days after Easter Sunday; negative is before.
    Easter {
        /// Days after Easter Sunday.
        #[cfg_attr(feature = "openapi", schema(minimum = -60, maximum = 60))]
        days: i16,
    },
}

/// A generally recognised holiday (algemeen erkende feestdag, Algemene termijnenwet art. 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Holiday {
    /// Its name.
    pub name: LocalizedText,
    /// When it is.
    pub rule: HolidayRule,
    /// The law that names it.
    pub law: Citation,
}

/// A day that a royal decree puts on a par with a holiday (brugdag,
/// Algemene termijnenwet art. 3(3)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BridgeDay {
    /// The day.
    pub date: NaiveDate,
    /// The decree.
    pub law: Citation,
}

/// All terms and days of one controller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TermRules {
    /// Requests under the GDPR.
    pub rights_request: RightsRequestTerms,
    /// Objections to a decision.
    pub administrative_objection: ObjectionTerms,
    /// Complaints.
    pub complaint: ComplaintTerms,
    /// Every year's holidays.
    pub holidays: Vec<Holiday>,
    /// Extra days by royal decree.
    #[serde(default)]
    pub bridge_days: Vec<BridgeDay>,
}
