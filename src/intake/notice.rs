// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What only tells (GDPR art. 13 and 14; F4): other words where a question has its
//! own, and the notice on paper for who does not sign in.

use crate::app::App;
use crate::flow::entry::as_seen_by;
use crate::parts::bits::{heading, link, paragraph};
use crate::parts::contact::contact_lines;
use crate::parts::el::{El, el};
use crate::parts::information::card;
use crate::wire::intake::Client;
use crate::wire::request::Request;

/// The key of a sentence, as it is said of a notice or of a question.
pub fn key(key: &str, notice: bool) -> String {
    [key, if notice { ".notice" } else { "" }].concat()
}

/// Everything the person would read at home.
pub fn paper(app: &App, request: &Request, client: &Client) -> El {
    let capacity = client.signers.first().map(|it| &*it.capacity).unwrap_or_default();
    let seen = as_seen_by(request.clone(), capacity, true);
    let cards = seen.items.iter().map(|item| card(app, &seen, item));
    let rights = ["rights.see", "rights.complain"].map(|key| el("li").text(&app.t(key)));
    let statement = &seen.controller.privacy_statement;
    el("section")
        .class("ss-paper")
        .attr("aria-labelledby", "ss-paper")
        .child(heading(2, &seen.title).id("ss-paper"))
        .child(
            el("p").class("ss-quietly").text(&[&*seen.controller.name, " · ", &seen.subject.name].concat()),
        )
        .child(paragraph(&seen.introduction))
        .children(cards)
        .child(heading(3, &app.t("rights.title")))
        .child(el("ul").children(rights))
        .child(paragraph(&app.t("rights.privacy")).text(": ").child(link(statement, statement)))
        .child(contact_lines(&seen.contact))
}
