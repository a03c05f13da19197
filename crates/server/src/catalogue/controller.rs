// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A municipality with its policy and its parties, as one catalogue.

use super::error::CatalogueError;
use super::files::Files;
use super::{intake, integrity, terms};
use samenspraak_contract::catalogue::{AgeRule, Catalogue};
use samenspraak_contract::desk::{Committee, FilingRules, Remedies};
use samenspraak_contract::id::ControllerId;
use samenspraak_contract::party::{ContactPoint, Controller, Party};
use samenspraak_contract::text::LocalizedText;
use samenspraak_rules::statistics;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// `controllers/<id>.toml`
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ControllerFile {
    policy: String,
    party_files: Vec<String>,
    desk: ContactPoint,
    controller: Controller,
    #[serde(default)]
    parties: Vec<Party>,
}

/// `policies/<policy>.toml`
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct PolicyFile {
    version: u32,
    // Which note it is; for the reader of the file, nothing more.
    #[serde(rename = "title")]
    _title: String,
    rights: LocalizedText,
    longest_consent_months: u16,
    longest_special_consent_months: u16,
    minimum_cell: u32,
    age_rule: AgeRule,
}

/// `parties/<name>.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartyFile {
    parties: Vec<Party>,
}

/// `law/filings.toml`
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct FilingFile {
    remedies: Remedies,
    committee: Option<Committee>,
}

pub(super) fn read(files: &Files) -> Result<BTreeMap<ControllerId, Catalogue>, CatalogueError> {
    let mut catalogues = BTreeMap::new();
    for path in files.folder("controllers") {
        let mut catalogue = catalogue(files, path)?;
        intake::keep_own(&mut catalogue);
        integrity::check_catalogue(path, &catalogue)?;
        let id = catalogue.controller.id.clone();
        if catalogues.insert(id, catalogue).is_some() {
            return Err(CatalogueError::invalid(path, "controller.id", "another file has this controller"));
        }
    }
    if catalogues.is_empty() {
        return Err(CatalogueError::invalid("controllers", "*.toml", "there is no controller"));
    }
    intake::nothing_lost(&intake::read(files)?, &catalogues)?;
    Ok(catalogues)
}

fn catalogue(files: &Files, path: &str) -> Result<Catalogue, CatalogueError> {
    let ControllerFile { policy: name, party_files, desk, controller, mut parties } = files.parse(path)?;
    let policy_file = format!("policies/{name}.toml");
    let policy: PolicyFile = files.parse(&policy_file)?;
    if policy.minimum_cell < statistics::LEAST_MINIMUM {
        return Err(CatalogueError::invalid(&policy_file, "minimumCell", "it is at least 3"));
    }
    for file in party_files {
        parties.extend(files.parse::<PartyFile>(&format!("parties/{file}.toml"))?.parties);
    }
    Ok(Catalogue {
        controller,
        version: policy.version,
        parties,
        purposes: law(files, "law/purposes.toml", "purposes", &name)?,
        personal_data_types: law(files, "law/personal-data.toml", "personalDataTypes", &name)?,
        legal_bases: law(files, "law/legal-bases.toml", "legalBases", &name)?,
        retention_rules: law(files, "law/retention.toml", "retentionRules", &name)?,
        activities: law(files, "law/activities.toml", "activities", &name)?,
        age_rule: policy.age_rule,
        rights: policy.rights,
        longest_consent_months: policy.longest_consent_months,
        longest_special_consent_months: policy.longest_special_consent_months,
        terms: terms::read(files)?,
        filing: filing(files, desk)?,
        minimum_cell: policy.minimum_cell,
        intake: intake::read(files)?,
    })
}

fn filing(files: &Files, desk: ContactPoint) -> Result<FilingRules, CatalogueError> {
    let FilingFile { remedies, committee } = files.parse("law/filings.toml")?;
    Ok(FilingRules { desk, remedies, committee })
}

// One list of entries for all notes: each entry says per note where that note
// names it, and belongs to the catalogues of exactly those notes.
fn law<T: DeserializeOwned>(
    files: &Files,
    file: &str,
    list: &str,
    policy: &str,
) -> Result<Vec<T>, CatalogueError> {
    let mut lists: BTreeMap<String, Vec<Table>> = files.parse(file)?;
    let entries = lists.remove(list).unwrap_or_default();
    if let Some(other) = lists.keys().next() {
        return Err(CatalogueError::invalid(file, other, format!("only {list} belong in this file")));
    }
    let mut adopted = Vec::new();
    for mut entry in entries {
        let id = entry.get("id").and_then(Value::as_str).unwrap_or("(no id)");
        let key = format!("{list}/{id}");
        let Some(Value::Table(mut notes)) = entry.remove("policy") else {
            return Err(CatalogueError::invalid(file, key, "policy must say per note where it names this"));
        };
        let Some(citation) = notes.remove(policy) else { continue };
        entry.insert("policy".to_owned(), citation);
        let entry = T::deserialize(Value::Table(entry)).map_err(|error| CatalogueError::Malformed {
            file: file.to_owned(),
            key,
            message: error.to_string(),
        })?;
        adopted.push(entry);
    }
    Ok(adopted)
}
