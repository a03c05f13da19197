// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The pages that bench/first-question.mjs and bench/many-items.mjs compare: one
// host page, with the widget in it or the same screen by other means, and the
// same style sheets for all.

import { build } from "esbuild";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const PEERS = { plain: "../plain/plain.js", framework: "../framework/framework.jsx" };
const SMALLEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

export class Site {
  /** Copies what the build left in `dist`, and adds the scripts of the peers as small as they get. */
  static async layOut(dist, folder) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(dist, folder, { recursive: true });
    for (const [name, path] of Object.entries(PEERS)) {
      const built = await build({
        entryPoints: [new URL(path, import.meta.url).pathname],
        bundle: true, minify: true, format: "esm", target: "es2022", write: false,
        // The framework as it is on a page for everyone: without its help for developers.
        jsx: "automatic", define: { "process.env.NODE_ENV": '"production"' },
      });
      const script = built.outputFiles[0].contents;
      writeFileSync(join(folder, `${name}.js`), script);
      writeFileSync(join(folder, `${name}.js.br`), brotliCompressSync(script, SMALLEST));
    }
    const site = new Site();
    site.folder = folder;
    return site;
  }

  /** Writes all pages for one request; gives their paths. */
  write(request) {
    const widget = `<samenspraak-widget view="citizen" api-base="/v1" locale="nl" request="${request}"></samenspraak-widget>`;
    const peer = `<div id="samenspraak" data-request="${request}" data-texts="${this.#asset("nl", "json")}"></div>`;
    const style = `<link rel="stylesheet" href="${this.#asset("widget", "css")}">`;
    this.#page("widget.html", "", "samenspraak.js", widget);
    for (const name of Object.keys(PEERS)) this.#page(`${name}.html`, style, `${name}.js`, peer);
    return { widget: "/widget.html", plain: "/plain.html", framework: "/framework.html" };
  }

  // The hashed name, from the files that use it.
  #asset(name, kind) {
    const users = ["samenspraak.js", "index.html"].map((file) => readFileSync(join(this.folder, file), "utf8"));
    const found = new RegExp(`assets/${name}-\\w+\\.${kind}`).exec(users.join());
    if (!found) throw new Error(`the build has no ${name}.${kind}`);
    return found[0];
  }

  #page(name, style, script, content) {
    const sheets = ["theme", "page"].map((sheet) => `<link rel="stylesheet" href="${this.#asset(sheet, "css")}">`);
    writeFileSync(join(this.folder, name), `<!doctype html>
<html lang="nl" class="ma-theme">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gemeente</title>
${sheets.join("\n")}
${style}
<script type="module" src="${script}"></script>
</head>
<body><main class="page-main">${content}</main></body>
</html>
`);
  }
}
