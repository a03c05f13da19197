// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A form of a citizen: what was typed and not sent yet, or what is on its way. It
//! is kept before it is sent and goes only when the server has recorded it, so it
//! is never lost, never recorded twice, and never sent in somebody else's name.

use crate::client::{Client, Failure, Reply};
use crate::draft;
use crate::flow::form::Typed;
use crate::flow::sending::meaning;
use crate::json::{Json, Writer};
use crate::wire::problem::{ProblemType, invalid_params};
use std::cell::RefCell;

/// A form as it is kept in this window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Pseudonym of who fills it in; empty for who is not signed in.
    pub person: String,
    /// Which form it is.
    pub about: String,
    /// What was typed.
    pub typed: Typed,
    /// Where it is posted.
    pub path: String,
    /// Idempotency key: the same every time it is sent. Empty while it was not.
    pub key: String,
    /// The `ETag` of what it adds to, or empty.
    pub version: String,
    /// The document exactly as it is sent every time. Empty while it was not.
    pub body: String,
}

/// Why it was not taken, and each input that was not accepted: JSON pointer and code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotTaken {
    /// What happened.
    pub failure: Failure,
    /// The inputs.
    pub invalid: Vec<(String, String)>,
}

impl Kept {
    /// A form that is begun.
    pub fn begin(person: &str, about: &str) -> Self {
        Self { person: person.to_owned(), about: about.to_owned(), ..Self::default() }
    }

    fn write(&self) -> String {
        Writer::new()
            .json("typed", &self.typed.write())
            .text("path", &self.path)
            .text("key", &self.key)
            .text("version", &self.version)
            .text("body", &self.body)
            .end()
    }

    fn read(person: &str, about: &str, text: &str) -> Option<Self> {
        let json = Json::parse(text)?;
        Some(Self {
            typed: Typed::read(&json.field("typed")),
            path: json.text("path"),
            key: json.text("key"),
            version: json.text("version"),
            body: json.text("body"),
            ..Self::begin(person, about)
        })
    }

    /// Whether it was sent already, and the answer did not come.
    pub fn is_on_its_way(&self) -> bool {
        !self.body.is_empty()
    }

    /// Keeps it in this window.
    pub fn keep(&self) {
        draft::keep_text(&self.person, &self.about, &self.write());
    }

    /// What somebody began.
    pub fn find(person: &str, about: &str) -> Option<Self> {
        Self::read(person, about, &draft::kept_text(person, about)?)
    }

    /// Throws it away.
    pub fn drop_kept(&self) {
        draft::drop_text(&self.person, &self.about);
    }

    /// Sends it; answers the filing as it stands afterwards. After a final no what
    /// was typed stays, for another try. `settings` is the path of the
    /// configuration, which says who is signed in now.
    pub async fn deliver(&mut self, client: &Client, settings: &str) -> Result<Reply, NotTaken> {
        self.keep();
        let invalid = RefCell::default();
        let result = self.try_to_deliver(client, settings, &invalid).await;
        match &result {
            Ok(_) => self.drop_kept(),
            Err(failure) if meaning(failure.problem()).is_err() => {
                self.key.clear();
                self.body.clear();
                self.keep();
            }
            Err(_) => {}
        }
        result.map_err(|failure| NotTaken { failure, invalid: invalid.take() })
    }

    async fn try_to_deliver(
        &self,
        client: &Client,
        settings: &str,
        invalid: &RefCell<Vec<(String, String)>>,
    ) -> Result<Reply, Failure> {
        // Somebody else may have signed in, in another tab of this browser (F7).
        let signed_in = client.get(settings).await?.body.field("signedIn").field("person");
        if signed_in.text("id") != self.person {
            return Err(Failure::Problem(ProblemType::NotSignedIn));
        }
        let told = |problem: &Json| drop(invalid.replace(invalid_params(problem)));
        client.post_form(&self.path, &self.key, &self.version, &self.body, &told).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::form::Blank;

    #[test]
    fn a_form_comes_back_as_it_was_kept() {
        let mut form = Kept::begin("p", "filing/erasure");
        assert!(!form.is_on_its_way());
        form.typed.set(Blank::Explanation, "Daarom \"niet\"\nen anders".into());
        assert_eq!(Kept::read("p", "filing/erasure", &form.write()), Some(form.clone()));
        form.path = "rights-requests".into();
        (form.key, form.version, form.body) = ("k".into(), "\"3\"".into(), r#"{"kind":"erasure"}"#.into());
        assert!(form.is_on_its_way());
        assert_eq!(Kept::read("p", "filing/erasure", &form.write()), Some(form));
        assert_eq!(Kept::read("p", "filing/erasure", "no json"), None);
    }
}
