// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The widget is three artefacts. Each is fetched when it is asked for, and the
// person goes from one to the other as if they were one.

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { assertHeadingHasFocus } from "./support/focus.mjs";
import { heard, hostPage, widget } from "./support/host.mjs";
import { look } from "./support/look.mjs";
import { Screen } from "./support/screens.mjs";

const PERSONA = "ria-bakker";
const HANDLER = "samira-el-amrani";
const RIGHTS = "**/assets/rights-*.wasm";

async function open(arrive, attributes = "", settings = { persona: PERSONA }) {
  const ria = await arrive(settings);
  const asked = [];
  ria.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await ria.open(await hostPage(ria, widget(attributes)));
  return { ria, screen: new Screen(ria), fetched: (name) => asked.filter((path) => path.includes(`/${name}-`)).length };
}

// The next download of the artefact waits until the test lets it through.
async function hold(ria) {
  let release;
  const released = new Promise((done) => { release = done; });
  await ria.context.route(RIGHTS, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const root = (page) => page.locator(".samenspraak");
const coming = (screen) => root(screen.page).getByRole("status").getByText(screen.say("loading"));
const current = (page) => page.getByRole("navigation").locator("[aria-current=page]");
const arrives = async (screen, key) => {
  await screen.stands(key);
  await assertHeadingHasFocus(screen.page, screen.say(key));
  assert.equal(await root(screen.page).count(), 1, "one screen took the place of the other");
};

for (const mode of ["", 'render="light"']) {
  journey(`there and back, with the buttons and with those of the browser ${mode}`, async ({ arrive }) => {
    const { ria, screen, fetched } = await open(arrive, mode);
    await screen.answer(() => "no");
    const chosen = await screen.checked();
    assert.equal(fetched("rights") + fetched("rights.nl") + fetched("staff"), 0, "nobody asked for it yet");
    await look(ria, `frame${mode && "-light"}`);
    await screen.press("shell.happened");
    await arrives(screen, "happened.title");
    assert.match(await current(ria.page).innerText(), screen.say("shell.happened"));
    assert.ok(fetched("rights") > 0 && fetched("staff") === 0);
    await look(ria, `rights${mode && "-light"}`);
    await screen.press("shell.filings");
    await arrives(screen, "filings.title");
    await screen.press("shell.consents");
    await arrives(screen, "consents.title");
    const once = fetched("rights");
    await ria.page.goBack();
    await arrives(screen, "filings.title");
    await ria.page.goBack();
    await arrives(screen, "happened.title");
    await ria.page.goBack();
    await screen.asks();
    assert.deepEqual(await screen.checked(), chosen, "what was chosen is still chosen");
    await ria.page.goForward();
    await arrives(screen, "happened.title");
    assert.equal(fetched("rights"), once, "it is fetched once");
    await ria.page.reload();
    await screen.stands("happened.title");
    const events = (await heard(ria.page)).map((event) => event.type);
    assert.deepEqual(events, ["ready"], "for the page it is one widget");
  });
}

journey("it does not arrive: a sentence says so, nothing is lost, and trying again works", async ({ arrive }) => {
  const { ria, screen } = await open(arrive);
  await screen.answer(() => "no");
  const chosen = await screen.checked();
  await ria.context.route("**/assets/rights*", (route) => route.abort("connectionreset"));
  await screen.press("shell.happened");
  const alert = ria.page.getByRole("alert").filter({ hasText: screen.sayIn("not-loaded.title") });
  await alert.waitFor();
  assert.deepEqual(await screen.checked(), chosen);
  ria.troubles.length = 0;
  await look(ria, "rights-lost");
  await ria.context.unroute("**/assets/rights*");
  await alert.getByRole("button", { name: screen.say("action.again") }).click();
  await arrives(screen, "happened.title");
  await ria.page.goBack();
  await screen.asks();
  assert.deepEqual(await screen.checked(), chosen);
  await ria.page.goForward();
  await arrives(screen, "happened.title");
});

journey("the backend is not reached: the screen that stands stays", async ({ arrive }) => {
  const { ria, screen } = await open(arrive);
  await screen.asks();
  await ria.context.route("**/v1/configuration*", (route) => route.abort("connectionreset"));
  await screen.press("shell.filings");
  const again = ria.page.getByRole("alert").getByRole("button", { name: screen.say("action.again") });
  await again.waitFor();
  await screen.asks();
  await ria.context.unroute("**/v1/configuration*");
  await again.click();
  await arrives(screen, "filings.title");
});

journey("while it is on its way the screen stays, says so, and may be gone on with", async ({ arrive }) => {
  const { ria, screen } = await open(arrive);
  await screen.asks();
  const release = await hold(ria);
  await screen.press("shell.happened");
  await coming(screen).waitFor();
  await look(ria, "rights-coming");
  await screen.toConsents();
  assert.equal(await coming(screen).count(), 0, "who goes elsewhere is no longer leaving");
  const came = ria.page.waitForResponse(RIGHTS);
  release();
  await came;
  await screen.press("shell.happened");
  await arrives(screen, "happened.title");
  await ria.page.goBack();
  await arrives(screen, "consents.title");
});

for (const mode of ["", 'render="light"']) {
  journey(`taken off the page on the way, it leaves nothing and comes back whole ${mode}`, async ({ arrive }) => {
    const { ria, screen } = await open(arrive, mode);
    await screen.asks();
    const release = await hold(ria);
    await screen.press("shell.happened");
    await coming(screen).waitFor();
    await ria.page.evaluate(() => {
      globalThis.kept = document.querySelector("samenspraak-widget");
      globalThis.kept.remove();
    });
    const came = ria.page.waitForResponse(RIGHTS);
    release();
    await (await came).finished();
    const left = await ria.page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      const { shadowRoot, children } = globalThis.kept;
      return [...children, ...(shadowRoot?.children ?? [])].map((child) => child.id || child.localName);
    });
    assert.deepEqual(left, mode ? ["own"] : ["own", "slot"]);
    await ria.page.evaluate(() => document.querySelector("main").append(globalThis.kept));
    await screen.asks();
    assert.equal(await root(ria.page).count(), 1);
    await screen.press("shell.happened");
    await arrives(screen, "happened.title");
  });
}

