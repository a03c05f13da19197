// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What stands behind a press on a line: which data exactly, how, by which law, and
//! who the organisations are. It is drawn when it is asked for.

use crate::app::App;
use crate::parts::bits::{badge, facts, words};
use crate::parts::el::{El, el};
use crate::parts::party::{law_name, party};
use crate::rights::happened::moment::Clock;
use crate::wire::disclosure::Disclosure;
use crate::wire::request::Datum;

/// The details of a line.
pub fn details(app: &App, clock: &Clock, line: &Disclosure) -> El {
    let mut known = vec![(app.t("happened.which-data"), data(app, line))];
    let channel = app.texts.code("happened.channel", &line.channel);
    if !channel.is_empty() {
        known.push((app.t("happened.how"), words(&channel)));
    }
    if let Some(function) = &line.function {
        let key = if line.action == "viewed" { "happened.who-looked" } else { "happened.who-received" };
        known.push((app.t(key), words(function)));
    }
    known.push((app.t("ground.why"), words(&line.ground)));
    let mut laws = el("ul").class("ss-plain-list");
    for law in line.special_law.iter().chain(&line.general_law) {
        laws = laws.child(el("li").child(law_name(law)));
    }
    known.push((app.t("ground.law"), laws));
    known.push((app.t("happened.recorded"), words(&clock.moment(&line.recorded_at).words)));
    let other = (line.sender.id != line.recipient.id).then(|| party(app, &line.recipient));
    el("div")
        .class("ss-more-content")
        .child(facts(known))
        .child(el("div").class("ss-presses").child(party(app, &line.sender)).maybe(other))
}

fn data(app: &App, line: &Disclosure) -> El {
    el("ul").class("ss-plain-list").children(line.data.iter().map(|datum| {
        el("li")
            .child(el("span").class("ss-datum-name").text(&datum.name))
            .text(" ")
            .maybe(special(app, datum))
            .child(el("span").class("ss-what").text(&datum.description))
    }))
}

/// The badge of a special category (C1).
pub fn special(app: &App, datum: &Datum) -> Option<El> {
    datum.special.is_some().then(|| badge("special", &app.t("badge.special")))
}
