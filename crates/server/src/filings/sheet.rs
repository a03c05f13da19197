// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The queue as a spreadsheet (CSV, RFC 4180): what a case system needs and no
//! name of anybody (J7).

use samenspraak_contract::filing::FilingSummary;
use serde::Serialize;

/// Most rows of one sheet.
pub const MAX_ROWS: usize = 10_000;

const HEADER: [&str; 9] =
    ["reference", "kind", "status", "outcome", "received", "answerBefore", "standing", "committee", "id"];

/// The sheet, with its header.
pub fn render(rows: &[FilingSummary]) -> String {
    let mut sheet = line(&HEADER.map(str::to_owned));
    for row in rows {
        sheet.push_str(&line(&cells(row)));
    }
    sheet
}

fn cells(row: &FilingSummary) -> [String; 9] {
    let day = row.deadline.answer_before.map(|day| day.to_string());
    [
        row.reference.clone(),
        word(&row.kind),
        word(&row.status),
        row.outcome.map(|outcome| word(&outcome)).unwrap_or_default(),
        row.received_on.to_string(),
        day.unwrap_or_default(),
        word(&row.deadline.standing),
        word(&row.committee),
        row.id.to_string(),
    ]
}

// The word of the contract.
fn word(value: &impl Serialize) -> String {
    let word = serde_json::to_value(value).unwrap_or_default();
    word.as_str().unwrap_or_default().to_owned()
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

// A spreadsheet runs what begins like a formula; a quote in front makes it text.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::{line, quoted};

    #[test]
    fn nothing_in_a_cell_runs_or_breaks_out_of_it() {
        for (cell, written) in [
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@sum", "'@sum"),
            ("a,b", "\"a,b\""),
            ("a\nb", "\"a\nb\""),
            ("plain", "plain"),
        ] {
            assert_eq!(quoted(cell), written);
        }
        assert_eq!(line(&["a".to_owned(), "b,c".to_owned()]), "a,\"b,c\"\r\n");
    }
}
