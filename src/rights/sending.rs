// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A form under way: the state machine of [`crate::flow::sending`] with storage
//! and the network behind it. Screens hold a `Sender` and press its buttons.

use crate::app::App;
use crate::client::{Reply, spawn};
use crate::filing::{Kept, NotTaken};
use crate::flow::form::{Around, Form, Missing, Spot, Typed};
use crate::flow::sending::{Event, No, Step, meaning};
use crate::frame::standstill;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, heading, paragraph, title};
use crate::parts::el::{Alive, El, State, el};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// One thing that is wrong: where, and the code of why.
pub type Wrong = (Spot, String);

/// The id of the summary of what is wrong.
pub const ERRORS: &str = "ss-errors";

/// A form under way.
#[derive(Clone)]
pub struct Sender(Rc<Inner>);

struct Inner {
    app: App,
    form: Form,
    around: RefCell<Around>,
    kept: RefCell<Kept>,
    step: State<Step>,
    wrong: State<Vec<Wrong>>,
    // Where the person has changed something since: that is not called wrong any more.
    mended: State<Vec<Spot>>,
    no: Cell<Option<No>>,
    reply: RefCell<Option<Rc<Reply>>>,
    alive: Alive,
}

impl Sender {
    /// For a form as it was kept. One from before that did not arrive is sent again.
    pub fn open(app: &App, form: Form, about: &str, around: Around, alive: &Alive) -> Self {
        let person = app.person().map(|person| &*person.id).unwrap_or_default();
        let kept = Kept::find(person, about);
        let resumed = kept.as_ref().is_some_and(Kept::is_on_its_way);
        let sender = Self(Rc::new(Inner {
            app: app.clone(),
            form,
            around: RefCell::new(around),
            kept: RefCell::new(kept.unwrap_or_else(|| Kept::begin(person, about))),
            step: State::new(Step::Typing),
            wrong: State::new(Vec::new()),
            mended: State::new(Vec::new()),
            no: Cell::new(None),
            reply: RefCell::default(),
            alive: alive.clone(),
        }));
        if resumed {
            sender.fire(Event::Resumed);
            sender.clone().deliver();
        }
        sender
    }

    /// Which form it is.
    pub fn form(&self) -> Form {
        self.0.form
    }

    /// Where it is; whoever reads it in an effect follows it.
    pub fn step(&self) -> Step {
        self.0.step.get()
    }

    /// What is known around it.
    pub fn around(&self) -> Around {
        self.0.around.borrow().clone()
    }

    /// What was typed.
    pub fn typed(&self) -> Typed {
        self.0.kept.borrow().typed.clone()
    }

    /// Changes what was typed, and keeps it.
    pub fn change<R>(&self, change: impl FnOnce(&mut Typed) -> R) -> R {
        let mut kept = self.0.kept.borrow_mut();
        let result = change(&mut kept.typed);
        kept.keep();
        result
    }

    /// What is wrong; whoever reads it in an effect follows it.
    pub fn wrong(&self) -> Vec<Wrong> {
        self.0.wrong.get()
    }

    /// What is wrong at one spot, as a sentence; nothing once it was changed.
    pub fn wrong_at(&self, spot: Spot) -> Option<String> {
        let mended = self.0.mended.with(|all| all.contains(&spot));
        let wrong = self.0.wrong.with(|all| all.iter().find(|(at, _)| *at == spot).cloned());
        wrong.filter(|_| !mended).map(|(spot, why)| told(&self.0.app, spot, &why))
    }

    /// The person changes something at a spot that was pointed out.
    pub fn mend(&self, spot: Spot) {
        let pointed_out = self.0.wrong.peek_with(|all| all.iter().any(|(at, _)| *at == spot));
        if pointed_out && !self.0.mended.peek_with(|all| all.contains(&spot)) {
            self.0.mended.update(|all| all.push(spot));
        }
    }

    /// Points out everything that is missing; true when nothing is.
    pub fn check(&self) -> bool {
        let missing = self.0.form.missing(&self.around(), &self.typed());
        let complete = missing.is_empty();
        self.point_out(missing.into_iter().map(|(spot, why): Missing| (spot, why.to_owned())).collect());
        complete
    }

    fn point_out(&self, wrong: Vec<Wrong>) {
        self.0.mended.set(Vec::new());
        self.0.wrong.set(wrong);
    }

    /// Why the server did not take it, once.
    pub fn take_no(&self) -> Option<No> {
        self.0.no.take()
    }

    /// Whether there is something to look at again before it can be sent.
    pub fn needs_a_look(&self) -> bool {
        self.0.no.get().is_some() || self.0.wrong.peek_with(|wrong| !wrong.is_empty())
    }

    /// Whether the server said no to the whole of it.
    pub fn is_refused(&self) -> bool {
        self.0.no.get().is_some_and(|no| no != No::Wrong)
    }

    /// The answer of the server.
    pub fn reply(&self) -> Option<Rc<Reply>> {
        self.0.reply.borrow().clone()
    }

