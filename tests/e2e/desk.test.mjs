// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The handler's queue: one for all tracks, what is due first on top (J7).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { journey } from "./support/browser.mjs";
import { addresses, atDesk, CITIZEN, file, HANDLER } from "./support/desk.mjs";
import { assertHeadingHasFocus, focused, tabTo } from "./support/focus.mjs";
import { assertNothingLeft, look } from "./support/look.mjs";
import { assertNothingClipped, assertNoSideways, assertTargets, overlay, TEXT_SPACING } from "./support/measure.mjs";
import { hostPage, widget } from "./support/host.mjs";
import { Screen } from "./support/screens.mjs";
import { saysIn } from "./support/words.mjs";

const NEXT = "**/v1/filings?*cursor=*";

async function queue(api, status = "open") {
  return api.get(`/v1/filings?status=${status}&pageSize=1000`).then((page) => page.items);
}

journey("what is due first stands on top, with how long that still is", async ({ server, arrive }) => {
  const desk = await atDesk(arrive);
  const expected = await queue(await server.signIn(HANDLER));
  await desk.row(expected.at(-1).reference).waitFor();
  assert.deepEqual(await desk.references(), expected.map((line) => line.reference));
  const standings = expected.map((line) => line.deadline.standing);
  const missed = standings.filter((standing) => standing === "missed").length;
  const soon = standings.filter((standing) => standing === "approaching").length;
  assert.ok(missed > 0 && soon > 0, "the demonstration has something that presses");
  const headline = await desk.page.getByText(desk.screen.sayIn("desk.cases.other", { n: expected.length })).first().innerText();
  assert.match(headline, desk.screen.sayIn("desk.soon.one", { n: soon }));
  assert.match(headline, desk.screen.sayIn("desk.too-late.one", { n: missed }));
  const late = desk.row(expected[standings.indexOf("missed")].reference);
  assert.match(await late.innerText(), saysIn("nl", "desk.late.other"), "in words, not in colour alone");
  await look(desk.visitor, "desk");
});

journey("in English, on a narrow screen and with wide spacing too", async ({ arrive }) => {
  const desk = await atDesk(arrive, { locale: "en" });
  await desk.rows.first().waitFor();
  await look(desk.visitor, "desk");
  await desk.page.setViewportSize({ width: 320, height: 640 });
  await assertNoSideways(desk.page, "the desk");
  await assertTargets(desk.page, "the desk");
  await overlay(desk.page, TEXT_SPACING);
  await assertNoSideways(desk.page, "the desk with wide spacing");
  await assertNothingClipped(desk.page, "the desk with wide spacing");
});

journey("a chip shows exactly as many as it says", async ({ arrive }) => {
  const desk = await atDesk(arrive);
  await desk.rows.first().waitFor();
  const groups = [desk.screen.say("desk.group"), desk.screen.say("desk.pressing")];
  for (const name of groups) {
    const chips = desk.page.getByRole("group", { name }).getByRole("button");
    for (const chip of await chips.all()) {
      const number = Number(/\d+$/.exec(await chip.innerText())[0]);
      await chip.click();
      assert.equal(await chip.getAttribute("aria-pressed"), "true");
      await desk.page.waitForFunction((number) => {
        const widget = document.querySelector("samenspraak-widget").shadowRoot;
        return widget.querySelectorAll("tr[data-standing]").length === number;
      }, number);
    }
    await chips.first().click();
  }
});

journey("a search finds numbers and names, is told to who listens, and leaves no trace", async ({ server, arrive }) => {
  const [first, ...rest] = await queue(await server.signIn(HANDLER));
  const desk = await atDesk(arrive);
  await desk.row(first.reference).waitFor();
  const asked = [];
  desk.page.on("request", (request) => asked.push(request.url()));
  const field = desk.page.getByRole("searchbox");
  await field.fill(first.reference.replaceAll("-", "").toLowerCase());
  await desk.row(rest.find((line) => line.reference !== first.reference).reference).waitFor({ state: "detached" });
  assert.deepEqual(await desk.references(), [first.reference]);
  await desk.page.getByRole("status").filter({ hasText: saysIn("nl", "desk.found.one", { n: 1 }) }).waitFor();
  const name = first.subject.displayName;
  await field.fill(name.toLowerCase());
  await desk.row(first.reference).waitFor();
  for (const text of await desk.rows.allInnerTexts()) assert.match(text, new RegExp(name));
  await field.fill("zzz");
  await desk.screen.says("desk.none-here");
  await look(desk.visitor, "desk-nothing");
  assert.ok(!(await addresses(desk.page)).includes("zzz"));
  assert.deepEqual(asked, [], "nothing was asked of the server");
  await assertNothingLeft(desk.page);
});

