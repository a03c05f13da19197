// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Sharing without consent (group H, the deciding side): my decisions, what must be
//! looked at again first; a new one; and telling the person.

mod decision;
mod new;
mod rows;

pub use decision::screen as decided;
pub use new::screen as new;

use crate::app::App;
use crate::client::{Reply, spawn};
use crate::flow::place::StaffPlace;
use crate::frame::calendar::Calendar;
use crate::frame::fetched::{self, Fetched, fetch_again};
use crate::intake::sheet::{is_online, read_list};
use crate::intake::talk::parsed;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, badge, button, heading, lead, paragraph, quietly, title};
use crate::parts::el::{El, State, effect, el};
use crate::wire::sharing::Decision;
use std::cell::Cell;
use std::rc::Rc;

const PATH: &str = "disclosure-decisions?pageSize=100";

/// The screen: the list.
pub fn screen(app: &App) -> El {
    let (inner, again, shown): (_, _, Fetched) = (app.clone(), app.clone(), State::new(None));
    read_list(app, PATH, &shown);
    // What was sent is in the list from then on.
    let (sent, anew, were) = (app.clone(), shown.clone(), Cell::new(0));
    effect(Box::new(move || {
        sent.visited.with(|_| ());
        let now = waiting(&sent).len();
        if were.replace(now) > now {
            fetch_again(&sent, PATH, &anew);
        }
    }));
    let into = shown.clone();
    fetched::shown(
        app,
        shown,
        to_list,
        move || read_list(&again, PATH, &into),
        move |reply| list(&inner, reply),
    )
}

/// The way back to the list.
pub fn to_list(app: &App) -> El {
    let to = app.clone();
    button(Weight::Quiet, &app.t("sharing.back"), move || to.go(StaffPlace::Sharing))
        .class("nl-link ss-quiet ss-back")
}

/// How many must be looked at again, for the navigation. It is read when the widget
/// opens, and each time somebody leaves these screens.
pub fn due(app: &App) -> State<u32> {
    let (count, inner, was_here) = (State::new(0), app.clone(), Cell::new(true));
    let into = count.clone();
    effect(Box::new(move || {
        let is_here = inner.place.with(|word| word.starts_with("sharing"));
        if was_here.replace(is_here) && !is_here && is_online(&inner) {
            count_due(&inner, &into);
        }
    }));
    count
}

fn count_due(app: &App, into: &State<u32>) {
    let (app, into) = (app.clone(), into.clone());
    spawn(async move {
        if let Ok(reply) = app.client.get("disclosure-decisions?review=due&pageSize=100").await {
            into.set(reply.body.list("items", |_| ()).len() as u32);
        }
    });
}

// Decisions that wait on this device to be sent, as they will be.
fn waiting(app: &App) -> Vec<Decision> {
    parsed(app.host.visit_state()).list("sharing", Decision::read)
}

fn list(app: &App, reply: &Reply) -> El {
    let mut decisions = reply.body.list("items", Decision::read);
    // What must be looked at again goes first, then what was not told yet by its day.
    decisions.sort_by_key(|it| match &*it.status {
        "review-due" => (0, it.review_date.clone()),
        "withheld" => (1, it.review_date.clone()),
        _ => (2, String::new()),
    });
    let due = decisions.iter().filter(|it| it.status == "review-due").count() as u32;
    let told = match due {
        _ if !is_online(app) => app.t("sharing.offline"),
        _ if decisions.is_empty() && waiting(app).is_empty() => app.t("sharing.none"),
        0 => app.t("sharing.lead"),
        due => app.count("sharing.due", due),
    };
    let (to, calendar) = (app.clone(), Rc::new(Calendar::new(app)));
    let rows = decisions.iter().map(|it| row(app, &calendar, it));
    let (inner, today) = (app.clone(), calendar.clone());
    let unsent = el("div").live(move || {
        inner.visited.with(|_| ());
        let all = waiting(&inner);
        let rows = all.iter().map(|it| row(&inner, &today, it));
        (!all.is_empty()).then(|| el("ul").class("ss-rows").children(rows))
    });
    el("div")
        .class("ss-narrow")
        .child(title(&app.t("sharing.title")))
        .child(lead(&told))
        .child(alert("info", vec![paragraph(&app.t("sharing.own-choice"))]))
        .child(el("div").class("ss-actions").child(button(Weight::Main, &app.t("sharing.new"), move || {
            to.go(StaffPlace::SharingNew);
        })))
        .child(unsent)
        .child(el("ul").class("ss-rows").children(rows))
}

fn row(app: &App, calendar: &Calendar, decision: &Decision) -> El {
    let (to, id) = (app.clone(), decision.id.clone());
    let kind = app.texts.code("sharing.kind", &decision.kind);
    let name = heading(2, "");
    let name = match decision.is_sent() {
        true => {
            let open = move || to.go(StaffPlace::Shared(id.clone()));
            let spoken = [&*decision.subject.name, ": ", &kind].concat();
            name.child(button(Weight::Quiet, &decision.subject.name, open).attr("aria-label", &spoken))
        }
        false => name.text(&decision.subject.name),
    };
    el("li")
        .class("ss-row")
        .child(el("div").class("ss-row-head").child(name).child(status(app, calendar, decision)))
        .child(paragraph(&kind))
        .child(quietly(
            &app.fill("sharing.decided-on", &[("moment", &app.host.moment(&decision.decided_at))]),
        ))
}

/// Where the duty to tell stands, in words.
fn status(app: &App, calendar: &Calendar, decision: &Decision) -> El {
    let days = calendar.days_to(&decision.review_date);
    let (tone, words) = match &*decision.status {
        _ if !decision.is_sent() => ("plain", app.t("sharing.waiting")),
        "review-due" if days < 0 => ("no", app.count("sharing.late", days.unsigned_abs())),
        "review-due" => ("no", app.t("sharing.look-today")),
        "withheld" => ("special", app.count("sharing.look-in", days.unsigned_abs())),
        status => ("yes", app.texts.code("sharing.status", status)),
    };
    badge(tone, &words)
}
