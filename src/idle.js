// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// On a shared computer a screen that nobody touches is cleared, after a warning
// of a minute (or half the time, when there is less).
export function watchIdle(milliseconds, ended, widget) {
  const notice = Math.min(60_000, milliseconds / 2);
  let warning, clearing, warned;
  const stop = () => {
    clearTimeout(warning);
    clearTimeout(clearing);
  };
  const stir = () => {
    stop();
    if (warned) widget()?.idle(false);
    warned = false;
    warning = setTimeout(() => {
      warned = true;
      widget()?.idle(true);
    }, milliseconds - notice);
    clearing = setTimeout(() => {
      stop();
      widget()?.clear();
    }, milliseconds);
  };
  for (const name of ["pointerdown", "keydown", "wheel", "touchmove"]) {
    addEventListener(name, stir, { signal: ended, passive: true });
  }
  ended.addEventListener("abort", stop);
  stir();
  return { stir };
}
