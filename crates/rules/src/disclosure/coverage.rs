// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whether a consent covered what happened, at the moment it happened. It is
//! computed once, when the line is recorded, from the events of the consent: a
//! later stop does not make an earlier sharing wrong, and a later yes does not
//! make it right.

use super::CitedConsent;
use crate::facts::{RecordFacts, RequestFacts};
use crate::record::standing;
use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::disclosure::NewDisclosure;
use samenspraak_contract::record::{EventType, RecordStatus};

/// What the consent said at `at`, as a line cites it. `day_of` tells the date of a
/// moment where the municipality is.
pub fn cite(
    request: &RequestFacts,
    record: &RecordFacts,
    new: &NewDisclosure,
    at: DateTime<Utc>,
    day_of: fn(DateTime<Utc>) -> NaiveDate,
) -> CitedConsent {
    let mut then = record.clone();
    then.events.retain(|event| event.occurred_at <= at);
    let day = day_of(at);
    let standing = standing(&request.known_at(at), &then, day);
    let counts = matches!(standing.status, RecordStatus::Given | RecordStatus::Review);
    let fits = request.item(record.item_id).is_some_and(|item| {
        item.purpose.id == new.purpose_id
            && item.source.id == new.sender_id
            && item.recipient.id == new.recipient_id
            && item.start_date <= day
    });
    let data = new.data_type_ids.iter().all(|id| standing.shared.contains(id));
    // Before everybody said yes, the day of one yes is that person's own (F7).
    let was_given = counts || standing.status == RecordStatus::Expired;
    let last_yes = then.events.iter().rev().find(|event| event.event_type == EventType::Given);
    CitedConsent {
        record_id: record.id,
        covered: counts && fits && data,
        given_on: last_yes.filter(|_| was_given).map(|event| day_of(event.occurred_at)),
    }
}
