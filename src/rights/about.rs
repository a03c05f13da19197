// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Over whom a person looks back: over themselves, or over somebody they represent
//! (F6). The choice is there only when there is somebody to choose.

use crate::app::App;
use crate::client::{Failure, Reply, Work, all, spawn};
use crate::frame::fetched::{Fetched, shown};
use crate::parts::bits::{Weight, button, words};
use crate::parts::el::{Alive, El, State, effect, el};
use crate::wire::configuration::Person;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

thread_local! {
    // Who was chosen last, and by whom: it holds from one screen to the next.
    static CHOSEN: RefCell<Option<(String, Person)>> = const { RefCell::new(None) };
}

/// Over whom a screen is, and over whom it could be.
#[derive(Clone)]
pub struct About(Rc<Inner>);

struct Inner {
    app: App,
    // Who is represented; nobody for the person signed in.
    other: State<Option<Person>>,
    others: RefCell<Vec<Person>>,
    // Which choice is awaited: an answer about somebody else comes too late.
    turn: Cell<u32>,
}

/// What is fetched beside the document of a screen.
pub type Besides = Box<dyn Fn(About) -> Work>;

/// What draws a screen from its document.
pub type Draw = Box<dyn Fn(&About, &Rc<Reply>) -> El>;

/// A screen drawn from the document at `path`, about whom the person chooses.
pub fn screen(app: &App, path: String, besides: Besides, draw: Draw) -> El {
    let other = State::new(remembered(app));
    let about = About(Rc::new(Inner {
        app: app.clone(),
        other: other.clone(),
        others: RefCell::default(),
        turn: Cell::new(0),
    }));
    let (fetching, from, alive): (_, Fetched, _) = (about.clone(), State::new(None), Alive::here());
    let into = from.clone();
    effect(Box::new(move || {
        let whom = fetching.0.other.get();
        fetching.0.turn.set(fetching.0.turn.get() + 1);
        into.set(None);
        let besides = besides(fetching.clone());
        fetching.clone().fetch(path.clone(), whom, besides, into.clone(), alive.clone());
    }));
    shown(app, from, |_| el("span"), move || other.update(|_| {}), move |reply| draw(&about, reply))
}

impl About {
    /// Who is represented; nobody for the person signed in.
    pub fn other(&self) -> Option<Person> {
        self.0.other.peek()
    }

    /// Whether this is about the person signed in, who represents others too.
    pub fn has_others(&self) -> bool {
        self.other().is_none() && !self.0.others.borrow().is_empty()
    }

    /// Reads a document about this person.
    pub async fn get(&self, path: &str) -> Result<Reply, Failure> {
        match self.other() {
            Some(other) => self.0.app.client.get_about(path, &other.id).await,
            None => self.0.app.client.get(path).await,
        }
    }

    /// A sentence in one of two forms: `key` for the person signed in, `key.other`
    /// with a name for somebody else.
    pub fn t(&self, key: &str) -> String {
        match self.other() {
            Some(other) => self.0.app.fill(&[key, ".other"].concat(), &[("name", &other.name)]),
            None => self.0.app.t(key),
        }
    }

    /// The choice, when there is one.
    pub fn choice(&self) -> Option<El> {
        let (app, others) = (&self.0.app, self.0.others.borrow());
        if others.is_empty() {
            return None;
        }
        let label = app.t("about.title");
        let mut group = el("div").class("ss-filters").attr("role", "group").attr("aria-label", &label);
        group = group.child(self.button(None, &app.t("about.me")));
        for other in others.iter() {
            group = group.child(self.button(Some(other.clone()), &other.name));
        }
        Some(el("div").class("ss-about").child(words(&label)).child(group))
    }

    fn button(&self, person: Option<Person>, label: &str) -> El {
        let chosen = person == self.other();
        let about = self.clone();
        button(Weight::Quiet, label, move || about.choose(person.clone()))
            .class("ss-filter")
            .attr("aria-pressed", if chosen { "true" } else { "false" })
    }

    fn choose(&self, person: Option<Person>) {
        let me = self.0.app.person().map(|me| me.id.clone()).unwrap_or_default();
        CHOSEN.set(person.clone().map(|person| (me, person)));
        self.0.other.set(person);
    }

    // The choice and the document together, so that the screen stands at once. A
    // backend that knows no representations has nobody to choose.
    fn fetch(self, path: String, whom: Option<Person>, besides: Work, into: Fetched, alive: Alive) {
        let turn = self.0.turn.get();
        spawn(async move {
            let answers: Rc<RefCell<[Answer; 2]>> = Rc::default();
            let (asking, reading) = (self.clone(), self.clone());
            let (people, reply) = (answers.clone(), answers.clone());
            all(vec![
                Box::pin(async move {
                    let answer = asking.0.app.client.get("representations").await;
                    people.borrow_mut()[0] = Some(answer);
                }),
                Box::pin(async move {
                    let answer = reading.get(&path).await;
                    reply.borrow_mut()[1] = Some(answer);
                }),
                besides,
            ])
            .await;
            let [Some(people), Some(reply)] = answers.take() else { return };
            if alive.is_so() && turn == self.0.turn.get() {
                self.opened(people, reply, whom, &into);
            }
        });
    }

    fn opened(
        &self,
        people: Result<Reply, Failure>,
        reply: Result<Reply, Failure>,
        whom: Option<Person>,
        into: &Fetched,
    ) {
        let read = |reply: Reply| reply.body.list("items", |json| Person::read(&json.field("person")));
        self.0.others.replace(people.map(read).unwrap_or_default());
        // Who was chosen on another screen may not be represented any more.
        if whom.is_some_and(|whom| !self.0.others.borrow().contains(&whom)) {
            self.choose(None);
        } else {
            into.set(Some(reply.map(Rc::new)));
        }
    }
}

type Answer = Option<Result<Reply, Failure>>;

fn remembered(app: &App) -> Option<Person> {
    let me = &app.person()?.id;
    CHOSEN.with_borrow(|chosen| chosen.clone().filter(|(by, _)| by == me).map(|(_, person)| person))
}
