// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Where one screen makes way for the next, and the focus goes with it.

use crate::app::App;
use crate::parts::el::{El, el, focus, inside};
use std::cell::Cell;

/// Draws a screen, and draws it anew when a value that `draw` reads changes.
/// The focus then goes to the new title, or to where the app sends it; but
/// never when the page has only just been opened and nobody touched the widget.
pub fn stage(app: &App, draw: impl Fn() -> El + 'static) -> El {
    boxed_stage(app, Box::new(draw))
}

fn boxed_stage(app: &App, draw: Box<dyn Fn() -> El>) -> El {
    let (app, first) = (app.clone(), Cell::new(true));
    el("div").class("ss-stage").watch(move |it| {
        it.0.set_text_content(None);
        let _ = it.0.append_child(&draw().0);
        if !first.replace(false) && app.touched.get() {
            let target = app.focus_next.take();
            let target = target.and_then(|id| inside(&it.0, &["#", &id].concat()));
            if let Some(target) = target.or_else(|| inside(&it.0, "[tabindex='-1']")) {
                focus(&target);
            }
        }
    })
}
