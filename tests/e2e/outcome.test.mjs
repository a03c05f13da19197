// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// After a no: read together, one of three outcomes, the three rules of thumb, and a
// letter; the client reads it too (group G).

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { assertHeadingHasFocus, focused } from "./support/focus.mjs";
import { look } from "./support/look.mjs";
import { assertNoSideways, assertTargets } from "./support/measure.mjs";
import { Screen } from "./support/screens.mjs";
import { assertNothingKept, atSheet, CLIENT, openRequest, today, WORKER } from "./support/sheet.mjs";

// A client who said no to everything, and the worker who records what follows.
async function afterNo(server, arrive, settings = {}) {
  const worker = await server.signIn(WORKER);
  const { id } = await openRequest(worker, CLIENT);
  const noor = await arrive({ persona: CLIENT });
  await noor.open();
  await new Screen(noor).decide(() => "no");
  const sheet = await atSheet(arrive, `outcome/${id}`, settings);
  await sheet.stands("outcome.together");
  if (settings.picture) await look(sheet.visitor, "outcome-together");
  assert.equal(await sheet.page.getByText(sheet.screen.say("outcome.ask.type")).count(), 0, "the client reads along first");
  await sheet.press("outcome.together.done");
  return { worker, id, sheet };
}

async function fill(sheet) {
  await sheet.fill("outcome.ask.explainedOn", today());
  await sheet.consult("outcome");
  await sheet.fill("outcome.ask.rationale", "De hulp kan ook met wat u zelf vertelt.");
  await sheet.fill("outcome.ask.informedOn", today());
}

journey("limited: what goes on goes on; the client reads it, and there is a letter", async ({ server, arrive }) => {
  const { worker, id, sheet } = await afterNo(server, arrive, { picture: true });
  await assertHeadingHasFocus(sheet.page, sheet.screen.say("outcome.part.which"));
  await look(sheet.visitor, "outcome");
  const asked = sheet.group("outcome.ask.itemIds").getByRole("checkbox");
  const spoken = sheet.group("outcome.ask.itemIds").getByRole("checkbox", { name: sheet.screen.sayIn("consents.purpose") });
  assert.ok(await asked.count() > 0);
  assert.equal(await spoken.count(), await asked.count(), "each says from whom to whom, which data and what for");
  await sheet.choose("outcome.type.limited");
  await sheet.fill("outcome.ask.continues", "De hulp thuis gaat door. Wij vragen u zelf wat nodig is.");
  await fill(sheet);
  await look(sheet.visitor, "outcome-filled");
  await sheet.record("refusal-outcomes", "outcome.record");
  await sheet.stands("outcome.done");
  await assertHeadingHasFocus(sheet.page, sheet.screen.say("outcome.done"));
  await look(sheet.visitor, "outcome-done");
  const letter = sheet.page.getByRole("link", { name: sheet.screen.sayIn("case.letter.open") }).first();
  assert.match(await letter.getAttribute("aria-label"), sheet.screen.sayIn("outcome.type.limited"), "which letter it is");
  await assertNothingKept(sheet.page);

  const { items } = await worker.get(`/v1/refusal-outcomes?consentRequestId=${id}`);
  assert.equal(items.length, 1);
  const [outcome] = items;
  assert.deepEqual([outcome.type, outcome.consultation.colleague.displayName], ["limited", "Karim Haddad"]);
  const page = await worker.send("GET", `/v1/refusal-outcomes/${outcome.id}/letter`, { headers: { Accept: "text/html" } });
  assert.match(await page.text(), /De hulp thuis gaat door/);
  const noor = await server.signIn(CLIENT);
  const own = (await noor.get("/v1/refusal-outcomes")).items.find((it) => it.id === outcome.id);
  assert.equal(own.decidedBy, undefined, "the client reads the outcome, never who of the staff it was");
});

journey("every rule of thumb is asked, and who decides is not the second person", async ({ server, arrive }) => {
  const { worker, id, sheet } = await afterNo(server, arrive, { locale: "en" });
  await sheet.press("outcome.record");
  await sheet.stands("sheet.wrong");
  assert.equal((await focused(sheet.page)).role, "alert", "the summary has the focus");
  await look(sheet.visitor, "outcome-wrong");
  await sheet.choose("outcome.type.stopped");
  await sheet.fill("outcome.ask.stops", "De hulp.");
  await fill(sheet);
  await sheet.fill("outcome.ask.consultation-colleague-displayName", "Lotte Visser");
  await sheet.press("outcome.record");
  await sheet.page.getByText(sheet.screen.sayIn("sheet.wrong.second-person-missing")).first().waitFor();
  assert.equal((await worker.get(`/v1/refusal-outcomes?consentRequestId=${id}`)).items.length, 0, "nothing was recorded");
  await sheet.page.setViewportSize({ width: 320, height: 640 });
  await assertNoSideways(sheet.page, "the form of an outcome");
  await assertTargets(sheet.page, "the form of an outcome");
});

journey("involuntary rests on a ground, with pressure or force", async ({ server, arrive }) => {
  const { worker, id, sheet } = await afterNo(server, arrive);
  await sheet.choose("outcome.type.involuntary");
  await sheet.radio("vital-interest");
  await sheet.choose("outcome.measure.force");
  await sheet.fill("outcome.ask.measure-courtReference", "C/02/2026/17");
  await look(sheet.visitor, "outcome-involuntary");
  await fill(sheet);
  await sheet.record("refusal-outcomes", "outcome.record");
  await sheet.stands("outcome.done");
  const [outcome] = (await worker.get(`/v1/refusal-outcomes?consentRequestId=${id}`)).items;
  assert.deepEqual([outcome.groundId, outcome.measure], ["vital-interest", { kind: "force", courtReference: "C/02/2026/17" }]);
});
