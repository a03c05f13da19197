// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The visit itself: one question in, one answer out.

use crate::answer::{Answer, Outcome, invalid, not_found, problem};
use crate::entry::Entry;
use crate::ids::Ids;
use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::assessment::Assessment;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::client::Client;
use samenspraak_contract::configuration::{Configuration, Role, SignedIn};
use samenspraak_contract::id::{
    AssessmentId, ConsentRequestId, DisclosureDecisionId, PersonId, PresentationId,
};
use samenspraak_contract::person::Person;
use samenspraak_contract::presentation::NoticePresentation;
use samenspraak_contract::problem::{InvalidReason, ProblemType};
use samenspraak_contract::refusal::RefusalOutcome;
use samenspraak_contract::sorted::{SortedMap, SortedSet};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::intake::facts::ClientFacts;
use samenspraak_rules::term::local_date;
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// When something is asked, by the clock of the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The instant.
    pub at: DateTime<Utc>,
    /// The day it is then, where the municipality is.
    pub today: NaiveDate,
}

impl From<DateTime<Utc>> for Moment {
    fn from(at: DateTime<Utc>) -> Self {
        Self { at, today: local_date(at) }
    }
}

/// What a screen asks.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// `GET` or `POST`.
    pub method: &'a str,
    /// After the base address, with its query.
    pub path: &'a str,
    /// The idempotency key, for a `POST`.
    pub key: &'a str,
    /// What is posted.
    pub body: &'a str,
    /// Whom the screen is turned to; nobody when the worker looks.
    pub turned_to: Option<&'a PersonId>,
    /// Now.
    pub moment: Moment,
}

/// A request with its records, as this device knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub facts: RequestFacts,
    pub records: Vec<RecordFacts>,
    pub outcomes: Vec<RefusalOutcome>,
    /// Composed in this visit; otherwise it was read from the backend.
    pub here: bool,
}

/// What is on a device between a worker and the clients of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    pub(crate) catalogue: Catalogue,
    pub(crate) configuration: Configuration,
    pub(crate) worker: Person,
    pub(crate) role: Role,
    pub(crate) clients: Vec<Client>,
    /// Who was recorded here, as they are now.
    pub(crate) recorded: SortedMap<PersonId, ClientFacts>,
    pub(crate) assessments: SortedMap<AssessmentId, Assessment>,
    pub(crate) asked: SortedMap<ConsentRequestId, Asked>,
    pub(crate) shown: SortedMap<PresentationId, (NoticePresentation, PersonId)>,
    pub(crate) shared: SortedSet<DisclosureDecisionId>,
    answered: SortedMap<Uuid, (String, Answer)>,
}

/// What the rules took: the complete body, what it is about, what later things can
/// build on, and the answer.
pub(crate) struct Taken {
    pub body: Value,
    pub about: Vec<Uuid>,
    pub makes: Option<Uuid>,
    pub answer: Answer,
}

/// One `POST` on its way through the rules.
pub(crate) struct Work<'a> {
    pub body: &'a Value,
    pub turned_to: Option<&'a PersonId>,
    pub moment: Moment,
    /// For the ids that stand in the body.
    pub named: Ids,
    /// For the ids of what follows from it.
    pub ids: Ids,
}

impl<'a> Work<'a> {
    fn new(key: Uuid, body: &'a Value, turned_to: Option<&'a PersonId>, moment: Moment) -> Self {
        let ids = |kind| Ids::new(key, kind, moment.at);
        Self { body, turned_to, moment, named: ids("named"), ids: ids("made") }
    }
}

impl Visit {
    /// An empty visit of the worker who is signed in; `None` when nobody is.
    pub fn new(catalogue: Catalogue, configuration: Configuration) -> Option<Self> {
        let SignedIn { person: worker, role, .. } = configuration.signed_in.clone()?;
        Some(Self {
            catalogue,
            configuration,
            worker,
            role,
            clients: Vec::new(),
            recorded: SortedMap::new(),
            assessments: SortedMap::new(),
            asked: SortedMap::new(),
            shown: SortedMap::new(),
            shared: SortedSet::new(),
            answered: SortedMap::new(),
        })
    }

