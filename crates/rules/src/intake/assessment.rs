// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The six steps before a question (E1): every gap and error at once, by the same
//! rules while a worker still fills them in and when the server is asked to keep
//! them.
//!
//! | module | what it looks at |
//! |---|---|
//! | [`step`] | which of the six steps a finding belongs to |
//! | [`answers`] | the answers of each step |
//! | [`items`] | what the steps produce, held against their answers |
//! | [`correction`] | what may be asked again without new steps |
//! | [`free`] | whether consent would be free, and special categories ticked one by one |
//! | [`norm`] | how much is asked, against the level of triage |
//! | [`judgement`] | all of it as the wizard reads it |

mod answers;
mod correction;
mod free;
mod items;
mod judgement;
mod norm;
mod step;

pub use judgement::{DatumAdvice, Judgement, judge};
pub use norm::{Extent, Norm, extent};
pub use step::{Step, open_steps, step_of};

use crate::facts::RequestFacts;
use crate::record::invalid;
use crate::request::check_items;
use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::assessment::{Assessment, NewAssessment};
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::id::{AssessmentId, PersonId};
use samenspraak_contract::person::Person;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::request::{NewConsentRequest, NewItem};

/// Every gap and error in these six answers; an assessment may be kept when there is
/// none. `today` is the day on which the last step was answered. `worker` is who
/// goes through the steps, and never the client.
pub fn check(
    new: &NewAssessment,
    catalogue: &Catalogue,
    worker: &PersonId,
    today: NaiveDate,
) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    answers::check(new, catalogue, worker, today, &mut errors);
    free::check(new, catalogue, &mut errors);
    norm::check(new, catalogue, &mut errors);
    items::check(new, catalogue, &mut errors);
    errors.extend(check_items(&new.items, catalogue, today));
    errors
}

/// The six answers as they are kept (E16), once [`check`] found nothing: `None` when
/// a step is absent. `id` counts when the device chose none; `now` is when it is
/// stored, and when the last step was answered unless the device said so.
pub fn assessed(
    new: &NewAssessment,
    catalogue: &Catalogue,
    by: &Person,
    id: AssessmentId,
    now: DateTime<Utc>,
) -> Option<Assessment> {
    Some(Assessment {
        id: new.id.unwrap_or(id),
        subject: new.subject.person.clone(),
        assessed_by: by.clone(),
        completed_at: new.completed_at.unwrap_or(now),
        recorded_at: now,
        catalogue_version: catalogue.version,
        triage: new.triage.clone(),
        task: new.task.clone()?,
        purpose: new.purpose.clone()?,
        data: new.data.clone()?,
        basis: new.basis.clone()?,
        purpose_limitation: new.purpose_limitation.clone(),
        secrecy: new.secrecy.clone()?,
        items: new.items.clone(),
    })
}

/// Every reason why somebody in this role may not ask this request without other
/// steps (E1), or without a conversation (A6). `named` is the assessment that it names
/// and `old` the request that it replaces, when those are there.
///
/// Who asks from another system may have gone through the steps there; an intake worker
/// does that here. What replaces an earlier question needs new steps unless it corrects
/// that question. Six steps are a conversation, with who and when.
pub fn check_request(
    new: &NewConsentRequest,
    role: Role,
    named: Option<&Assessment>,
    old: Option<&RequestFacts>,
) -> Vec<InvalidParam> {
    let wrong = |reason, detail: &str| vec![invalid("/assessmentId", reason, detail)];
    if new.assessment_id.is_some() {
        return named.map_or_else(
            || wrong(InvalidReason::NotAssessed, "there is no such assessment"),
            |assessment| matches(new, assessment),
        );
    }
    if role == Role::System {
        return Vec::new();
    }
    let mut errors = match (new.replaces, role) {
        (Some(_), _) => correction::check(new, old),
        (None, Role::IntakeWorker) => {
            wrong(InvalidReason::StepMissing, "go through the six steps first, and name them here")
        }
        (None, _) => Vec::new(),
    };
    if new.conversation_reference.as_deref().is_none_or(|reference| reference.trim().is_empty()) {
        errors.push(invalid(
            "/conversationReference",
            InvalidReason::Missing,
            "talk with the person first, and name that conversation here or its six steps in assessmentId",
        ));
    }
    errors
}

/// Every reason why this request is not the one that these six steps produced (E1):
/// about the same person, with exactly the same items. Their ids, and which old item
/// they replace, are no part of what was weighed.
pub fn matches(request: &NewConsentRequest, assessment: &Assessment) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    let mut not_assessed = |name: String, detail: &str| {
        errors.push(invalid(name, InvalidReason::NotAssessed, detail));
    };
    if request.subject.person.id != assessment.subject.id {
        not_assessed("/subject/person/id".into(), "the six steps were about somebody else");
    }
    let assessed: Vec<NewItem> = assessment.items.iter().map(weighed).collect();
    for (index, item) in request.items.iter().enumerate() {
        if !assessed.contains(&weighed(item)) {
            not_assessed(format!("/items/{index}"), "the six steps did not produce this item");
        }
    }
    if request.items.len() != assessment.items.len() {
        not_assessed("/items".into(), "the six steps produced more items, or fewer");
    }
    errors
}

fn weighed(item: &NewItem) -> NewItem {
    NewItem { id: None, replaces_item_id: None, ..item.clone() }
}
