// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The peer of bench/decisions.mjs as a process of its own: SQLite, driven by
// the library the server drives it with, one durable row at a time.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { inHouse } from "../../tests/e2e/support/server.mjs";

// Together with the server, so that every library is the very one the server uses.
const PROGRAMS = [
  "--package", "samenspraak-server", "--bin", "samenspraak-server",
  "--package", "samenspraak-storage-sqlite", "--bin", "durable-inserts",
];

export class Inserts {
  #child;
  #lines;
  #path;

  /** Builds the program as the server is built, and starts it on a new file. */
  static async start(path) {
    const built = spawnSync("cargo", ["build", "--quiet", "--release", ...PROGRAMS], { cwd: inHouse(), stdio: "inherit" });
    if (built.status !== 0) throw new Error("the program that inserts rows cannot be built");
    const inserts = new Inserts();
    inserts.#path = path;
    const program = join(dirname(process.env.SAMENSPRAAK_SERVER), "durable-inserts");
    inserts.#child = spawn(program, [path], { stdio: ["pipe", "pipe", "inherit"] });
    inserts.#lines = createInterface({ input: inserts.#child.stdout })[Symbol.asyncIterator]();
    return inserts;
  }

  /** Inserts rows of this many bytes; gives rows per second. */
  async rate(rows, bytes) {
    this.#child.stdin.write(`${rows} ${bytes}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("the program that inserts rows stopped");
    return rows / Number(value);
  }

  /** Lets it end, and removes its file. */
  async stop() {
    if (this.#child.exitCode === null) {
      const gone = once(this.#child, "exit");
      this.#child.stdin.end();
      await gone;
    }
    for (const ending of ["", "-wal", "-shm"]) rmSync(`${this.#path}${ending}`, { force: true });
  }
}
