// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What intake goes by, as part of a catalogue: one set for all notes, of which a
//! municipality has what its own parties, purposes and legal bases can carry.

use super::error::CatalogueError;
use super::files::Files;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::{ControllerId, LegalBasisId, PartyId};
use samenspraak_contract::intake::{
    DisclosureGround, FreeConsentCriterion, IntakeRules, LifeArea, TriageNorm, Wording,
};
use samenspraak_contract::text::LocalizedText;
use serde::Deserialize;
use std::collections::BTreeMap;

pub(super) const RULES: &str = "law/intake.toml";
pub(super) const GROUNDS: &str = "law/disclosure-grounds.toml";
pub(super) const WORDINGS: &str = "law/wordings";

/// `law/intake.toml`
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RulesFile {
    life_areas: Vec<LifeArea>,
    triage: Vec<TriageNorm>,
    free_consent: Vec<FreeConsentCriterion>,
    title: LocalizedText,
    introduction: LocalizedText,
    notice_title: LocalizedText,
    notice_introduction: LocalizedText,
    answer_within_days: u16,
    longest_offline_days: u16,
}

/// `law/disclosure-grounds.toml`
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct GroundsFile {
    review_within_days: u16,
    disclosure_grounds: Vec<DisclosureGround>,
}

/// `law/wordings/<name>.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordingsFile {
    wordings: Vec<Wording>,
}

/// Everything in the files, before a municipality takes its own from it.
pub(super) fn read(files: &Files) -> Result<IntakeRules, CatalogueError> {
    let rules: RulesFile = files.parse(RULES)?;
    let grounds: GroundsFile = files.parse(GROUNDS)?;
    let mut wordings = Vec::new();
    for path in files.folder(WORDINGS) {
        wordings.extend(files.parse::<WordingsFile>(path)?.wordings);
    }
    Ok(IntakeRules {
        life_areas: rules.life_areas,
        triage: rules.triage,
        free_consent: rules.free_consent,
        wordings,
        disclosure_grounds: grounds.disclosure_grounds,
        title: rules.title,
        introduction: rules.introduction,
        notice_title: rules.notice_title,
        notice_introduction: rules.notice_introduction,
        answer_within_days: rules.answer_within_days,
        longest_offline_days: rules.longest_offline_days,
        review_within_days: grounds.review_within_days,
    })
}

/// Leaves out what this catalogue has no party, purpose or legal basis for.
pub(super) fn keep_own(catalogue: &mut Catalogue) {
    let mut rules = catalogue.intake.clone();
    rules.wordings.retain(|wording| can_carry(catalogue, wording));
    rules.disclosure_grounds.retain(|ground| can_cite(catalogue, ground));
    catalogue.intake = rules;
}

/// That everything in the files is of some municipality: a mistake in a name must not
/// make words or a ground silently disappear everywhere.
pub(super) fn nothing_lost(
    all: &IntakeRules,
    catalogues: &BTreeMap<ControllerId, Catalogue>,
) -> Result<(), CatalogueError> {
    const REASON: &str = "no municipality has all the parties, the purpose and the legal basis it names";
    let lost = all.wordings.iter().find(|wording| !catalogues.values().any(|c| can_carry(c, wording)));
    if let Some(wording) = lost {
        return Err(CatalogueError::invalid(WORDINGS, key(wording), REASON));
    }
    let lost = all.disclosure_grounds.iter().find(|ground| !catalogues.values().any(|c| can_cite(c, ground)));
    match lost {
        Some(ground) => {
            Err(CatalogueError::invalid(GROUNDS, format!("disclosureGrounds/{}", ground.id), REASON))
        }
        None => Ok(()),
    }
}

/// What a wording is called in a message: it has no id.
pub(super) fn key(wording: &Wording) -> String {
    let names = |parties: &[PartyId]| parties.iter().map(|id| id.0.as_str()).collect::<Vec<_>>().join("+");
    format!("{}/{}/{}", wording.purpose_id, names(&wording.sources), names(&wording.recipients))
}

fn can_carry(catalogue: &Catalogue, wording: &Wording) -> bool {
    wording.sources.iter().chain(&wording.recipients).all(|id| has_party(catalogue, id))
        && catalogue.purposes.iter().any(|purpose| purpose.id == wording.purpose_id)
        && has_basis(catalogue, &wording.legal_basis_id)
}

fn can_cite(catalogue: &Catalogue, ground: &DisclosureGround) -> bool {
    ground.recipients.iter().all(|id| has_party(catalogue, id))
        && has_basis(catalogue, &ground.legal_basis_id)
}

fn has_party(catalogue: &Catalogue, id: &PartyId) -> bool {
    catalogue.parties.iter().any(|party| party.id == *id)
}

fn has_basis(catalogue: &Catalogue, id: &LegalBasisId) -> bool {
    catalogue.legal_bases.iter().any(|basis| basis.id == *id)
}
