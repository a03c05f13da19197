// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Which form of a receipt the caller asks for (`Accept`, RFC 9110 §12.5.1).

use crate::problem::{Failure, Outcome};
use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT;
use axum::http::request::Parts;
use samenspraak_contract::problem::ProblemType;

/// A form of a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The receipt itself.
    Json,
    /// The same JSON, signed.
    Jose,
    /// A page to print.
    Html,
    /// The same page as a file.
    Pdf,
}

/// All forms, the first one for who does not mind.
const ALL: [Form; 4] = [Form::Json, Form::Jose, Form::Html, Form::Pdf];
/// The forms of what is only paper.
const PAPER: [Form; 2] = [Form::Html, Form::Pdf];

/// A form of what is only paper: a page or a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print(pub Form);

impl Form {
    /// Its media type on the wire.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Jose => "application/jose",
            Self::Html => "text/html; charset=utf-8",
            Self::Pdf => "application/pdf",
        }
    }

    fn essence(self) -> &'static str {
        self.media_type().split(';').next().unwrap_or_default()
    }

    // How well a range of an Accept header fits: the more precise the better.
    fn fit(self, range: &str) -> Option<u8> {
        let (kind, _) = self.essence().split_once('/')?;
        if range == self.essence() {
            Some(2)
        } else if range.strip_suffix("/*") == Some(kind) {
            Some(1)
        } else {
            (range == "*/*").then_some(0)
        }
    }

    // The weight in thousandths: that of the most precise range that fits.
    fn weight(self, ranges: &[(String, u16)]) -> u16 {
        let fits = ranges.iter().filter_map(|(range, weight)| Some((self.fit(range)?, *weight)));
        fits.max_by_key(|(fit, _)| *fit).map_or(0, |(_, weight)| weight)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Form {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Outcome<Self> {
        wanted(parts, &ALL)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Print {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Outcome<Self> {
        wanted(parts, &PAPER).map(Self)
    }
}

fn wanted(parts: &Parts, forms: &[Form]) -> Outcome<Form> {
    let header: Vec<&str> =
        parts.headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    choose(&header.join(","), forms).ok_or_else(|| {
        let forms: Vec<_> = forms.iter().map(|form| form.essence()).collect();
        Failure::new(ProblemType::NotAcceptable, format!("This comes as: {}.", forms.join(", ")))
    })
}

/// The form with the highest weight, the earlier one when two weigh the same.
pub fn choose(accept: &str, forms: &[Form]) -> Option<Form> {
    if accept.trim().is_empty() {
        return forms.first().copied();
    }
    let ranges: Vec<(String, u16)> = accept.split(',').filter_map(range).collect();
    let wanted = forms.iter().copied().rev().filter(|form| form.weight(&ranges) > 0);
    wanted.max_by_key(|form| form.weight(&ranges))
}

fn range(text: &str) -> Option<(String, u16)> {
    let mut parts = text.split(';').map(str::trim);
    let range = parts.next()?.to_ascii_lowercase();
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    let weight = match weight {
        None => 1.0,
        Some(text) => text.parse::<f32>().ok().filter(|weight| (0.0..=1.0).contains(weight))?,
    };
    // At most 1000, so nothing is cut off.
    Some((range, (weight * 1000.0) as u16))
}

#[cfg(test)]
mod tests {
    use super::{ALL, Form, PAPER, choose};

    #[test]
    fn the_heaviest_form_wins_and_json_when_it_does_not_matter() {
        let chrome = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        for (accept, form) in [
            ("", Some(Form::Json)),
            ("*/*", Some(Form::Json)),
            ("application/*", Some(Form::Json)),
            ("application/json;q=0.5, application/pdf", Some(Form::Pdf)),
            ("application/jose", Some(Form::Jose)),
            ("text/html;q=0, */*;q=0.1", Some(Form::Json)),
            ("text/*", Some(Form::Html)),
            (chrome, Some(Form::Html)),
            ("*/*;q=0.1, application/json;q=0", Some(Form::Jose)),
            ("image/png", None),
            ("*/*;q=0", None),
            ("text/html;q=nonsense", None),
        ] {
            assert_eq!(choose(accept, &ALL), form, "{accept}");
        }
        assert_eq!(choose("*/*", &PAPER), Some(Form::Html), "what is only paper is a page first");
        assert_eq!(choose("application/json", &PAPER), None);
    }
}
