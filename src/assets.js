// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The files beside this one. Each is fetched once, however many widgets stand on
// the page; one that did not arrive is asked for anew the next time.
const asset = (name) => new URL(SAMENSPRAAK_ASSETS[name], import.meta.url);

const fetched = new Map();
const once = (name, fetchIt) => {
  if (!fetched.has(name)) {
    const coming = fetchIt(asset(name));
    coming.catch(() => fetched.delete(name));
    fetched.set(name, coming);
  }
  return fetched.get(name);
};

const arrived = (response) => {
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
};

const json = (name) =>
  once(name, (url) => fetch(url).then(arrived).then((response) => response.json()));

export const isThere = (name) => name in SAMENSPRAAK_ASSETS;

// What an artefact says beside what all of them say.
export const words = async (locale, artefact) =>
  Object.assign({}, ...await Promise.all([`${locale}.json`, `${artefact}.${locale}.json`].filter(isThere).map(json)));

export const sheet = (name) =>
  once(name, (url) =>
    fetch(url).then(arrived).then(async (response) => {
      const made = new CSSStyleSheet();
      made.replaceSync(await response.text());
      return made;
    }));

// The two rooms for staff look alike.
export const sheets = (artefact) =>
  Promise.all(["widget.css", `${artefact === "intake" ? "staff" : artefact}.css`].filter(isThere).map(sheet));

// A module that did not arrive is remembered as such by the browser, under the
// address it was asked for.
let tries = 0;
export const code = (artefact) =>
  once(`${artefact}.wasm`, (url) => {
    const wasm = fetch(url).then(arrived);
    // The glue may be slower than a refusal; that is heard through the glue.
    wasm.catch(() => {});
    const address = asset(`${artefact}.js`);
    if (tries) address.search = tries;
    return import(address).then(async (glue) => {
      await glue.default({ module_or_path: wasm });
      return glue;
    }).catch((cause) => {
      tries++;
      throw cause;
    });
  });
