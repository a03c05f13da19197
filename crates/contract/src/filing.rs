// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a person files: a request or objection under the GDPR, an objection to
//! a decision, or a complaint. Three laws and three clocks, one front door, and
//! one way to follow them (groups J and K).
//!
//! | module | what it names |
//! |---|---|
//! | [`sent`] | what each of the three doors takes, with exactly what its law asks |
//! | [`event`] | what happens to a filing |
//! | [`view`] | a filing as the person or staff reads it, and its clock |

pub mod event;
pub mod sent;
pub mod view;

pub use event::{FilingEvent, FilingEventType, NewFilingEvent};
pub use sent::{
    ComplaintMatter, ContestedDecision, Correction, FilingContent, NewAdministrativeObjection, NewComplaint,
    NewRightsRequest, RightsRequestKind,
};
pub use view::{
    CommitteeConsent, CommitteeDocument, CommitteeStanding, DeadlineStanding, Filing, FilingDeadline,
    FilingReference, FilingSummary, Recipient,
};

use crate::id::{ConsentRecordId, DisclosureId};
use serde::{Deserialize, Serialize};

/// Most characters of a free text in a filing.
pub const MAX_WORDS: usize = 5_000;

/// The law a filing falls under (spoor, J5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Track {
    /// GDPR art. 15 to 21 (verzoek of bezwaar AVG).
    RightsRequest,
    /// Awb ch. 6 and 7 (bezwaar tegen een besluit).
    AdministrativeObjection,
    /// Awb ch. 9 (klacht).
    Complaint,
}

/// What is asked (soort).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FilingKind {
    /// To see or to know (inzage), GDPR art. 15.
    Access,
    /// To correct (rectificatie), GDPR art. 16; K7.
    Rectification,
    /// To erase (wissing), GDPR art. 17.
    Erasure,
    /// To restrict (beperking), GDPR art. 18.
    Restriction,
    /// To get or pass on a copy (overdraagbaarheid), GDPR art. 20.
    Portability,
    /// To object to processing (bezwaar AVG), GDPR art. 21; J1.
    Objection,
    /// To object to a decision (bezwaar Awb), Awb 6:4; J6.
    AdministrativeObjection,
    /// To complain about conduct (klacht), Awb 9:1; J3, J4.
    Complaint,
}

impl FilingKind {
    /// All kinds, for tests and tables.
    pub const ALL: [Self; 8] = [
        Self::Access,
        Self::Rectification,
        Self::Erasure,
        Self::Restriction,
        Self::Portability,
        Self::Objection,
        Self::AdministrativeObjection,
        Self::Complaint,
    ];

    /// The law it falls under.
    pub fn track(self) -> Track {
        match self {
            Self::AdministrativeObjection => Track::AdministrativeObjection,
            Self::Complaint => Track::Complaint,
            _ => Track::RightsRequest,
        }
    }
}

/// Where a filing came from: the line or the consent the person pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case", tag = "kind", content = "id")]
pub enum FilingOrigin {
    /// A line of what happened.
    Disclosure(DisclosureId),
    /// A consent.
    ConsentRecord(ConsentRecordId),
}

/// Where a filing is in its life (stand).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FilingStatus {
    /// It came in (ontvangen).
    Received,
    /// Somebody works on it (in behandeling).
    InProgress,
    /// The person was asked for something (wacht op informatie).
    AwaitingInformation,
    /// It was answered (beslist).
    Decided,
    /// The person took it back (ingetrokken).
    Withdrawn,
    /// It went to another authority that must decide (doorgezonden, Awb 2:3).
    SentOn,
}

impl FilingStatus {
    /// All statuses, for tests and tables.
    pub const ALL: [Self; 6] = [
        Self::Received,
        Self::InProgress,
        Self::AwaitingInformation,
        Self::Decided,
        Self::Withdrawn,
        Self::SentOn,
    ];

    /// Whether somebody still has to do something.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::InProgress | Self::AwaitingInformation)
    }
}

/// How it was decided (uitkomst).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Granted, or the complaint is founded (toegewezen, gegrond).
    Granted,
    /// In part (deels).
    PartlyGranted,
    /// Refused, or unfounded (afgewezen, ongegrond).
    Refused,
}

impl Outcome {
    /// All outcomes, for tests and tables.
    pub const ALL: [Self; 3] = [Self::Granted, Self::PartlyGranted, Self::Refused];
}
