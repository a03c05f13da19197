// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Sharings that the person was not told about yet (H4): what must be looked at
//! again first. Somebody releases each, or says until when it is withheld.

use crate::app::App;
use crate::client::{Failure, Reply, spawn};
use crate::flow::intake::after_days;
use crate::frame::calendar::Calendar;
use crate::frame::fetched::{self, Fetched, fetch_again};
use crate::handler::desk::to_desk;
use crate::json::{Json, Writer};
use crate::parts::bits::{Weight, badge, button, facts, heading, lead, paragraph, quietly, title, words};
use crate::parts::el::{Alive, El, State, el};
use crate::text::capital;
use crate::wire::disclosure::Disclosure;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

const PATH: &str = "disclosures?confidentiality=withheld&pageSize=100";

/// What somebody does about a line.
#[derive(Clone, Copy, PartialEq)]
enum Want {
    Release,
    Postpone,
}

impl Want {
    fn event(self) -> &'static str {
        match self {
            Self::Release => "released",
            Self::Postpone => "review-postponed",
        }
    }
}

/// A line, and what is withheld about it.
struct Line {
    told: Disclosure,
    version: String,
    // The decision to share that it belongs to: all lines of one are told at once.
    decision: Option<String>,
    review: String,
    reason: String,
}

impl Line {
    fn read(json: &Json, language: &str) -> Self {
        let withholding = json.field("withholding");
        Self {
            told: Disclosure::read(json, language),
            version: ["\"", &json.number("version").to_string(), "\""].concat(),
            decision: json.optional("disclosureDecisionId"),
            review: withholding.text("reviewDate"),
            reason: withholding.text("reason"),
        }
    }
}

#[derive(Clone)]
struct Review(Rc<Inner>);

struct Inner {
    app: App,
    calendar: Calendar,
    // The last day to look again that may be chosen (H4).
    until: String,
    shown: Fetched,
    // Which line is being decided about, and how.
    asking: State<Option<(String, Want)>>,
    day: RefCell<String>,
    // Why it is withheld longer; a decision asks for it (H4).
    why: RefCell<String>,
    wrong: State<&'static str>,
    // The same key as long as the answer did not come.
    key: RefCell<String>,
    busy: Cell<bool>,
    alive: Alive,
}

/// The screen.
pub fn screen(app: &App) -> El {
    let inner = app.clone();
    fetched::screen(app, "catalogue".into(), State::new(None), to_desk, move |catalogue| {
        lines(&inner, catalogue.body.field("intake").number("reviewWithinDays"))
    })
}

fn lines(app: &App, within: u32) -> El {
    let (shown, calendar): (Fetched, _) = (State::new(None), Calendar::new(app));
    let review = Review(Rc::new(Inner {
        app: app.clone(),
        until: after_days(&calendar.today, within),
        calendar,
        shown: shown.clone(),
        asking: State::new(None),
        day: RefCell::default(),
        why: RefCell::default(),
        wrong: State::new(""),
        key: RefCell::default(),
        busy: Cell::new(false),
        alive: Alive::here(),
    }));
    fetched::screen(app, PATH.into(), shown, to_desk, move |reply| review.page(reply))
}

impl Review {
    fn page(&self, reply: &Reply) -> El {
        let app = &self.0.app;
        let lines = reply.body.list("items", |json| Line::read(json, &app.settings.language));
        let overdue = lines.iter().filter(|line| self.0.calendar.days_to(&line.review) < 0).count();
        let none = lines.is_empty();
        let told = match overdue {
            _ if none => app.t("withheld.none"),
            0 => app.t("withheld.lead"),
            number => app.count("withheld.overdue", number as u32),
        };
        let rows = lines.into_iter().map(|line| self.row(&Rc::new(line)));
        el("div")
            .class("ss-narrow")
            .child(title(&app.t("withheld.title")))
            .child(lead(&told))
            .child(el("ul").class("ss-rows").children(rows))
    }

