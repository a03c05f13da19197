// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the backend did not take of what was done without a network. Nothing of it
//! is settled by itself: the worker reads why, and says what happens.

use crate::app::App;
use crate::client::spawn;
use crate::frame::stage::stage;
use crate::intake::clients::to_client;
use crate::intake::talk::parsed;
use crate::json::Json;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, heading, paragraph, quietly};
use crate::parts::el::{El, State, el};
use crate::text::Texts;
use crate::wire::intake::Client;
use crate::wire::problem::invalid_params;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

// Reasons that do not pass: it has to be asked or recorded anew.
const FOR_GOOD: [&str; 5] =
    ["notice-outdated", "already-decided", "request-lapsed", "too-long-ago", "precondition-failed"];

/// One thing that was not taken.
#[derive(Clone)]
struct Conflict {
    id: String,
    kind: String,
    // What it was about: of an answer, and of what belongs to one, the request.
    about: String,
    // Of the client; empty when it is not known.
    name: String,
    why: Vec<String>,
    held: u32,
}

impl Conflict {
    fn read(json: &Json) -> Self {
        let problem = json.field("problem");
        let code = problem.text("type").rsplit(':').next().unwrap_or_default().to_owned();
        let reasons = invalid_params(&problem).into_iter().map(|(_, reason)| reason);
        let mut why: Vec<String> = reasons.collect();
        why.dedup();
        if why.is_empty() {
            why.push(code);
        }
        let (id, kind, about) = (json.text("id"), json.text("kind"), json.text("about"));
        Self { id, kind, about, name: json.text("name"), why, held: json.number("held") }
    }

    // What is sent again is the very same, and would be refused for the very same reason.
    fn is_for_good(&self) -> bool {
        self.why.iter().any(|why| FOR_GOOD.contains(&&**why))
    }

    // What it is, and about whom.
    fn told(&self, app: &App) -> String {
        let kind = app.texts.code("intake.conflict.kind", &self.kind);
        if self.name.is_empty() { kind } else { [&*kind, ", ", &self.name].concat() }
    }
}

/// All of them, as long as there are any.
pub fn draw(app: &App, clients: &[Rc<Client>]) -> El {
    let (app, clients) = (app.clone(), clients.to_vec());
    el("div").live(move || {
        app.visited.with(|_| ());
        let conflicts = parsed(app.host.visit_state()).list("conflicts", Conflict::read);
        if conflicts.is_empty() {
            return None;
        }
        let rows = conflicts.into_iter().map(|it| row(&app, &clients, it));
        let title = heading(2, &app.t("intake.conflict.title"));
        let told = paragraph(&app.t("intake.conflict.text"));
        Some(alert("warning", vec![title, told, el("ul").class("ss-conflicts").children(rows)]))
    })
}

fn row(app: &App, clients: &[Rc<Client>], conflict: Conflict) -> El {
    let asking = State::new(false);
    let is_about = |it: &&Rc<Client>| it.requests.iter().any(|asked| asked.id == conflict.about);
    let client = clients.iter().find(is_about).cloned();
    let (inner, of) = (app.clone(), conflict.clone());
    let held = (conflict.held > 0).then(|| quietly(&app.count("intake.conflict.held", conflict.held)));
    el("li")
        .child(el("p").child(el("b").text(&conflict.told(app))))
        .children(conflict.why.iter().map(|why| el("p").text(&reason(&app.texts, why))))
        .maybe(held)
        .child(stage(app, move || choices(&inner, &of, client.as_ref(), &asking)))
}

// Where a reason may have its sentence, the nearest first.
const FAMILIES: [&str; 4] = ["intake.conflict.why.", "intake.wrong.", "sheet.no.", "sheet.wrong."];

// Without what a step would name: that step is not on this screen.
fn reason(texts: &Texts, why: &str) -> String {
    let known = FAMILIES.map(|family| [family, why].concat());
    let known = known.iter().find(|key| texts.find(key).is_some());
    texts.fill(known.map_or("intake.conflict.other", |key| key), &[]).trim_start().to_owned()
}

// Sending once more is one press; throwing away takes two, because it is gone.
fn choices(app: &App, conflict: &Conflict, client: Option<&Rc<Client>>, asking: &State<bool>) -> El {
    let (once_more, gone, ask, back) = (app.clone(), app.clone(), asking.clone(), asking.clone());
    let (id, of) = (conflict.id.clone(), conflict.id.clone());
    let told = conflict.told(app);
    let spoken = |key: &str| [&*app.t(key), ": ", &told].concat();
    let named = |weight, key: &str, press: Box<dyn Fn()>| {
        button(weight, &app.t(key), press).attr("aria-label", &spoken(key))
    };
    let again = Box::new(move || settle(&once_more, &id, "again"));
    let way_on = match conflict.is_for_good() {
        true => client.and_then(|client| to_client(app, client)),
        false => Some(named(Weight::Main, "intake.conflict.again", again)),
    };
    let drop = Box::new(move || settle(&gone, &of, "drop"));
    let buttons = el("div").class("ss-running-actions");
    match asking.get() {
        false => buttons.maybe(way_on).child(named(
            Weight::Quiet,
            "intake.conflict.drop",
            Box::new(move || ask.set(true)),
        )),
        true => {
            el("div").child(el("p").attr("tabindex", "-1").text(&app.t("intake.conflict.drop.text"))).child(
                buttons
                    .child(named(Weight::Other, "act.back", Box::new(move || back.set(false))))
                    .child(named(Weight::Main, "intake.conflict.drop.yes", drop)),
            )
        }
    }
}

fn settle(app: &App, id: &str, choice: &str) {
    let settling = app.host.settle(id, choice);
    spawn(async move {
        // How it stands afterwards comes with the state of the visit.
        let _ = JsFuture::from(settling).await;
    });
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "a test that meets a surprise should stop right there")]

    use super::*;

    #[test]
    fn what_a_form_or_a_step_says_of_a_reason_is_said_here_too() {
        for text in [include_str!("../text/intake/nl.json"), include_str!("../text/intake/en.json")] {
            let json = Json::parse(text).expect("valid JSON");
            let other = json.text("intake.conflict.other");
            let texts = Texts::new(json);
            assert_eq!(reason(&texts, "unheard-of"), other);
            for why in [
                "already-decided",
                "consent-not-free",
                "date-in-future",
                "duplicate",
                "not-allowed",
                "not-refused",
                "second-person-missing",
                "transition-not-allowed",
                "unknown-reference",
                "wrong-signatory",
            ] {
                let told = reason(&texts, why);
                assert!(told != other && !told.contains('{') && !told.starts_with(' '), "{why}: {told}");
            }
        }
    }
}
