// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// At the kitchen table: the clients, the six steps, and what they produce (group E).

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { addresses } from "./support/desk.mjs";
import { assertHeadingHasFocus, focused, pressByKey } from "./support/focus.mjs";
import { atTable, CLIENT, SIMPLE, STEPS, WORKER } from "./support/intake.mjs";
import { look } from "./support/look.mjs";
import { assertNothingClipped, assertNoSideways, assertTargets, overlay, TEXT_SPACING } from "./support/measure.mjs";
import { textOf } from "./support/pdf.mjs";
import { until } from "./support/until.mjs";
import { say, saysIn, sentence } from "./support/words.mjs";

// The most presses of the simple case, from the empty wizard to the client's confirmation.
const MOST_PRESSES = 25;

const requestsOf = async (server, name = CLIENT) => {
  const clients = await (await server.signIn(WORKER)).all("/v1/clients");
  return clients.find((client) => client.person.displayName === name).requests;
};

const counted = (page) => {
  const outcomes = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/v1/intake-counts")) outcomes.push(request.postDataJSON().outcome);
  });
  return outcomes;
};

journey("the simple case, from the empty wizard to the client's confirmation", async ({ server, arrive }) => {
  const table = await atTable(arrive);
  const before = await requestsOf(server);
  await table.sitWith();
  await table.walk(SIMPLE, { picture: true });
  await look(table.visitor, "intake-overview");
  await table.startAndTurn();
  assert.equal(await table.page.getByText(table.screen.sayIn("intake.talking-with")).count(), 0, "nothing for staff is left");
  const answered = await table.screen.answer();
  table.presses += answered;
  await table.go("choose.onward");
  await table.screen.stands("check.title");
  await table.go("action.confirm");
  await table.screen.keptHere();
  console.log(`presses from the empty wizard to the client's confirmation: ${table.presses}`);
  assert.ok(table.presses <= MOST_PRESSES, `${table.presses} presses, at most ${MOST_PRESSES}`);
  // What was made arrives at the backend by itself.
  await until(table.page, async ({ name, count }) => {
    const { items } = await (await fetch("/v1/clients")).json();
    const { requests } = items.find((client) => client.person.displayName === name);
    return requests.length === count && requests[0].awaits.length === 0;
  }, { name: CLIENT, count: before.length + 1 });
});

journey("a page that is opened anew works as before: a client is chosen, the screen turns", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  await page.getByRole("button", { name: CLIENT, exact: true }).click();
  await page.getByRole("heading", { name: CLIENT, level: 1 }).waitFor();
  await page.reload();
  await screen.stands("intake.clients");
  await table.sitWith();
  await table.walk();
  await table.go("intake.start");
  await screen.stands("intake.who-signs");
  await page.getByText(`${sentence("nl", "intake.online")} ·`).first().waitFor();
  await page.reload();
  await screen.stands("intake.who-signs");
  await screen.press("intake.turn", { name: CLIENT });
  await table.saysYes();
});

journey("the clients: by household, who signs, and a search that leaves no trace", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  await look(table.visitor, "intake-clients");
  assert.ok(await page.getByText(screen.say("intake.household")).count() > 0, "who live together stand together");
  assert.ok(await page.getByText(screen.say("intake.signatory-missing")).count() > 0, "a missing signatory is said in words");
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.getByRole("searchbox").fill("zzz");
  await page.locator(".ss-quietly").filter({ hasText: sentence("nl", "intake.found.zero") }).waitFor();
  await page.getByRole("searchbox").fill("joris");
  await page.getByRole("status").filter({ hasText: saysIn("nl", "intake.found.one", { n: 1 }) }).waitFor();
  await page.getByRole("button", { name: "Noor de Wit", exact: true }).waitFor({ state: "hidden" });
  assert.ok(!(await addresses(page)).includes("joris"));
  assert.deepEqual(asked, [], "nothing was asked of the server");
  await page.getByRole("button", { name: CLIENT, exact: true }).click();
  await page.getByRole("heading", { name: CLIENT, level: 1 }).waitFor();
  await look(table.visitor, "intake-client");
  assert.ok(!(await addresses(page)).includes("joris-van-dam"), "who it is stands in no address and no history");
});

