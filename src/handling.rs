// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a handler typed about a case and did not send yet, or what is on its way.
//! It is kept before it is sent and goes only when the server has recorded it, so
//! it is never lost and never recorded twice.

use crate::client::{Client, Failure, Reply};
use crate::draft;
use crate::flow::handle::{Action, Typed, meaning};
use crate::json::{Json, Writer};

/// One form about one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handling {
    /// Pseudonym of the handler.
    pub person: String,
    /// The case.
    pub case: String,
    /// What the handler does.
    pub action: Action,
    /// What was typed.
    pub typed: Typed,
    /// Idempotency key: the same every time it is sent. Empty while it was not.
    pub key: String,
    /// The `ETag` of the case as the handler saw it.
    pub version: String,
    /// The event, exactly as it is sent every time. Empty while it was not.
    pub body: String,
}

impl Handling {
    /// A form that is begun.
    pub fn begin(person: &str, case: &str, action: Action) -> Self {
        Self {
            person: person.to_owned(),
            case: case.to_owned(),
            action,
            typed: Typed::default(),
            key: String::new(),
            version: String::new(),
            body: String::new(),
        }
    }

    fn about(case: &str) -> String {
        ["handling/", case].concat()
    }

    fn write(&self) -> String {
        Writer::new()
            .text("action", self.action.event())
            .json("typed", &self.typed.write())
            .text("key", &self.key)
            .text("version", &self.version)
            .text("body", &self.body)
            .end()
    }

    fn read(person: &str, case: &str, text: &str) -> Option<Self> {
        let json = Json::parse(text)?;
        Some(Self {
            person: person.to_owned(),
            case: case.to_owned(),
            action: Action::of(&json.text("action"))?,
            typed: Typed::read(&json.field("typed")),
            key: json.text("key"),
            version: json.text("version"),
            body: json.text("body"),
        })
    }

    /// Whether it was sent already, and the answer did not come.
    pub fn is_on_its_way(&self) -> bool {
        !self.body.is_empty()
    }

    /// Keeps it in this window.
    pub fn keep(&self) {
        draft::keep_text(&self.person, &Self::about(&self.case), &self.write());
    }

    /// What a handler began about a case.
    pub fn find(person: &str, case: &str) -> Option<Self> {
        Self::read(person, case, &draft::kept_text(person, &Self::about(case))?)
    }

    /// Throws it away.
    pub fn drop_kept(&self) {
        draft::drop_text(&self.person, &Self::about(&self.case));
    }

    /// Sends it; answers the case as it stands afterwards. After a final no what
    /// was typed stays, for another try.
    pub async fn deliver(&mut self, client: &Client) -> Result<Reply, Failure> {
        self.keep();
        let path = ["filings/", &self.case, "/events"].concat();
        let result = client.post(&path, &self.key, &self.version, &self.body).await;
        match &result {
            Ok(_) => self.drop_kept(),
            Err(failure) if meaning(failure.problem()).is_err() => {
                self.key.clear();
                self.body.clear();
                self.keep();
            }
            Err(_) => {}
        }
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::handle::Field;

    #[test]
    fn a_form_comes_back_as_it_was_kept() {
        let mut form = Handling::begin("p", "c", Action::Decide);
        assert!(!form.is_on_its_way());
        form.typed.set(Field::Text, "Daarom \"niet\"\nen anders".into());
        form.version = "\"3\"".into();
        assert_eq!(Handling::read("p", "c", &form.write()), Some(form.clone()));
        (form.key, form.body) = ("k".into(), form.typed.body(Action::Decide, false));
        assert!(form.is_on_its_way());
        assert_eq!(Handling::read("p", "c", &form.write()), Some(form));
        assert_eq!(Handling::read("p", "c", "no json"), None);
        assert_eq!(Handling::read("p", "c", r#"{"action": "filed"}"#), None, "no handler does that");
    }
}
