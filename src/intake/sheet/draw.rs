// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is drawn of a form: its fields, what is wrong with them, and what stands there
//! while it is on its way.

use super::{ERRORS, Filling};
use crate::app::App;
use crate::flow::intake::after_days;
use crate::flow::sending::Step;
use crate::flow::sheet::{Asked, Kind, Sheet, Wrong, id, word};
use crate::frame::calendar::Calendar;
use crate::frame::stage::stage;
use crate::frame::standstill;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, heading, paragraph};
use crate::parts::el::{El, el, focus, inside};
use crate::parts::field::{Choice, Field, Line, error_summary};
use std::rc::Rc;

/// Whether something that is wrong is so still; whoever asks in an effect follows it.
pub type Still = Box<dyn Fn() -> bool>;

// Draws some of the fields.
type Drawing = Box<dyn Fn(&Sheet) -> Vec<El>>;

impl Filling {
    /// The form, or what stands there while it is on its way.
    pub fn draw(&self, form: impl Fn() -> El + 'static) -> El {
        self.boxed_draw(Box::new(form))
    }

    // What a generic function does itself is compiled anew for every caller.
    fn boxed_draw(&self, form: Box<dyn Fn() -> El>) -> El {
        let filling = self.clone();
        stage(&self.0.app, move || match filling.0.step.get() {
            Step::Typing => form(),
            Step::Offline => filling.waits("sheet.offline", false),
            Step::SignedOut => filling.waits("sheet.signed-out", true),
            Step::Sending | Step::Done => {
                let words = filling.0.app.t("act.sending");
                el("p").class("ss-later-note").attr("role", "status").attr("tabindex", "-1").text(&words)
            }
        })
    }

    fn waits(&self, key: &str, signed_out: bool) -> El {
        let (app, again) = (&self.0.app, self.clone());
        let part = |end: &str| app.t(&[key, end].concat());
        let sign_in = if signed_out { standstill::sign_in(app) } else { None };
        // In a window of its own: what was typed stands in this one alone.
        let sign_in = sign_in.map(|link| link.attr("target", "_blank"));
        let press = button(Weight::Main, &app.t("action.again"), move || again.try_again());
        let actions = el("div").class("ss-actions").maybe(sign_in).child(press);
        let title = heading(2, &part(".title")).attr("tabindex", "-1");
        let told = alert("warning", vec![title, paragraph(&part(".text")), actions]);
        el("div").class("ss-narrow").child(told)
    }

    /// Everything that is wrong, in a list that takes the focus when it comes; or why
    /// the server did not take it.
    pub fn summary(&self) -> El {
        let filling = self.clone();
        el("div").watch(move |it| {
            let wrong = filling.0.wrong.get();
            it.0.set_text_content(None);
            let drawn = filling.summary_of(&wrong);
            if let Some(drawn) = drawn {
                let _ = it.0.append_child(&drawn.0);
                focus(&drawn.0);
            }
        })
    }

    fn summary_of(&self, wrong: &[Wrong]) -> Option<El> {
        let app = &self.0.app;
        let fields = self.fields();
        let mut placed: Vec<_> = wrong.iter().filter(|(field, _)| !field.is_empty()).collect();
        // The server has an order of its own; who reads goes from above.
        placed.sort_by_key(|(field, _)| fields.iter().position(|it| it.field == *field));
        let still = placed.iter().map(|(field, _)| {
            let (filling, field) = (self.clone(), field.clone());
            Box::new(move || filling.wrong_at(&field).is_some()) as Still
        });
        let still: Vec<Still> = still.collect();
        let lines: Vec<_> =
            placed.iter().map(|(field, why)| (id(field), self.line(&fields, field, why))).collect();
        if !lines.is_empty() {
            let drawn = error_summary(&app.host.root(), &app.t("sheet.wrong"), lines);
            return Some(while_wrong(drawn.id(ERRORS), still));
        }
        let no = self.0.no.get()?;
        let by_reason = wrong.first().and_then(|(_, why)| app.texts.find(&["sheet.wrong.", why].concat()));
        let code = no.uri().rsplit(':').next().unwrap_or_default();
        let words = by_reason.or_else(|| app.texts.find(&["sheet.no.", code].concat()));
        let words = words.unwrap_or_else(|| app.t("sheet.no.failed"));
        Some(
            alert("warning", vec![paragraph(&words)]).attr("role", "alert").attr("tabindex", "-1").id(ERRORS),
        )
    }

    fn line(&self, fields: &[Asked], field: &str, why: &str) -> String {
        let asked = self.asks(field);
        let sign = if asked.ends_with('?') { " " } else { ": " };
        let line = [&*asked, sign, &*self.told(field, why)].concat();
        match self.row(fields, field) {
            Some(row) => [&*row, ". ", &*line].concat(),
            None => line,
        }
    }

    // The name of the group that a field stands in, where there is more than one.
    fn row(&self, fields: &[Asked], field: &str) -> Option<String> {
        let row = row_of(field)?;
        let mut rows: Vec<&str> = fields.iter().filter_map(|it| row_of(&it.field)).collect();
        rows.dedup();
        let number = rows.iter().position(|it| *it == row).filter(|_| rows.len() > 1)? + 1;
        let key = self.0.form.ask.replace(".ask", ".row");
        Some(self.0.app.fill(&key, &[("n", &number.to_string())]))
    }

