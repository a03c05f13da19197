// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What a worker's device keeps and sends, with the browser's own cryptography and a
// backend that does what the test says. No browser.

import assert from "node:assert/strict";
import test from "node:test";
import { aloneBy } from "../../src/visit/alone.js";
import { Outbox } from "../../src/visit/outbox.js";
import { MemoryStore } from "../../src/visit/store.js";
import { Vault } from "../../src/visit/vault.js";
import { Visiting } from "../../src/visit/visiting.js";

const OWNER = "a".repeat(64);

const entry = (kind, key, ...about) => ({ kind, path: kind, key, body: { key }, about });

const ASKED = entry("consent-requests", "k1", "request-1", "assessment-1");
const SHOWN = entry("notice-presentations", "k2", "request-1", "shown-1");
const DECIDED = entry("decisions", "k3", "request-1", "shown-1");
const OTHER = entry("consent-requests", "k4", "request-2");

// A backend that stores what it has not seen, and answers what it is told to.
function backend() {
  const it = { arrived: [], answers: new Map(), reached: true, signedIn: true };
  it.send = async ({ key }) => {
    if (!it.reached) throw new TypeError("failed to fetch");
    const { status, body = null } = it.answers.get(key) ?? { status: 201 };
    if (status < 300 && !it.arrived.includes(key)) it.arrived.push(key);
    return { status, body };
  };
  it.isOurs = async () => {
    if (!it.reached) throw new TypeError("failed to fetch");
    return it.signedIn;
  };
  return it;
}

