// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What is looked at on every screen: axe, nothing left behind, and pictures for people.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inHouse } from "./server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Where the pictures go; an empty name leaves them out.
const PICTURES = process.env.SAMENSPRAAK_PICTURES ?? join(process.env.CARGO_TARGET_DIR ?? inHouse("target"), "screenshots");
const VARIANTS = {
  phone: { size: { width: 390, height: 844 }, colours: "light", axe: true },
  desktop: { size: { width: 1280, height: 900 }, colours: "light", axe: false },
  dark: { size: { width: 1280, height: 900 }, colours: "dark", axe: true },
};

/** Axe finds nothing on the screen as it is now. */
export async function assertAccessible(page, where) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(async (tags) => {
    // What changes colour has not its own yet; what turns for ever is not waited for.
    const roots = [document, ...[...document.querySelectorAll("*")].map((element) => element.shadowRoot).filter(Boolean)];
    const ends = (animation) => Number.isFinite(animation.effect.getComputedTiming().endTime);
    const moving = roots.flatMap((root) => root.getAnimations()).filter(ends);
    await Promise.allSettled(moving.map((animation) => animation.finished));
    const { violations } = await globalThis.axe.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map((node) => `${node.target.flat().join(" >> ")}: ${node.failureSummary}`),
    }));
  }, TAGS);
  assert.deepEqual(found, [], `axe on ${where}: ${JSON.stringify(found, null, 1)}`);
}

// Without a picture the browser still draws, and one dot of it is enough.
const pictureOf = (name) => PICTURES
  ? { path: join(PICTURES, `${name}.png`), fullPage: true }
  : { clip: { x: 0, y: 0, width: 1, height: 1 } };

/** Looks at a screen on a phone and, in the dark, on a desk; and takes its picture when pictures are wanted. */
export async function look(visitor, name) {
  const { page, locale } = visitor;
  const before = page.viewportSize();
  for (const [variant, { size, colours, axe }] of Object.entries(VARIANTS)) {
    await page.emulateMedia({ colorScheme: colours, reducedMotion: "reduce" });
    await page.setViewportSize(size);
    await page.screenshot(pictureOf(`${name}-${locale}-${variant}`));
    if (axe) await assertAccessible(page, `${name}, ${variant}`);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
  await page.setViewportSize(before);
  visitor.assertUntroubled();
}

/** The names of everything this page keeps in the browser, by kind of storage. */
export const leftBehind = (page) => page.evaluate(async () => ({
  session: Object.keys(sessionStorage),
  local: Object.keys(localStorage),
  databases: (await indexedDB.databases()).map((database) => database.name),
  caches: await caches.keys(),
  cookies: document.cookie,
}));

const NOTHING = { session: [], local: [], databases: [], caches: [], cookies: "" };

/** Nothing stays on a shared computer. */
export async function assertNothingLeft(page) {
  assert.deepEqual(await leftBehind(page), NOTHING);
}

/** A draft, if there is one, is in session storage and nowhere else. */
export async function assertOnlySession(page) {
  const { session, ...elsewhere } = await leftBehind(page);
  const { session: _, ...nowhere } = NOTHING;
  assert.deepEqual(elsewhere, nowhere);
  return session;
}
