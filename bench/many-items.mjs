// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What a request of a hundred items costs in script: to draw it, and to answer
// each choice; against the same screen in plain JavaScript and in React. See
// README.md.

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { median, percentile, range, table } from "./support/figures.mjs";
import { aim, holdBack, prepare, standing, watchPresses } from "./support/presses.mjs";
import { Site } from "./support/site.mjs";

const ROUNDS = 3;
const PRESSES = 60;
const FRAME_MS = 16;
const VIEWPORT = { width: 1280, height: 900 };
const PAGES = ["widget", "plain", "framework"];
const NAMES = { widget: "widget", plain: "plain JavaScript", framework: "React" };

const target = process.env.CARGO_TARGET_DIR ?? new URL("../target", import.meta.url).pathname;
const site = await Site.layOut(process.env.SAMENSPRAAK_DIST, join(target, "bench-many"));
// Read when the server's module is loaded.
process.env.SAMENSPRAAK_DIST = site.folder;
const { Server } = await import("../tests/e2e/support/server.mjs");
const { askHundred, ITEMS, PERSONA } = await import("../tests/e2e/support/hundred.mjs");

// Spread over the list, in an order that leaps through it; two yes, one no.
const press = (index, rows) => [Math.floor((((index * 37) % PRESSES) * rows) / PRESSES), index % 3 === 2 ? "no" : "yes"];

/** Seconds that the browser itself counted for script on this page so far. */
async function counted(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "ScriptDuration").value;
}

async function visit(browser, server, path, request) {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: "nl-NL" });
  try {
    await context.request.post(`${server.url}/demo/session`, { data: { persona: PERSONA } });
    await context.addInitScript(prepare);
    await context.addInitScript(watchPresses);
    await context.addInitScript(holdBack, `/consent-requests/${request.id}`);
    const page = await context.newPage();
    const troubles = [];
    page.on("pageerror", (error) => troubles.push(`${error}`));
    const devtools = await context.newCDPSession(page);
    await devtools.send("Performance.enable");
    await page.goto(`${server.url}${path}`, { waitUntil: "networkidle" });
    await page.waitForFunction(() => globalThis.arrived);
    const drawn = await page.evaluate(() => globalThis.release());
    const seen = await page.evaluate(standing);
    const presses = [];
    let browsers = 0;
    for (let index = 0; index < PRESSES; index++) {
      const before = await page.evaluate(standing);
      const [row, answer] = press(index, seen.radios / 2);
      const point = await page.evaluate(aim, [row, answer]);
      const began = await counted(devtools);
      await page.mouse.click(...point);
      presses.push(await page.evaluate(() => globalThis.press));
      browsers += (await counted(devtools)) - began;
      const after = await page.evaluate(standing);
      assert.equal(after.checked, before.checked + 1, `${path} has press ${index}`);
      assert.equal(after[answer], before[answer] + 1, `${path} counts press ${index} as ${answer}`);
      assert.equal(after.open, before.open - 1, `${path} has one less to choose`);
      assert.ok(answer === "no" || after.lines > 0, `${path} draws what is shared`);
    }
    assert.deepEqual(troubles, [], `${path} works`);
    return { drawn, seen, presses, browsers: (browsers / PRESSES) * 1000 };
  } finally {
    await context.close();
  }
}

const server = await Server.start();
let browser;
try {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  const request = await askHundred(server);
  const paths = site.write(request.id);
  const found = Object.fromEntries(PAGES.map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (let turn = 0; turn < PAGES.length; turn++) {
      const name = PAGES[(round + turn) % PAGES.length];
      const seen = await visit(browser, server, paths[name], request);
      const data = request.items.flatMap((item) => item.personalData).length;
      assert.equal(seen.seen.questions, ITEMS, `${name} asks everything`);
      assert.equal(seen.seen.radios, data * 2, `${name} has a yes and a no for every datum`);
      // Not counted: the first round warms up the machine.
      if (round > 0) found[name].push(seen);
    }
  }
  for (const name of PAGES) console.log(`${NAMES[name]}: ${found[name][0].seen.elements} elements`);
  const of = (name, read) => found[name].map(read);
  console.log(`\nto draw ${ITEMS} items, milliseconds, medians of ${ROUNDS} visits (lowest to highest)`);
  table(["", "script", "until it is shown"], PAGES.map((name) =>
    [NAMES[name], range(of(name, (it) => it.drawn.script)), range(of(name, (it) => it.drawn.shown))]));
  console.log(`\nscript of one choice, milliseconds, ${PRESSES * ROUNDS} presses`);
  const row = (name) => {
    const presses = found[name].flatMap((it) => it.presses);
    const script = presses.map((it) => it.script);
    const figures = [median(script), percentile(script, 95), Math.max(...script)].map((it) => it.toFixed(1));
    const own = median(of(name, (it) => it.browsers)).toFixed(1);
    const late = script.filter((it) => it > FRAME_MS).length;
    return [NAMES[name], ...figures, late, own, median(presses.map((it) => it.shown)).toFixed(0)];
  };
  table(["", "median", "95 in 100", "highest", `over ${FRAME_MS} ms`, "by the browser's count", "until it is shown"], PAGES.map(row));
} finally {
  await browser?.close();
  await server.stop();
  rmSync(site.folder, { recursive: true, force: true });
}
