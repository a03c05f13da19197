// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// One front door: from a plain question to the proof that it was received
// (requirements J1 to J6, K1 to K4, K7, L12).

import assert from "node:assert/strict";
import { journey } from "./support/browser.mjs";
import { Desk, assertFiledOnce, documents, filings } from "./support/filing.mjs";
import { hostPage, widget } from "./support/host.mjs";
import { assertHeadingHasFocus, focused, pressByKey, tabTo } from "./support/focus.mjs";
import { assertNothingLeft, assertOnlySession, look } from "./support/look.mjs";
import { assertNoSideways, assertTargets } from "./support/measure.mjs";

const PERSONA = "noor-de-wit";
const FROM_LINES = "fatma-kaya";
const REQUESTS = "**/v1/rights-requests";

async function atDoor(arrive, { persona = PERSONA, place = "door", ...settings } = {}) {
  const visitor = await arrive({ persona, ...settings });
  return { visitor, page: visitor.page, desk: await Desk.at(visitor, place) };
}

// Every request under the GDPR: the way through the door, and what is filled in.
const REQUESTS_OF_A_PERSON = [
  ["access", [["want", "know"]], ""],
  ["erasure", [["want", "gone"]], "De hulp is gestopt."],
  ["restriction", [["want", "pause"]], "Het wordt nog uitgezocht."],
  ["portability", [["want", "copy"]], ""],
  ["objection", [["want", "use"], ["consent", "no"]], "Mijn school hoeft dit niet te weten."],
];

for (const locale of ["nl", "en"]) {
  journey(`every request leads from the door to its proof, in ${locale}`, async ({ server, arrive }) => {
    const api = await server.signIn(PERSONA);
    let before = (await filings(api)).length;
    for (const [kind, way, words] of REQUESTS_OF_A_PERSON) {
      const { visitor, desk } = await atDoor(arrive, { locale });
      if (kind === "access") {
        await desk.stands("door.ask.want");
        await look(visitor, "door");
      }
      for (const [question, answer] of way) await desk.answer(question, answer);
      await desk.stands(`door.is.${kind}`);
      await desk.says("door.free");
      if (kind === "objection") await look(visitor, "door-what-it-is");
      await desk.onward();
      if (words) await desk.field(`filing.explain.${kind}`).fill(words);
      await desk.check();
      if (words) await desk.page.getByText(words).waitFor();
      const number = await desk.sent();
      const stored = await assertFiledOnce(api, before++);
      assert.deepEqual([stored.kind, stored.reference, stored.content.explanation ?? ""], [kind, number, words]);
      await desk.page.getByText(stored.reference).first().waitFor();
      if (kind === "erasure") await look(visitor, "filed");
      await assertNothingLeft(desk.page);
      visitor.assertUntroubled();
      await visitor.context.close();
    }
  });

  journey(`a correction names what is wrong and what it should be, in ${locale}`, async ({ server, arrive }) => {
    const { visitor, page, desk } = await atDoor(arrive, { locale });
    await desk.through([["want", "wrong"]], "rectification");
    await desk.press("filing.to-check");
    assert.equal((await desk.errors()).length, 2);
    await look(visitor, "correction-empty");
    await desk.field("filing.cell.wrong").fill("Twee kinderen");
    await desk.field("filing.cell.right").fill("Drie kinderen");
    await desk.press("filing.row.add");
    assert.equal((await focused(page)).tag, "textarea", "the focus is in the new row");
    await page.keyboard.type("Marktstraat");
    await desk.press("filing.row.add");
    await page.getByRole("button", { name: desk.sayIn("filing.row.remove") }).last().click();
    await desk.press("filing.to-check");
    assert.equal((await desk.errors()).length, 1, "a row that was begun is finished");
    await page.getByLabel(desk.begins("filing.cell.right")).nth(1).fill("Markstraat");
    await look(visitor, "correction");
    await desk.check();
    await look(visitor, "correction-check");
    await desk.sent();
    const { content } = await assertFiledOnce(await server.signIn(PERSONA));
    assert.deepEqual(content.corrections, [
      { wrong: "Twee kinderen", right: "Drie kinderen" },
      { wrong: "Marktstraat", right: "Markstraat" },
    ]);
  });

  journey(`an objection to a decision asks what the law asks; the reasons may follow, in ${locale}`, async ({ server, arrive }) => {
    const { visitor, page, desk } = await atDoor(arrive, { locale });
    await desk.through([["want", "decision"], ["letter", "yes"]], "administrative-objection");
    await desk.press("filing.to-check");
    assert.equal((await desk.errors()).length, 3, "address, decision, and whether the reasons come now");
    await look(visitor, "objection-empty");
    await desk.field("filing.ask.address").fill("Markt 1\n0000 XX Roosendaal");
    await desk.field("filing.ask.decision").fill("Ik krijg minder uren hulp.");
    await desk.field("filing.ask.notified-on").fill("2020-01-15");
    await desk.field("filing.ask.late-reason").fill("Ik lag in het ziekenhuis.");
    await desk.option("filing.grounds.now").check();
    await desk.field("filing.explain.administrative-objection").fill("Het is te weinig.");
    await desk.option("filing.grounds.later").check();
    assert.equal(await desk.field("filing.explain.administrative-objection").count(), 0);
    await look(visitor, "objection");
    await desk.check();
    assert.equal(await page.getByText("Het is te weinig.").count(), 0, "what comes later is not sent now");
    await look(visitor, "objection-check");
    await desk.sent();
    const stored = await assertFiledOnce(await server.signIn(PERSONA));
    assert.equal(stored.late, true);
    assert.equal(stored.content.lateReason, "Ik lag in het ziekenhuis.");
    assert.equal(stored.content.explanation, undefined);
    assert.ok(stored.committee, "the committee advises");
    await desk.says("filing.committee.title");
    await desk.says("filing.committee.no");
    await look(visitor, "objection-filed");
    await desk.press("filing.committee.choose");
    await desk.asks();
  });
}

