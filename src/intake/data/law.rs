// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the law decides about: it is not asked, and the person is told (principle 1).

use crate::app::App;
use crate::flow::intake::Sharing;
use crate::intake::talk::Talk;
use crate::intake::task::is_on;
use crate::parts::el::{El, el};
use crate::text::capital;

/// Says so, with the law, and whether it takes place here.
pub fn draw(app: &App, talk: &Talk, place: usize, sharing: &Sharing) -> El {
    let known = talk.catalogue();
    let wording = &known.wordings[sharing.wording];
    let (source, recipient) = (known.party(&sharing.source), known.party(&sharing.recipient));
    let data = wording.data.iter().filter_map(|(id, _)| known.datum(id)).map(|it| it.datum.name.clone());
    let purpose = known.task(&sharing.purpose).map(|it| it.purpose.clone()).unwrap_or_default();
    let law = known.basis(&wording.basis).and_then(|it| it.laws.first()).map(|it| it.name.clone());
    let data: Vec<String> = data.collect();
    let listed = el("ul").children(data.iter().map(|name| el("li").text(name)));
    let way = [
        ("source", &*source.in_sentence),
        ("recipient", &recipient.in_sentence),
        ("data", &app.host.list(data)),
        ("purpose", &purpose),
        ("law", law.as_deref().unwrap_or_default()),
    ];
    let (to, of) = (talk.clone(), app.clone());
    let input =
        el("input").attr("type", "checkbox").attr("aria-label", &app.fill("intake.tell.spoken", &way));
    input.set_checked(talk.draft.borrow().tells(place, sharing));
    let here = input.clone();
    let input = input.on("change", move |_| {
        let on = is_on(&here);
        to.change(|draft| draft.tell(place, on));
        to.count(&of);
    });
    el("div")
        .class("ss-law")
        .id(&crate::flow::intake::card_id(place))
        .attr("tabindex", "-1")
        .child(
            el("p")
                .child(el("b").text(&app.t("intake.do-not-ask")))
                .text(" ")
                .text(&capital(&app.fill("intake.law-decides", &way))),
        )
        .child(listed)
        .child(el("label").class("ss-law-tell").child(input).child(el("span").text(&app.t("intake.tell"))))
}
