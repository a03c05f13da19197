// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What each of the three doors takes: exactly what its law asks (J5, J6, L12).

use crate::attachment::NamedAttachment;
use crate::filing::{FilingKind, FilingOrigin};
use crate::id::{ControllerId, DataTypeId, PersonId};
use crate::text::Language;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The kinds of request under the GDPR that a person files directly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RightsRequestKind {
    /// To see or to know (inzage), GDPR art. 15.
    Access,
    /// To correct (rectificatie), GDPR art. 16.
    Rectification,
    /// To erase (wissing), GDPR art. 17.
    Erasure,
    /// To restrict (beperking), GDPR art. 18.
    Restriction,
    /// To get or pass on a copy (overdraagbaarheid), GDPR art. 20.
    Portability,
    /// To object to processing (bezwaar AVG), GDPR art. 21.
    Objection,
}

impl From<RightsRequestKind> for FilingKind {
    fn from(kind: RightsRequestKind) -> Self {
        match kind {
            RightsRequestKind::Access => Self::Access,
            RightsRequestKind::Rectification => Self::Rectification,
            RightsRequestKind::Erasure => Self::Erasure,
            RightsRequestKind::Restriction => Self::Restriction,
            RightsRequestKind::Portability => Self::Portability,
            RightsRequestKind::Objection => Self::Objection,
        }
    }
}

/// One fact that is wrong, and what it should be (K7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Correction {
    /// Which type of data it is in, when the person knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_type_id: Option<DataTypeId>,
    /// What it says now.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 1000))]
    pub wrong: String,
    /// What it should say.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 1000))]
    pub right: String,
}

/// A new request under the GDPR (`POST /v1/rights-requests`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewRightsRequest {
    /// What is asked.
    pub kind: RightsRequestKind,
    /// Whose data, when the caller represents somebody; absent for the caller's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject_id: Option<PersonId>,
    /// Where the person came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<FilingOrigin>,
    /// In the person's own words. Required for everything but access, portability
    /// and rectification, unless there is an origin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 5000))]
    pub explanation: Option<String>,
    /// For `rectification`: at least one.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 20))]
    pub corrections: Vec<Correction>,
    /// Documents, uploaded before.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 10))]
    pub attachments: Vec<NamedAttachment>,
    /// The language the screen was in.
    pub language: Language,
}

/// The decision an objection is against (het besluit, Awb 6:5(1)(c)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContestedDecision {
    /// Which decision, in the person's own words.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 1000))]
    pub description: String,
    /// The day it was made known (bekendmaking), when the person knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notified_on: Option<NaiveDate>,
}

/// A new objection to a decision (`POST /v1/administrative-objections`). Exactly
/// what Awb 6:5 asks: name, address, date (the day it is sent), the decision and
/// the grounds, which may follow (J6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewAdministrativeObjection {
    /// Whose decision, when the caller represents somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject_id: Option<PersonId>,
    /// Where the person came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<FilingOrigin>,
    /// Name of who objects.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 120))]
    pub name: String,
    /// Postal address.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 300))]
    pub postal_address: String,
    /// The decision.
    pub decision: ContestedDecision,
    /// The grounds (gronden). Absent: they follow (pro forma).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 5000))]
    pub grounds: Option<String>,
    /// Why it comes after the term; required when it does (Awb 6:11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 1000))]
    pub late_reason: Option<String>,
    /// Documents, uploaded before.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 10))]
    pub attachments: Vec<NamedAttachment>,
    /// The language the screen was in.
    pub language: Language,
}

/// What a complaint is about (J4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ComplaintMatter {
    /// How somebody behaved or was treated (bejegening).
    Conduct,
    /// How data were handled (gegevensuitwisseling).
    DataExchange,
    /// Something else.
    Other,
}

/// A new complaint (`POST /v1/complaints`). Nobody needs to sign in (J3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewComplaint {
    /// The municipality; required when nobody is signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controller_id: Option<ControllerId>,
    /// Where the person came from; only when signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<FilingOrigin>,
    /// Name of who complains (Awb 9:4).
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 120))]
    pub name: String,
    /// How to answer them: at least one of the three.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 300))]
    pub postal_address: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(min_length = 3, max_length = 200))]
    pub email: Option<String>,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(min_length = 3, max_length = 40))]
    pub telephone: Option<String>,
    /// What it is about.
    pub matter: ComplaintMatter,
    /// What happened, in the person's own words.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 5000))]
    pub description: String,
    /// When it happened, when the person knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurred_on: Option<NaiveDate>,
    /// Documents, uploaded before; only when signed in.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 10))]
    pub attachments: Vec<NamedAttachment>,
    /// The language the screen was in.
    pub language: Language,
}

/// What was filed, as it was sent: the copy the person keeps (L12).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct FilingContent {
    /// Explanation, grounds, or what happened, in the person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<String>,
    /// What is wrong, and what it should be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Name as filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_address: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    /// The decision objected to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<ContestedDecision>,
    /// Why it came late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_reason: Option<String>,
    /// What a complaint is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<ComplaintMatter>,
    /// When what is complained about happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurred_on: Option<NaiveDate>,
    /// Documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<NamedAttachment>,
}
