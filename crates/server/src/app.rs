// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What every handler works with.

use crate::catalogue::Catalogues;
use crate::demo::Demo;
use crate::limit::Limit;
use crate::problem::{Failure, Outcome};
use crate::session::{Caller, Sessions};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::id::{ConsentRequestId, ControllerId, PersonId};
use samenspraak_ledger::key::SigningKey;
use samenspraak_rules::decision::EnteredBy;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::representation::may_read;
use samenspraak_rules::view::Viewer;
use samenspraak_storage::clock::Clock;
use samenspraak_storage::ids::{Ids, Randomness};
use samenspraak_storage::store::{MAX_PAGE, Part, Store, Whose};
use std::ops::Deref;
use std::sync::Arc;

/// The parts of the server, put together once.
pub struct Parts {
    /// Where everything is kept.
    pub store: Arc<dyn Store>,
    /// New ids and the time.
    pub ids: Ids,
    /// The source of session tokens.
    pub randomness: Arc<dyn Randomness>,
    /// One catalogue per controller.
    pub catalogues: Catalogues,
    /// Who is signed in.
    pub sessions: Sessions,
    /// How much came in without one.
    pub without_session: Limit,
    /// What receipts are signed with.
    pub signing_key: SigningKey,
    /// The fictional people who may sign in; none outside a demonstration.
    pub demo: Option<Demo>,
}

/// The parts, shared by all handlers.
#[derive(Clone)]
pub struct App(Arc<Parts>);

impl App {
    /// Shares the parts.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// The same server with another clock: how the past of a demonstration comes about.
    #[must_use]
    pub fn at(&self, clock: Arc<dyn Clock>) -> Self {
        Self::new(Parts {
            store: self.store.clone(),
            ids: Ids::new(clock, self.randomness.clone()),
            randomness: self.randomness.clone(),
            catalogues: self.catalogues.clone(),
            sessions: Sessions::default(),
            without_session: Limit::default(),
            signing_key: self.signing_key.clone(),
            demo: self.demo.clone(),
        })
    }

    /// The time.
    pub fn now(&self) -> DateTime<Utc> {
        self.ids.now()
    }

    /// The date where the municipalities are.
    pub fn today(&self) -> NaiveDate {
        day_of(self.now())
    }

    /// The catalogue of a controller.
    pub fn catalogue(&self, id: &ControllerId) -> Outcome<&Catalogue> {
        self.catalogues.get(id).ok_or_else(Failure::not_found)
    }

    /// A request that the caller may know of.
    pub async fn request(&self, caller: &Caller, id: ConsentRequestId) -> Outcome<RequestFacts> {
        let request = self.store.request(&caller.controller, id).await?.ok_or_else(Failure::not_found)?;
        // What somebody answered matters only when nothing else lets them read it.
        let may_read = self.may_read(caller, &request, &[])
            || self.may_read(caller, &request, &self.records(caller, &request).await?);
        if may_read { Ok(request) } else { Err(Failure::not_found()) }
    }

    /// Whether the caller may know of a request of their controller.
    pub fn may_read(&self, caller: &Caller, request: &RequestFacts, records: &[RecordFacts]) -> bool {
        caller.role != Role::Citizen || may_read(request, records, &caller.person.id, self.today())
    }

    /// Every request that concerns a person, newest first.
    pub async fn requests_of(
        &self,
        controller: &ControllerId,
        person: &PersonId,
    ) -> Outcome<Vec<RequestFacts>> {
        let whose = Whose::Person(person.clone());
        let mut requests: Vec<RequestFacts> = Vec::new();
        loop {
            let before = requests.last().map(|request| request.id.0);
            let found = self.store.requests(controller, &whose, Part { before, limit: MAX_PAGE }).await?;
            let last = found.len() < MAX_PAGE;
            requests.extend(found);
            if last {
                return Ok(requests);
            }
        }
    }

    /// The records of a request.
    pub async fn records(&self, caller: &Caller, request: &RequestFacts) -> Outcome<Vec<RecordFacts>> {
        let ids: Vec<_> = request.records.values().copied().collect();
        Ok(self.store.records_by_id(&caller.controller, &ids).await?)
    }
}

/// The date of a moment where the municipalities are.
pub fn day_of(moment: DateTime<Utc>) -> NaiveDate {
    samenspraak_rules::term::local_date(moment)
}

/// The moment at which a day begins where the municipalities are.
pub fn beginning_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    // The clock changes at two or three at night, so midnight is there, and once.
    let there = midnight.and_local_timezone(chrono_tz::Europe::Amsterdam).earliest();
    there.map_or_else(|| midnight.and_utc(), |moment| moment.with_timezone(&Utc))
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Caller {
    /// Through whose eyes the rules look.
    pub fn viewer(&self) -> Viewer<'_> {
        if self.role == Role::Citizen { Viewer::Person(&self.person.id) } else { Viewer::Staff }
    }

    /// Who enters an answer, for the rules.
    pub fn enters(&self) -> EnteredBy<'_> {
        if self.role == Role::Citizen {
            EnteredBy::Person(&self.person.id)
        } else {
            EnteredBy::Staff(&self.person, self.role)
        }
    }

    /// Whose entries a list holds for this caller.
    pub fn whose(&self) -> Whose {
        if self.role == Role::Citizen { Whose::Person(self.person.id.clone()) } else { Whose::Everybody }
    }
}
