// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// One case on one page: everything a handler does about it, and what the person
// then reads (groups J and K).

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { assertOnce, atDesk, CITIZEN, file, HANDLER, inDays } from "./support/desk.mjs";
import { assertHeadingHasFocus, focused, pressByKey, tabTo } from "./support/focus.mjs";
import { assertNothingLeft, look } from "./support/look.mjs";
import { assertNoSideways, assertTargets } from "./support/measure.mjs";
import { saysIn } from "./support/words.mjs";

const EVENTS = "**/v1/filings/*/events";
const WHY = "Wij hebben deze gegevens nog nodig voor uw hulp.";

// A handler at a case that somebody just filed.
async function atCase(server, arrive, files = (api) => file.request(api), settings) {
  const noor = await server.signIn(CITIZEN);
  const filed = await files(noor);
  const desk = await atDesk(arrive, settings);
  await desk.open(filed);
  const read = () => noor.get(`/v1/filings/${filed.id}`);
  return { noor, filed, desk, read };
}

const last = (filing) => filing.events.at(-1);

journey("a new case on one page: what was filed, by when, whose, what happened", async ({ server, arrive }) => {
  const { filed, desk } = await atCase(server, arrive, (api) => file.request(api, "rectification"));
  await assertHeadingHasFocus(desk.page, desk.screen.say("case.kind.rectification"));
  for (const text of [filed.reference, "Er staat twee kinderen.", "Ik heb drie kinderen.", "AVG, art. 12 lid 3"]) {
    await desk.page.getByText(text).first().waitFor();
  }
  await desk.screen.says("case.event.filed", { who: "Noor de Wit" });
  await look(desk.visitor, "case");
  await desk.page.setViewportSize({ width: 320, height: 640 });
  await assertNoSideways(desk.page, "a case");
  await assertTargets(desk.page, "a case");
});

journey("in English too", async ({ server, arrive }) => {
  const { desk } = await atCase(server, arrive, file.complaint, { locale: "en" });
  await look(desk.visitor, "case-complaint");
  await desk.begin("decided");
  await look(desk.visitor, "case-decide");
});

journey("taking it up and deciding, by keyboard alone; the person reads it all", async ({ server, arrive }) => {
  const { filed, desk, read } = await atCase(server, arrive);
  const { page, screen } = desk;
  await pressByKey(page, screen.say("act.acknowledged"));
  await assertHeadingHasFocus(page, screen.say("act.form.acknowledged"));
  await pressByKey(page, screen.say("act.send.acknowledged"));
  await assertHeadingHasFocus(page, screen.say("act.news.acknowledged"));
  assert.equal((await read()).status, "in-progress");

  await pressByKey(page, screen.say("act.decided"));
  await assertHeadingHasFocus(page, screen.say("act.form.decided"));
  await screen.says("act.remedies");
  await tabTo(page, (now) => now.type === "radio", "the outcomes");
  await page.keyboard.press("ArrowUp");
  await tabTo(page, (now) => now.tag === "textarea", "the reasons");
  await page.keyboard.type(WHY);
  await look(desk.visitor, "case-decide");
  await pressByKey(page, screen.say("act.send.decided"));
  await assertHeadingHasFocus(page, screen.say("act.news.decided"));
  await look(desk.visitor, "case-decided");
  const seen = await read();
  assert.deepEqual([seen.status, seen.outcome, last(seen).text], ["decided", "refused", WHY]);
  assert.ok(seen.remedies.nl, "and what to do next (K8)");
  assert.equal(last(seen).by, undefined, "the person reads that the municipality did it, never who (I3)");
  await assertOnce(await server.signIn(HANDLER), filed.id, "decided");
  await assertNothingLeft(page);
});

