// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What stands on top of a case and beside it: what it is, by when, whose.

use crate::app::App;
use crate::flow::place::StaffPlace;
use crate::frame::calendar::{Calendar, left};
use crate::parts::bits::{Weight, badge, button, facts, heading, paragraph, quietly, title, words};
use crate::parts::el::{El, el};
use crate::parts::party::law_name;
use crate::wire::case::Case;

/// What it is, and how it stands.
pub fn top(app: &App, case: &Case) -> El {
    let tone = match &*case.status {
        "in-progress" => "special",
        "decided" => "yes",
        _ => "plain",
    };
    let outcome =
        (!case.outcome.is_empty()).then(|| badge("plain", &app.texts.code("case.outcome", &case.outcome)));
    let late = case.late.then(|| badge("no", &app.t("case.late")));
    let topic = (!case.topic.is_empty())
        .then(|| el("p").class("nl-paragraph nl-paragraph--lead ss-lead").text(&case.topic));
    el("header")
        .class("ss-case-top")
        .child(
            el("p")
                .class("ss-case-badges")
                .child(badge(tone, &app.texts.code("case.standing", &case.status)))
                .maybe(outcome)
                .maybe(late),
        )
        .child(title(&app.texts.code("case.kind", &case.kind)))
        .maybe(topic)
        .child(quietly(&app.texts.code("case.track", &case.track)))
}

/// By when, and how long that still is.
pub fn clock(app: &App, calendar: &Calendar, case: &Case) -> El {
    let deadline = &case.deadline;
    let big = |words: &str| el("p").class("ss-clock-day").text(words);
    let mut card = el("section")
        .class("ss-clock")
        .attr("data-standing", &deadline.standing)
        .attr("aria-labelledby", "ss-clock")
        .child(heading(2, &app.t("desk.column.when")).id("ss-clock"));
    card = match (&deadline.answer_before, &*deadline.standing) {
        (_, "closed") => card.child(big(&app.t("desk.closed"))),
        (Some(day), standing) => card
            .child(big(&app.host.day(day)))
            .child(el("p").class("ss-clock-left").text(&left(app, calendar, standing, day))),
        (None, "suspended") => {
            card.child(big(&app.t("desk.suspended"))).child(paragraph(&app.t("case.suspended")))
        }
        (None, _) => card.child(big(&app.t("desk.no-day"))).child(paragraph(&app.t("case.no-day"))),
    };
    if deadline.extended {
        card = card.child(quietly(&app.t("case.extended")));
    }
    let law = deadline.law.as_ref();
    card.maybe(
        law.map(|law| el("p").class("ss-quietly").text(&app.t("case.law")).text(" ").child(law_name(law))),
    )
}

/// Number, day, and people.
pub fn known(app: &App, calendar: &Calendar, case: &Case) -> El {
    let mut known = vec![
        (app.t("case.reference"), el("span").class("ss-q-number").text(&case.reference)),
        (app.t("case.received"), words(&calendar.day(&case.received_on))),
    ];
    let who = case.who();
    known
        .push((app.t("case.who"), words(if who.is_empty() { app.t("desk.nameless") } else { who }.as_str())));
    if let (Some(by), Some(subject)) = (&case.filed_by, &case.subject)
        && by.id != subject.id
    {
        let capacity = app.texts.code("record.capacity", &case.capacity);
        known.push((app.t("case.filed-by"), words(&[&*by.name, " ", &*capacity].concat())));
    }
    el("section").class("ss-case-card").child(heading(2, &app.t("case.known"))).child(facts(known))
}

/// What looks like it: shown, and never merged.
pub fn alike(app: &App, calendar: &Calendar, case: &Case) -> Option<El> {
    let lines = case.alike.iter().map(|other| {
        let (to, id) = (app.clone(), other.id.clone());
        let values = [("kind", &*app.texts.code("case.kind", &other.kind)), ("number", &other.reference)];
        let label = app.fill("case.alike.open", &values);
        el("li")
            .child(button(Weight::Quiet, &label, move || to.go(StaffPlace::Case(id.clone()))))
            .child(quietly(&app.fill("desk.received", &[("date", &calendar.day(&other.received_on))])))
    });
    (!case.alike.is_empty()).then(|| {
        el("section")
            .class("ss-case-card")
            .child(heading(2, &app.t("case.alike")))
            .child(el("ul").class("ss-plain-list").children(lines))
            .child(quietly(&app.t("case.alike.why")))
    })
}
