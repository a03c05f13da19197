// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A form whose fields are known by their place in the document that is posted: a
//! JSON pointer (RFC 6901). What the rules object to is then at its field already.

use super::intake::after_days;
use super::queue::fold;

/// What was typed and chosen, by the pointer of its field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet(Vec<(String, String)>);

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of words.
    Line,
    /// Several lines of words.
    Text,
    /// A day that has been, or today.
    Past,
    /// A day that is still to come.
    Ahead,
    /// Any day.
    Day,
    /// One of a few answers.
    One,
    /// Some of a few answers.
    Some,
    /// One of a long list.
    List,
    /// A document.
    File,
}

/// A field that is asked now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The pointer.
    pub field: String,
    /// How it is filled in.
    pub kind: Kind,
    /// Whether it may stay empty.
    pub optional: bool,
    /// Most characters it takes; for a day that is to come, most days from today.
    pub most: u32,
}

/// Most characters of a function or a reference; and of the texts.
pub const MOST_LINE: u32 = 100;
/// The same for a name.
pub const MOST_NAME: u32 = 120;
/// The same for what the person reads.
pub const MOST_TEXT: u32 = 1_000;
/// The same for reasons.
pub const MOST_REASONS: u32 = 2_000;

// Most characters of the id of a person.
const MOST_ID: usize = 64;

/// Something that is wrong: the pointer of the field, empty for the whole of it, and
/// the code of why.
pub type Wrong = (String, String);

/// A field that has to be filled in.
pub fn asked(field: &str, kind: Kind) -> Asked {
    let most = if kind == Kind::Text { MOST_TEXT } else { MOST_LINE };
    Asked { field: field.to_owned(), kind, optional: false, most }
}

impl Asked {
    /// The same, and it may stay empty.
    pub fn or_not(self) -> Self {
        Self { optional: true, ..self }
    }

    /// The same with room for so many characters, or days.
    pub fn most(self, most: u32) -> Self {
        Self { most, ..self }
    }
}

impl Sheet {
    /// What stands in a field, without spaces around it.
    pub fn get(&self, field: &str) -> &str {
        self.0.iter().find(|(known, _)| known == field).map_or("", |(_, value)| value.trim())
    }

    /// The same, when there is something.
    pub fn some(&self, field: &str) -> Option<&str> {
        Some(self.get(field)).filter(|value| !value.is_empty())
    }

    /// Whether a field holds this answer.
    pub fn is(&self, field: &str, value: &str) -> bool {
        self.get(field) == value
    }

    /// Puts something in a field.
    pub fn set(&mut self, field: &str, value: String) {
        self.0.retain(|(known, _)| known != field);
        self.0.push((field.to_owned(), value));
    }

    /// The codes that are ticked in a field.
    pub fn ticked(&self, field: &str) -> Vec<String> {
        self.get(field).split_whitespace().map(str::to_owned).collect()
    }

    /// Ticks a code, or takes that back.
    pub fn tick(&mut self, field: &str, code: &str, on: bool) {
        let mut codes = self.ticked(field);
        codes.retain(|known| known != code);
        if on {
            codes.push(code.to_owned());
        }
        self.set(field, codes.join(" "));
    }

    /// Everything that is missing, or impossible by itself, in the order of the form;
    /// `today` is as `2026-11-22`.
    pub fn wrongs(&self, fields: &[Asked], today: &str) -> Vec<Wrong> {
        let wrong = |it: &Asked| {
            let value = self.get(&it.field);
            let why = match it.kind {
                _ if value.is_empty() && it.optional => return None,
                _ if value.is_empty() => "missing",
                // Days are written so that their order is that of their letters.
                Kind::Past if value > today => "date-in-future",
                Kind::Ahead if value <= today => "date-in-past",
                Kind::Ahead if *value > *after_days(today, it.most) => "date-out-of-range",
                _ if value.chars().count() > it.most as usize
                    && matches!(it.kind, Kind::Line | Kind::Text) =>
                {
                    "too-long"
                }
                _ => return None,
            };
            Some((it.field.clone(), why.to_owned()))
        };
        fields.iter().filter_map(wrong).collect()
    }
}

/// The field at which an objection belongs: the one it names, the one it is inside,
/// or the first one inside what it names; empty for the whole of it.
pub fn spot(fields: &[Asked], pointer: &str) -> String {
    let inside = |outer: &str, inner: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let names = |it: &&Asked| !pointer.is_empty() && inside(&it.field, pointer);
    let below = |it: &&Asked| !pointer.is_empty() && inside(pointer, &it.field);
    let found = fields.iter().find(names).or_else(|| fields.iter().find(below));
    found.map_or_else(String::new, |it| it.field.clone())
}

