// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What happened with my data, and who has what: told as it was, the last first, and
// each line with what the person may do about it (groups H and I, J1).

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { lineOf, record, release, withheldFor } from "./support/disclosures.mjs";
import { assertHeadingHasFocus, focused, pressByKey } from "./support/focus.mjs";
import { assertAccessible, look } from "./support/look.mjs";
import { assertNoSideways, assertNothingClipped, assertTargets, overlay, TEXT_SPACING } from "./support/measure.mjs";
import { Screen } from "./support/screens.mjs";

const FATMA = "fatma-kaya";
const NOOR = "noor-de-wit";
const LOTTE = "lotte-visser";
const LINES = "**/v1/disclosures*";
const PAGE = 20;

// A row out of view is not painted, and has no `innerText`; on a picture for people it must be.
const PAINTED = ".ss-event { content-visibility: visible !important; }";

const me = async (api) => (await api.get("/v1/configuration")).signedIn.person;
const rows = (page) => page.locator(".ss-event");
const row = (page, words) => rows(page).filter({ hasText: words });
const inPast = (page) => page.locator(".ss-past .ss-event");
// Where the person is, as the history of the browser remembers it.
const placeOf = (page) => page.evaluate(() => Object.values(history.state).at(-1));
const said = (page) => page.locator(".samenspraak > [role=status]").innerText();

// At the time line, by the way a person goes.
async function atTimeLine(arrive, persona = FATMA, settings = {}) {
  const visitor = await arrive({ persona, ...settings });
  const screen = new Screen(visitor);
  await visitor.open();
  await screen.press("shell.happened");
  await screen.stands("happened.title");
  await rows(visitor.page).first().waitFor();
  return { visitor, screen, page: visitor.page };
}

const filter = (screen, kind) => screen.button(`happened.filter.${kind}`);

// Presses a filter and waits for what is said about it.
async function choose(screen, kind) {
  await filter(screen, kind).click();
  const which = screen.sayIn(`happened.filter.${kind}`);
  await screen.page.locator(".samenspraak > [role=status]").filter({ hasText: which }).waitFor();
}

for (const locale of ["nl", "en"]) {
  journey(`the time line tells what happened, the last first, in ${locale}`, async ({ server, arrive }) => {
    const api = await server.signIn(FATMA);
    const stored = await api.all("/v1/disclosures");
    const { visitor, screen, page } = await atTimeLine(arrive, FATMA, { locale });
    await screen.says("holdings.picture");
    assert.equal(await rows(page).count(), stored.length, "every line once");
    const times = await page.locator(".ss-past time").evaluateAll((all) => all.map((it) => it.dateTime));
    assert.deepEqual(times, [...times].sort().reverse());
    assert.equal(new Set(await page.locator(".ss-month").allInnerTexts()).size, await page.locator(".ss-month").count());
    for (const line of stored) {
      const sentence = locale === "nl" ? line.sender.inSentence.nl : line.sender.inSentence.en;
      await row(page, new RegExp(sentence, "i")).first().waitFor();
    }
    const buttons = await page.locator(".ss-event-doors").getByRole("button").evaluateAll((all) => all.map((it) => it.ariaLabel));
    assert.equal(new Set(buttons).size, buttons.length, "each name says which line");
    await overlay(page, PAINTED);
    await look(visitor, "happened");
    assert.equal(await page.getByText(screen.say("loading")).count(), 0, "nothing is on its way any more");
  });
}

