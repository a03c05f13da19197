// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One client: who signs, what was asked before, and the way into a conversation.

use crate::app::App;
use crate::flow::intake::Step;
use crate::flow::place::StaffPlace;
use crate::intake::clients::{standing, to_clients};
use crate::intake::household;
use crate::intake::notice::key;
use crate::intake::recording::{news, no_login};
use crate::intake::talk::Talk;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, badge, button, facts, heading, lead, paragraph, title, words};
use crate::parts::el::{El, el};
use crate::wire::intake::{Asked, Client};

/// The screen.
pub fn screen(app: &App, talk: &Talk) -> El {
    let client = talk.with();
    let (to, steps) = (app.clone(), talk.clone());
    let begin = move || to.go(StaffPlace::Step(steps.first_gap().unwrap_or(Step::Task)));
    let missing = client.signatory_missing.then(|| {
        let told =
            vec![heading(2, &app.t("intake.nobody-signs")), paragraph(&app.t("intake.nobody-signs.text"))];
        alert("warning", told)
    });
    let changing = app.clone();
    let change = move || changing.go(StaffPlace::ClientChanged);
    let (weight, start) = match missing {
        Some(_) => (Weight::Main, None),
        None => (Weight::Other, Some(button(Weight::Main, &app.t("intake.begin"), begin))),
    };
    let change = button(weight, &app.t("recording.change"), change);
    el("div")
        .class("ss-narrow")
        .child(to_clients(app))
        .child(title(&client.name))
        .child(el("div").class("ss-client-badges").children(standing(app, &client)))
        .child(lead(&app.t("intake.client.lead")))
        .maybe(news(app))
        .child(known(app, &client))
        .maybe(no_login(app, &client))
        .maybe(missing)
        .child(el("div").class("ss-actions").maybe(start).child(change))
        .maybe(requests(app, &client))
        .child(household::fetched(app, &client))
}

/// Somebody who signs, with the capacity.
pub fn signer(app: &App, name: &str, capacity: &str) -> String {
    let capacity = app.texts.code("intake.capacity", capacity);
    if capacity.is_empty() { name.to_owned() } else { [name, ", ", &capacity].concat() }
}

fn known(app: &App, client: &Client) -> El {
    let lines = client.signers.iter().map(|it| el("li").text(&signer(app, &it.name, &it.capacity)));
    let mut rows = vec![(app.t("intake.who-signs"), el("ul").class("ss-plain-list").children(lines))];
    let role = app.texts.code("intake.role", &client.role);
    if !role.is_empty() {
        rows.push((app.t("intake.in-household"), words(&role)));
    }
    if let Some(reference) = &client.case_reference {
        rows.push((app.t("intake.case"), words(reference)));
    }
    facts(rows)
}

fn requests(app: &App, client: &Client) -> Option<El> {
    let rows: Vec<El> = client.requests.iter().map(|it| request(app, it)).collect();
    (!rows.is_empty()).then(|| {
        el("section")
            .attr("aria-labelledby", "ss-asked")
            .child(heading(2, &app.t("intake.asked-before")).id("ss-asked"))
            .child(el("ul").class("ss-clients").children(rows))
    })
}

fn request(app: &App, asked: &Asked) -> El {
    let (to, id) = (app.clone(), asked.id.clone());
    let label = asked_at(app, asked);
    let open = button(Weight::Quiet, &label, move || to.go(StaffPlace::Made(id.clone())))
        .class("nl-link ss-quiet ss-client-name");
    let mut badges = vec![badge("plain", &app.texts.code("intake.status", asked.stand()))];
    if asked.outcome_missing {
        badges.push(badge("special", &app.t("intake.outcome-missing")));
    }
    el("li").class("ss-client").child(el("div").child(open)).child(
        el("div").class("ss-client-badges").children(badges).maybe(after_no(app, Weight::Quiet, asked)),
    )
}

fn asked_at(app: &App, asked: &Asked) -> String {
    app.fill(&key("intake.asked-at", asked.notice), &[("date", &app.host.moment(&asked.at))])
}

/// The way on where somebody said no: a no is not the end (G1).
pub fn after_no(app: &App, weight: Weight, asked: &Asked) -> Option<El> {
    let (to, id) = (app.clone(), asked.id.clone());
    let press = move || to.go(StaffPlace::Outcome(id.clone()));
    let label = app.t("outcome.begin");
    let spoken = [&*label, ": ", &asked_at(app, asked)].concat();
    asked.outcome_missing.then(|| button(weight, &label, press).attr("aria-label", &spoken))
}
