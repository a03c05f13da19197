// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What is kept on the device of one worker. Every box is sealed with AES-GCM under a
// key that the browser made and never hands out, with a fresh nonce, and bound to its
// owner and place: a box that was moved does not open. The owner is a hash of the
// municipality and the worker, so that another worker never finds these boxes.
import { DiskStore, MemoryStore } from "./store.js";

const AES = "AES-GCM";
const NONCE_BYTES = 12;

const bytes = (text) => new TextEncoder().encode(text);

const digest = async (text) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes(text)));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

// Without strong cryptography or a place to keep things there is memory alone, and
// the vault says so. A store that fails later fails loudly.
export async function openVault(controller, worker) {
  const sealed = globalThis.crypto?.subtle !== undefined;
  const owner = sealed ? await digest(`${controller}\n${worker}`) : `${controller}\n${worker}`;
  try {
    if (sealed) return await Vault.open(await DiskStore.open(), owner);
  } catch {
    // A private window may have IndexedDB in name only.
  }
  return new Vault(new MemoryStore(), owner, null);
}

// Nobody is signed in: see `tidy`.
export async function tidyAll() {
  try {
    await new Vault(await DiskStore.open(), "", null).tidy();
  } catch {
    // Where nothing can be kept, nothing is.
  }
}

export class Vault {
  #store;
  #owner;
  #key;

  constructor(store, owner, key) {
    this.#store = store;
    this.#owner = owner;
    this.#key = key;
  }

  // The key is made once for a worker; of two tabs that make one, the first counts.
  static async open(store, owner) {
    const place = [owner, "key"];
    if (!(await store.get("keys", place))) {
      const fresh = await crypto.subtle.generateKey({ name: AES, length: 256 }, false, ["encrypt", "decrypt"]);
      await store.add("keys", place, fresh);
    }
    return new Vault(store, owner, await store.get("keys", place));
  }

  // Whether it outlives the page.
  get durable() {
    return this.#store.durable;
  }

  get owner() {
    return this.#owner;
  }

  async #seal(table, name, value) {
    const text = JSON.stringify(value);
    if (!this.#key) return text;
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    return { nonce, sealed: await crypto.subtle.encrypt(this.#how(nonce, table, name), this.#key, bytes(text)) };
  }

  async #open(table, name, box) {
    if (!this.#key) return JSON.parse(box);
    const plain = await crypto.subtle.decrypt(this.#how(box.nonce, table, name), this.#key, box.sealed);
    return JSON.parse(new TextDecoder().decode(plain));
  }

  #how(nonce, table, name) {
    return { name: AES, iv: nonce, additionalData: bytes(`${this.#owner}:${table}:${name}`) };
  }

  // The lines of the log, oldest first: `{ seq, … }`. One that does not open was not
  // written by this worker's key, and cannot be sent by anybody.
  async lines() {
    const boxes = await this.#store.list("log", this.#owner);
    const lines = await Promise.all(
      boxes.map(({ name, box }) =>
        this.#open("log", name, box).then((line) => ({ ...line, seq: name }), () => null)),
    );
    return lines.filter((line) => line);
  }

  // Adds a line at the end, whoever else is writing; resolves to it once it is kept.
  async append(line) {
    for (;;) {
      const boxes = await this.#store.list("log", this.#owner);
      const seq = (boxes.at(-1)?.name ?? 0) + 1;
      if (await this.#store.add("log", [this.#owner, seq], await this.#seal("log", seq, line))) {
        return { ...line, seq };
      }
    }
  }

  async rewrite({ seq, ...line }) {
    await this.#store.put("log", [this.#owner, seq], await this.#seal("log", seq, line));
  }

  async strike(seq) {
    await this.#store.remove("log", [this.#owner, seq]);
  }

  // A text or document beside the log. `kind` tells apart what came from the backend
  // (`known`) and what is being filled in (`draft`); the name is never in the clear.
  async keep(kind, name, value) {
    const place = await this.#place(kind, name);
    if (value === null) return this.#store.remove("kept", [this.#owner, place]);
    await this.#store.put("kept", [this.#owner, place], await this.#seal("kept", place, value));
  }

  async kept(kind, name) {
    const place = await this.#place(kind, name);
    const box = await this.#store.get("kept", [this.#owner, place]);
    return box === undefined ? null : this.#open("kept", place, box).catch(() => null);
  }

  async #place(kind, name) {
    return `${kind}:${this.#key ? await digest(`${this.#owner}\n${name}`) : name}`;
  }

  // Of all others on this device stays only what they have not sent: they are signed
  // out, and it is theirs to send. The keys stay: they say nothing, and another tab may
  // be sealing something this very moment.
  async tidy() {
    for (const owner of await this.#store.owners("kept")) {
      if (owner !== this.#owner) await this.#store.removeAll("kept", owner);
    }
  }
}
