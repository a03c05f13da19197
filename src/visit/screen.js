// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Turning the screen. The client gets a citizen's widget of their own, whose door is
// the visit; everything for staff is hidden until somebody says twice that the worker
// has the screen again. Neither the way back of the browser nor a reload shows it.
const KEPT = "samenspraak-turned"; // `frame/shell.rs` knows this name too.

// Places that are not on this device, and a receipt that the backend still has to sign. And what
// gets the focus is never under the bar (WCAG 2.4.11).
const AT_THE_TABLE = `.ss-views, .ss-complaint, .ss-elsewhere { display: none !important }
.ss-top { padding-block-end: .75rem }
* { scroll-margin-block-end: 7rem }
.ss-signed-in { color: inherit; font-weight: 600 }`;

const made = (tag, className, ...content) => {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
};

// What the client ticked stays. That the text was shown may have been sent, and is then
// no longer on this device: it is shown anew, under a key of its own. See `draft.rs`.
const showAnew = (place) => {
  const { presentation, ...draft } = JSON.parse(sessionStorage.getItem(place)) ?? {};
  const presentationKey = globalThis.crypto?.randomUUID?.();
  if (draft.confirmed || !presentation) return;
  if (presentationKey) sessionStorage.setItem(place, JSON.stringify({ ...draft, presentationKey }));
  else sessionStorage.removeItem(place);
};

export class TurnedScreen {
  #page;
  #doorTo;
  #texts;

  constructor(page, doorTo) {
    this.#page = page;
    this.#doorTo = doorTo;
    this.#texts = (key) => page.texts[key] ?? "";
  }

  // The page was loaded anew while the client had the screen. What the screens for staff
  // read since may be from before the client answered: they are drawn anew afterwards.
  resume() {
    const kept = sessionStorage.getItem(KEPT);
    if (!kept) return;
    const { request, person } = JSON.parse(kept);
    showAnew(`samenspraak:${person}:${request}`);
    const { element, ended } = this.#page;
    this.turn(request, person).then(() => ended.aborted || element.restart()).catch(() => {});
  }

  // Resolves, when the screen was given back, to whether the client confirmed.
  turn(request, person) {
    const { root, ended } = this.#page;
    sessionStorage.setItem(KEPT, JSON.stringify({ request, person }));
    const turned = new AbortController();
    const before = root.getRootNode().activeElement;
    const screen = this.#screen(request, person);
    const given = new Promise((done) => {
      let confirmed = false;
      // On the way from the first question to the confirmation.
      const isAnswering = () => !confirmed && screen.shadowRoot.querySelector(".ss-steps") !== null;
      const bar = this.#bar(() => done(confirmed), isAnswering);
      screen.addEventListener("submitted", () => {
        confirmed = true;
        bar.confirmed();
      });
      root.hidden = true;
      const stage = made("div", "samenspraak ss-turned", screen, bar.element);
      stage.tabIndex = -1;
      root.after(stage);
      stage.focus();
      turned.signal.addEventListener("abort", () => stage.remove());
      ended.addEventListener("abort", () => done(confirmed), { signal: turned.signal });
    });
    this.#guardHistory(turned.signal);
    return given.finally(() => {
      turned.abort();
      root.hidden = false;
      if (ended.aborted) return;
      sessionStorage.removeItem(KEPT);
      before?.focus?.();
    });
  }

  #screen(request, person) {
    const { element, locale } = this.#page;
    const screen = document.createElement(element.localName);
    const attributes = { view: "citizen", history: "off", request, locale };
    for (const [name, value] of Object.entries(attributes)) screen.setAttribute(name, value);
    for (const name of ["controller", "api-base"]) {
      if (element.hasAttribute(name)) screen.setAttribute(name, element.getAttribute(name));
    }
    screen.door = this.#doorTo(request, person);
    const style = new CSSStyleSheet();
    style.replaceSync(AT_THE_TABLE);
    screen.attachShadow({ mode: "open" }).adoptedStyleSheets.push(style);
    // The page hears of one widget that is ready, and not of the one inside it.
    for (const name of ["ready", "error"]) screen.addEventListener(name, (event) => event.stopPropagation());
    return screen;
  }

  // One press asks, a second one gives back.
  #bar(giveBack, isAnswering) {
    const looks = (kind) => `utrecht-button utrecht-button--${kind}-action ss-button`;
    const button = (key, className, act) => {
      const it = made("button", className, this.#texts(key));
      it.type = "button";
      it.addEventListener("click", act);
      return it;
    };
    const said = made("p", "ss-turned-said");
    said.setAttribute("role", "status");
    const first = button("turned.give-back", "nl-link ss-quiet", () => ask(true));
    const yes = button("turned.yes", looks("primary"), giveBack);
    const no = button("turned.no", looks("secondary"), () => ask(false));
    // Choosing is not confirming: who gives the screen back too soon hears it in time.
    const nothing = made("p", "ss-turned-nothing", this.#texts("turned.nothing-confirmed"));
    const question = made("div", "ss-turned-question", nothing, made("p", "", this.#texts("turned.ask")), no, yes);
    const element = made("section", "ss-turned-bar", said, first, question);
    element.setAttribute("aria-label", this.#texts("turned.label"));
    const ask = (asking) => {
      first.hidden = asking;
      nothing.hidden = !isAnswering();
      question.hidden = !asking;
      if (element.isConnected) (asking ? no : first).focus();
    };
    ask(false);
    const confirmed = () => {
      said.textContent = this.#texts("turned.recorded");
      first.textContent = this.#texts("turned.give-back-done");
      first.className = looks("primary");
    };
    return { element, confirmed };
  }

  // An entry of its own to go back from: whoever goes back is brought forward again,
  // and the screens underneath hear nothing of it.
  #guardHistory(signal) {
    if (this.#page.element.getAttribute("history") === "off") return;
    const here = () => history.state?.[KEPT];
    if (!here()) history.pushState({ ...history.state, [KEPT]: true }, "");
    const stay = (event) => {
      event.stopImmediatePropagation();
      if (!here()) history.forward();
    };
    addEventListener("popstate", stay, { capture: true, signal });
    signal.addEventListener("abort", () => {
      const { [KEPT]: _, ...state } = history.state ?? {};
      history.replaceState(state, "");
    });
  }
}
