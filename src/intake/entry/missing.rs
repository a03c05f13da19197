// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Somebody who has to sign cannot be reached: recorded, so that nobody waits for it
//! without knowing (F7).

use super::{Entry, View};
use crate::flow::entry::missing;
use crate::intake::clients::to_clients;
use crate::intake::sheet::{Changes, Post};
use crate::parts::bits::{Weight, button, lead, paragraph, press_for_more, title};
use crate::parts::el::{El, el};
use std::rc::Rc;

/// Behind a press, where more than one person signs.
pub fn door(entry: &Entry) -> Option<El> {
    let app = &entry.0.app;
    let doors = entry.0.people.iter().map(|person| {
        let (entry, person) = (entry.clone(), person.clone());
        let label = app.fill("entry.missing.person", &[("name", &person.name)]);
        button(Weight::Other, &label, move || entry.not_reached(&person.id))
    });
    let doors: Vec<El> = doors.collect();
    let content = vec![paragraph(&app.t("entry.missing.text")), el("div").class("ss-acts").children(doors)];
    (entry.0.request.required_signatures > 1).then(|| press_for_more(&app.t("entry.missing"), content))
}

/// It is recorded.
pub fn screen(entry: &Entry) -> El {
    let app = &entry.0.app;
    let of = entry.0.people.iter().find(|it| it.id == *entry.0.unreached.borrow());
    let name = of.map(|it| it.name.clone()).unwrap_or_default();
    el("div")
        .class("ss-narrow")
        .child(to_clients(app))
        .child(title(&app.fill("entry.missing.done", &[("name", &name)])))
        .child(lead(&app.t("entry.missing.next")))
        .child(el("div").class("ss-actions").child(entry.to_request(Weight::Main)))
}

impl Entry {
    // Every question of the request waits for the same person.
    fn not_reached(&self, person: &str) {
        let app = &self.0.app;
        let body = missing(person, &app.settings.language);
        let records = self.0.request.items.iter().filter_map(|item| item.standing.as_ref());
        let posts = records.map(|standing| {
            let record = ["consent-records/", &standing.record].concat();
            Post::new(app, [&*record, "/events"].concat(), Changes::Any(record), body.clone())
        });
        let posts: Vec<Post> = posts.collect();
        self.0.unreached.replace(person.to_owned());
        let entry = self.clone();
        self.0.filling.send(posts, Rc::new(move |_| entry.0.view.set(View::Missing)));
    }
}
