// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One item against the catalogue.

use crate::record::invalid;
use chrono::{Months, NaiveDate};
use samenspraak_contract::catalogue::{
    Activity, Catalogue, ClosedRegime, DataLevel, Domain, Ground, LegalBasis, PersonalDataType, Purpose,
};
use samenspraak_contract::id::DataTypeId;
use samenspraak_contract::party::{Party, PartyKind, SecrecyRegime};
use samenspraak_contract::problem::{InvalidParam, InvalidReason as R};
use samenspraak_contract::request::{ConsentKind, ItemKind, NewItem};

// The states of the European Economic Area: the Union, with Iceland,
// Liechtenstein and Norway (GDPR ch. V applies to all others; B13).
pub(crate) const EEA: [&str; 30] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
    "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

// Words that stand for everybody where one name must stand (A2).
const WILDCARDS: [&str; 8] = ["*", "all", "any", "everyone", "alle", "alles", "iedereen", "overig"];

/// Everything the catalogue knows about an item, looked up once.
struct Known<'a> {
    item: &'a NewItem,
    name: &'a str,
    purpose: Option<&'a Purpose>,
    source: Option<&'a Party>,
    recipient: Option<&'a Party>,
    basis: Option<&'a LegalBasis>,
    catalogue: &'a Catalogue,
}

pub(super) fn check(
    item: &NewItem,
    name: &str,
    catalogue: &Catalogue,
    today: NaiveDate,
    errors: &mut Vec<InvalidParam>,
) {
    let known = Known {
        item,
        name,
        purpose: catalogue.purposes.iter().find(|p| p.id == item.purpose_id),
        source: catalogue.parties.iter().find(|p| p.id == item.source_id),
        recipient: catalogue.parties.iter().find(|p| p.id == item.recipient_id),
        basis: catalogue.legal_bases.iter().find(|b| b.id == item.legal_basis_id),
        catalogue,
    };
    known.names(errors);
    known.parties(today, errors);
    known.ground(errors);
    known.data(errors);
    known.consequences(errors);
    known.dates(today, errors);
}

/// The activity by which the law decides that this datum goes from this source to
/// this recipient for this purpose, whatever kind the item is.
pub(crate) fn deciding_activity<'a>(
    item: &NewItem,
    datum: &DataTypeId,
    catalogue: &'a Catalogue,
) -> Option<&'a Activity> {
    catalogue.activities.iter().find(|activity| {
        activity.purpose == item.purpose_id
            && activity.sources.contains(&item.source_id)
            && activity.recipients.contains(&item.recipient_id)
            && activity.personal_data.contains(datum)
            && decided_by_law(activity, catalogue)
    })
}

// B8: re-use between laws needs both laws; with one of the two, consent remains.
fn decided_by_law(activity: &Activity, catalogue: &Catalogue) -> bool {
    let basis = catalogue.legal_bases.iter().find(|basis| basis.id == activity.legal_basis);
    basis.is_some_and(|basis| basis.ground != Ground::Consent) && activity.reciprocity.len() != 1
}

