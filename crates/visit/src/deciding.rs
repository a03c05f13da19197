// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What was shown to whom, and what they answered. The citizen's screen sends both
//! plainly; what a worker's device adds to that is added here.

use crate::answer::{Answer, Outcome, invalid, json, not_found, problem, read};
use crate::visit::{Asked, Moment, Taken, Visit, Work};
use chrono::{DateTime, Utc};
use samenspraak_contract::decision::{Decision, NewDecision, NewExpression};
use samenspraak_contract::id::{ConsentRequestId, DecisionId, EventId, PersonId, PresentationId};
use samenspraak_contract::presentation::{NewNoticePresentation, NoticePresentation};
use samenspraak_contract::problem::{InvalidReason, Problem, ProblemType};
use samenspraak_contract::record::ExpressionMethod;
use samenspraak_rules::decision::{DecisionRefusal, EnteredBy, Moment as Expressed, Stamp, check};
use samenspraak_rules::presentation::{self, PresentationRefusal};
use samenspraak_rules::representation::may_sign_for;
use samenspraak_rules::view::{self, Viewer};

impl Visit {
    pub(crate) fn show(&mut self, mut work: Work<'_>) -> Outcome<Taken> {
        let mut new: NewNoticePresentation = read(work.body)?;
        if let Some(person) = work.turned_to {
            new.shown_to = Some(person.clone());
        }
        let id = *new.id.get_or_insert_with(|| PresentationId(work.named.fresh()));
        let asked = self.asked.get_mut(&new.consent_request_id).ok_or_else(not_found)?;
        let presented_at = *new.presented_at.get_or_insert(not_before(asked, work.moment));
        let by = EnteredBy::Staff(&self.worker, self.role);
        let to = presentation::check(&asked.facts, by, &new).map_err(not_shown)?;
        if self.shown.contains_key(&id) {
            return Err(invalid("/id", InvalidReason::Duplicate, "this id is in use"));
        }
        let shown = NoticePresentation {
            id,
            presented_at,
            consent_request_id: new.consent_request_id,
            language: new.language.clone(),
            notice_hash: new.notice_hash.clone(),
            renderer: new.renderer.clone(),
        };
        let answer = Answer::created(&shown);
        asked.facts.shown_to.insert(to.clone());
        self.shown.insert(id, (shown, to));
        Ok(Taken { about: vec![new.consent_request_id.0, id.0], makes: Some(id.0), body: json(&new), answer })
    }

    pub(crate) fn decide(&mut self, id: &str, mut work: Work<'_>) -> Outcome<Taken> {
        let id: ConsentRequestId = id.parse().map_err(|_| not_found())?;
        let mut new: NewDecision = read(work.body)?;
        // On replay the expression stands there already.
        if let (Some(person), None) = (work.turned_to, &new.expression) {
            new.expression = Some(pressed_by(person));
        }
        let asked = self.asked.get(&id).ok_or_else(not_found)?;
        let expression = new
            .expression
            .as_mut()
            .ok_or_else(|| invalid("/expression", InvalidReason::Missing, "say who expressed it, and how"))?;
        let now = *expression.expressed_at.get_or_insert(not_before(asked, work.moment));
        let person = expression.person_id.clone();
        let decision_id = *new.id.get_or_insert_with(|| DecisionId(work.named.fresh()));
        if work.turned_to.is_some_and(|turned| *turned != person) {
            return Err(not_found());
        }
        let today = work.moment.today;
        let by = EnteredBy::Staff(&self.worker, self.role);
        let moment = Expressed::now(now);
        let shown = self.shown.get(&new.presentation_id).filter(|(_, to)| *to == person);
        let answers = check(&asked.facts, &asked.records, by, &new, shown.map(|(shown, _)| shown), moment)
            .map_err(refusal)?;
        let stamp = Stamp::new(&asked.facts, by, &new, decision_id, moment).ok_or_else(not_found)?;
        let events: Vec<_> =
            answers.iter().map(|it| (it.record_id, it.event(EventId(work.ids.fresh()), &stamp))).collect();
        let asked = self.asked.get_mut(&id).ok_or_else(not_found)?;
        for (record_id, event) in &events {
            let record = asked.records.iter_mut().find(|record| record.id == *record_id);
            record.into_iter().for_each(|record| record.events.push(event.clone()));
        }
        let viewer = work.turned_to.map_or(Viewer::Staff, Viewer::Person);
        let changed = asked.records.iter().filter(|it| events.iter().any(|(id, _)| *id == it.id));
        let decision = Decision {
            id: decision_id,
            consent_request_id: id,
            recorded_at: now,
            records: changed.filter_map(|it| view::record(&asked.facts, it, viewer, today)).collect(),
        };
        let answer = Answer::created(&decision);
        Ok(Taken { about: vec![id.0, new.presentation_id.0], makes: None, body: json(&new), answer })
    }

