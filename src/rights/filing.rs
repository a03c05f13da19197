// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One request, objection or complaint: how it stands, by when there is an
//! answer, what the person may do now, and what happened.

mod adding;
mod answered;
mod events;
mod status;
mod withdrawing;

use crate::app::App;
use crate::client::spawn;
use crate::flow::form::Form;
use crate::flow::place::RightsPlace;
use crate::flow::sending::{No, Step};
use crate::frame::fetched::{self, Fetched, fetch_again};
use crate::parts::bits::{Weight, button, lead, press_for_more, title};
use crate::parts::contact::contact_block;
use crate::parts::el::{Alive, El, State, effect, el};
use crate::rights::door::to_filings;
use crate::rights::receipt;
use crate::rights::sending::Sender;
use crate::wire::filing::Filing;
use std::cell::Cell;
use std::rc::Rc;

/// The id of the heading that says how it stands: where the focus goes when
/// something changed.
const STATUS: &str = "ss-status";

/// What a person was told last: the key of a sentence, and whether it is good news.
type News = Rc<Cell<Option<(&'static str, bool)>>>;

/// One filing on the screen, with what is needed to add to it.
#[derive(Clone)]
struct Opened {
    app: App,
    filing: Rc<Filing>,
    version: String,
    path: String,
    shown: Fetched,
    news: News,
    alive: Alive,
}

/// The screen.
pub fn screen(app: &App, id: &str) -> El {
    let path = ["filings/", id].concat();
    let (shown, news): (Fetched, News) = (State::new(None), Rc::default());
    let (inner, again, into) = (app.clone(), path.clone(), shown.clone());
    fetched::screen(app, path, shown, to_filings, move |reply| {
        let filing = Rc::new(Filing::read(&reply.body, &inner.settings.language));
        page(&Opened {
            app: inner.clone(),
            filing,
            version: reply.version.clone(),
            path: again.clone(),
            shown: into.clone(),
            news: news.clone(),
            alive: Alive::here(),
        })
    })
}

/// The screen of the proof.
pub fn receipt(app: &App, id: &str) -> El {
    let inner = app.clone();
    fetched::screen(app, ["filings/", id].concat(), State::new(None), to_filings, move |reply| {
        receipt::page(&inner, &Filing::read(&reply.body, &inner.settings.language), false)
    })
}

fn page(it: &Opened) -> El {
    let (app, filing) = (&it.app, &*it.filing);
    let case = &filing.case;
    let topic = (!case.topic.is_empty()).then(|| lead(&case.topic));
    el("div")
        .class("ss-narrow")
        .child(to_filings(app))
        .child(title(&app.texts.code("filing.kind", &case.kind)))
        .maybe(topic)
        .child(status::section(it))
        .maybe(adding::section(it))
        .maybe(answered::decision(app, filing))
        .maybe(answered::recipients(app, filing))
        .maybe(answered::committee(app, filing))
        .child(events::section(app, filing))
        .child(press_for_more(&app.t("filing.copy"), vec![receipt::copy(app, filing)]))
        .child(el("div").class("ss-actions").child(proof(it)))
        .maybe(withdrawing::section(it))
        .child(contact_block(app, &filing.contact))
}

fn proof(it: &Opened) -> El {
    let (to, id) = (it.app.clone(), it.filing.case.id.clone());
    button(Weight::Other, &it.app.t("record.receipt"), move || to.go(RightsPlace::FilingReceipt(id.clone())))
}

impl Opened {
    // What is added to this filing.
    fn sender(&self, what: &str) -> Sender {
        let about = [what, "/", &self.filing.case.id].concat();
        let around = Default::default();
        Sender::open(&self.app, Form::Answer, &about, around, &self.alive)
    }

    fn send(&self, sender: &Sender, body: String) {
        sender.send(&[&self.path, "/events"].concat(), &self.version, body);
    }

    // Once the server has answered for good, the person sees how it stands now.
    fn follow(&self, sender: &Sender, recorded: &'static str) {
        let (it, sender) = (self.clone(), sender.clone());
        let (online, waiting) = (it.app.online.clone(), sender.clone());
        effect(Box::new(move || {
            if online.get() > 0 {
                waiting.came_online();
            }
        }));
        effect(Box::new(move || {
            let step = sender.step();
            if step == Step::Done || (step == Step::Typing && sender.is_refused()) {
                let (it, sender) = (it.clone(), sender.clone());
                // After the form made way: the focus then goes to how it stands.
                spawn(async move { it.settle(&sender, recorded) });
            }
        }));
    }

    fn settle(&self, sender: &Sender, recorded: &'static str) {
        match (sender.reply(), sender.take_no()) {
            (Some(reply), _) => {
                self.tell(recorded, true);
                self.shown.set(Some(Ok(reply)));
            }
            (None, Some(no)) => {
                let key = match no {
                    No::Changed => "filing.no.changed",
                    No::NotPossible => "filing.no.not-possible",
                    _ => "filing.no.failed",
                };
                self.tell(key, false);
                fetch_again(&self.app, &self.path, &self.shown);
            }
            _ => {}
        }
    }

    fn tell(&self, key: &'static str, good: bool) {
        self.news.set(Some((key, good)));
        self.app.focus_next.replace(Some(STATUS.into()));
        self.app.say(self.app.t(key));
    }
}
