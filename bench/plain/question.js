// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// One question of the plain page as a card, with the same sentence, words and
// controls as the widget's.

import { button, facts, h, heading, laws, more, paragraph, party, quiet } from "./parts.js";

/** The card. `answers` holds what is chosen; `changed` is called with the item when it changes. */
export function question(speech, item, answers, changed) {
  const { t } = speech;
  const id = `ss-q-${item.id}`;
  const secrecy = t(`consent-kind.${item.consentKind}`);
  return h("article", { class: "ss-card", "aria-labelledby": id },
    h("h2", { class: "nl-heading nl-heading--level-2 ss-question", id, tabindex: "-1" }, sentence(speech, item)),
    secrecy ? paragraph(secrecy, "ss-quietly") : null,
    h("div", { class: "ss-ifs" },
      h("div", {}, heading(3, t("if.yes")), paragraph(item.consequencesIfGiven.nl)),
      h("div", {}, heading(3, t("if.no")), paragraph(item.consequencesIfRefused.nl))),
    bulk(speech, item, answers, changed),
    h("div", { class: "ss-data" }, item.personalData.map((datum) => row(speech, item, datum, answers, changed))),
    later(speech, item, answers, changed),
    facts([
      [t("ground.why"), item.legalBasis.explanation.nl],
      [t("period"), t("period.from-to", { from: speech.day(item.startDate), to: speech.day(item.endDate) })],
    ]),
    h("div", { class: "ss-presses" },
      why(speech, item), party(speech, item.source), party(speech, item.recipient), laws(speech, item.legalBasis)));
}

const sentence = ({ pieces }, item) => pieces("question.self", {
  source: item.source.inSentence.nl, recipient: item.recipient.inSentence.nl, purpose: item.purpose.inSentence.nl,
}, (words) => h("span", { class: "ss-who" }, words));

const key = (item, datum) => `ss-${item.id}-${datum.dataType.id}`;

// One press for all: never for special categories, and not for one or two.
function bulk({ t }, item, answers, changed) {
  if (item.personalData.length < 3 || item.personalData.some(({ dataType }) => dataType.specialCategory)) return null;
  const all = (answer) => () => {
    for (const datum of item.personalData) {
      answers.set(key(item, datum), answer);
      document.getElementById(key(item, datum)).querySelector(`[value=${answer}]`).checked = true;
    }
    changed(item);
  };
  return h("div", { class: "ss-bulk", role: "group", "aria-label": t("bulk.label") },
    button(t("bulk.yes"), all("yes")), button(t("bulk.no"), all("no")));
}

function row({ t }, item, datum, answers, changed) {
  const id = key(item, datum);
  const { name, description, specialCategory } = datum.dataType;
  answers.set(id, "open");
  const answer = (word) => {
    const spoken = t(`spoken.${word}`, {
      data: name.nl, source: item.source.inSentence.nl, recipient: item.recipient.inSentence.nl,
      purpose: item.purpose.inSentence.nl,
    });
    return h("label", { class: "ss-answer" },
      h("input", {
        type: "radio", name: id, value: word, "aria-label": spoken, "aria-describedby": `${id}-why ${id}-wrong`,
        onchange: () => {
          answers.set(id, word);
          changed(item);
        },
      }),
      h("span", {}, t(`answer.${word}`)));
  };
  const special = h("span", { class: "nl-data-badge ss-badge ss-badge--special" }, t("badge.special"));
  return h("fieldset", { class: "ss-datum", id },
    h("legend", {}, h("span", { class: "ss-datum-name" }, name.nl), " ",
      specialCategory ? special : null, h("span", { class: "ss-what" }, description.nl)),
    h("p", { class: "ss-why", id: `${id}-why` }, datum.necessity.nl),
    h("p", { class: "ss-wrong", id: `${id}-wrong`, hidden: true }, t("choose.pick-one")),
    h("div", { class: "ss-pair" }, answer("yes"), answer("no")));
}

function later({ t }, item, answers, changed) {
  const note = h("p", { class: "ss-later-note", hidden: true }, t("later.note"));
  const toggle = quiet(t("later.do"), () => {
    note.hidden = !note.hidden;
    toggle.textContent = t(note.hidden ? "later.do" : "later.undo");
    for (const datum of item.personalData) answers.set(key(item, datum), note.hidden ? "open" : "later");
    changed(item);
  });
  return h("div", { class: "ss-later" }, toggle, note);
}

const why = ({ t, months }, item) => more(t("why.title"), facts([
  [t("why.amount"), item.proportionality.nl],
  [t("why.lighter"), item.subsidiarity.nl],
  [t("why.retention"), t("why.kept", { term: months(item.retention.months), why: item.retention.explanation.nl })],
]));