    fn row(&self, line: &Rc<Line>) -> El {
        let (app, told) = (&self.0.app, &line.told);
        let data = app.host.list(told.data.iter().map(|datum| datum.name.clone()).collect());
        let parties = [("sender", &*told.sender.in_sentence), ("recipient", &told.recipient.in_sentence)];
        let sentence = capital(&app.fill(&["case.line.", &told.action].concat(), &parties));
        let days = self.0.calendar.days_to(&line.review);
        let tone = if days < 0 { "no" } else { "plain" };
        let when = match days {
            days if days < 0 => app.count("withheld.late", days.unsigned_abs()),
            0 => app.t("desk.today"),
            days => app.count("desk.left", days.unsigned_abs()),
        };
        let (asking, inner, of) = (self.0.asking.clone(), self.clone(), line.clone());
        el("li")
            .class("ss-row")
            .child(quietly(&app.host.moment(&told.at)))
            .child(
                el("div")
                    .class("ss-row-head")
                    .child(heading(2, &sentence).id(&row_id(line)).attr("tabindex", "-1"))
                    .child(badge(tone, &when)),
            )
            .child(facts(vec![
                (app.t("withheld.about"), words(&told.subject.name)),
                (app.t("case.line.data"), words(&capital(&data))),
                (app.t("case.line.purpose"), words(&capital(&told.purpose))),
                (app.t("case.line.ground"), words(&told.ground)),
                (app.t("withheld.why"), words(&app.texts.code("withheld.reason", &line.reason))),
                (app.t("withheld.review"), words(&app.host.day(&line.review))),
            ]))
            .child(crate::frame::stage::stage(app, move || {
                let asked = asking.get().filter(|(id, _)| *id == of.told.id);
                match asked {
                    Some((_, want)) => inner.ask(&of, want),
                    None => inner.doors(&of),
                }
            }))
    }

    fn doors(&self, line: &Line) -> El {
        let mut doors = el("div").class("ss-doors");
        for (want, key) in [(Want::Release, "withheld.release"), (Want::Postpone, "withheld.postpone")] {
            let (review, id) = (self.clone(), line.told.id.clone());
            let label = self
                .0
                .app
                .fill("withheld.spoken", &[("what", &self.0.app.t(key)), ("name", &line.told.subject.name)]);
            let press = move || {
                review.0.key.borrow_mut().clear();
                review.0.wrong.set("");
                review.0.why.borrow_mut().clear();
                review.0.asking.set(Some((id.clone(), want)));
            };
            doors = doors.child(button(Weight::Quiet, &self.0.app.t(key), press).attr("aria-label", &label));
        }
        doors
    }

    fn ask(&self, line: &Rc<Line>, want: Want) -> El {
        let app = &self.0.app;
        let part =
            |family: &str| app.fill(&[family, want.event()].concat(), &[("name", &line.told.subject.name)]);
        let (wrong, told, until) = (self.0.wrong.clone(), app.clone(), app.host.day(&self.0.until));
        let (yes, no, of) = (self.clone(), self.clone(), line.clone());
        el("div")
            .class("ss-ask")
            .attr("role", "group")
            .attr("aria-labelledby", "ss-ask")
            .child(heading(3, &part("withheld.ask-title.")).id("ss-ask").attr("tabindex", "-1"))
            .child(paragraph(&part("withheld.ask-text.")))
            .maybe((want == Want::Postpone).then(|| self.day()))
            .maybe((want == Want::Postpone && line.decision.is_some()).then(|| self.why()))
            .child(el("p").class("ss-wrong").id("ss-wrong").attr("role", "alert").live_text(move || {
                match wrong.get() {
                    "" => String::new(),
                    key => told.fill(key, &[("date", &until)]),
                }
            }))
            .child(
                el("div")
                    .class("ss-actions ss-actions--equal")
                    .child(button(Weight::Other, &app.t("act.back"), move || no.0.asking.set(None)))
                    .child(button(Weight::Main, &part("withheld.ask-yes."), move || yes.send(&of, want))),
            )
    }