/// The word that chooses the sentences of a field: its pointer without places in a
/// list, `sharings-senderId`.
pub fn word(field: &str) -> String {
    let parts = field.split('/').filter(|part| !part.is_empty() && part.parse::<u32>().is_err());
    parts.collect::<Vec<_>>().join("-")
}

/// The id of its control on the screen.
pub fn id(field: &str) -> String {
    ["ss-s", &field.replace('/', "-")].concat()
}

/// An id for a colleague who is known by name alone: the same name is the same id, so
/// that nobody is their own second person (H2).
pub fn id_of_name(name: &str) -> String {
    let plain = fold(name);
    let parts = plain.split(|it: char| !it.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let mut id = parts.collect::<Vec<_>>().join("-");
    // As the contract writes ids of people: two characters or more, a letter first.
    if id.len() < 2 || !id.starts_with(|it: char| it.is_ascii_lowercase()) {
        id.insert_str(0, "colleague-");
    }
    id.truncate(MOST_ID);
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> Vec<Asked> {
        vec![
            asked("/danger", Kind::Text),
            asked("/consultation/date", Kind::Past),
            asked("/notification/reviewDate", Kind::Ahead).most(30),
            asked("/sharings/0/dataTypeIds", Kind::Some),
            asked("/alternatives", Kind::Text).or_not(),
        ]
    }

    #[test]
    fn nothing_is_missing_when_all_of_it_is_there() {
        let mut sheet = Sheet::default();
        let wrongs = |sheet: &Sheet| -> Vec<Wrong> { sheet.wrongs(&form(), "2026-11-22") };
        assert_eq!(wrongs(&sheet).len(), 4, "what may stay empty is not missing");
        sheet.set("/danger", "  ".into());
        sheet.set("/consultation/date", "2026-11-23".into());
        sheet.set("/notification/reviewDate", "2026-11-22".into());
        sheet.tick("/sharings/0/dataTypeIds", "that-help", true);
        let codes: Vec<String> = wrongs(&sheet).into_iter().map(|(_, why)| why).collect();
        assert_eq!(codes, ["missing", "date-in-future", "date-in-past"]);
        sheet.set("/danger", "Er is brand.".into());
        sheet.set("/consultation/date", "2026-11-22".into());
        sheet.set("/notification/reviewDate", "2026-12-23".into());
        assert_eq!(wrongs(&sheet), [("/notification/reviewDate".into(), "date-out-of-range".into())]);
        sheet.set("/notification/reviewDate", "2026-12-22".into());
        assert_eq!(wrongs(&sheet), []);
        sheet.set("/danger", "x".repeat(1_001));
        assert_eq!(wrongs(&sheet), [("/danger".to_owned(), "too-long".to_owned())]);
    }

    #[test]
    fn every_objection_finds_its_field() {
        let fields = form();
        assert_eq!(spot(&fields, "/danger"), "/danger");
        assert_eq!(spot(&fields, "/sharings/0/dataTypeIds/2"), "/sharings/0/dataTypeIds");
        assert_eq!(spot(&fields, "/consultation"), "/consultation/date");
        assert_eq!(spot(&fields, "/dangerous"), "");
        assert_eq!(spot(&fields, ""), "");
    }

    #[test]
    fn ticks_come_and_go() {
        let mut sheet = Sheet::default();
        for (code, on) in [("a", true), ("b", true), ("a", false), ("b", true)] {
            sheet.tick("/present", code, on);
        }
        assert_eq!(sheet.ticked("/present"), ["b"]);
    }

    #[test]
    fn a_field_has_a_word_and_an_id() {
        assert_eq!(word("/sharings/12/senderId"), "sharings-senderId");
        assert_eq!(id("/sharings/12/senderId"), "ss-s-sharings-12-senderId");
        assert_eq!(id_of_name("  Lotte  Visser "), "lotte-visser");
        assert_eq!(id_of_name("José O’Brien-Çelik"), "jose-o-brien-celik");
        assert_eq!((&*id_of_name("4ever"), &*id_of_name("فاطمة")), ("colleague-4ever", "colleague-"));
        assert_eq!(id_of_name(&"ab ".repeat(40)).len(), MOST_ID);
    }
}
