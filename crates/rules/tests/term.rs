// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Which day it is, which days are no working days, and the last day of a term
//! (L8 to L10): known dates, and fifty years of them.

#![allow(clippy::unwrap_used, reason = "a date that does not exist is a failed test")]

mod fixture;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};
use fixture::{day, terms};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use samenspraak_contract::party::Citation;
use samenspraak_contract::term::{BridgeDay, Counting, Term, TermRules, TermUnit};
use samenspraak_rules::term::calendar::working_day_from;
use samenspraak_rules::term::counting::{Span, last_day};
use samenspraak_rules::term::{easter, holidays, is_working_day, local_date};

fn term(length: u16, unit: TermUnit, counting: Counting) -> Term {
    Term { length, unit, counting, law: Citation { law: "test".into(), url: None } }
}

fn weeks(length: u16) -> Term {
    term(length, TermUnit::Weeks, Counting::GeneralTermsAct)
}

fn fifty_years() -> impl Iterator<Item = NaiveDate> {
    day("2026-01-01").iter_days().take_while(|date| date.year() < 2076)
}

fn with_bridge(date: &str) -> TermRules {
    let law = Citation { law: "Koninklijk besluit".into(), url: None };
    TermRules { bridge_days: vec![BridgeDay { date: day(date), law }], ..terms::rules() }
}

// Month times a hundred plus day, from 1990.
const EASTER_SUNDAYS: [u32; 71] = [
    415, 331, 419, 411, 403, 416, 407, 330, 412, 404, 423, 415, 331, 420, 411, 327, 416, 408, 323, 412, 404,
    424, 408, 331, 420, 405, 327, 416, 401, 421, 412, 404, 417, 409, 331, 420, 405, 328, 416, 401, 421, 413,
    328, 417, 409, 325, 413, 405, 425, 410, 401, 421, 406, 329, 417, 409, 325, 414, 405, 418, 410, 402, 421,
    406, 329, 418, 402, 422, 414, 330, 418,
];

#[test]
fn easter_is_where_the_church_tables_put_it() {
    let mut known: Vec<(i32, u32)> = (1990..).zip(EASTER_SUNDAYS).collect();
    // The years in which the tables correct the moon, the earliest, and the latest.
    known.extend([(1954, 418), (1981, 419), (2076, 419), (1818, 322), (1943, 425), (3165, 418)]);
    for (year, date) in known {
        let sunday = easter(year).unwrap();
        assert_eq!((sunday.year(), sunday.month() * 100 + sunday.day()), (year, date));
        assert_eq!(sunday.weekday(), Weekday::Sun);
    }
    assert_eq!(easter(i32::MAX), None);
}

// Algemene termijnenwet art. 3.
#[test]
fn a_year_has_nine_holidays_and_koningsdag_is_never_on_a_sunday() {
    let expected = |dates: [&str; 9]| dates.map(day).to_vec();
    assert_eq!(
        holidays(2026, &terms::rules()),
        expected([
            "2026-01-01",
            "2026-04-03",
            "2026-04-06",
            "2026-04-27",
            "2026-05-05",
            "2026-05-14",
            "2026-05-25",
            "2026-12-25",
            "2026-12-26",
        ])
    );
    let of_2025 = holidays(2025, &terms::rules());
    assert!(of_2025.contains(&day("2025-04-26")), "27 April 2025 is a Sunday");
    assert!(!of_2025.contains(&day("2025-04-27")));
}

#[test]
fn a_bridge_day_is_a_holiday_once() {
    let rules = with_bridge("2026-05-15");
    assert!(!is_working_day(day("2026-05-15"), &rules));
    assert!(is_working_day(day("2026-05-15"), &terms::rules()));
    assert_eq!(holidays(2026, &rules).len(), 10);
    assert_eq!(holidays(2027, &rules).len(), 9);
    assert_eq!(holidays(2026, &with_bridge("2026-05-05")).len(), 9, "a day is never there twice");
}

