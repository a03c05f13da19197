// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Entering what a person says or signed (A7): who and how, then the questions as
//! that person would see them, then a check. What another answered is not shown (F7).

mod check;
mod done;
mod missing;
mod scan;
mod who;

use crate::app::App;
use crate::client::Reply;
use crate::flow::choices::Choices;
use crate::flow::entry::{METHOD, METHODS, PERSON, PRESENT, SCAN, as_seen_by, fields};
use crate::flow::place::StaffPlace;
use crate::flow::sheet::Sheet;
use crate::frame::fetched;
use crate::frame::stage::stage;
use crate::frame::standstill::standstill;
use crate::intake::clients::{read, to_clients};
use crate::intake::sheet::{Filling, Form, choices};
use crate::parts::bits::{Weight, button, lead, quietly, title};
use crate::parts::el::{El, State, el};
use crate::parts::field::Choice;
use crate::parts::file::FileLine;
use crate::parts::information;
use crate::parts::question::{Answering, card, unanswered};
use crate::wire::intake::Signer;
use crate::wire::request::Request;
use std::cell::RefCell;
use std::rc::Rc;

/// What is shown.
#[derive(Clone, Copy, PartialEq)]
enum View {
    Who,
    Choosing,
    Checking,
    Done,
    Missing,
}

/// Something that a person said, being entered.
#[derive(Clone)]
struct Entry(Rc<Inner>);

struct Inner {
    app: App,
    // As the server gave it, and as the person sees it.
    request: Request,
    seen: RefCell<Rc<Request>>,
    // Who may still answer.
    people: Vec<Signer>,
    filling: Filling,
    answering: Answering,
    scans: State<Vec<FileLine>>,
    view: State<View>,
    // Where the receipt of what was entered will be.
    receipt: RefCell<String>,
    told: State<String>,
    // Whose answers are being entered, and who cannot be reached.
    answers_of: RefCell<String>,
    unreached: RefCell<String>,
}

/// The screen of a request; `who` is the place of the person among those who sign.
pub fn screen(app: &App, id: &str, who: usize) -> El {
    let (inner, path) = (app.clone(), ["consent-requests/", id].concat());
    // The visit takes up a request of somebody whom it knows: first the people.
    fetched::screen(app, "clients".into(), State::new(None), to_clients, move |clients| {
        let (drawn, clients) = (inner.clone(), clients.clone());
        fetched::screen(&inner, path.clone(), State::new(None), to_clients, move |reply| {
            let request = Request::read(&reply.body, &drawn.settings.language);
            Entry::begin(&drawn, &request, &clients, who).map_or_else(|| nobody(&drawn), |entry| entry.draw())
        })
    })
}

fn nobody(app: &App) -> El {
    standstill(app, "entry.nobody", vec![to_clients(app)])
}

impl Entry {
    // Nothing when everybody has answered.
    fn begin(app: &App, request: &Request, clients: &Rc<Reply>, who: usize) -> Option<Self> {
        let client =
            read(clients).into_iter().find(|it| it.requests.iter().any(|one| one.id == request.id))?;
        let awaits = client.requests.iter().find(|it| it.id == request.id)?.awaits.clone();
        let waiting = |it: &&Signer| awaits.contains(&it.id);
        let named = client.signers.get(who).filter(waiting).map(|it| it.id.clone());
        let people: Vec<Signer> = client.signers.iter().filter(waiting).cloned().collect();
        let only = people.first()?.id.clone();
        let mut sheet = Sheet::default();
        match named {
            Some(named) => sheet.set(PERSON, named),
            None if people.len() == 1 => sheet.set(PERSON, only),
            None => {}
        }
        let filling = Filling::begin(app, form(app, people.clone()), sheet);
        let answering = Answering {
            choices: State::new(Choices::default()),
            incomplete: State::new(false),
            changed: Rc::new(|| {}),
        };
        Some(Self(Rc::new(Inner {
            app: app.clone(),
            request: request.clone(),
            seen: RefCell::default(),
            people,
            filling,
            answering,
            scans: State::new(Vec::new()),
            view: State::new(View::Who),
            receipt: RefCell::default(),
            told: State::new(String::new()),
            answers_of: RefCell::default(),
            unreached: RefCell::default(),
        })))
    }

