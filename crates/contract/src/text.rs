// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Sentences in several languages.

use crate::sorted::SortedMap;
use serde::{Deserialize, Serialize};

/// A language tag (BCP 47): `nl`, `en`, `ar`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(pattern = "^[a-z]{2,3}$", min_length = 2, max_length = 3))]
#[serde(transparent)]
pub struct Language(pub String);

impl Language {
    /// Dutch, the language every text must have.
    pub fn dutch() -> Self {
        Self("nl".into())
    }
}

impl From<&str> for Language {
    fn from(s: &str) -> Self {
        Self(s.to_owned())
    }
}

/// One text in one or more languages, by language tag. Dutch (`nl`) is always
/// there; a translation is the same scope in other words (A9).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LocalizedText(pub SortedMap<String, String>);

/// Longest text in one language, in characters.
pub const MAX_TEXT: usize = 2_000;

impl LocalizedText {
    /// The text in `language`, or else in Dutch, or else empty.
    pub fn get(&self, language: &str) -> &str {
        self.0.get(language).or_else(|| self.0.get("nl")).map_or("", String::as_str)
    }

    /// Whether no language has a visible character.
    pub fn is_blank(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }

    /// A text in Dutch only.
    pub fn nl(text: &str) -> Self {
        Self(SortedMap::from([("nl".to_owned(), text.to_owned())]))
    }

    /// A text in Dutch and English.
    pub fn nl_en(nl: &str, en: &str) -> Self {
        Self(SortedMap::from([("nl".to_owned(), nl.to_owned()), ("en".to_owned(), en.to_owned())]))
    }
}

#[cfg(feature = "openapi")]
mod schema {
    use super::{LocalizedText, MAX_TEXT};
    use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

    // Written out, because a derive cannot say that `nl` is required among
    // free keys, and the Dutch text is what makes a request lawful here.
    impl utoipa::PartialSchema for LocalizedText {
        fn schema() -> RefOr<Schema> {
            let text = || {
                ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(MAX_TEXT))
            };
            ObjectBuilder::new()
                .property("nl", text())
                .required("nl")
                .additional_properties(Some(text()))
                .description(Some("One text by language tag (BCP 47); Dutch (nl) is always there."))
                .into()
        }
    }

    impl utoipa::ToSchema for LocalizedText {}
}