impl Known<'_> {
    fn at(&self, field: &str) -> String {
        format!("{}/{field}", self.name)
    }

    fn is_consent(&self) -> bool {
        self.item.kind == ItemKind::Consent
    }

    // A11, A2, A8, B1: everything named, nothing wild, nothing "for later".
    fn names(&self, errors: &mut Vec<InvalidParam>) {
        let mut named = |field: &str, id: &str, found: bool, unknown: R| {
            if WILDCARDS.contains(&id) {
                errors.push(invalid(self.at(field), R::Wildcard, "name one party, purpose or datum"));
            } else if !found {
                errors.push(invalid(self.at(field), unknown, format!("{id} is not in the catalogue")));
            }
        };
        named("purposeId", &self.item.purpose_id.0, self.purpose.is_some(), R::UnknownPurpose);
        named("sourceId", &self.item.source_id.0, self.source.is_some(), R::UnknownParty);
        named("recipientId", &self.item.recipient_id.0, self.recipient.is_some(), R::UnknownParty);
        named("legalBasisId", &self.item.legal_basis_id.0, self.basis.is_some(), R::UnknownLegalBasis);
        let retention = self.catalogue.retention_rules.iter().any(|rule| rule.id == self.item.retention_id);
        named("retentionId", &self.item.retention_id.0, retention, R::UnknownRetention);
        for (index, datum) in self.item.personal_data.iter().enumerate() {
            let found = self.data_type(&datum.data_type_id).is_some();
            named(&format!("personalData/{index}/dataTypeId"), &datum.data_type_id.0, found, R::UnknownDatum);
        }
        if self.purpose.is_some_and(|purpose| purpose.future_use) {
            errors.push(invalid(self.at("purposeId"), R::FutureUse, "data may not be asked for later use"));
        }
    }

    fn data_type(&self, id: &DataTypeId) -> Option<&PersonalDataType> {
        self.catalogue.personal_data_types.iter().find(|data_type| data_type.id == *id)
    }

    // N4, B13.
    fn parties(&self, today: NaiveDate, errors: &mut Vec<InvalidParam>) {
        for (field, party) in [("sourceId", self.source), ("recipientId", self.recipient)] {
            if party.and_then(|party| party.agreement_end_date).is_some_and(|end| end < today) {
                errors.push(invalid(
                    self.at(field),
                    R::AgreementExpired,
                    "the agreement with this party ended",
                ));
            }
        }
        if self.recipient.is_some_and(|party| !EEA.contains(&party.country.as_str())) {
            errors.push(invalid(
                self.at("recipientId"),
                R::OutsideEea,
                "this party is outside the European Economic Area",
            ));
        }
        if self.item.source_id == self.item.recipient_id {
            errors.push(invalid(self.at("recipientId"), R::Duplicate, "the source is the recipient"));
        }
    }

    // Principle 1: a choice only where the ground really is consent, and
    // information only where the law really decides.
    fn ground(&self, errors: &mut Vec<InvalidParam>) {
        let Some(basis) = self.basis else { return };
        if !self.is_consent() {
            if basis.ground == Ground::Consent || self.item.consent_kind.is_some() {
                errors.push(invalid(
                    self.at("legalBasisId"),
                    R::NoLegalGround,
                    "what rests on consent must be asked, not told",
                ));
            }
            return;
        }
        let secrecy = self.source.map(|party| party.secrecy);
        let fits = match self.item.consent_kind {
            Some(ConsentKind::LegalGround) => basis.ground == Ground::Consent,
            Some(ConsentKind::LiftSecrecy) => {
                matches!(secrecy, Some(SecrecyRegime::Medical | SecrecyRegime::YouthHelp) | None)
            }
            // Every item shares data (A1), and a yes to the help is no ground for that (B1).
            Some(ConsentKind::AgreementWithHelp) | None => false,
        };
        if !fits {
            errors.push(invalid(
                self.at("consentKind"),
                R::GroundIsNotConsent,
                "this kind of consent does not go with this ground and source; to agree with help shares no data",
            ));
        }
    }

    fn data(&self, errors: &mut Vec<InvalidParam>) {
        for (index, datum) in self.item.personal_data.iter().enumerate() {
            let name = self.at(&format!("personalData/{index}"));
            if self.item.personal_data[..index].iter().any(|other| other.data_type_id == datum.data_type_id) {
                errors.push(invalid(&name, R::Duplicate, "this datum is named already"));
            }
            if datum.already_held {
                errors.push(invalid(&name, R::AlreadyHeld, "what the municipality holds is not asked again"));
            }
            let Some(data_type) = self.data_type(&datum.data_type_id) else { continue };
            self.closed_regime(data_type, &name, errors);
            self.that_only(data_type, &name, errors);
            self.law_decides(data_type, &name, errors);
        }
    }

    // B7, B14: never by consent, and otherwise only inside the regime's own
    // field or under a covenant.
    fn closed_regime(&self, data_type: &PersonalDataType, name: &str, errors: &mut Vec<InvalidParam>) {
        let Some(regime) = data_type.closed_regime else { return };
        let home = match regime {
            ClosedRegime::Suwi => Domain::WorkAndIncome,
            ClosedRegime::PoliceData | ClosedRegime::JudicialData => Domain::Safety,
        };
        let inside = self.purpose.is_some_and(|purpose| purpose.domain == home);
        let lawful = !self.is_consent()
            && deciding_activity(self.item, &data_type.id, self.catalogue)
                .is_some_and(|activity| inside || activity.covenant.is_some());
        if !lawful {
            errors.push(invalid(name, R::ClosedRegime, "these data may not leave their closed regime"));
        }
    }

    // I7: a provider tells the municipality that help runs, not what it holds.
    fn that_only(&self, data_type: &PersonalDataType, name: &str, errors: &mut Vec<InvalidParam>) {
        let from_provider = self.source.is_some_and(|party| party.kind == PartyKind::CareProvider);
        let to_municipality = self.recipient.is_some_and(|party| party.kind == PartyKind::MunicipalUnit);
        if from_provider && to_municipality && data_type.level == DataLevel::Content {
            errors.push(invalid(
                name,
                R::ContentFromProvider,
                "a provider reports that help runs, not what it holds",
            ));
        }
    }

    // Principle 1, B1: where the law decides nothing is asked, unless secrecy stands in
    // its way; and what rests on the law has an activity behind it, asked or told.
    fn law_decides(&self, data_type: &PersonalDataType, name: &str, errors: &mut Vec<InvalidParam>) {
        let decides = deciding_activity(self.item, &data_type.id, self.catalogue).is_some();
        let lifts = self.item.consent_kind == Some(ConsentKind::LiftSecrecy);
        let by_law = self.basis.is_some_and(|basis| basis.ground != Ground::Consent);
        if self.is_consent() && !lifts && decides {
            errors.push(invalid(
                name,
                R::LawDecides,
                "the law decides this; tell it as information, do not ask",
            ));
        }
        let needs_activity = !self.is_consent() || (lifts && by_law);
        if needs_activity && !decides && data_type.closed_regime.is_none() {
            errors.push(invalid(name, R::NoLegalGround, "no activity in the catalogue allows this"));
        }
    }

    // A5.
    fn consequences(&self, errors: &mut Vec<InvalidParam>) {
        for (field, text) in [
            ("consequencesIfGiven", &self.item.consequences_if_given),
            ("consequencesIfRefused", &self.item.consequences_if_refused),
        ] {
            let missing = text.as_ref().is_none_or(|text| text.get("nl").trim().is_empty());
            if self.is_consent() && missing {
                errors.push(invalid(
                    self.at(field),
                    R::MissingConsequences,
                    "say what happens after a yes and after a no",
                ));
            }
        }
    }

    // C2: a consent on a special category is valid for a shorter time.
    fn dates(&self, today: NaiveDate, errors: &mut Vec<InvalidParam>) {
        if self.item.start_date < today {
            errors.push(invalid(self.at("startDate"), R::DateInPast, "sharing cannot begin in the past"));
        }
        if self.item.end_date < self.item.start_date {
            errors.push(invalid(
                self.at("endDate"),
                R::DateOutOfRange,
                "the last day is before the first day",
            ));
        }
        let special = |id| self.data_type(id).is_some_and(PersonalDataType::is_special);
        let longest = if self.item.personal_data.iter().any(|datum| special(&datum.data_type_id)) {
            self.catalogue.longest_special_consent_months
        } else {
            self.catalogue.longest_consent_months
        };
        let limit = self.item.start_date.checked_add_months(Months::new(longest.into()));
        if self.is_consent() && limit.is_none_or(|limit| limit < self.item.end_date) {
            errors.push(invalid(
                self.at("endDate"),
                R::DateOutOfRange,
                format!("consent may last {longest} months at most"),
            ));
        }
        if self.item.extendable_months.is_some_and(|months| longest < months) {
            errors.push(invalid(
                self.at("extendableMonths"),
                R::DateOutOfRange,
                format!("consent may be extended by {longest} months at most"),
            ));
        }
    }
}
