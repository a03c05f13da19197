// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One question as a card: a sentence, what yes and no mean, the data one by
//! one, and everything one may want to know behind a press. The person answers, or
//! somebody who types what the person says.

use crate::app::App;
use crate::flow::choices::{Answer, Choices, Stand};
use crate::parts::alert::error_summary;
use crate::parts::bits::{Weight, button, facts, heading, paragraph, press_for_more, words};
use crate::parts::changes::changes;
use crate::parts::datum::{datum_row, row_id};
use crate::parts::el::{El, State, el, focus};
use crate::parts::party::{laws, party};
use crate::wire::request::{Item, Request};
use std::rc::Rc;

/// Where the answers go.
#[derive(Clone)]
pub struct Answering {
    /// What is chosen.
    pub choices: State<Choices>,
    /// Whether somebody went on with answers missing.
    pub incomplete: State<bool>,
    /// Is told after every change.
    pub changed: Rc<dyn Fn()>,
}

/// The id of the card's heading, where *change* on the check page leads.
pub fn heading_id(item: &Item) -> String {
    ["ss-q-", &item.id].concat()
}

/// An item on the screen. Its card follows its own turns and not all choices, so
/// that a press changes this card and leaves the others of a long request alone.
#[derive(Clone)]
struct Asked {
    answering: Answering,
    item: Rc<Item>,
    turned: State<()>,
}

impl Asked {
    fn stand(&self, datum: &str) -> Stand {
        self.turned.get();
        self.answering.choices.peek_with(|choices| choices.stand(&self.item.id, datum))
    }

    fn is_deferred(&self) -> bool {
        self.turned.get();
        self.answering.choices.peek_with(|choices| choices.is_deferred(&self.item.id))
    }

    fn turn(&self, change: &dyn Fn(&mut Choices)) {
        self.answering.choices.update(change);
        (self.answering.changed)();
        self.turned.set(());
    }
}

/// The card of an item that awaits an answer.
pub fn card(app: &App, answering: &Answering, request: &Request, item: &Item) -> El {
    let asked = Asked { answering: answering.clone(), item: Rc::new(item.clone()), turned: State::new(()) };
    let id = heading_id(item);
    let kind = app.texts.code("consent-kind", &item.consent_kind);
    let kind = (!kind.is_empty()).then(|| paragraph(&kind).class("nl-paragraph ss-quietly"));
    let changed = (!item.changes.is_empty()).then(|| changes(app, &item.changes));
    el("article")
        .class("ss-card")
        .attr("aria-labelledby", &id)
        .child(question(app, request, item).id(&id).attr("tabindex", "-1"))
        .maybe(kind)
        .maybe(changed)
        .child(consequences(app, item))
        .maybe(item.allows_bulk().then(|| bulk(app, &asked)))
        .child(rows(app, &asked))
        .child(later(app, &asked))
        .child(ground(app, item))
        .child(more(app, item))
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

fn bulk(app: &App, asked: &Asked) -> El {
    let answer = |key: &'static str, answer: Answer| {
        let (app, asked) = (app.clone(), asked.clone());
        let label = app.t(key);
        button(Weight::Other, &label, move || {
            asked.turn(&|choices| choices.answer_all(&asked.item, answer));
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

fn rows(app: &App, asked: &Asked) -> El {
    let rows = asked.item.data.iter().map(|datum| {
        let id: Rc<str> = datum.id.as_str().into();
        let stand = {
            let (asked, id) = (asked.clone(), id.clone());
            move || asked.stand(&id)
        };
        let (incomplete, open) = (asked.answering.incomplete.clone(), stand.clone());
        let missing = move || incomplete.get() && open() == Stand::Open;
        let turning = asked.clone();
        let choose = move |answer| turning.turn(&|choices| choices.answer(&turning.item.id, &id, answer));
        datum_row(app, &asked.item, datum, stand, missing, choose)
    });
    el("div").class("ss-data").children(rows)
}

// *Not now*: as easy as an answer, and as easy to take back.
fn later(app: &App, asked: &Asked) -> El {
    let (app, asked, following) = (app.clone(), asked.clone(), asked.clone());
    let note =
        el("p").class("ss-later-note").text(&app.t("later.note")).shown(move || following.is_deferred());
    let label = {
        let (app, asked) = (app.clone(), asked.clone());
        move || app.t(if asked.is_deferred() { "later.undo" } else { "later.do" })
    };
    let press = move || {
        let now = !asked.is_deferred();
        asked.turn(&|choices| choices.defer(&asked.item.id, now));
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

/// How long the recipient keeps the data, and from when that counts (L-3).
pub fn kept(app: &App, item: &Item) -> String {
    app.fill("why.kept", &[("term", &app.months(item.retention_months)), ("why", &item.retention)])
}

/// Everything behind a press: who they are, the law, why it is needed.
pub fn more(app: &App, item: &Item) -> El {
    let why = [
        ("why.amount", item.proportionality.clone()),
        ("why.lighter", item.subsidiarity.clone()),
        ("why.retention", kept(app, item)),
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

/// Lists what has no answer, when somebody goes on without it: drawn then, and given
/// the focus. It does not lose its lines while they are answered: that would pull the
/// page along.
pub fn unanswered(app: &App, request: Rc<Request>, answering: &Answering) -> El {
    let (app, answering) = (app.clone(), answering.clone());
    el("div").watch(move |it| {
        it.0.set_text_content(None);
        if answering.incomplete.get() {
            let lines = answering.choices.peek_with(|choices| {
                let missing = choices.missing(&request).into_iter();
                missing.map(|(item, datum)| line(&app, item, datum)).collect()
            });
            let summary = error_summary(&app, lines);
            let _ = it.0.append_child(&summary.0);
            if app.touched.get() {
                focus(&summary.0);
            }
        }
    })
}

fn line(app: &App, item: &Item, datum: usize) -> (String, String) {
    let datum = &item.data[datum];
    let (source, recipient) = (&item.source.short_name, &item.recipient.short_name);
    let values = [("data", &*datum.name), ("source", source), ("recipient", recipient)];
    (row_id(item, datum), app.fill("choose.missing-line", &values))
}
