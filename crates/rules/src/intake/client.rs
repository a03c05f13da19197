// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The people a worker sits with: who may be recorded, who signs for them today and
//! nobody else (F2, F6), and what a worker reads of their requests.

use super::facts::ClientFacts;
use super::refusal::without_outcome;
use crate::facts::{RecordFacts, RequestFacts};
use crate::record::invalid;
use crate::request::bsn;
use crate::signatories::{Signing, is_complete, same_until, signing, who_signs};
use crate::view::{Viewer, request_status, waits_for};
use chrono::NaiveDate;
use samenspraak_contract::catalogue::AgeRule;
use samenspraak_contract::client::{Client, ClientRequest, NewClient};
use samenspraak_contract::id::PersonId;
use samenspraak_contract::person::{Capacity, Representation, Signatory};
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::refusal::RefusalOutcome;
use samenspraak_contract::request::{NewConsentRequest, NewSubject, RequestStatus};

/// Every reason why this client cannot be recorded, in the order of the body.
/// `worker` is who records it; a worker is no client of their own and represents none.
pub fn check(new: &NewClient, rule: &AgeRule, worker: &PersonId, today: NaiveDate) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    bsn("/person/id", &new.person.id.0, &mut errors);
    bsn("/person/displayName", &new.person.display_name, &mut errors);
    if new.person.id == *worker {
        let detail = "nobody records themselves as a client";
        errors.push(invalid("/person/id", InvalidReason::WrongSignatories, detail));
    }
    if today < new.birth_date {
        let detail = "the date of birth is in the future";
        errors.push(invalid("/birthDate", InvalidReason::DateInFuture, detail));
    }
    let signing = signing(rule, new.birth_date, today);
    for (index, representative) in new.representatives.iter().enumerate() {
        let name = format!("/representatives/{index}");
        check_person(new, index, representative, worker, &name, &mut errors);
        check_capacity(representative.capacity, signing, &name, &mut errors);
        check_proof(representative.representation.as_ref(), &name, today, &mut errors);
    }
    if let Some(place) = &new.household {
        bsn("/household/id", &place.id.0, &mut errors);
    }
    bsn("/caseReference", new.case_reference.as_deref().unwrap_or_default(), &mut errors);
    errors
}

fn check_person(
    new: &NewClient,
    index: usize,
    representative: &Signatory,
    worker: &PersonId,
    name: &str,
    errors: &mut Vec<InvalidParam>,
) {
    let person = &representative.person;
    bsn(&format!("{name}/person/id"), &person.id.0, errors);
    bsn(&format!("{name}/person/displayName"), &person.display_name, errors);
    let wrong = if person.id == new.person.id {
        Some((InvalidReason::WrongSignatories, "nobody represents themselves"))
    } else if person.id == *worker {
        Some((InvalidReason::WrongSignatories, "the worker who asks cannot sign"))
    } else if new.representatives[..index].iter().any(|other| other.person.id == person.id) {
        Some((InvalidReason::Duplicate, "this person represents them already"))
    } else {
        None
    };
    errors.extend(wrong.map(|(reason, detail)| invalid(format!("{name}/person/id"), reason, detail)));
}

// Authority over a child ends at adulthood, and what a court or an adult arranges
// begins there.
fn check_capacity(capacity: Capacity, signing: Signing, name: &str, errors: &mut Vec<InvalidParam>) {
    let detail = match (capacity, signing) {
        (Capacity::DataSubject, _) => "the client is no representative of their own",
        (Capacity::ParentWithAuthority | Capacity::Guardian, Signing::Adult) => {
            "nobody has authority over an adult as a parent or guardian"
        }
        (
            Capacity::Curator | Capacity::Mentor | Capacity::Administrator | Capacity::AuthorisedPerson,
            Signing::Representatives | Signing::Joint | Signing::Alone,
        ) => "a minor is represented by parents with authority or a guardian",
        _ => return,
    };
    errors.push(invalid(format!("{name}/capacity"), InvalidReason::WrongSignatories, detail));
}

