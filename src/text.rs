// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Sentences by key, with places to fill in. The municipality's own wording
//! goes before ours.

use crate::json::Json;

/// The sentences of one language.
pub struct Texts {
    ours: Json,
    theirs: Vec<(String, String)>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A place to fill in, by its name.
    Slot(String),
}

impl Texts {
    /// Our own sentences.
    pub fn new(ours: Json) -> Self {
        Self { ours, theirs: Vec::new() }
    }

    /// The same with the municipality's own wording.
    pub fn with_own_wording(&self, theirs: Vec<(String, String)>) -> Self {
        Self { ours: self.ours.clone(), theirs }
    }

    /// A sentence, when there is one for this key.
    pub fn find(&self, key: &str) -> Option<String> {
        let theirs = self.theirs.iter().find(|(known, _)| known == key);
        theirs.map(|(_, text)| text.clone()).or_else(|| self.ours.optional(key))
    }

    /// A sentence. A test holds that every key used exists in every language.
    pub fn get(&self, key: &str) -> String {
        self.find(key).unwrap_or_default()
    }

    /// The sentence of a code that a backend sent, or empty when we do not know it.
    pub fn code(&self, family: &str, code: &str) -> String {
        self.get(&[family, ".", code].concat())
    }

    /// A sentence with its places filled in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        for piece in self.pieces(key) {
            match piece {
                Piece::Words(words) => filled.push_str(&words),
                Piece::Slot(name) => filled.push_str(value_of(values, &name)),
            }
        }
        filled
    }

    /// A sentence in pieces, for who marks what is filled in.
    pub fn pieces(&self, key: &str) -> Vec<Piece> {
        pieces(&self.get(key))
    }
}

/// The value for a place, or empty.
pub fn value_of<'v>(values: &[(&str, &'v str)], name: &str) -> &'v str {
    values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| *value)
}

fn pieces(sentence: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while let Some((words, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        if !words.is_empty() {
            pieces.push(Piece::Words(words.to_owned()));
        }
        pieces.push(Piece::Slot(name.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    pieces
}

/// A sentence begins with a capital. Names of parties begin with an article, so
/// ASCII is enough, and saves the tables of all other alphabets.
pub fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Texts {
        Texts::new(
            Json::parse(r#"{"q": "Mag {who} dit, om {why}?", "a": "Ja", "b": "Los {"}"#).expect("valid JSON"),
        )
    }

    #[test]
    fn places_are_filled_in() {
        let filled = texts().fill("q", &[("why", "te helpen"), ("who", "uw arts")]);
        assert_eq!(filled, "Mag uw arts dit, om te helpen?");
        assert_eq!(texts().fill("q", &[]), "Mag  dit, om ?");
    }

    #[test]
    fn a_sentence_comes_in_pieces() {
        let slot = |name: &str| Piece::Slot(name.into());
        let words = |text: &str| Piece::Words(text.into());
        let expected = [words("Mag "), slot("who"), words(" dit, om "), slot("why"), words("?")];
        assert_eq!(texts().pieces("q"), expected);
        assert_eq!(texts().pieces("b"), [words("Los {")]);
    }

    #[test]
    fn the_municipality_s_own_wording_goes_first() {
        let own = texts().with_own_wording(vec![("a".into(), "Akkoord".into())]);
        assert_eq!(own.get("a"), "Akkoord");
        assert_eq!(own.fill("q", &[("who", "u"), ("why", "dat")]), "Mag u dit, om dat?");
        assert_eq!(own.code("status", "something-new"), "");
    }

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(capital("het wijkteam"), "Het wijkteam");
        assert_eq!(capital("één arts"), "één arts");
        assert_eq!(capital(""), "");
    }
}
