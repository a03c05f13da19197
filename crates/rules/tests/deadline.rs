// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The three clocks of a filing (K2, J7, L8 to L10): known cases, and each rule
//! held against a count of single days.

#![allow(clippy::unwrap_used, reason = "a date that does not exist is a failed test")]

mod fixture;

use chrono::{Days, NaiveDate};
use fixture::{day, terms};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use samenspraak_contract::filing::Track;
use samenspraak_rules::term::{Arrival, Clockwork, Deadline, Suspension};
use samenspraak_rules::term::{deadline, filing_ends, is_late, is_working_day, may_extend};
use std::collections::BTreeSet;

const TRACKS: [Track; 3] = [Track::RightsRequest, Track::AdministrativeObjection, Track::Complaint];

fn filed(track: Track, received_on: &str) -> Clockwork {
    Clockwork {
        track,
        received_on: day(received_on),
        decision_notified_on: None,
        committee: false,
        extended: false,
        suspensions: Vec::new(),
    }
}

/// Against a decision of Monday 5 January 2026: to be filed by 16 February.
fn objection() -> Clockwork {
    let decision_notified_on = Some(day("2026-01-05"));
    Clockwork { decision_notified_on, ..filed(Track::AdministrativeObjection, "2026-01-20") }
}

fn asked(asked_on: &str, repaired_on: Option<&str>, respond_before: &str) -> Suspension {
    let repaired_on = repaired_on.map(day);
    Suspension { asked_on: day(asked_on), repaired_on, respond_before: day(respond_before) }
}

/// The clock long after everything happened.
fn settled(clockwork: &Clockwork) -> Deadline {
    deadline(clockwork, &terms::rules(), day("2999-01-01"))
}

fn answer(clockwork: &Clockwork) -> NaiveDate {
    settled(clockwork).answer_before.unwrap()
}

fn extended(clockwork: &Clockwork) -> Clockwork {
    Clockwork { extended: true, ..clockwork.clone() }
}

// GDPR 12(3): one month from receipt, and two more counted from receipt.
#[test]
fn a_rights_request_has_a_month_and_at_most_two_more() {
    let request = filed(Track::RightsRequest, "2026-08-31");
    assert_eq!(answer(&request), day("2026-09-30"));
    assert_eq!(answer(&extended(&request)), day("2026-11-30"), "not 30 December: counted from receipt");
    assert_eq!(settled(&request).law.law, "AVG 12(3)");
    assert_eq!(settled(&extended(&request)).law.law, "AVG 12(3), verlenging");
    assert_eq!(answer(&Clockwork { committee: true, ..request.clone() }), answer(&request));
}

#[test]
fn an_extension_is_told_within_the_first_term_and_once() {
    let rules = terms::rules();
    let request = filed(Track::RightsRequest, "2027-01-31");
    assert_eq!(settled(&request).extend_until, Some(day("2027-03-01")), "28 February is a Sunday");
    assert!(may_extend(&request, &rules, day("2027-03-01")));
    assert!(!may_extend(&request, &rules, day("2027-03-02")));
    assert!(!may_extend(&extended(&request), &rules, day("2027-02-01")), "once");
    assert_eq!(settled(&extended(&request)).extend_until, None);
}

// Awb 9:11: six or ten weeks, four more.
#[test]
fn a_complaint_has_six_or_ten_weeks_and_four_more() {
    let complaint = filed(Track::Complaint, "2026-04-02");
    let with_committee = Clockwork { committee: true, ..complaint.clone() };
    assert_eq!(answer(&complaint), day("2026-05-15"), "14 May is Ascension Day");
    assert_eq!(answer(&extended(&complaint)), day("2026-06-11"));
    assert_eq!(answer(&with_committee), day("2026-06-11"));
    assert_eq!(answer(&extended(&with_committee)), day("2026-07-09"));
}

