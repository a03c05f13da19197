// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whether an answer can be taken, and what to store for it. All choices of one
//! confirmation are taken, or none.
//!
//! | module | what it looks at |
//! |---|---|
//! | [`expression`] | who expressed it, how and when, and who entered it |
//! | [`input`] | whether the choices are all there, and no others |

mod expression;
mod input;

pub use expression::{EnteredBy, Moment};

use crate::facts::{RecordFacts, RequestFacts};
use crate::notice;
use crate::record::{Stance, ended, is_allowed, stance, standing};
use crate::representation::may_sign_for;
use chrono::{DateTime, NaiveDate, Utc};
use expression::Expressed;
use input::input_errors;
use samenspraak_contract::decision::{Answer, ItemChoice, NewDecision};
use samenspraak_contract::id::{ConsentRecordId, DataTypeId, DecisionId, EventId, PersonId};
use samenspraak_contract::person::Signatory;
use samenspraak_contract::presentation::NoticePresentation;
use samenspraak_contract::problem::InvalidParam;
use samenspraak_contract::record::{Assistance, ConsentEvent, EventType, ExpressionMethod};

/// Why no answer of a confirmation is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionRefusal {
    /// The person's answer is not asked, or may not be given any more.
    WrongSignatory,
    /// The text or the scope changed since it was shown.
    NoticeOutdated,
    /// The last day to answer passed.
    RequestLapsed,
    /// This person answered at least one of these items before.
    AlreadyDecided,
    /// The input is wrong; all errors at once.
    Invalid(Vec<InvalidParam>),
}

/// What to add to one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordAnswer {
    /// The record.
    pub record_id: ConsentRecordId,
    /// Its version when the answer was checked.
    pub version: u32,
    /// Given, refused or deferred.
    pub event_type: EventType,
    /// The data types said yes to.
    pub data_types: Vec<DataTypeId>,
    /// Last day, for a yes.
    pub end_date: Option<NaiveDate>,
}

/// What one confirmation has in common for all its events.
pub struct Stamp<'a> {
    /// Whose answer it is.
    pub signatory: &'a Signatory,
    /// The confirmation as it came in.
    pub decision: &'a NewDecision,
    /// Its id.
    pub decision_id: DecisionId,
    /// How it was expressed.
    pub method: ExpressionMethod,
    /// When it was expressed.
    pub occurred_at: DateTime<Utc>,
    /// When it is stored.
    pub recorded_at: DateTime<Utc>,
    /// Who entered it, when that was somebody else.
    pub assistance: Option<Assistance>,
}

impl<'a> Stamp<'a> {
    /// The stamp of a confirmation that was checked; `None` when nobody who signs
    /// expressed it.
    pub fn new(
        request: &'a RequestFacts,
        by: EnteredBy<'_>,
        decision: &'a NewDecision,
        decision_id: DecisionId,
        moment: Moment,
    ) -> Option<Self> {
        let expression = decision.expression.as_ref();
        Some(Self {
            signatory: request.signatory(by.expressed_by(decision)?)?,
            decision,
            decision_id,
            method: expression.map_or(ExpressionMethod::Digital, |expression| expression.method),
            occurred_at: Expressed::of(request, expression, moment).at,
            recorded_at: moment.recorded_at,
            assistance: expression.and_then(|expression| by.assistance(expression)),
        })
    }
}

impl RecordAnswer {
    /// The event to append. Who expressed it is always the person; who entered it
    /// stands apart (A7).
    pub fn event(&self, id: EventId, stamp: &Stamp<'_>) -> ConsentEvent {
        ConsentEvent {
            id,
            event_type: self.event_type,
            occurred_at: stamp.occurred_at,
            recorded_at: stamp.recorded_at,
            expressed_by: Some(stamp.signatory.person.clone()),
            capacity: Some(stamp.signatory.capacity),
            method: Some(stamp.method),
            data_types: self.data_types.clone(),
            end_date: self.end_date,
            presentation_id: Some(stamp.decision.presentation_id),
            notice_hash: Some(stamp.decision.notice_hash.clone()),
            language: Some(stamp.decision.language.clone()),
            decision_id: Some(stamp.decision_id),
            assistance: stamp.assistance.clone(),
            concerns: None,
        }
    }
}

/// Checks one confirmation against the request and its records, on the day it was
/// expressed: what lapsed or ended on its way here does not undo what was said.
/// `presentation` is the one it cites, when that was shown to who expressed it.
///
/// # Errors
/// See [`DecisionRefusal`]; nothing may be stored then.
pub fn check(
    request: &RequestFacts,
    records: &[RecordFacts],
    by: EnteredBy<'_>,
    new: &NewDecision,
    presentation: Option<&NoticePresentation>,
    moment: Moment,
) -> Result<Vec<RecordAnswer>, DecisionRefusal> {
    let mut errors = expression::check(request, by, new, moment);
    let signatory = by.expressed_by(new).and_then(|person| request.signatory(person));
    let signatory = match signatory {
        Some(signatory) => signatory,
        None if errors.is_empty() => return Err(DecisionRefusal::WrongSignatory),
        None => return Err(DecisionRefusal::Invalid(errors)),
    };
    let person = &signatory.person.id;
    let expressed = Expressed::of(request, new.expression.as_ref(), moment);
    let known = request.known_at(expressed.at);
    let request = known.as_ref();
    if !may_sign_for(request, signatory, expressed.day) {
        return Err(DecisionRefusal::WrongSignatory);
    }
    let outdated = |choice: &ItemChoice| {
        request.item(choice.item_id).is_some_and(|item| item.scope_fingerprint != choice.scope_fingerprint)
    };
    if request.replaced_by.is_some()
        || notice::hash(request, &new.language.0) != new.notice_hash
        || new.choices.iter().any(outdated)
    {
        return Err(DecisionRefusal::NoticeOutdated);
    }
    if request.answer_before_date < expressed.day {
        return Err(DecisionRefusal::RequestLapsed);
    }
    errors.extend(input_errors(request, records, person, new, presentation));
    if !errors.is_empty() {
        return Err(DecisionRefusal::Invalid(errors));
    }
    new.choices
        .iter()
        .map(|choice| {
            answer(request, records, person, choice, expressed).ok_or(DecisionRefusal::AlreadyDecided)
        })
        .collect()
}

/// Whether this person still has to answer this record. What was ended asks nobody.
pub fn awaits_answer(record: &RecordFacts, person: &PersonId) -> bool {
    ended(record).is_none() && matches!(stance(record, person), Stance::Silent | Stance::Deferred)
}

fn answer(
    request: &RequestFacts,
    records: &[RecordFacts],
    person: &PersonId,
    choice: &ItemChoice,
    expressed: Expressed,
) -> Option<RecordAnswer> {
    let record = request.record_of(choice.item_id, records)?;
    let item = request.item(choice.item_id)?;
    let data_types: Vec<DataTypeId> = choice
        .answers
        .iter()
        .filter(|(_, answer)| **answer == Answer::Yes)
        .map(|(datum, _)| datum.clone())
        .collect();
    let event_type = match (choice.deferred, data_types.is_empty()) {
        (true, _) => EventType::Deferred,
        (false, true) => EventType::Refused,
        (false, false) => EventType::Given,
    };
    let status = standing(request, record, expressed.day).status;
    let awaited = awaits_answer(record, person) && !expressed.is_before_last_word(record, person);
    (awaited && is_allowed(status, event_type)).then(|| RecordAnswer {
        record_id: record.id,
        version: record.version(),
        event_type,
        data_types,
        end_date: (event_type == EventType::Given).then_some(item.end_date),
    })
}
