// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The door of a worker's widget. What belongs to a visit is answered by the rules in
// the browser, with or without a network, and sent on by the outbox; everything else
// goes to the backend as before. What the visit does not know is the backend's.
import { TurnedScreen } from "./screen.js";
import { Visiting } from "./visiting.js";

// Who visits clients. For anybody else this is the network's door and no more.
const VISITORS = new Set(["intake-worker", "coordinator"]);

// What the rules in the browser take, by the last word of the path.
const TAKEN = new Set([
  "clients", "assessments", "consent-requests", "notice-presentations", "decisions", "refusal-outcomes",
  "disclosure-decisions", "intake-counts",
]);

const found = (body) => ({ status: 200, version: "", body });
const NOT_FOUND = { status: 404, version: "", body: { type: "urn:samenspraak:problem:not-found", status: 404 } };

// On a turned screen: the client did not sign in, so the top says whose it is for now; and
// what they answer is kept on this device, and received by nobody yet.
const IN_THEIR_HANDS = [
  ["shell.signed-in", "turned.whose"],
  ["done.title", "turned.done.title"],
  ["done.when", "turned.done.when"],
  ["done.next", "turned.done.next"],
];

// A list is read whole, so that all of it is there without a network.
const MOST_PAGES = 50;

// A municipality, and who is signed in there.
const whose = ({ controller, signedIn }) => `${controller.id}\n${signedIn?.person.id}`;

const isRequest = (path) => /^consent-requests\/[^/?]+$/.test(path);

// The last settings of each address with their catalogue, for as long as the page lives:
// a screen that was cleared, or left for another, stands again without a network. Once
// the session is somebody else's, or nobody's, nothing of it is left.
const remembered = new Map();

export class VisitDoor {
  #page;
  #network;
  // What is remembered of the settings this widget asked for, once they came.
  #known = null;
  #worker = null;
  // Until the settings say who is signed in, nobody knows whether there is a visit.
  #met;
  #visiting = new Promise((done) => (this.#met = done));
  #open = null;
  #screen;

