// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Decisions to share without consent, and what the catalogue lets one choose.

use crate::json::Json;
use crate::wire::configuration::Person;
use crate::wire::outcome::Ground;
use crate::wire::party::Party;
use crate::wire::request::Datum;

/// What goes from whom to whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// Id of who gives.
    pub sender: String,
    /// Id of who gets.
    pub recipient: String,
    /// Ids of the data.
    pub data: Vec<String>,
    /// Id of the purpose.
    pub purpose: String,
    /// Code of the way it goes.
    pub channel: String,
}

/// Something that happened to a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionEvent {
    /// Code of what.
    pub what: String,
    /// When, in UTC.
    pub at: String,
    /// Who did it.
    pub by: Person,
    /// Why.
    pub reason: String,
    /// The new day to look again.
    pub review_date: String,
}

/// A decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: String,
    /// Whose data.
    pub subject: Person,
    /// Code of the kind.
    pub kind: String,
    /// What threatened whom.
    pub danger: String,
    /// Id of the ground.
    pub ground: String,
    /// The reasons.
    pub rationale: String,
    /// Whether human dignity weighed above the person's own choice.
    pub human_dignity: bool,
    /// Code of pressure or force; empty when it was neither.
    pub measure: String,
    /// Reference of the court's decision.
    pub court_reference: String,
    /// Who decided.
    pub decided_by: Person,
    /// The second person: name, function, day, and whether nobody could be recognised.
    pub second: (String, String, String, bool),
    /// What to whom.
    pub sharings: Vec<Sharing>,
    /// Code of where the duty to tell stands.
    pub status: String,
    /// The day the person was told.
    pub informed_on: String,
    /// Code of why it was told afterwards.
    pub reason: String,
    /// The day to look again.
    pub review_date: String,
    /// When it was decided, in UTC.
    pub decided_at: String,
    /// What happened since.
    pub events: Vec<DecisionEvent>,
}

impl Decision {
    /// Reads one.
    pub fn read(json: &Json) -> Self {
        let (second, measure) = (json.field("consultation"), json.field("measure"));
        Self {
            id: json.text("id"),
            subject: Person::read(&json.field("subject")),
            kind: json.text("kind"),
            danger: json.text("danger"),
            ground: json.text("groundId"),
            rationale: json.text("rationale"),
            human_dignity: json.flag("humanDignity"),
            measure: measure.text("kind"),
            court_reference: measure.text("courtReference"),
            decided_by: Person::read(&json.field("decidedBy")),
            second: (
                second.field("colleague").text("displayName"),
                second.text("function"),
                second.text("date"),
                second.flag("anonymised"),
            ),
            sharings: json.list("sharings", |it| Sharing {
                sender: it.text("senderId"),
                recipient: it.text("recipientId"),
                data: it.texts("dataTypeIds"),
                purpose: it.text("purposeId"),
                channel: it.text("channel"),
            }),
            status: json.text("notificationStatus"),
            informed_on: json.text("informedOn"),
            reason: json.text("reason"),
            review_date: json.text("reviewDate"),
            decided_at: json.text("decidedAt"),
            events: json.list("events", |it| DecisionEvent {
                what: it.text("type"),
                at: it.text("occurredAt"),
                by: Person::read(&it.field("by")),
                reason: it.text("reason"),
                review_date: it.text("reviewDate"),
            }),
        }
    }

    /// Whether the backend has it: only there it has a status.
    pub fn is_sent(&self) -> bool {
        !self.status.is_empty()
    }

    /// Whether the person was not told yet.
    pub fn is_withheld(&self) -> bool {
        matches!(&*self.status, "withheld" | "review-due")
    }
}

/// A type of data that may be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choosable {
    /// Which.
    pub datum: Datum,
    /// Whether a closed regime holds it, so that it may not leave (B14).
    pub closed: bool,
    /// Whether it tells only *that* there is help (H7, I7).
    pub that_only: bool,
}

/// What the catalogue lets one choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The parties.
    pub parties: Vec<Party>,
    /// The types of data.
    pub data: Vec<Choosable>,
    /// The purposes: id, and inside a sentence.
    pub purposes: Vec<(String, String)>,
    /// The grounds.
    pub grounds: Vec<Ground>,
    /// Days until somebody looks again at what was not told, at most (H4).
    pub review_within: u32,
}

