// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What follows when the answer is no: exactly one of three outcomes for each item
//! (G1), with the three rules of thumb: understood (G2), weighed with a second
//! person (G3), reasoned and told (G4). What can go on without it goes on (G5).

use super::second::{self, no_bsn, not_to_come, text};
use crate::facts::{RecordFacts, RequestFacts};
use crate::record::invalid;
use crate::term::local_date;
use crate::view::{Viewer, is_no, is_told, visible_standing};
use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::disclosure_decision::{Consultation, DecisionKind};
use samenspraak_contract::id::{ItemId, PersonId, RefusalOutcomeId};
use samenspraak_contract::person::Person;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};
use samenspraak_contract::refusal::{NewRefusalOutcome, OutcomeType, RefusalOutcome};
use samenspraak_contract::sorted::SortedSet;

/// Every reason why this outcome cannot be recorded, in the order of the body.
/// `existing` are the outcomes of this request so far; `decider` is who is signed
/// in; `today` is the day on which it was decided.
pub fn check(
    new: &NewRefusalOutcome,
    request: &RequestFacts,
    records: &[RecordFacts],
    existing: &[RefusalOutcome],
    catalogue: &Catalogue,
    decider: &PersonId,
    today: NaiveDate,
) -> Vec<InvalidParam> {
    let mut errors = Vec::new();
    items(new, request, records, existing, today, &mut errors);
    effects(new, &mut errors);
    not_to_come("/explainedOn", new.explained_on, today, &mut errors);
    if new.explained_on < local_date(request.requested_at) {
        let detail = "what is at stake is explained after the question was asked";
        errors.push(invalid("/explainedOn", InvalidReason::DateOutOfRange, detail));
    }
    let about = people(request);
    second::person(Some(&new.consultation), decider, &about, today, &mut errors);
    text("/rationale", &new.rationale, &mut errors);
    not_to_come("/informedOn", new.informed_on, today, &mut errors);
    if new.informed_on < new.explained_on {
        let detail = "the outcome is told after it was explained what is at stake";
        errors.push(invalid("/informedOn", InvalidReason::DateOutOfRange, detail));
    }
    ground(new, catalogue, &mut errors);
    let involuntary = new.outcome_type == OutcomeType::Involuntary;
    second::measure(new.measure.as_ref(), involuntary, &mut errors);
    errors
}

/// The items of a request to which the answer is no, once everybody gave one (F7), and
/// for which no outcome was recorded yet (G1).
pub fn without_outcome(
    request: &RequestFacts,
    records: &[RecordFacts],
    existing: &[RefusalOutcome],
    today: NaiveDate,
) -> Vec<ItemId> {
    let open = |id: &ItemId| is_refused(request, records, *id, today) && !has_outcome(existing, *id);
    request.items.iter().map(|item| item.id).filter(open).collect()
}

// What staff read as a no. While somebody still has to answer it they do not: what
// follows a no is told with its reasons (G4), and would tell whose it is (F7).
fn is_refused(request: &RequestFacts, records: &[RecordFacts], item: ItemId, today: NaiveDate) -> bool {
    let read = |record| visible_standing(request, record, Viewer::Staff, today).status;
    request.record_of(item, records).is_some_and(|record| is_no(read(record)))
}

fn has_outcome(existing: &[RefusalOutcome], item: ItemId) -> bool {
    existing.iter().any(|outcome| outcome.item_ids.contains(&item))
}

fn items(
    new: &NewRefusalOutcome,
    request: &RequestFacts,
    records: &[RecordFacts],
    existing: &[RefusalOutcome],
    today: NaiveDate,
    errors: &mut Vec<InvalidParam>,
) {
    let mut seen = SortedSet::new();
    for (index, id) in new.item_ids.iter().enumerate() {
        let wrong = if request.item(*id).is_none() {
            Some((InvalidReason::UnknownItem, "the item is not in this request"))
        } else if !seen.insert(id) {
            Some((InvalidReason::Duplicate, "this item stands twice"))
        } else if !is_refused(request, records, *id, today) {
            let detail = "somebody still has to answer this item, or nobody said no or took a yes back";
            Some((InvalidReason::NotRefused, detail))
        } else if has_outcome(existing, *id) {
            Some((InvalidReason::Duplicate, "what follows this no is recorded already"))
        } else {
            None
        };
        errors.extend(wrong.map(|(reason, detail)| invalid(format!("/itemIds/{index}"), reason, detail)));
    }
}

