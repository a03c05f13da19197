// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The client speaks and the worker types: what is recorded says who expressed it and
// who entered it, and the client can undo it at home (A7, E11, F7).

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { assertHeadingHasFocus, focused } from "./support/focus.mjs";
import { look } from "./support/look.mjs";
import { assertNoSideways, assertTargets } from "./support/measure.mjs";
import { assertNothingPreset } from "./support/screens.mjs";
import { assertNothingKept, atSheet, CLIENT, openRequest, today, WORKER } from "./support/sheet.mjs";

const CALL = "keukentafel 12";

// A worker who enters what a client says.
async function entering(server, arrive, person = CLIENT, who = 0, settings = {}) {
  const worker = await server.signIn(WORKER);
  const { id } = await openRequest(worker, person);
  const sheet = await atSheet(arrive, `entry/${id}/${who}`, settings);
  await sheet.group("entry.ask.expression-method").waitFor();
  return { worker, id, sheet };
}

const expressed = (records) => records.flatMap((record) => record.events).filter((event) => event.decisionId);

async function recordsOf(person, id) {
  const all = await person.all("/v1/consent-records");
  const mine = all.filter((record) => record.consentRequestId === id);
  return Promise.all(mine.map((record) => person.get(`/v1/consent-records/${record.id}`)));
}

journey("said at the table: the record says who said it and who typed it; stopped at home", async ({ server, arrive }) => {
  const { id, sheet } = await entering(server, arrive);
  await look(sheet.visitor, "entry");
  await sheet.choose("entry.method.oral-in-conversation");
  await sheet.fill("entry.ask.expression-conversationReference", CALL);
  await sheet.choose("entry.present.interpreter", "checkbox");
  await look(sheet.visitor, "entry-said");
  await sheet.press("entry.onward");
  await sheet.screen.asks();
  await assertNothingPreset(sheet.screen);
  await sheet.screen.answer((index) => (index === 0 ? "no" : "yes"));
  await look(sheet.visitor, "entry-questions");
  await sheet.press("choose.onward");
  await sheet.screen.heading("entry.check", { name: "Noor de Wit" }).waitFor();
  await assertHeadingHasFocus(sheet.page);
  await look(sheet.visitor, "entry-check");
  await sheet.record("decisions", "entry.record", { name: "Noor de Wit" });
  await sheet.stands("entry.done");
  await sheet.screen.says("entry.summary.home");
  await look(sheet.visitor, "entry-done");

  const noor = await server.signIn(CLIENT);
  await assertRecorded(noor, id);
  const given = (await recordsOf(noor, id)).find((record) => record.allowedEvents.includes("withdrawn"));
  const etag = (await noor.send("GET", `/v1/consent-records/${given.id}`)).headers.get("etag");
  const stopped = await noor.post(`/v1/consent-records/${given.id}/events`,
    { type: "withdrawn", language: "nl" }, { "If-Match": etag });
  assert.equal(stopped.status, "withdrawn", "what was said at the table is stopped at home");
});

async function assertRecorded(noor, id) {
  const events = expressed(await recordsOf(noor, id));
  assert.ok(events.length > 0);
  for (const { expressedBy, method, assistance } of events) {
    assert.deepEqual([expressedBy.id, method], [CLIENT, "oral-in-conversation"]);
    assert.deepEqual(assistance.present, ["interpreter"]);
    assert.equal(assistance.conversationReference, CALL);
    assert.equal(assistance.role, "intake-worker");
  }
}

journey("what is missing is said at its field, and nothing is preset", async ({ server, arrive }) => {
  const { sheet } = await entering(server, arrive, CLIENT, 0, { locale: "en" });
  await sheet.press("entry.onward");
  await sheet.stands("sheet.wrong");
  assert.equal((await focused(sheet.page)).role, "alert");
  await sheet.choose("entry.method.paper");
  await sheet.press("entry.onward");
  await sheet.stands("sheet.wrong");
  await look(sheet.visitor, "entry-wrong");
  const lines = sheet.page.getByRole("alert").getByRole("button");
  assert.equal(await lines.count(), 2);
  await sheet.fill("entry.ask.expression-signedOn", today());
  assert.match((await lines.allInnerTexts()).join(), sheet.screen.sayIn("sheet.wrong.missing-expression-attachmentId"), "what is mended is not called wrong any more");
  await sheet.page.setViewportSize({ width: 320, height: 640 });
  await assertNoSideways(sheet.page, "the form of an entry");
  await assertTargets(sheet.page, "the form of an entry");
});

