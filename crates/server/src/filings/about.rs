// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a filing is about: the line or the consent the person came from, in a
//! few words, and who had those data.

use crate::app::App;
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::v1::consent_records::read::find as find_record;
use crate::v1::disclosures::read::find as find_disclosure;
use samenspraak_contract::catalogue::{Catalogue, PersonalDataType};
use samenspraak_contract::filing::{Correction, FilingOrigin};
use samenspraak_contract::id::{DataTypeId, PartyId, PersonId};
use samenspraak_contract::party::Party;
use samenspraak_contract::problem::ProblemType;
use samenspraak_contract::text::LocalizedText;
use std::collections::BTreeSet;

/// Most types of data in a topic.
const NAMED: usize = 3;

/// The line or consent behind a filing.
#[derive(Clone, Debug)]
pub struct Line {
    /// Whose data.
    pub subject: PersonId,
    from: Party,
    to: Party,
    data: Vec<PersonalDataType>,
}

/// The line that the caller points at; `None` when it is not there for them.
pub async fn line(app: &App, caller: &Caller, origin: FilingOrigin) -> Outcome<Option<Line>> {
    match origin {
        FilingOrigin::Disclosure(id) => {
            let found = there(find_disclosure(app, caller, id).await)?;
            Ok(found.map(|line| Line {
                subject: line.subject.id,
                from: line.sender,
                to: line.recipient,
                data: line.personal_data,
            }))
        }
        FilingOrigin::ConsentRecord(id) => {
            let found = there(find_record(app, caller, id).await)?;
            Ok(found.and_then(|(request, record)| {
                let item = request.item(record.item_id)?;
                Some(Line {
                    subject: request.subject.id.clone(),
                    from: item.source.clone(),
                    to: item.recipient.clone(),
                    data: item.personal_data.iter().map(|datum| datum.data_type.clone()).collect(),
                })
            }))
        }
    }
}

/// What may be absent: not found is no failure here.
pub fn there<T>(found: Outcome<T>) -> Outcome<Option<T>> {
    let absent = |failure: &Failure| failure.problem().problem_type == ProblemType::NotFound;
    match found {
        Ok(found) => Ok(Some(found)),
        Err(failure) if absent(&failure) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// In a few words what it is about: `Huisarts → Wijkteam: medicijnen`.
pub fn topic(
    catalogue: &Catalogue,
    line: Option<&Line>,
    corrections: &[Correction],
) -> Option<LocalizedText> {
    let corrected: Vec<&PersonalDataType> = corrections
        .iter()
        .filter_map(|correction| {
            let id = correction.data_type_id.as_ref()?;
            catalogue.personal_data_types.iter().find(|data_type| data_type.id == *id)
        })
        .collect();
    let data = match line {
        Some(line) if corrected.is_empty() => line.data.iter().collect(),
        _ => corrected,
    };
    if line.is_none() && data.is_empty() {
        return None;
    }
    let in_language = |language: &str| {
        let mut names: Vec<&str> =
            data.iter().take(NAMED).map(|data_type| data_type.name.get(language)).collect();
        if data.len() > NAMED {
            names.push("…");
        }
        let names = names.join(", ");
        let between = line.map(|line| {
            format!("{} → {}", line.from.short_name.get(language), line.to.short_name.get(language))
        });
        match between {
            Some(between) if names.is_empty() => between,
            Some(between) => format!("{between}: {names}"),
            None => names,
        }
    };
    Some(LocalizedText::nl_en(&in_language("nl"), &in_language("en")))
}

/// Who had the data it is about, as far as the person's own time line tells.
pub async fn recipients(
    app: &App,
    caller: &Caller,
    subject: &PersonId,
    line: Option<&Line>,
    corrections: &[Correction],
) -> Outcome<Vec<PartyId>> {
    let of_line = line.iter().flat_map(|line| line.data.iter().map(|data_type| &data_type.id));
    let corrected = corrections.iter().filter_map(|correction| correction.data_type_id.as_ref());
    let about: BTreeSet<&DataTypeId> = of_line.chain(corrected).collect();
    if about.is_empty() {
        return Ok(Vec::new());
    }
    let flows = app.store.flows(&caller.controller, subject).await?;
    let told: BTreeSet<PartyId> = flows
        .into_iter()
        .filter(|flow| about.contains(&flow.data_type_id))
        .map(|flow| flow.recipient_id)
        .collect();
    Ok(told.into_iter().collect())
}
