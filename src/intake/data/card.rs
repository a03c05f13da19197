// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One source and one recipient: which data cannot be missed, each with why. None is
//! chosen beforehand, and the whole file never can be (A2, A8).

use crate::app::App;
use crate::flow::intake::{Sharing, card_id};
use crate::intake::talk::Talk;
use crate::intake::task::is_on;
use crate::intake::walk::wrong_here;
use crate::parts::bits::badge;
use crate::parts::el::{El, el};
use crate::wire::intake::{Advice, Text};
use crate::wire::request::Datum;

/// The card of a sharing; `bare` when its name stands above it already.
pub fn draw(app: &App, talk: &Talk, place: usize, sharing: &Sharing, bare: bool) -> El {
    let known = talk.catalogue();
    let (source, recipient) = (known.party(&sharing.source), known.party(&sharing.recipient));
    let purpose = known.task(&sharing.purpose).map(|it| it.purpose.clone()).unwrap_or_default();
    let way =
        [("source", &*source.in_sentence), ("recipient", &*recipient.in_sentence), ("purpose", &*purpose)];
    let id = card_id(place);
    let wording = &known.wordings[sharing.wording];
    let rows = wording.data.iter().filter_map(|(datum, why)| {
        let found = known.datum(datum)?;
        Some(row(app, talk, place, &found.datum, why, &way))
    });
    let name = el("span").text(&app.fill("intake.data-of", &way));
    let name = if bare { name.class("ss-unseen") } else { name };
    el("fieldset")
        .class("ss-entry ss-sharing")
        .id(&id)
        .attr("tabindex", "-1")
        .child(el("legend").class("ss-label").child(name))
        .child(el("p").class("ss-hint").text(&app.fill("intake.data-for", &way)))
        .child(wrong_here(app, talk, &id))
        .child(el("ul").class("ss-needed").children(rows))
}

fn row(app: &App, talk: &Talk, place: usize, datum: &Datum, why: &Text, way: &[(&str, &str)]) -> El {
    let advice = talk.draft.borrow().advice(place, &datum.id);
    let told = match &advice {
        Advice::Never(reason) => Some(app.fill("intake.never", &[("why", &reason_of(app, reason))])),
        Advice::Tell(basis, _) => {
            let law =
                talk.catalogue().basis(basis).and_then(|it| it.laws.first().map(|law| law.name.clone()));
            Some(app.fill("intake.becomes-information", &[("law", &law.unwrap_or_default())]))
        }
        Advice::Ask => None,
    };
    let never = matches!(advice, Advice::Never(_));
    let values: Vec<(&str, &str)> = way.iter().copied().chain([("data", &*datum.name)]).collect();
    let (to, of, inner) = (talk.clone(), datum.id.clone(), app.clone());
    let (now, id) = (talk.clone(), datum.id.clone());
    let hint = ["ss-d-", &place.to_string(), "-", &datum.id].concat();
    let input = el("input")
        .attr("type", "checkbox")
        .attr("aria-label", &app.fill("intake.need.spoken", &values))
        .attr("aria-describedby", &hint)
        .watch(move |it| {
            let (on, held) =
                now.follow(|draft| (draft.picked.contains(&(place, id.clone())), draft.held.contains(&id)));
            it.set_checked(on);
            it.toggle("disabled", never || held);
        });
    let here = input.clone();
    let input = input.on("change", move |_| {
        let on = is_on(&here);
        to.change(|draft| draft.pick(place, &of, on));
        to.count(&inner);
    });
    let special = datum.special.is_some().then(|| badge("special", &app.t("badge.special")));
    let words = el("span")
        .child(el("span").class("ss-option-name").text(&datum.name))
        .text(" ")
        .maybe(special)
        .child(el("span").class("ss-option-hint").id(&hint).text(told.as_deref().unwrap_or(&why.shown)));
    let row = el("li").child(el("label").class("ss-need").child(input).child(words));
    if never { row } else { row.child(held(app, talk, datum, &values)) }
}

// Known already: then nobody is asked for it again (E6).
fn held(app: &App, talk: &Talk, datum: &Datum, values: &[(&str, &str)]) -> El {
    let (now, to, inner) = (talk.clone(), talk.clone(), app.clone());
    let (id, of) = (datum.id.clone(), datum.id.clone());
    el("button")
        .attr("type", "button")
        .class("ss-held")
        .attr("aria-label", &app.fill("intake.held.spoken", values))
        .text(&app.t("intake.held"))
        .watch(move |it| {
            let on = now.follow(|draft| draft.held.contains(&of));
            let _ = it.0.set_attribute("aria-pressed", if on { "true" } else { "false" });
        })
        .press(move || {
            to.change(|draft| {
                let on = !draft.held.contains(&id);
                draft.hold(&id, on);
            });
            to.count(&inner);
        })
}

/// Said once: nobody can choose the whole file (A2).
pub fn whole(app: &App) -> El {
    let input = el("input").attr("type", "checkbox");
    input.toggle("disabled", true);
    let words = el("span")
        .child(el("span").class("ss-option-name").text(&app.t("intake.whole")))
        .child(el("span").class("ss-option-hint").text(&app.t("intake.whole.why")));
    let row = el("li").child(el("label").class("ss-need ss-need--shut").child(input).child(words));
    el("ul").class("ss-needed").child(row)
}

/// Why something is never possible.
fn reason_of(app: &App, reason: &str) -> String {
    let known = app.texts.code("intake.never", reason);
    if known.is_empty() { app.t("intake.never.other") } else { known }
}
