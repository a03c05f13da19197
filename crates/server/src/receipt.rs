// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One receipt in four forms: JSON, signed, to print, and as a PDF. All four
//! say the same, because all four are made from the same value. Whatever else
//! is paper (the copy of a filing, a letter) is printed here too.
//!
//! | module | what it makes |
//! |---|---|
//! | [`entered`] | what paper says when staff entered it |
//! | [`form`] | the choice between them (`Accept`) |
//! | [`html`] | a page to print, without a script |
//! | [`paper`] | what stands on paper, line by line, for both of the others |
//! | [`pdf`] | a tagged PDF |
//! | [`words`] | the words on paper, in Dutch and English |

pub mod entered;
pub mod form;
pub mod html;
pub mod paper;
pub mod pdf;
pub mod words;

use crate::app::App;
use crate::problem::{Failure, Outcome};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use form::Form;
use paper::Paper;
use samenspraak_contract::receipt::Receipt;
use samenspraak_ledger::jws;

/// What is signed, without `application/`.
const SIGNED_TYPE: &str = "samenspraak-receipt+json";

/// The printed page loads nothing and runs nothing; its one style sheet is in the page.
fn page_policy() -> HeaderValue {
    HeaderValue::try_from(format!(
        "default-src 'none'; style-src '{}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        html::style_hash()
    ))
    .expect("a policy is printable")
}

/// The answer with a receipt in the form that was asked for.
pub fn respond(app: &App, receipt: &Receipt, form: Form) -> Outcome<Response> {
    let json = canonical(receipt)?;
    match form {
        Form::Json => Ok(answer(form, json)),
        Form::Jose => Ok(answer(form, jws::sign(&app.signing_key, SIGNED_TYPE, &json).into_bytes())),
        Form::Html | Form::Pdf => print(&paper::lay_out(receipt), receipt.created_at, form),
    }
}

/// The answer with a paper: a file when that was asked for, a page otherwise.
pub fn print(paper: &Paper, created: DateTime<Utc>, form: Form) -> Outcome<Response> {
    if form == Form::Pdf {
        let file = pdf::render(paper, created).map_err(|error| Failure::internal(&error))?;
        return Ok(answer(form, file));
    }
    let mut response = answer(Form::Html, html::render(paper).into_bytes());
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, page_policy());
    Ok(response)
}

fn answer(form: Form, body: Vec<u8>) -> Response {
    let headers = [(CONTENT_TYPE, form.media_type()), (VARY, "Accept"), (CACHE_CONTROL, "no-store")];
    (headers, body).into_response()
}

/// The bytes that are sent as JSON and signed: canonical (RFC 8785), so that
/// they are the same every time.
pub fn canonical(receipt: &Receipt) -> Outcome<Vec<u8>> {
    serde_json_canonicalizer::to_vec(receipt).map_err(|error| Failure::internal(&error.to_string()))
}
