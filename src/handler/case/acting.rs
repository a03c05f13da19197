// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Doing something about a case: the state machine of [`crate::flow::handle`]
//! with the network behind it. It outlives what is drawn: when a colleague was
//! first, the case is drawn anew around what was typed.

use super::{form, timeline};
use crate::app::App;
use crate::client::{Failure, Reply, spawn};
use crate::flow::handle::{Action, Event, Field, News, Step, Wrong, meaning};
use crate::frame::calendar::Calendar;
use crate::frame::fetched::{Fetched, fetch_again};
use crate::frame::stage::stage;
use crate::frame::standstill;
use crate::handling::Handling;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, heading, paragraph};
use crate::parts::el::{Alive, El, State, effect, el};
use crate::wire::case::Case;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The id of what is told: where the focus goes when something was recorded.
pub const NEWS: &str = "ss-news";

/// What is being done about one case.
#[derive(Clone)]
pub struct Work(pub(super) Rc<Inner>);

/// What is behind [`Work`].
pub(super) struct Inner {
    pub(super) app: App,
    pub(super) calendar: Rc<Calendar>,
    pub(super) case: RefCell<Rc<Case>>,
    pub(super) form: RefCell<Handling>,
    pub(super) wrongs: State<Vec<(Field, Wrong)>>,
    pub(super) news: Cell<Option<News>>,
    pub(super) step: State<Step>,
    path: String,
    version: RefCell<String>,
    shown: Fetched,
    changed: Rc<dyn Fn()>,
    // The events that the handler knows of.
    known: RefCell<Vec<String>>,
    // What the answer means; it happens when the case is drawn as it stands now.
    settled: Cell<Option<Event>>,
    alive: Alive,
}

impl Work {
    /// For the case at a path. What was begun before is taken up again once it came.
    pub fn open(
        app: &App,
        id: &str,
        path: &str,
        shown: &Fetched,
        calendar: Rc<Calendar>,
        changed: Rc<dyn Fn()>,
    ) -> Self {
        let person = app.person().map(|person| &*person.id).unwrap_or_default();
        let work = Self(Rc::new(Inner {
            app: app.clone(),
            calendar,
            case: RefCell::default(),
            form: RefCell::new(Handling::begin(person, id, Action::Acknowledge)),
            wrongs: State::new(Vec::new()),
            news: Cell::new(None),
            step: State::new(Step::Looking),
            path: path.to_owned(),
            version: RefCell::default(),
            shown: shown.clone(),
            changed,
            known: RefCell::default(),
            settled: Cell::new(None),
            alive: Alive::here(),
        }));
        work.come_back_online();
        work
    }

    fn fire(&self, event: Event) -> bool {
        let next = self.0.step.peek().next(event);
        if let Some(next) = next {
            self.0.step.set(next);
        }
        next.is_some()
    }

    fn come_back_online(&self) {
        let (work, online) = (self.clone(), self.0.app.online.clone());
        effect(Box::new(move || {
            if online.get() > 0 && matches!(work.0.step.peek(), Step::Offline(_)) {
                work.try_again();
            }
        }));
    }

    /// The case came, as it stands now.
    pub fn came(&self, case: &Rc<Case>, version: &str) {
        let first = self.0.version.borrow().is_empty();
        self.0.case.replace(case.clone());
        self.0.version.replace(version.to_owned());
        if let Some(event) = self.0.settled.take() {
            self.fire(event);
        }
        if first {
            self.know();
            self.take_up();
        }
    }

    fn know(&self) {
        let events = self.0.case.borrow().events.iter().map(|event| event.id.clone()).collect();
        self.0.known.replace(events);
    }

    // What this handler typed before, in this window.
    fn take_up(&self) {
        let kept = {
            let form = self.0.form.borrow();
            Handling::find(&form.person, &form.case)
        };
        let Some(kept) = kept else { return };
        let (action, on_its_way) = (kept.action, kept.is_on_its_way());
        self.0.form.replace(kept);
        if on_its_way {
            self.fire(Event::Resumed(action));
            self.clone().send();
        } else {
            self.fire(Event::Chosen(action));
        }
    }

