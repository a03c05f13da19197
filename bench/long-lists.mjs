// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The first page of the time line and of the handler's queue, with few rows
// and with very many, in the same minutes. See README.md.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { inHouse, Server } from "../tests/e2e/support/server.mjs";
import { median, range, table } from "./support/figures.mjs";

const SIZES = [1_000, 1_000_000];
const ROUNDS = 9;
const READS = 40;
const CONTROLLER = "roosendaal";
const CITIZEN = "noor-de-wit";
const HANDLER = "samira-el-amrani";

const PAGES = [
  { name: "time line", who: CITIZEN, path: "/v1/disclosures?pageSize=20" },
  { name: "time line, not shared only", who: CITIZEN, path: "/v1/disclosures?pageSize=20&kind=not-shared" },
  { name: "queue, what is due first", who: HANDLER, path: "/v1/filings?status=open&pageSize=20" },
  { name: "queue, complaints only", who: HANDLER, path: "/v1/filings?status=open&kind=complaint&pageSize=20" },
];

// Both databases are on one disk: that of the checkout.
const folder = join(process.env.CARGO_TARGET_DIR ?? inHouse("target"), "bench");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
process.env.TMPDIR = folder;

const PROGRAM = ["--package", "samenspraak-server", "--bin", "samenspraak-server",
  "--package", "samenspraak-storage-sqlite", "--bin", "many-rows"];
const built = spawnSync("cargo", ["build", "--quiet", "--release", ...PROGRAM], { cwd: inHouse(), stdio: "inherit" });
assert.equal(built.status, 0, "the program that fills a database is built");

/** A server whose lists hold this many rows. */
async function filled(rows) {
  const server = await Server.start();
  await server.kill();
  const program = join(dirname(process.env.SAMENSPRAAK_SERVER), "many-rows");
  const done = spawnSync(program, [server.database, CONTROLLER, CITIZEN, String(rows)], { stdio: "inherit" });
  assert.equal(done.status, 0, `${rows} rows are there`);
  await server.revive();
  const people = new Map();
  for (const who of [CITIZEN, HANDLER]) people.set(who, await server.signIn(who));
  return { server, people };
}

/** Milliseconds for one page, the middle of many. */
async function milliseconds({ people }, { who, path }) {
  const api = people.get(who);
  const times = [];
  for (let read = 0; read < READS; read++) {
    const began = performance.now();
    const page = await api.get(path);
    times.push(performance.now() - began);
    assert.equal(page.items.length, 20, `${path} is a whole page`);
  }
  return median(times);
}

const places = [];
try {
  for (const rows of SIZES) places.push(await filled(rows));
  const found = PAGES.map((page) => ({ page, rounds: [] }));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { page, rounds } of found) {
      // Who goes first changes; the first round warms up and does not count.
      const order = round % 2 === 0 ? [0, 1] : [1, 0];
      const times = [];
      for (const which of order) times[which] = await milliseconds(places[which], page);
      if (round > 0) rounds.push({ few: times[0], many: times[1], ratio: times[1] / times[0] });
    }
  }
  console.log(`the first page of 20 at ${SIZES.join(" and ")} rows, ${ROUNDS} rounds of ${READS} reads; medians (lowest to highest)`);
  table(["first page", "ms, few", "ms, many", "ratio"], found.map(({ page, rounds }) => [
    page.name,
    range(rounds.map((round) => round.few), 2),
    range(rounds.map((round) => round.many), 2),
    range(rounds.map((round) => round.ratio), 2),
  ]));
} finally {
  for (const { server } of places) await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