journey("a line says with which consent, and leads to it; what nobody allowed is said plainly", async ({ arrive }) => {
  const { visitor, screen, page } = await atTimeLine(arrive);
  const uncovered = row(page, screen.sayIn("happened.ground.uncovered"));
  assert.equal(await uncovered.count(), 1);
  await uncovered.getByText(screen.say("happened.uncovered")).waitFor();
  for (const key of ["happened.why", "happened.correct", "happened.object"]) {
    await uncovered.getByText(screen.say(key)).waitFor();
  }
  await uncovered.getByText(screen.say("happened.more-about")).click();
  await uncovered.getByText(screen.say("happened.channel.paper")).waitFor();
  assert.equal(await uncovered.getByText(screen.say("badge.special")).count(), 2);
  assert.ok(await uncovered.getByRole("link").count() >= 2, "the laws can be read");
  await overlay(page, PAINTED);
  await look(visitor, "happened-details");
  await page.getByRole("button", { name: screen.sayIn("happened.ground.consent-on") }).first().click();
  await screen.stands("record.title");
  await page.goBack();
  await screen.stands("happened.title");
  await row(page, screen.sayIn("happened.ground.consent-on")).first().getByText(screen.say("happened.stop")).click();
  await screen.stands("record.title");
  await screen.control("record.stop").waitFor();
  await screen.press("record.object");
  await assertHeadingHasFocus(page);
  assert.match(await placeOf(page), /^door\/consent-record\/[\da-f-]{36}\/objection$/);
});

journey("after stopping, a line offers no stop any more", async ({ server, arrive }) => {
  const api = await server.signIn(FATMA);
  for (const { id } of await api.records()) await api.addEvent(id, { type: "withdrawn" });
  const { screen, page } = await atTimeLine(arrive);
  await row(page, screen.sayIn("happened.ground.consent-on")).first().waitFor();
  assert.equal(await page.getByText(screen.say("happened.stop")).count(), 0);
});

