// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The reference backend as a process of its own: a fresh database on a free
// loopback port, stopped by whoever started it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { Api } from "./api.mjs";

const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../../..");

/** A path in the checkout. */
export const inHouse = (...parts) => join(root, ...parts);

/** What a web server serves, as `cargo xtask build` left it. */
export const dist = process.env.SAMENSPRAAK_DIST ?? inHouse("dist");
const program = process.env.SAMENSPRAAK_SERVER ?? inHouse("target/debug/samenspraak-server");

/** A running server. */
export class Server {
  #child;
  #folder;
  /** Where it listens, without a slash at the end. */
  url;

  /** Starts a server with an empty database; `options` are extra arguments. */
  static async start(options = []) {
    const server = new Server();
    server.#folder = await mkdtemp(join(tmpdir(), "samenspraak-e2e-"));
    server.options = options;
    await server.#run("127.0.0.1:0");
    return server;
  }

  /** The file it keeps everything in. */
  get database() {
    return join(this.#folder, "demo.sqlite");
  }

  async #run(listen) {
    const settings = ["--listen", listen, "--database", `sqlite:${this.database}`, "--demo", "--assets", dist, ...this.options];
    // What it logs is kept for a test that fails.
    this.log = [];
    this.#child = spawn(program, settings, { stdio: ["ignore", "pipe", "pipe"] });
    this.#child.stderr.on("data", (text) => this.log.push(String(text)));
    const child = this.#child;
    const stopped = once(child, "exit").then(([code]) => {
      throw new Error(`the server stopped with ${code}: ${this.log.join("")}`);
    });
    stopped.catch(() => {});
    const listening = new Promise((done) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const found = /http:\/\/[\d.:]+/.exec(line);
        if (found) done(found[0]);
      });
    });
    this.url = await Promise.race([listening, stopped]);
  }

  async #end(signal) {
    const child = this.#child;
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
    }
  }

  /** Ends it as a power cut would. */
  async kill() {
    await this.#end("SIGKILL");
  }

  /** Starts it again on the same port with the same database. */
  async revive() {
    await this.#run(new URL(this.url).host);
  }

  /** Stops it and removes its database. */
  async stop() {
    await this.#end("SIGTERM");
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** A script that is signed in as a fictional person. */
  signIn(persona) {
    return Api.signIn(this.url, persona);
  }
}
