// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What follows a no: the person reads it above what happened, with the reasons, how it
// was decided and what she can do about it (group G).

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { assertHeadingHasFocus } from "./support/focus.mjs";
import { look } from "./support/look.mjs";
import { assertNoSideways, assertTargets } from "./support/measure.mjs";
import { Screen } from "./support/screens.mjs";

const NOOR = "noor-de-wit";
const LOTTE = "lotte-visser";
const TODAY = () => new Date().toLocaleDateString("sv", { timeZone: "Europe/Amsterdam" });

const placeOf = (page) => page.evaluate(() => Object.values(history.state).at(-1));

// Noor says no to everything, and Lotte records what follows.
async function refuse(server, more = {}) {
  const [noor, lotte] = [await server.signIn(NOOR), await server.signIn(LOTTE)];
  const request = await noor.openRequest();
  await noor.decide(request, () => "no");
  return lotte.post("/v1/refusal-outcomes", {
    consentRequestId: request.id,
    itemIds: request.items.filter((item) => item.kind === "consent").map((item) => item.id),
    type: "limited",
    stops: "De thuiszorg hoort niets over uw medicijnen.",
    continues: "De hulp in huis begint gewoon.",
    alternatives: "U kunt het zelf vertellen.",
    explainedOn: TODAY(),
    consultation: {
      colleague: { id: "karim-haddad", displayName: "Karim Haddad" },
      function: "gedragswetenschapper",
      date: TODAY(),
      anonymised: true,
    },
    rationale: "De hulp kan zonder deze gegevens.\nDaarom delen wij ze niet.",
    informedOn: TODAY(),
    ...more,
  });
}

// At what happened, by the way a person goes.
async function atHappened(arrive, locale = "nl") {
  const visitor = await arrive({ persona: NOOR, locale });
  const screen = new Screen(visitor);
  await visitor.open();
  await screen.press("shell.happened");
  await screen.stands("happened.title");
  return { visitor, screen, page: visitor.page };
}

for (const locale of ["nl", "en"]) {
  journey(`she reads what follows her no, in ${locale}`, async ({ server, arrive }) => {
    const outcome = await refuse(server);
    const { visitor, screen, page } = await atHappened(arrive, locale);
    await screen.stands("refused.title");
    await screen.stands("refused.type.limited");
    for (const words of [outcome.stops, outcome.continues, outcome.alternatives, "Daarom delen wij ze niet."]) {
      await page.getByText(words).waitFor();
    }
    await page.getByText(screen.say("refused.how")).click();
    await page.getByText(screen.sayIn("refused.hidden")).waitFor();
    await page.getByText("gedragswetenschapper").waitFor();
    const shown = await page.locator(".samenspraak").innerText();
    assert.ok(!/Karim|Haddad/.test(shown), "a function, and no name");
    await assertNoSideways(page);
    await assertTargets(page);
    await look(visitor, "refused");
  });
}

journey("from there she disagrees, complains, looks back at the question and keeps the letter", async ({ server, arrive }) => {
  const outcome = await refuse(server);
  const { screen, page } = await atHappened(arrive);
  const door = (key) => page.getByRole("button", { name: screen.sayIn(key) }).and(page.locator("[aria-label*='De hulp gaat door']"));
  const record = outcome.consentRecordIds[0];
  for (const [key, place] of [
    ["happened.object", `door/consent-record/${record}`],
    ["refused.complain", `door/consent-record/${record}/complaint`],
    ["refused.request", `request/${outcome.consentRequestId}`],
  ]) {
    await door(key).click();
    await assertHeadingHasFocus(page);
    assert.equal(await placeOf(page), place);
    await page.goBack();
    await screen.stands("refused.title");
  }
  const [download] = await Promise.all([page.waitForEvent("download"), screen.press("filing.letter")]);
  assert.match(download.suggestedFilename(), /\.pdf$/);
});

journey("who never said no reads nothing about it", async ({ arrive }) => {
  const { screen } = await atHappened(arrive);
  assert.equal(await screen.heading("refused.title").count(), 0);
});
