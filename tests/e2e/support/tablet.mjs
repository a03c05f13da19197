// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// A worker's tablet: a browser that can be killed as a battery dies, and what stands
// on its disk.

import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { chromium } from "playwright-core";
import { FLAGS, Visitor } from "./browser.mjs";
import { Table, WORKER } from "./intake.mjs";
import { until } from "./until.mjs";

/** A browser that is a process of its own, on its own profile. */
export class Tablet {
  static async start(profile) {
    const tablet = new Tablet();
    const program = process.env.CHROMIUM ?? "/usr/bin/chromium";
    const flags = [...FLAGS, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
    // A group of its own: the browser is many processes.
    tablet.process = spawn(program, flags, { stdio: ["ignore", "ignore", "pipe"], detached: true });
    const address = await new Promise((found, lost) => {
      let said = "";
      tablet.process.stderr.on("data", (part) => {
        said += part;
        const listening = /DevTools listening on (\S+)/.exec(said);
        if (listening) found(listening[1]);
      });
      tablet.process.once("exit", () => lost(new Error(`the browser ended: ${said}`)));
    });
    tablet.browser = await chromium.connectOverCDP(address);
    [tablet.context] = tablet.browser.contexts();
    return tablet;
  }

  async die() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = new Promise((done) => this.process.once("exit", done));
    process.kill(-this.process.pid, "SIGKILL");
    await gone;
  }
}

/** Throws a profile away. The last of the browser's processes may still be ending. */
export const throwAway = (profile) => rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

/** A worker at the table of this tablet. A session of ours outlives the browser. */
export async function satDown(tablet, server) {
  const visitor = Object.assign(new Visitor(), { server, locale: "nl", context: tablet.context });
  visitor.page = await visitor.newTab();
  await visitor.signIn(WORKER);
  await visitor.open();
  const table = new Table(visitor);
  table.catalogue = await visitor.page.evaluate(() => fetch("/v1/catalogue").then((answer) => answer.json()));
  await table.screen.stands("intake.clients");
  return table;
}

// What stands in the tables of a visit on this device: keys and boxes, with their names.
const tables = () => new Promise((done, failed) => {
  const opening = indexedDB.open("samenspraak-visit");
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const database = opening.result;
    const reading = database.transaction(["keys", "log", "kept"]);
    const found = {};
    for (const name of ["keys", "log", "kept"]) {
      found[name] = [];
      reading.objectStore(name).openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        found[name].push({ place: cursor.key, box: cursor.value });
        cursor.continue();
      };
    }
    reading.oncomplete = () => {
      database.close();
      done(found);
    };
  };
});

/** How many keys, lines and other boxes a visit left on this device; every box is sealed. */
export const onDisk = (page) => page.evaluate(`(async () => {
  const { keys, log, kept } = await (${tables})();
  for (const { box } of [...log, ...kept]) {
    if (Object.keys(box).sort().join() !== "nonce,sealed") throw new Error("a box that is not sealed");
  }
  return { keys: keys.length, log: log.length, kept: kept.map(({ place }) => place[1].split(":")[0]).sort() };
})()`);

/** The conversation that is kept on this device, opened with the browser's own key; or nothing. */
const conversation = `(async () => {
  const { keys, kept } = await (${tables})();
  const draft = kept.find(({ place }) => place[1].startsWith("draft:"));
  if (!draft) return null;
  const [owner, name] = draft.place;
  const key = keys.find(({ place }) => place[0] === owner).box;
  const additionalData = new TextEncoder().encode(owner + ":kept:" + name);
  const how = { name: "AES-GCM", iv: draft.box.nonce, additionalData };
  const text = JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, draft.box.sealed)));
  return JSON.parse(text);
})()`;

/** The same, read once. */
export const kept = (page) => page.evaluate(conversation);

/** Waits until what is kept says all of this, or until there is nothing (`null`). */
export const isKept = (page, words) => until(
  page,
  `(async () => {
    const kept = JSON.stringify(await ${conversation});
    const words = ${JSON.stringify(words)};
    return words === null ? kept === "null" : words.every((it) => kept.includes(it));
  })()`,
);
