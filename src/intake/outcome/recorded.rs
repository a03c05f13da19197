// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What was recorded, with the letter that tells the person (G4).

use super::After;
use crate::app::App;
use crate::client::spawn;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, badge, button, facts, heading, link, paragraph, words};
use crate::parts::el::{El, el};
use crate::parts::pair::pair;
use crate::wire::outcome::Outcome;
use crate::wire::request::Item;
use wasm_bindgen_futures::JsFuture;

/// The id of what is told: where the focus goes when something was recorded.
pub const NEWS: &str = "ss-news";

/// That it is recorded, and the letter to print now.
pub fn news(after: &After) -> Option<El> {
    let (app, outcome) = (&after.app, after.told.peek()?);
    let title = heading(2, &app.t("outcome.done")).id(NEWS).attr("tabindex", "-1");
    Some(alert("ok", vec![title, paragraph(&app.t("outcome.done.next")), letter(app, &outcome)]))
}

/// One outcome.
pub fn card(after: &After, outcome: &Outcome) -> El {
    let app = &after.app;
    let known = [
        ("outcome.ask.stops", outcome.stops.clone()),
        ("outcome.ask.continues", outcome.continues.clone()),
        ("outcome.ask.alternatives", outcome.alternatives.clone()),
        ("outcome.ask.rationale", outcome.rationale.clone()),
        ("sharing.informed", app.host.day(&outcome.informed_on)),
    ];
    let known = known.into_iter().filter(|(_, text)| !text.is_empty());
    let known = known.map(|(key, text)| (app.t(key), words(&text))).collect();
    let of = |item: &&Item| outcome.items.contains(&item.id);
    let items = after.request.items.iter().filter(of).map(|item| pair(app, el("li"), item));
    el("article")
        .class("ss-card")
        .child(badge("plain", &app.texts.code("outcome.type", &outcome.kind)))
        .child(el("ul").class("ss-plain-list ss-outcome-items").children(items))
        .child(facts(known))
        .child(letter(app, outcome))
}

fn letter(app: &App, outcome: &Outcome) -> El {
    let path = ["refusal-outcomes/", &outcome.id, "/letter"].concat();
    let spoken = |key: &str| [&*app.t(key), ": ", &*app.texts.code("outcome.type", &outcome.kind)].concat();
    let page = link(&app.host.address(&path), &app.t("case.letter.open"))
        .attr("target", "_blank")
        .attr("aria-label", &spoken("case.letter.open"));
    let saver = app.clone();
    let name = [&*app.t("case.letter.file"), ".pdf"].concat();
    let save = button(Weight::Quiet, &app.t("receipt.pdf"), move || {
        let (app, saving) = (saver.clone(), saver.host.save(&path, "application/pdf", &name));
        spawn(async move {
            let saved = JsFuture::from(saving).await.is_ok();
            app.say(app.t(if saved { "receipt.saved" } else { "outcome.letter.not" }));
        });
    })
    .attr("aria-label", &spoken("receipt.pdf"));
    el("p").class("ss-doors ss-letter").child(page).child(save)
}