journey("a decision without reasons is refused in the form, and by the server", async ({ server, arrive }) => {
  const { filed, desk, read } = await atCase(server, arrive);
  await desk.begin("decided");
  await desk.send("decided");
  await desk.screen.stands("act.wrong");
  const now = await focused(desk.page);
  assert.equal(now.role, "alert", "the summary has the focus");
  await look(desk.visitor, "case-decide-wrong");
  await desk.screen.press("act.wrong.text-missing");
  assert.equal((await focused(desk.page)).tag, "textarea");
  assert.equal((await read()).events.length, 1);
  const samira = await server.signIn(HANDLER);
  const path = `/v1/filings/${filed.id}`;
  const etag = (await samira.send("GET", path)).headers.get("etag");
  const refused = await samira.send("POST", `${path}/events`, {
    body: { type: "decided", outcome: "refused" }, headers: { "If-Match": etag },
  });
  assert.equal(refused.status, 400);
  assert.deepEqual((await refused.json()).invalidParams.map((wrong) => wrong.name), ["/text"]);
});

journey("asking for information: the term runs on for a request, and stands still for an objection", async ({ server, arrive }) => {
  const { desk, read } = await atCase(server, arrive);
  await desk.begin("information-requested");
  await desk.screen.says("act.runs-on");
  await desk.field("act.text.information-requested").fill("Welke brief bedoelt u?");
  await desk.field("act.field.respond-before").fill(inDays(0));
  await desk.send("information-requested");
  await desk.screen.stands("act.wrong");
  await desk.field("act.field.respond-before").fill(inDays(14));
  await desk.send("information-requested");
  await desk.recorded("information-requested");
  const seen = await read();
  assert.deepEqual([seen.status, last(seen).text, last(seen).respondBefore],
    ["awaiting-information", "Welke brief bedoelt u?", inDays(14)]);
  assert.ok(seen.deadline.answerBefore, "the term of a request under the GDPR runs on");

  // The term to decide runs from the end of the term to object: this one came after it (Awb 7:10).
  const objection = await atCase(server, arrive, (api) => file.objection(api, inDays(-60), "Ik was ziek."));
  await objection.desk.screen.says("case.late");
  await objection.desk.begin("information-requested");
  await objection.desk.screen.says("act.suspends");
  await objection.desk.field("act.text.information-requested").fill("Wat zijn uw gronden?");
  await objection.desk.field("act.field.respond-before").fill(inDays(14));
  await objection.desk.send("information-requested");
  await objection.desk.recorded("information-requested");
  assert.equal((await objection.read()).deadline.standing, "suspended");
  await look(objection.desk.visitor, "case-suspended");
});

journey("forwarding keeps the day of receipt; sending on ends it here", async ({ server, arrive }) => {
  const { filed, desk, read } = await atCase(server, arrive, file.complaint);
  await desk.begin("forwarded");
  await desk.page.getByText(desk.screen.sayIn("act.forwarded.text")).waitFor();
  await desk.page.getByRole("radio", { name: desk.screen.say("case.kind.objection") }).check();
  await desk.field("act.text.forwarded").fill("Dit gaat over uw gegevens.");
  await desk.send("forwarded");
  await desk.recorded("forwarded");
  await desk.screen.stands("case.kind.objection");
  const seen = await read();
  assert.deepEqual([seen.kind, seen.receivedOn], ["objection", filed.receivedOn]);

  await desk.begin("sent-on");
  await desk.field("act.field.authority").fill("Gemeente Breda");
  await desk.field("act.text.sent-on").fill("Breda heeft dit besloten.");
  await desk.send("sent-on");
  await desk.recorded("sent-on");
  assert.deepEqual([(await read()).status, last(await read()).authority], ["sent-on", "Gemeente Breda"]);
  assert.equal(await desk.screen.button("act.decided").count(), 0, "there is nothing left to do");
});

journey("extending is possible once: it says to which day, and is then no longer offered", async ({ server, arrive }) => {
  const { filed, desk, read } = await atCase(server, arrive);
  await desk.begin("extended");
  await look(desk.visitor, "case-extend");
  const send = desk.screen.button("act.send.extended");
  const promised = await send.innerText();
  await desk.field("act.text.extended").fill("Er zijn veel stukken.");
  await send.click();
  await desk.recorded("extended");
  const seen = await read();
  assert.equal(seen.deadline.extended, true);
  const day = new Date(seen.deadline.answerBefore).toLocaleDateString("nl", { dateStyle: "long", timeZone: "UTC" });
  assert.ok(promised.includes(day), "the day is the day that was promised");
  await desk.screen.says("case.extended");
  assert.equal(await desk.screen.button("act.extended").count(), 0);
  const samira = await server.signIn(HANDLER);
  const path = `/v1/filings/${filed.id}`;
  const headers = { "If-Match": (await samira.send("GET", path)).headers.get("etag") };
  const again = await samira.send("POST", `${path}/events`, { body: { type: "extended", text: "Nog langer." }, headers });
  assert.equal(again.status, 409);
});

