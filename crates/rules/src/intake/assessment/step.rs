// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Which of the six steps a finding belongs to.

use samenspraak_contract::problem::InvalidParam;
use samenspraak_contract::sorted::SortedSet;
use serde::Serialize;

/// One of the six steps, in their order (E1, ENS §3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// 1: which task of the municipality (taak), and for whom.
    Task,
    /// 2: what the person asks for (doel, hulpvraag).
    Purpose,
    /// 3: which data are necessary (noodzakelijke gegevens).
    Data,
    /// 4: what they rest on (grondslag).
    Basis,
    /// 5: why they were collected, and why they are given now (doelbinding).
    PurposeLimitation,
    /// 6: which secrecy binds whom (geheimhouding).
    Secrecy,
}

impl Step {
    /// All steps in their order: the ground comes after the data (B2).
    pub const ALL: [Self; 6] =
        [Self::Task, Self::Purpose, Self::Data, Self::Basis, Self::PurposeLimitation, Self::Secrecy];
}

// What of an item is decided in step 4: the ground, and what follows from asking.
const OF_THE_BASIS: [&str; 6] =
    ["kind", "consentKind", "legalBasisId", "retentionId", "consequencesIfGiven", "consequencesIfRefused"];

/// The step where what this JSON pointer names is mended. The person belongs to the
/// task. Triage belongs to the data, because it limits them. Of an item, its ground
/// and its consequences belong to the legal basis and everything else to the data.
pub fn step_of(pointer: &str) -> Step {
    let mut parts = pointer.split('/').skip(1);
    match parts.next() {
        Some("purpose") => Step::Purpose,
        Some("data" | "triage") => Step::Data,
        Some("items") => match parts.nth(1) {
            Some(field) if OF_THE_BASIS.contains(&field) => Step::Basis,
            _ => Step::Data,
        },
        Some("basis") => Step::Basis,
        Some("purposeLimitation") => Step::PurposeLimitation,
        Some("secrecy") => Step::Secrecy,
        _ => Step::Task,
    }
}

/// The steps that still have a gap or an error. The first of them is where the
/// worker goes on: no step can be skipped (E1).
pub fn open_steps(errors: &[InvalidParam]) -> SortedSet<Step> {
    errors.iter().map(|error| step_of(&error.name)).collect()
}
