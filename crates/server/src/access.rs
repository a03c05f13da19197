// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who may call a route: declared once beside the handler, enforced before it
//! runs, and written into the OpenAPI document as `x-access`.

use crate::app::App;
use crate::problem::Failure;
use crate::session::Caller;
use axum::extract::{FromRequestParts, Request, State};
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
/// Who decides: nobody but the people themselves.
pub const CITIZENS: Access = Access::Roles(&[Role::Citizen]);
/// Who asks.
pub const ASKERS: Access = Access::Roles(&[Role::IntakeWorker, Role::Coordinator]);

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
    let meant = request.headers().get(CSRF_HEADER).is_some_and(|value| value == "1");
    if !request.method().is_safe() && !meant {
        let detail = format!("Send the header {CSRF_HEADER}: 1 with every change.");
        return Err(Failure::new(ProblemType::NotAllowed, detail));
    }
    Ok(Some(caller))
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
