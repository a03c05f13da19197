// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The public list of who may share what, for which purpose, on which ground.
//!
//! The law lives here as configuration with a citation, never in code: when an
//! article or a term changes, a municipality changes its catalogue.

use crate::desk::FilingRules;
use crate::id::{ActivityId, DataTypeId, LegalBasisId, PartyId, PurposeId, RetentionRuleId};
use crate::intake::IntakeRules;
use crate::party::{Citation, Controller, Party};
use crate::term::TermRules;
use crate::text::LocalizedText;
use serde::{Deserialize, Serialize};

/// The field of the social domain that an act governs (domein). Sharing across
/// two of them has no general ground (B9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Domain {
    /// Social support (Wmo 2015).
    SocialSupport,
    /// Youth help (Jeugdwet).
    Youth,
    /// Work and income (Participatiewet).
    WorkAndIncome,
    /// Debt help (Wet gemeentelijke schuldhulpverlening).
    DebtHelp,
    /// Health care (Wgbo, Zorgverzekeringswet).
    HealthCare,
    /// Safety and justice (Wpg, Wjsg).
    Safety,
}

/// Why data are needed (doel, GDPR art. 5(1)(b); DPV `dpv:Purpose`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Purpose {
    /// Its id.
    pub id: PurposeId,
    /// The purpose after "om … " in a sentence: `hulp thuis te regelen`.
    pub in_sentence: LocalizedText,
    /// The municipal task it belongs to (taak, E1 step 1).
    pub task: LocalizedText,
    /// The act that gives the task.
    pub act: Citation,
    /// The field it belongs to.
    pub domain: Domain,
    /// Identifier in the Data Privacy Vocabulary.
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub dpv: String,
    /// True for "for later" purposes. They exist so that they can be refused (A8).
    #[serde(default)]
    pub future_use: bool,
    /// Where the policy names it.
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub policy: String,
}

/// How much a data type tells: only *that* help exists, or *what* it holds
/// (dat- en wat-informatie, I7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DataLevel {
    /// Only that a service exists, began or ended.
    That,
    /// What it contains.
    Content,
}

/// A regime under which data may not leave (gesloten verstrekkingenregime; B7, B14).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ClosedRegime {
    /// Work and income data in the SUWI system (Wet SUWI).
    Suwi,
    /// Police data (Wet politiegegevens).
    PoliceData,
    /// Judicial data (Wet justitiële en strafvorderlijke gegevens).
    JudicialData,
}

/// A type of personal data (soort persoonsgegeven, DPV `dpv:PersonalData`). The
/// contract carries types, never the data themselves (C4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonalDataType {
    /// Its id.
    pub id: DataTypeId,
    /// Its name as a noun, fit for anyone: `Medicijnen`.
    pub name: LocalizedText,
    /// One sentence that says what is in it and what is not.
    pub description: LocalizedText,
    /// Identifier in the Data Privacy Vocabulary.
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub dpv: String,
    /// The exception that allows a special category (bijzondere
    /// persoonsgegevens, GDPR art. 9; C1). Present exactly for those.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub special_category: Option<Citation>,
    /// That a service exists, or what it contains (I7).
    pub level: DataLevel,
    /// The closed regime that holds it, if any (B7, B14).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_regime: Option<ClosedRegime>,
    /// Where the policy names it.
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub policy: String,
}

impl PersonalDataType {
    /// Whether it belongs to a special category (GDPR art. 9 or 10).
    pub fn is_special(&self) -> bool {
        self.special_category.is_some()
    }
}

/// The six grounds of GDPR art. 6(1) (grondslagen, B1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// Consent (toestemming), 6(1)(a).
    Consent,
    /// A contract (overeenkomst), 6(1)(b).
    Contract,
    /// A legal obligation (wettelijke plicht), 6(1)(c).
    LegalObligation,
    /// Vital interests (vitaal belang), 6(1)(d).
    VitalInterests,
    /// A public task (publieke taak), 6(1)(e); the right to object applies.
    PublicTask,
    /// A legitimate interest (gerechtvaardigd belang), 6(1)(f).
    LegitimateInterests,
}

