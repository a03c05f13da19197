// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Which exact words were shown (principle 5). Any change in the text a person
//! reads changes the hash; who has to sign does not.

use crate::canonical::sha256;
use crate::facts::RequestFacts;
use samenspraak_contract::id::Sha256Hex;
use samenspraak_contract::request::Item;
use samenspraak_contract::sorted::{SortedMap, SortedSet};
use samenspraak_contract::text::{Language, LocalizedText};
use serde_json::{Value, json};

/// The notice of a request in one language, as the value that is hashed. It is
/// public so that anyone with a receipt can compute the hash again.
pub fn text(request: &RequestFacts, language: &str) -> Value {
    json!({
        "consentRequestId": request.id,
        "version": request.notice_version,
        "language": language,
        "controller": request.controller.name,
        "title": request.title.get(language),
        "introduction": request.introduction.get(language),
        "contactPoint": request.contact_point,
        "answerBeforeDate": request.answer_before_date,
        "items": request.items.iter().map(|item| item_text(item, language)).collect::<Vec<_>>(),
    })
}

fn item_text(item: &Item, language: &str) -> Value {
    let optional = |text: &Option<LocalizedText>| text.as_ref().map(|text| text.get(language).to_owned());
    json!({
        "itemId": item.id,
        "kind": item.kind,
        "consentKind": item.consent_kind,
        "purpose": item.purpose.in_sentence.get(language),
        "source": item.source.in_sentence.get(language),
        "recipient": item.recipient.in_sentence.get(language),
        "personalData": item.personal_data.iter().map(|datum| json!({
            "name": datum.data_type.name.get(language),
            "description": datum.data_type.description.get(language),
            "special": datum.data_type.is_special(),
            "necessity": datum.necessity.get(language),
        })).collect::<Vec<_>>(),
        "legalBasis": item.legal_basis.explanation.get(language),
        "specificLaw": item.legal_basis.specific_law,
        "generalLaw": item.legal_basis.general_law,
        "proportionality": item.proportionality.get(language),
        "subsidiarity": item.subsidiarity.get(language),
        "consequencesIfGiven": optional(&item.consequences_if_given),
        "consequencesIfRefused": optional(&item.consequences_if_refused),
        "retention": item.retention.explanation.get(language),
        "startDate": item.start_date,
        "endDate": item.end_date,
        "scopeFingerprint": item.scope_fingerprint,
    })
}

/// Hash of the notice in one language.
pub fn hash(request: &RequestFacts, language: &str) -> Sha256Hex {
    sha256(&text(request, language))
}

/// Hash of the notice in every language it is available in.
pub fn hashes(request: &RequestFacts) -> SortedMap<String, Sha256Hex> {
    languages(request).into_iter().map(|tag| (tag.clone(), hash(request, &tag))).collect()
}

/// Whether the notice can be shown in this language.
pub fn is_available(request: &RequestFacts, language: &Language) -> bool {
    languages(request).contains(&language.0)
}

// A language counts when the heading and the reason are written in it; Dutch
// fills in for a detail that a translator missed.
fn languages(request: &RequestFacts) -> SortedSet<String> {
    let introduced = |tag: &&String| request.introduction.0.contains_key(*tag);
    request.title.0.keys().filter(introduced).cloned().collect()
}
