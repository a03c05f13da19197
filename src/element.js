// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The custom element: attributes in, events out. Code, words, style and the
// first answers of the backend are fetched side by side. What the municipality
// put inside stays until the first screen stands, and stays if it never does.
// The widget is three artefacts; one makes way for another when the person goes
// to a place of it, and stays until that one stands.
import { code, isThere, sheet, sheets, words } from "./assets.js";
import { Door } from "./door.js";
import { proofs } from "./proofs.js";
import { speech } from "./speech.js";
import { watchIdle } from "./idle.js";

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ps", "ur"]);

// How long a swap may take before the person is told that it is under way.
const MOMENT_MS = 400;

// The places of `rights`, by the first segment of their word. See `flow/place`.
const RIGHTS = new Set(["happened", "who-has-what", "door", "filings", "filing", "filing-receipt"]);
const STAFF_VIEWS = new Set(["handler", "intake"]);
const DESK = /^(desk|case|statistics|withheld)/;

let widgets = 0;

class SamenspraakWidget extends HTMLElement {
  static observedAttributes = [
    "view", "api-base", "locale", "request", "place", "controller", "render", "history",
  ];

  // The host page may set this to a function that gives a short-lived token.
  accessToken = null;

  // Who answers instead of the network: on a screen that was turned to a client.
  door = null;

  #name = `samenspraak-${++widgets}`;
  // The artefact on the screen, and the one that is to take its place.
  #run = null;
  #next = null;
  #asked = false;
  #ended = null;
  // What stood in the element before the first screen: the page's own content.
  #theirs = null;

  connectedCallback() {
    this.#settle();
  }

  disconnectedCallback() {
    this.#settle();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#run || before === after) return;
    // Another request is another place than the one the history remembers.
    if (name === "request" || name === "place") this.#keep(undefined, true);
    this.restart();
  }

  restart() {
    this.#stop();
    this.#settle();
  }

  // Moving an element takes it out and puts it back at once: then nothing
  // happens. Only what is still so a moment later counts.
  #settle() {
    if (this.#asked) return;
    this.#asked = true;
    queueMicrotask(() => {
      this.#asked = false;
      if (this.isConnected && !this.#run) this.#start();
      if (!this.isConnected && this.#run) this.#stop();
    });
  }

  #artefactOf(place) {
    const view = this.getAttribute("view");
    if (STAFF_VIEWS.has(view)) return view === "intake" && !DESK.test(place) ? "intake" : "staff";
    return RIGHTS.has(place.split("/")[0]) ? "rights" : "citizen";
  }

  get #remembers() {
    return this.getAttribute("history") !== "off";
  }

  #place() {
    return (this.#remembers && history.state?.[this.#name]) || "";
  }

