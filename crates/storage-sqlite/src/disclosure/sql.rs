// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The statements that read. Each walks along one index, from a place on, as far
//! as one page.

pub(super) const DISCLOSURE: &str = "SELECT facts, (
        SELECT json_group_array(json(facts)) FROM (
            SELECT facts FROM disclosure_events AS event
            WHERE event.controller = line.controller AND event.disclosure_id = line.id ORDER BY version
        )) AS events
    FROM disclosures AS line WHERE controller = ? AND id = ?";

// Arguments: controller, subject, kind, party, the place to go on from, the first
// moment, how many.
pub(super) const TIMELINE: &str = "SELECT line.facts, (
        SELECT json_group_array(json(facts)) FROM (
            SELECT facts FROM disclosure_events AS event
            WHERE event.controller = line.controller AND event.disclosure_id = line.id ORDER BY version
        )) AS events
    FROM piles
    CROSS JOIN timeline ON timeline.pile = piles.number
    CROSS JOIN disclosures AS line ON line.controller = piles.controller AND line.id = timeline.id
    WHERE piles.controller = ? AND piles.subject = ? AND piles.kind = ? AND piles.party = ?
        AND (timeline.occurred_at, timeline.id) < (?, ?) AND timeline.occurred_at >= ?
    ORDER BY timeline.occurred_at DESC, timeline.id DESC LIMIT ?";

pub(super) const WITHHELD: &str = "SELECT line.facts, (
        SELECT json_group_array(json(facts)) FROM (
            SELECT facts FROM disclosure_events AS event
            WHERE event.controller = line.controller AND event.disclosure_id = line.id ORDER BY version
        )) AS events
    FROM withheld
    CROSS JOIN disclosures AS line ON line.controller = withheld.controller AND line.id = withheld.id
    WHERE withheld.controller = ? AND (withheld.review_day, withheld.id) > (?, ?)
    ORDER BY withheld.review_day, withheld.id LIMIT ?";

pub(super) const FLOWS: &str = "SELECT sender, recipient, data_type, times, last, with_consent FROM flows
    WHERE controller = ? AND subject = ? ORDER BY sender, recipient, data_type";

pub(super) const UNTOLD: &str = "SELECT count(*) AS untold FROM untold WHERE controller = ? AND subject = ?";

pub(super) const CONSULTATIONS: &str = "SELECT facts FROM consultations
    WHERE controller = ? AND subject = ? AND id < ? ORDER BY id DESC LIMIT ?";