// Provable (F6): where it was read, and not over already. It may begin later.
fn check_proof(proof: Option<&Representation>, name: &str, today: NaiveDate, errors: &mut Vec<InvalidParam>) {
    let name = format!("{name}/representation");
    let Some(proof) = proof else {
        let detail = "say where the representation was read and from when it counts";
        return errors.push(invalid(name, InvalidReason::RepresentationMissing, detail));
    };
    bsn(&format!("{name}/source"), &proof.source, errors);
    if proof.source.trim().is_empty() {
        let detail = "say where the representation was read";
        errors.push(invalid(format!("{name}/source"), InvalidReason::EmptyText, detail));
    }
    let Some(end) = proof.end_date else { return };
    if end < proof.start_date {
        let detail = "the representation ends before it begins";
        errors.push(invalid(format!("{name}/endDate"), InvalidReason::DateOutOfRange, detail));
    } else if end < today {
        let detail = "the representation has ended";
        errors.push(invalid(format!("{name}/endDate"), InvalidReason::RepresentationMissing, detail));
    }
}

/// Whether a colleague recorded this client after what the worker knew. What was recorded
/// without a network does not take the place of that: it can change who signs (F2, F6).
/// `newest` is the last recording.
pub fn is_overtaken(new: &NewClient, newest: Option<&ClientFacts>, worker: &PersonId) -> bool {
    let unknown = |it: &&ClientFacts| new.known_recorded_at.is_none_or(|known| known < it.recorded_at);
    new.recorded_at.is_some() && newest.filter(unknown).is_some_and(|it| it.recorded_by != *worker)
}

/// A client as a worker sees them today. `requests` are theirs, newest first.
pub fn view(client: &ClientFacts, requests: Vec<ClientRequest>, rule: &AgeRule, today: NaiveDate) -> Client {
    let known = Client {
        person: client.person.clone(),
        birth_date: client.birth_date,
        representatives: client.representatives.clone(),
        household: client.household.clone(),
        case_reference: client.case_reference.clone(),
        signatories: Vec::new(),
        signatory_missing: false,
        signatories_until: None,
        requests,
        recorded_at: client.recorded_at,
    };
    on_day(known, rule, today)
}

/// A client as they are on a day: who signs may be others than when it was read (F2, F6).
pub fn on_day(client: Client, rule: &AgeRule, day: NaiveDate) -> Client {
    let birth = client.birth_date;
    let signatories = who_signs(&client.person, birth, &client.representatives, rule, day);
    Client {
        signatory_missing: !is_complete(&signatories, rule, birth, day),
        signatories_until: same_until(rule, birth, day),
        signatories,
        ..client
    }
}

/// Every reason why this subject is not the client, as they are on the day of asking.
pub fn check_subject(subject: &NewSubject, client: &Client) -> Vec<InvalidParam> {
    let differs = subject.birth_date != client.birth_date;
    let detail = "another date of birth was recorded; read the client again";
    differs.then(|| invalid("/subject/birthDate", InvalidReason::NotAsRecorded, detail)).into_iter().collect()
}

/// Every reason why this request is not for the client, as they are on the day of
/// asking: who signs follows from what was recorded, and is not typed (F2, F6).
pub fn check_request(new: &NewConsentRequest, client: &Client) -> Vec<InvalidParam> {
    let mut errors = check_subject(&new.subject, client);
    let (named, recorded) = (&new.signatories, &client.signatories);
    if named.len() != recorded.len() || recorded.iter().any(|one| !named.contains(one)) {
        let detail = "others sign by what was recorded; read the client again";
        errors.push(invalid("/signatories", InvalidReason::NotAsRecorded, detail));
    }
    errors
}

/// A request in the list of a worker: where it is, whom it waits for, whether it only
/// tells, and whether a no still needs an outcome (G1), once everybody answered; never
/// what anybody answered (F7). `outcomes` are those of this request.
pub fn request(
    request: &RequestFacts,
    records: &[RecordFacts],
    outcomes: &[RefusalOutcome],
    today: NaiveDate,
) -> ClientRequest {
    let people = request.signatories.iter().map(|signatory| &signatory.person.id);
    // What took its place asks anew, or goes on with the same record.
    let current = request.replaced_by.is_none();
    let status = request_status(request, records, Viewer::Staff, today);
    // After the last day nobody is waited for.
    let waits = |person: &&PersonId| status == RequestStatus::Open && waits_for(request, records, person);
    ClientRequest {
        id: request.id,
        status,
        requested_at: request.requested_at,
        awaits: people.filter(waits).cloned().collect(),
        notice: request.is_notice(),
        outcome_missing: current && !without_outcome(request, records, outcomes, today).is_empty(),
    }
}
