// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// My consents: what is given, waits, was refused, stopped or expired; stopping all or
// part as easily as giving; extending (A10, GDPR art. 7(3)).

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { assertHeadingHasFocus } from "./support/focus.mjs";
import { assertNothingLeft, look } from "./support/look.mjs";
import { Screen } from "./support/screens.mjs";

const PERSONA = "ria-bakker";
const EVENTS = "**/v1/consent-records/*/events";
const DAY_MS = 86_400_000;

async function decided(server, persona, choose) {
  const api = await server.signIn(persona);
  await api.decide(await api.openRequest(), choose);
  return api;
}

const ofType = (record, type) => record.events.filter((event) => event.type === type);

// Ria at her one record, which she gave.
async function atRecord(server, arrive, settings) {
  const api = await decided(server, PERSONA);
  const ria = await arrive({ persona: PERSONA, ...settings });
  const screen = new Screen(ria);
  await ria.open();
  await screen.toConsents();
  await screen.control("consents.look").click();
  await screen.stands("record.title");
  return { api, ria, screen };
}

async function stopAll(screen) {
  await screen.control("record.stop").click();
  await screen.press("record.ask.stop.yes");
}

// Stopped, stored once, and nothing kept.
async function assertStopped(api, ria) {
  const [record] = await api.records();
  assert.equal(record.status, "withdrawn");
  assert.deepEqual(record.sharedDataTypes, []);
  assert.equal(ofType(record, "withdrawn").length, 1, "one event, however often it was sent");
  await assertNothingLeft(ria.page);
}

journey("my consents tell what is given, refused, stopped, and what expired", async ({ server, arrive }) => {
  const api = await decided(server, "mehmet-yilmaz", (item) => (item.source.id === "debt-help" ? "no" : "yes"));
  const given = (await api.records()).filter((record) => record.status === "given");
  if (given.length > 1) await api.addEvent(given[0].id, { type: "withdrawn" });
  const mehmet = await arrive({ persona: "mehmet-yilmaz" });
  const screen = new Screen(mehmet);
  await mehmet.open();
  await screen.toConsents();
  const statuses = [...new Set((await api.records()).map((record) => record.status))];
  assert.ok(statuses.length > 1);
  for (const status of statuses) await screen.says(`status.${status}`);
  await look(mehmet, "consents");

  // Long afterwards.
  await server.kill();
  server.options = ["--clock-offset-days", "800"];
  await server.revive();
  await mehmet.signIn("mehmet-yilmaz");
  await mehmet.page.reload();
  await screen.says("status.expired");
  await mehmet.page.getByText(screen.sayIn("consents.reason.expired")).first().waitFor();
  assert.equal(await mehmet.page.getByText(screen.say("status.given")).count(), 0);
});

journey("a yes that waits for others says so, and is not called shared", async ({ server, arrive }) => {
  await decided(server, "sem-kuipers");
  const sem = await arrive({ persona: "sem-kuipers" });
  const screen = new Screen(sem);
  await sem.open();
  await screen.toConsents();
  await screen.stands("consents.group.waiting");
  assert.equal(await screen.heading("consents.group.shared").count(), 0);
  await look(sem, "consents-waiting");
});

journey("one press on stop, one to be sure: all of it is stopped, and the screen tells", async ({ server, arrive }) => {
  const { api, ria, screen } = await atRecord(server, arrive);
  await look(ria, "record");
  await screen.control("record.stop").click();
  await screen.stands("record.ask.stop.title");
  await look(ria, "record-stop");
  await screen.press("record.ask.no");
  assert.equal((await api.records())[0].status, "given", "asking is not stopping");
  await stopAll(screen);
  await screen.says("record.news.stopped");
  await assertHeadingHasFocus(ria.page, screen.say("status.withdrawn"));
  await screen.says("record.stand.stopped");
  await look(ria, "record-stopped");
  await assertStopped(api, ria);
});

// Counts every press from the first screen: the page opens on the only question.
for (const [persona, part] of [["joris-van-dam", false], [PERSONA, true]]) {
  journey(`stopping ${part ? "part" : "all"} takes no more presses than giving`, async ({ server, arrive }) => {
    const visitor = await arrive({ persona });
    const screen = new Screen(visitor);
    const count = () => visitor.page.evaluate(() => globalThis.presses);
    await visitor.page.addInitScript(() => {
      globalThis.presses = 0;
      addEventListener("pointerdown", () => { globalThis.presses += 1; }, true);
    });
    await visitor.open();
    await screen.decide();
    const giving = await count();
    await screen.toConsents();
    await screen.control(part ? "consents.stop-part" : "consents.stop").first().click();
    if (part) await visitor.page.getByRole("checkbox").first().check();
    await screen.press(part ? "record.ask.stop-part.yes" : "record.ask.stop.yes");
    await screen.says(part ? "record.news.part-stopped" : "record.news.stopped");
    const stopping = await count() - giving;
    assert.ok(stopping > 0 && stopping <= giving, `giving is ${giving} presses, stopping ${stopping}`);
    const [record] = await (await server.signIn(persona)).records();
    assert.equal(record.status, part ? "given" : "withdrawn");
  });
}

