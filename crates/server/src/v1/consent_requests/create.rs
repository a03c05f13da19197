// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/consent-requests`

use crate::access::{ASKERS, Access};
use crate::app::{App, day_of};
use crate::claimed::claimed;
use crate::input::body::{Refusal, Submission};
use crate::input::header::{DeviceTime, DeviceTimeParameter};
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once};
use crate::v1::consent_requests::read::etag;
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::id::ConsentRequestId;
use samenspraak_contract::request::{ConsentRequest, NewConsentRequest};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::intake::assessment::check_request;
use samenspraak_rules::intake::client;
use samenspraak_rules::request::{Replaced, Stamp, check, check_replacement, resolve};
use samenspraak_rules::view;
use samenspraak_storage::change::{Append, Change};
use samenspraak_storage::facts::StoredResponse;

/// Who may call it.
pub const ACCESS: Access = ASKERS;

/// Asks somebody for consent (een toestemmingsvraag stellen; profile 2).
///
/// Everything the request names must be in the catalogue. All errors come at
/// once, and nothing is stored when there is one. A request that `replaces` an
/// older one ends it; questions whose scope did not change are not asked again. An
/// intake worker asks what the six steps of an assessment produced, and nothing else
/// (E1). Only what corrects an earlier question needs no new steps: every item names
/// the one it replaces, with other words, fewer data or a shorter time. Without an
/// assessment the request names the conversation in which it was discussed first (A6).
#[utoipa::path(
    post, path = "/consent-requests", operation_id = "createConsentRequest", tag = "consent-requests",
    params(DeviceTimeParameter), request_body = NewConsentRequest,
    responses((status = 201, description = "It is asked.", body = ConsentRequest, headers(
        ("Location" = String, description = "Where the request is."),
        ("ETag" = String, description = "Changes with anything the viewer can see."),
    ))),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    device: DeviceTime,
    submission: Submission<NewConsentRequest>,
) -> Outcome<Response> {
    store(&app, &caller, device, &submission).await
}

/// Asks the question that was submitted, once.
///
/// # Errors
/// When it may not be asked, or cannot be stored.
pub async fn store(
    app: &App,
    caller: &Caller,
    device: DeviceTime,
    submission: &Submission<NewConsentRequest>,
) -> Outcome<Response> {
    once(app, caller, submission, || Box::pin(ask(app, caller, device, submission))).await
}

async fn ask(
    app: &App,
    caller: &Caller,
    device: DeviceTime,
    submission: &Submission<NewConsentRequest>,
) -> Outcome<(Change, StoredResponse)> {
    let catalogue = app.catalogue(&caller.controller)?;
    let old = match submission.value().and_then(|new| new.replaces) {
        Some(id) => replaced(app, caller, id).await?,
        None => None,
    };
    let assessment = match submission.value().and_then(|new| new.assessment_id) {
        Some(id) => app.store.assessment(&caller.controller, id).await?,
        None => None,
    };
    let client = match submission.value() {
        Some(new) => app.store.client(&caller.controller, &new.subject.person.id).await?,
        None => None,
    };
    let (new, asked_at) = submission.judged(|new| {
        let moment = claimed(app, catalogue, device, "/askedAt", new.asked_at);
        let day = day_of(moment.as_ref().map_or_else(|_| app.now(), |moment| *moment));
        let mut errors = check(new, catalogue, &caller.person.id, day);
        let old = old.as_ref().map(|(request, _)| request);
        errors.extend(check_replacement(new, old));
        errors.extend(check_request(new, caller.role, assessment.as_ref(), old));
        if let Some(client) = &client {
            let client = client::view(client, Vec::new(), &catalogue.age_rule, day);
            errors.extend(client::check_request(new, &client));
        }
        errors.extend(moment.as_ref().err().cloned());
        moment.ok().filter(|_| errors.is_empty()).ok_or(Refusal::Invalid(errors))
    })?;
    let replaced = old.as_ref().map(|(request, records)| Replaced { request, records });
    let stamp = Stamp { id: &mut || app.ids.next(), now: app.now(), asked_at, today: day_of(asked_at) };
    let resolved = resolve(new, catalogue, replaced, stamp)
        .ok_or_else(|| Failure::internal("a checked request names what the catalogue lacks"))?;

    let mut records = resolved.records.clone();
    records.extend(old.into_iter().flat_map(|(_, records)| records));
    let seen = view::request(&resolved.request, &records, caller.viewer(), app.today());
    let answer = created(Some(format!("/consent-requests/{}", seen.id)), Some(etag(&seen)?), &seen)?;

    let mut change = Change::new(caller.controller.clone());
    change.request = Some(resolved.request);
    change.records = resolved.records;
    change.appends = resolved
        .superseded
        .into_iter()
        .map(|(record_id, expected_version, event)| Append {
            record_id,
            expected_version,
            events: vec![event],
        })
        .collect();
    Ok((change, answer))
}

async fn replaced(
    app: &App,
    caller: &Caller,
    id: ConsentRequestId,
) -> Outcome<Option<(RequestFacts, Vec<RecordFacts>)>> {
    let Some(request) = app.store.request(&caller.controller, id).await? else { return Ok(None) };
    let records = app.records(caller, &request).await?;
    Ok(Some((request, records)))
}
