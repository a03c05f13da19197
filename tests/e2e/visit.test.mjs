// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// A visit in a real browser: the rules, the vault and the outbox behind one door, and
// the screen that turns. The page is bare; what the intake screens would ask is asked
// by the test.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { journey } from "./support/browser.mjs";
import { sixSteps } from "./support/requests.mjs";
import { Screen } from "./support/screens.mjs";
import { dist, inHouse } from "./support/server.mjs";

const WORKER = "lotte-visser";
const OTHER = "petra-willems";
const PAGE = "/visit-page";

const asset = async (name) => {
  const files = await readdir(join(dist, "assets"));
  return `/assets/${files.find((file) => new RegExp(`^visit-[0-9a-f]+\\.${name}$`).test(file))}`;
};

// The host page with the visit on it, as `element.js` would open it. The widget on it
// has fetched the client's screens, and then leaves the page to the visit.
async function sitDown(worker) {
  const [code, wasm] = [await asset("js"), await asset("wasm")];
  const html = `<!doctype html><html lang="nl"><title>visit</title><samenspraak-widget></samenspraak-widget></html>`;
  await worker.context.route(`**${PAGE}`, (route) => route.fulfill({ contentType: "text/html", body: html }));
  await worker.open(PAGE, worker.page);
  await opened(worker, code, wasm);
}

async function opened(worker, code, wasm) {
  const texts = JSON.parse(await readFile(inHouse("src/text/intake/nl.json"), "utf8"));
  await worker.page.evaluate(async ({ code, wasm, texts }) => {
    const element = document.querySelector("samenspraak-widget");
    const ready = new Promise((done) => element.addEventListener("ready", done));
    await import("/samenspraak.js");
    await ready;
    element.remove();
    const { default: init, open } = await import(code);
    await init({ module_or_path: wasm });
    const root = document.createElement("div");
    root.textContent = "for staff";
    document.body.append(root);
    window.sent = [];
    const door = {
      address: (path) => `/v1/${path}`,
      begin: () => {},
      send: async (method, path, key, version, body, more) => {
        const headers = { "Content-Type": "application/json", "X-CSRF-Protection": "1", ...more };
        if (key) headers["Idempotency-Key"] = key;
        const answer = await fetch(`/v1/${path}`, { method, headers, body: body || undefined });
        const reply = { status: answer.status, version: "", body: await answer.json().catch(() => null) };
        if (method === "GET" && path === window.late) await new Promise((arrives) => (window.arrives = arrives));
        if (method === "POST") window.sent.push([path.split("/").at(-1), reply.status, headers["Device-Time"]]);
        return reply;
      },
    };
    const ended = new AbortController().signal;
    window.visit = open({ element, root, door, texts, locale: "nl", ended, changed: () => {} });
    await window.visit.send("GET", "configuration", "", "", "");
    await window.visit.send("GET", "catalogue", "", "", "");
  }, { code, wasm, texts });
}

const send = (worker, method, path, body) =>
  worker.page.evaluate(
    ([method, path, body]) =>
      window.visit.send(method, path, method === "POST" ? crypto.randomUUID() : "", "", body ? JSON.stringify(body) : ""),
    [method, path, body],
  );

const state = (worker) => worker.page.evaluate(() => window.visit.more.visitState());

const sentAll = (worker) =>
  worker.page.waitForFunction(() => {
    const { pending, sending } = window.visit.more.visitState();
    return pending === 0 && !sending;
  });

const dayFrom = (days) => new Date(Date.now() + 86_400_000 * days).toISOString().slice(0, 10);

// Six steps about one question that the catalogue has words for, and the question.
async function steps(server) {
  const api = await server.signIn(WORKER);
  const catalogue = await api.get("/v1/catalogue");
  const { intake } = catalogue;
  const { items: clients } = await api.get("/v1/clients");
  const client = clients.find(({ signatories, person }) => signatories.length === 1 && signatories[0].person.id === person.id);
  const words = intake.wordings.find(({ kind }) => kind === "consent");
  const [sourceId, recipientId] = [words.sources[0], words.recipients[0]];
  const [dataTypeId, necessity] = Object.entries(words.necessity)[0];
  const { purposeId, kind, consentKind, legalBasisId, retentionId, proportionality, subsidiarity } = words;
  const { consequencesIfGiven, consequencesIfRefused } = words;
  const item = {
    kind, consentKind, purposeId, sourceId, recipientId, legalBasisId, retentionId, proportionality, subsidiarity,
    consequencesIfGiven, consequencesIfRefused, personalData: [{ dataTypeId, necessity }],
    startDate: dayFrom(1), endDate: dayFrom(30),
  };
  const subject = { person: client.person, birthDate: client.birthDate };
  const assessment = sixSteps(catalogue, subject, [item]);
  const request = {
    subject,
    signatories: client.signatories,
    conversationReference: "DEMO-gesprek-e2e",
    title: intake.title,
    introduction: intake.introduction,
    contactPoint: { name: "Lotte Visser", telephone: "000 000 00 00" },
    items: [item],
    answerBeforeDate: dayFrom(14),
  };
  return { assessment, request, client };
}