    /// Whether the screen may be turned to this person for this request.
    pub fn may_turn(&self, id: &str, person: &PersonId, moment: Moment) -> Result<(), Answer> {
        let turned = || {
            let asked = self.find(id)?;
            if !awaits(asked, person) {
                return Err(problem(ProblemType::AlreadyDecided, "This person has nothing left to answer."));
            }
            let signatory = asked.facts.signatory(person);
            if !signatory.is_some_and(|it| may_sign_for(&asked.facts, it, moment.today)) {
                return Err(refusal(DecisionRefusal::WrongSignatory));
            }
            if asked.facts.replaced_by.is_some() {
                return Err(problem(ProblemType::NoticeOutdated, "A newer request took its place."));
            }
            if asked.facts.answer_before_date < moment.today && !asked.facts.is_notice() {
                return Err(problem(ProblemType::RequestLapsed, "The last day to answer has passed."));
            }
            Ok(())
        };
        turned().map_err(|problem| Answer::from(*problem))
    }
}

/// Whether this person signs, and still has to answer something or to be told.
pub(crate) fn awaits(asked: &Asked, person: &PersonId) -> bool {
    asked.facts.signatory(person).is_some() && view::waits_for(&asked.facts, &asked.records, person)
}

// A clock that was put back does not make an answer older than its question.
fn not_before(asked: &Asked, moment: Moment) -> DateTime<Utc> {
    moment.at.max(asked.facts.requested_at)
}

// The client pressed the buttons, on the worker's device.
fn pressed_by(person: &PersonId) -> NewExpression {
    NewExpression {
        person_id: person.clone(),
        method: ExpressionMethod::Digital,
        expressed_at: None,
        present: Vec::new(),
        conversation_reference: None,
        signed_on: None,
        attachment_id: None,
    }
}

fn not_shown(refusal: PresentationRefusal) -> Box<Problem> {
    match refusal {
        PresentationRefusal::Invalid(errors) => Box::new(Problem::invalid(errors)),
        PresentationRefusal::NoticeOutdated => {
            problem(ProblemType::NoticeOutdated, "This is not the present text; read the request again.")
        }
    }
}

fn refusal(refusal: DecisionRefusal) -> Box<Problem> {
    match refusal {
        DecisionRefusal::Invalid(errors) => Box::new(Problem::invalid(errors)),
        DecisionRefusal::WrongSignatory => {
            problem(ProblemType::WrongSignatory, "This person's answer is not asked in this request.")
        }
        DecisionRefusal::NoticeOutdated => {
            problem(ProblemType::NoticeOutdated, "The text or the scope changed since it was shown.")
        }
        DecisionRefusal::RequestLapsed => {
            problem(ProblemType::RequestLapsed, "The last day to answer has passed.")
        }
        DecisionRefusal::AlreadyDecided => {
            problem(ProblemType::AlreadyDecided, "This person answered at least one of these items before.")
        }
    }
}
