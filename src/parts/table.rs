// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who shares what with whom, as a table: the same as the picture, in words.

use crate::app::App;
use crate::parts::el::{El, el};

/// One line of the table: who gives, who gets, which data, and how it stands.
pub type Line = [String; 4];

/// A line in one sentence, for who hears the picture.
pub fn spoken(app: &App, [from, to, data, stand]: &Line) -> String {
    app.fill("picture.line", &[("from", from), ("to", to), ("data", data), ("stand", stand)])
}

/// The table; `title` is the key of its name.
pub fn sharing_table(app: &App, title: &str, lines: &[Line]) -> El {
    let head = ["table.from", "table.to", "table.data", "table.stand"]
        .map(|key| el("th").class("utrecht-table__header-cell").attr("scope", "col").text(&app.t(key)));
    let rows = lines.iter().map(|line| {
        let cells = line.iter().map(|words| el("td").class("utrecht-table__cell").text(words));
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