// What the person reads about it: for a stop what stops, for less what goes on (G5).
fn effects(new: &NewRefusalOutcome, errors: &mut Vec<InvalidParam>) {
    for (name, words, needed) in [
        ("/stops", &new.stops, new.outcome_type == OutcomeType::Stopped),
        ("/continues", &new.continues, new.outcome_type == OutcomeType::Limited),
        ("/alternatives", &new.alternatives, false),
    ] {
        if needed { text(name, words, errors) } else { no_bsn(name, words, errors) }
    }
}

// Everybody it is about: none of them is the colleague who weighs along.
fn people(request: &RequestFacts) -> Vec<&PersonId> {
    let signatories = request.signatories.iter().map(|signatory| &signatory.person.id);
    std::iter::once(&request.subject.id).chain(signatories).collect()
}

// Help that nobody asked for rests on a ground for danger or coercion (F3, H12), and
// nothing else rests on one. What lifts medical secrecy gives no power to help.
fn ground(new: &NewRefusalOutcome, catalogue: &Catalogue, errors: &mut Vec<InvalidParam>) {
    let mut wrong = |reason, detail: &str| errors.push(invalid("/groundId", reason, detail));
    let involuntary = new.outcome_type == OutcomeType::Involuntary;
    match &new.ground_id {
        None if involuntary => wrong(InvalidReason::Missing, "say what the involuntary help rests on"),
        Some(_) if !involuntary => {
            wrong(InvalidReason::NotApplicable, "a ground belongs to help that the person did not ask for");
        }
        Some(id) => match catalogue.intake.disclosure_grounds.iter().find(|ground| ground.id == *id) {
            None => wrong(InvalidReason::UnknownLegalBasis, "the ground is not in the catalogue"),
            Some(ground) => {
                let carries =
                    |kind: &DecisionKind| matches!(kind, DecisionKind::Coercion | DecisionKind::Danger);
                if ground.medical || !ground.kinds.iter().any(carries) {
                    wrong(InvalidReason::GroundDoesNotFit, "this ground does not carry involuntary help");
                }
            }
        },
        None => {}
    }
}

/// What identifies a new outcome in the store.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// Its id.
    pub id: RefusalOutcomeId,
    /// Who decided.
    pub decided_by: Person,
    /// When it was decided.
    pub decided_at: DateTime<Utc>,
    /// When it is stored.
    pub recorded_at: DateTime<Utc>,
}

/// The outcome as it is stored, once it was checked.
pub fn outcome(new: &NewRefusalOutcome, request: &RequestFacts, stamp: Stamp) -> RefusalOutcome {
    RefusalOutcome {
        id: stamp.id,
        subject: request.subject.clone(),
        consent_request_id: request.id,
        item_ids: new.item_ids.clone(),
        consent_record_ids: new
            .item_ids
            .iter()
            .filter_map(|item| request.records.get(item))
            .copied()
            .collect(),
        outcome_type: new.outcome_type,
        stops: new.stops.clone(),
        continues: new.continues.clone(),
        alternatives: new.alternatives.clone(),
        explained_on: new.explained_on,
        consultation: new.consultation.clone(),
        rationale: new.rationale.clone(),
        informed_on: new.informed_on,
        ground_id: new.ground_id.clone(),
        measure: new.measure.clone(),
        decided_by: Some(stamp.decided_by),
        decided_at: stamp.decided_at,
        recorded_at: stamp.recorded_at,
    }
}

/// Whether a viewer may know of this outcome: a person only when everybody answered
/// what it follows, or the last day to answer has passed (F7, decision 4). None is
/// recorded earlier; whatever is stored, none is read earlier either.
pub fn may_read(
    outcome: &RefusalOutcome,
    request: &RequestFacts,
    records: &[RecordFacts],
    viewer: Viewer<'_>,
    today: NaiveDate,
) -> bool {
    let told = |item: &ItemId| {
        request.record_of(*item, records).is_some_and(|record| is_told(request, record, today))
    };
    matches!(viewer, Viewer::Staff) || outcome.item_ids.iter().all(told)
}

/// The outcome as a viewer reads it. The person reads everything but who of the
/// staff it was: a function is enough (I3).
pub fn view(outcome: &RefusalOutcome, viewer: Viewer<'_>) -> RefusalOutcome {
    let whole = outcome.clone();
    match viewer {
        Viewer::Staff => whole,
        Viewer::Person(_) => RefusalOutcome {
            consultation: Consultation { colleague: None, ..whole.consultation },
            decided_by: None,
            ..whole
        },
    }
}