    /// Answers, and hands back what has to be kept when something was taken. Until
    /// that is kept the answer must not be shown.
    pub fn answer(&mut self, question: &Question<'_>) -> (Answer, Option<Entry>) {
        let result = match question.method {
            "GET" => self.read(question).map(|answer| (answer, None)),
            "POST" => self.post(question),
            _ => Err(problem(ProblemType::MethodNotAllowed, "This path has no such method.")),
        };
        result.unwrap_or_else(|problem| (Answer::from(*problem), None))
    }

    /// Restores what an entry brought about. An entry that builds on what this device
    /// no longer has changes nothing; it is still sent.
    pub fn replay(&mut self, entry: &Entry) -> bool {
        // What is here already is not taken twice.
        if self.answered.contains_key(&entry.key) {
            return false;
        }
        let work = Work::new(entry.key, &entry.body, entry.turned_to.as_ref(), entry.at.into());
        let taken = self.take(&entry.path, work);
        taken.is_ok_and(|taken| {
            self.answered.insert(entry.key, (entry.hash.clone(), taken.answer));
            true
        })
    }

    fn read(&self, question: &Question<'_>) -> Outcome<Answer> {
        if let Some(person) = question.turned_to {
            return self.read_turned(question.path, person, question.moment);
        }
        match segments(question.path).as_slice() {
            ["clients"] => Ok(self.read_clients(question.moment)),
            ["consent-requests", id] => self.read_request(id, question.moment),
            _ => Err(not_found()),
        }
    }

    fn post(&mut self, question: &Question<'_>) -> Outcome<(Answer, Option<Entry>)> {
        let key: Uuid = question
            .key
            .parse()
            .map_err(|_| invalid("Idempotency-Key", InvalidReason::Malformed, "send a UUID"))?;
        let hash = hash(question.path, question.body);
        if let Some((before, answer)) = self.answered.get(&key) {
            if *before == hash {
                return Ok((answer.clone(), None));
            }
            let detail = "This key came with another body before.";
            return Err(problem(ProblemType::IdempotencyKeyReused, detail));
        }
        let body = serde_json::from_str(question.body)
            .map_err(|_| invalid("", InvalidReason::Malformed, "not valid JSON"))?;
        let at = question.moment.at;
        let turned_to = question.turned_to;
        let work = Work::new(key, &body, turned_to, question.moment);
        let Taken { body, about, makes, answer } = self.take(question.path, work)?;
        self.answered.insert(key, (hash.clone(), answer.clone()));
        let path = question.path.to_owned();
        let kind = path.rsplit('/').next().unwrap_or_default().to_owned();
        let turned_to = turned_to.cloned();
        let makes = makes.into_iter().collect();
        Ok((answer, Some(Entry { path, key, body, hash, kind, about, makes, turned_to, at })))
    }

    // Everything that changes the visit. A client who holds the screen shows and
    // decides, and nothing else.
    fn take(&mut self, path: &str, work: Work<'_>) -> Outcome<Taken> {
        match (segments(path).as_slice(), work.turned_to) {
            (["notice-presentations"], _) => self.show(work),
            (["consent-requests", id, "decisions"], _) => self.decide(id, work),
            (_, Some(_)) => Err(not_found()),
            (["clients"], None) => self.record(work),
            (["assessments"], None) => self.assess(work),
            (["consent-requests"], None) => self.ask(work),
            (["refusal-outcomes"], None) => self.conclude(work),
            (["disclosure-decisions"], None) => self.share(work),
            (["intake-counts"], None) => self.count(work),
            _ => Err(not_found()),
        }
    }

    pub(crate) fn find(&self, id: &str) -> Outcome<&Asked> {
        let id: ConsentRequestId = id.parse().map_err(|_| not_found())?;
        self.asked.get(&id).ok_or_else(not_found)
    }
}

/// The path without its query, cut at the slashes.
pub(crate) fn segments(path: &str) -> Vec<&str> {
    path.split('?').next().unwrap_or_default().split('/').collect()
}

fn hash(path: &str, body: &str) -> String {
    let digest = Sha256::new_with_prefix(path).chain_update("\n").chain_update(body).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
