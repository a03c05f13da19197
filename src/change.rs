// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A stop or an extension on its way. Like a confirmation in [`crate::outbox`] it
//! is kept before it is sent and goes only when the server has answered for good,
//! so it is never lost and never recorded twice.

use crate::client::{Client, Failure, Reply};
use crate::draft;
use crate::flow::stop::{News, meaning};
use crate::json::{Json, Writer, array};

/// A change to one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Pseudonym of who wants it.
    pub person: String,
    /// The record.
    pub record: String,
    /// Idempotency key: the same every time it is sent.
    pub key: String,
    /// The `ETag` of the record as the person saw it.
    pub version: String,
    /// The event, exactly as it is sent every time.
    pub body: String,
}

/// Stops the data types with these ids, or everything when there are none.
pub fn withdrawal(data: &[String], language: &str) -> String {
    let data: Vec<String> = data.iter().map(|id| ["\"", id, "\""].concat()).collect();
    Writer::new().text("type", "withdrawn").json("dataTypes", &array(&data)).text("language", language).end()
}

/// Lets it go on up to and including a day.
pub fn renewal(day: &str, language: &str) -> String {
    Writer::new().text("type", "renewed").text("endDate", day).text("language", language).end()
}

impl Change {
    /// What the person is told once it is recorded.
    pub fn news(&self) -> News {
        let event = Json::parse(&self.body);
        let is = |test: fn(&Json) -> bool| event.as_ref().is_some_and(test);
        if is(|event| event.text("type") == "renewed") {
            News::Extended
        } else if is(|event| event.texts("dataTypes").is_empty()) {
            News::Stopped
        } else {
            News::PartStopped
        }
    }

    fn write(&self) -> String {
        Writer::new().text("key", &self.key).text("version", &self.version).text("body", &self.body).end()
    }

    fn read(person: &str, record: &str, text: &str) -> Option<Self> {
        let json = Json::parse(text)?;
        Some(Self {
            person: person.to_owned(),
            record: record.to_owned(),
            key: json.text("key"),
            version: json.text("version"),
            body: json.text("body"),
        })
    }

    /// The change of a person to a record that is still to arrive.
    pub fn find(person: &str, record: &str) -> Option<Self> {
        Self::read(person, record, &draft::kept_text(person, record)?)
    }

    /// Sends it; answers the record as it stands afterwards. What is kept tells
    /// the truth, whatever the outcome.
    pub async fn deliver(&self, client: &Client) -> Result<Reply, Failure> {
        draft::keep_text(&self.person, &self.record, &self.write());
        let path = ["consent-records/", &self.record, "/events"].concat();
        let result = client.post(&path, &self.key, &self.version, &self.body).await;
        let on_its_way = matches!(&result, Err(failure) if meaning(failure.problem()).is_ok());
        if !on_its_way {
            draft::drop_text(&self.person, &self.record);
        }
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(body: String) -> Change {
        Change { person: "p".into(), record: "r".into(), key: "k".into(), version: "\"3\"".into(), body }
    }

    #[test]
    fn a_change_comes_back_as_it_was_kept() {
        let kept = change(withdrawal(&["diagnosis".into()], "nl"));
        assert_eq!(Change::read("p", "r", &kept.write()), Some(kept));
        assert_eq!(Change::read("p", "r", "no json"), None);
    }

    #[test]
    fn what_is_told_follows_from_what_was_sent() {
        assert_eq!(change(withdrawal(&[], "nl")).news(), News::Stopped);
        assert_eq!(change(withdrawal(&["a".into(), "b".into()], "nl")).news(), News::PartStopped);
        assert_eq!(change(renewal("2027-11-22", "nl")).news(), News::Extended);
    }

    #[test]
    fn the_contract_reads_what_is_sent() {
        use samenspraak_contract::record::{NewEvent, NewEventType};
        let stop: NewEvent =
            serde_json::from_str(&withdrawal(&["diagnosis".into()], "en")).expect("a NewEvent");
        assert_eq!(stop.event_type, NewEventType::Withdrawn);
        assert_eq!(stop.data_types.len(), 1);
        let extend: NewEvent = serde_json::from_str(&renewal("2027-11-22", "nl")).expect("a NewEvent");
        assert_eq!(extend.event_type, NewEventType::Renewed);
        assert_eq!(extend.end_date.map(|day| day.to_string()).as_deref(), Some("2027-11-22"));
    }
}
