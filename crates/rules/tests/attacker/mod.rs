// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Somebody who reads published tables and tries to compute what is hidden.
//!
//! Knows every sum in and between the tables, that no count is negative, and
//! linear programming (the simplex method with Bland's rule, in whole numbers).
//! Shares no code with the suppression.

use samenspraak_contract::filing::{FilingKind, Track};
use samenspraak_contract::statistics::{Cell, Row, Table, TableId};
use std::collections::BTreeMap;

/// The name of a figure: its table, row and column.
pub type Name = (TableId, String, String);

/// What is known: the figures by name, and which add up to which.
#[derive(Default)]
pub struct Knowledge {
    pub figures: BTreeMap<Name, Option<u64>>,
    sums: Vec<(Vec<Name>, Name)>,
}

impl Knowledge {
    pub fn of(tables: &[Table]) -> Self {
        let mut known = Self::default();
        for table in tables {
            known.read(table);
        }
        known.connect(tables);
        known
    }

    fn read(&mut self, table: &Table) {
        let name = |row: &Row, cell: &Cell| (table.id, row.code.clone(), cell.code.clone());
        for row in table.rows.iter().chain(&table.totals) {
            for cell in row.cells.iter().chain(&row.total) {
                assert!(self.figures.insert(name(row, cell), cell.count).is_none(), "one name, one figure");
            }
            if let Some(total) = &row.total {
                self.sums.push((row.cells.iter().map(|cell| name(row, cell)).collect(), name(row, total)));
            }
        }
        if let Some(total) = &table.totals {
            for (column, sum) in total.cells.iter().enumerate() {
                let parts = table.rows.iter().map(|row| name(row, &row.cells[column])).collect();
                self.sums.push((parts, name(total, sum)));
            }
        }
    }

    // What the tables say about each other.
    fn connect(&mut self, tables: &[Table]) {
        let word = |value: serde_json::Value| value.as_str().unwrap().to_owned();
        let filed = |id, row: String| (id, row, "filed".to_owned());
        for track in [Track::RightsRequest, Track::AdministrativeObjection, Track::Complaint] {
            let kinds = FilingKind::ALL.into_iter().filter(|kind| kind.track() == track);
            let kinds = kinds.map(|kind| filed(TableId::FilingsByKind, word(serde_json::json!(kind))));
            let track = filed(TableId::FilingsByTrack, word(serde_json::json!(track)));
            self.sums.push((kinds.collect(), track));
        }
        let total = |id| filed(id, "total".to_owned());
        self.sums.push((vec![total(TableId::FilingsByKind)], total(TableId::FilingsByTrack)));
        let outcomes = tables.iter().find(|table| table.id == TableId::Outcomes).unwrap();
        for row in outcomes.rows.iter().chain(&outcomes.totals) {
            let decided = |id| (id, row.code.clone(), "total".to_owned());
            self.sums.push((vec![decided(TableId::Timeliness)], decided(TableId::Outcomes)));
        }
    }

    /// The lowest and the highest that each hidden figure can be; no highest when
    /// nothing bounds it. All of them are sought from one solution to the next.
    pub fn ranges(&self) -> BTreeMap<&Name, (i64, Option<i64>)> {
        let hidden = self.figures.iter().filter(|(_, count)| count.is_none());
        let unknown: Vec<&Name> = hidden.map(|(name, _)| name).collect();
        let mut solver = Simplex::feasible(self.equations(&unknown), unknown.len());
        let mut range = |figure| {
            let lowest = -solver.highest(figure, -1).expect("no count is negative");
            (lowest, solver.highest(figure, 1))
        };
        unknown.iter().enumerate().map(|(index, name)| (*name, range(index))).collect()
    }

