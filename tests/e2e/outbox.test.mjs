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
import { backend, oneAtATime } from "./support/outside.mjs";

const OWNER = "a".repeat(64);

const entry = (kind, key, ...about) => ({ kind, path: kind, key, body: { key }, about, makes: [] });
const makes = (id, line) => ({ ...line, makes: [id] });

const ASKED = makes("request-1", entry("consent-requests", "k1", "request-1", "assessment-1"));
const SHOWN = makes("shown-1", entry("notice-presentations", "k2", "request-1", "shown-1"));
const DECIDED = entry("decisions", "k3", "request-1", "shown-1");
const OTHER = makes("request-2", entry("consent-requests", "k4", "request-2"));
const recording = (key, id) => makes(id, entry("clients", key, id, "person-1"));

async function device(to, { store = new MemoryStore(), exclusively = aloneBy(null), arrived = () => {} } = {}) {
  const timers = [];
  const vault = await Vault.open(store, OWNER);
  const outbox = new Outbox({
    vault,
    send: (line) => to.send(line),
    isOurs: () => to.isOurs(),
    changed: () => {},
    arrived,
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

// Mother answered at home before: what she says again at the table is refused.
const SEM_SHOWN = makes("shown-2", entry("notice-presentations", "k7", "request-1", "shown-2"));
const SEM_DECIDED = entry("decisions", "k8", "request-1", "shown-2");
const CONCLUDED = entry("refusal-outcomes", "k9", "request-1", "outcome-1");
const SECOND = makes("request-2", entry("consent-requests", "k4", "request-2", "recording-1"));

test("what one person answered does not wait for what another did, nor is it thrown away with it", async () => {
  const to = backend();
  for (const key of ["k3", "k9"]) to.answers.set(key, { status: 409, body: {} });
  const { outbox, vault } = await filled(to, [ASKED, SHOWN, DECIDED, SEM_SHOWN, CONCLUDED, SEM_DECIDED]);
  await outbox.kick();
  assert.deepEqual(to.arrived, ["k1", "k2", "k7", "k8"]);
  assert.deepEqual(outbox.conflicts.map(({ id, held }) => [id, held]), [["3", 0], ["5", 0]]);
  await outbox.settle("3", "drop");
  await outbox.settle("5", "drop");
  assert.deepEqual(await vault.lines(), []);
});

test("of two questions to one client, one that is refused does not hold the other back", async () => {
  const to = backend();
  to.answers.set("k1", { status: 400, body: {} });
  const first = { ...ASKED, about: ["request-1", "recording-1"] };
  const { outbox } = await filled(to, [recording("k5", "recording-1"), first, SHOWN, SECOND]);
  await outbox.kick();
  assert.deepEqual(to.arrived, ["k5", "k4"]);
  assert.deepEqual(outbox.conflicts.map(({ id, held }) => [id, held]), [["2", 1]]);
});

test("a client who is recorded anew takes the place of a recording that was refused", async () => {
  const to = backend();
  to.answers.set("k5", { status: 400, body: {} });
  const follows = makes("request-3", entry("consent-requests", "k8", "request-3", "recording-1"));
  const { outbox, vault, store } = await filled(to, [recording("k5", "recording-1"), follows, OTHER]);
  await outbox.kick();
  assert.deepEqual(outbox.conflicts.map(({ id, held }) => [id, held]), [["1", 1]]);
  // Refused again, and then right; in between the browser was killed.
  to.answers.set("k6", { status: 400, body: {} });
  await outbox.append(recording("k6", "recording-2"));
  await outbox.kick();
  assert.deepEqual(outbox.conflicts.map(({ id, held }) => [id, held]), [["1", 1]]);
  const again = await device(to, { store });
  await again.outbox.append(recording("k7", "recording-3"));
  assert.equal(again.outbox.pending, 1);
  await again.outbox.kick();
  assert.deepEqual(to.arrived, ["k4", "k7", "k8"]);
  assert.deepEqual(again.outbox.conflicts, []);
  assert.deepEqual(await vault.lines(), []);
});

test("a newer recording that was waiting already takes its place too", async () => {
  const to = backend();
  to.answers.set("k5", { status: 400, body: {} });
  const second = makes("request-3", entry("consent-requests", "k8", "request-3", "recording-2"));
  const { outbox, vault } = await filled(to, [
    recording("k5", "recording-1"), SECOND, recording("k6", "recording-2"), second,
  ]);
  await outbox.kick();
  assert.deepEqual(to.arrived, ["k6", "k4", "k8"], "what was asked of who was refused follows it");
  assert.deepEqual([outbox.conflicts, await vault.lines()], [[], []]);
});

test("a line that was kept before lines said what they make holds back all it is about", async () => {
  const to = backend();
  to.answers.set("k3", { status: 409, body: {} });
  const { makes: _, ...decided } = DECIDED;
  const { outbox } = await filled(to, [ASKED, SHOWN, decided, SEM_SHOWN, SEM_DECIDED]);
  await outbox.kick();
  assert.deepEqual(outbox.conflicts.map(({ id, held }) => [id, held]), [["3", 2]]);
});

test("a page of a gateway is not an answer: it stays, and is tried again", async () => {
  const to = backend();
  to.answers.set("k1", { status: 200, body: null });
  const { outbox, vault } = await filled(to, [ASKED]);
  await outbox.kick();
  assert.deepEqual([outbox.waiting, (await vault.lines()).length], ["network", 1]);
  to.answers.clear();
  await outbox.kick();
  assert.deepEqual([to.arrived, await vault.lines()], [["k1"], []]);
});

test("who signs in between two lines gets none of them", async () => {
  const to = backend();
  const { send } = to;
  to.send = async (line) => {
    to.signedIn = false;
    return send(line);
  };
  const { outbox } = await filled(to, [ASKED, OTHER]);
  await outbox.kick();
  assert.deepEqual([to.arrived, outbox.waiting, outbox.pending], [["k1"], "sign-in", 1]);
});

test("an outbox that is stopped sends nothing more, and asks nobody", async () => {
  const to = backend();
  const { send } = to;
  const { outbox, vault, timers } = await filled(to, [ASKED, OTHER]);
  to.send = async (line) => {
    outbox.stop();
    return send(line);
  };
  await outbox.kick();
  assert.deepEqual(to.arrived, ["k1"]);
  assert.deepEqual((await vault.lines()).map(({ entry }) => entry.key), ["k4"], "what was on its way arrived");
  let times = 0;
  to.isOurs = async () => ++times > 0;
  await outbox.kick();
  assert.deepEqual([to.arrived, timers, times], [["k1"], [], 0]);
});

test("an outbox that is stopped while a line does not arrive does not try again", async () => {
  const to = backend();
  const { outbox, timers } = await filled(to, [ASKED]);
  to.send = async () => {
    outbox.stop();
    throw new TypeError("failed to fetch");
  };
  await outbox.kick();
  assert.deepEqual(timers, []);
});

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

// What `navigator.locks` does: one holder of a name at a time, the others queue.
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
  const exclusively = aloneBy(oneAtATime(), "outbox");
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
