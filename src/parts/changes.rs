// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What differs from what was asked before.

use crate::app::App;
use crate::parts::bits::heading;
use crate::parts::el::{El, el};
use crate::wire::request::Change;

/// The differences, one by one, before and after.
pub fn changes(app: &App, changes: &[Change]) -> El {
    let lines = changes.iter().map(|change| {
        el("div")
            .class("ss-change")
            .child(el("dt").text(&app.texts.code("changed", &change.field)))
            .child(side(app, "changes.before", &change.before, "changes.before-none"))
            .child(side(app, "changes.after", &change.after, "changes.after-none"))
    });
    el("div").class("ss-changes").child(heading(3, &app.t("changes.title"))).child(el("dl").children(lines))
}

// What was added had nothing before; what was taken away has nothing now.
fn side(app: &App, key: &str, words: &str, nothing: &str) -> El {
    let words = if words.is_empty() { app.t(nothing) } else { words.to_owned() };
    el("dd").child(el("b").text(&app.t(key)).text(" ")).text(&words)
}
