// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Reading and writing JSON without a framework.
//!
//! A screen reads a tenth of what the contract carries. Reading all of it
//! through serde costs 58 kB of download; asking the browser's own parser for
//! the fields we show costs three. What is missing or of another kind reads as
//! empty, so that a backend that adds a field never breaks a screen.

#[cfg(target_arch = "wasm32")]
pub use browser::Json;
#[cfg(not(target_arch = "wasm32"))]
pub use native::Json;

impl Json {
    /// The text of a field, or empty.
    pub fn text(&self, name: &str) -> String {
        self.optional(name).unwrap_or_default()
    }

    /// The text of a field, when it is there.
    pub fn optional(&self, name: &str) -> Option<String> {
        self.field(name).as_text()
    }

    /// A whole number, or zero.
    pub fn number(&self, name: &str) -> u32 {
        self.field(name).as_number().map_or(0, |number| number as u32)
    }

    /// Whether a field is `true`.
    pub fn flag(&self, name: &str) -> bool {
        self.field(name).as_flag()
    }

    /// The entries of a list, read one by one.
    pub fn list<T>(&self, name: &str, read: impl Fn(&Json) -> T) -> Vec<T> {
        self.field(name).entries().iter().map(read).collect()
    }

    /// The texts of a list.
    pub fn texts(&self, name: &str) -> Vec<String> {
        self.field(name).entries().iter().filter_map(Json::as_text).collect()
    }

    /// A text in several languages: in `language`, or else in Dutch.
    pub fn localized(&self, name: &str, language: &str) -> String {
        let text = self.field(name);
        text.optional(language).unwrap_or_else(|| text.text("nl"))
    }

    /// The names of the fields of an object whose names are data.
    pub fn keys(&self, name: &str) -> Vec<String> {
        self.field(name).names()
    }

    /// The fields of an object whose names are data, with their texts.
    pub fn map(&self, name: &str) -> Vec<(String, String)> {
        let object = self.field(name);
        object
            .names()
            .into_iter()
            .map(|key| (object.text(&key), key))
            .map(|(text, key)| (key, text))
            .collect()
    }
}

/// Writes a JSON object, field by field.
pub struct Writer(String);

impl Writer {
    /// An empty object.
    #[expect(clippy::new_without_default, reason = "an object is begun, not defaulted")]
    pub fn new() -> Self {
        Self("{".into())
    }

    /// A field whose value is a text.
    pub fn text(mut self, name: &str, value: &str) -> Self {
        self.name(name);
        quote(&mut self.0, value);
        self
    }

    /// A field whose value is a text, when there is one.
    pub fn optional(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self,
        }
    }

    /// A field whose value is JSON already.
    pub fn json(mut self, name: &str, value: &str) -> Self {
        self.name(name);
        self.0.push_str(value);
        self
    }

    /// A field that is true or false.
    pub fn flag(self, name: &str, value: bool) -> Self {
        self.json(name, if value { "true" } else { "false" })
    }

    /// The whole object.
    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }

    fn name(&mut self, name: &str) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        quote(&mut self.0, name);
        self.0.push(':');
    }
}

/// A text as a JSON value.
pub fn quoted(value: &str) -> String {
    let mut text = String::new();
    quote(&mut text, value);
    text
}

/// A list of JSON values.
pub fn array(values: &[String]) -> String {
    let mut text = String::from("[");
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(value);
    }
    text.push(']');
    text
}

