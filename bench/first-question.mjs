// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Time from the navigation to the first consent button that can be pressed,
// against the same screen in plain JavaScript. See README.md.

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { median, range, table } from "./support/figures.mjs";
import { Site } from "./support/site.mjs";
import { sizes, watch } from "./support/watch.mjs";

const RUNS = 9;
const CITIZEN = "ria-bakker";
// High enough for the whole screen: nobody has to scroll to the first button.
const VIEWPORT = { width: 412, height: 3000 };
const kilobits = (number) => (number * 1000) / 8;
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: kilobits(1440), uploadThroughput: kilobits(675) };
const SITUATIONS = [
  { name: "processor 1x", slower: 1 },
  { name: "processor 4x slower", slower: 4 },
  { name: "processor 4x slower, slow 4G", slower: 4, network: SLOW_4G },
];

const target = process.env.CARGO_TARGET_DIR ?? new URL("../target", import.meta.url).pathname;
const site = await Site.layOut(process.env.SAMENSPRAAK_DIST, join(target, "bench-site"));
// Read when the server's module is loaded.
process.env.SAMENSPRAAK_DIST = site.folder;
const { Server } = await import("../tests/e2e/support/server.mjs");

/** Visits a page with a browser profile of its own: nothing in any cache. */
async function visit(browser, server, path, { slower, network }) {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: "nl-NL" });
  try {
    await context.request.post(`${server.url}/demo/session`, { data: { persona: CITIZEN } });
    await context.addInitScript(watch);
    const page = await context.newPage();
    const troubles = [];
    page.on("pageerror", (error) => troubles.push(`${error}`));
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
    if (network) {
      await devtools.send("Network.enable");
      await devtools.send("Network.emulateNetworkConditions", network);
    }
    await page.goto(`${server.url}${path}`, { waitUntil: "commit" });
    const milliseconds = await page.evaluate(() => globalThis.pressable);
    const seen = await page.evaluate(sizes);
    await page.getByRole("radio").first().check();
    assert.deepEqual([...troubles, ...seen.violations], [], `${path} works, under the strict policy`);
    return { milliseconds, ...seen };
  } finally {
    await context.close();
  }
}

const server = await Server.start();
let browser;
try {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  const citizen = await server.signIn(CITIZEN);
  const pages = site.write((await citizen.openRequest()).id);
  const both = async (situation, widgetFirst) => {
    const seen = {};
    for (const name of widgetFirst ? ["widget", "plain"] : ["plain", "widget"]) {
      seen[name] = await visit(browser, server, pages[name], situation);
    }
    return seen;
  };

  // Not counted: the first visit warms up the machine, and shows that both are one screen.
  const { widget, plain } = await both(SITUATIONS[0], true);
  assert.equal(widget.question, plain.question);
  assert.equal(widget.radios, plain.radios);
  console.log(`widget: ${widget.elements} elements, ${widget.kilobytes.toFixed(1)} kB with the page and its answers`);
  console.log(`plain:  ${plain.elements} elements, ${plain.kilobytes.toFixed(1)} kB\n`);

  const found = new Map(SITUATIONS.map((situation) => [situation, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const situation of SITUATIONS) found.get(situation).push(await both(situation, run % 2 === 0));
  }
  console.log(`milliseconds, medians of ${RUNS} cold visits each (lowest to highest)`);
  table(["", "widget", "plain JavaScript", "ratio", "difference"], [...found].map(([{ name }, visits]) => {
    const times = (which) => visits.map((visit) => visit[which].milliseconds);
    const [widget, plain] = [median(times("widget")), median(times("plain"))];
    return [name, range(times("widget")), range(times("plain")), (widget / plain).toFixed(2), `${(widget - plain).toFixed(0)} ms`];
  }));
} finally {
  await browser?.close();
  await server.stop();
  rmSync(site.folder, { recursive: true, force: true });
}