    /// The handler chooses what to do; `party` is the recipient it is about.
    pub fn choose(&self, action: Action, party: &str) {
        {
            let mut form = self.0.form.borrow_mut();
            let mut begun = Handling::begin(&form.person, &form.case, action);
            begun.typed.party = party.to_owned();
            if form.action != action || form.typed.party != party {
                *form = begun;
            }
        }
        self.0.wrongs.set(Vec::new());
        self.0.news.set(None);
        self.fire(Event::Chosen(action));
    }

    /// The handler goes back to reading. What was typed goes.
    pub fn go_back(&self) {
        let action = {
            let mut form = self.0.form.borrow_mut();
            form.drop_kept();
            let action = form.action;
            *form = Handling::begin(&form.person, &form.case, action);
            action
        };
        self.0.news.set(None);
        self.0.app.focus_next.replace(Some(action_id(action)));
        self.fire(Event::WentBack);
    }

    /// Something was typed.
    pub fn typed(&self, field: Field, value: String) {
        let mut form = self.0.form.borrow_mut();
        form.typed.set(field, value);
        form.keep();
    }

    /// Whether the day on which a decision was made known matters here.
    pub fn about_decision(&self) -> bool {
        let case = self.0.case.borrow();
        case.track == "administrative-objection"
            || self.0.form.borrow().action == Action::Forward
                && case.forward_to.iter().any(|kind| kind == "administrative-objection")
    }

    /// Sends it, when everything is there. A second press finds nothing to do.
    pub fn confirm(&self, action: Action) {
        let about_decision = self.about_decision();
        let wrongs = {
            let form = self.0.form.borrow();
            form.typed.wrongs(action, about_decision, &self.0.calendar.today)
        };
        let complete = wrongs.is_empty();
        if !complete {
            return self.0.wrongs.set(wrongs);
        }
        if self.fire(Event::Confirmed) {
            {
                let mut form = self.0.form.borrow_mut();
                form.body = form.typed.body(action, about_decision);
                form.key = self.0.app.host.uuid();
                form.version = self.0.version.borrow().clone();
            }
            self.0.news.set(None);
            self.clone().send();
        }
    }

    /// Sends it again, with the same key.
    pub fn try_again(&self) {
        if self.fire(Event::TriedAgain) {
            self.clone().send();
        }
    }

    fn send(self) {
        spawn(async move {
            let mut form = self.0.form.borrow().clone();
            let result = form.deliver(&self.0.app.client).await;
            if !self.0.alive.is_so() {
                return;
            }
            let action = form.action;
            self.0.form.replace(form);
            match result {
                Ok(reply) => self.recorded(action, reply),
                Err(failure) => self.not_recorded(failure),
            }
        });
    }

    fn recorded(&self, action: Action, reply: Reply) {
        {
            let mut form = self.0.form.borrow_mut();
            *form = Handling::begin(&form.person, &form.case, action);
        }
        (self.0.changed)();
        self.tell(News::Recorded(action), Event::Recorded);
        self.0.shown.set(Some(Ok(Rc::new(reply))));
    }

    fn not_recorded(&self, failure: Failure) {
        match meaning(failure.problem()) {
            Ok(event) => {
                self.fire(event);
            }
            // Nothing was recorded: the handler sees how it stands now.
            Err(news) => {
                (self.0.changed)();
                self.tell(news, Event::Refused);
                fetch_again(&self.0.app, &self.0.path, &self.0.shown);
            }
        }
    }

    fn tell(&self, news: News, event: Event) {
        let app = &self.0.app;
        self.0.settled.set(Some(event));
        self.0.news.set(Some(news));
        app.focus_next.replace(Some(NEWS.into()));
        app.say(app.t(&["act.news.", news.word()].concat()));
    }
}