// Awb 7:10: counted from the end of the term to file, not from receipt.
#[test]
fn an_objection_has_six_or_twelve_weeks_after_the_term_to_file() {
    let objection = objection();
    let with_committee = Clockwork { committee: true, ..objection.clone() };
    assert_eq!(answer(&objection), day("2026-03-30"));
    assert_eq!(answer(&with_committee), day("2026-05-11"));
    assert_eq!(answer(&extended(&objection)), day("2026-05-11"));
    assert_eq!(answer(&extended(&with_committee)), day("2026-06-22"));
    assert_eq!(settled(&with_committee).law.law, "Awb 7:10(1), 7:13");
    assert_eq!(settled(&extended(&with_committee)).law.law, "Awb 7:10(3)");
}

// Algemene termijnenwet art. 4: the whole of eighteen weeks is not moved.
#[test]
fn a_term_that_grew_past_twelve_weeks_is_not_moved() {
    // The term to file ends on Friday 21 August 2026.
    let notified = Some(day("2026-07-10"));
    let objection = Clockwork { decision_notified_on: notified, committee: true, ..objection() };
    assert_eq!(answer(&objection), day("2026-11-13"));
    assert_eq!(answer(&extended(&objection)), day("2026-12-25"), "eighteen weeks: Christmas stays");
    let complaint = Clockwork { committee: true, ..filed(Track::Complaint, "2026-09-18") };
    assert_eq!(answer(&complaint), day("2026-11-27"));
    assert_eq!(answer(&extended(&complaint)), day("2026-12-25"), "fourteen weeks: Christmas stays");
}

#[test]
fn an_objection_after_the_term_is_counted_from_its_receipt() {
    let late = Clockwork { received_on: day("2026-03-02"), ..objection() };
    assert_eq!(answer(&late), day("2026-04-13"));
}

#[test]
fn without_the_day_of_the_decision_no_day_is_promised() {
    let clock = settled(&filed(Track::AdministrativeObjection, "2026-01-20"));
    assert_eq!((clock.answer_before, clock.suspended, clock.extend_until), (None, false, None));
    let unknown = filed(Track::AdministrativeObjection, "2026-01-20");
    assert!(!may_extend(&unknown, &terms::rules(), day("2026-01-21")));
}

// Awb 6:7 to 6:9.
#[test]
fn an_objection_is_late_after_six_weeks_unless_the_post_was_slow() {
    let rules = terms::rules();
    let notified = day("2026-01-05");
    assert_eq!(filing_ends(notified, &rules), day("2026-02-16"));
    let late = |filed_on, posted_on: Option<&str>| {
        let arrival = Arrival { filed_on: day(filed_on), posted_on: posted_on.map(day) };
        is_late(arrival, notified, &rules)
    };
    assert!(!is_late(Arrival::on(day("2026-02-16")), notified, &rules));
    assert!(is_late(Arrival::on(day("2026-02-17")), notified, &rules));
    assert!(!late("2026-02-23", Some("2026-02-16")), "posted on the last day, a week on its way");
    assert!(late("2026-02-24", Some("2026-02-16")), "more than a week");
    assert!(late("2026-02-18", Some("2026-02-17")), "posted too late");
    assert!(!late("2026-02-10", Some("2026-02-09")));
    // The week of a term that ends on 30 March 2026 ends on Easter Monday.
    let easter = |filed_on| {
        let arrival = Arrival { filed_on: day(filed_on), posted_on: Some(day("2026-03-30")) };
        is_late(arrival, day("2026-02-16"), &rules)
    };
    assert!(!easter("2026-04-07") && easter("2026-04-08"));
}

