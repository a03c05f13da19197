// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What happened to a record, oldest first, as sentences.

use crate::app::App;
use crate::parts::bits::{heading, quietly};
use crate::parts::el::{El, el};
use crate::parts::pair::names;
use crate::wire::record::{Event, Record};

/// The history.
pub fn section(app: &App, record: &Record) -> El {
    let mut lines = el("ol").class("ss-line-of-time");
    for event in &record.events {
        lines = lines.child(
            el("li")
                .child(quietly(&app.host.moment(&event.at)))
                .child(el("p").class("ss-told-line").text(&sentence(app, record, event)))
                .maybe(how(app, event)),
        );
    }
    el("section").class("ss-history").child(heading(2, &app.t("record.history"))).child(lines)
}

fn who(app: &App, event: &Event) -> String {
    match &event.by {
        Some(by) if !app.is_me(by) => by.name.clone(),
        _ => app.t("record.you"),
    }
}

fn sentence(app: &App, record: &Record, event: &Event) -> String {
    let data = names(app, &record.item, &|id| event.data.iter().any(|known| known == id));
    let date = app.host.day(event.end_date.as_deref().unwrap_or_default());
    let values = [("who", &*who(app, event)), ("data", &data), ("date", &date)];
    app.fill(&["record.event.", &event.kind].concat(), &values)
}

// In which capacity and in which way, and whether staff entered it.
fn how(app: &App, event: &Event) -> Option<El> {
    event.by.as_ref()?;
    let key = match event.entered || event.method != "digital" {
        true => ["record.entered.", &event.method].concat(),
        false => "record.how".to_owned(),
    };
    let capacity = app.texts.code("record.capacity", &event.capacity);
    Some(quietly(&app.fill(&key, &[("who", &*who(app, event)), ("capacity", &capacity)])))
}
