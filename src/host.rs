// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the custom element does for the widget: attributes, `fetch`, the
//! browser's own formatting, its history, and events to the page.

use js_sys::Promise;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The object that `element.js` hands over.
    pub type Host;

    /// The element the widget is drawn into.
    #[wasm_bindgen(method, getter)]
    pub fn root(this: &Host) -> web_sys::HtmlElement;

    /// Our sentences in the language of the screen, parsed.
    #[wasm_bindgen(method, getter)]
    pub fn texts(this: &Host) -> JsValue;

    /// The value of an attribute.
    #[wasm_bindgen(method)]
    pub fn attribute(this: &Host, name: &str) -> Option<String>;

    /// Sends a request; resolves to `{ status, version, body }`, rejects when
    /// the server was not reached.
    #[wasm_bindgen(method)]
    pub fn send(this: &Host, method: &str, path: &str, key: &str, version: &str, body: &str) -> Promise;

    /// Reads a document about somebody else: sends `Data-Subject` along. Resolves
    /// and rejects as [`Host::send`] does.
    #[wasm_bindgen(method, js_name = readAbout)]
    pub fn read_about(this: &Host, path: &str, subject: &str) -> Promise;

    /// Posts the bytes of a file in its own media type; `subject` is whose it is, when
    /// that is somebody else. Resolves and rejects as [`Host::send`] does.
    #[wasm_bindgen(method)]
    pub fn upload(this: &Host, path: &str, key: &str, file: &web_sys::File, subject: &str) -> Promise;

    /// The address of a path of the contract, for a link.
    #[wasm_bindgen(method)]
    pub fn address(this: &Host, path: &str) -> String;

    /// A promise that is kept after so many milliseconds.
    #[wasm_bindgen(method)]
    pub fn wait(this: &Host, milliseconds: u32) -> Promise;

    /// A fresh UUID.
    #[wasm_bindgen(method)]
    pub fn uuid(this: &Host) -> String;

    /// A day (`2026-11-22`) in words.
    #[wasm_bindgen(method)]
    pub fn day(this: &Host, iso: &str) -> String;

    /// A moment (`2026-11-22T10:00:00Z`) in words.
    #[wasm_bindgen(method)]
    pub fn moment(this: &Host, iso: &str) -> String;

    /// Words as a list: `a, b and c`.
    #[wasm_bindgen(method)]
    pub fn list(this: &Host, words: Vec<String>) -> String;

    /// The plural category of a number: `one`, `other`, …
    #[wasm_bindgen(method)]
    pub fn plural(this: &Host, number: u32) -> String;

    /// Tells the page something happened. Never personal data.
    #[wasm_bindgen(method)]
    pub fn emit(this: &Host, event: &str, detail: &str);

    /// The first screen stands: the page's own content may go.
    #[wasm_bindgen(method)]
    pub fn ready(this: &Host);

    /// The backend was not reached, so that no first screen stands.
    #[wasm_bindgen(method)]
    pub fn fail(this: &Host, problem: &str);

    /// Goes to a place of another artefact, which takes the place of this one once
    /// it has arrived.
    #[wasm_bindgen(method)]
    pub fn open(this: &Host, place: &str);

    /// Whether the person came here from another artefact.
    #[wasm_bindgen(method, js_name = cameFromElsewhere)]
    pub fn came_from_elsewhere(this: &Host) -> bool;

    /// Puts a place in the history of the browser, as a new entry or over this one.
    #[wasm_bindgen(method)]
    pub fn remember(this: &Host, place: &str, replace: bool);

    /// The place to begin with, when this entry of the history remembers one.
    #[wasm_bindgen(method)]
    pub fn remembered(this: &Host) -> Option<String>;

    /// Warns before, and clears after so many milliseconds without input.
    #[wasm_bindgen(method, js_name = watchIdle)]
    pub fn watch_idle(this: &Host, milliseconds: u32);

    /// Somebody is there.
    #[wasm_bindgen(method)]
    pub fn stir(this: &Host);

    /// Begins again, as when the page was opened.
    #[wasm_bindgen(method)]
    pub fn restart(this: &Host);

    /// Checks the signature of the receipt at a path, and that what was signed is
    /// what is shown; resolves to `intact`, `broken`, `impossible` or `unreachable`.
    #[wasm_bindgen(method)]
    pub fn verify(this: &Host, path: &str, shown: &JsValue) -> Promise;

    /// Saves what stands at a path in the form of a media type as a file; rejects
    /// when that fails.
    #[wasm_bindgen(method)]
    pub fn save(this: &Host, path: &str, media_type: &str, name: &str) -> Promise;

    /// Prints the page.
    #[wasm_bindgen(method)]
    pub fn print(this: &Host);
}

// The visit: a backend in the browser, that keeps what a worker and a client do
// until it has arrived. These are there in `view="intake"` only.
#[cfg(feature = "staff")]
#[wasm_bindgen]
extern "C" {
    /// Judges a `NewAssessment` while it is being filled in, gaps and all. Resolves
    /// to the parsed verdict of the rules: `{ errors, steps, extent, … }`, where every
    /// error has the JSON pointer that says to which step it belongs. Nothing is kept.
    #[wasm_bindgen(method)]
    pub fn judge(this: &Host, draft: &str) -> Promise;

    /// How the visit stands: `{ practice, durable, online, waiting, pending, sending,
    /// conflicts: [{ id, kind, about, name, problem, held }], sharing }`. `durable` is
    /// false when the browser can keep nothing, so that a reload loses what was not
    /// sent; `waiting` is `""`, `"network"` or `"sign-in"`; `pending` counts what still
    /// has to be sent, and `sharing` are the decisions to share among it; a conflict is
    /// something the backend refused, with the name of the client when it is known, the
    /// problem document, and the number of later things that are held back with it.
    /// `Widget::visited` is called each time this changes.
    #[wasm_bindgen(method, js_name = visitState)]
    pub fn visit_state(this: &Host) -> JsValue;

    /// Turns the screen to a person who still has to answer a request: the citizen's
    /// own view takes the place of everything for staff. Resolves, when the screen was
    /// given back, to whether the person confirmed; rejects, with a problem document,
    /// when this request cannot be answered by this person on this device.
    #[wasm_bindgen(method)]
    pub fn turn(this: &Host, request: &str, person: &str) -> Promise;

    /// Settles a conflict that the worker has read: `again` sends it once more, `drop`
    /// throws it away together with what is held back with it. Resolves when done.
    #[wasm_bindgen(method)]
    pub fn settle(this: &Host, conflict: &str, choice: &str) -> Promise;

    /// Begins practising with fictional clients, or stops: nothing of it is kept and
    /// nothing is sent. Resolves when the other visit stands; read everything anew.
    #[wasm_bindgen(method)]
    pub fn practise(this: &Host, on: bool) -> Promise;

    /// Keeps a text about one thing, encrypted, for this worker on this device; an
    /// empty text throws it away. For what is being filled in: session storage is not
    /// for intake. Of texts that come while one is being written the last one counts.
    /// Resolves when it is kept.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Host, about: &str, text: &str) -> Promise;

    /// Resolves to the text that was kept, or to an empty one.
    #[wasm_bindgen(method)]
    pub fn kept(this: &Host, about: &str) -> Promise;
}

/// The host, shared by everything in one widget.
pub type SharedHost = Rc<Host>;
