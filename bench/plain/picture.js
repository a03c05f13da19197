// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Who shares what with whom on the plain page: two boxes and a curve for each
// question, or the same as a table.

import { h, heading, quiet, svg } from "./parts.js";

const ROW = 92;
const LETTERS = 13;
// The most that a picture says in words of its own.
const MOST_SPOKEN = 20;

/** The section; `draw` draws one question again when its answer changes. */
export function picture(speech, items, answers) {
  const { t } = speech;
  const lines = new Map(items.map((item) => [item.id, line(speech, item, answers)]));
  const body = h("div");
  let scene = null;
  const toggle = quiet("", () => drawAll(scene !== null));
  const drawAll = (asTable) => {
    toggle.textContent = t(asTable ? "picture.as-picture" : "picture.as-table");
    scene = asTable ? null : graphic(t, [...lines.values()]);
    body.replaceChildren(scene?.element ?? table(t, [...lines.values()]));
  };
  const draw = (item) => {
    const [before, now] = [lines.get(item.id), line(speech, item, answers)];
    if (before.kind === now.kind) return;
    lines.set(item.id, now);
    if (scene) scene.draw(items.indexOf(item), [...lines.values()]);
    else drawAll(true);
  };
  drawAll(false);
  const section = h("section", { class: "ss-picture", "aria-labelledby": "ss-picture" },
    heading(2, t("picture.title"), { id: "ss-picture" }), body, toggle);
  return { section, draw };
}

function line({ t, list }, item, answers) {
  const said = item.personalData.map(({ dataType }) => answers.get(`ss-${item.id}-${dataType.id}`));
  const kind = said.includes("yes") ? "yes" : said.every((answer) => answer === "no") ? "no" : "open";
  const data = list(item.personalData.map(({ dataType }) => dataType.name.nl));
  return { from: item.source.shortName.nl, to: item.recipient.shortName.nl, data, stand: t(`stand.${kind}`), kind };
}

function graphic(t, lines) {
  const row = (it, index) => svg("g", {}, pair(t, it, index * ROW));
  const told = (all) => all.length > MOST_SPOKEN
    ? t("picture.as-table") : all.map((it) => t("picture.line", it)).join(" ");
  const legend = (all) => ["yes", "open"].filter((kind) => all.some((it) => it.kind === kind))
    .map((kind) => h("li", {}, sample(kind), t(`picture.${kind}`)));
  const rows = lines.map(row);
  const attributes = { viewBox: `0 0 340 ${ROW * lines.length}`, role: "img", class: "ss-scene", "aria-label": told(lines) };
  const scene = svg("svg", attributes, rows);
  const list = h("ul", { class: "ss-legend" }, legend(lines));
  const draw = (index, all) => {
    const fresh = row(all[index], index);
    rows[index].replaceWith(fresh);
    rows[index] = fresh;
    scene.setAttribute("aria-label", told(all));
    list.replaceChildren(...legend(all));
  };
  return { element: h("div", {}, scene, list), draw };
}

const pair = (t, { from, to, kind }, y) => [
  kind === "no" ? null : svg("path", { d: `M113 ${y + 46}H227`, class: `ss-line ss-line--${kind}` }),
  box(1, y, from),
  box(227, y, to),
  kind === "open" ? svg("g", { class: "ss-pill" },
    svg("rect", { x: 120, y: y + 35, width: 100, height: 22, rx: 11 }), words(170, y + 50, t("picture.choose"))) : null,
];

function box(x, y, name) {
  const lines = name.split(" ").reduce((wrapped, word) => {
    const last = wrapped.at(-1);
    if (last && `${last} ${word}`.length <= LETTERS) return [...wrapped.slice(0, -1), `${last} ${word}`];
    return [...wrapped, word];
  }, []);
  const height = lines.length * 18 + 24;
  const first = y + 51 - (lines.length - 1) * 9;
  return svg("g", { class: "ss-party" },
    svg("rect", { x, y: y + 46 - height / 2, width: 112, height, rx: 12 }),
    lines.map((text, index) => words(x + 56, first + index * 18, text)));
}

const words = (x, y, text) => svg("text", { x, y, "text-anchor": "middle" }, text);
const sample = (kind) => svg("svg", { viewBox: "0 0 36 8", "aria-hidden": "true", class: "ss-sample" },
  svg("path", { d: "M2 4H34", class: `ss-line ss-line--${kind}` }));

function table(t, lines) {
  const columns = ["from", "to", "data", "stand"];
  const head = columns.map((key) =>
    h("th", { class: "utrecht-table__header-cell", scope: "col" }, t(`table.${key}`)));
  const rows = lines.map((it) => h("tr", { class: "utrecht-table__row" },
    columns.map((key) => h("td", { class: "utrecht-table__cell" }, it[key]))));
  return h("div", { class: "ss-table", tabindex: "0", role: "group", "aria-label": t("picture.title") },
    h("table", { class: "utrecht-table" },
      h("caption", { class: "ss-unseen" }, t("picture.title")),
      h("thead", { class: "utrecht-table__header" }, h("tr", {}, head)),
      h("tbody", { class: "utrecht-table__body" }, rows)));
}
