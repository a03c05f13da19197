// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What was chosen, as a list to look over: per item what is yes, no and later.

use crate::app::App;
use crate::flow::choices::{Answer, Choices, Stand};
use crate::parts::bits::{Weight, button, heading, unseen};
use crate::parts::el::{El, el};
use crate::parts::question::heading_id;
use crate::wire::request::{Item, Request};
use std::rc::Rc;

/// The list; `back` leads to the questions, where something can still be changed.
pub fn checked(app: &App, request: &Request, choices: &Choices, back: Option<Rc<dyn Fn()>>) -> El {
    let lines = request.questions().flat_map(|item| of_item(app, back.as_ref(), choices, item));
    el("ul").class("ss-check").children(lines)
}

const GROUPS: [(Stand, &str, &str, &str); 3] = [
    (Stand::Answered(Answer::Yes), "ss-mark ss-mark--yes", "✓", "check.yes"),
    (Stand::Answered(Answer::No), "ss-mark ss-mark--no", "✕", "check.no"),
    (Stand::Later, "ss-mark", "…", "check.later"),
];

fn of_item(app: &App, change: Option<&Rc<dyn Fn()>>, choices: &Choices, item: &Item) -> Vec<El> {
    let group = |(stand, class, sign, key): (Stand, &str, &str, &str)| {
        let data = item.data.iter().filter(|datum| choices.stand(&item.id, &datum.id) == stand);
        let names: Vec<String> = data.map(|datum| datum.name.clone()).collect();
        (!names.is_empty()).then(|| {
            el("li")
                .child(el("span").class(class).attr("aria-hidden", "true").text(sign))
                .child(words(app, item, names, key))
                .maybe(change.map(|back| self::change(app, back, item)))
        })
    };
    GROUPS.into_iter().filter_map(group).collect()
}

fn words(app: &App, item: &Item, names: Vec<String>, key: &str) -> El {
    let parties = app.fill(
        "check.pair",
        &[("source", &item.source.short_name), ("recipient", &item.recipient.short_name)],
    );
    let values = [("purpose", &*item.purpose), ("date", &app.host.day(&item.end_date))];
    el("div")
        .child(heading(2, &parties))
        .child(el("p").class("ss-check-data").text(&app.host.list(names)))
        .child(el("p").class("ss-quietly").text(&app.fill(key, &values)))
}

fn change(app: &App, back: &Rc<dyn Fn()>, item: &Item) -> El {
    let (app2, back, id) = (app.clone(), back.clone(), heading_id(item));
    let what = [" ", &*item.source.short_name, ", ", &item.recipient.short_name].concat();
    button(Weight::Quiet, &app.t("check.change"), move || {
        app2.focus_next.replace(Some(id.clone()));
        back();
    })
    .child(unseen(&what))
}
