// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The small pieces of the plain page: one function that makes an element, and
// what the screen repeats.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (typeof value === "boolean") element.toggleAttribute(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null));
  return element;
}

export const h = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
export const svg = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS(SVG, tag), attributes, children);

/** The page in one language: its sentences, days and lists. */
export class Speech {
  #texts;
  #day = new Intl.DateTimeFormat("nl", { dateStyle: "long", timeZone: "UTC" });
  #list = new Intl.ListFormat("nl", { type: "conjunction" });
  #plural = new Intl.PluralRules("nl");

  constructor(texts) {
    this.#texts = texts;
  }

  t = (key, values = {}) => this.pieces(key, values, (words) => words).join("");
  /** A sentence in pieces; `mark` makes something of every value in it. */
  pieces = (key, values, mark) =>
    (this.#texts[key] ?? "").split(/\{(\w+)\}/).map((part, index) => (index % 2 ? mark(values[part]) : part));
  day = (iso) => this.#day.format(new Date(iso));
  list = (words) => this.#list.format(words);
  count = (key, n) => this.t(`${key}.${this.#plural.select(n)}`, { n });
  months = (n) => (n % 12 === 0 ? this.count("years", n / 12) : this.count("months", n));
}

export const paragraph = (words, more = "") => h("p", { class: `nl-paragraph ${more}` }, words);
export const heading = (level, words, attributes = {}) => h(`h${level}`, {
  class: `nl-heading nl-heading--level-${level} ${level === 2 ? "ss-heading" : "ss-subheading"}`, ...attributes,
}, words);
export const link = (href, words) => h("a", { class: "nl-link", href }, words);
export const quiet = (words, onclick) => h("button", { type: "button", class: "nl-link ss-quiet", onclick }, words);
export const button = (words, onclick, weight = "secondary") =>
  h("button", { type: "button", class: `utrecht-button utrecht-button--${weight}-action ss-button`, onclick }, words);
export const facts = (rows) =>
  h("dl", { class: "ss-facts" }, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
export const more = (label, ...content) => h("details", { class: "ss-more" },
  h("summary", { class: "ss-more-label" }, label), h("div", { class: "ss-more-content" }, content));

export const contactLines = ({ name, telephone, email }) => h("span", { class: "ss-contact-lines" },
  h("span", {}, name),
  telephone ? link(`tel:${telephone.replace(/[^\d+]/g, "")}`, telephone) : null,
  email ? link(`mailto:${email}`, email) : null);

const law = (it) => (it.url ? link(it.url, it.law) : h("span", {}, it.law));

/** Who an organisation is, behind a press. */
export function party({ t }, it) {
  const rows = [
    [t("party.name"), it.legalName],
    [t("party.function"), it.function.nl],
    [t("party.contact"), contactLines(it.contact)],
  ];
  const secrecy = t(`secrecy.${it.secrecy}`);
  if (secrecy) rows.push([t("party.secrecy"), secrecy]);
  if (it.mayUseBsn) rows.push([t("party.bsn"), law(it.mayUseBsn)]);
  return more(t("party.who", { party: it.shortName.nl }), facts(rows));
}

/** The laws behind a ground, behind a press. */
export const laws = ({ t }, { specificLaw, generalLaw }) => more(t("ground.law"),
  h("ul", { class: "ss-plain-list" }, [specificLaw, generalLaw].filter(Boolean).map((it) => h("li", {}, law(it)))));
