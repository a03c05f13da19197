// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// A citizen decides piece by piece (requirements A1, A2, A5, A8, C1, C2).

import assert from "node:assert/strict";
import { assertStoredOnce } from "./support/api.mjs";
import { journey } from "./support/browser.mjs";
import { look, assertNothingLeft, assertOnlySession } from "./support/look.mjs";
import { again } from "./support/requests.mjs";
import { Screen, assertNothingPreset } from "./support/screens.mjs";

const EQUAL = ["width", "height", "color", "background-color", "border-top-color", "border-top-width", "font-size", "font-weight"];

const styleOf = (radio, names) => radio.evaluate((input, names) => {
  const label = input.closest("label");
  const style = getComputedStyle(label);
  return { ...Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)])), box: label.getBoundingClientRect().width };
}, names);

for (const locale of ["nl", "en"]) {
  journey(`a citizen decides datum by datum, in ${locale}`, async ({ server, arrive }) => {
    const noor = await arrive({ persona: "noor-de-wit", locale });
    const screen = new Screen(noor);
    await noor.open();
    await screen.asks();
    await assertNothingPreset(screen);
    await look(noor, "choosing");

    const request = await (await server.signIn("noor-de-wit")).openRequest();
    const asked = request.items.flatMap((item) => item.personalData.map((datum) => ({ item, ...datum })));
    const rows = await screen.data().all();
    assert.equal(rows.length, asked.length, "every datum has an answer of its own");

    await screen.press("choose.onward");
    const summary = noor.page.getByRole("alert").filter({ has: screen.heading("choose.missing") });
    await summary.waitFor();
    assert.equal(await summary.getByRole("button").count(), asked.length, "every missing answer is named at once");
    await look(noor, "choosing-unanswered");

    // Yes to the first, no to the second, yes to the rest.
    const choose = (index) => (index === 1 ? "no" : "yes");
    await screen.answer(choose);
    await assertOnlySession(noor.page);
    await screen.goOn();
    for (const { dataType } of asked) {
      await noor.page.getByText(dataType.name[locale]).first().waitFor();
    }
    await look(noor, "check");
    const line = noor.page.locator(".ss-check > li").first();
    const [words, change] = [await line.locator("h2").boundingBox(), await line.getByRole("button").boundingBox()];
    assert.ok(change.x > words.x, "the way back to an answer stands beside or below its words, not below its sign");
    await screen.confirm();
    await screen.done();
    await look(noor, "done");
    await assertNothingLeft(noor.page);

    const api = await server.signIn("noor-de-wit");
    const lines = await assertStoredOnce(api);
    const allowed = asked.filter((_, index) => choose(index) === "yes");
    const given = (await api.records()).flatMap((record) => record.events)
      .filter((event) => event.type === "given").flatMap((event) => event.dataTypes);
    assert.deepEqual(given.toSorted(), allowed.map(({ dataType }) => dataType.id).toSorted());
    assert.equal(lines.length, request.items.length, "all items of the confirmation, or none");
    const [language] = (await api.records())[0].events.filter((event) => event.language).map((event) => event.language);
    assert.equal(language, locale);
  });
}

journey("yes and no are equal in everything but the word", async ({ arrive }) => {
  const noor = await arrive({ persona: "noor-de-wit" });
  const screen = new Screen(noor);
  await noor.open();
  await screen.asks();
  for (const row of await screen.data().all()) {
    assert.deepEqual(await styleOf(screen.yes(row), EQUAL), await styleOf(screen.no(row), EQUAL));
  }
});

journey("special data are marked and never answered in one press", async ({ server, arrive }) => {
  const noor = await arrive({ persona: "noor-de-wit" });
  const screen = new Screen(noor);
  await noor.open();
  await screen.asks();
  const request = await (await server.signIn("noor-de-wit")).openRequest();
  const special = request.items.flatMap((item) => item.personalData).filter(({ dataType }) => dataType.specialCategory);
  assert.ok(special.length > 0);
  const marked = screen.data().filter({ has: noor.page.getByText(screen.say("badge.special")) });
  assert.equal(await marked.count(), special.length);
  assert.equal(await screen.button("bulk.yes").count(), 0);
  assert.equal(await screen.button("bulk.no").count(), 0);
});

