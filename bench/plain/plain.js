// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The first question in plain JavaScript: what somebody would write by hand for
// this one screen, against the same contract. The peer of the widget.

import { button, contactLines, h, heading, link, more, paragraph, quiet, Speech } from "./parts.js";
import { picture } from "./picture.js";
import { question } from "./question.js";

const place = document.getElementById("samenspraak");
const { request: id, texts: path } = place.dataset;
const read = (address) => fetch(address).then((answer) => {
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return answer.json();
});

const [configuration, request, texts] = await Promise.all([
  read("/v1/configuration"), read(`/v1/consent-requests/${id}`), read(path),
]);
const speech = new Speech(texts);
const { t } = speech;
place.replaceChildren(h("div", { class: "samenspraak", lang: "nl", dir: "ltr" }, frame()));
await present();

function frame() {
  const view = (key, current) => h("button", { type: "button", class: "ss-view", ...current }, t(key));
  return h("div", { class: "ss-frame" },
    h("header", { class: "ss-top" },
      h("nav", { class: "ss-views", "aria-label": t("shell.views") },
        view("shell.requests", { "aria-current": "page" }), view("shell.consents", {})),
      h("p", { class: "ss-signed-in" }, t("shell.signed-in", { name: configuration.signedIn.person.displayName }))),
    choosing());
}

function choosing() {
  const answers = new Map();
  const counted = totals(answers);
  const changed = (item) => {
    counted.draw();
    drawn.draw(item);
  };
  const cards = request.items.map((item) => question(speech, item, answers, changed));
  const drawn = picture(speech, request.items, answers);
  counted.draw();
  return h("div", { class: "ss-choosing" },
    quiet(t("action.overview"), () => history.back()),
    h("p", { class: "ss-steps" },
      [1, 2, 3].map((step) => h("span", { class: step === 1 ? "ss-bar ss-bar--on" : "ss-bar", "aria-hidden": "true" })),
      h("span", {}, t("step.1"))),
    h("h1", { class: "nl-heading nl-heading--level-1 ss-title", tabindex: "-1" }, request.title.nl),
    h("p", { class: "nl-paragraph nl-paragraph--lead ss-lead" }, request.introduction.nl),
    h("div", { class: "ss-circumstances" },
      paragraph(t("overview.before", { date: speech.day(request.answerBeforeDate) }), "ss-quietly")),
    h("div", { class: "ss-two" },
      h("div", { class: "ss-cards" }, cards,
        h("div", { class: "ss-onward" }, button(t("choose.onward"), () => pointOut(answers), "primary"))),
      h("div", { class: "ss-beside" }, drawn.section, counted.list)),
    rights(),
    h("section", { class: "ss-contact", "aria-labelledby": "ss-contact" },
      heading(2, t("contact.title"), { id: "ss-contact" }), h("p", {}, t("contact.text")),
      contactLines(request.contactPoint)));
}

function totals(answers) {
  const stands = ["yes", "no", "open"];
  const numbers = stands.map(() => h("dd"));
  const list = h("dl", { class: "ss-totals" },
    stands.map((stand, index) => h("div", {}, h("dt", {}, t(`totals.${stand}`)), numbers[index])));
  const draw = () => {
    const count = { yes: 0, no: 0, open: 0, later: 0 };
    for (const answer of answers.values()) count[answer] += 1;
    stands.forEach((stand, index) => (numbers[index].textContent = count[stand]));
  };
  return { list, draw };
}

// What misses an answer says so.
function pointOut(answers) {
  for (const [id, answer] of answers) {
    document.getElementById(id).toggleAttribute("data-wrong", answer === "open");
    document.getElementById(`${id}-wrong`).hidden = answer !== "open";
  }
}

function rights() {
  const words = ["no", "stop", "see", "complain"].map((right) => h("li", {}, t(`rights.${right}`)));
  const statement = link(request.controller.privacyStatement, t("rights.privacy"));
  return more(t("rights.title"), h("ul", {}, words), h("p", {}, statement));
}

// What was shown is recorded, as the widget does.
function present() {
  return fetch("/v1/notice-presentations", {
    method: "POST",
    headers: {
      "Content-Type": "application/json", "X-CSRF-Protection": "1", "Idempotency-Key": crypto.randomUUID(),
    },
    body: JSON.stringify({
      consentRequestId: id, language: "nl", noticeHash: request.noticeHashes.nl, renderer: "plain/1",
    }),
  });
}