// Awb 7:10(2): from the day after the question up to the day of the answer.
#[test]
fn the_days_of_a_suspension_are_added() {
    let with = |suspensions| answer(&Clockwork { suspensions, ..objection() });
    assert_eq!(with(vec![]), day("2026-03-30"));
    assert_eq!(with(vec![asked("2026-03-02", Some("2026-03-03"), "2026-03-16")]), day("2026-03-30"));
    assert_eq!(with(vec![asked("2026-03-02", Some("2026-03-12"), "2026-03-16")]), day("2026-04-08"));
    assert_eq!(with(vec![asked("2026-03-02", None, "2026-03-16")]), day("2026-04-13"), "not used");
    assert_eq!(with(vec![asked("2026-03-02", Some("2026-05-01"), "2026-03-16")]), day("2026-04-13"));
    assert_eq!(
        with(vec![asked("2026-02-02", Some("2026-02-12"), "2026-02-12")]),
        day("2026-03-30"),
        "before"
    );
    assert_eq!(with(vec![asked("2026-04-02", Some("2026-04-12"), "2026-04-12")]), day("2026-03-30"), "after");
    let twice = vec![
        asked("2026-03-02", Some("2026-03-12"), "2026-03-12"),
        asked("2026-03-05", Some("2026-03-10"), "2026-03-12"),
        asked("2026-03-02", Some("2026-03-12"), "2026-03-20"),
    ];
    assert_eq!(with(twice), day("2026-04-08"), "no day is added twice");
}

#[test]
fn while_the_term_stands_still_no_day_is_promised() {
    let rules = terms::rules();
    let asked_once = asked("2026-03-02", Some("2026-03-12"), "2026-03-16");
    let objection = Clockwork { suspensions: vec![asked_once], ..objection() };
    let on = |date: &str| deadline(&objection, &rules, day(date));
    assert_eq!(on("2026-03-01").answer_before, Some(day("2026-03-30")));
    for date in ["2026-03-02", "2026-03-03", "2026-03-11"] {
        assert_eq!((on(date).answer_before, on(date).suspended), (None, true), "{date}");
        assert!(may_extend(&objection, &rules, day(date)));
        assert!(!may_extend(&extended(&objection), &rules, day(date)), "once");
    }
    assert_eq!(
        (on("2026-03-12").answer_before, on("2026-03-12").suspended),
        (Some(day("2026-04-08")), false)
    );
    assert!(may_extend(&objection, &rules, day("2026-04-08")));
    assert!(!may_extend(&objection, &rules, day("2026-04-09")));
}

#[test]
fn nothing_suspends_a_request_or_a_complaint() {
    for track in [Track::RightsRequest, Track::Complaint] {
        let plain = filed(track, "2026-03-02");
        let question = vec![asked("2026-03-03", None, "2026-03-30")];
        let asked = Clockwork { suspensions: question, ..plain.clone() };
        let on = |clockwork| deadline(clockwork, &terms::rules(), day("2026-03-10"));
        assert_eq!(on(&asked), on(&plain));
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..18_250).prop_map(|days| day("2026-01-01") + Days::new(days))
}

prop_compose! {
    fn any_suspension(start: NaiveDate)(
        asked in 0_u64..150, repaired in proptest::option::of(0_u64..60), term in 1_u64..60,
    ) -> Suspension {
        let asked_on = start + Days::new(asked);
        let repaired_on = repaired.map(|days| asked_on + Days::new(days));
        Suspension { asked_on, repaired_on, respond_before: asked_on + Days::new(term) }
    }
}

prop_compose! {
    fn any_clockwork()(start in any_day())(
        received_on in (0_u64..80).prop_map(move |days| start + Days::new(days)),
        decision_notified_on in Just(Some(start)),
        suspensions in proptest::collection::vec(any_suspension(start), 0..4),
        track in proptest::sample::select(TRACKS.to_vec()),
        committee in any::<bool>(),
        extended in any::<bool>(),
    ) -> Clockwork {
        Clockwork { track, received_on, decision_notified_on, committee, extended, suspensions }
    }
}

