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
//! | [`draft`], [`outbox`], [`change`] | what is kept until it has arrived |
//! | [`text`] | sentences by key |
//! | [`flow`] | the journeys as pure state machines |
//! | [`wire`], [`json`] | what a screen reads from the contract's documents |
//! | [`app`], [`journey`] | what screens are handed: the places, and one request under way |
//! | [`parts`] | the pieces screens are made of |
//! | [`citizen`] | the citizen's screens, one file a screen |
//!
//! `flow`, `text`, `config`, `wire` and `json` know no screen; `parts` never
//! import screens; screens never touch the network or storage themselves.

pub mod app;
pub mod change;
pub mod citizen;
pub mod client;
pub mod config;
pub mod draft;
pub mod flow;
pub mod host;
pub mod journey;
pub mod json;
pub mod outbox;
pub mod parts;
pub mod text;
pub mod wire;

use reactive_graph::owner::Owner;
use wasm_bindgen::prelude::wasm_bindgen;

/// One widget on a page. `element.js` holds it and tells it what happens outside.
#[wasm_bindgen]
pub struct Widget {
    owner: Owner,
    shell: citizen::Shell,
}

#[wasm_bindgen]
impl Widget {
    /// Draws the widget into the host's root.
    #[wasm_bindgen(constructor)]
    pub fn new(host: host::Host) -> Self {
        // A second widget on the page finds it done already.
        let _ = any_spawner::Executor::init_wasm_bindgen();
        let owner = Owner::new();
        let shell = owner.with(|| citizen::Shell::open(host));
        Self { owner, shell }
    }

    /// The browser went back or forward, to this place.
    pub fn travelled(&self, place: &str) {
        self.shell.travelled(place);
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
