// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The question whether the committee may see the file (J2): asked in the same
//! change that takes the filing, and ended in the change that closes it.
//!
//! When the filing is answered, taken back or sent elsewhere, the committee has
//! nothing to advise on any more. Its question then ends as one that the
//! municipality ended (`revoked`): nobody is asked for nothing, and a yes shares
//! nothing any longer.

use crate::app::App;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use chrono::NaiveDate;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::filing::{CommitteeConsent, CommitteeStanding, FilingStatus};
use samenspraak_contract::id::{ConsentRequestId, EventId, PersonId};
use samenspraak_contract::person::{Person, Signatory};
use samenspraak_contract::record::{ConsentEvent, EventType};
use samenspraak_contract::request::NewSubject;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::filing::FilingFacts;
use samenspraak_rules::filing::committee::{Asked, documents, question, served, standing};
use samenspraak_rules::filing::reference::reference;
use samenspraak_rules::filing::state::{FilingState, state};
use samenspraak_rules::representation::newest_word;
use samenspraak_rules::request::{Resolved, Stamp, check, resolve};
use samenspraak_rules::signatories::{self, is_complete};
use samenspraak_storage::change::Append;
use samenspraak_storage::ids::Ids;
use samenspraak_storage::store::{MAX_PAGE, Part, Whose};

/// A question with its records.
pub type Question = (RequestFacts, Vec<RecordFacts>);

/// The question to ask with this filing, when a committee advises on its track,
/// it has none yet, and it is known who signs for the person.
pub async fn ask(
    app: &App,
    caller: &Caller,
    facts: &FilingFacts,
    today: NaiveDate,
) -> Outcome<Option<Question>> {
    let catalogue = app.catalogue(&caller.controller)?;
    let advises = catalogue.filing.committee_on(state(facts).kind.track());
    let (Some(committee), Some(subject), None) = (advises, &facts.subject, facts.committee_request) else {
        return Ok(None);
    };
    let Some((birth_date, signatories)) = who_signs(app, caller, catalogue, subject, today).await? else {
        tracing::warn!("nobody is known to sign for this person; the committee is not asked about");
        return Ok(None);
    };
    let asked = Asked {
        subject: NewSubject { person: subject.clone(), birth_date },
        signatories,
        reference: reference(facts.id, facts.received_on),
        desk: catalogue.filing.desk.clone(),
    };
    let new = question(committee, asked, &catalogue.age_rule, today);
    // The municipality asks; nobody on the staff does.
    let errors = check(&new, catalogue, &PersonId::from(""), today);
    if !errors.is_empty() {
        return Err(Failure::internal(&format!("the question for the committee is wrong: {errors:?}")));
    }
    let stamp = Stamp { id: &mut || app.ids.next(), now: app.now(), asked_at: app.now(), today };
    let Resolved { request, records, .. } = resolve(&new, catalogue, None, stamp)
        .ok_or_else(|| Failure::internal("a checked question names what the catalogue lacks"))?;
    Ok(Some((request, records)))
}

// Who signed before signs again, as far as the age rule and their proof still
// say so today. Of who was never asked anything, the login of a demonstration
// knows the age.
async fn who_signs(
    app: &App,
    caller: &Caller,
    catalogue: &Catalogue,
    subject: &Person,
    today: NaiveDate,
) -> Outcome<Option<(NaiveDate, Vec<Signatory>)>> {
    let whose = Whose::Person(subject.id.clone());
    let part = Part { before: None, limit: MAX_PAGE };
    let requests = app.store.requests(&caller.controller, &whose, part).await?;
    let about = requests.into_iter().find(|request| request.subject.id == subject.id);
    let (birth_date, before) = match about {
        Some(request) => (request.birth_date, newest_word(&request).to_vec()),
        None => {
            let people = app.demo.iter().flat_map(|demo| &demo.people);
            let persona = people.into_iter().find(|persona| persona.person.id == subject.id);
            let Some(birth_date) = persona.and_then(|persona| persona.birth_date(today)) else {
                return Ok(None);
            };
            (birth_date, Vec::new())
        }
    };
    let rule = &catalogue.age_rule;
    let signatories = signatories::who_signs(subject, birth_date, &before, rule, today);
    Ok(is_complete(&signatories, rule, birth_date, today).then_some((birth_date, signatories)))
}

/// The question of a filing, as it is stored.
pub async fn of(app: &App, caller: &Caller, facts: &FilingFacts) -> Outcome<Option<Question>> {
    let Some(id) = facts.committee_request else { return Ok(None) };
    read(app, caller, id).await.map(Some)
}

async fn read(app: &App, caller: &Caller, id: ConsentRequestId) -> Outcome<Question> {
    let request = app.store.request(&caller.controller, id).await?;
    let request = request.ok_or_else(|| Failure::internal("a filing without its question"))?;
    let records = app.records(caller, &request).await?;
    Ok((request, records))
}

/// The consent for the committee as the caller sees it.
pub fn seen(
    catalogue: &Catalogue,
    caller: &Caller,
    question: &Question,
    today: NaiveDate,
) -> Option<CommitteeConsent> {
    let (request, records) = question;
    Some(CommitteeConsent {
        consent_request_id: request.id,
        committee: request.items.first()?.recipient.clone(),
        documents: documents(request, records, caller.viewer(), today),
    })
    .filter(|_| catalogue.filing.committee.is_some())
}

/// The same in one word, for a list.
pub fn in_a_word(
    catalogue: &Catalogue,
    caller: &Caller,
    state: &FilingState,
    question: Option<&Question>,
    today: NaiveDate,
) -> CommitteeStanding {
    let advises = catalogue.filing.committee_on(state.kind.track()).is_some();
    let documents = question
        .map(|(request, records)| documents(request, records, caller.viewer(), today))
        .unwrap_or_default();
    standing(advises, &documents)
}

/// Ends the question when the committee has nothing to advise on any more.
pub fn end(
    catalogue: &Catalogue,
    ids: &Ids,
    state: &FilingState,
    question: Option<&Question>,
    today: NaiveDate,
) -> Vec<Append> {
    let advises = catalogue.filing.committee_on(state.kind.track()).is_some();
    let closed =
        matches!(state.status, FilingStatus::Decided | FilingStatus::Withdrawn | FilingStatus::SentOn);
    let Some((request, records)) = question.filter(|_| closed || !advises) else { return Vec::new() };
    served(request, records, today)
        .into_iter()
        .map(|(record_id, expected_version)| Append {
            record_id,
            expected_version,
            events: vec![revoked(ids)],
        })
        .collect()
}

fn revoked(ids: &Ids) -> ConsentEvent {
    let now = ids.now();
    ConsentEvent {
        id: EventId(ids.next()),
        event_type: EventType::Revoked,
        occurred_at: now,
        recorded_at: now,
        expressed_by: None,
        capacity: None,
        method: None,
        data_types: Vec::new(),
        end_date: None,
        presentation_id: None,
        notice_hash: None,
        language: None,
        decision_id: None,
        assistance: None,
        concerns: None,
    }
}
