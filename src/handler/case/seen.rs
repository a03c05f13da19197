// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the person had seen and decided: the sharing it came from, the consent
//! with the exact words that were shown, and what the committee may see (J2).

use crate::app::App;
use crate::flow::history::stand_of;
use crate::parts::bits::{badge, facts, heading, paragraph, press_for_more, quietly, words};
use crate::parts::el::{El, el};
use crate::parts::pair::{marked_line, names, pair};
use crate::parts::party;
use crate::parts::question::kept;
use crate::text::capital;
use crate::wire::case::{Case, Consent};
use crate::wire::record::Record;

/// The line it came from.
pub fn origin(app: &App, case: &Case) -> Option<El> {
    let line = case.disclosure.as_ref()?;
    let data = app.host.list(line.data.iter().map(|datum| datum.name.clone()).collect());
    let values = [("sender", &*line.sender.in_sentence), ("recipient", &line.recipient.in_sentence)];
    let told = capital(&app.fill(&["case.line.", &line.action].concat(), &values));
    let covered = line.consent.is_some().then(|| {
        let (tone, key) =
            if line.covered { ("yes", "case.line.covered") } else { ("no", "case.line.not-covered") };
        el("p").child(badge(tone, &app.t(key)))
    });
    Some(
        el("section")
            .class("ss-case-part")
            .attr("aria-labelledby", "ss-origin")
            .child(heading(2, &app.t("case.line")).id("ss-origin"))
            .child(quietly(&app.host.moment(&line.at)))
            .child(el("p").class("ss-told-line").text(&told))
            .maybe(covered)
            .child(facts(vec![
                (app.t("case.line.data"), words(&capital(&data))),
                (app.t("case.line.purpose"), words(&capital(&line.purpose))),
                (app.t("case.line.ground"), words(&line.ground)),
            ])),
    )
}

/// The consent it is about.
pub fn consent(app: &App, case: &Case) -> Option<El> {
    let consent = case.consent.as_ref()?;
    let record = &consent.record;
    Some(
        el("section")
            .class("ss-case-part")
            .attr("aria-labelledby", "ss-consent")
            .child(heading(2, &app.t("case.consent")).id("ss-consent"))
            .child(
                el("div")
                    .class("ss-row-head")
                    .child(pair(app, heading(3, ""), &record.item))
                    .child(badge("plain", &app.texts.code("status", &record.status))),
            )
            .child(answers(app, record))
            .child(history(app, record))
            .child(press_for_more(&app.t("case.consent.text"), vec![shown(app, consent)])),
    )
}

fn answers(app: &App, record: &Record) -> El {
    let mut lines = el("ul").class("ss-check ss-check--small");
    for datum in &record.item.data {
        let stand = stand_of(record, &datum.id).word();
        let tone = match stand {
            "shared" | "allowed" => "yes",
            "refused" | "stopped" => "no",
            _ => "later",
        };
        let name = el("p").class("ss-datum-name").text(&datum.name);
        lines = lines.child(marked_line(tone, name, &app.t(&["case.stand.", stand].concat())));
    }
    lines
}

fn history(app: &App, record: &Record) -> El {
    let mut lines = el("ol").class("ss-line-of-time");
    for event in &record.events {
        let who = event.by.as_ref().map(|by| by.name.clone()).unwrap_or_default();
        let data = names(app, &record.item, &|id| event.data.iter().any(|known| known == id));
        let date = app.host.day(event.end_date.as_deref().unwrap_or_default());
        let values = [("who", &*who), ("data", &data), ("date", &date)];
        let told = app.fill(&["record.event.", &event.kind].concat(), &values);
        lines = lines.child(
            el("li")
                .child(quietly(&app.host.moment(&event.at)))
                .child(el("p").class("ss-told-line").text(&told)),
        );
    }
    lines
}

// The words as the person had them before them, in the language they read.
fn shown(app: &App, consent: &Consent) -> El {
    let item = &consent.record.item;
    let values = [
        ("source", &*item.source.in_sentence),
        ("recipient", &item.recipient.in_sentence),
        ("purpose", &item.purpose),
        ("subject", &consent.record.request.subject.name),
    ];
    let mut data = el("ul");
    for datum in &item.data {
        let line = [&*datum.name, ": ", &datum.description, " ", &datum.necessity].concat();
        data = data.child(el("li").text(&line));
    }
    let language = app.texts.code("case.language", &consent.language);
    let seen = app.fill("case.consent.seen", &[("language", &language)]);
    el("div")
        .attr("lang", if consent.language.is_empty() { "nl" } else { &consent.language })
        .class("ss-shown")
        .child(quietly(&seen).attr("lang", &app.settings.language))
        .child(el("p").class("ss-told-line").text(&capital(&app.fill("question.self", &values))))
        .child(data)
        .child(facts(vec![
            (app.t("if.yes"), words(&item.if_given)),
            (app.t("if.no"), words(&item.if_refused)),
            (app.t("ground.why"), words(&item.ground)),
            (app.t("why.amount"), words(&item.proportionality)),
            (app.t("why.lighter"), words(&item.subsidiarity)),
            (app.t("why.retention"), words(&kept(app, item))),
            (app.t("case.consent.hash"), el("code").class("ss-hash").text(&consent.notice_hash)),
        ]))
        .child(party::laws(app, &item.laws))
}

/// What the committee may see, document by document.
pub fn committee(app: &App, case: &Case) -> Option<El> {
    let (committee, documents) = case.committee.as_ref()?;
    let mut lines = el("ul").class("ss-plain-list ss-committee");
    for (name, status) in documents {
        let (tone, key) = match &**status {
            "given" => ("yes", "case.committee.yes"),
            "refused" | "withdrawn" => ("no", "case.committee.no"),
            _ => ("plain", "case.committee.open"),
        };
        lines = lines.child(el("li").child(words(name)).text(" ").child(badge(tone, &app.t(key))));
    }
    Some(
        el("section")
            .class("ss-case-card")
            .child(heading(2, &app.t("case.committee")))
            .child(paragraph(&app.fill("case.committee.text", &[("committee", &committee.in_sentence)])))
            .child(lines),
    )
}
