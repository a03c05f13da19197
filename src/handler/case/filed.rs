// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The copy of what was filed, in the person's own words.

use super::save;
use crate::app::App;
use crate::parts::bits::{facts, heading, quietly, words};
use crate::parts::el::{El, el};
use crate::wire::case::{Attachment, Case};

// The server knows what a document is, and takes no other kinds.
const DOCUMENTS: &str = "application/pdf, image/jpeg, image/png";

/// The section.
pub fn section(app: &App, case: &Case) -> El {
    let content = &case.content;
    let mut section = el("section")
        .class("ss-case-part")
        .attr("aria-labelledby", "ss-filed")
        .child(heading(2, &app.t("case.filed")).id("ss-filed"));
    if !content.explanation.is_empty() {
        section = section.child(quote(&content.explanation));
    }
    for (wrong, right) in &content.corrections {
        let line = |key: &str, text: &str| (app.t(key), words(text));
        section = section.child(
            facts(vec![line("case.wrong", wrong), line("case.right", right)]).class("ss-facts ss-correction"),
        );
    }
    let known = lines(app, case);
    if !known.is_empty() {
        section = section.child(facts(known));
    }
    let empty = content.explanation.is_empty() && content.corrections.is_empty();
    section.maybe(empty.then(|| quietly(&app.t("case.no-words")))).maybe(documents(app, &content.attachments))
}

fn lines(app: &App, case: &Case) -> Vec<(String, El)> {
    let content = &case.content;
    let mut known = Vec::new();
    if !content.matter.is_empty() {
        known.push((app.t("case.content.matter"), words(&app.texts.code("case.matter", &content.matter))));
    }
    if let Some(day) = &content.occurred_on {
        known.push((app.t("case.content.occurred"), words(&app.host.day(day))));
    }
    if !content.decision.is_empty() {
        known.push((app.t("case.content.decision"), words(&content.decision)));
    }
    if let Some(day) = &content.notified_on {
        known.push((app.t("case.content.notified"), words(&app.host.day(day))));
    }
    for (word, text) in &content.lines {
        known.push((app.texts.code("case.content", word), words(text)));
    }
    known
}

/// Somebody's own words. Their lines stay lines.
pub fn quote(text: &str) -> El {
    el("blockquote").class("ss-quote").text(text)
}

/// Documents, each to save.
pub fn documents(app: &App, attachments: &[Attachment]) -> Option<El> {
    let lines = attachments.iter().map(|it| {
        let label = app.fill("case.save", &[("title", &it.title)]);
        el("li").child(save(app, &label, ["attachments/", &it.id].concat(), DOCUMENTS, it.title.clone()))
    });
    (!attachments.is_empty()).then(|| el("ul").class("ss-plain-list ss-documents").children(lines))
}
