// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/notice-presentations`

use crate::access::{ANSWERERS, Access};
use crate::app::App;
use crate::claimed::claimed;
use crate::input::body::{Refusal, Submission};
use crate::input::header::{DeviceTime, DeviceTimeParameter};
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once};
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::id::PresentationId;
use samenspraak_contract::presentation::{NewNoticePresentation, NoticePresentation};
use samenspraak_contract::problem::ProblemType;
use samenspraak_rules::presentation::{PresentationRefusal, check};
use samenspraak_storage::change::Change;
use samenspraak_storage::facts::{PresentationFacts, StoredResponse};

/// Who may call it.
pub const ACCESS: Access = ANSWERERS;

/// Records that a notice was shown (tonen van de tekst): which text, when, in which language.
///
/// A decision cites it. Staff who show it to somebody else say to whom. A text that is
/// not the present one answers 409 with `notice-outdated`.
#[utoipa::path(
    post, path = "/notice-presentations", operation_id = "createNoticePresentation",
    tag = "notice-presentations", params(DeviceTimeParameter), request_body = NewNoticePresentation,
    responses((status = 201, description = "It is recorded.", body = NoticePresentation),
        (status = 404, description = "There is no such request for this person.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    device: DeviceTime,
    submission: Submission<NewNoticePresentation>,
) -> Outcome<Response> {
    store(&app, &caller, device, &submission).await
}

/// Records the showing that was submitted, once.
///
/// # Errors
/// When it is not the present text, or cannot be stored.
pub async fn store(
    app: &App,
    caller: &Caller,
    device: DeviceTime,
    submission: &Submission<NewNoticePresentation>,
) -> Outcome<Response> {
    once(app, caller, submission, || Box::pin(present(app, caller, device, submission))).await
}

async fn present(
    app: &App,
    caller: &Caller,
    device: DeviceTime,
    submission: &Submission<NewNoticePresentation>,
) -> Outcome<(Change, StoredResponse)> {
    let request = match submission.value() {
        Some(new) => Some(app.request(caller, new.consent_request_id).await?),
        None => None,
    };
    let catalogue = app.catalogue(&caller.controller)?;
    let (new, (shown_to, presented_at)) = submission.judged(|new| {
        let request = request.as_ref().ok_or_else(|| Refusal::Failure(Failure::not_found()))?;
        let shown_to = check(request, caller.enters(), new).map_err(refusal)?;
        let presented_at = claimed(app, catalogue, device, "/presentedAt", new.presented_at);
        Ok((shown_to, presented_at.map_err(|error| Refusal::Invalid(vec![error]))?))
    })?;
    let presentation = NoticePresentation {
        id: new.id.unwrap_or_else(|| PresentationId(app.ids.next())),
        presented_at,
        consent_request_id: new.consent_request_id,
        language: new.language.clone(),
        notice_hash: new.notice_hash.clone(),
        renderer: new.renderer.clone(),
    };
    let answer = created(None, None, &presentation)?;
    let mut change = Change::new(caller.controller.clone());
    change.still_current = Some(new.consent_request_id);
    let shown_by = (shown_to != caller.person.id).then(|| caller.person.id.clone());
    change.presentation = Some(PresentationFacts { presentation, person: shown_to, shown_by });
    Ok((change, answer))
}

fn refusal(refusal: PresentationRefusal) -> Refusal {
    match refusal {
        PresentationRefusal::Invalid(errors) => Refusal::Invalid(errors),
        PresentationRefusal::NoticeOutdated => {
            let detail = "This is not the present text; read the request again.";
            Refusal::Failure(Failure::new(ProblemType::NoticeOutdated, detail))
        }
    }
}
