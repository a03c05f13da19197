// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The longest request that may be asked is answered like any other, datum by
// datum (requirements A1, A2, C2).

import assert from "node:assert/strict";
import { assertStoredOnce } from "./support/api.mjs";
import { journey } from "./support/browser.mjs";
import { askHundred, ITEMS, PERSONA } from "./support/hundred.mjs";
import { assertAccessible } from "./support/look.mjs";
import { assertNoSideways } from "./support/measure.mjs";
import { Screen, assertNothingPreset } from "./support/screens.mjs";

/** Presses an answer to every datum, from top to bottom, in one go: there are hundreds. */
const press = (page, answers) => page.locator("samenspraak-widget").evaluate((widget, answers) => {
  const rows = [...widget.shadowRoot.querySelectorAll("fieldset")];
  rows.forEach((row, index) => row.querySelector(`[value=${answers[index]}]`).click());
}, answers);

journey("a request of a hundred items can be answered and confirmed", async ({ server, arrive }) => {
  const request = await askHundred(server);
  const asked = request.items.flatMap((item) => item.personalData.map(({ dataType }) => dataType.id));
  const items = request.items.flatMap((item) => item.personalData.map(() => item.id));
  const noor = await arrive({ persona: PERSONA });
  const screen = new Screen(noor);
  await noor.open();
  await noor.page.getByRole("button", { name: request.title.nl }).click();
  await screen.asks();
  assert.equal(await screen.questions.count(), ITEMS);
  await assertNothingPreset(screen);
  await assertAccessible(noor.page, "a hundred questions");
  await assertNoSideways(noor.page, "a hundred questions");

  // No to every third, so that most items are shared in part.
  const answers = asked.map((_, index) => (index % 3 === 2 ? "no" : "yes"));
  await press(noor.page, answers);
  const yes = asked.filter((_, index) => answers[index] === "yes");
  const totals = noor.page.locator(".ss-totals dd");
  await totals.filter({ hasText: new RegExp(`^${yes.length}$`) }).waitFor();
  assert.deepEqual(await totals.allTextContents(), [yes.length, asked.length - yes.length, 0].map(String));
  await assertAccessible(noor.page, "a hundred answers");
  await noor.page.reload();
  await screen.asks();
  assert.deepEqual(await screen.checked(), answers.flatMap((answer) => [answer === "yes", answer === "no"]));

  await screen.goOn();
  // What is shared of an item and what is not are two lines.
  const lines = new Set(items.map((item, index) => `${item} ${answers[index]}`));
  assert.equal(await noor.page.locator(".ss-check > li").count(), lines.size);
  await assertAccessible(noor.page, "a hundred answers to check");
  await screen.confirm();
  await screen.done();
  await assertAccessible(noor.page, "a hundred answers given");
  const api = await server.signIn(PERSONA);
  assert.equal((await assertStoredOnce(api)).length, ITEMS);
  const given = (await api.records()).flatMap((record) => record.events)
    .filter((event) => event.type === "given").flatMap((event) => event.dataTypes);
  assert.deepEqual(given.toSorted(), yes.toSorted());
});
