-- SPDX-FileCopyrightText: 2026 Samenspraak contributors
-- SPDX-License-Identifier: EUPL-1.2

-- Scans of signed forms: whose, and which decision rests on each. One at most.
CREATE TABLE scans (
    controller    TEXT NOT NULL,
    attachment_id BLOB NOT NULL,
    person        TEXT NOT NULL,
    decision_id   BLOB,
    PRIMARY KEY (controller, attachment_id),
    FOREIGN KEY (controller, attachment_id) REFERENCES attachments (controller, id),
    FOREIGN KEY (controller, decision_id) REFERENCES decisions (controller, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER scans_stay BEFORE UPDATE ON scans
WHEN OLD.decision_id IS NOT NULL OR OLD.person IS NOT NEW.person
    OR OLD.controller IS NOT NEW.controller OR OLD.attachment_id IS NOT NEW.attachment_id
BEGIN SELECT RAISE(ABORT, 'whose a scan is, and what rests on it, is never edited'); END;
CREATE TRIGGER scans_remain BEFORE DELETE ON scans
BEGIN SELECT RAISE(ABORT, 'a scan is never removed'); END;
