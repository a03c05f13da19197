// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The six steps, and the question they lead to.

use crate::answer::{Answer, Outcome, held, invalid, json, not_found, problem, read};
use crate::visit::{Asked, Moment, Taken, Visit, Work};
use chrono::NaiveDate;
use samenspraak_contract::assessment::NewAssessment;
use samenspraak_contract::id::{AssessmentId, ConsentRequestId, ItemId};
use samenspraak_contract::problem::{InvalidReason, ProblemType};
use samenspraak_contract::request::{NewConsentRequest, NewItem};
use samenspraak_rules::intake::assessment::{self, Judgement};
use samenspraak_rules::intake::client;
use samenspraak_rules::request::{Replaced, Resolved, Stamp, check, check_replacement, resolve};
use samenspraak_rules::view::{self, Viewer};

impl Visit {
    /// Judges six steps that are still being answered, by the rules that take them.
    pub fn judge(&self, draft: &NewAssessment, today: NaiveDate) -> Judgement {
        assessment::judge(draft, &self.catalogue, &self.worker.id, today)
    }

    pub(crate) fn assess(&mut self, mut work: Work<'_>) -> Outcome<Taken> {
        let mut new: NewAssessment = read(work.body)?;
        let id = *new.id.get_or_insert_with(|| AssessmentId(work.named.fresh()));
        let now = *new.completed_at.get_or_insert(work.moment.at);
        let mut errors = assessment::check(&new, &self.catalogue, &self.worker.id, work.moment.today);
        if let Some(client) = self.client_at(&new.subject.person.id, work.moment) {
            errors.extend(client::check_subject(&new.subject, &client));
        }
        held(errors)?;
        if self.assessments.contains_key(&id) {
            return Err(invalid("/id", InvalidReason::Duplicate, "this id is in use"));
        }
        let kept = assessment::assessed(&new, &self.catalogue, &self.worker, id, now)
            .ok_or_else(|| problem(ProblemType::Internal, "A checked assessment lacks a step."))?;
        let answer = Answer::created(&kept);
        self.assessments.insert(id, kept);
        let about = [Some(id.0), self.recording(&new.subject.person.id)];
        let about = about.into_iter().flatten().collect();
        Ok(Taken { body: json(&new), about, makes: Some(id.0), answer })
    }

    pub(crate) fn ask(&mut self, mut work: Work<'_>) -> Outcome<Taken> {
        let mut new: NewConsentRequest = read(work.body)?;
        let Moment { at, today } = work.moment;
        let id = *new.id.get_or_insert_with(|| ConsentRequestId(work.named.fresh()));
        let now = *new.asked_at.get_or_insert(at);
        name_items(&mut new.items, &mut work);
        // What is not on this device, the backend looks up.
        let old = match new.replaces {
            Some(id) => Some(self.asked.get(&id).ok_or_else(not_found)?.clone()),
            None => None,
        };
        let assessed = match new.assessment_id {
            Some(id) => Some(self.assessments.get(&id).ok_or_else(not_found)?),
            None => None,
        };
        let mut errors = check(&new, &self.catalogue, &self.worker.id, today);
        let replaced = old.as_ref().map(|old| &old.facts);
        errors.extend(check_replacement(&new, replaced));
        errors.extend(assessment::check_request(&new, self.role, assessed, replaced));
        if let Some(client) = self.client_at(&new.subject.person.id, work.moment) {
            errors.extend(client::check_request(&new, &client));
        }
        held(errors)?;
        if self.asked.contains_key(&id) {
            return Err(invalid("/id", InvalidReason::Duplicate, "this id is in use"));
        }
        let replaced = old.as_ref().map(|old| Replaced { request: &old.facts, records: &old.records });
        let stamp = Stamp { id: &mut || work.ids.fresh(), now, asked_at: now, today };
        let resolved = resolve(&new, &self.catalogue, replaced, stamp)
            .ok_or_else(|| problem(ProblemType::Internal, "A checked request names what is not there."))?;
        let answer = self.keep_asked(resolved, old, today);
        let builds_on = self.recording(&new.subject.person.id);
        let about = [Some(id.0), new.assessment_id.map(|id| id.0), new.replaces.map(|id| id.0), builds_on];
        let about = about.into_iter().flatten().collect();
        Ok(Taken { body: json(&new), about, makes: Some(id.0), answer })
    }

    fn keep_asked(&mut self, resolved: Resolved, old: Option<Asked>, today: NaiveDate) -> Answer {
        let Resolved { request: mut facts, records: mut known, superseded } = resolved;
        facts.recordings = self.recordings(&facts.subject.id);
        if let Some(mut old) = old {
            for (id, _, event) in superseded {
                let ended = old.records.iter_mut().find(|record| record.id == id);
                ended.into_iter().for_each(|record| record.events.push(event.clone()));
            }
            old.facts.replaced_by = Some(facts.id);
            known.extend(old.records.iter().cloned());
            self.asked.insert(old.facts.id, old);
        }
        let answer = Answer::created(&view::request(&facts, &known, Viewer::Staff, today));
        let asked = Asked { records: known, outcomes: Vec::new(), here: true, facts };
        self.asked.insert(asked.facts.id, asked);
        answer
    }

    pub(crate) fn read_request(&self, id: &str, moment: Moment) -> Outcome<Answer> {
        // What was only read from the backend is the backend's to tell.
        let asked = self.find(id).ok().filter(|asked| asked.here).ok_or_else(not_found)?;
        let seen = view::request(&asked.facts, &asked.records, Viewer::Staff, moment.today);
        Ok(Answer::found(&seen))
    }
}

fn name_items(items: &mut [NewItem], work: &mut Work<'_>) {
    for item in items {
        item.id.get_or_insert_with(|| ItemId(work.named.fresh()));
    }
}
