// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Which days are no working days.

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use samenspraak_contract::term::{HolidayRule, TermRules};

/// Easter Sunday of a year in the Gregorian calendar, by the lunar computus.
/// `None` outside the years that a date can hold.
pub fn easter(year: i32) -> Option<NaiveDate> {
    let century = year.div_euclid(100);
    let golden = year.rem_euclid(19);
    // The moon, corrected for skipped leap days and for its own drift.
    let drift = (century - century.div_euclid(4) - (8 * century + 13).div_euclid(25) + 15).rem_euclid(30);
    let full_moon = (19 * golden + drift).rem_euclid(30);
    // The tables never let the full moon fall after 18 April, nor twice in one cycle on it.
    let late = full_moon == 29 || (full_moon == 28 && golden > 10);
    let paschal =
        NaiveDate::from_ymd_opt(year, 3, 21)? + TimeDelta::days((full_moon - i32::from(late)).into());
    let days_to_sunday = 7 - paschal.weekday().num_days_from_sunday();
    paschal.checked_add_days(Days::new(days_to_sunday.into()))
}

/// The holidays and bridge days of a year, in order (Algemene termijnenwet art. 3).
pub fn holidays(year: i32, rules: &TermRules) -> Vec<NaiveDate> {
    let holidays = rules.holidays.iter().filter_map(|holiday| on(holiday.rule, year));
    let bridges = rules.bridge_days.iter().map(|bridge| bridge.date).filter(|date| date.year() == year);
    let mut days: Vec<NaiveDate> = holidays.chain(bridges).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Whether a day is no Saturday, Sunday, holiday or bridge day.
pub fn is_working_day(date: NaiveDate, rules: &TermRules) -> bool {
    let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    let holiday = || rules.holidays.iter().any(|holiday| on(holiday.rule, date.year()) == Some(date));
    let bridge = || rules.bridge_days.iter().any(|bridge| bridge.date == date);
    !weekend && !holiday() && !bridge()
}

/// The day itself when it is a working day, or else the first one after it.
pub fn working_day_from(date: NaiveDate, rules: &TermRules) -> NaiveDate {
    date.iter_days().find(|day| is_working_day(*day, rules)).unwrap_or(date)
}

fn on(rule: HolidayRule, year: i32) -> Option<NaiveDate> {
    match rule {
        HolidayRule::Date { month, day } => NaiveDate::from_ymd_opt(year, month.into(), day.into()),
        HolidayRule::DateNotSunday { month, day } => {
            let date = NaiveDate::from_ymd_opt(year, month.into(), day.into())?;
            if date.weekday() == Weekday::Sun { date.pred_opt() } else { Some(date) }
        }
        HolidayRule::Easter { days } => easter(year)?.checked_add_signed(TimeDelta::days(days.into())),
    }
}
