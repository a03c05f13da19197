// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who may call a route: declared once beside the handler, enforced before it
//! runs, and written into the OpenAPI document as `x-access`.

use crate::app::App;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::problem::ProblemType;

/// Who may call a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody, signed in or not.
    Public,
    /// Who is signed in as one of these.
    Roles(&'static [Role]),
}

/// Who reads consent of their controller: the people themselves, the staff who
/// ask, and those who watch over it.
pub const READERS: Access = Access::Roles(&[
    Role::Citizen,
    Role::IntakeWorker,
    Role::Coordinator,
    Role::DataProtectionOfficer,
    Role::Auditor,
]);
/// Who reads and does what is theirs alone.
pub const CITIZENS: Access = Access::Roles(&[Role::Citizen]);
/// Who answers: the people themselves, and staff who enter what a person expressed
/// in their presence or on paper (A7). The rules keep the two apart.
pub const ANSWERERS: Access = Access::Roles(&[Role::Citizen, Role::IntakeWorker, Role::Coordinator]);
/// Who asks.
pub const ASKERS: Access = Access::Roles(&[Role::IntakeWorker, Role::Coordinator]);

/// Who reads the six steps before a question: who asks, and who watches over it.
pub const ASSESSMENT_READERS: Access =
    Access::Roles(&[Role::IntakeWorker, Role::Coordinator, Role::DataProtectionOfficer, Role::Auditor]);

/// Who records what happened, and who a client is: systems, and staff who were there.
pub const RECORDERS: Access = Access::Roles(&[Role::IntakeWorker, Role::Coordinator, Role::System]);
/// Who reads what happened to data: the people themselves, and the staff who look
/// again at what is withheld.
pub const DISCLOSURE_READERS: Access =
    Access::Roles(&[Role::Citizen, Role::IntakeWorker, Role::Coordinator, Role::DataProtectionOfficer]);
/// Who adds to what happened: the people themselves, and who weighs withholding (H2, H4).
pub const WITHHOLDERS: Access =
    Access::Roles(&[Role::Citizen, Role::Coordinator, Role::DataProtectionOfficer]);

/// Who reads decisions to share without consent, and adds to them: who takes them, and
/// who watches over them (H2, H4).
pub const SHARING_READERS: Access =
    Access::Roles(&[Role::IntakeWorker, Role::Coordinator, Role::DataProtectionOfficer]);

/// Who reads requests, objections and complaints: the people themselves, who
/// answers, who advises, and who watches over it; a system sees that it has to act.
pub const FILING_READERS: Access = Access::Roles(&[
    Role::Citizen,
    Role::ComplaintHandler,
    Role::CommitteeSecretary,
    Role::DataProtectionOfficer,
    Role::System,
]);
/// Who has them listed: all of those but systems.
pub const FILING_LISTERS: Access = Access::Roles(&[
    Role::Citizen,
    Role::ComplaintHandler,
    Role::CommitteeSecretary,
    Role::DataProtectionOfficer,
]);
/// Who adds to them: the people themselves, who answers, and a system that has acted.
pub const FILING_ACTORS: Access = Access::Roles(&[Role::Citizen, Role::ComplaintHandler, Role::System]);
/// Who adds documents: to a filing, or as the scan of a signed form (A7).
pub const UPLOADERS: Access =
    Access::Roles(&[Role::Citizen, Role::IntakeWorker, Role::Coordinator, Role::ComplaintHandler]);

/// The header that a page of another site cannot send.
pub const CSRF_HEADER: &str = "X-CSRF-Protection";

/// Whoever called, on a route that is open to everybody.
#[derive(Clone, Debug)]
pub struct MaybeCaller(pub Option<Caller>);

/// Puts a declaration before the handler of a route.
pub fn guarded(app: &App, route: MethodRouter<App>, access: Access) -> MethodRouter<App> {
    route.route_layer(from_fn_with_state((app.clone(), access), guard))
}

async fn guard(State((app, access)): State<(App, Access)>, mut request: Request, next: Next) -> Response {
    match check(&app, access, &request) {
        Ok(caller) => {
            request.extensions_mut().insert(MaybeCaller(caller));
            next.run(request).await
        }
        Err(failure) => failure.into_response(),
    }
}

// First who it is, then what they may do, then whether they meant it.
fn check(app: &App, access: Access, request: &Request) -> Result<Option<Caller>, Failure> {
    let caller = app.sessions.caller(request.headers(), app.now());
    let Access::Roles(roles) = access else { return Ok(caller) };
    let caller = caller.ok_or_else(|| Failure::new(ProblemType::NotSignedIn, "There is no open session."))?;
    if !roles.contains(&caller.role) {
        return Err(Failure::new(ProblemType::NotAllowed, "This route is for other roles."));
    }
    if !request.method().is_safe() {
        meant(request.headers())?;
    }
    Ok(Some(caller))
}

/// That a change was meant, on a route that is open to everybody.
#[derive(Clone, Copy, Debug)]
pub struct Meant;

impl<S: Send + Sync> FromRequestParts<S> for Meant {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        meant(&parts.headers).map(|()| Self)
    }
}

// A page of another site cannot send the header.
fn meant(headers: &HeaderMap) -> Outcome<()> {
    if headers.get(CSRF_HEADER).is_some_and(|value| value == "1") {
        return Ok(());
    }
    let detail = format!("Send the header {CSRF_HEADER}: 1 with every change.");
    Err(Failure::new(ProblemType::NotAllowed, detail))
}

impl<S: Send + Sync> FromRequestParts<S> for MaybeCaller {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let found = parts.extensions.get::<Self>().cloned();
        found.ok_or_else(|| Failure::internal("a route without a declaration of access"))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let MaybeCaller(caller) = MaybeCaller::from_request_parts(parts, state).await?;
        caller.ok_or_else(|| Failure::internal("a public route that wants a caller"))
    }
}
