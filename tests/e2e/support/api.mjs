// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What a person does, done by a script: the contract without the widget.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

/** The headers of a change: the person meant it, and it may be sent again. */
export const meant = (key = randomUUID()) => ({
  "Content-Type": "application/json",
  "X-CSRF-Protection": "1",
  "Idempotency-Key": key,
});

/** One person's session with the backend. */
export class Api {
  constructor(url, cookie) {
    this.url = url;
    this.cookie = cookie;
  }

  /** Signs somebody in. */
  static async signIn(url, persona) {
    const answer = await fetch(`${url}/demo/session`, {
      method: "POST",
      headers: meant(),
      body: JSON.stringify({ persona }),
    });
    assert.ok(answer.ok, `signing in as ${persona} answers ${answer.status}`);
    return new Api(url, answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; "));
  }

  /** Sends a request as it is. */
  send(method, path, { body, headers = {}, key } = {}) {
    const change = method === "GET" ? {} : meant(key);
    return fetch(`${this.url}${path}`, {
      method,
      headers: { Cookie: this.cookie, ...change, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  /** Reads a document. */
  async get(path) {
    const answer = await this.send("GET", path);
    assert.equal(answer.status, 200, `GET ${path}`);
    return answer.json();
  }

  /** Adds something; gives what the server made of it. */
  async post(path, body, headers = {}) {
    const answer = await this.send("POST", path, { body, headers });
    const document = await answer.json();
    assert.equal(answer.status, 201, `POST ${path}: ${JSON.stringify(document)}`);
    return document;
  }

  /** Every entry of a list. */
  async all(path) {
    const entries = [];
    let cursor = "";
    do {
      const page = await this.get(cursor ? `${path}?cursor=${cursor}` : path);
      entries.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return entries;
  }

  /** The newest open request. */
  async openRequest() {
    const requests = await this.all("/v1/consent-requests");
    const open = requests.find((request) => request.status === "open");
    assert.ok(open, "there is an open request");
    return this.get(`/v1/consent-requests/${open.id}`);
  }

  /** All consent records. */
  records() {
    return this.all("/v1/consent-records");
  }

  /** Shows and answers a request; `choose` gives the answer to one datum. */
  async decide(request, choose = () => "yes", language = "nl") {
    const noticeHash = request.noticeHashes[language];
    const presentation = await this.post("/v1/notice-presentations", {
      consentRequestId: request.id,
      language,
      noticeHash,
      renderer: "e2e/1",
    });
    const choices = request.items.filter((item) => item.standing?.awaitsAnswer).map((item) => ({
      itemId: item.id,
      scopeFingerprint: item.scopeFingerprint,
      answers: Object.fromEntries(item.personalData.map(({ dataType }) => [dataType.id, choose(item, dataType)])),
    }));
    const body = { presentationId: presentation.id, noticeHash, language, choices };
    return this.post(`/v1/consent-requests/${request.id}/decisions`, body);
  }

  /** Adds an event to a record as it stands now. */
  async addEvent(id, event) {
    const read = await this.send("GET", `/v1/consent-records/${id}`);
    const headers = { "If-Match": read.headers.get("etag") };
    return this.post(`/v1/consent-records/${id}/events`, { language: "nl", ...event }, headers);
  }
}

const ANSWERS = ["deferred", "given", "refused"];

/** What this person decided, as stored: one line per confirmation with its answers. */
export async function stored(api) {
  const decisions = new Map();
  for (const record of await api.records()) {
    for (const event of record.events.filter((event) => ANSWERS.includes(event.type))) {
      const lines = decisions.get(event.decisionId) ?? [];
      decisions.set(event.decisionId, [...lines, { record: record.id, type: event.type, data: event.dataTypes }]);
    }
  }
  return [...decisions.values()];
}

/** Exactly one confirmation is stored, with one answer per record. */
export async function assertStoredOnce(api) {
  const decisions = await stored(api);
  assert.equal(decisions.length, 1, `one confirmation is stored, not ${decisions.length}`);
  const records = decisions[0].map((line) => line.record);
  assert.equal(new Set(records).size, records.length, "no record has two answers");
  return decisions[0];
}

/** Nothing at all is stored for this person. */
export async function assertNothingStored(api) {
  assert.deepEqual(await stored(api), [], "nothing is stored");
}
