// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The queue itself: what was read of it, what the filter lets through, and
//! where the handler was in it.

use crate::app::App;
use crate::client::{Failure, spawn};
use crate::flow::place::StaffPlace;
use crate::flow::queue::{Filter, Pressing, Shown, count, shown};
use crate::frame::calendar::Calendar;
use crate::frame::stage::stage;
use crate::frame::standstill;
use crate::handler::desk::reading::{MOST, Reading, read};
use crate::handler::desk::{filters, not_allowed, row};
use crate::parts::bits::{Weight, button, paragraph, title};
use crate::parts::el::{Alive, El, State, el, focus, inside};
use crate::parts::long_table::LongTable;
use crate::wire::problem::ProblemType;
use crate::wire::queue::Summary;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

/// The queue on the desk.
#[derive(Clone)]
pub struct Queue(Rc<Inner>);

struct Inner {
    app: App,
    lines: Rc<Lines>,
    table: LongTable,
    filter: RefCell<Filter>,
    closed: State<bool>,
    shown: State<Shown>,
    reading: State<Reading>,
    // What stands there is drawn anew only when this changes.
    standing: State<Standing>,
    // Goes up with every reading: an older one then stops.
    run: Cell<u32>,
    stale: Cell<bool>,
    typed: Cell<u32>,
    // The handler pressed open or closed, and goes on there.
    switched: Cell<bool>,
    scrolled: Cell<f64>,
    alive: Alive,
}

// What the rows of the table are drawn from.
#[derive(Default)]
struct Lines {
    all: RefCell<Vec<Summary>>,
    places: RefCell<Vec<usize>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Standing {
    Coming,
    Here,
    Lost(Failure),
}

impl Lines {
    fn at<T>(&self, index: usize, see: impl FnOnce(&Summary) -> T) -> Option<T> {
        let place = self.places.borrow().get(index).copied()?;
        self.all.borrow().get(place).map(see)
    }
}

impl Queue {
    /// Opens it and starts to read what is open.
    pub fn open(app: &App) -> Self {
        let lines: Rc<Lines> = Rc::default();
        let (drawing, drawn, calendar) = (app.clone(), lines.clone(), Calendar::new(app));
        let (to, pressed) = (app.clone(), lines.clone());
        let table = LongTable::new(
            row::head(app),
            &app.t("desk.title"),
            move |index| {
                let row = drawn.at(index, |line| row::row(&drawing, &calendar, line));
                row.unwrap_or_else(|| el("tr"))
            },
            move |index| {
                if let Some(id) = pressed.at(index, |line| line.id.clone()) {
                    to.go(StaffPlace::Case(id));
                }
            },
        );
        let queue = Self(Rc::new(Inner {
            app: app.clone(),
            lines,
            table,
            filter: RefCell::default(),
            closed: State::new(false),
            shown: State::new(Shown::default()),
            reading: State::new(Reading::Begun),
            standing: State::new(Standing::Coming),
            run: Cell::new(0),
            stale: Cell::new(false),
            typed: Cell::new(0),
            switched: Cell::new(false),
            scrolled: Cell::new(0.0),
            alive: Alive::here(),
        }));
        queue.read(true);
        queue
    }

    /// What screens are handed.
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// What the filter lets through.
    pub fn shown(&self) -> &State<Shown> {
        &self.0.shown
    }

    /// The filter as it is.
    pub fn filter(&self) -> Filter {
        self.0.filter.borrow().clone()
    }

    /// Changes the filter, and says how many lines are left once the handler pauses.
    pub fn narrow(&self, change: impl FnOnce(&mut Filter)) {
        change(&mut self.0.filter.borrow_mut());
        self.hold();
        let now = self.0.typed.get() + 1;
        self.0.typed.set(now);
        let (queue, paused) = (self.clone(), self.0.app.host.wait(700));
        spawn(async move {
            let _ = JsFuture::from(paused).await;
            if queue.0.typed.get() == now && queue.0.alive.is_so() {
                let found = queue.0.shown.peek_with(|shown| shown.lines.len());
                queue.0.app.say(queue.0.app.count("desk.found", found as u32));
            }
        });
    }

    // Holds the filter against everything that was read.
    fn hold(&self) {
        let shown = shown(&self.0.lines.all.borrow(), &self.0.filter.borrow());
        let count = shown.lines.len();
        self.0.lines.places.replace(shown.lines.clone());
        self.0.shown.set(shown);
        self.0.table.refill(count);
    }

