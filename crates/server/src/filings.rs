// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the operations on requests, objections and complaints share.
//!
//! | module | what happens in it |
//! |---|---|
//! | [`about`] | what a filing is about, and who has to be told |
//! | [`assemble`] | a filing as somebody sees it |
//! | [`committee`] | the question for the committee is asked, and ended |
//! | [`counts`] | what is counted, without a person |
//! | [`door`] | the three ways in |
//! | [`intake`] | a filing comes in, through one way for all three |
//! | [`letter`] | what the municipality writes to the person |
//! | [`receipt`] | the copy of what was sent |
//! | [`seed`] | filings of the demonstration |
//! | [`sheet`] | the queue as a spreadsheet |
//! | [`words`] | the words on these papers |

pub mod about;
pub mod assemble;
pub mod committee;
pub mod counts;
pub mod door;
pub mod intake;
pub mod letter;
pub mod receipt;
pub mod seed;
pub mod sheet;
pub mod words;

use crate::app::App;
use crate::problem::{Failure, Outcome};
use crate::representations::represented;
use crate::session::Caller;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::id::{ControllerId, FilingId};
use samenspraak_contract::person::Person;
use samenspraak_rules::filing::FilingFacts;
use samenspraak_rules::filing::clock::Law;
use samenspraak_rules::filing::event::Actor;
use samenspraak_rules::filing::state::state;
use samenspraak_rules::filing::view::may_read;

impl Caller {
    /// Who files without a session. No login gives out an empty id.
    pub fn nobody(controller: &ControllerId) -> Self {
        let person = Person { id: "".into(), display_name: String::new() };
        Self { person, role: Role::Citizen, controller: controller.clone() }
    }

    /// Whether there is a session behind it.
    pub fn is_somebody(&self) -> bool {
        !self.person.id.0.is_empty()
    }

    /// What the caller is to a filing.
    pub fn actor(&self) -> Actor<'_> {
        match self.role {
            Role::Citizen => Actor::Person(&self.person.id),
            Role::ComplaintHandler => Actor::Handler,
            Role::System => Actor::System,
            _ => Actor::Reader,
        }
    }
}

/// What the configuration says about filings.
pub fn law(catalogue: &Catalogue) -> Law<'_> {
    Law { terms: &catalogue.terms, rules: &catalogue.filing }
}

/// A filing that the caller may know of (M2).
pub async fn find(app: &App, caller: &Caller, id: FilingId) -> Outcome<FilingFacts> {
    let found = app.store.filing(&caller.controller, id).await?;
    let facts = found.ok_or_else(Failure::not_found)?;
    let may = match caller.role {
        Role::Citizen => concerns(app, caller, &facts).await?,
        Role::CommitteeSecretary => {
            let track = state(&facts).kind.track();
            app.catalogue(&caller.controller)?.filing.committee_on(track).is_some()
        }
        _ => true,
    };
    if may { Ok(facts) } else { Err(Failure::not_found()) }
}

/// A filing whose words the caller may read: what another wrote about somebody the
/// caller represents is not for the caller (F7).
pub async fn find_readable(app: &App, caller: &Caller, id: FilingId) -> Outcome<FilingFacts> {
    let facts = find(app, caller, id).await?;
    let may = caller.role != Role::Citizen || may_read(&facts, &caller.person.id);
    if may { Ok(facts) } else { Err(Failure::not_found()) }
}

// Of another it concerns who represents them now, also who filed it for them once (F6).
async fn concerns(app: &App, caller: &Caller, facts: &FilingFacts) -> Outcome<bool> {
    match &facts.subject {
        Some(subject) if subject.id != caller.person.id => {
            let people = represented(app, caller).await?;
            Ok(people.iter().any(|person| person.person.id == subject.id))
        }
        _ => Ok(facts.is_of(&caller.person.id)),
    }
}
