// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What a device keeps of a conversation under way, and what is left on it when the
// worker is signed out (decision 16).

import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { journey } from "./support/browser.mjs";
import { atTable, CLIENT, satAt, SIMPLE, WORKER } from "./support/intake.mjs";
import { look } from "./support/look.mjs";
import { atSheet } from "./support/sheet.mjs";
import { isKept, kept, onDisk, satDown, Tablet, throwAway } from "./support/tablet.mjs";
import { until } from "./support/until.mjs";
import { sentence } from "./support/words.mjs";

const NEXT = "Fatma Kaya";
const OTHER = "karim-haddad";

const requestsOf = async (server, name) => {
  const clients = await (await server.signIn(WORKER)).all("/v1/clients");
  return clients.find((client) => client.person.displayName === name).requests;
};

/** This client has so many requests at the backend, and nothing waits on the device. */
const home = async (table, name, count) => {
  await until(table.page, async ({ name, count }) => {
    const { items } = await (await fetch("/v1/clients")).json();
    return items.find((client) => client.person.displayName === name).requests.length === count;
  }, { name, count });
  await table.page.getByText(`${sentence("nl", "intake.online")} ·`).first().waitFor();
};

const isPost = (route) => route.request().method() === "POST";

/** What is posted does not arrive; the browser itself need not know. */
const cut = (context) => context.route("**/v1/**", (route) => (isPost(route) ? route.abort() : route.continue()));

const goOn = (table, name = CLIENT) => table.screen.press("intake.go-on", { name });

/** A worker at the table of a page that is for workers alone. */
async function atWork(arrive) {
  return satAt((await atSheet(arrive, "clients")).visitor);
}

journey("the battery dies in the middle of the six steps: the answers stand, and it is asked once", async ({ server }) => {
  const profile = mkdtempSync(join(tmpdir(), "samenspraak-tablet-"));
  const before = (await requestsOf(server, CLIENT)).length;
  let tablet = await Tablet.start(profile);
  try {
    const table = await satDown(tablet, server);
    await table.sitWith();
    for (const step of ["task", "purpose", "data"]) await table.take(step);
    await table.screen.stands("intake.title.basis");
    const [criterion] = table.catalogue.intake.freeConsent;
    await table.free(criterion, criterion.needed);
    await isKept(table.page, [SIMPLE.question, SIMPLE.why, `free\\n${criterion.id}`]);
    await tablet.die();

    tablet = await Tablet.start(profile);
    const again = await satDown(tablet, server);
    await again.screen.says("intake.running", { name: CLIENT });
    assert.ok(await again.page.getByRole("button", { name: NEXT, exact: true }).isDisabled());
    await goOn(again);
    await again.screen.stands("intake.title.basis");
    const question = criterion.question.nl;
    assert.ok(await again.page.getByRole("radio", { name: `Ja: ${question}`, exact: true }).isChecked());
    // Going back is free, as it was.
    await again.screen.press("act.back");
    await again.screen.stands("intake.title.data");
    assert.ok(await again.datum(SIMPLE.datum).isChecked());
    assert.equal(await again.page.getByLabel(again.screen.say("intake.ask.why")).inputValue(), SIMPLE.why);
    await again.go("intake.on.data");
    for (const step of ["basis", "limitation", "secrecy"]) await again.take(step);
    await again.screen.stands("intake.overview.title");
    await again.startAndTurn();
    await again.screen.decideHere(() => "yes");
    await again.screen.press("turned.give-back-done");
    await again.screen.press("turned.yes");
    await home(again, CLIENT, before + 1);
    assert.deepEqual((await requestsOf(server, CLIENT))[0].awaits, []);
    await isKept(again.page, null);
  } finally {
    await tablet.die();
    throwAway(profile);
  }
});

journey("it dies before the draft of a request that was made could go: the same once more is not a second one", async ({ server, arrive }) => {
  const table = await atTable(arrive);
  const before = (await requestsOf(server, CLIENT)).length;
  await cut(table.visitor.context);
  await table.sitWith();
  await table.walk();
  // From here on nothing is thrown away any more, as when the power goes.
  await table.page.evaluate(() => {
    IDBObjectStore.prototype.delete = function (key) {
      return this.get(key);
    };
  });
  await table.go("intake.start");
  await table.screen.stands("intake.who-signs");
  await table.page.reload();
  await table.screen.press("intake.clients");
  await table.screen.says("intake.running", { name: CLIENT });
  await goOn(table);
  await table.screen.stands("intake.overview.title");
  await table.go("intake.start");
  await table.screen.stands("intake.who-signs");
  await isKept(table.page, null);
  await table.visitor.context.unroute("**/v1/**");
  await table.page.reload();
  await home(table, CLIENT, before + 1);
  assert.equal((await requestsOf(server, CLIENT)).length, before + 1);
});

journey("a coordinator looks at the figures meanwhile, and finds the conversation again", async ({ arrive }) => {
  const table = await atTable(arrive, { persona: OTHER });
  const { page, screen } = table;
  await table.sitWith();
  await table.take("task");
  await screen.stands("intake.title.purpose");
  await table.type("intake.ask.question", SIMPLE.question);
  await screen.press("statistics.title");
  await screen.stands("statistics.title");
  await screen.press("intake.clients");
  await screen.says("intake.running", { name: CLIENT });
  await look(table.visitor, "draft-again");
  await goOn(table);
  await screen.stands("intake.title.purpose");
  assert.equal(await page.getByLabel(screen.say("intake.ask.question")).inputValue(), SIMPLE.question);
  // What is stopped is gone, also after the page was loaded anew.
  await screen.press("intake.stop");
  await screen.press("intake.stop.yes");
  await isKept(page, null);
  await page.reload();
  await screen.stands("intake.clients");
  assert.equal(await page.getByText(screen.sayIn("intake.running")).count(), 0);
});

