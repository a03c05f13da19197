// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What client and worker read together: what stops, what goes on, what else is
//! possible (G2, G5). The words are the client's, and push nowhere.

use crate::app::App;
use crate::parts::bits::{heading, paragraph};
use crate::parts::el::{El, el};
use crate::parts::pair::{names, pair};
use crate::wire::request::Item;

/// The section.
pub fn section(app: &App, items: &[Item]) -> El {
    el("section")
        .class("ss-together")
        .attr("aria-labelledby", "ss-together")
        .child(heading(2, &app.t("outcome.together")).id("ss-together"))
        .children(told(app, items))
}

/// The same once more, below a heading that is there already.
pub fn again(app: &App, items: &[Item]) -> El {
    el("div").class("ss-together").children(told(app, items))
}

fn told(app: &App, items: &[Item]) -> Vec<El> {
    let told = ["outcome.together.no", "outcome.together.on", "outcome.together.change"]
        .map(|key| el("li").text(&app.t(key)));
    let told = el("ul").class("ss-together-told").children(told);
    std::iter::once(told).chain(items.iter().map(|item| card(app, item))).collect()
}

/// Which data, and what for: two questions may go from the same source to the same recipient.
pub fn what(app: &App, item: &Item) -> String {
    let purpose = app.fill("consents.purpose", &[("purpose", &item.purpose)]);
    [&*names(app, item, &|_| true), ". ", &purpose].concat()
}

fn card(app: &App, item: &Item) -> El {
    el("div")
        .class("ss-together-item")
        .child(pair(app, heading(3, ""), item))
        .child(el("p").class("ss-check-data").text(&what(app, item)))
        .child(paragraph(&item.if_refused))
}