// Counts the days of the term one by one, and skips those on which it stands still.
fn by_counting(objection: &Clockwork) -> NaiveDate {
    let still: BTreeSet<NaiveDate> = objection.suspensions.iter().flat_map(days_still).collect();
    let ends = filing_ends(objection.decision_notified_on.unwrap(), &terms::rules());
    let from = ends.max(objection.received_on);
    let weeks = if objection.committee { 12 } else { 6 } + if objection.extended { 6 } else { 0 };
    let mut counted = from.iter_days().skip(1).filter(|date| !still.contains(date));
    let last = counted.nth(weeks * 7 - 1).unwrap();
    let moved = last.iter_days().find(|date| weeks > 12 || is_working_day(*date, &terms::rules()));
    moved.unwrap()
}

fn days_still(suspension: &Suspension) -> impl Iterator<Item = NaiveDate> + use<> {
    let (repaired, term) = (suspension.repaired_on, suspension.respond_before);
    let runs = move |date: &NaiveDate| *date < term && repaired.is_none_or(|repaired| *date < repaired);
    suspension.asked_on.iter_days().skip(1).take_while(runs)
}

proptest! {
    #![proptest_config(Config { rng_seed: RngSeed::Fixed(7_10), cases: 1_000, ..Config::default() })]

    /// Awb 7:10(2): every day on which the term stands still is added once.
    #[test]
    fn suspension_adds_exactly_its_days(clockwork in any_clockwork()) {
        let objection = Clockwork { track: Track::AdministrativeObjection, ..clockwork };
        prop_assert_eq!(answer(&objection), by_counting(&objection));
    }

    #[test]
    fn extending_never_shortens_and_is_never_told_twice(clockwork in any_clockwork()) {
        let plain = Clockwork { extended: false, ..clockwork };
        prop_assert!(answer(&extended(&plain)) > answer(&plain));
        prop_assert_eq!(settled(&plain).extend_until, settled(&plain).answer_before);
        prop_assert_eq!(settled(&extended(&plain)).extend_until, None);
    }

    #[test]
    fn a_later_filing_is_never_due_earlier(clockwork in any_clockwork(), days in 0_u64..40) {
        let later = Clockwork { received_on: clockwork.received_on + Days::new(days), ..clockwork.clone() };
        let still = Clockwork { suspensions: Vec::new(), ..clockwork };
        let later = Clockwork { suspensions: Vec::new(), ..later };
        prop_assert!(answer(&later) >= answer(&still));
    }

    /// A day that is promised does not change by what happens afterwards, and
    /// none is withheld that is certain.
    #[test]
    fn a_promised_day_holds(clockwork in any_clockwork(), days in 0_u64..250, soon in 0_u64..60) {
        let rules = terms::rules();
        let today = clockwork.decision_notified_on.unwrap() + Days::new(days);
        let repaired = |on: NaiveDate| {
            let mut future = clockwork.clone();
            future.suspensions.retain(|suspension| suspension.asked_on <= today);
            for suspension in &mut future.suspensions {
                suspension.repaired_on = suspension.repaired_on.filter(|day| *day <= today).or(Some(on));
            }
            answer(&future)
        };
        let now = deadline(&clockwork, &rules, today);
        let open = |s: &Suspension| {
            s.asked_on <= today && today < s.respond_before && s.repaired_on.is_none_or(|day| today < day)
        };
        match now.answer_before {
            Some(promised) => prop_assert_eq!(repaired(today + Days::new(soon)), promised),
            None => prop_assert!(clockwork.suspensions.iter().any(open)),
        }
        prop_assert_eq!(now.suspended, now.answer_before.is_none());
    }

    /// Without suspension the clock is the same on every day.
    #[test]
    fn today_moves_no_deadline(clockwork in any_clockwork(), days in 0_u64..400) {
        let still = Clockwork { suspensions: Vec::new(), ..clockwork };
        let today = still.decision_notified_on.unwrap() + Days::new(days);
        prop_assert_eq!(deadline(&still, &terms::rules(), today), settled(&still));
    }
}
