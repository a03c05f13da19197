// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What stands around every step: with whom, how far, what is wrong, and the way on.

use crate::app::App;
use crate::flow::intake::Step;
use crate::flow::place::StaffPlace;
use crate::frame::stage::stage;
use crate::intake::sheet::{Still, while_wrong};
use crate::intake::talk::Talk;
use crate::intake::{basis, data, limitation, purpose, secrecy, task};
use crate::parts::bits::{Weight, button, paragraph, press_for_more, title, unseen};
use crate::parts::el::{El, State, el, focus};
use crate::parts::field::error_summary;

/// The screen of a step. Who comes too early is at the first step that is open.
pub fn screen(app: &App, talk: &Talk, wanted: Step) -> El {
    let gap = talk.first_gap();
    let open = Step::ALL.into_iter().rev().find(|it| *it <= wanted && talk.walk.get().may_open(*it, gap));
    let step = open.unwrap_or(Step::Task);
    let content = match step {
        Step::Task => task::draw(app, talk),
        Step::Purpose => purpose::draw(app, talk),
        Step::Data => data::draw(app, talk),
        Step::Basis => basis::draw(app, talk),
        Step::Limitation => limitation::draw(app, talk),
        Step::Secrecy => secrecy::draw(app, talk),
    };
    let part = |family: &str| app.texts.code(family, step.word());
    let why = press_for_more(&app.t("intake.why"), vec![paragraph(&part("intake.rule"))]);
    let main = el("div")
        .class("ss-walk-main")
        .child(title(&part("intake.title")))
        .child(
            app.marked("p", &["intake.lead.", step.word()].concat(), &[("purpose", &purposes(app, talk))])
                .class(LEAD),
        )
        .child(why)
        .child(summary(app, talk))
        .children(content)
        .child(buttons(app, talk, step));
    around(app, talk, Some(step), main)
}

const LEAD: &str = "nl-paragraph nl-paragraph--lead ss-lead";

// What the tasks of step 1 are for.
fn purposes(app: &App, talk: &Talk) -> String {
    let chosen = talk.draft.borrow().tasks.clone();
    let known = chosen.iter().filter_map(|id| talk.catalogue().task(id));
    app.host.list(known.map(|it| it.purpose.clone()).collect())
}

/// Everything but the step itself; none is the overview behind all six.
pub fn around(app: &App, talk: &Talk, step: Option<Step>, main: El) -> El {
    let name = talk.with().name.clone();
    let top = el("div")
        .class("ss-walk-top")
        .child(el("p").class("ss-walk-with").text(&app.fill("intake.talking-with", &[("name", &name)])))
        .child(stopping(app, talk));
    el("div")
        .child(top)
        .child(where_it_is(app, talk, step))
        .child(el("div").class("ss-walk").child(progress(app, talk, step).class("ss-walk-steps")).child(main))
}

// On a phone there is no room for a list beside it: it stands behind a press.
fn where_it_is(app: &App, talk: &Talk, step: Option<Step>) -> El {
    let told = match step {
        Some(step) => {
            let (number, name) = (step.number().to_string(), app.texts.code("intake.step", step.word()));
            app.fill("intake.step-of", &[("n", &number), ("name", &name)])
        }
        None => app.t("intake.steps"),
    };
    press_for_more(&told, vec![progress(app, talk, step)]).class("ss-more ss-walk-where")
}

fn progress(app: &App, talk: &Talk, now: Option<Step>) -> El {
    let (inner, talk) = (app.clone(), talk.clone());
    el("nav").attr("aria-label", &app.t("intake.steps")).live(move || {
        talk.follow(|_| ());
        let gap = talk.first_gap();
        let entries = Step::ALL.map(|step| entry(&inner, &talk, step, now == Some(step), gap));
        Some(el("ol").children(entries))
    })
}

