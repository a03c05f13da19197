// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Receipts in the other forms the contract has for them. A link cannot ask for
// a form (`Accept`), so what is saved is fetched first.
import { verify } from "./verify.js";

export const proofs = (door) => ({
  verify: async (path, shown) => {
    try {
      const [signed, published] = await Promise.all([
        door.form(path, "application/jose", (response) => response.text()),
        door.form("signing-keys", "application/json", (response) => response.json()),
      ]);
      return await verify(signed, published.keys ?? [], shown);
    } catch {
      return "unreachable";
    }
  },
  save: async (path, mediaType, name) => {
    const file = URL.createObjectURL(await door.form(path, mediaType, (response) => response.blob()));
    const link = document.createElement("a");
    link.href = file;
    link.download = name;
    link.click();
    // The browser has its own hold on the file once the saving has begun.
    setTimeout(() => URL.revokeObjectURL(file), 60_000);
  },
});
