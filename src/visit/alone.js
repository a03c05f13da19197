// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// One tab at a time. Browsers without Web Locks take turns within a tab only; then
// the idempotency keys see to it that what two tabs send is stored once.
export const aloneBy = (locks, name) => {
  if (locks) return (work) => locks.request(name, work);
  let last = Promise.resolve();
  return (work) => (last = last.then(work, work));
};
