// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What intake goes by: the clients, the catalogue with its prepared words, and
//! the verdict of the rules on what is being filled in.

mod catalogue;
mod client;
mod verdict;

pub use catalogue::{Basis, Catalogue, Criterion, DataType, Level, LifeArea, Task, Wording};
pub use client::{Asked, Client, Representative, Signer};
pub use verdict::{Advice, Verdict};

use crate::json::{Json, Writer, quoted};

/// A text in several languages: as it is shown, in Dutch, and as it goes out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// In the language of the screen.
    pub shown: String,
    /// In Dutch, the language every text must have.
    pub dutch: String,
    /// On the wire, in every language it has.
    pub wire: String,
}

impl Text {
    fn read(json: &Json, name: &str, language: &str) -> Self {
        let field = json.field(name);
        Self { shown: json.localized(name, language), dutch: field.text("nl"), wire: field.written() }
    }

    fn some(json: &Json, name: &str, language: &str) -> Option<Self> {
        json.field(name).is_present().then(|| Self::read(json, name, language))
    }

    /// On the wire, with other words in its place when somebody wrote them. Those are
    /// Dutch: what was translated said something else.
    pub fn or(&self, written: Option<&str>) -> String {
        match written.map(str::trim) {
            Some(words) if words != self.dutch.trim() => Writer::new().json("nl", &quoted(words)).end(),
            _ => self.wire.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_ones_own_take_the_place_of_every_translation() {
        let json = Json::parse(r#"{"t": {"nl": "ja", "en": "yes"}}"#).expect("valid JSON");
        let text = Text::read(&json, "t", "en");
        assert_eq!((&*text.shown, &*text.dutch), ("yes", "ja"));
        let wire = |text: String| Json::parse(&text).expect("valid JSON");
        assert_eq!(wire(text.or(None)).text("en"), "yes");
        assert_eq!(wire(text.or(Some(" ja "))).text("en"), "yes", "nothing was changed");
        let own = wire(text.or(Some("jazeker")));
        assert_eq!((&*own.text("nl"), own.optional("en")), ("jazeker", None));
        assert_eq!(Text::some(&json, "none", "nl"), None);
    }
}
