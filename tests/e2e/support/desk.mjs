// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The desk as a handler meets it, and what citizens file by script.

import assert from "node:assert/strict";
import { Screen } from "./screens.mjs";

export const HANDLER = "samira-el-amrani";
export const CITIZEN = "noor-de-wit";

/** Files a request, an objection or a complaint; gives it as the person sees it. */
export const file = {
  request: (api, kind = "erasure", explanation = "Ik wil dit niet meer.") =>
    api.post("/v1/rights-requests", {
      kind, language: "nl",
      ...(kind === "rectification"
        ? { corrections: [{ wrong: "Er staat twee kinderen.", right: "Ik heb drie kinderen." }] }
        : { explanation }),
    }),
  objection: (api, notifiedOn, lateReason) => api.post("/v1/administrative-objections", {
    name: "Noor de Wit", postalAddress: "Markt 1, 0000 XX Roosendaal", language: "nl",
    decision: { description: "De brief van 3 november", ...(notifiedOn ? { notifiedOn } : {}) },
    grounds: "Ik ben het er niet mee eens.", ...(lateReason ? { lateReason } : {}),
  }),
  complaint: (api) => api.post("/v1/complaints", {
    name: "Noor de Wit", email: "noor@voorbeeld.example", matter: "conduct", language: "nl",
    description: "Er werd niet geluisterd.",
  }),
};

/** A handler at the desk. */
export async function atDesk(arrive, settings = {}) {
  const visitor = await arrive({ persona: HANDLER, ...settings });
  const desk = new Desk(visitor);
  await visitor.open();
  await desk.screen.stands("desk.title");
  return desk;
}

export class Desk {
  constructor(visitor) {
    this.visitor = visitor;
    this.page = visitor.page;
    this.screen = new Screen(visitor);
  }

  /** The lines of the queue that are drawn. */
  get rows() {
    return this.page.getByRole("row").filter({ has: this.page.getByRole("button") });
  }

  row(reference) {
    return this.rows.filter({ hasText: reference });
  }

  /** The references that are shown, in order. */
  async references() {
    const texts = await this.rows.allInnerTexts();
    return texts.map((text) => /\d{4}-\w{5}-\w{5}/.exec(text)?.[0]);
  }

  /** Opens a case from the queue. */
  async open(filing) {
    await this.row(filing.reference).getByRole("button").click();
    await this.screen.heading(`case.kind.${filing.kind}`).waitFor();
    await this.screen.stands("case.filed");
  }

  /** Opens a form. */
  async begin(event) {
    await this.screen.press(`act.${event}`);
    await this.screen.stands(`act.form.${event}`);
  }

  send(event) {
    return this.screen.press(`act.send.${event}`);
  }

  field(key) {
    return this.page.getByLabel(this.screen.say(key));
  }

  /** Waits until it says what was recorded. */
  async recorded(event) {
    await this.screen.stands(`act.news.${event}`);
  }
}

/** So many days from now, as the contract writes a day. */
export const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What is in the address and in every entry of the history. */
export const addresses = (page) => page.evaluate(() =>
  [location.href, JSON.stringify(history.state), document.referrer, document.title].join(" "));

/** Exactly one event of a kind is stored. */
export async function assertOnce(api, id, type) {
  const filing = await api.get(`/v1/filings/${id}`);
  const found = filing.events.filter((event) => event.type === type);
  assert.equal(found.length, 1, `${type} is stored once`);
  return { filing, event: found[0] };
}