journey("a complaint needs no signing in", async ({ arrive, server }) => {
  const visitor = await arrive();
  const { page } = visitor;
  const desk = await Desk.at(visitor, "door/complaint", await hostPage(visitor, widget('controller="roosendaal"')));
  await desk.stands("door.is.complaint");
  await desk.says("door.signed-out");
  await look(visitor, "complaint-anonymous");
  await desk.onward();
  await desk.press("filing.to-check");
  assert.equal((await desk.errors()).length, 4);
  assert.equal(await page.locator("input[type=file]").count(), 0, "documents belong to somebody");
  await look(visitor, "complaint-empty");
  await desk.field("filing.ask.name").fill("Een buurvrouw");
  await desk.field("filing.ask.telephone").fill("06 00000000");
  await desk.option("filing.matter.conduct").check();
  await desk.field("filing.explain.complaint").fill("Er werd tegen mij geschreeuwd.");
  await desk.check();
  let stored;
  await page.route("**/v1/complaints", async (route) => {
    const answer = await route.fetch();
    stored = await answer.json();
    await route.fulfill({ response: answer });
  });
  const number = await desk.sent();
  assert.equal(number, stored.reference);
  assert.deepEqual([stored.content.matter, stored.controller.id], ["conduct", "roosendaal"]);
  await desk.says("filing.write-down");
  assert.equal(await desk.button("receipt.pdf").count(), 0);
  await look(visitor, "complaint-filed");
  await assertNothingLeft(page);
  const queue = await (await server.signIn("samira-el-amrani")).all("/v1/filings");
  assert.equal(queue.filter((it) => it.reference === number).length, 1);
});

journey("a complaint of who is signed in knows what it is about already", async ({ arrive, server }) => {
  const { desk } = await atDoor(arrive);
  await desk.through([["want", "treated"], ["treated", "data"], ["goal", "look"]], "complaint");
  assert.ok(await desk.option("filing.matter.data-exchange").isChecked(), "what was said at the door is not asked again");
  await desk.field("filing.ask.email").fill("noor@burger.example");
  await desk.field("filing.explain.complaint").fill("Er ging een brief naar school.");
  await desk.check();
  await desk.sent();
  const { content, filedBy } = await assertFiledOnce(await server.signIn(PERSONA));
  assert.deepEqual([content.name, content.matter, filedBy.displayName], ["Noor de Wit", "data-exchange", "Noor de Wit"]);
});

journey("from a line: it is shown, what is known is not asked, and a question may be asked by telephone", async ({ arrive, server }) => {
  const api = await server.signIn(FROM_LINES);
  const line = (await api.all("/v1/disclosures")).find((it) => !it.consentRecordId && it.action === "shared");
  const about = line.personalData[0].name.nl;
  const { visitor, page, desk } = await atDoor(arrive, { persona: FROM_LINES, place: `door/disclosure/${line.id}/access` });
  await desk.stands("door.call.title");
  await page.getByText(about).first().waitFor();
  await look(visitor, "door-from-a-line");
  await desk.press("door.other");
  await desk.answer("want", "use");
  await desk.stands("door.is.objection");
  await desk.onward();
  await desk.check();
  await desk.sent();
  const stored = await assertFiledOnce(api);
  assert.deepEqual([stored.kind, stored.disclosure.id], ["objection", line.id]);
});