  constructor(page) {
    this.#page = page;
    this.#network = page.door;
    // Whoever asks hears why there is no visit; when nobody asks, nobody need hear.
    this.#visiting.catch(() => {});
    this.#screen = new TurnedScreen(page, (request, person) => this.#turnedDoor(request, person));
    // The screen says at once when the network comes or goes.
    for (const name of ["online", "offline"]) addEventListener(name, () => page.changed(), { signal: page.ended });
    // And it is tried at once, also when somebody comes back from signing in elsewhere.
    for (const name of ["online", "focus"]) addEventListener(name, () => this.#open?.outbox.kick(), { signal: page.ended });
    page.ended.addEventListener("abort", () => this.#leave());
    this.#screen.resume();
  }

  // What `host.rs` offers the intake screens.
  get more() {
    const visit = async (act) => act(await this.#visit());
    return {
      judge: (draft) => visit((open) => open.judge(draft)),
      visitState: () => this.#state(),
      turn: (request, person) => visit((open) => this.#turn(open, request, person)),
      settle: (conflict, choice) => visit((open) => open.settle(conflict, choice)),
      practise: (on) => visit((open) => open.practise(on)),
      keep: (about, text) => visit((open) => open.keep(about, text)),
      kept: (about) => visit((open) => open.kept(about)),
    };
  }

  address(path) {
    return this.#network.address(path);
  }

  begin(path) {
    this.#network.begin(path);
  }

  async send(method, path, key, version, body) {
    const name = path.split("?")[0];
    if (name === "configuration") return this.#configuration(path);
    const open = await this.#begun();
    if (!open) return this.#network.send(method, path, key, version, body);
    if (method === "POST") return this.#post(open, path, key, version, body);
    if (name === "catalogue") return found(open.catalogue);
    if (open.practising) return open.ask(path);
    if (name === "clients") return this.#list(open, path);
    if (isRequest(path)) return this.#request(open, path);
    return this.#network.send(method, path, key, version, body);
  }

  async readAbout(path, subject) {
    const open = await this.#begun();
    if (!open || (path !== "clients" && !open.practising)) return this.#network.readAbout(path, subject);
    if (path !== "clients") return NOT_FOUND;
    const own = (page) => ({ ...page, items: page.items.filter(({ person }) => person.id === subject) });
    if (open.practising) return found(own(open.ask(path).body));
    const reply = await this.#clients(open, () => this.#network.readAbout(path, subject), open.clients, false);
    return reply.status === 200 ? found(own(reply.body)) : reply;
  }

  async upload(...request) {
    return (await this.#begun())?.practising ? NOT_FOUND : this.#network.upload(...request);
  }

  async form(...request) {
    if ((await this.#begun())?.practising) throw new Error("nothing to fetch while practising");
    return this.#network.form(...request);
  }

  // The settings come first, and say who is signed in. On this page they are
  // remembered, so that a screen can be drawn anew without a network.
  async #configuration(path) {
    const place = this.address(path);
    const reply = await this.#reach(() => this.#network.send("GET", path), remembered.get(place)?.settings);
    if (reply.status !== 200) return reply;
    const before = remembered.get(place);
    const same = before && whose(before.settings) === whose(reply.body);
    remembered.set(place, (this.#known = { settings: reply.body, catalogue: same ? before.catalogue : null }));
    this.#meet();
    return reply;
  }

  // The visit, or nothing for who visits nobody. What could not begin is begun anew by
  // whoever asks for it next.
  #begun() {
    if (this.#known && this.#worker === null && !this.#page.ended.aborted) this.#meet();
    return this.#visiting;
  }

  // Another worker gets another visit, and never a look at this one's.
  #meet() {
    const worker = VISITORS.has(this.#known.settings.signedIn?.role) ? whose(this.#known.settings) : "";
    if (worker === this.#worker) return void this.#open?.outbox.kick();
    this.#leave();
    this.#worker = worker;
    this.#visiting = worker ? this.#begin(worker) : Promise.resolve(null);
    this.#met(this.#visiting);
    if (!worker) this.#page.tidyAll();
    this.#visiting.catch(() => {
      if (this.#worker === worker) this.#worker = null;
    });
  }

  #leave() {
    this.#worker = null;
    this.#open?.end();
    this.#open = null;
  }

  async #begin(worker) {
    const { settings, catalogue } = this.#known;
    const { controller, signedIn } = settings;
    const path = `catalogue?controllerId=${controller.id}`;
    const [reply, vault] = await Promise.all([
      this.#reach(() => this.#network.send("GET", path), catalogue),
      this.#page.openVault(controller.id, signedIn.person.id),
    ]);
    if (reply.status !== 200) throw new Error(`catalogue: ${reply.status}`);
    const visiting = await new Visiting({
      Visit: this.#page.Visit,
      settings,
      catalogue: reply.body,
      vault,
      send: (entry) => this.#deliver(entry),
      isOurs: () => this.#isOurs(worker),
      changed: () => this.#page.changed(),
    }).begin();
    if (this.#worker !== worker) visiting.end();
    else [this.#open, this.#known.catalogue] = [visiting, reply.body];
    this.#page.changed();
    return visiting;
  }

  async #visit() {
    const open = await this.#begun();
    if (!open) throw NOT_FOUND.body;
    return open;
  }

  #state() {
    const none = { practice: false, durable: true, waiting: "", pending: 0, sending: false, conflicts: [], sharing: [] };
    return { ...(this.#open?.state ?? none), online: navigator.onLine };
  }

  // Without a network what was known last; when there is nothing, the line stays cut.
  async #reach(ask, known) {
    const remembered = { ...found(known), remembered: true };
    try {
      if (known && !navigator.onLine) return remembered;
      const reply = await ask();
      return reply.status >= 500 && known ? remembered : reply;
    } catch (cause) {
      if (known) return remembered;
      throw cause;
    }
  }

  #list(open, path) {
    const whole = path === "clients";
    return this.#clients(open, () => this.#pages(path), whole ? open.clients : null, whole);
  }

  // Clients with what this device knows newer of them than who told.
  async #clients(open, ask, known, whole) {
    const crossing = open.outbox.crossing();
    const reply = await this.#reach(ask, known);
    if (reply.status !== 200) return reply;
    if (!reply.remembered) await open.knowClients(reply.body, whole, crossing);
    return found(open.withRequests(reply.body, reply.remembered ? open.newer() : crossing()));
  }

  async #pages(path) {
    const first = await this.#network.send("GET", path);
    let next = first.body?.nextCursor;
    for (let page = 1; next && page < MOST_PAGES; page++) {
      const cursor = `${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(next)}`;
      const { status, body } = await this.#network.send("GET", path + cursor);
      if (status !== 200) return { status, version: "", body };
      first.body.items.push(...body.items);
      next = body.nextCursor;
    }
    delete first.body?.nextCursor;
    return first;
  }

  // While something about it waits to be sent, this device knows more than the backend.
  async #request(open, path) {
    const own = open.ask(path);
    if (own.status === 200 && open.outbox.holds(own.body.id)) return own;
    const crossing = open.outbox.crossing();
    const reply = await this.#reach(
      () => this.#network.send("GET", path), own.status === 200 ? own.body : open.request(path));
    if (crossing().includes(reply.body?.id)) return own.status === 200 ? open.ask(path) : reply;
    if (reply.status === 200 && !reply.remembered) await open.knowRequest(reply.body);
    return reply;
  }

  async #post(open, path, key, version, body) {
    const name = path.split("/").at(-1);
    if (!open.practising && !TAKEN.has(name)) return this.#network.send("POST", path, key, version, body);
    const answer = await open.take(path, key, body);
    const theirs = answer.status === 404 && !open.practising;
    return theirs ? this.#network.send("POST", path, key, version, body) : answer;
  }

  #deliver({ path, key, body }) {
    const clock = { "Device-Time": new Date().toISOString() };
    return this.#network.send("POST", path, key, "", JSON.stringify(body), clock);
  }

  // Somebody else may have signed in meanwhile, in another tab: then these would be
  // stored as theirs.
  async #isOurs(worker) {
    const [controller] = worker.split("\n");
    const { status, body } = await this.#network.send("GET", `configuration?controllerId=${controller}`);
    if (status !== 200) throw new Error(`configuration: ${status}`);
    if (whose(body) === worker) return true;
    remembered.clear();
    return false;
  }

