// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Figures in which nobody can be found (N1, L22): quarters, what is counted,
//! and somebody who tries to compute what is hidden.

#![allow(clippy::unwrap_used, reason = "a figure that is not there is a failed test")]

mod attacker;
mod fixture;

use attacker::Knowledge;
use fixture::{catalogue, day};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use samenspraak_contract::filing::{FilingKind, Outcome};
use samenspraak_contract::statistics::{ConversationEnd, Table, TableId};
use samenspraak_rules::statistics::{Quarter, Said, Tally, Timeliness, statistics, tables};
use std::collections::{BTreeMap, BTreeSet};

type Counts = BTreeMap<Tally, u64>;

const MINIMUM: u32 = 10;

#[test]
fn a_quarter_is_written_and_read_and_ends() {
    for (date, quarter, previous) in [
        ("2026-01-01", "2026-Q1", "2025-Q4"),
        ("2026-03-31", "2026-Q1", "2025-Q4"),
        ("2026-04-01", "2026-Q2", "2026-Q1"),
        ("2026-11-22", "2026-Q4", "2026-Q3"),
        ("2026-12-31", "2026-Q4", "2026-Q3"),
    ] {
        let of = Quarter::of(day(date));
        assert_eq!((of.to_string().as_str(), of.previous().to_string().as_str()), (quarter, previous));
        assert_eq!(quarter.parse(), Ok(of));
        assert!(!of.has_ended(day(date)), "{date}");
        assert!(of.previous().has_ended(day(date)), "{date}");
    }
    for wrong in
        ["2026", "2026-Q0", "2026-Q5", "2026-q3", "26-Q3", "+026-Q3", "2026-Q3 ", "2026-Q", "2026-Q١"]
    {
        assert!(wrong.parse::<Quarter>().is_err(), "{wrong}");
    }
}

#[test]
fn a_running_quarter_has_no_figures() {
    let catalogue = catalogue();
    let quarter: Quarter = "2026-Q3".parse().unwrap();
    let on = |date| statistics(&catalogue, quarter, &Counts::new(), day(date));
    assert_eq!(on("2026-09-30"), None);
    assert_eq!(on("2026-07-01"), None);
    assert_eq!(on("2026-06-30"), None);
    let shown = on("2026-10-01").unwrap();
    assert_eq!((shown.period.as_str(), shown.minimum_cell), ("2026-Q3", catalogue.minimum_cell));
    assert_eq!(shown.controller, catalogue.controller);
}

#[test]
fn every_tally_has_a_word_of_its_own_and_the_words_stay() {
    let words: BTreeSet<String> = Tally::all().map(|tally| tally.to_string()).collect();
    assert_eq!(words.len(), FilingKind::ALL.len() * (1 + Outcome::ALL.len() * 2) + 3 + 2);
    let decided = Tally::Decided(FilingKind::Erasure, Outcome::PartlyGranted, Timeliness::InTime);
    assert_eq!(decided.to_string(), "decided/erasure/partly-granted/in-time");
    let objection = Tally::Filed(FilingKind::AdministrativeObjection);
    assert_eq!(objection.to_string(), "filed/administrative-objection");
    assert_eq!(Tally::Consent(Said::Withdrawn).to_string(), "consent/withdrawn");
    assert_eq!(Tally::Conversation(ConversationEnd::Abandoned).to_string(), "conversation/abandoned");
    let stored = BTreeMap::from([("filed/complaint".to_owned(), 3), ("filed/everything".to_owned(), 9)]);
    assert_eq!(Tally::read(&stored), Counts::from([(Tally::Filed(FilingKind::Complaint), 3)]));
}

#[test]
fn an_answer_on_its_last_day_is_in_time() {
    let last = Some(day("2026-09-30"));
    assert_eq!(Timeliness::of(day("2026-09-30"), last), Timeliness::InTime);
    assert_eq!(Timeliness::of(day("2026-10-01"), last), Timeliness::Late);
    assert_eq!(Timeliness::of(day("2026-10-01"), None), Timeliness::InTime);
}

fn figures(tables: &[Table]) -> BTreeMap<(TableId, String, String), Option<u64>> {
    Knowledge::of(tables).figures
}

fn figure(tables: &[Table], id: TableId, row: &str, column: &str) -> Option<u64> {
    figures(tables)[&(id, row.to_owned(), column.to_owned())]
}

#[test]
fn where_everything_is_large_everything_is_shown() {
    let counts: Counts = Tally::all().map(|tally| (tally, 10)).collect();
    let tables = tables(&counts, MINIMUM);
    assert!(figures(&tables).values().all(Option::is_some));
    assert_eq!(figure(&tables, TableId::FilingsByTrack, "rights-request", "filed"), Some(60));
    assert_eq!(figure(&tables, TableId::FilingsByKind, "total", "filed"), Some(80));
    assert_eq!(figure(&tables, TableId::Outcomes, "rights-request", "refused"), Some(120));
    assert_eq!(figure(&tables, TableId::Outcomes, "total", "total"), Some(480));
    assert_eq!(figure(&tables, TableId::Timeliness, "complaint", "late"), Some(30));
    assert_eq!(figure(&tables, TableId::Consents, "withdrawn", "times"), Some(10));
    assert_eq!(figure(&tables, TableId::Conversations, "abandoned", "times"), Some(10));
}

#[test]
fn where_nothing_happened_nothing_is_shown() {
    assert!(figures(&tables(&Counts::new(), MINIMUM)).values().all(Option::is_none));
}

fn filed(counts: &[(FilingKind, u64)]) -> Vec<Table> {
    tables(&counts.iter().map(|(kind, count)| (Tally::Filed(*kind), *count)).collect(), MINIMUM)
}

