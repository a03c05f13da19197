// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Pages of a municipality that embeds the widget, with a security policy of
// their own choice, on the address of the backend.

/** The policy that docs and design promise to work under, to the letter. */
export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";

/** What the municipality itself puts inside the element. */
export const FALLBACK = '<p id="own">Bel 14 0000, of kom langs in het stadhuis.</p>';

/** The five lines of an embedding. */
export const widget = (attributes = "", inside = FALLBACK) =>
  `<samenspraak-widget api-base="/v1" ${attributes}>${inside}</samenspraak-widget>`;

// What a page does besides is a file of its own: the policy allows nothing inline.
const LISTEN = `
globalThis.heard = [];
for (const name of ["ready", "step", "submitted", "withdrawn", "error"]) {
  document.addEventListener(name, (event) => {
    if (event.target instanceof Element) {
      const { type, bubbles, composed, detail, target } = event;
      globalThis.heard.push({ type, bubbles, composed, detail, on: target.localName });
    }
  });
}`;

const KINDS = { js: "text/javascript", css: "text/css" };
const kindOf = (name) => KINDS[name.split(".").at(-1)];
const tagOf = (name) => (name.endsWith(".js") ? `<script src="/${name}"></script>` : `<link rel="stylesheet" href="/${name}">`);

/** Puts a page at /host.html, with files beside it; gives its path. */
export async function hostPage(visitor, body, { policy = STRICT, theme = "", files = {} } = {}) {
  const { url } = visitor.server;
  const beside = Object.entries({ "host-listen.js": LISTEN, ...files });
  const html = `<!doctype html><html lang="nl" class="${theme}"><head><meta charset="utf-8"><title>Gemeente</title>
<meta name="viewport" content="width=device-width">${beside.map(([name]) => tagOf(name)).join("")}
<script type="module" src="/samenspraak.js"></script></head>
<body><main><h1>Gemeente Voorbeeld</h1>${body}</main></body></html>`;
  const serve = (path, kind, content, more = {}) => visitor.context.route(url + path, (route) =>
    route.fulfill({ body: content, headers: { "Content-Type": `${kind}; charset=utf-8`, ...more } }));
  await serve("/host.html", "text/html", html, { "Content-Security-Policy": policy });
  for (const [name, content] of beside) await serve(`/${name}`, kindOf(name), content);
  return "/host.html";
}

/** What the page heard from the widget so far. */
export const heard = (page) => page.evaluate(() => globalThis.heard);

/** Waits until the page heard an event. */
export const hears = (page, type) =>
  page.waitForFunction((type) => globalThis.heard.some((event) => event.type === type), type);
