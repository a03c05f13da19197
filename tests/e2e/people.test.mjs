// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// By keyboard alone, by ear, on a small screen, magnified, with other spacing and
// other colours (WCAG 2.2 AA, EN 301 549).

import assert from "node:assert/strict";
import { assertStoredOnce } from "./support/api.mjs";
import { journey } from "./support/browser.mjs";
import { assertHeadingHasFocus, focused, pressByKey, tabTo } from "./support/focus.mjs";
import { assertAccessible } from "./support/look.mjs";
import { TEXT_SPACING, assertNoSideways, assertNothingClipped, assertTargets, moving, overlay } from "./support/measure.mjs";
import { Screen } from "./support/screens.mjs";

const PERSONA = "noor-de-wit";

async function opened(arrive, settings = {}) {
  const noor = await arrive({ persona: PERSONA, ...settings });
  const screen = new Screen(noor);
  await noor.open();
  await screen.asks();
  return { noor, page: noor.page, screen };
}

// The same check on every screen of the journey.
async function onEveryScreen({ page, screen }, check) {
  await check("choosing");
  await screen.press("choose.onward");
  await screen.stands("choose.missing");
  await check("unanswered");
  await screen.press("picture.as-table");
  await screen.answer((index) => (index % 2 ? "no" : "yes"));
  for (const more of await page.locator("summary").all()) await more.click();
  await check("everything unfolded");
  await screen.goOn();
  await check("checking");
  await screen.confirm();
  await screen.done();
  await check("done");
  await screen.press("done.receipt");
  await screen.stands("receipt.title");
  await check("receipt");
  await screen.toConsents();
  await check("consents");
}

journey("the whole journey by keyboard alone", async ({ server, arrive }) => {
  const { page, screen } = await opened(arrive);
  const rows = await screen.data().count();
  for (let row = 0; row < rows; row++) {
    // Tab enters a group of two; the arrows choose; Tab leaves it.
    await tabTo(page, (now) => now.type === "radio", `question ${row + 1}`);
    await page.keyboard.press("Space");
    assert.equal((await focused(page)).checked, true);
    if (row === 1) await page.keyboard.press("ArrowRight");
  }
  assert.deepEqual(await screen.checked(), Array.from({ length: rows }, (_, row) => (row === 1 ? [false, true] : [true, false])).flat());
  await pressByKey(page, screen.say("choose.onward"));
  await screen.stands("check.title");
  await pressByKey(page, screen.say("action.confirm"));
  await screen.done();
  await pressByKey(page, screen.say("done.receipt"));
  await screen.stands("receipt.title");
  const lines = await assertStoredOnce(await server.signIn(PERSONA));
  assert.ok(lines.some((line) => line.type === "given"));
});

journey("the focus goes to each new heading, and never on the first load", async ({ arrive }) => {
  const { page, screen } = await opened(arrive);
  assert.equal((await focused(page)).tag, "body", "who did nothing is not moved");
  await screen.answer();
  await screen.goOn();
  await assertHeadingHasFocus(page, screen.say("check.title"));
  await screen.press("action.back");
  await screen.asks();
  await assertHeadingHasFocus(page);
  await screen.goOn();
  await screen.confirm();
  await screen.done();
  await assertHeadingHasFocus(page, screen.say("done.title"));
  await screen.toConsents();
  await assertHeadingHasFocus(page, screen.say("consents.title"));
});

journey("change on the check page leads back to that very question", async ({ arrive }) => {
  const { page, screen } = await opened(arrive);
  await screen.answer();
  await screen.goOn();
  await page.getByRole("button", { name: screen.sayIn("check.change") }).last().click();
  await screen.asks();
  const second = await screen.questions.last().getByRole("heading", { level: 2 }).textContent();
  await assertHeadingHasFocus(page);
  assert.equal((await focused(page)).name, second);
});

