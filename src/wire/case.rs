// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One filing, as far as who handles it reads it.

use crate::json::Json;
use crate::wire::configuration::Person;
use crate::wire::disclosure::Disclosure;
use crate::wire::party::{Law, Party};
use crate::wire::record::Record;

/// A document that came along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attachment {
    /// Its id.
    pub id: String,
    /// What the person calls it.
    pub title: String,
}

/// What was sent, word for word (L12).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// Explanation, grounds, or what happened.
    pub explanation: String,
    /// What is wrong, and what it should be.
    pub corrections: Vec<(String, String)>,
    /// Everything that has one line: the word of its name, and what it says.
    pub lines: Vec<(&'static str, String)>,
    /// The decision objected to.
    pub decision: String,
    /// The day that decision was made known, as far as the person knows.
    pub notified_on: Option<String>,
    /// Code of what a complaint is about.
    pub matter: String,
    /// When what is complained about happened.
    pub occurred_on: Option<String>,
    /// Documents.
    pub attachments: Vec<Attachment>,
}

const LINES: [(&str, &str); 5] = [
    ("name", "name"),
    ("postalAddress", "address"),
    ("email", "email"),
    ("telephone", "telephone"),
    ("lateReason", "late-reason"),
];

fn attachments(json: &Json) -> Vec<Attachment> {
    json.list("attachments", |it| Attachment { id: it.text("id"), title: it.text("title") })
}

impl Content {
    fn read(json: &Json) -> Self {
        let decision = json.field("decision");
        let line = |(name, word): (&str, &'static str)| json.optional(name).map(|text| (word, text));
        Self {
            explanation: json.text("explanation"),
            corrections: json.list("corrections", |it| (it.text("wrong"), it.text("right"))),
            lines: LINES.into_iter().filter_map(line).collect(),
            decision: decision.text("description"),
            notified_on: decision.optional("notifiedOn"),
            matter: json.text("matter"),
            occurred_on: json.optional("occurredOn"),
            attachments: attachments(json),
        }
    }
}

/// The clock of a filing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deadline {
    /// The last day to answer; absent while no day counts.
    pub answer_before: Option<String>,
    /// Code of how close that is.
    pub standing: String,
    /// Whether it was extended.
    pub extended: bool,
    /// The last day on which extending may be told.
    pub extend_until: Option<String>,
    /// The last day to answer once it is extended.
    pub extend_to: Option<String>,
    /// The law that sets it.
    pub law: Option<Law>,
}

impl Deadline {
    fn read(json: &Json) -> Self {
        Self {
            answer_before: json.optional("answerBefore"),
            standing: json.text("standing"),
            extended: json.flag("extended"),
            extend_until: json.optional("extendUntil"),
            extend_to: json.optional("extendTo"),
            law: Law::read(&json.field("law")),
        }
    }
}

/// One thing that happened to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseEvent {
    /// Its id.
    pub id: String,
    /// Code of what happened.
    pub what: String,
    /// When, in UTC.
    pub at: String,
    /// Name of who did it; empty for who was not signed in.
    pub by: String,
    /// Whether the municipality did it.
    pub by_staff: bool,
    /// The reasons, the question, or the words that were added.
    pub text: String,
    /// The last day to answer a question.
    pub respond_before: Option<String>,
    /// Code of what it is from then on.
    pub kind: String,
    /// The day the decision was made known.
    pub notified_on: Option<String>,
    /// To whom it was sent on.
    pub authority: String,
    /// Code of how it was decided.
    pub outcome: String,
    /// Id of the recipient that was told, or has done it.
    pub party: String,
    /// Documents that came with it.
    pub attachments: Vec<Attachment>,
}

impl CaseEvent {
    fn read(json: &Json) -> Self {
        Self {
            id: json.text("id"),
            what: json.text("type"),
            at: json.text("occurredAt"),
            by: json.field("by").text("displayName"),
            by_staff: json.flag("byStaff"),
            text: json.text("text"),
            respond_before: json.optional("respondBefore"),
            kind: json.text("kind"),
            notified_on: json.optional("decisionNotifiedOn"),
            authority: json.text("authority"),
            outcome: json.text("outcome"),
            party: json.text("partyId"),
            attachments: attachments(json),
        }
    }

