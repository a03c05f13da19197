// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Figures for the council: how many, how fast, and with which outcome. Never
//! about a person, and only of quarters that have ended (N1).

mod chart;

use crate::app::App;
use crate::flow::quarter::{ended, parts};
use crate::frame::calendar::Calendar;
use crate::frame::fetched;
use crate::parts::bits::{Weight, button, heading, lead, quietly, title};
use crate::parts::el::{El, State, el};
use crate::wire::statistics::{Row, Statistics, Table};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

// Two years.
const QUARTERS: usize = 8;

/// The screen.
pub fn screen(app: &App) -> El {
    let quarters = ended(&Calendar::new(app).today, QUARTERS);
    let chosen = State::new(quarters.first().cloned().unwrap_or_default());
    let (inner, now, printer) = (app.clone(), chosen.clone(), app.host.clone());
    let figures = el("div").live(move || Some(of_quarter(&inner, &now.get())));
    el("div")
        .class("ss-figures-page")
        .child(title(&app.t("statistics.title")))
        .child(lead(&app.t("figures.lead")))
        .child(el("div").class("ss-desk-filters").child(choose(app, &quarters, &chosen)).child(button(
            Weight::Quiet,
            &app.t("receipt.print"),
            move || printer.print(),
        )))
        .child(figures)
}

fn name_of(app: &App, quarter: &str) -> String {
    let (year, number) = parts(quarter);
    app.fill("figures.quarter", &[("year", year), ("number", number)])
}

fn choose(app: &App, quarters: &[String], chosen: &State<String>) -> El {
    let to = chosen.clone();
    let options = quarters.iter().map(|it| el("option").attr("value", it).text(&name_of(app, it)));
    let select =
        el("select").class("ss-text").id("ss-quarter").children(options).on("change", move |event| {
            if let Some(select) = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok()) {
                to.set(select.value());
            }
        });
    el("div")
        .class("ss-field ss-field--beside")
        .child(el("label").attr("for", "ss-quarter").text(&app.t("figures.choose")))
        .child(select)
}

fn of_quarter(app: &App, quarter: &str) -> El {
    let path = ["statistics?period=", quarter].concat();
    let (inner, name) = (app.clone(), name_of(app, quarter));
    fetched::screen(app, path, State::new(None), crate::handler::desk::to_desk, move |reply| {
        let statistics = Statistics::read(&reply.body);
        let minimum = statistics.minimum.to_string();
        let mut all = el("div").class("ss-figures");
        for figures in &statistics.tables {
            all = all.child(section(&inner, figures, &minimum));
        }
        el("div")
            .child(
                el("p")
                    .class("ss-quietly ss-figures-of")
                    .text(&[&*inner.configuration.controller.name, ", ", &name].concat()),
            )
            .child(all)
            .child(quietly(&inner.fill("figures.hidden.why", &[("n", &minimum)])))
    })
}

fn section(app: &App, figures: &Table, minimum: &str) -> El {
    let id = ["ss-figures-", &figures.id].concat();
    el("section")
        .class("ss-case-part")
        .attr("aria-labelledby", &id)
        .child(heading(2, &app.texts.code("figures.table", &figures.id)).id(&id))
        .maybe((figures.highest() > 0).then(|| chart::chart(app, figures)))
        .child(table(app, figures, &id, minimum))
}

/// The name of a row: of a track, a kind, or what people said.
fn row_name(app: &App, code: &str) -> String {
    let own = app.texts.code("figures.row", code);
    if own.is_empty() { app.texts.code("case.kind", code) } else { own }
}

fn table(app: &App, figures: &Table, label: &str, minimum: &str) -> El {
    let head = figures.columns.iter().map(|code| {
        el("th").attr("scope", "col").class("ss-number").text(&app.texts.code("figures.column", code))
    });
    let first = el("td").child(crate::parts::bits::unseen(&app.t("figures.what")));
    let rows = figures.rows.iter().map(|row| line(app, row, minimum));
    let totals = figures.totals.as_ref().map(|row| el("tfoot").child(line(app, row, minimum)));
    el("div")
        .class("ss-table-room")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-labelledby", label)
        .child(
            el("table")
                .class("ss-figures-table")
                .attr("aria-labelledby", label)
                .child(el("thead").child(el("tr").child(first).children(head)))
                .child(el("tbody").children(rows))
                .maybe(totals),
        )
}

fn line(app: &App, row: &Row, minimum: &str) -> El {
    let cells = row.cells.iter().map(|cell| match cell {
        Some(count) => el("td").class("ss-number").text(&count.to_string()),
        None => {
            el("td").class("ss-number ss-hidden-figure").text(&app.fill("figures.hidden", &[("n", minimum)]))
        }
    });
    el("tr").child(el("th").attr("scope", "row").text(&row_name(app, &row.code))).children(cells)
}
