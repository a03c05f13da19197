-- SPDX-FileCopyrightText: 2026 Samenspraak contributors
-- SPDX-License-Identifier: EUPL-1.2

-- How often something happened in a period (N1): nothing here points at a person.
CREATE TABLE tallies (
    controller TEXT NOT NULL,
    period     TEXT NOT NULL,
    what       TEXT NOT NULL,
    times      INTEGER NOT NULL CHECK (times > 0),
    PRIMARY KEY (controller, period, what)
) STRICT, WITHOUT ROWID;