  // Where it opens when the history remembers nothing, in the words of `flow/place`.
  #opensAt() {
    const request = this.getAttribute("request");
    const start = { handler: "desk", intake: "clients" }[this.getAttribute("view")] ?? "requests";
    return this.getAttribute("place") || (request ? `request/${request}` : start);
  }

  #keep(place, replace) {
    const state = { ...history.state, [this.#name]: place };
    history[replace ? "replaceState" : "pushState"](state, "");
  }

  #start() {
    this.#ended = new AbortController();
    const listen = (name, act) => addEventListener(name, act, { signal: this.#ended.signal });
    const place = this.#place();
    const first = place || this.#opensAt();
    listen("online", () => this.#run.widget?.online());
    if (this.#remembers) listen("popstate", () => this.#go(this.#place() || first, false));
    this.#run = this.#load(this.#artefactOf(first), place);
  }

  // Fetches an artefact and lets it draw its first screen.
  #load(artefact, place) {
    const run = { artefact, place, ended: new AbortController() };
    const gone = () => run.ended.signal.aborted;
    const locale = this.#locale;
    const door = this.door ?? new Door(this, run.ended.signal);
    this.#begin(door, artefact);
    Promise.all([
      code(artefact), words(locale, artefact), sheets(artefact),
      // The client's own screens too: there may be no network when the screen is turned.
      this.getAttribute("view") === "intake" && (code("citizen"), code("visit")), this.#tokens(),
    ]).then(([glue, texts, styles, visit]) => {
      if (gone()) return;
      styles.forEach((style) => this.#adopt(style));
      run.root = this.#root(locale);
      if (run === this.#run) (this.#light ? this : this.shadowRoot).prepend(run.root);
      const answers = visit
        ? visit.open({
          element: this, root: run.root, door, texts, locale,
          ended: run.ended.signal, changed: () => run.widget?.visited(),
        })
        : door;
      run.widget = new glue.Widget(this.#host(run, answers, texts, locale));
    }).catch((cause) => {
      console.error("samenspraak-widget", cause);
      if (!gone()) this.#fail(run, "not-started");
    });
    return run;
  }

  get #locale() {
    const locale = this.getAttribute("locale") || "nl";
    return isThere(`${locale}.json`) ? locale : "nl";
  }

  // The first questions to the backend, before the code to ask them has arrived.
  #begin(door, artefact) {
    const controller = this.getAttribute("controller");
    const request = this.getAttribute("request");
    door.begin(controller ? `configuration?controllerId=${controller}` : "configuration");
    if (artefact === "citizen") door.begin(request ? `consent-requests/${request}` : "consent-requests?status=open");
  }

  // Goes to a place. That of another artefact is fetched first; with `anew` it
  // gets an entry of its own in the history once it stands.
  #go(place, anew) {
    this.#stay();
    const artefact = this.#artefactOf(place);
    if (artefact === this.#run.artefact) return this.#run.widget?.travelled(place);
    this.#next = this.#load(artefact, place);
    this.#next.anew = anew;
    this.#next.slow = setTimeout(() => this.#run.widget?.leaving(place, false), MOMENT_MS);
  }

  // Whoever was on the way to another artefact stays here.
  #stay() {
    if (!this.#next) return;
    this.#end(this.#next);
    this.#next = null;
    this.#run.widget?.leaving("", false);
  }

  // The first screen of an artefact stands: the other makes way, or the page's own content.
  #ready(run) {
    if (run === this.#next) {
      const old = this.#run;
      [this.#run, this.#next] = [run, null];
      clearTimeout(run.slow);
      this.#end(old);
      if (old.root) old.root.replaceWith(run.root);
      else (this.#light ? this : this.shadowRoot).prepend(run.root);
      if (this.#remembers && run.anew) this.#keep(run.place, false);
    }
    if (run !== this.#run || this.#theirs) return;
    this.#takeOver(run.root);
    this.#emit("ready", "");
  }

  #fail(run, problem) {
    this.#emit("error", problem);
    if (run !== this.#next) return;
    this.#stay();
    this.#run.widget?.leaving(run.place, true);
  }

  #end(run) {
    clearTimeout(run.slow);
    run.ended.abort();
    run.widget?.unmount();
    run.widget = null;
  }

  #stop() {
    this.#stay();
    this.#ended.abort();
    this.#end(this.#run);
    if (this.#theirs) this.#run.root.replaceWith(this.#theirs);
    else this.#run.root?.remove();
    this.#run = this.#theirs = null;
  }

  get #light() {
    return this.getAttribute("render") === "light";
  }

  // Our own tokens, only where the page has no theme.
  async #tokens() {
    const themed = getComputedStyle(this).getPropertyValue("--basis-color-default-bg-document").trim();
    if (themed === "") this.#adopt(await sheet("fallback.css"));
  }

  #adopt(style) {
    const scope = this.#light ? document : this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (!this.shadowRoot?.firstChild && !this.#light) scope.append(document.createElement("slot"));
    if (!scope.adoptedStyleSheets.includes(style)) scope.adoptedStyleSheets.push(style);
  }

  // Makes the element that everything is drawn into.
  #root(locale) {
    const root = document.createElement("div");
    root.className = "samenspraak";
    root.lang = locale;
    root.dir = RIGHT_TO_LEFT.has(locale) ? "rtl" : "ltr";
    return root;
  }

  // In light mode the page's content is taken out, and put back when we go.
  #takeOver(root) {
    if (this.#light) {
      this.#theirs = document.createDocumentFragment();
      this.#theirs.append(...[...this.childNodes].filter((node) => !node.matches?.(".samenspraak")));
    } else {
      this.shadowRoot.querySelector("slot")?.remove();
      this.#theirs = document.createElement("slot");
    }
  }

  #emit(name, detail) {
    const event = new CustomEvent(name, { bubbles: true, composed: true, detail });
    this.dispatchEvent(event);
  }

  // What the widget may ask of the page. `host.rs` is the other side.
  #host(run, door, texts, locale) {
    const here = () => run === this.#run;
    const widget = () => (here() ? run.widget : null);
    let idle = null;
    return {
      root: run.root,
      texts,
      ...speech(locale),
      ...proofs(door),
      ...door.more,
      attribute: (name) => (name === "locale" ? locale : this.getAttribute(name) ?? undefined),
      send: (...request) => door.send(...request),
      readAbout: (...request) => door.readAbout(...request),
      upload: (...request) => door.upload(...request),
      address: (path) => door.address(path),
      wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
      emit: (name, detail) => this.#emit(name, detail),
      ready: () => this.#ready(run),
      fail: (problem) => this.#fail(run, problem),
      open: (place) => here() && this.#go(place, place !== this.#place()),
      cameFromElsewhere: () => !here(),
      remember: (place, replace) => {
        if (!here()) return;
        // Who goes on here has thought better of leaving.
        if (!replace) this.#stay();
        if (this.#remembers) this.#keep(place, replace);
      },
      remembered: () => run.place || undefined,
      watchIdle: (milliseconds) => {
        idle = watchIdle(milliseconds, run.ended.signal, widget);
      },
      stir: () => idle?.stir(),
      restart: () => this.restart(),
      print: () => print(),
    };
  }
}

if (!customElements.get("samenspraak-widget")) {
  customElements.define("samenspraak-widget", SamenspraakWidget);
}
