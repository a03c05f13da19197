// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/disclosure-decisions`

use crate::access::{ASKERS, Access};
use crate::app::{App, day_of};
use crate::claimed::claimed;
use crate::input::body::{Refusal, Submission};
use crate::input::header::{DeviceTime, DeviceTimeParameter};
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once};
use crate::v1::consent_records::read::etag;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::disclosure_decision::{DisclosureDecision, NewDisclosureDecision};
use samenspraak_contract::id::{DisclosureDecisionId, DisclosureId};
use samenspraak_rules::intake::sharing::{Stamp, check, facts, lines, view};
use samenspraak_storage::change::Change;
use samenspraak_storage::facts::StoredResponse;

/// Who may call it.
pub const ACCESS: Access = ASKERS;

/// Records a decision to share without consent (besluit tot verstrekken zonder toestemming; profile 2).
///
/// Who is signed in decides, and answers for it; somebody else was asked for advice.
/// The lines on the person's time line are written in the same change: visible at once
/// when the person was told before, withheld until a day to look again when the person
/// is told afterwards. Nothing is sent from here.
#[utoipa::path(
    post, path = "/disclosure-decisions", operation_id = "createDisclosureDecision",
    tag = "disclosure-decisions",
    params(DeviceTimeParameter),
    request_body = NewDisclosureDecision,
    responses((status = 201, description = "It is recorded.", body = DisclosureDecision, headers(
        ("Location" = String, description = "Where the decision is."),
        ("ETag" = String, description = "Its version; send it as `If-Match` with an event."),
    ))),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    device: DeviceTime,
    submission: Submission<NewDisclosureDecision>,
) -> Outcome<Response> {
    once(&app, &caller, &submission, || Box::pin(decide(&app, &caller, device, &submission))).await
}

async fn decide(
    app: &App,
    caller: &Caller,
    device: DeviceTime,
    submission: &Submission<NewDisclosureDecision>,
) -> Outcome<(Change, StoredResponse)> {
    let catalogue = app.catalogue(&caller.controller)?;
    let (new, decided_at) = submission.judged(|new| {
        let claim = claimed(app, catalogue, device, "/decidedAt", new.decided_at);
        let decided_at = claim.as_ref().map_or_else(|_| app.now(), |moment| *moment);
        let mut errors = check(new, catalogue, &caller.person.id, day_of(decided_at));
        errors.extend(claim.err());
        if errors.is_empty() { Ok(decided_at) } else { Err(Refusal::Invalid(errors)) }
    })?;
    let stamp = Stamp {
        id: new.id.unwrap_or_else(|| DisclosureDecisionId(app.ids.next())),
        disclosure_ids: new.sharings.iter().map(|_| DisclosureId(app.ids.next())).collect(),
        decided_by: caller.person.clone(),
        decided_at,
        recorded_at: app.now(),
    };
    let unchecked = || Failure::internal("a checked decision lacks what it needs");
    let facts = facts(new, stamp).ok_or_else(unchecked)?;
    let lines = lines(&facts, catalogue, day_of).ok_or_else(unchecked)?;
    let seen = view(&facts, app.today());
    let place = format!("/disclosure-decisions/{}", seen.id);
    let answer = created(Some(place), Some(etag(seen.version)), &seen)?;
    let mut change = Change::new(caller.controller.clone());
    change.disclosures.recorded = lines;
    change.intake.decisions = vec![facts];
    Ok((change, answer))
}
