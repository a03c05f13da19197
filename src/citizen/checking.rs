// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Step 2: the person checks what was chosen, and confirms once.

use crate::app::App;
use crate::frame::standstill::loading;
use crate::journey::Journey;
use crate::parts::bits::{Weight, button, lead, paragraph, title};
use crate::parts::checked::checked;
use crate::parts::contact::contact_block;
use crate::parts::el::{El, el};
use crate::parts::steps::steps;
use std::rc::Rc;

/// The screen.
pub fn screen(app: &App, journey: &Journey) -> El {
    let request = journey.request();
    let (back, confirm, change) = (journey.clone(), journey.clone(), journey.clone());
    let together = (request.required_signatures > 1).then(|| paragraph(&app.t("check.together")));
    el("div")
        .class("ss-narrow")
        .child(steps(app, 2))
        .child(title(&app.t("check.title")))
        .child(lead(&app.t("check.lead")))
        .child(
            journey
                .choices
                .peek_with(|choices| checked(app, &request, choices, Some(Rc::new(move || change.back())))),
        )
        .maybe(together)
        .child(
            el("div")
                .class("ss-actions ss-actions--equal")
                .child(button(Weight::Other, &app.t("action.back"), move || back.back()))
                .child(button(Weight::Main, &app.t("action.confirm"), move || confirm.confirm())),
        )
        .child(el("p").class("ss-quietly").text(&app.t("check.stop")))
        .child(contact_block(app, &request.contact))
}

/// What stands there while the answers are on their way.
pub fn sending(app: &App) -> El {
    el("div")
        .class("ss-narrow")
        .child(steps(app, 2))
        .child(title(&app.t("sending.title")))
        .child(lead(&app.t("sending.lead")))
        .child(loading(app))
}
