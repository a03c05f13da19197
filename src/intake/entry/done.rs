// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! It is recorded; and what the client takes home: a summary on paper (A7).

use super::{Entry, check};
use crate::intake::clients::to_clients;
use crate::parts::bits::{Weight, button, heading, lead, paragraph, title};
use crate::parts::checked::checked;
use crate::parts::contact::contact_lines;
use crate::parts::el::{El, el};

/// The screen.
pub fn screen(entry: &Entry) -> El {
    let (app, printing) = (&entry.0.app, entry.0.app.clone());
    let name = entry.person().name;
    el("div")
        .class("ss-narrow")
        .child(title(&app.t("entry.done")))
        .child(lead(&app.fill("entry.done.lead", &[("name", &name)])))
        .child(
            el("div")
                .class("ss-actions")
                .child(button(Weight::Main, &app.t("entry.print"), move || printing.host.print()))
                .child(to_clients(app)),
        )
        .child(summary(entry))
}

fn summary(entry: &Entry) -> El {
    let (app, request) = (&entry.0.app, entry.seen());
    let today = crate::frame::calendar::Calendar::new(app).today;
    let values = [("name", &*entry.person().name), ("date", &app.host.day(&today))];
    let list = entry.0.answering.choices.peek_with(|choices| checked(app, &request, choices, None));
    el("section")
        .class("ss-paper")
        .attr("aria-labelledby", "ss-paper")
        .child(heading(2, &app.fill("entry.summary", &values)).id("ss-paper"))
        .child(el("p").class("ss-quietly").text(&request.controller.name))
        .child(list)
        .child(check::how(entry))
        .child(paragraph(&app.t("entry.summary.home")).class("nl-paragraph ss-at-home"))
        .child(paragraph(&app.t("entry.summary.ask")))
        .child(contact_lines(&request.contact))
}
