// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What a source system and staff record about sharing, and what they do with it later.

import assert from "node:assert/strict";

/** The system that records what happens in Roosendaal. */
export const SYSTEM = "bronsysteem-roosendaal";

const MINUTE_MS = 60_000;

/** A line as a source system records it, so many minutes ago; `more` says what is different. */
export const lineOf = (subject, minutesAgo, more = {}) => ({
  subject,
  occurredAt: new Date(Date.now() - minutesAgo * MINUTE_MS).toISOString(),
  action: "shared",
  channel: "digital",
  senderId: "municipality",
  recipientId: "home-care",
  recipientFunction: "planner",
  dataTypeIds: ["support-hours"],
  purposeId: "deliver-home-support",
  legalBasisId: "support-sharing",
  ...more,
});

/** Records lines; gives them as they are stored. */
export async function record(server, lines) {
  const system = await server.signIn(SYSTEM);
  const stored = [];
  for (const line of lines) stored.push(await system.post("/v1/disclosures", line));
  return stored;
}

/** Staff let the person see a line that was withheld. */
export async function release(server, id, worker = "karim-haddad") {
  const staff = await server.signIn(worker);
  const read = await staff.send("GET", `/v1/disclosures/${id}`);
  assert.equal(read.status, 200);
  const headers = { "If-Match": read.headers.get("etag") };
  return staff.post(`/v1/disclosures/${id}/events`, { type: "released" }, headers);
}

/** Lines that the person may not see yet. */
export async function withheldFor(server, subject, worker = "karim-haddad") {
  const staff = await server.signIn(worker);
  const lines = await staff.get("/v1/disclosures?confidentiality=withheld&pageSize=100");
  return lines.items.filter((line) => line.subject.id === subject);
}
