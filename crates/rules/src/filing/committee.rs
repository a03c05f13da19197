// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The question whether the committee may see the file (J2). It is a consent
//! request like any other: one item per unit that holds documents, one datum
//! per group of documents, each with an answer of its own. A no blocks nothing.

use crate::facts::{RecordFacts, RequestFacts};
use crate::record::is_allowed;
use crate::signatories::answer_before;
use crate::view::{Viewer, visible_standing};
use chrono::{Months, NaiveDate};
use samenspraak_contract::catalogue::AgeRule;
use samenspraak_contract::desk::{Committee, DocumentGroups};
use samenspraak_contract::filing::{CommitteeDocument, CommitteeStanding};
use samenspraak_contract::id::ConsentRecordId;
use samenspraak_contract::party::ContactPoint;
use samenspraak_contract::person::Signatory;
use samenspraak_contract::record::{EventType, RecordStatus};
use samenspraak_contract::request::{
    ConsentKind, ItemKind, NewConsentRequest, NewItem, NewItemDatum, NewSubject,
};

/// Who is asked, and about which filing.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The person the filing is about.
    pub subject: NewSubject,
    /// Who signs for them at their age.
    pub signatories: Vec<Signatory>,
    /// The reference of the filing.
    pub reference: String,
    /// Who to call about it.
    pub desk: ContactPoint,
}

/// The question, as it is asked on a day. `rule` says until when the same people sign.
pub fn question(committee: &Committee, asked: Asked, rule: &AgeRule, today: NaiveDate) -> NewConsentRequest {
    let answer_before_date =
        answer_before(rule, asked.subject.birth_date, today, committee.answer_within_days);
    NewConsentRequest {
        id: None,
        assessment_id: None,
        asked_at: None,
        subject: asked.subject,
        signatories: asked.signatories,
        case_reference: Some(asked.reference),
        conversation_reference: None,
        title: committee.title.clone(),
        introduction: committee.introduction.clone(),
        contact_point: asked.desk,
        items: committee.documents.iter().map(|groups| item(committee, groups, today)).collect(),
        answer_before_date,
        replaces: None,
    }
}

fn item(committee: &Committee, documents: &DocumentGroups, today: NaiveDate) -> NewItem {
    let data = documents.groups.iter().map(|group| NewItemDatum {
        data_type_id: group.data_type_id.clone(),
        necessity: group.necessity.clone(),
        already_held: false,
    });
    NewItem {
        id: None,
        kind: ItemKind::Consent,
        consent_kind: Some(ConsentKind::LegalGround),
        purpose_id: committee.purpose_id.clone(),
        source_id: documents.source_id.clone(),
        recipient_id: committee.party_id.clone(),
        personal_data: data.collect(),
        legal_basis_id: committee.legal_basis_id.clone(),
        proportionality: committee.proportionality.clone(),
        subsidiarity: committee.subsidiarity.clone(),
        consequences_if_given: Some(committee.consequences_if_given.clone()),
        consequences_if_refused: Some(committee.consequences_if_refused.clone()),
        retention_id: committee.retention_id.clone(),
        start_date: today,
        end_date: today + Months::new(committee.valid_for_months.into()),
        extendable_months: None,
        replaces_item_id: None,
    }
}

/// How the consent stands for each group of documents.
pub fn documents(
    request: &RequestFacts,
    records: &[RecordFacts],
    viewer: Viewer<'_>,
    today: NaiveDate,
) -> Vec<CommitteeDocument> {
    let mut documents = Vec::new();
    for item in &request.items {
        let Some(record) = request.record_of(item.id, records) else { continue };
        let standing = visible_standing(request, record, viewer, today);
        for datum in &item.personal_data {
            // A yes is per group: what was left out of it is a no.
            let left_out =
                standing.status == RecordStatus::Given && !standing.shared.contains(&datum.data_type.id);
            let status = if left_out { RecordStatus::Refused } else { standing.status };
            documents.push(CommitteeDocument { name: datum.data_type.name.clone(), status });
        }
    }
    documents
}

/// The same in one word. `advises` says whether a committee advises at all.
pub fn standing(advises: bool, documents: &[CommitteeDocument]) -> CommitteeStanding {
    if !advises {
        CommitteeStanding::NotApplicable
    } else if documents.iter().any(|document| document.status == RecordStatus::Given) {
        CommitteeStanding::Documents
    } else {
        CommitteeStanding::Nothing
    }
}

/// The records that end when the committee has nothing to advise on any more:
/// the filing was answered, taken back or sent elsewhere. Who did not answer is
/// not asked any longer, and who said yes shares nothing any longer. Each comes
/// with its version.
pub fn served(
    request: &RequestFacts,
    records: &[RecordFacts],
    today: NaiveDate,
) -> Vec<(ConsentRecordId, u32)> {
    records
        .iter()
        .filter(|record| {
            is_allowed(crate::record::standing(request, record, today).status, EventType::Revoked)
        })
        .map(|record| (record.id, record.version()))
        .collect()
}
