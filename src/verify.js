// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Whether a receipt is what was signed: a compact JWS (RFC 7515) with ES256,
// checked by the browser itself. Nobody needs to trust the screen of the server.

// `signed` is the JWS, `keys` the published keys, `shown` the receipt on the screen.
export async function verify(signed, keys, shown) {
  // Browsers offer cryptography on secure pages only.
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return "impossible";
  try {
    const [head, payload, signature, ...more] = signed.trim().split(".");
    const { alg, kid } = JSON.parse(read(head));
    const { kty, crv, x, y } = keys.find((key) => key.kid === kid);
    if (alg !== "ES256" || more.length > 0) return "broken";
    const kind = { name: "ECDSA", namedCurve: "P-256" };
    const key = await subtle.importKey("jwk", { kty, crv, x, y }, kind, false, ["verify"]);
    const text = new TextEncoder().encode(`${head}.${payload}`);
    const holds = await subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, bytes(signature), text);
    return holds && canonical(JSON.parse(read(payload))) === canonical(shown) ? "intact" : "broken";
  } catch {
    // No such key, no JSON, no base64: whatever it is, it is not our receipt.
    return "broken";
  }
}

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const read = (text) => new TextDecoder("utf-8", { fatal: true }).decode(bytes(text));

// The order of fields means nothing in JSON, so it makes no difference here.
const canonical = (value) =>
  JSON.stringify(value, (_, it) =>
    it && typeof it === "object" && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)))
      : it);
