// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The words of a PDF, as far as ours need: compressed streams, fonts with a
// table from glyphs to characters (ISO 32000, 9.10.3), text in hexadecimal or literal strings.

import { inflateSync } from "node:zlib";

// Every object of the file: its number, its dictionary, its stream.
function objects(file) {
  const found = new Map();
  for (const match of file.matchAll(/(\d+) 0 obj\s([\s\S]*?)endobj/g)) {
    const [, number, text] = match;
    const begin = /stream\r?\n/.exec(text);
    const dictionary = begin ? text.slice(0, begin.index) : text;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const raw = begin && Buffer.from(text.slice(begin.index + begin[0].length).slice(0, length), "latin1");
    const packed = raw && dictionary.includes("/FlateDecode");
    found.set(number, { dictionary, stream: (packed ? inflateSync(raw) : raw)?.toString("latin1") ?? "" });
  }
  return found;
}

const words = (hex) => (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");

// Glyph number to characters.
function characters(table) {
  const map = new Map();
  for (const [, lines] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph, text] of lines.matchAll(/<(\w+)>\s*<(\w+)>/g)) map.set(Number.parseInt(glyph, 16), words(text));
  }
  for (const [, lines] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, text] of lines.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let glyph = Number.parseInt(from, 16); glyph <= Number.parseInt(to, 16); glyph++) {
        map.set(glyph, String.fromCharCode(Number.parseInt(text, 16) + glyph - Number.parseInt(from, 16)));
      }
    }
  }
  return map;
}

// A literal string may hold brackets that match, without an escape.
const literal = (depth) => String.raw`\((?:\\[\s\S]|[^\\()]${depth ? `|${literal(depth - 1)}` : ""})*\)`;
const OPERANDS = new RegExp(String.raw`/(\w+) [\d.]+ Tf|<[\da-fA-F\s]+>|${literal(4)}`, "g");

const ESCAPES = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

// The bytes of a string operand.
function bytes(operand) {
  if (operand.startsWith("<")) return Buffer.from(operand.slice(1, -1).replace(/\s/g, ""), "hex");
  const plain = operand.slice(1, -1).replace(/\\(\d{1,3}|[\s\S])/g, (_, code) =>
    /\d/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : ESCAPES[code] ?? code);
  return Buffer.from(plain, "latin1");
}

/** All text of a file, in the order it is drawn. */
export function textOf(buffer) {
  const all = objects(buffer.toString("latin1"));
  const fonts = new Map();
  for (const { dictionary } of all.values()) {
    for (const [, name, number] of dictionary.matchAll(/\/(\w+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(all.get(number)?.dictionary ?? "");
      if (table) fonts.set(name, characters(all.get(table[1]).stream));
    }
  }
  let text = "";
  for (const { dictionary, stream } of all.values()) {
    if (dictionary.includes("/Length1") || !/\bBT\b/.test(stream)) continue;
    let font = new Map();
    for (const [token, name] of stream.matchAll(OPERANDS)) {
      if (name) {
        font = fonts.get(name) ?? new Map();
        continue;
      }
      const units = bytes(token);
      for (let at = 0; at + 1 < units.length; at += 2) text += font.get(units.readUInt16BE(at)) ?? "";
    }
  }
  return text;
}