    /// What a field asks.
    pub fn asks(&self, field: &str) -> String {
        self.0.app.texts.code(self.0.form.ask, &word(field))
    }

    /// Some of the fields, drawn anew when others are asked; the focus stays.
    pub fn live(&self, draw: impl Fn(&Sheet) -> Vec<El> + 'static) -> El {
        self.boxed_live(Box::new(draw))
    }

    fn boxed_live(&self, draw: Drawing) -> El {
        let filling = self.clone();
        el("div").class("ss-form").watch(move |it| {
            let to = filling.0.drawn.get();
            it.0.set_text_content(None);
            let sheet = filling.sheet();
            for drawn in draw(&sheet) {
                let _ = it.0.append_child(&drawn.0);
            }
            let checked = inside(&it.0, &["[name='", &to, "']:checked"].concat());
            let control = checked.or_else(|| inside(&it.0, &["[id='", &to, "']"].concat()));
            if let Some(control) = control.filter(|_| !to.is_empty()) {
                focus(&control);
            }
        })
    }

    /// One field.
    pub fn field(&self, asked: &Asked) -> El {
        let (app, field) = (&self.0.app, &asked.field);
        let label = self.asks(field);
        let (watching, typing) = (self.clone(), self.clone());
        let (at, to) = (field.clone(), field.clone());
        let input = Field {
            id: id(field),
            label: if asked.optional { app.fill("sheet.optional", &[("what", &label)]) } else { label },
            hint: app.texts.code(self.0.form.hint, &word(field)),
            value: self.0.sheet.borrow().get(field).to_owned(),
            most: asked.most,
            wrong: Rc::new(move || watching.wrong_at(&at)),
            typed: Rc::new(move |value| typing.typed(&to, value)),
        };
        let options = || (self.0.form.options)(&self.0.sheet.borrow(), field);
        match asked.kind {
            Kind::Line | Kind::File => input.line(Line::Words),
            Kind::Text => input.area(4),
            Kind::Past => input.line(Line::Day),
            Kind::Ahead => self.ahead(input, asked.most),
            Kind::Day => between(input.line(Line::Day), &[]),
            Kind::One => input.choices(options()),
            Kind::Some => input.ticks(options()),
            Kind::List => input.select(&app.t("sheet.choose"), options()),
        }
    }

    // A day that is to come, and not too far away.
    fn ahead(&self, input: Field, most: u32) -> El {
        let app = &self.0.app;
        let today = Calendar::new(app).today;
        let last = after_days(&today, most);
        let until = app.fill("sheet.until", &[("date", &app.host.day(&last))]);
        let hint = [&*input.hint, " ", &*until].concat();
        between(Field { hint, ..input }.line(Line::Day), &[("min", &today), ("max", &last)])
    }
}

// The group in a list that a field stands in: `/sharings/2/senderId` in `/sharings/2`.
fn row_of(field: &str) -> Option<&str> {
    let (start, rest) = field.match_indices('/').nth(1).map(|(at, _)| field.split_at(at))?;
    let number = rest[1..].split('/').next()?;
    number.parse::<u32>().is_ok().then(|| &field[..start.len() + 1 + number.len()])
}

/// Shows each line of a summary only while what it says is still so, and the summary
/// while one of them is left.
pub fn while_wrong(summary: El, still: Vec<Still>) -> El {
    let line = |(place, is_so): (usize, Still)| {
        let nth = ["li:nth-child(", &(place + 1).to_string(), ")"].concat();
        (inside(&summary.0, &nth), is_so)
    };
    let lines: Vec<_> = still.into_iter().enumerate().map(line).collect();
    summary.watch(move |it| {
        let mut left = false;
        for (line, is_so) in &lines {
            let shown = is_so();
            left |= shown;
            if let Some(line) = line {
                El(line.clone()).toggle("hidden", !shown);
            }
        }
        it.toggle("hidden", !left);
    })
}

// A day that may be still to come.
fn between(day: El, ends: &[(&str, &str)]) -> El {
    if let Some(input) = inside(&day.0, "input") {
        let _ = input.remove_attribute("max");
        for (end, at) in ends {
            let _ = input.set_attribute(end, at);
        }
    }
    day
}

/// Answers to choose from, by their codes; each family has one sentence for a code, and
/// may have one that explains it.
pub fn choices(app: &App, family: &str, codes: &[&str]) -> Vec<Choice> {
    let choice = |code: &&str| Choice {
        value: (*code).to_owned(),
        label: app.texts.code(family, code),
        hint: app.texts.code(family, &[code, "-hint"].concat()),
    };
    codes.iter().map(choice).collect()
}

/// A heading with what belongs below it, and a number where the parts have an order.
pub fn part(title: &str, told: &str, content: Vec<El>) -> El {
    let told = (!told.is_empty()).then(|| paragraph(told));
    let title = heading(2, title).attr("tabindex", "-1");
    el("section").class("ss-sheet-part").child(title).maybe(told).children(content)
}
