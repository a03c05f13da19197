// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The conversation outlives the battery: it stands on the device, sealed, from the
//! first answer until it is stopped or the request was made (decision 16).

use crate::app::App;
use crate::client::spawn;
use crate::flow::intake::{Kept, keep};
use crate::frame::fetched::Fetched;
use crate::intake::clients::read;
use crate::intake::talk::Talk;
use crate::parts::field::today;
use crate::wire::intake::Client;
use js_sys::Promise;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

// One conversation at a time.
const ABOUT: &str = "conversation";

/// Reads the clients, and takes up a conversation that was going on with one of them.
pub fn fetch_clients(app: &App, into: &Fetched) {
    into.set(None);
    let (app, into, talk) = (app.clone(), into.clone(), Talk::of(app));
    spawn(async move {
        let result = app.client.get("clients").await.map(Rc::new);
        if let Ok(reply) = &result {
            talk.take_up(&app, &read(reply)).await;
        }
        into.set(Some(result));
    });
}

impl Talk {
    /// Keeps how it stands; while nothing was answered, nothing. The promise is held
    /// once it is on the disk.
    pub fn keep(&self) -> Promise {
        let text = match self.is_begun() {
            true => keep(
                &self.with().id,
                &today(),
                self.catalogue().version,
                self.walk.get(),
                &self.sent.borrow(),
                &self.draft.borrow(),
            ),
            false => String::new(),
        };
        self.host().keep(ABOUT, &text)
    }

    async fn take_up(&self, app: &App, clients: &[Rc<Client>]) {
        if self.is_begun() || self.taken_up.replace(true) {
            return;
        }
        let kept = JsFuture::from(self.host().kept(ABOUT)).await.ok().and_then(|text| text.as_string());
        let Some(text) = kept.filter(|text| !text.is_empty()) else { return };
        // Its places are those of the catalogue.
        let Ok(catalogue) = app.client.get("catalogue").await else { return self.taken_up.set(false) };
        self.learn(app, &catalogue);
        let kept = Kept::read(&text, &today(), self.catalogue().version);
        let with = |kept: &Kept| clients.iter().find(|it| it.id == kept.client).cloned();
        match kept.and_then(|kept| Some((with(&kept)?, kept))) {
            Some((client, Kept { walk, sent, draft, .. })) => {
                self.client.replace(Some(client));
                self.walk.set(walk);
                self.sent.replace(sent);
                self.draft.replace(draft);
                // Looking at it is no change: its day stays the same.
                self.shape.update(|times| *times += 1);
            }
            // Nobody came back to it.
            None => self.stop(app),
        }
    }
}