journey("a conversation nobody came back to is one that was stopped", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  await table.sitWith();
  await table.take("task");
  await screen.stands("intake.title.purpose");
  await isKept(page, [`task\\n${SIMPLE.task}`]);
  const outcomes = [];
  page.on("request", (request) => {
    if (!request.url().endsWith("/v1/intake-counts")) return;
    outcomes.push(`${request.postDataJSON().outcome} ${request.headers()["idempotency-key"]}`);
  });
  const day = 86_400_000;
  await page.clock.setSystemTime(Date.now() + day);
  await page.reload();
  await screen.says("intake.running", { name: CLIENT });
  assert.deepEqual(outcomes, [], "tomorrow it goes on");
  await page.clock.setSystemTime(Date.now() + 2 * day);
  const counted = page.waitForRequest("**/v1/intake-counts");
  await page.reload();
  await screen.stands("intake.clients");
  await counted;
  await isKept(page, null);
  assert.equal(await page.getByText(screen.sayIn("intake.running")).count(), 0);
  assert.match([...new Set(outcomes)].join(), /^abandoned \S+$/, "one count and nothing else");
});

journey("a list without the client of a conversation takes nothing away", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  await table.sitWith();
  await table.take("task");
  await isKept(page, [`task\\n${SIMPLE.task}`]);
  let counted = 0;
  page.on("request", (request) => (counted += request.url().endsWith("/v1/intake-counts")));
  let lacks = true;
  await page.route((url) => url.pathname === "/v1/clients", async (route) => {
    if (!lacks) return route.continue();
    const response = await route.fetch();
    const body = await response.json();
    body.items = body.items.filter(({ person }) => person.displayName !== CLIENT);
    await route.fulfill({ response, json: body });
  });
  await page.reload();
  await screen.stands("intake.clients");
  assert.equal(await page.getByText(screen.sayIn("intake.running")).count(), 0);
  // Looking at somebody else is no conversation with them.
  await page.getByRole("button", { name: NEXT, exact: true }).click();
  await page.getByRole("heading", { name: NEXT, level: 1 }).waitFor();
  lacks = false;
  await screen.press("intake.to-clients");
  await screen.says("intake.running", { name: CLIENT });
  assert.equal(counted, 0, "nobody stopped it");
});

journey("practising leaves no draft, and takes none away", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  await screen.press("intake.practice.begin");
  await page.getByRole("button", { name: CLIENT, exact: true }).waitFor({ state: "detached" });
  await page.locator(".ss-client-name").first().click();
  await screen.press("intake.begin");
  await table.take("task");
  await screen.stands("intake.title.purpose");
  await screen.press("intake.clients");
  await page.locator(".ss-running").waitFor();
  await screen.press("intake.practice.stop");
  await page.getByRole("button", { name: CLIENT, exact: true }).waitFor();
  assert.equal(await page.locator(".ss-running").count(), 0);
  assert.equal(await kept(page), null);
});

journey("signed out with nothing left to send: nothing but keys is on the device", async ({ arrive }) => {
  const table = await atWork(arrive);
  await table.sitWith();
  await table.take("task");
  await isKept(table.page, [`task\\n${SIMPLE.task}`]);
  assert.ok((await onDisk(table.page)).kept.includes("known"), "the clients are there for a visit without a network");
  await table.visitor.signOut();
  await table.page.reload();
  await table.screen.stands("desk.signed-out.title");
  await isKept(table.page, null);
  assert.deepEqual(await onDisk(table.page), { keys: 1, log: 0, kept: [] });
});

journey("signed out with something left to send: only that is there, sealed, and goes when its worker is back", async ({ server, arrive }) => {
  const table = await atWork(arrive);
  const before = (await requestsOf(server, CLIENT)).length;
  await cut(table.visitor.context);
  await table.sitWith();
  await table.walk();
  await table.go("intake.start");
  await table.screen.stands("intake.who-signs");
  // And in the middle of the next conversation.
  await table.screen.press("intake.clients");
  await table.sitWith(NEXT);
  await table.take("task");
  await isKept(table.page, [`task\\n${SIMPLE.task}`]);

  await table.visitor.signOut();
  await table.page.reload();
  await table.screen.stands("desk.signed-out.title");
  await isKept(table.page, null);
  assert.deepEqual(await onDisk(table.page), { keys: 1, log: 2, kept: [] }, "six steps and a request");

  // Another worker finds nothing, and sends nothing.
  await table.visitor.context.unroute("**/v1/**");
  await table.visitor.signIn(OTHER);
  await table.page.reload();
  await table.page.getByText(`${sentence("nl", "intake.online")} ·`).first().waitFor();
  await table.screen.stands("intake.clients");
  assert.equal((await requestsOf(server, CLIENT)).length, before);
  await table.visitor.signIn(WORKER);
  await table.page.reload();
  await home(table, CLIENT, before + 1);
  assert.equal((await onDisk(table.page)).log, 0);
});
