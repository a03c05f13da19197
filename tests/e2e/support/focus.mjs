// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Where the focus is, and going through a screen by keyboard alone.

import assert from "node:assert/strict";

/** The element with focus, also inside a shadow root: its tag, type, role and name. */
export const focused = (page) => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return {
    tag: element?.tagName.toLowerCase() ?? "",
    type: element?.getAttribute("type") ?? "",
    name: element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "",
    role: element?.getAttribute("role") ?? "",
    checked: element?.checked === true,
  };
});

const MOST_STOPS = 120;

/** Presses Tab until `wanted` says that the focus is there. */
export async function tabTo(page, wanted, what, key = "Tab") {
  const passed = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (wanted(now)) return now;
    passed.push(`${now.tag} ${now.name.slice(0, 40)}`);
  }
  throw new assert.AssertionError({ message: `${key} never reaches ${what}; it passed ${passed.join(" | ")}` });
}

/** Tabs to a control by its name and presses it. */
export async function pressByKey(page, name, tag = "button") {
  await tabTo(page, (now) => now.tag === tag && name.test(now.name), `${tag} ${name}`);
  await page.keyboard.press("Enter");
}

/** The focus is on the heading of the screen. */
export async function assertHeadingHasFocus(page, name) {
  await page.waitForFunction(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return /^H[1-3]$/.test(element?.tagName ?? "");
  });
  const now = await focused(page);
  if (name) assert.match(now.name, name);
}
