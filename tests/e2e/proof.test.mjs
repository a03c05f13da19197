// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The receipt: four forms with one content, signed, and its signature checked
// without trusting the municipality (B1, K4, ISO/IEC TS 27560).

import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { journey } from "./support/browser.mjs";
import { assertNothingLeft, look } from "./support/look.mjs";
import { Screen } from "./support/screens.mjs";
import { Server } from "./support/server.mjs";
import { textOf } from "./support/pdf.mjs";

const PERSONA = "noor-de-wit";
const FORMS = { json: "application/json", jose: "application/jose", print: "text/html", pdf: "application/pdf" };

// Codes, yes or no, and moments: on paper they are said in words.
const IN_WORDS = new Set([
  "capacity", "consentKind", "createdAt", "demonstration", "domain", "endDate", "futureUse", "inSentence", "kind",
  "level", "method", "occurredAt", "present", "recordedAt", "role", "secrecy", "signedOn", "startDate", "status", "type",
]);

const squeezed = (text) => text.replace(/\s/g, "");
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };
const plain = (html) => html.replace(/<style>[\s\S]*<\/style>/, "").replace(/<[^>]+>/g, "\n")
  .replace(/&(\S+?);/g, (whole, name) => ENTITIES[name] ?? whole);

// Every value of a document with the name of its property; of a text, the words in one language.
function* leaves(value, language, name = "") {
  if (value === null || typeof value !== "object") yield [name, String(value)];
  else if ("nl" in value) yield [name, value[language]];
  else for (const [key, inner] of Object.entries(value)) yield* leaves(inner, language, Array.isArray(value) ? name : key);
}

async function receiptIn(api, decision, form) {
  const answer = await api.send("GET", `/v1/decisions/${decision.id}/receipt`, { headers: { Accept: FORMS[form] } });
  assert.equal(answer.status, 200, form);
  assert.ok(answer.headers.get("content-type").startsWith(FORMS[form]));
  return Buffer.from(await answer.arrayBuffer());
}

async function withDecision(language, body) {
  const server = await Server.start();
  try {
    const api = await server.signIn(PERSONA);
    const choose = (_, datum) => (datum.id === "diagnosis" ? "no" : "yes");
    const decision = await api.decide(await api.openRequest(), choose, language);
    await body({ server, api, decision });
  } finally {
    await server.stop();
  }
}

for (const language of ["nl", "en"]) {
  test(`JSON, signed form, print and PDF hold the same content, in ${language}`, () => withDecision(language, async ({ api, decision }) => {
    const [json, jose, print, pdf] = await Promise.all(Object.keys(FORMS).map((form) => receiptIn(api, decision, form)));
    const [, payload] = jose.toString().split(".");
    assert.ok(Buffer.from(payload, "base64url").equals(json), "what is signed is the JSON, byte for byte");
    const page = plain(print.toString());
    const [onPage, inFile] = [squeezed(page), squeezed(textOf(pdf))];
    const receipt = JSON.parse(json);
    for (const [name, text] of leaves(receipt, language)) {
      if (IN_WORDS.has(name)) continue;
      assert.ok(onPage.includes(squeezed(text)), `the page has ${name}: ${text}`);
      assert.ok(inFile.includes(squeezed(text)), `the PDF has ${name}: ${text}`);
    }
    const lines = page.split("\n").map(squeezed).filter(Boolean);
    assert.ok(lines.length > 40);
    for (const line of lines) assert.ok(inFile.includes(line), `the PDF has what the page says: ${line}`);
    const day = new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
    for (const { item } of receipt.records) {
      for (const date of [item.startDate, item.endDate]) {
        assert.ok(onPage.includes(squeezed(day.format(new Date(date)))), date);
      }
    }
  }));
}

test("the signature holds with nothing but the public key, and not for another text", () => withDecision("nl", async ({ server, api, decision }) => {
  const [head, payload, signature] = (await receiptIn(api, decision, "jose")).toString().split(".");
  const { alg, kid } = JSON.parse(Buffer.from(head, "base64url"));
  assert.equal(alg, "ES256");
  const { keys } = await (await fetch(`${server.url}/v1/signing-keys`)).json();
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const key = await webcrypto.subtle.importKey("jwk", keys.find((one) => one.kid === kid), curve, false, ["verify"]);
  const holds = (text) => webcrypto.subtle.verify(
    { name: "ECDSA", hash: "SHA-256" }, key, Buffer.from(signature, "base64url"), Buffer.from(`${head}.${text}`));
  assert.equal(await holds(payload), true);
  const other = Buffer.from(payload, "base64url").toString().replace("diagnosis", "medication");
  assert.equal(await holds(Buffer.from(other).toString("base64url")), false);
}));

