// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The log as an outbox: sent in order, each with its own idempotency key, by one tab
// at a time and only while the worker it belongs to is signed in. What the backend
// refuses is set aside with everything that builds on it, for the worker to read;
// nothing is settled without her.
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

// The same request may succeed a little later.
const mayPass = (status) => status === 408 || status === 425 || status === 429 || status >= 500;

const shares = (line, ids) => line.entry.about.some((id) => ids.has(id));

// What comes to exist with a line. Of one that was kept before lines said so: all it is about.
const makes = ({ entry }) => entry.makes ?? entry.about;

// Whom a recording of a client is of, among the ids it is about.
const whose = ({ entry }) => (entry.kind === "clients" ? entry.about[1] : undefined);

// The person whom a line names, when it names one.
const named = ({ entry: { body } }) => body.subject?.person ?? body.subject ?? body.person;

export class Outbox {
  #vault;
  #send;
  #isOurs;
  #changed;
  #arrived;
  #exclusively;
  #later;
  #lines = [];
  // What this tab wrote, in order.
  #own = [];
  #running = null;
  #again = false;
  #stopped = false;
  #pause = FIRST_PAUSE_MS;
  #stopTimer = () => {};
  waiting = "";
  sending = false;

  // `send(entry)` posts it and resolves to `{ status, body }`, or rejects when the
  // backend was not reached; so does `isOurs()`, with whether the worker is signed in.
  // `arrived()` hears of each line that was answered. `exclusively(work)` does work that
  // no other tab does; `later(ms, act)` returns what calls it off.
  constructor({ vault, send, isOurs, changed, arrived, exclusively, later }) {
    this.#vault = vault;
    this.#send = send;
    this.#isOurs = isOurs;
    this.#changed = changed;
    this.#arrived = arrived;
    this.#exclusively = exclusively;
    this.#later = later;
  }

  // Reads the log anew: another tab may have written. What this tab wrote meanwhile
  // may not be among what was read.
  async read() {
    const before = this.#own.length;
    const lines = await this.#vault.lines();
    const isKnown = ({ seq }) => lines.some((line) => line.seq === seq);
    this.#lines = [...lines, ...this.#own.slice(before).filter((line) => !isKnown(line))];
    return this.#lines;
  }

  // The log as it was read last.
  get lines() {
    return this.#lines;
  }

