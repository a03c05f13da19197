// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One question as a card: a sentence, what yes and no mean, the data one by
//! one, and everything one may want to know behind a press.

use crate::app::App;
use crate::flow::choices::{Answer, Stand};
use crate::journey::Journey;
use crate::parts::bits::{Weight, button, facts, heading, paragraph, press_for_more, words};
use crate::parts::changes::changes;
use crate::parts::datum::datum_row;
use crate::parts::el::{El, el};
use crate::parts::party::{laws, party};
use crate::wire::request::{Item, Request};
use std::rc::Rc;

/// The id of the card's heading, where *change* on the check page leads.
pub fn heading_id(item: &Item) -> String {
    ["ss-q-", &item.id].concat()
}

/// The card of an item that awaits an answer.
pub fn card(app: &App, journey: &Journey, request: &Request, item: &Item) -> El {
    let item = Rc::new(item.clone());
    let id = heading_id(&item);
    let kind = app.texts.code("consent-kind", &item.consent_kind);
    let kind = (!kind.is_empty()).then(|| paragraph(&kind).class("nl-paragraph ss-quietly"));
    let changed = (!item.changes.is_empty()).then(|| changes(app, &item.changes));
    el("article")
        .class("ss-card")
        .attr("aria-labelledby", &id)
        .child(question(app, request, &item).id(&id).attr("tabindex", "-1"))
        .maybe(kind)
        .maybe(changed)
        .child(consequences(app, &item))
        .maybe(item.allows_bulk().then(|| bulk(app, journey, &item)))
        .child(rows(app, journey, &item))
        .child(later(app, journey, &item))
        .child(ground(app, &item))
        .child(more(app, &item))
}

/// The question itself; for somebody else with their name in it.
pub fn question(app: &App, request: &Request, item: &Item) -> El {
    let key = if request.for_another() { "question.other" } else { "question.self" };
    app.marked(
        "h2",
        key,
        &[
            ("source", &item.source.in_sentence),
            ("recipient", &item.recipient.in_sentence),
            ("purpose", &item.purpose),
            ("subject", &request.subject.name),
        ],
    )
    .class("nl-heading nl-heading--level-2 ss-question")
}

fn consequences(app: &App, item: &Item) -> El {
    let side = |key: &str, words: &str| el("div").child(heading(3, &app.t(key))).child(paragraph(words));
    el("div").class("ss-ifs").child(side("if.yes", &item.if_given)).child(side("if.no", &item.if_refused))
}

fn bulk(app: &App, journey: &Journey, item: &Rc<Item>) -> El {
    let answer = |key: &'static str, answer: Answer| {
        let (app, journey, item) = (app.clone(), journey.clone(), item.clone());
        let label = app.t(key);
        button(Weight::Other, &label, move || {
            journey.answer_all(&item, answer);
            app.say(app.t("bulk.said"));
        })
    };
    el("div")
        .class("ss-bulk")
        .attr("role", "group")
        .attr("aria-label", &app.t("bulk.label"))
        .child(answer("bulk.yes", Answer::Yes))
        .child(answer("bulk.no", Answer::No))
}

fn rows(app: &App, journey: &Journey, item: &Rc<Item>) -> El {
    let rows = item.data.iter().map(|datum| {
        let (item_id, datum_id): (Rc<str>, Rc<str>) = (item.id.as_str().into(), datum.id.as_str().into());
        let choices = journey.choices.clone();
        let stand = {
            let (item, datum) = (item_id.clone(), datum_id.clone());
            move || choices.with(|choices| choices.stand(&item, &datum))
        };
        let (incomplete, open) = (journey.incomplete.clone(), stand.clone());
        let missing = move || incomplete.get() && open() == Stand::Open;
        let journey = journey.clone();
        let choose = move |answer| journey.answer(&item_id, &datum_id, answer);
        datum_row(app, item, datum, stand, missing, choose)
    });
    el("div").class("ss-data").children(rows)
}

// *Not now*: as easy as an answer, and as easy to take back.
fn later(app: &App, journey: &Journey, item: &Rc<Item>) -> El {
    let (app, journey, item) = (app.clone(), journey.clone(), item.clone());
    let choices = journey.choices.clone();
    let id = item.id.clone();
    let deferred = move || choices.with(|choices| choices.is_deferred(&id));
    let shown = deferred.clone();
    let note = el("p").class("ss-later-note").text(&app.t("later.note")).shown(shown);
    let label = {
        let (app, deferred) = (app.clone(), deferred.clone());
        move || app.t(if deferred() { "later.undo" } else { "later.do" })
    };
    let press = move || {
        let now = !journey.choices.peek_with(|choices| choices.is_deferred(&item.id));
        journey.defer(&item.id, now);
        app.say(app.t(if now { "later.note" } else { "later.undone" }));
    };
    let toggle = el("button").attr("type", "button").class("nl-link ss-quiet").live_text(label).press(press);
    el("div").class("ss-later").child(toggle).child(note)
}

fn ground(app: &App, item: &Item) -> El {
    let (from, until) = (app.host.day(&item.start_date), app.host.day(&item.end_date));
    facts(vec![
        (app.t("ground.why"), words(&item.ground)),
        (app.t("period"), words(&app.fill("period.from-to", &[("from", &from), ("to", &until)]))),
    ])
}

/// Everything behind a press: who they are, the law, why it is needed.
pub fn more(app: &App, item: &Item) -> El {
    let kept =
        app.fill("why.kept", &[("term", &app.months(item.retention_months)), ("why", &item.retention)]);
    let why = [
        ("why.amount", item.proportionality.clone()),
        ("why.lighter", item.subsidiarity.clone()),
        ("why.retention", kept),
    ];
    let why = why.into_iter().filter(|(_, words)| !words.is_empty());
    let why = why.map(|(key, text)| (app.t(key), words(&text))).collect();
    el("div")
        .class("ss-presses")
        .child(press_for_more(&app.t("why.title"), vec![facts(why)]))
        .child(party(app, &item.source))
        .child(party(app, &item.recipient))
        .child(laws(app, &item.laws))
}
