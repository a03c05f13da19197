// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who gives what to whom, short: the line that stands for an item in a list.

use crate::app::App;
use crate::parts::bits::unseen;
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

/// The names of some data of an item as one list, beginning with a capital.
pub fn names(app: &App, item: &Item, is_named: impl Fn(&str) -> bool) -> String {
    let named = item.data.iter().filter(|datum| is_named(&datum.id));
    capital(&app.host.list(named.map(|datum| datum.name.clone()).collect()))
}

/// A line with a sign before it: `yes`, `no` or `later`.
pub fn marked_line(tone: &str, content: Vec<El>) -> El {
    let (class, sign) = match tone {
        "yes" => ("ss-mark ss-mark--yes", "✓"),
        "no" => ("ss-mark ss-mark--no", "✕"),
        _ => ("ss-mark", "…"),
    };
    let sign = el("span").class(class).attr("aria-hidden", "true").text(sign);
    el("li").child(sign).child(el("div").children(content))
}
