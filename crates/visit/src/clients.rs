// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The clients a worker may visit: as the backend told last, with what was asked and
//! answered on this device since.

use crate::answer::Answer;
use crate::visit::{Asked, Moment, Visit};
use samenspraak_contract::Page;
use samenspraak_contract::client::{Client, ClientRequest};
use samenspraak_rules::intake::client;
use std::cmp::Reverse;
use uuid::Uuid;

impl Visit {
    /// The clients as they were told of, without what was asked here.
    pub fn clients(&self) -> &[Client] {
        &self.clients
    }

    /// Remembers clients that the backend told of.
    pub fn know_clients(&mut self, clients: Vec<Client>) {
        self.clients.retain(|known| clients.iter().all(|client| client.person.id != known.person.id));
        self.clients.extend(clients);
    }

    /// These clients with their requests. Of `unsent` requests this device knows more
    /// than the backend; of all others it adds only what the backend lacks.
    pub fn with_requests(&self, mut page: Page<Client>, unsent: &[Uuid], moment: Moment) -> Page<Client> {
        page.items = page.items.iter().map(|client| self.client(client, unsent, moment)).collect();
        page
    }

    /// All clients of a visit to practise in.
    pub(crate) fn read_clients(&self, moment: Moment) -> Answer {
        let page = Page { items: self.clients.clone(), next_cursor: None };
        Answer::found(&self.with_requests(page, &[], moment))
    }

    fn client(&self, client: &Client, unsent: &[Uuid], moment: Moment) -> Client {
        let mut client = client.clone();
        let own = self.asked.values().filter(|it| it.here && it.facts.subject.id == client.person.id);
        for asked in own {
            let known = client.requests.iter().position(|request| request.id == asked.facts.id);
            match known {
                Some(place) if unsent.contains(&asked.facts.id.0) => {
                    client.requests[place] = line(asked, moment);
                }
                Some(_) => {}
                None => client.requests.push(line(asked, moment)),
            }
        }
        client.requests.sort_by_key(|request| Reverse(request.requested_at));
        client
    }
}

fn line(asked: &Asked, moment: Moment) -> ClientRequest {
    client::request(&asked.facts, &asked.records, &asked.outcomes, moment.today)
}