    // Every sum as a row of coefficients of what is unknown, with what is known last.
    fn equations(&self, unknown: &[&Name]) -> Vec<Vec<i64>> {
        let equation = |(parts, sum): &(Vec<Name>, Name)| {
            let mut row = vec![0_i64; unknown.len() + 1];
            let signed = parts.iter().map(|part| (part, 1)).chain([(sum, -1)]);
            for (name, sign) in signed {
                match unknown.iter().position(|other| *other == name) {
                    Some(index) => row[index] += sign,
                    None => row[unknown.len()] -= sign * i64::try_from(self.figures[name].unwrap()).unwrap(),
                }
            }
            row
        };
        self.sums.iter().map(equation).collect()
    }
}

/// `rows` of coefficients with the right-hand side last, in a form where each
/// row has a variable of its own (its basis). Every pivot is 1 or -1: these
/// systems are networks, so whole numbers stay whole.
struct Simplex {
    rows: Vec<Vec<i64>>,
    basis: Vec<usize>,
    variables: usize,
}

impl Simplex {
    // One helper variable a row, then all of them driven to zero and dropped.
    fn feasible(mut rows: Vec<Vec<i64>>, variables: usize) -> Self {
        let helpers = rows.len();
        for (index, row) in rows.iter_mut().enumerate() {
            let right = row.pop().unwrap();
            row.extend((0..helpers).map(|helper| i64::from(helper == index)));
            row.push(right);
            if right < 0 {
                row.iter_mut().for_each(|value| *value = -*value);
                row[variables + index] = 1;
            }
        }
        let basis = (variables..variables + helpers).collect();
        let mut solver = Self { rows, basis, variables: variables + helpers };
        let cost: Vec<i64> = (0..solver.variables).map(|v| -i64::from(v >= variables)).collect();
        assert_eq!(solver.climb(&cost), Some(0), "the published tables fit together");
        for row in 0..helpers {
            let real = (0..variables).find(|v| solver.rows[row][*v] != 0);
            if let (true, Some(variable)) = (solver.basis[row] >= variables, real) {
                solver.pivot(row, variable);
            }
        }
        let kept: Vec<usize> = (0..helpers).filter(|row| solver.basis[*row] < variables).collect();
        let shortened = |row: &Vec<i64>| [&row[..variables], &row[variables + helpers..]].concat();
        Self {
            rows: kept.iter().map(|row| shortened(&solver.rows[*row])).collect(),
            basis: kept.iter().map(|row| solver.basis[*row]).collect(),
            variables,
        }
    }

    fn highest(&mut self, variable: usize, sign: i64) -> Option<i64> {
        let cost: Vec<i64> = (0..self.variables).map(|v| if v == variable { sign } else { 0 }).collect();
        self.climb(&cost)
    }

    // The highest value of the cost, or nothing when there is no bound.
    fn climb(&mut self, cost: &[i64]) -> Option<i64> {
        loop {
            let gain = |variable: usize| {
                let rows = self.rows.iter().zip(&self.basis);
                cost[variable] - rows.map(|(row, basis)| row[variable] * cost[*basis]).sum::<i64>()
            };
            let Some(entering) = (0..self.variables).find(|variable| gain(*variable) > 0) else {
                let rows = self.rows.iter().zip(&self.basis);
                return Some(rows.map(|(row, basis)| row.last().unwrap() * cost[*basis]).sum());
            };
            let leaving = (0..self.rows.len())
                .filter(|row| self.rows[*row][entering] > 0)
                .min_by_key(|row| (*self.rows[*row].last().unwrap(), self.basis[*row]))?;
            self.pivot(leaving, entering);
        }
    }

    fn pivot(&mut self, row: usize, variable: usize) {
        let pivot = self.rows[row][variable];
        assert_eq!(pivot.abs(), 1, "a network");
        let own: Vec<i64> = self.rows[row].iter().map(|value| value * pivot).collect();
        for other in &mut self.rows {
            let times = other[variable];
            other.iter_mut().zip(&own).for_each(|(value, own)| *value -= times * own);
        }
        self.rows[row] = own;
        self.basis[row] = variable;
    }
}
