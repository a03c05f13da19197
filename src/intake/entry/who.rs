// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who expressed it, how, and who else was there (E11).

use super::{Entry, missing, scan};
use crate::flow::entry::{SCAN, fields};
use crate::parts::bits::{Weight, button, lead, quietly, title};
use crate::parts::el::{El, el};

/// The screen.
pub fn screen(entry: &Entry) -> El {
    let (app, on, drawn) = (&entry.0.app, entry.clone(), entry.clone());
    let alone = entry.0.people.len() == 1;
    let heading = match alone {
        true => app.fill("entry.title-of", &[("name", &entry.person().name)]),
        false => app.t("entry.title"),
    };
    let asked = entry.0.filling.live(move |sheet| {
        let count = drawn.0.people.len();
        let field = |asked: &crate::flow::sheet::Asked| match &*asked.field {
            SCAN => scan::field(&drawn),
            _ => drawn.0.filling.field(asked),
        };
        fields(sheet, count).iter().map(field).collect()
    });
    el("div")
        .class("ss-narrow")
        .child(entry.back())
        .child(title(&heading))
        .child(lead(&app.t("entry.lead")))
        .child(entry.0.filling.summary())
        .child(asked)
        .child(
            el("div")
                .class("ss-actions")
                .child(button(Weight::Main, &app.t("entry.onward"), move || on.to_questions())),
        )
        .child(quietly(&app.t("sheet.not-kept")))
        .maybe(missing::door(entry))
}
