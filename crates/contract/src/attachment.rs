// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Documents that belong to a filing, and scans of signed forms (bijlagen). Uploaded
//! first, as raw bytes; the filing or the decision then names them.

use crate::id::{AttachmentId, Sha256Hex};
use serde::{Deserialize, Serialize};

/// Most bytes of one attachment.
pub const MAX_ATTACHMENT: usize = 5_000_000;
/// Most attachments of one filing or event.
pub const MAX_ATTACHMENTS: usize = 10;

/// What an attachment may be. Found in its first bytes, never believed from a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AttachmentType {
    /// A PDF document.
    #[serde(rename = "application/pdf")]
    Pdf,
    /// A JPEG picture.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// A PNG picture.
    #[serde(rename = "image/png")]
    Png,
}

impl AttachmentType {
    /// All types, for tests and tables.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Jpeg, Self::Png];

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// The end of a file name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

/// A document that was uploaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// What it is.
    pub media_type: AttachmentType,
    /// Its size in bytes.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 5_000_000))]
    pub size: u32,
    /// SHA-256 of its bytes.
    pub sha256: Sha256Hex,
}

/// An attachment as a filing names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NamedAttachment {
    /// Which one; uploaded by the same person.
    pub id: AttachmentId,
    /// What the person calls it: `Brief van 3 november`.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 120))]
    pub title: String,
}
