// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is said when there is nothing to choose: loading, no connection, not
//! signed in, too late. Each says what is true and what to do next.

use crate::app::App;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, link, paragraph, title};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, el};

/// Something is being fetched. A slow line is said so, never shown as a blank.
pub fn loading(app: &App) -> El {
    let (words, attempt) = (app.clone(), app.client.attempt.clone());
    let slow = el("p").class("ss-slow").live_text(move || match attempt.get() {
        0 => String::new(),
        attempt => words.fill("loading.slow", &[("n", &attempt.to_string())]),
    });
    el("div")
        .class("ss-loading")
        .child(el("p").attr("role", "status").attr("tabindex", "-1").text(&app.t("loading")))
        .child(slow)
        .child(el("div").class("ss-bones").attr("aria-hidden", "true").children(vec![
            el("i"),
            el("i"),
            el("i"),
        ]))
}

/// A screen with a title, sentences, what to press, and whom to call.
pub fn standstill(app: &App, key: &str, actions: Vec<El>) -> El {
    let sentence = |end: &str| app.texts.find(&[key, end].concat()).map(|words| paragraph(&words));
    el("div")
        .class("ss-standstill")
        .child(title(&app.t(&[key, ".title"].concat())))
        .maybe(sentence(".text"))
        .maybe(sentence(".next"))
        .child(el("div").class("ss-actions").children(actions))
        .child(contact_block(app, &app.configuration.controller.contact))
}

/// The server was not reached.
pub fn not_loaded(app: &App, again: impl Fn() + 'static) -> El {
    let again = button(Weight::Main, &app.t("action.again"), again);
    // Before the municipality is known, its own words stand below this.
    alert("warning", vec![title(&app.t("not-loaded.title")), paragraph(&app.t("not-loaded.text")), again])
}

/// Nobody is signed in; `key` is the family of the sentences.
pub fn signed_out(app: &App, key: &str) -> El {
    standstill(app, key, sign_in(app).into_iter().collect())
}

/// The session ended; the choices are kept in this window.
pub fn session_ended(app: &App) -> El {
    let host = app.host.clone();
    let again = button(Weight::Other, &app.t("session-ended.again"), move || host.restart());
    standstill(app, "session-ended", sign_in(app).into_iter().chain([again]).collect())
}

/// The way to sign in, when the backend has one.
pub fn sign_in(app: &App) -> Option<El> {
    let address = app.configuration.sign_in_url.as_deref()?;
    Some(
        link(address, &app.t("action.sign-in"))
            .class("utrecht-button utrecht-button--primary-action ss-button"),
    )
}

/// Nobody touched the screen for a while.
pub fn cleared(app: &App) -> El {
    let host = app.host.clone();
    let again = button(Weight::Main, &app.t("action.start"), move || host.restart());
    standstill(app, "cleared", vec![again])
}
