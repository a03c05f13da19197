// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Waiting for an answer that takes time itself. Playwright's own `waitForFunction` takes
// the promise of an answer for a yes.

import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MS = 20_000;
const BETWEEN_MS = 100;

/** Asks the page until it answers yes. */
export async function until(page, ask, given) {
  const last = Date.now() + PATIENCE_MS;
  while (!(await page.evaluate(ask, given))) {
    if (Date.now() > last) throw new Error(`this never came true: ${ask}`);
    await pause(BETWEEN_MS);
  }
}
