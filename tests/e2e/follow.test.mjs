// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What was filed is followed: its day, its questions, its answer (requirements
// J2, J6, K2, K7, K8, L8 to L12).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { journey } from "./support/browser.mjs";
import { Desk, adds, documents, filings, objection, request } from "./support/filing.mjs";
import { assertHeadingHasFocus } from "./support/focus.mjs";
import { look } from "./support/look.mjs";
import { textOf } from "./support/pdf.mjs";

const PERSONA = "noor-de-wit";
const HANDLER = "samira-el-amrani";

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

// Something was filed, and the person looks at it.
async function following({ server, arrive }, path, body, before = async () => {}, settings = {}) {
  const persona = settings.persona ?? PERSONA;
  const [api, handler] = [await server.signIn(persona), await server.signIn(HANDLER)];
  const filed = await api.post(path, body);
  await before(handler, filed);
  const visitor = await arrive({ persona, ...settings });
  const desk = await Desk.at(visitor, `filing/${filed.id}`);
  return { visitor, page: visitor.page, desk, api, handler, filed };
}

const RIGHTS = "/v1/rights-requests";
const OBJECTIONS = "/v1/administrative-objections";

for (const locale of ["nl", "en"]) {
  journey(`my filings: what waits first, each with its day, in ${locale}`, async ({ server, arrive }) => {
    const api = await server.signIn(PERSONA);
    const first = await api.post(RIGHTS, request("Het eerste."));
    await api.post(RIGHTS, request("Het tweede.", "restriction"));
    await api.post(OBJECTIONS, objection("Noor de Wit"));
    await adds(api, first.id, { type: "withdrawn" });
    const visitor = await arrive({ persona: PERSONA, locale });
    const desk = await Desk.at(visitor, "filings");
    await desk.stands("filings.open");
    await desk.stands("filings.closed");
    await desk.says("filing.clock.unknown");
    const kinds = await visitor.page.getByRole("heading", { level: 3 }).allInnerTexts();
    const expected = ["administrative-objection", "restriction", "erasure"];
    expected.forEach((kind, index) => assert.match(kinds[index], desk.say(`filing.kind.${kind}`)));
    await look(visitor, "filings");
    await visitor.page.getByRole("button", { name: new RegExp(first.reference) }).click();
    await desk.stands("filing.status.withdrawn");
    await visitor.page.goBack();
    await desk.press("filings.new");
    await desk.stands("door.ask.want");
  });
}

journey("nothing was filed yet: that is said, and where to begin", async ({ arrive }) => {
  const visitor = await arrive({ persona: PERSONA });
  const desk = await Desk.at(visitor, "filings");
  await desk.says("filings.none");
  await look(visitor, "filings-none");
});

journey("a question of the municipality is answered, with a document", async (house) => {
  const { visitor, page, desk, api, filed } = await following(house, RIGHTS, request("Alles."), async (handler, { id }) => {
    await adds(handler, id, { type: "acknowledged" });
    await adds(handler, id, { type: "information-requested", text: "Om welk jaar gaat het?", respondBefore: inDays(10) });
  });
  await desk.stands("filing.question");
  await page.getByText("Om welk jaar gaat het?").first().waitFor();
  await look(visitor, "filing-question");
  await desk.press("filing.send");
  await desk.errors();
  await desk.field("filing.explain.answer").fill("Om 2024.");
  await page.locator("input[type=file]").setInputFiles(documents.letter);
  await page.locator(".ss-file-line").getByText(/kB/).waitFor();
  await desk.press("filing.send");
  await desk.says("filing.news.added");
  await assertHeadingHasFocus(page, desk.say("filing.status.in-progress"));
  const { events } = await api.get(`/v1/filings/${filed.id}`);
  const given = events.filter((event) => event.type === "information-given");
  assert.deepEqual(given.map((event) => [event.text, event.attachments.length]), [["Om 2024.", 1]]);
});

