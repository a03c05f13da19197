// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Recording a client and who represents them, and what changes about them (F2, F4, F6):
// with a network, in a visit without one, and in practice.

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { assertHeadingHasFocus, focused, pressByKey, tabTo } from "./support/focus.mjs";
import { atTable, CLIENT, SIMPLE, Table, WORKER } from "./support/intake.mjs";
import { look } from "./support/look.mjs";
import { assertNoSideways, assertNothingClipped, assertTargets } from "./support/measure.mjs";
import { assertNothingKept, Sheet } from "./support/sheet.mjs";
import { isKept } from "./support/tablet.mjs";
import { sentence } from "./support/words.mjs";

const ADULT = { name: "Nina Blom", born: "1990-05-05", key: "nina-blom" };
const CHILD = { name: "Fien Peeters", born: `${new Date().getFullYear() - 8}-01-02`, key: "fien-peeters" };
const LOES = { name: "Loes Peeters", key: "loes-peeters", capacity: "parent-with-authority", source: "Gezagsregister" };
const BSN = "111222333";

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The form about a client. */
class Recorder extends Sheet {
  async fillIn({ name, born, key, reference, living = "alone" }) {
    await this.fill("recording.ask.person-displayName", name);
    await this.fill("recording.ask.birthDate", born);
    if (key) await this.fill("recording.ask.person-id", key);
    if (reference) await this.fill("recording.ask.caseReference", reference);
    await this.radio(living);
  }

  /** Adds a representative in the row that comes next. */
  async represented({ name, key, capacity, source, from = CHILD.born, until }) {
    const row = await this.page.getByRole("group", { name: this.screen.sayIn("recording.row") }).count();
    await this.press("recording.row.add");
    const field = (name) => this.page.locator(`[id="ss-s-representatives-${row}-${name}"]`);
    await field("person-displayName").fill(name);
    if (key) await field("person-id").fill(key);
    const radio = this.page.locator(`[name="ss-s-representatives-${row}-capacity"][value="${capacity}"]`);
    if (await radio.count()) await radio.check();
    else await field("capacity").selectOption(capacity);
    await field("representation-source").fill(source);
    await field("representation-startDate").fill(from);
    if (until) await field("representation-endDate").fill(until);
  }

  record() {
    return this.press("recording.record");
  }

  /** It was taken: the page of the client says who signs today. */
  async recorded(name, key, values) {
    await this.page.getByRole("heading", { name, level: 1, exact: true }).waitFor();
    await this.screen.says("intake.who-signs");
    await this.page.getByText(this.screen.sayIn(key, values)).first().waitFor();
  }

  async toClients() {
    await this.press("intake.to-clients");
    await this.stands("intake.clients");
  }

  async change() {
    await this.press("recording.change");
    await this.stands("recording.title");
  }

  /** So many were taken by the backend. */
  arrive(path, count) {
    let seen = 0;
    const isIt = (answer) => answer.request().method() === "POST" && answer.url().endsWith(`/${path}`) && answer.ok();
    return this.page.waitForResponse((answer) => isIt(answer) && ++seen === count);
  }

  /** The lines of the summary of what is wrong, which has the focus. */
  async wrongs() {
    const summary = this.page.getByRole("alert");
    await summary.waitFor();
    await this.page.waitForFunction(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute("role") === "alert";
    });
    return summary.getByRole("button").allInnerTexts();
  }
}

async function atForm(arrive, settings) {
  const table = await atTable(arrive, settings);
  await table.screen.press("recording.new");
  const form = new Recorder(table.visitor);
  await form.stands("recording.new");
  return form;
}

/** The clients at the backend with this key. */
async function stored(server, key) {
  const { items } = await (await server.signIn(WORKER)).get("/v1/clients?pageSize=100");
  return items.filter(({ person }) => person.id === key);
}

