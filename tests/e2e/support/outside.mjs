// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What is around a device in a test without a browser: a backend, and the locks of tabs.

/** A backend that stores what it has not seen, and answers what it is told to. */
export function backend() {
  const it = { arrived: [], answers: new Map(), reached: true, signedIn: true };
  it.send = async ({ key }) => {
    if (!it.reached) throw new TypeError("failed to fetch");
    const { status, body = {} } = it.answers.get(key) ?? { status: 201 };
    if (status < 300 && !it.arrived.includes(key)) it.arrived.push(key);
    return { status, body };
  };
  it.isOurs = async () => {
    if (!it.reached) throw new TypeError("failed to fetch");
    return it.signedIn;
  };
  return it;
}

/** Locks as browsers have them: whoever asks waits for who came before. */
export const oneAtATime = () => {
  let last = Promise.resolve();
  return { request: (_, work) => (last = last.then(work, work)) };
};
