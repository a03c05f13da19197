// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the rules say about an assessment that is being filled in.

use crate::json::Json;

/// What the law says about one datum on its way (N8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Only the person can allow it.
    Ask,
    /// The law decides already: the person is told. The ground, and how long it is kept.
    Tell(String, String),
    /// It may be neither asked nor told; code of why.
    Never(String),
}

impl Advice {
    fn read(json: &Json) -> Self {
        match &*json.text("do") {
            "tell" => Self::Tell(json.text("legalBasisId"), json.text("retentionId")),
            "never" => Self::Never(json.text("reason")),
            _ => Self::Ask,
        }
    }
}

/// The verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// What is not accepted: JSON pointer into the assessment, and code of why.
    pub errors: Vec<(String, String)>,
    /// Parties that are asked or told, without the municipality's own units (E10).
    pub parties: u32,
    /// Types of data.
    pub data_types: u32,
    /// Most parties at this level of triage; zero when the rules do not say.
    pub most_parties: u32,
    /// Most types of data.
    pub most_data_types: u32,
    /// Per item and datum what to do with it.
    pub advice: Vec<(usize, String, Advice)>,
}

impl Verdict {
    /// Reads a verdict.
    pub fn read(json: &Json) -> Self {
        let (extent, norm) = (json.field("extent"), json.field("norm"));
        Self {
            errors: json.list("errors", |it| (it.text("name"), it.text("reason"))),
            parties: extent.number("parties"),
            data_types: extent.number("dataTypes"),
            most_parties: norm.number("mostParties"),
            most_data_types: norm.number("mostDataTypes"),
            advice: json.list("advice", |it| {
                (it.number("item") as usize, it.text("dataTypeId"), Advice::read(&it.field("advice")))
            }),
        }
    }

    /// Whether more is asked than fits the level of triage (E9).
    pub fn is_over(&self) -> bool {
        self.most_parties > 0 && (self.parties > self.most_parties || self.data_types > self.most_data_types)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_the_norm_is_over_it() {
        let verdict = |parties, data_types| Verdict {
            parties,
            data_types,
            most_parties: 2,
            most_data_types: 4,
            ..Verdict::default()
        };
        assert!(!verdict(2, 4).is_over());
        assert!(verdict(3, 1).is_over() && verdict(1, 5).is_over());
        assert!(!Verdict { parties: 9, ..Verdict::default() }.is_over(), "the rules do not say");
    }
}