journey("part of it can be stopped, and the rest goes on", async ({ server, arrive }) => {
  const { api, ria, screen } = await atRecord(server, arrive);
  await screen.control("record.stop-part").click();
  await screen.stands("record.ask.stop-part.title");
  const boxes = ria.page.getByRole("checkbox");
  assert.deepEqual(await boxes.evaluateAll((all) => all.map((box) => box.checked)), [false, false]);
  await screen.press("record.ask.stop-part.yes");
  await screen.says("record.ask.pick");
  await look(ria, "record-stop-part");
  const [before] = await api.records();
  const stopped = before.item.personalData[0].dataType;
  await ria.page.getByRole("checkbox", { name: stopped.name.nl }).check();
  await screen.press("record.ask.stop-part.yes");
  await screen.says("record.news.part-stopped");
  const [record] = await api.records();
  assert.equal(record.status, "given");
  assert.deepEqual(record.sharedDataTypes, before.sharedDataTypes.filter((id) => id !== stopped.id));
  assert.deepEqual(ofType(record, "withdrawn").map((event) => event.dataTypes), [[stopped.id]]);
  await assertNothingLeft(ria.page);
});

journey("what will end can be extended, once it is some time later", async ({ server, arrive }) => {
  const days = 40;
  const api = await decided(server, PERSONA);
  const [before] = await api.records();
  await server.kill();
  server.options = ["--clock-offset-days", String(days)];
  await server.revive();
  const ria = await arrive({ persona: PERSONA });
  await ria.page.clock.install({ time: Date.now() + days * DAY_MS });
  const screen = new Screen(ria);
  await ria.open();
  await screen.toConsents();
  await screen.control("consents.look").click();
  await screen.control("record.extend").click();
  await screen.stands("record.ask.extend.title");
  await look(ria, "record-extend");
  await screen.press("record.ask.extend.yes");
  await screen.says("record.news.extended");
  const [record] = await (await server.signIn(PERSONA)).records();
  assert.ok(record.endDate > before.endDate, `${record.endDate} is later than ${before.endDate}`);
  assert.equal(ofType(record, "renewed").length, 1);
});

journey("the answer to stopping is lost: sent again with the same key, stored once", async ({ server, arrive }) => {
  const { api, ria, screen } = await atRecord(server, arrive);
  let times = 0;
  await ria.page.route(EVENTS, async (route) => {
    const response = await route.fetch();
    await (++times === 1 ? route.abort("connectionreset") : route.fulfill({ response }));
  });
  await stopAll(screen);
  await screen.says("record.news.stopped");
  assert.equal(times, 2);
  await assertStopped(api, ria);
});

journey("no network while stopping: said, kept, and sent when it is back", async ({ server, arrive }) => {
  const { api, ria, screen } = await atRecord(server, arrive);
  await ria.context.setOffline(true);
  await stopAll(screen);
  await screen.stands("record.offline.title");
  await look(ria, "record-offline");
  assert.equal((await api.records())[0].status, "given");
  await ria.context.setOffline(false);
  await screen.says("record.news.stopped");
  await assertStopped(api, ria);
});

journey("the session ended while she stops: kept, and sent after she signed in", async ({ server, arrive }) => {
  const { api, ria, screen } = await atRecord(server, arrive);
  await ria.signOut();
  await stopAll(screen);
  await screen.stands("record.signed-out.title");
  await ria.signIn(PERSONA);
  await screen.press("action.again");
  await screen.says("record.news.stopped");
  await assertStopped(api, ria);
});

journey("stopped in another tab meanwhile: the screen shows how it stands now", async ({ server, arrive }) => {
  const { api, ria, screen } = await atRecord(server, arrive);
  await screen.control("record.stop").click();
  const [record] = await api.records();
  await api.addEvent(record.id, { type: "withdrawn" });
  await screen.press("record.ask.stop.yes");
  await screen.says("record.news.changed");
  await screen.says("status.withdrawn");
  await assertStopped(api, ria);
});
