-- SPDX-FileCopyrightText: 2026 Samenspraak contributors
-- SPDX-License-Identifier: EUPL-1.2

-- What really happened to data. A line is written once; what follows on it is an
-- event. `facts` is the JSON of the type of that name, without its events.
CREATE TABLE disclosures (
    controller TEXT NOT NULL,
    id         BLOB NOT NULL CHECK (length(id) = 16),
    facts      TEXT NOT NULL,
    PRIMARY KEY (controller, id)
) STRICT;

CREATE TABLE disclosure_events (
    controller    TEXT NOT NULL,
    disclosure_id BLOB NOT NULL,
    version       INTEGER NOT NULL CHECK (version > 0),
    facts         TEXT NOT NULL,
    PRIMARY KEY (controller, disclosure_id, version),
    FOREIGN KEY (controller, disclosure_id) REFERENCES disclosures (controller, id)
) STRICT, WITHOUT ROWID;

-- Everything below follows from the two tables above and is kept up to date with
-- them, in the same transaction. A withheld line is in none of it but `withheld`.

-- A time line, and each way of filtering one, is a pile of its own: all lines of a
-- person, those of a kind, those of a party, and those of both. `''` stands for
-- any. So every first page is one short walk, however many lines there are.
CREATE TABLE piles (
    number     INTEGER PRIMARY KEY,
    controller TEXT NOT NULL,
    subject    TEXT NOT NULL,
    kind       TEXT NOT NULL,
    party      TEXT NOT NULL,
    UNIQUE (controller, subject, kind, party)
) STRICT;

-- `occurred_at` is in milliseconds since 1970.
CREATE TABLE timeline (
    pile        INTEGER NOT NULL REFERENCES piles (number),
    occurred_at INTEGER NOT NULL,
    id          BLOB NOT NULL,
    PRIMARY KEY (pile, occurred_at, id)
) STRICT, WITHOUT ROWID;

-- What staff must look at again; `review_day` is in days since 1970.
CREATE TABLE withheld (
    controller TEXT NOT NULL,
    review_day INTEGER NOT NULL,
    id         BLOB NOT NULL,
    PRIMARY KEY (controller, review_day, id),
    UNIQUE (controller, id)
) STRICT, WITHOUT ROWID;

-- What was released and not read yet.
CREATE TABLE untold (
    controller TEXT NOT NULL,
    subject    TEXT NOT NULL,
    id         BLOB NOT NULL,
    PRIMARY KEY (controller, subject, id)
) STRICT, WITHOUT ROWID;

-- Who has what.
CREATE TABLE flows (
    controller   TEXT NOT NULL,
    subject      TEXT NOT NULL,
    sender       TEXT NOT NULL,
    recipient    TEXT NOT NULL,
    data_type    TEXT NOT NULL,
    times        INTEGER NOT NULL CHECK (times > 0),
    last         INTEGER NOT NULL,
    with_consent INTEGER NOT NULL CHECK (with_consent IN (0, 1)),
    PRIMARY KEY (controller, subject, sender, recipient, data_type)
) STRICT, WITHOUT ROWID;

-- That staff looked: once per person, viewer, thing and day.
CREATE TABLE consultations (
    controller TEXT NOT NULL,
    subject    TEXT NOT NULL,
    id         BLOB NOT NULL CHECK (length(id) = 16),
    viewer     TEXT NOT NULL,
    thing      BLOB NOT NULL CHECK (length(thing) = 16),
    day        INTEGER NOT NULL,
    facts      TEXT NOT NULL,
    PRIMARY KEY (controller, subject, id),
    UNIQUE (controller, subject, viewer, thing, day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER disclosures_stay BEFORE UPDATE ON disclosures
BEGIN SELECT RAISE(ABORT, 'a disclosure is never edited'); END;
CREATE TRIGGER disclosures_remain BEFORE DELETE ON disclosures
BEGIN SELECT RAISE(ABORT, 'a disclosure is never removed'); END;
CREATE TRIGGER disclosure_events_stay BEFORE UPDATE ON disclosure_events
BEGIN SELECT RAISE(ABORT, 'an event is never edited'); END;
CREATE TRIGGER disclosure_events_remain BEFORE DELETE ON disclosure_events
BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
CREATE TRIGGER consultations_stay BEFORE UPDATE ON consultations
BEGIN SELECT RAISE(ABORT, 'a consultation is never edited'); END;
CREATE TRIGGER consultations_remain BEFORE DELETE ON consultations
BEGIN SELECT RAISE(ABORT, 'a consultation is never removed'); END;
