// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What comes back after a visit: to the worker a day to look again, a no that waits for
// its outcome, parents who do not agree; to the client what was entered at the table.

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { inDays } from "./support/desk.mjs";
import { atTable } from "./support/intake.mjs";
import { look } from "./support/look.mjs";
import { Screen } from "./support/screens.mjs";
import { atSheet, CLIENT, openRequest, WORKER } from "./support/sheet.mjs";
import { sentence } from "./support/words.mjs";

const PARENTS = ["Anouk Kuipers", "Dirk Kuipers"];

// Decided days ago on a device without a network, to be looked at again yesterday.
const overdue = () => ({
  subject: { id: CLIENT, displayName: "Noor de Wit" },
  kind: "veilig-thuis",
  danger: "Iemand in huis slaat haar.",
  groundId: "report-veilig-thuis",
  rationale: "Alleen Veilig Thuis kan dit veilig onderzoeken.",
  consultation: {
    colleague: { id: "karim-haddad", displayName: "Karim Haddad" },
    function: "aandachtsfunctionaris",
    date: inDays(-4),
    anonymised: true,
  },
  sharings: [{
    senderId: "municipality", recipientId: "veilig-thuis", dataTypeIds: ["household"], purposeId: "investigate-safety",
    channel: "oral",
  }],
  notification: { timing: "afterwards", reason: "safety-of-others", reviewDate: inDays(-1) },
  decidedAt: `${inDays(-4)}T12:00:00Z`,
});

journey("the day to look again comes back as a number in the navigation, until it was looked at", async ({ server, arrive }) => {
  const worker = await server.signIn(WORKER);
  const sent = { "Device-Time": new Date().toISOString() };
  const { id } = await worker.post("/v1/disclosure-decisions", overdue(), sent);
  const table = await atTable(arrive);
  const { page, screen } = table;
  const view = page.getByRole("navigation", { name: screen.say("desk.views") })
    .getByRole("button", { name: screen.sayIn("sharing.title") });
  await view.getByText(screen.sayIn("sharing.number", { n: 1 })).waitFor();
  await look(table.visitor, "afterwards-number");
  await view.click();
  await screen.stands("sharing.title");
  await screen.says("sharing.due.one", { n: 1 });
  await page.getByRole("button", { name: "Noor de Wit" }).first().click();
  await screen.stands("sharing.act");
  await screen.press("sharing.tell");
  await screen.press("sharing.tell.yes", { name: "Noor de Wit" });
  await screen.says("sharing.event.released", { who: "Lotte Visser" });
  await page.getByRole("navigation", { name: screen.say("desk.views") })
    .getByRole("button", { name: screen.say("intake.clients") }).click();
  await screen.stands("intake.clients");
  await view.getByText(screen.sayIn("sharing.number")).waitFor({ state: "detached" });
  assert.equal((await worker.get(`/v1/disclosure-decisions/${id}`)).notificationStatus, "released");
});

journey("after a no, from the list to the outcome by its button", async ({ server, arrive }) => {
  const noor = await server.signIn(CLIENT);
  await noor.decide(await noor.openRequest(), () => "no");
  const table = await atTable(arrive);
  const { page, screen } = table;
  const row = page.locator(".ss-client").filter({ hasText: "Noor de Wit" });
  await row.getByText(screen.say("intake.outcome-missing")).waitFor();
  await row.getByRole("button", { name: "Noor de Wit", exact: true }).click();
  await page.getByRole("heading", { name: "Noor de Wit", level: 1 }).waitFor();
  // It says to who listens which question it follows.
  await page.getByRole("button", { name: screen.sayIn("outcome.begin") }).filter({ hasText: screen.say("outcome.begin") }).first().click();
  await screen.stands("outcome.together");
});

