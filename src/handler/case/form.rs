// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One small form in place: what will happen, what must be said, and a button
//! that says what it does.

use super::acting::Work;
use crate::app::App;
use crate::flow::handle::{Action, Field, Typed, Wrong};
use crate::parts::bits::{Weight, button, heading, paragraph, quietly};
use crate::parts::el::{El, el, inside};
use crate::parts::field::{Choice, Field as Input, Line, error_summary};
use crate::wire::case::Case;
use std::rc::Rc;

/// The form of an action, with what is wrong in it.
pub fn form(work: &Work, action: Action, wrongs: &[(Field, Wrong)]) -> El {
    let (app, case) = (&work.0.app, work.0.case.borrow().clone());
    let possible = case.allows(action.event());
    let title = app.t(&["act.form.", action.event()].concat());
    let mut form = el("div").class("ss-form").attr("role", "group").attr("aria-labelledby", "ss-form");
    form = form.maybe(work.news(&case)).maybe(summary(app, wrongs));
    form = form.child(heading(2, &title).id("ss-form").attr("tabindex", "-1"));
    for told in what_happens(app, &case, action, &work.0.form.borrow().typed) {
        form = form.child(paragraph(&told));
    }
    for field in action.fields(work.about_decision()) {
        let wrong = wrongs.iter().find(|(wrong, _)| *wrong == field).map(|(_, wrong)| *wrong);
        form = form.child(drawn(work, &case, action, field, wrong));
    }
    if action == Action::Decide && !case.remedies.is_empty() {
        form = form.child(
            el("div")
                .class("ss-below-letter")
                .child(heading(3, &app.t("act.remedies")))
                .child(el("p").class("ss-quote").text(&case.remedies)),
        );
    }
    form.child(if possible { buttons(work, &case, action) } else { impossible(work) })
}

// Lists what is wrong. It takes the focus, and every line leads to its field.
fn summary(app: &App, wrongs: &[(Field, Wrong)]) -> Option<El> {
    let lines = wrongs.iter().map(|(field, wrong)| (id(*field), told(app, *field, *wrong))).collect();
    (!wrongs.is_empty()).then(|| error_summary(&app.host.root(), &app.t("act.wrong"), lines))
}

fn id(field: Field) -> String {
    ["ss-f-", field.word()].concat()
}

fn told(app: &App, field: Field, wrong: Wrong) -> String {
    app.t(&["act.wrong.", field.word(), "-", wrong.word()].concat())
}

fn what_happens(app: &App, case: &Case, action: Action, typed: &Typed) -> Vec<String> {
    let day = |day: &Option<String>| day.as_deref().map(|day| app.host.day(day)).unwrap_or_default();
    let clock = &case.deadline;
    let recipient = case.recipients.iter().find(|it| it.party.id == typed.party);
    let party = recipient.map_or("", |it| &*it.party.in_sentence);
    let values = [
        ("date", &*app.host.day(&case.received_on)),
        ("to", &day(&clock.extend_to)),
        ("until", &day(&clock.extend_until)),
        ("party", party),
    ];
    let suspends = case.track == "administrative-objection";
    let keys: &[&str] = match action {
        Action::AskInformation if suspends => &["act.information-requested.text", "act.suspends"],
        Action::AskInformation => &["act.information-requested.text", "act.runs-on"],
        Action::Extend if clock.extend_to.is_none() => &["act.extended.text"],
        Action::Extend => &["act.extended.text", "act.extended.days"],
        Action::Acknowledge => &["act.acknowledged.text"],
        Action::Forward => &["act.forwarded.text"],
        Action::SendOn => &["act.sent-on.text"],
        Action::Decide => &["act.decided.text"],
        Action::TellRecipient => &["act.recipient-told.text"],
        Action::RecipientHasDoneIt => &["act.recipient-acknowledged.text"],
    };
    keys.iter().map(|key| app.fill(key, &values)).collect()
}

fn drawn(work: &Work, case: &Case, action: Action, field: Field, wrong: Option<Wrong>) -> El {
    let app = &work.0.app;
    // Reasons, a question and a message ask for other words.
    let label = match field {
        Field::Text => app.t(&["act.text.", action.event()].concat()),
        _ => app.texts.code("act.field", field.word()),
    };
    let (to, wrong) = (work.clone(), wrong.map(|wrong| told(app, field, wrong)));
    let input = Input {
        id: id(field),
        label,
        hint: app.texts.code("act.hint", field.word()),
        value: work.0.form.borrow().typed.get(field).to_owned(),
        most: field.most(),
        wrong: Rc::new(move || wrong.clone()),
        typed: Rc::new(move |value| to.typed(field, value)),
    };
    match field {
        Field::Text => input.area(6),
        Field::Authority => input.line(Line::Words),
        Field::RespondBefore => to_come(input.line(Line::Day), &work.0.calendar.today),
        Field::NotifiedOn => input.line(Line::Day),
        Field::Kind => input.choices(choices(app, "case.kind", &case.forward_to)),
        Field::Outcome => {
            let outcomes = ["granted", "partly-granted", "refused"].map(str::to_owned);
            input.choices(choices(app, "case.outcome", &outcomes))
        }
    }
}

// A day that is still to come.
fn to_come(day: El, today: &str) -> El {
    if let Some(input) = inside(&day.0, "input") {
        let _ = input.remove_attribute("max");
        let _ = input.set_attribute("min", today);
    }
    day
}

fn choices(app: &App, family: &str, codes: &[String]) -> Vec<Choice> {
    let choice = |code: &String| Choice {
        value: code.clone(),
        label: app.texts.code(family, code),
        hint: String::new(),
    };
    codes.iter().map(choice).collect()
}

fn buttons(work: &Work, case: &Case, action: Action) -> El {
    let app = &work.0.app;
    let (yes, no) = (work.clone(), work.clone());
    let who = Some(case.who()).filter(|who| !who.is_empty()).unwrap_or_else(|| app.t("act.somebody"));
    let to = case.deadline.extend_to.as_deref().map(|day| app.host.day(day));
    let send = match (action, &to) {
        (Action::Extend, None) => app.t("act.send.extended-open"),
        _ => {
            let values = [("who", &*who), ("to", to.as_deref().unwrap_or_default())];
            app.fill(&["act.send.", action.event()].concat(), &values)
        }
    };
    el("div")
        .class("ss-actions")
        .child(button(Weight::Main, &send, move || yes.confirm(action)))
        .child(button(Weight::Other, &app.t("act.back"), move || no.go_back()))
}

// What was typed stays on the screen, to be taken elsewhere.
fn impossible(work: &Work) -> El {
    let (app, no) = (&work.0.app, work.clone());
    el("div").class("ss-actions").child(quietly(&app.t("act.impossible"))).child(button(
        Weight::Other,
        &app.t("act.back"),
        move || no.go_back(),
    ))
}