async function device(to, { store = new MemoryStore(), exclusively = aloneBy(null) } = {}) {
  const timers = [];
  const vault = await Vault.open(store, OWNER);
  const outbox = new Outbox({
    vault,
    send: (line) => to.send(line),
    isOurs: () => to.isOurs(),
    changed: () => {},
    exclusively,
    later: (milliseconds, act) => {
      const timer = { milliseconds, act };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
  });
  await outbox.read();
  return { store, vault, outbox, timers };
}

async function filled(to, entries, options) {
  const it = await device(to, options);
  for (const one of entries) await it.outbox.append(one);
  return it;
}

test("everything is sent in order, and nothing of it stays", async () => {
  const to = backend();
  const { outbox, vault, store } = await filled(to, [ASKED, SHOWN, DECIDED, OTHER]);
  assert.equal(outbox.pending, 4);
  await outbox.kick();
  assert.deepEqual(to.arrived, ["k1", "k2", "k3", "k4"]);
  assert.equal(outbox.pending, 0);
  assert.deepEqual(await vault.lines(), []);
  assert.deepEqual(await store.list("log", OWNER), []);
});

test("without a network it waits, tries again by itself and less and less often", async () => {
  const to = backend();
  to.reached = false;
  const { outbox, timers } = await filled(to, [ASKED, DECIDED]);
  await outbox.kick();
  assert.equal(outbox.waiting, "network");
  const pauses = [];
  for (let time = 0; time < 8; time++) {
    assert.equal(timers.length, 1, "one timer at a time");
    const { milliseconds, act } = timers.pop();
    pauses.push(milliseconds);
    await act();
  }
  assert.deepEqual(pauses, [2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => 1_000 * seconds));
  to.reached = true;
  await outbox.kick();
  assert.deepEqual(to.arrived, ["k1", "k3"]);
  assert.equal(outbox.waiting, "");
});

test("a cut between arriving and hearing of it stores nothing twice", async () => {
  const to = backend();
  const { outbox, store } = await filled(to, [ASKED, DECIDED]);
  const { send } = to;
  to.send = async (line) => {
    await send(line);
    throw new TypeError("failed to fetch");
  };
  await outbox.kick();
  assert.deepEqual(to.arrived, ["k1"]);
  to.send = send;
  // The browser was killed; this is the device after it was opened again.
  const again = await device(to, { store });
  await again.outbox.kick();
  assert.deepEqual(to.arrived, ["k1", "k3"]);
});

test("a session that ended stops the sending and loses nothing", async () => {
  const to = backend();
  to.signedIn = false;
  const { outbox } = await filled(to, [ASKED, DECIDED]);
  await outbox.kick();
  assert.equal(outbox.waiting, "sign-in");
  assert.deepEqual(to.arrived, []);
  to.signedIn = true;
  to.answers.set("k3", { status: 401 });
  await outbox.kick();
  assert.equal(outbox.waiting, "sign-in");
  assert.deepEqual([to.arrived, outbox.pending], [["k1"], 1]);
  to.answers.clear();
  await outbox.kick();
  assert.deepEqual(to.arrived, ["k1", "k3"]);
});

for (const status of [400, 409, 412, 403, 404]) {
  test(`${status} sets a line aside with all that builds on it, and the others go on`, async () => {
    const to = backend();
    const problem = { type: "urn:samenspraak:problem:notice-outdated", status };
    to.answers.set("k2", { status, body: problem });
    const { outbox, store } = await filled(to, [ASKED, SHOWN, DECIDED, OTHER]);
    await outbox.kick();
    assert.deepEqual(to.arrived, ["k1", "k4"]);
    const conflict = {
      id: "2", kind: "notice-presentations", about: "request-1", subject: undefined, problem, held: 1,
    };
    assert.deepEqual(outbox.conflicts, [conflict]);
    assert.equal(outbox.pending, 0);
    // It is still there after a reload, and is not sent again by itself.
    const again = await device(to, { store });
    await again.outbox.kick();
    assert.deepEqual(again.outbox.conflicts, [conflict]);
    assert.deepEqual(to.arrived, ["k1", "k4"]);
  });
}

for (const status of [429, 500, 503]) {
  test(`${status} passes: it is tried again and nobody is asked anything`, async () => {
    const to = backend();
    to.answers.set("k1", { status });
    const { outbox } = await filled(to, [ASKED, DECIDED]);
    await outbox.kick();
    assert.deepEqual([outbox.waiting, outbox.conflicts, to.arrived], ["network", [], []]);
    to.answers.clear();
    await outbox.kick();
    assert.deepEqual(to.arrived, ["k1", "k3"]);
  });
}

test("a conflict that the worker sends again goes with what was held", async () => {
  const to = backend();
  to.answers.set("k2", { status: 409, body: {} });
  const { outbox } = await filled(to, [ASKED, SHOWN, DECIDED]);
  await outbox.kick();
  to.answers.clear();
  await outbox.settle("2", "again");
  await outbox.kick();
  assert.deepEqual(to.arrived, ["k1", "k2", "k3"]);
});

test("a conflict that the worker drops goes with what was held, and nothing else", async () => {
  const to = backend();
  to.answers.set("k2", { status: 409, body: {} });
  const { outbox, vault } = await filled(to, [ASKED, SHOWN, DECIDED]);
  await outbox.kick();
  to.reached = false;
  await outbox.append(OTHER);
  await outbox.settle("2", "drop");
  assert.deepEqual(outbox.conflicts, []);
  const left = (await vault.lines()).filter((line) => !line.sent).map((line) => line.entry.key);
  assert.deepEqual(left, ["k4"]);
  to.reached = true;
  await outbox.kick();
  assert.deepEqual(to.arrived, ["k1", "k4"]);
  assert.deepEqual(await vault.lines(), []);
});

test("what arrived stays until what builds on it has arrived too", async () => {
  const to = backend();
  to.answers.set("k3", { status: 503 });
  const { outbox, vault } = await filled(to, [ASKED, SHOWN, DECIDED]);
  await outbox.kick();
  assert.deepEqual((await vault.lines()).map((line) => [line.entry.key, line.sent ?? false]), [
    ["k1", true], ["k2", true], ["k3", false],
  ]);
  to.answers.clear();
  await outbox.kick();
  assert.deepEqual(await vault.lines(), []);
});

test("two tabs never send the same outbox side by side", async () => {
  const to = backend();
  const { send } = to;
  const times = new Map();
  let under = 0;
  to.send = async (line) => {
    assert.equal(++under, 1, "one at a time");
    times.set(line.key, (times.get(line.key) ?? 0) + 1);
    const answer = await send(line);
    under--;
    return answer;
  };
  // What `navigator.locks` does: one holder of a name at a time, the others queue.
  let last = Promise.resolve();
  const locks = { request: (_, work) => (last = last.then(work, work)) };
  const exclusively = aloneBy(locks, "outbox");
  const one = await filled(to, [ASKED, SHOWN, DECIDED, OTHER], { exclusively });
  const two = await device(to, { store: one.store, exclusively });
  await Promise.all([one.outbox.kick(), two.outbox.kick()]);
  assert.deepEqual([...times], [["k1", 1], ["k2", 1], ["k3", 1], ["k4", 1]]);
});

test("two tabs that write at once both find their line", async () => {
  const to = backend();
  const one = await device(to);
  const two = await device(to, { store: one.store });
  await Promise.all([one.outbox.append(ASKED), two.outbox.append(OTHER)]);
  const keys = (await one.vault.lines()).map((line) => line.entry.key);
  assert.deepEqual(keys.sort(), ["k1", "k4"]);
});

test("nothing that is kept can be read without the key, moved or given to another worker", async () => {
  const store = new MemoryStore();
  const vault = await Vault.open(store, OWNER);
  await vault.append({ entry: { ...ASKED, body: { name: "Noor de Wit" } } });
  await vault.append({ entry: DECIDED });
  await vault.keep("draft", "client p-noor", "Noor de Wit");
  const [first, second] = await store.list("log", OWNER);
  const readable = new TextDecoder().decode(first.box.sealed);
  assert.ok(!readable.includes("Noor") && !readable.includes("request-1"));
  const names = (await store.list("kept", OWNER)).map(({ name }) => name);
  assert.ok(!names.join().includes("noor"), "the name of a draft names nobody");
  assert.notDeepEqual(first.box.nonce, second.box.nonce);
  assert.equal((await store.get("keys", [OWNER, "key"])).extractable, false);
  // A box in another's place does not open.
  await store.put("log", [OWNER, 2], first.box);
  assert.deepEqual((await vault.lines()).map((line) => line.seq), [1]);
  const stranger = await Vault.open(store, "b".repeat(64));
  await store.put("log", ["b".repeat(64), 1], first.box);
  assert.deepEqual(await stranger.lines(), []);
});

test("of who is signed out stays what was not sent, and nothing else", async () => {
  const store = new MemoryStore();
  const mine = await Vault.open(store, OWNER);
  const [waits, done] = [await Vault.open(store, "b".repeat(64)), await Vault.open(store, "c".repeat(64))];
  for (const vault of [mine, waits, done]) {
    if (vault !== done) await vault.append({ entry: ASKED });
    await vault.keep("known", "clients", { items: [] });
    await vault.keep("draft", "conversation", "words");
  }
  await mine.tidy();
  for (const { owner } of [waits, done]) assert.deepEqual(await store.list("kept", owner), []);
  assert.deepEqual((await waits.lines()).map(({ entry }) => entry), [ASKED]);
  assert.equal(await mine.kept("draft", "conversation"), "words");
  assert.equal((await mine.lines()).length, 1);
  await new Vault(store, "", null).tidy();
  assert.deepEqual(await store.owners("kept"), [], "nobody is signed in");
  assert.deepEqual((await store.owners("log")).sort(), [mine.owner, waits.owner]);
});

test("what arrived just before the browser was killed does not stay", async () => {
  const to = backend();
  const { store, vault } = await filled(to, [ASKED]);
  const [line] = await vault.lines();
  await vault.rewrite({ ...line, sent: true });
  const again = await device(to, { store });
  await again.outbox.kick();
  assert.deepEqual([to.arrived, await store.list("log", OWNER)], [[], []]);
});

test("a line says whom it is about, by itself or by what it builds upon", async () => {
  const to = backend();
  const noor = { id: "noor", displayName: "Noor de Wit" };
  const bodies = [{ subject: { person: noor } }, {}, { subject: noor }, { person: noor }, {}];
  const lines = [ASKED, DECIDED, OTHER, entry("clients", "k5", "noor"), entry("intake-counts", "k6")];
  for (const { key } of lines) to.answers.set(key, { status: 409, body: {} });
  const told = async (some) => {
    const { outbox } = await filled(to, some.map((line) => ({ ...line, body: bodies[lines.indexOf(line)] })));
    await outbox.kick();
    return outbox.conflicts.map(({ kind, subject }) => [kind, subject?.displayName]);
  };
  for (const line of [ASKED, OTHER, lines[3]]) assert.deepEqual(await told([line]), [[line.kind, "Noor de Wit"]]);
  for (const line of [DECIDED, lines[4]]) assert.deepEqual(await told([line]), [[line.kind, undefined]]);
  to.answers.delete("k1");
  assert.deepEqual(await told([ASKED, DECIDED]), [["decisions", "Noor de Wit"]]);
});

test("what waits of one kind can be told apart from what was set aside", async () => {
  const to = backend();
  to.reached = false;
  const { outbox } = await filled(to, [ASKED, DECIDED, OTHER]);
  assert.deepEqual(outbox.waitingOf("consent-requests"), [{ key: "k1" }, { key: "k4" }]);
  to.reached = true;
  to.answers.set("k1", { status: 409, body: {} });
  await outbox.kick();
  assert.deepEqual(outbox.waitingOf("consent-requests"), []);
  assert.deepEqual(outbox.waitingOf("decisions"), []);
});

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
