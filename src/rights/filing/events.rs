// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What happened to it, oldest first, as sentences; with the letters to save.

use crate::app::App;
use crate::parts::bits::{heading, quietly};
use crate::parts::el::{El, el};
use crate::rights::receipt::save;
use crate::wire::case::CaseEvent;
use crate::wire::filing::Filing;

/// The section.
pub fn section(app: &App, filing: &Filing) -> El {
    let lines = filing.case.events.iter().map(|event| line(app, filing, event));
    el("section")
        .class("ss-history")
        .child(heading(2, &app.t("record.history")))
        .child(el("ol").class("ss-line-of-time").children(lines))
}

fn line(app: &App, filing: &Filing, event: &CaseEvent) -> El {
    // What stands in full elsewhere on this screen is not said twice.
    let elsewhere = matches!(&*event.what, "decided" | "filed");
    let own = (!event.text.is_empty() && !elsewhere).then(|| el("p").class("ss-own-words").text(&event.text));
    let attached = (!event.attachments.is_empty()).then(|| {
        let titles = event.attachments.iter().map(|it| it.title.clone()).collect();
        quietly(&[&*app.t("filing.attached"), ": ", &*app.host.list(titles)].concat())
    });
    el("li")
        .child(quietly(&app.host.moment(&event.at)))
        .child(el("p").class("ss-told-line").text(&sentence(app, filing, event)))
        .maybe(own)
        .maybe(attached)
        .maybe(event.has_letter().then(|| letter(app, filing, event)))
}

fn sentence(app: &App, filing: &Filing, event: &CaseEvent) -> String {
    let me = app.person().map(|me| &*me.name).unwrap_or_default();
    let who = if event.by.is_empty() || event.by == me { app.t("record.you") } else { event.by.clone() };
    let party = filing.case.recipients.iter().find(|it| it.party.id == event.party);
    let party = party.map(|it| it.party.in_sentence.clone()).unwrap_or_default();
    let before = event.respond_before.as_deref().map(|day| app.host.day(day)).unwrap_or_default();
    let values = [
        ("who", &*who),
        ("kind", &app.texts.code("filing.kind", &event.kind)),
        ("authority", &event.authority),
        ("outcome", &app.texts.code("filing.outcome", &event.outcome)),
        ("party", &party),
        ("day", &before),
    ];
    app.fill(&["filing.event.", &*event.what].concat(), &values)
}

fn letter(app: &App, filing: &Filing, event: &CaseEvent) -> El {
    let path = ["filings/", &*filing.case.id, "/letters/", &*event.id].concat();
    let name = [&*app.t("filing.letter.file"), "-", &*filing.case.reference, ".pdf"].concat();
    save(app, el("div").class("ss-letter"), &app.t("filing.letter"), path, name)
}
