// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Version 1 of the contract: one file per operation, each with its handler,
//! who may call it, and its part of the document.

/// Objections to a decision.
pub mod administrative_objections {
    pub mod create;
}
/// The six steps that go before a question.
pub mod assessments {
    pub mod create;
    pub mod read;
}
/// Documents that belong to a filing, and scans of signed forms.
pub mod attachments {
    pub mod create;
    pub mod read;
}
/// Who shares what on which ground (profile 2).
pub mod catalogue {
    pub mod read;
}
/// The people a worker sits with.
pub mod clients {
    pub mod create;
    pub mod list;
}
/// Complaints.
pub mod complaints {
    pub mod create;
}
/// What a widget must know first.
pub mod configuration {
    pub mod read;
}
/// Who looked at a person's consents.
pub mod consultations {
    pub mod list;
}
/// What was expressed.
pub mod consent_records {
    pub mod create_event;
    pub mod list;
    pub mod read;
    pub mod read_receipt;
}
/// The questions.
pub mod consent_requests {
    pub mod create;
    pub mod list;
    pub mod read;
}
/// Who has what about a person.
pub mod data_flows {
    pub mod read;
}
/// The answers.
pub mod decisions {
    pub mod create;
    pub mod read;
    pub mod read_receipt;
    pub mod scan;
}
/// Decisions to share without consent.
pub mod disclosure_decisions {
    pub mod create;
    pub mod create_event;
    pub mod list;
    pub mod read;
}
/// What really happened to data.
pub mod disclosures {
    pub mod create;
    pub mod create_event;
    pub mod list;
    pub mod read;
}
/// What was filed through one of the three doors, and what follows on it.
pub mod filings {
    pub mod create_event;
    pub mod list;
    pub mod read;
    pub mod read_letter;
    pub mod read_receipt;
}
/// Conversations after which nothing was started.
pub mod intake_counts {
    pub mod create;
}
/// The text that was shown.
pub mod notice_presentations {
    pub mod create;
}
/// This document.
pub mod openapi {
    pub mod read;
}
/// What follows a no.
pub mod refusal_outcomes {
    pub mod create;
    pub mod list;
    pub mod read;
    pub mod read_letter;
}
/// Whom somebody may look for.
pub mod representations {
    pub mod list;
}
/// Requests under the GDPR.
pub mod rights_requests {
    pub mod create;
}
/// The keys of receipts.
pub mod signing_keys {
    pub mod list;
}
/// Figures without a person.
pub mod statistics {
    pub mod read;
}

use crate::access::{Access, guarded};
use crate::app::App;
use crate::openapi as documents;
use crate::problem::{no_such_method, no_such_path, panicked};
use axum::Router;
use axum::http::header::{HeaderName, HeaderValue};
use axum::routing::MethodRouter;
use samenspraak_contract::API_VERSION;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use utoipa::OpenApi as _;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};
use utoipa_axum::routes;

