// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The form: which of the three, and the three rules of thumb (G1 to G4).

use super::After;
use crate::app::App;
use crate::flow::outcome::{MEASURES, OUTCOMES, body, parts};
use crate::flow::sheet::Sheet;
use crate::intake::outcome::together::what;
use crate::intake::sheet::{Changes, Filling, Form, Post, choices, part};
use crate::parts::bits::{Weight, button, quietly};
use crate::parts::el::{El, el};
use crate::parts::field::Choice;
use crate::wire::outcome::Outcome;
use crate::wire::request::Item;
use std::rc::Rc;

/// An empty form. It is about all items, until the worker leaves one out.
pub fn begin(after: &Rc<After>, items: &[Item]) -> Filling {
    let (app, known, of) = (&after.app, after.clone(), items.to_vec());
    let count = items.len();
    let mut sheet = Sheet::default();
    for item in items {
        sheet.tick("/itemIds", &item.id, true);
    }
    let form = Form {
        ask: "outcome.ask",
        hint: "outcome.hint",
        fields: Box::new(move |sheet| {
            parts(sheet, count).into_iter().flat_map(|(_, fields)| fields).collect()
        }),
        options: Box::new(move |_, field| options(&known, &of, field)),
        pointer: |_, sent| sent.to_owned(),
    };
    Filling::begin(app, form, sheet)
}

fn options(after: &After, items: &[Item], field: &str) -> Vec<Choice> {
    let app = &after.app;
    match field {
        "/itemIds" => items.iter().map(|item| about(app, item)).collect(),
        "/type" => choices(app, "outcome.type", &OUTCOMES),
        "/measure/kind" => choices(app, "outcome.measure", &MEASURES),
        "/consultation/anonymised" => choices(app, "sheet.anonymised", &["yes", "no"]),
        _ => {
            let fitting = after.grounds.iter().filter(|ground| ground.carries_help());
            let choice = |ground: &crate::wire::outcome::Ground| Choice {
                value: ground.id.clone(),
                label: ground.name.clone(),
                hint: ground.told(),
            };
            fitting.map(choice).collect()
        }
    }
}

fn about(app: &App, item: &Item) -> Choice {
    let parties = [("source", &*item.source.short_name), ("recipient", &item.recipient.short_name)];
    Choice { value: item.id.clone(), label: app.fill("check.pair", &parties), hint: what(app, item) }
}

/// The form as it is drawn.
pub fn draw(after: &Rc<After>, filling: &Filling, items: &[Item]) -> El {
    let (app, of, on) = (&after.app, items.to_vec(), after.clone());
    let (inner, drawn, sending, ids) = (app.clone(), filling.clone(), filling.clone(), items.to_vec());
    let asked = filling.live(move |sheet| {
        let section = |(word, fields): (&str, Vec<crate::flow::sheet::Asked>)| {
            let fields = fields.iter().map(|it| drawn.field(it)).collect();
            part(&inner.texts.code("outcome.part", word), &inner.texts.code("outcome.about", word), fields)
        };
        parts(sheet, of.len()).into_iter().map(section).collect()
    });
    let press = move || {
        if sending.check() {
            send(&on, &sending, &ids);
        }
    };
    el("div")
        .class("ss-outcome")
        .child(filling.summary())
        .child(asked)
        .child(el("div").class("ss-actions").child(button(Weight::Main, &app.t("outcome.record"), press)))
        .child(quietly(&app.t("sheet.not-kept")))
}

fn send(after: &Rc<After>, filling: &Filling, items: &[Item]) {
    let ids: Vec<String> = items.iter().map(|item| item.id.clone()).collect();
    let app = &after.app;
    let sent = body(&filling.sheet(), &app.host.uuid(), &after.request.id, &ids);
    let post = Post::new(app, "refusal-outcomes".into(), Changes::Nothing, sent);
    let after = after.clone();
    filling.send(vec![post], Rc::new(move |reply| after.recorded(Outcome::read(&reply.body))));
}
