// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Step 1: the person chooses, item by item, with the picture beside it.

use crate::app::App;
use crate::citizen::sharing::sharing;
use crate::citizen::{overview::to_overview, settled};
use crate::journey::Journey;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, badge, button, lead, link, paragraph, press_for_more, title};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, el};
use crate::parts::information;
use crate::parts::picture::{CHOICES, picture};
use crate::parts::question::{self, Answering, unanswered};
use crate::parts::steps::steps;
use crate::parts::totals::totals;
use crate::wire::request::{Item, Request};

/// The screen.
pub fn screen(app: &App, journey: &Journey) -> El {
    let request = journey.request();
    let answering = journey.answering();
    let cards = request.items.iter().map(|item| card(app, &answering, &request, item));
    el("div")
        .class("ss-choosing")
        .child(to_overview(app))
        .child(steps(app, 1))
        .child(title(&request.title))
        .child(lead(&request.introduction))
        .child(circumstances(app, journey, &request))
        .child(unanswered(app, request.clone(), &answering))
        .child(
            el("div")
                .class("ss-two")
                .child(el("div").class("ss-cards").children(cards).child(onward(app, journey)))
                .child(beside(app, journey)),
        )
        .child(rights(app, &request))
        .child(contact_block(app, &request.contact))
}

fn card(app: &App, answering: &Answering, request: &Request, item: &Item) -> El {
    match &item.standing {
        None => information::card(app, request, item),
        Some(standing) if standing.awaits_answer => question::card(app, answering, request, item),
        Some(standing) => settled::card(app, request, item, standing),
    }
}

// What is special about this request: for whom, until when, who else signs.
fn circumstances(app: &App, journey: &Journey, request: &Request) -> El {
    let renewed = journey.renewed.peek();
    let renewed = renewed.then(|| alert("info", vec![paragraph(&app.t("choose.renewed"))]));
    let behalf = request
        .for_another()
        .then(|| badge("plain", &app.fill("overview.behalf", &[("name", &request.subject.name)])));
    let together = (request.required_signatures > 1)
        .then(|| paragraph(&app.count("choose.together", request.required_signatures)));
    let last = app.fill("overview.before", &[("date", &app.host.day(&request.answer_before))]);
    el("div")
        .class("ss-circumstances")
        .maybe(renewed)
        .maybe(behalf)
        .maybe(together)
        .child(el("p").class("ss-quietly").text(&last))
}

fn onward(app: &App, journey: &Journey) -> El {
    let journey = journey.clone();
    let press = move || journey.review();
    el("div").class("ss-onward").child(button(Weight::Main, &app.t("choose.onward"), press))
}

fn beside(app: &App, journey: &Journey) -> El {
    let (inner, request, choices) = (app.clone(), journey.request(), journey.choices.clone());
    let (drawn, chosen) = (request.clone(), choices.clone());
    let picture = picture(app, &CHOICES, move |as_table| {
        chosen.with(|choices| sharing(&inner, &drawn, choices, as_table))
    });
    let counted = totals(app, move || choices.with(|choices| choices.totals(&request)));
    el("div").class("ss-beside").child(picture).child(counted)
}

/// What somebody may do (K4). Where nothing is asked there is no saying no.
pub fn rights(app: &App, request: &Request) -> El {
    let words = ["rights.no", "rights.stop", "rights.see", "rights.complain"];
    let words = words.into_iter().skip(if request.is_notice() { 2 } else { 0 });
    let lines = words.map(|key| el("li").text(&app.t(key)));
    let statement = link(&request.controller.privacy_statement, &app.t("rights.privacy"));
    press_for_more(&app.t("rights.title"), vec![el("ul").children(lines), el("p").child(statement)])
}
