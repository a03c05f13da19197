// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The terms of law and the days they skip: one file for all notes, because a
//! policy cannot change them.

use super::error::CatalogueError;
use super::files::Files;
use chrono::NaiveDate;
use samenspraak_contract::term::{HolidayRule, Term, TermRules};
use std::collections::BTreeSet;

const FILE: &str = "law/terms.toml";

// Two years; no term of these laws comes near.
const LONGEST: u16 = 104;

// No holiday is further from Easter than this, in days.
const FARTHEST_FROM_EASTER: u16 = 60;

// Holidays are on days that every year has: this is no leap year.
const COMMON_YEAR: i32 = 2027;

pub(super) fn read(files: &Files) -> Result<TermRules, CatalogueError> {
    let rules: TermRules = files.parse(FILE)?;
    lengths(&rules)?;
    extensions(&rules)?;
    days(&rules)?;
    Ok(rules)
}

fn invalid(key: &str, reason: &str) -> CatalogueError {
    CatalogueError::invalid(FILE, key, reason)
}

fn lengths(rules: &TermRules) -> Result<(), CatalogueError> {
    let (request, objection, complaint) =
        (&rules.rights_request, &rules.administrative_objection, &rules.complaint);
    let terms = [
        ("rightsRequest/answer", &request.answer),
        ("rightsRequest/extension", &request.extension),
        ("administrativeObjection/filing", &objection.filing),
        ("administrativeObjection/delivery", &objection.delivery),
        ("administrativeObjection/decision", &objection.decision),
        ("administrativeObjection/decisionWithCommittee", &objection.decision_with_committee),
        ("administrativeObjection/adjournment", &objection.adjournment),
        ("complaint/answer", &complaint.answer),
        ("complaint/answerWithCommittee", &complaint.answer_with_committee),
        ("complaint/adjournment", &complaint.adjournment),
    ];
    let wrong = terms.iter().find(|(_, term)| !(1..=LONGEST).contains(&term.length));
    wrong.map_or(Ok(()), |(key, _)| Err(invalid(key, "a term is 1 to 104 weeks or months long")))
}

// An extension is added to the term it extends, so both count in the same way.
fn extensions(rules: &TermRules) -> Result<(), CatalogueError> {
    let (request, objection, complaint) =
        (&rules.rights_request, &rules.administrative_objection, &rules.complaint);
    let alike = |key: &str, base: &Term, extension: &Term| {
        let alike = (base.unit, base.counting) == (extension.unit, extension.counting);
        if alike { Ok(()) } else { Err(invalid(key, "it is not counted like the term that it extends")) }
    };
    alike("rightsRequest/extension", &request.answer, &request.extension)?;
    alike("administrativeObjection/adjournment", &objection.decision, &objection.adjournment)?;
    alike("administrativeObjection/adjournment", &objection.decision_with_committee, &objection.adjournment)?;
    alike("complaint/adjournment", &complaint.answer, &complaint.adjournment)?;
    alike("complaint/adjournment", &complaint.answer_with_committee, &complaint.adjournment)
}

fn days(rules: &TermRules) -> Result<(), CatalogueError> {
    for holiday in &rules.holidays {
        let key = format!("holidays/{}", holiday.name.get("nl"));
        let exists = match holiday.rule {
            HolidayRule::Date { month, day } | HolidayRule::DateNotSunday { month, day } => {
                NaiveDate::from_ymd_opt(COMMON_YEAR, month.into(), day.into()).is_some()
            }
            HolidayRule::Easter { days } => days.unsigned_abs() <= FARTHEST_FROM_EASTER,
        };
        if !exists {
            return Err(invalid(&key, "not every year has this day"));
        }
    }
    let mut seen = BTreeSet::new();
    match rules.bridge_days.iter().find(|bridge| !seen.insert(bridge.date)) {
        Some(twice) => Err(invalid(&format!("bridgeDays/{}", twice.date), "this day occurs twice")),
        None => Ok(()),
    }
}
