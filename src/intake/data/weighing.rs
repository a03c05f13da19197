// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Amount against purpose, and whether there is a lighter way (E4). The words are
//! prepared; a worker may change them, and says by going on that they are true here.

use crate::app::App;
use crate::flow::intake::{Half, MOST_WORDS};
use crate::intake::basis::pair;
use crate::intake::talk::Talk;
use crate::intake::walk::wrong_here;
use crate::parts::bits::{heading, press_for_more, quietly};
use crate::parts::el::{El, State, el};
use crate::parts::field::Field;
use std::cell::RefCell;
use std::rc::Rc;

/// The words for each sharing in which something is asked.
pub fn draw(app: &App, talk: &Talk) -> El {
    // Drawn anew when another sharing takes part, and never while somebody types.
    let places: State<Vec<usize>> = State::new(Vec::new());
    let (now, next) = (talk.clone(), places.clone());
    let last: RefCell<Vec<usize>> = RefCell::default();
    let (inner, of) = (app.clone(), talk.clone());
    el("section")
        .class("ss-part")
        .watch(move |_| {
            now.follow(|_| ());
            let asked: Vec<usize> =
                now.pieces().into_iter().filter(|piece| !piece.information).map(|it| it.sharing).collect();
            if *last.borrow() != asked {
                last.replace(asked.clone());
                next.set(asked);
            }
        })
        .child(el("div").live(move || {
            let places = places.get();
            (!places.is_empty()).then(|| weighed(&inner, &of, &places))
        }))
}

fn weighed(app: &App, talk: &Talk, places: &[usize]) -> El {
    let parts = places.iter().map(|place| words(app, talk, *place));
    el("div")
        .id("ss-weighed")
        .attr("tabindex", "-1")
        .child(heading(2, &app.t("intake.weighing")))
        .child(quietly(&app.t("intake.weighing.text")))
        .children(parts)
        .child(wrong_here(app, talk, "ss-weighed"))
}

fn words(app: &App, talk: &Talk, place: usize) -> El {
    let wording = &talk.catalogue().wordings[talk.all()[place].wording];
    let piece = talk.pieces().into_iter().find(|it| it.sharing == place && !it.information);
    let way = piece.map(|piece| pair(app, talk, &piece).0).unwrap_or_default();
    let mut fields = el("div").class("ss-entries");
    let mut shown = el("div").class("ss-quotes");
    for (half, word, text) in [
        (Half::Proportionality, "proportionality", &wording.proportionality),
        (Half::Subsidiarity, "subsidiarity", &wording.subsidiarity),
    ] {
        let own = talk.draft.borrow().own(place, half).map(str::to_owned);
        let quote = State::new(own.clone().unwrap_or_else(|| text.shown.clone()));
        let (to, said) = (talk.clone(), quote.clone());
        let field = Field {
            id: ["ss-", word, "-", &place.to_string()].concat(),
            label: app.texts.code("intake.ask", word),
            hint: app.texts.code("intake.hint", word),
            value: own.unwrap_or_else(|| text.dutch.clone()),
            most: MOST_WORDS,
            wrong: Rc::new(|| None),
            typed: Rc::new(move |words| {
                said.set(words.clone());
                to.note(|draft| draft.write_own(place, half, words));
            }),
        };
        fields = fields.child(field.area(2));
        shown = shown.child(el("p").class("ss-quote").live_text(move || quote.get()));
    }
    let label = app.fill("intake.change-words", &[("way", &way)]);
    el("div")
        .class("ss-words")
        .child(el("p").child(el("b").text(&way)))
        .child(shown)
        .child(press_for_more(&label, vec![fields]))
}
