// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Nothing twice, nothing left behind: double presses, back, reload, two tabs,
// an ended session, somebody else at the same computer.

import assert from "node:assert/strict";
import { assertNothingStored, assertStoredOnce } from "./support/api.mjs";
import { journey } from "./support/browser.mjs";
import { assertNothingLeft, assertOnlySession, look } from "./support/look.mjs";
import { Screen, assertNothingPreset } from "./support/screens.mjs";

const DECISIONS = "**/v1/consent-requests/*/decisions";
const PERSONA = "ria-bakker";

async function choosing(arrive) {
  const ria = await arrive({ persona: PERSONA });
  const screen = new Screen(ria);
  await ria.open();
  await screen.answer((index) => (index === 0 ? "yes" : "no"));
  return { ria, screen };
}

journey("a double press confirms once", async ({ server, arrive }) => {
  const { ria, screen } = await choosing(arrive);
  let sent = 0;
  await ria.page.route(DECISIONS, (route) => { sent += 1; return route.continue(); });
  await screen.goOn();
  await screen.button("action.confirm").dblclick();
  await screen.done();
  assert.equal(sent, 1);
  await assertStoredOnce(await server.signIn(PERSONA));
});

journey("back from the check page keeps every answer, forward checks again", async ({ server, arrive }) => {
  const { ria, screen } = await choosing(arrive);
  const chosen = await screen.checked();
  await screen.goOn();
  await ria.page.goBack();
  await screen.asks();
  assert.deepEqual(await screen.checked(), chosen);
  await ria.page.goForward();
  await screen.stands("check.title");
  await screen.press("action.back");
  await screen.asks();
  assert.deepEqual(await screen.checked(), chosen);
  await assertNothingStored(await server.signIn(PERSONA));
});

journey("back after the confirmation does not ask or send again", async ({ server, arrive }) => {
  const { ria, screen } = await choosing(arrive);
  let sent = 0;
  await ria.page.route(DECISIONS, (route) => { sent += 1; return route.continue(); });
  await screen.goOn();
  await screen.confirm();
  await screen.done();
  await ria.page.goBack();
  await ria.page.goForward();
  await ria.page.reload();
  await ria.page.getByRole("heading", { level: 1 }).first().waitFor();
  assert.equal(await ria.page.getByRole("radio").count(), 0);
  assert.equal(sent, 1);
  await assertStoredOnce(await server.signIn(PERSONA));
  await assertNothingLeft(ria.page);
});

journey("a reload keeps the draft, while choosing and while checking", async ({ server, arrive }) => {
  const { ria, screen } = await choosing(arrive);
  const chosen = await screen.checked();
  await ria.page.reload();
  await screen.asks();
  assert.deepEqual(await screen.checked(), chosen);
  await screen.goOn();
  await ria.page.reload();
  await screen.stands("check.title");
  await screen.confirm();
  await screen.done();
  await assertStoredOnce(await server.signIn(PERSONA));
});

journey("two tabs: the second is told the truth, and nothing is stored twice", async ({ server, arrive }) => {
  const { ria, screen } = await choosing(arrive);
  const tab = await ria.newTab();
  const second = new Screen(ria, tab);
  await ria.open("/", tab);
  await second.answer(() => "yes");
  await second.goOn();
  await screen.goOn();
  await screen.confirm();
  await screen.done();
  await second.confirm();
  await second.stands("already-decided.title");
  const [line] = await assertStoredOnce(await server.signIn(PERSONA));
  assert.equal(line.data.length, 1, "what the first tab confirmed");
  await second.press("already-decided.look");
  await second.says("settled.yes");
  await second.says("settled.no");
  await assertNothingLeft(tab);
});

journey("two tabs confirm at the same moment: one is stored", async ({ server, arrive }) => {
  const { ria, screen } = await choosing(arrive);
  const tab = await ria.newTab();
  const second = new Screen(ria, tab);
  await ria.open("/", tab);
  await second.answer((index) => (index === 0 ? "yes" : "no"));
  await second.goOn();
  await screen.goOn();
  const held = [];
  await ria.context.route(DECISIONS, (route) => {
    held.push(route);
    if (held.length === 2) held.forEach((one) => one.continue());
  });
  await Promise.all([screen.confirm(), second.confirm()]);
  const outcomes = await Promise.all([screen, second].map(async (one) => {
    await one.heading("done.title").or(one.heading("already-decided.title")).first().waitFor();
    return one.heading("done.title").count();
  }));
  assert.deepEqual(outcomes.toSorted(), [0, 1]);
  await assertStoredOnce(await server.signIn(PERSONA));
});

journey("the session ends while she reads: nothing is sent, nothing is lost", async ({ server, arrive }) => {
  const { ria, screen } = await choosing(arrive);
  await screen.goOn();
  await ria.signOut();
  await screen.confirm();
  await screen.stands("session-ended.title");
  await assertNothingStored(await server.signIn(PERSONA));
  await ria.signIn(PERSONA);
  await screen.press("session-ended.again");
  await screen.done();
  await assertStoredOnce(await server.signIn(PERSONA));
  await assertNothingLeft(ria.page);
});

journey("somebody else at the same computer never sees the draft", async ({ server, arrive }) => {
  const { ria, screen } = await choosing(arrive);
  const kept = await ria.page.evaluate(() => JSON.stringify(sessionStorage));
  assert.match(kept, /ria-bakker/);
  await ria.signOut();
  await ria.signIn("noor-de-wit");
  await ria.page.reload();
  // The page was at Ria's question, which does not exist for Noor.
  await screen.stands("missing.title");
  await screen.press("action.overview");
  await ria.page.getByRole("button", { name: screen.sayIn("overview.open") }).click();
  await screen.asks();
  await assertNothingPreset(screen);
  assert.doesNotMatch(await ria.page.evaluate(() => JSON.stringify(sessionStorage)), /ria-bakker/);
  assert.doesNotMatch(await ria.page.locator(".samenspraak").innerHTML(), /Ria Bakker/);
  await assertNothingStored(await server.signIn(PERSONA));
  await assertNothingStored(await server.signIn("noor-de-wit"));
});

journey("a confirmation that waits is never sent in somebody else's name", async ({ server, arrive }) => {
  const { ria, screen } = await choosing(arrive);
  await screen.goOn();
  await ria.signIn("noor-de-wit");
  await screen.confirm();
  await ria.page.getByRole("heading", { level: 1 }).filter({ hasNotText: /^$/ }).first().waitFor();
  await assertNothingStored(await server.signIn("noor-de-wit"));
  await assertNothingStored(await server.signIn(PERSONA));
});

journey("drafts are in session storage only, and a screen left alone is cleared", async ({ server, arrive }) => {
  const ria = await arrive({ persona: PERSONA });
  await ria.page.clock.install();
  const screen = new Screen(ria);
  await ria.open();
  await screen.answer();
  assert.equal((await assertOnlySession(ria.page)).length, 1);
  const { idleTimeoutMs } = await (await server.signIn(PERSONA)).get("/v1/configuration");
  await ria.page.clock.fastForward(idleTimeoutMs + 1_000);
  await screen.stands("cleared.title");
  await assertNothingLeft(ria.page);
  await look(ria, "cleared");
});
