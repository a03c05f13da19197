// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Many lines about one person, and as many filings for one desk, for benchmarks
//! of long lists. They go through the store itself, many in one change.
//!
//! Arguments: a file, a controller, the id of a person, and how many of both.

mod filings;

use chrono::{DateTime, TimeDelta, Utc};
use samenspraak_contract::catalogue::Ground;
use samenspraak_contract::disclosure::{Channel, DisclosureAction, NotSharedReason};
use samenspraak_contract::id::DisclosureId;
use samenspraak_contract::person::Person;
use samenspraak_rules::disclosure::DisclosureFacts;
use samenspraak_storage::change::Change;
use samenspraak_storage::clock::{Clock as _, SystemClock};
use samenspraak_storage::store::Store as _;
use samenspraak_storage_sqlite::SqliteStore;
use std::error::Error;
use std::path::Path;
use uuid::Uuid;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Lines in one change, and so in one transaction.
const TOGETHER: u64 = 500;
/// Who gives what to whom, in turns: entries of the demonstration's catalogue.
const TURNS: [(&str, &str, &str); 4] = [
    ("municipality", "home-care", "support-hours"),
    ("gp", "neighbourhood-team", "medication"),
    ("home-care", "municipality", "help-started"),
    ("municipality", "cak", "support-type"),
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, controller, subject, lines] = arguments.as_slice() else {
        return Err("name a file, a controller, a person and a number of lines".into());
    };
    let store = SqliteStore::open(Path::new(file)).await?;
    let (lines, now) = (lines.parse()?, SystemClock.now());
    for first in (0..lines).step_by(usize::try_from(TOGETHER)?) {
        let mut change = Change::new(controller.as_str().into());
        let numbers = first..lines.min(first + TOGETHER);
        change.disclosures.recorded = numbers.map(|number| line(subject, number, lines, now)).collect();
        change.filings.filed =
            (first..lines.min(first + TOGETHER)).map(|number| filings::filing(number, now)).collect();
        store.apply(change).await?;
    }
    Ok(())
}

// The last line happened now, each line before it a minute earlier.
fn line(subject: &str, number: u64, lines: u64, now: DateTime<Utc>) -> DisclosureFacts {
    let minutes = i64::try_from(lines - number).unwrap_or_default();
    let occurred_at = now - TimeDelta::minutes(minutes);
    let turn = usize::try_from(number).unwrap_or_default() % TURNS.len();
    let (sender, recipient, datum) = TURNS[turn];
    let refused = number % 10 == 9;
    DisclosureFacts {
        id: DisclosureId(id(occurred_at, number)),
        subject: Person { id: subject.into(), display_name: subject.to_owned() },
        occurred_at,
        recorded_at: occurred_at,
        recorded_by: "many-rows".into(),
        action: if refused { DisclosureAction::NotShared } else { DisclosureAction::Shared },
        channel: Channel::Digital,
        sender_id: sender.into(),
        recipient_id: recipient.into(),
        recipient_function: None,
        data_type_ids: vec![datum.into()],
        purpose_id: "deliver-home-support".into(),
        legal_basis_id: "support-sharing".into(),
        ground: Ground::LegalObligation,
        consent: None,
        not_shared_reason: refused.then_some(NotSharedReason::NotHeld),
        disclosure_decision_id: None,
        withholding: None,
        case_reference: None,
        events: Vec::new(),
    }
}

// Sorted by time, as those of the server are; the number keeps two apart.
fn id(at: DateTime<Utc>, number: u64) -> Uuid {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
    let mut bytes = [0; 10];
    bytes[2..].copy_from_slice(&number.to_be_bytes());
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
}