test("the receipt asked for twice is the same, also after a restart", () => withDecision("nl", async ({ server, api, decision }) => {
  const before = await receiptIn(api, decision, "json");
  await server.kill();
  await server.revive();
  const later = await server.signIn(PERSONA);
  assert.ok((await receiptIn(later, decision, "json")).equals(before));
  const { keys } = await (await fetch(`${server.url}/v1/signing-keys`)).json();
  const [head] = (await receiptIn(later, decision, "jose")).toString().split(".");
  assert.ok(keys.some((key) => key.kid === JSON.parse(Buffer.from(head, "base64url")).kid));
}));

test("a receipt is for who made it: for everybody else it does not exist", () => withDecision("nl", async ({ server, decision }) => {
  for (const persona of ["sem-kuipers", "ria-bakker"]) {
    const answer = await (await server.signIn(persona)).send("GET", `/v1/decisions/${decision.id}/receipt`);
    assert.equal(answer.status, 404, persona);
  }
}));

// Noor at the receipt of what she just confirmed.
async function atReceipt(arrive, before = () => {}) {
  const noor = await arrive({ persona: PERSONA });
  const screen = new Screen(noor);
  await noor.open();
  await screen.decide((index) => (index === 1 ? "no" : "yes"));
  await before(noor);
  await screen.press("done.receipt");
  await screen.stands("receipt.title");
  return { noor, screen };
}

journey("the receipt on the screen says in plain words that its signature holds", async ({ arrive }) => {
  const { noor, screen } = await atReceipt(arrive);
  await screen.says("verify.intact");
  await screen.says("receipt.next.given");
  await look(noor, "receipt");
  await assertNothingLeft(noor.page);
});

// The same letters elsewhere, so that it stays JSON and base64.
const swapped = (text) => text.replace("diagnosis", "disgnaosi");
const tampered = {
  "the signed form was changed": ["application/jose", (text) => {
    const [head, payload, signature] = text.split(".");
    const other = swapped(Buffer.from(payload, "base64url").toString());
    return [head, Buffer.from(other).toString("base64url"), signature].join(".");
  }],
  "the screen is shown something else than what was signed": ["application/json", swapped],
};

for (const [what, [form, change]] of Object.entries(tampered)) {
  journey(`${what}: the screen says so`, async ({ arrive }) => {
    let changed = 0;
    const { noor, screen } = await atReceipt(arrive, (visitor) => visitor.context.route("**/receipt", async (route) => {
      if (!(await route.request().headerValue("accept")).startsWith(form)) return route.continue();
      const response = await route.fetch();
      const text = await response.text();
      changed += change(text) === text ? 0 : 1;
      return route.fulfill({ response, body: change(text) });
    }));
    await screen.says("verify.broken");
    assert.equal(changed, 1);
    if (form === "application/jose") await look(noor, "receipt-broken");
  });
}

journey("keys that do not arrive are no proof, and no accusation", async ({ arrive }) => {
  const { screen } = await atReceipt(arrive, (visitor) =>
    visitor.context.route("**/v1/signing-keys", (route) => route.abort("connectionreset")));
  await screen.says("verify.unreachable");
});

journey("PDF, JSON and the signed form go home as the server made them, and the screen can be printed", async ({ server, arrive }) => {
  const { noor, screen } = await atReceipt(arrive);
  const api = await server.signIn(PERSONA);
  const [record] = await api.records();
  const decision = { id: record.events.find((event) => event.decisionId).decisionId };
  for (const form of ["pdf", "json", "jose"]) {
    const key = { pdf: "receipt.pdf", json: "receipt.json", jose: "receipt.signed" }[form];
    const [file] = await Promise.all([noor.page.waitForEvent("download"), screen.press(key)]);
    const saved = await readFile(await file.path());
    assert.ok(saved.equals(await receiptIn(api, decision, form)), `${form} is what the server gives`);
  }
  await noor.page.evaluate(() => { globalThis.print = () => { globalThis.printed = true; }; });
  await screen.press("receipt.print");
  assert.equal(await noor.page.evaluate(() => globalThis.printed), true);
  // On paper stands the receipt, and nothing that can be pressed.
  await noor.page.emulateMedia({ media: "print" });
  assert.ok(await screen.heading("receipt.title").isVisible());
  assert.equal(await screen.button("receipt.print").isVisible(), false);
  assert.equal(await noor.page.getByRole("navigation").first().isVisible(), false);
});
