// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a visitor downloads: a line per file, and the budgets that fail the build.

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// What somebody downloads for one thing, and the most it may weigh as brotli 11.
pub struct Budget {
    /// What it is for.
    pub what: &'static str,
    /// The logical names of the files; `samenspraak.js` goes by its own.
    pub files: &'static [&'static str],
    /// Bytes.
    pub most: u64,
}

/// A mainstream JavaScript consent library ships 55 to 105 kB for a small part of what a citizen gets
/// before the first question; WASM is no excuse to ask more of somebody on a slow phone with a
/// prepaid bundle. What a citizen does not ask for is not fetched. Staff sit at a desk, and get an
/// artefact of their own at once: its code, words and style.
pub const BUDGETS: &[Budget] = &[
    Budget {
        what: "a citizen, to the first question",
        files: &["samenspraak.js", "citizen.js", "citizen.wasm", "widget.css", "nl.json"],
        most: 90_000,
    },
    Budget {
        what: "a citizen who looks back or files something, beyond that",
        files: &["rights.js", "rights.wasm", "rights.css", "rights.nl.json"],
        // The time line, the front door with its forms, and what became of them: eight screens.
        most: 115_000,
    },
    Budget {
        what: "a complaint handler, beyond what every page has",
        files: &["staff.js", "staff.wasm", "staff.css", "staff.nl.json"],
        most: 160_000,
    },
    Budget {
        what: "an intake worker, beyond what every page has",
        // The style is that of all staff.
        files: &["intake.js", "intake.wasm", "staff.css", "intake.nl.json"],
        most: 160_000,
    },
    Budget {
        what: "a worker's visit: the rules in the browser, beyond that",
        files: &["visit.js", "visit.wasm"],
        // It reads and writes whole documents of the contract, which the other artefacts do without: what
        // the rules take must be the very document that the server takes. It is fetched once, by who
        // visits clients, where there is still a network.
        most: 131_000,
    },
];

/// One file and what it weighs, in bytes.
#[derive(Debug, PartialEq)]
pub struct Weight {
    /// Relative to `dist`.
    pub path: String,
    /// As it is.
    pub raw: u64,
    /// gzip, level 9: what an older web server sends.
    pub gzip: u64,
    /// Brotli, level 11: what is sent.
    pub brotli: u64,
}

/// Reads what `compress.mjs` says.
pub fn parse(json: &str) -> Result<Vec<Weight>> {
    let rows: Vec<Value> = serde_json::from_str(json).context("the weights are not JSON")?;
    let weight = |row: &Value| {
        let number = |name: &str| row[name].as_u64();
        Some(Weight {
            path: row["path"].as_str()?.to_owned(),
            raw: number("raw")?,
            gzip: number("gzip")?,
            brotli: number("brotli")?,
        })
    };
    let mut weights = rows
        .iter()
        .map(|row| weight(row).with_context(|| format!("not a weight: {row}")))
        .collect::<Result<Vec<_>>>()?;
    weights.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(weights)
}

/// The files of `paths` together, as brotli.
///
/// # Errors
/// When one of them was not built.
pub fn together(weights: &[Weight], paths: &[String]) -> Result<u64> {
    paths
        .iter()
        .map(|path| {
            let found = weights.iter().find(|weight| weight.path == *path);
            found.map(|weight| weight.brotli).with_context(|| format!("{path} was not built"))
        })
        .sum()
}

/// The table a developer sees; the files of the first question carry a mark.
pub fn table(weights: &[Weight], first_question: &[String]) -> String {
    let widest = weights.iter().map(|weight| weight.path.len()).max().unwrap_or(0).max("file".len());
    let mut lines = vec![format!("    {:widest$} {:>9} {:>9} {:>9}", "file", "raw", "gzip", "brotli")];
    for Weight { path, raw, gzip, brotli } in weights {
        let mark = if first_question.contains(path) { '*' } else { ' ' };
        lines.push(format!("  {mark} {path:widest$} {raw:>9} {gzip:>9} {brotli:>9}"));
    }
    lines.join("\n")
}

impl Budget {
    /// Holds the sum against the budget.
    ///
    /// # Errors
    /// When it is too heavy, with how much.
    pub fn hold(&self, sum: u64) -> Result<()> {
        if sum > self.most {
            bail!("{}: {sum} bytes, {} more than the budget of {}", self.what, sum - self.most, self.most);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#"[{"path":"b.js","raw":30,"gzip":20,"brotli":10},
                           {"path":"a.css","raw":300,"gzip":200,"brotli":100}]"#;

    #[test]
    fn the_table_is_sorted_and_marks_the_first_question() {
        let table = table(&parse(JSON).unwrap(), &["b.js".to_owned()]);
        let lines: Vec<_> = table.lines().collect();
        assert!(lines[1].starts_with("    a.css"), "{table}");
        assert!(lines[2].starts_with("  * b.js"), "{table}");
        assert!(lines[2].ends_with("10"), "{table}");
    }

    #[test]
    fn the_sum_counts_brotli_of_the_named_files_only() {
        assert_eq!(together(&parse(JSON).unwrap(), &["a.css".to_owned()]).unwrap(), 100);
    }

    #[test]
    fn a_file_that_was_not_built_is_an_error() {
        let error = together(&parse(JSON).unwrap(), &["c.wasm".to_owned()]).unwrap_err();
        assert_eq!(error.to_string(), "c.wasm was not built");
    }

    #[test]
    fn one_byte_over_the_budget_fails() {
        for budget in BUDGETS {
            assert!(budget.hold(budget.most).is_ok());
            let error = budget.hold(budget.most + 1).unwrap_err().to_string();
            assert!(error.contains("1 more than the budget"), "{error}");
        }
    }

    #[test]
    fn a_row_without_a_number_is_an_error() {
        assert!(parse(r#"[{"path":"a","raw":1,"gzip":1}]"#).is_err());
    }
}
