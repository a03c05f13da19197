// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The first question in React, as one writes it there: one state at the top, and
// cards that are drawn again only when their own answers change. A peer of the
// widget, with the same words and markup as the plain page.

import { StrictMode, useCallback, useMemo, useReducer, useState } from "react";
import { createRoot } from "react-dom/client";
import { Speech } from "../plain/parts.js";
import { Button, Contact, Heading, Link, More, Paragraph, Quiet } from "./parts.jsx";
import { Picture } from "./picture.jsx";
import { Question } from "./question.jsx";

const NOTHING = { later: false, answers: {} };

function choose(state, { item, answers, later }) {
  const before = state[item] ?? NOTHING;
  const now = later === undefined ? { later: false, answers: { ...before.answers, ...answers } } : { later, answers: {} };
  return { ...state, [item]: now };
}

const standOf = (choice, id) => (choice.later ? "later" : choice.answers[id] ?? "open");

function Totals({ t, items, state }) {
  const count = useMemo(() => {
    const count = { yes: 0, no: 0, open: 0, later: 0 };
    for (const item of items) {
      for (const { dataType } of item.personalData) count[standOf(state[item.id] ?? NOTHING, dataType.id)] += 1;
    }
    return count;
  }, [items, state]);
  const line = (stand) => <div key={stand}><dt>{t(`totals.${stand}`)}</dt><dd>{count[stand]}</dd></div>;
  return <dl className="ss-totals">{["yes", "no", "open"].map(line)}</dl>;
}

function Rights({ t, controller }) {
  const words = ["no", "stop", "see", "complain"].map((right) => <li key={right}>{t(`rights.${right}`)}</li>);
  return (
    <More label={t("rights.title")}>
      <ul>{words}</ul>
      <p><Link href={controller.privacyStatement}>{t("rights.privacy")}</Link></p>
    </More>
  );
}

function Choosing({ speech, request }) {
  const { t } = speech;
  const [state, dispatch] = useReducer(choose, {});
  const [incomplete, setIncomplete] = useState(false);
  const onward = useCallback(() => setIncomplete(true), []);
  const bars = [1, 2, 3].map((step) => <span key={step} className={step === 1 ? "ss-bar ss-bar--on" : "ss-bar"} aria-hidden="true" />);
  const cards = request.items.map((item) =>
    <Question key={item.id} speech={speech} item={item} choice={state[item.id] ?? NOTHING} incomplete={incomplete} dispatch={dispatch} />);
  return (
    <div className="ss-choosing">
      <Quiet press={() => history.back()}>{t("action.overview")}</Quiet>
      <p className="ss-steps">{bars}<span>{t("step.1")}</span></p>
      <h1 className="nl-heading nl-heading--level-1 ss-title" tabIndex={-1}>{request.title.nl}</h1>
      <p className="nl-paragraph nl-paragraph--lead ss-lead">{request.introduction.nl}</p>
      <div className="ss-circumstances">
        <Paragraph more="ss-quietly">{t("overview.before", { date: speech.day(request.answerBeforeDate) })}</Paragraph>
      </div>
      <div className="ss-two">
        <div className="ss-cards">
          {cards}
          <div className="ss-onward"><Button press={onward} weight="primary">{t("choose.onward")}</Button></div>
        </div>
        <div className="ss-beside">
          <Picture speech={speech} items={request.items} state={state} />
          <Totals t={t} items={request.items} state={state} />
        </div>
      </div>
      <Rights t={t} controller={request.controller} />
      <section className="ss-contact" aria-labelledby="ss-contact">
        <Heading level={2} id="ss-contact">{t("contact.title")}</Heading>
        <p>{t("contact.text")}</p>
        <Contact contact={request.contactPoint} />
      </section>
    </div>
  );
}

function Frame({ speech: { t }, name, children }) {
  return (
    <div className="samenspraak" lang="nl" dir="ltr">
      <div className="ss-frame">
        <header className="ss-top">
          <nav className="ss-views" aria-label={t("shell.views")}>
            <button type="button" className="ss-view" aria-current="page">{t("shell.requests")}</button>
            <button type="button" className="ss-view">{t("shell.consents")}</button>
          </nav>
          <p className="ss-signed-in">{t("shell.signed-in", { name })}</p>
        </header>
        {children}
      </div>
    </div>
  );
}

const place = document.getElementById("samenspraak");
const { request: id, texts } = place.dataset;
const read = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return answer.json();
};

const [configuration, request, words] = await Promise.all([
  read("/v1/configuration"), read(`/v1/consent-requests/${id}`), read(texts),
]);
const speech = new Speech(words);
createRoot(place).render(
  <StrictMode>
    <Frame speech={speech} name={configuration.signedIn.person.displayName}>
      <Choosing speech={speech} request={request} />
    </Frame>
  </StrictMode>,
);
// What was shown is recorded, as the widget does.
await fetch("/v1/notice-presentations", {
  method: "POST",
  headers: { "Content-Type": "application/json", "X-CSRF-Protection": "1", "Idempotency-Key": crypto.randomUUID() },
  body: JSON.stringify({ consentRequestId: id, language: "nl", noticeHash: request.noticeHashes.nl, renderer: "react/1" }),
});
