// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! How a municipality deals with what people file: who answers, what a person
//! can do next, and which committee advises. Configuration, never code.

use crate::filing::Track;
use crate::id::{DataTypeId, LegalBasisId, PartyId, PurposeId, RetentionRuleId};
use crate::party::ContactPoint;
use crate::text::LocalizedText;
use serde::{Deserialize, Serialize};

/// What somebody can do who does not agree with an answer (rechtsmiddelen, K8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Remedies {
    /// After a request under the GDPR: objection (UAVG 34), the supervisor, the judge.
    pub rights_request: LocalizedText,
    /// After an objection to a decision: appeal to the court (Awb 8:1).
    pub administrative_objection: LocalizedText,
    /// After a complaint: the ombudsman (Awb 9:18).
    pub complaint: LocalizedText,
}

impl Remedies {
    /// Those of a track.
    pub fn of(&self, track: Track) -> &LocalizedText {
        match track {
            Track::RightsRequest => &self.rights_request,
            Track::AdministrativeObjection => &self.administrative_objection,
            Track::Complaint => &self.complaint,
        }
    }
}

/// Groups of documents that one unit holds. The committee is asked about each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentGroups {
    /// The unit that holds them.
    pub source_id: PartyId,
    /// The groups, each with why the committee needs it.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 20))]
    pub groups: Vec<DocumentGroup>,
}

/// One group of documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentGroup {
    /// Which type of data.
    pub data_type_id: DataTypeId,
    /// Why the committee needs it.
    pub necessity: LocalizedText,
}

/// The committee that advises (adviescommissie, Awb 7:13 and 9:14; J2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Committee {
    /// Who it is.
    pub party_id: PartyId,
    /// On which tracks it advises.
    pub tracks: Vec<Track>,
    /// Why it would get the documents.
    pub purpose_id: PurposeId,
    /// On which ground; always a consent.
    pub legal_basis_id: LegalBasisId,
    /// How long it keeps them.
    pub retention_id: RetentionRuleId,
    /// Days to answer the question.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 90))]
    pub answer_within_days: u16,
    /// Months that a yes is valid.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 24))]
    pub valid_for_months: u16,
    /// Heading of the question.
    pub title: LocalizedText,
    /// Why the municipality asks.
    pub introduction: LocalizedText,
    /// Why this much.
    pub proportionality: LocalizedText,
    /// Why in this way.
    pub subsidiarity: LocalizedText,
    /// What happens after a yes.
    pub consequences_if_given: LocalizedText,
    /// What happens after a no.
    pub consequences_if_refused: LocalizedText,
    /// Which documents, by who holds them.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 10))]
    pub documents: Vec<DocumentGroups>,
}

/// How a municipality deals with filings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FilingRules {
    /// Who to call about a filing.
    pub desk: ContactPoint,
    /// What somebody can do who does not agree.
    pub remedies: Remedies,
    /// The committee; absent where none advises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committee: Option<Committee>,
}

impl FilingRules {
    /// The committee, when it advises on this track.
    pub fn committee_on(&self, track: Track) -> Option<&Committee> {
        self.committee.as_ref().filter(|committee| committee.tracks.contains(&track))
    }
}