    // The same when lines came at the end: what is drawn stays.
    fn hold_more(&self) {
        let shown = shown(&self.0.lines.all.borrow(), &self.0.filter.borrow());
        let count = shown.lines.len();
        self.0.lines.places.replace(shown.lines.clone());
        self.0.shown.set(shown);
        self.0.table.grow(count);
    }

    // Reads everything; with `at_once` lines are shown as they come, and
    // otherwise all together when the last has come.
    fn read(&self, at_once: bool) {
        let run = self.0.run.get() + 1;
        self.0.run.set(run);
        self.0.stale.set(false);
        self.0.reading.set(Reading::Begun);
        if at_once {
            self.0.lines.all.take();
            self.0.standing.set(Standing::Coming);
        }
        let queue = self.clone();
        spawn(async move {
            let fresh: RefCell<Vec<Summary>> = RefCell::default();
            let wanted = || queue.0.run.get() == run && queue.0.alive.is_so();
            let came = |mut lines: Vec<Summary>| {
                if wanted() && at_once {
                    queue.came(lines);
                } else {
                    fresh.borrow_mut().append(&mut lines);
                }
                wanted()
            };
            let closed = queue.0.closed.peek();
            let end = read(&queue.0.app, closed, came).await;
            if wanted() {
                queue.ended(end, (!at_once).then(|| fresh.take()));
            }
        });
    }

    fn came(&self, mut lines: Vec<Summary>) {
        let first = self.0.lines.all.borrow().is_empty();
        self.0.lines.all.borrow_mut().append(&mut lines);
        if first {
            self.hold();
            self.0.reading.set(Reading::More);
            self.stand();
        } else {
            self.hold_more();
        }
    }

    // Rows are drawn once the table is in the page: only there it has a place.
    fn stand(&self) {
        if self.0.switched.take() {
            let id = if self.0.closed.peek() { "ss-closed" } else { "ss-opened" };
            self.0.app.focus_next.replace(Some(id.into()));
        }
        self.0.standing.set(Standing::Here);
        let (queue, drawn) = (self.clone(), self.0.app.host.wait(0));
        spawn(async move {
            let _ = JsFuture::from(drawn).await;
            queue.0.table.appeared();
        });
    }

    fn ended(&self, end: Reading, fresh: Option<Vec<Summary>>) {
        self.0.reading.set(end);
        match (end, fresh) {
            (Reading::Lost(failure), _) if self.0.standing.peek() != Standing::Here => {
                self.0.standing.set(Standing::Lost(failure));
            }
            (Reading::Lost(_), _) => self.0.app.say(self.0.app.t("not-loaded.title")),
            (_, Some(lines)) => {
                self.0.lines.all.replace(lines);
                self.hold();
                self.0.app.say(self.headline());
            }
            (_, None) => {
                self.hold_more();
                if self.0.standing.peek() != Standing::Here {
                    self.stand();
                }
            }
        }
    }

    /// Something happened to a case: the queue is read anew when the handler is back.
    pub fn is_stale(&self) {
        self.0.stale.set(true);
    }

    /// The handler opens a case.
    pub fn leave(&self) {
        self.0.scrolled.set(self.0.table.scrolled());
    }

    /// The handler is back from a case: at the same place, on the same line.
    pub fn come_back(&self, id: &str) {
        self.0.table.scroll_to(self.0.scrolled.get());
        let place = self.0.lines.all.borrow().iter().position(|line| line.id == id);
        let index = self.0.lines.places.borrow().iter().position(|at| Some(*at) == place);
        match index {
            Some(index) => self.0.table.go(index),
            // It is no longer among what is shown.
            None => {
                if let Some(title) = inside(&self.0.app.host.root(), ".ss-desk [tabindex='-1']") {
                    focus(&title);
                }
            }
        }
        if self.0.stale.get() {
            self.read(false);
        }
    }
}

// What is drawn.
impl Queue {
    /// Draws it.
    pub fn draw(&self) -> El {
        let queue = self.clone();
        stage(&self.0.app, move || match queue.0.standing.get() {
            Standing::Coming => standstill::loading(&queue.0.app),
            Standing::Here => queue.desk(),
            Standing::Lost(Failure::Problem(ProblemType::NotSignedIn)) => {
                standstill::session_ended(&queue.0.app)
            }
            Standing::Lost(Failure::Problem(ProblemType::NotAllowed)) => not_allowed(&queue.0.app),
            Standing::Lost(_) => {
                let again = queue.clone();
                standstill::not_loaded(&queue.0.app, move || again.read(true))
            }
        })
    }

