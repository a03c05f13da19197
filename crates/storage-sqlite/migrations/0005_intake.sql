-- SPDX-FileCopyrightText: 2026 Samenspraak contributors
-- SPDX-License-Identifier: EUPL-1.2

-- The items of every request: a device may choose their ids, and no id is used twice.
CREATE TABLE items (
    controller TEXT NOT NULL,
    id         BLOB NOT NULL CHECK (length(id) = 16),
    request_id BLOB NOT NULL,
    PRIMARY KEY (controller, id),
    FOREIGN KEY (controller, request_id) REFERENCES requests (controller, id)
) STRICT, WITHOUT ROWID;

INSERT INTO items (controller, id, request_id)
SELECT requests.controller, unhex(json_extract(item.value, '$.id'), '-'), requests.id
FROM requests, json_each(requests.facts, '$.items') AS item;

CREATE INDEX people_by_request ON people (controller, request_id);

-- Clients. Every recording stays; of each person the last one counts, which is the
-- one with the highest id.
CREATE TABLE clients (
    controller TEXT NOT NULL,
    id         BLOB NOT NULL CHECK (length(id) = 16),
    person     TEXT NOT NULL,
    household  TEXT,
    facts      TEXT NOT NULL,
    PRIMARY KEY (controller, id)
) STRICT;

CREATE INDEX clients_by_person ON clients (controller, person, id);
CREATE INDEX clients_by_household ON clients (controller, household, id) WHERE household IS NOT NULL;

-- The six steps. `facts` is the JSON of the contract.
CREATE TABLE assessments (
    controller TEXT NOT NULL,
    id         BLOB NOT NULL CHECK (length(id) = 16),
    facts      TEXT NOT NULL,
    PRIMARY KEY (controller, id)
) STRICT, WITHOUT ROWID;

-- What followed a no. `facts` is the JSON of the contract.
CREATE TABLE refusal_outcomes (
    controller TEXT NOT NULL,
    id         BLOB NOT NULL CHECK (length(id) = 16),
    request_id BLOB NOT NULL,
    facts      TEXT NOT NULL,
    PRIMARY KEY (controller, id),
    FOREIGN KEY (controller, request_id) REFERENCES requests (controller, id)
) STRICT;

CREATE INDEX refusal_outcomes_by_request ON refusal_outcomes (controller, request_id, id);

-- An item has one outcome (G1).
CREATE TABLE refused_items (
    controller TEXT NOT NULL,
    item_id    BLOB NOT NULL,
    outcome_id BLOB NOT NULL,
    PRIMARY KEY (controller, item_id),
    FOREIGN KEY (controller, outcome_id) REFERENCES refusal_outcomes (controller, id)
) STRICT, WITHOUT ROWID;

-- Whom an outcome concerns: those whom its request concerns.
CREATE TABLE outcome_people (
    controller TEXT NOT NULL,
    person     TEXT NOT NULL,
    outcome_id BLOB NOT NULL,
    PRIMARY KEY (controller, person, outcome_id),
    FOREIGN KEY (controller, outcome_id) REFERENCES refusal_outcomes (controller, id)
) STRICT, WITHOUT ROWID;

-- Decisions to share without consent. `facts` is what was decided; `review_day`, in
-- days since 1970, follows from the events and is written by the change that adds
-- one. It is empty when nothing is withheld: few decisions are, for a while.
CREATE TABLE disclosure_decisions (
    controller TEXT NOT NULL,
    id         BLOB NOT NULL CHECK (length(id) = 16),
    decided_by TEXT NOT NULL,
    review_day INTEGER,
    facts      TEXT NOT NULL,
    PRIMARY KEY (controller, id)
) STRICT;

CREATE INDEX disclosure_decisions_of ON disclosure_decisions (controller, decided_by, id);
CREATE INDEX disclosure_decisions_withheld ON disclosure_decisions (controller, id)
    WHERE review_day IS NOT NULL;
CREATE INDEX disclosure_decisions_withheld_of ON disclosure_decisions (controller, decided_by, id)
    WHERE review_day IS NOT NULL;

CREATE TABLE disclosure_decision_events (
    controller  TEXT NOT NULL,
    decision_id BLOB NOT NULL,
    version     INTEGER NOT NULL CHECK (version > 0),
    facts       TEXT NOT NULL,
    PRIMARY KEY (controller, decision_id, version),
    FOREIGN KEY (controller, decision_id) REFERENCES disclosure_decisions (controller, id)
) STRICT, WITHOUT ROWID;

-- What was written down is never edited and never removed (principle 6).
CREATE TRIGGER items_stay BEFORE UPDATE ON items
BEGIN SELECT RAISE(ABORT, 'an item is never edited'); END;
CREATE TRIGGER items_remain BEFORE DELETE ON items
BEGIN SELECT RAISE(ABORT, 'an item is never removed'); END;
CREATE TRIGGER clients_stay BEFORE UPDATE ON clients
BEGIN SELECT RAISE(ABORT, 'a client is never edited, only recorded again'); END;
CREATE TRIGGER clients_remain BEFORE DELETE ON clients
BEGIN SELECT RAISE(ABORT, 'a client is never removed'); END;
CREATE TRIGGER assessments_stay BEFORE UPDATE ON assessments
BEGIN SELECT RAISE(ABORT, 'an assessment is never edited'); END;
CREATE TRIGGER assessments_remain BEFORE DELETE ON assessments
BEGIN SELECT RAISE(ABORT, 'an assessment is never removed'); END;
CREATE TRIGGER refusal_outcomes_stay BEFORE UPDATE ON refusal_outcomes
BEGIN SELECT RAISE(ABORT, 'an outcome is never edited'); END;
CREATE TRIGGER refusal_outcomes_remain BEFORE DELETE ON refusal_outcomes
BEGIN SELECT RAISE(ABORT, 'an outcome is never removed'); END;
CREATE TRIGGER refused_items_stay BEFORE UPDATE ON refused_items
BEGIN SELECT RAISE(ABORT, 'an outcome is never edited'); END;
CREATE TRIGGER refused_items_remain BEFORE DELETE ON refused_items
BEGIN SELECT RAISE(ABORT, 'an outcome is never removed'); END;
CREATE TRIGGER disclosure_decisions_stay BEFORE UPDATE ON disclosure_decisions
WHEN OLD.facts IS NOT NEW.facts OR OLD.id IS NOT NEW.id OR OLD.controller IS NOT NEW.controller
    OR OLD.decided_by IS NOT NEW.decided_by
BEGIN SELECT RAISE(ABORT, 'what was decided is never edited'); END;
CREATE TRIGGER disclosure_decisions_remain BEFORE DELETE ON disclosure_decisions
BEGIN SELECT RAISE(ABORT, 'a decision is never removed'); END;
CREATE TRIGGER disclosure_decision_events_stay BEFORE UPDATE ON disclosure_decision_events
BEGIN SELECT RAISE(ABORT, 'an event is never edited'); END;
CREATE TRIGGER disclosure_decision_events_remain BEFORE DELETE ON disclosure_decision_events
BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
