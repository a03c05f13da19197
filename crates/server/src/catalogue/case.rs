// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A worked case: a request of which the dates count from today.

use super::error::CatalogueError;
use super::files::Files;
use super::people::Persona;
use chrono::{Days, Months, NaiveDate};
use samenspraak_contract::id::{
    ControllerId, DataTypeId, LegalBasisId, PartyId, PersonId, PurposeId, RetentionRuleId,
};
use samenspraak_contract::party::ContactPoint;
use samenspraak_contract::person::{Capacity, Person, Representation, Signatory};
use samenspraak_contract::request::{
    ConsentKind, ItemKind, NewConsentRequest, NewItem, NewItemDatum, NewSubject,
};
use samenspraak_contract::text::LocalizedText;
use serde::Deserialize;

/// A worked case.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its id.
    pub id: String,
    /// The municipality that asks.
    pub controller: ControllerId,
    /// Who asks for the municipality.
    pub worker: PersonId,
    file: CaseFile,
    subject: Persona,
    signatories: Vec<(Person, CaseSignatory)>,
}

/// A case that was asked and answered before today: everybody said yes, but for
/// what stands in `refused`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Past {
    /// How many days before today it was asked.
    pub asked_days_ago: u16,
    /// How many days before today it was answered.
    pub answered_days_ago: u16,
    /// The types of data that got a no.
    #[serde(default)]
    pub refused: Vec<DataTypeId>,
}

impl Case {
    /// When it was asked and answered; absent for a case that is asked today.
    pub fn past(&self) -> Option<&Past> {
        self.file.past.as_ref()
    }

    /// Everybody who signs.
    pub fn signing(&self) -> impl Iterator<Item = &PersonId> {
        self.signatories.iter().map(|(person, _)| &person.id)
    }

    /// The request as it would be asked today.
    pub fn request(&self, today: NaiveDate) -> NewConsentRequest {
        let file = &self.file;
        // Reading refuses a subject without an age, so the fallback is never used.
        let birth_date = self.subject.birth_date(today).unwrap_or(today);
        NewConsentRequest {
            id: None,
            assessment_id: None,
            asked_at: None,
            subject: NewSubject { person: self.subject.person.clone(), birth_date },
            signatories: self.signatories.iter().map(|(person, s)| s.signatory(person, birth_date)).collect(),
            case_reference: Some(file.case_reference.clone()),
            conversation_reference: Some(file.conversation_reference.clone()),
            title: file.title.clone(),
            introduction: file.introduction.clone(),
            contact_point: file.contact_point.clone(),
            items: file.items.iter().map(|item| item.on(today)).collect(),
            answer_before_date: today + Days::new(file.answer_within_days.into()),
            replaces: None,
        }
    }
}

/// `demo/cases/<name>.toml`
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CaseFile {
    id: String,
    controller: ControllerId,
    worker: PersonId,
    subject: PersonId,
    case_reference: String,
    conversation_reference: String,
    answer_within_days: u16,
    past: Option<Past>,
    title: LocalizedText,
    introduction: LocalizedText,
    contact_point: ContactPoint,
    signatories: Vec<CaseSignatory>,
    items: Vec<CaseItem>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CaseSignatory {
    person: PersonId,
    capacity: Capacity,
    // Where the representation was read. It counts from the subject's birth.
    representation: Option<String>,
}

impl CaseSignatory {
    fn signatory(&self, person: &Person, since: NaiveDate) -> Signatory {
        let proof =
            |source: &String| Representation { source: source.clone(), start_date: since, end_date: None };
        Signatory {
            person: person.clone(),
            capacity: self.capacity,
            representation: self.representation.as_ref().map(proof),
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CaseItem {
    kind: ItemKind,
    consent_kind: Option<ConsentKind>,
    purpose_id: PurposeId,
    source_id: PartyId,
    recipient_id: PartyId,
    legal_basis_id: LegalBasisId,
    retention_id: RetentionRuleId,
    start_in_days: u16,
    valid_for_months: u16,
    extendable_months: Option<u16>,
    proportionality: LocalizedText,
    subsidiarity: LocalizedText,
    consequences_if_given: Option<LocalizedText>,
    consequences_if_refused: Option<LocalizedText>,
    personal_data: Vec<NewItemDatum>,
}

impl CaseItem {
    fn on(&self, today: NaiveDate) -> NewItem {
        let start_date = today + Days::new(self.start_in_days.into());
        NewItem {
            id: None,
            kind: self.kind,
            consent_kind: self.consent_kind,
            purpose_id: self.purpose_id.clone(),
            source_id: self.source_id.clone(),
            recipient_id: self.recipient_id.clone(),
            personal_data: self.personal_data.clone(),
            legal_basis_id: self.legal_basis_id.clone(),
            proportionality: self.proportionality.clone(),
            subsidiarity: self.subsidiarity.clone(),
            consequences_if_given: self.consequences_if_given.clone(),
            consequences_if_refused: self.consequences_if_refused.clone(),
            retention_id: self.retention_id.clone(),
            start_date,
            end_date: start_date + Months::new(self.valid_for_months.into()),
            extendable_months: self.extendable_months,
            replaces_item_id: None,
        }
    }
}

pub(super) fn read(files: &Files, people: &[Persona]) -> Result<Vec<Case>, CatalogueError> {
    let mut cases: Vec<Case> = Vec::new();
    for path in files.folder("demo/cases") {
        let case = resolve(path, files.parse(path)?, people)?;
        if cases.iter().any(|other| other.id == case.id) {
            return Err(CatalogueError::invalid(path, "id", "this id occurs twice"));
        }
        cases.push(case);
    }
    Ok(cases)
}

// A case names people by their id; a name that is nobody's stops here.
fn resolve(path: &str, file: CaseFile, people: &[Persona]) -> Result<Case, CatalogueError> {
    let known = |key: &str, id: &PersonId| {
        let persona = people.iter().find(|persona| persona.person.id == *id);
        let persona = persona.filter(|persona| persona.controller == file.controller);
        persona.ok_or_else(|| {
            CatalogueError::invalid(path, key, format!("{id} is nobody of {}", file.controller))
        })
    };
    let subject = known("subject", &file.subject)?.clone();
    if subject.age.is_none() {
        return Err(CatalogueError::invalid(path, "subject", "the subject must be a citizen"));
    }
    known("worker", &file.worker)?;
    let mut signatories = Vec::new();
    for signatory in &file.signatories {
        let person = known("signatories", &signatory.person)?.person.clone();
        signatories.push((person, signatory.clone()));
    }
    Ok(Case {
        id: file.id.clone(),
        controller: file.controller.clone(),
        worker: file.worker.clone(),
        file,
        subject,
        signatories,
    })
}