// Regulation 1182/71 art. 3(2)(c) and 3(4); GDPR 12(3).
#[test]
fn a_month_ends_on_the_same_day_or_the_last_of_a_short_month() {
    let rules = terms::rules();
    for (received, answer) in [
        ("2026-08-31", "2026-09-30"),
        ("2026-11-16", "2026-12-16"),
        ("2028-01-31", "2028-02-29"),
        ("2027-01-31", "2027-03-01"), // 28 February 2027 is a Sunday
        ("2026-04-05", "2026-05-06"), // 5 May
        ("2026-11-25", "2026-12-28"), // Christmas, a Saturday, a Sunday
        ("2026-12-01", "2027-01-04"), // New Year's Day, Saturday, Sunday
    ] {
        assert_eq!(last_day(&rules.rights_request.answer, day(received), &rules), day(answer), "{received}");
    }
}

// Awb 6:7, 6:8(1); Algemene termijnenwet art. 1(1).
#[test]
fn six_weeks_end_on_the_same_weekday_or_the_next_working_day() {
    let rules = terms::rules();
    for (notified, last) in [
        ("2026-12-02", "2027-01-13"), // over New Year, and no holiday moves it
        ("2026-11-20", "2027-01-04"), // New Year's Day is a Friday
        ("2025-11-13", "2025-12-29"), // Christmas on Thursday and Friday, then a weekend
        ("2026-02-20", "2026-04-07"), // Good Friday to Easter Monday
        ("2026-03-24", "2026-05-06"), // 5 May
        ("2026-03-16", "2026-04-28"), // Koningsdag
        ("2026-04-02", "2026-05-15"), // Ascension Day: the Friday after it is a working day
    ] {
        assert_eq!(last_day(&weeks(6), day(notified), &rules), day(last), "{notified}");
    }
    let bridge = with_bridge("2026-05-15");
    assert_eq!(
        last_day(&weeks(6), day("2026-04-02"), &bridge),
        day("2026-05-18"),
        "unless it is a bridge day"
    );
}

// Easter as late as it gets, and Koningsdag on the Tuesday: five days in a row.
#[test]
fn the_longest_row_of_days_off_is_passed() {
    let rules = terms::rules();
    assert_eq!(working_day_from(day("2038-04-23"), &rules), day("2038-04-28"));
    let longest = fifty_years().map(|date| working_day_from(date, &rules) - date).max();
    assert_eq!(longest, Some(TimeDelta::days(5)));
}

// Algemene termijnenwet art. 4.
#[test]
fn a_longer_term_than_twelve_weeks_or_three_months_is_not_moved() {
    let months = |length| term(length, TermUnit::Months, Counting::GeneralTermsAct);
    let saturday = "2026-08-29";
    for (term, from, last) in [
        (weeks(12), "2026-06-06", "2026-08-31"),
        (weeks(13), "2026-05-30", saturday),
        (months(3), "2026-05-29", "2026-08-31"),
        (months(4), "2026-04-29", saturday),
        (term(13, TermUnit::Weeks, Counting::Regulation1182), "2026-05-30", "2026-08-31"),
    ] {
        assert_eq!(last_day(&term, day(from), &terms::rules()), day(last), "{term:?}");
    }
}

#[test]
fn over_fifty_years_a_last_day_is_a_working_day_and_never_earlier_or_out_of_order() {
    let rules = with_bridge("2031-05-23");
    let terms = [&rules.rights_request.answer, &weeks(1), &weeks(6), &weeks(10), &weeks(12), &weeks(18)];
    for term in terms {
        let span = Span::of(term);
        let mut before = NaiveDate::MIN;
        for event in fifty_years() {
            let (unmoved, last) = (span.last_day(event), last_day(term, event, &rules));
            let passed = unmoved.iter_days().take_while(|date| *date < last);
            assert!(passed.into_iter().all(|date| !is_working_day(date, &rules)), "{event}: {last}");
            assert!(!span.is_moved() || is_working_day(last, &rules), "{event}: {last}");
            assert!((0..=5).contains(&(last - unmoved).num_days()), "{event}: {last}");
            assert!(last >= before, "{event}: a later event never ends earlier");
            before = last;
        }
    }
}