journey("two on a page go their own ways", async ({ arrive }) => {
  const ria = await arrive({ persona: PERSONA });
  const other = widget('render="light" locale="en" history="off"', "");
  await ria.open(await hostPage(ria, `${widget("", "")}${other}`));
  const [one, two] = [new Screen(ria), new Screen({ page: ria.page, locale: "en" })];
  await one.button("choose.onward").waitFor();
  await two.button("choose.onward").waitFor();
  await two.press("shell.filings");
  await two.stands("filings.title");
  await one.button("choose.onward").waitFor();
  await one.press("shell.happened");
  await one.stands("happened.title");
  await two.stands("filings.title");
  await ria.page.goBack();
  await one.button("choose.onward").waitFor();
  await two.stands("filings.title");
  await two.press("shell.requests");
  await two.stands("overview.title");
});

journey("complaining is possible on every screen, and without signing in", async ({ arrive }) => {
  const { ria, screen, fetched } = await open(arrive, "", {});
  await screen.stands("signed-out.title");
  assert.equal(fetched("rights"), 0);
  await screen.press("shell.complain");
  await arrives(screen, "door.is.complaint");
  assert.equal(await ria.page.getByRole("navigation").count(), 0);
  await ria.page.goBack();
  await arrives(screen, "signed-out.title");
  await ria.signIn(PERSONA);
  await ria.page.reload();
  await screen.asks();
  for (const key of ["shell.consents", "shell.happened", "shell.filings"]) {
    await screen.press(key);
    await screen.button("shell.complain").waitFor();
  }
  await screen.press("shell.complain");
  await arrives(screen, "door.is.complaint");
});

journey("the page may name the place to open at", async ({ arrive }) => {
  const { screen, fetched } = await open(arrive, 'place="happened"');
  await screen.stands("happened.title");
  assert.equal(fetched("citizen"), 0);
});

journey("a handler gets the desk, and nothing of what citizens get", async ({ arrive }) => {
  const { ria, screen, fetched } = await open(arrive, 'view="handler"', { persona: HANDLER });
  await screen.stands("desk.title");
  assert.equal(fetched("citizen") + fetched("rights"), 0);
  assert.equal(await screen.button("shell.complain").count(), 0);
  await look(ria, "desk");
  await screen.press("statistics.title");
  await arrives(screen, "statistics.title");
  await ria.page.goBack();
  await arrives(screen, "desk.title");
  await ria.page.locator("samenspraak-widget").evaluate((it) => it.setAttribute("view", "citizen"));
  await screen.heading("desk.title").waitFor({ state: "detached" });
  assert.ok(fetched("citizen") > 0);
});

journey("the demonstration page lets a newcomer in as a handler", async ({ arrive }) => {
  const visitor = await arrive();
  const screen = new Screen(visitor);
  await visitor.open();
  await screen.stands("signed-out.title");
  await visitor.page.getByRole("combobox").selectOption(HANDLER);
  await visitor.page.locator("#demo").getByRole("button").click();
  await screen.stands("desk.title");
  await visitor.page.reload();
  await screen.stands("desk.title");
});
