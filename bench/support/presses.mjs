// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What bench/many-items.mjs does inside a page. Each is sent there as text.

/** First of all: where the screen is, on this side of a shadow or behind it, and when a frame is drawn. */
export function prepare() {
  globalThis.screenRoot = () => document.querySelector("samenspraak-widget")?.shadowRoot ?? document;
  globalThis.frame = () => new Promise((done) => requestAnimationFrame(done));
  // A message is delivered after the frame that is being prepared.
  globalThis.drawn = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage("");
  });
}

/**
 * Before the page itself: its answer from this path waits until `release` is called. That resolves with the
 * milliseconds from then to the last change of the page, and to the frame that shows it.
 */
export function holdBack(path) {
  const { promise: released, resolve } = Promise.withResolvers();
  const given = globalThis.fetch;
  let [begun, changed] = [0, 0];
  globalThis.fetch = async (...asked) => {
    const response = await given(...asked);
    if (!`${asked[0]}`.endsWith(path)) return response;
    const words = await response.text();
    globalThis.arrived = true;
    await released;
    begun = performance.now();
    return new Response(words, response);
  };
  const observer = new MutationObserver(() => {
    changed = performance.now();
  });
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(document, everything);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...settings) {
    const root = attach.apply(this, settings);
    observer.observe(root, everything);
    return root;
  };
  globalThis.release = async () => {
    resolve();
    do await globalThis.frame(); while (!globalThis.screenRoot().querySelector("fieldset"));
    const shown = await globalThis.drawn();
    observer.disconnect();
    return { script: changed - begun, shown: shown - begun };
  };
}

/**
 * Before the page itself: what the next press costs in script, from the click that reaches the page until every
 * listener is done and no promise waits, and what is done before the next frame is drawn.
 */
export function watchPresses() {
  let press = null;
  addEventListener("click", () => {
    if (!press?.waits) return;
    press.waits = false;
    press.begun = performance.now();
    requestAnimationFrame(() => {
      press.frame = performance.now();
    });
  }, true);
  const heard = () => queueMicrotask(() => {
    const script = performance.now() - press.begun;
    requestAnimationFrame(async () => {
      const inFrame = performance.now() - press.frame;
      press.done({ script: script + inFrame, shown: (await globalThis.drawn()) - press.begun });
    });
  });
  globalThis.expectPress = () => {
    // The outermost that hears of a change, so the last.
    globalThis.screenRoot().addEventListener("change", heard, { once: true });
    const { promise, resolve } = Promise.withResolvers();
    press = { waits: true, done: resolve };
    globalThis.press = promise;
  };
}

/** Brings a radio button into view; gives the middle of what is pressed for it. */
export async function aim([index, answer]) {
  const rows = globalThis.screenRoot().querySelectorAll("fieldset");
  const label = rows[index].querySelector(`[value=${answer}]`).closest("label");
  label.scrollIntoView({ block: "center", behavior: "instant" });
  for (let frames = 0; frames < 2; frames++) await globalThis.frame();
  globalThis.expectPress();
  const { left, top, width, height } = label.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

/** What is chosen, as the screen shows it. */
export function standing() {
  const root = globalThis.screenRoot();
  const numbers = [...root.querySelectorAll(".ss-totals > div:not([hidden]) dd")].map((it) => Number(it.textContent));
  return {
    questions: root.querySelectorAll(".ss-question").length,
    radios: root.querySelectorAll("input[type=radio]").length,
    checked: root.querySelectorAll("input[type=radio]:checked").length,
    elements: root.querySelector(".samenspraak").querySelectorAll("*").length,
    yes: numbers.at(0),
    no: numbers.at(1),
    open: numbers.at(-1),
    lines: root.querySelectorAll(".ss-scene .ss-line--yes").length,
  };
}
