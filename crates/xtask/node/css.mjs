// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// One style sheet with all it imports, minified, on standard output:
//   node css.mjs ENTRY [CODE [WITHOUT...]]
// With CODE, a folder, classes that nothing in it names are left out: a component's style sheet
// knows many forms of a button, and a phone should fetch only those a screen shows. Code below a
// folder of CODE that is named in WITHOUT does not count.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "lightningcss";

const [entry, folder, ...without] = process.argv.slice(2);

const classes = new Set();
const visitor = {
  Selector(selector) {
    for (const part of selector) if (part.type === "class") classes.add(part.name);
  },
};

function unused() {
  const files = readdirSync(folder, { recursive: true }).filter((file) =>
    /\.(rs|js)$/.test(file) && !without.some((name) => file.startsWith(`${name}/`)));
  const code = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
  // A form of a component may be put together: a literal ends in `--`, the form comes after it.
  const named = (name) => code.includes(name) || (name.includes("--") && code.includes(`${name.replace(/--.*$/, "--")}"`));
  bundle({ filename: entry, visitor });
  return [...classes].filter((name) => !named(name));
}

const { code, warnings } = bundle({
  filename: entry, minify: true, unusedSymbols: folder ? unused() : [],
});
for (const { message, loc } of warnings) {
  console.error(`${loc?.filename ?? entry}:${loc?.line}: ${message}`);
}
process.stdout.write(code);
