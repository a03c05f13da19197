// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a person came from: a line of what happened, or a consent, in one sentence.

use crate::app::App;
use crate::flow::place::OriginKind;
use crate::json::Json;
use crate::parts::bits::{quietly, words};
use crate::parts::el::{El, el};
use crate::parts::pair::{names, pair};
use crate::text::capital;
use crate::wire::configuration::Person;
use crate::wire::disclosure::Disclosure;
use crate::wire::party::Contact;
use crate::wire::record::Record;
use crate::wire::request::Datum;

/// What a filing is about.
pub struct Line {
    /// Whose data.
    pub subject: Person,
    /// Which types of data.
    pub data: Vec<Datum>,
    /// Whether it rests on consent.
    pub rests_on_consent: bool,
    /// Id of that consent.
    pub consent: Option<String>,
    /// Who can be called about it first.
    pub contact: Option<Contact>,
    sentence: String,
    parties: Option<Record>,
}

impl Line {
    /// Reads it, and says it in one sentence.
    pub fn read(app: &App, kind: OriginKind, json: &Json) -> Self {
        let language = &app.settings.language;
        match kind {
            OriginKind::Disclosure => Self::of_disclosure(app, Disclosure::read(json, language)),
            OriginKind::ConsentRecord => Self::of_record(app, Record::read(json, language)),
        }
    }

    fn of_disclosure(app: &App, line: Disclosure) -> Self {
        let data = line.data.iter().map(|datum| datum.name.clone()).collect();
        let (sender, data) = (capital(&line.sender.in_sentence), app.host.list(data));
        let family = ["door.line.", &*line.action].concat();
        let key = if app.texts.find(&family).is_some() { family } else { "door.line.shared".into() };
        let values = [
            ("sender", &*sender),
            ("recipient", &line.recipient.in_sentence),
            ("data", &data),
            ("moment", &app.host.moment(&line.at)),
        ];
        Self {
            sentence: app.fill(&key, &values),
            subject: line.subject,
            data: line.data,
            rests_on_consent: line.consent.is_some(),
            consent: line.consent,
            contact: Some(line.sender.contact).filter(|contact| !contact.name.is_empty()),
            parties: None,
        }
    }

    fn of_record(app: &App, record: Record) -> Self {
        Self {
            sentence: app.fill("door.line.consent", &[("data", &names(app, &record.item, &|_| true))]),
            subject: record.request.subject.clone(),
            data: record.item.data.clone(),
            rests_on_consent: true,
            consent: Some(record.id.clone()),
            contact: Some(record.request.contact.clone()),
            parties: Some(record),
        }
    }

    /// The block that says it, on every step.
    pub fn block(&self, app: &App) -> El {
        let parties =
            self.parties.as_ref().map(|record| pair(app, el("p").class("ss-told-line"), &record.item));
        el("div")
            .class("ss-about-line")
            .child(quietly(&app.t("door.about")))
            .maybe(parties)
            .child(el("p").child(words(&self.sentence)))
    }
}