// Every operation with its declaration: what is not in this list does not exist.
fn operations() -> Vec<(UtoipaMethodRouter<App>, Access)> {
    vec![
        (routes!(configuration::read::handler), configuration::read::ACCESS),
        (routes!(openapi::read::handler), openapi::read::ACCESS),
        (routes!(catalogue::read::handler), catalogue::read::ACCESS),
        (routes!(signing_keys::list::handler), signing_keys::list::ACCESS),
        (routes!(clients::list::handler), clients::list::ACCESS),
        (routes!(clients::create::handler), clients::create::ACCESS),
        (routes!(assessments::create::handler), assessments::create::ACCESS),
        (routes!(assessments::read::handler), assessments::read::ACCESS),
        (routes!(consent_requests::list::handler), consent_requests::list::ACCESS),
        (routes!(consent_requests::create::handler), consent_requests::create::ACCESS),
        (routes!(consent_requests::read::handler), consent_requests::read::ACCESS),
        (routes!(notice_presentations::create::handler), notice_presentations::create::ACCESS),
        (routes!(decisions::create::handler), decisions::create::ACCESS),
        (routes!(decisions::read::handler), decisions::read::ACCESS),
        (routes!(decisions::read_receipt::handler), decisions::read_receipt::ACCESS),
        (routes!(consent_records::list::handler), consent_records::list::ACCESS),
        (routes!(consent_records::read::handler), consent_records::read::ACCESS),
        (routes!(consent_records::create_event::handler), consent_records::create_event::ACCESS),
        (routes!(consent_records::read_receipt::handler), consent_records::read_receipt::ACCESS),
        (routes!(disclosures::list::handler), disclosures::list::ACCESS),
        (routes!(disclosures::create::handler), disclosures::create::ACCESS),
        (routes!(disclosures::read::handler), disclosures::read::ACCESS),
        (routes!(disclosures::create_event::handler), disclosures::create_event::ACCESS),
        (routes!(disclosure_decisions::list::handler), disclosure_decisions::list::ACCESS),
        (routes!(disclosure_decisions::create::handler), disclosure_decisions::create::ACCESS),
        (routes!(disclosure_decisions::read::handler), disclosure_decisions::read::ACCESS),
        (routes!(disclosure_decisions::create_event::handler), disclosure_decisions::create_event::ACCESS),
        (routes!(refusal_outcomes::list::handler), refusal_outcomes::list::ACCESS),
        (routes!(refusal_outcomes::create::handler), refusal_outcomes::create::ACCESS),
        (routes!(refusal_outcomes::read::handler), refusal_outcomes::read::ACCESS),
        (routes!(refusal_outcomes::read_letter::handler), refusal_outcomes::read_letter::ACCESS),
        (routes!(data_flows::read::handler), data_flows::read::ACCESS),
        (routes!(consultations::list::handler), consultations::list::ACCESS),
        (routes!(representations::list::handler), representations::list::ACCESS),
        (routes!(rights_requests::create::handler), rights_requests::create::ACCESS),
        (routes!(administrative_objections::create::handler), administrative_objections::create::ACCESS),
        (routes!(complaints::create::handler), complaints::create::ACCESS),
        (routes!(filings::list::handler), filings::list::ACCESS),
        (routes!(filings::read::handler), filings::read::ACCESS),
        (routes!(filings::create_event::handler), filings::create_event::ACCESS),
        (routes!(filings::read_receipt::handler), filings::read_receipt::ACCESS),
        (routes!(filings::read_letter::handler), filings::read_letter::ACCESS),
        (routes!(attachments::create::handler), attachments::create::ACCESS),
        (routes!(attachments::read::handler), attachments::read::ACCESS),
        (routes!(intake_counts::create::handler), intake_counts::create::ACCESS),
        (routes!(statistics::read::handler), statistics::read::ACCESS),
    ]
}

fn assembled(guard: impl Fn(MethodRouter<App>, Access) -> MethodRouter<App>) -> OpenApiRouter<App> {
    let base = OpenApiRouter::with_openapi(documents::Base::openapi());
    operations().into_iter().fold(base, |router, ((schemas, mut paths, methods), access)| {
        documents::declare(&mut paths, access);
        router.routes((schemas, paths, guard(methods, access)))
    })
}

/// The generated document, before it is completed.
pub fn document() -> utoipa::openapi::OpenApi {
    assembled(|methods, _| methods).into_openapi()
}

/// All routes under `/v1`, each behind its guard.
pub fn router(app: &App) -> Router<App> {
    let version = HeaderValue::from_static(API_VERSION);
    let (router, _) = assembled(|methods, access| guarded(app, methods, access)).split_for_parts();
    router
        .fallback(no_such_path)
        .method_not_allowed_fallback(no_such_method)
        .layer(CatchPanicLayer::custom(panicked))
        .layer(SetResponseHeaderLayer::overriding(HeaderName::from_static("api-version"), version))
}
