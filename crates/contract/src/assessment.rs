// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The six steps that go before a question (stappenplan, E1): task, purpose,
//! necessary data, legal basis, purpose limitation, secrecy. Their answers are
//! kept beside the request that they produced (E16).

use crate::id::{AssessmentId, CriterionId, DataTypeId, LifeAreaId, PartyId, PurposeId};
use crate::person::Person;
use crate::request::{NewItem, NewSubject};
use crate::sorted::SortedMap;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Step 1: which task of the municipality this is for (taak).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskAnswer {
    /// The purposes of that task; every item has one of them.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 10))]
    pub purpose_ids: Vec<PurposeId>,
}

/// Step 2: what the person asks for (doel en hulpvraag; E2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PurposeAnswer {
    /// The question for help in the person's own words. No medical story and no
    /// opinion about anybody (E8, C4).
    #[cfg_attr(feature = "openapi", schema(max_length = 500))]
    pub help_question: String,
    /// The life areas it is about; never all by default (E2).
    #[cfg_attr(feature = "openapi", schema(max_items = 20))]
    pub life_area_ids: Vec<LifeAreaId>,
}

/// Step 3: that data are needed at all (E3). Which ones stands in each item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DataAnswer {
    /// Why it cannot be done without data of others: the first half of the double necessity.
    #[cfg_attr(feature = "openapi", schema(max_length = 500))]
    pub why_needed: String,
    /// What the municipality holds already or the person tells: not fetched from
    /// others again (E6). It may still pass it on from its own file.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 30))]
    pub already_held: Vec<DataTypeId>,
}

/// Step 4: what the data may rest on (grondslag). The ground stands in each item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BasisAnswer {
    /// Whether consent would be free, by criterion of the catalogue. Needed when at
    /// least one item asks for consent.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<CriterionId, bool>))]
    pub free_consent: SortedMap<CriterionId, bool>,
    /// Each special category that is asked, ticked one by one (C1).
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 30))]
    pub special_categories: Vec<DataTypeId>,
}

/// Step 5, for one source: why the data were collected, and whether giving them now
/// fits that (doelbinding; B12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PurposeLimitation {
    /// Who holds the data.
    pub source_id: PartyId,
    /// Why they were collected.
    #[cfg_attr(feature = "openapi", schema(max_length = 300))]
    pub original_purpose: String,
    /// Whether the new purpose fits, or the person is asked (B12).
    pub verdict: Compatibility,
}

/// Whether a new purpose fits the old one (verenigbaarheid; B12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Compatibility {
    /// It is the same task.
    SamePurpose,
    /// Another purpose that fits the first.
    Compatible,
    /// It does not fit: nothing may be told on this ground, only asked.
    NotCompatible,
}

/// Step 6: which duties of secrecy bind whom (geheimhouding; M4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecrecyAnswer {
    /// Every party whose secrecy was looked at: all sources and recipients.
    #[cfg_attr(feature = "openapi", schema(max_items = 60))]
    pub acknowledged: Vec<PartyId>,
}

/// How heavy the situation is (triage; E9). It limits parties and data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Triage {
    /// 1 one question, 2 more questions, 3 heavy and several problems, 4 escalation.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 4))]
    pub level: u8,
    /// Why it is above 1; required then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 500))]
    pub reason: Option<String>,
}

impl Default for Triage {
    fn default() -> Self {
        Self { level: 1, reason: None }
    }
}

/// The six answers (`POST /v1/assessments`, profile 2). A step that is absent is a
/// gap, and an assessment with a gap is refused: no step can be skipped. While a
/// worker fills it in, the same type is judged with the gaps it still has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewAssessment {
    /// Chosen by the device that made it, so that what follows can name it before
    /// the network is back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<AssessmentId>,
    /// Whose help it is about.
    pub subject: NewSubject,
    /// How heavy it is.
    #[serde(default)]
    pub triage: Triage,
    /// Step 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskAnswer>,
    /// Step 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<PurposeAnswer>,
    /// Step 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<DataAnswer>,
    /// Step 4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<BasisAnswer>,
    /// Step 5: one answer for each source.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 100))]
    pub purpose_limitation: Vec<PurposeLimitation>,
    /// Step 6.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<SecrecyAnswer>,
    /// What the steps produce: the items of the request, questions and information.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 100))]
    pub items: Vec<NewItem>,
    /// When the last step was answered, when that was without a network. Otherwise
    /// it is the moment of arrival.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<DateTime<Utc>>,
}

/// The six answers as they are kept (afweging; E16).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Assessment {
    /// Its id.
    pub id: AssessmentId,
    /// Whose help it is about.
    pub subject: Person,
    /// Who went through the steps.
    pub assessed_by: Person,
    /// When the last step was answered.
    pub completed_at: DateTime<Utc>,
    /// When the server stored it.
    pub recorded_at: DateTime<Utc>,
    /// Version of the catalogue it was held against.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub catalogue_version: u32,
    /// How heavy it is.
    pub triage: Triage,
    /// Step 1.
    pub task: TaskAnswer,
    /// Step 2.
    pub purpose: PurposeAnswer,
    /// Step 3.
    pub data: DataAnswer,
    /// Step 4.
    pub basis: BasisAnswer,
    /// Step 5.
    pub purpose_limitation: Vec<PurposeLimitation>,
    /// Step 6.
    pub secrecy: SecrecyAnswer,
    /// What the steps produced.
    pub items: Vec<NewItem>,
}
