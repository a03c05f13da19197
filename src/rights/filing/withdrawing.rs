// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Taking a filing back: one press to ask, one to confirm.

use super::Opened;
use crate::flow::sending::Step;
use crate::frame::stage::stage;
use crate::json::Writer;
use crate::parts::bits::{Weight, button, heading, paragraph};
use crate::parts::el::{El, State, el};

const WITHDRAW: &str = "ss-withdraw";

/// The section, when it may be taken back now.
pub fn section(it: &Opened) -> Option<El> {
    if !it.filing.case.allows("withdrawn") {
        return None;
    }
    let sender = it.sender("withdrawing");
    it.follow(&sender, "filing.news.withdrawn");
    let (it, asking) = (it.clone(), State::new(false));
    Some(stage(&it.app.clone(), move || match (sender.step(), asking.get()) {
        (Step::Typing, false) => {
            let (app, ask) = (&it.app, asking.clone());
            let press = button(Weight::Quiet, &app.t("filing.withdraw"), move || {
                ask.set(true);
            });
            el("div").child(press.id(WITHDRAW))
        }
        (Step::Typing, true) => {
            let (app, yes, sending, no) = (&it.app, it.clone(), sender.clone(), asking.clone());
            let focus = app.clone();
            let back = move || {
                focus.focus_next.replace(Some(WITHDRAW.into()));
                no.set(false);
            };
            let confirm = move || {
                let body = Writer::new().text("type", "withdrawn").json("attachments", "[]").end();
                yes.send(&sending, body);
            };
            el("div")
                .class("ss-ask")
                .attr("role", "group")
                .attr("aria-labelledby", "ss-ask")
                .child(heading(2, &app.t("filing.withdraw.title")).id("ss-ask").attr("tabindex", "-1"))
                .child(paragraph(&app.t("filing.withdraw.text")))
                .child(
                    el("div")
                        .class("ss-actions ss-actions--equal")
                        .child(button(Weight::Other, &app.t("record.ask.no"), back))
                        .child(button(Weight::Main, &app.t("filing.withdraw.yes"), confirm)),
                )
        }
        (step, _) => sender.waiting_here(step),
    }))
}
