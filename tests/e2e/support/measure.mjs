// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What can be measured on a screen, inside shadow roots too.

import assert from "node:assert/strict";

// Every element of the page, also behind shadow roots. It is sent to the page as text.
const EVERYTHING = `(() => {
  const found = [];
  const walk = (root) => root.querySelectorAll("*").forEach((element) => {
    found.push(element);
    if (element.shadowRoot) walk(element.shadowRoot);
  });
  walk(document);
  return found;
})()`;

const measure = async (page, what) => {
  const handle = await page.evaluateHandle(EVERYTHING);
  try {
    return await handle.evaluate(what);
  } finally {
    await handle.dispose();
  }
};

/** Nothing makes the page scroll sideways. */
export async function assertNoSideways(page, where) {
  const { wide, room, culprits } = await measure(page, (all) => {
    const room = document.documentElement.clientWidth;
    const scrolls = (element) => {
      for (let it = element; it; it = it.parentElement ?? it.getRootNode().host) {
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(it).overflowX)) return true;
      }
      return false;
    };
    const culprits = all
      .filter((element) => element.getBoundingClientRect().right > room + 1 && !scrolls(element))
      .map((element) => `${element.localName}.${element.getAttribute("class") ?? ""}`);
    return { wide: document.documentElement.scrollWidth, room, culprits };
  });
  assert.ok(wide <= room, `${where} is ${wide} wide in ${room}: ${culprits.slice(0, 5).join(", ")}`);
}

/** No text is cut off by its own box. */
export async function assertNothingClipped(page, where) {
  const clipped = await measure(page, (all) => all.filter((element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    // One pixel is for who listens.
    if (box.width <= 1 || box.height <= 1 || element.namespaceURI.endsWith("svg")) return false;
    const cuts = (overflow) => /hidden|clip/.test(overflow);
    const tall = cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    const wide = cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    return (tall || wide) && element.textContent.trim() !== "";
  }).map((element) => `${element.localName}.${element.getAttribute("class") ?? ""}: ${element.textContent.trim().slice(0, 40)}`));
  assert.deepEqual(clipped, [], where);
}

/** Everything that can be pressed is at least 24 by 24 (WCAG 2.5.8); a link inside a sentence may be less. */
export async function assertTargets(page, where) {
  const small = await measure(page, (all) => all
    .filter((element) => element.matches("button, summary, input, a[href], [role=button]") && element.checkVisibility())
    .map((element) => (element.matches("input") ? element.closest("label") ?? element : element))
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const inSentence = element.localName === "a" && getComputedStyle(element).display === "inline";
      return !inSentence && (width < 24 || height < 24);
    })
    .map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return `${element.localName} ${element.textContent.trim().slice(0, 40)}: ${width} by ${height}`;
    }));
  assert.deepEqual(small, [], where);
}

/** Something moves on the page. */
export const moving = (page) => measure(page, (all) => all.flatMap((element) => element.getAnimations())
  .filter((animation) => animation.playState === "running" && animation.effect.getComputedTiming().duration > 1).length > 0);

/** Lays a person's own style over everything (WCAG 1.4.12). */
export const overlay = (page, css) => page.evaluate((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const roots = [document];
  for (const root of roots) {
    root.adoptedStyleSheets.push(sheet);
    root.querySelectorAll("*").forEach((element) => element.shadowRoot && roots.push(element.shadowRoot));
  }
}, css);

export const TEXT_SPACING = `* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;