    /// Sends it. A second press finds nothing to do.
    pub fn send(&self, path: &str, version: &str, body: String) {
        if self.fire(Event::Confirmed) {
            let mut kept = self.0.kept.borrow_mut();
            kept.path = path.to_owned();
            kept.version = version.to_owned();
            kept.key = self.0.app.host.uuid();
            kept.body = body;
            drop(kept);
            self.clone().deliver();
        }
    }

    /// Sends it again, with the same key.
    pub fn try_again(&self) {
        if self.fire(Event::TriedAgain) {
            self.clone().deliver();
        }
    }

    /// The browser is online again.
    pub fn came_online(&self) {
        if self.0.step.peek() == Step::Offline {
            self.try_again();
        }
    }

    fn fire(&self, event: Event) -> bool {
        let next = self.0.step.peek().next(event).filter(|_| self.0.alive.is_so());
        if let Some(next) = next {
            self.0.step.set(next);
        }
        next.is_some()
    }

    fn deliver(self) {
        spawn(async move {
            let mut kept = self.0.kept.borrow().clone();
            let settings = self.0.app.settings.configuration_path();
            let result = kept.deliver(&self.0.app.client, &settings).await;
            if !self.0.alive.is_so() {
                return;
            }
            *self.0.kept.borrow_mut() = kept;
            match result {
                Ok(reply) => self.recorded(reply),
                Err(not) => self.not_taken(not),
            }
        });
    }

    fn recorded(&self, reply: Reply) {
        self.0.reply.replace(Some(Rc::new(reply)));
        let (person, about) = {
            let kept = self.0.kept.borrow();
            (kept.person.clone(), kept.about.clone())
        };
        *self.0.kept.borrow_mut() = Kept::begin(&person, &about);
        self.0.app.host.emit("submitted", "");
        self.fire(Event::Recorded);
    }

    fn not_taken(&self, not: NotTaken) {
        match meaning(not.failure.problem()) {
            Ok(event) => {
                self.fire(event);
            }
            Err(no) => {
                let typed = self.typed();
                let wrong = not.invalid.into_iter();
                let wrong: Vec<Wrong> =
                    wrong.map(|(pointer, why)| (self.0.form.spot(&pointer, &typed), why)).collect();
                let late = |(spot, _): &Wrong| spot.word() == "late-reason";
                self.0.around.borrow_mut().asks_why_late |= wrong.iter().any(late);
                if !wrong.is_empty() {
                    self.0.app.focus_next.replace(Some(ERRORS.into()));
                }
                self.0.no.set(Some(no));
                self.point_out(wrong);
                self.fire(Event::Refused);
            }
        }
    }

    /// The screen that stands there while it is on its way, or has to wait.
    pub fn waiting(&self, step: Step) -> El {
        let app = &self.0.app;
        match step {
            Step::Sending => el("div")
                .class("ss-narrow")
                .child(title(&app.t("filing.sending.title")))
                .child(standstill::loading(app)),
            Step::SignedOut => self.kept("filing.signed-out", true),
            _ => self.kept("filing.offline", false),
        }
    }

    // It is kept, and the person knows it.
    fn kept(&self, key: &str, signed_out: bool) -> El {
        let part = |end: &str| self.0.app.t(&[key, end].concat());
        let told = vec![paragraph(&part(".text")), self.again(signed_out)];
        el("div").class("ss-narrow").child(title(&part(".title"))).child(alert("warning", told))
    }

    fn again(&self, signed_out: bool) -> El {
        let (app, again) = (&self.0.app, self.clone());
        let sign_in = if signed_out { standstill::sign_in(app) } else { None };
        let press = button(Weight::Main, &app.t("action.again"), move || again.try_again());
        el("div").class("ss-actions").maybe(sign_in).child(press)
    }

    /// The same inside a screen that stands.
    pub fn waiting_here(&self, step: Step) -> El {
        let app = &self.0.app;
        if matches!(step, Step::Sending | Step::Done) {
            let words = app.t("filing.sending.title");
            return el("p").class("ss-later-note").attr("role", "status").attr("tabindex", "-1").text(&words);
        }
        let signed_out = step == Step::SignedOut;
        let key = if signed_out { "filing.signed-out" } else { "filing.offline" };
        let part = |end: &str| app.t(&[key, end].concat());
        let title = heading(3, &part(".title")).attr("tabindex", "-1");
        alert("warning", vec![title, paragraph(&part(".text")), self.again(signed_out)])
    }
}

/// What is wrong, as a sentence that says what to do.
pub fn told(app: &App, spot: Spot, why: &str) -> String {
    let missing = matches!(why, "missing" | "empty-text");
    let key =
        if missing { ["filing.missing.", spot.word()].concat() } else { ["filing.refused.", why].concat() };
    app.texts.find(&key).unwrap_or_else(|| app.t("filing.refused.malformed"))
}
