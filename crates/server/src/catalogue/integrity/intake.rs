// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What must hold for intake: names that lead somewhere, four levels of triage, words
//! that make an item which may be asked or told, and grounds that are no consent.

use super::Outcome;
use crate::catalogue::error::CatalogueError;
use crate::catalogue::intake::{GROUNDS, RULES, WORDINGS, key};
use chrono::NaiveDate;
use samenspraak_contract::catalogue::{Catalogue, Ground};
use samenspraak_contract::id::DataTypeId;
use samenspraak_contract::intake::Wording;
use samenspraak_rules::intake::advice::Way;
use samenspraak_rules::intake::wording::compose;
use samenspraak_rules::request::check_items;
use serde_json::Value;
use std::collections::BTreeSet;

/// `rules` is `catalogue.intake` as JSON.
pub(super) fn check(catalogue: &Catalogue, rules: &Value) -> Outcome {
    for (file, list) in [(RULES, "lifeAreas"), (RULES, "freeConsent"), (GROUNDS, "disclosureGrounds")] {
        super::unique(file, list, &rules[list])?;
        if rules[list].as_array().is_none_or(Vec::is_empty) {
            return Err(CatalogueError::invalid(file, list, "there is none"));
        }
    }
    triage(catalogue)?;
    grounds(catalogue)?;
    wordings(catalogue)
}

// E9: four levels, lowest first, and a higher one never allows less.
fn triage(catalogue: &Catalogue) -> Outcome {
    let norms = &catalogue.intake.triage;
    if norms.iter().map(|norm| norm.level).ne(1..=4) {
        return Err(CatalogueError::invalid(RULES, "triage", "the levels are 1 to 4, lowest first"));
    }
    let shrinks = norms.windows(2).find(|pair| {
        pair[1].most_parties < pair[0].most_parties || pair[1].most_data_types < pair[0].most_data_types
    });
    match shrinks {
        Some(pair) => {
            let key = format!("triage/{}", pair[1].level);
            Err(CatalogueError::invalid(RULES, key, "it allows less than the level below"))
        }
        None => Ok(()),
    }
}

// F3, H1: sharing without consent never rests on consent, and the line on the
// person's time line names the same ground as the decision. H4: without a day to look
// again nothing could be told afterwards, and after more than a year nobody looks.
fn grounds(catalogue: &Catalogue) -> Outcome {
    if !(1..=365).contains(&catalogue.intake.review_within_days) {
        return Err(CatalogueError::invalid(GROUNDS, "reviewWithinDays", "it is 1 to 365"));
    }
    for ground in &catalogue.intake.disclosure_grounds {
        let wrong = |reason: &str| {
            Err(CatalogueError::invalid(GROUNDS, format!("disclosureGrounds/{}", ground.id), reason))
        };
        let basis = catalogue.legal_bases.iter().find(|basis| basis.id == ground.legal_basis_id);
        if ground.ground == Ground::Consent {
            return wrong("a ground to share without consent is never consent");
        }
        if basis.is_none_or(|basis| basis.ground != ground.ground) {
            return wrong("its legal basis has another ground");
        }
        if ground.kinds.is_empty() {
            return wrong("it is for no kind of decision");
        }
    }
    Ok(())
}

// Every prepared item must pass the rules on every way that the words name, with all
// their data at once, and there is one text for a way and a kind.
fn wordings(catalogue: &Catalogue) -> Outcome {
    let mut seen = BTreeSet::new();
    for wording in &catalogue.intake.wordings {
        let wrong = |reason: String| Err(CatalogueError::invalid(WORDINGS, key(wording), reason));
        let pairs = wording
            .sources
            .iter()
            .flat_map(|source| wording.recipients.iter().map(move |recipient| (source, recipient)));
        for (source, recipient) in pairs {
            let way = Way { source, recipient, purpose: &wording.purpose_id };
            if !seen.insert((&wording.purpose_id, source, recipient, wording.kind as u8)) {
                return wrong(format!("{source} to {recipient} has words already"));
            }
            if let Some(reason) = refusal(wording, way, catalogue) {
                return wrong(reason);
            }
        }
    }
    Ok(())
}

fn refusal(wording: &Wording, way: Way<'_>, catalogue: &Catalogue) -> Option<String> {
    // No agreement has ended on this day: that is for the day of the conversation.
    let any_day = NaiveDate::default();
    let data: Vec<DataTypeId> = wording.necessity.keys().cloned().collect();
    let Some(item) = compose(wording, way, &data, any_day) else {
        return Some("it names no data".to_owned());
    };
    let errors = check_items(&[item], catalogue, any_day);
    errors.first().map(|error| format!("{}: {}", error.name, error.detail))
}
