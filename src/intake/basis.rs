// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Step 4: on what each sharing rests (grondslag; a to d): the ground, special
//! categories one by one (C1), the number (D1), countries outside Europe (B13). And
//! whether consent would be free, although an authority asks.

use crate::app::App;
use crate::flow::intake::{Piece, Step, asks, specials};
use crate::flow::place::StaffPlace;
use crate::intake::talk::Talk;
use crate::intake::task::is_on;
use crate::intake::walk::wrong_here;
use crate::parts::bits::{Weight, badge, button, heading, paragraph, quietly};
use crate::parts::el::{El, el};
use crate::parts::party::{law_name, laws};
use crate::text::capital;
use crate::wire::intake::Criterion;

/// The four parts.
pub fn draw(app: &App, talk: &Talk) -> Vec<El> {
    let pieces = talk.pieces();
    let grounds = pieces.iter().map(|piece| ground(app, talk, piece));
    let part = |key: &str| el("section").class("ss-part").child(heading(2, &app.t(key)));
    let mut parts = vec![
        part("intake.basis.ground")
            .id("ss-basis")
            .attr("tabindex", "-1")
            .child(wrong_here(app, talk, "ss-basis"))
            .child(el("ul").class("ss-needed").children(grounds)),
    ];
    let special = specials(&pieces, talk.catalogue());
    if !special.is_empty() {
        let rows = special.iter().map(|id| tick(app, talk, id));
        parts.push(
            part("intake.basis.special")
                .child(quietly(&app.t("intake.basis.special-text")))
                .child(el("ul").class("ss-needed").children(rows)),
        );
    }
    if asks(&pieces) {
        let rows = talk.catalogue().criteria.iter().map(|it| criterion(app, talk, it));
        parts.push(
            part("intake.basis.free")
                .child(quietly(&app.t("intake.basis.free-text")))
                .child(el("div").class("ss-data").children(rows)),
        );
    }
    parts.push(part("intake.basis.number").child(paragraph(&app.t("intake.basis.number-text"))));
    parts
}

/// From whom to whom, and which data.
pub fn pair(app: &App, talk: &Talk, piece: &Piece) -> (String, El) {
    let (known, sharing) = (talk.catalogue(), &talk.all()[piece.sharing]);
    let (source, recipient) = (known.party(&sharing.source), known.party(&sharing.recipient));
    let data = piece.data.iter().filter_map(|id| known.datum(id)).map(|it| it.datum.name.clone());
    let way = [("source", &*source.in_sentence), ("recipient", &recipient.in_sentence)];
    (capital(&app.fill("intake.way", &way)), names(data))
}

/// The names of data, beside each other.
pub fn names(data: impl Iterator<Item = String>) -> El {
    el("ul").class("ss-names").children(data.map(|name| el("li").text(&[&*name, " "].concat())))
}

fn ground(app: &App, talk: &Talk, piece: &Piece) -> El {
    let (way, data) = pair(app, talk, piece);
    let kind = match piece.information {
        true => badge("plain", &app.t("intake.kind.information")),
        false => badge("yes", &app.t("intake.kind.consent")),
    };
    let basis = talk.catalogue().basis(&piece.basis);
    let why = basis.map(|it| paragraph(&it.explanation));
    let law = basis.map(|it| laws(app, &it.laws));
    el("li")
        .class("ss-ground")
        .child(el("p").class("ss-ground-way").child(el("b").text(&way)).text(" ").child(kind))
        .child(data)
        .maybe(why)
        .maybe(law)
}

fn tick(app: &App, talk: &Talk, id: &str) -> El {
    let name = talk.catalogue().datum(id).map(|it| it.datum.clone()).unwrap_or_default();
    let (to, of) = (talk.clone(), id.to_owned());
    let input = el("input").attr("type", "checkbox").id(&["ss-special-", id].concat());
    input.set_checked(talk.draft.borrow().special.contains(&of));
    let here = input.clone();
    let input = input.on("change", move |_| to.change(|draft| draft.tick(&of, is_on(&here))));
    let law = name.special.as_ref().map(|law| el("span").class("ss-option-hint").text(&law.name));
    let label = app.fill("intake.basis.tick", &[("data", &name.name)]);
    let words = el("span")
        .child(el("span").class("ss-option-name").text(&label))
        .text(" ")
        .child(badge("special", &app.t("badge.special")))
        .maybe(law);
    el("li").child(el("label").class("ss-need").child(input).child(words))
}

// What cannot be asked is taken out where it was chosen.
fn to_data(app: &App, talk: &Talk) -> El {
    let (to, talk) = (app.clone(), talk.clone());
    button(Weight::Quiet, &app.t("intake.basis.to-data"), move || {
        talk.wrongs.set(Vec::new());
        to.go(StaffPlace::Step(Step::Data));
    })
}

// Yes and no of one shape, and what to do when consent would not be free.
fn criterion(app: &App, talk: &Talk, criterion: &Criterion) -> El {
    let id = ["ss-free-", &criterion.id].concat();
    let (now, needed, of) = (talk.clone(), criterion.needed, criterion.id.clone());
    let otherwise = criterion.otherwise.clone();
    let (inner, source, back) = (app.clone(), criterion.source.clone(), talk.clone());
    let stop = el("div").class("ss-free-stop").attr("role", "status").live(move || {
        let answer = now.follow(|draft| draft.answered(&of));
        answer.filter(|answer| *answer != needed).map(|_| {
            let law = source.as_ref().map(|law| el("p").class("ss-option-hint").child(law_name(law)));
            el("div")
                .class("ss-law")
                .child(
                    el("p").child(el("b").text(&inner.t("intake.do-not-ask-yet"))).text(" ").text(&otherwise),
                )
                .maybe(law)
                .child(to_data(&inner, &back))
        })
    });
    let answer = |answer: bool| {
        let (to, of) = (talk.clone(), criterion.id.clone());
        let word = if answer { "yes" } else { "no" };
        let input = el("input").attr("type", "radio").attr("name", &id).attr(
            "aria-label",
            &[&*app.texts.code("intake.answer", word), ": ", &criterion.question].concat(),
        );
        let input = if answer { input.id(&id) } else { input };
        input.set_checked(talk.draft.borrow().answered(&criterion.id) == Some(answer));
        let input = input.on("change", move |_| to.change(|draft| draft.answer(&of, answer)));
        el("label")
            .class("ss-answer")
            .child(input)
            .child(el("span").text(&app.texts.code("intake.answer", word)))
    };
    el("div")
        .class("ss-criterion")
        .child(
            el("fieldset")
                .class("ss-datum")
                .child(el("legend").child(el("span").class("ss-datum-name").text(&criterion.question)))
                .child(wrong_here(app, talk, &id))
                .child(el("div").class("ss-pair").child(answer(true)).child(answer(false))),
        )
        .child(stop)
}
