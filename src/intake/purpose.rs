// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Step 2: what the person asks for, in their own words, and which fields of life
//! it is about. None of those is chosen beforehand (E2).

use crate::app::App;
use crate::flow::intake::{Draft, MOST_ANSWER};
use crate::intake::talk::Talk;
use crate::intake::walk::wrong_here;
use crate::parts::el::{El, el};
use crate::parts::field::Field;
use crate::wire::intake::LifeArea;
use std::rc::Rc;

/// The question, and the fields of life.
pub fn draw(app: &App, talk: &Talk) -> Vec<El> {
    let question = words(app, talk, "question", talk.draft.borrow().question.clone(), |draft, words| {
        draft.question = words;
    });
    let chips: Vec<El> = talk.catalogue().areas.iter().map(|it| chip(talk, it)).collect();
    let areas = el("fieldset")
        .class("ss-entry")
        .id("ss-areas")
        .attr("tabindex", "-1")
        .attr("aria-describedby", "ss-areas-hint ss-areas-wrong")
        .child(el("legend").class("ss-label").text(&app.t("intake.areas")))
        .child(el("p").class("ss-hint").id("ss-areas-hint").text(&app.t("intake.areas.hint")))
        .child(wrong_here(app, talk, "ss-areas"))
        .child(el("div").class("ss-chips ss-areas").children(chips));
    vec![el("div").class("ss-entries").child(question.area(4)).child(areas)]
}

/// A field for words of this conversation: `ss-{word}`, with its label and hint.
pub fn words(
    app: &App,
    talk: &Talk,
    word: &'static str,
    value: String,
    set: impl Fn(&mut Draft, String) + 'static,
) -> Field {
    let id = ["ss-", word].concat();
    let (inner, looked_at, to, of) = (app.clone(), talk.clone(), talk.clone(), id.clone());
    Field {
        id,
        label: app.texts.code("intake.ask", word),
        hint: app.texts.code("intake.hint", word),
        value,
        most: MOST_ANSWER,
        wrong: Rc::new(move || looked_at.wrong_at(&inner, &of)),
        typed: Rc::new(move |words| to.write(|draft| set(draft, words))),
    }
}

fn chip(talk: &Talk, area: &LifeArea) -> El {
    let (now, to) = (talk.clone(), talk.clone());
    let (id, of) = (area.id.clone(), area.id.clone());
    el("button")
        .attr("type", "button")
        .class("ss-chip ss-area")
        .attr("title", &area.description)
        .text(&area.name)
        .watch(move |it| {
            let on = now.follow(|draft| draft.areas.contains(&of));
            let _ = it.0.set_attribute("aria-pressed", if on { "true" } else { "false" });
        })
        .press(move || {
            to.change(|draft| {
                let on = !draft.areas.contains(&id);
                draft.choose_area(&id, on);
            });
        })
}
