// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// A household: the partner is told, the informal carer is asked herself, and neither
// reads of the other; the worker sees who has what, never what it holds (F4, F5).

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { atTable, SIMPLE } from "./support/intake.mjs";
import { look } from "./support/look.mjs";
import { assertNoSideways, assertTargets } from "./support/measure.mjs";
import { Screen } from "./support/screens.mjs";
import { isKept } from "./support/tablet.mjs";

const CLIENT = "Hennie Prins";
const PARTNER = "Cor Prins";
const CARER = "Els Prins";
const PEOPLE = { [CLIENT]: "hennie-prins", [PARTNER]: "cor-prins", [CARER]: "els-prins" };

/** What the law decides about for who lives there or cares: nothing is asked. */
const NOTICE = { ...SIMPLE, task: "consider-household", why: "Wij moeten weten wie er al helpt." };

// The row of somebody, in the list or in the section about the others.
const row = (table, name) => table.page.locator(".ss-client").filter({ hasText: name });

const arrives = (page, path) =>
  page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith(path) && answer.ok());

// Six steps in which nothing is asked, with somebody the section offers.
async function tell(table, name) {
  await table.screen.press("intake.others.begin", { name });
  await table.screen.stands("intake.title.task");
  await table.take("task", NOTICE);
  await table.take("purpose", NOTICE);
  await table.screen.stands("intake.title.data");
  await table.type("intake.ask.why", NOTICE.why);
  await table.page.getByText(table.screen.sayIn("intake.do-not-ask")).first().waitFor();
  await table.go("intake.on.data");
  await table.screen.stands("intake.title.basis");
  assert.equal(await table.page.getByRole("radio").count(), 0, "where nothing is asked, nothing has to be free");
  await table.go("intake.on.basis");
  for (const step of ["limitation", "secrecy"]) await table.take(step, NOTICE);
  await table.screen.says("intake.overview.lead.notice");
  assert.equal(await table.screen.button("intake.start-and-turn").count(), 0);
  const made = arrives(table.page, "/v1/consent-requests");
  await table.go("intake.start.notice");
  await table.screen.heading("intake.made.title.notice", { name }).waitFor();
  await made;
}

async function ask(table, name) {
  await table.walk(SIMPLE);
  const made = arrives(table.page, "/v1/consent-requests");
  await table.go("intake.start");
  await table.screen.heading("intake.made.title", { name }).waitFor();
  await made;
}

