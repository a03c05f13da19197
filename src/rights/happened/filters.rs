// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Which lines a person wants to see: a row of kinds, and party and period behind a
//! press. Pressing never moves the focus; how many lines there are is said.

use crate::app::App;
use crate::flow::happened::{Filter, Kind};
use crate::parts::bits::{Weight, button, press_for_more};
use crate::parts::el::{El, State, el};
use crate::rights::about::About;
use crate::rights::happened::timeline::TimeLine;
use crate::wire::disclosure::Flow;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

/// The filters of a list. `flows` names the parties, once they are known.
pub fn filters(app: &App, about: &About, list: &TimeLine, flows: &State<Rc<Vec<Flow>>>) -> El {
    let kind = State::new(list.0.filter.borrow().kind);
    let mut row =
        el("div").class("ss-filters").attr("role", "group").attr("aria-label", &app.t("happened.filter"));
    for which in Kind::ALL {
        let words = match which {
            Kind::Consultations => about.t("happened.filter.consultations"),
            _ => app.t(&["happened.filter.", which.word()].concat()),
        };
        row = row.child(kind_button(list, &kind, which, &words));
    }
    let narrower = narrower(app, list, flows);
    el("div").class("ss-which").child(row).child(narrower.shown(move || kind.get() != Kind::Consultations))
}

fn kind_button(list: &TimeLine, kind: &State<Kind>, which: Kind, words: &str) -> El {
    let (list, now, chosen) = (list.clone(), kind.clone(), kind.clone());
    button(Weight::Quiet, words, move || {
        chosen.set(which);
        let filter = list.0.filter.borrow().clone();
        list.show(Filter { kind: which, ..filter });
    })
    .class("ss-filter")
    .watch(move |it| {
        let _ = it.0.set_attribute("aria-pressed", if now.get() == which { "true" } else { "false" });
    })
}

// Party and period, applied together.
fn narrower(app: &App, list: &TimeLine, flows: &State<Rc<Vec<Flow>>>) -> El {
    let party = el("select").class("ss-field").id("ss-party");
    let (from, until) = (day_field("ss-from"), day_field("ss-until"));
    let wrong: State<bool> = State::new(false);
    let (seen, words) = (wrong.clone(), app.clone());
    let error = el("p")
        .class("ss-wrong")
        .id("ss-period-wrong")
        .attr("role", "alert")
        .live_text(move || if seen.get() { words.t("happened.period-wrong") } else { String::new() });
    let fields = el("div")
        .class("ss-fields")
        .child(labelled(app, "happened.party", "ss-party", options(app, list, flows, party.clone())))
        .child(labelled(app, "happened.from", "ss-from", from.clone()))
        .child(labelled(app, "happened.until", "ss-until", until.clone()));
    let (apply_to, wiped) = (list.clone(), (party.clone(), from.clone(), until.clone()));
    let (clear_of, wrong_no_more) = (list.clone(), wrong.clone());
    let apply = button(Weight::Other, &app.t("happened.apply"), move || {
        let kind = apply_to.0.filter.borrow().kind;
        let filter = Filter { kind, party: value_of(&party), from: value_of(&from), until: value_of(&until) };
        wrong.set(filter.ends_before_it_begins());
        if !filter.ends_before_it_begins() {
            apply_to.show(filter);
        }
    });
    let clear = button(Weight::Quiet, &app.t("happened.clear"), move || {
        let (party, from, until) = &wiped;
        [party, from, until].into_iter().for_each(wipe);
        wrong_no_more.set(false);
        let kind = clear_of.0.filter.borrow().kind;
        clear_of.show(Filter { kind, ..Filter::default() });
    });
    let presses = el("div").class("ss-field-presses").child(apply).child(clear);
    let more = press_for_more(&app.t("happened.more-filters"), vec![fields, error, presses]);
    more.toggle("open", !list.0.filter.borrow().is_everything());
    more
}

fn day_field(id: &str) -> El {
    el("input").attr("type", "date").class("ss-field").id(id).attr("aria-describedby", "ss-period-wrong")
}

fn labelled(app: &App, key: &str, id: &str, field: El) -> El {
    el("div").child(el("label").attr("for", id).text(&app.t(key))).child(field)
}

// All parties that gave or got something; the one chosen stays chosen.
fn options(app: &App, list: &TimeLine, flows: &State<Rc<Vec<Flow>>>, select: El) -> El {
    let (app, list, flows) = (app.clone(), list.clone(), flows.clone());
    select.watch(move |select| {
        let chosen = match value_of(select) {
            none if none.is_empty() => list.0.filter.borrow().party.clone(),
            chosen => chosen,
        };
        let mut parties = vec![(String::new(), app.t("happened.party.all"))];
        flows.with(|flows| {
            for party in flows.iter().flat_map(|flow| [&flow.sender, &flow.recipient]) {
                note(&mut parties, &party.id, &party.short_name);
            }
        });
        select.0.set_text_content(None);
        for (id, name) in parties {
            let option = el("option").attr("value", &id).text(&name);
            option.toggle("selected", id == chosen);
            let _ = select.clone().child(option);
        }
    })
}

// Each once, by its name; the first one stays first.
fn note(parties: &mut Vec<(String, String)>, id: &str, name: &str) {
    if !parties.iter().any(|(known, _)| known == id) {
        let later = parties.iter().skip(1).position(|(_, known)| known.as_str() > name);
        let at = later.map_or(parties.len(), |place| place + 1);
        parties.insert(at, (id.to_owned(), name.to_owned()));
    }
}

fn value_of(field: &El) -> String {
    let input = field.0.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    input.or_else(|| field.0.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value)).unwrap_or_default()
}

fn wipe(field: &El) {
    if let Some(input) = field.0.dyn_ref::<HtmlInputElement>() {
        input.set_value("");
    } else if let Some(select) = field.0.dyn_ref::<HtmlSelectElement>() {
        select.set_value("");
    }
}
