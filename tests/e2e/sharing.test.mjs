// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Sharing without consent: a decision with a danger, a ground and a second person; the
// person is told before, or afterwards with a day to look again (group H).

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { inDays } from "./support/desk.mjs";
import { focused } from "./support/focus.mjs";
import { look } from "./support/look.mjs";
import { assertNoSideways, assertTargets } from "./support/measure.mjs";
import { assertNothingKept, atSheet, CLIENT, today, WORKER } from "./support/sheet.mjs";

const DANGER = "Er is vannacht met geweld gedreigd.";

async function deciding(arrive, settings = {}) {
  const sheet = await atSheet(arrive, "sharing/new", settings);
  await sheet.stands("sharing.new");
  return sheet;
}

// A first party that is not the same as the other.
async function sharing(sheet, { from = 1, to = 2, channel = "oral" } = {}) {
  await sheet.line("sharing.ask.sharings-senderId").selectOption({ index: from });
  await sheet.line("sharing.ask.sharings-recipientId").selectOption({ index: to });
  await sheet.group("sharing.ask.sharings-dataTypeIds").getByRole("checkbox").first().check();
  await sheet.line("sharing.ask.sharings-purposeId").selectOption({ index: 1 });
  if (channel) await sheet.choose(`sharing.channel.${channel}`);
}

async function danger(sheet) {
  await sheet.choose("sharing.decision.share");
  await sheet.pick("sharing.ask.subject-id", CLIENT);
  await sheet.choose("sharing.kind.danger");
  await sheet.fill("sharing.ask.danger", DANGER);
  await sheet.radio("vital-interest");
  await sheet.fill("sharing.ask.rationale", "Alleen het wijkteam kan vandaag nog langsgaan.");
  await sharing(sheet);
  await sheet.consult("sharing");
}

journey("told before: the person sees it at once", async ({ server, arrive }) => {
  const sheet = await deciding(arrive);
  await look(sheet.visitor, "sharing-new");
  await danger(sheet);
  await sheet.choose("sharing.timing.before");
  await sheet.fill("sharing.ask.notification-informedOn", today());
  await look(sheet.visitor, "sharing-filled");
  await sheet.record("disclosure-decisions", "sharing.record");
  await sheet.stands("sharing.done");
  await look(sheet.visitor, "sharing-done");
  const worker = await server.signIn(WORKER);
  const decision = (await worker.get("/v1/disclosure-decisions")).items.find((it) => it.danger === DANGER);
  assert.deepEqual([decision.kind, decision.notificationStatus], ["danger", "told"]);
  const noor = await server.signIn(CLIENT);
  const lines = await noor.all("/v1/disclosures");
  assert.ok(lines.some((line) => line.id === decision.disclosureIds[0]), "it is on her time line");
  await assertNothingKept(sheet.page);
});

journey("told afterwards: waits for a day, is postponed with a reason, and released", async ({ server, arrive }) => {
  const sheet = await deciding(arrive);
  await danger(sheet);
  await sheet.choose("sharing.timing.afterwards");
  await sheet.choose("withheld.reason.safety-of-others");
  await sheet.fill("sharing.ask.notification-reviewDate", inDays(7));
  await sheet.record("disclosure-decisions", "sharing.record");
  await sheet.stands("sharing.done");
  const worker = await server.signIn(WORKER);
  const decision = (await worker.get("/v1/disclosure-decisions")).items.find((it) => it.danger === DANGER);
  const noor = await server.signIn(CLIENT);
  const seen = async () => (await noor.all("/v1/disclosures")).some((line) => line.id === decision.disclosureIds[0]);
  assert.equal(await seen(), false, "it leaves no trace for her");

  await sheet.press("sharing.back");
  await sheet.stands("sharing.title");
  await look(sheet.visitor, "sharing");
  const row = sheet.page.getByRole("button", { name: sheet.screen.sayIn("sharing.kind.danger") }).first();
  assert.match(await row.getAttribute("aria-label"), /^Noor de Wit: /, "which decision of this person it is");
  await sheet.page.getByRole("button", { name: "Noor de Wit" }).first().click();
  await sheet.stands("sharing.act");
  await look(sheet.visitor, "sharing-decision");
  await sheet.press("sharing.wait");
  await sheet.press("sharing.wait.yes");
  await sheet.stands("sheet.wrong");
  await sheet.fill("sharing.ask.reason", "Het gevaar is er nog.");
  await sheet.fill("sharing.ask.reviewDate", inDays(14));
  await look(sheet.visitor, "sharing-wait");
  await sheet.press("sharing.wait.yes");
  await sheet.page.getByText("Het gevaar is er nog.").waitFor();
  assert.equal(await seen(), false);

  await sheet.press("sharing.tell");
  await sheet.press("sharing.tell.yes", { name: "Noor de Wit" });
  await sheet.screen.says("sharing.event.released", { who: "Lotte Visser" });
  assert.equal(await seen(), true, "she sees it now, with her rights");
  const { notificationStatus, events } = await worker.get(`/v1/disclosure-decisions/${decision.id}`);
  assert.deepEqual([notificationStatus, events.length], ["released", 2]);
});

