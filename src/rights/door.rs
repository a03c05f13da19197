// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The one front door to a request, an objection or a complaint: a few questions,
//! what it is, the form, the check, and the proof.

mod check;
mod form;
mod line;
mod questions;
mod track;

use crate::app::App;
use crate::client::spawn;
use crate::flow::door::Known;
use crate::flow::form::{Along, Around, Blank, Form, Typed};
use crate::flow::place::{DoorStep, FrontDoor, Origin, OriginKind, Place, RightsPlace, Wanted};
use crate::flow::sending::Step;
use crate::frame::stage::stage;
use crate::frame::{fetched, standstill};
use crate::parts::bits::{Weight, button};
use crate::parts::el::{Alive, El, State, effect};
use crate::parts::field::today;
use crate::rights::fields::ME;
use crate::rights::receipt;
use crate::rights::sending::Sender;
use crate::wire::configuration::Person;
use crate::wire::filing::Filing;
use line::Line;
use std::cell::RefCell;
use std::rc::Rc;

/// Somebody at the front door.
#[derive(Clone)]
pub struct Door(Rc<Inner>);

struct Inner {
    app: App,
    origin: Option<Origin>,
    // What it is about, once that came.
    line: Option<Line>,
    // Whom the person represents; nothing while that is not known.
    others: State<Option<Vec<Person>>>,
    senders: RefCell<Vec<(Wanted, Sender)>>,
    alive: Alive,
}

/// The screen.
pub fn screen(app: &App, door: &FrontDoor) -> El {
    let Some(origin) = door.origin.clone() else {
        return Door::open(app, None, None).screen();
    };
    let path = match origin.kind {
        OriginKind::Disclosure => ["disclosures/", &*origin.id].concat(),
        OriginKind::ConsentRecord => ["consent-records/", &*origin.id].concat(),
    };
    let inner = app.clone();
    fetched::screen(app, path, State::new(None), to_filings, move |reply| {
        let line = Line::read(&inner, origin.kind, &reply.body);
        Door::open(&inner, Some(origin.clone()), Some(line)).screen()
    })
}

/// The way to everything that was filed.
pub fn to_filings(app: &App) -> El {
    let to = app.clone();
    button(Weight::Quiet, &app.t("filing.to-all"), move || to.go(RightsPlace::Filings))
        .class("nl-link ss-quiet ss-back")
}

impl Door {
    fn open(app: &App, origin: Option<Origin>, line: Option<Line>) -> Self {
        let asks_whom = app.person().is_some() && origin.is_none();
        let door = Self(Rc::new(Inner {
            app: app.clone(),
            origin,
            line,
            others: State::new(if asks_whom { None } else { Some(Vec::new()) }),
            senders: RefCell::default(),
            alive: Alive::here(),
        }));
        if asks_whom {
            door.clone().fetch_others();
        }
        let (online, waiting) = (app.online.clone(), door.clone());
        effect(Box::new(move || {
            if online.get() > 0 {
                waiting.0.senders.borrow().iter().for_each(|(_, sender)| sender.came_online());
            }
        }));
        door
    }

    // A backend that knows no representations has nobody to choose.
    fn fetch_others(self) {
        spawn(async move {
            let reply = self.0.app.client.get("representations").await;
            if self.0.alive.is_so() {
                let read = |reply: crate::client::Reply| {
                    reply.body.list("items", |json| Person::read(&json.field("person")))
                };
                self.0.others.set(Some(reply.map(read).unwrap_or_default()));
            }
        });
    }

    fn screen(self) -> El {
        let app = self.0.app.clone();
        stage(&app, move || self.draw())
    }

    fn draw(&self) -> El {
        let app = &self.0.app;
        let Some(RightsPlace::FrontDoor(door)) = app.place.with(|word| RightsPlace::parse(word)) else {
            return standstill::loading(app);
        };
        match (door.wanted, door.step) {
            (None, DoorStep::Asked(question)) => questions::screen(self, question),
            (None, _) => questions::screen(self, Default::default()),
            (Some(wanted), DoorStep::Begin) => track::screen(self, wanted),
            (Some(wanted), step) => self.under_way(wanted, step),
        }
    }

