// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The two pages that bench/long-queue.mjs compares: one host page, with the
// widget in it or a plain table.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PLAIN = new URL("../plain/queue.js", import.meta.url).pathname;

export class QueueSite {
  /** Copies what the build left in `dist`, and adds the two pages. */
  static async layOut(dist, folder) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(dist, folder, { recursive: true });
    cpSync(PLAIN, join(folder, "queue.js"));
    const site = new QueueSite();
    site.folder = folder;
    site.pages = { widget: "/widget-queue.html", plain: "/plain-queue.html" };
    const sheets = ["theme", "page", "widget", "staff"].map((name) => site.#sheet(name)).join("\n");
    site.#page("widget-queue.html", sheets, "samenspraak.js", '<samenspraak-widget view="handler" api-base="/v1" locale="nl"></samenspraak-widget>');
    site.#page("plain-queue.html", sheets, "queue.js", '<div class="samenspraak" id="queue"></div>');
    return site;
  }

  // The hashed name, from the files that use it.
  #sheet(name) {
    const users = ["samenspraak.js", "index.html"].map((file) => readFileSync(join(this.folder, file), "utf8"));
    const found = new RegExp(`assets/${name}-\\w+\\.css`).exec(users.join());
    if (!found) throw new Error(`the build has no ${name}.css`);
    return `<link rel="stylesheet" href="${found[0]}">`;
  }

  #page(name, sheets, script, content) {
    writeFileSync(join(this.folder, name), `<!doctype html>
<html lang="nl" class="ma-theme">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gemeente</title>
${sheets}
<script type="module" src="${script}"></script>
</head>
<body><main class="page-main">${content}</main></body>
</html>
`);
  }
}