journey("no step can be skipped: each says what is missing, at the place itself", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  await table.sitWith();
  const expected = {
    task: ["no-task"], purpose: ["no-question", "no-area"], data: ["no-why", "no-data"],
    basis: [], limitation: [], secrecy: null,
  };
  for (const step of STEPS) {
    await screen.stands(`intake.title.${step}`);
    const later = page.getByRole("navigation", { name: screen.say("intake.steps") }).getByRole("button");
    assert.equal(await later.count(), STEPS.indexOf(step), "only what is behind can be opened");
    if (expected[step]) {
      await table.go(`intake.on.${step}`);
      const wrongs = await table.wrongs();
      assert.ok(wrongs.length > 0, `${step} without an answer is refused`);
      for (const key of expected[step]) assert.ok(wrongs.some((line) => say("nl", `intake.wrong.${key}`).test(line)), key);
      assert.equal((await focused(page)).role, "alert", "the list of what is missing takes the focus");
      await screen.stands(`intake.title.${step}`);
      await page.getByRole("alert").getByRole("button").first().click();
      assert.notEqual((await focused(page)).role, "alert", "a line leads to what must be answered");
      if (step === "data") await look(table.visitor, "intake-data-missing");
    }
    await table.answers[step](SIMPLE);
    const left = await page.locator(".ss-wrong:not(:empty)").allInnerTexts();
    assert.deepEqual(left, [], `${step}: what was mended is not called wrong any more`);
    await table.go(`intake.on.${step}`);
  }
  await screen.stands("intake.overview.title");
});

journey("where consent is not free the wizard says: do not ask it here", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  await table.sitWith();
  for (const step of ["task", "purpose", "data"]) await table.take(step);
  await screen.stands("intake.title.basis");
  await table.answers.basis(SIMPLE);
  const [criterion] = table.catalogue.intake.freeConsent;
  await table.free(criterion, !criterion.needed);
  await page.getByText(criterion.otherwise.nl).first().waitFor();
  await page.getByText(screen.sayIn("intake.do-not-ask-yet")).waitFor();
  await look(table.visitor, "intake-not-free");
  await table.go("intake.on.basis");
  assert.ok((await table.wrongs()).some((line) => line.startsWith(criterion.question.nl)));
  await screen.stands("intake.title.basis");
});

journey("the whole file cannot be asked, what is held already neither, and too much needs a reason", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  await table.sitWith();
  await table.take("task");
  await table.take("purpose");
  await screen.stands("intake.title.data");
  await table.open();
  const card = page.locator(".ss-sharing").filter({ has: table.datum(SIMPLE.datum) });
  const whole = page.getByRole("checkbox", { name: screen.sayIn("intake.whole") });
  assert.deepEqual([await whole.count(), await whole.isDisabled()], [1, true], "the whole file is no choice");
  await screen.says("intake.whole.why");
  const datum = table.datum(SIMPLE.datum);
  await datum.check();
  await page.locator("summary").getByText(screen.say("intake.data-chosen.one", { n: 1 })).waitFor();
  const one = (key) => sentence("nl", key).replace("{n}", "1");
  const [extent] = sentence("nl", "intake.extent").split(".");
  const counted = { data: one("intake.extent.data.one"), parties: one("intake.extent.parties.one") };
  await page.getByText(extent.replace(/\{(\w+)\}/g, (_, name) => counted[name])).waitFor();
  await card.getByRole("button", { name: screen.say("intake.held.spoken", { data: table.named("personalDataTypes", SIMPLE.datum) }) }).click();
  assert.ok(await datum.isDisabled() && !(await datum.isChecked()), "what is known is not asked");
  // Everything of everybody is more than fits one question.
  for (const shut of await page.locator("summary").filter({ hasText: screen.sayIn("intake.data-of-for") }).all()) {
    if (!(await shut.evaluate((it) => it.parentElement.open))) await shut.click();
  }
  for (const box of await page.locator(".ss-sharing input:enabled").all()) await box.check();
  await page.locator(".ss-extent[data-over]").waitFor();
  await page.getByLabel(screen.say("intake.ask.why")).fill(SIMPLE.why);
  await table.go("intake.on.data");
  assert.ok((await table.wrongs()).some((line) => say("nl", "intake.wrong.over-triage-norm").test(line)));
  await look(table.visitor, "intake-too-much");
  const heaviest = table.catalogue.intake.triage.at(-1);
  await page.getByRole("radio", { name: new RegExp(heaviest.name.nl) }).check();
  await table.go("intake.on.data");
  await page.getByRole("alert").getByRole("button", { name: screen.say("intake.wrong.no-reason") }).waitFor();
});

