// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Where the vault puts its sealed boxes: IndexedDB, or memory where the browser has
// none. Both hold tables of boxes under keys `[owner, name]`, in the order of the
// names; neither knows what is in a box. No name in it says anything about anybody.
const DATABASE = "samenspraak-visit";
const TABLES = ["keys", "log", "kept"];

// Everything of one owner: arrays sort after numbers and strings.
const range = (owner) => IDBKeyRange.bound([owner], [owner, []]);

const result = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

// What was written counts once it stands on the disk: a battery may die at any time.
const written = (transaction) =>
  new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    // Of a write that fails the transaction knows why once it is undone, and not before.
    transaction.onabort = () => failed(transaction.error);
  });

export class DiskStore {
  durable = true;
  #database;

  constructor(database) {
    this.#database = database;
    // Another tab with a newer version of this page may go on.
    database.onversionchange = () => database.close();
  }

  static async open() {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => TABLES.forEach((table) => opening.result.createObjectStore(table));
    return new DiskStore(await result(opening));
  }

  #table(name, mode = "readonly") {
    const transaction = this.#database.transaction(name, mode, { durability: "strict" });
    return transaction.objectStore(name);
  }

  get(table, key) {
    return result(this.#table(table).get(key));
  }

  async list(table, owner) {
    const it = this.#table(table);
    const [keys, boxes] = await Promise.all([result(it.getAllKeys(range(owner))), result(it.getAll(range(owner)))]);
    return keys.map((key, index) => ({ name: key[1], box: boxes[index] }));
  }

  async put(table, key, box) {
    const it = this.#table(table, "readwrite");
    it.put(box, key);
    await written(it.transaction);
  }

  // Whether it was written: false when there is something under this key already.
  async add(table, key, box) {
    const it = this.#table(table, "readwrite");
    it.add(box, key);
    try {
      await written(it.transaction);
      return true;
    } catch (cause) {
      if (cause?.name === "ConstraintError") return false;
      throw cause;
    }
  }

  async remove(table, key) {
    const it = this.#table(table, "readwrite");
    it.delete(key);
    await written(it.transaction);
  }

  async removeAll(table, owner) {
    return this.remove(table, range(owner));
  }

  async owners(table) {
    const keys = await result(this.#table(table).getAllKeys());
    return [...new Set(keys.map(([owner]) => owner))];
  }
}

export class MemoryStore {
  durable = false;
  #tables = Object.fromEntries(TABLES.map((table) => [table, new Map()]));

  #name(key) {
    return JSON.stringify(key);
  }

  async get(table, key) {
    return this.#tables[table].get(this.#name(key));
  }

  async list(table, owner) {
    const all = [...this.#tables[table]].map(([key, box]) => ({ key: JSON.parse(key), box }));
    return all
      .filter(({ key }) => key[0] === owner)
      .map(({ key, box }) => ({ name: key[1], box }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async put(table, key, box) {
    this.#tables[table].set(this.#name(key), box);
  }

  async add(table, key, box) {
    if (this.#tables[table].has(this.#name(key))) return false;
    this.#tables[table].set(this.#name(key), box);
    return true;
  }

  async remove(table, key) {
    this.#tables[table].delete(this.#name(key));
  }

  async removeAll(table, owner) {
    for (const { name } of await this.list(table, owner)) await this.remove(table, [owner, name]);
  }

  async owners(table) {
    return [...new Set([...this.#tables[table].keys()].map((key) => JSON.parse(key)[0]))];
  }
}
