// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The list of lines: a page at a time, added below what stands there already, so
//! that nothing moves and thousands of lines stay quick. One listener serves all.

use crate::app::App;
use crate::client::{Failure, Reply, spawn};
use crate::flow::happened::{Filter, Kind, month};
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, heading, paragraph};
use crate::parts::el::{Alive, El, el, focus, inside, pressed_at};
use crate::rights::about::About;
use crate::rights::happened::details::details;
use crate::rights::happened::line::Pen;
use crate::rights::happened::moment::Clock;
use crate::wire::disclosure::{Consultation, Disclosure};
use crate::wire::problem::ProblemType;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{Element, Event};

/// What a line is about.
#[derive(Clone)]
pub(super) enum Line {
    Happened(Rc<Disclosure>),
    Looked(Rc<Consultation>),
}

/// The lines of one person.
#[derive(Clone)]
pub struct TimeLine(pub(super) Rc<Inner>);

/// What is behind [`TimeLine`].
pub(super) struct Inner {
    pub(super) app: App,
    about: About,
    clock: Clock,
    stoppable: Vec<String>,
    pub(super) filter: RefCell<Filter>,
    pub(super) lines: RefCell<Vec<Line>>,
    // Lines that stand above the list: they are not drawn a second time.
    told_first: RefCell<Vec<String>>,
    rows: El,
    foot: El,
    // The month of the last line, and its list.
    last_month: RefCell<Option<(String, El)>>,
    cursor: RefCell<Option<String>>,
    // Which answer is awaited: one to an earlier filter comes too late.
    turn: Cell<u32>,
    pub(super) alive: Alive,
}

impl TimeLine {
    /// A list without lines yet.
    pub fn new(app: &App, about: &About, stoppable: Vec<String>, filter: Filter) -> Self {
        Self(Rc::new(Inner {
            app: app.clone(),
            about: about.clone(),
            clock: Clock::new(app),
            stoppable,
            filter: RefCell::new(filter),
            lines: RefCell::default(),
            told_first: RefCell::default(),
            rows: el("div").class("ss-past"),
            foot: el("div").class("ss-past-foot"),
            last_month: RefCell::default(),
            cursor: RefCell::default(),
            turn: Cell::new(0),
            alive: Alive::here(),
        }))
    }

    /// The list with its first page.
    pub fn draw(&self, first: &Reply) -> El {
        self.add(first);
        el("div").child(self.0.rows.clone()).child(self.0.foot.clone())
    }

    /// Listens for every button inside `to`.
    pub fn serve(&self, to: El) -> El {
        let list = self.clone();
        to.on("click", move |event| list.pressed(&event))
    }

    /// Lines that must be told first, each to be confirmed (H6).
    pub fn tell_first(&self, lines: Vec<Disclosure>) -> Option<El> {
        if lines.is_empty() {
            return None;
        }
        let mut rows = el("ol").class("ss-events");
        for line in lines {
            self.0.told_first.borrow_mut().push(line.id.clone());
            rows = rows.child(self.row(Line::Happened(Rc::new(line))));
        }
        let title = heading(2, &self.0.app.t("happened.news")).id("ss-news");
        Some(
            el("section")
                .class("ss-state ss-news")
                .attr("aria-labelledby", "ss-news")
                .child(title)
                .child(paragraph(&self.0.app.t("happened.news.text")))
                .child(rows),
        )
    }

    /// Shows other lines; says how many.
    pub fn show(&self, filter: Filter) {
        self.0.filter.replace(filter);
        self.begin_again();
    }

    fn begin_again(&self) {
        self.wait();
        self.fetch(None, |list, reply| {
            list.0.rows.0.set_text_content(None);
            list.0.last_month.take();
            let count = list.add(&reply).1;
            let app = &list.0.app;
            let which = app.t(&["happened.filter.", list.0.filter.borrow().kind.word()].concat());
            let many = app.count("happened.shown", count);
            app.say(app.fill("happened.filter.said", &[("which", &which), ("many", &many)]));
        });
    }

    fn more(&self) {
        let Some(cursor) = self.0.cursor.borrow().clone() else { return };
        self.wait();
        self.fetch(Some(cursor), |list, reply| {
            let (first, count) = list.add(&reply);
            list.0.app.say(list.0.app.count("happened.came", count));
            if let Some(title) = first.and_then(|row| inside(&row, "h3")) {
                focus(&title);
            }
        });
    }

    // What stands there stays until the answer comes.
    fn wait(&self) {
        let words = self.0.app.t("loading");
        self.0.rows.0.set_attribute("aria-busy", "true").unwrap_or_default();
        if let Some(button) = inside(&self.0.foot.0, "button") {
            button.set_text_content(Some(&words));
        }
    }

    fn fetch(&self, cursor: Option<String>, then: fn(&Self, Reply)) {
        let (list, turn) = (self.clone(), self.0.turn.get() + 1);
        self.0.turn.set(turn);
        spawn(async move {
            let path = list.0.filter.borrow().path(cursor.as_deref());
            let result = list.0.about.get(&path).await;
            if !list.0.alive.is_so() || list.0.turn.get() != turn {
                return;
            }
            list.0.rows.0.remove_attribute("aria-busy").unwrap_or_default();
            match result {
                Ok(reply) => then(&list, reply),
                Err(failure) => list.failed(failure, cursor.is_some()),
            }
        });
    }

