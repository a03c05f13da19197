// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A filing as somebody sees it, with everything that stands around it.

use crate::app::App;
use crate::filings::about::there;
use crate::filings::committee::{self, Question};
use crate::filings::law;
use crate::problem::Outcome;
use crate::session::Caller;
use crate::v1::consent_records::read::find as find_record;
use crate::v1::disclosures::read::find as find_disclosure;
use chrono::NaiveDate;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::Disclosure;
use samenspraak_contract::filing::{Filing, FilingOrigin, FilingReference, FilingSummary};
use samenspraak_contract::record::ConsentRecord;
use samenspraak_rules::filing::FilingFacts;
use samenspraak_rules::filing::state::state;
use samenspraak_rules::filing::view::{self, Around};
use samenspraak_storage::store::{MAX_PAGE, Part};

/// The filing as the caller sees it. `question` is what the committee is asked,
/// as it is stored or is about to be.
pub async fn seen(
    app: &App,
    caller: &Caller,
    facts: &FilingFacts,
    question: Option<&Question>,
    today: NaiveDate,
) -> Outcome<Filing> {
    let catalogue = app.catalogue(&caller.controller)?;
    let (disclosure, consent_record) = origin(app, caller, facts, today).await?;
    let around = Around {
        law: law(catalogue),
        controller: &catalogue.controller,
        parties: &catalogue.parties,
        disclosure,
        consent_record,
        committee: question.and_then(|question| committee::seen(catalogue, caller, question, today)),
        possible_duplicates: alike(app, caller, facts).await?,
        today,
    };
    Ok(view::filing(facts, caller.actor(), around))
}

/// The filing as it is stored, as the caller sees it.
pub async fn read(app: &App, caller: &Caller, facts: &FilingFacts) -> Outcome<Filing> {
    let question = committee::of(app, caller, facts).await?;
    seen(app, caller, facts, question.as_ref(), app.today()).await
}

// What is not there for this caller (any more) is left out, and is no failure.
async fn origin(
    app: &App,
    caller: &Caller,
    facts: &FilingFacts,
    today: NaiveDate,
) -> Outcome<(Option<Disclosure>, Option<ConsentRecord>)> {
    match facts.origin {
        _ if caller.role == Role::System || !caller.is_somebody() => Ok((None, None)),
        None => Ok((None, None)),
        Some(FilingOrigin::Disclosure(id)) => Ok((there(find_disclosure(app, caller, id).await)?, None)),
        Some(FilingOrigin::ConsentRecord(id)) => {
            let found = there(find_record(app, caller, id).await)?;
            let seen = found.and_then(|(request, record)| {
                samenspraak_rules::view::record(&request, &record, caller.viewer(), today)
            });
            Ok((None, seen))
        }
    }
}

async fn alike(app: &App, caller: &Caller, facts: &FilingFacts) -> Outcome<Vec<FilingReference>> {
    let (Some(subject), Role::ComplaintHandler) = (&facts.subject, caller.role) else {
        return Ok(Vec::new());
    };
    let part = Part { before: None, limit: MAX_PAGE };
    let others = app.store.filings(&caller.controller, std::slice::from_ref(&subject.id), part).await?;
    Ok(view::possible_duplicates(facts, &others))
}

/// The filing in a list.
pub async fn summary(app: &App, caller: &Caller, facts: &FilingFacts) -> Outcome<FilingSummary> {
    let catalogue = app.catalogue(&caller.controller)?;
    let question = committee::of(app, caller, facts).await?;
    let (state, today) = (state(facts), app.today());
    let standing = committee::in_a_word(catalogue, caller, &state, question.as_ref(), today);
    Ok(view::summary(facts, standing, law(catalogue), today))
}
