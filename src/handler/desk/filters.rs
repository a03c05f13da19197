// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What stands above the queue: chips to show less of it, each with how many it
//! shows, and a field to search in. Nothing of it goes into an address.

use crate::flow::queue::{Filter, Group, Pressing, Shown};
use crate::handler::desk::queue::Queue;
use crate::parts::el::{El, el};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

type Wants = fn(&mut Filter, usize);

/// The field to search in.
pub fn search(queue: &Queue) -> El {
    let (app, to) = (queue.app(), queue.clone());
    let field = el("input")
        .attr("type", "search")
        .id("ss-search")
        .class("ss-search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("maxlength", "100")
        .on("input", move |event| {
            let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            if let Some(field) = field {
                to.narrow(|filter| filter.words = field.value());
            }
        });
    el("div")
        .class("ss-searching")
        .child(el("label").attr("for", "ss-search").text(&app.t("desk.search")))
        .child(field)
}

/// The chips for the tracks.
pub fn groups(queue: &Queue) -> El {
    let set: Wants = |filter, index| filter.group = Group::ALL.get(index.wrapping_sub(1)).copied();
    let words: Vec<&str> = Group::ALL.map(Group::word).into();
    chips(
        queue,
        "desk.group",
        &words,
        set,
        |filter| filter.group.map_or(0, |it| it as usize + 1),
        |shown| [&[shown.any_group][..], &shown.groups].concat(),
    )
}

/// The chips for what is pressing.
pub fn pressing(queue: &Queue) -> El {
    let set: Wants = |filter, index| filter.pressing = Pressing::ALL.get(index.wrapping_sub(1)).copied();
    let words: Vec<&str> = Pressing::ALL.map(Pressing::word).into();
    chips(
        queue,
        "desk.pressing",
        &words,
        set,
        |filter| filter.pressing.map_or(0, |it| it as usize + 1),
        |shown| [&[shown.any_pressing][..], &shown.pressing].concat(),
    )
}

fn chips(
    queue: &Queue,
    family: &str,
    words: &[&str],
    set: Wants,
    chosen: fn(&Filter) -> usize,
    counts: fn(&Shown) -> Vec<u32>,
) -> El {
    let app = queue.app();
    let mut group = el("div").class("ss-chips").attr("role", "group").attr("aria-label", &app.t(family));
    for (index, word) in ["all"].into_iter().chain(words.iter().copied()).enumerate() {
        let (to, now, number) = (queue.clone(), queue.clone(), queue.clone());
        let count = el("span").class("ss-chip-count").live_text(move || {
            number.shown().with(|shown| counts(shown).get(index).copied().unwrap_or_default().to_string())
        });
        let chip = el("button")
            .attr("type", "button")
            .class("ss-chip")
            .attr("data-word", word)
            .text(&app.texts.code(family, word))
            .text(" ")
            .child(count)
            .watch(move |it| {
                now.shown().with(|_| ());
                let pressed = chosen(&now.filter()) == index;
                let _ = it.0.set_attribute("aria-pressed", if pressed { "true" } else { "false" });
            })
            .press(move || to.narrow(|filter| set(filter, index)));
        group = group.child(chip);
    }
    group
}
