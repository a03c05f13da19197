// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Which track it is, in plain words: what it is, what it costs, who decides, by
//! when, and what will be asked (J5, K2, K3). The law's own word stands behind a
//! press.

use super::Door;
use super::questions::back_button;
use crate::app::App;
use crate::flow::place::{DoorStep, Wanted};
use crate::frame::standstill;
use crate::parts::bits::{Weight, button, facts, heading, lead, paragraph, press_for_more, title, words};
use crate::parts::contact::{contact_block, contact_lines};
use crate::parts::el::{El, el};

/// The word of the law that a wish falls under, in the keys of its sentences.
pub fn track_of(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::AdministrativeObjection => "administrative-objection",
        Wanted::Complaint => "complaint",
        _ => "rights-request",
    }
}

/// The screen.
pub fn screen(door: &Door, wanted: Wanted) -> El {
    let app = &door.0.app;
    let kind = wanted.word();
    let on = door.clone();
    let anonymous = app.person().is_none();
    let origin = door.0.line.as_ref();
    let onward = match (wanted, origin) {
        (Wanted::Access, Some(_)) => "door.onward-in-writing",
        _ => "door.onward",
    };
    el("div")
        .class("ss-narrow")
        .maybe((!anonymous).then(|| back_button(app, door, None, DoorStep::Begin)))
        .child(title(&app.texts.code("door.is", kind)))
        .child(lead(&app.texts.code("door.lead", kind)))
        .maybe(origin.map(|line| line.block(app)))
        .maybe(call_first(app, door, wanted))
        .child(what(app, wanted))
        .child(press_for_more(&app.t("door.means"), vec![paragraph(&app.texts.code("door.means", kind))]))
        .maybe(anonymous.then(|| unknown(app)))
        .child(
            el("div")
                .class("ss-actions")
                .child(button(Weight::Main, &app.t(onward), move || on.to(Some(wanted), DoorStep::Form)))
                .maybe((!anonymous).then(|| other(app, door))),
        )
        .child(contact_block(app, &app.configuration.controller.contact))
}

fn other(app: &App, door: &Door) -> El {
    let door = door.clone();
    button(Weight::Other, &app.t("door.other"), move || door.to(None, DoorStep::Begin))
}

fn what(app: &App, wanted: Wanted) -> El {
    let track = track_of(wanted);
    let who = app.fill(&["door.who.", track].concat(), &[("controller", &app.configuration.controller.name)]);
    let known = vec![
        (app.t("door.cost"), words(&app.t("door.free"))),
        (app.t("door.who"), words(&who)),
        (app.t("door.when"), words(&app.texts.code("door.when", track))),
        (app.t("door.asks"), words(&app.texts.code("door.asks", wanted.word()))),
    ];
    el("div").class("ss-card ss-track").child(facts(known))
}

// Who only wants to ask something is often helped sooner by a person (E13).
fn call_first(app: &App, door: &Door, wanted: Wanted) -> Option<El> {
    let line = door.0.line.as_ref().filter(|_| wanted == Wanted::Access)?;
    let contact = line.contact.as_ref().unwrap_or(&app.configuration.controller.contact);
    Some(
        el("section")
            .class("ss-call")
            .child(heading(2, &app.t("door.call.title")))
            .child(paragraph(&app.t("door.call.text")))
            .child(contact_lines(contact)),
    )
}

// Nobody needs to sign in to complain; who does, gets more (J3).
fn unknown(app: &App) -> El {
    el("div")
        .class("ss-unknown")
        .child(paragraph(&app.t("door.signed-out")))
        .maybe(standstill::sign_in(app).map(|link| link.class("nl-link")))
}
