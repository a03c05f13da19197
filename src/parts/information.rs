// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What happens without a choice: visibly not a question, with the law and the
//! way to object (principle 1).

use crate::app::App;
use crate::parts::bits::{badge, paragraph, press_for_more};
use crate::parts::contact::contact_lines;
use crate::parts::el::{El, el};
use crate::parts::question::more;
use crate::text::capital;
use crate::wire::request::{Item, Request};

/// The card of an information item.
pub fn card(app: &App, request: &Request, item: &Item) -> El {
    let id = ["ss-i-", &item.id].concat();
    el("article")
        .class("ss-card ss-card--law")
        .attr("aria-labelledby", &id)
        .child(badge("plain", &app.t("badge.information")))
        .child(statement(app, request, item).id(&id))
        .child(data(item))
        .child(paragraph(&item.ground))
        .child(object(app, request, item))
        .child(more(app, item))
}

fn statement(app: &App, request: &Request, item: &Item) -> El {
    let key = if request.for_another() { "statement.other" } else { "statement.self" };
    app.marked(
        "h2",
        key,
        &[
            ("source", &capital(&item.source.in_sentence)),
            ("recipient", &item.recipient.in_sentence),
            ("purpose", &item.purpose),
            ("subject", &request.subject.name),
        ],
    )
    .class("nl-heading nl-heading--level-2 ss-question")
}

fn data(item: &Item) -> El {
    let lines = item.data.iter().map(|datum| {
        el("li")
            .child(el("span").class("ss-datum-name").text(&datum.name))
            .child(el("span").class("ss-what").text(&datum.description))
    });
    el("ul").class("ss-plain-list ss-told").children(lines)
}

// The right to object depends on the ground (GDPR art. 21).
fn object(app: &App, request: &Request, item: &Item) -> El {
    let by_ground = app.texts.find(&["objection.", &item.ground_code].concat());
    let how = by_ground.unwrap_or_else(|| app.t("objection.other"));
    press_for_more(
        &app.t("objection.title"),
        vec![paragraph(&how), el("p").child(contact_lines(&request.contact))],
    )
}
