// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The form: three parts, and the representatives in groups of their own.

use super::{Recording, no_login};
use crate::flow::client::{MOST_ROWS, add_row, at, drop_row, household, person, representative, rows};
use crate::flow::place::StaffPlace;
use crate::flow::sheet::{Asked, Sheet, id};
use crate::intake::clients::to_clients;
use crate::intake::sheet::{Filling, part};
use crate::parts::bits::{Weight, button, lead, quietly, title};
use crate::parts::el::{El, el};
use std::rc::Rc;

// The button that adds a representative.
const ADD: &str = "ss-add";

impl Recording {
    pub(super) fn draw(self: &Rc<Self>, filling: &Filling) -> El {
        let (app, client) = (&self.app, self.around.client.as_ref());
        let (back, press) = (app.clone(), (self.clone(), filling.clone()));
        let (homes, people) = ((self.clone(), filling.clone()), (self.clone(), filling.clone()));
        let named = |key: &str, told: &str, content| part(&app.t(key), &app.t(told), content);
        // Not drawn anew: who types a year is not disturbed in the middle of it.
        let who = named("recording.who", "recording.who.text", drawn(filling, &person(&self.around)));
        let home = filling.live(move |sheet| homes.0.home(&homes.1, sheet));
        let representatives = filling.live(move |sheet| people.0.representatives(&people.1, sheet));
        let words = match client {
            Some(client) => app.fill("recording.title", &[("name", &client.name)]),
            None => app.t("recording.new"),
        };
        let to = if client.is_some() { StaffPlace::Client } else { StaffPlace::Clients };
        el("div")
            .class("ss-narrow")
            .child(to_clients(app))
            .child(title(&words))
            .child(lead(&app.t("recording.lead")))
            .child(filling.summary())
            .child(who)
            .maybe(client.and_then(|client| no_login(app, client)))
            .child(home)
            .child(representatives)
            .child(
                el("div")
                    .class("ss-actions")
                    .child(button(Weight::Other, &app.t("act.back"), move || back.go(to.clone())))
                    .child(button(Weight::Main, &app.t("recording.record"), move || press.0.send(&press.1))),
            )
            .child(quietly(&app.t("sheet.not-kept")))
    }

    fn home(&self, filling: &Filling, sheet: &Sheet) -> Vec<El> {
        let (title, told) = (self.app.t("recording.home"), self.app.t("recording.home.text"));
        vec![part(&title, &told, drawn(filling, &household(sheet, &self.around)))]
    }

    fn representatives(&self, filling: &Filling, sheet: &Sheet) -> Vec<El> {
        let (app, all) = (&self.app, rows(sheet));
        let mut content: Vec<El> =
            all.iter().enumerate().map(|(index, row)| self.row(filling, sheet, index, row)).collect();
        if all.len() < MOST_ROWS {
            let adding = filling.clone();
            let press = move || {
                let mut next = String::new();
                adding.change("", |sheet| next = add_row(sheet));
                adding.change(&id(&at(&next, "person/displayName")), |_| {});
            };
            let add = button(Weight::Other, &app.t("recording.row.add"), press).id(ADD);
            content.push(el("div").child(add));
        }
        vec![part(&app.t("recording.representatives"), &app.t("recording.representatives.text"), content)]
    }

    fn row(&self, filling: &Filling, sheet: &Sheet, index: usize, row: &str) -> El {
        let app = &self.app;
        let number = (index + 1).to_string();
        let (removing, of) = (filling.clone(), row.to_owned());
        let label = app.fill("recording.row.remove", &[("n", &number)]);
        let remove = move || removing.change(ADD, |sheet| drop_row(sheet, &of));
        // Which capacities fit is not known before the age is.
        let later = self.around.capacities(sheet).is_empty();
        el("fieldset")
            .class("ss-correction ss-sharing")
            .child(
                el("legend").class("ss-correction-name").text(&app.fill("recording.row", &[("n", &number)])),
            )
            .children(drawn(filling, &representative(sheet, &self.around, row)))
            .maybe(later.then(|| quietly(&app.t("recording.row.later"))))
            .child(button(Weight::Quiet, &label, remove))
    }
}

fn drawn(filling: &Filling, fields: &[Asked]) -> Vec<El> {
    fields.iter().map(|it| filling.field(it)).collect()
}
