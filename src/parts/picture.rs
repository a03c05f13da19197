// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The picture *who shares what with whom*, with the same as a table behind a
//! press. Solid is shared, dashes are still to choose, dots are decided by law;
//! what is not shared has no line.

use crate::app::App;
use crate::parts::bits::heading;
use crate::parts::el::{El, State, el, svg};
use crate::parts::layout::{self, Box, Curve, Drawing, Link, Style};
use crate::parts::table::{Line, sharing_table};

/// What the picture shows at this moment.
pub struct Sharing {
    /// Those who give, in order.
    pub givers: Vec<String>,
    /// Those who get, in order.
    pub getters: Vec<String>,
    /// The pairs that have a line.
    pub links: Vec<Link>,
    /// Everything, line by line.
    pub lines: Vec<Line>,
}

/// What a picture tells, by the keys of its sentences.
pub struct Told {
    /// Its title.
    pub title: &'static str,
    /// Each kind of line that it may have, as the legend names it.
    pub kinds: &'static [(Style, &'static str)],
}

/// What a person chooses at this moment.
pub const CHOICES: Told = Told {
    title: "picture.title",
    kinds: &[(Style::Solid, "picture.yes"), (Style::Dashed, "picture.open"), (Style::Dotted, "picture.law")],
};

/// The picture with its table, following `sharing`.
pub fn picture(app: &App, told: &'static Told, sharing: impl Fn() -> Sharing + 'static) -> El {
    let as_table: State<bool> = State::new(false);
    let (inner, table) = (app.clone(), as_table.clone());
    let body = el("div").live(move || {
        let now = sharing();
        Some(if table.get() {
            sharing_table(&inner, told.title, now.lines)
        } else {
            graphic(&inner, told, now)
        })
    });
    let (words, table) = (app.clone(), as_table.clone());
    let toggle = el("button")
        .attr("type", "button")
        .class("nl-link ss-quiet")
        .live_text(move || words.t(if table.get() { "picture.as-picture" } else { "picture.as-table" }))
        .press(move || as_table.update(|it| *it = !*it));
    el("section")
        .class("ss-picture")
        .attr("aria-labelledby", "ss-picture")
        .child(heading(2, &app.t(told.title)).id("ss-picture"))
        .child(body)
        .child(toggle)
}

fn graphic(app: &App, told: &Told, now: Sharing) -> El {
    let mirrored = app.settings.is_right_to_left();
    let drawing = layout::draw(&now.givers, &now.getters, &now.links, mirrored);
    let spoken: Vec<String> = now
        .lines
        .iter()
        .map(|line| {
            let values =
                [("from", &*line.from), ("to", &line.to), ("data", &line.data), ("stand", &line.stand)];
            app.fill("picture.line", &values)
        })
        .collect();
    el("div")
        .child(scene(&drawing).attr("aria-label", &spoken.join(" ")))
        .child(legend(app, told, &now.links))
}

fn scene(drawing: &Drawing) -> El {
    let size = ["0 0 ", &layout::WIDTH.to_string(), " ", &drawing.height.to_string()].concat();
    svg("svg")
        .attr("viewBox", &size)
        .attr("role", "img")
        .class("ss-scene")
        .children(drawing.curves.iter().map(line))
        .children(drawing.boxes.iter().map(party))
        .children(drawing.curves.iter().filter_map(pill))
}

fn class_of(style: Style) -> &'static str {
    match style {
        Style::Solid => "ss-line ss-line--yes",
        Style::Dashed => "ss-line ss-line--open",
        Style::Dotted => "ss-line ss-line--law",
    }
}

fn line(curve: &Curve) -> El {
    let [x1, y1, x2, y2] = curve.ends.map(|end| end.to_string());
    let half = ((curve.ends[0] + curve.ends[2]) / 2).to_string();
    let path = ["M", &x1, " ", &y1, "C", &half, " ", &y1, " ", &half, " ", &y2, " ", &x2, " ", &y2].concat();
    svg("path").attr("d", &path).class(class_of(curve.style))
}

fn party(it: &Box) -> El {
    let area = it.area;
    let first = area.y + area.height / 2 - (it.lines.len() as i32 - 1) * 9 + 5;
    let lines = it
        .lines
        .iter()
        .enumerate()
        .map(|(index, line)| words_at(area.x + area.width / 2, first + index as i32 * 18, line));
    svg("g").class("ss-party").child(rectangle(area, 12)).children(lines)
}

fn pill(curve: &Curve) -> Option<El> {
    let area = curve.pill?;
    let middle = words_at(area.x + area.width / 2, area.y + 15, &curve.label);
    Some(svg("g").class("ss-pill").child(rectangle(area, 11)).child(middle))
}

fn rectangle(area: layout::Area, radius: i32) -> El {
    svg("rect")
        .attr("x", &area.x.to_string())
        .attr("y", &area.y.to_string())
        .attr("width", &area.width.to_string())
        .attr("height", &area.height.to_string())
        .attr("rx", &radius.to_string())
}

fn words_at(x: i32, y: i32, words: &str) -> El {
    svg("text").attr("x", &x.to_string()).attr("y", &y.to_string()).attr("text-anchor", "middle").text(words)
}

// Only the kinds of line that are drawn.
fn legend(app: &App, told: &Told, links: &[Link]) -> El {
    let shown = told.kinds.iter().filter(|(style, _)| links.iter().any(|link| link.style == *style));
    let lines = shown.map(|&(style, key)| {
        let sample = svg("svg")
            .attr("viewBox", "0 0 36 8")
            .attr("aria-hidden", "true")
            .class("ss-sample")
            .child(svg("path").attr("d", "M2 4H34").class(class_of(style)));
        el("li").child(sample).text(&app.t(key))
    });
    el("ul").class("ss-legend").children(lines)
}
