// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Confirmed decisions per second, through HTTP and on the disk, against
// single-row inserts on the same disk in the same minutes. See README.md.

import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { Agent, request as httpRequest } from "node:http";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { Api, meant } from "../tests/e2e/support/api.mjs";
import { again } from "../tests/e2e/support/requests.mjs";
import { inHouse, Server } from "../tests/e2e/support/server.mjs";
import { Inserts } from "./support/inserts.mjs";
import { median, range, table } from "./support/figures.mjs";

// Decisions per round, by the number of clients that send them side by side.
const LEVELS = new Map([[1, 150], [8, 600], [32, 1200]]);
const ROUNDS = 5;
const WARM_UP = 300;
const CITIZEN = "ria-bakker";
const WORKER = "inge-verbeek";
const LANGUAGE = "nl";

// The server's database and the rows are on one disk: that of the checkout.
const folder = join(process.env.CARGO_TARGET_DIR ?? inHouse("target"), "bench");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
process.env.TMPDIR = folder;

/** Does `work` for every entry, `width` at a time, in order of arrival. */
async function sideBySide(width, entries, work) {
  let next = 0;
  const one = async (lane) => {
    while (next < entries.length) await work(entries[next++], lane);
  };
  await Promise.all(Array.from({ length: width }, (_, lane) => one(lane)));
}

/** Asks a question and shows it; what is left is the press on *confirm*. */
async function prepare(worker, citizen, question) {
  const asked = await worker.post("/v1/consent-requests", question);
  const noticeHash = asked.noticeHashes[LANGUAGE];
  const shown = await citizen.post("/v1/notice-presentations", {
    consentRequestId: asked.id, language: LANGUAGE, noticeHash, renderer: "bench/1",
  });
  const choices = asked.items.map((item) => ({
    itemId: item.id,
    scopeFingerprint: item.scopeFingerprint,
    answers: Object.fromEntries(item.personalData.map(({ dataType }) => [dataType.id, "yes"])),
  }));
  const body = JSON.stringify({ presentationId: shown.id, noticeHash, language: LANGUAGE, choices });
  return { path: `/v1/consent-requests/${asked.id}/decisions`, body };
}

/** Sends one decision; gives the place where it is recorded. */
function send(agent, api, { path, body }) {
  return new Promise((done, fail) => {
    const headers = { ...meant(randomUUID()), Cookie: api.cookie, "Content-Length": Buffer.byteLength(body) };
    const sent = httpRequest(`${api.url}${path}`, { agent, method: "POST", headers }, (answer) => {
      answer.resume().on("end", () => {
        if (answer.statusCode === 201) done(answer.headers.location);
        else fail(new Error(`a decision answers ${answer.statusCode}`));
      });
    });
    sent.on("error", fail).end(body);
  });
}

const inserts = await Inserts.start(join(folder, "inserts.sqlite"));
const server = await Server.start();
try {
  const widest = Math.max(...LEVELS.keys());
  const worker = await server.signIn(WORKER);
  const citizens = await Promise.all(Array.from({ length: widest }, () => Api.signIn(server.url, CITIZEN)));
  const question = again(await citizens[0].openRequest());
  const agent = new Agent({ keepAlive: true, maxSockets: widest });
  const places = new Set();

  const decide = async (clients, count) => {
    const prepared = [];
    await sideBySide(widest, Array(count).fill(question), async (asked, lane) => {
      prepared.push(await prepare(worker, citizens[lane], asked));
    });
    const began = performance.now();
    await sideBySide(clients, prepared, async (decision, lane) => {
      places.add(await send(agent, citizens[lane], decision));
    });
    const seconds = (performance.now() - began) / 1000;
    return { rate: count / seconds, bytes: prepared[0].body.length };
  };

  const { bytes } = await decide(widest, WARM_UP);
  await inserts.rate(WARM_UP, bytes);
  let expected = WARM_UP;
  const found = new Map([...LEVELS.keys()].map((clients) => [clients, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [clients, count] of LEVELS) {
      // Each goes first as often as it can: a disk is never equally fast for long.
      const early = round % 2 === 0 ? await inserts.rate(count, bytes) : undefined;
      const { rate } = await decide(clients, count);
      const peer = early ?? (await inserts.rate(count, bytes));
      found.get(clients).push({ rate, peer, ratio: rate / peer });
      expected += count;
    }
  }
  assert.equal(places.size, expected, "every decision is recorded, and once");

  console.log(`${expected} decisions and as many rows of ${bytes} bytes, in ${ROUNDS} rounds; medians (lowest to highest)`);
  table(["clients", "decisions/s", "inserts/s", "ratio"], [...found].map(([clients, rounds]) => [
    clients,
    median(rounds.map((round) => round.rate)).toFixed(0),
    median(rounds.map((round) => round.peer)).toFixed(0),
    range(rounds.map((round) => round.ratio), 2),
  ]));
  agent.destroy();
} finally {
  await inserts.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
