-- SPDX-FileCopyrightText: 2026 Samenspraak contributors
-- SPDX-License-Identifier: EUPL-1.2

-- Requests, objections and complaints. `facts` is what was filed; `kind`, `open`
-- and `due` follow from the events and are written by the change that adds one,
-- so that the queue of the desk is an index that is read in its order.
CREATE TABLE filings (
    controller        TEXT NOT NULL,
    id                BLOB NOT NULL CHECK (length(id) = 16),
    facts             TEXT NOT NULL,
    committee_request BLOB,
    kind              TEXT NOT NULL,
    open              INTEGER NOT NULL CHECK (open IN (0, 1)),
    due               TEXT NOT NULL,
    PRIMARY KEY (controller, id),
    FOREIGN KEY (controller, committee_request) REFERENCES requests (controller, id)
) STRICT;

CREATE INDEX filings_due ON filings (controller, open, due, id);
CREATE INDEX filings_due_of_kind ON filings (controller, open, kind, due, id);

CREATE TABLE filing_events (
    controller TEXT NOT NULL,
    filing_id  BLOB NOT NULL,
    version    INTEGER NOT NULL CHECK (version > 0),
    facts      TEXT NOT NULL,
    PRIMARY KEY (controller, filing_id, version),
    FOREIGN KEY (controller, filing_id) REFERENCES filings (controller, id)
) STRICT, WITHOUT ROWID;

-- Whom a filing concerns: the subject and who filed it.
CREATE TABLE filing_people (
    controller TEXT NOT NULL,
    person     TEXT NOT NULL,
    filing_id  BLOB NOT NULL,
    PRIMARY KEY (controller, person, filing_id),
    FOREIGN KEY (controller, filing_id) REFERENCES filings (controller, id)
) STRICT, WITHOUT ROWID;

-- A document with its bytes. They come last, so that what is known of them is
-- read without them.
CREATE TABLE attachments (
    controller  TEXT NOT NULL,
    id          BLOB NOT NULL CHECK (length(id) = 16),
    uploaded_by TEXT NOT NULL,
    uploaded_at TEXT NOT NULL,
    facts       TEXT NOT NULL,
    bytes       BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 5000000),
    PRIMARY KEY (controller, id)
) STRICT;

-- Which filings name an attachment.
CREATE TABLE filing_attachments (
    controller    TEXT NOT NULL,
    attachment_id BLOB NOT NULL,
    filing_id     BLOB NOT NULL,
    PRIMARY KEY (controller, attachment_id, filing_id),
    FOREIGN KEY (controller, filing_id) REFERENCES filings (controller, id)
) STRICT, WITHOUT ROWID;

-- What was filed and what happened to it is never edited and never removed.
CREATE TRIGGER filings_stay BEFORE UPDATE ON filings
WHEN OLD.facts IS NOT NEW.facts OR OLD.id IS NOT NEW.id OR OLD.controller IS NOT NEW.controller
    OR (OLD.committee_request IS NOT NULL AND OLD.committee_request IS NOT NEW.committee_request)
BEGIN SELECT RAISE(ABORT, 'what was filed is never edited'); END;
CREATE TRIGGER filings_remain BEFORE DELETE ON filings
BEGIN SELECT RAISE(ABORT, 'a filing is never removed'); END;
CREATE TRIGGER filing_events_stay BEFORE UPDATE ON filing_events
BEGIN SELECT RAISE(ABORT, 'an event is never edited'); END;
CREATE TRIGGER filing_events_remain BEFORE DELETE ON filing_events
BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
CREATE TRIGGER attachments_stay BEFORE UPDATE ON attachments
BEGIN SELECT RAISE(ABORT, 'a document is never edited'); END;
CREATE TRIGGER attachments_remain BEFORE DELETE ON attachments
BEGIN SELECT RAISE(ABORT, 'a document is never removed'); END;