    fn day(&self) -> El {
        let (app, review) = (&self.0.app, self.clone());
        let until = [("date", &*app.host.day(&self.0.until))];
        let input = el("input")
            .attr("type", "date")
            .id("ss-day")
            .class("ss-text")
            .attr("min", &self.0.calendar.today)
            .attr("max", &self.0.until)
            .attr("aria-describedby", "ss-until ss-wrong")
            .on("input", move |event| {
                if let Some(input) = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
                    review.0.day.replace(input.value());
                }
            });
        el("div")
            .class("ss-field")
            .child(el("label").attr("for", "ss-day").text(&app.t("withheld.day")))
            .child(quietly(&app.fill("withheld.day.until", &until)).id("ss-until"))
            .child(input)
    }

    fn why(&self) -> El {
        let (app, review) = (&self.0.app, self.clone());
        let area = el("textarea")
            .id("ss-why")
            .class("ss-text")
            .attr("rows", "3")
            .attr("maxlength", "500")
            .attr("aria-describedby", "ss-wrong")
            .on("input", move |event| {
                if let Some(area) = event.target().and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok()) {
                    review.0.why.replace(area.value());
                }
            });
        el("div")
            .class("ss-field")
            .child(el("label").attr("for", "ss-why").text(&app.t("withheld.longer")))
            .child(area)
    }

    fn send(&self, line: &Rc<Line>, want: Want) {
        let (day, why) = (self.0.day.borrow().clone(), self.0.why.borrow().trim().to_owned());
        let days_to = |day: &str| self.0.calendar.days_to(day);
        if want == Want::Postpone && !(1..=days_to(&self.0.until)).contains(&days_to(&day)) {
            return self.0.wrong.set("withheld.day.wrong");
        }
        let explains = want == Want::Postpone && line.decision.is_some();
        if explains && why.is_empty() {
            return self.0.wrong.set("withheld.longer.wrong");
        }
        if self.0.busy.replace(true) {
            return;
        }
        if self.0.key.borrow().is_empty() {
            self.0.key.replace(self.0.app.host.uuid());
        }
        let body = Writer::new()
            .text("type", want.event())
            .optional("reviewDate", (want == Want::Postpone).then_some(&*day))
            .optional("reason", explains.then_some(&*why))
            .end();
        let (review, line) = (self.clone(), line.clone());
        spawn(async move {
            let key = review.0.key.borrow().clone();
            let result = review.post(&line, &key, &body).await;
            review.0.busy.set(false);
            if !review.0.alive.is_so() {
                return;
            }
            match result {
                Err(failure) if failure.may_pass() => review.0.wrong.set("withheld.not-sent"),
                Ok(_) => review.settled(
                    &line,
                    if want == Want::Release { "withheld.did-release" } else { "withheld.did-postpone" },
                ),
                Err(_) => review.settled(&line, "withheld.changed"),
            }
        });
    }

    // A line of a decision is told with the others of that decision.
    async fn post(&self, line: &Line, key: &str, body: &str) -> Result<Reply, Failure> {
        let client = &self.0.app.client;
        let Some(decision) = &line.decision else {
            let path = ["disclosures/", &line.told.id, "/events"].concat();
            return client.post(&path, key, &line.version, body).await;
        };
        let path = ["disclosure-decisions/", decision].concat();
        let present = client.get(&path).await?;
        client.post(&[&path, "/events"].concat(), key, &present.version, body).await
    }

    // The list is read anew; whoever was at this line goes on there, or at the top.
    fn settled(&self, line: &Line, key: &str) {
        let app = &self.0.app;
        app.say(app.t(key));
        app.focus_next.replace(Some(row_id(line)));
        self.0.key.borrow_mut().clear();
        self.0.asking.set(None);
        fetch_again(app, PATH, &self.0.shown);
    }
}

fn row_id(line: &Line) -> String {
    ["ss-w-", &line.told.id].concat()
}
