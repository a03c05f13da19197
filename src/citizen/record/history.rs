// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What happened to a record, oldest first, as sentences.

use crate::app::App;
use crate::parts::bits::heading;
use crate::parts::el::{El, el};
use crate::wire::record::{Event, Record};

/// The history.
pub fn section(app: &App, record: &Record) -> El {
    let lines = record.events.iter().map(|event| {
        el("li")
            .child(el("p").class("ss-quietly").text(&app.host.moment(&event.at)))
            .child(el("p").class("ss-told-line").text(&sentence(app, record, event)))
            .maybe(how(app, event).map(|words| el("p").class("ss-quietly").text(&words)))
    });
    el("section")
        .class("ss-history")
        .child(heading(2, &app.t("record.history")))
        .child(el("ol").class("ss-line-of-time").children(lines))
}

fn is_me(app: &App, event: &Event) -> bool {
    matches!((app.person(), &event.by), (Some(me), Some(by)) if me.id == by.id)
}

fn sentence(app: &App, record: &Record, event: &Event) -> String {
    let you = app.t("record.you");
    let who = if is_me(app, event) { &*you } else { event.by.as_ref().map_or("", |by| &*by.name) };
    let named = record.item.data.iter().filter(|datum| event.data.contains(&datum.id));
    let data = app.host.list(named.map(|datum| datum.name.clone()).collect());
    let date = event.end_date.as_deref().map(|day| app.host.day(day)).unwrap_or_default();
    let values = [("who", who), ("data", &data), ("date", &date)];
    app.fill(&["record.event.", &event.kind].concat(), &values)
}

// In which capacity and in which way, as far as that adds something.
fn how(app: &App, event: &Event) -> Option<String> {
    event.by.as_ref()?;
    let capacity = app.texts.code("record.capacity", &event.capacity);
    let method = app.texts.code("record.method", &event.method);
    let said: Vec<&str> = [&*capacity, &*method].into_iter().filter(|words| !words.is_empty()).collect();
    (!said.is_empty()).then(|| [&app.t("record.how"), " ", &said.join(", "), "."].concat())
}
