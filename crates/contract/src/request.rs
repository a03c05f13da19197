// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The question: a consent request and its items.

use crate::catalogue::{LegalBasis, PersonalDataType, Purpose, RetentionRule};
use crate::decision::Answer;
use crate::id::{
    AssessmentId, ConsentRecordId, ConsentRequestId, DataTypeId, ItemId, LegalBasisId, PartyId, PurposeId,
    RetentionRuleId, Sha256Hex,
};
use crate::party::{ContactPoint, Controller, Party};
use crate::person::{Capacity, Person, Signatory};
use crate::record::RecordStatus;
use crate::sorted::SortedMap;
use crate::text::LocalizedText;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Most items in one request.
pub const MAX_ITEMS: usize = 100;
/// Most data types in one item.
pub const MAX_DATA_TYPES: usize = 30;

/// Whether an item asks or tells (principle 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// The person chooses (toestemming).
    Consent,
    /// The law decides; the person is told and may object (ter informatie).
    Information,
}

/// Three things the word consent is used for, kept apart (soort toestemming).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ConsentKind {
    /// Consent as the ground of processing, GDPR art. 6(1)(a).
    LegalGround,
    /// Consent that lifts professional secrecy, for example BW 7:457.
    LiftSecrecy,
    /// Agreement with the help itself (instemming met de hulp): never a ground to share
    /// data, so a question that names data is not asked under it (B1).
    AgreementWithHelp,
}

/// One type of data in one item, with the reason it cannot be missed (A8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ItemDatum {
    /// The type.
    pub data_type: PersonalDataType,
    /// Why it is needed (noodzaak), in one sentence.
    pub necessity: LocalizedText,
}

/// One difference between what was asked before and what is asked now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScopeChange {
    /// What changed.
    pub field: ScopeField,
    /// How it was; empty when something was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<LocalizedText>,
    /// How it is now; empty when something was taken away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<LocalizedText>,
}

/// The parts of a scope: exactly what the fingerprint covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ScopeField {
    /// The purpose.
    Purpose,
    /// Who gives the data.
    Source,
    /// Who gets the data.
    Recipient,
    /// Which data.
    PersonalData,
    /// The ground.
    LegalBasis,
    /// How long they are kept.
    Retention,
}

/// How the item stands for the person who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ItemStanding {
    /// The record of this item.
    pub record_id: ConsentRecordId,
    /// Status of that record.
    pub status: RecordStatus,
    /// Whether this person still has to answer.
    pub awaits_answer: bool,
    /// This person's own answer per data type, once given.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<DataTypeId, Answer>))]
    pub answers: SortedMap<DataTypeId, Answer>,
}

/// The smallest honest unit (principle 2): one purpose, one source, one
/// recipient, a list of data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// A question or information.
    pub kind: ItemKind,
    /// Which kind of consent; present exactly when `kind` is `consent`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent_kind: Option<ConsentKind>,
    /// The purpose.
    pub purpose: Purpose,
    /// Who gives the data.
    pub source: Party,
    /// Who gets them.
    pub recipient: Party,
    /// Which data, each with its own reason.
    pub personal_data: Vec<ItemDatum>,
    /// The ground and the law behind it.
    pub legal_basis: LegalBasis,
    /// Why the amount fits the purpose (proportionaliteit, E4).
    pub proportionality: LocalizedText,
    /// Why there is no lighter way (subsidiariteit, E4).
    pub subsidiarity: LocalizedText,
    /// What happens after a yes (A5). Present for every question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequences_if_given: Option<LocalizedText>,
    /// What happens after a no (A5). Present for every question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequences_if_refused: Option<LocalizedText>,
    /// How long the recipient keeps the data.
    pub retention: RetentionRule,
    /// First day of sharing.
    pub start_date: NaiveDate,
    /// Last day of sharing.
    pub end_date: NaiveDate,
    /// Months by which the person may extend, counted from the day of extending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extendable_months: Option<u16>,
    /// Hash over purpose, data, parties, ground and retention (principle 5).
    pub scope_fingerprint: Sha256Hex,
    /// What differs from the item this one replaces; empty when only words did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ScopeChange>,
    /// How it stands for the person signed in; absent for information items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<ItemStanding>,
}

/// Where a request is in its life (stand van de vraag).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RequestStatus {
    /// Somebody still has to answer; of a notice, still has to be told.
    Open,
    /// Everybody answered everything, or was told what there is to tell.
    Decided,
    /// The last day to answer passed (verlopen).
    Lapsed,
    /// A newer request took its place (vervangen).
    Superseded,
}

