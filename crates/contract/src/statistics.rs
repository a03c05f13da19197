// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Figures for the council, never about a person (cijfers; N1, N3).

use crate::party::Controller;
use serde::{Deserialize, Serialize};

/// What a table counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TableId {
    /// What came in, a row for each track (`Track`); one column, `filed`.
    FilingsByTrack,
    /// What came in, a row for each kind (`FilingKind`); one column, `filed`.
    FilingsByKind,
    /// What was decided: a row for each track, a column for each `Outcome`.
    Outcomes,
    /// What was decided: a row for each track, the columns `in-time` and `late`.
    Timeliness,
    /// What people said: the rows `given`, `refused` and `withdrawn`; one
    /// column, `times`. It has no totals: the three are not parts of a whole.
    Consents,
    /// How conversations at intake ended: the rows `started` and `abandoned`; one
    /// column, `times`. It has no totals.
    Conversations,
}

/// How a conversation at intake ended (E7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ConversationEnd {
    /// Help was begun (traject gestart).
    Started,
    /// Nothing followed: nothing about the person is kept (E7).
    Abandoned,
}

impl ConversationEnd {
    /// Both, in the order of the table.
    pub const ALL: [Self; 2] = [Self::Started, Self::Abandoned];
}

/// That a conversation ended without anything that follows (`POST
/// /v1/intake-counts`): a count, without a person, a place or a subject (E7). What
/// was started is counted with its assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IntakeCount {
    /// How it ended; here always `abandoned`.
    pub outcome: ConversationEnd,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cell {
    /// Which column: a word of the contract, or `total`.
    #[cfg_attr(feature = "openapi", schema(max_length = 40))]
    pub code: String,
    /// How many. Absent when it is suppressed (onderdrukt): it is under the
    /// minimum, or such a figure could be computed from it. Zero is under the
    /// minimum too: "nobody" can say as much about a person as "one".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Row {
    /// Which row: a word of the contract, or `total`.
    #[cfg_attr(feature = "openapi", schema(max_length = 40))]
    pub code: String,
    /// Its figures, one for each column.
    pub cells: Vec<Cell>,
    /// Their sum; absent where there is only one column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Cell>,
}

/// One table. All rows have the same columns in the same order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Table {
    /// What it counts.
    pub id: TableId,
    /// Its rows, in a fixed order; rows without any count are there too.
    pub rows: Vec<Row>,
    /// The sum of each column, and of all; absent where rows cannot be added up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub totals: Option<Row>,
}

/// The figures of one controller in one quarter that has ended
/// (`GET /v1/statistics`). Never of a running quarter, and never of a year: two
/// looks at a running sum, or a year less three quarters, can show one person's act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Statistics {
    /// Whose figures.
    pub controller: Controller,
    /// The calendar quarter: `2026-Q3`.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[0-9]{4}-Q[1-4]$"))]
    pub period: String,
    /// Figures under this number are not shown.
    #[cfg_attr(feature = "openapi", schema(minimum = 3, maximum = 1000))]
    pub minimum_cell: u32,
    /// The tables, in a fixed order.
    pub tables: Vec<Table>,
}
