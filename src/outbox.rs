// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A confirmation on its way. It is kept before it is sent and goes only when
//! the server has answered for good, so a cut line, a reload or a second press
//! never loses it and never records it twice.

use crate::client::{Client, Failure};
use crate::config::RENDERER;
use crate::draft::Draft;
use crate::flow::request::{Event, meaning};
use crate::json::Writer;
use crate::wire::problem::ProblemType;
use crate::wire::record::Decision;

/// Records what was shown, unless that is done already (proof for A9).
pub async fn present(client: &Client, draft: &mut Draft, language: &str) -> Result<(), Failure> {
    if draft.presentation.is_some() {
        return Ok(());
    }
    let body = presentation_body(draft, language);
    let reply = client.post("notice-presentations", &draft.presentation_key, "", &body).await?;
    draft.presentation = reply.body.optional("id");
    Ok(())
}

/// Sends a confirmed draft. Whatever the outcome, what is kept tells the truth
/// afterwards. `settings` is the path of the configuration, which says who is
/// signed in now.
pub async fn deliver(
    client: &Client,
    settings: &str,
    mut draft: Draft,
    language: &str,
) -> Result<Decision, Failure> {
    draft.keep();
    let outcome = try_to_deliver(client, settings, &mut draft, language).await;
    match &outcome {
        Ok(_) => Draft::drop_kept(&draft.person, &draft.request),
        Err(failure) => settle(*failure, draft),
    }
    outcome
}

async fn try_to_deliver(
    client: &Client,
    settings: &str,
    draft: &mut Draft,
    language: &str,
) -> Result<Decision, Failure> {
    // Somebody else may have signed in, in another tab of this browser: then
    // these answers would be stored as theirs (F7).
    let signed_in = client.get(settings).await?.body.field("signedIn").field("person");
    if signed_in.text("id") != draft.person {
        return Err(Failure::Problem(ProblemType::NotSignedIn));
    }
    present(client, draft, language).await?;
    let body = draft.body.take().unwrap_or_else(|| decision_body(draft, language));
    draft.body = Some(body.clone());
    draft.keep();
    let path = ["consent-requests/", &draft.request, "/decisions"].concat();
    let reply = client.post(&path, &draft.decision_key, "", &body).await?;
    Ok(Decision::read(&reply.body))
}

fn presentation_body(draft: &Draft, language: &str) -> String {
    Writer::new()
        .text("consentRequestId", &draft.request)
        .text("language", language)
        .text("noticeHash", &draft.notice_hash)
        .text("renderer", RENDERER)
        .end()
}

fn decision_body(draft: &Draft, language: &str) -> String {
    Writer::new()
        .text("presentationId", draft.presentation.as_deref().unwrap_or_default())
        .text("noticeHash", &draft.notice_hash)
        .text("language", language)
        .json("choices", &draft.choices)
        .end()
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

#[cfg(test)]
mod tests {
    use super::*;
    use samenspraak_contract::decision::{Answer, NewDecision};
    use samenspraak_contract::presentation::NewNoticePresentation;

    const ID: &str = "019a0000-0000-7000-8000-000000000001";

    fn draft() -> Draft {
        let choices = format!(
            r#"[{{"itemId":"{ID}","scopeFingerprint":"cd","deferred":false,"answers":{{"income":"yes","debts":"no"}}}}]"#
        );
        Draft {
            request: ID.into(),
            notice_hash: "ab".into(),
            presentation: Some(ID.into()),
            choices,
            ..Draft::default()
        }
    }

    #[test]
    fn a_confirmation_is_what_the_contract_asks_for() {
        let sent: NewDecision = serde_json::from_str(&decision_body(&draft(), "nl")).unwrap();
        assert_eq!(sent.presentation_id.to_string(), ID);
        assert_eq!((sent.notice_hash.0.as_str(), sent.language.0.as_str()), ("ab", "nl"));
        let choice = &sent.choices[0];
        assert!(!choice.deferred);
        assert_eq!(choice.answers[&"income".into()], Answer::Yes);
        assert_eq!(choice.answers[&"debts".into()], Answer::No);
    }

    #[test]
    fn a_presentation_is_what_the_contract_asks_for() {
        let sent: NewNoticePresentation = serde_json::from_str(&presentation_body(&draft(), "en")).unwrap();
        assert_eq!(sent.consent_request_id.to_string(), ID);
        assert_eq!(sent.language.0, "en");
        assert!(sent.renderer.starts_with("samenspraak-widget/"));
    }
}