/// A consent request as the person signed in sees it (toestemmingsvraag). What
/// another signatory answered is never in it (F7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ConsentRequest {
    /// Its id.
    pub id: ConsentRequestId,
    /// The municipality that asks.
    pub controller: Controller,
    /// The person the data are about.
    pub subject: Person,
    /// In which capacity the person signed in looks at it; absent for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// Number of people whose yes is needed.
    pub required_signatures: u8,
    /// Reference of the case in the municipality's own system. Never a BSN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_reference: Option<String>,
    /// The six steps it came from; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment_id: Option<AssessmentId>,
    /// What it is about, as a heading.
    pub title: LocalizedText,
    /// Why the municipality asks, in two or three sentences.
    pub introduction: LocalizedText,
    /// The one person to call (E13).
    pub contact_point: ContactPoint,
    /// The items, in the order they are shown.
    pub items: Vec<Item>,
    /// Where it is in its life.
    pub status: RequestStatus,
    /// When it was asked.
    pub requested_at: DateTime<Utc>,
    /// Last day to answer.
    pub answer_before_date: NaiveDate,
    /// Version of the notice: 1, or one more than the request it replaces.
    pub notice_version: u32,
    /// Hash of the exact text, per language (principle 5).
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, Sha256Hex>))]
    pub notice_hashes: SortedMap<String, Sha256Hex>,
    /// The request this one replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<ConsentRequestId>,
    /// The request that took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<ConsentRequestId>,
}

/// One data type in a new item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewItemDatum {
    /// The type, from the catalogue.
    pub data_type_id: DataTypeId,
    /// Why it is needed (A8).
    pub necessity: LocalizedText,
    /// True when the municipality already holds it: it may not be asked again (E6).
    #[serde(default)]
    pub already_held: bool,
}

/// One item of a new request; everything it names is in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewItem {
    /// Chosen by the device that composed it; otherwise the server chooses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ItemId>,
    /// A question or information.
    pub kind: ItemKind,
    /// Which kind of consent, for a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent_kind: Option<ConsentKind>,
    /// The purpose.
    pub purpose_id: PurposeId,
    /// Who gives the data.
    pub source_id: PartyId,
    /// Who gets them.
    pub recipient_id: PartyId,
    /// Which data.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 30))]
    pub personal_data: Vec<NewItemDatum>,
    /// The ground.
    pub legal_basis_id: LegalBasisId,
    /// Why the amount fits the purpose (E4).
    pub proportionality: LocalizedText,
    /// Why there is no lighter way (E4).
    pub subsidiarity: LocalizedText,
    /// What happens after a yes (A5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequences_if_given: Option<LocalizedText>,
    /// What happens after a no (A5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequences_if_refused: Option<LocalizedText>,
    /// How long the recipient keeps the data.
    pub retention_id: RetentionRuleId,
    /// First day of sharing.
    pub start_date: NaiveDate,
    /// Last day of sharing.
    pub end_date: NaiveDate,
    /// Months by which the person may extend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 120))]
    pub extendable_months: Option<u16>,
    /// The item of the replaced request that this one takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces_item_id: Option<ItemId>,
}

/// The person a new request is about. The birth date decides who signs (F2)
/// and is shown to nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSubject {
    /// The person.
    pub person: Person,
    /// Date of birth.
    pub birth_date: NaiveDate,
}

/// A new consent request (`POST /v1/consent-requests`, profile 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewConsentRequest {
    /// Chosen by the device that composed it; otherwise the server chooses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ConsentRequestId>,
    /// The six steps it came from; its items are those of the assessment (E1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment_id: Option<AssessmentId>,
    /// When it was asked, when that was without a network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_at: Option<DateTime<Utc>>,
    /// The person the data are about.
    pub subject: NewSubject,
    /// Everybody whose yes is needed.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 6))]
    pub signatories: Vec<Signatory>,
    /// Reference of the case in the municipality's own system. Never a BSN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub case_reference: Option<String>,
    /// Reference of the conversation in which it was discussed first (A6). Staff leave it
    /// out only when they name the six steps: those are that conversation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub conversation_reference: Option<String>,
    /// What it is about, as a heading.
    pub title: LocalizedText,
    /// Why the municipality asks.
    pub introduction: LocalizedText,
    /// The one person to call (E13).
    pub contact_point: ContactPoint,
    /// The items, in the order they are shown.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 100))]
    pub items: Vec<NewItem>,
    /// Last day to answer.
    pub answer_before_date: NaiveDate,
    /// The request this one replaces. Without new steps it is a correction: every item
    /// names the one it replaces and asks the same with other words, or less (E1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<ConsentRequestId>,
}
