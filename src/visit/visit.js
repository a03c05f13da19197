// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The `visit` artefact: the rules as a backend in the browser (`crates/visit`), and
// what keeps and sends what a worker and a client do. `element.js` loads it for the
// intake view alone. `glue` is what wasm-bindgen made; the build knows its name.
import init, { Visit } from "glue";
import { VisitDoor } from "./door.js";
import { openVault, tidyAll } from "./vault.js";

export default init;

// A door in the place of the network's, and in its `more` what the screens may ask
// of the visit. `page` is what `element.js` tells of the widget.
export const open = (page) => new VisitDoor({ ...page, Visit, openVault, tidyAll });
