// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The clients a worker may visit: as the backend told last, with what was recorded,
//! asked and answered on this device since.

use crate::answer::{Answer, Outcome, held, json, read};
use crate::visit::{Asked, Moment, Taken, Visit, Work};
use samenspraak_contract::Page;
use samenspraak_contract::client::{Client, ClientRequest, NewClient};
use samenspraak_contract::id::{EventId, PersonId};
use samenspraak_contract::request::RequestStatus;
use samenspraak_rules::intake::client;
use samenspraak_rules::intake::facts::ClientFacts;
use sha2::{Digest, Sha256};
use std::cmp::Reverse;
use uuid::{Builder, Uuid};

impl Visit {
    /// Records a client, or a client as they are now. Whatever is asked of them next on
    /// this device builds on that: it is sent after it, and waits when it is refused.
    pub(crate) fn record(&mut self, mut work: Work<'_>) -> Outcome<Taken> {
        let mut new: NewClient = read(work.body)?;
        let Moment { at, today } = work.moment;
        let told = self.clients.iter().find(|client| client.person.id == new.person.id);
        // On replay both stand there already.
        if new.recorded_at.is_none() {
            new.recorded_at = Some(at);
            new.known_recorded_at = told.map(|client| client.recorded_at);
        }
        held(client::check(&new, &self.catalogue.age_rule, &self.worker.id, today))?;
        let body = json(&new);
        let facts = ClientFacts {
            id: EventId(work.ids.fresh()),
            person: new.person,
            birth_date: new.birth_date,
            representatives: new.representatives,
            household: new.household,
            case_reference: new.case_reference,
            recorded_by: self.worker.id.clone(),
            recorded_at: at,
        };
        // Of one person the order counts: a newer recording takes the place of a refused one.
        let about = vec![facts.id.0, id_of(&facts.person.id)];
        for asked in self.asked.values_mut().filter(|asked| asked.facts.subject.id == facts.person.id) {
            asked.facts.recordings.push(facts.clone());
        }
        let makes = Some(facts.id.0);
        let recorded = self.told(&facts, work.moment);
        self.recorded.insert(facts.person.id.clone(), facts);
        let answer = Answer::created(&self.client(&recorded, &[], work.moment));
        Ok(Taken { body, about, makes, answer })
    }

    /// The recording on this device that everything about this person builds on.
    pub(crate) fn recording(&self, person: &PersonId) -> Option<Uuid> {
        self.recorded.get(person).map(|facts| facts.id.0)
    }

    /// How somebody was recorded here, unless the backend told of a newer recording.
    pub(crate) fn recordings(&self, person: &PersonId) -> Vec<ClientFacts> {
        let told = self.clients.iter().find(|client| client.person.id == *person);
        let is_newer = |facts: &&ClientFacts| told.is_none_or(|told| told.recorded_at <= facts.recorded_at);
        self.recorded.get(person).filter(is_newer).cloned().into_iter().collect()
    }

    /// The clients as they were told of, without what was asked here.
    pub fn clients(&self) -> &[Client] {
        &self.clients
    }

    /// Remembers clients that the backend told of.
    pub fn know_clients(&mut self, clients: Vec<Client>) {
        self.clients.retain(|known| clients.iter().all(|client| client.person.id != known.person.id));
        self.clients.extend(clients);
    }

    /// These clients, and those that were recorded here and are not among them, with
    /// their requests. Of what is `newer` here this device knows more than the backend;
    /// of all else it adds only what the backend lacks.
    pub fn with_requests(&self, mut page: Page<Client>, newer: &[Uuid], moment: Moment) -> Page<Client> {
        let is_lacking = |it: &&ClientFacts| page.items.iter().all(|known| known.person.id != it.person.id);
        let lacking = self.recorded.values().filter(is_lacking).map(|facts| self.told(facts, moment));
        let mut items: Vec<Client> = lacking.collect();
        items.sort_by_key(|client| Reverse(client.recorded_at));
        items.append(&mut page.items);
        page.items = items.iter().map(|client| self.client(client, newer, moment)).collect();
        page
    }

    /// All clients of a visit to practise in.
    pub(crate) fn read_clients(&self, moment: Moment) -> Answer {
        let page = Page { items: self.clients.clone(), next_cursor: None };
        Answer::found(&self.with_requests(page, &[], moment))
    }

    /// A client as they were recorded last when something is asked of them, here or at the
    /// backend, and as they are on that day.
    pub(crate) fn client_at(&self, person: &PersonId, moment: Moment) -> Option<Client> {
        let here = self.recorded.get(person).map(|facts| self.told(facts, moment));
        let told = self.clients.iter().find(|client| client.person.id == *person);
        let known = told.map(|client| self.on_day(client, moment)).into_iter().chain(here);
        known.filter(|client| client.recorded_at <= moment.at).max_by_key(|client| client.recorded_at)
    }

    // The backend told of another day, perhaps.
    fn on_day(&self, known: &Client, moment: Moment) -> Client {
        client::on_day(known.clone(), &self.catalogue.age_rule, moment.today)
    }

    // As recorded here, with the requests that the backend told of.
    fn told(&self, facts: &ClientFacts, moment: Moment) -> Client {
        let known = self.clients.iter().find(|client| client.person.id == facts.person.id);
        let requests = known.map(|client| client.requests.clone()).unwrap_or_default();
        client::view(facts, requests, &self.catalogue.age_rule, moment.today)
    }

    fn client(&self, known: &Client, newer: &[Uuid], moment: Moment) -> Client {
        // What was sent a moment ago is newer than a list from before.
        let is_newer =
            |facts: &&ClientFacts| newer.contains(&facts.id.0) || known.recorded_at <= facts.recorded_at;
        let mut client = match self.recorded.get(&known.person.id).filter(is_newer) {
            Some(facts) => Client { requests: known.requests.clone(), ..self.told(facts, moment) },
            None => self.on_day(known, moment),
        };
        for asked in self.asked.values().filter(|it| it.facts.subject.id == client.person.id) {
            let told = client.requests.iter_mut().find(|request| request.id == asked.facts.id);
            match told {
                Some(told) if newer.contains(&asked.facts.id.0) => *told = newer_line(asked, told, moment),
                None if asked.here => client.requests.push(line(asked, moment)),
                _ => {}
            }
        }
        client.requests.sort_by_key(|request| Reverse(request.requested_at));
        client
    }
}

// What stands for a person among the ids that lines of the log share.
fn id_of(person: &PersonId) -> Uuid {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(&person.0)[..16]);
    Builder::from_custom_bytes(bytes).into_uuid()
}

fn line(asked: &Asked, moment: Moment) -> ClientRequest {
    client::request(&asked.facts, &asked.records, &asked.outcomes, moment.today)
}

// Who answered elsewhere stands in what the backend told alone (F7).
fn newer_line(asked: &Asked, told: &ClientRequest, moment: Moment) -> ClientRequest {
    let mut line = line(asked, moment);
    if !asked.here {
        line.awaits.retain(|person| told.awaits.contains(person));
        if line.status == RequestStatus::Open && line.awaits.is_empty() {
            line.status = RequestStatus::Decided;
        }
    }
    line
}
