// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A message that stands out; and the summary of what is missing.

use crate::app::App;
use crate::parts::bits::{Weight, button, heading};
use crate::parts::el::{El, el, focus, inside};

/// A message. `tone` is `info`, `ok`, `warning` or `error`.
pub fn alert(tone: &str, content: Vec<El>) -> El {
    el("div")
        .class(&["utrecht-alert utrecht-alert--", tone, " ss-alert"].concat())
        .child(el("div").class("utrecht-alert__content").children(content))
}

/// Lists what still has no answer. It takes the focus, and every line leads to
/// its question: `(id of the question, words)`.
pub fn error_summary(app: &App, missing: Vec<(String, String)>) -> El {
    let host = app.host.clone();
    let lines = missing.into_iter().map(|(id, words)| {
        let host = host.clone();
        let go = move || {
            if let Some(control) = inside(&host.root(), &["#", &id, " input"].concat()) {
                focus(&control);
            }
        };
        el("li").child(button(Weight::Quiet, &words, go))
    });
    let list = el("ul").class("ss-missing").children(lines);
    alert("error", vec![heading(2, &app.t("choose.missing")), list])
        .attr("role", "alert")
        .attr("tabindex", "-1")
}
