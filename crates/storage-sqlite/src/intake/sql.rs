// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The statements that read. Each walks along one index, from a place on, as far
//! as one page.

pub(super) const CLIENT: &str =
    "SELECT facts FROM clients WHERE controller = ? AND person = ? ORDER BY id DESC LIMIT 1";

// Of each person the last recording alone: there is no newer one.
pub(super) const CLIENTS: &str = "SELECT facts FROM clients AS client
    WHERE controller = ? AND id < ? AND NOT EXISTS (
        SELECT 1 FROM clients AS newer
        WHERE newer.controller = client.controller AND newer.person = client.person AND newer.id > client.id
    ) ORDER BY id DESC LIMIT ?";

pub(super) const HOUSEHOLD: &str = "SELECT facts FROM clients AS client
    WHERE controller = ? AND household = ? AND id < ? AND NOT EXISTS (
        SELECT 1 FROM clients AS newer
        WHERE newer.controller = client.controller AND newer.person = client.person AND newer.id > client.id
    ) ORDER BY id DESC LIMIT ?";

pub(super) const ASSESSMENT: &str = "SELECT facts FROM assessments WHERE controller = ? AND id = ?";

pub(super) const OUTCOME: &str = "SELECT facts FROM refusal_outcomes WHERE controller = ? AND id = ?";

pub(super) const OF_REQUEST: &str =
    "SELECT facts FROM refusal_outcomes WHERE controller = ? AND request_id = ? ORDER BY id";

pub(super) const OUTCOMES: &str =
    "SELECT facts FROM refusal_outcomes WHERE controller = ? AND id < ? ORDER BY id DESC LIMIT ?";

pub(super) const OUTCOMES_OF_PERSON: &str = "SELECT facts FROM outcome_people
    CROSS JOIN refusal_outcomes AS outcome
        ON outcome.controller = outcome_people.controller AND outcome.id = outcome_people.outcome_id
    WHERE outcome_people.controller = ? AND person = ? AND outcome_id < ?
    ORDER BY outcome_id DESC LIMIT ?";

pub(super) const DECISION: &str = "SELECT facts, (
        SELECT json_group_array(json(facts)) FROM (
            SELECT facts FROM disclosure_decision_events AS event
            WHERE event.controller = decision.controller AND event.decision_id = decision.id ORDER BY version
        )) AS events
    FROM disclosure_decisions AS decision WHERE controller = ? AND id = ?";

/// The lists of decisions: everybody's or of one who decided, all or those withheld
/// until a day. They differ in one condition each; SQLite wants each written out to
/// walk along the index that fits.
pub(super) mod decisions {
    pub(in crate::intake) const ALL: &str = "SELECT facts, (
            SELECT json_group_array(json(facts)) FROM (
                SELECT facts FROM disclosure_decision_events AS event
                WHERE event.controller = decision.controller AND event.decision_id = decision.id
                ORDER BY version
            )) AS events
        FROM disclosure_decisions AS decision
        WHERE controller = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3";

    pub(in crate::intake) const OF: &str = "SELECT facts, (
            SELECT json_group_array(json(facts)) FROM (
                SELECT facts FROM disclosure_decision_events AS event
                WHERE event.controller = decision.controller AND event.decision_id = decision.id
                ORDER BY version
            )) AS events
        FROM disclosure_decisions AS decision
        WHERE controller = ?1 AND decided_by = ?5 AND id < ?2 ORDER BY id DESC LIMIT ?3";

    pub(in crate::intake) const DUE: &str = "SELECT facts, (
            SELECT json_group_array(json(facts)) FROM (
                SELECT facts FROM disclosure_decision_events AS event
                WHERE event.controller = decision.controller AND event.decision_id = decision.id
                ORDER BY version
            )) AS events
        FROM disclosure_decisions AS decision INDEXED BY disclosure_decisions_withheld
        WHERE controller = ?1 AND id < ?2 AND review_day IS NOT NULL AND review_day <= ?4
        ORDER BY id DESC LIMIT ?3";

    pub(in crate::intake) const DUE_OF: &str = "SELECT facts, (
            SELECT json_group_array(json(facts)) FROM (
                SELECT facts FROM disclosure_decision_events AS event
                WHERE event.controller = decision.controller AND event.decision_id = decision.id
                ORDER BY version
            )) AS events
        FROM disclosure_decisions AS decision INDEXED BY disclosure_decisions_withheld_of
        WHERE controller = ?1 AND decided_by = ?5 AND id < ?2 AND review_day IS NOT NULL AND review_day <= ?4
        ORDER BY id DESC LIMIT ?3";
}
