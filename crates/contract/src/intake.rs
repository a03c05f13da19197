// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the catalogue says about intake: life areas, triage, when consent is free,
//! prepared wording, and the grounds to share without consent. All of it is
//! configuration with a citation.

use crate::catalogue::Ground;
use crate::id::{
    CriterionId, DataTypeId, DisclosureGroundId, LegalBasisId, LifeAreaId, PartyId, PurposeId,
    RetentionRuleId,
};
use crate::party::Citation;
use crate::request::{ConsentKind, ItemKind};
use crate::sorted::SortedMap;
use crate::text::LocalizedText;
use serde::{Deserialize, Serialize};

/// A field of a person's life in which help may be needed (leefgebied; E2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LifeArea {
    /// Its id.
    pub id: LifeAreaId,
    /// Its name as a noun: `Wonen`.
    pub name: LocalizedText,
    /// What belongs to it, in one sentence.
    pub description: LocalizedText,
}

/// What may be asked at one level of triage (E9, E10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TriageNorm {
    /// 1 to 4.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 4))]
    pub level: u8,
    /// What the level is called.
    pub name: LocalizedText,
    /// When it is this level, in one sentence.
    pub explanation: LocalizedText,
    /// Most parties, sources and recipients together, without the municipality's own units.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 100))]
    pub most_parties: u16,
    /// Most data types.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 3000))]
    pub most_data_types: u16,
}

/// One criterion for consent that is free although an authority asks (vrije
/// toestemming; GDPR recital 43, AP 2016).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FreeConsentCriterion {
    /// Its id.
    pub id: CriterionId,
    /// The question for the worker, to be answered with yes or no.
    pub question: LocalizedText,
    /// The answer that free consent needs.
    pub needed: bool,
    /// What to do when the answer is another, in one or two sentences.
    pub otherwise: LocalizedText,
    /// Where it comes from.
    pub source: Citation,
}

/// Prepared words for one kind of item: from these sources to these recipients for
/// this purpose. A worker may change them; nobody has to invent them at the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Wording {
    /// The purpose.
    pub purpose_id: PurposeId,
    /// Who gives.
    pub sources: Vec<PartyId>,
    /// Who gets.
    pub recipients: Vec<PartyId>,
    /// A question or information.
    pub kind: ItemKind,
    /// Which kind of consent, for a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent_kind: Option<ConsentKind>,
    /// The ground.
    pub legal_basis_id: LegalBasisId,
    /// How long the recipient keeps it.
    pub retention_id: RetentionRuleId,
    /// Why each datum is needed; also the list of data that may be offered.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<DataTypeId, LocalizedText>))]
    pub necessity: SortedMap<DataTypeId, LocalizedText>,
    /// Why the amount fits the purpose.
    pub proportionality: LocalizedText,
    /// Why there is no lighter way.
    pub subsidiarity: LocalizedText,
    /// What happens after a yes, for a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequences_if_given: Option<LocalizedText>,
    /// What happens after a no, for a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequences_if_refused: Option<LocalizedText>,
    /// Months it is valid.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 120))]
    pub valid_months: u16,
    /// Why the source collected these data (B12).
    pub original_purpose: LocalizedText,
}

/// A ground to share without consent (grond; H1, B10, H11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DisclosureGround {
    /// Its id.
    pub id: DisclosureGroundId,
    /// What it is called, fit for anyone.
    pub name: LocalizedText,
    /// When it applies, in one or two sentences, for the worker.
    pub explanation: LocalizedText,
    /// The ground of the GDPR behind it; never consent.
    pub ground: Ground,
    /// The legal basis that the lines on the person's time line carry.
    pub legal_basis_id: LegalBasisId,
    /// The law.
    pub law: Citation,
    /// The kinds of decision it may be used for.
    pub kinds: Vec<crate::disclosure_decision::DecisionKind>,
    /// The bodies to which the law opens this way (H7, H8); empty when it names none.
    /// A kind of decision that is addressed to one body needs a ground that names it.
    #[serde(default)]
    pub recipients: Vec<PartyId>,
    /// Whether only a source under medical secrecy needs and may use it (H11).
    #[serde(default)]
    pub medical: bool,
}

/// Everything about intake (per controller).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IntakeRules {
    /// All life areas.
    pub life_areas: Vec<LifeArea>,
    /// The four levels, lowest first.
    pub triage: Vec<TriageNorm>,
    /// When consent is free.
    pub free_consent: Vec<FreeConsentCriterion>,
    /// Prepared words.
    pub wordings: Vec<Wording>,
    /// Grounds to share without consent.
    pub disclosure_grounds: Vec<DisclosureGround>,
    /// The heading of a request, for the person.
    pub title: LocalizedText,
    /// Why the municipality asks, for the person.
    pub introduction: LocalizedText,
    /// The heading of a request that asks nothing and only tells (GDPR art. 13 and 14).
    pub notice_title: LocalizedText,
    /// What such a notice tells, for the person.
    pub notice_introduction: LocalizedText,
    /// Days a person has to answer.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 365))]
    pub answer_within_days: u16,
    /// Days that what was done without a network may be on its way.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 60))]
    pub longest_offline_days: u16,
    /// Most days until somebody looks again at what a person was not told yet (H4).
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 365))]
    pub review_within_days: u16,
}
