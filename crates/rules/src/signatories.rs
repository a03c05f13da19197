// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who must sign, at which age (F2, F6). The limits are configuration.

use chrono::{Datelike, Days, NaiveDate};
use samenspraak_contract::catalogue::AgeRule;
use samenspraak_contract::person::{Capacity, Person, Representation, Signatory};

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

/// The birthday on which somebody gets this old.
pub(crate) fn birthday(birth: NaiveDate, years: u8) -> Option<NaiveDate> {
    let year = birth.year() + i32::from(years);
    // Somebody born on 29 February has a birthday on 1 March in other years.
    birth.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
}

/// Last day on which the same people sign as on the day `on`: the day before the next
/// birthday on which others do. `None` for an adult, and where no calendar reaches.
pub fn same_until(rule: &AgeRule, birth: NaiveDate, on: NaiveDate) -> Option<NaiveDate> {
    let limits = [rule.joint_from, rule.alone_from, rule.adult_from];
    let birthdays = limits.into_iter().filter_map(|years| birthday(birth, years));
    birthdays.filter(|birthday| on < *birthday).min()?.pred_opt()
}

/// Last day to answer what is asked on the day `on`: so many days later, and never
/// on a birthday on which others sign. Who signs does not change while a question can
/// be answered (F2).
pub fn answer_before(rule: &AgeRule, birth: NaiveDate, on: NaiveDate, days: u16) -> NaiveDate {
    let last = on + Days::new(days.into());
    same_until(rule, birth, on).map_or(last, |until| last.min(until))
}

/// Whether these capacities are a full and lawful set of signatories.
pub fn fits(signing: Signing, capacities: &[Capacity]) -> bool {
    let subject = capacities.contains(&Capacity::DataSubject);
    let represented = capacities.iter().any(|capacity| capacity.is_representative());
    let complete = match signing {
        Signing::Representatives => represented,
        Signing::Joint => subject && represented,
        Signing::Alone => subject,
        Signing::Adult => subject != represented,
    };
    complete && capacities.iter().all(|capacity| is_required(signing, *capacity))
}

/// Whether the yes of somebody in this capacity counts, and is needed, for a person of
/// this age.
///
/// In the place of an adult signs who a court named for personal matters: a curator
/// (BW 1:381) or a mentor (BW 1:453). To share what is known about somebody is such a
/// matter. An administrator (bewindvoerder) decides about property alone (BW 1:438 and
/// 1:441), and who was authorised (gemachtigde, BW 3:60) stands beside an adult who
/// can still decide: neither signs.
pub fn is_required(signing: Signing, capacity: Capacity) -> bool {
    let parental = matches!(capacity, Capacity::ParentWithAuthority | Capacity::Guardian);
    let subject = capacity == Capacity::DataSubject;
    match signing {
        Signing::Representatives => parental,
        Signing::Joint => subject || parental,
        Signing::Alone => subject,
        Signing::Adult => subject || matches!(capacity, Capacity::Curator | Capacity::Mentor),
    }
}

/// Who signs for somebody on a day (F2): under twelve the representatives, from twelve
/// both, from sixteen the young person; for an adult the curator or mentor, and
/// otherwise the adult. Only representations that count on that day count.
pub fn who_signs(
    person: &Person,
    birth: NaiveDate,
    representatives: &[Signatory],
    rule: &AgeRule,
    on: NaiveDate,
) -> Vec<Signatory> {
    let signing = signing(rule, birth, on);
    let represents = |one: &&Signatory| {
        one.capacity.is_representative() && is_required(signing, one.capacity) && may_sign(one, on)
    };
    let others: Vec<Signatory> = representatives.iter().filter(represents).cloned().collect();
    let in_their_place = match signing {
        Signing::Representatives => true,
        Signing::Joint | Signing::Alone => false,
        Signing::Adult => !others.is_empty(),
    };
    let themselves = (!in_their_place).then(|| Signatory {
        person: person.clone(),
        capacity: Capacity::DataSubject,
        representation: None,
    });
    themselves.into_iter().chain(others).collect()
}

/// Whether these people may together sign for somebody on a day.
pub fn is_complete(signatories: &[Signatory], rule: &AgeRule, birth: NaiveDate, on: NaiveDate) -> bool {
    let capacities: Vec<Capacity> = signatories.iter().map(|signatory| signatory.capacity).collect();
    fits(signing(rule, birth, on), &capacities)
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
