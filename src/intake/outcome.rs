// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! After a no (group G): first what client and worker read together, then exactly one
//! of three outcomes with the three rules of thumb, then a letter.

mod form;
mod recorded;
mod together;

use crate::app::App;
use crate::frame::fetched::{self, Fetched};
use crate::frame::stage::stage;
use crate::intake::clients::to_clients;
use crate::intake::sheet::{Filling, read_list};
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, heading, paragraph, press_for_more, title};
use crate::parts::el::{El, State, el};
use crate::wire::outcome::{Ground, Outcome};
use crate::wire::request::{Item, Request};
use std::cell::Cell;
use std::rc::Rc;

// The answer of a request, and what followed it.
struct After {
    app: App,
    request: Request,
    outcomes: Vec<Outcome>,
    grounds: Vec<Ground>,
    // The list of outcomes, to be read anew.
    path: String,
    shown: Fetched,
    // What was recorded here, and whether that still has to be told.
    told: State<Option<Outcome>>,
    fresh: Rc<Cell<bool>>,
    // Whether it was read together: the form is the worker's, and comes afterwards (G2).
    is_read: State<bool>,
}

/// The screen of a request. The visit takes up one of somebody whom it knows: first the
/// people.
pub fn screen(app: &App, id: &str) -> El {
    let (inner, id) = (app.clone(), id.to_owned());
    fetched::screen(app, "clients".into(), State::new(None), to_clients, move |_| of_request(&inner, &id))
}

fn of_request(app: &App, id: &str) -> El {
    let (inner, path) = (app.clone(), ["consent-requests/", id].concat());
    let followed = ["refusal-outcomes?consentRequestId=", id].concat();
    // It outlives what is drawn: what was recorded is told once the list has come anew.
    let told: State<Option<Outcome>> = State::new(None);
    let fresh: Rc<Cell<bool>> = Rc::default();
    fetched::screen(app, path, State::new(None), to_clients, move |reply| {
        let (drawn, request) = (inner.clone(), Request::read(&reply.body, &inner.settings.language));
        let (followed, told, fresh) = (followed.clone(), told.clone(), fresh.clone());
        fetched::screen(&inner, "catalogue".into(), State::new(None), to_clients, move |catalogue| {
            let grounds = Ground::all(&catalogue.body, &drawn.settings.language);
            let (app, request, path) = (drawn.clone(), request.clone(), followed.clone());
            let (shown, told, fresh): (Fetched, _, _) = (State::new(None), told.clone(), fresh.clone());
            let (into, again, at) = (shown.clone(), app.clone(), (path.clone(), shown.clone()));
            read_list(&app, &path, &shown);
            let retry = move || read_list(&again, &at.0, &at.1);
            fetched::shown(&drawn, shown, to_clients, retry, move |list| {
                let after = After {
                    app: app.clone(),
                    request: request.clone(),
                    outcomes: with_told(list.body.list("items", Outcome::read), told.peek()),
                    grounds: grounds.clone(),
                    path: path.clone(),
                    shown: into.clone(),
                    told: told.clone(),
                    fresh: fresh.clone(),
                    is_read: State::new(false),
                };
                Rc::new(after).page()
            })
        })
    })
}

impl After {
    // What was answered with no, or stopped, and has no outcome yet.
    fn open(&self) -> Vec<Item> {
        let settled = |item: &Item| self.outcomes.iter().any(|outcome| outcome.items.contains(&item.id));
        let is_no = |item: &&Item| {
            let status = item.standing.as_ref().map(|standing| &*standing.status);
            matches!(status, Some("refused" | "withdrawn")) && !settled(item)
        };
        self.request.items.iter().filter(is_no).cloned().collect()
    }

    fn page(self: Rc<Self>) -> El {
        let (app, open) = (&self.app, self.open());
        if self.fresh.replace(false) {
            app.focus_next.replace(Some(recorded::NEWS.into()));
        }
        let after = self.clone();
        let asked = (!open.is_empty()).then(|| {
            let (filling, items) = (form::begin(&self, &open), open.clone());
            stage(app, move || after.asked(&filling, &items))
        });
        let nothing = (open.is_empty() && self.outcomes.is_empty())
            .then(|| alert("info", vec![paragraph(&app.t("outcome.nothing"))]));
        let existing = self.outcomes.iter().map(|outcome| recorded::card(&self, outcome));
        let existing: Vec<El> = existing.collect();
        let existing = (!existing.is_empty()).then(|| {
            el("section")
                .class("ss-sheet-part")
                .child(heading(2, &app.t("outcome.existing")))
                .children(existing)
        });
        el("div")
            .class("ss-narrow")
            .child(to_clients(app))
            .child(title(&app.fill("outcome.title", &[("name", &self.request.subject.name)])))
            .maybe(recorded::news(&self))
            .maybe(nothing)
            .maybe(asked)
            .maybe(existing)
    }

    // First what is read together; then the form, with that behind a press.
    fn asked(self: &Rc<Self>, filling: &Filling, items: &[Item]) -> El {
        let (app, reading) = (&self.app, self.is_read.clone());
        if !self.is_read.get() {
            let on = button(Weight::Main, &app.t("outcome.together.done"), move || reading.set(true));
            return el("div")
                .class("ss-outcome")
                .child(together::section(app, items))
                .child(el("div").class("ss-actions").child(on));
        }
        let (after, inner, asked) = (self.clone(), filling.clone(), items.to_vec());
        el("div")
            .class("ss-outcome")
            .child(press_for_more(&app.t("outcome.together"), vec![together::again(app, items)]))
            .child(filling.draw(move || form::draw(&after, &inner, &asked)))
    }

    // The list is read anew, so that what is shown is what was recorded.
    fn recorded(&self, outcome: Outcome) {
        self.app.say(self.app.t("outcome.done"));
        self.fresh.set(true);
        self.told.set(Some(outcome));
        read_list(&self.app, &self.path, &self.shown);
    }
}

// What was recorded here a moment ago may still be on its way.
fn with_told(mut known: Vec<Outcome>, told: Option<Outcome>) -> Vec<Outcome> {
    known.extend(told.filter(|told| known.iter().all(|it| it.id != told.id)));
    known
}
