// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// A visit without a network, as a worker has one: from the first step to the last
// confirmation, and everything that can go wrong before it is home. Nothing is lost,
// nothing comes twice, and nothing is settled by itself.

import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { journey } from "./support/browser.mjs";
import { atTable, CLIENT, satAt, WORKER } from "./support/intake.mjs";
import { look } from "./support/look.mjs";
import { bornOn, instead } from "./support/requests.mjs";
import { sentence } from "./support/words.mjs";
import { Screen } from "./support/screens.mjs";
import { atSheet, openRequest, today } from "./support/sheet.mjs";
import { satDown, Tablet, throwAway } from "./support/tablet.mjs";
import { until } from "./support/until.mjs";

const COORDINATOR = "karim-haddad";
const NEXT = "Fatma Kaya";

/** A client who is there now: goes through the steps, gets the screen, and says yes. */
async function visited(table, name) {
  await table.sitWith(name);
  await table.walk();
  await table.startAndTurn(name);
  await table.saysYes();
}

/** The requests of a client at the backend, the newest first. */
async function requestsOf(server, name) {
  const { items } = await (await server.signIn(WORKER)).get("/v1/clients");
  return items.find(({ person }) => person.displayName === name).requests;
}

/** Everything arrived: this client has so many requests at the backend, and nothing waits. */
async function home(table, name, count) {
  await until(table.page, async ({ name, count }) => {
    const { items } = await (await fetch("/v1/clients")).json();
    const { requests } = items.find((client) => client.person.displayName === name);
    return requests.length === count && requests[0].awaits.length === 0;
  }, { name, count });
  await table.page.getByText(`${sentence("nl", "intake.online")} ·`).first().waitFor();
}

async function toClients(table) {
  await table.screen.press("intake.clients");
  await table.screen.stands("intake.clients");
}

journey("two clients after another without a network, with a clock that is wrong", async ({ server, arrive }) => {
  const table = await atTable(arrive);
  const before = [await requestsOf(server, CLIENT), await requestsOf(server, NEXT)];
  // Three days ahead.
  await table.page.clock.setSystemTime(Date.now() + 3 * 86_400_000);
  await table.visitor.context.setOffline(true);
  await table.page.getByText(table.screen.sayIn("intake.offline")).first().waitFor();
  await visited(table, CLIENT);
  await look(table.visitor, "offline-made");
  await toClients(table);
  await visited(table, NEXT);
  assert.equal((await requestsOf(server, NEXT)).length, before[1].length, "nothing left the device");

  await table.visitor.context.setOffline(false);
  for (const [index, name] of [CLIENT, NEXT].entries()) await home(table, name, before[index].length + 1);
  const now = Date.now();
  for (const [index, name] of [CLIENT, NEXT].entries()) {
    const requests = await requestsOf(server, name);
    assert.equal(requests.length, before[index].length + 1, `${name} was asked once`);
    assert.deepEqual(requests[0].awaits, [], `${name} answered`);
    const asked = Date.parse(requests[0].requestedAt);
    assert.ok(asked <= Date.now() && now - asked < 600_000, "the server's clock counts");
  }
});

journey("a question from before is answered without a network, and the table knows it at once", async ({ server, arrive }) => {
  const NOOR = "Noor de Wit";
  const { id } = await openRequest(await server.signIn(WORKER), "noor-de-wit");
  const table = await atTable(arrive);
  const { page, screen } = table;
  await page.getByRole("button", { name: NOOR, exact: true }).click();
  await page.getByRole("button", { name: screen.sayIn("intake.asked-at") }).first().click();
  await screen.button("intake.turn", { name: NOOR }).waitFor();
  await table.visitor.context.setOffline(true);
  await screen.press("intake.turn", { name: NOOR });
  await table.saysYes();
  await screen.says("intake.made.answered");
  await screen.button("intake.turn", { name: NOOR }).waitFor({ state: "detached" });
  await look(table.visitor, "offline-answered");

  const arrived = page.waitForResponse((it) => it.url().endsWith(`${id}/decisions`));
  await table.visitor.context.setOffline(false);
  assert.equal((await arrived).status(), 201);
});

/** The page goes on without a network, and knows it. */
async function cutOff(table) {
  await table.visitor.context.setOffline(true);
  await table.page.getByText(table.screen.sayIn("intake.offline")).first().waitFor();
}

