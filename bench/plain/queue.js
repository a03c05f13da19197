// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The peer of bench/long-queue.mjs: the same rows in one plain table, all of them
// in the page; a search or a filter hides the others.

const PAGE = 1_000;
const MOST = 10_000;
const GROUPS = { objection: "objection", "administrative-objection": "administrative-objection", complaint: "complaint" };

const el = (tag, className, text) => {
  const it = document.createElement(tag);
  if (className) it.className = className;
  if (text) it.textContent = text;
  return it;
};

const place = document.getElementById("queue");
const search = el("input", "ss-search");
search.type = "search";
const chips = el("div", "ss-chips");
const table = el("table", "utrecht-table ss-long");
const body = table.createTBody();
place.append(search, chips, table);

const days = new Intl.DateTimeFormat("nl", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
const rows = [];
let group = "all";

function draw(line) {
  const row = el("tr", "ss-q-row");
  row.dataset.standing = line.deadline.standing;
  const cells = ["ss-q-when", "ss-q-what", "ss-q-about", "ss-q-stand", "ss-q-committee"].map((name) => el("td", name));
  cells[0].append(el("span", "ss-q-strong", line.deadline.answerBefore ? days.format(new Date(line.deadline.answerBefore)) : "-"));
  cells[1].append(el("button", "ss-q-open", line.kind), el("span", "ss-q-small", days.format(new Date(line.receivedOn))));
  cells[2].append(el("span", "", line.subject?.displayName), el("span", "ss-q-small ss-q-number", line.reference));
  cells[3].append(el("span", "ss-badge ss-badge--plain", line.status));
  cells[4].append(el("span", "ss-q-small", line.committee));
  row.append(...cells);
  rows.push({ row, group: GROUPS[line.kind] ?? "request", words: `${line.reference} ${line.subject?.displayName ?? ""}`.toLowerCase() });
  return row;
}

function show() {
  const words = search.value.toLowerCase();
  for (const it of rows) it.row.hidden = !((group === "all" || it.group === group) && it.words.includes(words));
}

search.addEventListener("input", show);
for (const word of ["all", ...Object.keys(GROUPS), "request"]) {
  const chip = el("button", "ss-chip", word);
  chip.dataset.word = word;
  chip.addEventListener("click", () => {
    group = word;
    show();
  });
  chips.append(chip);
}

let cursor = "";
do {
  const size = Math.min(PAGE, MOST - rows.length);
  const answer = await fetch(`/v1/filings?status=open&pageSize=${size}${cursor && `&cursor=${cursor}`}`);
  const { items, nextCursor } = await answer.json();
  body.append(...items.map(draw));
  cursor = nextCursor ?? "";
} while (cursor && rows.length < MOST);
table.setAttribute("aria-rowcount", rows.length + 1);
