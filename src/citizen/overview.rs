// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The open requests.

use crate::app::App;
use crate::client::Reply;
use crate::flow::place::CitizenPlace;
use crate::frame::fetched;
use crate::parts::bits::{Weight, badge, button, heading, lead, paragraph, title};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, State, el};
use crate::wire::request::Request;
use std::rc::Rc;

const PATH: &str = "consent-requests?status=open";

/// The id of the open request, when there is exactly one.
pub async fn only_open(app: &App) -> Option<String> {
    match read(app, &app.client.get(PATH).await.ok()?).as_slice() {
        [only] => Some(only.id.clone()),
        _ => None,
    }
}

fn read(app: &App, reply: &Reply) -> Vec<Request> {
    reply.body.list("items", |json| Request::read(json, &app.settings.language))
}

/// The screen.
pub fn screen(app: &App) -> El {
    let inner = app.clone();
    let draw = move |reply: &Rc<Reply>| list(&inner, &read(&inner, reply));
    fetched::screen(app, PATH.into(), State::new(None), to_overview, draw)
}

fn list(app: &App, requests: &[Request]) -> El {
    let name = app.person().map(|person| person.name.clone()).unwrap_or_default();
    let cards = requests.iter().map(|request| el("li").child(card(app, request)));
    let lines = if requests.is_empty() {
        let consents = app.clone();
        let go = move || consents.go(CitizenPlace::Consents);
        el("div").class("ss-card ss-card--law").child(paragraph(&app.t("overview.none"))).child(button(
            Weight::Quiet,
            &app.t("overview.to-consents"),
            go,
        ))
    } else {
        el("ul").class("ss-plain-list").children(cards)
    };
    el("div")
        .child(title(&app.fill("overview.title", &[("name", &name)])))
        .child(lead(&app.count("overview.lead", requests.len() as u32)))
        .child(lines)
        .child(contact_block(app, &app.configuration.controller.contact))
}

fn card(app: &App, request: &Request) -> El {
    let subject = [("name", &*request.subject.name)];
    let behalf = request.for_another().then(|| badge("plain", &app.fill("overview.behalf", &subject)));
    // A notice asks nothing.
    let last = (!request.is_notice()).then(|| {
        let last = app.fill("overview.before", &[("date", &app.host.day(&request.answer_before))]);
        el("p").class("ss-quietly").text(&last)
    });
    let (to, id) = (app.clone(), request.id.clone());
    let open = button(Weight::Main, &app.t("overview.open"), move || to.go(CitizenPlace::request(&id)))
        .attr("aria-label", &[&*app.t("overview.open"), ": ", &request.title].concat());
    el("article")
        .class("ss-card ss-card--asks")
        .child(heading(2, &request.title))
        .maybe(behalf)
        .child(paragraph(&request.introduction))
        .maybe(last)
        .child(open)
}

/// The way back to all requests.
pub fn to_overview(app: &App) -> El {
    let to = app.clone();
    button(Weight::Quiet, &app.t("action.overview"), move || to.go(CitizenPlace::Requests))
        .class("nl-link ss-quiet ss-back")
}
