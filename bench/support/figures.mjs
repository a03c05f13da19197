// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// How figures are summed up and printed: a median says more than one run, and
// the range says how much to believe it.

/** The middle value; the lower one of two. */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

/** The value that so many in a hundred do not exceed. */
export const percentile = (values, percent) =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil((values.length * percent) / 100) - 1)];

/** `median (lowest to highest)`. */
export function range(values, digits = 0) {
  const [middle, low, high] = [median(values), Math.min(...values), Math.max(...values)];
  return `${middle.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}

/** Prints a table that can be put in a README as it is. */
export function table(header, rows) {
  const lines = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const drawn = (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  const [head, ...body] = lines;
  console.log([drawn(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...body.map(drawn)].join("\n"));
}