    /// Whether a letter tells the person about it.
    pub fn has_letter(&self) -> bool {
        const LETTERS: [&str; 6] =
            ["acknowledged", "information-requested", "forwarded", "sent-on", "extended", "decided"];
        LETTERS.contains(&&*self.what)
    }
}

/// Who is told of a correction or erasure (GDPR art. 19).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// Who.
    pub party: Party,
    /// When they were told, in UTC.
    pub told_at: Option<String>,
    /// When they answered that it is done.
    pub acknowledged_at: Option<String>,
}

/// The consent it is about, in the words in which it was shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// The record, read in the language in which the person saw it.
    pub record: Record,
    /// That language.
    pub language: String,
    /// Hash of the exact text.
    pub notice_hash: String,
}

impl Consent {
    fn read(json: &Json, language: &str) -> Option<Self> {
        if !json.is_present() {
            return None;
        }
        let shown = json.list("events", |event| (event.text("language"), event.text("noticeHash")));
        let shown = shown.into_iter().rev().find(|(_, hash)| !hash.is_empty());
        let (seen_in, notice_hash) = shown.unwrap_or_default();
        let words = if seen_in.is_empty() { language } else { &seen_in };
        Some(Self { record: Record::read(json, words), language: seen_in, notice_hash })
    }
}

/// Another filing that looks like it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alike {
    /// Its id.
    pub id: String,
    /// Its reference.
    pub reference: String,
    /// Code of what it asks.
    pub kind: String,
    /// The day it was received.
    pub received_on: String,
}

/// One filing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: String,
    /// The number a person can say on the telephone.
    pub reference: String,
    /// Code of what it asks.
    pub kind: String,
    /// Code of the law it falls under.
    pub track: String,
    /// Whose data or decision it is about.
    pub subject: Option<Person>,
    /// Who filed it.
    pub filed_by: Option<Person>,
    /// Code of the capacity of who filed it.
    pub capacity: String,
    /// When it was received, in UTC.
    pub received_at: String,
    /// The day that counts.
    pub received_on: String,
    /// What was sent.
    pub content: Content,
    /// In a few words what it is about.
    pub topic: String,
    /// The line it came from.
    pub disclosure: Option<Disclosure>,
    /// The consent it is about.
    pub consent: Option<Consent>,
    /// The committee, and per group of documents its name and the code of the consent.
    pub committee: Option<(Party, Vec<(String, String)>)>,
    /// Code of where it is in its life.
    pub status: String,
    /// Code of how it was decided.
    pub outcome: String,
    /// Its clock.
    pub deadline: Deadline,
    /// Whether it came after the term to object.
    pub late: bool,
    /// What the person can do next (K8), as it goes out.
    pub remedies: String,
    /// Who is told of a correction or erasure.
    pub recipients: Vec<Recipient>,
    /// Codes of what may be added now.
    pub allowed: Vec<String>,
    /// Codes of what it may be forwarded to.
    pub forward_to: Vec<String>,
    /// What looks like it.
    pub alike: Vec<Alike>,
    /// What happened, oldest first.
    pub events: Vec<CaseEvent>,
}

impl Case {
    /// Reads a filing in one language.
    pub fn read(json: &Json, language: &str) -> Self {
        let somebody = |name: &str| {
            let person = json.field(name);
            person.is_present().then(|| Person::read(&person))
        };
        let (line, committee) = (json.field("disclosure"), json.field("committee"));
        Self {
            id: json.text("id"),
            reference: json.text("reference"),
            kind: json.text("kind"),
            track: json.text("track"),
            subject: somebody("subject"),
            filed_by: somebody("filedBy"),
            capacity: json.text("capacity"),
            received_at: json.text("receivedAt"),
            received_on: json.text("receivedOn"),
            content: Content::read(&json.field("content")),
            topic: json.localized("topic", language),
            disclosure: line.is_present().then(|| Disclosure::read(&line, language)),
            consent: Consent::read(&json.field("consentRecord"), language),
            committee: committee.is_present().then(|| {
                let document = |it: &Json| (it.localized("name", language), it.text("status"));
                (Party::read(&committee.field("committee"), language), committee.list("documents", document))
            }),
            status: json.text("status"),
            outcome: json.text("outcome"),
            deadline: Deadline::read(&json.field("deadline")),
            late: json.flag("late"),
            remedies: json.localized("remedies", language),
            recipients: json.list("recipients", |it| Recipient {
                party: Party::read(&it.field("party"), language),
                told_at: it.optional("toldAt"),
                acknowledged_at: it.optional("acknowledgedAt"),
            }),
            allowed: json.texts("allowedEvents"),
            forward_to: json.texts("forwardTo"),
            alike: json.list("possibleDuplicates", |it| Alike {
                id: it.text("id"),
                reference: it.text("reference"),
                kind: it.text("kind"),
                received_on: it.text("receivedOn"),
            }),
            events: json.list("events", CaseEvent::read),
        }
    }

