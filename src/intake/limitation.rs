// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Step 5: why each source collected the data, and whether the new purpose fits
//! that (doelbinding; B12).

use crate::app::App;
use crate::flow::intake::{MOST_ORIGIN, Verdict, origin, sources};
use crate::intake::talk::Talk;
use crate::parts::bits::{heading, quietly};
use crate::parts::el::{El, el};
use crate::parts::field::{Choice, Field};
use crate::text::capital;
use std::rc::Rc;

/// One part for each source.
pub fn draw(app: &App, talk: &Talk) -> Vec<El> {
    let pieces = talk.pieces();
    let parts = sources(&pieces, talk.all()).into_iter().map(|source| {
        let purposes = pieces.iter().map(|piece| &talk.all()[piece.sharing]);
        let mut now: Vec<String> = Vec::new();
        for sharing in purposes.filter(|it| it.source == source) {
            let purpose = talk.catalogue().task(&sharing.purpose).map(|it| it.purpose.clone());
            if let Some(purpose) = purpose.filter(|it| !now.contains(it)) {
                now.push(purpose);
            }
        }
        let prepared = origin(&talk.draft.borrow(), talk.catalogue(), talk.all(), &pieces, &source);
        part(app, talk, &source, &prepared, &app.host.list(now))
    });
    vec![el("div").id("ss-limitation").attr("tabindex", "-1").class("ss-entries").children(parts)]
}

fn part(app: &App, talk: &Talk, source: &str, prepared: &str, now: &str) -> El {
    let party = talk.catalogue().party(source);
    let fill = |key: &str| app.fill(key, &[("party", &party.in_sentence), ("purpose", now)]);
    let (to, of) = (talk.clone(), source.to_owned());
    let then = Field {
        id: ["ss-then-", source].concat(),
        label: fill("intake.origin"),
        hint: String::new(),
        value: prepared.to_owned(),
        most: MOST_ORIGIN,
        wrong: Rc::new(|| None),
        typed: Rc::new(move |words| {
            to.note(|draft| {
                draft.origins.retain(|(known, _)| *known != of);
                draft.origins.push((of.clone(), words));
            });
        }),
    };
    el("section")
        .class("ss-part")
        .child(heading(2, &capital(&party.in_sentence)))
        .child(then.area(2))
        .child(quietly(&fill("intake.now-for")))
        .child(verdict(app, talk, source, &fill("intake.fits")))
}

fn verdict(app: &App, talk: &Talk, source: &str, label: &str) -> El {
    let id = ["ss-origin-", source].concat();
    let (inner, looked_at, to) = (app.clone(), talk.clone(), talk.clone());
    let (of, at) = (source.to_owned(), id.clone());
    let field = Field {
        id,
        label: label.to_owned(),
        hint: String::new(),
        value: talk.draft.borrow().verdict(source).map_or("", Verdict::word).to_owned(),
        most: 0,
        wrong: Rc::new(move || looked_at.wrong_at(&inner, &at)),
        typed: Rc::new(move |word| {
            if let Some(verdict) = Verdict::ALL.into_iter().find(|it| it.word() == word) {
                to.change(|draft| draft.judge(&of, verdict));
            }
        }),
    };
    let choice = |verdict: Verdict| Choice {
        value: verdict.word().to_owned(),
        label: app.texts.code("intake.verdict", verdict.word()),
        hint: app.texts.code("intake.verdict-hint", verdict.word()),
    };
    field.choices(Verdict::ALL.into_iter().map(choice).collect())
}
