// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The Samenspraak widget.
//!
//! | room | what happens in it |
//! |---|---|
//! | `element.js`, `door.js`, `speech.js` | the custom element, `fetch`, and the browser's `Intl` |
//! | [`host`] | what that JavaScript does for us, as one typed door |
//! | [`config`] | attributes to typed settings |
//! | [`client`] | the only door to the network |
//! | [`draft`], [`outbox`], [`change`], [`filing`], [`handling`] | what is kept until it has arrived |
//! | [`text`] | sentences by key |
//! | [`flow`] | the journeys as pure state machines |
//! | [`wire`], [`json`] | what a screen reads from the contract's documents |
//! | [`app`], [`journey`] | what screens are handed: the places, and one request under way |
//! | [`parts`] | the pieces screens are made of |
//! | [`frame`] | the frame around every screen, and what stands there meanwhile |
//! | [`citizen`] | questions, consents and receipts, one file a screen |
//! | [`rights`] | what happened, who has what, and what a person files |
//! | [`staff`] | who works for the municipality: which of the next two rooms |
//! | [`handler`] | the complaint handler's desk |
//! | [`intake`] | the intake worker's table: six steps, and what they produce |
//!
//! `flow`, `text`, `config`, `wire` and `json` know no screen; `parts` never
//! import screens; screens never touch the network or storage themselves.
//!
//! The crate becomes four artefacts, each fetched only when it is asked for: the
//! features `citizen`, `rights`, `desk` and `table` each choose a room of screens, and
//! those rooms know nothing of each other. Outside the browser all are compiled.

pub mod app;
pub mod change;
#[cfg(feature = "citizen")]
pub mod citizen;
pub mod client;
pub mod config;
pub mod draft;
pub mod filing;
pub mod flow;
pub mod frame;
#[cfg(feature = "desk")]
pub mod handler;
#[cfg(feature = "desk")]
pub mod handling;
pub mod host;
#[cfg(feature = "table")]
pub mod intake;
pub mod journey;
pub mod json;
pub mod outbox;
pub mod parts;
#[cfg(feature = "rights")]
pub mod rights;
#[cfg(feature = "staff")]
pub mod staff;
pub mod text;
pub mod wire;

use reactive_graph::owner::Owner;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(feature = "citizen")]
use citizen::Citizen as Screens;
#[cfg(all(feature = "rights", not(feature = "citizen")))]
use rights::Rights as Screens;
#[cfg(all(feature = "staff", not(any(feature = "citizen", feature = "rights"))))]
use staff::Staff as Screens;

/// One widget on a page. `element.js` holds it and tells it what happens outside.
#[wasm_bindgen]
pub struct Widget {
    owner: Owner,
    shell: frame::shell::Shell<Screens>,
}

#[wasm_bindgen]
impl Widget {
    /// Draws the widget into the host's root.
    #[wasm_bindgen(constructor)]
    pub fn new(host: host::Host) -> Self {
        // A second widget on the page finds it done already.
        let _ = any_spawner::Executor::init_wasm_bindgen();
        let owner = Owner::new();
        let shell = owner.with(|| frame::shell::Shell::open(host));
        Self { owner, shell }
    }

    /// The browser went back or forward, to this place.
    pub fn travelled(&self, place: &str) {
        self.shell.travelled(place);
    }

    /// The screens of this place are on their way, or (`lost`) did not come; with
    /// an empty word nobody is leaving any more.
    pub fn leaving(&self, place: &str, lost: bool) {
        self.shell.leaving(place, lost);
    }

    /// The browser is online again.
    pub fn online(&self) {
        self.shell.online();
    }

    /// Nobody has touched the screen for a while; with `true` it is about to be
    /// cleared, with `false` somebody is there after all.
    pub fn idle(&self, warning: bool) {
        self.shell.idle(warning);
    }

    /// Nobody was there: the screen and everything kept is cleared.
    pub fn clear(&self) {
        self.shell.clear();
    }

    /// Stops everything that belongs to this widget.
    pub fn unmount(self) {
        self.owner.cleanup();
    }
}

#[cfg(feature = "staff")]
#[wasm_bindgen]
impl Widget {
    /// The visit stands otherwise than before: see [`host::Host::visit_state`].
    pub fn visited(&self) {
        self.shell.visited();
    }
}
