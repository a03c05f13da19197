// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Figures, as far as a screen reads them.

use crate::json::Json;

/// One row: its code, and its figures. What is hidden is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Word of the contract, or `total`.
    pub code: String,
    /// Its figures, one for each column.
    pub cells: Vec<Option<u32>>,
}

/// One table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Code of what it counts.
    pub id: String,
    /// Codes of the columns; `total` is the last where rows have one.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The sum of each column.
    pub totals: Option<Row>,
}

/// The figures of one quarter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Figures under this number are not shown.
    pub minimum: u32,
    /// The tables.
    pub tables: Vec<Table>,
}

fn cell(json: &Json) -> Option<u32> {
    json.field("count").is_present().then(|| json.number("count"))
}

fn row(json: &Json) -> Row {
    let mut cells = json.list("cells", cell);
    let total = json.field("total");
    if total.is_present() {
        cells.push(cell(&total));
    }
    Row { code: json.text("code"), cells }
}

// Every row has the same columns.
fn columns(json: &Json) -> Vec<String> {
    let of_row = |row: &Json| {
        let mut codes = row.list("cells", |cell| cell.text("code"));
        codes.extend(row.field("total").is_present().then(|| "total".to_owned()));
        codes
    };
    json.list("rows", of_row).into_iter().next().unwrap_or_default()
}

impl Statistics {
    /// Reads the figures.
    pub fn read(json: &Json) -> Self {
        Self {
            minimum: json.number("minimumCell"),
            tables: json.list("tables", |table| Table {
                id: table.text("id"),
                columns: columns(table),
                rows: table.list("rows", row),
                totals: {
                    let totals = table.field("totals");
                    totals.is_present().then(|| row(&totals))
                },
            }),
        }
    }
}

impl Table {
    /// The highest figure in the rows, to draw the others by.
    pub fn highest(&self) -> u32 {
        self.rows.iter().flat_map(|row| &row.cells).flatten().copied().max().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = r#"{"id": "outcomes", "rows": [
        {"code": "complaint", "cells": [{"code": "granted", "count": 12}, {"code": "refused"}],
         "total": {"code": "total", "count": 20}}],
        "totals": {"code": "total", "cells": [{"code": "granted", "count": 12}, {"code": "refused"}],
         "total": {"code": "total", "count": 20}}}"#;

    #[test]
    fn a_table_is_read_as_the_contract_writes_it() {
        let contract: samenspraak_contract::statistics::Table = serde_json::from_str(TABLE).expect("a Table");
        let written = serde_json::to_string(&contract).expect("JSON");
        let read = Json::parse(&["{\"minimumCell\": 10, \"tables\": [", &written, "]}"].concat());
        let figures = Statistics::read(&read.expect("valid JSON"));
        assert_eq!(figures.minimum, 10);
        let table = &figures.tables[0];
        assert_eq!(table.columns, ["granted", "refused", "total"]);
        assert_eq!(table.rows[0].cells, [Some(12), None, Some(20)], "what is hidden is no zero");
        assert_eq!(table.totals.as_ref().map(|row| row.cells.len()), Some(3));
        assert_eq!(table.highest(), 20);
    }
}