journey("a new adult: recorded, signs alone, and is in the list", async ({ server, arrive }) => {
  const form = await atForm(arrive);
  await assertHeadingHasFocus(form.page, form.screen.say("recording.new"));
  await look(form.visitor, "recording-new");
  await form.fillIn({ ...ADULT, reference: "Z-2026-7" });
  const arrived = form.arrives("clients");
  await form.record();
  await form.recorded(ADULT.name, "recording.signs-self", { name: ADULT.name });
  await look(form.visitor, "recording-done");
  await arrived;
  const [client, ...more] = await stored(server, ADULT.key);
  assert.deepEqual([client.caseReference, client.household, more.length], ["Z-2026-7", undefined, 0]);
  assert.deepEqual(client.signatories.map(({ person }) => person.id), [ADULT.key]);
  await form.toClients();
  await form.page.getByRole("button", { name: ADULT.name, exact: true }).waitFor();
  await look(form.visitor, "recording-list");
  await assertNothingKept(form.page);
  await form.page.goBack();
  await form.page.getByRole("heading", { name: ADULT.name, level: 1 }).waitFor();
});

journey("a conversation that is going on is not lost for who is recorded after the page was loaded anew", async ({ arrive }) => {
  const table = await atTable(arrive);
  await table.sitWith();
  await table.take("task");
  await table.screen.stands("intake.title.purpose");
  await isKept(table.page, [`task\\n${SIMPLE.task}`]);
  await table.screen.press("intake.clients");
  await table.screen.press("recording.new");
  const form = new Recorder(table.visitor);
  await form.stands("recording.new");
  await form.page.reload();
  await form.stands("recording.new");
  await form.fillIn({ ...ADULT, key: "" });
  await form.record();
  await form.stands("intake.clients");
  await form.screen.says("intake.running", { name: CLIENT });
  await isKept(form.page, [`task\\n${SIMPLE.task}`]);
});

journey("a child with one parent, and later the other: who signs follows", async ({ server, arrive }) => {
  const form = await atForm(arrive);
  await form.fillIn(CHILD);
  await form.represented(LOES);
  await look(form.visitor, "recording-child");
  await form.record();
  await form.recorded(CHILD.name, "recording.signs", { names: LOES.name });
  await form.change();
  await assertHeadingHasFocus(form.page, form.screen.say("recording.title"));
  assert.equal(await form.page.getByLabel(form.screen.sayIn("recording.ask.person-id")).count(), 1, "only of the parent");
  const arrived = form.arrives("clients");
  await form.represented({ ...LOES, name: "Koen Peeters", key: "" });
  await form.record();
  await form.recorded(CHILD.name, "recording.signs", { names: "Loes Peeters en Koen Peeters" });
  await arrived;
  const [client, ...more] = await stored(server, CHILD.key);
  assert.equal(more.length, 0);
  const [loes, koen] = client.representatives;
  assert.deepEqual([loes.person.id, loes.representation.source], [LOES.key, LOES.source]);
  assert.match(koen.person.id, /^no-login-[a-p-]+$/);
  assert.equal(client.signatories.length, 2);
});

journey("what cannot be is said at its field; nothing is lost, and mended it is taken", async ({ server, arrive }) => {
  const form = await atForm(arrive);
  await form.record();
  assert.equal((await form.wrongs()).length, 3, "name, date of birth and household");
  await look(form.visitor, "recording-missing");

  await form.fillIn({ ...CHILD, reference: BSN });
  await form.represented({ ...LOES, key: WORKER });
  await form.represented({ ...LOES, name: "Koen", key: "koen", until: inDays(-1) });
  await form.represented({ ...LOES, name: "Koen", key: "koen" });
  await form.record();
  const said = await form.wrongs();
  const expected = [
    "sheet.wrong.bsn-in-text",
    "sheet.wrong.wrong-signatories-representatives-person-id",
    "sheet.wrong.representation-missing",
    "sheet.wrong.duplicate-representatives-person-id",
  ];
  for (const key of expected) {
    assert.ok(said.some((line) => form.screen.sayIn(key).test(line)), `${key} is not in ${said.join(" | ")}`);
  }
  assert.equal(said.length, expected.length, said.join(" | "));
  await look(form.visitor, "recording-refused");
  assert.deepEqual(await stored(server, CHILD.key), [], "nothing was recorded");
  assert.equal(await form.line("recording.ask.person-displayName").inputValue(), CHILD.name);

  await form.page.getByRole("alert").getByRole("button").filter({ hasText: form.screen.sayIn(expected[0]) }).click();
  await form.page.keyboard.press("ControlOrMeta+A");
  await form.page.keyboard.type("Z-2026-8");
  for (const number of [3, 2]) await form.press("recording.row.remove", { n: number });
  await form.fill("recording.ask.representatives-person-id", LOES.key, 1);
  await form.record();
  await form.recorded(CHILD.name, "recording.signs", { names: LOES.name });
});

