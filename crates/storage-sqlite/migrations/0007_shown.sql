-- SPDX-FileCopyrightText: 2026 Samenspraak contributors
-- SPDX-License-Identifier: EUPL-1.2

-- To whom a request was shown: a notice is told from then on.
CREATE TABLE shown (
    controller TEXT NOT NULL,
    request_id BLOB NOT NULL,
    person     TEXT NOT NULL,
    PRIMARY KEY (controller, request_id, person),
    FOREIGN KEY (controller, request_id) REFERENCES requests (controller, id)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO shown (controller, request_id, person)
SELECT presentations.controller, requests.id, json_extract(presentations.facts, '$.person')
FROM presentations
JOIN requests ON requests.controller = presentations.controller
    AND requests.id = unhex(json_extract(presentations.facts, '$.presentation.consentRequestId'), '-');

CREATE TRIGGER shown_stay BEFORE UPDATE ON shown
BEGIN SELECT RAISE(ABORT, 'to whom a request was shown is never edited'); END;
CREATE TRIGGER shown_remain BEFORE DELETE ON shown
BEGIN SELECT RAISE(ABORT, 'to whom a request was shown is never removed'); END;