fn quote(out: &mut String, value: &str) {
    out.push('"');
    for letter in value.chars() {
        match letter {
            '"' | '\\' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out.push_str("\\n"),
            // Other control characters have no place in an identifier or a sentence.
            letter if letter < ' ' => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.push('"');
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{Array, JSON, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    /// A JSON value as the browser parsed it.
    #[derive(Clone)]
    pub struct Json(pub JsValue);

    impl Json {
        /// Reads a text; nothing when it is no JSON.
        pub fn parse(text: &str) -> Option<Self> {
            JSON::parse(text).ok().map(Self)
        }

        /// A field of an object; a missing one is a null.
        pub fn field(&self, name: &str) -> Self {
            Self(Reflect::get(&self.0, &name.into()).unwrap_or(JsValue::NULL))
        }

        /// Whether there is a value at all.
        pub fn is_present(&self) -> bool {
            !self.0.is_null() && !self.0.is_undefined()
        }

        /// The value as it is written on the wire.
        pub fn written(&self) -> String {
            JSON::stringify(&self.0).map(String::from).unwrap_or_default()
        }

        pub(super) fn as_text(&self) -> Option<String> {
            self.0.as_string()
        }

        pub(super) fn as_number(&self) -> Option<f64> {
            self.0.as_f64()
        }

        pub(super) fn as_flag(&self) -> bool {
            self.0.is_truthy() && self.0.as_bool().is_some()
        }

        pub(super) fn entries(&self) -> Vec<Self> {
            self.0.dyn_ref::<Array>().map(|list| list.iter().map(Self).collect()).unwrap_or_default()
        }

        pub(super) fn names(&self) -> Vec<String> {
            let object = self.0.dyn_ref::<Object>();
            object
                .map(|it| Object::keys(it).iter().filter_map(|key| key.as_string()).collect())
                .unwrap_or_default()
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use serde_json::Value;

    /// A JSON value, outside the browser.
    #[derive(Clone)]
    pub struct Json(pub Value);

    impl Json {
        /// Reads a text; nothing when it is no JSON.
        pub fn parse(text: &str) -> Option<Self> {
            serde_json::from_str(text).ok().map(Self)
        }

        /// A field of an object; a missing one is a null.
        pub fn field(&self, name: &str) -> Self {
            Self(self.0.get(name).cloned().unwrap_or(Value::Null))
        }

        /// Whether there is a value at all.
        pub fn is_present(&self) -> bool {
            !self.0.is_null()
        }

        /// The value as it is written on the wire.
        pub fn written(&self) -> String {
            self.0.to_string()
        }

        pub(super) fn as_text(&self) -> Option<String> {
            self.0.as_str().map(str::to_owned)
        }

        pub(super) fn as_number(&self) -> Option<f64> {
            self.0.as_f64()
        }

        pub(super) fn as_flag(&self) -> bool {
            self.0 == Value::Bool(true)
        }

        pub(super) fn entries(&self) -> Vec<Self> {
            self.0.as_array().map(|list| list.iter().cloned().map(Self).collect()).unwrap_or_default()
        }

        pub(super) fn names(&self) -> Vec<String> {
            self.0.as_object().map(|object| object.keys().cloned().collect()).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let written = Writer::new()
            .text("a", "zegt \"ja\" \\ en\nnee")
            .optional("b", None)
            .flag("c", true)
            .json("d", &array(&["1".into(), "\"x\"".into()]))
            .end();
        let read = Json::parse(&written).expect("valid JSON");
        assert_eq!(read.text("a"), "zegt \"ja\" \\ en\nnee");
        assert_eq!(read.optional("b"), None);
        assert!(read.flag("c"));
        assert_eq!(read.texts("d"), ["x"]);
    }

    #[test]
    fn what_is_missing_or_of_another_kind_reads_as_empty() {
        let read = Json::parse(r#"{"a": 1, "b": "tekst", "c": null}"#).expect("valid JSON");
        assert_eq!(read.text("a"), "");
        assert_eq!(read.number("b"), 0);
        assert!(!read.flag("b"));
        assert!(read.texts("b").is_empty());
        assert!(read.map("a").is_empty());
        assert!(!read.field("c").is_present());
        assert!(!read.field("c").field("d").is_present());
        assert!(Json::parse("{").is_none());
    }

    #[test]
    fn a_text_falls_back_to_dutch() {
        let read = Json::parse(r#"{"t": {"nl": "ja", "en": "yes"}}"#).expect("valid JSON");
        assert_eq!(read.localized("t", "en"), "yes");
        assert_eq!(read.localized("t", "tr"), "ja");
    }
}