journey("asking, correcting and objecting start at the line", async ({ arrive }) => {
  const { screen, page } = await atTimeLine(arrive);
  for (const key of ["happened.ask", "happened.correct", "happened.object"]) {
    await page.getByText(screen.say(key)).first().click();
    await page.locator(".ss-event").first().waitFor({ state: "detached" });
    await assertHeadingHasFocus(page);
    assert.match(await placeOf(page), /^door\/disclosure\/[\da-f-]{36}\//);
    await page.goBack();
    await screen.stands("happened.title");
  }
});

journey("who was not told is told first, and says that she read it", async ({ server, arrive }) => {
  const fatma = await arrive({ persona: FATMA });
  const screen = new Screen(fatma);
  const { page } = fatma;
  await fatma.open();
  await screen.says("untold");
  await look(fatma, "untold");
  await screen.press("untold.look");
  await screen.stands("happened.title");
  const news = page.getByRole("region", { name: screen.say("happened.news") });
  await news.getByText(screen.say("happened.late.safety-of-others")).waitFor();
  const id = (await (await server.signIn(FATMA)).all("/v1/disclosures")).find((line) => line.confidentiality === "released").id;
  await news.getByText(screen.say("happened.read")).click();
  await news.getByText(screen.say("happened.was-read")).waitFor();
  await assertHeadingHasFocus(page, /Veilig Thuis/);
  const line = await (await server.signIn(FATMA)).get(`/v1/disclosures/${id}`);
  assert.equal(line.acknowledged, true);
  await screen.press("shell.consents");
  await screen.stands("consents.title");
  assert.equal(await page.getByText(screen.say("untold")).count(), 0);
  await screen.press("shell.happened");
  await row(page, /Veilig Thuis/).waitFor();
  assert.equal(await news.count(), 0);
  await row(page, /Veilig Thuis/).getByText(screen.say("happened.late")).waitFor();
});

journey("what could not be recorded is said, and goes well the second time", async ({ server, arrive }) => {
  const { visitor, screen, page } = await atTimeLine(arrive);
  const events = "**/v1/disclosures/*/events";
  await visitor.context.route(events, (route) => route.fulfill({ status: 500, body: "" }));
  await page.getByText(screen.say("happened.read")).click();
  await screen.says("happened.not-recorded");
  await visitor.context.unroute(events);
  await page.getByText(screen.say("happened.read")).click();
  await screen.says("happened.was-read");
  assert.equal((await (await server.signIn(FATMA)).get("/v1/configuration")).signedIn.untold, 0);
});

journey("what is withheld is nowhere, until it is released", async ({ server, arrive }) => {
  const [line] = await withheldFor(server, NOOR);
  const { visitor, screen, page } = await atTimeLine(arrive, NOOR);
  await screen.says("holdings.picture");
  assert.doesNotMatch(await page.locator(".samenspraak").textContent(), /Veilig Thuis/);
  await screen.press("shell.consents");
  await screen.stands("consents.title");
  assert.equal(await page.getByText(screen.say("untold")).count(), 0);
  await release(server, line.id);
  await page.reload();
  await screen.stands("consents.title");
  await screen.press("untold.look");
  const news = page.getByRole("region", { name: screen.say("happened.news") });
  await news.getByText(screen.say("happened.ground.without")).waitFor();
  await assertAccessible(visitor.page, "told afterwards");
});

journey("filters show part of it, keep the focus, and say how much there is", async ({ server, arrive }) => {
  const api = await server.signIn(FATMA);
  const { visitor, screen, page } = await atTimeLine(arrive);
  for (const kind of ["with-consent", "without-consent", "not-shared"]) {
    await choose(screen, kind);
    const stored = await api.all(`/v1/disclosures?kind=${kind}`);
    assert.equal((await focused(page)).name, await filter(screen, kind).innerText());
    const shown = await inPast(page).count();
    assert.equal(shown, stored.filter((line) => line.acknowledged !== false).length);
    assert.match(await said(page), new RegExp(`${shown} `));
  }
  await choose(screen, "all");
  await page.getByText(screen.say("happened.more-filters")).click();
  const select = page.getByLabel(screen.say("happened.party"));
  await select.selectOption("cak");
  await screen.press("happened.apply");
  await inPast(page).nth(1).waitFor({ state: "detached" });
  assert.match(await inPast(page).textContent(), /CAK/);
  await page.getByLabel(screen.say("happened.from")).fill("2026-01-02");
  await page.getByLabel(screen.say("happened.until")).fill("2026-01-01");
  await screen.press("happened.apply");
  await screen.says("happened.period-wrong");
  await look(visitor, "happened-filters");
  await page.getByLabel(screen.say("happened.until")).fill("2026-01-03");
  await screen.press("happened.apply");
  await screen.says("happened.none-here");
  await screen.press("happened.clear");
  await inPast(page).nth(5).waitFor();
  assert.equal(await select.inputValue(), "");
});

journey("more lines come twenty at a time, below, and the focus goes to the first of them", async ({ server, arrive }) => {
  const api = await server.signIn(NOOR);
  const subject = await me(api);
  await record(server, Array.from({ length: 45 }, (_, index) => lineOf(subject, index * 600)));
  const stored = await api.all("/v1/disclosures");
  const { screen, page } = await atTimeLine(arrive, NOOR);
  await screen.says("holdings.picture");
  let shown = await rows(page).count();
  assert.equal(shown, PAGE);
  while (await screen.button("happened.more").count()) {
    const top = await rows(page).first().evaluate((it) => it.offsetTop);
    await screen.press("happened.more");
    const first = rows(page).nth(shown).getByRole("heading");
    await first.waitFor();
    await page.waitForFunction((old) => document.querySelector("samenspraak-widget").shadowRoot.querySelectorAll(".ss-event").length > old, shown);
    await assertHeadingHasFocus(page);
    assert.equal((await focused(page)).name, await first.textContent());
    const now = await rows(page).count();
    assert.match(await said(page), new RegExp(`${now - shown} `));
    assert.equal(await rows(page).first().evaluate((it) => it.offsetTop), top, "what stands stays");
    shown = now;
  }
  assert.equal(shown, stored.length);
  const times = await page.locator(".ss-event time").evaluateAll((all) => all.map((it) => it.dateTime));
  assert.deepEqual(times, stored.map((line) => line.occurredAt));
});

journey("without a mouse: to a line, behind it, and to its consent", async ({ arrive }) => {
  const { screen, page } = await atTimeLine(arrive);
  await page.getByRole("heading", { level: 1 }).focus();
  await pressByKey(page, screen.say("happened.filter.with-consent"));
  await inPast(page).filter({ hasText: screen.sayIn("happened.ground.uncovered") }).waitFor();
  await pressByKey(page, screen.sayIn("happened.more-about"), "summary");
  await screen.says("happened.which-data");
  await page.keyboard.press("Shift+Tab");
  await pressByKey(page, screen.sayIn("happened.look-at-consent"));
  await screen.stands("record.title");
  await assertHeadingHasFocus(page, screen.say("record.title"));
});

journey("who represents somebody looks back for them", async ({ arrive }) => {
  const { screen, page } = await atTimeLine(arrive, "sem-kuipers");
  const his = await rows(page).allTextContents();
  assert.ok(his.length > 0);
  assert.equal(await page.getByText(screen.say("about.title")).count(), 0, "nobody to choose");
  const anouk = await arrive({ persona: "anouk-kuipers" });
  const hers = new Screen(anouk);
  const asked = [];
  anouk.page.on("request", (request) => asked.push(request));
  await anouk.open();
  await hers.press("shell.happened");
  await hers.says("happened.none");
  await anouk.page.getByRole("group", { name: hers.say("about.title") }).getByRole("button", { name: "Sem Kuipers" }).click();
  await hers.heading("happened.title.other", { name: "Sem Kuipers" }).waitFor();
  await assertHeadingHasFocus(anouk.page, /Sem Kuipers/);
  await rows(anouk.page).first().waitFor();
  assert.equal(await rows(anouk.page).count(), his.length);
  await look(anouk, "happened-represented");
  const about = asked.filter((request) => request.headers()["data-subject"] === "sem-kuipers");
  assert.ok(about.length >= 2);
  assert.ok(asked.every((request) => !request.url().includes("sem-kuipers")), "never in an address");
  await hers.press("holdings.all");
  await hers.heading("holdings.title.other", { name: "Sem Kuipers" }).waitFor();
  await hers.press("about.me");
  await hers.heading("holdings.title").waitFor();
  await hers.says("happened.none");
});

journey("a parent is told what could not be told about her child", async ({ server, arrive }) => {
  const subject = await me(await server.signIn("sem-kuipers"));
  const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  const [line] = await record(server, [lineOf(subject, 90_000, {
    recipientId: "veilig-thuis", senderId: "neighbourhood-team", purposeId: "investigate-safety", legalBasisId: "veilig-thuis",
    dataTypeIds: ["household"], withholding: { reason: "running-investigation", reviewDate: day },
  })]);
  await release(server, line.id);
  const anouk = await arrive({ persona: "anouk-kuipers" });
  const screen = new Screen(anouk);
  await anouk.open();
  await screen.press("untold.look");
  await screen.says("happened.news.elsewhere");
  await anouk.page.getByRole("button", { name: "Sem Kuipers" }).click();
  const news = anouk.page.getByRole("region", { name: screen.say("happened.news") });
  await news.getByText(screen.say("happened.late.running-investigation")).waitFor();
  await news.getByText(screen.say("happened.read")).click();
  await news.getByText(screen.say("happened.was-read")).waitFor();
});

journey("who looked at my consents: the role and never a name, and each line can be asked about", async ({ server, arrive }) => {
  const [first] = await (await server.signIn(FATMA)).records();
  const lotte = await server.signIn(LOTTE);
  await lotte.get(`/v1/consent-records/${first.id}`);
  const { visitor, screen, page } = await atTimeLine(arrive);
  await choose(screen, "consultations");
  const line = row(page, screen.sayIn("happened.role.intake-worker")).first();
  await line.waitFor();
  assert.doesNotMatch(await page.locator(".ss-past").textContent(), /Lotte/);
  assert.equal(await page.getByText(screen.say("happened.more-filters")).isVisible(), false);
  await look(visitor, "happened-looked");
  await line.getByText(screen.say("happened.ask")).click();
  await assertHeadingHasFocus(page);
  assert.equal(await placeOf(page), `door/consent-record/${first.id}/access`);
});

journey("a time line without lines says so", async ({ arrive }) => {
  const anouk = await arrive({ persona: "anouk-kuipers" });
  const screen = new Screen(anouk);
  await anouk.open();
  await screen.press("shell.happened");
  await screen.says("happened.none");
  await look(anouk, "happened-none");
});

journey("the line drops while filtering: a sentence says so, and trying again works", async ({ arrive }) => {
  const { visitor, screen, page } = await atTimeLine(arrive);
  await visitor.context.route(LINES, (route) => route.fulfill({ status: 500, body: "" }));
  await filter(screen, "not-shared").click();
  const alert = page.getByRole("alert").filter({ hasText: screen.sayIn("not-loaded.title") });
  await alert.waitFor();
  await assertAccessible(page, "a time line that did not come");
  await visitor.context.unroute(LINES);
  await alert.getByRole("button", { name: screen.say("action.again") }).click();
  await alert.waitFor({ state: "detached" });
  assert.equal(await inPast(page).count(), 2);
  await visitor.signOut();
  await filter(screen, "all").click();
  await page.getByRole("alert").filter({ hasText: screen.sayIn("session-ended.title") }).waitFor();
  visitor.troubles.length = 0;
});

journey("the first lines do not come, or the session ended: the screen says it", async ({ arrive }) => {
  const fatma = await arrive({ persona: FATMA });
  const screen = new Screen(fatma);
  await fatma.open();
  await screen.says("untold");
  await fatma.context.route(LINES, (route) => route.fulfill({ status: 500, body: "" }));
  await screen.press("shell.happened");
  await screen.stands("not-loaded.title");
  await fatma.context.unroute(LINES);
  await screen.press("action.again");
  await screen.stands("happened.title");
  await fatma.context.route(LINES, (route) => route.fulfill({ status: 401, body: "" }));
  await screen.press("shell.filings");
  await screen.press("shell.happened");
  await screen.stands("session-ended.title");
  fatma.troubles.length = 0;
});

journey("who has what: the picture, the same as a table, and party by party", async ({ server, arrive }) => {
  const { flows } = await (await server.signIn(FATMA)).get("/v1/data-flows");
  const { visitor, screen, page } = await atTimeLine(arrive);
  await screen.press("holdings.all");
  await screen.stands("holdings.title");
  await assertHeadingHasFocus(page, screen.say("holdings.title"));
  await look(visitor, "holdings");
  const data = flows.flatMap((flow) => flow.data.map((datum) => ({ ...flow, ...datum })));
  assert.equal(await page.locator(".ss-holding > li").count(), data.length);
  await screen.press("picture.as-table");
  const table = await page.getByRole("row").allInnerTexts();
  assert.equal(table.length, data.length + 1);
  for (const { sender, recipient, dataType } of data) {
    const names = [sender.shortName.nl, recipient.shortName.nl, dataType.name.nl];
    assert.ok(table.some((line) => names.every((name) => line.includes(name))), names.join(", "));
  }
  await assertAccessible(page, "who has what as a table");
  await page.getByRole("button", { name: /CAK/ }).click();
  await screen.stands("happened.title");
  await inPast(page).first().waitFor();
  assert.equal(await inPast(page).count(), 1);
  assert.equal(await page.getByLabel(screen.say("happened.party")).inputValue(), "cak");
  await page.goBack();
  await screen.stands("holdings.title");
});

journey("320 pixels wide, with wide text, nothing is lost", async ({ arrive }) => {
  const { screen, page } = await atTimeLine(arrive, FATMA, { viewport: { width: 320, height: 640 } });
  await page.getByText(screen.say("happened.more-filters")).click();
  await page.getByText(screen.say("happened.more-about")).first().click();
  for (const where of ["as it is", "with wide text"]) {
    await assertNoSideways(page, where);
    await assertNothingClipped(page, where);
    await assertTargets(page, where);
    await overlay(page, TEXT_SPACING);
  }
  await screen.press("holdings.title");
  await screen.stands("holdings.title");
  await assertNoSideways(page, "who has what");
  await assertTargets(page, "who has what");
});