// Regulation 1182/71 art. 3(2)(c), said without adding months to a date.
#[test]
fn over_fifty_years_months_and_weeks_end_where_they_should() {
    for event in fifty_years() {
        for length in [1, 3] {
            let last = Span::of(&term(length, TermUnit::Months, Counting::Regulation1182)).last_day(event);
            let month = (event.month0() + u32::from(length)) % 12;
            assert_eq!(last.month0(), month);
            let whole = last.day() == event.day();
            let short = last.day() < event.day() && (last + Days::new(1)).day() == 1;
            assert!(whole || short, "{event}: {last}");
            assert!((last - event).num_days() <= i64::from(length) * 31);
        }
        let last = Span::of(&weeks(6)).last_day(event);
        assert_eq!((last.weekday(), (last - event).num_days()), (event.weekday(), 42));
    }
}

#[test]
fn a_date_at_the_end_of_time_stops_there() {
    let rules = terms::rules();
    assert_eq!(last_day(&weeks(6), NaiveDate::MAX, &rules), NaiveDate::MAX);
    assert_eq!(last_day(&rules.rights_request.answer, NaiveDate::MAX, &rules), NaiveDate::MAX);
    for instant in [DateTime::<Utc>::MAX_UTC, DateTime::<Utc>::MIN_UTC] {
        assert!((local_date(instant) - instant.date_naive()).num_days().abs() <= 1);
    }
}

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn a_filing_late_at_night_belongs_to_that_local_day() {
    for (filed, on) in [
        ("2026-07-01T21:30:00Z", "2026-07-01"), // half past eleven in summer
        ("2026-07-01T22:00:00Z", "2026-07-02"),
        ("2026-12-01T22:30:00Z", "2026-12-01"), // half past eleven in winter
        ("2026-12-01T23:00:00Z", "2026-12-02"),
        ("2026-03-28T23:30:00Z", "2026-03-29"), // the night the clock goes forward
        ("2026-03-29T21:59:59Z", "2026-03-29"),
        ("2026-03-29T22:00:00Z", "2026-03-30"),
        ("2026-10-24T22:00:00Z", "2026-10-25"), // the night it goes back
        ("2026-10-25T22:59:59Z", "2026-10-25"),
        ("2026-10-25T23:00:00Z", "2026-10-26"),
    ] {
        assert_eq!(local_date(instant(filed)), day(on), "{filed}");
    }
}

// Directive 2000/84/EC: summer time runs from the last Sunday of March to the
// last Sunday of October, both at one o'clock UTC.
fn by_directive(instant: DateTime<Utc>) -> NaiveDate {
    let changeover = |month| {
        let last = NaiveDate::from_ymd_opt(instant.year(), month, 31).unwrap();
        let sunday = last - Days::new(last.weekday().num_days_from_sunday().into());
        sunday.and_hms_opt(1, 0, 0).unwrap().and_utc()
    };
    let summer = (changeover(3)..changeover(10)).contains(&instant);
    (instant + TimeDelta::hours(if summer { 2 } else { 1 })).date_naive()
}

#[test]
fn around_every_changeover_and_every_midnight_the_day_is_right() {
    for date in fifty_years() {
        for hour in [0, 1, 20, 21, 22, 23] {
            for (minute, second) in [(0, 0), (30, 0), (59, 59)] {
                let instant = date.and_hms_opt(hour, minute, second).unwrap().and_utc();
                assert_eq!(local_date(instant), by_directive(instant), "{instant}");
            }
        }
    }
}

proptest! {
    #![proptest_config(Config { rng_seed: RngSeed::Fixed(1182), cases: 2_000, ..Config::default() })]

    #[test]
    fn at_any_instant_the_day_is_right(seconds in 1_767_225_600_i64..3_345_062_400) {
        let instant = DateTime::from_timestamp(seconds, 0).unwrap();
        prop_assert_eq!(local_date(instant), by_directive(instant));
    }
}
