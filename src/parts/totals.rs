// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! How many data are yes, no and still open.

use crate::app::App;
use crate::flow::choices::Totals;
use crate::parts::el::{El, el};

const LATER: &str = "totals.later";

/// The totals, following the choices.
pub fn totals(app: &App, count: impl Fn() -> Totals + 'static) -> El {
    let app = app.clone();
    el("dl").class("ss-totals").watch(move |it| {
        let now = count();
        it.0.set_text_content(None);
        for (key, number) in
            [("totals.yes", now.yes), ("totals.no", now.no), (LATER, now.later), ("totals.open", now.open)]
        {
            // What is put off is named when there is any.
            if number > 0 || key != LATER {
                let number = el("dd").text(&number.to_string());
                let _ = it.0.append_child(&el("div").child(el("dt").text(&app.t(key))).child(number).0);
            }
        }
    })
}
