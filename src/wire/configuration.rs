// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The settings of one controller, and who is signed in.

use crate::json::Json;
use crate::wire::party::Contact;

/// A person as others in the case know them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Pseudonym of the login.
    pub id: String,
    /// Name as the person is addressed.
    pub name: String,
}

impl Person {
    /// Reads a person.
    pub fn read(json: &Json) -> Self {
        Self { id: json.text("id"), name: json.text("displayName") }
    }
}

/// The municipality that answers for the processing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Controller {
    /// Its id.
    pub id: String,
    /// Its legal name.
    pub name: String,
    /// Where to go with a question about privacy.
    pub contact: Contact,
    /// The privacy statement on its own site.
    pub privacy_statement: String,
}

impl Controller {
    /// Reads a controller.
    pub fn read(json: &Json) -> Self {
        Self {
            id: json.text("id"),
            name: json.text("name"),
            contact: Contact::read(&json.field("contact")),
            privacy_statement: json.text("privacyStatement"),
        }
    }
}

/// What the widget knows before it asks anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Configuration {
    /// The municipality.
    pub controller: Controller,
    /// Who is signed in.
    pub signed_in: Option<Person>,
    /// Code of what they may do.
    pub role: String,
    /// Lines of what happened that were withheld, may be seen now, and were not read yet (H6).
    pub untold: u32,
    /// Where to sign in.
    pub sign_in_url: Option<String>,
    /// The municipality's own wording, in the language of the screen.
    pub texts: Vec<(String, String)>,
    /// Milliseconds without input after which the screen is cleared; zero is never.
    pub idle_timeout_ms: u32,
}

impl Configuration {
    /// Reads the settings for one language.
    pub fn read(json: &Json, language: &str) -> Self {
        let signed_in = json.field("signedIn");
        Self {
            controller: Controller::read(&json.field("controller")),
            signed_in: signed_in.is_present().then(|| Person::read(&signed_in.field("person"))),
            role: signed_in.text("role"),
            untold: signed_in.number("untold"),
            sign_in_url: json.optional("signInUrl"),
            texts: json.field("texts").map(language),
            idle_timeout_ms: json.number("idleTimeoutMs"),
        }
    }
}
