// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What must hold between the entries: unique ids, references that lead
//! somewhere, a citation everywhere, and every text in Dutch and English.

mod intake;

use super::case::Case;
use super::error::CatalogueError;
use super::people::Persona;
use chrono::NaiveDate;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::{ControllerId, PartyId};
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

type Outcome = Result<(), CatalogueError>;

/// Checks one catalogue; `file` is the controller's, which pulls all others in.
pub(super) fn check_catalogue(file: &str, catalogue: &Catalogue) -> Outcome {
    let whole = json(file, catalogue)?;
    texts(file, "", &whole)?;
    if let Value::Object(fields) = &whole {
        for (list, entries) in fields {
            unique(file, list, entries)?;
            cited(file, list, entries)?;
        }
    }
    special_categories(file, catalogue)?;
    references(file, catalogue)?;
    committee(catalogue)?;
    intake::check(catalogue, &whole["intake"])
}

/// Checks that people and cases belong to controllers that exist.
pub(super) fn check_demonstration(
    catalogues: &BTreeMap<ControllerId, Catalogue>,
    people: &[Persona],
    cases: &[Case],
) -> Outcome {
    let any_day = NaiveDate::default();
    for persona in people {
        let key = format!("people/{}", persona.person.id);
        if !catalogues.contains_key(&persona.controller) {
            let reason = format!("there is no controller {}", persona.controller);
            return Err(CatalogueError::invalid("demo/people.toml", key, reason));
        }
        texts("demo/people.toml", &key, &json("demo/people.toml", &persona.description)?)?;
    }
    for case in cases {
        let file = format!("demo/cases/{}.toml", case.id);
        texts(&file, "", &json(&file, &case.request(any_day))?)?;
    }
    Ok(())
}

fn json(file: &str, value: &impl Serialize) -> Result<Value, CatalogueError> {
    serde_json::to_value(value)
        .map_err(|error| CatalogueError::invalid(file, "whole file", error.to_string()))
}

// Everything with a language in it is a text: both languages, neither blank.
fn texts(file: &str, key: &str, value: &Value) -> Outcome {
    match value {
        Value::Object(fields) if fields.contains_key("nl") || fields.contains_key("en") => {
            for language in ["nl", "en"] {
                let text = fields.get(language).and_then(Value::as_str).unwrap_or_default();
                if text.trim().is_empty() {
                    return Err(CatalogueError::invalid(
                        file,
                        key,
                        format!("the text in {language} is missing"),
                    ));
                }
            }
            Ok(())
        }
        Value::Object(fields) => {
            fields.iter().try_for_each(|(name, value)| texts(file, &format!("{key}/{name}"), value))
        }
        Value::Array(entries) => entries.iter().enumerate().try_for_each(|(index, entry)| {
            let name = entry["id"].as_str().map_or_else(|| index.to_string(), str::to_owned);
            texts(file, &format!("{key}/{name}"), entry)
        }),
        _ => Ok(()),
    }
}

fn unique(file: &str, list: &str, entries: &Value) -> Outcome {
    let mut seen = BTreeSet::new();
    let ids = entries.as_array().into_iter().flatten().filter_map(|entry| entry["id"].as_str());
    for id in ids {
        let invalid = |reason| CatalogueError::invalid(file, format!("{list}/{id}"), reason);
        if !is_slug(id) {
            return Err(invalid("an id is lower-case words and digits with one dash between them"));
        }
        if !seen.insert(id) {
            return Err(invalid("this id occurs twice"));
        }
    }
    Ok(())
}

fn is_slug(id: &str) -> bool {
    let word =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    id.len() <= 64 && id.split('-').all(word)
}

fn cited(file: &str, list: &str, entries: &Value) -> Outcome {
    for entry in entries.as_array().into_iter().flatten() {
        let policy = entry.get("policy").and_then(Value::as_str);
        if policy.is_some_and(|policy| policy.trim().is_empty()) {
            let key = format!("{list}/{}", entry["id"].as_str().unwrap_or_default());
            return Err(CatalogueError::invalid(file, key, "it does not say where the policy names it"));
        }
    }
    Ok(())
}

// C1: the exception must stand in the article that knows exceptions.
fn special_categories(file: &str, catalogue: &Catalogue) -> Outcome {
    for data_type in &catalogue.personal_data_types {
        let law = data_type.special_category.as_ref().map(|citation| citation.law.as_str());
        if law.is_some_and(|law| !law.starts_with("AVG, art. 9") && !law.starts_with("AVG, art. 10")) {
            let key = format!("personalDataTypes/{}", data_type.id);
            let reason = "the exception for a special category is in AVG art. 9 or 10";
            return Err(CatalogueError::invalid(file, key, reason));
        }
    }
    Ok(())
}

fn references(file: &str, catalogue: &Catalogue) -> Outcome {
    let parties: BTreeSet<_> = catalogue.parties.iter().map(|party| &party.id).collect();
    let data: BTreeSet<_> = catalogue.personal_data_types.iter().map(|data_type| &data_type.id).collect();
    for activity in &catalogue.activities {
        let exists = |found: bool, id: &dyn std::fmt::Display| {
            let key = format!("activities/{}", activity.id);
            if found { Ok(()) } else { Err(CatalogueError::invalid(file, key, format!("there is no {id}"))) }
        };
        for party in activity.sources.iter().chain(&activity.recipients) {
            exists(parties.contains(party), party)?;
        }
        for id in &activity.personal_data {
            exists(data.contains(id), id)?;
        }
        exists(catalogue.purposes.iter().any(|p| p.id == activity.purpose), &activity.purpose)?;
        exists(catalogue.legal_bases.iter().any(|b| b.id == activity.legal_basis), &activity.legal_basis)?;
        exists(catalogue.retention_rules.iter().any(|r| r.id == activity.retention), &activity.retention)?;
    }
    Ok(())
}

// The question for the committee must be one that may be asked: whom and what it
// names is there, and each group of documents is asked about once.
fn committee(catalogue: &Catalogue) -> Outcome {
    const FILE: &str = "law/filings.toml";
    let Some(committee) = &catalogue.filing.committee else { return Ok(()) };
    let exists = |found: bool, id: &dyn std::fmt::Display| {
        if found {
            Ok(())
        } else {
            Err(CatalogueError::invalid(FILE, "committee", format!("there is no {id}")))
        }
    };
    let party = |id: &PartyId| exists(catalogue.parties.iter().any(|party| party.id == *id), id);
    party(&committee.party_id)?;
    exists(catalogue.purposes.iter().any(|p| p.id == committee.purpose_id), &committee.purpose_id)?;
    exists(
        catalogue.legal_bases.iter().any(|b| b.id == committee.legal_basis_id),
        &committee.legal_basis_id,
    )?;
    exists(
        catalogue.retention_rules.iter().any(|r| r.id == committee.retention_id),
        &committee.retention_id,
    )?;
    let (mut sources, mut groups) = (BTreeSet::new(), BTreeSet::new());
    for documents in &committee.documents {
        party(&documents.source_id)?;
        let known = &catalogue.personal_data_types;
        for group in &documents.groups {
            let id = &group.data_type_id;
            exists(known.iter().any(|data_type| data_type.id == *id), id)?;
            if !groups.insert(id) {
                return Err(CatalogueError::invalid(FILE, "committee", format!("{id} occurs twice")));
            }
        }
        if !sources.insert(&documents.source_id) {
            let reason = format!("{} occurs twice", documents.source_id);
            return Err(CatalogueError::invalid(FILE, "committee", reason));
        }
    }
    Ok(())
}