  async #turn(open, request, person) {
    const problem = open.refusesTurn(request, person);
    if (problem) throw problem;
    return this.#screen.turn(request, person);
  }

  // After a reload a request that has been sent is the backend's; then it is read again.
  async #recall(open, request) {
    const path = `consent-requests/${request}`;
    if (!open.practising && open.refusesTurn(request, "")?.status === 404) {
      try {
        await this.#list(open, "clients");
        await this.#request(open, path);
      } catch {
        // Without a network the client waits, and gives the screen back.
      }
    }
    return open;
  }

  // What the citizen's own screens talk to: the visit and nothing else.
  #turnedDoor(request, person) {
    const nothing = async () => NOT_FOUND;
    let coming;
    const open = () => {
      coming ??= this.#visit().then((open) => this.#recall(open, request));
      // What could not begin is begun anew when something is asked again.
      coming.catch(() => (coming = null));
      return coming;
    };
    return {
      address: (path) => this.#network.address(path),
      begin: () => {},
      send: async (method, path, key, version, body) => {
        const visit = await open();
        if (method === "POST") return visit.take(path, key, body, person);
        const answer = visit.ask(path, person);
        return path.startsWith("configuration") ? this.#inTheirHands(answer) : answer;
      },
      readAbout: nothing,
      upload: nothing,
      form: async () => {
        throw new Error("nothing to fetch on a turned screen");
      },
    };
  }

  // The citizen's own screens say otherwise what is otherwise here.
  #inTheirHands(answer) {
    const { texts, locale } = this.#page;
    const own = { ...answer.body.texts?.[locale] };
    for (const [key, other] of IN_THEIR_HANDS) own[key] = texts[other];
    return { ...answer, body: { ...answer.body, texts: { ...answer.body.texts, [locale]: own } } };
  }
}
