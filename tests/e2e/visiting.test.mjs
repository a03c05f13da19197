// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// A worker's visit between the rules, the vault and the outbox, on a disk that may fail
// and beside other tabs. No browser.

import assert from "node:assert/strict";
import test from "node:test";
import { MemoryStore } from "../../src/visit/store.js";
import { Vault } from "../../src/visit/vault.js";
import { Visiting } from "../../src/visit/visiting.js";
import { backend, oneAtATime } from "./support/outside.mjs";

const OWNER = "a".repeat(64);

test("of what is being filled in one write is under way, and the last one counts", async () => {
  const writes = [];
  const keep = (kind, about, text) => new Promise((done, failed) => writes.push({ text, done, failed }));
  const visiting = new Visiting({ vault: { owner: OWNER, durable: true, keep }, changed: () => {} });
  const texts = () => writes.map(({ text }) => text);
  const all = ["a", "b", "c"].map((text) => visiting.keep("conversation", text));
  assert.deepEqual(texts(), ["a"]);
  writes[0].done();
  await new Promise(setImmediate);
  assert.deepEqual(texts(), ["a", "c"], "what was overtaken is not written");
  writes[1].done();
  await Promise.all(all);
  const thrown = visiting.keep("conversation", "");
  assert.deepEqual(texts(), ["a", "c", null], "an empty text throws it away");
  writes[2].failed(new Error("the disk is full"));
  await assert.rejects(thrown);
  const next = visiting.keep("conversation", "d");
  writes[3].done();
  await next;
  assert.equal(texts().at(-1), "d", "a write that failed stops no other");
  visiting.end();
});

// What the rules took, as `crates/visit` holds it: the same key again is not taken twice.
class Rules {
  #answered = new Map();
  answer(method, path, key, body) {
    const known = this.#answered.has(key);
    if (!known) this.#answered.set(key, path);
    const entry = { kind: path, path, key, body: JSON.parse(body), about: [key], makes: [key] };
    return JSON.stringify({ status: 201, body: {}, ...(known ? {} : { entry }) });
  }
  replay(entry) {
    const { key, path } = JSON.parse(entry);
    this.#answered.set(key, path);
  }
  knowClients() {}
  free() {}
}

const atTable = async (to, store) => {
  const vault = await Vault.open(store, OWNER);
  const told = { vault, Visit: Rules, settings: {}, catalogue: {}, send: to.send, isOurs: to.isOurs };
  return { vault, visiting: await new Visiting({ ...told, changed: () => {} }).begin() };
};

test("what could not be kept was not taken, however often it is tried", async () => {
  const [to, store] = [backend(), new MemoryStore()];
  const { vault, visiting } = await atTable(to, store);
  const works = {};
  for (const name of ["list", "get", "add"]) {
    works[name] = store[name];
    store[name] = async () => {
      throw new Error("the disk is gone");
    };
  }
  for (let time = 0; time < 3; time++) await assert.rejects(visiting.take("assessments", "k1", "{}"));
  Object.assign(store, works);
  assert.equal((await visiting.take("assessments", "k1", "{}")).status, 201);
  assert.deepEqual((await vault.lines()).map(({ entry }) => entry.key), ["k1"]);
  await visiting.outbox.kick();
  assert.deepEqual(to.arrived, ["k1"]);
  visiting.end();
});

test("practice that ends while the disk is gone is over", async () => {
  const [to, store] = [backend(), new MemoryStore()];
  const { visiting } = await atTable(to, store);
  await visiting.practise(true);
  await visiting.take("assessments", "k1", "{}");
  const { list } = store;
  store.list = async () => {
    throw new Error("the disk is gone");
  };
  await visiting.practise(false);
  store.list = list;
  await visiting.take("assessments", "k1", "{}");
  await visiting.outbox.kick();
  assert.deepEqual(to.arrived, ["k1"], "what was practised under a key is not taken for what is meant");
  visiting.end();
});

test("two tabs know of each other what was taken, sent and settled", async (t) => {
  const [to, store] = [backend(), new MemoryStore()];
  const { navigator } = globalThis;
  const stand = (value) => Object.defineProperty(globalThis, "navigator", { value, configurable: true });
  stand({ locks: oneAtATime() });
  t.after(() => stand(navigator));
  const [one, two] = [await atTable(to, store), await atTable(to, store)];
  const told = async (pending, conflicts) => {
    const stands = ({ state }) => state.pending === pending && state.conflicts.length === conflicts;
    while (!stands(two.visiting)) await new Promise(setImmediate);
  };
  to.signedIn = false;
  await one.visiting.take("assessments", "k1", "{}");
  await told(1, 0);
  // It tries by itself: the other tab may be closed before anything arrived.
  while (two.visiting.state.waiting !== "sign-in") await new Promise(setImmediate);
  to.signedIn = true;
  await one.visiting.outbox.kick();
  await told(0, 0);
  to.answers.set("k2", { status: 409, body: {} });
  await one.visiting.take("assessments", "k2", "{}");
  await told(0, 1);
  await one.visiting.settle("1", "drop");
  await told(0, 0);
  assert.deepEqual(to.arrived, ["k1"]);
  to.answers.clear();
  assert.equal((await two.visiting.take("assessments", "k2", "{}")).status, 201);
  await told(0, 0);
  assert.deepEqual(to.arrived, ["k1", "k2"], "what was dropped there is not taken for done here");
  one.visiting.end();
  two.visiting.end();
});
