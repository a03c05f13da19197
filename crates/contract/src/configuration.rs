// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a widget must know before it asks anything.

use crate::party::Controller;
use crate::person::Person;
use crate::sorted::SortedMap;
use crate::text::Language;
use serde::{Deserialize, Serialize};

/// What somebody may do here (rol, M1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A citizen, for themselves or for somebody they represent (inwoner).
    Citizen,
    /// Fills in consent with a client (intakemedewerker).
    IntakeWorker,
    /// Coordinates help in one household (regisseur).
    Coordinator,
    /// Handles objections and complaints (behandelaar).
    ComplaintHandler,
    /// Secretary of the objections or complaints committee (secretaris).
    CommitteeSecretary,
    /// Data protection officer (functionaris gegevensbescherming).
    DataProtectionOfficer,
    /// Reads the trail, changes nothing (auditor).
    Auditor,
    /// A system of a party (systeem).
    System,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct SignedIn {
    /// The person.
    pub person: Person,
    /// What they may do.
    pub role: Role,
    /// Lines of what happened to data that were withheld, are released, and were not
    /// read yet by the person or by who represents them (H6): those of the person
    /// signed in and of everybody they represent.
    #[serde(default)]
    pub untold: u32,
}

/// The settings of one controller, and who is signed in. Public; without a
/// session `signedIn` is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Configuration {
    /// The controller.
    pub controller: Controller,
    /// Languages that every text is available in.
    pub languages: Vec<Language>,
    /// The highest contract profile this backend implements.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 2))]
    pub profile: u8,
    /// Who is signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_in: Option<SignedIn>,
    /// Where to sign in; the widget links there when nobody is signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 500))]
    pub sign_in_url: Option<String>,
    /// The controller's own wording: language, then message key, then sentence.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, BTreeMap<String, String>>))]
    pub texts: SortedMap<String, SortedMap<String, String>>,
    /// Milliseconds without input after which the screen is cleared, on a shared computer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle_timeout_ms: Option<u32>,
}
