// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! It is recorded; and what the client takes home: a summary on paper (A7).

use super::{Entry, check};
use crate::client::spawn;
use crate::intake::clients::to_clients;
use crate::parts::bits::{Weight, button, heading, lead, paragraph, title};
use crate::parts::checked::checked;
use crate::parts::contact::contact_lines;
use crate::parts::el::{El, el};
use wasm_bindgen_futures::JsFuture;

/// The screen.
pub fn screen(entry: &Entry) -> El {
    let (app, printing, saving) = (&entry.0.app, entry.0.app.clone(), entry.clone());
    let told = entry.0.told.clone();
    let name = entry.person().name;
    let alone = entry.0.request.required_signatures <= 1;
    el("div")
        .class("ss-narrow")
        .child(if alone { to_clients(app) } else { entry.back() })
        .child(title(&app.t("entry.done")))
        .child(lead(&app.fill("entry.done.lead", &[("name", &name)])))
        .child(
            el("div")
                .class("ss-actions")
                .child(button(Weight::Main, &app.t("entry.print"), move || printing.host.print()))
                .child(button(Weight::Quiet, &app.t("receipt.pdf"), move || saving.save())),
        )
        .child(el("p").attr("role", "status").live_text(move || told.get()))
        .child(summary(entry))
}

fn summary(entry: &Entry) -> El {
    let (app, request) = (&entry.0.app, entry.seen());
    let today = crate::frame::calendar::Calendar::new(app).today;
    let person = entry.person();
    let values = [("name", &*person.name), ("date", &app.host.day(&today))];
    // Who decides for another takes home about whom; and a yes is no yes yet while others have to sign.
    let about = [("name", &*request.subject.name)];
    let about = (person.id != request.subject.id).then(|| paragraph(&app.fill("sharing.about-whom", &about)));
    let waits = request.required_signatures > 1 && entry.0.people.len() > 1;
    let waits = waits.then(|| paragraph(&app.t("done.awaits")));
    let list = entry.0.answering.choices.peek_with(|choices| checked(app, &request, choices, None));
    el("section")
        .class("ss-paper")
        .attr("aria-labelledby", "ss-paper")
        .child(heading(2, &app.fill("entry.summary", &values)).id("ss-paper"))
        .child(el("p").class("ss-quietly").text(&request.controller.name))
        .maybe(about)
        .child(list)
        .child(check::how(entry))
        .maybe(waits)
        .child(paragraph(&app.t("entry.summary.home")).class("nl-paragraph ss-at-home"))
        .child(paragraph(&app.t("entry.summary.ask")))
        .child(contact_lines(&request.contact))
}

impl Entry {
    // A file to send in the municipality's own secure mail: the signed receipt itself,
    // which is there once it arrived.
    fn save(&self) {
        let (app, told, path) = (self.0.app.clone(), self.0.told.clone(), self.0.receipt.borrow().clone());
        let name = [&*app.t("receipt.file"), ".pdf"].concat();
        let saving = app.host.save(&path, "application/pdf", &name);
        spawn(async move {
            let saved = JsFuture::from(saving).await.is_ok();
            told.set(app.t(if saved { "receipt.saved" } else { "receipt.not-saved" }));
        });
    }
}