    // Adds a page; gives its first row, and how many came.
    fn add(&self, page: &Reply) -> (Option<Element>, u32) {
        let inner = &self.0;
        let language = &inner.app.settings.language;
        let looked = inner.filter.borrow().kind == Kind::Consultations;
        let lines = page.body.list("items", |json| match looked {
            true => Line::Looked(Rc::new(Consultation::read(json))),
            false => Line::Happened(Rc::new(Disclosure::read(json, language))),
        });
        let (mut first, mut count) = (None, 0);
        for line in lines {
            let known = |it: &Disclosure| inner.told_first.borrow().contains(&it.id);
            if !matches!(&line, Line::Happened(it) if known(it)) {
                let month = self.month_of(&line);
                let row = self.row(line);
                first.get_or_insert_with(|| row.0.clone());
                let _ = month.child(row);
                count += 1;
            }
        }
        inner.cursor.replace(page.body.optional("nextCursor"));
        self.draw_foot();
        (first, count)
    }

    // The list of the month of a line: that of the line before, or a new one.
    fn month_of(&self, line: &Line) -> El {
        let at = match line {
            Line::Happened(it) => &it.at,
            Line::Looked(it) => &it.at,
        };
        let day = self.0.clock.moment(at).day;
        let mut last = self.0.last_month.borrow_mut();
        match &*last {
            Some((known, list)) if known == month(&day) => list.clone(),
            _ => {
                let list = el("ol").class("ss-events");
                let title = heading(2, &self.0.clock.month(&day)).class("ss-month");
                let _ = self.0.rows.clone().child(title).child(list.clone());
                *last = Some((month(&day).to_owned(), list.clone()));
                list
            }
        }
    }

    fn row(&self, line: Line) -> El {
        let number = self.0.lines.borrow().len();
        self.0.lines.borrow_mut().push(line.clone());
        self.draw_row(number, &line)
    }

    pub(super) fn draw_row(&self, number: usize, line: &Line) -> El {
        let inner = &self.0;
        let own = inner.about.other().is_none();
        let pen = Pen { app: &inner.app, clock: &inner.clock, own, stoppable: &inner.stoppable };
        match line {
            Line::Happened(it) => pen.line(number, it),
            Line::Looked(it) => pen.looked(number, it),
        }
    }

    fn draw_foot(&self) {
        let inner = &self.0;
        inner.foot.0.set_text_content(None);
        let nothing = inner.rows.0.first_child().is_none();
        if nothing {
            let filter = inner.filter.borrow();
            let key = match filter.kind {
                Kind::Consultations => "happened.none-looked",
                Kind::All if filter.is_everything() => "happened.none",
                _ => "happened.none-here",
            };
            let words = paragraph(&inner.app.t(key));
            let _ = inner.foot.clone().child(el("div").class("ss-card ss-card--law").child(words));
        } else if inner.cursor.borrow().is_some() {
            let _ = inner.foot.clone().child(foot_button(&inner.app.t("happened.more"), "more"));
        }
    }

    fn failed(&self, failure: Failure, going_on: bool) {
        let app = &self.0.app;
        let ended = failure.problem() == ProblemType::NotSignedIn;
        let key = if ended { "session-ended" } else { "not-loaded" };
        let title = heading(2, &app.t(&[key, ".title"].concat())).attr("tabindex", "-1");
        let again = foot_button(&app.t("action.again"), if going_on { "more" } else { "again" });
        let told = alert("warning", vec![title.clone(), paragraph(&app.t(&[key, ".text"].concat())), again]);
        self.0.foot.0.set_text_content(None);
        let _ = self.0.foot.clone().child(told.attr("role", "alert"));
        if going_on {
            focus(&title.0);
        }
    }

    fn pressed(&self, event: &Event) {
        let app = &self.0.app;
        if let Some((_, word)) = pressed_at(event, "data-go") {
            return app.go_to(word);
        }
        let Some((control, what)) = pressed_at(event, "data-do") else { return };
        match &*what {
            "more" => self.more(),
            "again" => self.begin_again(),
            "read" => self.confirm_read(event),
            _ => self.open_details(event, &control),
        }
    }

    // The browser opens it; what stands in it is drawn the first time.
    fn open_details(&self, event: &Event, summary: &El) {
        let Some((_, Line::Happened(line))) = self.line_at(event) else { return };
        if let Some(parent) = summary.0.parent_element().filter(|it| it.child_element_count() == 1) {
            let _ = El(parent).child(details(&self.0.app, &self.0.clock, &line));
        }
    }

    /// The row in which something was pressed, and its line.
    pub(super) fn line_at(&self, event: &Event) -> Option<(El, Line)> {
        let (row, number) = pressed_at(event, "data-line")?;
        let line = self.0.lines.borrow().get(number.parse::<usize>().ok()?)?.clone();
        Some((row, line))
    }
}

fn foot_button(label: &str, what: &str) -> El {
    crate::parts::bits::button(Weight::Other, label, || {}).attr("data-do", what)
}
