// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// One style sheet with all it imports, minified, on standard output:  node css.mjs ENTRY
import { bundle } from "lightningcss";

const { code, warnings } = bundle({ filename: process.argv[2], minify: true });
for (const { message, loc } of warnings) {
  console.error(`${loc?.filename ?? process.argv[2]}:${loc?.line}: ${message}`);
}
process.stdout.write(code);