journey("a screen that was cleared without a network stands again, with all that waits", async ({ server, arrive }) => {
  const before = [await requestsOf(server, CLIENT), await requestsOf(server, NEXT)];
  const { idleTimeoutMs } = await (await server.signIn(WORKER)).get("/v1/configuration");
  const visitor = await arrive({ persona: WORKER });
  await visitor.page.clock.install();
  await visitor.open();
  const table = await satAt(visitor);
  await cutOff(table);
  await visited(table, CLIENT);
  await table.page.clock.fastForward(idleTimeoutMs + 1_000);
  await table.screen.stands("cleared.title");
  await table.screen.press("action.start");
  await table.page.getByText(table.screen.sayIn("intake.offline")).first().waitFor();
  await toClients(table);
  await visited(table, NEXT);
  await table.visitor.context.setOffline(false);
  for (const [index, name] of [CLIENT, NEXT].entries()) await home(table, name, before[index].length + 1);
});

journey("who looked at the figures comes back to the table without a network", async ({ arrive }) => {
  const table = await atTable(arrive, { persona: COORDINATOR });
  await table.screen.press("statistics.title");
  await table.screen.stands("statistics.title");
  await table.visitor.context.setOffline(true);
  await table.screen.press("intake.clients");
  await table.page.getByRole("button", { name: CLIENT, exact: true }).click();
  await table.screen.press("intake.begin");
  await table.screen.stands("intake.title.task");
});

journey("once the session has ended a page remembers nobody, with or without a network", async ({ arrive }) => {
  const sheet = await atSheet(arrive, "clients");
  await sheet.stands("intake.clients");
  const anew = async () => {
    await sheet.page.evaluate(() => document.querySelector("samenspraak-widget").restart());
    await sheet.page.getByRole("button", { name: CLIENT, exact: true }).waitFor({ state: "detached" });
    await sheet.stands("desk.signed-out.title");
  };
  await sheet.visitor.signOut();
  await anew();
  await sheet.visitor.context.setOffline(true);
  await anew();
});

journey("a table that could not begin begins when it is asked again", async ({ arrive }) => {
  const visitor = await arrive({ persona: WORKER });
  const catalogue = "**/v1/catalogue?controllerId=*";
  await visitor.context.route(catalogue, (route) => route.fulfill({ status: 503, body: "" }));
  await visitor.open();
  const screen = new Screen(visitor);
  await screen.stands("not-loaded.title");
  await visitor.context.unroute(catalogue);
  await screen.press("action.again");
  await screen.stands("intake.clients");
  await visitor.page.getByRole("button", { name: CLIENT, exact: true }).waitFor();
});

journey("a page loaded anew while the client has the screen keeps what was ticked, and says who answered", async ({ arrive }) => {
  const table = await satAt((await atSheet(arrive, "clients")).visitor);
  const { page, screen } = table;
  await table.sitWith();
  await table.walk();
  await table.startAndTurn();
  await screen.yes(screen.data().first()).check();
  await page.reload();
  await screen.asks();
  assert.ok(await screen.yes(screen.data().first()).isChecked());
  await table.confirmsAndGivesBack();
  await screen.says("intake.made.answered");
  assert.equal(await screen.button("intake.turn", { name: CLIENT }).count(), 0);
});

journey("the session ended before it was sent: it waits for the same worker", async ({ server, arrive }) => {
  const visitor = await arrive({ persona: WORKER });
  // A backend of a municipality, where people sign in by themselves.
  await visitor.context.route("**/v1/configuration*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...await response.json(), signInUrl: "https://sign-in.example/" } });
  });
  await visitor.open();
  const table = await satAt(visitor);
  const before = (await requestsOf(server, CLIENT)).length;
  await table.visitor.context.setOffline(true);
  await visited(table, CLIENT);
  await table.visitor.signOut();
  await table.visitor.context.setOffline(false);
  await table.page.getByText(table.screen.sayIn("intake.sign-in.other", { n: 4 })).first().waitFor();
  const signIn = table.page.locator(".ss-standing[data-urgent]").getByRole("link", { name: table.screen.say("action.sign-in") });
  assert.equal(await signIn.getAttribute("target"), "_blank", "what goes on in this window goes on");
  await look(table.visitor, "offline-signed-out");
  assert.equal((await requestsOf(server, CLIENT)).length, before, "nobody sent it");
  // In the other window; then she comes back to this one.
  await table.visitor.signIn(WORKER);
  await table.page.evaluate(() => dispatchEvent(new Event("focus")));
  await home(table, CLIENT, before + 1);
});

