// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Days, moments, lists and plurals in the language of the screen: the browser
// knows them all, so we carry no tables.
export function speech(locale) {
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const momentFormat = new Intl.DateTimeFormat(locale, {
    dateStyle: "long", timeStyle: "short", timeZone: "Europe/Amsterdam",
  });
  const listFormat = new Intl.ListFormat(locale, { type: "conjunction" });
  const plurals = new Intl.PluralRules(locale);
  const said = (format, iso) => {
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) ? iso : format.format(date);
  };
  return {
    day: (iso) => said(dayFormat, iso),
    moment: (iso) => said(momentFormat, iso),
    list: (words) => listFormat.format(words),
    // Nothing at all has a sentence of its own in most languages.
    plural: (number) => (number === 0 ? "zero" : plurals.select(number)),
    uuid,
  };
}

// `crypto.randomUUID` exists on secure pages only; the same by hand elsewhere.
function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