journey("what rests on a yes can simply be stopped", async ({ arrive, server }) => {
  const line = (await (await server.signIn(FROM_LINES)).all("/v1/disclosures")).find((it) => it.consentRecordId);
  const { visitor, desk } = await atDoor(arrive, { persona: FROM_LINES, place: `door/disclosure/${line.id}` });
  await desk.answer("want", "use");
  await desk.stands("door.ask.stop");
  await look(visitor, "door-stop");
  await desk.answer("stop", "consents");
  await desk.stands("record.title");
});

journey("a wrong answer does no harm: back, and choose again", async ({ arrive, server }) => {
  const { page, desk } = await atDoor(arrive);
  await desk.answer("want", "decision");
  await desk.answer("letter", "no");
  await desk.answer("no-letter", "data");
  await desk.stands("door.ask.consent");
  await page.goBack();
  await desk.stands("door.ask.no-letter");
  await desk.press("action.back");
  await desk.stands("door.ask.letter");
  await desk.press("action.back");
  await desk.answer("want", "gone");
  await desk.onward();
  await desk.field("filing.explain.erasure").fill("Alles van vorig jaar.");
  await page.goBack();
  await desk.stands("door.is.erasure");
  await desk.press("door.other");
  await desk.stands("door.ask.want");
  await page.goBack();
  await page.goBack();
  assert.equal((await filings(await server.signIn(PERSONA))).length, 0);
});

journey("a draft outlives a reload, on the form and on the check, and is gone when sent", async ({ arrive, server }) => {
  const { page, desk } = await atDoor(arrive);
  await desk.through([["want", "gone"]], "erasure");
  await desk.field("filing.explain.erasure").fill("Alles van vorig jaar.");
  assert.equal((await assertOnlySession(page)).length, 1);
  await page.reload();
  await desk.button("filing.to-check").waitFor();
  assert.equal(await desk.field("filing.explain.erasure").inputValue(), "Alles van vorig jaar.");
  await desk.check();
  await page.reload();
  await desk.stands("check.title");
  await desk.page.getByRole("button", { name: desk.sayIn("check.change") }).click();
  await desk.field("filing.explain.erasure").waitFor();
  assert.equal((await focused(page)).tag, "textarea", "the focus is in the field to change");
  await desk.check();
  await desk.sent();
  await assertNothingLeft(page);
  await page.reload();
  await desk.stands("filing.receipt");
  await assertFiledOnce(await server.signIn(PERSONA));
});

journey("somebody else at the same computer never sees it, and it is never sent in their name", async ({ arrive, server }) => {
  const { visitor, page, desk } = await atDoor(arrive);
  await desk.through([["want", "gone"]], "erasure");
  await desk.field("filing.explain.erasure").fill("Alles van vorig jaar.");
  await desk.check();
  await visitor.signIn("joris-van-dam");
  await desk.send();
  await desk.stands("filing.signed-out.title");
  assert.equal((await filings(await server.signIn("joris-van-dam"))).length, 0);
  await page.reload();
  await desk.says("shell.signed-in", { name: "Joris van Dam" });
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(sessionStorage)), /vorig jaar/);
});

journey("the line is cut while it is sent: kept, said, and filed once", async ({ arrive, server }) => {
  const { visitor, page, desk } = await atDoor(arrive);
  await desk.through([["want", "gone"]], "erasure");
  await desk.field("filing.explain.erasure").fill("Alles van vorig jaar.");
  await desk.check();
  const keys = new Set();
  await page.route(REQUESTS, async (route) => {
    keys.add(await route.request().headerValue("idempotency-key"));
    await route.fetch();
    await route.abort("connectionreset");
  });
  await desk.send();
  await desk.stands("filing.offline.title");
  assert.equal((await assertOnlySession(page)).length, 1);
  await look(visitor, "filing-offline");
  await page.unrouteAll();
  await page.reload();
  await desk.proven();
  assert.equal(keys.size, 1);
  await assertFiledOnce(await server.signIn(PERSONA));
  await assertNothingLeft(page);
});

