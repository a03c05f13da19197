// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Terms of law: by which day a filing must be answered (K2, L8 to L10).
//!
//! Lengths, holidays and their citations are configuration ([`TermRules`]); how
//! days are counted is here. Today is an argument.
//!
//! | module | what it decides |
//! |---|---|
//! | [`calendar`] | which days are no working days |
//! | [`counting`] | the last day of a term |
//! | [`objection`] | whether an objection is in time, and when its clock starts |
//! | [`suspension`] | how long a clock stood still |
//!
//! Where the law leaves room, the day that is best for the citizen is chosen;
//! such a choice says so where it is made.

mod amsterdam;
pub mod calendar;
pub mod counting;
pub mod objection;
pub mod suspension;

pub use amsterdam::local_date;
pub use calendar::{easter, holidays, is_working_day};
pub use objection::{Arrival, filing_ends, is_late};
pub use suspension::Suspension;

use chrono::NaiveDate;
use counting::Span;
use samenspraak_contract::filing::Track;
use samenspraak_contract::party::Citation;
use samenspraak_contract::term::{Term, TermRules};
use suspension::Running;

/// Everything about a filing that moves its clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clockwork {
    /// The law it falls under.
    pub track: Track,
    /// The local day on which it was received. Forwarding never changes it.
    pub received_on: NaiveDate,
    /// The day the contested decision was made known (bekendmaking), when that
    /// is known. Objections to a decision only.
    pub decision_notified_on: Option<NaiveDate>,
    /// Whether a committee advises (Awb 7:13, 9:14).
    pub committee: bool,
    /// Whether the term was extended or adjourned. The law allows it once.
    pub extended: bool,
    /// Every time the objector was asked to repair an omission (Awb 6:6), in any
    /// order. Ignored where no law suspends: requests and complaints.
    pub suspensions: Vec<Suspension>,
}

/// The clock of a filing, as it stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The last day to answer. `None` while the term stands still, and for an
    /// objection to a decision of which the day of notification is not known.
    pub answer_before: Option<NaiveDate>,
    /// Whether the term stands still (opgeschort, Awb 7:10(2)).
    pub suspended: bool,
    /// The last day on which the person may be told of an extension. `None` when
    /// it was extended already, and while the last day is not known.
    pub extend_until: Option<NaiveDate>,
    /// The law that sets the term.
    pub law: Citation,
}

/// The clock of a filing on a day.
pub fn deadline(clockwork: &Clockwork, rules: &TermRules, today: NaiveDate) -> Deadline {
    let (base, extension) = terms(clockwork, rules);
    let law = if clockwork.extended { &extension.law } else { &base.law }.clone();
    let Some(from) = counts_from(clockwork, rules) else {
        return Deadline { answer_before: None, suspended: false, extend_until: None, law };
    };
    let span = Span::of(base);
    let span = if clockwork.extended { span.plus(extension) } else { span };
    let suspensions: &[Suspension] =
        if clockwork.track == Track::AdministrativeObjection { &clockwork.suspensions } else { &[] };
    let last = match suspension::running(suspensions, from, span.last_day(from), today) {
        Running::Until(last) => Some(span.moved(last, rules)),
        Running::Suspended => None,
    };
    let extend_until = if clockwork.extended { None } else { last };
    Deadline { answer_before: last, suspended: last.is_none(), extend_until, law }
}

/// Whether the person may be told on this day that the term is extended or
/// adjourned: once, and before the term ends (GDPR 12(3), Awb 7:10(3), 9:11(2)).
/// While the term stands still it has not ended.
pub fn may_extend(clockwork: &Clockwork, rules: &TermRules, today: NaiveDate) -> bool {
    let clock = deadline(clockwork, rules, today);
    !clockwork.extended && (clock.suspended || clock.extend_until.is_some_and(|last| today <= last))
}

// The term to answer, and the term by which it can be extended.
fn terms<'a>(clockwork: &Clockwork, rules: &'a TermRules) -> (&'a Term, &'a Term) {
    let (request, objection, complaint) =
        (&rules.rights_request, &rules.administrative_objection, &rules.complaint);
    match (clockwork.track, clockwork.committee) {
        (Track::RightsRequest, _) => (&request.answer, &request.extension),
        (Track::AdministrativeObjection, false) => (&objection.decision, &objection.adjournment),
        (Track::AdministrativeObjection, true) => {
            (&objection.decision_with_committee, &objection.adjournment)
        }
        (Track::Complaint, false) => (&complaint.answer, &complaint.adjournment),
        (Track::Complaint, true) => (&complaint.answer_with_committee, &complaint.adjournment),
    }
}

// The day before the first day of the term.
fn counts_from(clockwork: &Clockwork, rules: &TermRules) -> Option<NaiveDate> {
    match clockwork.track {
        Track::RightsRequest | Track::Complaint => Some(clockwork.received_on),
        Track::AdministrativeObjection => {
            let notified = clockwork.decision_notified_on?;
            Some(objection::counts_from(notified, clockwork.received_on, rules))
        }
    }
}
