// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What happened to a case, oldest first, with the names of who did it.

use super::filed::{documents, quote};
use super::save;
use crate::app::App;
use crate::parts::bits::{heading, link, quietly};
use crate::parts::el::{El, el};
use crate::wire::case::{Case, CaseEvent};

/// The section.
pub fn section(app: &App, case: &Case) -> El {
    let mut lines = el("ol").class("ss-line-of-time");
    for event in &case.events {
        // What was filed stands above, word for word.
        let said = (!event.text.is_empty() && event.what != "filed").then(|| quote(&event.text));
        lines = lines.child(
            el("li")
                .attr("data-event", &event.what)
                .child(quietly(&app.host.moment(&event.at)))
                .child(el("p").class("ss-told-line").text(&sentence(app, case, event)))
                .maybe(said)
                .maybe(documents(app, &event.attachments))
                .maybe(event.has_letter().then(|| letter(app, case, event))),
        );
    }
    el("section")
        .class("ss-case-part")
        .attr("aria-labelledby", "ss-timeline")
        .child(heading(2, &app.t("case.timeline")).id("ss-timeline"))
        .child(lines)
}

/// One event as a sentence.
pub fn sentence(app: &App, case: &Case, event: &CaseEvent) -> String {
    let nameless = app.t(if event.by_staff { "case.somebody" } else { "desk.nameless" });
    let who = if event.by.is_empty() { &nameless } else { &event.by };
    let recipient = case.recipients.iter().find(|it| it.party.id == event.party);
    let party = recipient.map_or(&*event.party, |it| &*it.party.in_sentence);
    let day = |day: &Option<String>| day.as_deref().map(|day| app.host.day(day)).unwrap_or_default();
    app.fill(
        &["case.event.", &event.what].concat(),
        &[
            ("who", who),
            ("kind", &app.texts.code("case.kind", &event.kind)),
            ("outcome", &app.texts.code("case.outcome", &event.outcome)),
            ("authority", &event.authority),
            ("party", party),
            ("date", &day(&event.respond_before)),
        ],
    )
}

/// The letter that tells the person: a page to print, and a file.
pub fn letter(app: &App, case: &Case, event: &CaseEvent) -> El {
    let path = ["filings/", &case.id, "/letters/", &event.id].concat();
    let name = [&*app.t("case.letter.file"), "-", &case.reference, ".pdf"].concat();
    let page = link(&app.host.address(&path), &app.t("case.letter.open")).attr("target", "_blank");
    el("p").class("ss-doors ss-letter").child(page).child(save(
        app,
        &app.t("receipt.pdf"),
        path,
        "application/pdf",
        name,
    ))
}