/// A ground with the law behind it (grondslag, B3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LegalBasis {
    /// Its id.
    pub id: LegalBasisId,
    /// Which of the six grounds.
    pub ground: Ground,
    /// The ground in one plain sentence.
    pub explanation: LocalizedText,
    /// The special act, which goes first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specific_law: Option<Citation>,
    /// The general act that fills the gaps.
    pub general_law: Citation,
    /// Where the policy names it.
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub policy: String,
}

/// How long data are kept (bewaartermijn, L-1 to L-3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RetentionRule {
    /// Its id.
    pub id: RetentionRuleId,
    /// The term in whole months.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 1200))]
    pub months: u16,
    /// From when it counts, in one plain sentence.
    pub explanation: LocalizedText,
    /// The law that sets it.
    pub law: Citation,
    /// Where the policy names it.
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub policy: String,
}

/// A processing that the law or the protocol already describes (verwerking):
/// these parties, these data, this purpose, this ground. Where its ground is
/// not consent, consent may not be asked for it (principle 1; B4, B5, B6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Activity {
    /// Its id.
    pub id: ActivityId,
    /// The purpose.
    pub purpose: PurposeId,
    /// Who may give the data.
    pub sources: Vec<PartyId>,
    /// Who may get them.
    pub recipients: Vec<PartyId>,
    /// Which types.
    pub personal_data: Vec<DataTypeId>,
    /// On which ground.
    pub legal_basis: LegalBasisId,
    /// How long the recipient keeps them.
    pub retention: RetentionRuleId,
    /// For re-use under another law: the places in both laws that allow it.
    /// Without both, only consent remains (wederkerigheid, B8).
    #[serde(default)]
    pub reciprocity: Vec<Citation>,
    /// For data of a closed regime that may leave after all: the covenant (B14).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub covenant: Option<String>,
    /// Where the policy names it.
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub policy: String,
}

/// Who signs at which age (leeftijdsgrenzen, F2). Configuration with a citation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgeRule {
    /// From this age the young person signs too, beside the representatives.
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 21))]
    pub joint_from: u8,
    /// From this age the young person signs alone.
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 21))]
    pub alone_from: u8,
    /// From this age a person is an adult: parents no longer represent them.
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 21))]
    pub adult_from: u8,
    /// The law that sets it.
    pub law: Citation,
}

/// The whole catalogue of one controller (N2, N3: public).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Catalogue {
    /// The controller it belongs to.
    pub controller: Controller,
    /// Version; a change of any entry raises it.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub version: u32,
    /// All parties (A11).
    pub parties: Vec<Party>,
    /// All purposes.
    pub purposes: Vec<Purpose>,
    /// All data types.
    pub personal_data_types: Vec<PersonalDataType>,
    /// All grounds.
    pub legal_bases: Vec<LegalBasis>,
    /// All retention rules.
    pub retention_rules: Vec<RetentionRule>,
    /// All described processing activities.
    pub activities: Vec<Activity>,
    /// Who signs at which age.
    pub age_rule: AgeRule,
    /// The rights of the person and how to use them, for every receipt (K4).
    pub rights: LocalizedText,
    /// Longest validity of a consent, in months.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 120))]
    pub longest_consent_months: u16,
    /// Longest validity when a special category is among the data (C2).
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 120))]
    pub longest_special_consent_months: u16,
    /// By when filings must be answered, and which days are no working days (K2, L8 to L10).
    pub terms: TermRules,
    /// Who answers what people file, and what they can do next (J2, K8).
    pub filing: FilingRules,
    /// Fewest times something must have happened before its count is shown (N1).
    #[cfg_attr(feature = "openapi", schema(minimum = 3, maximum = 1000))]
    pub minimum_cell: u32,
    /// What intake goes by: life areas, triage, free consent, wording (group E).
    pub intake: IntakeRules,
}
