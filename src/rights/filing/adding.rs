// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the person adds: the answer to a question, the grounds that were to
//! follow, or something that came up later.

use super::Opened;
use crate::flow::form::Along;
use crate::flow::sending::Step;
use crate::frame::stage::stage;
use crate::parts::bits::{Weight, button, heading, paragraph, press_for_more, quietly};
use crate::parts::el::{El, el};
use crate::rights::fields::{fields, summary};
use crate::rights::files::{any_coming, files};
use crate::rights::sending::Sender;

/// The section, when something may be added now.
pub fn section(it: &Opened) -> Option<El> {
    let app = &it.app;
    if !it.filing.case.allows("information-given") {
        return None;
    }
    let sender = it.sender("adding");
    it.follow(&sender, "filing.news.added");
    let form = form(it, &sender);
    if let Some((question, before)) = it.filing.question() {
        let until =
            before.map(|day| quietly(&app.fill("filing.question.before", &[("day", &app.host.day(day))])));
        return Some(
            el("section")
                .class("ss-card ss-question-card")
                .child(heading(2, &app.t("filing.question")))
                .child(el("p").class("ss-own-words").text(question))
                .maybe(until)
                .child(form),
        );
    }
    if it.filing.awaits_grounds() {
        let section = el("section").class("ss-card ss-question-card");
        let section = section.child(heading(2, &app.t("filing.grounds.title")));
        return Some(section.child(paragraph(&app.t("filing.grounds.text"))).child(form));
    }
    Some(press_for_more(&app.t("filing.add"), vec![form]))
}

fn form(it: &Opened, sender: &Sender) -> El {
    let (it, sender) = (it.clone(), sender.clone());
    stage(&it.app.clone(), move || match sender.step() {
        Step::Typing => {
            let (app, send, sending) = (&it.app, it.clone(), sender.clone());
            el("div")
                .class("ss-form")
                .child(summary(app, &sender))
                .child(fields(app, &sender, &[]))
                .maybe(files(app, &sender))
                .child(el("div").class("ss-actions").child(button(
                    Weight::Main,
                    &app.t("filing.send"),
                    move || add(&send, &sending),
                )))
        }
        step => sender.waiting_here(step),
    })
}

fn add(it: &Opened, sender: &Sender) {
    let app = &it.app;
    if any_coming(&app.host.root()) {
        return app.say(app.t("filing.file.wait"));
    }
    if sender.check() {
        let along = Along { language: &app.settings.language, controller: "", origin: None, subject: None };
        it.send(sender, sender.form().body(&sender.typed(), &sender.around(), along));
    }
}
