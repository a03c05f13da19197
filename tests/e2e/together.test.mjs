// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// A young person of fourteen and two parents: each decides alone, nobody sees the
// words of another, one no is no (F2, F7).

import assert from "node:assert/strict";
import { assertNothingStored, assertStoredOnce } from "./support/api.mjs";
import { journey } from "./support/browser.mjs";
import { look } from "./support/look.mjs";
import { Screen } from "./support/screens.mjs";

const SEM = "sem-kuipers";
const MOTHER = "anouk-kuipers";
const FATHER = "dirk-kuipers";
const WORKER = "karim-haddad";
const DECISIONS = "**/v1/consent-requests/*/decisions";

// What the backend tells a tab that reads, by address.
function listen(page) {
  const told = new Map();
  const reading = [];
  page.on("response", (response) => {
    const { pathname, search } = new URL(response.url());
    if (!pathname.startsWith("/v1/") || response.request().method() !== "GET") return;
    reading.push(response.text().then((body) => told.set(pathname + search, body), () => {}));
  });
  return async () => {
    await Promise.all(reading);
    return told;
  };
}

// What a person could read and what the tab was told, after opening the page anew.
async function seen(visitor) {
  const told = listen(visitor.page);
  await visitor.open();
  await new Screen(visitor).asks();
  return { words: await visitor.page.locator(".samenspraak").innerText(), told: await told() };
}

// How the records of the young person stand, as staff see it.
async function standing(server) {
  const records = await (await server.signIn(WORKER)).records();
  const theirs = records.filter((record) => record.subject.id === SEM);
  assert.ok(theirs.length > 0);
  return [...new Set(theirs.map((record) => record.status))];
}

journey("each decides in a browser of their own, and together they say yes", async ({ server, arrive }) => {
  for (const persona of [SEM, MOTHER, FATHER]) {
    const visitor = await arrive({ persona });
    const screen = new Screen(visitor);
    await visitor.open();
    await screen.asks();
    if (persona !== SEM) await screen.says("overview.behalf", { name: "Sem Kuipers" });
    await look(visitor, `together-${persona}`);
    await screen.decide(() => "yes");
    await screen.says(persona === FATHER ? "done.next" : "done.awaits");
    await assertStoredOnce(await server.signIn(persona));
    assert.deepEqual(await standing(server), [persona === FATHER ? "given" : "pending"]);
  }
});

journey("nothing a person sees changes with what another answered", async ({ arrive }) => {
  const [sem, mother] = [await arrive({ persona: SEM }), await arrive({ persona: MOTHER })];
  const before = await seen(sem);
  await mother.open();
  await new Screen(mother).decide((index) => (index === 0 ? "no" : "yes"));
  const after = await seen(sem);
  assert.equal(after.words, before.words);
  assert.ok(after.told.size > 0);
  for (const [path, body] of after.told) assert.ok(body === before.told.get(path), `${path} tells the same`);
});

journey("one no is no, and nobody is told whose", async ({ server, arrive }) => {
  const answers = { [SEM]: "yes", [MOTHER]: "no", [FATHER]: "yes" };
  for (const [persona, answer] of Object.entries(answers)) {
    const visitor = await arrive({ persona });
    await visitor.open();
    await new Screen(visitor).decide(() => answer);
  }
  for (const persona of Object.keys(answers)) {
    const api = await server.signIn(persona);
    const records = await api.records();
    for (const record of records) {
      assert.equal(record.status, "refused");
      assert.deepEqual(record.sharedDataTypes, []);
    }
    const speakers = records.flatMap((record) => record.events).map((event) => event.expressedBy?.id ?? persona);
    assert.deepEqual([...new Set(speakers)], [persona], "only their own words");
  }
  assert.deepEqual(await standing(server), ["refused"]);
});

journey("only what all of them allow is shared", async ({ server }) => {
  const first = (item, datum) => (datum.id === item.personalData[0].dataType.id ? "yes" : "no");
  for (const [persona, choose] of [[SEM, () => "yes"], [MOTHER, first], [FATHER, () => "yes"]]) {
    const api = await server.signIn(persona);
    await api.decide(await api.openRequest(), choose);
  }
  for (const record of await (await server.signIn(SEM)).records()) {
    assert.deepEqual(record.sharedDataTypes, [record.item.personalData[0].dataType.id]);
  }
});

journey("two sign at the same moment: both are stored, each once", async ({ server, arrive }) => {
  const screens = [];
  const held = [];
  for (const persona of [SEM, MOTHER]) {
    const visitor = await arrive({ persona });
    await visitor.context.route(DECISIONS, (route) => {
      held.push(route);
      if (held.length === 2) held.forEach((one) => one.continue());
    });
    const screen = new Screen(visitor);
    await visitor.open();
    await screen.answer(() => "yes");
    await screen.goOn();
    screens.push(screen);
  }
  await Promise.all(screens.map((screen) => screen.confirm()));
  await Promise.all(screens.map((screen) => screen.done()));
  for (const persona of [SEM, MOTHER]) await assertStoredOnce(await server.signIn(persona));
  await assertNothingStored(await server.signIn(FATHER));
});

journey("what one confirms is never stored as the words of another", async ({ server, arrive }) => {
  const sem = await arrive({ persona: SEM });
  const screen = new Screen(sem);
  await sem.open();
  await screen.answer(() => "yes");
  await screen.goOn();
  // In another tab of the same computer his mother signs in.
  await sem.signIn(MOTHER);
  await screen.confirm();
  await screen.heading("check.title").waitFor({ state: "detached" });
  await screen.heading("sending.title").waitFor({ state: "detached" });
  assert.equal(await screen.heading("done.title").count(), 0);
  await assertNothingStored(await server.signIn(MOTHER));
  await assertNothingStored(await server.signIn(SEM));
});
