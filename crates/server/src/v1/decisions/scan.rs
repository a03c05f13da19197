// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The scan of a signed form: which decision may rest on it, and who reads it (A7).

use crate::app::App;
use crate::consultations::note;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use samenspraak_contract::decision::NewDecision;
use samenspraak_contract::disclosure::Consulted;
use samenspraak_contract::id::AttachmentId;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_rules::facts::RequestFacts;
use samenspraak_rules::view;

/// What is wrong with the scan that a decision names: it has to be of the person the
/// request is about, and nothing else may rest on it.
///
/// # Errors
/// When it cannot be looked up.
pub async fn check(
    app: &App,
    caller: &Caller,
    request: &RequestFacts,
    new: Option<&NewDecision>,
) -> Outcome<Option<InvalidParam>> {
    let expression = new.and_then(|new| new.expression.as_ref());
    let Some(id) = expression.and_then(|expression| expression.attachment_id) else { return Ok(None) };
    let found = app.store.attachment(&caller.controller, id).await?;
    let is_theirs = found.is_some_and(|found| found.scan_of.as_ref() == Some(&request.subject.id));
    if is_theirs && app.store.decision_on(&caller.controller, id).await?.is_none() {
        return Ok(None);
    }
    Ok(Some(InvalidParam {
        name: "/expression/attachmentId".to_owned(),
        reason: InvalidReason::UnknownReference,
        detail: "no scan of a form of this person, or another decision rests on it".to_owned(),
    }))
}

/// Whether the caller may read a scan: whoever may read the words that rest on it.
/// That staff read it is written down.
///
/// # Errors
/// When it cannot be looked up or written down.
pub async fn is_readable(app: &App, caller: &Caller, id: AttachmentId) -> Outcome<bool> {
    let Some(decision) = app.store.decision_on(&caller.controller, id).await? else { return Ok(false) };
    let request = app.store.request(&caller.controller, decision.request_id).await?;
    let request = request.ok_or_else(|| Failure::internal("a decision without its request"))?;
    let records = app.store.records_by_id(&caller.controller, &decision.records).await?;
    let rests = |record| {
        let events = view::visible_events(&request, record, caller.viewer());
        events.iter().any(|event| event.decision_id == Some(decision.id))
    };
    if !records.iter().any(rests) {
        return Ok(false);
    }
    let seen = records.iter().map(|record| (request.subject.id.clone(), Consulted::ConsentRecord(record.id)));
    note(app, caller, seen).await?;
    Ok(true)
}