impl Options {
    /// Reads a catalogue in one language.
    pub fn read(json: &Json, language: &str) -> Self {
        let purposes = json.list("purposes", |it| {
            let id = if it.flag("futureUse") { String::new() } else { it.text("id") };
            (id, it.localized("inSentence", language))
        });
        Self {
            parties: json.list("parties", |it| Party::read(it, language)),
            data: json.list("personalDataTypes", |it| Choosable {
                datum: Datum::of_type(it, language),
                closed: it.field("closedRegime").is_present(),
                that_only: it.text("level") == "that",
            }),
            // Data are not shared for later use (A8).
            purposes: purposes.into_iter().filter(|(id, _)| !id.is_empty()).collect(),
            grounds: Ground::all(json, language),
            review_within: json.field("intake").number("reviewWithinDays"),
        }
    }

    /// A party; one that is not known has its id for a name.
    pub fn party(&self, id: &str) -> Party {
        let found = self.parties.iter().find(|it| it.id == id).cloned();
        found.unwrap_or_else(|| Party { short_name: id.into(), in_sentence: id.into(), ..Party::default() })
    }

    /// The names of data.
    pub fn names(&self, ids: &[String]) -> Vec<String> {
        let named = |id: &String| {
            let found = self.data.iter().find(|it| it.datum.id == *id);
            found.map_or_else(|| id.clone(), |it| it.datum.name.clone())
        };
        ids.iter().map(named).collect()
    }

    /// A purpose, inside a sentence.
    pub fn purpose(&self, id: &str) -> String {
        self.purposes
            .iter()
            .find(|(known, _)| known == id)
            .map_or_else(String::new, |(_, words)| words.clone())
    }

    /// A ground.
    pub fn ground(&self, id: &str) -> Option<&Ground> {
        self.grounds.iter().find(|it| it.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use samenspraak_contract::disclosure_decision::DisclosureDecision;

    #[test]
    fn a_decision_is_read_as_the_contract_writes_it() {
        let contract: DisclosureDecision = serde_json::from_str(
            r#"{"id": "019a0000-0000-7000-8000-000000000001", "version": 1,
            "subject": {"id": "noor", "displayName": "Noor"}, "kind": "coercion", "danger": "brand",
            "groundId": "vital", "rationale": "omdat", "humanDignity": false,
            "measure": {"kind": "force", "courtReference": "C/1"},
            "decidedBy": {"id": "lotte", "displayName": "Lotte"},
            "consultation": {"colleague": {"id": "karim", "displayName": "Karim"}, "function": "coach",
                "date": "2026-11-20", "anonymised": true},
            "sharings": [{"senderId": "a", "recipientId": "b", "dataTypeIds": ["x"], "purposeId": "p",
                "channel": "oral"}],
            "disclosureIds": [], "notificationStatus": "review-due", "reason": "safety-of-others",
            "reviewDate": "2026-11-22", "decidedAt": "2026-11-01T10:00:00Z",
            "recordedAt": "2026-11-01T10:00:00Z",
            "events": [{"id": "019a0000-0000-7000-8000-000000000002", "type": "review-postponed",
                "occurredAt": "2026-11-10T10:00:00Z", "by": {"id": "lotte", "displayName": "Lotte"},
                "reason": "nog niet", "reviewDate": "2026-11-22"}]}"#,
        )
        .expect("a document of the contract");
        let json = Json::parse(&serde_json::to_string(&contract).expect("JSON")).expect("JSON");
        let read = Decision::read(&json);
        assert_eq!((&*read.measure, &*read.court_reference, &*read.second.0), ("force", "C/1", "Karim"));
        assert_eq!((&*read.sharings[0].channel, &*read.events[0].reason), ("oral", "nog niet"));
        assert!(read.is_withheld() && read.second.3);
    }

    #[test]
    fn what_is_for_later_use_cannot_be_chosen() {
        let json = Json::parse(
            r#"{"purposes": [{"id": "a", "inSentence": {"nl": "te helpen"}},
                {"id": "b", "inSentence": {"nl": "later"}, "futureUse": true}],
            "personalDataTypes": [{"id": "x", "name": {"nl": "Adres"}, "level": "that"}]}"#,
        )
        .expect("JSON");
        let options = Options::read(&json, "en");
        assert_eq!(options.purposes, [("a".to_owned(), "te helpen".to_owned())]);
        assert_eq!(options.names(&["x".into(), "y".into()]), ["Adres", "y"]);
        assert!(options.data[0].that_only && !options.data[0].closed);
        assert_eq!(options.party("z").short_name, "z");
    }
}
