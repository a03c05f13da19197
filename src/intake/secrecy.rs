// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Step 6: which secrecy binds whom (geheimhouding; M4). Each is looked at, one by
//! one or all that are shown at once.

use crate::app::App;
use crate::flow::intake::parties;
use crate::intake::talk::Talk;
use crate::intake::task::is_on;
use crate::intake::walk::wrong_here;
use crate::parts::el::{El, el};
use crate::text::capital;

/// One line for each party.
pub fn draw(app: &App, talk: &Talk) -> Vec<El> {
    let all = parties(&talk.pieces(), talk.all());
    let rows = all.iter().map(|id| row(app, talk, id));
    vec![
        el("div")
            .id("ss-secrecy")
            .attr("tabindex", "-1")
            .child(wrong_here(app, talk, "ss-secrecy"))
            .child(el("ul").class("ss-needed").children(rows)),
    ]
}

/// Everything on the screen was looked at.
pub fn all_seen(talk: &Talk) {
    let shown = parties(&talk.pieces(), talk.all());
    talk.change(|draft| draft.seen = shown);
}

fn row(app: &App, talk: &Talk, id: &str) -> El {
    let party = talk.catalogue().party(id);
    let (to, of) = (talk.clone(), id.to_owned());
    let input = el("input")
        .attr("type", "checkbox")
        .id(&["ss-seen-", id].concat())
        .attr("aria-label", &app.fill("intake.seen-spoken", &[("party", &party.in_sentence)]));
    input.set_checked(talk.draft.borrow().seen.contains(&of));
    let here = input.clone();
    let input = input.on("change", move |_| {
        let on = is_on(&here);
        to.change(|draft| {
            draft.seen.retain(|known| *known != of);
            if on {
                draft.seen.push(of.clone());
            }
        });
    });
    let words = el("span")
        .child(el("span").class("ss-option-name").text(&capital(&party.in_sentence)))
        .child(el("span").class("ss-option-hint").text(&app.texts.code("intake.secrecy", &party.secrecy)));
    el("li").child(el("label").class("ss-need").child(input).child(words))
}