  async append(entry) {
    const line = await this.#vault.append({ entry });
    this.#own.push(line);
    if (!this.#lines.some(({ seq }) => seq === line.seq)) this.#lines.push(line);
    this.#changed();
  }

  // The ids of what the backend does not know all of yet.
  get unsent() {
    return [...new Set(this.#lines.filter((line) => !line.sent).flatMap((line) => line.entry.about))];
  }

  holds(id) {
    return this.unsent.includes(id);
  }

  // Asked before the backend is, called after it answered: the ids of what may not be
  // in its answer, because it was sent meanwhile, or is still to be sent.
  crossing() {
    const [before, unsent] = [this.#own.length, this.unsent];
    return () => [...unsent, ...this.#own.slice(before).flatMap(({ entry }) => entry.about), ...this.unsent];
  }

  // Each line that was refused, with the later lines that are about what it makes, or
  // what one makes that is held back already.
  #setAside() {
    const groups = [];
    for (const line of this.#lines) {
      if (line.sent) continue;
      const group = groups.find(({ made }) => shares(line, made));
      if (group) {
        (line.problem ? group.refused : group.held).push(line);
        makes(line).forEach((id) => group.made.add(id));
      } else if (line.problem) {
        groups.push({ refused: [line], held: [], made: new Set(makes(line)) });
      }
    }
    return groups;
  }

  get conflicts() {
    return this.#setAside().flatMap(({ refused, held }) =>
      refused.map(({ seq, entry, problem }) => ({
        id: String(seq), kind: entry.kind, about: entry.about[0], subject: this.#subject({ entry }),
        problem, held: held.length,
      })));
  }

  // Whom a line is about, as it says or what it builds upon.
  #subject(line) {
    const ids = new Set(line.entry.about);
    return named(line) ?? this.#lines.filter((it) => shares(it, ids)).map(named).find((person) => person);
  }

  get #ready() {
    const aside = new Set(this.#setAside().flatMap(({ refused, held }) => [...refused, ...held]));
    return this.#lines.filter((line) => !line.sent && !aside.has(line));
  }

  get pending() {
    return this.#ready.length;
  }

  // What of one kind is still to be sent.
  waitingOf(kind) {
    return this.#ready.filter(({ entry }) => entry.kind === kind).map(({ entry }) => entry.body);
  }

  // Sends what can be sent; resolves when that is done for now. Asked while it is at
  // work it looks once more afterwards.
  kick() {
    if (this.#stopped) return Promise.resolve();
    this.#stopTimer();
    this.#again = true;
    this.#running ??= this.#keepOn().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  // For good: what is on its way arrives, and nothing follows it.
  stop() {
    this.#stopped = true;
    this.#again = false;
    this.#stopTimer();
  }

  async #keepOn() {
    while (this.#again) {
      this.#again = false;
      await this.#exclusively(() => this.#sendAll());
    }
  }

  async #sendAll() {
    try {
      this.#rest(await this.#sendReady());
    } catch {
      // Not reached, or not now: nothing is lost, and it is tried again by itself.
      if (!this.#stopped) this.#stopTimer = this.#later(this.#pause, () => this.kick());
      this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE_MS);
      this.#rest("network");
    }
  }

  // Resolves to what the rest waits for. Before each line it is asked whose session it
  // is: somebody else may have signed in since the one before.
  async #sendReady() {
    await this.read();
    // The browser may have been killed before what arrived was struck out.
    await this.#tidy();
    for (let line = this.#ready[0]; line; line = this.#ready[0]) {
      if (!(await this.#isOurs())) return "sign-in";
      if (this.#stopped) break;
      this.sending = true;
      this.#changed();
      const { status, body } = await this.#send(line.entry);
      if (status === 401) return "sign-in";
      // A gateway that asks to sign in says 200 too, with a page of its own.
      if (mayPass(status) || (status < 300 && !body)) throw new Error(`${status}`);
      if (status < 300) line.sent = true;
      else line.problem = body ?? { status };
      await this.#vault.rewrite(line);
      await this.#tidy();
      this.#pause = FIRST_PAUSE_MS;
      this.#changed();
      this.#arrived();
    }
    return "";
  }

  #rest(waiting) {
    this.waiting = waiting;
    this.sending = false;
    this.#changed();
  }

  // A newer recording of somebody takes the place of one that was refused: what was
  // built on that one follows it now, instead of waiting for what nobody sends again.
  async #putInPlace() {
    const takes = (newer, old) => newer.seq > old.seq && whose(newer) === whose(old);
    for (const old of this.#lines.filter((line) => line.problem && whose(line)).reverse()) {
      const newer = this.#lines.find((line) => takes(line, old));
      if (!newer) continue;
      const about = [...newer.entry.about, ...makes(old)];
      const entry = { ...newer.entry, about, makes: [...makes(newer), ...makes(old)] };
      const line = { ...newer, entry, seq: old.seq };
      // First there, then no longer here: between the two it stands twice, under one key.
      await this.#vault.rewrite(line);
      await this.#vault.strike(newer.seq);
      this.#lines = this.#lines.filter((it) => it !== newer).map((it) => (it === old ? line : it));
    }
  }

  async #tidy() {
    await this.#putInPlace();
    await this.#strikeSent();
  }

  // What has arrived leaves the device, once nothing that builds on it is still here:
  // until then the visit needs it to stand again after a reload.
  async #strikeSent() {
    const needed = new Set(this.unsent);
    const builtUpon = () => this.#lines.filter((it) => it.sent && shares(it, needed));
    for (let before = -1; before !== needed.size;) {
      before = needed.size;
      builtUpon().forEach(({ entry }) => entry.about.forEach((id) => needed.add(id)));
    }
    for (const line of this.#lines.filter((it) => it.sent && !shares(it, needed))) {
      await this.#vault.strike(line.seq);
      this.#lines.splice(this.#lines.indexOf(line), 1);
    }
  }

  // What the worker chose after reading why something was refused: `again`, or `drop`
  // with everything that was held back for it.
  async settle(id, choice) {
    await this.read();
    const group = this.#setAside().find(({ refused }) => refused.some(({ seq }) => String(seq) === id));
    if (!group) return;
    if (choice === "drop") {
      for (const line of [...group.refused, ...group.held]) await this.#vault.strike(line.seq);
    } else {
      for (const { problem, ...line } of group.refused) await this.#vault.rewrite(line);
    }
    await this.read();
    await this.#strikeSent();
    this.#changed();
  }
}
