// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What each party has: a card with a row for each type of data and where it came from.

use crate::app::App;
use crate::flow::place::RightsPlace;
use crate::parts::bits::{Weight, badge, button, heading, quietly};
use crate::parts::el::{El, el};
use crate::rights::about::About;
use crate::rights::happened::moment::Clock;
use crate::rights::holdings::often;
use crate::wire::disclosure::{Flow, FlowDatum};
use crate::wire::party::Party;

/// A card for everybody who got something.
pub fn cards(app: &App, about: &About, flows: &[Flow]) -> El {
    let clock = Clock::new(app);
    let mut holders: Vec<&Party> = Vec::new();
    for flow in flows {
        if !holders.iter().any(|known| known.id == flow.recipient.id) {
            holders.push(&flow.recipient);
        }
    }
    el("ul").class("ss-rows ss-holders").children(holders.into_iter().map(|holder| {
        let theirs = flows.iter().filter(|flow| flow.recipient.id == holder.id);
        let rows =
            theirs.flat_map(|flow| flow.data.iter().map(|it| row(app, about, &clock, &flow.sender, it)));
        el("li")
            .class("ss-row")
            .child(heading(2, &holder.short_name))
            .child(quietly(&holder.function))
            .child(el("ul").class("ss-holding").children(rows))
            .child(to_timeline(app, holder))
    }))
}

fn row(app: &App, about: &About, clock: &Clock, sender: &Party, it: &FlowDatum) -> El {
    let special = it.datum.special.is_some().then(|| badge("special", &app.t("badge.special")));
    let (tone, key) = match (it.with_consent, about.other().is_some()) {
        (true, false) => ("consent", "holdings.with-consent"),
        (true, true) => ("consent", "holdings.with-consent.other"),
        (false, _) => ("plain", "holdings.by-law"),
    };
    let from = app.fill("holdings.from", &[("sender", &sender.in_sentence)]);
    el("li")
        .child(el("p").class("ss-datum-name").text(&it.datum.name).text(" ").maybe(special))
        .child(quietly(&[&*from, " ", &often(app, clock, it), "."].concat()))
        .child(badge(tone, &app.t(key)))
}

fn to_timeline(app: &App, holder: &Party) -> El {
    let (to, id) = (app.clone(), holder.id.clone());
    let label = app.t("holdings.to-timeline");
    button(Weight::Quiet, &label, move || to.go(RightsPlace::HappenedWith(id.clone())))
        .attr("aria-label", &[&*label, ": ", &holder.short_name].concat())
}
