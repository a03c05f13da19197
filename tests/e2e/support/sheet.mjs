// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// A worker at the table, at one of the forms about a client; and what is there to fill in.

import assert from "node:assert/strict";
import { leftBehind } from "./look.mjs";
import { Screen } from "./screens.mjs";

export const WORKER = "lotte-visser";
export const CLIENT = "noor-de-wit";

/** A worker who opens the municipality's page at a place of the table. */
export async function atSheet(arrive, place, settings = {}) {
  const visitor = await arrive({ persona: WORKER, ...settings });
  await visitor.context.route(`${visitor.server.url}/`, async (route) => {
    const page = await route.fetch();
    const body = (await page.text()).replace('view="citizen"', `view="intake" place="${place}"`)
      .replace('locale="nl"', `locale="${visitor.locale}"`);
    await route.fulfill({ response: page, body });
  });
  await visitor.page.goto(`${visitor.server.url}/`);
  return new Sheet(visitor);
}

/** A form: its fields by the keys of what they ask. */
export class Sheet {
  constructor(visitor) {
    this.visitor = visitor;
    this.page = visitor.page;
    this.screen = new Screen(visitor);
  }

  /** The group or line that asks this; `nth` when there are several of it. */
  group(key, nth = 0) {
    return this.page.getByRole("group", { name: this.screen.sayIn(key) }).nth(nth);
  }

  line(key, nth = 0) {
    return this.page.getByLabel(this.screen.sayIn(key)).nth(nth);
  }

  fill(key, value, nth = 0) {
    return this.line(key, nth).fill(value);
  }

  /** Chooses one of a long list, by its value. */
  pick(key, value, nth = 0) {
    return this.line(key, nth).selectOption(value);
  }

  /** Chooses or ticks an answer, by the key of what it says. */
  choose(key, kind = "radio") {
    return this.page.getByRole(kind, { name: this.screen.sayIn(key) }).first().check();
  }

  /** Ticks an answer that comes from the catalogue. */
  tick(value, nth = 0) {
    return this.page.locator(`input[type="checkbox"][value="${value}"]`).nth(nth).check();
  }

  /** Chooses an answer that comes from the catalogue. */
  radio(value) {
    return this.page.locator(`input[type="radio"][value="${value}"]`).first().check();
  }

  press(key, values) {
    return this.screen.press(key, values);
  }

  /** Presses what records it, and waits until the visit has brought it to the server. */
  async record(path, key, values) {
    const arrived = this.arrives(path);
    await this.press(key, values);
    await arrived;
  }

  arrives(path) {
    const isIt = (answer) => answer.request().method() === "POST" && answer.url().endsWith(`/${path}`) && answer.ok();
    return this.page.waitForResponse(isIt);
  }

  stands(key) {
    return this.screen.stands(key);
  }

  /** A second person who weighed along (G3, H2). */
  async consult(family, name = "Karim Haddad") {
    await this.fill(`${family}.ask.consultation-colleague-displayName`, name);
    await this.fill(`${family}.ask.consultation-function`, "gedragswetenschapper");
    await this.fill(`${family}.ask.consultation-date`, today());
    await this.choose("sheet.anonymised.yes");
  }
}

/** Today, as the contract writes a day. */
export const today = () => new Date().toISOString().slice(0, 10);

/** The open request of a client, as a worker sees it in the list. */
export async function openRequest(worker, person) {
  const { items } = await worker.get("/v1/clients");
  return items.find((client) => client.person.id === person).requests.find((request) => request.status === "open");
}

/** What is typed about a client stays nowhere; only the visit keeps its own, encrypted. */
export async function assertNothingKept(page) {
  const { databases, ...elsewhere } = await leftBehind(page);
  assert.deepEqual(elsewhere, { session: [], local: [], caches: [], cookies: "" });
  assert.deepEqual(databases.filter((name) => name !== "samenspraak-visit"), []);
}
