// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * Runs inside the page before anything else: notes every task of more than 50 ms,
 * and how long the page was busy with every press and key.
 */
export function watchTasks() {
  globalThis.tasks = [];
  const note = (entries) => {
    for (const entry of entries) {
      const busy = entry.entryType === "event" ? entry.processingEnd - entry.processingStart : entry.duration;
      globalThis.tasks.push(busy);
    }
  };
  const watch = (settings) => {
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe(settings);
    return observer;
  };
  globalThis.observers = [
    watch({ type: "longtask", buffered: true }),
    watch({ type: "event", buffered: true, durationThreshold: 16 }),
  ];
  globalThis.note = note;
  // The queue, in the widget or in the page.
  globalThis.queue = () => document.querySelector("samenspraak-widget")?.shadowRoot ?? document;
}

/**
 * Runs inside the page: the longest since the last time, half a second after the last press. An idle
 * moment is not waited for: the plain table may have none.
 */
export async function longest() {
  await new Promise((done) => setTimeout(done, 500));
  for (const observer of globalThis.observers) globalThis.note(observer.takeRecords());
  const most = Math.max(0, ...globalThis.tasks);
  globalThis.tasks = [];
  return most;
}
