// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// One worker's visit as it stands: the rules in the browser, the vault behind them and
// the outbox. What the rules take is kept before anybody hears of it.
import { aloneBy } from "./alone.js";
import { Outbox } from "./outbox.js";

const later = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

export class Visiting {
  #Visit;
  #settings;
  #vault;
  #changed;
  #visit = null;
  #practising = false;
  // Drafts while practising: they go with the practice.
  #scraps = new Map();
  // Drafts that are being written, with what they are to become.
  #writing = new Map();
  #requests = {};
  #busy = Promise.resolve();
  #channel;
  catalogue;
  // The clients as the backend told last, or nothing; and the ids of what may be newer here.
  clients = null;
  newer = () => this.outbox.unsent;

  constructor({ Visit, settings, catalogue, vault, send, isOurs, changed }) {
    this.#Visit = Visit;
    this.#settings = settings;
    this.#vault = vault;
    this.#changed = changed;
    this.catalogue = catalogue;
    const exclusively = aloneBy(globalThis.navigator?.locks, "samenspraak-outbox");
    const arrived = () => this.#tellOthers(false);
    this.outbox = new Outbox({ vault, send, isOurs, exclusively, later, changed, arrived });
    this.#channel = new BroadcastChannel("samenspraak-visit");
    this.#channel.onmessage = ({ data }) => data.owner === vault.owner && this.#joinOthers(data.settled);
  }

  // Stands again where it stood when the page was closed, and sends what was left.
  async begin() {
    this.clients = await this.#vault.kept("known", "clients");
    this.#requests = (await this.#vault.kept("known", "requests")) ?? {};
    await this.outbox.read();
    this.#standAgain();
    this.#vault.tidy().catch(() => {});
    this.outbox.kick();
    return this;
  }

  end() {
    this.outbox.stop();
    this.#channel.close();
  }

  get practising() {
    return this.#practising;
  }

  get state() {
    const { waiting, pending, sending } = this.outbox;
    const conflicts = this.outbox.conflicts.map(({ subject, ...it }) => ({
      ...it, name: (subject ?? this.#subject(it.about))?.displayName ?? "",
    }));
    const sharing = this.#practising ? [] : this.outbox.waitingOf("disclosure-decisions");
    return { practice: this.#practising, durable: this.#vault.durable, waiting, pending, sending, conflicts, sharing };
  }

  // Whose request it is, as the backend told.
  #subject(request) {
    const asked = ({ requests }) => requests.some(({ id }) => id === request);
    return this.clients?.items.find(asked)?.person ?? this.#requests[request]?.subject;
  }

  #fresh() {
    const [catalogue, settings] = [JSON.stringify(this.catalogue), JSON.stringify(this.#settings)];
    return new this.#Visit(catalogue, settings, this.#practising, Date.now());
  }

  // The visit as the log says it. Of what was read before, so that nothing can be in
  // its way: a disk that kept nothing may not be readable either.
  #standAgain() {
    const fresh = this.#fresh();
    if (!this.#practising) {
      if (this.clients) fresh.knowClients(JSON.stringify(this.clients));
      for (const request of Object.values(this.#requests)) fresh.knowRequest(JSON.stringify(request));
      for (const { entry } of this.outbox.lines) fresh.replay(JSON.stringify(entry));
    }
    this.#visit?.free();
    this.#visit = fresh;
    this.#changed();
  }

  #tellOthers(settled) {
    this.#channel.postMessage({ owner: this.#vault.owner, settled });
  }

  // What another tab of this worker took is part of this visit too; what is here
  // already is not taken twice. What was settled there may be gone.
  #joinOthers(settled) {
    const joined = this.#inTurn(async () => {
      const lines = await this.outbox.read();
      if (!this.#practising && settled) this.#standAgain();
      else if (!this.#practising) for (const { entry } of lines) this.#visit.replay(JSON.stringify(entry));
      this.#changed();
      this.outbox.kick();
    });
    // A disk that cannot be read is read again with the next word.
    joined.catch(() => {});
  }

  // One after the other: what is taken must be kept before the next is judged by it.
  #inTurn(act) {
    const done = this.#busy.then(act);
    this.#busy = done.catch(() => {});
    return done;
  }

  #answer(method, path, key, body, turned) {
    const { entry, ...answer } = JSON.parse(this.#visit.answer(method, path, key, body, turned, Date.now()));
    return { entry, answer: { ...answer, version: "" } };
  }

  // Reads from the visit; `turned` is the person who holds the screen, or empty.
  ask(path, turned = "") {
    return this.#answer("GET", path, "", "", turned).answer;
  }

  // Lets the rules judge what is posted. What they take is on the disk when this
  // resolves; when it cannot be kept it was not taken, and this rejects.
  take(path, key, body, turned = "") {
    return this.#inTurn(async () => {
      const { entry, answer } = this.#answer("POST", path, key, body, turned);
      if (entry && !this.#practising) {
        try {
          await this.outbox.append(entry);
        } catch (cause) {
          this.#standAgain();
          throw cause;
        }
        this.#tellOthers(false);
        this.outbox.kick();
      }
      return answer;
    });
  }

  judge(draft) {
    return JSON.parse(this.#visit.judge(draft, Date.now()));
  }

  // Why the screen cannot be turned to this person, if so.
  refusesTurn(request, person) {
    const problem = this.#visit.mayTurn(request, person, Date.now());
    return problem ? JSON.parse(problem) : null;
  }

  // A page of clients with what was asked on this device; `newer` are the ids of what
  // the backend may not have known when it was asked.
  withRequests(page, newer) {
    return JSON.parse(this.#visit.clients(JSON.stringify(page), JSON.stringify(newer), Date.now()));
  }

  // Clients that the backend told of, `whole` when they are all of them.
  async knowClients(page, whole, newer) {
    this.#visit.knowClients(JSON.stringify(page));
    if (!whole) return;
    [this.clients, this.newer] = [page, newer];
    await this.#vault.keep("known", "clients", page);
  }

  // A request as the backend showed it to staff, so that a client can answer it here.
  async knowRequest(request) {
    if (this.#visit.knowRequest(JSON.stringify(request))) this.#requests[request.id] = request;
    else delete this.#requests[request.id];
    await this.#vault.keep("known", "requests", this.#requests);
  }

  // A request that was read before, by its path.
  request(path) {
    return this.#requests[path.split("/")[1]] ?? null;
  }

  // One write at a time, and the last one counts; resolves once that is on the disk.
  keep(about, text) {
    if (this.#practising) return void this.#scraps.set(about, text);
    const draft = this.#writing.get(about) ?? {};
    draft.text = text;
    draft.written ??= this.#write(about, draft);
    return draft.written;
  }

  async #write(about, draft) {
    this.#writing.set(about, draft);
    try {
      for (let text; text !== draft.text;) {
        text = draft.text;
        await this.#vault.keep("draft", about, text || null);
      }
    } finally {
      this.#writing.delete(about);
    }
  }

  async kept(about) {
    return (this.#practising ? this.#scraps.get(about) : await this.#vault.kept("draft", about)) || "";
  }

  practise(on) {
    return this.#inTurn(() => {
      this.#practising = on;
      this.#scraps.clear();
      this.#standAgain();
    });
  }

  settle(conflict, choice) {
    return this.#inTurn(async () => {
      await this.outbox.settle(conflict, choice);
      if (!this.#practising) this.#standAgain();
      this.#tellOthers(true);
      this.outbox.kick();
    });
  }
}
