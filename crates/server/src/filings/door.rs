// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The three ways in: each asks what its law asks and nothing more (J5, J6).

use chrono::NaiveDate;
use samenspraak_contract::attachment::NamedAttachment;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::filing::{
    FilingContent, FilingKind, FilingOrigin, NewAdministrativeObjection, NewComplaint, NewRightsRequest,
};
use samenspraak_contract::id::PersonId;
use samenspraak_contract::problem::InvalidParam;
use samenspraak_contract::text::Language;
use samenspraak_rules::filing::check;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

/// What a body is held against.
#[derive(Clone, Copy, Debug)]
pub struct Measure<'a> {
    /// The catalogue of the municipality.
    pub catalogue: &'a Catalogue,
    /// Whether somebody is signed in.
    pub signed_in: bool,
    /// Today, where the municipality is.
    pub today: NaiveDate,
}

/// A body that makes a filing.
pub trait Door: DeserializeOwned + ToSchema + Send + Sync {
    /// What is asked.
    fn kind(&self) -> FilingKind;
    /// Whose data or decision, when it is not the caller's own.
    fn subject_id(&self) -> Option<&PersonId>;
    /// Where the person came from.
    fn origin(&self) -> Option<FilingOrigin>;
    /// The documents.
    fn attachments(&self) -> &[NamedAttachment];
    /// The language of the screen.
    fn language(&self) -> &Language;
    /// The copy of what was sent.
    fn content(&self) -> FilingContent;
    /// Every reason why it cannot be taken, but for what only the store knows.
    fn check(&self, measure: Measure<'_>) -> Vec<InvalidParam>;
}

impl Door for NewRightsRequest {
    fn kind(&self) -> FilingKind {
        self.kind.into()
    }
    fn subject_id(&self) -> Option<&PersonId> {
        self.subject_id.as_ref()
    }
    fn origin(&self) -> Option<FilingOrigin> {
        self.origin
    }
    fn attachments(&self) -> &[NamedAttachment] {
        &self.attachments
    }
    fn language(&self) -> &Language {
        &self.language
    }
    fn content(&self) -> FilingContent {
        FilingContent {
            explanation: self.explanation.clone(),
            corrections: self.corrections.clone(),
            attachments: self.attachments.clone(),
            ..FilingContent::default()
        }
    }
    fn check(&self, measure: Measure<'_>) -> Vec<InvalidParam> {
        let types = &measure.catalogue.personal_data_types;
        check::rights_request(self, &types.iter().map(|data_type| data_type.id.clone()).collect())
    }
}

impl Door for NewAdministrativeObjection {
    fn kind(&self) -> FilingKind {
        FilingKind::AdministrativeObjection
    }
    fn subject_id(&self) -> Option<&PersonId> {
        self.subject_id.as_ref()
    }
    fn origin(&self) -> Option<FilingOrigin> {
        self.origin
    }
    fn attachments(&self) -> &[NamedAttachment] {
        &self.attachments
    }
    fn language(&self) -> &Language {
        &self.language
    }
    fn content(&self) -> FilingContent {
        FilingContent {
            explanation: self.grounds.clone(),
            name: Some(self.name.clone()),
            postal_address: Some(self.postal_address.clone()),
            decision: Some(self.decision.clone()),
            late_reason: self.late_reason.clone(),
            attachments: self.attachments.clone(),
            ..FilingContent::default()
        }
    }
    fn check(&self, measure: Measure<'_>) -> Vec<InvalidParam> {
        check::administrative_objection(self, &measure.catalogue.terms, measure.today)
    }
}

impl Door for NewComplaint {
    fn kind(&self) -> FilingKind {
        FilingKind::Complaint
    }
    fn subject_id(&self) -> Option<&PersonId> {
        None
    }
    fn origin(&self) -> Option<FilingOrigin> {
        self.origin
    }
    fn attachments(&self) -> &[NamedAttachment] {
        &self.attachments
    }
    fn language(&self) -> &Language {
        &self.language
    }
    fn content(&self) -> FilingContent {
        FilingContent {
            explanation: Some(self.description.clone()),
            name: Some(self.name.clone()),
            postal_address: self.postal_address.clone(),
            email: self.email.clone(),
            telephone: self.telephone.clone(),
            matter: Some(self.matter),
            occurred_on: self.occurred_on,
            attachments: self.attachments.clone(),
            ..FilingContent::default()
        }
    }
    fn check(&self, measure: Measure<'_>) -> Vec<InvalidParam> {
        check::complaint(self, measure.signed_in, measure.today)
    }
}