journey("what the law decides is told and not asked, and then there is nothing to turn the screen for", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  const budget = { ...SIMPLE, task: "pay-personal-budget" };
  await table.sitWith();
  await table.take("task", budget);
  await table.take("purpose", budget);
  await screen.stands("intake.title.data");
  await table.type("intake.ask.why", budget.why);
  const told = page.getByText(screen.sayIn("intake.do-not-ask")).first();
  await told.waitFor();
  assert.ok(await page.getByRole("checkbox", { name: screen.sayIn("intake.tell.spoken") }).first().isChecked());
  await look(table.visitor, "intake-law-decides");
  await table.go("intake.on.data");
  await screen.stands("intake.title.basis");
  assert.equal(await page.getByRole("radio").count(), 0, "nothing is asked, so nothing has to be free");
  await table.go("intake.on.basis");
  await table.answers.limitation();
  await table.go("intake.on.limitation");
  await table.go("intake.on.secrecy");
  await screen.stands("intake.overview.told");
  assert.equal(await screen.button("intake.start-and-turn").count(), 0);
  await table.go("intake.start.notice");
  await screen.stands("intake.who-signs.notice");
  const squeezed = (text) => text.replace(/\s/g, "");
  const paper = squeezed(textOf(await page.pdf()));
  const words = table.catalogue.intake.wordings.find((it) => it.purposeId === budget.task);
  assert.ok(paper.includes(squeezed(words.proportionality.nl)), "what stands behind a press is read on paper too");
  assert.ok(paper.includes(squeezed(CLIENT)), "and it says for whom it is");
});

journey("everybody who signs answers alone, and the screen comes back in two presses", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  const school = {
    ...SIMPLE, task: "youth-help-and-school", source: "school", datum: "school-progress", area: "raising-children",
  };
  await table.sitWith("Sem Kuipers");
  await table.walk(school);
  await table.go("intake.start");
  await screen.stands("intake.who-signs");
  const people = ["Sem Kuipers", "Anouk Kuipers", "Dirk Kuipers"];
  for (const name of people) await screen.button("intake.turn", { name }).waitFor();
  await look(table.visitor, "intake-made");
  await screen.press("intake.turn", { name: "Sem Kuipers" });
  await screen.asks();
  assert.equal(await page.getByText(screen.sayIn("desk.views")).count(), 0);
  await screen.says("turned.whose", { name: "Sem Kuipers" });
  assert.equal(await page.getByText(screen.sayIn("shell.signed-in")).count(), 0, "nobody but the worker signed in");
  await look(table.visitor, "intake-turned");
  await screen.decideHere(() => "yes");
  await screen.press("turned.give-back-done");
  await screen.press("turned.yes");
  await screen.says("intake.turned.confirmed");
  await screen.button("intake.turn", { name: "Sem Kuipers" }).waitFor({ state: "detached" });
  await screen.button("intake.turn", { name: "Anouk Kuipers" }).waitFor();
  await screen.says("intake.has-answered");
});

journey("practice says so on every screen, has people of its own, and ends", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  const sent = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await screen.press("intake.practice.begin");
  await page.getByText(screen.sayIn("intake.practice")).waitFor();
  await page.getByRole("button", { name: CLIENT, exact: true }).waitFor({ state: "detached" });
  await look(table.visitor, "intake-practice");
  await screen.press("intake.practice.stop");
  await page.getByRole("button", { name: CLIENT, exact: true }).waitFor();
  assert.deepEqual(sent, [], "nothing left this device");
});

