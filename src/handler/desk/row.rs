// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One line of the queue: by when, what, about what, how it stands.

use crate::app::App;
use crate::frame::calendar::{Calendar, left};
use crate::parts::bits::badge;
use crate::parts::el::{El, el};
use crate::wire::queue::Summary;

/// The columns: class and heading.
pub const COLUMNS: [(&str, &str); 5] = [
    ("ss-q-when", "desk.column.when"),
    ("ss-q-what", "desk.column.what"),
    ("ss-q-about", "desk.column.about"),
    ("ss-q-stand", "desk.column.stand"),
    ("ss-q-committee", "desk.column.committee"),
];

/// The head of the table.
pub fn head(app: &App) -> El {
    let cells = COLUMNS.map(|(class, key)| {
        el("th").attr("scope", "col").attr("role", "columnheader").class(class).text(&app.t(key))
    });
    let row = el("tr").attr("role", "row").attr("aria-rowindex", "1").children(cells);
    el("thead").class("ss-q-head").child(row)
}

/// Draws a line.
pub fn row(app: &App, calendar: &Calendar, line: &Summary) -> El {
    let [when, what, about, stand, committee] = COLUMNS.map(|(class, _)| class);
    let cell = |class: &str| el("td").attr("role", "cell").class(class);
    el("tr")
        .class("ss-q-row")
        .attr("data-standing", &line.standing)
        .child(day(app, calendar, line, cell(when)))
        .child(title(
            app,
            calendar,
            line,
            el("th").attr("scope", "row").attr("role", "rowheader").class(what),
        ))
        .child(topic(app, line, cell(about)))
        .child(standing(app, line, cell(stand)))
        .child(may_see(app, line, cell(committee)))
}

fn small(words: &str) -> El {
    el("span").class("ss-q-small").text(words)
}

fn strong(words: &str) -> El {
    el("span").class("ss-q-strong").text(words)
}

fn day(app: &App, calendar: &Calendar, line: &Summary, cell: El) -> El {
    match (&line.answer_before, &*line.standing) {
        (_, "closed") => cell.child(small(&app.t("desk.closed"))),
        (Some(day), standing) => {
            cell.child(strong(&calendar.day(day))).child(small(&left(app, calendar, standing, day)))
        }
        (None, "suspended") => cell.child(strong(&app.t("desk.suspended"))),
        (None, _) => cell.child(strong(&app.t("desk.no-day"))).child(small(&app.t("desk.no-day.why"))),
    }
}

fn title(app: &App, calendar: &Calendar, line: &Summary, cell: El) -> El {
    let open =
        el("button").attr("type", "button").class("ss-q-open").text(&app.texts.code("case.kind", &line.kind));
    let received = app.fill("desk.received", &[("date", &calendar.day(&line.received_on))]);
    cell.child(open).child(small(&received))
}

fn topic(app: &App, line: &Summary, cell: El) -> El {
    let nameless = app.t("desk.nameless");
    let who = if line.subject.is_empty() { &nameless } else { &line.subject };
    let number = small(&line.reference).class("ss-q-small ss-q-number");
    match line.topic.is_empty() {
        true => cell.child(el("span").text(who)).child(number),
        false => cell.child(el("span").text(&line.topic)).child(small(who)).child(number),
    }
}

fn standing(app: &App, line: &Summary, cell: El) -> El {
    let tone = match &*line.status {
        "in-progress" => "special",
        "decided" => "yes",
        _ => "plain",
    };
    let extended = line.extended.then(|| small(&app.t("desk.extended")));
    let outcome = (!line.outcome.is_empty()).then(|| small(&app.texts.code("case.outcome", &line.outcome)));
    cell.child(badge(tone, &app.texts.code("case.standing", &line.status))).maybe(outcome).maybe(extended)
}

fn may_see(app: &App, line: &Summary, cell: El) -> El {
    let words = app.texts.code("desk.committee", &line.committee);
    cell.child(match &*line.committee {
        "documents" => badge("yes", &words),
        "nothing" => badge("no", &words),
        _ => small(&words),
    })
}