    fn desk(&self) -> El {
        let app = &self.0.app;
        let told = self.clone();
        let headline =
            el("p").class("nl-paragraph nl-paragraph--lead ss-lead").live_text(move || told.headline());
        let none = self.clone();
        el("div")
            .class("ss-desk")
            .child(
                el("div")
                    .class("ss-desk-top")
                    .child(el("div").child(title(&app.t("desk.title"))).child(headline))
                    .child(filters::search(self)),
            )
            .child(
                el("div")
                    .class("ss-desk-filters")
                    .child(self.switch())
                    .child(filters::groups(self))
                    .maybe((!self.0.closed.peek()).then(|| filters::pressing(self))),
            )
            .child(self.0.table.el())
            .child(el("div").live(move || none.nothing()))
            .child(self.foot())
    }

    // Open or closed.
    fn switch(&self) -> El {
        let app = &self.0.app;
        let mut switch =
            el("div").class("ss-switch").attr("role", "group").attr("aria-label", &app.t("desk.which"));
        for (closed, key) in [(false, "desk.which.open"), (true, "desk.which.closed")] {
            let to = self.clone();
            let pressed = if self.0.closed.peek() == closed { "true" } else { "false" };
            let choice = el("button")
                .attr("type", "button")
                .id(if closed { "ss-closed" } else { "ss-opened" })
                .attr("aria-pressed", pressed)
                .text(&app.t(key))
                .press(move || to.choose(closed));
            switch = switch.child(choice);
        }
        switch
    }

    fn choose(&self, closed: bool) {
        if self.0.closed.peek() != closed {
            self.0.closed.set(closed);
            self.0.filter.replace(Filter::default());
            self.0.switched.set(true);
            self.read(true);
        }
    }

    // How many, and what is pressing among them.
    fn headline(&self) -> String {
        self.0.shown.with(|_| ());
        let (app, lines) = (&self.0.app, self.0.lines.all.borrow());
        let mut parts = vec![
            app.count(if self.0.closed.peek() { "desk.done" } else { "desk.cases" }, lines.len() as u32),
        ];
        for (pressing, key) in [(Pressing::Approaching, "desk.soon"), (Pressing::Missed, "desk.too-late")] {
            match count(&lines, pressing) {
                0 => {}
                number => parts.push(app.count(key, number)),
            }
        }
        [&*parts.join(", "), "."].concat()
    }

    fn nothing(&self) -> Option<El> {
        let any = self.0.lines.all.borrow().is_empty();
        let none = self.0.shown.with(|shown| shown.lines.is_empty());
        let key = if any { "desk.none" } else { "desk.none-here" };
        none.then(|| el("div").class("ss-card ss-card--law").child(paragraph(&self.0.app.t(key))))
    }

    fn foot(&self) -> El {
        let (app, again, reading) = (&self.0.app, self.clone(), self.clone());
        let refresh = button(Weight::Quiet, &app.t("desk.refresh"), move || again.read(false));
        let words = el("p").class("ss-quietly").live_text(move || reading.progress());
        el("div")
            .class("ss-desk-foot")
            .child(words)
            .child(el("div").class("ss-doors").child(refresh).child(self.save()))
    }

    fn progress(&self) -> String {
        let app = &self.0.app;
        match self.0.reading.get() {
            Reading::Begun | Reading::More => app.t("desk.reading"),
            Reading::All => String::new(),
            Reading::TooMany => app.fill("desk.too-many", &[("n", &MOST.to_string())]),
            Reading::Lost(_) => app.t("desk.lost"),
        }
    }

    // For a spreadsheet or the case system (J7).
    fn save(&self) -> El {
        let queue = self.clone();
        button(Weight::Quiet, &self.0.app.t("desk.save"), move || {
            let (app, closed) = (queue.0.app.clone(), queue.0.closed.peek());
            let status = if closed { "closed" } else { "open" };
            let name = [&*app.t("desk.file"), "-", status, ".csv"].concat();
            let saving = app.host.save(&["filings?status=", status].concat(), "text/csv", &name);
            spawn(async move {
                let saved = JsFuture::from(saving).await.is_ok();
                app.say(app.t(if saved { "receipt.saved" } else { "receipt.not-saved" }));
            });
        })
    }
}
