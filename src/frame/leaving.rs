// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What stands above the screen: that it is about to be cleared, or that the
//! screen asked for is on its way, or did not come.

use crate::app::App;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, heading, paragraph};
use crate::parts::el::{El, State, el};

/// What the person is told above the screen.
#[derive(Clone, Default)]
pub enum Notice {
    /// Nothing.
    #[default]
    None,
    /// Nobody touched the screen for a while; it is about to be cleared.
    Idle,
    /// The screens of a place are being fetched.
    Coming,
    /// They did not come. The word is that of the place.
    Lost(String),
}

/// Draws it.
pub fn notices(app: &App, notice: &State<Notice>) -> El {
    let (app, notice) = (app.clone(), notice.clone());
    el("div").class("ss-idle").live(move || match notice.get() {
        Notice::None => None,
        Notice::Idle => Some(idle(&app)),
        Notice::Coming => Some(el("p").class("ss-coming").attr("role", "status").text(&app.t("loading"))),
        Notice::Lost(place) => Some(lost(&app, place)),
    })
}

fn idle(app: &App) -> El {
    let host = app.host.clone();
    el("div")
        .attr("role", "alert")
        .class("utrecht-alert utrecht-alert--warning ss-alert")
        .child(paragraph(&app.t("idle.warning")))
        .child(button(Weight::Main, &app.t("idle.stay"), move || host.stir()))
}

fn lost(app: &App, place: String) -> El {
    let host = app.host.clone();
    let again = button(Weight::Main, &app.t("action.again"), move || host.open(&place));
    let (title, text) = (heading(2, &app.t("not-loaded.title")), paragraph(&app.t("not-loaded.text")));
    alert("warning", vec![title, text, again]).attr("role", "alert")
}
