// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The parameters behind the question mark: none unknown, none twice.

use crate::problem::{Failure, Outcome};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::NaiveDate;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_storage::disclosure::{Place, Stretch};
use samenspraak_storage::store::Part;
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Entries on a page when the caller does not say.
const DEFAULT_PAGE: usize = 20;
/// Most entries on a page.
pub const MAX_PAGE: usize = 100;

/// The query of a request, parameter by parameter. Errors gather until [`Query::end`].
pub struct Query {
    values: BTreeMap<String, String>,
    errors: Vec<InvalidParam>,
}

impl<S: Send + Sync> FromRequestParts<S> for Query {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Outcome<Self> {
        let mut query = Self { values: BTreeMap::new(), errors: Vec::new() };
        let text = parts.uri.query().unwrap_or_default();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            if query.values.insert(name.to_string(), value.into_owned()).is_some() {
                query.error(&name, InvalidReason::Duplicate, "this parameter stands twice");
            }
        }
        Ok(query)
    }
}

impl Query {
    fn error(&mut self, name: &str, reason: InvalidReason, detail: &str) {
        self.errors.push(InvalidParam { name: name.to_owned(), reason, detail: detail.to_owned() });
    }

    /// Takes one parameter out, read by `read`.
    pub fn take<T>(&mut self, name: &str, form: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.values.remove(name)?;
        let value = read(&text);
        if value.is_none() {
            self.error(name, InvalidReason::Malformed, form);
        }
        value
    }

    /// Takes one parameter out whose values are the words of an enumeration.
    pub fn word<T: for<'de> Deserialize<'de>>(&mut self, name: &str, form: &str) -> Option<T> {
        self.take(name, form, |text| serde_json::from_value(text.into()).ok())
    }

    /// Takes out a date.
    pub fn date(&mut self, name: &str) -> Option<NaiveDate> {
        self.take(name, "a date: 2026-03-31", |text| {
            text.parse().ok().filter(|date: &NaiveDate| date.to_string() == text)
        })
    }

    /// Refuses a parameter that has the right form.
    pub fn refuse(&mut self, name: &str, reason: InvalidReason, detail: &str) {
        self.error(name, reason, detail);
    }

    /// Takes out which part of a list is asked for that is not sorted by id.
    pub fn stretch(&mut self) -> Stretch {
        let after = self.take("cursor", "a cursor is what an earlier page gave", read_place);
        Stretch { after, limit: self.page_size() }
    }

    fn page_size(&mut self) -> usize {
        let size = self.take("pageSize", "a whole number from 1 to 100", |text| {
            text.parse().ok().filter(|size| (1..=MAX_PAGE).contains(size))
        });
        size.unwrap_or(DEFAULT_PAGE)
    }

    /// Takes out which page is asked for.
    pub fn page(&mut self) -> Part {
        let before = self.take("cursor", "a cursor is what an earlier page gave", read_cursor);
        Part { before, limit: self.page_size() }
    }

    /// What is left was never asked for; all errors come at once.
    pub fn end(mut self) -> Outcome<()> {
        for name in std::mem::take(&mut self.values).into_keys() {
            self.error(&name, InvalidReason::Malformed, "there is no such parameter");
        }
        if self.errors.is_empty() { Ok(()) } else { Err(Failure::invalid(self.errors)) }
    }
}

/// An id of the catalogue, or of the municipality's own: words with dashes between them.
pub fn slug<T: for<'a> From<&'a str>>(text: &str) -> Option<T> {
    let word =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    (text.len() <= 64 && text.split('-').all(word)).then(|| text.into())
}

/// The cursor that goes on after this entry. Opaque: it may hold something else one day.
pub fn cursor(last: Uuid) -> String {
    URL_SAFE_NO_PAD.encode(last.as_bytes())
}

/// The entry that a cursor stands for.
pub fn read_cursor(text: &str) -> Option<Uuid> {
    Uuid::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
}

/// The cursor that goes on after this place.
pub fn place_cursor(last: Place) -> String {
    let mut bytes = last.at.to_be_bytes().to_vec();
    bytes.extend(last.id.as_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The place that a cursor stands for.
pub fn read_place(text: &str) -> Option<Place> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let (at, id) = bytes.split_first_chunk::<8>()?;
    Some(Place { at: i64::from_be_bytes(*at), id: Uuid::from_slice(id).ok()? })
}

/// Which entries of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ListStatus {
    /// Only those that wait for an answer.
    Open,
    /// All of them.
    #[default]
    All,
}

/// Where in a list, for the document.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "read through `Query`; this describes it")]
pub struct PageParameters {
    /// Where to go on: the `nextCursor` of the page before (vervolg).
    #[param(pattern = "^[A-Za-z0-9_-]{21}[AQgw]$", min_length = 22, max_length = 22, required = false)]
    cursor: String,
    /// Entries on a page (paginagrootte).
    #[param(rename = "pageSize", minimum = 1, maximum = 100, default = 20, required = false)]
    page_size: u32,
}

/// Where in a list that is not sorted by id, for the document.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "read through `Query`; this describes it")]
pub struct StretchParameters {
    /// Where to go on: the `nextCursor` of the page before (vervolg).
    #[param(pattern = "^[A-Za-z0-9_-]{32}$", min_length = 32, max_length = 32, required = false)]
    cursor: String,
    /// Entries on a page (paginagrootte).
    #[param(rename = "pageSize", minimum = 1, maximum = 100, default = 20, required = false)]
    page_size: u32,
}
