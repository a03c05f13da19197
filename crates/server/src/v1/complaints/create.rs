// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/complaints`

use crate::access::{Access, MaybeCaller, Meant};
use crate::app::App;
use crate::filings::intake::file;
use crate::input::body::Submission;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::once;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::filing::{Filing, NewComplaint};
use samenspraak_contract::id::ControllerId;
use samenspraak_contract::problem::{InvalidParam, InvalidReason, ProblemType};

/// Who may call it: nobody needs to sign in (J3).
pub const ACCESS: Access = Access::Public;

/// Files a complaint (klacht, Awb 9:1 and 9:4). Nobody needs to sign in.
///
/// Without a session, `controllerId` says which municipality it is for, and there
/// are no documents and no line it comes from. The answer is the receipt; without
/// a session it can be read this once.
#[utoipa::path(
    post, path = "/complaints", operation_id = "createComplaint", tag = "filings",
    params(("X-CSRF-Protection" = String, Header, pattern = "^1$",
        description = "Always `1`: a page of another site cannot send it.")),
    request_body = NewComplaint,
    responses((status = 201, description = "It is filed.", body = Filing, headers(
        ("Location" = String, description = "Where the filing is, for who was signed in."),
        ("ETag" = String, description = "Its version; send it as `If-Match` with an event."),
    )), (status = 401, description = "Documents and lines are for who is signed in; the session has ended."),
        (status = 403, description = "The header is missing, or staff is signed in."),
        (status = 429, description = "Too many came in without a session. Nothing was recorded.")),
)]
pub async fn handler(
    State(app): State<App>,
    MaybeCaller(caller): MaybeCaller,
    _: Meant,
    submission: Submission<NewComplaint>,
) -> Outcome<Response> {
    let caller = match caller {
        Some(caller) => signed_in(caller, &submission)?,
        None => nobody(&app, controller(&app, &submission)?)?,
    };
    once(&app, &caller, &submission, || Box::pin(file(&app, &caller, &submission))).await
}

fn nobody(app: &App, controller: ControllerId) -> Outcome<Caller> {
    if app.without_session.takes(&controller, app.now()) {
        return Ok(Caller::nobody(&controller));
    }
    let detail = "Too many complaints without a session; try again later, sign in, or call.";
    Err(Failure::new(ProblemType::TooManyRequests, detail))
}

fn signed_in(caller: Caller, submission: &Submission<NewComplaint>) -> Outcome<Caller> {
    if caller.role != Role::Citizen {
        return Err(Failure::new(ProblemType::NotAllowed, "Sign out first: staff do not complain here."));
    }
    let named = submission.value().and_then(|new| new.controller_id.as_ref());
    if named.is_some_and(|named| *named != caller.controller) {
        let detail = "the session is with another municipality";
        return Err(invalid(InvalidReason::UnknownReference, detail));
    }
    Ok(caller)
}

// The only one there is needs no name.
fn controller(app: &App, submission: &Submission<NewComplaint>) -> Outcome<ControllerId> {
    let value = submission.value();
    if value.is_some_and(|new| new.origin.is_some() || !new.attachments.is_empty()) {
        let detail = "Sign in first: documents and lines are for who is signed in.";
        return Err(Failure::new(ProblemType::NotSignedIn, detail));
    }
    let first = &app.catalogues.first().controller.id;
    match value.and_then(|new| new.controller_id.as_ref()) {
        Some(id) if app.catalogues.get(id).is_some() => Ok(id.clone()),
        Some(_) => Err(invalid(InvalidReason::UnknownReference, "there is no such municipality here")),
        // What has no shape at all is told so by the door itself.
        None if value.is_none() || app.catalogues.iter().len() == 1 => Ok(first.clone()),
        None => Err(invalid(InvalidReason::Missing, "say which municipality it is for")),
    }
}

fn invalid(reason: InvalidReason, detail: &str) -> Failure {
    Failure::invalid(vec![InvalidParam {
        name: "/controllerId".to_owned(),
        reason,
        detail: detail.to_owned(),
    }])
}
