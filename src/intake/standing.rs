// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What stands at the top of every screen: whether everything arrives, who is
//! signed in, and that this is practice.

use crate::app::App;
use crate::client::spawn;
use crate::flow::place::StaffPlace;
use crate::intake::talk::parsed;
use crate::parts::bits::{Weight, button, link};
use crate::parts::el::{El, el};
use wasm_bindgen_futures::JsFuture;

/// Whether everything arrives, and who is signed in.
pub fn standing(app: &App) -> El {
    let (inner, name) = (app.clone(), app.person().map(|it| it.name.clone()).unwrap_or_default());
    let (here, signing) = (app.clone(), app.clone());
    let told = el("p").attr("role", "status").live_text(move || [&*network(&inner), " · ", &name].concat());
    el("div")
        .class("ss-signed-in ss-standing")
        .watch(move |it| it.toggle("data-urgent", is_urgent(&here)))
        .child(told)
        .child(el("div").live(move || waits_for_sign_in(&signing).then(|| sign_in(&signing)).flatten()))
}

// In a window of its own: a conversation may be going on in this one.
fn sign_in(app: &App) -> Option<El> {
    let address = app.configuration.sign_in_url.as_deref()?;
    Some(link(address, &app.t("action.sign-in")).attr("target", "_blank"))
}

fn waits_for_sign_in(app: &App) -> bool {
    app.visited.with(|_| ());
    parsed(app.host.visit_state()).text("waiting") == "sign-in"
}

// Nothing of this passes by itself: somebody has to do something.
fn is_urgent(app: &App) -> bool {
    app.visited.with(|_| ());
    let visit = parsed(app.host.visit_state());
    let lost = !visit.flag("online") && !visit.flag("durable");
    lost || visit.text("waiting") == "sign-in" || !visit.list("conflicts", |_| ()).is_empty()
}

fn network(app: &App) -> String {
    app.visited.with(|_| ());
    let visit = parsed(app.host.visit_state());
    let (online, pending) = (visit.flag("online"), visit.number("pending"));
    let conflicts = visit.list("conflicts", |_| ()).len() as u32;
    match &*visit.text("waiting") {
        _ if conflicts > 0 => app.count("intake.conflicts", conflicts),
        "sign-in" => app.count("intake.sign-in", pending),
        _ if !online && !visit.flag("durable") => app.t("intake.offline-lost"),
        _ if !online => app.t("intake.offline"),
        _ if visit.flag("sending") => app.t("intake.sending"),
        _ if pending > 0 => app.count("intake.pending", pending),
        _ => app.t("intake.online"),
    }
}

/// Whether this is practice.
pub fn is_practice(app: &App) -> bool {
    app.visited.with(|_| ());
    parsed(app.host.visit_state()).flag("practice")
}

/// That this is practice, as long as it is.
pub fn banner(app: &App) -> El {
    let inner = app.clone();
    el("div").live(move || {
        is_practice(&inner).then(|| {
            let app = inner.clone();
            let stop = button(Weight::Quiet, &inner.t("intake.practice.stop"), move || practise(&app, false));
            el("p").class("ss-practice").text(&inner.t("intake.practice")).text(" ").child(stop)
        })
    })
}

/// Begins practising, or stops. Everything that was known is another then.
pub fn practise(app: &App, on: bool) {
    let (app, going) = (app.clone(), app.host.practise(on));
    spawn(async move {
        let _ = JsFuture::from(going).await;
        app.kept.replace(None);
        app.go(StaffPlace::Clients);
    });
}