fn action_id(action: Action) -> String {
    ["ss-act-", action.event()].concat()
}

// What is drawn.
impl Work {
    /// What may be done, and what is being done.
    pub fn draw(&self) -> El {
        let work = self.clone();
        let inner = stage(&self.0.app, move || match work.0.step.get() {
            Step::Looking => work.choices(),
            Step::Filling(action) => work.form(action),
            Step::Sending(_) => el("p")
                .attr("role", "status")
                .attr("tabindex", "-1")
                .class("ss-later-note")
                .text(&work.0.app.t("act.sending")),
            Step::Offline(_) => work.waits("act.offline", false),
            Step::SignedOut(_) => work.waits("act.signed-out", true),
        });
        el("section").class("ss-act").attr("aria-label", &self.0.app.t("act.title")).child(inner)
    }

    fn form(&self, action: Action) -> El {
        let (work, wrongs) = (self.clone(), self.0.wrongs.clone());
        stage(&self.0.app, move || form::form(&work, action, &wrongs.get()))
    }

    fn choices(&self) -> El {
        let (app, case) = (&self.0.app, self.0.case.borrow().clone());
        // Telling a recipient is done beside that recipient.
        let offered = Action::ALL.into_iter().filter(|action| {
            case.allows(action.event())
                && !matches!(action, Action::TellRecipient | Action::RecipientHasDoneIt)
        });
        let mut buttons = el("div").class("ss-acts");
        for (index, action) in offered.enumerate() {
            let (to, weight) = (self.clone(), if index == 0 { Weight::Main } else { Weight::Other });
            let label = app.t(&["act.", action.event()].concat());
            let choice = button(weight, &label, move || to.choose(action, "")).id(&action_id(action));
            buttons = buttons.child(choice);
        }
        let none = buttons.0.first_child().is_none();
        let news = self.news(&case);
        self.know();
        let buttons = (!none).then(|| el("div").child(heading(2, &app.t("act.title"))).child(buttons));
        el("div").maybe(news).maybe(buttons)
    }

    /// What the handler is told about what was sent.
    pub(super) fn news(&self, case: &Case) -> Option<El> {
        let (app, news) = (&self.0.app, self.0.news.take()?);
        let told = app.t(&["act.news.", news.word()].concat());
        let mut content = vec![heading(2, &told).id(NEWS).attr("tabindex", "-1")];
        let tone = if matches!(news, News::Recorded(_)) { "ok" } else { "warning" };
        if let (News::Recorded(action), Some(last)) = (news, case.events.last())
            && last.what == action.event()
        {
            content.push(paragraph(&timeline::sentence(app, case, last)));
            if last.has_letter() {
                content.push(timeline::letter(app, case, last));
            }
        } else {
            content.extend(self.happened_since(case));
        }
        if news == News::Changed {
            content.push(paragraph(&app.t("act.changed.next")));
        }
        Some(alert(tone, content))
    }

    // What a colleague, or the person, did in the meantime.
    fn happened_since(&self, case: &Case) -> Option<El> {
        let known = self.0.known.borrow();
        let mut lines = el("ul");
        for event in case.events.iter().filter(|event| !known.contains(&event.id)) {
            lines = lines.child(el("li").text(&timeline::sentence(&self.0.app, case, event)));
        }
        lines.0.first_child().is_some().then_some(lines)
    }

    fn waits(&self, key: &str, signed_out: bool) -> El {
        let (app, again) = (&self.0.app, self.clone());
        let title = heading(2, &app.t(&[key, ".title"].concat())).attr("tabindex", "-1");
        let sign_in = if signed_out { standstill::sign_in(app) } else { None };
        let press = button(Weight::Main, &app.t("action.again"), move || again.try_again());
        let actions = el("div").class("ss-actions").maybe(sign_in).child(press);
        alert("warning", vec![title, paragraph(&app.t(&[key, ".text"].concat())), actions])
    }
}