// Goes through the steps and asks, at the table.
async function asks(worker, { assessment, request }) {
  const assessed = await send(worker, "POST", "assessments", assessment);
  assert.equal(assessed.status, 201, JSON.stringify(assessed.body));
  const { id: assessmentId, items } = assessed.body;
  const asked = await send(worker, "POST", "consent-requests", { ...request, assessmentId, items });
  assert.equal(asked.status, 201, JSON.stringify(asked.body));
  return asked.body;
}

const turn = (worker, id, person) =>
  worker.page.evaluate(([id, person]) => {
    window.turned = window.visit.more.turn(id, person);
  }, [id, person]);

journey("offline a question is asked, the screen turned and answered; the network brings it home", async ({ server, arrive }) => {
  const plan = await steps(server);
  const worker = await arrive({ persona: WORKER });
  const [{ page }, screen] = [worker, new Screen(worker)];
  const staff = page.getByText("for staff");
  await sitDown(worker);
  assert.equal((await send(worker, "GET", "clients")).status, 200);
  await worker.context.setOffline(true);

  const { id } = await asks(worker, plan);
  assert.equal((await send(worker, "GET", `consent-requests/${id}`)).body.id, id);

  await turn(worker, id, plan.client.person.id);
  await screen.asks();
  assert.equal(await staff.isVisible(), false);
  assert.equal(await page.getByRole("navigation").isVisible(), false, "what is not here is not offered");
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => history.state?.["samenspraak-turned"]);
  assert.equal(await staff.isVisible(), false, "going back leads nowhere");
  await screen.decideHere();
  await screen.says("turned.recorded");

  await screen.press("turned.give-back-done");
  assert.equal(await staff.isVisible(), false, "one press is not enough");
  assert.equal(await page.getByText(screen.say("turned.nothing-confirmed")).isVisible(), false);
  await screen.press("turned.no");
  await screen.press("turned.give-back-done");
  await screen.press("turned.yes");
  await staff.waitFor();
  assert.equal(await page.evaluate(() => window.turned), true, "the client confirmed");
  assert.equal((await send(worker, "GET", `consent-requests/${id}`)).body.status, "decided");
  assert.equal((await state(worker)).pending, 4);

  await worker.context.setOffline(false);
  await sentAll(worker);
  assert.deepEqual((await state(worker)).conflicts, []);
  const sent = await page.evaluate(() => window.sent);
  assert.deepEqual(sent.filter(([, status]) => status === 201).map(([kind]) => kind), [
    "assessments", "consent-requests", "notice-presentations", "decisions",
  ]);
  assert.ok(sent.every(([, , at]) => at), "each says what the device's clock says");
  const home = await (await server.signIn(WORKER)).get(`/v1/consent-requests/${id}`);
  assert.equal(home.status, "decided");
});

journey("a page loaded anew while the client has the screen shows it to the client", async ({ server, arrive }) => {
  const plan = await steps(server);
  const worker = await arrive({ persona: WORKER });
  const screen = new Screen(worker);
  await sitDown(worker);
  const { id } = await asks(worker, plan);
  await turn(worker, id, plan.client.person.id);
  await screen.asks();
  // It has been sent meanwhile, and the device reads it from the backend again.
  await sentAll(worker);
  await worker.page.reload();
  await opened(worker, await asset("js"), await asset("wasm"));
  await screen.asks();
  assert.equal(await worker.page.getByText("for staff").isVisible(), false);
  await screen.press("turned.give-back");
  await screen.says("turned.nothing-confirmed");
  await screen.press("turned.yes");
  await worker.page.getByText("for staff").waitFor();
});

// The backend wrote its list before the answer was given, and it arrives after that was sent.
journey("a list that is older than what was sent meanwhile does not undo it", async ({ server, arrive }) => {
  const plan = await steps(server);
  const worker = await arrive({ persona: WORKER });
  const [{ page }, screen] = [worker, new Screen(worker)];
  await sitDown(worker);
  const { id } = await asks(worker, plan);
  await sentAll(worker);
  await page.evaluate(() => {
    window.late = "clients";
    window.list = window.visit.send("GET", "clients", "", "", "");
  });
  await page.waitForFunction(() => window.arrives);
  await turn(worker, id, plan.client.person.id);
  await screen.decideHere();
  await sentAll(worker);
  const status = ({ body }) => body.items.flatMap(({ requests }) => requests).find((it) => it.id === id).status;
  const late = await page.evaluate(() => {
    window.late = "";
    window.arrives();
    return window.list;
  });
  assert.equal(status(late), "decided");
  await worker.context.setOffline(true);
  assert.equal(status(await send(worker, "GET", "clients")), "decided", "nor when it is all there is");
});

