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
use samenspraak_storage::store::{MAX_PAGE, Part};

/// Everybody whom the caller represents today; nobody for staff.
pub async fn represented(app: &App, caller: &Caller) -> Outcome<Vec<RepresentedPerson>> {
    if caller.role != Role::Citizen {
        return Ok(Vec::new());
    }
    let mut requests = Vec::new();
    loop {
        let before = requests.last().map(|request: &samenspraak_rules::facts::RequestFacts| request.id.0);
        let part = Part { before, limit: MAX_PAGE };
        let found = app.store.requests(&caller.controller, &caller.whose(), part).await?;
        let last = found.len() < MAX_PAGE;
        requests.extend(found);
        if last {
            return Ok(representation::represented(&requests, &caller.person.id, app.today()));
        }
    }
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
