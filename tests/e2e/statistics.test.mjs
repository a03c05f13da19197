// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Figures for the council (N1), and what was withheld until somebody looks again (H4).

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { atDesk, HANDLER, inDays } from "./support/desk.mjs";
import { assertHeadingHasFocus, pressByKey } from "./support/focus.mjs";
import { hostPage, widget } from "./support/host.mjs";
import { look } from "./support/look.mjs";
import { assertNoSideways } from "./support/measure.mjs";
import { Screen } from "./support/screens.mjs";
import { saysIn } from "./support/words.mjs";

const WITHHELD = "/v1/disclosures?confidentiality=withheld";
const FIGURES = "**/v1/statistics?*";

// The tables of the server, with figures in them; some stay hidden.
async function filled(server) {
  const figures = await (await server.signIn(HANDLER)).get("/v1/statistics?period=2026-Q3");
  for (const [number, table] of figures.tables.entries()) {
    for (const [index, row] of [...table.rows, ...(table.totals ? [table.totals] : [])].entries()) {
      const cells = [...row.cells, ...(row.total ? [row.total] : [])];
      cells.forEach((cell, place) => { if ((index + place) % 4 !== 3) cell.count = 12 + 9 * index + 5 * place + number; });
    }
  }
  return figures;
}

async function atFigures(server, arrive, settings) {
  const desk = await atDesk(arrive, settings);
  const figures = await filled(server);
  await desk.visitor.context.route(FIGURES, (route) => route.fulfill({ json: figures }));
  await desk.page.getByRole("navigation").getByRole("button", { name: desk.screen.say("statistics.title") }).click();
  await desk.screen.stands("figures.table.outcomes");
  return { desk, figures };
}

journey("every table says what the server says, and what is hidden stays hidden", async ({ server, arrive }) => {
  const { desk, figures } = await atFigures(server, arrive);
  for (const table of figures.tables) {
    const name = desk.screen.say(`figures.table.${table.id}`);
    const shown = desk.page.getByRole("table", { name });
    const rows = await shown.locator("tbody tr").all();
    assert.equal(rows.length, table.rows.length);
    for (const [index, row] of table.rows.entries()) {
      const cells = [...row.cells, ...(row.total ? [row.total] : [])];
      const words = await rows[index].getByRole("cell").allInnerTexts();
      cells.forEach((cell, place) =>
        assert.match(words[place], cell.count === undefined ? desk.screen.say("figures.hidden") : new RegExp(`^${cell.count}$`)));
    }
  }
  await desk.page.getByText(desk.screen.sayIn("figures.hidden.why", { n: figures.minimumCell })).waitFor();
  await look(desk.visitor, "statistics");
  await desk.page.setViewportSize({ width: 320, height: 640 });
  await assertNoSideways(desk.page, "the figures");
});

journey("in English too", async ({ server, arrive }) => {
  const { desk } = await atFigures(server, arrive, { locale: "en" });
  await look(desk.visitor, "statistics");
});

journey("only quarters that have ended can be chosen, and the focus stays on the choice", async ({ arrive }) => {
  const desk = await atDesk(arrive);
  await desk.page.getByRole("navigation").getByRole("button", { name: desk.screen.say("statistics.title") }).click();
  const choice = desk.page.getByRole("combobox", { name: desk.screen.say("figures.choose") });
  await choice.waitFor();
  await assertHeadingHasFocus(desk.page, desk.screen.say("statistics.title"));
  const quarters = await choice.locator("option").evaluateAll((options) => options.map((option) => option.value));
  const now = new Date();
  const running = `${now.getFullYear()}-Q${Math.floor(now.getMonth() / 3) + 1}`;
  assert.ok(quarters.length === 8 && !quarters.includes(running));
  await choice.focus();
  const asked = desk.page.waitForRequest((request) => request.url().endsWith(`statistics?period=${quarters[2]}`));
  await choice.selectOption(quarters[2]);
  await asked;
  await desk.screen.stands("figures.table.consents");
  assert.equal(await desk.page.evaluate(() => document.activeElement.shadowRoot.activeElement.id), "ss-quarter");
});

// A coordinator or officer, where they begin.
async function atWithheld(arrive, persona) {
  const visitor = await arrive({ persona });
  const screen = new Screen(visitor);
  await visitor.open(await hostPage(visitor, widget('view="handler"'), { theme: "ma-theme" }));
  if (persona === "eva-smit") await screen.press("withheld.view");
  await screen.stands("withheld.title");
  return { visitor, screen, page: visitor.page };
}

journey("what must be looked at again first stands on top, and what is overdue says so", async ({ server, arrive }) => {
  const karim = await server.signIn("karim-haddad");
  const { items } = await karim.get(WITHHELD);
  assert.ok(items.length > 0, "the demonstration withholds something");
  const { screen, page, visitor } = await atWithheld(arrive, "karim-haddad");
  await page.getByRole("listitem").filter({ has: screen.button("withheld.spoken") }).first().waitFor();
  const days = items.map((line) => line.withholding.reviewDate);
  assert.deepEqual(days, [...days].sort(), "the server gives the earliest first");
  assert.equal(await page.getByRole("heading", { level: 2 }).count(), items.length);
  assert.equal(await page.getByRole("navigation").getByRole("button", { name: screen.say("desk.title") }).count(), 0);
  await look(visitor, "withheld");
});

journey("postponed by keyboard with a new day, then released; the person sees it only then", async ({ server, arrive }) => {
  const karim = await server.signIn("karim-haddad");
  const [line] = (await karim.get(WITHHELD)).items;
  const person = await server.signIn(line.subject.id);
  const sees = async () => (await person.all("/v1/disclosures")).some((it) => it.id === line.id);
  const { screen, page, visitor } = await atWithheld(arrive, "eva-smit");
  await pressByKey(page, saysIn("nl", "withheld.postpone"));
  await assertHeadingHasFocus(page, screen.sayIn("withheld.ask-title.review-postponed"));
  await look(visitor, "withheld-postpone");
  await screen.press("withheld.ask-yes.review-postponed");
  await screen.says("withheld.day.wrong");
  await page.getByLabel(screen.say("withheld.day")).fill(inDays(30));
  await screen.press("withheld.ask-yes.review-postponed");
  await page.getByRole("status").filter({ hasText: screen.sayIn("withheld.did-postpone") }).waitFor();
  const after = (await karim.get(WITHHELD)).items.find((it) => it.id === line.id);
  assert.equal(after.withholding.reviewDate, inDays(30));
  assert.equal(await sees(), false);

  const name = screen.sayIn("withheld.spoken", { name: line.subject.displayName });
  await page.getByRole("button", { name }).filter({ hasText: screen.sayIn("withheld.release") }).last().click();
  await screen.press("withheld.ask-yes.released");
  await page.getByRole("status").filter({ hasText: screen.sayIn("withheld.did-release") }).waitFor();
  assert.equal(await sees(), true);
});

journey("a complaint handler is not offered what is withheld, and would not get it", async ({ server, arrive }) => {
  const desk = await atDesk(arrive);
  assert.equal(await desk.page.getByRole("navigation").getByRole("button", { name: desk.screen.say("withheld.view") }).count(), 0);
  assert.equal((await (await server.signIn(HANDLER)).send("GET", WITHHELD)).status, 403);
});
