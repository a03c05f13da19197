// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/disclosures`

use crate::access::{Access, RECORDERS};
use crate::app::{App, day_of};
use crate::input::body::{Refusal, Submission};
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once};
use crate::v1::consent_records::read::etag;
use crate::v1::disclosures::read::resolve;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::disclosure::{Disclosure, NewDisclosure};
use samenspraak_contract::id::{ConsentRecordId, DisclosureId};
use samenspraak_rules::disclosure::check;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::view::Viewer;
use samenspraak_storage::change::Change;
use samenspraak_storage::facts::StoredResponse;

/// Who may call it.
pub const ACCESS: Access = RECORDERS;

/// Records what really happened to a person's data (verstrekking, inzage of niet verstrekt; profile 2).
///
/// Sharing on paper and in a conversation, viewing, and not sharing are recorded
/// too. What broke a rule is recorded as it was; only what cannot be understood is
/// refused, with all errors at once. A system may withhold a line (achterhouden), with
/// a day to look again. Staff first record the decision to share, which withholds its
/// own lines (H1, H2): `POST /v1/disclosure-decisions`.
#[utoipa::path(
    post, path = "/disclosures", operation_id = "createDisclosure", tag = "disclosures",
    request_body = NewDisclosure,
    responses((status = 201, description = "It is recorded.", body = Disclosure, headers(
        ("Location" = String, description = "Where the line is."),
        ("ETag" = String, description = "Its version; send it as `If-Match` with an event."),
    ))),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    submission: Submission<NewDisclosure>,
) -> Outcome<Response> {
    store(&app, &caller, &submission).await
}

/// Records the line that was submitted, once.
///
/// # Errors
/// When it cannot be understood, or cannot be stored.
pub async fn store(app: &App, caller: &Caller, submission: &Submission<NewDisclosure>) -> Outcome<Response> {
    once(app, caller, submission, || Box::pin(record(app, caller, submission))).await
}

async fn record(
    app: &App,
    caller: &Caller,
    submission: &Submission<NewDisclosure>,
) -> Outcome<(Change, StoredResponse)> {
    let cited = match submission.value().and_then(|new| new.consent_record_id) {
        Some(id) => consent(app, caller, id).await?,
        None => None,
    };
    let context = check::Context {
        catalogue: app.catalogue(&caller.controller)?,
        consent: cited.as_ref().map(|(request, record)| (request, record)),
        now: app.now(),
        day_of,
    };
    let (new, ()) = submission.judged(|new| {
        let errors = check::check(new, caller.role, &context);
        if errors.is_empty() { Ok(()) } else { Err(Refusal::Invalid(errors)) }
    })?;
    let facts = check::resolve(new, &context, DisclosureId(app.ids.next()), &caller.person.id)
        .ok_or_else(|| Failure::internal("a checked line names what the catalogue lacks"))?;
    let seen = resolve(app, &caller.controller, &facts, Viewer::Staff)?;
    let answer = created(Some(format!("/disclosures/{}", seen.id)), Some(etag(seen.version)), &seen)?;
    let mut change = Change::new(caller.controller.clone());
    change.disclosures.recorded = vec![facts];
    Ok((change, answer))
}

async fn consent(
    app: &App,
    caller: &Caller,
    id: ConsentRecordId,
) -> Outcome<Option<(RequestFacts, RecordFacts)>> {
    let Some(record) = app.store.records_by_id(&caller.controller, &[id]).await?.pop() else {
        return Ok(None);
    };
    let request = app.store.request(&caller.controller, record.request_id).await?;
    Ok(request.map(|request| (request, record)))
}