journey("going back is free and keeps every answer; stopping keeps nothing", async ({ server, arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  const before = (await requestsOf(server)).length;
  const outcomes = counted(page);
  await table.sitWith();
  for (const step of ["task", "purpose", "data"]) await table.take(step);
  await screen.stands("intake.title.basis");
  await screen.press("act.back");
  await screen.stands("intake.title.data");
  await assertHeadingHasFocus(page, screen.say("intake.title.data"));
  assert.ok(await table.datum(SIMPLE.datum).isChecked());
  await page.goBack();
  await page.getByRole("navigation", { name: screen.say("intake.steps") })
    .getByRole("button", { name: screen.sayIn("intake.step.purpose") }).click();
  await screen.stands("intake.title.purpose");
  assert.equal(await page.getByLabel(screen.say("intake.ask.question")).inputValue(), SIMPLE.question);
  // To the clients and back: the conversation waits.
  await page.getByRole("navigation", { name: screen.say("desk.views") }).getByRole("button", { name: screen.say("intake.clients") }).click();
  await screen.says("intake.running", { name: CLIENT });
  assert.ok(await page.getByRole("button", { name: "Noor de Wit", exact: true }).isDisabled(), "one conversation at a time");
  await look(table.visitor, "intake-running");
  const count = page.waitForRequest("**/v1/intake-counts");
  await screen.press("intake.stop");
  await screen.press("intake.stop.yes");
  await page.getByText(screen.sayIn("intake.running")).waitFor({ state: "detached" });
  await count;
  await page.waitForFunction(() => document.querySelector("samenspraak-widget").shadowRoot.querySelector(".ss-running") === null);
  assert.deepEqual(outcomes, ["abandoned"], "nothing but a count");
  assert.equal((await requestsOf(server)).length, before, "nothing was kept");
  assert.ok(!(await addresses(page)).includes("huishouden"));
});

journey("in English, on a narrow screen and with wide spacing too", async ({ arrive }) => {
  const table = await atTable(arrive, { locale: "en" });
  await table.sitWith();
  for (const step of STEPS) {
    await table.screen.stands(`intake.title.${step}`);
    await table.answers[step](SIMPLE);
    await table.page.setViewportSize({ width: 320, height: 640 });
    await assertNoSideways(table.page, step);
    await assertTargets(table.page, step);
    await look(table.visitor, `intake-${step}`);
    await table.page.setViewportSize({ width: 1280, height: 900 });
    await table.go(`intake.on.${step}`);
  }
  await table.screen.stands("intake.overview.title");
  await table.page.setViewportSize({ width: 320, height: 640 });
  await overlay(table.page, TEXT_SPACING);
  await assertNoSideways(table.page, "the overview with wide spacing");
  await assertNothingClipped(table.page, "the overview with wide spacing");
});

journey("in forced colours every choice at the table is visible, and only one entry is marked", async ({ arrive }) => {
  const table = await atTable(arrive, { forcedColors: "active" });
  const { page, screen } = table;
  const changes = async (what, control, press) => {
    await page.mouse.move(0, 0);
    const before = await what.screenshot();
    await press.call(control);
    await page.mouse.move(0, 0);
    assert.ok(!before.equals(await what.screenshot()), "chosen looks different");
  };
  await table.sitWith();
  const other = page.locator(".ss-view:not([aria-current])").first();
  const [border, words] = await other.evaluate((it) => [getComputedStyle(it).borderBlockEndColor, getComputedStyle(it).color]);
  assert.notEqual(border, words, "what only keeps its place is not drawn");
  const task = page.getByRole("checkbox", { name: table.named("purposes", SIMPLE.task, "task") }).first();
  await changes(page.locator(".ss-option").filter({ has: task }), task, task.check);
  await table.go("intake.on.task");
  await screen.stands("intake.title.purpose");
  const area = page.getByRole("button", { name: table.named("lifeAreas", SIMPLE.area), exact: true });
  await changes(area, area, area.click);
  await area.click();
  await table.take("purpose");
  await screen.stands("intake.title.data");
  await table.open();
  const held = { data: table.named("personalDataTypes", SIMPLE.datum) };
  const known = page.getByRole("button", { name: screen.say("intake.held.spoken", held) }).first();
  await changes(known, known, known.click);
});

journey("by keyboard alone", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  await pressByKey(page, new RegExp(`^${CLIENT}$`));
  await page.getByRole("heading", { name: CLIENT, level: 1 }).waitFor();
  await pressByKey(page, screen.say("intake.begin"));
  await assertHeadingHasFocus(page, screen.say("intake.title.task"));
  await page.keyboard.press("Tab");
  await pressByKey(page, screen.say("intake.on.task"));
  assert.equal((await focused(page)).role, "alert");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await pressByKey(page, screen.say("intake.on.task"));
  await assertHeadingHasFocus(page, screen.say("intake.title.purpose"));
});
