// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! How many data are yes, no and still open.

use crate::app::App;
use crate::flow::choices::Totals;
use crate::parts::el::{El, el};

/// The totals, following the choices.
pub fn totals(app: &App, count: impl Fn() -> Totals + Clone + 'static) -> El {
    let part = |key: &str, number: fn(Totals) -> u32| {
        let count = count.clone();
        el("div")
            .child(el("dt").text(&app.t(key)))
            .child(el("dd").live_text(move || number(count()).to_string()))
    };
    let later = {
        let count = count.clone();
        part("totals.later", |it| it.later).shown(move || count().later > 0)
    };
    el("dl")
        .class("ss-totals")
        .child(part("totals.yes", |it| it.yes))
        .child(part("totals.no", |it| it.no))
        .child(later)
        .child(part("totals.open", |it| it.open))
}
