// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// One real Chromium for a file of journeys; every person in it has a browser
// profile of their own.

import assert from "node:assert/strict";
import test, { after } from "node:test";
import { chromium } from "playwright-core";
import { meant } from "./api.mjs";
import { Server, inHouse } from "./server.mjs";

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
// The longest that a part of a screen may take on a slow machine, and a whole journey.
const PATIENCE_MS = 20_000;
const JOURNEY_MS = 120_000;

let browser;
const launched = () => (browser ??= chromium.launch({ executablePath: inHouse("tests/e2e/support/chromium.sh"), args: FLAGS }));

after(async () => (await browser)?.close());

// A line that the browser writes about a request that failed: what a test cuts on purpose.
const ABOUT_NETWORK = /^Failed to load resource/;

/** One person with a browser. */
export class Visitor {
  /** What went wrong in the page: script errors, and what the security policy stopped. */
  troubles = [];

  static async arrive(server, { persona, locale = "nl", ...settings } = {}) {
    const visitor = new Visitor();
    visitor.server = server;
    visitor.locale = locale;
    const preferences = { viewport: { width: 1280, height: 900 }, locale: `${locale}-NL`, timezoneId: "Europe/Amsterdam" };
    visitor.context = await (await launched()).newContext({ ...preferences, ...settings });
    visitor.context.setDefaultTimeout(PATIENCE_MS);
    visitor.page = await visitor.newTab();
    if (persona) await visitor.signIn(persona);
    return visitor;
  }

  async newTab() {
    const page = await this.context.newPage();
    page.on("pageerror", (error) => this.troubles.push(`${error}`));
    page.on("console", (line) => {
      if (line.type() === "error" && !ABOUT_NETWORK.test(line.text())) this.troubles.push(line.text());
    });
    return page;
  }

  /** Signs in, or in as somebody else, in every tab of this browser. */
  async signIn(persona) {
    const answer = await this.context.request.post(`${this.server.url}/demo/session`, {
      headers: meant(),
      data: { persona },
    });
    assert.ok(answer.ok(), `signing in as ${persona} answers ${answer.status()}`);
  }

  /** The session ends, as after eight hours. */
  async signOut() {
    await this.context.clearCookies();
  }

  /** Opens the municipality's page, or another page of the host. */
  async open(path = "/", page = this.page) {
    await page.goto(`${this.server.url}${path}`);
    if (this.locale !== "nl") {
      await page.locator("samenspraak-widget").evaluate((it, locale) => it.setAttribute("locale", locale), this.locale);
    }
  }

  /** Nothing went wrong behind the screen. */
  assertUntroubled() {
    assert.deepEqual(this.troubles, [], "no script error, and nothing that the security policy stopped");
  }
}

/** A journey with a server of its own. `body` gets the server and `arrive`, which lets people in. */
export function journey(name, body, options = []) {
  test(name, { timeout: JOURNEY_MS }, async () => {
    const server = await Server.start(options);
    const visitors = [];
    const arrive = async (settings) => {
      visitors.push(await Visitor.arrive(server, settings));
      return visitors.at(-1);
    };
    try {
      await body({ server, arrive });
      visitors.forEach((visitor) => visitor.assertUntroubled());
    } finally {
      await Promise.all(visitors.map((visitor) => visitor.context.close()));
      await server.stop();
    }
  });
}