journey("a parent refuses on the turned screen: no agreement once all answered, and never whose no it is", async ({ server, arrive }) => {
  const worker = await server.signIn(WORKER);
  const { id } = await openRequest(worker, "sem-kuipers");
  const sem = await server.signIn("sem-kuipers");
  await sem.decide(await sem.openRequest());
  const table = await atTable(arrive);
  const { page, screen } = table;
  await page.getByRole("button", { name: "Sem Kuipers", exact: true }).click();
  await screen.press("intake.asked-at");
  for (const [index, name] of PARENTS.entries()) {
    await screen.press("intake.turn", { name });
    await screen.decideHere(() => (index === 0 ? "no" : "yes"));
    await screen.press("turned.give-back-done");
    await screen.press("turned.yes");
    await screen.button("intake.turn", { name }).waitFor({ state: "detached" });
    if (index > 0) continue;
    await page.getByText(screen.sayIn("intake.online")).first().waitFor();
    const { items } = await worker.get(`/v1/consent-requests/${id}`);
    const read = items.flatMap((item) => item.standing?.status ?? []);
    assert.deepEqual([...new Set(read)], ["pending"], "beside who is waited for, a no would have a name");
    const { requests } = (await worker.all("/v1/clients")).find((it) => it.person.id === "sem-kuipers");
    assert.equal(requests.find((it) => it.id === id).outcomeMissing, false);
  }
  await screen.says("intake.made.answered");
  assert.equal(await page.getByText(screen.say("intake.has-answered")).count(), 3, "that they answered, and no more");
  await look(table.visitor, "afterwards-no-agreement");
  await page.getByText(screen.sayIn("intake.online")).first().waitFor();
  const { items } = await worker.get(`/v1/consent-requests/${id}`);
  const asked = items.filter((item) => item.standing);
  assert.ok(asked.length > 0);
  for (const { standing } of asked) {
    assert.equal(standing.status, "refused", "one no is no");
    const { events } = await worker.get(`/v1/consent-records/${standing.recordId}`);
    assert.deepEqual(events.filter((event) => event.expressedBy), [], "who said what is not for staff");
  }
  await page.getByRole("button", { name: screen.say("intake.to-clients") }).first().click();
  await page.locator(".ss-client").filter({ hasText: "Sem Kuipers" })
    .getByText(screen.say("intake.outcome-missing")).waitFor();
});

journey("what was entered at the table is found at home, with who entered it, and stopped there", async ({ server, arrive }) => {
  const worker = await server.signIn(WORKER);
  const { id } = await openRequest(worker, CLIENT);
  const sheet = await atSheet(arrive, `entry/${id}/0`);
  await sheet.choose("entry.method.oral-in-conversation");
  await sheet.fill("entry.ask.expression-conversationReference", "keukentafel 14");
  await sheet.press("entry.onward");
  await sheet.screen.answer(() => "yes");
  await sheet.press("choose.onward");
  await sheet.record("decisions", "entry.record", { name: "Noor de Wit" });
  await sheet.stands("entry.done");
  const saving = sheet.page.waitForEvent("download");
  await sheet.press("receipt.pdf");
  const file = await saving;
  assert.match(file.suggestedFilename(), /\.pdf$/);
  await sheet.screen.says("receipt.saved");

  const home = await arrive({ persona: CLIENT });
  await home.open();
  const screen = new Screen(home);
  await screen.toConsents();
  await home.page.getByRole("button", { name: screen.sayIn("consents.look") }).first().click();
  // She signs for herself, so her capacity is not said.
  const [, entered] = sentence("nl", "record.entered.oral-in-conversation").split("{capacity}");
  await home.page.getByText(entered.trim()).first().waitFor();
  await look(home, "afterwards-entered");
  await screen.control("record.stop").click();
  await screen.press("record.ask.stop.yes");
  await screen.says("record.news.stopped");
  const records = await (await server.signIn(CLIENT)).records();
  assert.ok(records.some((record) => record.status === "withdrawn"), "stopped at home");
});
