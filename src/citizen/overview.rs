// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The open requests.

use crate::app::App;
use crate::client::{Failure, spawn};
use crate::flow::place::CitizenPlace;
use crate::frame::stage::stage;
use crate::frame::standstill;
use crate::parts::bits::{Weight, badge, button, heading, lead, paragraph, title};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, State, el};
use crate::wire::problem::ProblemType;
use crate::wire::request::Request;
use std::rc::Rc;

const PATH: &str = "consent-requests?status=open";

type Found = Option<Result<Rc<Vec<Request>>, Failure>>;

async fn find(app: &App) -> Result<Vec<Request>, Failure> {
    let reply = app.client.get(PATH).await?;
    Ok(reply.body.list("items", |json| Request::read(json, &app.settings.language)))
}

/// The id of the open request, when there is exactly one.
pub async fn only_open(app: &App) -> Option<String> {
    match find(app).await.ok()?.as_slice() {
        [only] => Some(only.id.clone()),
        _ => None,
    }
}

/// The screen.
pub fn screen(app: &App) -> El {
    let found: State<Found> = State::new(None);
    fetch(app.clone(), found.clone());
    let inner = app.clone();
    stage(app, move || match found.get() {
        None => standstill::loading(&inner),
        Some(Ok(requests)) => list(&inner, &requests),
        Some(Err(Failure::Problem(ProblemType::NotSignedIn))) => standstill::session_ended(&inner),
        Some(Err(_)) => {
            let (again, found) = (inner.clone(), found.clone());
            standstill::not_loaded(&inner, move || fetch(again.clone(), found.clone()))
        }
    })
}

fn fetch(app: App, found: State<Found>) {
    found.set(None);
    spawn(async move {
        let result = find(&app).await.map(Rc::new);
        found.set(Some(result));
    });
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
    let last = app.fill("overview.before", &[("date", &app.host.day(&request.answer_before))]);
    let (to, id) = (app.clone(), request.id.clone());
    let open = button(Weight::Main, &app.t("overview.open"), move || to.go(CitizenPlace::request(&id)))
        .attr("aria-label", &[&*app.t("overview.open"), ": ", &request.title].concat());
    el("article")
        .class("ss-card ss-card--asks")
        .child(heading(2, &request.title))
        .maybe(behalf)
        .child(paragraph(&request.introduction))
        .child(el("p").class("ss-quietly").text(&last))
        .child(open)
}

/// The way back to all requests.
pub fn to_overview(app: &App) -> El {
    let to = app.clone();
    button(Weight::Quiet, &app.t("action.overview"), move || to.go(CitizenPlace::Requests))
        .class("nl-link ss-quiet ss-back")
}