    /// Whether something may be added now.
    pub fn allows(&self, event: &str) -> bool {
        self.allowed.iter().any(|known| known == event)
    }

    /// Name of who is answered; empty when nobody is known.
    pub fn who(&self) -> String {
        let named = self.content.lines.iter().find(|(word, _)| *word == "name").map(|(_, name)| name.clone());
        let subject = self.subject.as_ref().map(|person| person.name.clone());
        subject.or(named).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use samenspraak_contract::filing::{FilingContent, FilingDeadline, FilingEvent};

    fn through<T: serde::Serialize + for<'a> serde::Deserialize<'a>>(text: &str) -> Json {
        let contract: T = serde_json::from_str(text).expect("a document of the contract");
        Json::parse(&serde_json::to_string(&contract).expect("JSON")).expect("valid JSON")
    }

    #[test]
    fn the_copy_is_read_as_the_contract_writes_it() {
        let content = Content::read(&through::<FilingContent>(
            r#"{"explanation": "Dit klopt niet", "name": "Noor", "postalAddress": "Markt 1",
            "corrections": [{"wrong": "twee kinderen", "right": "drie kinderen"}],
            "decision": {"description": "De brief van 3 november", "notifiedOn": "2026-11-03"},
            "matter": "data-exchange", "occurredOn": "2026-11-01",
            "attachments": [{"id": "019a0000-0000-7000-8000-000000000001", "title": "Brief"}]}"#,
        ));
        assert_eq!(content.corrections, [("twee kinderen".to_owned(), "drie kinderen".to_owned())]);
        assert_eq!(content.lines, [("name", "Noor".to_owned()), ("address", "Markt 1".to_owned())]);
        assert_eq!(
            (&*content.decision, content.notified_on.as_deref()),
            ("De brief van 3 november", Some("2026-11-03"))
        );
        assert_eq!((&*content.matter, content.attachments.len()), ("data-exchange", 1));
    }

    #[test]
    fn the_clock_is_read_as_the_contract_writes_it() {
        let clock = Deadline::read(&through::<FilingDeadline>(
            r#"{"answerBefore": "2026-12-22", "standing": "on-time", "extended": false,
            "extendUntil": "2026-12-22", "extendTo": "2027-02-22", "law": {"law": "AVG, art. 12 lid 3"}}"#,
        ));
        assert_eq!(clock.extend_to.as_deref(), Some("2027-02-22"));
        assert_eq!(clock.law.map(|law| law.name).as_deref(), Some("AVG, art. 12 lid 3"));
    }

    #[test]
    fn an_event_is_read_as_the_contract_writes_it() {
        let event = CaseEvent::read(&through::<FilingEvent>(
            r#"{"id": "019a0000-0000-7000-8000-000000000001", "type": "decided", "byStaff": true,
            "occurredAt": "2026-11-22T10:00:00Z", "by": {"id": "p-samira", "displayName": "Samira"},
            "text": "Omdat", "outcome": "partly-granted"}"#,
        ));
        assert_eq!((&*event.what, &*event.by, &*event.outcome), ("decided", "Samira", "partly-granted"));
        assert!(event.by_staff && event.has_letter());
        assert!(!CaseEvent { what: "filed".into(), ..CaseEvent::default() }.has_letter());
    }
}
