// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One datum with its own yes and no: two radio buttons of one shape and one
//! colour, none of them preset.

use crate::app::App;
use crate::flow::choices::{Answer, Stand, word_of};
use crate::parts::bits::badge;
use crate::parts::el::{El, el};
use crate::wire::request::{Datum, Item};

/// The id of the row of a datum.
pub fn row_id(item: &Item, datum: &Datum) -> String {
    ["ss-", &item.id, "-", &datum.id].concat()
}

/// The row of a datum. `stand` is followed; `choose` is called with an answer;
/// `missing` says whether a missing answer must be pointed out.
pub fn datum_row(
    app: &App,
    item: &Item,
    datum: &Datum,
    stand: impl Fn() -> Stand + Clone + 'static,
    missing: impl Fn() -> bool + Clone + 'static,
    choose: impl Fn(Answer) + Clone + 'static,
) -> El {
    let id = row_id(item, datum);
    let why = [&id, "-why"].concat();
    let wrong = [&id, "-wrong"].concat();
    let error = el("p").class("ss-wrong").id(&wrong).text(&app.t("choose.pick-one")).shown(missing.clone());
    let answer = |answer: Answer| {
        let (stand, choose) = (stand.clone(), choose.clone());
        let key = ["answer.", word_of(answer)].concat();
        let input = el("input")
            .attr("type", "radio")
            .attr("name", &id)
            .attr("value", word_of(answer))
            .attr("aria-label", &spoken(app, item, datum, answer))
            .attr("aria-describedby", &[&why, " ", &wrong].concat())
            .watch(move |it| it.set_checked(stand() == Stand::Answered(answer)))
            .on("change", move |_| choose(answer));
        el("label").class("ss-answer").child(input).child(el("span").text(&app.t(&key)))
    };
    el("fieldset")
        .class("ss-datum")
        .id(&id)
        .watch(move |it| it.toggle("data-wrong", missing()))
        .child(legend(app, datum))
        .child(el("p").class("ss-why").id(&why).text(&datum.necessity))
        .child(error)
        .child(el("div").class("ss-pair").child(answer(Answer::Yes)).child(answer(Answer::No)))
}

fn legend(app: &App, datum: &Datum) -> El {
    let special = datum.special.is_some().then(|| badge("special", &app.t("badge.special")));
    el("legend")
        .child(el("span").class("ss-datum-name").text(&datum.name))
        .text(" ")
        .maybe(special)
        .child(el("span").class("ss-what").text(&datum.description))
}

// Says which data, parties and purpose, for who hears only this button.
fn spoken(app: &App, item: &Item, datum: &Datum, answer: Answer) -> String {
    app.fill(
        &["spoken.", word_of(answer)].concat(),
        &[
            ("data", &datum.name),
            ("source", &item.source.in_sentence),
            ("recipient", &item.recipient.in_sentence),
            ("purpose", &item.purpose),
        ],
    )
}
