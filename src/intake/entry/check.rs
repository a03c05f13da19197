// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What will be recorded, and on whose behalf.

use super::{Entry, View};
use crate::client::Reply;
use crate::flow::entry::{METHOD, REFERENCE, SIGNED_ON, WITH, decision, presentation};
use crate::intake::sheet::{Changes, Post};
use crate::parts::bits::{Weight, button, facts, lead, title, words};
use crate::parts::checked::checked;
use crate::parts::el::{El, el};
use std::rc::Rc;

/// The screen.
pub fn screen(entry: &Entry) -> El {
    let (app, request) = (&entry.0.app, entry.seen());
    let (back, change, confirm) = (entry.clone(), entry.clone(), entry.clone());
    let again: Rc<dyn Fn()> = Rc::new(move || change.0.view.set(View::Choosing));
    let name = entry.person().name;
    let list = entry.0.answering.choices.peek_with(|choices| checked(app, &request, choices, Some(again)));
    el("div")
        .class("ss-narrow")
        .child(title(&app.fill("entry.check", &[("name", &name)])))
        .child(lead(&app.t("entry.check.lead")))
        .child(entry.0.filling.summary())
        .child(list)
        .child(el("div").class("ss-how").child(how(entry)))
        .child(
            el("div")
                .class("ss-actions")
                .child(button(Weight::Other, &app.t("action.back"), move || back.0.view.set(View::Choosing)))
                .child(button(Weight::Main, &app.fill("entry.record", &[("name", &name)]), move || {
                    confirm.send();
                })),
        )
}

/// How it was expressed, with whom, and who enters it.
pub fn how(entry: &Entry) -> El {
    let (app, sheet) = (&entry.0.app, entry.0.filling.sheet());
    let me = app.person().map(|person| person.name.clone()).unwrap_or_default();
    let present = sheet.ticked(WITH).iter().map(|code| app.texts.code("entry.present", code)).collect();
    let known = [
        ("entry.how", app.texts.code("entry.method", sheet.get(METHOD))),
        ("entry.with", app.host.list(present)),
        ("entry.reference", sheet.get(REFERENCE).to_owned()),
        ("entry.signed", sheet.some(SIGNED_ON).map(|day| app.host.day(day)).unwrap_or_default()),
        ("entry.by", me),
    ];
    let paper = sheet.is(METHOD, "paper");
    let fits = |key: &str| match key {
        "entry.reference" => !paper,
        "entry.signed" => paper,
        _ => true,
    };
    let known = known.into_iter().filter(|(key, value)| !value.is_empty() && fits(key));
    facts(known.map(|(key, value)| (app.t(key), words(&value))).collect())
}

impl Entry {
    // The presentation goes first: the answers name it.
    fn send(&self) {
        let (app, request, person) = (&self.0.app, self.seen(), self.person());
        let (shown, sheet) = (app.host.uuid(), self.0.filling.sheet());
        let said = self
            .0
            .answering
            .choices
            .peek_with(|choices| decision(&sheet, &request, choices, &shown, &person.id));
        let path = ["consent-requests/", &request.id, "/decisions"].concat();
        let posts = vec![
            Post::new(
                app,
                "notice-presentations".into(),
                Changes::Nothing,
                presentation(&request, &shown, &person.id),
            ),
            Post::new(app, path, Changes::Nothing, said),
        ];
        let entry = self.clone();
        let done = move |reply: Rc<Reply>| {
            entry.0.receipt.replace(["decisions/", &reply.body.text("id"), "/receipt"].concat());
            entry.0.view.set(View::Done);
        };
        self.0.filling.send(posts, Rc::new(done));
    }
}
