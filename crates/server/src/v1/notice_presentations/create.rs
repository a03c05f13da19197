// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/notice-presentations`

use crate::access::{Access, CITIZENS};
use crate::app::App;
use crate::input::body::{Refusal, Submission};
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once};
use axum::extract::State;
use axum::response::Response;
use samenspraak_contract::id::PresentationId;
use samenspraak_contract::presentation::{NewNoticePresentation, NoticePresentation};
use samenspraak_contract::problem::{InvalidParam, InvalidReason, ProblemType};
use samenspraak_rules::facts::RequestFacts;
use samenspraak_rules::notice;
use samenspraak_storage::change::Change;
use samenspraak_storage::facts::{PresentationFacts, StoredResponse};

/// Who may call it.
pub const ACCESS: Access = CITIZENS;

/// Records that a notice was shown (tonen van de tekst): which text, when, in which language.
///
/// A decision cites it. A text that is not the present one answers 409 with
/// `notice-outdated`.
#[utoipa::path(
    post, path = "/notice-presentations", operation_id = "createNoticePresentation",
    tag = "notice-presentations", request_body = NewNoticePresentation,
    responses((status = 201, description = "It is recorded.", body = NoticePresentation),
        (status = 404, description = "There is no such request for this person.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    submission: Submission<NewNoticePresentation>,
) -> Outcome<Response> {
    store(&app, &caller, &submission).await
}

/// Records the showing that was submitted, once.
///
/// # Errors
/// When it is not the present text, or cannot be stored.
pub async fn store(
    app: &App,
    caller: &Caller,
    submission: &Submission<NewNoticePresentation>,
) -> Outcome<Response> {
    once(app, caller, submission, || Box::pin(present(app, caller, submission))).await
}

async fn present(
    app: &App,
    caller: &Caller,
    submission: &Submission<NewNoticePresentation>,
) -> Outcome<(Change, StoredResponse)> {
    let request = match submission.value() {
        Some(new) => Some(app.request(caller, new.consent_request_id).await?),
        None => None,
    };
    let (new, ()) = submission.judged(|new| match &request {
        Some(request) => check(request, new),
        None => Err(Refusal::Failure(Failure::not_found())),
    })?;
    let presentation = NoticePresentation {
        id: PresentationId(app.ids.next()),
        presented_at: app.now(),
        consent_request_id: new.consent_request_id,
        language: new.language.clone(),
        notice_hash: new.notice_hash.clone(),
        renderer: new.renderer.clone(),
    };
    let answer = created(None, None, &presentation)?;
    let mut change = Change::new(caller.controller.clone());
    change.still_current = Some(new.consent_request_id);
    change.presentation = Some(PresentationFacts { presentation, person: caller.person.id.clone() });
    Ok((change, answer))
}

fn check(request: &RequestFacts, new: &NewNoticePresentation) -> Result<(), Refusal> {
    if !notice::is_available(request, &new.language) {
        let detail = "the notice has no text in this language".to_owned();
        let reason = InvalidReason::Malformed;
        return Err(Refusal::Invalid(vec![InvalidParam { name: "/language".to_owned(), reason, detail }]));
    }
    if request.replaced_by.is_some() || notice::hash(request, &new.language.0) != new.notice_hash {
        let detail = "This is not the present text; read the request again.";
        return Err(Refusal::Failure(Failure::new(ProblemType::NoticeOutdated, detail)));
    }
    Ok(())
}
