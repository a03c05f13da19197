-- SPDX-FileCopyrightText: 2026 Samenspraak contributors
-- SPDX-License-Identifier: EUPL-1.2

-- Every table begins with the controller: nine municipalities may share one
-- file, and no query is ever without it (N2). Ids are UUIDs of 16 bytes that
-- sort by time. `facts` is the JSON of the type of that name.

CREATE TABLE requests (
    controller  TEXT NOT NULL,
    id          BLOB NOT NULL CHECK (length(id) = 16),
    facts       TEXT NOT NULL,
    replaced_by BLOB,
    PRIMARY KEY (controller, id),
    FOREIGN KEY (controller, replaced_by) REFERENCES requests (controller, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Whom a request concerns: the subject and everybody who signs.
CREATE TABLE people (
    controller TEXT NOT NULL,
    person     TEXT NOT NULL,
    request_id BLOB NOT NULL,
    PRIMARY KEY (controller, person, request_id),
    FOREIGN KEY (controller, request_id) REFERENCES requests (controller, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE records (
    controller TEXT NOT NULL,
    id         BLOB NOT NULL CHECK (length(id) = 16),
    request_id BLOB NOT NULL,
    item_id    BLOB NOT NULL CHECK (length(item_id) = 16),
    PRIMARY KEY (controller, id),
    FOREIGN KEY (controller, request_id) REFERENCES requests (controller, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX records_by_request ON records (controller, request_id);

CREATE TABLE events (
    controller TEXT NOT NULL,
    record_id  BLOB NOT NULL,
    version    INTEGER NOT NULL CHECK (version > 0),
    facts      TEXT NOT NULL,
    PRIMARY KEY (controller, record_id, version),
    FOREIGN KEY (controller, record_id) REFERENCES records (controller, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE presentations (
    controller TEXT NOT NULL,
    id         BLOB NOT NULL CHECK (length(id) = 16),
    facts      TEXT NOT NULL,
    PRIMARY KEY (controller, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
    controller TEXT NOT NULL,
    id         BLOB NOT NULL CHECK (length(id) = 16),
    facts      TEXT NOT NULL,
    PRIMARY KEY (controller, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE replays (
    controller TEXT NOT NULL,
    person     TEXT NOT NULL,
    key        BLOB NOT NULL CHECK (length(key) = 16),
    body_hash  BLOB NOT NULL CHECK (length(body_hash) = 32),
    response   TEXT NOT NULL,
    PRIMARY KEY (controller, person, key)
) STRICT;

-- What was expressed is never edited and never removed (principle 6).
CREATE TRIGGER events_stay BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'an event is never edited'); END;
CREATE TRIGGER events_remain BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'a decision is never edited'); END;
CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'a decision is never removed'); END;
CREATE TRIGGER presentations_stay BEFORE UPDATE ON presentations
BEGIN SELECT RAISE(ABORT, 'a presentation is never edited'); END;
CREATE TRIGGER presentations_remain BEFORE DELETE ON presentations
BEGIN SELECT RAISE(ABORT, 'a presentation is never removed'); END;
CREATE TRIGGER requests_remain BEFORE DELETE ON requests
BEGIN SELECT RAISE(ABORT, 'a request is never removed'); END;
CREATE TRIGGER requests_stay BEFORE UPDATE ON requests
WHEN OLD.replaced_by IS NOT NULL OR OLD.facts IS NOT NEW.facts OR OLD.id IS NOT NEW.id
BEGIN SELECT RAISE(ABORT, 'a request is only ever replaced, and once'); END;
CREATE TRIGGER records_remain BEFORE DELETE ON records
BEGIN SELECT RAISE(ABORT, 'a record is never removed'); END;
CREATE TRIGGER records_stay BEFORE UPDATE ON records
BEGIN SELECT RAISE(ABORT, 'a record is never edited'); END;
