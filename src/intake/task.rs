// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Step 1: for which task of the municipality (taak).

use crate::app::App;
use crate::intake::talk::Talk;
use crate::intake::walk::wrong_here;
use crate::parts::bits::press_for_more;
use crate::parts::el::{El, el};
use crate::parts::party::law_name;
use crate::wire::intake::Task;

/// The tasks, by domain.
pub fn draw(app: &App, talk: &Talk) -> Vec<El> {
    let tasks = &talk.catalogue().tasks;
    let prepared: Vec<&Task> = tasks.iter().filter(|it| it.is_prepared && !it.future_use).collect();
    let others: Vec<&Task> = tasks.iter().filter(|it| !it.is_prepared || it.future_use).collect();
    let mut domains: Vec<&str> = Vec::new();
    for task in &prepared {
        if !domains.contains(&&*task.domain) {
            domains.push(&task.domain);
        }
    }
    let mut group = el("div").id("ss-task").attr("tabindex", "-1").child(wrong_here(app, talk, "ss-task"));
    for domain in domains {
        let rows = prepared.iter().filter(|it| it.domain == domain).map(|it| row(app, talk, it));
        group = group.child(
            el("fieldset")
                .class("ss-entry ss-domain")
                .child(el("legend").class("ss-label").text(&app.texts.code("intake.domain", domain)))
                .child(el("div").class("ss-options").children(rows)),
        );
    }
    let closed = others.iter().map(|it| shut(app, it));
    let more = (!others.is_empty()).then(|| {
        press_for_more(&app.t("intake.task.others"), vec![el("ul").class("ss-shut-list").children(closed)])
    });
    vec![group.maybe(more)]
}

fn row(app: &App, talk: &Talk, task: &Task) -> El {
    let (to, id) = (talk.clone(), task.id.clone());
    let chosen = talk.draft.borrow().tasks.contains(&task.id);
    let input = el("input").attr("type", "checkbox").id(&["ss-task-", &task.id].concat());
    input.set_checked(chosen);
    let here = input.clone();
    let input = input.on("change", move |_| to.change(|draft| draft.choose_task(&id, is_on(&here))));
    let purpose = app.fill("intake.task.purpose", &[("purpose", &task.purpose)]);
    let act = task.act.as_ref().map(|act| el("span").class("ss-option-hint").text(&act.name));
    let words = el("span")
        .child(el("span").class("ss-option-name").text(&task.name))
        .child(el("span").class("ss-option-hint").text(&purpose))
        .maybe(act);
    el("label").class("ss-option").child(input).child(words)
}

// What cannot be chosen says why (A8).
fn shut(app: &App, task: &Task) -> El {
    let why = if task.future_use { "intake.task.later" } else { "intake.task.unprepared" };
    let act = task.act.as_ref().map(|act| el("span").class("ss-option-hint").child(law_name(act)));
    el("li").text(&task.name).child(el("span").class("ss-option-hint").text(&app.t(why))).maybe(act)
}

/// Whether a tick box is on.
pub fn is_on(input: &El) -> bool {
    use wasm_bindgen::JsCast;
    input.0.dyn_ref::<web_sys::HtmlInputElement>().is_some_and(web_sys::HtmlInputElement::checked)
}
