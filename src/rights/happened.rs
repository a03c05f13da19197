// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What happened with my data, the last first; beside it the picture of who has what.

mod details;
mod filters;
mod line;
mod looked;
pub(super) mod moment;
mod reading;
mod refused;
mod timeline;

use crate::app::App;
use crate::client::{Reply, Work, all, spawn};
use crate::flow::happened::Filter;
use crate::flow::place::RightsPlace;
use crate::parts::bits::{Weight, button, lead, quietly, title};
use crate::parts::contact::contact_block;
use crate::parts::el::{Alive, El, State, el};
use crate::rights::about::{self, About};
use crate::rights::holdings;
use crate::wire::disclosure::{Disclosure, Flow};
use crate::wire::refusal::Refused;
use std::cell::RefCell;
use std::rc::Rc;
use timeline::TimeLine;

/// What is known beside the first lines.
#[derive(Default)]
struct Besides {
    stoppable: RefCell<Vec<String>>,
    news: RefCell<Vec<Disclosure>>,
    refused: RefCell<Vec<Refused>>,
}

/// The screen; with a party only what happened with that party.
pub fn screen(app: &App, party: Option<&str>) -> El {
    let filter = Filter { party: party.unwrap_or_default().to_owned(), ..Filter::default() };
    let besides = Rc::new(Besides::default());
    let (asking, into, inner) = (app.clone(), besides.clone(), app.clone());
    let fetch = move |about: About| -> Work {
        let (app, into) = (asking.clone(), into.clone());
        let (whom, beside) = (about.clone(), into.clone());
        Box::pin(all(vec![
            Box::pin(async move {
                into.stoppable.replace(stoppable(&app).await);
                if app.configuration.untold > 0 {
                    into.news.replace(reading::unread(&app, &about).await);
                }
            }),
            Box::pin(async move {
                beside.refused.replace(refused::read(&whom).await);
            }),
        ]))
    };
    let path = filter.path(None);
    let draw = move |about: &About, reply: &Rc<Reply>| page(&inner, about, &filter, &besides, reply);
    about::screen(app, path, Box::new(fetch), Box::new(draw))
}

// The consents that the person may stop now. Without an answer none is offered; each
// line still leads to its consent.
async fn stoppable(app: &App) -> Vec<String> {
    let Ok(reply) = app.client.get("consent-records?pageSize=100").await else { return Vec::new() };
    let records = reply.body.list("items", |record| {
        let stops = record.texts("allowedEvents").iter().any(|event| event == "withdrawn");
        stops.then(|| record.text("id"))
    });
    records.into_iter().flatten().collect()
}

fn page(app: &App, about: &About, filter: &Filter, besides: &Besides, first: &Rc<Reply>) -> El {
    let list = TimeLine::new(app, about, besides.stoppable.take(), filter.clone());
    let news = besides.news.take();
    let elsewhere = (about.has_others() && app.configuration.untold as usize > news.len())
        .then(|| quietly(&app.t("happened.news.elsewhere")));
    let news = list.tell_first(news);
    let flows: State<Rc<Vec<Flow>>> = State::new(Rc::default());
    fetch_flows(app, about, &flows);
    // On the screen of one party it would stand in the way.
    let everything = filter.is_everything();
    let refused = besides.refused.take();
    let refused = everything.then(|| refused::outcomes(app, about, &refused)).flatten();
    let lines = el("div").maybe(news).child(list.draw(first));
    let to = app.clone();
    let to_holdings = button(Weight::Quiet, &about.t("holdings.title"), move || to.go(RightsPlace::Holdings));
    el("div")
        .child(title(&about.t("happened.title")))
        .child(lead(&app.t("happened.lead")))
        .maybe(about.choice())
        .maybe(elsewhere)
        .child(to_holdings.class("nl-link ss-quiet ss-to-holdings"))
        .maybe(refused)
        .child(filters::filters(app, about, &list, &flows))
        .child(el("div").class("ss-two").child(list.serve(lines)).child(holdings::beside(app, about, &flows)))
        .child(contact_block(app, &app.configuration.controller.contact))
}

// Who has what may come later, or not at all: the lines stand without it.
fn fetch_flows(app: &App, about: &About, into: &State<Rc<Vec<Flow>>>) {
    let (app, about, into, alive) = (app.clone(), about.clone(), into.clone(), Alive::here());
    spawn(async move {
        if let Ok(reply) = about.get("data-flows").await
            && alive.is_so()
        {
            into.set(Rc::new(holdings::read(&app, &reply)));
        }
    });
}
