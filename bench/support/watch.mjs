// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * Runs inside the page before anything else. `pressable` resolves with the
 * milliseconds from the navigation to the end of the first frame in which a
 * press on the first radio button would reach it.
 */
export function watch() {
  const first = () => {
    const widget = document.querySelector("samenspraak-widget");
    return (widget?.shadowRoot ?? document).querySelector("fieldset input[type=radio]");
  };
  const reachable = (radio) => {
    if (!radio || radio.disabled) return false;
    const { left, top, width, height } = radio.getBoundingClientRect();
    const hit = radio.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
    return radio.closest("label").contains(hit);
  };
  const patience = 30_000;
  globalThis.pressable = new Promise((done, fail) => {
    const look = () => {
      if (performance.now() > patience) return fail(new Error("there is no radio button to press"));
      if (!reachable(first())) return requestAnimationFrame(look);
      // A message is delivered after the frame that this one prepares.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage("");
    };
    requestAnimationFrame(look);
  });
  globalThis.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => globalThis.violations.push(event.violatedDirective));
}

/** Runs inside the page when it stands: what it is made of and what it took. */
export function sizes() {
  const widget = document.querySelector("samenspraak-widget");
  const screen = (widget?.shadowRoot ?? document).querySelector(".samenspraak");
  const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  return {
    question: screen.querySelector(".ss-question").textContent,
    radios: screen.querySelectorAll("input[type=radio]").length,
    elements: screen.querySelectorAll("*").length,
    kilobytes: entries.reduce((sum, entry) => sum + entry.encodedBodySize, 0) / 1000,
    violations: globalThis.violations,
  };
}
