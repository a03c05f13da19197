// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! That staff looked is written down, for the person to see. Nobody looks unseen:
//! when it cannot be written down, nothing is read.

use crate::app::App;
use crate::problem::Outcome;
use crate::session::Caller;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::Consulted;
use samenspraak_contract::id::{ConsultationId, PersonId};
use samenspraak_storage::change::Change;
use samenspraak_storage::disclosure::ConsultationFacts;

/// Notes that the caller looked at these things of these people, when the caller is
/// staff: once per thing and day.
///
/// # Errors
/// When it cannot be stored; then nothing may be shown.
pub async fn note(
    app: &App,
    caller: &Caller,
    seen: impl IntoIterator<Item = (PersonId, Consulted)>,
) -> Outcome<()> {
    if caller.role == Role::Citizen {
        return Ok(());
    }
    let (now, day) = (app.now(), app.today());
    let facts = |(subject, consulted)| ConsultationFacts {
        id: ConsultationId(app.ids.next()),
        subject,
        viewer: caller.person.id.clone(),
        role: caller.role,
        consulted,
        occurred_at: now,
        day,
    };
    let mut change = Change::new(caller.controller.clone());
    change.disclosures.consultations = seen.into_iter().map(facts).collect();
    if !change.disclosures.consultations.is_empty() {
        app.store.apply(change).await?;
    }
    Ok(())
}