journey("an objection whose day is not known yet gets its day when it is taken up", async ({ server, arrive }) => {
  const { desk, read } = await atCase(server, arrive, (api) => file.objection(api));
  await desk.screen.says("desk.no-day");
  assert.equal((await read()).deadline.answerBefore, undefined);
  await desk.begin("acknowledged");
  await desk.field("act.field.notified-on").fill(inDays(-10));
  await desk.send("acknowledged");
  await desk.recorded("acknowledged");
  assert.ok((await read()).deadline.answerBefore);
});

journey("after a granted correction the recipients are told, and the person sees that they did it", async ({ server, arrive }) => {
  const noor = await server.signIn(CITIZEN);
  const [line] = (await noor.all("/v1/disclosures")).filter((it) => it.action !== "not-shared");
  const { desk, read } = await atCase(server, arrive, (api) => api.post("/v1/rights-requests", {
    kind: "erasure", language: "nl", explanation: "Dit klopt niet.", origin: { kind: "disclosure", id: line.id },
  }));
  await desk.screen.stands("case.line");
  await look(desk.visitor, "case-origin");
  await desk.begin("decided");
  await desk.page.getByRole("radio", { name: desk.screen.say("case.outcome.granted") }).check();
  await desk.field("act.text.decided").fill("U heeft gelijk.");
  await desk.send("decided");
  await desk.recorded("decided");
  await desk.screen.stands("case.recipients");
  const tell = desk.page.getByRole("button", { name: desk.screen.sayIn("case.recipient.tell") }).first();
  await tell.click();
  await desk.send("recipient-told");
  await desk.recorded("recipient-told");
  await desk.page.getByRole("button", { name: desk.screen.sayIn("case.recipient.has-done") }).first().click();
  await desk.send("recipient-acknowledged");
  await desk.recorded("recipient-acknowledged");
  await look(desk.visitor, "case-recipients");
  const [recipient] = (await read()).recipients.filter((it) => it.toldAt);
  assert.ok(recipient.acknowledgedAt);
});

journey("the letter: a page to print, and a file", async ({ server, arrive }) => {
  const { desk } = await atCase(server, arrive);
  await desk.begin("extended");
  await desk.field("act.text.extended").fill("Er zijn veel stukken.");
  await desk.send("extended");
  await desk.recorded("extended");
  const news = desk.page.getByRole("link", { name: desk.screen.say("case.letter.open") }).first();
  const [letter] = await Promise.all([desk.visitor.context.waitForEvent("page"), news.click()]);
  await letter.getByText("Er zijn veel stukken.").waitFor();
  const saving = desk.page.waitForEvent("download");
  await desk.screen.press("receipt.pdf");
  assert.match((await saving).suggestedFilename(), /\.pdf$/);
});

journey("two handlers on one case: the second sees what the first did, and loses nothing", async ({ server, arrive }) => {
  const { filed, desk, read } = await atCase(server, arrive);
  await desk.begin("decided");
  await desk.page.getByRole("radio", { name: desk.screen.say("case.outcome.refused") }).check();
  await desk.field("act.text.decided").fill(WHY);

  const colleague = await server.signIn(HANDLER);
  const path = `/v1/filings/${filed.id}`;
  const headers = { "If-Match": (await colleague.send("GET", path)).headers.get("etag") };
  await colleague.post(`${path}/events`, { type: "acknowledged" }, headers);

  await desk.send("decided");
  await desk.recorded("changed");
  await assertHeadingHasFocus(desk.page, desk.screen.say("act.news.changed"));
  const alert = desk.page.locator(".ss-alert").first();
  assert.match(await alert.innerText(), saysIn("nl", "case.event.acknowledged"), "what the colleague did");
  await look(desk.visitor, "case-changed");
  assert.equal(await desk.field("act.text.decided").inputValue(), WHY);
  assert.ok(await desk.page.getByRole("radio", { name: desk.screen.say("case.outcome.refused") }).isChecked());
  assert.equal((await read()).status, "in-progress", "nothing was recorded");
  await desk.send("decided");
  await desk.recorded("decided");
  assert.equal((await read()).outcome, "refused");
});