journey("on paper: with the day of the signature and a scan", async ({ server, arrive }) => {
  const { id, sheet } = await entering(server, arrive);
  await sheet.choose("entry.method.paper");
  await sheet.fill("entry.ask.expression-signedOn", today());
  const pdf = { name: "getekend.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };
  await sheet.page.locator('input[type="file"]').setInputFiles(pdf);
  await sheet.page.getByText("1 kB").waitFor();
  await look(sheet.visitor, "entry-paper");
  await sheet.press("entry.onward");
  await sheet.screen.answer(() => "no");
  await sheet.press("choose.onward");
  await sheet.record("decisions", "entry.record", { name: "Noor de Wit" });
  await sheet.stands("entry.done");
  const events = expressed(await recordsOf(await server.signIn(CLIENT), id));
  for (const { method, assistance } of events) {
    assert.deepEqual([method, assistance.signedOn], ["paper", today()]);
    assert.ok(assistance.attachmentId);
  }
  assert.ok(events.length > 0);
});

journey("a person at a time: the answers of one are not shown with the other", async ({ server, arrive }) => {
  const { sheet } = await entering(server, arrive, "sem-kuipers", 9);
  await sheet.group("entry.ask.expression-personId").getByRole("radio").first().check();
  await sheet.choose("entry.method.assisted");
  await look(sheet.visitor, "entry-people");
  await sheet.press("entry.onward");
  await sheet.screen.answer(() => "yes");
  await sheet.press("action.back");
  await sheet.group("entry.ask.expression-personId").getByRole("radio").last().check();
  await sheet.press("entry.onward");
  await sheet.screen.asks();
  await assertNothingPreset(sheet.screen);
  await assertNothingKept(sheet.page);
});

journey("what a parent takes home says about whom it is, and that others still have to sign", async ({ server, arrive }) => {
  const { sheet } = await entering(server, arrive, "sem-kuipers", 1);
  await sheet.choose("entry.method.assisted");
  await sheet.press("entry.onward");
  await sheet.screen.answer(() => "yes");
  await sheet.press("choose.onward");
  await sheet.record("decisions", "entry.record", { name: "Anouk Kuipers" });
  await sheet.stands("entry.done");
  const paper = sheet.page.getByRole("region", { name: sheet.screen.sayIn("entry.summary", { name: "Anouk Kuipers" }) });
  for (const words of [sheet.screen.say("sharing.about-whom", { name: "Sem Kuipers" }), sheet.screen.say("done.awaits")]) {
    await paper.getByText(words).waitFor();
  }
  await look(sheet.visitor, "entry-parent");
});

journey("one parent who cannot be reached is recorded", async ({ server, arrive }) => {
  const { sheet, id, worker } = await entering(server, arrive, "sem-kuipers", 9);
  await sheet.page.getByText(sheet.screen.say("entry.missing")).click();
  const names = await sheet.group("entry.ask.expression-personId").getByRole("radio").count();
  await sheet.page.getByRole("button", { name: sheet.screen.say("entry.missing.person") }).last().click();
  await sheet.stands("entry.missing.done");
  await look(sheet.visitor, "entry-missing");
  const request = await worker.get(`/v1/consent-requests/${id}`);
  const record = await worker.get(`/v1/consent-records/${request.items.find((item) => item.standing).standing.recordId}`);
  assert.ok(names > 1 && record.events.some((event) => event.type === "signatory-missing"));
});

journey("without a network it is recorded on the device, and arrives later", async ({ server, arrive }) => {
  const { id, sheet } = await entering(server, arrive);
  await sheet.choose("entry.method.oral-in-conversation");
  await sheet.fill("entry.ask.expression-conversationReference", CALL);
  await sheet.choose("entry.present.interpreter", "checkbox");
  await sheet.press("entry.onward");
  await sheet.visitor.context.setOffline(true);
  await sheet.screen.answer(() => "yes");
  await sheet.press("choose.onward");
  await sheet.press("entry.record", { name: "Noor de Wit" });
  await sheet.stands("entry.done");
  const noor = await server.signIn(CLIENT);
  assert.equal(expressed(await recordsOf(noor, id)).length, 0, "nothing arrived yet");
  const arrived = sheet.arrives("decisions");
  await sheet.visitor.context.setOffline(false);
  await arrived;
  await assertRecorded(noor, id);
});