journey("a double press files once", async ({ arrive, server }) => {
  const { page, desk } = await atDoor(arrive);
  await desk.through([["want", "copy"]], "portability");
  await desk.check();
  let sent = 0;
  await page.route(REQUESTS, (route) => { sent += 1; return route.continue(); });
  await desk.button("filing.send").dblclick();
  await desk.proven();
  assert.equal(sent, 1);
  await page.goBack();
  await page.goForward();
  await assertFiledOnce(await server.signIn(PERSONA));
});

journey("documents: what goes along, what lies, and what is too large", async ({ arrive, server }) => {
  const { visitor, page, desk } = await atDoor(arrive);
  await desk.through([["want", "gone"]], "erasure");
  await desk.says("filing.file.hint");
  await desk.field("filing.explain.erasure").fill("Alles van vorig jaar.");
  await page.locator("input[type=file]").setInputFiles([documents.letter, documents.liar, documents.huge, documents.sheet]);
  for (const key of ["filing.file.lies", "filing.file.large", "filing.file.kind"]) {
    await page.locator(".ss-file-line").getByText(desk.say(key)).waitFor();
  }
  await page.locator("progress").waitFor({ state: "detached" });
  await look(visitor, "documents");
  await page.getByRole("button", { name: new RegExp(documents.liar.name) }).click();
  assert.equal(await page.locator(".ss-file-line").count(), 3);
  await page.reload();
  await page.locator(".ss-file-name").getByText(documents.letter.name).waitFor();
  assert.equal(await page.locator(".ss-file-line").count(), 1, "only what arrived is kept");
  await desk.check();
  await desk.sent();
  const { content } = await assertFiledOnce(await server.signIn(PERSONA));
  assert.deepEqual(content.attachments.map((it) => it.title), [documents.letter.name]);
});

journey("what the server does not accept is said at its field", async ({ arrive, server }) => {
  const { visitor, page, desk } = await atDoor(arrive);
  await desk.through([["want", "gone"]], "erasure");
  await desk.field("filing.explain.erasure").fill("Mijn nummer is 111222333.");
  await desk.check();
  await desk.send();
  const errors = await desk.errors();
  assert.equal(errors.length, 1);
  await desk.says("filing.refused.bsn-in-text");
  await look(visitor, "filing-refused");
  await page.getByRole("button", { name: desk.say("filing.refused.bsn-in-text") }).click();
  assert.equal((await focused(page)).tag, "textarea");
  await desk.field("filing.explain.erasure").fill("Alles.");
  await desk.check();
  await desk.sent();
  await assertFiledOnce(await server.signIn(PERSONA));
});

journey("a mother asks for her son", async ({ arrive, server }) => {
  const { visitor, desk } = await atDoor(arrive, { persona: "anouk-kuipers" });
  await desk.through([["want", "know"]], "access");
  await desk.press("filing.to-check");
  await desk.errors();
  await look(visitor, "for-whom");
  await desk.option("filing.for-other", { name: "Sem Kuipers" }).check();
  await desk.check();
  await desk.page.locator(".samenspraak").getByText("Sem Kuipers").first().waitFor();
  await desk.sent();
  const stored = await assertFiledOnce(await server.signIn("anouk-kuipers"));
  assert.deepEqual([stored.subject.displayName, stored.filedBy.displayName], ["Sem Kuipers", "Anouk Kuipers"]);
});

journey("by keyboard alone, on a narrow screen", async ({ arrive, server }) => {
  const { page, desk } = await atDoor(arrive, { viewport: { width: 320, height: 640 } });
  await desk.stands("door.ask.want");
  await pressByKey(page, desk.begins("door.answer.want-gone"));
  await assertHeadingHasFocus(page, desk.say("door.is.erasure"));
  await pressByKey(page, desk.say("door.onward"));
  await desk.button("filing.to-check").waitFor();
  await assertHeadingHasFocus(page, desk.say("door.form.rights-request"));
  await pressByKey(page, desk.say("filing.to-check"));
  await desk.errors();
  await pressByKey(page, desk.say("filing.missing.explanation"));
  assert.equal((await focused(page)).tag, "textarea");
  await page.keyboard.type("Alles van vorig jaar.");
  await assertNoSideways(page, "the form");
  await assertTargets(page, "the form");
  await tabTo(page, (now) => now.type === "file", "the field for documents");
  await pressByKey(page, desk.say("filing.to-check"));
  await desk.stands("check.title");
  await assertNoSideways(page, "the check");
  await pressByKey(page, desk.say("filing.send"));
  await desk.proven();
  await assertHeadingHasFocus(page, desk.say("filing.done"));
  await assertNoSideways(page, "the proof");
  await assertFiledOnce(await server.signIn(PERSONA));
});
