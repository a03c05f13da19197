// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// What a worker asks: a request as it stands, asked again with other words or another scope.

const ADULT = "1980-05-17";

const asNewItem = (item) => ({
  kind: item.kind,
  consentKind: item.consentKind,
  purposeId: item.purpose.id,
  sourceId: item.source.id,
  recipientId: item.recipient.id,
  personalData: item.personalData.map(({ dataType, necessity }) => ({ dataTypeId: dataType.id, necessity })),
  legalBasisId: item.legalBasis.id,
  proportionality: item.proportionality,
  subsidiarity: item.subsidiarity,
  consequencesIfGiven: item.consequencesIfGiven,
  consequencesIfRefused: item.consequencesIfRefused,
  retentionId: item.retention.id,
  startDate: item.startDate,
  endDate: item.endDate,
  extendableMonths: item.extendableMonths,
});

/** The request of one adult once more; `change` edits the copy before it is asked. */
export function again(request, change = () => {}) {
  const copy = structuredClone({
    subject: { person: request.subject, birthDate: ADULT },
    signatories: [{ person: request.subject, capacity: "data-subject" }],
    caseReference: request.caseReference,
    conversationReference: "DEMO-gesprek-e2e",
    title: request.title,
    introduction: request.introduction,
    contactPoint: request.contactPoint,
    items: request.items.map(asNewItem),
    answerBeforeDate: request.answerBeforeDate,
  });
  change(copy);
  return copy;
}

/** The day on which somebody was born, as a worker recorded it. */
export async function bornOn(worker, person) {
  const { items } = await worker.get("/v1/clients");
  return items.find((client) => client.person.id === person).birthDate;
}

/** The same, in place of the request and item by item. */
export const instead = (request, change) => again(request, (copy) => {
  copy.replaces = request.id;
  copy.items.forEach((item, index) => (item.replacesItemId = request.items[index].id));
  change(copy);
});

/** The six steps that lead to these items, about somebody of this municipality (E1). */
export function sixSteps({ intake, personalDataTypes }, subject, items) {
  const asked = items.filter(({ kind }) => kind === "consent").flatMap(({ personalData }) => personalData);
  const special = ({ id, specialCategory }) => specialCategory && asked.some(({ dataTypeId }) => dataTypeId === id);
  const all = (...members) => [...new Set(items.flatMap((item) => members.map((member) => item[member])))];
  return {
    subject,
    task: { purposeIds: all("purposeId") },
    purpose: { helpQuestion: "Ik kan niet meer alleen koken.", lifeAreaIds: [intake.lifeAreas[0].id] },
    data: { whyNeeded: "De hulp moet veilig kunnen beginnen." },
    basis: {
      freeConsent: Object.fromEntries(intake.freeConsent.map(({ id, needed }) => [id, needed])),
      specialCategories: personalDataTypes.filter(special).map(({ id }) => id),
    },
    purposeLimitation: all("sourceId").map((sourceId) => ({ sourceId, originalPurpose: "Om te helpen.", verdict: "compatible" })),
    secrecy: { acknowledged: all("sourceId", "recipientId") },
    items,
  };
}
