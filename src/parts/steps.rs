// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The step, in words and as bars.

use crate::app::App;
use crate::parts::el::{El, el};

/// Step `now` of three.
pub fn steps(app: &App, now: u32) -> El {
    let bars = (1..=3).map(|step| {
        let class = if step <= now { "ss-bar ss-bar--on" } else { "ss-bar" };
        el("span").class(class).attr("aria-hidden", "true")
    });
    let words = app.t(&["step.", &now.to_string()].concat());
    el("p").class("ss-steps").children(bars).child(el("span").text(&words))
}
