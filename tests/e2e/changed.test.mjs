// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// A decision is bound to what was shown: other words never ask again, another scope
// does and shows the difference, and an outdated text is never answered (principle 5).

import assert from "node:assert/strict";
import { assertNothingStored, assertStoredOnce, stored } from "./support/api.mjs";
import { journey } from "./support/browser.mjs";
import { assertNothingLeft, look } from "./support/look.mjs";
import { instead, sixSteps } from "./support/requests.mjs";
import { Screen } from "./support/screens.mjs";

const PERSONA = "ria-bakker";
const WORKER = "petra-willems";
const OTHER_WORDS = { nl: "Dezelfde vraag, in andere woorden.", en: "The same question, in other words." };

const reworded = (copy) => (copy.introduction = OTHER_WORDS);

// One datum more in the first question.
const widened = (copy) => {
  const [{ personalData }] = copy.items;
  personalData.push({ ...personalData[0], dataTypeId: "household" });
};

// Another scope goes through the six steps again; a correction needs none (E1).
async function replace(server, request, change) {
  const worker = await server.signIn(WORKER);
  const newer = instead(request, change);
  if (change === widened) {
    const steps = sixSteps(await worker.get("/v1/catalogue"), newer.subject, newer.items);
    newer.assessmentId = (await worker.post("/v1/assessments", steps)).id;
  }
  return worker.post("/v1/consent-requests", newer);
}

journey("other words for what she answered do not ask again", async ({ server, arrive }) => {
  const api = await server.signIn(PERSONA);
  const request = await api.openRequest();
  await api.decide(request);
  const newer = await replace(server, request, reworded);
  assert.notEqual(newer.noticeHashes.nl, request.noticeHashes.nl);
  assert.equal(newer.items[0].scopeFingerprint, request.items[0].scopeFingerprint);
  assert.equal(newer.status, "decided");
  const ria = await arrive({ persona: PERSONA });
  const screen = new Screen(ria);
  await ria.open();
  await screen.says("overview.none");
  await look(ria, "overview-none");
  assert.deepEqual((await api.records()).map((record) => record.status), ["given"], "no second question");
  await assertStoredOnce(api);
});

journey("another scope asks again and shows the difference", async ({ server, arrive }) => {
  const api = await server.signIn(PERSONA);
  const request = await api.openRequest();
  await api.decide(request);
  await replace(server, request, widened);
  const ria = await arrive({ persona: PERSONA });
  const screen = new Screen(ria);
  await ria.open();
  await screen.asks();
  await screen.stands("changes.title");
  const { changes } = (await api.openRequest()).items[0];
  assert.ok(changes.length > 0);
  for (const change of changes) {
    await screen.questions.getByText(change.after.nl).first().waitFor();
  }
  await look(ria, "changed");
  await screen.decide();
  const statuses = (await api.records()).map((record) => record.status);
  assert.deepEqual(statuses.toSorted(), ["given", "superseded"]);
});

for (const [what, change, keeps] of [["words", reworded, true], ["scope", widened, false]]) {
  journey(`an answer to outdated ${what} is refused and explained, and nothing is recorded`, async ({ server, arrive }) => {
    const api = await server.signIn(PERSONA);
    const ria = await arrive({ persona: PERSONA });
    const screen = new Screen(ria);
    await ria.open();
    await screen.answer(() => "no");
    await screen.goOn();
    const newer = await replace(server, await api.openRequest(), change);
    await screen.confirm();
    await screen.stands("outdated.title");
    await assertNothingStored(api);
    await look(ria, `outdated-${what}`);
    await screen.press("outdated.look");
    await screen.asks();
    await screen.says("choose.renewed");
    // Where the scope is the same, what she chose is still there.
    assert.equal((await screen.checked()).some((on) => on), keeps);
    await screen.decide(() => "no");
    await assertStoredOnce(api);
    const [record] = (await api.records()).filter((record) => record.status === "refused");
    assert.equal(record.consentRequestId, newer.id);
    await assertNothingLeft(ria.page);
  });
}

journey("a text that changed while she was away is shown anew", async ({ server, arrive }) => {
  const api = await server.signIn(PERSONA);
  const ria = await arrive({ persona: PERSONA });
  const screen = new Screen(ria);
  await ria.open();
  await screen.answer();
  await replace(server, await api.openRequest(), widened);
  await ria.page.reload();
  await screen.asks();
  await screen.says("choose.renewed");
  assert.ok((await screen.checked()).every((on) => !on), "answers to another scope are not kept");
  assert.deepEqual(await stored(api), []);
});
