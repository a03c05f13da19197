// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The two pages that bench/first-question.mjs compares: one host page, with the
// widget in it or the plain screen, and the same style sheets for both.

import { build } from "esbuild";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const PLAIN = new URL("../plain/plain.js", import.meta.url).pathname;
const SMALLEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

export class Site {
  /** Copies what the build left in `dist`, and adds the plain script as small as it gets. */
  static async layOut(dist, folder) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(dist, folder, { recursive: true });
    const built = await build({
      entryPoints: [PLAIN], bundle: true, minify: true, format: "esm", target: "es2022", write: false,
    });
    const script = built.outputFiles[0].contents;
    writeFileSync(join(folder, "plain.js"), script);
    writeFileSync(join(folder, "plain.js.br"), brotliCompressSync(script, SMALLEST));
    const site = new Site();
    site.folder = folder;
    return site;
  }

  /** Writes both pages for one request; gives their paths. */
  write(request) {
    const widget = `<samenspraak-widget view="citizen" api-base="/v1" locale="nl" request="${request}"></samenspraak-widget>`;
    const plain = `<div id="samenspraak" data-request="${request}" data-texts="${this.#asset("nl", "json")}"></div>`;
    const style = `<link rel="stylesheet" href="${this.#asset("widget", "css")}">`;
    this.#page("widget.html", "", "samenspraak.js", widget);
    this.#page("plain.html", style, "plain.js", plain);
    return { widget: "/widget.html", plain: "/plain.html" };
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
