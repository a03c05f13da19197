// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The product's own sentences, so that a journey presses what a person reads.

import { readFileSync } from "node:fs";
import { inHouse } from "./server.mjs";

// Those of all artefacts together: no key stands in two files.
const FAMILIES = ["", "rights", "staff", "desk", "intake"];
const read = (locale) => Object.assign({}, ...FAMILIES.map((family) =>
  JSON.parse(readFileSync(inHouse("src/text", family, `${locale}.json`), "utf8"))));
const texts = { nl: read("nl"), en: read("en") };

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The sentence of a key, with its places still open. */
export function sentence(locale, key) {
  const found = texts[locale][key];
  if (found === undefined) throw new Error(`there is no sentence ${key} in ${locale}`);
  return found;
}

function pattern(locale, key, values) {
  const parts = sentence(locale, key).split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return escape(part);
    return values[name] === undefined ? ".+" : escape(String(values[name]));
  });
  return parts.join("");
}

/** The sentence of a key as a pattern that matches the whole; unfilled places match anything. */
export const say = (locale, key, values = {}) => new RegExp(`^\\s*${pattern(locale, key, values)}\\s*$`);

/** The same pattern, anywhere in a longer text. */
export const saysIn = (locale, key, values = {}) => new RegExp(pattern(locale, key, values));
