// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The navigation at the top of every screen.

use crate::app::App;
use crate::flow::place::Place;
use crate::frame::Room;
#[cfg(feature = "staff")]
use crate::parts::bits::unseen;
use crate::parts::el::{El, el};

/// The entries of a navigation.
pub struct Navigation {
    /// The key of its name.
    pub label: &'static str,
    /// Of each entry the word of its place, and the key of what it says.
    pub views: &'static [(&'static str, &'static str)],
}

/// The navigation of a citizen, the same in every artefact.
pub const OF_A_CITIZEN: Navigation = Navigation {
    label: "shell.views",
    views: &[
        ("requests", "shell.requests"),
        ("consents", "shell.consents"),
        ("happened", "shell.happened"),
        ("filings", "shell.filings"),
    ],
};

/// Draws it; the entry that the place belongs to is marked.
pub fn views<R: Room>(app: &App) -> El {
    let navigation = R::NAVIGATION;
    let entries = navigation.views.iter().filter(|(word, _)| R::offers(app, word)).map(|(word, key)| {
        let (to, now) = (app.clone(), app.clone());
        let entry = el("button")
            .attr("type", "button")
            .class("ss-view")
            .text(&app.t(key))
            .watch(move |it| {
                let current =
                    now.place.with(|place| R::Place::parse(place)).is_some_and(|it| it.view() == *word);
                let _ = if current {
                    it.0.set_attribute("aria-current", "page")
                } else {
                    it.0.remove_attribute("aria-current")
                };
            })
            .press(move || to.go_to((*word).into()));
        #[cfg(feature = "staff")]
        let entry = entry.maybe(number::<R>(app, word));
        entry
    });
    el("nav").class("ss-views").attr("aria-label", &app.t(navigation.label)).children(entries)
}

// Seen as a number, and heard as what it is about.
#[cfg(feature = "staff")]
fn number<R: Room>(app: &App, word: &str) -> Option<El> {
    let ((number, key), told) = (R::waiting(app, word)?, app.clone());
    Some(el("span").class("ss-view-number").live(move || {
        let now = number.get();
        let spoken = [", ", &*told.fill(key, &[("n", &now.to_string())])].concat();
        (now > 0).then(|| {
            let seen = el("span").class("ss-badge ss-badge--no").attr("aria-hidden", "true");
            el("span").child(seen.text(&now.to_string())).child(unseen(&spoken))
        })
    }))
}
