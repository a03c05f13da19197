// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A filing as the person who filed it reads it.

use crate::json::Json;
use crate::wire::case::Case;
use crate::wire::configuration::Controller;
use crate::wire::party::Contact;

/// One filing, with what matters to the person alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filing {
    /// What everybody reads of it.
    pub case: Case,
    /// The municipality that answers.
    pub controller: Controller,
    /// Who to call about it.
    pub contact: Contact,
    /// Id of the request that asks whether the committee may see documents.
    pub committee_request: Option<String>,
}

impl Filing {
    /// Reads a filing in one language.
    pub fn read(json: &Json, language: &str) -> Self {
        Self {
            case: Case::read(json, language),
            controller: Controller::read(&json.field("controller")),
            contact: Contact::read(&json.field("contactPoint")),
            committee_request: json.field("committee").optional("consentRequestId"),
        }
    }

    /// Whether the committee asks something that was not answered yet.
    pub fn committee_asks(&self) -> bool {
        let open = |(_, status): &(String, String)| matches!(&**status, "requested" | "deferred");
        self.case.committee.as_ref().is_some_and(|(_, documents)| documents.iter().any(open))
    }

    /// Whether the grounds are still to follow (pro forma, Awb 6:5 and 6:6).
    pub fn awaits_grounds(&self) -> bool {
        let given = self.case.events.iter().any(|event| event.what == "information-given");
        self.case.track == "administrative-objection"
            && self.case.content.explanation.is_empty()
            && !given
            && self.case.allows("information-given")
    }

    /// The question of the municipality that waits for an answer, and the last day.
    pub fn question(&self) -> Option<(&str, Option<&str>)> {
        if self.case.status != "awaiting-information" || !self.case.allows("information-given") {
            return None;
        }
        let asked = self.case.events.iter().rev().find(|event| event.what == "information-requested")?;
        Some((&asked.text, asked.respond_before.as_deref()))
    }

    /// The reason of the last event of a kind.
    pub fn reason(&self, what: &str) -> Option<&str> {
        let event = self.case.events.iter().rev().find(|event| event.what == what)?;
        Some(&*event.text).filter(|text| !text.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::case::CaseEvent;

    fn filing(track: &str, explanation: &str, events: &[(&str, &str)]) -> Filing {
        let mut filing = Filing::default();
        filing.case.track = track.into();
        filing.case.content.explanation = explanation.into();
        filing.case.allowed = vec!["information-given".into()];
        let event = |(what, text): &(&str, &str)| CaseEvent {
            what: (*what).into(),
            text: (*text).into(),
            ..CaseEvent::default()
        };
        filing.case.events = events.iter().map(event).collect();
        filing
    }

    #[test]
    fn grounds_are_awaited_until_they_came() {
        let track = "administrative-objection";
        assert!(filing(track, "", &[("filed", "")]).awaits_grounds());
        assert!(!filing(track, "", &[("filed", ""), ("information-given", "Omdat")]).awaits_grounds());
        assert!(!filing(track, "Omdat", &[]).awaits_grounds());
        assert!(!filing("rights-request", "", &[]).awaits_grounds());
    }

    #[test]
    fn the_last_question_is_the_one_that_waits() {
        let events = [("information-requested", "Wanneer?"), ("information-requested", "Waarom?")];
        let mut filing = filing("complaint", "x", &events);
        assert_eq!(filing.question(), None);
        filing.case.status = "awaiting-information".into();
        assert_eq!(filing.question(), Some(("Waarom?", None)));
        filing.case.allowed.clear();
        assert_eq!(filing.question(), None, "it is not this person who is asked");
    }

    #[test]
    fn the_committee_asks_while_something_is_open() {
        let mut filing = Filing::default();
        assert!(!filing.committee_asks());
        let document = |status: &str| ("Verslag".to_owned(), status.to_owned());
        let mut set = |documents| filing.case.committee = Some((Default::default(), documents));
        set(vec![document("given"), document("requested")]);
        assert!(filing.committee_asks());
        let mut set = |documents| filing.case.committee = Some((Default::default(), documents));
        set(vec![document("given"), document("refused")]);
        assert!(!filing.committee_asks());
    }
}