journey("pressed twice, cut off, reloaded: it is recorded once, and what was typed stays", async ({ server, arrive }) => {
  const { filed, desk } = await atCase(server, arrive);
  await desk.begin("decided");
  await desk.page.getByRole("radio", { name: desk.screen.say("case.outcome.partly-granted") }).check();
  await desk.field("act.text.decided").fill(WHY);
  await desk.page.reload();
  await desk.screen.stands("act.form.decided");
  assert.equal(await desk.field("act.text.decided").inputValue(), WHY);

  // It arrives, but the answer does not come back.
  await desk.visitor.context.route(EVENTS, async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  }, { times: 4 });
  await desk.screen.button("act.send.decided").dblclick();
  await desk.screen.stands("act.offline.title");
  await look(desk.visitor, "case-offline");
  await desk.screen.press("action.again");
  await desk.recorded("decided");
  const { event } = await assertOnce(await server.signIn(HANDLER), filed.id, "decided");
  assert.equal(event.text, WHY);
  await assertNothingLeft(desk.page);
});

journey("signed out while typing: it is kept, and sent after signing in", async ({ server, arrive }) => {
  const { filed, desk } = await atCase(server, arrive);
  await desk.begin("extended");
  await desk.field("act.text.extended").fill("Er zijn veel stukken.");
  await desk.visitor.signOut();
  await desk.send("extended");
  await desk.screen.stands("act.signed-out.title");
  await desk.visitor.signIn(HANDLER);
  await desk.screen.press("action.again");
  await desk.recorded("extended");
  await assertOnce(await server.signIn(HANDLER), filed.id, "extended");
});

journey("two that look alike are shown to each other, and never merged", async ({ server, arrive }) => {
  const noor = await server.signIn(CITIZEN);
  const first = await file.request(noor);
  const { filed, desk } = await atCase(server, arrive);
  await desk.screen.stands("case.alike");
  await desk.screen.button("case.alike.open", { number: first.reference }).click();
  await desk.page.getByText(first.reference).first().waitFor();
  await desk.screen.button("case.alike.open", { number: filed.reference }).waitFor();
});

journey("what the person had seen and decided stands there, in the words that were shown", async ({ server, arrive }) => {
  const noor = await server.signIn(CITIZEN);
  const request = await noor.openRequest();
  await noor.decide(request);
  const record = (await noor.records()).find((it) => it.consentRequestId === request.id);
  const filed = await noor.post("/v1/rights-requests", {
    kind: "objection", language: "nl", explanation: "Ik wil dit niet.", origin: { kind: "consent-record", id: record.id },
  });
  const desk = await atDesk(arrive);
  await desk.open(filed);
  await desk.screen.stands("case.consent");
  await desk.page.getByText(desk.screen.say("case.consent.text")).click();
  await desk.page.getByText(record.item.consequencesIfGiven.nl).waitFor();
  await desk.page.getByText(request.noticeHashes.nl).waitFor();
  await look(desk.visitor, "case-consent");
});

journey("a case of another municipality does not exist", async ({ server, arrive }) => {
  const noor = await server.signIn(CITIZEN);
  const filed = await file.request(noor);
  const ilse = await server.signIn("ilse-nijhuis");
  assert.equal((await ilse.send("GET", `/v1/filings/${filed.id}`)).status, 404);
  const desk = await atDesk(arrive, { persona: "ilse-nijhuis" });
  await desk.page.locator("samenspraak-widget").evaluate((it, id) => it.setAttribute("place", `case/${id}`), filed.id);
  await desk.screen.stands("record.missing.title");
});
