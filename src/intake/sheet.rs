// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A form that a worker fills in about a client, and its way to the server. What is
//! typed stands in memory alone: nothing about a client stays behind in the browser.

mod draw;

pub use draw::{Still, choices, part, while_wrong};

use crate::app::App;
use crate::client::{Failure, Reply, spawn};
use crate::flow::sending::{Event, Step, meaning};
use crate::flow::sheet::{Asked, Kind, Sheet, Wrong, id, spot, word};
use crate::frame::calendar::Calendar;
use crate::frame::fetched::{Fetched, fetch};
use crate::intake::talk::parsed;
use crate::json::Json;
use crate::parts::el::{Alive, State, effect};
use crate::parts::field::Choice;
use crate::wire::problem::{ProblemType, invalid_params};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

// The summary of what is wrong.
const ERRORS: &str = "ss-errors";

/// The fields that are asked now.
pub type Fields = Box<dyn Fn(&Sheet) -> Vec<Asked>>;

/// The answers to choose from, for a field.
pub type Options = Box<dyn Fn(&Sheet, &str) -> Vec<Choice>>;

/// Gets the answer of the server.
pub type Done = Rc<dyn Fn(Rc<Reply>)>;

/// What is particular to one form.
pub struct Form {
    /// The family of what its fields ask.
    pub ask: &'static str,
    /// The family of what helps to answer.
    pub hint: &'static str,
    /// The fields that are asked now.
    pub fields: Fields,
    /// The answers to choose from, for a field.
    pub options: Options,
    /// The pointer on the form of a pointer in what was sent.
    pub pointer: fn(&Sheet, &str) -> String,
}

/// What a document changes.
pub enum Changes {
    /// Nothing that is there: it is new.
    Nothing,
    /// What was shown, by its `ETag`.
    Seen(String),
    /// What stands at a path, however it stands.
    Any(String),
}

/// One document on its way.
pub struct Post {
    path: String,
    changes: Changes,
    body: String,
    key: String,
}

impl Post {
    /// A document for a path.
    pub fn new(app: &App, path: String, changes: Changes, body: String) -> Self {
        Self { path, changes, body, key: app.host.uuid() }
    }
}

/// A form under way.
#[derive(Clone)]
pub struct Filling(Rc<Inner>);

struct Inner {
    app: App,
    form: Form,
    sheet: RefCell<Sheet>,
    step: State<Step>,
    // Goes on when other fields are asked: which control gets the focus.
    drawn: State<String>,
    wrong: State<Vec<Wrong>>,
    mended: State<Vec<String>>,
    no: Cell<Option<ProblemType>>,
    posts: RefCell<Vec<Post>>,
    done: RefCell<Option<Done>>,
    alive: Alive,
}

impl Filling {
    /// A form that is begun with what stands in it already.
    pub fn begin(app: &App, form: Form, sheet: Sheet) -> Self {
        let filling = Self(Rc::new(Inner {
            app: app.clone(),
            form,
            sheet: RefCell::new(sheet),
            step: State::new(Step::Typing),
            drawn: State::new(String::new()),
            wrong: State::new(Vec::new()),
            mended: State::new(Vec::new()),
            no: Cell::new(None),
            posts: RefCell::default(),
            done: RefCell::new(None),
            alive: Alive::here(),
        }));
        let (again, online) = (filling.clone(), app.online.clone());
        effect(Box::new(move || {
            if online.get() > 0 && again.0.step.peek() == Step::Offline {
                again.try_again();
            }
        }));
        filling
    }

    /// What was typed so far.
    pub fn sheet(&self) -> Sheet {
        self.0.sheet.borrow().clone()
    }

    /// The same; whoever asks in an effect follows which fields are asked.
    pub fn follow(&self) -> Sheet {
        self.0.drawn.with(|_| ());
        self.sheet()
    }

    fn fields(&self) -> Vec<Asked> {
        (self.0.form.fields)(&self.0.sheet.borrow())
    }

    /// Changes what was typed, and draws the form anew; `to` gets the focus.
    pub fn change(&self, to: &str, change: impl FnOnce(&mut Sheet)) {
        change(&mut self.0.sheet.borrow_mut());
        self.0.drawn.set(to.to_owned());
    }

    /// Puts something in a field that does not decide which others are asked.
    pub fn set(&self, field: &str, value: &str) {
        self.0.sheet.borrow_mut().set(field, value.to_owned());
    }

    fn typed(&self, field: &str, value: String) {
        let before = self.fields();
        self.0.sheet.borrow_mut().set(field, value);
        self.mend(field);
        if self.fields() != before {
            self.0.drawn.set(id(field));
        }
    }

    /// Something that was pointed out has changed: it is not called wrong any more.
    pub fn mend(&self, field: &str) {
        let known = |all: &Vec<String>| all.iter().any(|it| it == field);
        let wrong = self.0.wrong.peek_with(|all| all.iter().any(|(at, _)| at == field));
        if wrong && !self.0.mended.peek_with(known) {
            self.0.mended.update(|all| all.push(field.to_owned()));
        }
    }

