// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! My requests, objections and complaints: what still waits for an answer first,
//! and in each group the newest first (K2).

use crate::app::App;
use crate::client::{Reply, spawn};
use crate::flow::place::{FrontDoor, RightsPlace};
use crate::frame::fetched;
use crate::parts::bits::{Weight, badge, button, heading, lead, paragraph, quietly, title, unseen};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, State, el, focus, inside};
use crate::wire::queue::Summary;
use std::rc::Rc;

const PATH: &str = "filings";

type Pages = State<Vec<Rc<Reply>>>;

/// The screen.
pub fn screen(app: &App) -> El {
    let inner = app.clone();
    fetched::screen(
        app,
        PATH.into(),
        State::new(None),
        |_| el("span"),
        move |reply| {
            let to = inner.clone();
            let begin = button(Weight::Main, &inner.t("filings.new"), move || {
                to.go(RightsPlace::FrontDoor(FrontDoor::default()));
            });
            el("div")
                .class("ss-narrow")
                .child(title(&inner.t("filings.title")))
                .child(lead(&inner.t("filings.lead")))
                .child(el("div").class("ss-actions").child(begin))
                .child(groups(&inner, &State::new(vec![reply.clone()])))
                .child(contact_block(&inner, &inner.configuration.controller.contact))
        },
    )
}

fn is_open(filing: &Summary) -> bool {
    matches!(&*filing.status, "received" | "in-progress" | "awaiting-information")
}

fn groups(app: &App, pages: &Pages) -> El {
    let (app, pages) = (app.clone(), pages.clone());
    el("div").live(move || {
        let language = &app.settings.language;
        let read = |pages: &Vec<Rc<Reply>>| {
            let lists =
                pages.iter().map(|page| page.body.list("items", |json| Summary::read(json, language)));
            lists.flatten().collect::<Vec<_>>()
        };
        let filings = pages.with(read);
        if filings.is_empty() {
            let none = el("div").class("ss-card ss-card--law").child(paragraph(&app.t("filings.none")));
            return Some(none);
        }
        let (open, closed): (Vec<_>, Vec<_>) = filings.into_iter().partition(is_open);
        let count = open.len() + closed.len();
        Some(
            el("div")
                .maybe(group(&app, "filings.open", open))
                .maybe(group(&app, "filings.closed", closed))
                .maybe(more(&app, &pages, count)),
        )
    })
}

fn group(app: &App, key: &str, filings: Vec<Summary>) -> Option<El> {
    if filings.is_empty() {
        return None;
    }
    let rows = filings.iter().map(|filing| row(app, filing));
    let rows = el("ul").class("ss-rows").children(rows);
    Some(el("section").class("ss-group").child(heading(2, &app.t(key))).child(rows))
}

fn row(app: &App, filing: &Summary) -> El {
    let (to, id) = (app.clone(), filing.id.clone());
    let kind = app.texts.code("filing.kind", &filing.kind);
    let spoken = [", ", &*filing.reference].concat();
    let look = button(Weight::Quiet, &app.t("filings.look"), move || to.go(RightsPlace::Filing(id.clone())))
        .child(unseen(&[": ", &*kind, &*spoken].concat()));
    let other = app.person().is_none_or(|me| me.name != filing.subject) && !filing.subject.is_empty();
    let whom = other.then(|| quietly(&app.fill("filings.whom", &[("name", &filing.subject)])));
    let topic = (!filing.topic.is_empty()).then(|| el("p").text(&filing.topic));
    el("li")
        .class("ss-row")
        .child(
            el("div")
                .class("ss-row-head")
                .child(heading(3, &kind).id(&row_id(filing)).attr("tabindex", "-1"))
                .child(status_badge(app, &filing.status, &filing.outcome)),
        )
        .maybe(topic)
        .maybe(whom)
        .child(el("p").class("ss-when").text(&when(app, filing)))
        .child(quietly(&app.fill(
            "filings.filed",
            &[("day", &app.host.day(&filing.received_on)), ("reference", &filing.reference)],
        )))
        .child(look)
}

// How it stands, in a badge.
fn status_badge(app: &App, status: &str, outcome: &str) -> El {
    let tone = match (status, outcome) {
        (_, "granted" | "partly-granted") => "yes",
        ("awaiting-information", _) => "special",
        _ => "plain",
    };
    let key = if outcome.is_empty() { ["filing.status.", status] } else { ["filing.outcome.", outcome] };
    badge(tone, &app.t(&key.concat()))
}

fn when(app: &App, filing: &Summary) -> String {
    if !is_open(filing) {
        return app.t("filing.clock.closed");
    }
    match &filing.answer_before {
        Some(day) => {
            let key = if filing.standing == "missed" { "filings.missed" } else { "filings.before" };
            app.fill(key, &[("day", &app.host.day(day))])
        }
        None if filing.standing == "suspended" => app.t("filing.clock.suspended"),
        None => app.t("filing.clock.unknown"),
    }
}

fn row_id(filing: &Summary) -> String {
    ["ss-r-", &*filing.id].concat()
}

fn more(app: &App, pages: &Pages, before: usize) -> Option<El> {
    let cursor = pages.with(|pages| pages.last().and_then(|page| page.body.optional("nextCursor")))?;
    let (app2, pages) = (app.clone(), pages.clone());
    let press = move || {
        let (app, pages) = (app2.clone(), pages.clone());
        let path = [PATH, "?cursor=", &cursor].concat();
        spawn(async move {
            let Ok(reply) = app.client.get(&path).await else { return app.say(app.t("not-loaded.title")) };
            let first = reply.body.list("items", |json| json.text("id")).into_iter().next();
            pages.update(|pages| pages.push(Rc::new(reply)));
            let root = app.host.root();
            let row = first.and_then(|id| inside(&root, &["[id='ss-r-", &id, "']"].concat()));
            row.iter().for_each(focus);
        });
    };
    let more = button(Weight::Other, &app.t("consents.more"), press);
    (before > 0).then(|| el("div").class("ss-actions").child(more))
}
