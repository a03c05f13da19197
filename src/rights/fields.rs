// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The fields of a form on the screen, with the summary of what is wrong above.

use crate::app::App;
use crate::flow::form::{Blank, Form, Spot};
use crate::flow::place::Wanted;
use crate::flow::sending::No;
use crate::parts::alert::alert;
use crate::parts::bits::paragraph;
use crate::parts::el::{El, State, el, focus};
use crate::parts::field::{Choice, Field, Line, error_summary};
use crate::rights::rows::{Drawn, focus_first};
use crate::rights::sending::{ERRORS, Sender, told};
use crate::wire::configuration::Person;
use std::rc::Rc;

/// Everything that is wrong, in a list that takes the focus when it comes.
pub fn summary(app: &App, sender: &Sender) -> El {
    let (app, sender) = (app.clone(), sender.clone());
    el("div").watch(move |it| {
        let wrong = sender.wrong();
        it.0.set_text_content(None);
        let lines: Vec<_> = wrong.iter().map(|(spot, why)| (spot.id(), told(&app, *spot, why))).collect();
        if lines.is_empty() {
            return;
        }
        let summary = error_summary(&app.host.root(), &app.t("filing.wrong"), lines).id(ERRORS);
        let _ = it.0.append_child(&summary.0);
        focus(&summary.0);
    })
}

/// Why the server did not take it, when it is not about one field.
pub fn refusal(app: &App, no: Option<No>) -> Option<El> {
    let no = no.filter(|no| *no != No::Wrong)?;
    let words = paragraph(&app.t(&["filing.no.", no.word()].concat()));
    Some(alert("warning", vec![words]).attr("role", "alert"))
}

/// The fields that stand once, in their order. When an answer decides whether
/// another field is there, they are drawn anew, and the focus stays.
pub fn fields(app: &App, sender: &Sender, others: &[Person]) -> El {
    let drawn: Drawn = State::new(Vec::new());
    let (app, sender, others) = (app.clone(), sender.clone(), others.to_vec());
    el("div").class("ss-entries").watch(move |it| {
        let next = drawn.get();
        let typed = sender.typed();
        let blanks = sender.form().blanks(&sender.around(), &typed);
        it.0.set_text_content(None);
        for blank in blanks {
            if blank == Blank::Telephone {
                let ways = el("p").class("ss-ways-to-answer").text(&app.t("filing.ways"));
                let _ = it.0.append_child(&ways.0);
            }
            let field = draw(&app, &sender, blank, &others, &drawn);
            let _ = it.0.append_child(&field.0);
        }
        focus_first(&it.0, &next);
    })
}

fn draw(app: &App, sender: &Sender, blank: Blank, others: &[Person], drawn: &Drawn) -> El {
    let spot = Spot::At(blank);
    let (watching, typing, again) = (sender.clone(), sender.clone(), drawn.clone());
    let typed = move |text: String| {
        let blanks = || typing.form().blanks(&typing.around(), &typing.typed());
        let before = blanks();
        let chosen = [&*spot.id(), "-", &*text].concat();
        typing.change(|typed| typed.set(blank, text));
        typing.mend(spot);
        if blanks() != before {
            again.set(vec![chosen, spot.id()]);
        }
    };
    let field = Field {
        id: spot.id(),
        label: label(app, sender, blank),
        hint: hint(app, sender, blank),
        value: sender.typed().get(blank).to_owned(),
        most: blank.most(),
        wrong: Rc::new(move || watching.wrong_at(spot)),
        typed: Rc::new(typed),
    };
    match blank {
        Blank::Name => field.line(Line::Name),
        Blank::Telephone => field.line(Line::Telephone),
        Blank::Email => field.line(Line::Email),
        Blank::NotifiedOn | Blank::OccurredOn => field.line(Line::Day),
        Blank::Address => field.area(3),
        Blank::Decision | Blank::LateReason => field.area(3),
        Blank::Explanation => field.area(7),
        Blank::Matter => field.choices(coded(app, "filing.matter", &["conduct", "data-exchange", "other"])),
        Blank::Grounds => field.choices(coded(app, "filing.grounds", &["now", "later"])),
        Blank::Subject => field.choices(people(app, others)),
    }
}

fn coded(app: &App, family: &str, words: &[&str]) -> Vec<Choice> {
    let choice = |word: &&str| Choice {
        value: (*word).to_owned(),
        label: app.texts.code(family, word),
        hint: app.texts.code(family, &[word, "-hint"].concat()),
    };
    words.iter().map(choice).collect()
}

/// The word that stands for the person signed in.
pub const ME: &str = "me";

fn people(app: &App, others: &[Person]) -> Vec<Choice> {
    let choice = |value: &str, label: String| Choice { value: value.to_owned(), label, hint: String::new() };
    let me = choice(ME, app.t("filing.for-me"));
    let others = others
        .iter()
        .map(|person| choice(&person.id, app.fill("filing.for-other", &[("name", &person.name)])));
    std::iter::once(me).chain(others).collect()
}

/// What a field asks.
pub fn asked(app: &App, sender: &Sender, blank: Blank) -> String {
    match (sender.form(), blank) {
        (Form::New(wanted), Blank::Explanation) => app.texts.code("filing.explain", wanted.word()),
        (Form::Answer, Blank::Explanation) => app.t("filing.explain.answer"),
        _ => app.texts.code("filing.ask", blank.word()),
    }
}

// That it may stay empty is said there.
fn label(app: &App, sender: &Sender, blank: Blank) -> String {
    let asked = asked(app, sender, blank);
    match sender.form().is_optional(blank, &sender.around()) {
        true => app.fill("filing.optional", &[("what", &asked)]),
        false => asked,
    }
}

fn hint(app: &App, sender: &Sender, blank: Blank) -> String {
    match (sender.form(), blank) {
        (Form::New(Wanted::Complaint), Blank::Address) => String::new(),
        (Form::New(wanted), Blank::Explanation) => app.texts.code("filing.explain-hint", wanted.word()),
        (_, blank) => app.texts.code("filing.hint", blank.word()),
    }
}