journey("the grounds that were to follow, follow", async (house) => {
  const { visitor, page, desk, api, filed } = await following(house, OBJECTIONS, objection("Noor de Wit"));
  await desk.stands("filing.grounds.title");
  await look(visitor, "filing-grounds");
  await desk.field("filing.explain.answer").fill("Het is te weinig.");
  await page.reload();
  await desk.stands("filing.grounds.title");
  assert.equal(await desk.field("filing.explain.answer").inputValue(), "Het is te weinig.");
  await desk.press("filing.send");
  await desk.says("filing.news.added");
  assert.equal(await desk.heading("filing.grounds.title").count(), 0);
  const { events } = await api.get(`/v1/filings/${filed.id}`);
  assert.equal(events.at(-1).text, "Het is te weinig.");
});

journey("taking it back is asked once, calmly, and then done", async (house) => {
  const { visitor, page, desk, api, filed } = await following(house, RIGHTS, request("Alles."));
  await desk.press("filing.withdraw");
  await assertHeadingHasFocus(page, desk.say("filing.withdraw.title"));
  await look(visitor, "filing-withdraw");
  await desk.press("record.ask.no");
  assert.equal((await api.get(`/v1/filings/${filed.id}`)).status, "received");
  await desk.press("filing.withdraw");
  await desk.press("filing.withdraw.yes");
  await desk.says("filing.news.withdrawn");
  await desk.stands("filing.status.withdrawn");
  assert.equal((await api.get(`/v1/filings/${filed.id}`)).status, "withdrawn");
});

journey("who comes second sees how it stands now; what was typed stays", async (house) => {
  const { page, desk, api, handler, filed } = await following(house, OBJECTIONS, objection("Noor de Wit"));
  await desk.field("filing.explain.answer").fill("Het is te weinig.");
  await adds(handler, filed.id, { type: "acknowledged" });
  await desk.press("filing.send");
  await desk.says("filing.no.changed");
  await desk.stands("filing.status.in-progress");
  assert.equal(await desk.field("filing.explain.answer").inputValue(), "Het is te weinig.");
  await desk.press("filing.send");
  await desk.says("filing.news.added");
  assert.equal((await api.get(`/v1/filings/${filed.id}`)).events.length, 3);
  await page.reload();
  await desk.stands("filing.status.in-progress");
});