    /// What is wrong with a field, as a sentence; whoever asks in an effect follows it.
    pub fn wrong_at(&self, field: &str) -> Option<String> {
        let mended = self.0.mended.with(|all| all.iter().any(|it| it == field));
        let wrong = self.0.wrong.with(|all| all.iter().find(|(at, _)| at == field).cloned());
        wrong.filter(|_| !mended).map(|(field, why)| self.told(&field, &why))
    }

    fn told(&self, field: &str, why: &str) -> String {
        let app = &self.0.app;
        let kind = self.fields().into_iter().find(|it| it.field == field).map(|it| it.kind);
        let key = match (why, kind) {
            ("missing" | "empty-text", Some(Kind::One | Kind::Some | Kind::List)) => {
                "sheet.wrong.choose".into()
            }
            ("missing" | "empty-text", _) => "sheet.wrong.missing".to_owned(),
            ("date-out-of-range", Some(Kind::Ahead)) => "sheet.wrong.too-far".to_owned(),
            _ => ["sheet.wrong.", why].concat(),
        };
        // Some fields say it in words of their own.
        let own = app.texts.find(&[&*key, "-", &*word(field)].concat());
        own.or_else(|| app.texts.find(&key)).unwrap_or_else(|| app.t("sheet.wrong.malformed"))
    }

    /// Points out everything that is missing; true when nothing is.
    pub fn check(&self) -> bool {
        let today = Calendar::new(&self.0.app).today;
        let wrong = self.0.sheet.borrow().wrongs(&self.fields(), &today);
        let complete = wrong.is_empty();
        self.point_out(wrong);
        complete
    }

    /// Points out what is wrong.
    pub fn point_out(&self, wrong: Vec<Wrong>) {
        self.0.no.set(None);
        self.0.mended.set(Vec::new());
        self.0.wrong.set(wrong);
    }

    /// Sends documents one after another; `done` gets the answer to the last. A second
    /// press finds nothing to do.
    pub fn send(&self, mut posts: Vec<Post>, done: Done) {
        if !self.fire(Event::Confirmed) {
            return;
        }
        posts.reverse();
        self.0.posts.replace(posts);
        self.0.done.replace(Some(done));
        self.clone().deliver();
    }

    fn try_again(&self) {
        if self.fire(Event::TriedAgain) {
            self.clone().deliver();
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
            let mut last = None;
            // One that did not arrive stays, and goes again with its own key.
            while let Some(post) = self.next() {
                let wrong = RefCell::default();
                let result = self.deliver_one(&post, &wrong).await;
                if !self.0.alive.is_so() {
                    return;
                }
                match result {
                    Ok(reply) => last = Some(Rc::new(reply)),
                    Err(failure) => {
                        self.0.posts.borrow_mut().push(post);
                        return self.not_taken(failure, wrong.into_inner());
                    }
                }
            }
            if let (true, Some(reply), Some(done)) = (self.fire(Event::Recorded), last, self.0.done.take()) {
                done(reply);
            }
        });
    }

    fn next(&self) -> Option<Post> {
        self.0.posts.borrow_mut().pop()
    }

    async fn deliver_one(&self, post: &Post, wrong: &RefCell<Vec<Wrong>>) -> Result<Reply, Failure> {
        let client = &self.0.app.client;
        let version = match &post.changes {
            Changes::Nothing => String::new(),
            Changes::Seen(version) => version.clone(),
            Changes::Any(path) => client.get(path).await?.version,
        };
        let told = |problem: &Json| *wrong.borrow_mut() = invalid_params(problem);
        client.post_form(&post.path, &post.key, &version, &post.body, &told).await
    }

    fn not_taken(&self, failure: Failure, wrong: Vec<Wrong>) {
        match meaning(failure.problem()) {
            Ok(event) => {
                self.fire(event);
            }
            Err(_) => {
                let fields = self.fields();
                let placed: Vec<Wrong> = {
                    let sheet = self.0.sheet.borrow();
                    let place = |(at, why): Wrong| (spot(&fields, &(self.0.form.pointer)(&sheet, &at)), why);
                    wrong.into_iter().map(place).collect()
                };
                self.0.app.focus_next.replace(Some(ERRORS.into()));
                self.point_out(placed);
                self.0.no.set(Some(failure.problem()));
                self.fire(Event::Refused);
            }
        }
    }

    /// Whether the server pointed out one of the fields.
    pub fn is_wrong(&self) -> bool {
        self.0.wrong.peek_with(|all| all.iter().any(|(at, _)| !at.is_empty()))
    }
}

/// Whether there is a network, as far as the visit knows.
pub fn is_online(app: &App) -> bool {
    parsed(app.host.visit_state()).flag("online")
}

/// Reads what was recorded before. Without a network it is not known, and nothing
/// waits for it.
pub fn read_list(app: &App, path: &str, into: &Fetched) {
    match Json::parse("{}") {
        Some(body) if !is_online(app) => {
            into.set(Some(Ok(Rc::new(Reply { body, version: String::new() }))));
        }
        _ => fetch(app, path, into),
    }
}
