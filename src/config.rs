// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The attributes of the element, as typed settings.

use crate::flow::place::{CitizenPlace, Place};

/// Name and version of what draws a notice.
pub const RENDERER: &str = concat!("samenspraak-widget/", env!("CARGO_PKG_VERSION"));

/// What the host page asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Language of the screen (BCP 47).
    pub language: String,
    /// The controller, when the backend serves several.
    pub controller: Option<String>,
    /// The word of the place where the widget opens, when the page names one, or
    /// one request.
    pub start: Option<String>,
}

impl Settings {
    /// Reads the settings; `attribute` gives the value of one, when it is set.
    pub fn read(attribute: impl Fn(&str) -> Option<String>) -> Self {
        let filled = |name: &str| attribute(name).filter(|value| !value.is_empty());
        Self {
            language: filled("locale").unwrap_or_else(|| "nl".into()),
            controller: filled("controller"),
            start: filled("place").or_else(|| filled("request").map(|id| CitizenPlace::request(&id).word())),
        }
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        matches!(self.language.as_str(), "ar" | "fa" | "he" | "ps" | "ur")
    }

    /// The path of the settings of the controller. The element asks for it
    /// before this code has arrived, in the same words.
    pub fn configuration_path(&self) -> String {
        match &self.controller {
            Some(id) => ["configuration?controllerId=", id].concat(),
            None => "configuration".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(attributes: &[(&str, &str)]) -> Settings {
        Settings::read(|name| {
            attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn nothing_set_is_dutch_and_the_overview() {
        let settings = settings(&[("request", ""), ("locale", "")]);
        assert_eq!(settings.language, "nl");
        assert_eq!(settings.start, None);
        assert_eq!(settings.configuration_path(), "configuration");
        assert!(!settings.is_right_to_left());
    }

    #[test]
    fn a_page_may_name_any_place() {
        let settings = settings(&[("place", "door/complaint"), ("request", "019a")]);
        assert_eq!(settings.start.as_deref(), Some("door/complaint"));
    }

    #[test]
    fn one_request_of_one_controller_in_arabic() {
        let settings = settings(&[("locale", "ar"), ("request", "019a"), ("controller", "enschede")]);
        assert!(settings.is_right_to_left());
        assert_eq!(settings.start.as_deref(), Some("request/019a"));
        assert_eq!(settings.configuration_path(), "configuration?controllerId=enschede");
    }
}