#[test]
fn one_small_figure_takes_the_smallest_other_with_it() {
    let mut counts: Vec<_> = FilingKind::ALL.into_iter().zip([40, 30, 20, 50, 60, 70, 80, 90]).collect();
    counts[1].1 = 3;
    let tables = filed(&counts);
    let hidden: Vec<_> = figures(&tables).into_iter().filter(|(_, count)| count.is_none()).collect();
    let hidden: Vec<_> = hidden.iter().filter(|((id, ..), _)| *id == TableId::FilingsByKind).collect();
    assert_eq!(hidden.len(), 2);
    assert_eq!(figure(&tables, TableId::FilingsByKind, "rectification", "filed"), None);
    assert_eq!(
        figure(&tables, TableId::FilingsByKind, "erasure", "filed"),
        None,
        "23 in all: either may be 3"
    );
    assert_eq!(figure(&tables, TableId::FilingsByTrack, "rights-request", "filed"), Some(243));
}

#[test]
fn two_small_figures_hide_each_other_only_when_their_sum_says_nothing() {
    let rest = [(FilingKind::AdministrativeObjection, 80), (FilingKind::Complaint, 90)];
    let with = |small: [u64; 6]| {
        let kinds = FilingKind::ALL.into_iter().zip(small);
        filed(&kinds.chain(rest).collect::<Vec<_>>())
    };
    let access = |tables: &[Table]| figure(tables, TableId::FilingsByKind, "access", "filed");
    assert_eq!(access(&with([20, 9, 9, 50, 60, 70])), Some(20), "two of 18 in all");
    assert_eq!(access(&with([20, 1, 2, 50, 60, 70])), None, "two of 3 in all would say: nearly nobody");
}

// "All twelve were refused" would tell each of the twelve, so zero is small.
#[test]
fn all_of_a_row_in_one_column_is_not_shown() {
    let counts = Counts::from([
        (Tally::Decided(FilingKind::Complaint, Outcome::Refused, Timeliness::InTime), 12),
        (Tally::Decided(FilingKind::Access, Outcome::Granted, Timeliness::InTime), 40),
        (Tally::Decided(FilingKind::Access, Outcome::Refused, Timeliness::InTime), 30),
    ]);
    let tables = tables(&counts, MINIMUM);
    assert_eq!(figure(&tables, TableId::Outcomes, "complaint", "refused"), None);
    assert_eq!(figure(&tables, TableId::Timeliness, "complaint", "in-time"), None);
    assert_eq!(figure(&tables, TableId::Outcomes, "total", "total"), Some(82));
}

// The attacker must be able to win, or the property below says nothing.
#[test]
fn the_attacker_finds_what_is_not_protected() {
    let decided = |kind, outcome, count| (Tally::Decided(kind, outcome, Timeliness::InTime), count);
    let counts = Counts::from([
        decided(FilingKind::AdministrativeObjection, Outcome::PartlyGranted, 0),
        decided(FilingKind::AdministrativeObjection, Outcome::Refused, 1),
        decided(FilingKind::Complaint, Outcome::PartlyGranted, 50),
        decided(FilingKind::Complaint, Outcome::Refused, 60),
    ]);
    let mut tables = tables(&counts, 0);
    let name = (TableId::Outcomes, "administrative-objection".to_owned(), "refused".to_owned());
    tables[2].rows[1].cells[2].count = None;
    assert_eq!(Knowledge::of(&tables).ranges()[&name], (1, Some(1)), "one hidden: by subtraction");
    tables[2].rows[1].cells[1].count = None;
    assert_eq!(Knowledge::of(&tables).ranges()[&name], (1, Some(1)), "a row: by its columns");
    tables[2].rows[2].cells[1].count = None;
    tables[2].rows[2].cells[2].count = None;
    assert_eq!(Knowledge::of(&tables).ranges()[&name], (0, Some(1)), "two rows: because none is negative");
}

fn any_counts() -> impl Strategy<Value = Counts> {
    let count = prop_oneof![
        4 => Just(0_u64),
        4 => 0_u64..10,
        2 => 10_u64..14,
        2 => 10_u64..200,
    ];
    let all: Vec<Tally> = Tally::all().collect();
    proptest::collection::vec(count, all.len())
        .prop_map(move |counts| all.iter().copied().zip(counts).collect())
}

proptest! {
    #![proptest_config(Config { rng_seed: RngSeed::Fixed(22), cases: 400, ..Config::default() })]

    /// What is shown is true and never small.
    #[test]
    fn nothing_small_is_shown(counts in any_counts(), minimum in 3_u32..30) {
        let open = figures(&tables(&counts, 0));
        for (name, shown) in figures(&tables(&counts, minimum)) {
            let truth = open[&name].unwrap();
            prop_assert!(shown.is_none_or(|shown| shown == truth && shown >= u64::from(minimum)), "{:?}", name);
        }
    }

    /// Whoever reads all tables together cannot compute a hidden figure, and
    /// learns of a small one nothing but that it is under the minimum.
    #[test]
    fn nothing_hidden_can_be_computed(counts in any_counts(), minimum in 3_u32..30) {
        let open = figures(&tables(&counts, 0));
        let known = Knowledge::of(&tables(&counts, minimum));
        for (name, (lowest, highest)) in known.ranges() {
            let truth = open[name].unwrap();
            prop_assert!(highest.is_none_or(|highest| lowest < highest), "{:?} is {}", name, lowest);
            if truth < u64::from(minimum) {
                prop_assert_eq!(lowest, 0, "{:?}", name);
                prop_assert!(highest.is_none_or(|highest| highest >= i64::from(minimum) - 1), "{:?}", name);
            }
        }
    }
}
