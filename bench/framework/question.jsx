// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// One question of the page in React as a card; the same markup as plain/question.js.

import { Fragment, memo } from "react";
import { Button, Facts, Heading, Laws, More, Paragraph, Party, Quiet } from "./parts.jsx";

/** The card. It is drawn again only when one of its properties is another one. */
export const Question = memo(function Question({ speech, item, choice, incomplete, dispatch }) {
  const { t, day } = speech;
  const id = `ss-q-${item.id}`;
  const secrecy = t(`consent-kind.${item.consentKind}`);
  const rows = item.personalData.map((datum) => <Row key={datum.dataType.id} {...{ speech, item, datum, choice, incomplete, dispatch }} />);
  return (
    <article className="ss-card" aria-labelledby={id}>
      <h2 className="nl-heading nl-heading--level-2 ss-question" id={id} tabIndex={-1}><Sentence speech={speech} item={item} /></h2>
      {secrecy && <Paragraph more="ss-quietly">{secrecy}</Paragraph>}
      <div className="ss-ifs">
        <div><Heading level={3}>{t("if.yes")}</Heading><Paragraph>{item.consequencesIfGiven.nl}</Paragraph></div>
        <div><Heading level={3}>{t("if.no")}</Heading><Paragraph>{item.consequencesIfRefused.nl}</Paragraph></div>
      </div>
      <Bulk t={t} item={item} dispatch={dispatch} />
      <div className="ss-data">{rows}</div>
      <Later t={t} item={item} later={choice.later} dispatch={dispatch} />
      <Facts rows={[
        [t("ground.why"), item.legalBasis.explanation.nl],
        [t("period"), t("period.from-to", { from: day(item.startDate), to: day(item.endDate) })],
      ]} />
      <div className="ss-presses">
        <Why speech={speech} item={item} />
        <Party t={t} it={item.source} />
        <Party t={t} it={item.recipient} />
        <Laws t={t} basis={item.legalBasis} />
      </div>
    </article>
  );
});

function Sentence({ speech, item }) {
  const values = {
    source: item.source.inSentence.nl, recipient: item.recipient.inSentence.nl, purpose: item.purpose.inSentence.nl,
  };
  const pieces = speech.pieces("question.self", values, (words) => <span className="ss-who">{words}</span>);
  return pieces.map((piece, index) => <Fragment key={index}>{piece}</Fragment>);
}

// One press for all: never for special categories, and not for one or two.
function Bulk({ t, item, dispatch }) {
  if (item.personalData.length < 3 || item.personalData.some(({ dataType }) => dataType.specialCategory)) return null;
  const all = (answer) => () =>
    dispatch({ item: item.id, answers: Object.fromEntries(item.personalData.map(({ dataType }) => [dataType.id, answer])) });
  return (
    <div className="ss-bulk" role="group" aria-label={t("bulk.label")}>
      <Button press={all("yes")}>{t("bulk.yes")}</Button>
      <Button press={all("no")}>{t("bulk.no")}</Button>
    </div>
  );
}

function Row({ speech: { t }, item, datum, choice, incomplete, dispatch }) {
  const { name, description, specialCategory, id: dataType } = datum.dataType;
  const id = `ss-${item.id}-${dataType}`;
  const chosen = choice.later ? "later" : choice.answers[dataType];
  const wrong = incomplete && !chosen;
  const values = {
    data: name.nl, source: item.source.inSentence.nl, recipient: item.recipient.inSentence.nl, purpose: item.purpose.inSentence.nl,
  };
  const answer = (word) => (
    <label className="ss-answer">
      <input type="radio" name={id} value={word} aria-label={t(`spoken.${word}`, values)} aria-describedby={`${id}-why ${id}-wrong`}
        checked={chosen === word} onChange={() => dispatch({ item: item.id, answers: { [dataType]: word } })} />
      <span>{t(`answer.${word}`)}</span>
    </label>
  );
  return (
    <fieldset className="ss-datum" id={id} data-wrong={wrong ? "" : undefined}>
      <legend>
        <span className="ss-datum-name">{name.nl}</span>{" "}
        {specialCategory && <span className="nl-data-badge ss-badge ss-badge--special">{t("badge.special")}</span>}
        <span className="ss-what">{description.nl}</span>
      </legend>
      <p className="ss-why" id={`${id}-why`}>{datum.necessity.nl}</p>
      <p className="ss-wrong" id={`${id}-wrong`} hidden={!wrong}>{t("choose.pick-one")}</p>
      <div className="ss-pair">{answer("yes")}{answer("no")}</div>
    </fieldset>
  );
}

const Later = ({ t, item, later, dispatch }) => (
  <div className="ss-later">
    <Quiet press={() => dispatch({ item: item.id, later: !later })}>{t(later ? "later.undo" : "later.do")}</Quiet>
    <p className="ss-later-note" hidden={!later}>{t("later.note")}</p>
  </div>
);

const Why = ({ speech: { t, months }, item }) => (
  <More label={t("why.title")}>
    <Facts rows={[
      [t("why.amount"), item.proportionality.nl],
      [t("why.lighter"), item.subsidiarity.nl],
      [t("why.retention"), t("why.kept", { term: months(item.retention.months), why: item.retention.explanation.nl })],
    ]} />
  </More>
);
