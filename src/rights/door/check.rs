// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Exactly what will be sent, before it is sent.

use super::Door;
use crate::app::App;
use crate::flow::form::{Blank, Cell, Spot};
use crate::flow::place::{DoorStep, Wanted};
use crate::parts::bits::{Weight, button, heading, lead, title, unseen, words};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, el};
use crate::rights::fields::{ME, asked};
use crate::rights::files::titles;
use crate::rights::receipt::correction;
use crate::rights::sending::Sender;
use crate::wire::configuration::Person;

/// The screen.
pub fn screen(door: &Door, wanted: Wanted, sender: &Sender, others: &[Person]) -> El {
    let app = &door.0.app;
    let (back, confirm, sending) = (door.clone(), door.clone(), sender.clone());
    el("div")
        .class("ss-narrow")
        .child(title(&app.t("check.title")))
        .child(lead(&app.t("check.lead")))
        .child(el("ul").class("ss-check ss-sent").children(lines(door, wanted, sender, others)))
        .child(
            el("div")
                .class("ss-actions ss-actions--equal")
                .child(button(Weight::Other, &app.t("action.back"), move || {
                    back.back_to(Some(wanted), DoorStep::Form);
                }))
                .child(button(Weight::Main, &app.t("filing.send"), move || confirm.send(wanted, &sending))),
        )
        .child(contact_block(app, &app.configuration.controller.contact))
}

fn lines(door: &Door, wanted: Wanted, sender: &Sender, others: &[Person]) -> Vec<El> {
    let app = &door.0.app;
    let typed = sender.typed();
    let whole = app.texts.code("filing.kind", wanted.word());
    let mut lines = vec![row(&app.t("filing.what"), words(&whole), None)];
    if let Some(line) = &door.0.line {
        lines.push(row(&app.t("door.about"), line.block(app), None));
    }
    for row_ in typed.filled_rows() {
        let spot = Spot::Row(row_.number, Cell::Wrong);
        let name = app.t("filing.correction");
        lines.push(row(&name, correction(app, &row_.wrong, &row_.right), change(door, wanted, spot, &name)));
    }
    for blank in sender.form().blanks(&sender.around(), &typed) {
        let text = said(app, blank, typed.get(blank), others);
        // The answer to *now or later* is told by what follows it.
        let silent = text.is_empty() || (blank == Blank::Grounds && typed.get(blank) == "now");
        if !silent {
            let name = asked(app, sender, blank);
            let words = el("p").class("ss-own-words").text(&text);
            lines.push(row(&name, words, change(door, wanted, Spot::At(blank), &name)));
        }
    }
    if !typed.attached.is_empty() {
        let name = app.t("filing.attached");
        lines.push(row(&name, titles(&typed.attached), change(door, wanted, Spot::Attachments, &name)));
    }
    lines
}

// A code as the words that were chosen.
fn said(app: &App, blank: Blank, text: &str, others: &[Person]) -> String {
    match blank {
        Blank::Matter => app.texts.code("filing.matter", text),
        Blank::Grounds => app.texts.code("filing.grounds", text),
        Blank::NotifiedOn | Blank::OccurredOn if !text.is_empty() => app.host.day(text),
        Blank::Subject if text == ME => app.t("filing.for-me"),
        Blank::Subject => {
            others.iter().find(|person| person.id == text).map(|it| it.name.clone()).unwrap_or_default()
        }
        _ => text.to_owned(),
    }
}

fn row(name: &str, value: El, change: Option<El>) -> El {
    el("li").child(el("div").child(heading(2, name)).child(value)).maybe(change)
}

fn change(door: &Door, wanted: Wanted, spot: Spot, name: &str) -> Option<El> {
    let (app, door) = (door.0.app.clone(), door.clone());
    let words = app.t("check.change");
    let change = button(Weight::Quiet, &words, move || {
        app.focus_next.replace(Some(spot.id()));
        door.back_to(Some(wanted), DoorStep::Form);
    });
    Some(change.child(unseen(&[": ", name].concat())))
}
