// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Where the widget meets a page's limits: WASM that cannot start, policies,
// themes, Trusted Types.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { journey } from "./support/browser.mjs";
import { STRICT, heard, hears, hostPage, widget } from "./support/host.mjs";
import { assertAccessible, look } from "./support/look.mjs";
import { Screen } from "./support/screens.mjs";
import { dist } from "./support/server.mjs";

const PERSONA = "ria-bakker";

// The municipality's own words stay, say where to go, and nothing else is in the way.
async function assertOwnContentStays(ria, why) {
  await hears(ria.page, "error");
  await ria.page.getByText("Bel 14 0000").waitFor();
  await assertAccessible(ria.page, why);
  assert.ok(!(await heard(ria.page)).some((event) => event.type === "ready"));
  assert.equal(await ria.page.locator("samenspraak-widget").getByRole("button").count(), 0);
  // The widget says in the console why, for who looks after the page.
  assert.ok(ria.troubles.length > 0);
  ria.troubles.length = 0;
}

for (const mode of ["", 'render="light"']) {
  journey(`the code does not arrive: the page's own content stays ${mode}`, async ({ arrive }) => {
    const ria = await arrive({ persona: PERSONA });
    await ria.context.route("**/*.wasm", (route) => route.abort("connectionreset"));
    await ria.open(await hostPage(ria, widget(mode)));
    await assertOwnContentStays(ria, "without WASM");
    await look(ria, `fallback${mode && "-light"}`);
  });

  journey(`the policy forbids WASM: the page's own content stays ${mode}`, async ({ arrive }) => {
    const ria = await arrive({ persona: PERSONA });
    const policy = STRICT.replace(" 'wasm-unsafe-eval'", "");
    assert.notEqual(policy, STRICT);
    await ria.open(await hostPage(ria, widget(mode), { policy }));
    await assertOwnContentStays(ria, "WASM forbidden");
  });
}

journey("the words of the language do not arrive: the page's own content stays", async ({ arrive }) => {
  const ria = await arrive({ persona: PERSONA });
  await ria.context.route("**/assets/nl-*.json", (route) => route.abort("connectionreset"));
  await ria.open(await hostPage(ria, widget()));
  await assertOwnContentStays(ria, "without words");
});

journey("a browser without custom elements or script shows the page's own content", async ({ arrive }) => {
  const ria = await arrive({ persona: PERSONA, javaScriptEnabled: false });
  await ria.open(await hostPage(ria, widget()));
  await ria.page.getByText("Bel 14 0000").waitFor();
});

journey("it works where the page demands Trusted Types", async ({ arrive }) => {
  const ria = await arrive({ persona: PERSONA });
  const policy = `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const watch = `globalThis.stopped = [];
    addEventListener("securitypolicyviolation", (event) => globalThis.stopped.push(event.effectiveDirective));`;
  await ria.open(await hostPage(ria, widget(), { policy, files: { "host-watch.js": watch } }));
  await new Screen(ria).decide();
  assert.deepEqual(await ria.page.evaluate(() => globalThis.stopped), []);
});

const answered = (radio) => radio.evaluate((input) => getComputedStyle(input.closest("label")).backgroundColor);

// Where the tokens came from, and the colour of an answer that is chosen.
async function coloured(arrive, settings) {
  const ria = await arrive({ persona: PERSONA });
  const asked = [];
  ria.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await ria.open(await hostPage(ria, widget(), settings));
  const screen = new Screen(ria);
  await screen.answer();
  const colour = await answered(screen.yes(screen.data().first()));
  return { ria, colour, fallback: asked.some((path) => /fallback-.*\.css$/.test(path)) };
}

journey("without a theme the widget brings its own colours", async ({ arrive }) => {
  const { colour, fallback } = await coloured(arrive);
  assert.ok(fallback, "the few tokens it needs are fetched");
  assert.notEqual(colour, "rgba(0, 0, 0, 0)");
});

journey("the theme of the page is followed, and nothing more is fetched", async ({ arrive }) => {
  const sheet = readdirSync(join(dist, "assets")).find((name) => /^theme-.*\.css$/.test(name));
  const theirs = readFileSync(join(dist, "assets", sheet), "utf8");
  const accent = "rgb(112, 0, 64)";
  const { ria, colour, fallback } = await coloured(arrive, {
    theme: "ma-theme own-theme",
    files: { "theme.css": theirs, "own.css": `.own-theme { --basis-color-accent-1-inverse-bg-default: ${accent}; }` },
  });
  assert.equal(fallback, false);
  assert.equal(colour, accent);
  await look(ria, "embedded-themed");
});
