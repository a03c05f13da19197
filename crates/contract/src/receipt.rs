// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The proof a person takes home (ontvangstbewijs), aligned with the consent
//! receipt of ISO/IEC TS 27560; `docs/receipt.md` holds the table of fields.
//!
//! A receipt is a view of stored events, so the same receipt asked for twice is
//! the same receipt: its id and time are those of the decision or last event.

use crate::id::{ConsentRecordId, DataTypeId, Sha256Hex};
use crate::party::{ContactPoint, Controller};
use crate::person::{Capacity, Person};
use crate::record::{ConsentEvent, RecordStatus};
use crate::request::Item;
use crate::text::{Language, LocalizedText};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Version of the receipt's own form; 27560 `schema_version`.
pub const RECEIPT_SCHEMA: &str = "samenspraak-receipt/1";

/// A receipt of one confirmation, or of one record as it stood after its last event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// Always [`RECEIPT_SCHEMA`].
    pub schema_version: String,
    /// Its id: that of the decision or of the last event.
    pub receipt_id: uuid::Uuid,
    /// When what it proves was recorded.
    pub created_at: DateTime<Utc>,
    /// The person it was made for.
    pub issued_to: Person,
    /// In which capacity.
    pub capacity: Capacity,
    /// The person the data are about; 27560 `pii_principal`.
    pub subject: Person,
    /// The municipality; 27560 `pii_controller`.
    pub controller: Controller,
    /// The person to call, also to change or stop; 27560 `withdrawal_method`.
    pub contact_point: ContactPoint,
    /// Heading of the notice.
    pub title: LocalizedText,
    /// Language the notice was shown in; 27560 `notice_language`.
    pub language: Language,
    /// Hash of the exact text that was shown.
    pub notice_hash: Sha256Hex,
    /// The records it covers.
    pub records: Vec<ReceiptRecord>,
    /// The rights of the person, in plain words (K4).
    pub rights: LocalizedText,
}

/// One record in a receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReceiptRecord {
    /// The record; 27560 `record_id`.
    pub record_id: ConsentRecordId,
    /// Status right after the decision or event.
    pub status: RecordStatus,
    /// Data types this person allows.
    pub allowed_data_types: Vec<DataTypeId>,
    /// Data types this person does not allow.
    pub refused_data_types: Vec<DataTypeId>,
    /// Purpose, parties, data, ground, retention.
    pub item: Item,
    /// This person's own events, oldest first.
    pub events: Vec<ConsentEvent>,
}

/// The public keys that receipts are signed with (JSON Web Key Set, RFC 7517).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SigningKeys {
    /// The keys, newest first.
    pub keys: Vec<SigningKey>,
}

/// One public key on the curve P-256, for ES256.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SigningKey {
    /// Key type, `EC`.
    pub kty: String,
    /// Curve, `P-256`.
    pub crv: String,
    /// Key id.
    pub kid: String,
    /// Algorithm, `ES256`.
    pub alg: String,
    /// Use, `sig`.
    #[serde(rename = "use")]
    pub key_use: String,
    /// First coordinate, base64url.
    pub x: String,
    /// Second coordinate, base64url.
    pub y: String,
}