    fn under_way(&self, wanted: Wanted, step: DoorStep) -> El {
        // Whom it may be for decides which fields there are.
        let needs_others = wanted != Wanted::Complaint;
        let Some(others) = self.0.others.get().or_else(|| (!needs_others).then(Vec::new)) else {
            return standstill::loading(&self.0.app);
        };
        let sender = self.sender(wanted, &others);
        match sender.step() {
            Step::Typing if step == DoorStep::Check => {
                let complete = sender.form().missing(&sender.around(), &sender.typed()).is_empty();
                if complete && !sender.needs_a_look() {
                    check::screen(self, wanted, &sender, &others)
                } else {
                    form::screen(self, wanted, &sender, &others)
                }
            }
            Step::Typing => form::screen(self, wanted, &sender, &others),
            Step::Done => self.done(&sender),
            waiting => sender.waiting(waiting),
        }
    }

    // One for each thing that may be wanted, for as long as this screen stands.
    fn sender(&self, wanted: Wanted, others: &[Person]) -> Sender {
        if let Some((_, sender)) = self.0.senders.borrow().iter().find(|(known, _)| *known == wanted) {
            return sender.clone();
        }
        let around = Around {
            today: today(),
            has_origin: self.0.origin.is_some(),
            asks_whom: !others.is_empty() && wanted != Wanted::Complaint,
            asks_why_late: false,
        };
        let app = &self.0.app;
        let sender = Sender::open(app, Form::New(wanted), &self.about(wanted), around, &self.0.alive);
        self.0.senders.borrow_mut().push((wanted, sender.clone()));
        // Who is signed in has a name already.
        if let (Some(me), true) = (app.person(), sender.typed().get(Blank::Name).is_empty())
            && matches!(wanted, Wanted::AdministrativeObjection | Wanted::Complaint)
        {
            sender.change(|typed| typed.set(Blank::Name, me.name.clone()));
        }
        sender
    }

    // What the draft is kept under.
    fn about(&self, wanted: Wanted) -> String {
        let id = self.0.origin.as_ref().map_or("", |origin| &origin.id);
        ["filing/", wanted.word(), "/", id].concat()
    }

    fn known(&self) -> Known {
        Known { rests_on_consent: self.0.line.as_ref().map(|line| line.rests_on_consent) }
    }

    // What is known of a complaint before the form is there.
    fn note_matter(&self, matter: &str) {
        let sender = self.sender(Wanted::Complaint, &[]);
        sender.change(|typed: &mut Typed| typed.set(Blank::Matter, matter.to_owned()));
    }

    fn to(&self, wanted: Option<Wanted>, step: DoorStep) {
        let door = FrontDoor { origin: self.0.origin.clone(), wanted, step };
        self.0.app.go(RightsPlace::FrontDoor(door));
    }

    /// Goes back to a step, without a new entry in the history.
    fn back_to(&self, wanted: Option<Wanted>, step: DoorStep) {
        let door = FrontDoor { origin: self.0.origin.clone(), wanted, step };
        self.0.app.replace(RightsPlace::FrontDoor(door));
    }

    fn send(&self, wanted: Wanted, sender: &Sender) {
        let (typed, app) = (sender.typed(), &self.0.app);
        let chosen = Some(typed.get(Blank::Subject)).filter(|id| !id.is_empty() && *id != ME);
        let subject = self.0.line.as_ref().map(|line| &line.subject).filter(|person| !app.is_me(person));
        let along = Along {
            language: &app.settings.language,
            controller: &app.configuration.controller.id,
            origin: self.0.origin.as_ref(),
            subject: subject.map(|person| &*person.id).or(chosen),
        };
        let form = Form::New(wanted);
        sender.send(form.path(), "", form.body(&typed, &sender.around(), along));
    }

    // At once the proof. From now on this entry of the history is the proof too.
    fn done(&self, sender: &Sender) -> El {
        let app = &self.0.app;
        let Some(reply) = sender.reply() else { return standstill::loading(app) };
        let filing = Filing::read(&reply.body, &app.settings.language);
        if app.person().is_some() {
            app.host.remember(&RightsPlace::FilingReceipt(filing.case.id.clone()).word(), true);
        }
        receipt::page(app, &filing, true)
    }
}
