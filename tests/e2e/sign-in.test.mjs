// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The municipality's page of the demonstration: who comes in sees nothing, signs
// in as somebody, and leaves nothing for the next person.

import assert from "node:assert/strict";
import { assertNothingStored, assertStoredOnce } from "./support/api.mjs";
import { journey } from "./support/browser.mjs";
import { leftBehind, look } from "./support/look.mjs";
import { Screen, assertNothingPreset } from "./support/screens.mjs";

const form = (page) => page.locator("#demo");

async function signIn(page, name) {
  const people = form(page).getByRole("combobox");
  const option = people.getByRole("option", { name, includeHidden: true });
  await option.waitFor({ state: "attached" });
  await people.selectOption(await option.getAttribute("value"));
  await form(page).getByRole("button").click();
  await form(page).getByRole("status").filter({ hasText: name }).waitFor();
}

journey("nobody is signed in: the widget says so, and then asks who signs in", async ({ server, arrive }) => {
  const visitor = await arrive();
  const screen = new Screen(visitor);
  await visitor.open();
  await screen.stands("signed-out.title");
  await look(visitor, "signed-out");
  await signIn(visitor.page, "Ria Bakker");
  await screen.asks();
  await visitor.page.getByText(screen.say("shell.signed-in", { name: "Ria Bakker" })).waitFor();
  await screen.decide();
  await assertStoredOnce(await server.signIn("ria-bakker"));
});

journey("the next person on the same screen finds nothing of the one before", async ({ server, arrive }) => {
  const visitor = await arrive();
  const screen = new Screen(visitor);
  await visitor.open();
  await signIn(visitor.page, "Sem Kuipers");
  await screen.answer(() => "no");
  assert.equal((await leftBehind(visitor.page)).session.length, 1);
  // His mother must answer the very same question.
  await signIn(visitor.page, "Anouk Kuipers");
  await visitor.page.getByText(screen.say("shell.signed-in", { name: "Anouk Kuipers" })).waitFor();
  await screen.asks();
  await assertNothingPreset(screen);
  assert.doesNotMatch((await leftBehind(visitor.page)).session.join(), /sem-kuipers/);
  await screen.decide(() => "yes");
  await assertStoredOnce(await server.signIn("anouk-kuipers"));
  await assertNothingStored(await server.signIn("sem-kuipers"));
});
