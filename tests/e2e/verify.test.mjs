// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What `src/verify.js` says of a receipt, with keys of our own and without a browser.

import assert from "node:assert/strict";
import test from "node:test";
import { verify } from "../../src/verify.js";

// A key of our own and a receipt that it signed.
async function signed(receipt, header = {}) {
  const kind = { name: "ECDSA", namedCurve: "P-256" };
  const { privateKey, publicKey } = await crypto.subtle.generateKey(kind, true, ["sign", "verify"]);
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${encode({ alg: "ES256", kid: "ours", ...header })}.${encode(receipt)}`;
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, privateKey, Buffer.from(text));
  const key = { ...(await crypto.subtle.exportKey("jwk", publicKey)), kid: "ours" };
  return { jws: `${text}.${Buffer.from(signature).toString("base64url")}`, keys: [key] };
}

const RECEIPT = { receiptId: "r", title: { nl: "Één vraag" }, records: [{ status: "given" }] };

test("a receipt is intact when the signature holds and the content is what is shown", async () => {
  const { jws, keys } = await signed(RECEIPT);
  assert.equal(await verify(jws, keys, RECEIPT), "intact");
  const otherOrder = { records: RECEIPT.records, title: RECEIPT.title, receiptId: "r" };
  assert.equal(await verify(jws, keys, otherOrder), "intact", "the order of fields means nothing");
});

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

test("one other byte anywhere breaks it", async () => {
  const { jws, keys } = await signed(RECEIPT);
  for (const [at, letter] of [...jws].entries()) {
    // Half the alphabet further: that changes a bit that counts, also in the last letter.
    const other = LETTERS[(LETTERS.indexOf(letter) + LETTERS.length / 2) % LETTERS.length];
    assert.equal(await verify(jws.slice(0, at) + other + jws.slice(at + 1), keys, RECEIPT), "broken", `byte ${at}`);
  }
});

test("a good signature under another receipt, with another key or in another way is broken", async () => {
  const { jws, keys } = await signed(RECEIPT);
  const stranger = await signed(RECEIPT);
  assert.equal(await verify(jws, keys, { ...RECEIPT, receiptId: "s" }), "broken");
  assert.equal(await verify(jws, stranger.keys, RECEIPT), "broken");
  assert.equal(await verify(jws, [], RECEIPT), "broken");
  assert.equal(await verify("no receipt", keys, RECEIPT), "broken");
  const unsigned = await signed(RECEIPT, { alg: "none" });
  assert.equal(await verify(unsigned.jws, unsigned.keys, RECEIPT), "broken");
});
