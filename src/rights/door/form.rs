// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The form of a filing. All that is wrong is said at once, and what was typed
//! stays, also after a reload.

use super::questions::back_button;
use super::{Door, track};
use crate::flow::place::{DoorStep, Wanted};
use crate::parts::bits::{Weight, button, heading, lead, quietly, title};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, el};
use crate::rights::fields::{fields, refusal, summary};
use crate::rights::files::{any_coming, files};
use crate::rights::rows::rows;
use crate::rights::sending::Sender;
use crate::wire::configuration::Person;

/// The screen.
pub fn screen(door: &Door, wanted: Wanted, sender: &Sender, others: &[Person]) -> El {
    let app = &door.0.app;
    let line = door.0.line.as_ref();
    let corrections = (wanted == Wanted::Rectification).then(|| {
        let data = line.map(|line| line.data.clone()).unwrap_or_default();
        el("section").child(heading(2, &app.t("filing.rows"))).child(rows(app, sender, &data))
    });
    let (on, sending) = (door.clone(), sender.clone());
    let onward = move || on.check(wanted, &sending);
    el("div")
        .class("ss-narrow ss-form")
        .child(back_button(app, door, Some(wanted), DoorStep::Begin))
        .child(title(&app.texts.code("door.form", track::track_of(wanted))))
        .child(lead(&app.t("filing.lead")))
        .child(summary(app, sender))
        .maybe(refusal(app, sender.take_no()))
        .maybe(line.map(|line| line.block(app)))
        .maybe(corrections)
        .child(fields(app, sender, others))
        .maybe(files(app, sender))
        .child(el("div").class("ss-actions").child(button(Weight::Main, &app.t("filing.to-check"), onward)))
        .child(quietly(&app.t("filing.kept")))
        .child(contact_block(app, &app.configuration.controller.contact))
}

impl Door {
    fn check(&self, wanted: Wanted, sender: &Sender) {
        let app = &self.0.app;
        if any_coming(&app.host.root()) {
            return app.say(app.t("filing.file.wait"));
        }
        if sender.check() {
            self.to(Some(wanted), DoorStep::Check);
        }
    }
}
