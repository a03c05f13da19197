// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What an id of the catalogue stands for. A line outlives the entries it names:
//! where one is gone, its id is its name, so that a time line stays readable.

use crate::app::App;
use crate::problem::Outcome;
use samenspraak_contract::catalogue::{Catalogue, DataLevel, Domain, LegalBasis, PersonalDataType, Purpose};
use samenspraak_contract::id::{ControllerId, DataTypeId, PartyId, PurposeId};
use samenspraak_contract::party::{Citation, ContactPoint, Party, PartyKind, SecrecyRegime};
use samenspraak_contract::text::LocalizedText;
use samenspraak_rules::disclosure::DisclosureFacts;
use samenspraak_rules::disclosure::view::Names;

/// What the ids of a line stand for.
pub fn names(app: &App, controller: &ControllerId, facts: &DisclosureFacts) -> Outcome<Names> {
    let catalogue = app.catalogue(controller)?;
    Ok(Names {
        sender: party(catalogue, &facts.sender_id),
        recipient: party(catalogue, &facts.recipient_id),
        personal_data: facts.data_type_ids.iter().map(|id| data_type(catalogue, id)).collect(),
        purpose: purpose(catalogue, &facts.purpose_id),
        legal_basis: legal_basis(catalogue, facts),
    })
}

/// The party with this id.
pub fn party(catalogue: &Catalogue, id: &PartyId) -> Party {
    catalogue.parties.iter().find(|party| party.id == *id).cloned().unwrap_or_else(|| {
        gone("party", &id.0);
        Party {
            id: id.clone(),
            legal_name: id.0.clone(),
            in_sentence: text(&id.0),
            short_name: text(&id.0),
            kind: PartyKind::PublicBody,
            function: text(&id.0),
            register_number: None,
            contact: ContactPoint { name: id.0.clone(), telephone: None, email: None, postal_address: None },
            secrecy: SecrecyRegime::Contractual,
            may_use_bsn: None,
            agreement: None,
            agreement_end_date: None,
            country: "NL".to_owned(),
        }
    })
}

/// The type of data with this id.
pub fn data_type(catalogue: &Catalogue, id: &DataTypeId) -> PersonalDataType {
    let found = catalogue.personal_data_types.iter().find(|data_type| data_type.id == *id);
    found.cloned().unwrap_or_else(|| {
        gone("type of data", &id.0);
        PersonalDataType {
            id: id.clone(),
            name: text(&id.0),
            description: text(&id.0),
            dpv: "dpv:PersonalData".to_owned(),
            special_category: None,
            level: DataLevel::Content,
            closed_regime: None,
            policy: String::new(),
        }
    })
}

fn purpose(catalogue: &Catalogue, id: &PurposeId) -> Purpose {
    catalogue.purposes.iter().find(|purpose| purpose.id == *id).cloned().unwrap_or_else(|| {
        gone("purpose", &id.0);
        Purpose {
            id: id.clone(),
            in_sentence: text(&id.0),
            task: text(&id.0),
            act: citation(&id.0),
            domain: Domain::SocialSupport,
            dpv: "dpv:Purpose".to_owned(),
            future_use: false,
            policy: String::new(),
        }
    })
}

// Which of the six grounds it was is kept with the line itself.
fn legal_basis(catalogue: &Catalogue, facts: &DisclosureFacts) -> LegalBasis {
    let id = &facts.legal_basis_id;
    catalogue.legal_bases.iter().find(|basis| basis.id == *id).cloned().unwrap_or_else(|| {
        gone("ground", &id.0);
        LegalBasis {
            id: id.clone(),
            ground: facts.ground,
            explanation: text(&id.0),
            specific_law: None,
            general_law: citation(&id.0),
            policy: String::new(),
        }
    })
}

fn gone(what: &str, id: &str) {
    tracing::warn!(what, id, "not in the catalogue any more; its id stands for its name");
}

fn text(id: &str) -> LocalizedText {
    LocalizedText::nl_en(id, id)
}

fn citation(id: &str) -> Citation {
    Citation { law: id.to_owned(), url: None }
}
