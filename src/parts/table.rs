// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who shares what with whom, as a table: the same as the picture, in words.

use crate::app::App;
use crate::parts::el::{El, el};

/// One line of the table.
pub struct Line {
    /// Who gives.
    pub from: String,
    /// Who gets.
    pub to: String,
    /// Which data.
    pub data: String,
    /// How it stands.
    pub stand: String,
    /// All of it in one sentence, for who hears the picture.
    pub spoken: String,
}

impl Line {
    /// A line with its sentence.
    pub fn new(app: &App, from: &str, to: &str, data: String, stand: String) -> Self {
        let values = [("from", from), ("to", to), ("data", &*data), ("stand", &stand)];
        let spoken = app.fill("picture.line", &values);
        Self { from: from.to_owned(), to: to.to_owned(), data, stand, spoken }
    }
}

/// The table; `title` is the key of its name.
pub fn sharing_table(app: &App, title: &str, lines: &[Line]) -> El {
    let head = ["table.from", "table.to", "table.data", "table.stand"]
        .map(|key| el("th").class("utrecht-table__header-cell").attr("scope", "col").text(&app.t(key)));
    let rows = lines.iter().map(|line| {
        let cells = [&line.from, &line.to, &line.data, &line.stand]
            .map(|words| el("td").class("utrecht-table__cell").text(words));
        el("tr").class("utrecht-table__row").children(cells)
    });
    let table = el("table")
        .class("utrecht-table")
        .child(el("caption").class("ss-unseen").text(&app.t(title)))
        .child(el("thead").class("utrecht-table__header").child(el("tr").children(head)))
        .child(el("tbody").class("utrecht-table__body").children(rows));
    // A wide table scrolls by itself, also with the keyboard.
    el("div")
        .class("ss-table")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", &app.t(title))
        .child(table)
}
