// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who gives what to whom, short: the line that stands for an item in a list.

use crate::app::App;
use crate::parts::bits::{quietly, unseen};
use crate::parts::el::{El, el};
use crate::text::capital;
use crate::wire::request::Item;

/// Puts *source → recipient* in an element. The arrow is read as a word.
pub fn pair(app: &App, into: El, item: &Item) -> El {
    into.text(&item.source.short_name)
        .text(" ")
        .child(el("span").class("ss-arrow").attr("aria-hidden", "true").text("→"))
        .child(unseen(&app.t("consents.to")))
        .text(" ")
        .text(&item.recipient.short_name)
}

/// What a button does, to which data, parties and purpose.
pub fn spoken(app: &App, key: &str, item: &Item) -> String {
    app.fill(
        "consents.spoken",
        &[
            ("what", &app.t(key)),
            ("source", &item.source.in_sentence),
            ("recipient", &item.recipient.in_sentence),
            ("purpose", &item.purpose),
        ],
    )
}

/// The names of some data of an item as one list, beginning with a capital.
pub fn names(app: &App, item: &Item, is_named: &dyn Fn(&str) -> bool) -> String {
    let mut names = Vec::new();
    for datum in &item.data {
        if is_named(&datum.id) {
            names.push(datum.name.clone());
        }
    }
    capital(&app.host.list(names))
}

/// A line with a sign before it: `yes`, `no` or `later`.
pub fn marked_line(tone: &str, main: El, told: &str) -> El {
    let (class, sign) = match tone {
        "yes" => ("ss-mark ss-mark--yes", "✓"),
        "no" => ("ss-mark ss-mark--no", "✕"),
        _ => ("ss-mark", "…"),
    };
    let sign = el("span").class(class).attr("aria-hidden", "true").text(sign);
    el("li").child(sign).child(el("div").child(main).child(quietly(told)))
}
