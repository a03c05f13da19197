// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The one place where requests leave the page. `client.rs` decides what is
// sent and what an answer means; this knows addresses, headers and time.
const PATIENCE_MS = 15_000;
// A photo of a letter, over a slow line.
const UPLOAD_PATIENCE_MS = 300_000;

export class Door {
  #element;
  #ended;
  #begun = new Map();

  constructor(element, ended) {
    this.#element = element;
    this.#ended = ended;
  }

  address(path) {
    const base = this.#element.getAttribute("api-base") || "/v1";
    return new URL(`${base.replace(/\/$/, "")}/${path}`, document.baseURI).href;
  }

  // Asks for something before anybody wants the answer.
  begin(path) {
    const coming = this.send("GET", path);
    coming.catch(() => {});
    this.#begun.set(path, coming);
  }

  async send(method, path, key, version, body, more) {
    const begun = method === "GET" && this.#begun.get(path);
    if (begun) {
      this.#begun.delete(path);
      return begun;
    }
    const headers = { ...more };
    if (body) headers["Content-Type"] = "application/json";
    if (version) headers["If-Match"] = version;
    return this.#ask(method, path, key, headers, body);
  }

  // Who represents somebody says in a header whom, never in the address.
  readAbout(path, subject) {
    return this.#ask("GET", path, "", { "Data-Subject": subject });
  }

  upload(path, key, file, subject) {
    const headers = { "Content-Type": file.type || "application/octet-stream" };
    if (subject) headers["Data-Subject"] = subject;
    return this.#ask("POST", path, key, headers, file, UPLOAD_PATIENCE_MS);
  }

  #ask(method, path, key, headers, body, patience) {
    headers.Accept = "application/json, application/problem+json";
    if (method !== "GET") headers["X-CSRF-Protection"] = "1";
    if (key) headers["Idempotency-Key"] = key;
    return this.#reach(path, { method, headers, body: body || undefined, patience }, async (response) => ({
      status: response.status,
      version: response.headers.get("ETag") ?? "",
      body: parsed(await response.text()),
    }));
  }

  // A document in another form than JSON; read by `read` when it came.
  form(path, mediaType, read) {
    return this.#reach(path, { method: "GET", headers: { Accept: mediaType } }, (response) => {
      if (!response.ok) throw new Error(`${response.status}`);
      return read(response);
    });
  }

  async #reach(path, { method, headers, body, patience: most = PATIENCE_MS }, read) {
    const token = await this.#element.accessToken?.();
    if (token) headers.Authorization = `Bearer ${token}`;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), most);
    const giveUp = () => patience.abort();
    // What is on its way when the widget goes must still arrive; what is read need
    // not, and is not asked for again by who was about to try once more.
    if (method === "GET") {
      this.#ended.throwIfAborted();
      this.#ended.addEventListener("abort", giveUp);
    }
    try {
      const response = await fetch(this.address(path), {
        method, headers, body,
        credentials: token ? "omit" : "include", cache: "no-store",
        // A confirmation outlives the page it was given on; browsers allow that up to 64 kB.
        keepalive: method !== "GET" && (body?.size ?? body?.length ?? 0) < 60_000,
        signal: patience.signal,
      });
      return await read(response);
    } finally {
      clearTimeout(timer);
      this.#ended.removeEventListener("abort", giveUp);
    }
  }
}

// A proxy in between may answer with anything; then only the status counts.
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
