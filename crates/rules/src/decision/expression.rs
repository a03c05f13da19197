// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a client expressed and staff entered (A6, A7): said in a conversation, on
//! paper, or pressed on the worker's device. The person expresses, the worker
//! enters, and the two are never one.

use crate::facts::{RecordFacts, RequestFacts};
use crate::record::invalid;
use crate::request::bsn;
use crate::term::local_date;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::decision::{NewDecision, NewExpression};
use samenspraak_contract::id::PersonId;
use samenspraak_contract::person::Person;
use samenspraak_contract::problem::{InvalidParam, InvalidReason as R};
use samenspraak_contract::record::{Assistance, ExpressionMethod};

/// Who enters an answer.
#[derive(Clone, Copy, Debug)]
pub enum EnteredBy<'a> {
    /// The person whose answer it is.
    Person(&'a PersonId),
    /// Staff, who enter what a person expressed.
    Staff(&'a Person, Role),
}

/// When something was expressed, and when it came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// When it was expressed; earlier than it came in when that was without a network.
    pub expressed_at: DateTime<Utc>,
    /// When it came in.
    pub recorded_at: DateTime<Utc>,
}

impl Moment {
    /// Expressed and taken in at the same time.
    pub fn now(now: DateTime<Utc>) -> Self {
        Self { expressed_at: now, recorded_at: now }
    }
}

impl<'a> EnteredBy<'a> {
    /// Whose answer a confirmation is; nobody's when staff do not say.
    pub fn expressed_by(self, new: &'a NewDecision) -> Option<&'a PersonId> {
        match self {
            Self::Person(person) => Some(person),
            Self::Staff(..) => new.expression.as_ref().map(|expression| &expression.person_id),
        }
    }

    pub(super) fn assistance(self, expression: &NewExpression) -> Option<Assistance> {
        let Self::Staff(worker, role) = self else { return None };
        Some(Assistance {
            role,
            entered_by: Some(worker.clone()),
            present: expression.present.clone(),
            conversation_reference: expression.conversation_reference.clone(),
            signed_on: expression.signed_on,
            attachment_id: expression.attachment_id,
        })
    }
}

/// When an answer was expressed, as far as it is known: of paper, the day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expressed {
    /// The moment that is recorded.
    pub at: DateTime<Utc>,
    /// The day that the rules are held against.
    pub day: NaiveDate,
    by_the_day: bool,
}

impl Expressed {
    pub(super) fn of(request: &RequestFacts, expression: Option<&NewExpression>, moment: Moment) -> Self {
        let known = local_date(moment.expressed_at);
        match expression.and_then(|expression| expression.signed_on).filter(|signed| *signed < known) {
            None => Self { at: moment.expressed_at, day: known, by_the_day: false },
            // Paper knows no hour. Noon is that same day in every time zone near.
            Some(day) => {
                let noon = (day.and_time(NaiveTime::MIN) + chrono::TimeDelta::hours(12)).and_utc();
                Self { at: noon.max(request.requested_at), day, by_the_day: true }
            }
        }
    }

    /// Whether this person said something about the record since: what arrives late
    /// never takes the place of a later word.
    pub(super) fn is_before_last_word(self, record: &RecordFacts, person: &PersonId) -> bool {
        let mine = record
            .events
            .iter()
            .filter(|event| event.expressed_by.as_ref().is_some_and(|by| by.id == *person));
        let mut said = mine.map(|event| event.occurred_at);
        said.any(|at| if self.by_the_day { local_date(at) > self.day } else { at > self.at })
    }
}

/// Everything that is wrong with who expressed it, how and when.
pub(super) fn check(
    request: &RequestFacts,
    by: EnteredBy<'_>,
    new: &NewDecision,
    moment: Moment,
) -> Vec<InvalidParam> {
    match (by, &new.expression) {
        (EnteredBy::Person(_), expression) => {
            let there = [("/id", new.id.is_some()), ("/expression", expression.is_some())];
            let wrong = |(name, _)| invalid(name, R::NotApplicable, "a person answers for themselves");
            there.into_iter().filter(|(_, is_there)| *is_there).map(wrong).collect()
        }
        (EnteredBy::Staff(..), None) => {
            vec![invalid("/expression", R::Missing, "say who expressed it and how")]
        }
        (EnteredBy::Staff(worker, _), Some(expression)) => {
            let mut errors = Vec::new();
            person(request, &worker.id, expression, &mut errors);
            evidence(expression, &mut errors);
            dates(request, expression, moment, &mut errors);
            let reference = expression.conversation_reference.as_deref();
            bsn("/expression/conversationReference", reference.unwrap_or_default(), &mut errors);
            errors
        }
    }
}

// Who signs for this question, or whom it is about, enters no answer to it.
fn person(request: &RequestFacts, worker: &PersonId, new: &NewExpression, errors: &mut Vec<InvalidParam>) {
    let involved = request.subject.id == *worker || request.signatory(worker).is_some();
    if involved || new.person_id == *worker || request.signatory(&new.person_id).is_none() {
        let detail = "one of the signatories, and never who enters it";
        errors.push(invalid("/expression/personId", R::WrongSignatories, detail));
    }
}

fn evidence(new: &NewExpression, errors: &mut Vec<InvalidParam>) {
    let reference = new.conversation_reference.as_deref().unwrap_or_default();
    if new.method == ExpressionMethod::OralInConversation && reference.trim().is_empty() {
        let detail = "what was said needs the reference of the conversation";
        errors.push(invalid("/expression/conversationReference", R::Missing, detail));
    }
    let on_paper = new.method == ExpressionMethod::Paper;
    for (name, is_there) in
        [("signedOn", new.signed_on.is_some()), ("attachmentId", new.attachment_id.is_some())]
    {
        let name = format!("/expression/{name}");
        match (on_paper, is_there) {
            (true, false) => errors.push(invalid(name, R::Missing, "paper needs its day and its scan")),
            (false, true) => errors.push(invalid(name, R::NotApplicable, "only paper has this")),
            _ => {}
        }
    }
}

fn dates(request: &RequestFacts, new: &NewExpression, moment: Moment, errors: &mut Vec<InvalidParam>) {
    let asked = local_date(request.requested_at);
    let early = "the question was not asked yet on that day";
    if local_date(moment.expressed_at) < asked {
        errors.push(invalid("/expression/expressedAt", R::DateOutOfRange, early));
    }
    match new.signed_on {
        Some(signed) if signed > local_date(moment.expressed_at) => {
            errors.push(invalid("/expression/signedOn", R::DateInFuture, "nobody signs tomorrow's date"));
        }
        Some(signed) if signed < asked => {
            errors.push(invalid("/expression/signedOn", R::DateOutOfRange, early));
        }
        _ => {}
    }
}