fn entry(app: &App, talk: &Talk, step: Step, now: bool, gap: Option<Step>) -> El {
    let (walk, number) = (talk.walk.get(), step.number().to_string());
    let behind = walk.is_behind(step, gap);
    let sign = if behind && !now { "✓" } else { &*number };
    let class = match (now, behind) {
        (true, _) => "ss-walk-step ss-walk-step--now",
        (_, true) => "ss-walk-step ss-walk-step--done",
        _ => "ss-walk-step",
    };
    let sign = el("span").class("ss-walk-sign").attr("aria-hidden", "true").text(sign);
    let name = el("span").text(&app.texts.code("intake.step", step.word()));
    let inside = |shape: El| shape.class(class).child(sign).child(name);
    let drawn = if now {
        inside(el("span")).attr("aria-current", "step")
    } else if walk.may_open(step, gap) {
        let (to, talk) = (app.clone(), talk.clone());
        let press = move || {
            talk.wrongs.set(Vec::new());
            to.go(StaffPlace::Step(step));
        };
        let done = behind.then(|| unseen(&app.t("intake.done")));
        inside(el("button").attr("type", "button")).maybe(done).press(press)
    } else {
        inside(el("span")).child(unseen(&app.t("intake.not-yet")))
    };
    el("li").child(drawn)
}

/// Everything that is wrong, in a list that takes the focus when it comes.
pub fn summary(app: &App, talk: &Talk) -> El {
    let (app, talk) = (app.clone(), talk.clone());
    el("div").watch(move |it| {
        let wrongs = talk.wrongs.get();
        it.0.set_text_content(None);
        if wrongs.is_empty() {
            return;
        }
        let mut lines: Vec<(String, String)> = Vec::new();
        let mut still: Vec<Still> = Vec::new();
        for wrong in &wrongs {
            let words = talk.told(&app, wrong);
            if !lines.iter().any(|(_, known)| *known == words) {
                lines.push((wrong.id.clone(), words));
                let (app, talk, id) = (app.clone(), talk.clone(), wrong.id.clone());
                still.push(Box::new(move || talk.wrong_at(&app, &id).is_some()));
            }
        }
        let drawn = error_summary(&app.host.root(), &app.t("intake.wrong"), lines);
        let drawn = while_wrong(drawn, still);
        let _ = it.0.append_child(&drawn.0);
        focus(&drawn.0);
    })
}

/// What is wrong at one group of controls.
pub fn wrong_here(app: &App, talk: &Talk, id: &str) -> El {
    let (app, talk, of) = (app.clone(), talk.clone(), id.to_owned());
    let id = [id, "-wrong"].concat();
    el("p").class("ss-wrong").id(&id).live_text(move || talk.wrong_at(&app, &of).unwrap_or_default())
}

fn buttons(app: &App, talk: &Talk, step: Step) -> El {
    let (to, back) = (app.clone(), app.clone());
    let (going, going_back) = (talk.clone(), talk.clone());
    let go_back = move || {
        going_back.wrongs.set(Vec::new());
        back.go(step.before().map_or(StaffPlace::Client, StaffPlace::Step));
    };
    let go_on = move || {
        // What the button says is true is answered by pressing it.
        match step {
            Step::Data => going.change(|draft| draft.weighed = true),
            Step::Secrecy => secrecy::all_seen(&going),
            _ => {}
        }
        going.go_on(&to, step);
    };
    let label = app.t(&["intake.on.", step.word()].concat());
    el("div").class("ss-actions").child(button(Weight::Other, &app.t("act.back"), go_back)).child(button(
        Weight::Main,
        &label,
        go_on,
    ))
}

/// Stopping: two presses once something was answered, because nothing of it stays.
pub fn stopping(app: &App, talk: &Talk) -> El {
    let asked = State::new(false);
    let (inner, talk) = (app.clone(), talk.clone());
    stage(app, move || {
        let (app, asking) = (inner.clone(), asked.clone());
        let (to, leaving) = (inner.clone(), talk.clone());
        let stop = move || {
            leaving.stop(&to);
            to.say(to.t("intake.stopped"));
            to.go(StaffPlace::Clients);
        };
        match asked.get() {
            false => {
                let begun = talk.clone();
                let press = move || if begun.is_begun() { asking.set(true) } else { stop() };
                el("div").child(button(Weight::Quiet, &app.t("intake.stop"), press))
            }
            true => el("div")
                .class("ss-stopping")
                .attr("role", "group")
                .attr("aria-labelledby", "ss-stop")
                .child(el("p").id("ss-stop").attr("tabindex", "-1").text(&app.t("intake.stop.text")))
                .child(button(Weight::Other, &app.t("intake.stop.no"), move || asking.set(false)))
                .child(button(Weight::Main, &app.t("intake.stop.yes"), stop)),
        }
    })
}