journey("a partner is told, an informal carer is asked, and neither reads of the other", async ({ server, arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  await table.sitWith(CLIENT);
  await ask(table, CLIENT);
  await screen.stands("intake.others");
  for (const name of [PARTNER, CARER]) {
    await row(table, name).getByText(screen.say("intake.status.nothing")).waitFor();
  }
  await look(table.visitor, "household-made");
  await tell(table, PARTNER);
  await look(table.visitor, "household-notice");
  await screen.press("intake.others.begin", { name: CARER });
  await ask(table, CARER);
  await row(table, PARTNER).getByText(screen.say("intake.status.untold")).waitFor();
  await look(table.visitor, "household-others");

  const found = {};
  for (const [name, persona] of Object.entries(PEOPLE)) {
    found[name] = await (await server.signIn(persona)).get("/v1/consent-requests?status=all");
    assert.equal(found[name].items.length, 1, `${name} has one of their own`);
  }
  for (const [name, persona] of Object.entries(PEOPLE)) {
    const read = JSON.stringify(found[name]);
    const api = await server.signIn(persona);
    for (const other of Object.keys(PEOPLE).filter((it) => it !== name)) {
      const { id } = found[other].items[0];
      assert.ok(!read.includes(other) && !read.includes(id), `${name} reads nothing of ${other}`);
      assert.equal((await api.send("GET", `/v1/consent-requests/${id}`)).status, 404);
    }
  }

  const cor = await arrive({ persona: PEOPLE[PARTNER] });
  const shown = arrives(cor.page, "/v1/notice-presentations");
  await cor.open();
  const home = new Screen(cor);
  await home.says("badge.information");
  await cor.page.getByText(table.catalogue.intake.noticeIntroduction.nl).waitFor();
  assert.equal(await cor.page.getByRole("radio").count(), 0, "nothing to choose");
  assert.equal(await cor.page.getByText(home.sayIn("overview.before")).count(), 0, "and no last day to answer");
  await home.says("rights.title");
  await look(cor, "household-notice-home");
  await shown;
  await cor.page.reload();
  await cor.page.getByText(table.catalogue.intake.noticeIntroduction.nl).waitFor();
  assert.equal(await cor.page.getByText(home.say("settled.decided")).count(), 0, "nothing was ever to be chosen");

  await page.getByRole("button", { name: screen.say("intake.to-clients") }).first().click();
  await screen.stands("intake.clients");
  await row(table, PARTNER).getByText(screen.say("intake.status.told"), { exact: true }).waitFor();
  await row(table, CARER).getByText(screen.sayIn("intake.open.one")).waitFor();
  await look(table.visitor, "household-list");
});

journey("who does not sign in reads it on the turned screen", async ({ server, arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  await page.getByRole("button", { name: CLIENT, exact: true }).click();
  await screen.stands("intake.others");
  await tell(table, PARTNER);
  await page.emulateMedia({ media: "print" });
  await page.getByRole("heading", { name: table.catalogue.intake.noticeTitle.nl }).waitFor();
  assert.equal(await screen.button("intake.turn", { name: PARTNER }).count(), 0, "on paper stands the notice alone");
  await page.emulateMedia({ media: "screen" });
  const shown = arrives(page, "/v1/notice-presentations");
  await screen.press("intake.turn", { name: PARTNER });
  await page.locator(".ss-turned").getByText(screen.say("badge.information")).waitFor();
  assert.equal(await page.locator(".ss-turned").getByText(CLIENT).count(), 0, "nothing of the client is on his screen");
  await look(table.visitor, "household-turned");
  await shown;
  await screen.press("turned.give-back");
  const nothing = page.getByText(screen.say("turned.nothing-confirmed"));
  assert.equal(await nothing.isVisible(), false, "of a notice nothing has to be confirmed");
  await screen.press("turned.yes");
  await screen.says("intake.has-answered.notice");
  await screen.button("intake.turn", { name: PARTNER }).waitFor({ state: "detached" });
  const { items } = await (await server.signIn(PEOPLE[PARTNER])).get("/v1/consent-requests?status=open");
  assert.equal(items.length, 0, "he was told");
});

journey("a conversation that is going on is not lost for who lives there too after the page was loaded anew", async ({ arrive }) => {
  const table = await atTable(arrive);
  const { page, screen } = table;
  await table.sitWith(CLIENT);
  await ask(table, CLIENT);
  await screen.press("intake.others.begin", { name: CARER });
  await table.take("task");
  await screen.stands("intake.title.purpose");
  await isKept(page, [`task\\n${SIMPLE.task}`]);
  await page.goBack();
  await screen.stands("intake.title.task");
  await page.goBack();
  await screen.stands("intake.others");
  await page.reload();
  await screen.stands("intake.others");
  assert.equal(await screen.button("intake.others.begin", { name: PARTNER }).count(), 0);
  await screen.press("intake.to-clients");
  await screen.says("intake.running", { name: CARER });
});

journey("on paper, in English and on a phone", async ({ arrive }) => {
  const table = await atTable(arrive, { locale: "en" });
  const { page, screen } = table;
  await page.getByRole("button", { name: CLIENT, exact: true }).click();
  await screen.stands("intake.others");
  await tell(table, PARTNER);
  await page.setViewportSize({ width: 320, height: 640 });
  await assertNoSideways(page, "a notice");
  await assertTargets(page, "a notice");
  await look(table.visitor, "household-notice");
  const given = arrives(page, "/v1/notice-presentations");
  await screen.press("intake.given", { name: PARTNER });
  await given;
  await screen.says("intake.given.done");
  await screen.says("intake.has-answered.notice");
});