journey("the error summary takes the focus and leads to what is missing", async ({ arrive }) => {
  const { page, screen } = await opened(arrive);
  await screen.press("choose.onward");
  await screen.stands("choose.missing");
  assert.equal((await focused(page)).role, "alert");
  await page.getByRole("alert").getByRole("button").last().click();
  const now = await focused(page);
  assert.equal(now.type, "radio");
  const last = screen.data().last();
  assert.equal(now.name, await screen.yes(last).getAttribute("aria-label"));
  // Pressing on again tells it again.
  await screen.press("choose.onward");
  assert.equal((await focused(page)).role, "alert");
});

journey("one polite live region says what changed", async ({ arrive }) => {
  const { page, screen } = await opened(arrive);
  const live = page.locator(".samenspraak").getByRole("status");
  assert.equal(await live.count(), 1);
  for (const [press, heard] of [["later.do", "later.note"], ["later.undo", "later.undone"]]) {
    await screen.press(press);
    await live.filter({ hasText: screen.say(heard) }).waitFor();
  }
});

journey("every control says which data, which parties and what for", async ({ server, arrive }) => {
  const { screen } = await opened(arrive);
  const request = await (await server.signIn(PERSONA)).openRequest();
  const rows = await screen.data().all();
  const data = request.items.flatMap((item) => item.personalData.map(({ dataType }) => [item, dataType]));
  for (const [index, [item, dataType]] of data.entries()) {
    const [source, recipient, purpose] = [item.source, item.recipient, item.purpose].map((it) => it.inSentence.nl);
    const named = { data: dataType.name.nl, source, recipient, purpose };
    for (const word of ["yes", "no"]) {
      await rows[index].getByRole("radio", { name: screen.say(`spoken.${word}`, named) }).waitFor();
    }
  }
});

const SIZES = { "320 pixels wide": { width: 320, height: 640 }, "magnified to 400 %": { width: 320, height: 256 } };

for (const [what, viewport] of Object.entries(SIZES)) {
  journey(`${what}: nothing scrolls sideways, nothing is cut off`, async ({ arrive }) => {
    const it = await opened(arrive, { viewport });
    await onEveryScreen(it, async (where) => {
      await assertNoSideways(it.page, where);
      await assertNothingClipped(it.page, where);
      await assertTargets(it.page, where);
    });
  });
}

journey("with a person's own text spacing nothing is cut off", async ({ arrive }) => {
  const it = await opened(arrive, { viewport: { width: 390, height: 844 } });
  await overlay(it.page, TEXT_SPACING);
  await onEveryScreen(it, async (where) => {
    await assertNoSideways(it.page, where);
    await assertNothingClipped(it.page, where);
  });
});

journey("every target is large enough on a desk too", async ({ arrive }) => {
  const it = await opened(arrive);
  await onEveryScreen(it, (where) => assertTargets(it.page, where));
});

journey("in forced colours an answer is visible, and so is which one is chosen", async ({ arrive }) => {
  const it = await opened(arrive, { forcedColors: "active" });
  const row = it.screen.data().first();
  const [yes, no] = [it.screen.yes(row), it.screen.no(row)];
  const border = await yes.evaluate((input) => getComputedStyle(input).borderTopWidth);
  assert.ok(Number.parseFloat(border) > 0, "what is chosen has a border of its own, not only a colour");
  const picture = async (radio) => {
    await it.page.mouse.move(0, 0);
    return radio.screenshot();
  };
  const before = [await picture(yes), await picture(no)];
  await yes.check();
  assert.ok(!before[0].equals(await picture(yes)), "chosen looks different");
  assert.ok(before[1].equals(await picture(no)), "the other one does not");
  await onEveryScreen(it, (where) => assertAccessible(it.page, `forced colours, ${where}`));
});

journey("who asks for less motion gets none", async ({ arrive }) => {
  for (const [reducedMotion, expected] of [["no-preference", true], ["reduce", false]]) {
    const noor = await arrive({ persona: PERSONA, reducedMotion });
    let held = [];
    await noor.page.route("**/v1/**", (route) => (held ? held.push(route) : route.continue()));
    await noor.open();
    await new Screen(noor).says("loading");
    assert.equal(await moving(noor.page), expected, reducedMotion);
    const waiting = held;
    held = null;
    await Promise.all(waiting.map((route) => route.continue()));
    await new Screen(noor).asks();
  }
});
