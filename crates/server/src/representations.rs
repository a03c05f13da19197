// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whom the caller may look for (F6), and for whom they look now.

use crate::app::App;
use crate::input::header::DataSubject;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::RepresentedPerson;
use samenspraak_contract::person::Person;
use samenspraak_rules::representation;

/// Everybody whom the caller represents today; nobody for staff.
pub async fn represented(app: &App, caller: &Caller) -> Outcome<Vec<RepresentedPerson>> {
    if caller.role != Role::Citizen {
        return Ok(Vec::new());
    }
    let requests = app.requests_of(&caller.controller, &caller.person.id).await?;
    Ok(representation::represented(&requests, &caller.person.id, app.today()))
}

/// Whose data are meant: the caller's own, or those of somebody they represent.
///
/// # Errors
/// Not found for anybody else, whether they exist or not (M2).
pub async fn subject(app: &App, caller: &Caller, DataSubject(asked): DataSubject) -> Outcome<Person> {
    let Some(asked) = asked.filter(|asked| *asked != caller.person.id) else {
        return Ok(caller.person.clone());
    };
    let found = represented(app, caller).await?.into_iter().find(|found| found.person.id == asked);
    found.map(|found| found.person).ok_or_else(Failure::not_found)
}
