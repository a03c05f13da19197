// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A confirmation on its way. It is kept before it is sent and goes only when
//! the server has answered for good, so a cut line, a reload or a second press
//! never loses it and never records it twice.

use crate::client::{Client, Failure};
use crate::draft::Draft;
use crate::flow::request::{Event, meaning};
use crate::json::Writer;
use crate::wire::record::Decision;

/// Name and version of what drew the notice.
const RENDERER: &str = concat!("samenspraak-widget/", env!("CARGO_PKG_VERSION"));

/// Records what was shown, unless that is done already (proof for A9).
pub async fn present(client: &Client, draft: &mut Draft, language: &str) -> Result<(), Failure> {
    if draft.presentation.is_some() {
        return Ok(());
    }
    let body = Writer::new()
        .text("consentRequestId", &draft.request)
        .text("language", language)
        .text("noticeHash", &draft.notice_hash)
        .text("renderer", RENDERER)
        .end();
    let reply = client.post("notice-presentations", &draft.presentation_key, "", &body).await?;
    draft.presentation = reply.body.optional("id");
    Ok(())
}

/// Sends a confirmed draft. Whatever the outcome, what is kept tells the truth
/// afterwards.
pub async fn deliver(client: &Client, mut draft: Draft, language: &str) -> Result<Decision, Failure> {
    draft.keep();
    let outcome = try_to_deliver(client, &mut draft, language).await;
    match &outcome {
        Ok(_) => Draft::drop_kept(&draft.person, &draft.request),
        Err(failure) => settle(*failure, draft),
    }
    outcome
}

async fn try_to_deliver(client: &Client, draft: &mut Draft, language: &str) -> Result<Decision, Failure> {
    present(client, draft, language).await?;
    let body = draft.body.get_or_insert_with(|| {
        Writer::new()
            .text("presentationId", draft.presentation.as_deref().unwrap_or_default())
            .text("noticeHash", &draft.notice_hash)
            .text("language", language)
            .json("choices", &draft.choices)
            .end()
    });
    let body = body.clone();
    draft.keep();
    let path = ["consent-requests/", &draft.request, "/decisions"].concat();
    let reply = client.post(&path, &draft.decision_key, "", &body).await?;
    Ok(Decision::read(&reply.body))
}

// After a final no the confirmation is over, but the choices stay for the next
// try. After anything else it stays as it is, to be sent again with its key.
fn settle(failure: Failure, mut draft: Draft) {
    match meaning(failure.problem()) {
        Event::NotReached | Event::SignedOut => draft.keep(),
        Event::WasDecided | Event::WasLapsed | Event::WasMissing => {
            Draft::drop_kept(&draft.person, &draft.request);
        }
        _ => {
            draft.confirmed = false;
            draft.body = None;
            draft.decision_key.clear();
            draft.keep();
        }
    }
}
