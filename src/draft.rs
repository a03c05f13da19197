// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a person chose and did not send yet. It lives in session storage, so it
//! goes with the window; it belongs to one person and is never shown to
//! another; it goes when it was sent.

use crate::json::{Json, Writer};

/// The choices in one request, with what is needed to send them exactly once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Pseudonym of who chose.
    pub person: String,
    /// The request.
    pub request: String,
    /// Hash of the text that was shown.
    pub notice_hash: String,
    /// Idempotency key of the presentation.
    pub presentation_key: String,
    /// The presentation, once the server recorded it.
    pub presentation: Option<String>,
    /// Idempotency key of the confirmation.
    pub decision_key: String,
    /// The choices, as JSON.
    pub choices: String,
    /// Whether the person confirmed them. From then on they are on their way.
    pub confirmed: bool,
    /// The confirmation exactly as it is sent, every time.
    pub body: Option<String>,
}

impl Draft {
    fn write(&self) -> String {
        Writer::new()
            .text("person", &self.person)
            .text("request", &self.request)
            .text("noticeHash", &self.notice_hash)
            .text("presentationKey", &self.presentation_key)
            .optional("presentation", self.presentation.as_deref())
            .text("decisionKey", &self.decision_key)
            .text("choices", &self.choices)
            .flag("confirmed", self.confirmed)
            .optional("body", self.body.as_deref())
            .end()
    }

    fn read(text: &str) -> Option<Self> {
        let json = Json::parse(text)?;
        Some(Self {
            person: json.text("person"),
            request: json.text("request"),
            notice_hash: json.text("noticeHash"),
            presentation_key: json.text("presentationKey"),
            presentation: json.optional("presentation"),
            decision_key: json.text("decisionKey"),
            choices: json.text("choices"),
            confirmed: json.flag("confirmed"),
            body: json.optional("body"),
        })
    }

    /// The choices as a document with one field, `choices`.
    pub fn chosen(&self) -> Option<Json> {
        Json::parse(&Writer::new().json("choices", &self.choices).end())
    }

    /// Keeps the draft. Where storage is switched off it lives on in memory.
    pub fn keep(&self) {
        keep_text(&self.person, &self.request, &self.write());
    }

    /// The draft of a person for a request.
    pub fn find(person: &str, request: &str) -> Option<Self> {
        Self::read(&kept_text(person, request)?).filter(|draft| draft.person == person)
    }

    /// Throws the draft away.
    pub fn drop_kept(person: &str, request: &str) {
        drop_text(person, request);
    }
}

/// Keeps a text of one person about one thing, in this window only.
pub fn keep_text(person: &str, about: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&name(person, about), text);
    }
}

/// What is kept of one person about one thing.
pub fn kept_text(person: &str, about: &str) -> Option<String> {
    storage()?.get_item(&name(person, about)).ok().flatten()
}

/// Throws it away.
pub fn drop_text(person: &str, about: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&name(person, about));
    }
}

const PREFIX: &str = "samenspraak:";

fn name(person: &str, about: &str) -> String {
    [PREFIX, person, ":", about].concat()
}

/// Throws away what belongs to anybody but this person; with an empty name,
/// everything.
pub fn wipe_all_but(person: &str) {
    let Some(storage) = storage() else { return };
    let own = name(person, "");
    // From the end, because removing shifts what comes after.
    for index in (0..storage.length().unwrap_or(0)).rev() {
        if let Ok(Some(key)) = storage.key(index)
            && key.starts_with(PREFIX)
            && (person.is_empty() || !key.starts_with(&own))
        {
            let _ = storage.remove_item(&key);
        }
    }
}

/// Whether this window keeps something under a name of its own.
pub fn is_kept(name: &str) -> bool {
    storage().is_some_and(|storage| matches!(storage.get_item(name), Ok(Some(_))))
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_comes_back_as_it_was_kept() {
        let draft = Draft {
            person: "p-noor".into(),
            request: "019a".into(),
            notice_hash: "ab".into(),
            presentation_key: "k1".into(),
            presentation: Some("pr".into()),
            decision_key: "k2".into(),
            choices: r#"[{"itemId":"i","answers":{"d":"yes"}}]"#.into(),
            confirmed: true,
            body: Some(r#"{"language":"nl"}"#.into()),
        };
        assert_eq!(Draft::read(&draft.write()), Some(draft.clone()));
        let open = Draft { presentation: None, body: None, confirmed: false, ..draft };
        assert_eq!(Draft::read(&open.write()), Some(open));
    }

    #[test]
    fn the_choices_inside_are_a_list_again() {
        let draft = Draft { choices: r#"[{"itemId":"i"}]"#.into(), ..Draft::default() };
        let items = draft.chosen().map(|json| json.list("choices", |entry| entry.text("itemId")));
        assert_eq!(items, Some(vec!["i".to_owned()]));
        assert!(Draft::read("no json").is_none());
    }
}