journey("the text changed meanwhile: it is shown, and nothing is settled by itself", async ({ server, arrive }) => {
  const coordinator = await server.signIn(COORDINATOR);
  const { id } = await openRequest(coordinator, "noor-de-wit");
  const sheet = await atSheet(arrive, `entry/${id}/0`);
  await sheet.group("entry.ask.expression-method").waitFor();
  await sheet.choose("entry.method.assisted");
  await sheet.press("entry.onward");
  await sheet.visitor.context.setOffline(true);
  await sheet.screen.answer(() => "yes");
  await sheet.press("choose.onward");
  await sheet.press("entry.record", { name: "Noor de Wit" });
  await sheet.stands("entry.done");

  const old = await coordinator.get(`/v1/consent-requests/${id}`);
  const born = await bornOn(coordinator, old.subject.id);
  await coordinator.post("/v1/consent-requests", instead(old, (copy) => {
    copy.subject.birthDate = born;
    copy.introduction = { nl: "Wij schreven dit anders op.", en: "We wrote this differently." };
  }));
  await sheet.visitor.context.setOffline(false);
  await sheet.page.getByText(sheet.screen.sayIn("intake.conflicts.one", { n: 1 })).first().waitFor();
  const noor = await server.signIn("noor-de-wit");
  const records = await noor.all("/v1/consent-records");
  assert.ok(records.filter((it) => it.consentRequestId === id).every((it) => it.status !== "given"), "nothing was stored");

  await toClients(sheet);
  await sheet.screen.says("intake.conflict.title");
  await sheet.screen.says("intake.conflict.why.notice-outdated");
  // Each says about whom, to who looks and to who listens.
  const told = `${sentence("nl", "intake.conflict.kind.notice-presentations")}, Noor de Wit`;
  await sheet.page.getByText(told, { exact: true }).waitFor();
  await sheet.page.getByRole("button", { name: `${sentence("nl", "intake.conflict.drop")}: ${told}`, exact: true }).waitFor();
  // The very same would be refused for the very same reason: the way on is the client.
  assert.equal(await sheet.page.getByRole("button", { name: sheet.screen.sayIn("intake.conflict.again") }).count(), 0);
  await look(sheet.visitor, "offline-conflict");
  await sheet.press("intake.to-client", { name: "Noor de Wit" });
  await sheet.page.getByRole("heading", { name: "Noor de Wit", level: 1 }).waitFor();
});

journey("what follows a no that was given at home is recorded without a network", async ({ server, arrive }) => {
  const worker = await server.signIn(WORKER);
  const { id } = await openRequest(worker, "noor-de-wit");
  const noor = await arrive({ persona: "noor-de-wit" });
  await noor.open();
  await new Screen(noor).decide(() => "no");

  const sheet = await atSheet(arrive, `outcome/${id}`);
  await sheet.stands("outcome.together");
  await sheet.press("outcome.together.done");
  await sheet.visitor.context.setOffline(true);
  await sheet.choose("outcome.type.limited");
  await sheet.fill("outcome.ask.continues", "De hulp thuis gaat door.");
  await sheet.fill("outcome.ask.explainedOn", today());
  await sheet.consult("outcome");
  await sheet.fill("outcome.ask.rationale", "De hulp kan ook met wat u zelf vertelt.");
  await sheet.fill("outcome.ask.informedOn", today());
  await sheet.press("outcome.record");
  await sheet.stands("outcome.done");
  const outcomes = async () => (await worker.get(`/v1/refusal-outcomes?consentRequestId=${id}`)).items;
  assert.deepEqual(await outcomes(), [], "nothing left the device");
  const arrived = sheet.arrives("refusal-outcomes");
  await sheet.visitor.context.setOffline(false);
  await arrived;
  assert.deepEqual((await outcomes()).map((it) => it.type), ["limited"]);
});

journey("the battery dies in the middle of a visit: it is there again, and sent once", async ({ server }) => {
  const profile = mkdtempSync(join(tmpdir(), "samenspraak-tablet-"));
  const before = (await requestsOf(server, CLIENT)).length;
  let tablet = await Tablet.start(profile);
  try {
    const table = await satDown(tablet, server);
    // The backend is out of reach; the browser itself need not know.
    await tablet.context.route("**/v1/**", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
    await visited(table, CLIENT);
    await tablet.die();
    assert.equal((await requestsOf(server, CLIENT)).length, before);

    tablet = await Tablet.start(profile);
    await home(await satDown(tablet, server), CLIENT, before + 1);
  } finally {
    await tablet.die();
    throwAway(profile);
  }
});