journey("a case and back: the same place, the same filter, the focus on that line", async ({ server, arrive }) => {
  const noor = await server.signIn(CITIZEN);
  for (let count = 0; count < 25; count++) await file.request(noor);
  const desk = await atDesk(arrive);
  await desk.page.getByRole("group", { name: desk.screen.say("desk.group") })
    .getByRole("button", { name: saysIn("nl", "desk.group.request") }).click();
  const last = desk.rows.last();
  await desk.rows.nth(12).scrollIntoViewIfNeeded();
  const reference = (await desk.references())[12];
  await desk.row(reference).getByRole("button").scrollIntoViewIfNeeded();
  const before = await desk.page.evaluate(() => scrollY);
  assert.ok(before > 0, "it is below the fold");
  await desk.row(reference).getByRole("button").press("Enter");
  await desk.screen.stands("case.filed");
  await assertHeadingHasFocus(desk.page);
  await last.waitFor({ state: "hidden" });
  for (const back of [() => desk.screen.press("desk.back"), () => desk.page.goBack()]) {
    await back();
    await desk.row(reference).waitFor();
    await desk.page.waitForFunction((height) => Math.abs(scrollY - height) < 3, before);
    assert.match((await focused(desk.page)).name, saysIn("nl", "case.kind.erasure"));
    const row = await desk.page.evaluate(() => document.activeElement.shadowRoot.activeElement.closest("tr").textContent);
    assert.ok(row.includes(reference));
    assert.equal(await desk.page.locator("[aria-pressed=true][data-word=request]").count(), 1);
    await desk.page.keyboard.press("Enter");
    await desk.screen.stands("case.filed");
  }
});

journey("by keyboard alone: from line to line, into a case and back", async ({ arrive }) => {
  const desk = await atDesk(arrive);
  await desk.rows.nth(3).waitFor();
  const kinds = await desk.rows.getByRole("button").allInnerTexts();
  await tabTo(desk.page, (now) => now.name === kinds[0], "the first line");
  await desk.page.keyboard.press("ArrowDown");
  assert.equal((await focused(desk.page)).name, kinds[1]);
  await desk.page.keyboard.press("End");
  assert.equal((await focused(desk.page)).name, kinds.at(-1));
  await desk.page.keyboard.press("Home");
  await desk.page.keyboard.press("Enter");
  await desk.screen.stands("case.filed");
  await assertHeadingHasFocus(desk.page);
});

// A queue as long as the test wants it, in pages as the server gives them.
async function long(desk, server, total) {
  const api = await server.signIn(HANDLER);
  const [line] = await queue(api);
  const asked = [];
  await desk.context.route("**/v1/filings?*", async (route) => {
    const url = new URL(route.request().url());
    const [from, size] = [Number(url.searchParams.get("cursor") ?? 0), Number(url.searchParams.get("pageSize"))];
    asked.push(size);
    const items = Array.from({ length: Math.min(size, total - from) }, (_, index) => ({
      ...line, id: `01a00000-0000-7000-8000-${String(from + index).padStart(12, "0")}`,
      reference: `2026-AAAAA-${String(from + index).padStart(5, "0")}`,
    }));
    const nextCursor = from + size < total ? String(from + size) : undefined;
    await route.fulfill({ json: { items, nextCursor } });
  });
  return asked;
}

