// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who has which data of mine: a picture with an equal table, and party by party.

mod party;

use crate::app::App;
use crate::client::Reply;
use crate::flow::place::RightsPlace;
use crate::parts::bits::{Weight, button, lead, paragraph, title};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, State, el};
use crate::parts::layout::{Link, Style};
use crate::parts::picture::{Sharing, Told, note, picture};
use crate::rights::about::{self, About};
use crate::rights::happened::moment::Clock;
use crate::wire::disclosure::{Flow, FlowDatum};
use std::rc::Rc;

const PATH: &str = "data-flows";

const MINE: Told = Told {
    title: "holdings.picture",
    kinds: &[(Style::Solid, "holdings.with-consent"), (Style::Dotted, "holdings.by-law")],
};

const OF_ANOTHER: Told = Told {
    title: "holdings.picture.other",
    kinds: &[(Style::Solid, "holdings.with-consent.other"), (Style::Dotted, "holdings.by-law")],
};

/// The most letters that a line of the picture has room for.
const MOST_LETTERS: usize = 13;

/// The screen.
pub fn screen(app: &App) -> El {
    let inner = app.clone();
    let draw = move |about: &About, reply: &Rc<Reply>| page(&inner, about, reply);
    about::screen(app, PATH.into(), Box::new(|_| Box::pin(async {})), Box::new(draw))
}

/// Reads all flows.
pub fn read(app: &App, reply: &Reply) -> Vec<Flow> {
    reply.body.list("flows", |json| Flow::read(json, &app.settings.language))
}

/// The picture beside the time line, small, once the flows are known.
pub fn beside(app: &App, about: &About, flows: &State<Rc<Vec<Flow>>>) -> El {
    let (to, known) = (app.clone(), flows.clone());
    let all = button(Weight::Quiet, &app.t("holdings.all"), move || to.go(RightsPlace::Holdings));
    el("div")
        .class("ss-beside ss-holdings-beside")
        .child(drawn(app, about, flows).child(all))
        .shown(move || known.with(|flows| !flows.is_empty()))
}

fn page(app: &App, about: &About, reply: &Reply) -> El {
    let flows = State::new(Rc::new(read(app, reply)));
    let to = app.clone();
    let back = button(Weight::Quiet, &app.t("holdings.back"), move || to.go(RightsPlace::Happened));
    let content = if flows.with(|flows| flows.is_empty()) {
        el("div").class("ss-card ss-card--law").child(paragraph(&app.t("happened.none")))
    } else {
        let cards = flows.with(|flows| party::cards(app, about, flows));
        el("div").class("ss-holdings").child(drawn(app, about, &flows)).child(cards)
    };
    el("div")
        .child(back.class("nl-link ss-quiet ss-back"))
        .child(title(&about.t("holdings.title")))
        .child(lead(&app.t("holdings.lead")))
        .maybe(about.choice())
        .child(content)
        .child(contact_block(app, &app.configuration.controller.contact))
}

fn drawn(app: &App, about: &About, flows: &State<Rc<Vec<Flow>>>) -> El {
    let (inner, flows, clock) = (app.clone(), flows.clone(), Clock::new(app));
    let told = if about.other().is_some() { &OF_ANOTHER } else { &MINE };
    picture(app, told, move |_| flows.with(|flows| sharing(&inner, &clock, told, flows)))
}

fn sharing(app: &App, clock: &Clock, told: &Told, flows: &[Flow]) -> Sharing {
    let mut sharing = Sharing::default();
    for flow in flows {
        let (sender, recipient) = (&flow.sender.short_name, &flow.recipient.short_name);
        let from = note(&mut sharing.givers, sender);
        let to = note(&mut sharing.getters, recipient);
        for (style, key) in told.kinds {
            let data: Vec<&FlowDatum> =
                flow.data.iter().filter(|it| it.with_consent == (*style == Style::Solid)).collect();
            if !data.is_empty() {
                let label = label(app, &data, *style);
                sharing.links.push(Link { from, to, style: *style, label });
            }
            sharing.lines.extend(data.iter().map(|it| {
                let stand = [&*app.t(key), ", ", &often(app, clock, it)].concat();
                [sender.clone(), recipient.clone(), it.datum.name.clone(), stand]
            }));
        }
    }
    sharing
}

fn label(app: &App, data: &[&FlowDatum], style: Style) -> String {
    match (style, data) {
        (Style::Dotted, _) => String::new(),
        (_, [only]) if only.datum.name.chars().count() <= MOST_LETTERS => only.datum.name.clone(),
        _ => app.count("data", data.len() as u32),
    }
}

/// How often, and when last.
fn often(app: &App, clock: &Clock, it: &FlowDatum) -> String {
    let times = app.count("holdings.times", it.times);
    app.fill("holdings.often", &[("times", &times), ("date", &clock.day_of(&it.last))])
}
