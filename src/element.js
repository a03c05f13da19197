// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The custom element: attributes in, events out. Code, words, style and the
// first answers of the backend are fetched side by side. What the municipality
// put inside stays until the first screen stands, and stays if it never does.
import { Door } from "./door.js";
import { proofs } from "./proofs.js";
import { speech } from "./speech.js";
import { watchIdle } from "./idle.js";

const asset = (name) => new URL(SAMENSPRAAK_ASSETS[name], import.meta.url);
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ps", "ur"]);

// Each file is fetched once, however many widgets stand on the page.
const fetched = new Map();
const once = (name, fetchIt) => {
  if (!fetched.has(name)) {
    const coming = fetchIt(asset(name));
    coming.catch(() => fetched.delete(name));
    fetched.set(name, coming);
  }
  return fetched.get(name);
};

const arrived = (response) => {
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
};

const words = (locale) =>
  once(`${locale}.json`, (url) => fetch(url).then(arrived).then((response) => response.json()));

const sheet = (name) =>
  once(name, (url) =>
    fetch(url).then(arrived).then(async (response) => {
      const made = new CSSStyleSheet();
      made.replaceSync(await response.text());
      return made;
    }));

const code = () =>
  once("citizen.wasm", (url) => {
    const wasm = fetch(url).then(arrived);
    // The glue may be slower than a refusal; that is heard through the glue.
    wasm.catch(() => {});
    return import(asset("citizen.js")).then(async (glue) => {
      await glue.default({ module_or_path: wasm });
      return glue;
    });
  });

let widgets = 0;

class SamenspraakWidget extends HTMLElement {
  static observedAttributes = ["view", "api-base", "locale", "request", "controller", "render", "history"];

  // The host page may set this to a function that gives a short-lived token.
  accessToken = null;

  #name = `samenspraak-${++widgets}`;
  #run = null;
  #asked = false;

  connectedCallback() {
    this.#settle();
  }

  disconnectedCallback() {
    this.#settle();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#run || before === after) return;
    // Another request is another place than the one the history remembers.
    if (name === "request") history.replaceState({ ...history.state, [this.#name]: undefined }, "");
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

  async #start() {
    const run = { ended: new AbortController(), widget: null, restore: () => {} };
    this.#run = run;
    const locale = `${this.getAttribute("locale") || "nl"}.json` in SAMENSPRAAK_ASSETS
      ? this.getAttribute("locale") || "nl" : "nl";
    const door = new Door(this, run.ended.signal);
    this.#begin(door);
    try {
      const [glue, texts, style] = await Promise.all([
        code(), words(locale), sheet("widget.css"), this.#tokens(),
      ]);
      if (run !== this.#run) return;
      const root = this.#root(run, locale, style);
      run.widget = new glue.Widget(this.#host(run, root, door, texts, locale));
    } catch (cause) {
      if (run === this.#run) this.#emit("error", "not-started");
      console.error("samenspraak-widget", cause);
    }
  }

  // The first questions to the backend, before the code to ask them has arrived.
  #begin(door) {
    const controller = this.getAttribute("controller");
    const request = this.getAttribute("request");
    door.begin(controller ? `configuration?controllerId=${controller}` : "configuration");
    door.begin(request ? `consent-requests/${request}` : "consent-requests?status=open");
  }

  #stop() {
    const run = this.#run;
    this.#run = null;
    run.ended.abort();
    run.widget?.unmount();
    run.restore();
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

  // Makes the element that everything is drawn into, above the page's content.
  #root(run, locale, style) {
    this.#adopt(style);
    const root = document.createElement("div");
    root.className = "samenspraak";
    root.lang = locale;
    root.dir = RIGHT_TO_LEFT.has(locale) ? "rtl" : "ltr";
    const scope = this.#light ? this : this.shadowRoot;
    scope.prepend(root);
    run.restore = () => root.remove();
    return root;
  }

  // In light mode the page's content is taken out, and put back when we go.
  #takeOver(run, root) {
    if (this.#light) {
      const theirs = document.createDocumentFragment();
      theirs.append(...[...this.childNodes].filter((node) => node !== root));
      run.restore = () => root.replaceWith(theirs);
    } else {
      const slot = this.shadowRoot.querySelector("slot");
      slot?.remove();
      run.restore = () => root.replaceWith(document.createElement("slot"));
    }
  }

  #emit(name, detail) {
    const event = new CustomEvent(name, { bubbles: true, composed: true, detail });
    this.dispatchEvent(event);
  }

  // What the widget may ask of the page. `host.rs` is the other side.
  #host(run, root, door, texts, locale) {
    const keepsHistory = this.getAttribute("history") !== "off";
    const widget = () => (run === this.#run ? run.widget : null);
    const listen = (name, act) => addEventListener(name, act, { signal: run.ended.signal });
    const start = history.state?.[this.#name] ?? "";
    listen("popstate", (event) => widget()?.travelled(event.state?.[this.#name] || start || "requests"));
    listen("online", () => widget()?.online());
    let idle = null;
    let readied = false;
    return {
      root,
      texts,
      ...speech(locale),
      ...proofs(door),
      attribute: (name) => (name === "locale" ? locale : this.getAttribute(name) ?? undefined),
      send: (...request) => door.send(...request),
      address: (path) => door.address(path),
      wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
      emit: (name, detail) => this.#emit(name, detail),
      ready: () => {
        if (readied || run !== this.#run) return;
        readied = true;
        this.#takeOver(run, root);
        this.#emit("ready", "");
      },
      remember: (place, replace) => {
        if (!keepsHistory || run !== this.#run) return;
        const state = { ...history.state, [this.#name]: place };
        history[replace ? "replaceState" : "pushState"](state, "");
      },
      remembered: () => (keepsHistory ? history.state?.[this.#name] : undefined),
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