journey("a capacity that no longer fits the age, and a key that no login gives", async ({ arrive }) => {
  const form = await atForm(arrive);
  await form.fillIn({ ...CHILD, key: BSN });
  await form.represented(LOES);
  await form.record();
  assert.match((await form.wrongs()).join(), form.screen.sayIn("sheet.wrong.key"));
  await form.fill("recording.ask.person-id", CHILD.key);
  await form.fill("recording.ask.birthDate", ADULT.born);
  await form.record();
  const said = await form.wrongs();
  assert.equal(said.length, 1, said.join(" | "));
  assert.match(said[0], form.screen.sayIn("sheet.wrong.wrong-signatories-representatives-capacity"));
  await form.pick("recording.ask.representatives-capacity", "mentor");
  await form.record();
  await form.recorded(CHILD.name, "recording.signs", { names: LOES.name });
});

journey("who lives with a client is in one household with them", async ({ server, arrive }) => {
  const form = await atForm(arrive);
  await form.fillIn({ ...ADULT, key: "", living: "together" });
  await form.pick("recording.ask.household-id", "noor-de-wit");
  await form.pick("recording.ask.household-role", "informal-carer");
  await form.record();
  assert.equal((await form.wrongs()).length, 1, "Noor is in no household yet: what is she in it?");
  await form.pick("recording.ask.other-role", "parent");
  await look(form.visitor, "recording-household");
  const both = form.arrive("clients", 2);
  await form.record();
  await form.recorded(ADULT.name, "recording.no-login", { name: ADULT.name });
  const household = form.page.locator(".ss-others");
  await household.getByText("Noor de Wit").first().waitFor();
  await both;
  const [noor] = await stored(server, "noor-de-wit");
  const worker = await server.signIn(WORKER);
  const { items } = await worker.get(`/v1/clients?householdId=${noor.household.id}`);
  const roles = Object.fromEntries(items.map(({ person, household }) => [person.displayName, household.role]));
  assert.deepEqual(roles, { [ADULT.name]: "informal-carer", "Noor de Wit": "parent" });
  assert.equal(noor.caseReference, "DEMO-4-gp-and-home-help", "the rest of Noor is as it was");

  // Changing something else leaves the household as it is.
  await form.change();
  await form.fill("recording.ask.caseReference", "Z-9");
  const arrived = form.arrives("clients");
  await form.record();
  await form.page.getByRole("heading", { name: ADULT.name, level: 1 }).waitFor();
  await arrived;
  const [nina] = (await worker.get(`/v1/clients?householdId=${noor.household.id}`)).items;
  assert.deepEqual([nina.caseReference, nina.household.role], ["Z-9", "informal-carer"]);
});

