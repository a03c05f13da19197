// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The figures as tables. What stands in two tables is one figure, hidden in
//! both or shown in both.

use super::network::{FigureId, Joint, Network};
use super::tally::{Said, Tally, Timeliness, word};
use samenspraak_contract::filing::{FilingKind, Outcome, Track};
use samenspraak_contract::statistics::{Cell, ConversationEnd, Row, Table, TableId};
use std::collections::BTreeMap;

const TRACKS: [Track; 3] = [Track::RightsRequest, Track::AdministrativeObjection, Track::Complaint];
const TOTAL: &str = "total";

/// The tables of a quarter, in a fixed order. Nothing under the minimum can be
/// read in them, nor computed from them.
pub fn tables(counts: &BTreeMap<Tally, u64>, minimum: u32) -> Vec<Table> {
    let [by_track, by_kind] = filings(counts, minimum);
    let [outcomes, timeliness] = decisions(counts, minimum);
    vec![by_track, by_kind, outcomes, timeliness, consents(counts, minimum), conversations(counts, minimum)]
}

fn sum(counts: &BTreeMap<Tally, u64>, wanted: impl Fn(&Tally) -> bool) -> u64 {
    counts.iter().filter(|(tally, _)| wanted(tally)).map(|(_, count)| count).sum()
}

// Each kind flows into its track, each track into the total.
fn filings(counts: &BTreeMap<Tally, u64>, minimum: u32) -> [Table; 2] {
    let mut network = Network::default();
    let (source, drain) = (network.joint(), network.joint());
    let (mut tracks, mut kinds) = (Vec::new(), Vec::new());
    for track in TRACKS {
        let joint = network.joint();
        for kind in FilingKind::ALL.into_iter().filter(|kind| kind.track() == track) {
            let count = sum(counts, |tally| *tally == Tally::Filed(kind));
            kinds.push((word(&kind), network.figure(source, joint, count)));
        }
        let count = sum(counts, |tally| matches!(tally, Tally::Filed(kind) if kind.track() == track));
        tracks.push((word(&track), network.figure(joint, drain, count)));
    }
    let all = network.figure(drain, source, sum(counts, |tally| matches!(tally, Tally::Filed(_))));
    network.hide_under(minimum);
    let table = |id, rows: Vec<(String, FigureId)>| {
        let row = |(code, figure)| Row { code, cells: vec![cell(&network, "filed", figure)], total: None };
        let totals = row((TOTAL.to_owned(), all));
        Table { id, rows: rows.into_iter().map(row).collect(), totals: Some(totals) }
    };
    [table(TableId::FilingsByTrack, tracks), table(TableId::FilingsByKind, kinds)]
}

// Each outcome flows apart into the tracks, and each track apart into in time
// and late: what was decided in a track is one figure in both tables.
fn decisions(counts: &BTreeMap<Tally, u64>, minimum: u32) -> [Table; 2] {
    let mut network = Network::default();
    let (source, drain) = (network.joint(), network.joint());
    let tracks = TRACKS.map(|track| (track, network.joint(), network.joint()));
    let decided = |wanted: &dyn Fn(Track, Outcome, Timeliness) -> bool| {
        sum(counts, |tally| matches!(tally, Tally::Decided(kind, o, t) if wanted(kind.track(), *o, *t)))
    };
    let decided_in =
        tracks.map(|(track, into, out)| network.figure(into, out, decided(&|t, _, _| t == track)));
    let all = network.figure(drain, source, decided(&|_, _, _| true));

    let outcomes = Outcome::ALL.map(|outcome| {
        let joint = network.joint();
        let total = network.figure(source, joint, decided(&|_, o, _| o == outcome));
        let cells = tracks.map(|(track, into, _)| {
            network.figure(joint, into, decided(&|t, o, _| (t, o) == (track, outcome)))
        });
        Column { code: word(&outcome), cells, total }
    });
    let timeliness = Timeliness::ALL.map(|timely| {
        let joint = network.joint();
        let total = network.figure(joint, drain, decided(&|_, _, t| t == timely));
        let cells = tracks.map(|(track, _, out)| {
            network.figure(out, joint, decided(&|t, _, time| (t, time) == (track, timely)))
        });
        Column { code: word(&timely), cells, total }
    });
    network.hide_under(minimum);
    [
        crossed(&network, TableId::Outcomes, &outcomes, decided_in, all),
        crossed(&network, TableId::Timeliness, &timeliness, decided_in, all),
    ]
}

struct Column {
    code: String,
    cells: [FigureId; TRACKS.len()],
    total: FigureId,
}

fn crossed(
    network: &Network,
    id: TableId,
    columns: &[Column],
    row_totals: [FigureId; TRACKS.len()],
    all: FigureId,
) -> Table {
    let row = |(index, track): (usize, &Track)| Row {
        code: word(track),
        cells: columns.iter().map(|column| cell(network, &column.code, column.cells[index])).collect(),
        total: Some(cell(network, TOTAL, row_totals[index])),
    };
    let totals = Row {
        code: TOTAL.to_owned(),
        cells: columns.iter().map(|column| cell(network, &column.code, column.total)).collect(),
        total: Some(cell(network, TOTAL, all)),
    };
    Table { id, rows: TRACKS.iter().enumerate().map(row).collect(), totals: Some(totals) }
}

// A yes of last year may be withdrawn now: the three add up to nothing.
fn consents(counts: &BTreeMap<Tally, u64>, minimum: u32) -> Table {
    let rows = Said::ALL.map(|said| (word(&said), Tally::Consent(said)));
    apart(TableId::Consents, &rows, counts, minimum)
}

fn conversations(counts: &BTreeMap<Tally, u64>, minimum: u32) -> Table {
    let rows = ConversationEnd::ALL.map(|end| (word(&end), Tally::Conversation(end)));
    apart(TableId::Conversations, &rows, counts, minimum)
}

// Figures that stand in no other table, and add up to nothing.
fn apart(id: TableId, rows: &[(String, Tally)], counts: &BTreeMap<Tally, u64>, minimum: u32) -> Table {
    let mut network = Network::default();
    let figures: Vec<_> = rows
        .iter()
        .map(|(code, wanted)| {
            let alone: Joint = network.joint();
            (code, network.figure(alone, alone, sum(counts, |tally| tally == wanted)))
        })
        .collect();
    network.hide_under(minimum);
    let row = |(code, figure): (&String, FigureId)| Row {
        code: code.clone(),
        cells: vec![cell(&network, "times", figure)],
        total: None,
    };
    Table { id, rows: figures.into_iter().map(row).collect(), totals: None }
}

fn cell(network: &Network, code: &str, figure: FigureId) -> Cell {
    Cell { code: code.to_owned(), count: network.shown(figure) }
}
