// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The figures of a table as bars. The table below it says the same in numbers.

use super::row_name;
use crate::app::App;
use crate::parts::el::{El, el, svg};
use crate::wire::statistics::Table;

// One colour a column; what it counts stands beside it.
const COLUMNS: [&str; 3] = ["ss-bar-first", "ss-bar-second", "ss-bar-third"];

/// The chart.
pub fn chart(app: &App, figures: &Table) -> El {
    let highest = figures.highest();
    let mut bars =
        el("div").class("ss-chart").attr("role", "img").attr("aria-label", &app.t("figures.chart"));
    let columns: Vec<&String> = figures.columns.iter().filter(|code| *code != "total").collect();
    for row in &figures.rows {
        let mut group = el("div").class("ss-chart-bars");
        for (index, code) in columns.iter().enumerate() {
            let count = row.cells.get(index).copied().flatten();
            let label = (columns.len() > 1).then(|| app.texts.code("figures.column", code));
            group = group.child(bar(count, highest, index, label));
        }
        bars = bars.child(el("div").class("ss-chart-name").text(&row_name(app, &row.code))).child(group);
    }
    bars
}

// What is hidden has a short dotted line: no length may be read from it.
fn bar(count: Option<u32>, highest: u32, index: usize, label: Option<String>) -> El {
    let share = f64::from(count.unwrap_or_default()) * 100.0 / f64::from(highest.max(1));
    let shape = match count {
        Some(_) => svg("rect")
            .attr("class", COLUMNS[index % COLUMNS.len()])
            .attr("width", &share.to_string())
            .attr("height", "10"),
        None => svg("path").attr("class", "ss-bar-hidden").attr("d", "M0 5H12"),
    };
    let scene =
        svg("svg").attr("viewBox", "0 0 100 10").attr("preserveAspectRatio", "none").class("ss-bar-scene");
    let number = count.map_or_else(|| "…".to_owned(), |count| count.to_string());
    el("div")
        .class("ss-chart-bar")
        .maybe(label.map(|label| el("span").class("ss-chart-label").text(&label)))
        .child(scene.child(shape))
        .child(el("span").class("ss-chart-number").text(&number))
}
