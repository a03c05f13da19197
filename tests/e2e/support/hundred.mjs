// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The longest request that may be asked: a hundred items, each with a purpose,
// a source and a recipient of its own, and two or three data.

import { again, bornOn } from "./requests.mjs";

export const ITEMS = 100;
/** Who is asked, and who may ask her that much. */
export const PERSONA = "noor-de-wit";
const ASKER = "karim-haddad";
const TITLE = { nl: "Honderd vragen", en: "A hundred questions" };

const PURPOSES = ["arrange-home-support", "coordinate-help"];
// Plain data in threes, which one press may answer, and special ones in twos.
const DATA = [["household", "informal-care", "home"], ["medication", "diagnosis"], ["contact-details", "daily-limits", "support-type"]];

const keepsSecrets = (party) => ["medical", "youth-help"].includes(party.secrecy);
const takesPart = (party) => party.country === "NL" && !party.agreementEndDate && party.kind !== "law-enforcement";
// A provider reports to the municipality that help runs, not what it holds.
const mayTell = (source, recipient) => source.id !== recipient.id
  && !(source.kind === "care-provider" && recipient.kind === "municipal-unit");

function sharings({ parties }) {
  const known = parties.filter(takesPart);
  return PURPOSES.flatMap((purposeId) => known.filter(keepsSecrets).flatMap((source) => known
    .filter((recipient) => mayTell(source, recipient))
    .map((recipient) => ({ purposeId, sourceId: source.id, recipientId: recipient.id }))));
}

/** Asks it; gives the request as it is stored. */
export async function askHundred(server) {
  const [asker, citizen] = [await server.signIn(ASKER), await server.signIn(PERSONA)];
  const [catalogue, born] = [await asker.get("/v1/catalogue"), await bornOn(asker, PERSONA)];
  const { id } = await asker.post("/v1/consent-requests", again(await citizen.openRequest(), (copy) => {
    const [example] = copy.items;
    const [{ necessity }] = example.personalData;
    copy.subject.birthDate = born;
    copy.title = TITLE;
    copy.items = sharings(catalogue).slice(0, ITEMS).map((sharing, index) => ({
      ...example,
      ...sharing,
      personalData: DATA[index % DATA.length].map((dataTypeId) => ({ dataTypeId, necessity })),
    }));
  }));
  return citizen.get(`/v1/consent-requests/${id}`);
}