journey("the line is cut while something is added: kept, and added once", async (house) => {
  const { page, desk, api, filed } = await following(house, OBJECTIONS, objection("Noor de Wit"));
  await desk.field("filing.explain.answer").fill("Het is te weinig.");
  await page.route("**/v1/filings/*/events", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await desk.press("filing.send");
  await desk.says("filing.offline.title");
  await page.unrouteAll();
  await desk.press("action.again");
  await desk.says("filing.news.added");
  const { events } = await api.get(`/v1/filings/${filed.id}`);
  assert.equal(events.filter((event) => event.type === "information-given").length, 1);
});

journey("the answer has its reasons, what comes next, and a letter to save", async (house) => {
  const { visitor, page, desk, filed } = await following(house, RIGHTS, request("Alles."), async (handler, { id }) => {
    await adds(handler, id, { type: "acknowledged" });
    await adds(handler, id, { type: "extended", text: "Er zijn veel stukken." });
    await adds(handler, id, { type: "decided", outcome: "refused", text: "De wet zegt dat wij dit bewaren." });
  });
  await desk.stands("filing.outcome.refused");
  await page.getByText("De wet zegt dat wij dit bewaren.").first().waitFor();
  await desk.stands("filing.remedies");
  await look(visitor, "filing-decided");
  const coming = page.waitForEvent("download");
  await desk.button("filing.letter").last().click();
  const text = textOf(await readFile(await (await coming).path()));
  assert.match(text, new RegExp(filed.reference));
  assert.match(text, /bewaren/);
});

journey("it takes longer: the new day and the reason are there", async (house) => {
  const { visitor, page, desk, api, filed } = await following(house, RIGHTS, request("Alles."), async (handler, { id }) => {
    await adds(handler, id, { type: "acknowledged" });
    await adds(handler, id, { type: "extended", text: "Er zijn veel stukken." });
  });
  await desk.says("filing.extended");
  await page.getByText("Er zijn veel stukken.").first().waitFor();
  const { deadline } = await api.get(`/v1/filings/${filed.id}`);
  const day = new Intl.DateTimeFormat("nl", { dateStyle: "long", timeZone: "UTC" }).format(new Date(deadline.answerBefore));
  await page.getByText(day).first().waitFor();
  await look(visitor, "filing-extended");
});

journey("in the wrong track: it goes on as another, and keeps its day", async (house) => {
  const { visitor, page, desk, api, filed } = await following(house, RIGHTS, request("Ik ben boos."), async (handler, { id }) => {
    await adds(handler, id, { type: "forwarded", kind: "complaint", text: "Dit gaat over hoe iemand met u omging." });
  });
  await desk.stands("filing.kind.complaint");
  await page.getByText("Dit gaat over hoe iemand met u omging.").first().waitFor();
  const now = await api.get(`/v1/filings/${filed.id}`);
  assert.deepEqual([now.id, now.reference, now.receivedOn], [filed.id, filed.reference, filed.receivedOn]);
  const day = new Intl.DateTimeFormat("nl", { dateStyle: "long", timeZone: "UTC" }).format(new Date(filed.receivedOn));
  await page.getByText(day).first().waitFor();
  await look(visitor, "filing-forwarded");
});

journey("a correction that was made: who was told, and who has done it", async ({ server, arrive }) => {
  const visitor = await arrive({ persona: "fatima-aydin" });
  const [corrected] = (await filings(await server.signIn("fatima-aydin"))).filter((it) => it.kind === "rectification");
  const desk = await Desk.at(visitor, `filing/${corrected.id}`);
  await desk.stands("filing.outcome.granted");
  await desk.stands("filing.recipients");
  await desk.says("filing.recipient.told");
  await look(visitor, "filing-recipients");
});

journey("the committee: what it may see is chosen document by document, and a no blocks nothing", async (house) => {
  const { visitor, page, desk, api, filed } = await following(house, OBJECTIONS, objection("Noor de Wit"));
  await desk.press("filing.committee.choose");
  await desk.asks();
  for (const [index, row] of (await desk.data().all()).entries()) await (index === 0 ? desk.yes(row) : desk.no(row)).check();
  await desk.goOn();
  await desk.confirm();
  await desk.done();
  await desk.press("shell.filings");
  await page.getByRole("button", { name: new RegExp(filed.reference) }).click();
  await desk.stands("filing.status.received");
  await desk.says("filing.document.given");
  await desk.says("filing.document.refused");
  await desk.button("filing.committee.change").waitFor();
  await look(visitor, "filing-committee");
  const { status, committee } = await api.get(`/v1/filings/${filed.id}`);
  assert.equal(status, "received");
  assert.ok(committee.documents.some((document) => document.status === "given"));
});

journey("the proof can be read again, printed and saved", async (house) => {
  const { visitor, page, desk, filed } = await following(house, RIGHTS, request("Alles van vorig jaar."));
  await desk.press("record.receipt");
  await desk.stands("filing.receipt");
  await page.getByText("Alles van vorig jaar.").waitFor();
  await look(visitor, "filing-receipt");
  const coming = page.waitForEvent("download");
  await desk.press("receipt.pdf");
  const text = textOf(await readFile(await (await coming).path()));
  assert.match(text, new RegExp(filed.reference));
  assert.match(text, /Alles van vorig jaar/);
});

journey("what is somebody else's is not found", async ({ server, arrive }) => {
  const { id } = await (await server.signIn("joris-van-dam")).post(RIGHTS, request("Van Joris."));
  const desk = await Desk.at(await arrive({ persona: PERSONA }), `filing/${id}`);
  await desk.stands("record.missing.title");
  await desk.press("filing.to-all");
  await desk.stands("filings.title");
});

journey("an open filing of who is young is followed by the mother who filed it", async (house) => {
  const { desk } = await following(house, RIGHTS, { ...request("Alles."), subjectId: "sem-kuipers" }, undefined, { persona: "anouk-kuipers" });
  await desk.stands("filing.status.received");
  await desk.page.locator(".samenspraak").getByText("Sem Kuipers").first().waitFor();
});