    fn draw(&self) -> El {
        let entry = self.clone();
        stage(&self.0.app, move || match entry.0.view.get() {
            View::Done => done::screen(&entry),
            View::Missing => missing::screen(&entry),
            View::Who | View::Choosing | View::Checking => {
                let drawn = entry.clone();
                entry.0.filling.draw(move || drawn.under_way())
            }
        })
    }

    fn under_way(&self) -> El {
        match self.0.view.peek() {
            // What the server did not take of this is mended there.
            _ if self.0.filling.is_wrong() => who::screen(self),
            View::Choosing => self.choosing(),
            View::Checking => check::screen(self),
            _ => who::screen(self),
        }
    }

    /// Who expressed it.
    fn person(&self) -> Signer {
        let chosen = self.0.filling.sheet().get(PERSON).to_owned();
        self.0.people.iter().find(|it| it.id == chosen).cloned().unwrap_or_default()
    }

    /// The request as that person sees it.
    fn seen(&self) -> Rc<Request> {
        self.0.seen.borrow().clone()
    }

    // Answers of one person are never shown with another (F7).
    fn to_questions(&self) {
        if !self.0.filling.check() {
            return;
        }
        let alone = self.0.request.required_signatures <= 1;
        let person = self.person();
        let seen = as_seen_by(self.0.request.clone(), &person.capacity, alone);
        if self.0.answers_of.replace(person.id.clone()) != person.id {
            self.0.answering.choices.set(Choices::default());
        }
        self.0.seen.replace(Rc::new(seen));
        self.0.answering.incomplete.set(false);
        self.0.view.set(View::Choosing);
    }

    fn choosing(&self) -> El {
        let (app, request) = (&self.0.app, self.seen());
        let cards = request.items.iter().filter_map(|item| match &item.standing {
            None => Some(information::card(app, &request, item)),
            Some(standing) if standing.awaits_answer => Some(card(app, &self.0.answering, &request, item)),
            Some(_) => None,
        });
        let (back, on, name) = (self.clone(), self.clone(), self.person().name);
        let who = [("name", &*name)];
        el("div")
            .class("ss-narrow ss-entry-questions")
            .child(title(&app.fill("entry.questions", &who)))
            .child(lead(&app.fill("entry.questions.lead", &who)))
            .child(el("p").class("ss-client-words").text(&request.introduction))
            .child(unanswered(app, request.clone(), &self.0.answering))
            .child(el("div").class("ss-cards").children(cards))
            .child(
                el("div")
                    .class("ss-actions")
                    .child(button(Weight::Other, &app.t("action.back"), move || back.0.view.set(View::Who)))
                    .child(button(Weight::Main, &app.t("choose.onward"), move || on.to_check())),
            )
            .child(quietly(&app.t("sheet.not-kept")))
    }

    fn to_check(&self) {
        let complete = self.0.answering.choices.peek_with(|choices| choices.missing(&self.seen()).is_empty());
        self.0.answering.incomplete.set(!complete);
        if complete {
            self.0.view.set(View::Checking);
        }
    }

    fn back(&self) -> El {
        self.to_request(Weight::Quiet).class("nl-link ss-quiet ss-back")
    }

    // The others who sign are asked from there.
    fn to_request(&self, weight: Weight) -> El {
        let (to, id) = (self.0.app.clone(), self.0.request.id.clone());
        button(weight, &self.0.app.t("entry.back"), move || to.go(StaffPlace::Made(id.clone())))
    }
}

fn form(app: &App, people: Vec<Signer>) -> Form {
    let (inner, count) = (app.clone(), people.len());
    Form {
        ask: "entry.ask",
        hint: "entry.hint",
        fields: Box::new(move |sheet| fields(sheet, count)),
        options: Box::new(move |_, field| match field {
            PERSON => people.iter().map(|it| somebody(&inner, it)).collect(),
            METHOD => choices(&inner, "entry.method", &METHODS),
            _ => choices(&inner, "entry.present", &PRESENT),
        }),
        pointer: |_, sent| match sent {
            "/presentationId" => String::new(),
            "/attachmentId" => SCAN.into(),
            _ => sent.to_owned(),
        },
    }
}

fn somebody(app: &App, person: &Signer) -> Choice {
    let hint = app.texts.code("record.capacity", &person.capacity);
    Choice { value: person.id.clone(), label: person.name.clone(), hint }
}
