// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who must sign, at which age (F2, F6). The limits are configuration.

use chrono::{Datelike, NaiveDate};
use samenspraak_contract::catalogue::AgeRule;
use samenspraak_contract::person::{Capacity, Representation, Signatory};

/// Who signs for a person of some age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signing {
    /// The representatives alone (under 12).
    Representatives,
    /// The young person and the representatives together (12 to 15).
    Joint,
    /// The young person alone, not yet an adult (16 and 17).
    Alone,
    /// The adult, or the one a court or the adult named.
    Adult,
}

/// Age in whole years on a day. Somebody born on 29 February has a birthday on
/// 1 March in other years.
pub fn age(birth: NaiveDate, on: NaiveDate) -> i32 {
    let before_birthday = (on.month(), on.day()) < (birth.month(), birth.day());
    on.year() - birth.year() - i32::from(before_birthday)
}

/// Who signs for a person born on `birth`, on the day `on`.
pub fn signing(rule: &AgeRule, birth: NaiveDate, on: NaiveDate) -> Signing {
    let age = age(birth, on);
    if age < i32::from(rule.joint_from) {
        Signing::Representatives
    } else if age < i32::from(rule.alone_from) {
        Signing::Joint
    } else if age < i32::from(rule.adult_from) {
        Signing::Alone
    } else {
        Signing::Adult
    }
}

/// Whether these capacities are a full and lawful set of signatories.
pub fn fits(signing: Signing, capacities: &[Capacity]) -> bool {
    let subject = capacities.contains(&Capacity::DataSubject);
    let parental = capacities.iter().filter(|c| is_parental(**c)).count();
    let others = capacities.len() - parental - usize::from(subject);
    match signing {
        Signing::Representatives => !subject && parental > 0 && others == 0,
        Signing::Joint => subject && parental > 0 && others == 0,
        Signing::Alone => subject && parental == 0 && others == 0,
        Signing::Adult => parental == 0 && (subject != (others > 0)),
    }
}

/// Whether somebody in this capacity must have said yes on a day with this rule.
pub fn is_required(signing: Signing, capacity: Capacity) -> bool {
    match signing {
        Signing::Representatives => capacity.is_representative(),
        Signing::Joint => true,
        Signing::Alone => capacity == Capacity::DataSubject,
        Signing::Adult => !is_parental(capacity),
    }
}

fn is_parental(capacity: Capacity) -> bool {
    matches!(capacity, Capacity::ParentWithAuthority | Capacity::Guardian)
}

/// Whether a representation counts on a day.
pub fn is_valid(representation: &Representation, on: NaiveDate) -> bool {
    representation.start_date <= on && representation.end_date.is_none_or(|end| on <= end)
}

/// Whether a signatory may sign on a day: for themselves always, for another
/// with a representation that counts.
pub fn may_sign(signatory: &Signatory, on: NaiveDate) -> bool {
    !signatory.capacity.is_representative()
        || signatory.representation.as_ref().is_some_and(|representation| is_valid(representation, on))
}
