// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! How much is asked, against what fits the situation (E9, E10). Who says that it is
//! heavier says why.

use crate::app::App;
use crate::intake::purpose::words;
use crate::intake::talk::Talk;
use crate::parts::bits::press_for_more;
use crate::parts::el::{El, el};
use crate::parts::field::{Choice, Field};
use std::rc::Rc;

/// The count, and the level.
pub fn draw(app: &App, talk: &Talk) -> El {
    let (inner, now) = (app.clone(), talk.clone());
    let count = el("p").class("ss-extent").attr("role", "status").watch(move |it| {
        let verdict = now.verdict.get();
        it.toggle("data-over", verdict.is_over());
        it.0.set_text_content(Some(&told(&inner, &now)));
    });
    let heavier = press_for_more(&app.t("intake.heavier"), vec![level(app, talk), reason(app, talk)]);
    heavier.toggle("open", talk.draft.borrow().level() > 1);
    let (opened, followed) = (heavier.clone(), talk.clone());
    // What is wrong inside must be seen.
    let heavier = heavier.watch(move |_| {
        let inside = |id: &str| id == "ss-level" || id == "ss-reason";
        if followed.wrongs.with(|wrongs| wrongs.iter().any(|wrong| inside(&wrong.id))) {
            opened.toggle("open", true);
        }
    });
    el("section").class("ss-weight").child(count).child(heavier)
}

fn told(app: &App, talk: &Talk) -> String {
    let verdict = talk.verdict.peek();
    let level = talk.draft.borrow().level();
    let name = talk.catalogue().levels.iter().find(|it| it.level == level).map(|it| it.name.clone());
    let data = |count| app.count("intake.extent.data", count);
    let parties = |count| app.count("intake.extent.parties", count);
    let values = [
        ("data", &*data(verdict.data_types)),
        ("parties", &*parties(verdict.parties)),
        ("most-data", &*data(verdict.most_data_types)),
        ("most-parties", &*parties(verdict.most_parties)),
        ("level", &*name.unwrap_or_default()),
    ];
    let key = match verdict.data_types {
        _ if verdict.is_over() => "intake.extent.over",
        0 => "intake.extent.none",
        _ => "intake.extent",
    };
    app.fill(key, &values)
}

fn level(app: &App, talk: &Talk) -> El {
    let (inner, looked_at, to, of) = (app.clone(), talk.clone(), talk.clone(), app.clone());
    let field = Field {
        id: "ss-level".into(),
        label: app.t("intake.level"),
        hint: String::new(),
        value: talk.draft.borrow().level().to_string(),
        most: 0,
        wrong: Rc::new(move || looked_at.wrong_at(&inner, "ss-level")),
        typed: Rc::new(move |value| {
            to.change(|draft| draft.level = value.parse().unwrap_or(1));
            to.count(&of);
        }),
    };
    let choices = talk.catalogue().levels.iter().map(|it| Choice {
        value: it.level.to_string(),
        label: it.name.clone(),
        hint: it.explanation.clone(),
    });
    field.choices(choices.collect())
}

fn reason(app: &App, talk: &Talk) -> El {
    let typed = talk.draft.borrow().reason.clone();
    let now = talk.clone();
    words(app, talk, "reason", typed, |draft, words| draft.reason = words)
        .area(2)
        .shown(move || now.follow(|draft| draft.level() > 1))
}