journey("plain data may be answered in one press, no as easily as yes", async ({ server, arrive }) => {
  const [asker, api] = [await server.signIn("inge-verbeek"), await server.signIn("ria-bakker")];
  const request = await api.openRequest();
  const title = { nl: "Drie gewone gegevens", en: "Three plain data" };
  await asker.post("/v1/consent-requests", again(request, (copy) => {
    const [item] = copy.items;
    item.personalData.push({ ...item.personalData[0], dataTypeId: "household" });
    copy.title = title;
  }));
  const ria = await arrive({ persona: "ria-bakker" });
  const screen = new Screen(ria);
  await ria.open();
  await screen.stands("overview.title");
  await look(ria, "overview");
  await ria.page.getByRole("button", { name: title.nl }).click();
  await screen.asks();
  await assertNothingPreset(screen);
  for (const [key, expected] of [["bulk.no", [false, true]], ["bulk.yes", [true, false]]]) {
    await screen.press(key);
    assert.deepEqual(await screen.checked(), [expected, expected, expected].flat());
  }
});

journey("what the law decides is told beside the questions, without a choice", async ({ server, arrive }) => {
  const joris = await arrive({ persona: "joris-van-dam" });
  const screen = new Screen(joris);
  await joris.open();
  await screen.asks();
  const request = await (await server.signIn("joris-van-dam")).openRequest();
  const told = request.items.filter((item) => item.kind === "information");
  assert.equal(await screen.information.count(), told.length);
  for (const card of await screen.information.all()) {
    assert.equal(await card.getByRole("radio").count(), 0);
    assert.equal(await card.getByRole("button").count(), 0);
    await card.getByText(screen.say("objection.title")).click();
    await card.getByText(request.contactPoint.name).waitFor();
  }
  await look(joris, "information");
  await screen.decide();
  const lines = await assertStoredOnce(await server.signIn("joris-van-dam"));
  assert.equal(lines.length, request.items.length - told.length);
});

journey("the picture and its table follow the choices", async ({ arrive }) => {
  const noor = await arrive({ persona: "noor-de-wit" });
  const screen = new Screen(noor);
  await noor.open();
  await screen.asks();
  const picture = noor.page.getByRole("region", { name: screen.say("picture.title") });
  const drawn = () => picture.getByRole("img").evaluate((svg) => svg.outerHTML);
  const lines = (key) => picture.getByRole("cell", { name: screen.say(key) });
  const [row] = await screen.data().all();
  const [untouched] = [await drawn(), await screen.yes(row).check()];
  const shared = await drawn();
  assert.notEqual(shared, untouched);
  await screen.press("picture.as-table");
  await lines("stand.yes").waitFor();
  assert.equal(await lines("stand.no").count(), 0);
  await look(noor, "choosing-table");
  await screen.no(row).check();
  await lines("stand.no").waitFor();
  assert.equal(await lines("stand.yes").count(), 0);
  await screen.press("picture.as-picture");
  assert.notEqual(await drawn(), shared);
});

journey("not now is an answer, and the question stays", async ({ server, arrive }) => {
  const ria = await arrive({ persona: "ria-bakker" });
  const screen = new Screen(ria);
  await ria.open();
  await screen.asks();
  await screen.press("later.do");
  await screen.says("later.note");
  await screen.goOn();
  await screen.confirm();
  await screen.done();
  const api = await server.signIn("ria-bakker");
  const [line] = await assertStoredOnce(api);
  assert.equal(line.type, "deferred");
  assert.equal((await api.openRequest()).items[0].standing.status, "deferred");
  await ria.open();
  await screen.decide(() => "no");
  assert.equal((await api.records())[0].status, "refused");
});
