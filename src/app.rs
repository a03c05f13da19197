// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What screens are handed: words, places, and the functions that reach the
//! network for them.

use crate::client::Client;
use crate::config::Settings;
use crate::flow::place::Place;
use crate::flow::stop::Want;
use crate::host::SharedHost;
use crate::parts::el::{El, State, el};
use crate::parts::sentence::sentence;
use crate::text::Texts;
use crate::wire::configuration::{Configuration, Person};
use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

/// One widget at work.
#[derive(Clone)]
pub struct App(Rc<Inner>);

/// What is behind [`App`].
pub struct Inner {
    /// The custom element.
    pub host: SharedHost,
    /// The element's attributes.
    pub settings: Settings,
    /// The network.
    pub client: Client,
    /// The words.
    pub texts: Texts,
    /// The municipality, and who is signed in.
    pub configuration: Configuration,
    /// Where the person is: the word of a place.
    pub place: State<String>,
    /// Whether a word is a place of this artefact.
    pub has_place: fn(&str) -> bool,
    /// What the polite live region says.
    pub said: State<String>,
    /// Goes up each time the browser comes back online.
    pub online: State<u32>,
    /// Goes up each time the visit stands otherwise.
    #[cfg(feature = "staff")]
    pub visited: State<u32>,
    /// What a room keeps while another of its screens is shown.
    #[cfg(feature = "staff")]
    pub kept: RefCell<Option<Rc<dyn std::any::Any>>>,
    /// Whether anybody touched the widget: before that it never takes the focus.
    pub touched: Rc<Cell<bool>>,
    /// The id of what gets the focus on the next screen, instead of its title.
    pub focus_next: RefCell<Option<String>>,
    /// What the record that opens next asks at once.
    pub want_next: Cell<Option<Want>>,
}

impl Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    /// An app around what is known now.
    pub fn new(inner: Inner) -> Self {
        Self(Rc::new(inner))
    }

    /// The person signed in.
    pub fn person(&self) -> Option<&Person> {
        self.configuration.signed_in.as_ref()
    }

    /// Whether somebody is the person signed in.
    pub fn is_me(&self, somebody: &Person) -> bool {
        self.person().is_some_and(|me| me.id == somebody.id)
    }

    /// A sentence.
    pub fn t(&self, key: &str) -> String {
        self.texts.get(key)
    }

    /// A sentence with its places filled in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.texts.fill(key, values)
    }

    /// A sentence whose form depends on a number: `key.one`, `key.other`.
    pub fn count(&self, key: &str, number: u32) -> String {
        let mut form = [key, ".", &self.host.plural(number)].concat();
        if self.texts.find(&form).is_none() {
            form = [key, ".other"].concat();
        }
        self.fill(&form, &[("n", &number.to_string())])
    }

    /// An element with a sentence in it.
    pub fn tell(&self, tag: &str, key: &str) -> El {
        el(tag).text(&self.t(key))
    }

    /// An element with a sentence whose filled-in places are marked.
    pub fn marked(&self, tag: &str, key: &str, values: &[(&str, &str)]) -> El {
        sentence(el(tag), self.texts.pieces(key), values)
    }

    /// A term of months in words: whole years where possible.
    pub fn months(&self, months: u32) -> String {
        match months % 12 {
            0 => self.count("years", months / 12),
            _ => self.count("months", months),
        }
    }

    /// Says something in the live region.
    pub fn say(&self, words: String) {
        self.said.set(words);
    }

    /// Goes to a place, also of another artefact; the browser's back button
    /// returns.
    pub fn go(&self, place: impl Place) {
        self.go_to(place.word());
    }

    /// The same, by the word of the place.
    pub fn go_to(&self, word: String) {
        if (self.has_place)(&word) {
            self.host.remember(&word, false);
            self.place.set(word);
        } else {
            self.host.open(&word);
        }
    }

    /// Goes to a place that takes the place of this one in the history.
    pub fn replace(&self, place: impl Place) {
        let word = place.word();
        self.host.remember(&word, true);
        self.place.set(word);
    }

    /// Where the person is now.
    pub fn at<P: Place>(&self) -> Option<P> {
        self.place.peek_with(|word| P::parse(word))
    }

    /// The browser is online again.
    pub fn came_online(&self) {
        self.online.update(|times| *times += 1);
    }
}
