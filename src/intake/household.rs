// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who else it may be about: everybody in the household is asked or told apart, and
//! nobody reads of one what belongs to another (F4, F5).

use crate::app::App;
use crate::flow::intake::Step;
use crate::flow::place::StaffPlace;
use crate::frame::fetched::{Fetched, fetch};
use crate::intake::clients::{read, standing, who};
use crate::intake::talk::Talk;
use crate::parts::bits::{Weight, badge, button, heading, quietly};
use crate::parts::el::{El, State, el};
use crate::wire::intake::Client;
use std::rc::Rc;

/// The others in somebody's household, once they are known.
pub fn fetched(app: &App, of: &Rc<Client>) -> El {
    let (app, of, clients): (App, Rc<Client>, Fetched) = (app.clone(), of.clone(), State::new(None));
    fetch(&app, "clients", &clients);
    el("div").live(move || others(&app, &read(&*clients.get()?.ok()?), &of))
}

/// The others in somebody's household: what each has, never what it holds.
pub fn others(app: &App, all: &[Rc<Client>], of: &Client) -> Option<El> {
    let home = |it: &&Rc<Client>| !of.household.is_empty() && it.household == of.household && it.id != of.id;
    let rows: Vec<El> = all.iter().filter(home).map(|it| row(app, it)).collect();
    (!rows.is_empty()).then(|| {
        el("section")
            .class("ss-part ss-others")
            .attr("aria-labelledby", "ss-others")
            .child(heading(2, &app.t("intake.others")).id("ss-others"))
            .child(quietly(&app.t("intake.others.text")))
            .child(el("ul").class("ss-clients").children(rows))
    })
}

fn row(app: &App, client: &Rc<Client>) -> El {
    let (to, other, talk) = (app.clone(), client.clone(), Talk::of(app));
    // Not in the middle of a conversation, and not where nobody can sign.
    let may = !talk.is_begun() && !client.signatory_missing;
    let sit = move || {
        talk.sit_with(&other);
        to.go(StaffPlace::Step(Step::Task));
    };
    let label = app.fill("intake.others.begin", &[("name", &client.name)]);
    let badges = standing(app, client);
    let nothing = badges.is_empty().then(|| badge("plain", &app.texts.code("intake.status", "nothing")));
    el("li")
        .class("ss-client")
        .child(el("div").child(el("b").text(&client.name)).child(quietly(&who(app, client))))
        .child(
            el("div")
                .class("ss-client-badges")
                .children(badges)
                .maybe(nothing)
                .maybe(may.then(|| button(Weight::Quiet, &label, sit))),
        )
}