journey("what was taken outlives the browser, belongs to one worker and is sent once", async ({ server, arrive }) => {
  const plan = await steps(server);
  const worker = await arrive({ persona: WORKER });
  await sitDown(worker);
  await worker.context.setOffline(true);
  const { id } = await asks(worker, plan);
  const kept = await worker.page.evaluate(async () => {
    const opening = indexedDB.open("samenspraak-visit");
    const database = await new Promise((done) => (opening.onsuccess = () => done(opening.result)));
    const all = database.transaction("log").objectStore("log").getAll();
    const [box] = await new Promise((done) => (all.onsuccess = () => done(all.result)));
    database.close();
    return { names: Object.keys(box), words: new TextDecoder().decode(box.sealed) };
  });
  assert.deepEqual(kept.names.sort(), ["nonce", "sealed"]);
  assert.ok(!kept.words.includes(plan.client.person.displayName));

  // Somebody else signs in on this device: they find nothing, and nothing is sent as theirs.
  await worker.page.goto("about:blank");
  await worker.context.setOffline(false);
  await worker.signIn(OTHER);
  await sitDown(worker);
  assert.equal((await state(worker)).pending, 0);
  assert.equal(await worker.page.evaluate(() => window.sent.length), 0);

  await worker.signIn(WORKER);
  await sitDown(worker);
  await sentAll(worker);
  assert.deepEqual((await state(worker)).conflicts, []);
  const api = await server.signIn(WORKER);
  assert.equal((await api.get(`/v1/consent-requests/${id}`)).id, id);
});

journey("two tabs are one visit, and send it once", async ({ server, arrive }) => {
  const plan = await steps(server);
  const worker = await arrive({ persona: WORKER });
  const beside = Object.assign(Object.create(worker), { page: await worker.newTab() });
  await sitDown(worker);
  await sitDown(beside);
  await worker.context.setOffline(true);
  const { id } = await asks(worker, plan);
  await beside.page.waitForFunction(() => window.visit.more.visitState().pending === 2);
  assert.equal((await send(beside, "GET", `consent-requests/${id}`)).body.id, id);
  await worker.context.setOffline(false);
  await Promise.all([sentAll(worker), sentAll(beside)]);
  const sent = await Promise.all([worker, beside].map(({ page }) => page.evaluate(() => window.sent)));
  assert.deepEqual(sent.flat().map(([kind, status]) => [kind, status]), [["assessments", 201], ["consent-requests", 201]]);
});

// Of two tabs that both found no key the second one may not write its own.
journey("two tabs that make a key at once keep the same one", async ({ server, arrive }) => {
  const plan = await steps(server);
  const worker = await arrive({ persona: WORKER });
  const beside = Object.assign(Object.create(worker), { page: await worker.newTab() });
  await sitDown(worker);
  await worker.context.setOffline(true);
  const { id } = await asks(worker, plan);
  await worker.context.setOffline(false);
  await beside.page.addInitScript(() => {
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (key) {
      if (this.name !== "keys") return get.call(this, key);
      IDBObjectStore.prototype.get = get;
      return get.call(this, [key[0], "not yet"]);
    };
  });
  await sitDown(beside);
  assert.equal((await state(beside)).durable, true);
  await Promise.all([sentAll(worker), sentAll(beside)]);
  assert.equal((await send(beside, "GET", `consent-requests/${id}`)).body.id, id);
});

journey("practising reaches nobody and leaves nothing", async ({ arrive }) => {
  const worker = await arrive({ persona: WORKER });
  await sitDown(worker);
  await worker.page.evaluate(() => window.visit.more.practise(true));
  assert.equal((await state(worker)).practice, true);
  const { body } = await send(worker, "GET", "clients");
  assert.ok(body.items.every(({ person }) => person.id.startsWith("practice-")));
  const counted = await send(worker, "POST", "intake-counts", { outcome: "abandoned" });
  assert.equal(counted.status, 201);
  assert.equal((await send(worker, "GET", "filings")).status, 404);
  await worker.page.evaluate(() => window.visit.more.keep("talk", "words"));
  assert.equal(await worker.page.evaluate(() => window.visit.more.kept("talk")), "words");
  await worker.page.evaluate(() => window.visit.more.practise(false));
  assert.equal(await worker.page.evaluate(() => window.visit.more.kept("talk")), "");
  assert.equal((await state(worker)).pending, 0);
  assert.deepEqual(await worker.page.evaluate(() => window.sent), []);
});
