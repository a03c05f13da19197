// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The conversation outlives the battery: it stands on the device, sealed, from the
//! first answer until it is stopped or the request was made (decision 16).

use crate::app::App;
use crate::client::{Reply, spawn};
use crate::flow::intake::{Kept, keep};
use crate::frame::fetched::{self, Fetched};
use crate::intake::clients::{read, to_clients};
use crate::intake::talk::Talk;
use crate::parts::el::El;
use crate::parts::field::today;
use crate::wire::intake::Client;
use js_sys::Promise;
use std::rc::Rc;
use wasm_bindgen::JsValue;
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
            let clients = read(reply);
            talk.read_again(&clients);
            talk.take_up(&app, &clients).await;
        }
        into.set(Some(result));
    });
}

/// A screen that is drawn from the clients, and from which a conversation may begin: one
/// that was going on is taken up first, or it would be lost for it.
pub fn screen(app: &App, clients: Fetched, draw: impl Fn(&Rc<Reply>) -> El + 'static) -> El {
    fetch_clients(app, &clients);
    let (again, into) = (app.clone(), clients.clone());
    fetched::shown(app, clients, to_clients, move || fetch_clients(&again, &into), draw)
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
            // What the device keeps is of a client who was in no list yet.
            false if !self.taken_up.get() => return Promise::resolve(&JsValue::UNDEFINED),
            false => String::new(),
        };
        self.taken_up.set(true);
        self.host().keep(ABOUT, &text)
    }

    // The client of the conversation as they are now: who signs may be others.
    fn read_again(&self, clients: &[Rc<Client>]) {
        let with = self.with();
        if let Some(now) = clients.iter().find(|it| self.is_begun() && it.id == with.id) {
            self.client.replace(Some(now.clone()));
        }
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
        // Nobody came back to it.
        let Some(Kept { client, walk, sent, draft }) = kept else { return self.stop(app) };
        // A list that was remembered may be from before the client: the next one is tried.
        let known = clients.iter().find(|it| it.id == client).cloned();
        self.taken_up.set(known.is_some());
        if known.is_some() {
            self.client.replace(known);
            self.walk.set(walk);
            self.sent.replace(sent);
            self.draft.replace(draft);
            // Looking at it is no change: its day stays the same.
            self.shape.update(|times| *times += 1);
        }
    }
}
