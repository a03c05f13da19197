// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The longest task while a handler works with ten thousand filings, against a
// plain table that holds them all. See README.md.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { table } from "./support/figures.mjs";
import { QueueSite } from "./support/queue-site.mjs";
import { longest, watchTasks } from "./support/tasks.mjs";

const ROWS = 10_000;
// One in three that `many-rows` writes is closed.
const WRITTEN = (ROWS * 3) / 2;
const CONTROLLER = "roosendaal";
const HANDLER = "samira-el-amrani";
const LIMIT_MS = 50;
const ROUNDS = 2;
// A turn of the wheel, in pixels.
const TURN = 20_000;

const target = process.env.CARGO_TARGET_DIR ?? new URL("../target", import.meta.url).pathname;
const site = await QueueSite.layOut(process.env.SAMENSPRAAK_DIST, join(target, "bench-queue"));
// Read when the server's module is loaded.
process.env.SAMENSPRAAK_DIST = site.folder;
const { inHouse, Server } = await import("../tests/e2e/support/server.mjs");

const PROGRAM = ["--package", "samenspraak-server", "--bin", "samenspraak-server",
  "--package", "samenspraak-storage-sqlite", "--bin", "many-rows"];
const built = spawnSync("cargo", ["build", "--quiet", "--release", ...PROGRAM], { cwd: inHouse(), stdio: "inherit" });
assert.equal(built.status, 0, "the program that fills a database is built");

/** A server with that many open filings. */
async function filled() {
  const server = await Server.start();
  await server.kill();
  const program = join(dirname(process.env.SAMENSPRAAK_SERVER), "many-rows");
  const done = spawnSync(program, [server.database, CONTROLLER, "nobody", String(WRITTEN)], { stdio: "inherit" });
  assert.equal(done.status, 0, `${WRITTEN} rows are there`);
  await server.revive();
  return server;
}

// What a handler does, each from where the one before left off.
const ACTIVITIES = [
  { name: "open, until the last row came", act: (page) => page.waitForFunction((rows) =>
    Number(globalThis.queue().querySelector("table")?.getAttribute("aria-rowcount")) > rows, ROWS, { polling: 200 }) },
  { name: "scroll from top to bottom", act: async (page) => {
    await page.mouse.move(600, 500);
    const bottom = () => page.evaluate((rows) => {
      const drawn = [...globalThis.queue().querySelectorAll("tbody tr[data-standing]")];
      const last = drawn.at(-1);
      const index = Number(last?.getAttribute("aria-rowindex") ?? drawn.length + 1);
      return index > rows && last.getBoundingClientRect().top < innerHeight;
    }, ROWS);
    for (let turns = 0; turns < 500 && !(await bottom()); turns++) {
      await page.mouse.wheel(0, TURN);
      await page.evaluate(() => new Promise((done) => setTimeout(done, 32)));
    }
    assert.ok(await bottom(), "the bottom was reached");
  } },
  { name: "type in the search field", act: async (page) => {
    await page.getByRole("searchbox").click();
    await page.keyboard.type("on-77", { delay: 60 });
    await page.getByRole("searchbox").fill("");
  } },
  { name: "press every filter", act: async (page) => {
    for (const word of ["objection", "administrative-objection", "complaint", "request", "all"]) {
      await page.locator(`[data-word="${word}"]`).first().click();
    }
  } },
];

async function visit(browser, server, path) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "nl-NL" });
  try {
    await context.request.post(`${server.url}/demo/session`, { data: { persona: HANDLER } });
    await context.addInitScript(watchTasks);
    const page = await context.newPage();
    await page.goto(`${server.url}${path}`, { waitUntil: "commit" });
    const found = [];
    for (const { act } of ACTIVITIES) {
      await act(page);
      found.push(await page.evaluate(longest));
    }
    return { found, elements: await page.evaluate(() => globalThis.queue().querySelectorAll("*").length) };
  } finally {
    await context.close();
  }
}

const told = (values) => {
  const most = Math.max(...values);
  return most < LIMIT_MS ? `under ${LIMIT_MS}` : `${most.toFixed(0)}`;
};

let browser, server;
try {
  server = await filled();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  const seen = { widget: [], plain: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const which of round % 2 === 0 ? ["widget", "plain"] : ["plain", "widget"]) {
      seen[which].push(await visit(browser, server, site.pages[which]));
    }
  }
  const of = (which, index) => seen[which].map((visit) => visit.found[index]);
  console.log(`the longest task in ms over ${ROUNDS} visits, ${ROWS} rows`);
  console.log(`${seen.widget[0].elements} elements in the widget, ${seen.plain[0].elements} in the plain table`);
  table(["", "widget", "plain table"], ACTIVITIES.map(({ name }, index) =>
    [name, told(of("widget", index)), told(of("plain", index))]));
} finally {
  await browser?.close();
  await server?.stop();
  rmSync(site.folder, { recursive: true, force: true });
}
