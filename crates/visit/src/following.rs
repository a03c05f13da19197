// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What follows a no (group G) or a conversation without more (E7), and the decision to share without consent (group H).

use crate::answer::{Answer, Outcome, held, invalid, json, not_found, problem, read};
use crate::visit::{Taken, Visit, Work};
use samenspraak_contract::disclosure_decision::NewDisclosureDecision;
use samenspraak_contract::id::{DisclosureDecisionId, DisclosureId, RefusalOutcomeId};
use samenspraak_contract::problem::{InvalidReason, ProblemType};
use samenspraak_contract::refusal::NewRefusalOutcome;
use samenspraak_contract::statistics::{ConversationEnd, IntakeCount};
use samenspraak_rules::intake::{refusal, sharing};

impl Visit {
    pub(crate) fn conclude(&mut self, mut work: Work<'_>) -> Outcome<Taken> {
        let mut new: NewRefusalOutcome = read(work.body)?;
        let id = *new.id.get_or_insert_with(|| RefusalOutcomeId(work.named.fresh()));
        let decided_at = *new.decided_at.get_or_insert(work.moment.at);
        let today = work.moment.today;
        let asked = self.asked.get_mut(&new.consent_request_id).ok_or_else(not_found)?;
        held(refusal::check(
            &new,
            &asked.facts,
            &asked.records,
            &asked.outcomes,
            &self.catalogue,
            &self.worker.id,
            today,
        ))?;
        let decided_by = self.worker.clone();
        let stamp = refusal::Stamp { id, decided_by, decided_at, recorded_at: decided_at };
        let outcome = refusal::outcome(&new, &asked.facts, stamp);
        let answer = Answer::created(&outcome);
        asked.outcomes.push(outcome);
        Ok(Taken { about: vec![new.consent_request_id.0, id.0], makes: None, body: json(&new), answer })
    }

    /// A conversation after which nothing was started: a count and nothing else (E7).
    pub(crate) fn count(&mut self, work: Work<'_>) -> Outcome<Taken> {
        let new: IntakeCount = read(work.body)?;
        if new.outcome != ConversationEnd::Abandoned {
            let detail = "what was started is counted with its assessment";
            return Err(invalid("/outcome", InvalidReason::NotApplicable, detail));
        }
        Ok(Taken { body: json(&new), about: Vec::new(), makes: None, answer: Answer::created(&new) })
    }

    pub(crate) fn share(&mut self, mut work: Work<'_>) -> Outcome<Taken> {
        let mut new: NewDisclosureDecision = read(work.body)?;
        let id = *new.id.get_or_insert_with(|| DisclosureDecisionId(work.named.fresh()));
        let decided_at = *new.decided_at.get_or_insert(work.moment.at);
        held(sharing::check(&new, &self.catalogue, &self.worker.id, work.moment.today))?;
        if !self.shared.insert(id) {
            return Err(invalid("/id", InvalidReason::Duplicate, "this id is in use"));
        }
        let stamp = sharing::Stamp {
            id,
            disclosure_ids: new.sharings.iter().map(|_| DisclosureId(work.ids.fresh())).collect(),
            decided_by: self.worker.clone(),
            decided_at,
            recorded_at: decided_at,
        };
        let facts = sharing::facts(&new, stamp)
            .ok_or_else(|| problem(ProblemType::Internal, "A checked decision lacks a second person."))?;
        let answer = Answer::created(&sharing::view(&facts, work.moment.today));
        Ok(Taken { about: vec![id.0], makes: None, body: json(&new), answer })
    }
}
