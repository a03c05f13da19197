// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Step 2: the person checks what was chosen, and confirms once.

use crate::app::App;
use crate::citizen::question::heading_id;
use crate::flow::choices::{Answer, Choices, Stand};
use crate::frame::standstill::loading;
use crate::journey::Journey;
use crate::parts::bits::{Weight, button, heading, lead, paragraph, title, unseen};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, el};
use crate::parts::steps::steps;
use crate::wire::request::Item;

/// The screen.
pub fn screen(app: &App, journey: &Journey) -> El {
    let request = journey.request();
    let lines: Vec<El> = journey.choices.peek_with(|choices| {
        request.questions().flat_map(|item| of_item(app, journey, choices, item)).collect()
    });
    let (back, confirm) = (journey.clone(), journey.clone());
    let together = (request.required_signatures > 1).then(|| paragraph(&app.t("check.together")));
    el("div")
        .class("ss-narrow")
        .child(steps(app, 2))
        .child(title(&app.t("check.title")))
        .child(lead(&app.t("check.lead")))
        .child(el("ul").class("ss-check").children(lines))
        .maybe(together)
        .child(
            el("div")
                .class("ss-actions ss-actions--equal")
                .child(button(Weight::Other, &app.t("action.back"), move || back.back()))
                .child(button(Weight::Main, &app.t("action.confirm"), move || confirm.confirm())),
        )
        .child(el("p").class("ss-quietly").text(&app.t("check.stop")))
        .child(contact_block(app, &request.contact))
}

/// What stands there while the answers are on their way.
pub fn sending(app: &App) -> El {
    el("div")
        .class("ss-narrow")
        .child(steps(app, 2))
        .child(title(&app.t("sending.title")))
        .child(lead(&app.t("sending.lead")))
        .child(loading(app))
}

const GROUPS: [(Stand, &str, &str, &str); 3] = [
    (Stand::Answered(Answer::Yes), "ss-mark ss-mark--yes", "✓", "check.yes"),
    (Stand::Answered(Answer::No), "ss-mark ss-mark--no", "✕", "check.no"),
    (Stand::Later, "ss-mark", "…", "check.later"),
];

fn of_item(app: &App, journey: &Journey, choices: &Choices, item: &Item) -> Vec<El> {
    let group = |(stand, class, sign, key): (Stand, &str, &str, &str)| {
        let data = item.data.iter().filter(|datum| choices.stand(&item.id, &datum.id) == stand);
        let names: Vec<String> = data.map(|datum| datum.name.clone()).collect();
        (!names.is_empty()).then(|| {
            el("li")
                .child(el("span").class(class).attr("aria-hidden", "true").text(sign))
                .child(words(app, item, names, key))
                .child(change(app, journey, item))
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

fn change(app: &App, journey: &Journey, item: &Item) -> El {
    let (app2, journey, id) = (app.clone(), journey.clone(), heading_id(item));
    let what = [" ", &*item.source.short_name, ", ", &item.recipient.short_name].concat();
    button(Weight::Quiet, &app.t("check.change"), move || {
        app2.focus_next.replace(Some(id.clone()));
        journey.back();
    })
    .child(unseen(&what))
}