journey("recorded without a network, asked and answered; a reload later all of it is sent once", async ({ server, arrive }) => {
  const form = await atForm(arrive);
  const { visitor, page } = form;
  const posts = [];
  // The backend is out of reach for what is sent; the browser itself need not know.
  await visitor.context.route("**/v1/**", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await form.fillIn(ADULT);
  await form.record();
  await form.recorded(ADULT.name, "recording.signs-self", { name: ADULT.name });
  await form.toClients();
  await visitor.open();
  await form.stands("intake.clients");
  const table = new Table(visitor);
  table.catalogue = await page.evaluate(() => fetch("/v1/catalogue").then((answer) => answer.json()));
  await table.sitWith(ADULT.name);
  await table.walk();
  await table.startAndTurn(ADULT.name);
  await table.saysYes();
  assert.deepEqual(await stored(server, ADULT.key), [], "nothing left the device");

  page.on("response", (answer) => {
    if (answer.request().method() === "POST") posts.push(`${new URL(answer.url()).pathname.split("/").at(-1)} ${answer.status()}`);
  });
  await visitor.context.unroute("**/v1/**");
  // The browser comes back online, and does not wait for its next try.
  await visitor.context.setOffline(true);
  await visitor.context.setOffline(false);
  await page.getByText(`${sentence("nl", "intake.online")} ·`).first().waitFor();
  const sent = ["clients", "assessments", "consent-requests", "notice-presentations", "decisions"];
  assert.deepEqual(posts, sent.map((name) => `${name} 201`), "in order, and each once");
  const [client, ...more] = await stored(server, ADULT.key);
  assert.deepEqual([client.requests.length, more.length], [1, 0]);
});

journey("recording somebody else in the middle of a conversation leaves it as it is", async ({ arrive }) => {
  const table = await atTable(arrive);
  await table.sitWith();
  await table.take("task");
  await table.screen.press("intake.clients");
  await table.screen.press("recording.new");
  const form = new Recorder(table.visitor);
  await form.fillIn(ADULT);
  await form.record();
  await form.stands("intake.clients");
  await form.page.getByText(form.screen.sayIn("recording.done", { name: ADULT.name })).first().waitFor();
  await table.screen.press("intake.go-on", { name: "Joris van Dam" });
  await table.screen.stands("intake.title.purpose");
});

journey("practising records nobody at the municipality", async ({ server, arrive }) => {
  const table = await atTable(arrive);
  const worker = await server.signIn(WORKER);
  const before = (await worker.get("/v1/clients?pageSize=100")).items.length;
  await table.screen.press("intake.practice.begin");
  await table.page.getByText("Oefenkind Van Dam").first().waitFor();
  await table.screen.press("recording.new");
  const form = new Recorder(table.visitor);
  await form.fillIn(ADULT);
  await form.record();
  await form.recorded(ADULT.name, "recording.signs-self", { name: ADULT.name });
  await form.toClients();
  await form.page.getByRole("button", { name: ADULT.name, exact: true }).waitFor();
  await form.press("intake.practice.stop");
  await form.page.getByRole("button", { name: "Noor de Wit", exact: true }).waitFor();
  assert.equal(await form.page.getByRole("button", { name: ADULT.name, exact: true }).count(), 0);
  assert.equal((await worker.get("/v1/clients?pageSize=100")).items.length, before);
});

journey("by keyboard alone", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  const form = new Recorder(table.visitor);
  const line = async (words, type = "text") => {
    await tabTo(page, (now) => now.tag === "input" && now.type === type, `a line of ${type}`);
    await page.keyboard.type(words);
  };
  await pressByKey(page, screen.say("recording.new"));
  await form.stands("recording.new");
  await line(CHILD.name);
  await line("02022018", "date");
  await line(CHILD.key);
  await tabTo(page, (now) => now.type === "radio", "the household");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await pressByKey(page, screen.say("recording.row.add"));
  assert.equal((await focused(page)).type, "text", "the new row has the focus");
  await page.keyboard.type(LOES.name);
  await line(LOES.key);
  await tabTo(page, (now) => now.type === "radio", "the capacity");
  await page.keyboard.press("Space");
  await line(LOES.source);
  await line("02022018", "date");
  await pressByKey(page, screen.say("recording.record"));
  await form.recorded(CHILD.name, "recording.signs", { names: LOES.name });
});

journey("320 pixels wide, in English: nothing scrolls sideways, nothing is cut off", async ({ arrive }) => {
  const form = await atForm(arrive, { locale: "en", viewport: { width: 320, height: 640 } });
  const check = async (where) => {
    await assertNoSideways(form.page, where);
    await assertNothingClipped(form.page, where);
    await assertTargets(form.page, where);
  };
  await check("empty");
  await form.fillIn({ ...CHILD, living: "together" });
  await form.represented({ ...LOES, until: inDays(-1) });
  await form.pick("recording.ask.household-id", "noor-de-wit");
  await form.record();
  await form.wrongs();
  await check("with errors");
  await look(form.visitor, "recording-narrow");
});