journey("ten thousand lines: only those in view are drawn, and who listens hears which they are", async ({ server, arrive }) => {
  const samira = await arrive();
  const asked = await long(samira, server, 12_000);
  const desk = await atDesk(async () => { await samira.signIn(HANDLER); return samira; });
  await desk.screen.says("desk.too-many");
  assert.deepEqual([asked[0], Math.max(...asked), asked.reduce((sum, size) => sum + size)], [100, 1_000, 10_000]);
  const table = desk.page.getByRole("table");
  assert.equal(await table.getAttribute("aria-rowcount"), "10001");
  assert.ok(await desk.rows.count() < 100);
  await desk.rows.first().getByRole("button").focus();
  await desk.page.keyboard.press("End");
  await desk.row("2026-AAAAA-09999").waitFor();
  assert.equal(await desk.row("2026-AAAAA-09999").getAttribute("aria-rowindex"), "10001");
  assert.ok(await desk.rows.count() < 100);
  // The focus stays where it was, however far the page is scrolled by hand.
  await desk.page.evaluate(() => scrollTo(0, 0));
  await desk.row("2026-AAAAA-00000").waitFor();
  const at = () => desk.page.evaluate(() => document.activeElement.shadowRoot.activeElement?.closest("tr")?.textContent ?? "");
  assert.ok((await at()).includes("2026-AAAAA-09999"), "the line with the focus is never taken away");
  await desk.page.keyboard.press("ArrowUp");
  assert.ok((await at()).includes("2026-AAAAA-09998"));
  await desk.page.getByRole("searchbox").fill("05123");
  await desk.row("2026-AAAAA-05123").waitFor();
  assert.equal(await desk.rows.count(), 1);
});

journey("the first page stands while the rest is on its way, and a rest that is lost is said so", async ({ server, arrive }) => {
  const samira = await arrive();
  await long(samira, server, 300);
  let release;
  const released = new Promise((done) => { release = done; });
  await samira.context.route(NEXT, async (route) => {
    await released;
    await route.fulfill({ status: 500, json: {} });
  });
  const desk = await atDesk(async () => { await samira.signIn(HANDLER); return samira; });
  await desk.row("2026-AAAAA-00000").waitFor();
  await desk.screen.says("desk.reading");
  release();
  await desk.screen.says("desk.lost");
  await desk.row("2026-AAAAA-00000").waitFor();
});

journey("refreshing keeps the place; open and closed are told apart", async ({ server, arrive }) => {
  const noor = await server.signIn(CITIZEN);
  const desk = await atDesk(arrive);
  await desk.rows.first().waitFor();
  const filed = await file.complaint(noor);
  const refresh = desk.screen.button("desk.refresh");
  await refresh.click();
  await desk.row(filed.reference).waitFor();
  assert.match((await focused(desk.page)).name, desk.screen.say("desk.refresh"));
  await desk.screen.press("desk.which.closed");
  await desk.row(filed.reference).waitFor({ state: "detached" });
  const closed = await queue(await server.signIn(HANDLER), "closed");
  await desk.row(closed[0].reference).waitFor();
  assert.match((await focused(desk.page)).name, desk.screen.say("desk.which.closed"));
  await look(desk.visitor, "desk-closed");
});

journey("the list is saved as a spreadsheet, without names", async ({ arrive }) => {
  const desk = await atDesk(arrive);
  await desk.rows.first().waitFor();
  const saving = desk.page.waitForEvent("download");
  await desk.screen.press("desk.save");
  const file = await saving;
  assert.match(file.suggestedFilename(), /\.csv$/);
  const text = await readFile(await file.path(), "utf8");
  for (const reference of await desk.references()) assert.ok(text.includes(reference));
});

journey("another municipality's handler sees nothing of it; who has no part in it is told so", async ({ server, arrive }) => {
  const known = (await queue(await server.signIn(HANDLER))).map((line) => line.reference);
  const ilse = await atDesk(arrive, { persona: "ilse-nijhuis" });
  await ilse.screen.button("desk.refresh").waitFor();
  for (const reference of await ilse.references()) assert.ok(!known.includes(reference));
  const petra = await arrive({ persona: "petra-willems" });
  const screen = new Screen(petra);
  await petra.open(await hostPage(petra, widget('view="handler"'), { theme: "ma-theme" }));
  await screen.stands("desk.not-allowed.title");
  assert.equal(await petra.page.getByRole("row").count(), 0);
  await petra.signOut();
  await petra.page.reload();
  await screen.stands("desk.signed-out.title");
});
