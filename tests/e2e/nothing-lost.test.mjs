// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Nothing lost, nothing twice: the network is cut and the server is killed at the
// worst moments; afterwards every confirmed decision is stored exactly once.

import assert from "node:assert/strict";
import { assertNothingStored, assertStoredOnce } from "./support/api.mjs";
import { journey } from "./support/browser.mjs";
import { assertNothingLeft, assertOnlySession, look } from "./support/look.mjs";
import { Screen } from "./support/screens.mjs";

const DECISIONS = "**/v1/consent-requests/*/decisions";
const PRESENTATIONS = "**/v1/notice-presentations";
const ANYTHING = "**/v1/**";
const PERSONA = "ria-bakker";

// Ria at her question, everything answered, on the check page.
async function checking(arrive) {
  const ria = await arrive({ persona: PERSONA });
  const screen = new Screen(ria);
  await ria.open();
  await screen.answer((index) => (index === 0 ? "yes" : "no"));
  await screen.goOn();
  return { ria, screen };
}

// The screen says it is recorded, it is, once, and nothing is kept.
async function assertArrived(server, ria, screen) {
  await screen.done();
  const [line] = await assertStoredOnce(await server.signIn(PERSONA));
  assert.deepEqual([line.type, line.data.length], ["given", 1]);
  await assertNothingLeft(ria.page);
}

journey("the network is cut before the send: kept, said, and sent when it is back", async ({ server, arrive }) => {
  const { ria, screen } = await checking(arrive);
  await ria.context.setOffline(true);
  await screen.confirm();
  await screen.stands("offline.title");
  await assertNothingStored(await server.signIn(PERSONA));
  assert.equal((await assertOnlySession(ria.page)).length, 1, "the confirmation is kept");
  await look(ria, "offline");
  // Coming back online is enough; nobody has to press.
  await ria.context.setOffline(false);
  await assertArrived(server, ria, screen);
});

journey("the network is cut during the send: tried again with the same key", async ({ server, arrive }) => {
  const { ria, screen } = await checking(arrive);
  const keys = [];
  await ria.page.route(DECISIONS, async (route) => {
    keys.push(await route.request().headerValue("idempotency-key"));
    await (keys.length === 1 ? route.abort("connectionreset") : route.continue());
  });
  await screen.confirm();
  await assertArrived(server, ria, screen);
  assert.equal(keys.length, 2);
  assert.equal(keys[0], keys[1]);
});

journey("the answer is lost after the server stored it: told once more, not stored once more", async ({ server, arrive }) => {
  const { ria, screen } = await checking(arrive);
  let times = 0;
  await ria.page.route(DECISIONS, async (route) => {
    const answer = await route.fetch();
    assert.equal(answer.status(), 201);
    await (++times === 1 ? route.abort("connectionreset") : route.fulfill({ response: answer }));
  });
  await screen.confirm();
  await assertArrived(server, ria, screen);
  assert.equal(times, 2);
});

journey("the line stays dead after the server stored it: a reload finds the truth", async ({ server, arrive }) => {
  const { ria, screen } = await checking(arrive);
  await ria.page.route(DECISIONS, async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await screen.confirm();
  await screen.stands("offline.title");
  await ria.page.unrouteAll();
  await ria.page.reload();
  await assertArrived(server, ria, screen);
});

// Runs `at` with the first request that leaves the page for an address; that one gets no answer.
function cutFirst(page, address, at) {
  return new Promise((cut) => {
    let first = true;
    page.route(address, async (route) => {
      if (!first) return route.continue();
      first = false;
      await at(route);
      await route.abort("connectionreset");
      cut();
    });
  });
}

for (const [moment, stored] of [["before it heard of the confirmation", false], ["after it stored the confirmation", true]]) {
  journey(`the server is killed ${moment}, and started again`, async ({ server, arrive }) => {
    const { ria, screen } = await checking(arrive);
    const killed = cutFirst(ria.page, DECISIONS, async (route) => {
      if (stored) assert.equal((await route.fetch()).status(), 201);
      await server.kill();
    });
    await screen.confirm();
    await killed;
    await server.revive();
    // Sessions end with the server; the choices are kept until she is there again.
    await screen.stands("session-ended.title");
    assert.equal((await assertOnlySession(ria.page)).length, 1);
    if (!stored) await look(ria, "session-ended");
    await ria.signIn(PERSONA);
    await screen.press("session-ended.again");
    await assertArrived(server, ria, screen);
  });
}

journey("the server is killed while it records what she was shown", async ({ server, arrive }) => {
  const ria = await arrive({ persona: PERSONA });
  const screen = new Screen(ria);
  const killed = cutFirst(ria.page, PRESENTATIONS, () => server.kill());
  await ria.open();
  await killed;
  await server.revive();
  await screen.stands("session-ended.title");
  await ria.signIn(PERSONA);
  await screen.press("session-ended.again");
  await screen.decide((index) => (index === 0 ? "yes" : "no"));
  await assertArrived(server, ria, screen);
});

journey("the server is killed while she chooses: her choices are there when it is back", async ({ server, arrive }) => {
  const ria = await arrive({ persona: PERSONA });
  const screen = new Screen(ria);
  await ria.open();
  await screen.answer(() => "no");
  const chosen = await screen.checked();
  await server.kill();
  await server.revive();
  await ria.signIn(PERSONA);
  await ria.page.reload();
  await screen.asks();
  assert.deepEqual(await screen.checked(), chosen);
  await screen.goOn();
  await screen.confirm();
  await screen.done();
  await assertStoredOnce(await server.signIn(PERSONA));
});

journey("what was stored survives a server that is killed", async ({ server, arrive }) => {
  const { ria, screen } = await checking(arrive);
  await screen.confirm();
  await screen.done();
  await server.kill();
  await server.revive();
  await assertArrived(server, ria, screen);
});

journey("the backend is down when the page opens: said, and there again after a press", async ({ server, arrive }) => {
  const ria = await arrive({ persona: PERSONA });
  const screen = new Screen(ria);
  await ria.page.route(ANYTHING, (route) => route.abort("connectionrefused"));
  await ria.open();
  await screen.stands("not-loaded.title");
  await look(ria, "not-loaded");
  await ria.page.unrouteAll();
  await screen.press("action.again");
  await screen.decide();
  await assertStoredOnce(await server.signIn(PERSONA));
});