journey("nobody is made to share: not sharing is recorded with a reason", async ({ server, arrive }) => {
  const sheet = await deciding(arrive);
  await sheet.choose("sharing.decision.not-share");
  await sheet.pick("sharing.ask.subject-id", CLIENT);
  await sharing(sheet);
  await sheet.pick("sharing.ask.groundId", "vital-interest");
  await sheet.choose("sharing.not-shared.professional-judgement");
  await look(sheet.visitor, "sharing-not");
  await sheet.record("disclosures", "sharing.record-not");
  await sheet.stands("sharing.done");
  const noor = await server.signIn(CLIENT);
  const lines = await noor.all("/v1/disclosures");
  assert.ok(lines.some((line) => line.action === "not-shared" && line.notSharedReason === "professional-judgement"
    && line.occurredAt.startsWith(today())));
});

journey("nothing is decided alone, or without a danger and a ground", async ({ server, arrive }) => {
  const sheet = await deciding(arrive, { locale: "en" });
  await sheet.press("sharing.record");
  await sheet.stands("sheet.wrong");
  assert.equal((await focused(sheet.page)).role, "alert");
  await sheet.choose("sharing.decision.share");
  await sheet.choose("sharing.kind.child-protection-board");
  await sheet.press("sharing.record");
  await sheet.stands("sheet.wrong");
  await look(sheet.visitor, "sharing-wrong");
  await sheet.press("sharing.row.add");
  assert.equal((await focused(sheet.page)).tag, "select", "the new sharing has the focus");
  await look(sheet.visitor, "sharing-rows");
  await sheet.page.setViewportSize({ width: 320, height: 640 });
  await assertNoSideways(sheet.page, "the form of a decision");
  await assertTargets(sheet.page, "the form of a decision");
  const worker = await server.signIn(WORKER);
  const before = (await worker.get("/v1/disclosure-decisions")).items.length;
  await danger(sheet);
  await sheet.fill("sharing.ask.consultation-colleague-displayName", "Lotte Visser");
  await sheet.press("sharing.row.remove", { n: 2 });
  await sheet.choose("sharing.timing.before");
  await sheet.fill("sharing.ask.notification-informedOn", today());
  await sheet.press("sharing.record");
  await sheet.page.getByText(sheet.screen.sayIn("sheet.wrong.second-person-missing")).first().waitFor();
  assert.equal((await worker.get("/v1/disclosure-decisions")).items.length, before, "nothing was recorded");
});

journey("without a network a decision stands in the list, as still to be sent", async ({ server, arrive }) => {
  const sheet = await deciding(arrive);
  await sheet.visitor.context.setOffline(true);
  await danger(sheet);
  await sheet.choose("sharing.timing.before");
  await sheet.fill("sharing.ask.notification-informedOn", today());
  await sheet.press("sharing.record");
  await sheet.stands("sharing.done");
  await sheet.press("sharing.back");
  await sheet.stands("sharing.title");
  const row = sheet.page.getByRole("listitem").filter({ hasText: sheet.screen.sayIn("sharing.waiting") });
  await row.getByRole("heading", { name: "Noor de Wit" }).waitFor();
  assert.equal(await row.getByRole("button").count(), 0, "the backend does not have it yet");
  await look(sheet.visitor, "sharing-waiting");
  await sheet.visitor.context.setOffline(false);
  await sheet.page.getByRole("button", { name: "Noor de Wit" }).first().waitFor();
  await row.waitFor({ state: "detached" });
  const worker = await server.signIn(WORKER);
  const decisions = (await worker.get("/v1/disclosure-decisions")).items.filter((it) => it.danger === DANGER);
  assert.equal(decisions.length, 1);
});
