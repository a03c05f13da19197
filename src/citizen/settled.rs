// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What was decided already, and what the law decides: shown, and not asked.

use crate::app::App;
use crate::citizen::choosing::rights;
use crate::citizen::overview::to_overview;
use crate::flow::choices::{Answer, find};
use crate::flow::place::CitizenPlace;
use crate::journey::Journey;
use crate::parts::bits::{Weight, badge, button, lead, title};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, el};
use crate::parts::information;
use crate::parts::question::question;
use crate::wire::request::{Item, Request, Standing};

/// The screen of a request that asks nothing, or nothing any more.
pub fn screen(app: &App, journey: &Journey) -> El {
    let request = journey.request();
    let known = app.texts.code("settled", &request.status);
    let untold = known.is_empty() || request.is_notice();
    let words = if untold { request.introduction.clone() } else { known };
    let cards = request.items.iter().map(|item| match &item.standing {
        Some(standing) => card(app, &request, item, standing),
        None => information::card(app, &request, item),
    });
    el("div")
        .child(to_overview(app))
        .child(title(&request.title))
        .child(lead(&words))
        .children(cards)
        .child(rights(app, &request))
        .child(contact_block(app, &request.contact))
}

/// The card of an item this person answered before.
pub fn card(app: &App, request: &Request, item: &Item, standing: &Standing) -> El {
    let (to, record) = (app.clone(), standing.record.clone());
    let lines = item.data.iter().filter_map(|datum| {
        let (tone, key) = match find(&standing.answers, &datum.id)? {
            Answer::Yes => ("yes", "settled.yes"),
            Answer::No => ("no", "settled.no"),
        };
        Some(el("li").text(&datum.name).text(" ").child(badge(tone, &app.t(key))))
    });
    el("article")
        .class("ss-card ss-card--settled")
        .child(badge("plain", &app.texts.code("status", &standing.status)))
        .child(question(app, request, item))
        .child(el("ul").class("ss-plain-list ss-told").children(lines))
        .child(button(Weight::Quiet, &app.t("settled.look"), move || {
            to.go(CitizenPlace::Record(record.clone()));
        }))
}
