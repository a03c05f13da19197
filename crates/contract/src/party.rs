// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Organisations: those that decide (controllers) and those that give or get data.

use crate::id::{ControllerId, PartyId};
use crate::text::LocalizedText;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where a person reaches someone who can explain (contactpersoon, E13).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContactPoint {
    /// Name of the person or desk.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 200))]
    pub name: String,
    /// Telephone number as it is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 40))]
    pub telephone: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub email: Option<String>,
    /// Postal address on one line; a 27560 receipt names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 300))]
    pub postal_address: Option<String>,
}

/// The municipality that answers for the processing
/// (verwerkingsverantwoordelijke, GDPR art. 4(7); N2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Controller {
    /// Its id.
    pub id: ControllerId,
    /// Its legal name, for example `Gemeente Enschede`.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 200))]
    pub name: String,
    /// Where to go with a question about privacy.
    pub contact: ContactPoint,
    /// The privacy statement on its own site.
    #[cfg_attr(feature = "openapi", schema(pattern = "^https?://", max_length = 500))]
    pub privacy_statement: String,
    /// Country (ISO 3166-1 alpha-2) whose law applies; 27560 `jurisdiction`.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[A-Z]{2}$"))]
    pub jurisdiction: String,
    /// True for a demonstration: nothing in it is a real municipality's position.
    pub demonstration: bool,
}

/// What a party is to the person (soort partij).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    /// A unit of the municipality itself (M6).
    MunicipalUnit,
    /// A provider of help or care (aanbieder).
    CareProvider,
    /// A medical professional (arts, apotheker), under medical secrecy.
    MedicalProfessional,
    /// A public body with a task of its own (CAK, SVB, UWV).
    PublicBody,
    /// A body of youth protection (gecertificeerde instelling, Raad voor de Kinderbescherming).
    YouthProtection,
    /// Police or prosecution, under a closed regime.
    LawEnforcement,
    /// A health insurer (zorgverzekeraar, A4).
    HealthInsurer,
    /// A school or educational body.
    Education,
    /// A body that helps with debts or income.
    DebtHelp,
}

/// Which duty of secrecy binds a party (geheimhouding, M4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SecrecyRegime {
    /// Medical secrecy (medisch beroepsgeheim; BW 7:457, Wet BIG).
    Medical,
    /// Secrecy of youth help (Jeugdwet).
    YouthHelp,
    /// Official secrecy (ambtsgeheim, Awb 2:5).
    Official,
    /// Secrecy of the Participation Act (Participatiewet).
    ParticipationAct,
    /// A closed police or prosecution regime (Wpg, Wjsg).
    ClosedRegime,
    /// A duty agreed in a contract only.
    Contractual,
}

/// A place in the law (vindplaats).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Citation {
    /// The law and article, as a lawyer writes it: `Jeugdwet, art. 7.2.1`.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 200))]
    pub law: String,
    /// Where the text can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(pattern = "^https?://", max_length = 500))]
    pub url: Option<String>,
}

/// An organisation that gives or gets data (partij, A11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// Its legal name.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 200))]
    pub legal_name: String,
    /// Its name inside a sentence, with its article: `het wijkteam Noord`.
    pub in_sentence: LocalizedText,
    /// Its name in a picture or table: `Wijkteam Noord`.
    pub short_name: LocalizedText,
    /// What it is.
    pub kind: PartyKind,
    /// What it does for the person, in one short sentence.
    pub function: LocalizedText,
    /// Number in a public register (KvK, OIN), when it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 40))]
    pub register_number: Option<String>,
    /// Where to reach it.
    pub contact: ContactPoint,
    /// Its duty of secrecy.
    pub secrecy: SecrecyRegime,
    /// The law that lets it use the BSN; absent when none does (D2, D3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub may_use_bsn: Option<Citation>,
    /// The agreement (convenant) it works under, when there is one (N4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub agreement: Option<String>,
    /// Last day of that agreement. After it, no new request may name the party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement_end_date: Option<NaiveDate>,
    /// Country (ISO 3166-1 alpha-2), for transfers outside the EEA (B13).
    #[cfg_attr(feature = "openapi", schema(pattern = "^[A-Z]{2}$"))]
    pub country: String,
}
