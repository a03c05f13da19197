// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Identifiers. A record id is a UUID (version 7, so that it sorts by time);
//! a catalogue id is a readable slug; a person is known by a pseudonym of the
//! login and never by a citizen service number (D1).

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! uuid_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                s.parse().map(Self)
            }
        }
    )+};
}

macro_rules! slug_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(
            pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", min_length = 1, max_length = 64
        ))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(s: &str) -> Self {
                Self(s.to_owned())
            }
        }
    )+};
}

uuid_id! {
    /// A consent request (toestemmingsvraag).
    ConsentRequestId,
    /// One item of a request (onderdeel van de vraag).
    ItemId,
    /// A consent record (toestemmingsregistratie), ISO/IEC TS 27560 `record_id`.
    ConsentRecordId,
    /// One event in a record (gebeurtenis).
    EventId,
    /// One showing of a notice (tonen van de tekst).
    PresentationId,
    /// One confirmation (bevestiging) of several choices.
    DecisionId,
    /// One line of what happened to data (verstrekking of inzage).
    DisclosureId,
    /// That staff looked at a consent (raadpleging).
    ConsultationId,
    /// A request, objection or complaint (verzoek, bezwaar of klacht).
    FilingId,
    /// A document that belongs to a filing (bijlage).
    AttachmentId,
    /// The six steps that went before a question (afweging).
    AssessmentId,
    /// What followed a no (uitkomst na een weigering).
    RefusalOutcomeId,
    /// A decision to share without consent (besluit tot delen).
    DisclosureDecisionId,
}

slug_id! {
    /// A controller (verwerkingsverantwoordelijke), GDPR art. 4(7).
    ControllerId,
    /// A party (partij) of the catalogue.
    PartyId,
    /// A purpose (doel), GDPR art. 5(1)(b).
    PurposeId,
    /// A type of personal data (soort persoonsgegeven), never a value.
    DataTypeId,
    /// A legal basis (grondslag) of the catalogue.
    LegalBasisId,
    /// A retention rule (bewaartermijn).
    RetentionRuleId,
    /// A processing activity (verwerking) that the law or a protocol describes.
    ActivityId,
    /// A life area (leefgebied).
    LifeAreaId,
    /// A criterion for free consent (criterium voor vrije toestemming).
    CriterionId,
    /// A ground to share without consent (grond om zonder toestemming te delen).
    DisclosureGroundId,
    /// A household (huishouden), in the municipality's own system.
    HouseholdId,
}

/// Pseudonymous id of a person, issued by the login. Never a BSN (D1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(pattern = "^[a-z][A-Za-z0-9_-]*$", min_length = 2, max_length = 64))]
#[serde(transparent)]
pub struct PersonId(pub String);

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for PersonId {
    fn from(s: &str) -> Self {
        Self(s.to_owned())
    }
}

/// SHA-256 over canonical JSON (RFC 8785), lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(pattern = "^[0-9a-f]{64}$", min_length = 64, max_length = 64))]
#[serde(transparent)]
pub struct Sha256Hex(pub String);
