// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The front door, the forms and what was filed, as a person meets them.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Screen } from "./screens.mjs";
import { sentence } from "./words.mjs";

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A person at the front door, or at what was filed. */
export class Desk extends Screen {
  /** Opens the municipality's page, or another, at a place of the widget. */
  static async at(visitor, place, page = "/") {
    // As if the person had been there before: the history of the browser remembers it.
    await visitor.page.addInitScript((place) => {
      if (history.state === null) history.replaceState({ "samenspraak-1": place }, "");
    }, place);
    await visitor.open(page);
    return new Desk(visitor);
  }

  begins(key) {
    return new RegExp(`^\\s*${escape(sentence(this.locale, key))}`);
  }

  /** The field that asks this. */
  field(key) {
    return this.page.getByLabel(this.begins(key)).first();
  }

  /** Answers a question of the door. */
  async answer(question, answer) {
    await this.stands(`door.ask.${question}`);
    await this.page.getByRole("button", { name: this.begins(`door.answer.${question}-${answer}`) }).first().click();
  }

  /** Goes through the door: `[[question, answer], …]`, to what it is and on to the form. */
  async through(answers, kind) {
    for (const [question, answer] of answers) await this.answer(question, answer);
    await this.stands(`door.is.${kind}`);
    await this.onward();
  }

  async onward() {
    await this.page.getByRole("button", { name: this.say("door.onward") })
      .or(this.page.getByRole("button", { name: this.say("door.onward-in-writing") })).click();
    await this.button("filing.to-check").waitFor();
  }

  /** Chooses one of several answers. */
  option(key, values) {
    return this.page.getByRole("radio", { name: values ? this.say(key, values) : this.begins(key) });
  }

  async check() {
    await this.press("filing.to-check");
    await this.stands("check.title");
  }

  send() {
    return this.press("filing.send");
  }

  /** Sends it, and waits for the proof; gives its number. */
  async sent() {
    await this.send();
    return this.proven();
  }

  async proven() {
    await this.stands("filing.done");
    return this.page.locator(".ss-reference").innerText();
  }

  /** The errors of the summary, when it has the focus. */
  async errors() {
    const summary = this.page.getByRole("alert").filter({ has: this.heading("filing.wrong") });
    await summary.waitFor();
    const focused = await summary.evaluate((it) => it.getRootNode().activeElement === it);
    assert.ok(focused, "the summary of what is wrong has the focus");
    return summary.getByRole("button").allInnerTexts();
  }
}

/** Everything a person filed, newest first. */
export const filings = (api) => api.all("/v1/filings");

/** Exactly one filing is stored beyond those of before; gives it in full. */
export async function assertFiledOnce(api, before = 0) {
  const all = await filings(api);
  assert.equal(all.length, before + 1, "one filing is stored");
  return api.get(`/v1/filings/${all[0].id}`);
}

/** Somebody adds an event to a filing as it stands now. */
export async function adds(api, id, event) {
  const read = await api.send("GET", `/v1/filings/${id}`);
  return api.post(`/v1/filings/${id}/events`, { attachments: [], ...event }, { "If-Match": read.headers.get("etag") });
}

const PDF = Buffer.from("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");

/** Files as a person chooses them. */
export const documents = {
  letter: { name: "brief.pdf", mimeType: "application/pdf", buffer: PDF },
  liar: { name: "foto.png", mimeType: "image/png", buffer: Buffer.from("MZ dit is geen plaatje") },
  huge: { name: "groot.pdf", mimeType: "application/pdf", buffer: Buffer.concat([PDF, Buffer.alloc(5_000_000)]) },
  sheet: { name: "lijst.xlsx", mimeType: "application/vnd.ms-excel", buffer: Buffer.from("PK") },
};

/** A request as a script files it. */
export const request = (explanation, kind = "erasure") => ({
  kind, explanation, corrections: [], attachments: [], language: "nl",
});

/** An objection whose grounds are to follow. */
export const objection = (name) => ({
  name,
  postalAddress: "Voorbeeldstraat 1, 0000 XX Roosendaal",
  decision: { description: "Ik krijg minder uren hulp." },
  attachments: [],
  language: "nl",
});

/** A key of its own, for who sends twice on purpose. */
export const key = () => randomUUID();
