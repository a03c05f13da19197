// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What happened to data before today, with days that count back from it.

use super::case::Case;
use super::error::CatalogueError;
use super::files::Files;
use super::people::Persona;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::{
    Channel, DisclosureAction, NewDisclosure, NewWithholding, NotSharedReason, WithholdingReason,
};
use samenspraak_contract::id::{ConsentRecordId, DataTypeId, LegalBasisId, PartyId, PersonId, PurposeId};
use samenspraak_contract::person::Person;
use serde::Deserialize;

const FILE: &str = "demo/disclosures.toml";

/// One line of the past.
#[derive(Clone, Debug)]
pub struct PastDisclosure {
    /// Its name in the file.
    pub id: String,
    /// Which system or member of staff recorded it.
    pub recorded_by: PersonId,
    /// How many days before today it happened.
    pub days_ago: u16,
    /// At which time of that day, where the municipality is.
    pub time: NaiveTime,
    subject: Person,
    entry: Entry,
}

/// When a withheld line was released, and by whom.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Released {
    /// How many days before today.
    pub days_ago: u16,
    /// Who weighed it.
    pub by: PersonId,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DisclosuresFile {
    disclosures: Vec<Entry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Entry {
    id: String,
    subject: PersonId,
    recorded_by: PersonId,
    days_ago: u16,
    // TOML's own times need a type of their own.
    time: String,
    action: DisclosureAction,
    channel: Channel,
    sender_id: PartyId,
    recipient_id: PartyId,
    recipient_function: Option<String>,
    data_type_ids: Vec<DataTypeId>,
    purpose_id: PurposeId,
    legal_basis_id: LegalBasisId,
    consent: Option<Cited>,
    not_shared_reason: Option<NotSharedReason>,
    withholding: Option<Withheld>,
    released: Option<Released>,
}

/// An item of a case that was answered.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cited {
    case: String,
    item: usize,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Withheld {
    reason: WithholdingReason,
    // Counts from the day it happened.
    review_in_days: u16,
}

impl PastDisclosure {
    /// The line as it was recorded on that day.
    pub fn on(
        &self,
        day: NaiveDate,
        occurred_at: DateTime<Utc>,
        consent: Option<ConsentRecordId>,
    ) -> NewDisclosure {
        let entry = &self.entry;
        let withholding = |withheld: &Withheld| NewWithholding {
            reason: withheld.reason,
            review_date: day.checked_add_days(Days::new(withheld.review_in_days.into())),
        };
        NewDisclosure {
            subject: self.subject.clone(),
            occurred_at,
            action: entry.action,
            channel: entry.channel,
            sender_id: entry.sender_id.clone(),
            recipient_id: entry.recipient_id.clone(),
            recipient_function: entry.recipient_function.clone(),
            data_type_ids: entry.data_type_ids.clone(),
            purpose_id: entry.purpose_id.clone(),
            legal_basis_id: entry.legal_basis_id.clone(),
            consent_record_id: consent,
            not_shared_reason: entry.not_shared_reason,
            withholding: entry.withholding.as_ref().map(withholding),
            case_reference: None,
        }
    }

    /// The case and the item whose consent it rests on.
    pub fn consent(&self) -> Option<(&str, usize)> {
        self.entry.consent.as_ref().map(|cited| (cited.case.as_str(), cited.item))
    }

    /// When it was released.
    pub fn released(&self) -> Option<&Released> {
        self.entry.released.as_ref()
    }
}

pub(super) fn read(
    files: &Files,
    people: &[Persona],
    cases: &[Case],
) -> Result<Vec<PastDisclosure>, CatalogueError> {
    let file: DisclosuresFile = files.parse(FILE)?;
    let mut lines: Vec<PastDisclosure> = Vec::new();
    for entry in file.disclosures {
        if lines.iter().any(|other| other.id == entry.id) {
            let key = format!("disclosures/{}", entry.id);
            return Err(CatalogueError::invalid(FILE, key, "this id occurs twice"));
        }
        lines.push(resolve(entry, people, cases)?);
    }
    Ok(lines)
}

// A line names people and cases; a name that is nobody's stops here.
fn resolve(entry: Entry, people: &[Persona], cases: &[Case]) -> Result<PastDisclosure, CatalogueError> {
    let invalid = |reason: String| CatalogueError::invalid(FILE, format!("disclosures/{}", entry.id), reason);
    let known = |id: &PersonId| {
        let persona = people.iter().find(|persona| persona.person.id == *id);
        persona.ok_or_else(|| invalid(format!("{id} is nobody")))
    };
    let subject = known(&entry.subject)?;
    if subject.role != Role::Citizen {
        return Err(invalid("the subject must be a citizen".to_owned()));
    }
    let others = [Some(&entry.recorded_by), entry.released.as_ref().map(|released| &released.by)];
    for other in others.into_iter().flatten() {
        if known(other)?.controller != subject.controller {
            return Err(invalid(format!("{other} is nobody of {}", subject.controller)));
        }
    }
    if let Some(cited) = &entry.consent {
        let answered = |case: &Case| case.id == cited.case && case.past().is_some();
        if !cases.iter().any(answered) {
            return Err(invalid(format!("{} is no case that was answered", cited.case)));
        }
    }
    let time = entry.time.parse().map_err(|_| invalid(format!("{} is no time of day", entry.time)))?;
    if entry.days_ago == 0 {
        return Err(invalid("what happened today may not have happened yet".to_owned()));
    }
    Ok(PastDisclosure {
        id: entry.id.clone(),
        recorded_by: entry.recorded_by.clone(),
        days_ago: entry.days_ago,
        time,
        subject: subject.person.clone(),
        entry,
    })
}
