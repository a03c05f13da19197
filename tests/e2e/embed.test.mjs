// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The widget on a municipality's own page: both ways to draw, events, moving,
// removing, two of them, other attributes.

import assert from "node:assert/strict";
import { assertStoredOnce } from "./support/api.mjs";
import { journey } from "./support/browser.mjs";
import { heard, hears, hostPage, widget } from "./support/host.mjs";
import { assertNothingLeft, look } from "./support/look.mjs";
import { Screen } from "./support/screens.mjs";

const PERSONA = "ria-bakker";

// What may be told to the page: a word of the contract, never anything about a person.
const WORD = /^[a-z:-]*$/;

async function open(arrive, body, settings) {
  const ria = await arrive({ persona: PERSONA });
  const path = await hostPage(ria, body, settings);
  await ria.open(path);
  return { ria, screen: new Screen(ria) };
}

const element = (page) => page.locator("samenspraak-widget");

for (const [mode, attributes] of [["a shadow root", ""], ["light mode", 'render="light"']]) {
  journey(`in ${mode}, under the strict policy, the page hears what happens and nothing about the person`, async ({ server, arrive }) => {
    const { ria, screen } = await open(arrive, widget(attributes));
    await screen.asks();
    assert.equal(await element(ria.page).evaluate((it) => it.shadowRoot !== null), attributes === "");
    assert.equal(await ria.page.locator("#own").isVisible(), false, "the municipality's own content made room");
    await look(ria, attributes === "" ? "embedded-shadow" : "embedded-light");
    await screen.decide();
    await assertStoredOnce(await server.signIn(PERSONA));
    await assertNothingLeft(ria.page);
    await screen.toConsents();
    const events = await heard(ria.page);
    const types = events.map((event) => event.type);
    assert.equal(types.filter((type) => type === "ready").length, 1);
    assert.equal(types.filter((type) => type === "submitted").length, 1);
    assert.ok(types.includes("step") && !types.includes("error"));
    for (const event of events) {
      assert.ok(event.bubbles && event.composed, event.type);
      assert.match(event.detail, WORD);
      assert.equal(event.on, "samenspraak-widget");
    }
    assert.equal(await ria.page.locator("[style]").count(), 0, "no style attributes");
  });
}

journey("moving the element keeps the screen and the choices", async ({ server, arrive }) => {
  const { ria, screen } = await open(arrive, `${widget()}<div id="elsewhere"></div>`);
  await screen.answer(() => "no");
  const chosen = await screen.checked();
  await ria.page.evaluate(() => document.querySelector("#elsewhere").append(document.querySelector("samenspraak-widget")));
  await screen.asks();
  assert.deepEqual(await screen.checked(), chosen);
  assert.equal((await heard(ria.page)).filter((event) => event.type === "ready").length, 1, "it did not start anew");
  await screen.goOn();
  await screen.confirm();
  await screen.done();
  await assertStoredOnce(await server.signIn(PERSONA));
});

for (const attributes of ["", 'render="light"']) {
  journey(`removed and added again it goes on where it was ${attributes}`, async ({ server, arrive }) => {
    const { ria, screen } = await open(arrive, widget(attributes));
    await screen.answer(() => "no");
    const chosen = await screen.checked();
    await ria.page.evaluate(async () => {
      globalThis.kept = document.querySelector("samenspraak-widget");
      globalThis.kept.remove();
      await new Promise(requestAnimationFrame);
    });
    assert.equal(await ria.page.getByRole("radio").count(), 0);
    await ria.page.evaluate(() => document.querySelector("main").append(globalThis.kept));
    await screen.asks();
    assert.deepEqual(await screen.checked(), chosen);
    assert.equal(await ria.page.locator("#own").isVisible(), false);
    let sent = 0;
    ria.page.on("request", (request) => { sent += /decisions$/.test(request.url()) ? 1 : 0; });
    await screen.goOn();
    await screen.confirm();
    await screen.done();
    assert.equal(sent, 1);
    await assertStoredOnce(await server.signIn(PERSONA));
  });
}

journey("taken off the page, the municipality's own content is back in the element", async ({ arrive }) => {
  const { ria } = await open(arrive, widget('render="light"'));
  await hears(ria.page, "ready");
  await ria.page.evaluate(async () => {
    globalThis.kept = document.querySelector("samenspraak-widget");
    globalThis.kept.remove();
    await new Promise(requestAnimationFrame);
  });
  assert.deepEqual(
    await ria.page.evaluate(() => [...globalThis.kept.children].map((child) => child.id)),
    ["own"],
  );
});

journey("taken off the page while what it reads does not come, it does not ask again", async ({ arrive }) => {
  const ria = await arrive({ persona: PERSONA });
  await ria.page.clock.install();
  let asked = 0;
  ria.page.on("request", (request) => { asked += /\/v1\//.test(request.url()) ? 1 : 0; });
  await ria.context.route("**/v1/consent-requests**", (route) => route.abort("connectionreset"));
  const failed = () => ria.page.waitForEvent("requestfailed");
  const first = failed();
  await ria.open(await hostPage(ria, widget()));
  await first;
  // The second time it is the widget itself that asks, and not the page for it.
  const second = failed();
  await ria.page.clock.runFor(5_000);
  await second;
  await element(ria.page).evaluate((it) => it.remove());
  asked = 0;
  await ria.page.clock.runFor(30_000);
  // What was asked before this is known when this is answered.
  await ria.page.evaluate(() => fetch("/samenspraak.js"));
  assert.equal(asked, 0);
});

journey("another language, another request: attributes are followed", async ({ server, arrive }) => {
  const { ria, screen } = await open(arrive, widget());
  await screen.asks();
  await element(ria.page).evaluate((it) => it.setAttribute("locale", "en"));
  const english = new Screen({ page: ria.page, locale: "en" });
  await english.button("choose.onward").waitFor();
  assert.equal(await screen.button("choose.onward").count(), 0);
  const { id } = await (await server.signIn("noor-de-wit")).openRequest();
  await element(ria.page).evaluate((it, id) => it.setAttribute("request", id), id);
  await english.stands("missing.title");
  await element(ria.page).evaluate((it) => it.removeAttribute("request"));
  await english.asks();
});

journey("two on a page work side by side, one in each way", async ({ server, arrive }) => {
  const other = widget('render="light" locale="en" history="off"', "");
  const { ria } = await open(arrive, `<div id="one">${widget("", "")}</div><div id="two">${other}</div>`);
  const [one, two] = [new Screen(ria), new Screen({ page: ria.page, locale: "en" })];
  await one.button("choose.onward").waitFor();
  await two.button("choose.onward").waitFor();
  await look(ria, "embedded-two");
  const [first, second] = ["#one", "#two"].map((id) => ria.page.locator(id));
  for (const row of await one.data(first).all()) await one.yes(row).check();
  assert.ok((await second.getByRole("radio").evaluateAll((radios) => radios.map((radio) => radio.checked))).every((on) => !on));
  for (const row of await two.data(second).all()) await two.no(row).check();
  await one.goOn();
  await one.confirm();
  await one.done();
  await two.goOn();
  await two.confirm();
  await two.stands("already-decided.title");
  await assertStoredOnce(await server.signIn(PERSONA));
});

journey("the page may name one request and open on it", async ({ server, arrive }) => {
  const { id, title } = await (await server.signIn(PERSONA)).openRequest();
  const { ria, screen } = await open(arrive, widget(`request="${id}"`));
  await screen.asks();
  await ria.page.getByRole("heading", { name: title.nl }).waitFor();
});
